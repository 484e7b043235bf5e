"""A simulated Scan'O'Vision: a race as the messages of its scoreboard output.

Source: see `pacelight.timing.formats.omega`.
"""

from collections.abc import Iterator, Mapping

from pacelight.timing.formats.omega import OmegaLine, OmegaMessage, lined, write
from pacelight.timing.formats.times import of_day_text
from pacelight.timing.passing import Passing
from pacelight.timing.placing.way import FINISH_LINE, NEAR_MM
from pacelight.timing.simulators.device import Speaker
from pacelight.timing.simulators.recorded import Quirks, Recorded, printed

__all__ = ["omega", "omega_script"]

_S = 1_000_000_000
_NAMED_NS = -2 * _S
_RANKED_NS, _OFFICIAL_NS = 3 * _S, 5 * _S
"""After the last runner."""


def omega(race: Recorded, quirks: Quirks) -> Speaker:
    """The system, ready for somebody to connect."""
    return Speaker(omega_script(race, quirks))


def omega_script(race: Recorded, quirks: Quirks) -> tuple[tuple[int, bytes], ...]:
    """What is sent, each message with its instant since the gun.

    The heat, the start with its time of day, each intermediate time at one of its mats, each finish as it is
    read, then the ranking and that it is official. Intermediate times are numbered as passings of the finish
    line where all are taken there, else by their distances, from the first on; nobody is timed at the start.
    """
    return tuple((at_ns, write(message)) for at_ns, message in _messages(race, quirks))


def _messages(race: Recorded, quirks: Quirks) -> Iterator[tuple[int, OmegaMessage]]:
    heat = f"{race.event}-{race.round}-{race.heat}"
    yield _NAMED_NS, OmegaMessage("SNR", heat)
    yield 0, OmegaMessage("ISV", of_day_text(quirks.of_day_ns(race, 0), 4))
    numbers = _numbers(race, quirks)
    for passing in race.passings:
        if race.finishes(passing):
            yield passing.elapsed.ns, lined("RCV", _line(race, passing))
        elif lap := numbers.get(passing.distance.mm):
            yield passing.elapsed.ns, lined("RTC", _line(race, passing, lap=lap))
    for verdict in race.verdicts:
        line = OmegaLine(verdict.bib, race.lane(verdict.bib), str(verdict.status))
        yield verdict.elapsed.ns, lined("RCV", line)
    ranked = tuple(_ranking(race))
    at_ns = race.end_ns + _RANKED_NS
    yield at_ns, OmegaMessage("RDC", f"{len(ranked):3d}")
    yield from ((at_ns, lined("RCC", line)) for line in ranked)
    yield at_ns, OmegaMessage("RFC")
    yield race.end_ns + _OFFICIAL_NS, OmegaMessage("RFJ", heat)


def _numbers(race: Recorded, quirks: Quirks) -> Mapping[int, int]:
    """The number of each distance at which a time is taken on the way."""
    mats = {mm for mat in quirks.mats for mm in race.way.passings(mat) if mm > NEAR_MM}
    taken = {passing.distance.mm for passing in race.passings if not race.finishes(passing)} & mats
    line = tuple(mm for mm in race.way.passings(FINISH_LINE) if mm > NEAR_MM)
    passed = line if taken <= set(line) else sorted(taken)
    return {mm: number for number, mm in enumerate(passed, start=1)}


def _line(race: Recorded, passing: Passing, lap: int | None = None) -> OmegaLine:
    return OmegaLine(passing.bib, race.lane(passing.bib), printed(passing.elapsed), lap)


def _ranking(race: Recorded) -> Iterator[OmegaLine]:
    """Who finished, in order of time, then who did not; equal times share a rank."""
    out = {verdict.bib: str(verdict.status) for verdict in race.verdicts}
    finished = [one for one in race.passings if race.finishes(one) and one.bib not in out]
    for passing in finished:
        rank = 1 + sum(other.elapsed < passing.elapsed for other in finished)
        yield OmegaLine(passing.bib, race.lane(passing.bib), printed(passing.elapsed), rank=rank)
    for bib, word in out.items():
        yield OmegaLine(bib, race.lane(bib), word)
