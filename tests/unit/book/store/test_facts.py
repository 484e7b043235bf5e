"""Facts are appended and never changed; people are kept apart from them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import delete, func, select

from pacelight.book.asking.lists import Book
from pacelight.book.model import Athlete, Coverage, Decision, Facts, Performance, Source, Standing, Status
from pacelight.book.store import schema
from pacelight.errors import BookError
from pacelight.event import Sex
from pacelight.mark import Mark

Ran = Callable[..., Performance]
Covers = Callable[..., Coverage]
Decided = Callable[..., Decision]

END = date(2025, 12, 31)
OTHER = Source("tehuty", "tehuty.com", "", date(2022, 3, 1))


def stored(book: Book, query: Any) -> list[tuple[Any, ...]]:
    with book._store.reading() as connection:
        return [tuple(row) for row in connection.execute(query)]


def count(book: Book, table: Any) -> int:
    return int(stored(book, select(func.count()).select_from(table))[0][0])


def record(book: Book, **asked: Any) -> Standing:
    found = book.record("MILEsh", Sex.MEN, as_of=END, **asked)
    assert isinstance(found, Standing)
    return found


def test_the_same_facts_twice_add_nothing(
    book: Book, ran: Ran, source: Source, covers: Covers, decided: Decided
) -> None:
    tables = list(schema.METADATA.tables.values())
    before = [count(book, table) for table in tables]
    again = [
        ran("nuguse", "3:46.63", "2025-02-08", nation="USA"),
        ran("ingebrigtsen", "3:45.14", "2025-02-13"),
    ]
    assert book.add(again, source, coverage=[covers("WR"), covers("LIST", down_to="3:46.90")]) == 0
    assert not book.decide(decided("2025-02-08-nuguse", "ratified", "2025-03-21"), source)
    assert [count(book, table) for table in tables] == before


def test_a_key_names_one_performance(book: Book, ran: Ran) -> None:
    mine = ran("nuguse", "3:46.63", "2025-02-08", nation="USA")
    for other in ({"day": date(2025, 2, 9)}, {"event": "1500sh"}, {"sex": Sex.WOMEN}, {"athlete_key": "x"}):
        with pytest.raises(
            BookError, match="2025-02-08-nuguse is another performance in the book: MILEsh men"
        ):
            book.add(replace(mine, **other))  # type: ignore[arg-type]


def test_another_source_s_mark_is_kept_beside_the_first(book: Book, ran: Ran) -> None:
    other = ran("nuguse", "3:46.64", "2025-02-08", nation="USA", source_key=OTHER.key)
    assert book.add(other, OTHER) == 0
    said = select(schema.assertions.c.source, schema.assertions.c.value).order_by(schema.assertions.c.id)
    assert stored(book, said.where(schema.assertions.c.performance == 2)) == [
        ("test", 226_630),
        ("tehuty", 226_640),
    ]
    found = record(book, known_at=END)
    book.add(other)
    assert record(book, known_at=END) == found


def test_who_says_another_mark_than_before_is_asked_for_a_decision(
    book: Book, ran: Ran, decided: Decided
) -> None:
    with pytest.raises(
        BookError, match=r"'test' has said another mark than 3:45\.15 \(correct it by a decision\)"
    ):
        book.add(ran("ingebrigtsen", "3:45.15", "2025-02-13"))
    assert book.decide(decided("2025-02-13-ingebrigtsen", "corrected", "2025-02-14", mark="3:45.15"))
    assert record(book).mark == Mark.parse("3:45.15")
    assert record(book).status is Status.PENDING
    assert record(book, known_at=date(2025, 2, 13)).mark == Mark.parse("3:45.14")


def test_a_fact_needs_someone_who_says_so(book: Book, ran: Ran, covers: Covers, decided: Decided) -> None:
    nobody = {"source_key": "nobody"}
    with pytest.raises(BookError, match=r"2025-02-20-x: no source 'nobody' \(say who says so\)"):
        book.add(ran("x", "3:47", "2025-02-20", **nobody))
    with pytest.raises(BookError, match="no source 'nobody' for what NR NOR covers"):
        book.append(Facts((), (), (), (), (replace(covers("NR", "NOR"), source="nobody"),)))
    with pytest.raises(BookError, match="2025-02-08-nuguse: no source 'nobody' for the decision"):
        book.decide(replace(decided("2025-02-08-nuguse", "ratified", "2025-03-22"), source="nobody"))


def test_a_decision_needs_a_performance(book: Book, decided: Decided) -> None:
    with pytest.raises(BookError, match=r"no performance 'p' in the book \(a decision needs one\)"):
        book.decide(decided("p", "ratified", "2025-03-21"))


def test_a_source_s_key_names_one_source(book: Book, source: Source) -> None:
    with pytest.raises(
        BookError, match=r"the source 'test' is in the book with other content \(give it another key\)"
    ):
        book.add([], replace(source, who="Another"))
    assert book.source("test") == source


def test_what_a_list_covers_is_said_once_for_each_day(book: Book, covers: Covers, source: Source) -> None:
    sentence = "the book says otherwise what it covers of LIST WORLD of MILEsh, men from 1980-01-01 on"
    with pytest.raises(BookError, match=sentence):
        book.add([], source, coverage=[covers("LIST", down_to="3:48.00")])
    assert book.add([], source, coverage=[covers("LIST", since="1990-01-01", down_to="3:48.00")]) == 0
    assert count(book, schema.coverage) == 5


def test_without_a_sequence_a_performance_stands_after_all_that_the_book_holds_of_its_day(
    book: Book, ran: Ran
) -> None:
    book.add(ran("first", "3:46.80", "2025-02-08", seq=7))
    book.add(ran("last", "3:46.50", "2025-02-08"))
    seqs = select(schema.performances.c.seq).where(schema.performances.c.day == date(2025, 2, 8))
    assert stored(book, seqs) == [(1,), (2,), (7,), (8,)]


# People.


def test_other_names_are_kept_beside_the_first(book: Book, ran: Ran, source: Source) -> None:
    book.add(ran("slaney", "4:20", "1985-01-01", athlete="Mary Slaney", nation="USA"))
    book.add(ran("slaney", "4:21", "1983-01-01", athlete="Mary Decker", nation="USA"))
    book.add([], source, athletes=[Athlete("slaney", "Mary Slaney", "USA", ("Mary Tabb", "Mary Decker"))])
    assert book.athlete("mary tabb") == Athlete("slaney", "Mary Slaney", "USA", ("Mary Decker", "Mary Tabb"))


def test_an_athlete_s_nation_is_the_one_last_competed_for_in_whatever_order_it_was_told(
    book: Book, ran: Ran, source: Source
) -> None:
    book.add(ran("jama", "3:50", "2020-01-01", nation="KEN"))
    book.add(ran("jama", "3:50", "2024-01-01", nation="USA", event="1500sh"))
    book.add(ran("jama", "3:50", "2022-01-01", nation="QAT"))
    book.add([], source, athletes=[Athlete("new", "New", "NOR")])
    assert (book.athlete("jama").nation, book.athlete("new").nation) == ("USA", "NOR")


def test_a_person_can_be_forgotten_without_touching_a_fact(book: Book, decided: Decided) -> None:
    book.decide(decided("2025-02-13-ingebrigtsen", "annulled", "2025-06-01"))
    before = record(book)
    with book._store.writing() as connection:
        connection.execute(delete(schema.performance_keys))
        connection.execute(delete(schema.persons))
    with Book(book._store) as again:
        found = record(again)
        assert (found.mark, found.since, found.status) == (before.mark, before.since, before.status)
        assert [(holder.athlete, holder.key) for holder in found.holders] == [("", "performance-2")]
        with pytest.raises(BookError, match="the book knows no athlete 'nuguse'"):
            again.athlete("nuguse")
