"""What a source says of a runner at a point, or of their status, as it is handed out under one key."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pacelight.distance import Distance
from pacelight.mark import Elapsed
from pacelight.timing.passing import Passing
from pacelight.timing.placing.counting import Known, Sight
from pacelight.timing.placing.sighting import NoPlace
from pacelight.timing.placing.witness import Word
from pacelight.timing.results import Status, Verdict, status_of

__all__ = [
    "OURS",
    "STATUS",
    "Handed",
    "early_of",
    "is_same",
    "passing_of",
    "point_of",
    "still_running",
    "verdict_of",
]

_STEADY_NS = 10_000_000
"""A time that is known by our gun is told again if it moves by more: a hundredth."""

OURS = frozenset({Known.CLOCK, Known.ARRIVAL})
"""How a time is known that moves with our gun."""

STATUS = 0
"""In place of a distance, where a runner's status is meant."""

_OFF = frozenset({Status.DNF, Status.DNS})


@dataclass(frozen=True, slots=True)
class Handed:
    """One thing that is handed out.

    Attributes:
        known: how its time is known.
        error_ns: by how much that may be wrong; None where nobody can say.
    """

    event: Passing | Verdict
    known: Known = Known.PRINTED
    error_ns: int | None = 0


def point_of(event: Passing | Verdict) -> int:
    """At how many millimetres; `STATUS` of a verdict."""
    return event.distance.mm if isinstance(event, Passing) else STATUS


def passing_of(bib: str, mm: int, sight: Sight, source: str) -> Handed:
    """A runner as seen by a source at a point."""
    key = f"{source}/{bib}/{mm}"
    elapsed = Elapsed(sight.elapsed_ns)
    passing = Passing(bib, Distance(mm), elapsed, sight.method, sight.official, source, key)
    return Handed(passing, sight.known, sight.error_ns)


def verdict_of(source: str, bib: str, words: Sequence[Word], lost: list[NoPlace]) -> dict[int, Handed]:
    """The last word on a runner, since when that was known; one that nobody knows is lost."""
    if not words:
        return {}
    last = max(words, key=lambda one: (one.elapsed_ns, one.word))
    status = status_of(last.word)
    if status is None:
        said = f"bib {bib}: {last.word}"
        lost.append(NoPlace(f"{bib}/{last.word}", bib, said, "that word is not known here"))
        return {}
    elapsed = Elapsed(max(0, last.elapsed_ns))
    return {STATUS: Handed(Verdict(bib, status, elapsed, source, f"{source}/{bib}/status"))}


def still_running(sights: Sequence[Sight], words: Iterable[Word]) -> list[Sight]:
    """What was seen of a runner while they ran: who has stepped off may cross a mat on the way home."""
    off_ns = min((one.elapsed_ns for one in words if status_of(one.word) in _OFF), default=None)
    return [one for one in sights if off_ns is None or one.at_mm is not None or one.elapsed_ns <= off_ns]


def early_of(sight: Sight, bib: str) -> NoPlace:
    """A runner who was seen where nobody can be yet."""
    return NoPlace(sight.key, bib, f"bib {bib}", "nobody comes so far in that time", sight.elapsed_ns)


def is_same(before: Handed, said: Handed) -> bool:
    """Whether nothing is to be told: a verdict is the same whenever it was said again."""
    again = replace(said.event, elapsed=before.event.elapsed)
    if isinstance(said.event, Verdict):
        return before.event == again
    moved_ns = abs(before.event.elapsed.ns - said.event.elapsed.ns)
    return before.event == (again if said.known in OURS and moved_ns <= _STEADY_NS else said.event)
