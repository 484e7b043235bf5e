"""What changed between two saves of one result file.

FinishLynx writes the whole file again at each save, and a second save is not a second result.
"""

from dataclasses import dataclass
from enum import StrEnum

from pacelight.timing.formats.lif import LifFile, LifRow

__all__ = ["Difference", "DifferenceKind", "differences"]


class DifferenceKind(StrEnum):
    """What happened to a row."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    CONFLICT = "conflict"
    """The lane holds someone else now: a person decides, nothing is applied silently."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One row that is not what it was.

    Attributes:
        old: the row as it was; None if added.
        new: the row as it is; None if removed.
    """

    kind: DifferenceKind
    old: LifRow | None
    new: LifRow | None

    @property
    def columns(self) -> tuple[int, ...]:
        """Numbers of the columns that differ, from 0; empty where a row is missing."""
        if self.old is None or self.new is None:
            return ()
        width = max(len(self.old.cells), len(self.new.cells))
        before, after = (row.cells + ("",) * (width - len(row.cells)) for row in (self.old, self.new))
        return tuple(at for at in range(width) if before[at] != after[at])


def differences(old: LifFile, new: LifFile) -> tuple[Difference, ...]:
    """The rows of a file that was saved again which are not as they were, in the order of the new file.

    A row is the same runner if race and ID agree, or race and lane where one of the two has no ID.
    Equal files give nothing.
    """
    left = list(old.rows)
    found: list[Difference] = []
    pairs = [(row, _take(left, row, by_lane=False)) for row in new.rows]
    for row, same in pairs:
        before = same or _take(left, row, by_lane=True)
        if before is None:
            found.append(Difference(DifferenceKind.ADDED, None, row))
        elif before.cells != row.cells or before.race != row.race:
            named = before.bib and row.bib and before.bib != row.bib
            kind = DifferenceKind.CONFLICT if named else DifferenceKind.CHANGED
            found.append(Difference(kind, before, row))
    return (*found, *(Difference(DifferenceKind.REMOVED, row, None) for row in left))


def _take(left: list[LifRow], row: LifRow, *, by_lane: bool) -> LifRow | None:
    """The first old row that is this runner, taken off the list."""
    for at, before in enumerate(left):
        same_bib = bool(row.bib) and before.bib == row.bib
        same_lane = bool(row.lane) and before.lane == row.lane
        if before.race == row.race and (same_lane if by_lane else same_bib):
            return left.pop(at)
    return None
