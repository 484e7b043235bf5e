"""Prints: of each performance one number that is another as soon as anything known of it is another."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

__all__ = ["NO_PRINTS", "Prints"]


@dataclass(frozen=True, slots=True, eq=False)
class Prints:
    """Of which performances a mirror was told, and what was known of them.

    Attributes:
        ids: int64, ascending, shape ``(n,)``, the numbers under which the facts keep them.
        words: uint64, shape ``(n,)``, the print of each.
    """

    ids: npt.NDArray[np.int64]
    words: npt.NDArray[np.uint64]

    @classmethod
    def of(cls, printed: Mapping[int, int]) -> Self:
        """The prints of performances by their numbers."""
        ids = np.fromiter(sorted(printed), np.int64, len(printed))
        return cls(ids, np.array([printed[number] for number in ids.tolist()], np.uint64))

    def changed(self, now: "Prints") -> dict[int, int] | None:
        """The new prints of what is new or is known otherwise by now; None where something is gone."""
        place = np.searchsorted(now.ids, self.ids)
        there = place < now.ids.size
        if not there.all() or not np.array_equal(now.ids[place], self.ids):
            return None
        other = np.ones(now.ids.size, np.bool_)
        other[place] = now.words[place] != self.words
        return dict(zip(now.ids[other].tolist(), now.words[other].tolist(), strict=True))

    def renewed(self, changed: Mapping[int, int]) -> "Prints":
        """These, with some that are new or another."""
        if not changed:
            return self
        some = Prints.of(changed)
        kept = ~np.isin(self.ids, some.ids)
        ids = np.concatenate([self.ids[kept], some.ids])
        by_id = np.argsort(ids, kind="stable")
        return Prints(ids[by_id], np.concatenate([self.words[kept], some.words])[by_id])


NO_PRINTS = Prints.of({})
