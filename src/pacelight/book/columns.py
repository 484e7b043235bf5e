"""Marks as columns, sorted by group and time: what the fold walks over."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from pacelight.book import kernel
from pacelight.book.rules import SCOPED
from pacelight.errors import BookError

__all__ = ["Columns", "order"]

Ints = npt.NDArray[np.int32]

UNREACHED = np.iinfo(np.int32).max
"""Stands for "nothing before"; no score may be it."""


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """Marks of one or many groups; every array has shape ``(n,)`` but `starts`.

    A group is one event of one sex; group ``g`` is the rows ``starts[g]`` to ``starts[g + 1] - 1``,
    in order of day and sequence.

    Attributes:
        starts: shape ``(groups + 1,)``, int64.
        score: int32, smaller is better: thousandths of a second, or a distance below zero.
        counts: uint8, the bits `COUNTS_RECORD` and `COUNTS_PERSONAL`.
        ages: uint16, a bit for each age group, at most `SLOTS` of them.
        year: int16, the calendar year.
        athlete: int32, counted from zero.
        keys: int32 per key of the rules (``area``, ``nation``, ``meeting``, ``championship``);
            counted from zero, -1 for none.

    Raises:
        BookError: a column of another type or length, or a score that cannot be.
    """

    starts: npt.NDArray[np.int64]
    score: Ints
    counts: npt.NDArray[np.uint8]
    ages: npt.NDArray[np.uint16]
    year: npt.NDArray[np.int16]
    athlete: Ints
    keys: Mapping[str, Ints] = field(default_factory=dict)

    def __post_init__(self) -> None:
        n = len(self)
        _check("starts", self.starts, np.int64, self.starts.size)
        for name, dtype in (
            ("score", np.int32),
            ("counts", np.uint8),
            ("ages", np.uint16),
            ("year", np.int16),
            ("athlete", np.int32),
        ):
            _check(name, getattr(self, name), dtype, n)
        for name, column in self.keys.items():
            if name not in {rule.key for rule in SCOPED}:
                raise BookError(f"no rule tells lists apart by '{name}'")
            _check(name, column, np.int32, n)
        if self.starts.size == 0 or self.starts[0] != 0 or (np.diff(self.starts) < 0).any():
            raise BookError("the starts of groups begin at row 0 and do not decrease")
        if n and self.score.max() == UNREACHED:
            raise BookError(f"no score may be {UNREACHED}")

    def __len__(self) -> int:
        return int(self.starts[-1]) if self.starts.size else 0

    @property
    def groups(self) -> int:
        """How many groups there are."""
        return self.starts.size - 1


def order(group: npt.NDArray[np.integer], day: Ints, *, groups: int) -> tuple[Ints, npt.NDArray[np.int64]]:
    """Into which order rows are to be taken for the fold: by group, then day, then as they stand.

    Args:
        group: shape ``(n,)``, 0 to ``groups - 1``.
        day: shape ``(n,)``, whole days on any scale.
        groups: how many groups there are.

    Returns:
        rows: shape ``(n,)``, row numbers in order.
        starts: shape ``(groups + 1,)``, where each group begins in that order.
    """
    starts = np.zeros(groups + 1, np.int64)
    np.cumsum(np.bincount(group, minlength=groups), out=starts[1:])
    if not day.size:
        return np.empty(0, np.int32), starts
    first = int(day.min())
    span = int(day.max()) - first + 1
    if kernel.available() and groups * span < 2**32:
        key = group.astype(np.uint32)
        key *= np.uint32(span)
        key += (day - np.int32(first)).view(np.uint32)
        return kernel.order(key, bits=(groups * span).bit_length()), starts
    return np.lexsort((day, group)).astype(np.int32), starts


def _check(name: str, column: npt.NDArray[np.generic], dtype: type[np.generic], n: int) -> None:
    if column.dtype != dtype or column.shape != (n,) or not column.flags.c_contiguous:
        raise BookError(
            f"column {name}: {column.dtype} of shape {column.shape}, not {np.dtype(dtype)} of shape ({n},)"
        )
