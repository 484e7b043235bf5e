"""Age groups of performances, as far as birth dates tell: who may or may not be of a group is of none."""

from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np
import numpy.typing as npt

from pacelight.book.birth import Birth
from pacelight.book.model import ALL
from pacelight.book.rules import AGE_GROUPS, ALL_AGES, age_groups
from pacelight.errors import BookError

__all__ = ["groups_of", "index", "normal", "within", "words"]

Words = npt.NDArray[np.uint16]


def words(days: Sequence[date], births: Sequence[Birth | None]) -> Words:
    """A bit for each age group of each performance.

    Where only the year or the month of birth is known, a group counts if it is the athlete's
    whichever day it was.

    Args:
        days: of the performances.
        births: of their athletes; None where nothing is known.

    Returns:
        shape ``(n,)``, bit ``k`` set for ``AGE_GROUPS[k]``.
    """
    found = np.full(len(days), ALL_AGES, np.uint16)
    known = [(row, day, born) for row, (day, born) in enumerate(zip(days, births, strict=True)) if born]
    if known:
        day = _numbers([day for _, day, _ in known])
        first, _ = age_groups(day, _numbers([born.day for _, _, born in known]))
        last, _ = age_groups(day, _numbers([born.latest for _, _, born in known]))
        found[[row for row, _, _ in known]] = first & last
    return found


def within(given: Words, age: str) -> npt.NDArray[np.bool_]:
    """Which performances are of this age group; shape ``(n,)``.

    Raises:
        BookError: no such age group.
    """
    return (given >> np.uint16(index(age)) & np.uint16(1)).astype(np.bool_)


def groups_of(word: int) -> Iterator[str]:
    """The age groups of a word, "all" left out."""
    return (group.name for bit, group in enumerate(AGE_GROUPS) if bit and word >> bit & 1)


def index(age: str) -> int:
    """The bit of an age group.

    Raises:
        BookError: no such age group; those there are are named.
    """
    names = [group.name for group in AGE_GROUPS]
    if age not in names:
        raise BookError(f"no age group '{age}' (there are {', '.join(names)})")
    return names.index(age)


def normal(age: str) -> str:
    """The age group as the book writes it, however it was typed; ``W35`` is ``M35`` of women.

    Raises:
        BookError: no such age group; those there are are named.

    >>> normal("u20")
    'U20'
    """
    shown = age.strip().upper()
    if shown[:1] == "W" and shown[1:].isdigit():
        shown = f"M{shown[1:]}"
    name = ALL if shown == ALL.upper() else shown
    index(name)
    return name


def _numbers(days: Sequence[date]) -> npt.NDArray[np.int32]:
    return np.array(days, "datetime64[D]").astype(np.int64).astype(np.int32)
