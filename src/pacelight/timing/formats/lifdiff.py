"""What changed between two saves of one result file.

FinishLynx writes the whole file again at each save, and a second save is not a second result.
"""

from collections.abc import Callable
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

    A row is the same runner if the ID agrees, or race and lane where nobody else claims them by ID.
    Equal files give nothing.
    """
    left = list(old.rows)
    by_bib = [(row, _take(left, row, _same_bib)) for row in new.rows]
    found: list[Difference] = []
    for row, same in by_bib:
        before = same or _take(left, row, _same_lane)
        if before is None:
            found.append(Difference(DifferenceKind.ADDED, None, row))
        elif before.cells != row.cells or before.race != row.race:
            other = before.bib and row.bib and before.bib != row.bib
            kind = DifferenceKind.CONFLICT if other else DifferenceKind.CHANGED
            found.append(Difference(kind, before, row))
    return (*found, *(Difference(DifferenceKind.REMOVED, row, None) for row in left))


def _same_bib(before: LifRow, row: LifRow) -> bool:
    return bool(row.bib) and before.bib == row.bib


def _same_lane(before: LifRow, row: LifRow) -> bool:
    return bool(row.lane) and (before.race, before.lane) == (row.race, row.lane)


def _take(left: list[LifRow], row: LifRow, same: Callable[[LifRow, LifRow], bool]) -> LifRow | None:
    """The old row that is this runner, of the same race if there are several, taken off the list."""
    found = [before for before in left if same(before, row)]
    taken = min(found, key=lambda before: before.race != row.race, default=None)
    if taken is not None:
        left.remove(taken)
    return taken
