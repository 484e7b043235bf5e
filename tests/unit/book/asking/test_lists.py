"""What one asks the book, what it answers, and what it says where it cannot tell."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pacelight.book.asking.lists import Book
from pacelight.book.model import (
    AllTime,
    Athlete,
    Break,
    Coverage,
    Decision,
    NotKnown,
    Performance,
    Source,
    Standing,
    Status,
    Step,
)
from pacelight.errors import BookError, EventError, NationError
from pacelight.event import EVENTS, Level, Recognition, Sex

Ran = Callable[..., Performance]
Covers = Callable[..., Coverage]
Decided = Callable[..., Decision]

EVE, LIEVIN, MARCH, END = date(2025, 2, 12), date(2025, 2, 13), date(2025, 3, 22), date(2025, 12, 31)


def record(book: Book, as_of: date, **asked: Any) -> Standing:
    found = book.record("MILEsh", Sex.MEN, as_of=as_of, **asked)
    assert isinstance(found, Standing)
    return found


def why(answer: object) -> str:
    assert isinstance(answer, NotKnown)
    return answer.why


def steps(answer: list[Step] | NotKnown) -> list[Step]:
    assert isinstance(answer, list)
    return answer


def listed(answer: AllTime | NotKnown) -> list[tuple[int | None, str, str, Status | None]]:
    assert isinstance(answer, AllTime)
    return [(e.rank, e.performance.athlete_key, str(e.performance.mark), e.status) for e in answer.entries]


# The record.


@pytest.mark.parametrize(
    ("as_of", "asked", "mark", "status"),
    [
        (date(2019, 3, 3), {}, "3:47.01", Status.CANDIDATE),
        (date(2019, 5, 1), {}, "3:47.01", Status.RATIFIED),
        (date(2025, 2, 8), {}, "3:46.63", Status.PENDING),
        (EVE, {}, "3:46.63", Status.PENDING),
        (EVE, {"ratified": True}, "3:47.01", Status.RATIFIED),
        (EVE, {"known_at": date(2025, 4, 1)}, "3:46.63", Status.RATIFIED),
        (EVE, {"ratified": True, "known_at": date(2025, 4, 1)}, "3:46.63", Status.RATIFIED),
        (LIEVIN, {}, "3:45.14", Status.PENDING),
        (LIEVIN, {"known_at": EVE}, "3:45.14", Status.CANDIDATE),
        (MARCH, {}, "3:45.14", Status.PENDING),
        (MARCH, {"ratified": True}, "3:46.63", Status.RATIFIED),
    ],
)
def test_the_record_is_the_one_of_its_day_as_it_was_known(
    book: Book, as_of: date, asked: dict[str, Any], mark: str, status: Status
) -> None:
    found = record(book, as_of, **asked)
    assert (str(found.mark), found.status) == (mark, status)


def test_an_answer_says_whose_what_since_when_and_what_is_covered(book: Book, covers: Covers) -> None:
    found = record(book, EVE)
    assert (found.event, found.sex, found.level) == (EVENTS["MILEsh"], Sex.MEN, Level.WR)
    assert (found.label, found.scope, found.recognition) == ("WR", "WORLD", Recognition.RECORD)
    assert (found.since, [holder.athlete for holder in found.holders]) == (date(2025, 2, 8), ["Nuguse"])
    assert found.coverage == covers("WR")


def test_an_event_may_be_asked_for_by_value_code_or_name(book: Book) -> None:
    found = record(book, EVE)
    for event in (EVENTS["MILEsh"], "milesh", "indoor mile"):
        assert book.record(event, Sex.MEN, as_of=EVE) == found
    with pytest.raises(EventError, match="no event 'MLE'"):
        book.record("MLE", Sex.MEN, as_of=EVE)


def test_an_athlete_s_own_lists_may_be_asked_for_by_name(book: Book) -> None:
    for scope in ("nuguse", "Nuguse", "NUGUSE"):
        assert str(record(book, EVE, level=Level.PB, scope=scope).mark) == "3:46.63"
    assert book.personal_best("Nuguse", "MILEsh", EVE) == record(book, EVE, level=Level.PB, scope="nuguse")
    with pytest.raises(BookError, match="the book knows no athlete 'Nugus'"):
        book.personal_best("Nugus", "MILEsh", EVE)


def test_an_annulled_record_gives_way_to_who_stood_before(book: Book, decided: Decided) -> None:
    book.decide(decided("2025-02-13-ingebrigtsen", "annulled", "2025-06-01"))
    assert str(record(book, END).mark) == "3:46.63"
    assert str(record(book, END, known_at=date(2025, 5, 31)).mark) == "3:45.14"


def test_a_rejected_record_stays_the_athlete_s_own(book: Book, decided: Decided) -> None:
    book.decide(decided("2025-02-08-nuguse", "rejected", "2025-06-01"))
    book.decide(decided("2025-02-13-ingebrigtsen", "rejected", "2025-06-01"))
    assert str(record(book, END).mark) == "3:46.90"
    own = record(book, END, level=Level.PB, scope="nuguse")
    assert (str(own.mark), own.status) == ("3:46.63", Status.REJECTED)


def test_two_miles_have_a_world_best(ran: Ran, covers: Covers, source: Source) -> None:
    with Book.create() as book:
        fast = ran("ingebrigtsen", "7:54.10", "2023-06-09", event="2MLS")
        book.add(fast, source, coverage=[replace(covers("WR"), event="2MLS")])
        found = book.record("two miles", Sex.MEN, as_of=END)
        assert isinstance(found, Standing)
        assert (found.label, found.recognition) == ("WB", Recognition.BEST)


# Beyond what it covers.


def test_a_list_that_is_not_covered_is_not_known(book: Book) -> None:
    asked: dict[str, Any] = {"level": Level.NR, "scope": "IRL", "as_of": END}
    sentence = "the book does not cover the NR IRL of Mile short track, men"
    assert why(book.record("MILEsh", Sex.MEN, **asked)) == sentence
    assert why(book.progression("MILEsh", Sex.MEN, **asked)) == sentence
    assert why(book.record("MILEsh", Sex.WOMEN, as_of=END)) == (
        "the book does not cover the WR of Mile short track, women"
    )
    assert why(book.record("2MLS", Sex.MEN, as_of=END)) == "the book does not cover the WB of Two miles, men"


def test_before_a_list_begins_it_is_not_known(book: Book) -> None:
    before = date(1979, 12, 31)
    sentence = "the book covers the WB of Mile short track, men from 1980-01-01 on, not as of 1979-12-31"
    assert why(book.record("MILEsh", Sex.MEN, as_of=before)) == sentence
    assert why(book.progression("MILEsh", Sex.MEN, as_of=before)) == sentence
    assert why(book.top("MILEsh", Sex.MEN, as_of=before)) == (
        "the book covers the all-time list of Mile short track, men from 1980-01-01 on, not as of 1979-12-31"
    )


def test_a_covered_list_without_a_mark_is_not_known(book: Book) -> None:
    before, ratified = date(2019, 3, 2), date(2019, 4, 30)
    sentence = "the book holds no mark of this list by 2019-03-02"
    assert why(book.record("MILEsh", Sex.MEN, as_of=before)) == sentence
    assert why(book.progression("MILEsh", Sex.MEN, as_of=before)) == sentence
    sentence = "the book holds no ratified mark of this list by 2019-04-30"
    assert why(book.record("MILEsh", Sex.MEN, as_of=ratified, ratified=True)) == sentence
    assert why(book.progression("MILEsh", Sex.MEN, as_of=ratified, ratified=True)) == sentence


def test_an_all_time_list_that_is_not_covered_is_not_known(book: Book) -> None:
    assert why(book.top("1500sh", Sex.MEN, as_of=END)) == (
        "the book does not cover the all-time list of 1500 m short track, men"
    )


def test_where_no_record_is_kept_there_is_none_to_know(book: Book) -> None:
    assert why(book.record("10Ksh", Sex.MEN, as_of=END)) == "no WR is kept of 10,000 m short track, men"


def test_an_athlete_without_a_performance_has_no_best(book: Book, source: Source) -> None:
    book.add([], source, athletes=[Athlete("larsen", "Kristian Larsen", "NOR")])
    assert (
        why(book.personal_best("larsen", "MILEsh", END)) == "the book holds no performance of Kristian Larsen"
    )
    assert why(book.personal_best("kessler", "MILEsh", END)) == (
        "the book does not cover the PB kessler of Mile short track, men"
    )


@pytest.mark.parametrize("question", [Book.record, Book.progression])
def test_a_question_without_whose_is_refused(book: Book, question: Callable[..., object]) -> None:
    with pytest.raises(BookError, match="NR needs a scope: a nation, as NOR"):
        question(book, "MILEsh", Sex.MEN, level=Level.NR, as_of=END)
    with pytest.raises(NationError, match="no nation 'XYZ'"):
        question(book, "MILEsh", Sex.MEN, level=Level.NR, scope="XYZ", as_of=END)


# The progression and the all-time list.


def test_the_progression_keeps_what_was_beaten_while_pending(book: Book) -> None:
    found = steps(book.progression("MILEsh", Sex.MEN, as_of=MARCH))
    assert [(str(s.performance.mark), s.until, s.days_stood, s.status) for s in found] == [
        ("3:47.01", date(2025, 2, 8), 2169, Status.RATIFIED),
        ("3:46.63", LIEVIN, 5, Status.RATIFIED),
        ("3:45.14", None, 37, Status.PENDING),
    ]
    assert [step.equalled for step in found] == [False] * 3


def test_an_equalled_record_is_a_step_with_both_holders(book: Book, ran: Ran) -> None:
    book.add(ran("teare", "3:45.14", "2025-02-20", nation="USA"))
    last = steps(book.progression("MILEsh", Sex.MEN, as_of=END))[-1]
    assert (last.equalled, last.status, last.standing.status) == (True, Status.CANDIDATE, Status.PENDING)
    found = record(book, END)
    assert [holder.athlete for holder in found.holders] == ["Ingebrigtsen", "Teare"]
    assert (found.since, found.statuses) == (LIEVIN, (Status.PENDING, Status.CANDIDATE))


def test_the_list_has_ranks_down_to_the_mark_it_covers(book: Book, ran: Ran) -> None:
    book.add([ran("nuguse", "3:46.00", "2025-02-20", nation="USA"), ran("habz", "3:47.56", "2025-02-08")])
    assert listed(book.top("MILEsh", Sex.MEN, as_of=END)) == [
        (1, "ingebrigtsen", "3:45.14", Status.PENDING),
        (2, "nuguse", "3:46.00", None),
        (3, "kessler", "3:46.90", None),
        (None, "kejelcha", "3:47.01", Status.RATIFIED),
        (None, "habz", "3:47.56", None),
    ]
    assert [who for _, who, *_ in listed(book.top("MILEsh", Sex.MEN, n=2, as_of=EVE))] == [
        "nuguse",
        "kessler",
    ]


def test_the_list_of_a_nation_ranks_those_who_ran_for_it(book: Book) -> None:
    assert listed(book.top("MILEsh", Sex.MEN, nation="usa", as_of=END)) == [
        (1, "nuguse", "3:46.63", Status.RATIFIED),
        (2, "kessler", "3:46.90", None),
    ]
    with pytest.raises(NationError, match="no nation 'XYZ'"):
        book.top("MILEsh", Sex.MEN, nation="XYZ", as_of=END)


def test_all_performances_are_shown_and_ranked_only_where_all_are_covered(
    book: Book, ran: Ran, covers: Covers, source: Source
) -> None:
    book.add(ran("ingebrigtsen", "3:46.80", "2025-02-20"))
    shown = ["3:45.14", "3:46.63", "3:46.80"]
    found = book.top("MILEsh", Sex.MEN, n=3, all_performances=True, as_of=END)
    assert [(rank, mark) for rank, _, mark, _ in listed(found)] == [(None, mark) for mark in shown]
    book.add([], source, coverage=[covers("PERFORMANCES", down_to="3:46.63")])
    found = book.top("MILEsh", Sex.MEN, n=3, all_performances=True, as_of=END)
    assert [(rank, mark) for rank, _, mark, _ in listed(found)] == list(zip((1, 2, None), shown, strict=True))


@pytest.mark.parametrize("n", [0, -1])
def test_a_list_of_no_lines_is_refused(book: Book, n: int) -> None:
    with pytest.raises(BookError, match=f"a list has at least one line, not {n}"):
        book.top("MILEsh", Sex.MEN, n=n, as_of=END)


# What a performance breaks.


def broken(found: list[Break]) -> list[tuple[Level, str, str, int, bool]]:
    return [(b.level, b.scope, str(b.stood.mark), b.by, b.equalled) for b in found]


def test_a_performance_breaks_what_stood_before_it_of_the_lists_that_are_covered(
    book: Book, ran: Ran
) -> None:
    fast = ran("nuguse", "3:45.00", "2025-02-20", nation="USA")
    assert broken(book.break_by(fast)) == [
        (Level.WR, "WORLD", "3:45.14", 140, False),
        (Level.NR, "USA", "3:46.63", 1630, False),
        (Level.PB, "nuguse", "3:46.63", 1630, False),
    ]
    assert broken(book.break_by(replace(fast, athlete_key="x", nation="IRL"))) == [
        (Level.WR, "WORLD", "3:45.14", 140, False)
    ]


def test_second_inside_the_old_record_breaks_nothing(book: Book, ran: Ran) -> None:
    assert book.break_by(ran("kessler", "3:46.90", "2025-02-08", nation="USA", seq=2)) == []


def test_an_earlier_performance_is_judged_by_what_stood_then(book: Book, ran: Ran) -> None:
    late = ran("x", "3:46.50", "2025-02-10", nation="IRL")
    assert broken(book.break_by(late)) == [(Level.WR, "WORLD", "3:46.63", 130, False)]
    first = ran("x", "3:46.70", "2025-02-08", nation="IRL", seq=1)
    assert broken(book.break_by(first)) == []


def test_equalling_is_enough(book: Book, ran: Ran) -> None:
    assert broken(book.break_by(ran("x", "3:45.14", "2025-02-20", nation="IRL"))) == [
        (Level.WR, "WORLD", "3:45.14", 0, True)
    ]


def test_one_that_is_in_the_book_is_judged_with_its_mark_as_corrected(
    book: Book, ran: Ran, decided: Decided
) -> None:
    book.decide(decided("2025-02-13-ingebrigtsen", "corrected", "2025-02-14", mark="3:45.15"))
    mine = ran("ingebrigtsen", "3:45.14", "2025-02-13")
    assert broken(book.break_by(mine)) == [(Level.WR, "WORLD", "3:46.63", 1490, False)]
    assert broken(book.break_by(mine, known_at=END)) == [(Level.WR, "WORLD", "3:46.63", 1480, False)]


def test_where_no_record_is_kept_none_is_broken(book: Book, ran: Ran, covers: Covers, source: Source) -> None:
    whole = [replace(covers(level), event="10Ksh") for level in ("WR", "LIST")]
    book.add(ran("a", "28:00", "2025-01-01", event="10Ksh"), source, coverage=whole)
    assert book.break_by(ran("b", "27:00", "2025-01-02", event="10Ksh")) == []


# What is appended.


def test_facts_that_name_no_source_are_given_the_one_beside_them(ran: Ran, source: Source) -> None:
    with Book.create() as book:
        assert book.add(ran("a", "3:47", "2025-02-08", source_key=""), source) == 1
        assert book.add(ran("a", "3:47", "2025-02-08", source_key=""), source) == 0
        assert book.source("test") == source
        with pytest.raises(BookError, match="the book has no source 'other'"):
            book.source("other")


def test_all_are_added_or_none(book: Book, ran: Ran) -> None:
    good, bad = ran("a", "3:44", "2025-02-20"), ran("b", "3:43", "2025-02-20", source_key="nobody")
    with pytest.raises(BookError, match="2025-02-20-b: no source 'nobody'"):
        book.add([good, bad])
    assert str(record(book, END).mark) == "3:45.14"
    with pytest.raises(BookError, match="the book knows no athlete 'a'"):
        book.athlete("a")


def test_two_books_of_one_file_see_what_the_other_has_written(
    tmp_path: Path, ran: Ran, source: Source
) -> None:
    with Book.create(tmp_path / "book") as one, Book.open(tmp_path / "book") as other:
        coverage = [Coverage(Level.WR, "WORLD", "MILEsh", Sex.MEN, date(1980, 1, 1), source=source.key)]
        one.add(ran("a", "3:47", "2025-02-08"), source, coverage=coverage)
        assert str(record(other, END).mark) == "3:47"
        other.add(ran("b", "3:46", "2025-02-09"))
        assert str(record(one, END).mark) == "3:46"
