"""What the book covers after the lines of one event were taken, and which records it does not believe."""

from collections.abc import Iterable, Sequence
from datetime import date

from pacelight.book.formats.line import Line
from pacelight.book.model import Coverage
from pacelight.book.store.held import HeldMark
from pacelight.errors import NationError
from pacelight.event import Level
from pacelight.measure import score
from pacelight.meet.intake.covers import (
    Promise,
    RecordList,
    all_time,
    progression,
    record_lists,
    standing,
    wind_is_legal,
)
from pacelight.nation import area_of

__all__ = ["vouched"]


def vouched(
    promise: Promise,
    taken: Sequence[Line],
    missing: Sequence[Line],
    held: Sequence[HeldMark],
    *,
    since: date,
    source: str,
    unread: bool,
) -> tuple[list[Coverage], list[str]]:
    """What is covered from now on, and a sentence for each record that the book contradicts.

    Args:
        promise: what the file says beyond its rows.
        taken: lines of one event that are in the book.
        missing: lines that are not.
        held: what the book had of this event before.
        since: the day of which the lists are.
        source: key of the source.
        unread: there are rows of which nothing is understood.
    """
    if promise is Promise.ALL_TIME:
        return all_time(taken, missing, since=since, source=source, unread=unread), []
    absent = record_lists(missing)
    covered: list[Coverage] = []
    contradicted: list[str] = []
    for which, lines in record_lists(taken).items():
        if promise is Promise.PROGRESSION:
            one = progression(which, lines, absent.get(which, []), source=source)
        elif better := _better(which, lines, held, since):
            contradicted.append(better)
            continue
        else:
            one = standing(which, lines, absent.get(which, []), since=since, source=source)
        covered += [one] if one else []
    return covered, contradicted


def _better(which: RecordList, lines: Sequence[Line], held: Iterable[HeldMark], since: date) -> str:
    """A sentence where the book holds a better mark than what is said to be the record."""
    marks = [line for line in lines if line.mark is not None]
    if not marks:
        return ""
    record = min(marks, key=lambda line: score(line.mark) if line.mark else 0)
    assert record.mark is not None  # noqa: S101  # those without were left out
    better = [
        one
        for one in held
        if one.stands
        and one.day <= since
        and score(one.mark) < score(record.mark)
        and wind_is_legal(record.event, one.wind)
        and _of_scope(which, one)
    ]
    if not better:
        return ""
    best = min(better, key=lambda one: score(one.mark))
    level, scope = which
    return (
        f"{level} {scope} {record.event} {record.sex}: {record.mark} by {record.athlete} ({record.at}),"
        f" and the book holds {best.mark} ({best.key})"
    )


def _of_scope(which: RecordList, one: HeldMark) -> bool:
    level, scope = which
    match level:
        case Level.WR:
            return True
        case Level.NR:
            return one.nation == scope
        case Level.AR:
            try:
                return area_of(one.nation, one.day) == scope
            except NationError:
                return False
        case _:
            return False
