"""A mark as every answer of the project writes it."""

import msgspec

from pacelight.measure import AnyMark, Points, unit, value

__all__ = ["MarkShown", "mark_shown"]


class MarkShown(msgspec.Struct, frozen=True):
    """A mark as every answer of the project writes it."""

    text: str
    value: int
    unit: str
    precision: int


def mark_shown(mark: AnyMark) -> MarkShown:
    """A mark in its unit, with its text."""
    precision = 0 if isinstance(mark, Points) else mark.precision
    return MarkShown(str(mark), value(mark), unit(mark).value, precision)
