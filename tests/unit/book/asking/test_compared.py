"""What changed between two books, or between two days of one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from pacelight.book.asking.compared import Change, Edition, compare, records
from pacelight.book.asking.lists import Book
from pacelight.book.model import Coverage, Decision, Performance, Source
from pacelight.event import EVENTS

Ran = Callable[..., Performance]
Covers = Callable[..., Coverage]
Decided = Callable[..., Decision]

END = date(2025, 12, 31)


def edition(book: Book, day: date = END) -> Edition:
    return Edition(book, day, day)


def changes(first: Edition, second: Edition) -> list[tuple[str, str, str]]:
    return [(one.listed.level, one.listed.scope, one.change) for one in compare(first, second)]


def test_a_book_is_the_same_as_itself(book: Book) -> None:
    assert compare(edition(book), edition(book)) == []


def test_between_two_days_records_are_improved_and_decided(book: Book) -> None:
    eve, march = edition(book, date(2025, 2, 7)), edition(book, date(2025, 3, 22))
    assert changes(eve, edition(book, date(2025, 2, 8))) == [
        ("WR", "WORLD", Change.IMPROVED),
        ("NR", "USA", Change.NEW),
    ]
    assert changes(edition(book, date(2025, 2, 14)), march) == [("NR", "USA", Change.DECIDED)]
    assert changes(march, eve) == [("WR", "WORLD", Change.NO_SOURCE), ("NR", "USA", Change.VANISHED)]


def test_an_equalled_record_is_told(book: Book, ran: Ran) -> None:
    book.add(ran("teare", "3:45.14", "2025-02-20", nation="USA"))
    assert changes(edition(book, date(2025, 2, 19)), edition(book)) == [
        ("WR", "WORLD", Change.EQUALLED),
        ("NR", "USA", Change.IMPROVED),
    ]


def test_an_annulled_record_is_corrected_and_not_worse(book: Book, decided: Decided) -> None:
    book.decide(decided("2025-02-13-ingebrigtsen", "annulled", "2025-06-01"))
    (found,) = compare(edition(book, date(2025, 5, 31)), edition(book))
    assert (found.change, str(found.before and found.before.mark), str(found.after and found.after.mark)) == (
        Change.CORRECTED,
        "3:45.14",
        "3:46.63",
    )


OTHERS = [
    ({"athlete": "Jakob INGEBRIGTSEN", "athlete_key": "x"}, Change.SPELLING),
    ({"athlete": "Ingebrigtsen Jakob", "athlete_key": "x"}, Change.SPELLING),
    ({"venue": "Lievin"}, Change.SPELLING),
    ({"nation": "SWE"}, Change.CORRECTED),
    ({"day": date(2025, 2, 14)}, Change.CORRECTED),
    ({"athlete": "Yared Nuguse", "athlete_key": "nuguse"}, Change.CORRECTED),
    ({"note": "in another hall"}, None),
]


@pytest.mark.parametrize(("told", "change"), OTHERS)
def test_the_same_mark_told_otherwise_has_its_class(
    ran: Ran, covers: Covers, source: Source, told: dict[str, object], change: Change | None
) -> None:
    one = ran("jakob", "3:45.14", "2025-02-13", athlete="Jakob Ingebrigtsen")
    with Book.create() as first, Book.create() as second:
        first.add(one, source, coverage=[covers("WR")])
        second.add(replace(one, key="other", **told), source, coverage=[covers("WR")])  # type: ignore[arg-type]
        assert [found.change for found in compare(edition(first), edition(second))] == (
            [] if change is None else [change]
        )


@pytest.mark.parametrize(
    ("told", "change"),
    [
        (("b", "3:44", "2025-03-01"), Change.IMPROVED),
        (("a", "3:45", "2025-02-13"), Change.CORRECTED),  # the same race, another mark
        (("a", "3:46", "2025-02-13"), Change.CORRECTED),
        (("b", "3:59", "2025-03-01"), Change.NO_SOURCE),  # implausible
        (("a", "3:59", "2025-03-01"), Change.NO_SOURCE),
    ],
)
def test_another_mark_is_an_improvement_a_correction_or_not_to_be_believed(
    ran: Ran, covers: Covers, source: Source, told: tuple[str, str, str], change: Change
) -> None:
    who, mark, day = told
    names = {"a": "Yomif Kejelcha", "b": "Josh Kerr"}
    with Book.create() as first, Book.create() as second:
        first.add(ran("a", "3:45.14", "2025-02-13", athlete=names["a"]), source, coverage=[covers("WR")])
        second.add(ran(who, mark, day, athlete=names[who]), source, coverage=[covers("WR")])
        assert [found.change for found in compare(edition(first), edition(second))] == [change]


def test_brothers_are_two_people(ran: Ran, covers: Covers, source: Source) -> None:
    with Book.create() as first, Book.create() as second:
        filip = ran("filip", "3:50", "2025-02-13", athlete="Filip Ingebrigtsen")
        first.add(filip, source, coverage=[covers("WR")])
        jakob = ran("jakob", "3:45", "2025-02-13", athlete="Jakob Ingebrigtsen")
        second.add([filip, jakob], source, coverage=[covers("WR")])
        assert [found.change for found in compare(edition(first), edition(second))] == [Change.IMPROVED]


def test_one_event_may_be_asked_for_alone_and_own_bests_are_left_out(
    book: Book, ran: Ran, covers: Covers, source: Source
) -> None:
    book.add(
        ran("a", "3:30", "2025-03-01", event="1500sh"),
        source,
        coverage=[replace(covers("WR"), event="1500sh")],
    )
    start, end = edition(book, date(2025, 2, 14)), edition(book)
    assert [one.listed.event for one in compare(start, end)] == ["1500sh", "MILEsh"]
    assert [one.listed.event for one in compare(start, end, event=EVENTS["MILEsh"])] == ["MILEsh"]
    assert {listed.level for listed in records(end)} == {"WR", "NR"}  # the PB of Nuguse is covered too


def test_records_are_those_that_the_book_answers_one_by_one() -> None:
    day = date(2025, 2, 12)
    with Book.starter() as book:
        found = records(edition(book, day))
        assert len(found) > 40
        for listed, standing in found.items():
            scope = None if listed.level == "WR" else listed.scope
            asked = book.record(listed.event, listed.sex, level=listed.level, scope=scope, as_of=day)
            assert asked == standing
