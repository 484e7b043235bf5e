"""What was broken: the records that a performance beats or equals, as the book stands.

The rules of what a record is are the book's (`pacelight.book.rules`); this room asks it,
one performance after another, and says what fell.
"""

from pacelight.records.conditions import Conditions, remarked
from pacelight.records.detect import Finding, detect, enter
from pacelight.records.enroute import Heat, Starter, performance_of, performances
from pacelight.records.levels import ORDER, shown

__all__ = [
    "ORDER",
    "Conditions",
    "Finding",
    "Heat",
    "Starter",
    "detect",
    "enter",
    "performance_of",
    "performances",
    "remarked",
    "shown",
]
