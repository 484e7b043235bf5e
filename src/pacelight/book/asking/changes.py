"""What has happened to a performance: what was said, decided, taken back, merged; by whom, when and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pacelight.book.asking.lists import Book
from pacelight.book.model import Decision, DecisionKind, Performance, Status
from pacelight.event import EVENTS

__all__ = ["Change", "Told", "changes", "stands"]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was said or decided.

    Attributes:
        kind: ``said``, a kind of decision, ``merged`` or ``unmerged``.
        what: of what it speaks, in a few words: a mark, a level, two names.
        day: on which it was decided; None where nobody said so.
        learned: from which day on it is known.
        by: who decided; of a mark, the source that says it.
        why: for which reason.
        source: key of the source that reports it; empty where there is none.
        stands: it was not taken back.
    """

    kind: str
    what: str
    day: date | None
    learned: date | None
    by: str
    why: str
    source: str = ""
    stands: bool = True


@dataclass(frozen=True, slots=True)
class Told:
    """A performance and what has happened to it.

    Attributes:
        performance: as it was first said.
        now: as it stands, corrected.
        status: as it stands; None where no decision speaks of all its levels.
        changes: what sources say first, then decisions in the order they were taken, then merges.
    """

    performance: Performance
    now: Performance
    status: Status | None
    changes: tuple[Change, ...]


def changes(book: Book, key: str, *, known_at: date) -> Told:
    """All that has touched a performance.

    Args:
        book: is asked.
        key: of the performance.
        known_at: the last day of decisions.

    Raises:
        BookError: no such performance.
    """
    performance = book.performance(key)
    found = (*_said(book, performance), *_decided(book, performance, known_at), *_merged(book, key))
    return Told(performance, *stands(book, performance, known_at=known_at), found)


def stands(book: Book, performance: Performance, *, known_at: date) -> tuple[Performance, Status | None]:
    """A performance of the book as corrected by a day, and its status."""
    history = book.part(EVENTS[performance.event], performance.sex).history
    view = history.view(performance.day, known_at)
    now = next(one for one in view.performances if one.key == performance.key)
    return now, view.status_of(performance.key)


def _said(book: Book, performance: Performance) -> Iterator[Change]:
    for one in book.assertions(EVENTS[performance.event], performance.sex):
        if one.performance_key == performance.key:
            yield Change("said", str(one.mark), None, None, one.source, "", one.source)


def _decided(book: Book, performance: Performance, known_at: date) -> Iterator[Change]:
    history = book.part(EVENTS[performance.event], performance.sex).history
    (heard,), (kept,) = (ask([performance], known_at) for ask in (history.heard, history.decided))
    for one in heard:
        told = (one.decided, one.learned, one.by, one.why, one.source)
        yield Change(
            one.kind.value, _what(one), *told, stands=one in kept or one.kind is DecisionKind.WITHDRAWN
        )


def _merged(book: Book, key: str) -> Iterator[Change]:
    for one in book.merges_of(key):
        kind, says = ("unmerged", "is not") if one.undone else ("merged", "is")
        yield Change(kind, f"{one.other} {says} {one.kept}", one.day, one.day, one.by, one.why)


def _what(one: Decision) -> str:
    """Of what a decision speaks."""
    told = [str(value) for value in (one.mark, one.nation, one.level) if value is not None]
    if one.athlete_key:
        told.append(f"everything from {one.since} to {one.until}")
    if one.withdraws is not None:
        told.append(f"{one.withdraws} of {one.taken}")
    return " ".join(filter(None, (*told, one.scope)))
