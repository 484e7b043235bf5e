"""Taking up a race that another engine has begun: folded from its journal, its gun on our own clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pacelight.errors import JournalError
from pacelight.meet.clock import Instant, RaceClock
from pacelight.meet.engine.scribe import Scribe
from pacelight.meet.journal.entries import Commanded, Of, Opened, Resumed, decoded
from pacelight.meet.journal.file import Line
from pacelight.meet.live.session import Session
from pacelight.meet.race import Command

__all__ = ["Offset", "armed_at", "folded", "go_on", "resumed"]

_BEFORE = frozenset({Command.ARM, Command.RECALL})


@dataclass(frozen=True, slots=True)
class Offset:
    """How the monotonic clock of another machine differs from this one's, as it was measured.

    Attributes:
        ns: the other less this one.
        error_ns: it is not wrong by more.
    """

    ns: int
    error_ns: int


def folded(path: Path, lines: Sequence[Line]) -> Session:
    """The races of a journal taken up, as they stood at its last line.

    Args:
        path: of the journal.
        lines: of it, at least one.

    Raises:
        JournalError: it is the journal of no race.
        RaceError: it says what is not possible.
    """
    entries = [decoded(line.event) for line in lines]
    if not isinstance(entries[0], Opened):
        raise JournalError(f"{path} is not the journal of a race: its first line opens none")
    return Session.of(entries)


def armed_at(lines: Sequence[Line]) -> int | None:
    """When a race was armed last, or a start recalled, on the clock of the world; None where none was."""
    for line in reversed(lines):
        entry = decoded(line.event)
        said = entry.entry if isinstance(entry, Of) else entry
        if isinstance(said, Commanded) and said.command in _BEFORE:
            return line.unix_ns
    return None


def resumed(
    session: Session, now: Instant, boot: str, *, cut: str | None, term: int = 0, offset: Offset | None = None
) -> Resumed:
    """The line by which an engine says that it goes on.

    A gun that was fired on another machine is carried over by the measured offset of the two clocks, once,
    and stands in the journal from now on. Where no offset was measured, the clocks of the world have to do,
    and nobody can say how far they are apart.

    Args:
        session: the races.
        now: this instant.
        boot: of this machine.
        cut: what was wrong with the journal.
        term: in which the lights are led; one higher than that of the journal, if that is less.
        offset: of the clock of the machine whose gun is known last.
    """
    live = session.on
    term = max(*(one.term + 1 for one in session.races.values()), term)
    if live.gun is None or boot in live.guns:
        return Resumed(boot, cut, term)
    if offset is None:
        return Resumed(boot, cut, term, RaceClock.of(live.gun, now, boot).gun_ns)
    last = list(live.guns.values())[-1]
    return Resumed(boot, cut, term, last - offset.ns, offset.error_ns)


def go_on(scribe: Scribe, session: Session, entry: Resumed) -> None:
    """Say so in the journal; where no disk takes it, the race goes on all the same, and it is said later."""
    written = scribe.write(entry)
    for one in written:
        session.take(one)
    if not any(one is entry for one in written):
        scribe.take_early(entry)
        session.take(entry)
