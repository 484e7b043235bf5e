"""Taking up a race that another engine has begun: folded from its journal, its gun on our own clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pacelight.errors import RaceError
from pacelight.meet.clock import Instant, RaceClock
from pacelight.meet.journal.entries import Resumed, decoded
from pacelight.meet.journal.file import Line
from pacelight.meet.live.live import Live
from pacelight.meet.live.replay import reopen
from pacelight.meet.programme.racefile import RaceFile

__all__ = ["Offset", "folded", "resumed"]


@dataclass(frozen=True, slots=True)
class Offset:
    """How the monotonic clock of another machine differs from this one's, as it was measured.

    Attributes:
        ns: the other less this one.
        error_ns: it is not wrong by more.
    """

    ns: int
    error_ns: int


def folded(path: Path, lines: Sequence[Line], race: RaceFile | None = None) -> Live:
    """The race of a journal taken up, as it stood at its last line.

    Args:
        path: of the journal.
        lines: of it, at least one.
        race: must be the one in the journal, if given.

    Raises:
        JournalError: it is the journal of no race.
        RaceError: it is that of another one.
    """
    entries = [decoded(line.event) for line in lines]
    live = reopen(path, entries[0])
    if race is not None and live.race.text != race.text:
        raise RaceError(f"{path} is the journal of another race; name another --journal")
    for entry in entries[1:]:
        live.take(entry)
    return live


def resumed(
    live: Live, now: Instant, boot: str, *, cut: str | None, term: int = 0, offset: Offset | None = None
) -> Resumed:
    """The line by which an engine says that it goes on.

    A gun that was fired on another machine is carried over by the measured offset of the two clocks, once,
    and stands in the journal from now on. Where no offset was measured, the clocks of the world have to do,
    and nobody can say how far they are apart.

    Args:
        live: the race.
        now: this instant.
        boot: of this machine.
        cut: what was wrong with the journal.
        term: in which the lights are led; one higher than that of the journal, if that is less.
        offset: of the clock of the machine whose gun is known last.
    """
    term = max(live.term + 1, term)
    if live.gun is None or boot in live.guns:
        return Resumed(boot, cut, term)
    if offset is None:
        return Resumed(boot, cut, term, RaceClock.of(live.gun, now, boot).gun_ns)
    last = list(live.guns.values())[-1]
    return Resumed(boot, cut, term, last - offset.ns, offset.error_ns)
