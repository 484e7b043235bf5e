"""Marks that are no times: the `Length` of a jump or a throw, the `Points` of a combined event.

Together with `Mark` they are what a performance can be: see `AnyMark`.
Each has a `value` in its own `unit`, and a `score` of which the smaller is the better,
so that one fold keeps the records of all.
"""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self, TypeAlias

from pacelight.errors import MarkError
from pacelight.mark import Mark

__all__ = ["AnyMark", "Length", "Points", "Unit", "score", "unit", "value"]

_MM_PER_CM, _MM_PER_M = 10, 1000

_LENGTH = re.compile(r"(?P<metres>\d{1,6})(?:\.(?P<fraction>\d{1,2}))?\s?m?", re.ASCII)
_LENGTH_MEANT = re.compile(r"(\d{1,3})(?:[,:m\s]+)(\d{1,2})\s?m?", re.ASCII)
_THOUSANDS_MEANT = re.compile(r"(\d{1,3})[,'\s](\d{3})\s?m?", re.ASCII)
_POINTS = re.compile(r"(?P<points>\d{1,5})(?:\s?(?:p|pts|points))?", re.ASCII)
_POINTS_MEANT = re.compile(r"(\d{1,2})[.,'\s](\d{3})", re.ASCII)


class Unit(StrEnum):
    """What a mark is counted in."""

    TIME = "ms"
    LENGTH = "mm"
    POINTS = "points"


@dataclass(frozen=True, slots=True, order=True)
class Length:
    """How far or how high: longer is better. Compared by its millimetres.

    Attributes:
        mm: whole millimetres, a whole number of centimetres, more than zero.
        precision: decimals of a metre it is measured to: 2 in the field, 0 for the run of an hour.

    Raises:
        MarkError: finer than the precision can say, nothing, or a float.

    >>> Length.parse("8.95")
    Length('8.95')
    """

    mm: int
    precision: int = field(default=2, compare=False)

    def __post_init__(self) -> None:
        if self.precision not in {0, 2}:
            raise MarkError(f"a length has 0 or 2 decimals, not {self.precision}")
        if isinstance(self.mm, float):
            raise MarkError(f"a length is counted in whole millimetres, not {self.mm!r}")
        if self.mm <= 0:
            raise MarkError(f"a mark is longer than nothing, not {self.mm} mm")
        if self.mm % _MM_PER_CM:
            raise MarkError(f"{self.mm} mm are finer than a jump or a throw is measured: whole centimetres")
        if self.precision == 0 and self.mm % _MM_PER_M:
            raise MarkError(f"{self.mm} mm are finer than 0 decimals of a metre can say")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a length as people print it: ``8.95``, ``74.08 m``, ``2.4`` for 2.40, ``21330``.

        Raises:
            MarkError: not a length, with what to write instead where that can be guessed.
        """
        shown = " ".join(text.split())
        match = _LENGTH.fullmatch(shown)
        if match is None:
            raise MarkError(f"not a length: '{shown}' ({_length_advice(shown)})")
        mm = int(match["metres"]) * _MM_PER_M + int((match["fraction"] or "").ljust(2, "0")) * _MM_PER_CM
        if not mm:
            raise MarkError(f"not a length: '{shown}' (a mark is longer than nothing)")
        return cls(mm)

    @classmethod
    def measured(cls, mm: int) -> Self:
        """The official length of a measured one: down to the whole centimetre.

        Source: World Athletics Technical Rules, TR26 to TR38: recorded to the nearest 0.01 m below
        the distance measured.

        >>> Length.measured(8_959)
        Length('8.95')
        """
        return cls(mm // _MM_PER_CM * _MM_PER_CM)

    def __str__(self) -> str:
        metres, rest = divmod(self.mm, _MM_PER_M)
        return f"{metres}.{rest // _MM_PER_CM:02d}" if self.precision else str(metres)

    def __repr__(self) -> str:
        return f"Length('{self}')"


@dataclass(frozen=True, slots=True, order=True)
class Points:
    """The sum of a combined event: more is better.

    Attributes:
        points: more than zero.

    Raises:
        MarkError: nothing, or a float.

    >>> Points.parse("9126")
    Points('9126')
    """

    points: int

    def __post_init__(self) -> None:
        if isinstance(self.points, float):
            raise MarkError(f"points are whole, not {self.points!r}")
        if self.points <= 0:
            raise MarkError(f"a mark is more than no points, not {self.points}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read points as people print them: ``9126``, ``9126 pts``.

        Raises:
            MarkError: no points, with what to write instead where that can be guessed.
        """
        shown = " ".join(text.split())
        match = _POINTS.fullmatch(shown)
        if match is None:
            meant = _POINTS_MEANT.fullmatch(shown)
            advice = f"write {meant[1]}{meant[2]}" if meant else "write whole points, as in 9126"
            raise MarkError(f"no points: '{shown}' ({advice})")
        return cls(int(match["points"]))

    def __str__(self) -> str:
        return str(self.points)

    def __repr__(self) -> str:
        return f"Points('{self}')"


def _length_advice(shown: str) -> str:
    """What to write instead of what is no length, where that can be guessed."""
    if meant := _LENGTH_MEANT.fullmatch(shown):
        return f"write {meant[1]}.{meant[2]}"
    if meant := _THOUSANDS_MEANT.fullmatch(shown):
        return f"write {meant[1]}{meant[2]}"
    return "write metres and centimetres, as in 8.95"


AnyMark: TypeAlias = Mark | Length | Points
"""What a performance can be: a time, a length, or points."""


def unit(mark: AnyMark) -> Unit:
    """What this mark is counted in."""
    match mark:
        case Mark():
            return Unit.TIME
        case Length():
            return Unit.LENGTH
        case Points():
            return Unit.POINTS


def value(mark: AnyMark) -> int:
    """Whole thousandths of a second, whole millimetres, or points."""
    match mark:
        case Mark():
            return mark.thousandths
        case Length():
            return mark.mm
        case Points():
            return mark.points


def score(mark: AnyMark) -> int:
    """A number of which the smaller is the better: of lengths and points it is below zero.

    >>> score(Length.parse("8.95")) < score(Length.parse("8.90"))
    True
    """
    return value(mark) if isinstance(mark, Mark) else -value(mark)
