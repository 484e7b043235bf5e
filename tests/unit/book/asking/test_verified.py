"""A derived progression beside a published one."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from pacelight.book.asking.lists import Book
from pacelight.book.asking.verified import Verified, verify
from pacelight.book.model import Coverage, Decision, NotKnown, Performance, Source
from pacelight.errors import BookError
from pacelight.event import EVENTS, Level, Sex
from pacelight.mark import Mark

Ran = Callable[..., Performance]
Covers = Callable[..., Coverage]

END = date(2025, 12, 31)
MILE = EVENTS["MILEsh"]
LIST = Source("list", "A published list", "", date(2025, 2, 10))


@pytest.fixture
def published(ran: Ran, covers: Covers, source: Source, decided: Callable[..., Decision]) -> Iterator[Book]:
    """What the book holds, and in brackets what the list has."""
    rows = {
        "early": ("3:59", "1990-01-01", None),
        "first": ("3:58", "1991-01-01", "3:58"),
        "tenths": ("3:54.04", "1992-01-01", "3:54.1"),
        "other": ("3:53.50", "1993-01-01", "3:53.40"),
        "slower": ("3:55.00", "1994-01-01", "3:55.00"),
        "equal": ("3:53.50", "1995-01-01", None),
        "void": ("3:50.00", "1996-01-01", "3:50.00"),
        "refused": ("3:50.00", "1997-01-01", "3:50.00"),
        "split": ("3:49.00", "1998-01-01", "3:49.00"),
        "waits": ("3:48.00", "1999-01-01", None),
        "left-out": ("3:47.00", "2000-01-01", None),
        "agreed": ("3:46.00", "2001-01-01", "3:46.00"),
        "late": ("3:45.14", "2025-02-13", None),
    }
    run = [ran(who, mark, day, official=who != "split") for who, (mark, day, _) in rows.items()]
    with Book.create() as book:
        book.add(run, source, coverage=[covers("WR"), covers("NR", "SWE")])
        book.add(
            [
                replace(one, mark=Mark.parse(told), source_key="")
                for one in run
                if (told := rows[one.athlete_key][2])
            ],
            LIST,
        )
        for who, kind in {"void": "annulled", "refused": "rejected", "waits": "submitted"}.items():
            day = rows[who][1]
            book.decide(decided(f"{day}-{who}", kind, day))
        for who in ("early", "first", "tenths", "other", "equal", "left-out", "agreed"):
            book.decide(decided(f"{rows[who][1]}-{who}", "ratified", rows[who][1]))
        yield book


def asked(book: Book, against: str = "list", **more: Any) -> Verified:
    found = verify(book, MILE, Sex.MEN, against, as_of=END, **more)
    assert isinstance(found, Verified)
    return found


def test_every_difference_has_its_reason_or_is_listed_without(published: Book) -> None:
    found = asked(published)
    assert [step.performance.athlete_key for step in found.agreed] == ["first", "agreed"]
    assert {one.performance.athlete_key: (one.derived, one.why) for one in found.differences} == {
        "early": (True, "before the first mark of the source, of 1991-01-01"),
        "tenths": (True, "the source has it in tenths, rounded up"),
        "other": (True, ""),
        "slower": (False, "3:53.50 (Other, 1993-01-01) stood already"),
        "equal": (True, "it equalled what stood, and the source lists who was first"),
        "void": (False, "annulled"),
        "refused": (False, "rejected"),
        "split": (False, "not official"),
        "waits": (True, "pending, not ratified"),
        "left-out": (True, ""),
        "late": (True, "later than the source, which is of 2025-02-10"),
    }
    days = [one.performance.day for one in found.differences]
    assert days == sorted(days)
    assert [one.performance.athlete_key for one in found.unexplained] == ["other", "left-out"]
    assert [str(one.published) for one in found.unexplained] == ["3:53.40", "None"]


def test_agreements_and_differences_are_all_there_is(published: Book) -> None:
    """Each derived record and each published mark is told once."""
    found = asked(published)
    steps = published.progression(MILE, Sex.MEN, as_of=END)
    assert isinstance(steps, list)
    derived = {step.performance.key for step in steps}
    said = {one.performance_key for one in published.assertions(MILE, Sex.MEN) if one.source == "list"}
    told = [step.performance.key for step in found.agreed] + [
        one.performance.key for one in found.differences
    ]
    assert sorted(told) == sorted(derived | said)


def test_what_was_beaten_before_the_list_begins_is_explained(
    ran: Ran, covers: Covers, source: Source
) -> None:
    run = [ran("a", "3:50", "1979-01-01"), ran("b", "3:49", "1979-06-01"), ran("c", "3:48", "1985-01-01")]
    with Book.create() as book:
        book.add(run, source, coverage=[covers("WR")])
        found = asked(book, "test")
        assert [(one.performance.athlete_key, one.why) for one in found.differences] == [
            ("a", "beaten before the list begins on 1980-01-01")
        ]


def test_a_list_that_is_not_known_cannot_be_verified(published: Book) -> None:
    assert isinstance(
        verify(published, MILE, Sex.MEN, "list", level=Level.NR, scope="NOR", as_of=END), NotKnown
    )
    assert isinstance(
        verify(published, MILE, Sex.MEN, "list", level=Level.NR, scope="SWE", as_of=END), NotKnown
    )


def test_a_source_that_says_nothing_of_it_is_refused(published: Book) -> None:
    with pytest.raises(BookError, match="the book has no source 'nobody'"):
        asked(published, "nobody")
    published.add([], Source("silent", "Says nothing", "", END))
    with pytest.raises(BookError, match="'silent' says nothing of Mile short track, men"):
        asked(published, "silent")


def test_the_mile_of_the_shipped_book_agrees_with_the_list_of_the_iaaf() -> None:
    with Book.starter() as book:
        found = verify(book, EVENTS["MILE"], Sex.MEN, "iaaf-2015", as_of=date(2025, 2, 13))
        assert isinstance(found, Verified)
        assert (len(found.agreed), found.differences) == (32, ())
