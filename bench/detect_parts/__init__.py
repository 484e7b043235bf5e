"""The parts of `bench/detect.py`: one book, asked the same by Pacelight, PostgreSQL and DuckDB."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np

SEQ_BITS = 20
"""As `pacelight.book.mirror.staircase` has it: a day and the sequence within it in one number."""

NEVER = 2**62
"""After all there is."""

NOTHING = 2**31 - 1
"""The score of a list in which nothing stood."""


class MismatchError(Exception):
    """Two programs gave different answers."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A list, and from when on its steps count: of season bests, from the beginning of the year.

    Attributes:
        number: among the lists of all events.
        condition: which marks stand in it, in SQL.
        since, until: of its season; of other lists, always.
    """

    number: int
    condition: str
    since: int = -NEVER
    until: int = NEVER


@dataclass(frozen=True, slots=True)
class NewMark:
    """A mark that is not in the book: which records does it break?

    Attributes:
        group: its event and sex.
        day: days since 1970-01-01, after all in the book.
        names: athlete, nation, area, meeting and championship, as numbers; below zero for none.
        lists: in which it stands.
    """

    group: int
    day: int
    score: int
    ages: int
    names: tuple[int, ...]
    lists: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True)
class AsOf:
    """The record of a list on a day.

    Attributes:
        group: its event and sex.
        level, scope, age: whose record, by name.
        wanted: the same list by its number.
        day: days since 1970-01-01.
    """

    group: int
    level: str
    scope: str
    age: str
    wanted: int
    day: int


@dataclass(frozen=True, slots=True)
class Annulled:
    """A mark that holds a record and is annulled.

    Attributes:
        at: its day and sequence.
        lists: in which it stands.
    """

    group: int
    at: int
    lists: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Of one event, what a database is given: columns of equal length by their names."""

    steps: dict[str, np.ndarray]
    marks: dict[str, np.ndarray]


class Peer(Protocol):
    """A database that holds the steps of every list and the marks they are from."""

    name: str

    def breaks(self, mark: NewMark) -> list[tuple[int, int]]:
        """List and score of each record that is broken or equalled, ascending."""

    def as_of(self, asked: AsOf) -> tuple[int, int] | None:
        """Number of the mark that last set or equalled the record, and its score."""

    def annul(self, annulled: Annulled) -> None:
        """Take a mark out of every list in which it was a step, and fill each from what stood behind it."""

    def steps(self, wanted: int) -> list[tuple[int, int]]:
        """Number and score of each step of a list, in order of time."""


def whole(group: int, wanted: int) -> int:
    """The number of a list among those of all events."""
    return (group << 48) + wanted
