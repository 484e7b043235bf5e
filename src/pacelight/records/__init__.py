"""What was broken: the records that a performance beats or equals, as the book stands.

The rules of what a record is are the book's (`pacelight.book.rules`); this room asks it,
one performance after another, and says what fell.
"""

from pacelight.records.checklist import Checked, Known, Verdict, checklist
from pacelight.records.conditions import Conditions, remarked
from pacelight.records.detect import Finding, detect, enter
from pacelight.records.enroute import Heat, Starter, performance_of, performances
from pacelight.records.known import known_of, levels_of
from pacelight.records.levels import ORDER, shown
from pacelight.records.reach import Chance, Reach, reach
from pacelight.records.stakes import Stake, stakes

__all__ = [
    "ORDER",
    "Chance",
    "Checked",
    "Conditions",
    "Finding",
    "Heat",
    "Known",
    "Reach",
    "Stake",
    "Starter",
    "Verdict",
    "checklist",
    "detect",
    "enter",
    "known_of",
    "levels_of",
    "performance_of",
    "performances",
    "reach",
    "remarked",
    "shown",
    "stakes",
]
