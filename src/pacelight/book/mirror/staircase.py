"""The staircase of standing records: of every list its steps, so that a day is one look-up away.

All of it is derived from the fold: `built` writes out what `fold` found in a whole group,
`refolded` folds a single list anew.
A list of which something was learned later has versions, each from the day on which it was learned.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from pacelight.book.columns import Columns, order
from pacelight.book.fold import fold, records
from pacelight.book.rules import (
    AGE_GROUPS,
    COUNTS_PERSONAL,
    COUNTS_RECORD,
    NOT_AS,
    SCOPED,
    STAND_IN,
)
from pacelight.errors import BookError
from pacelight.event import Level

__all__ = [
    "FIRST",
    "KEYED",
    "NOWHERE",
    "NO_STEPS",
    "SEQ_BITS",
    "Marks",
    "Staircase",
    "Steps",
    "built",
    "list_of",
    "refolded",
    "when",
]

Array = npt.NDArray[Any]

FIRST = int(np.iinfo(np.int32).min)
"""The day since which is known what no decision speaks of."""

NOWHERE = -1
"""The scope of a mark that stands in no list of a level."""

KEYED = (Level.AR, Level.NR, Level.CR, Level.LR, Level.MR, Level.FR, Level.PB)
"""Levels with a list for each scope; a season best has that of a personal one, the world has one list."""

SEQ_BITS = 20
"""Room for a million marks of one day."""

_LEVEL = {level: number for number, level in enumerate(Level)}
_COLUMN = {rule.level: rule.key for rule in SCOPED if rule.key}


def when(day: int, seq: int) -> int:
    """One number that orders as day and sequence do; ``when(day + 1, 0)`` comes after all of a day.

    Raises:
        BookError: a sequence of more than a million.
    """
    if seq >> SEQ_BITS:
        raise BookError(f"the order within a day ends at {(1 << SEQ_BITS) - 1}, not {seq}")
    return day << SEQ_BITS | seq


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """One event of one sex in the order of the fold; every array has shape ``(n,)``.

    Attributes:
        when: int64, day and sequence; see `when`.
        number: int32, in order of arrival.
        score: int32, smaller is better.
        counts: uint16, the bits of `rules`, `NOT_AS` among them.
        ratified: uint8, the same where only what was ratified counts.
        ages: uint16, a bit for each age group.
        scopes: int32 for each of `KEYED`, whose list; `NOWHERE` for none.
    """

    when: npt.NDArray[np.int64]
    number: npt.NDArray[np.int32]
    score: npt.NDArray[np.int32]
    counts: npt.NDArray[np.uint16]
    ratified: npt.NDArray[np.uint16]
    ages: npt.NDArray[np.uint16]
    scopes: Mapping[Level, npt.NDArray[np.int32]]

    def columns(self, level: Level, *, ratified: bool = False, rows: Array | None = None) -> Columns:
        """What the fold of a level walks over: all rows, or some."""

        def taken(column: Array) -> Array:
            return column if rows is None else column.take(rows)

        used = STAND_IN.get(level, level)
        whose: dict[str, npt.NDArray[np.int32]] = (
            {} if used not in _COLUMN else {_COLUMN[used]: taken(self.scopes[level])}
        )
        days = taken(self.when) >> SEQ_BITS
        return Columns(
            starts=np.array([0, days.size], np.int64),
            score=taken(self.score),
            counts=_counting(taken(self.ratified if ratified else self.counts), level),
            ages=taken(self.ages),
            year=_years(days) if level is Level.SB else np.zeros(days.size, np.int16),
            athlete=taken(self.scopes[Level.PB]),
            keys=whose,
        )


class Steps(NamedTuple):
    """Records of one list in order of time, equalled ones included; every array has shape ``(k,)``.

    Attributes:
        when: day and sequence of each.
        score: smaller is better; does not rise, but at the turn of a year of season bests.
        number: of the mark, in order of arrival.
    """

    when: npt.NDArray[np.int64]
    score: npt.NDArray[np.int32]
    number: npt.NDArray[np.int32]

    def cut(self, start: int, end: int) -> "Steps":
        """Some of them."""
        return Steps(self.when[start:end], self.score[start:end], self.number[start:end])

    def same(self, other: "Steps") -> bool:
        """Whether both are the same steps."""
        pairs = ((self.when, other.when), (self.score, other.score), (self.number, other.number))
        return all(np.array_equal(mine, theirs) for mine, theirs in pairs)


NO_STEPS = Steps(np.zeros(0, np.int64), np.zeros(0, np.int32), np.zeros(0, np.int32))


def list_of(level: Level, scope: int, age: int = 0, *, ratified: bool = False) -> int:
    """The number of a list: of a level, whose, of which age group, of all marks or of ratified ones."""
    return ((ratified << 4 | _LEVEL[level]) << 4 | age) << 32 | scope


class Staircase:
    """The steps of every list of one group, as first known and as learned since.

    Args:
        lists: int64, the numbers of lists with steps, ascending.
        starts: int64, where the steps of each begin, and where the last end.
        steps: of all lists, one after the other.
    """

    def __init__(self, lists: npt.NDArray[np.int64], starts: npt.NDArray[np.int64], steps: Steps) -> None:
        self.lists, self.starts, self.first = lists, starts, steps
        self.versions: dict[int, tuple[list[int], list[Steps]]] = {}

    def steps(self, wanted: int, known_at: int) -> Steps:
        """All steps of a list, as known on a day."""
        versions = self.versions.get(wanted)
        if versions is not None:
            return versions[1][bisect_right(versions[0], known_at) - 1]
        return self._first(wanted, int(self.lists.searchsorted(wanted)))

    def many(self, wanted: list[int], known_at: int) -> list[Steps]:
        """The same of several lists, looked up together."""
        places = self.lists.searchsorted(np.array(wanted, np.int64)).tolist()
        return [
            self.steps(one, known_at) if one in self.versions else self._first(one, place)
            for one, place in zip(wanted, places, strict=True)
        ]

    def put(self, wanted: int, since: int, steps: Steps) -> None:
        """A version of a list, known from that day on until the next."""
        if wanted not in self.versions:
            stood = self._first(wanted, int(self.lists.searchsorted(wanted)))
            if steps.same(stood):
                return
            self.versions[wanted] = [FIRST], [stood]
        days, versions = self.versions[wanted]
        place = bisect_right(days, since)
        if days[place - 1] == since:
            versions[place - 1] = steps
        else:
            days.insert(place, since)
            versions.insert(place, steps)

    def _first(self, wanted: int, place: int) -> Steps:
        if place == self.lists.size or self.lists[place] != wanted:
            return NO_STEPS
        return self.first.cut(int(self.starts[place]), int(self.starts[place + 1]))


def built(marks: Marks) -> Staircase:
    """The staircase of a whole group, as known without any decision."""
    parts = [_written(marks, level) for level in sorted(Level, key=_LEVEL.__getitem__)]
    lists = np.concatenate([lists for lists, _, _ in parts])
    sizes = np.concatenate([sizes for _, sizes, _ in parts])
    steps = Steps(*(np.concatenate([part[2][nth] for part in parts]) for nth in range(len(NO_STEPS))))
    return Staircase(lists, np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)]), steps)


def refolded(marks: Marks, level: Level, scope: int, *, ratified: bool = False) -> dict[int, Steps]:
    """One list of each age group, folded anew; those without a step are left out."""
    counts = marks.ratified if ratified else marks.counts
    rows = np.flatnonzero(counts) if ratified else None
    if level is not Level.WR:
        rows = np.flatnonzero((marks.scopes[_scoped(level)] == scope) & (counts != 0))
    columns = marks.columns(level, ratified=ratified, rows=rows)
    used = STAND_IN.get(level, level)
    row, age = records(fold(columns, levels={used}), columns.ages, used)
    found = row if rows is None else rows[row]
    return {
        int(group): Steps(marks.when[some], marks.score[some], marks.number[some])
        for group in np.unique(age)
        for some in [found[age == group]]
    }


def _written(marks: Marks, level: Level) -> tuple[Array, Array, Steps]:
    """The lists of a level: their numbers, how many steps each has, and the steps."""
    columns = marks.columns(level)
    used = STAND_IN.get(level, level)
    row, age = records(fold(columns, levels={used}), columns.ages, used)
    scope = np.zeros(row.size, np.int32) if level is Level.WR else marks.scopes[_scoped(level)][row]
    by_list, _ = order(age, scope, groups=len(AGE_GROUPS))
    row, whole = row[by_list], age[by_list].astype(np.int64) << 32 | scope[by_list]
    first = np.flatnonzero(np.diff(whole, prepend=-1))
    lists = list_of(level, 0) + whole[first]
    return lists, np.diff(first, append=row.size), Steps(marks.when[row], marks.score[row], marks.number[row])


def _counting(counts: npt.NDArray[np.uint16], level: Level) -> npt.NDArray[np.uint8]:
    """For what each counts among the records of a level."""
    both = np.uint16(COUNTS_RECORD | COUNTS_PERSONAL)
    wanted = (counts & both).astype(np.uint8)
    if level in NOT_AS:
        wanted[counts & np.uint16(NOT_AS[level]) != 0] &= np.uint8(COUNTS_PERSONAL)
    return wanted


def _scoped(level: Level) -> Level:
    """The column that tells the lists of a level apart."""
    return Level.PB if level is Level.SB else level


def _years(days: npt.NDArray[np.int64]) -> npt.NDArray[np.int16]:
    """The calendar year of each day."""
    return (days.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970).astype(np.int16)
