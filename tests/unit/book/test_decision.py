"""What can be decided, and what is taken back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from pacelight.book.asking.lists import Book
from pacelight.book.keeping.hands import withdrawal
from pacelight.book.model import (
    Coverage,
    Decision,
    DecisionKind,
    NotKnown,
    Performance,
    Source,
    Standing,
)
from pacelight.errors import BookError
from pacelight.event import Event, Level, Sex

Ran = Callable[..., Performance]
Covers = Callable[..., Coverage]

DAY = date(2025, 3, 1)
END = date(2025, 12, 31)
RATIFIED = Decision("a", DecisionKind.RATIFIED, DAY, DAY, "World Athletics", "", "")


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"scope": "NOR"}, r"^a: a scope is that of a level \(name the level too\)$"),
        (
            {"level": Level.PB},
            "of one record level a mark is submitted, ratified or rejected, not ratified as PB",
        ),
        ({"kind": DecisionKind.ANNULLED, "level": Level.WR}, "ratified or rejected, not annulled as WR"),
        ({"kind": DecisionKind.CORRECTED, "nation": "NOR", "level": Level.NR}, "not corrected as NR"),
        ({"withdraws": DecisionKind.RATIFIED}, "a withdrawal, and nothing else, names what was decided"),
        ({"kind": DecisionKind.WITHDRAWN}, "a withdrawal, and nothing else, names what was decided"),
        (
            {"kind": DecisionKind.WITHDRAWN, "withdraws": DecisionKind.WITHDRAWN, "taken": DAY},
            r"a withdrawal is not withdrawn \(decide anew\)",
        ),
        (
            {"kind": DecisionKind.WITHDRAWN, "withdraws": DecisionKind.RATIFIED, "taken": END},
            "what was decided on 2025-12-31 is not withdrawn on 2025-03-01",
        ),
    ],
)
def test_what_nobody_can_decide_is_refused(other: dict[str, object], sentence: str) -> None:
    with pytest.raises(BookError, match=sentence):
        replace(RATIFIED, **other)  # type: ignore[arg-type]


@pytest.fixture
def two(ran: Ran, covers: Covers) -> tuple[list[Performance], list[Coverage]]:
    """A Norwegian mark and a better one, and the lists of the world and of Norway."""
    marks = [ran("a", "3:47.01", "2019-03-03"), ran("b", "3:45.14", "2025-02-13")]
    return marks, [covers("WR"), covers("NR", "NOR"), covers("PB", "b")]


def stood(book: Book, level: Level = Level.WR, scope: str | None = None, **asked: object) -> str:
    found = book.record("MILEsh", Sex.MEN, level=level, scope=scope, as_of=END, **asked)  # type: ignore[arg-type]
    assert isinstance(found, Standing)
    return f"{found.mark} {found.status}"


def test_a_record_rejected_as_one_of_the_world_is_one_of_the_nation_still(
    two: tuple[list[Performance], list[Coverage]], source: Source
) -> None:
    marks, lists = two
    with Book.create() as book:
        book.add(marks, source, coverage=lists)
        said = replace(RATIFIED, performance_key=marks[1].key, kind=DecisionKind.REJECTED, level=Level.WR)
        assert book.decide(said)
        assert stood(book) == "3:47.01 candidate"
        assert stood(book, Level.NR, "NOR") == "3:45.14 candidate"
        assert stood(book, Level.PB, "b") == "3:45.14 candidate"
        assert stood(book, known_at=DAY - timedelta(days=1)) == "3:45.14 candidate"
        national = replace(said, kind=DecisionKind.RATIFIED, level=Level.NR, scope="NOR")
        assert book.decide(national)
        assert stood(book, Level.NR, "NOR", ratified=True) == "3:45.14 ratified"
        assert isinstance(book.record("MILEsh", Sex.MEN, as_of=END, ratified=True), NotKnown)
        assert [b.level for b in book.break_by(marks[1], known_at=END)] == [Level.NR]


def test_a_scope_is_written_as_the_book_does(ran: Ran, source: Source) -> None:
    mark = ran("a", "3:47.01", "2019-03-03")
    with Book.create() as book:
        book.add(mark, source)
        one = replace(RATIFIED, performance_key=mark.key, level=Level.NR, scope="nor")
        with pytest.raises(BookError, match=rf"^{mark.key}: write the scope as NOR$"):
            book.decide(one)


def test_what_is_taken_back_counts_until_then_and_stays(
    two: tuple[list[Performance], list[Coverage]], source: Source
) -> None:
    marks, lists = two
    with Book.create() as book:
        book.add(marks, source, coverage=lists)
        void = replace(RATIFIED, performance_key=marks[1].key, kind=DecisionKind.ANNULLED, why="a mistake")
        book.decide(void)
        assert stood(book) == "3:47.01 candidate"
        back = withdrawal(void, DAY + timedelta(days=9), DAY + timedelta(days=10), by="CAS", why="appeal")
        assert book.decide(back)
        assert not book.decide(back)
        told = [stood(book, known_at=DAY + timedelta(days=n)) for n in (-1, 0, 9, 10)]
        assert told == ["3:45.14 candidate", "3:47.01 candidate", "3:47.01 candidate", "3:45.14 candidate"]
        history = book.part(found_event(book), Sex.MEN).history
        assert history.decisions == (void, back)


def test_what_is_taken_back_and_decided_again_on_one_day_stands_as_it_was_said_last(
    two: tuple[list[Performance], list[Coverage]], source: Source
) -> None:
    marks, lists = two
    with Book.create() as book:
        book.add(marks, source, coverage=lists)
        ratified = replace(RATIFIED, performance_key=marks[1].key)
        back = withdrawal(ratified, ratified.decided, ratified.learned, by="us", why="typed wrong")
        for status in ("ratified", "candidate", "ratified", "candidate"):
            said = ratified if status == "ratified" else back
            assert book.decide(said, anew=True)
            assert not book.decide(said, anew=True)  # the same twice is once
            assert stood(book) == f"3:45.14 {status}"


def test_what_is_taken_back_later_is_not_decided_again_under_its_old_day(
    two: tuple[list[Performance], list[Coverage]], source: Source
) -> None:
    marks, lists = two
    with Book.create() as book:
        book.add(marks, source, coverage=lists)
        ratified = replace(RATIFIED, performance_key=marks[1].key)
        book.decide(ratified)
        later = ratified.learned + timedelta(days=1)
        book.decide(withdrawal(ratified, later, later, by="us", why="appeal"))
        book.decide(replace(ratified, by="another source", learned=later + timedelta(days=1)))
        assert stood(book) == "3:45.14 candidate"


def test_a_withdrawal_may_be_heard_of_before_what_it_takes_back(
    two: tuple[list[Performance], list[Coverage]], source: Source
) -> None:
    marks, lists = two
    late = replace(
        RATIFIED, performance_key=marks[1].key, kind=DecisionKind.ANNULLED, learned=DAY + timedelta(days=20)
    )
    back = withdrawal(late, DAY + timedelta(days=5), DAY + timedelta(days=5), by="CAS", why="")
    with Book.create() as book:
        book.add(marks, source, coverage=lists)
        book.decide(back)
        book.decide(late)
        assert {stood(book, known_at=DAY + timedelta(days=n)) for n in (0, 5, 20, 30)} == {
            "3:45.14 candidate"
        }


def test_a_correction_that_is_taken_back_leaves_the_mark_as_it_was(
    two: tuple[list[Performance], list[Coverage]], source: Source
) -> None:
    marks, lists = two
    with Book.create() as book:
        book.add(marks, source, coverage=lists)
        wrong = replace(
            RATIFIED,
            performance_key=marks[1].key,
            kind=DecisionKind.CORRECTED,
            mark=marks[0].mark,
            nation="SWE",
        )
        book.decide(wrong)
        assert stood(book) == "3:47.01 candidate"
        book.decide(withdrawal(wrong, END, END, by="us", why="typed wrong"))
        assert stood(book) == "3:45.14 candidate"
        assert stood(book, Level.NR, "NOR") == "3:45.14 candidate"


def found_event(book: Book) -> Event:
    ((event, _),) = book.contested()
    return event
