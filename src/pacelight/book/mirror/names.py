"""Names as numbers: sorted as they were first written, and found without reading them all."""

from typing import Any, Self

import numpy as np
import numpy.typing as npt

__all__ = ["Names"]

NONE = -1


class Names:
    """Each distinct name of a column, numbered from zero.

    Args:
        known: bytes, ascending, shape ``(n,)``.
        numbers: int32, shape ``(n,)``, the number of each.
    """

    def __init__(self, known: npt.NDArray[np.bytes_], numbers: npt.NDArray[np.int32]) -> None:
        self.known, self.numbers = known, numbers
        self.new: dict[str, int] = {}

    @classmethod
    def of(cls, names: npt.NDArray[np.bytes_]) -> tuple[Self, npt.NDArray[np.int32]]:
        """The names of a column, and the number of each row; an empty name has none (-1)."""
        known, numbers = np.unique(names, return_inverse=True)
        if known.size and not known[0]:
            known, numbers = known[1:], numbers - 1
        return cls(known, np.arange(known.size, dtype=np.int32)), numbers.astype(np.int32)

    def find(self, name: str) -> int:
        """The number of a name; -1 for none."""
        if not name:
            return NONE
        if name in self.new:
            return self.new[name]
        wanted: Any = name.encode()
        # A longer needle would make NumPy copy all the names to its length.
        fits = len(wanted) <= self.known.itemsize
        place = int(self.known.searchsorted(wanted)) if fits else self.known.size
        found = place < self.known.size and self.known[place] == wanted
        return int(self.numbers[place]) if found else NONE

    def together(self) -> "Names":
        """The same, with the new names among those that were first written."""
        if not self.new:
            return self
        known = np.concatenate([self.known, np.array([name.encode() for name in self.new], np.bytes_)])
        numbers = np.concatenate([self.numbers, np.fromiter(self.new.values(), np.int32, len(self.new))])
        by_name = np.argsort(known)
        return Names(known[by_name], numbers[by_name])

    def number(self, name: str) -> int:
        """The number of a name, a new one where it has none yet; -1 for the empty name."""
        found = self.find(name)
        if found == NONE and name:
            found = self.new[name] = self.known.size + len(self.new)
        return found
