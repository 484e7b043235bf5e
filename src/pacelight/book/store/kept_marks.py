"""Marks as the book keeps them: one whole number, its unit, how finely and how it was taken."""

from typing import Any

from sqlalchemy import Column, Integer, Row, String

from pacelight.mark import Mark, Timing
from pacelight.measure import AnyMark, Length, Points, Unit, unit, value

__all__ = ["kept", "mark_columns", "read_mark"]

_NAMES = ("value", "unit", "precision", "timing")


def mark_columns(*, required: bool) -> list[Column[Any]]:
    """The columns of a mark: thousandths of a second, millimetres or points, and what is known of them."""
    return [
        Column("value", Integer, nullable=not required),
        Column("unit", String, nullable=not required),
        Column("precision", Integer, nullable=not required),
        Column("timing", String, nullable=not required),
    ]


def kept(mark: AnyMark | None) -> dict[str, Any]:
    """The values of those columns; all empty for no mark."""
    match mark:
        case None:
            return dict.fromkeys(_NAMES)
        case Mark():
            rest = (mark.precision, mark.timing.value)
        case Length():
            rest = (mark.precision, Timing.UNKNOWN.value)
        case Points():
            rest = (0, Timing.UNKNOWN.value)
    return dict(zip(_NAMES, (value(mark), unit(mark).value, *rest), strict=True))


def read_mark(row: Row[Any]) -> AnyMark | None:
    """The mark of a row that has those columns; None where they are empty."""
    if row.value is None:
        return None
    match Unit(row.unit):
        case Unit.TIME:
            return Mark(row.value, row.precision, Timing(row.timing))
        case Unit.LENGTH:
            return Length(row.value, row.precision)
        case Unit.POINTS:
            return Points(row.value)
