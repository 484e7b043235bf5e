"""What people did to a race, what waits for them, and how the races of a session stand."""

import msgspec

__all__ = ["ChangeShown", "ConflictShown", "HolderShown", "StandingShown"]


class ChangeShown(msgspec.Struct, frozen=True):
    """What somebody did to the race.

    Attributes:
        line: of the journal, by which it can be taken back.
        revision: of the race right after it.
        act: what was done, as it is asked for: arm, strike, undo.
        text: what was done, in words.
        by, role, reason: who did it, as what, and why.
        undone: it was taken back since.
    """

    line: int
    revision: int
    act: str
    text: str
    by: str
    role: str
    reason: str
    undone: bool = False


class ConflictShown(msgspec.Struct, frozen=True):
    """Somebody says something else than what stands; a person has to say which holds.

    Attributes:
        key: by which it is settled.
        why: in words.
        says: the time, or the status, that is said.
    """

    key: str
    bib: str
    source: str
    why: str
    says: str


class HolderShown(msgspec.Struct, frozen=True):
    """Which console operates the lights, and who sits at it."""

    client: str
    by: str


class StandingShown(msgspec.Struct, frozen=True):
    """A race of the session; `on` of the one on the track.

    Attributes:
        line: the last of the journal that was about it: with another one it is another.
        waits: how much of it waits for a person: conflicts, and until it is official times without a bib.

    The last two are 0 of the race on the track, of which everything is told.
    """

    id: str
    name: str
    state: str
    revision: int
    on: bool
    line: int = 0
    waits: int = 0
