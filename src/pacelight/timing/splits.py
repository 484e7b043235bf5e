"""Passings in order: cumulative times, segments and laps of each runner."""

from bisect import insort
from dataclasses import dataclass
from itertools import pairwise

from pacelight.distance import Distance
from pacelight.errors import RaceError
from pacelight.mark import Elapsed, Mark
from pacelight.timing.passing import Method, Owner, Passing

__all__ = ["Split", "SplitTable"]

_TRUST = (Method.PHOTO, Method.CELL, Method.VIDEO, Method.TRANSPONDER, Method.HAND)
"""Which of two passings at one point is shown, if neither or both are official: best first."""


@dataclass(frozen=True, slots=True)
class Split:
    """A runner's time at a point of the race.

    Attributes:
        elapsed: cumulative, whole nanoseconds since the gun.
        since: the point of the previous split; the start line for the first.
        segment: time from there to here.
        lap: time for the last full lap; None where the point one lap back was not timed.
        key: of the passing that is shown.
    """

    bib: str
    distance: Distance
    elapsed: Elapsed
    method: Method
    official: bool
    owner: Owner
    source: str
    since: Distance
    segment: Elapsed
    lap: Elapsed | None
    key: str = ""


class SplitTable:
    """All passings of a race, as splits.

    The answer depends on the passings taken, not on the order in which they came.

    Attributes:
        race: the distance of the race; a passing there is a finish.
        lap: length of a lap.

    >>> table = SplitTable(Distance.parse("1500"), Distance.parse("200"))
    >>> for at, ms in (("100", 14150), ("200", 28220), ("300", 42350)):
    ...     _ = table.add(Passing("1", Distance.parse(at), Elapsed.of_ms(ms), Method.VIDEO, False, "tv", at))
    >>> [split.segment.ns // 10**6 for split in table.of("1")]
    [14150, 14070, 14130]
    >>> table.of("1")[2].lap
    Elapsed(ns=28200000000)
    """

    def __init__(self, race: Distance, lap: Distance) -> None:
        if not race.mm or not lap.mm:
            raise RaceError(f"a race and its lap are longer than nothing: {race}, {lap}")
        self.race = race
        self.lap = lap
        self._by_key: dict[str, Passing] = {}
        self._shown: dict[tuple[str, Owner], dict[Distance, Passing]] = {}
        self._splits: dict[tuple[str, Owner], tuple[Split, ...]] = {}
        self._finishes: list[Passing] = []

    def add(self, passing: Passing) -> Split | None:
        """Take a passing; the split it makes, or None where it adds nothing.

        It adds nothing if its key is known, or if a better passing at that point is.

        Raises:
            RaceError: beyond the finish, earlier than a split before it or later than one after it,
                a key used for two passings, or two official times at one point.
        """
        known = self._by_key.get(passing.key)
        if known is not None:
            if known != passing:
                raise RaceError(f"bib {passing.bib}: key '{passing.key}' already names another passing")
            return None
        if passing.distance > self.race:
            raise RaceError(f"bib {passing.bib}: {passing.distance} is beyond the finish at {self.race}")
        shown = self._shown.get((passing.bib, passing.owner), {})
        better = _better(shown.get(passing.distance), passing)
        trial = dict(sorted((shown | {passing.distance: better}).items()))
        _refuse_decrease(tuple(trial.values()))
        self._by_key[passing.key] = passing
        return self._show(passing, shown, trial) if better is passing else None

    def forget(self, bib: str) -> None:
        """Take back all passings under a bib, so that they can come anew."""
        self._by_key = {key: one for key, one in self._by_key.items() if one.bib != bib}
        self._finishes = [one for one in self._finishes if one.bib != bib]
        for owner in Owner:
            self._shown.pop((bib, owner), None)
            self._splits.pop((bib, owner), None)

    def of(self, bib: str, owner: Owner = Owner.ATHLETE) -> tuple[Split, ...]:
        """The splits of a runner in order of distance, the finish last: one tuple until any is another."""
        return self._splits.get((bib, owner), ())

    @property
    def bibs(self) -> tuple[str, ...]:
        """All who passed anywhere, sorted."""
        return tuple(sorted({bib for bib, _ in self._shown}))

    @property
    def finishes(self) -> tuple[Passing, ...]:
        """The passings at the finish, in the order of their times."""
        return tuple(self._finishes)

    def finish_only(self, bib: str) -> bool:
        """Nothing is known of this runner but, at most, the finish."""
        return all(split.distance == self.race for split in self.of(bib))

    def laps_behind(self, bib: str) -> int:
        """By how many whole laps this runner was seen to be lapped.

        Counted from points that were timed: someone passed a point further by so many laps before
        this runner passed it. Zero where nothing shows a lapping.
        """
        others = [
            passing
            for (other, owner), shown in self._shown.items()
            if other != bib and owner is Owner.ATHLETE
            for passing in shown.values()
        ]
        return max(
            (
                (passing.distance.mm - split.distance.mm) // self.lap.mm
                for split in self.of(bib)
                for passing in others
                if passing.elapsed < split.elapsed and passing.distance > split.distance
            ),
            default=0,
        )

    def _show(self, new: Passing, before: dict[Distance, Passing], now: dict[Distance, Passing]) -> Split:
        """The split of a passing that is shown from now on; those of its runner up to there stay."""
        whose, at = (new.bib, new.owner), new.distance
        self._shown[whose] = now
        kept = [split for split in self.of(*whose) if split.distance < at]
        made = [self._split(now, distance) for distance in now if distance >= at]
        self._splits[whose] = (*kept, *made)
        if at == self.race and new.owner is Owner.ATHLETE:
            if at in before:
                self._finishes.remove(before[at])
            insort(self._finishes, new, key=_in_order)
        return made[0]

    def _split(self, shown: dict[Distance, Passing], distance: Distance) -> Split:
        passing = shown[distance]
        before = max((at for at in shown if at < distance), default=Distance(0))
        return Split(
            bib=passing.bib,
            distance=distance,
            elapsed=passing.elapsed,
            method=passing.method,
            official=passing.official,
            owner=passing.owner,
            source=passing.source,
            since=before,
            segment=Elapsed(passing.elapsed.ns - (shown[before].elapsed.ns if before.mm else 0)),
            lap=self._lap(shown, passing),
            key=passing.key,
        )

    def _lap(self, shown: dict[Distance, Passing], passing: Passing) -> Elapsed | None:
        back = passing.distance.mm - self.lap.mm
        if back == 0:
            return passing.elapsed
        if back < 0 or Distance(back) not in shown:
            return None
        return Elapsed(passing.elapsed.ns - shown[Distance(back)].elapsed.ns)


def _in_order(finish: Passing) -> tuple[int, str]:
    return finish.elapsed.ns, finish.bib


def _better(known: Passing | None, new: Passing) -> Passing:
    """Of two passings at one point: the official one, else the better method, else the earlier time."""
    if known is None:
        return new
    if known.official and new.official and known.elapsed != new.elapsed:
        raise RaceError(
            f"bib {new.bib}: two official times at {new.distance}: "
            f"{_shown(known.elapsed)} ({known.source}) and {_shown(new.elapsed)} ({new.source})"
        )
    return min(known, new, key=_trust)


def _trust(passing: Passing) -> tuple[bool, int, Elapsed, str]:
    return not passing.official, _TRUST.index(passing.method), passing.elapsed, passing.key


def _refuse_decrease(passings: tuple[Passing, ...]) -> None:
    for before, after in pairwise(passings):
        if after.elapsed <= before.elapsed:
            raise RaceError(
                f"bib {after.bib}: the split at {after.distance} ({_shown(after.elapsed)}) is not later than "
                f"the one at {before.distance} ({_shown(before.elapsed)}); correct one of the two"
            )


def _shown(elapsed: Elapsed) -> str:
    return str(Mark.from_elapsed(elapsed, precision=3))
