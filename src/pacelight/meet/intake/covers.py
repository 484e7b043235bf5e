"""What the book covers after a file: only what nothing is missing from.

::

    an all-time list    every performance, from its day on, down to its last mark
                        the world record, from the first day in it on
    a progression       the record of its level and scope, from its first day on
    records             the record of its level and scope, from the day of the file on
    results             nothing

A row that was refused, or waits in the queue, is missing. What it would have changed is not covered:
the ranks from its mark on, and the records it would have been until a better mark came.

That an all-time list covers the world record follows from its depth: who is the first in it ran what
nobody had run before, or a better mark would stand above.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import groupby
from typing import TypeAlias

from pacelight.book import scopes
from pacelight.book.formats.line import Line
from pacelight.book.model import WORLD, Coverage
from pacelight.errors import Refused
from pacelight.event import EVENTS, WIND_LIMIT_MM_S, Level, Sex, Wind
from pacelight.measure import AnyMark, score

__all__ = ["PROMISES", "Group", "Promise", "all_time", "progression", "record_lists", "standing"]

Group: TypeAlias = tuple[str, Sex]
"""Code of an event, and a class."""

RecordList: TypeAlias = tuple[Level, str]
"""A level and a scope."""

_OF_AN_AGE = re.compile(r"\bclass \S+|\bages (?!-1 to -1)")
_NO_LONGER = "no longer the record"
_NO_LISTS = frozenset({Level.PB, Level.SB})
_MM_S_PER_TENTH = 100


class Promise(Enum):
    """What a file of a format says beyond its rows."""

    ALL_TIME = "every performance down to the last"
    PROGRESSION = "every record there was"
    RECORDS = "the records of the day, where rows have a level"


PROMISES = {"alltime": Promise.ALL_TIME, "iaaf": Promise.PROGRESSION}
"""Of the formats whose rows are a whole; every other has records at most."""


@dataclass(frozen=True, slots=True)
class _Mark:
    day: date
    score: int
    mark: AnyMark
    missing: bool


def all_time(
    taken: Sequence[Line], missing: Sequence[Line], *, since: date, source: str, unread: bool
) -> list[Coverage]:
    """What an all-time list covers of its one event.

    Args:
        taken: rows that are in the book.
        missing: rows that are not.
        since: the day of the list.
        source: key of the source.
        unread: there are rows of which nothing is understood; then nothing is covered.
    """
    marks = sorted([*_marks(taken, missing=False), *_marks(missing, missing=True)], key=_by_score)
    if unread or not taken:
        return []
    event, sex = taken[0].event, taken[0].sex
    whole = [one for one in marks if not one.missing]
    best_missing = next((one.score for one in marks if one.missing), None)
    if best_missing is not None:
        whole = [one for one in whole if one.score < best_missing]
    covered = []
    if whole:
        covered.append(Coverage("PERFORMANCES", WORLD, event, sex, since, whole[-1].mark, source))
    known_from = _record_known_from(marks)
    if known_from is not None:
        covered.append(Coverage(Level.WR, WORLD, event, sex, known_from, None, source))
    return covered


def record_lists(lines: Iterable[Line]) -> dict[RecordList, list[Line]]:
    """The rows of each record list of one event: those of everybody, as they stand."""
    lists: dict[RecordList, list[Line]] = {}
    for line in lines:
        if line.level is None or line.level in _NO_LISTS:
            continue
        if _OF_AN_AGE.search(line.note) or _NO_LONGER in line.note:
            continue
        lists.setdefault((line.level, line.scope), []).append(line)
    return lists


def progression(
    which: RecordList, taken: Sequence[Line], missing: Sequence[Line], *, source: str
) -> Coverage | None:
    """What a progression covers: from its first day on, or from the first after what is missing."""
    last = max((line.day or date(line.year or date.max.year, 12, 31) for line in missing), default=date.min)
    days = sorted(line.day for line in taken if line.day and line.day > last)
    return _coverage(which, taken[0], days[0], source) if days else None


def standing(
    which: RecordList, taken: Sequence[Line], missing: Sequence[Line], *, since: date, source: str
) -> Coverage | None:
    """What records cover that are said to stand: from the day of the file on, where none is missing."""
    return None if missing or not taken else _coverage(which, taken[0], since, source)


def wind_is_legal(event: str, wind: int | None) -> bool:
    """Whether a mark with this wind can be a record."""
    if wind is None or EVENTS[event].wind is not Wind.READING:
        return True
    return wind * _MM_S_PER_TENTH <= WIND_LIMIT_MM_S


def _coverage(which: RecordList, line: Line, since: date, source: str) -> Coverage | None:
    """The coverage of a list; None where its scope is none that the book knows."""
    level, scope = which
    try:
        return Coverage(level, scopes.normal(level, scope), line.event, line.sex, since, None, source)
    except Refused:
        return None


def _marks(lines: Iterable[Line], *, missing: bool) -> list[_Mark]:
    return [
        _Mark(line.day, score(line.mark), line.mark, missing)
        for line in lines
        if line.day is not None and line.mark is not None and wind_is_legal(line.event, line.wind)
    ]


def _by_score(mark: _Mark) -> int:
    return mark.score


def _record_known_from(marks: Iterable[_Mark]) -> date | None:
    """The first day from which on the best mark is one that is not missing."""
    known: date | None = None
    best: int | None = None
    for day, of_day in groupby(sorted(marks, key=lambda one: one.day), key=lambda one: one.day):
        first = min(of_day, key=lambda one: (one.score, one.missing))
        if best is None or first.score < best:
            best = first.score
            known = None if first.missing else known or day
    return known
