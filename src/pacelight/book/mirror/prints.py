"""Prints: of each performance one number that is another as soon as anything known of it is another."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self, TypeVar

import numpy as np
import numpy.typing as npt

Number = TypeVar("Number", np.int64, np.uint64)

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

    def among(self, numbers: Iterable[int]) -> set[int]:
        """Those of some numbers of which there is a print."""
        asked = np.fromiter(numbers, np.int64)
        place = np.searchsorted(self.ids, asked)
        return set(asked[_at(self.ids, place) == asked].tolist())

    def added(self, some: Mapping[int, int]) -> dict[int, int]:
        """Those of some prints that are new or another."""
        asked = Prints.of(some)
        place = np.searchsorted(self.ids, asked.ids)
        same = (_at(self.ids, place) == asked.ids) & (_at(self.words, place) == asked.words)
        return {number: some[number] for number in asked.ids[~same].tolist()}

    def renewed(self, changed: Mapping[int, int]) -> "Prints":
        """These, with some that are new or another."""
        if not changed:
            return self
        some = Prints.of(changed)
        place = np.searchsorted(self.ids, some.ids)
        new = (_at(self.ids, place) != some.ids) | (self.ids.size == 0)
        words = self.words.copy()
        words[place[~new]] = some.words[~new]
        return Prints(
            np.insert(self.ids, place[new], some.ids[new]), np.insert(words, place[new], some.words[new])
        )


def _at(column: npt.NDArray[Number], place: npt.NDArray[np.intp]) -> npt.NDArray[Number]:
    """What stands at these places; beyond the end, what stands last."""
    return column[np.minimum(place, column.size - 1)] if column.size else np.zeros(place.size, column.dtype)


NO_PRINTS = Prints.of({})
