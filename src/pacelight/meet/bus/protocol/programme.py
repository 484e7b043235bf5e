"""What is to come: records at stake in the race on the track, and the races after it."""

import msgspec

from pacelight.meet.bus.protocol.marks import MarkShown
from pacelight.meet.bus.protocol.race import EventShown

__all__ = ["ComingShown", "EntryShown", "StakeShown"]


class StakeShown(msgspec.Struct, frozen=True):
    """A record that somebody of this race could break; of one athlete alone (PB, SB) nothing is said here.

    Attributes:
        level, label, scope, code: which record, of which event.
        mark: that stands.
        since: the day on which it was first reached, ISO.
        holders: whose it is.
        en_route: decided on the way.
        bibs: who could break it.
    """

    level: str
    label: str
    scope: str
    code: str
    mark: MarkShown
    since: str
    holders: list[str]
    en_route: bool
    bibs: list[str]


class EntryShown(msgspec.Struct, frozen=True):
    """A line of the start list of a race that is yet to come.

    Attributes:
        lane: or starting position; empty where there is none.
        athlete_key: of the athlete, in the book.
        say: how the name is said; empty where nobody has said.
    """

    bib: str
    name: str
    nation: str
    lane: str
    athlete_key: str
    say: str


class ComingShown(msgspec.Struct, frozen=True):
    """A race of the session that was not loaded yet.

    Attributes:
        id: by which it is loaded.
        day: local to the venue, ISO.
        at: local time of day at which it is to begin, ``19:35``; empty where the timetable does not say.
        entries: of the one that is next; of those after it none are told.
    """

    id: str
    name: str
    event: EventShown
    sex: str
    day: str
    at: str
    entries: list[EntryShown]
