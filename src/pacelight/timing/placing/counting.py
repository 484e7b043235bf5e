"""Which passing of a point was it: what the system does not count is counted here, by the time it took."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from pacelight.timing.passing import Method
from pacelight.timing.placing.way import NEAR_MM, Point, Way

__all__ = ["Counted", "Known", "Sight", "counted"]

_STEADY_MM = 100_000
"""From here on a runner's own pace so far says how far they are."""

_SLOW_PERCENT = 160
"""Of the time that a lap usually takes: in more than that somebody was missed."""

_LAP_PERCENT = 30
_WAY_PERCENT = 10
"""A runner may be further than their pace says by so much of a lap, or of the way since they were seen last.

Who kicks, or is seen again after many laps, comes early; who comes later than that has slowed down.
"""


class Known(StrEnum):
    """How the time of a passing is known."""

    PRINTED = "printed"
    """The system's own running time."""
    OF_DAY = "of-day"
    """Time of day, less that of the gun on the same clock."""
    CLOCK = "clock"
    """Time of day, on a clock that was compared with ours; and our gun."""
    ARRIVAL = "arrival"
    """When it was heard, and our gun."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A runner was seen at a point.

    Attributes:
        key: of the reading, its source before it.
        elapsed_ns: whole nanoseconds since the gun.
        error_ns: by how much that may be wrong; None where nobody can say.
        at_mm: how far had been run, where the system says it.
        heard_ns: when it was said, on our clock: of two words of one system the later holds.
    """

    key: str
    point: Point
    elapsed_ns: int
    error_ns: int | None
    known: Known
    at_mm: int | None
    heard_ns: int
    method: Method
    official: bool


@dataclass(slots=True)
class Counted:
    """What one source saw of one runner, in its place.

    Attributes:
        at: by distance in whole millimetres, what was seen there.
        missing: distances that were passed unseen.
        doubles: what was seen again within the reach of an antenna.
        early: what nobody could have run, but for who stands at the start before it.
        beyond: what was seen after the finish.
    """

    at: dict[int, Sight] = field(default_factory=dict)
    missing: list[int] = field(default_factory=list)
    doubles: list[Sight] = field(default_factory=list)
    early: list[Sight] = field(default_factory=list)
    beyond: list[Sight] = field(default_factory=list)


def counted(sights: Iterable[Sight], way: Way) -> Counted:
    """Each sight in its place; the order in which they were heard does not matter.

    What the system counts is taken at its word. All else is put, in order of time, at the passing of its
    point that the runner's pace speaks for; the first of several in a row is kept. Near the start, where
    nobody has a pace yet, their quickest lap since speaks for it.
    """
    sights = list(sights)
    said: dict[int, Sight] = {}
    rest = []
    for sight in sights:
        if sight.at_mm is None:
            rest.append(sight)
        else:
            said[sight.at_mm] = _holds(said.get(sight.at_mm), sight)
    done = Counted(dict(said))
    before = _Before(_quickest_lap_ns(sights, way))
    following = sorted(said.items(), key=lambda one: (one[1].elapsed_ns, one[0]), reverse=True)
    for sight in sorted(rest, key=lambda one: (one.elapsed_ns, one.key)):
        while following and following[-1][1].elapsed_ns <= sight.elapsed_ns:
            before.take(*following.pop())
        after_mm = min((mm for mm, _ in following), default=None)
        _count(done, sight, way, before, after_mm)
    return done


def _quickest_lap_ns(sights: Iterable[Sight], way: Way) -> int | None:
    """Of the runner, from one passing of a point to the next; None where none can be told from two laps."""
    seen: dict[str, list[int]] = {}
    for sight in sights:
        seen.setdefault(sight.point.name, []).append(sight.elapsed_ns)
    laps = [
        after - before
        for times in map(sorted, seen.values())
        for before, after in pairwise(times)
        if after - before >= way.least_ns(way.lap.mm)
    ]
    lap_ns = min(laps, default=None)
    usual_mm = None if lap_ns is None else way.usual_mm(lap_ns)
    return lap_ns if usual_mm is not None and usual_mm * 100 <= way.lap.mm * _SLOW_PERCENT else None


@dataclass(slots=True)
class _Before:
    """The furthest point so far, when it was passed, and when the runner was seen last at each point.

    Attributes:
        lap_ns: the runner's quickest lap of all; None where that is not known.
    """

    lap_ns: int | None
    mm: int = 0
    ns: int = 0
    at: dict[str, int] = field(default_factory=dict)

    def take(self, mm: int, sight: Sight) -> None:
        self.at[sight.point.name] = sight.elapsed_ns
        if mm >= self.mm:
            self.mm, self.ns = mm, sight.elapsed_ns


def _holds(before: Sight | None, sight: Sight) -> Sight:
    """Of two words of one system: what is official, then what was said last."""
    if before is None:
        return sight
    return max(before, sight, key=lambda one: (one.official, one.heard_ns, one.key))


def _count(done: Counted, sight: Sight, way: Way, before: _Before, after_mm: int | None) -> None:
    since_ns = sight.elapsed_ns - before.ns
    passings = way.passings(sight.point)
    ahead = passings[
        bisect_right(passings, before.mm) : None if after_mm is None else bisect_left(passings, after_mm)
    ]
    if not ahead or way.least_ns(ahead[0] - before.mm) > since_ns:
        _leave(done, sight, way, before, early=bool(ahead and before.mm))
        return
    guess = _guess(before, since_ns, way)
    if guess is None:
        number = 0
    else:
        most_mm = guess + max(way.lap.mm * _LAP_PERCENT, (guess - before.mm) * _WAY_PERCENT) // 100
        number = max(0, bisect_right(ahead, most_mm) - 1)
        while number and way.least_ns(ahead[number] - before.mm) > since_ns:
            number -= 1
    done.missing += [mm for mm in ahead[:number] if mm >= NEAR_MM]
    done.at[ahead[number]] = sight
    before.take(ahead[number], sight)


def _leave(done: Counted, sight: Sight, way: Way, before: _Before, *, early: bool) -> None:
    """Nowhere to put it: seen twice, too early for anybody, or after the finish."""
    last_ns = before.at.get(sight.point.name)
    if last_ns is not None and sight.elapsed_ns - last_ns < way.least_ns(way.lap.mm):
        done.doubles.append(sight)
    elif early:
        done.early.append(sight)
    else:
        done.beyond.append(sight)


def _guess(before: _Before, since_ns: int, way: Way) -> int | None:
    """How far the runner is, by their own pace so far, or since; or by that of the race."""
    if before.mm >= _STEADY_MM and before.ns:
        return before.mm + since_ns * before.mm // before.ns
    if before.lap_ns is not None:
        return before.mm + since_ns * way.lap.mm // before.lap_ns
    usual = way.usual_mm(since_ns)
    return None if usual is None else before.mm + usual
