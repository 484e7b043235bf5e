"""What is written is read back, as it was given."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from pacelight.book.asking.lists import Book
from pacelight.book.model import Athlete, Coverage, Decision, Performance, Source
from pacelight.book.store import rows
from pacelight.event import Sex
from pacelight.mark import Mark, Timing

Ran = Callable[..., Performance]
Covers = Callable[..., Coverage]
Decided = Callable[..., Decision]


def test_every_field_of_a_fact_comes_back(ran: Ran, covers: Covers, decided: Decided, source: Source) -> None:
    full = ran(
        "a",
        "3:54.5h",
        "1954-05-06",
        nation="GBR",
        place=1,
        en_route_of="2MLSsh",
        flags="h Mx",
        note="paced",
        seq=3,
        official=False,
    )
    plain = ran("b", "3:47.01", "2025-02-08", seq=1)
    coverage = [covers("LIST", down_to="3:50.0"), covers("PERFORMANCES"), covers("NR", "NOR", "1990-01-01")]
    decisions = [
        decided("2025-02-08-b", "submitted", "2025-02-08"),
        decided("2025-02-08-b", "corrected", "2025-02-09", "2025-02-10", mark="3:47.0h"),
    ]
    known = Athlete("a", "A", "GBR", ("Another", "Third"))
    with Book.create() as book:
        book.add([full, plain], source, athletes=[known], coverage=coverage)
        for decision in decisions:
            book.decide(decision)
        with book._store.reading() as connection:
            assert rows.read_performances(connection, "MILEsh", Sex.MEN) == [
                full,
                replace(plain, athlete="B"),
            ]
            assert rows.read_decisions(connection, "MILEsh", Sex.MEN) == decisions
            assert rows.read_coverage(connection, "MILEsh", Sex.MEN) == coverage
            assert rows.read_source(connection, "test") == source
            assert rows.read_athletes(connection) == [known, Athlete("b", "B", "NOR")]
            assert rows.read_performances(connection, "MILEsh", Sex.WOMEN) == []
            (_, corrected) = rows.read_decisions(connection, "MILEsh", Sex.MEN)
    assert corrected.mark is not None
    assert (corrected.mark.precision, corrected.mark.timing) == (1, Timing.HAND)
    assert corrected.mark == Mark.parse("3:47.00")


def test_the_revision_changes_with_every_fact(
    book: Book, ran: Ran, covers: Covers, decided: Decided, source: Source
) -> None:
    def revision() -> int:
        with book._store.reading() as connection:
            return rows.revision(connection)

    seen = [revision()]
    book.add(ran("x", "3:50", "2025-03-01"))
    seen.append(revision())
    book.decide(decided("2025-03-01-x", "ratified", "2025-03-02"))
    seen.append(revision())
    book.add([], source, coverage=[covers("NR", "NOR")])
    seen.append(revision())
    assert len(set(seen)) == 4
    book.add(ran("x", "3:50", "2025-03-01"))
    assert revision() == seen[-1]


def test_an_athlete_s_events_are_told_most_often_first(book: Book, ran: Ran) -> None:
    book.add(
        [ran("x", "3:50", f"2025-03-0{n}", sex=sex) for n, sex in enumerate([Sex.MIXED, Sex.MEN, Sex.MEN], 1)]
    )
    with book._store.reading() as connection:
        assert rows.read_sexes(connection, "x") == [Sex.MEN, Sex.MIXED]
        assert rows.read_sexes(connection, "nobody") == []


def test_days_are_kept_as_days(book: Book) -> None:
    with book._store.reading() as connection:
        stored = connection.exec_driver_sql("SELECT day FROM performances ORDER BY id LIMIT 1").scalar()
    assert stored == date(2019, 3, 3).isoformat()
