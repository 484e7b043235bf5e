"""Marks as people print them, read for one event; what cannot be its mark is refused."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from pacelight.distance import Distance
from pacelight.errors import MarkError
from pacelight.event.kinds import Discipline
from pacelight.mark import Mark, Timing
from pacelight.measure import Length, Points

__all__ = ["Range", "TimeReader", "read_length", "read_points"]

_MM_PER_M = 1000

_PACES: Mapping[Discipline, tuple[str, int, int]] = MappingProxyType(
    {
        Discipline.RUN: ("a runner", 1, 11),
        Discipline.HURDLES: ("a hurdler", 1, 10),
        Discipline.STEEPLECHASE: ("a runner over barriers", 1, 8),
        Discipline.RELAY: ("a team", 1, 12),
        Discipline.WALK: ("a walker", 1, 6),
    }
)
"""Average speeds in metres a second outside which a mark is a misprint.

Slower than the oldest masters (5000 m above the age of 90: about 1.5 m/s);
faster than 9.58 for 100 m (10.44 m/s), 36.84 for 4x100 m (10.86 m/s: three of four start flying),
12.80 for 110 m hurdles (8.59 m/s), 7:52.11 over 3000 m of barriers (6.36 m/s) and
5:31.08 for a walked mile (4.86 m/s).
"""


@dataclass(frozen=True, slots=True)
class Range:
    """Between what a mark can lie: whole millimetres, or points."""

    least: int
    most: int

    def __contains__(self, value: int) -> bool:
        return self.least <= value <= self.most


@dataclass(frozen=True, slots=True)
class TimeReader:
    """What must be known of an event to read its times.

    Attributes:
        name: of the event, for refusals.
        distance: None where there is no one distance: any time can be run then.
        discipline: how fast it can be run.
        precision: decimals of an official time.
        finest: decimals that lists print none the less.
    """

    name: str
    distance: Distance | None
    discipline: Discipline
    precision: int
    finest: int

    def read(self, text: str, timing: Timing | None = None) -> Mark:
        """The time that this text prints.

        Raises:
            MarkError: not a time, not a plausible one for the distance, or finer than it is timed.
        """
        try:
            mark = Mark.parse(text, timing)
        except MarkError as error:
            meant = self._meant(text)
            if meant is None:
                raise
            raise MarkError(f"not a time for {self.name}: '{text.strip()}' (write {meant})") from error
        if not self._possible(mark):
            meant = self._meant(text)
            advice = f"write {meant}" if meant else self._pace()
            raise MarkError(f"not a time for {self.name}: '{text.strip()}' ({advice})")
        return self._no_finer(mark, text)

    def _no_finer(self, mark: Mark, text: str) -> Mark:
        """The time with no more decimals than can be official."""
        printed = Mark.from_elapsed(mark.elapsed, self.finest, mark.timing)
        if printed != mark:
            official = Mark.from_elapsed(mark.elapsed, self.precision, mark.timing)
            raise MarkError(
                f"finer than {self.name} is timed: '{text.strip()}' (write {official}, rounded up)"
            )
        return mark if mark.precision <= self.finest else printed

    def _possible(self, mark: Mark) -> bool:
        """Whether the average speed is that of an athlete; in whole millimetres and thousandths."""
        if self.distance is None:
            return True
        _, slowest, fastest = _PACES[self.discipline]
        return slowest * mark.thousandths <= self.distance.mm <= fastest * mark.thousandths

    def _pace(self) -> str:
        who, slowest, fastest = _PACES[self.discipline]
        return f"{who} covers {slowest} to {fastest} m in a second"

    def _meant(self, text: str) -> Mark | None:
        """The same figures as a time that an athlete could run; None where there is none."""
        groups = re.findall(r"\d+", text)
        for pattern in ("{}:{}:{}", "{}:{}.{}", "{}:{}", "{}.{}"):
            if self.distance is None or pattern.count("{}") != len(groups):
                continue
            try:
                mark = Mark.parse(pattern.format(*groups))
            except MarkError:
                continue
            if mark.precision <= self.finest and self._possible(mark):
                return mark
        return None


def read_length(text: str, name: str, within: Range, precision: int) -> Length:
    """The length that this text prints, in whole centimetres or, of an hour's run, in whole metres.

    Args:
        text: as printed.
        name: of the event, for refusals.
        within: millimetres that can be reached.
        precision: decimals of an official length, in metres: 2 or 0.

    Raises:
        MarkError: not a length, one that nobody reaches, or finer than it is measured.
    """
    length = Length.parse(text)
    if length.mm not in within:
        between = f"between {_metres(within.least)} and {_metres(within.most)} m"
        raise MarkError(f"not a mark of {name}: '{text.strip()}' (it lies {between})")
    if precision == 0 and length.mm % _MM_PER_M:
        raise MarkError(
            f"finer than {name} is measured: '{text.strip()}' (write {length.mm // _MM_PER_M}, rounded down)"
        )
    return replace(length, precision=precision)


def read_points(text: str, name: str, within: Range) -> Points:
    """The points that this text prints.

    Args:
        text: as printed.
        name: of the event, for refusals.
        within: points that can be reached.

    Raises:
        MarkError: no points, or a sum that nobody reaches.
    """
    points = Points.parse(text)
    if points.points not in within:
        between = f"between {within.least} and {within.most}"
        raise MarkError(f"no points of {name}: '{text.strip()}' (they lie {between})")
    return points


def _metres(mm: int) -> str:
    return str(Length(mm)) if mm % _MM_PER_M else str(mm // _MM_PER_M)
