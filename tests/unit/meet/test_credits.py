"""What is in the book follows every correction: annulled with the reason, entered anew, judged in order."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from pacelight.book.asking.lists import Book
from pacelight.book.model import Standing
from pacelight.errors import StoreError
from pacelight.event import EVENTS, Sex
from pacelight.meet import intake
from pacelight.meet.desk import requests as asked

DAY = date(2026, 7, 4)
S = 10**9


@pytest.fixture
def book() -> Iterator[Book]:
    with Book.starter() as book:
        yield book


class Evening:
    """A desk whose finishes go into a book, as an engine does it."""

    def __init__(self, racing: Any, book: Book) -> None:
        self.racing, self.book = racing, book
        self.desk = racing.Desk().run()
        self.desk.wait(130)

    def note(self, *entries: Any) -> None:
        for entry in entries:
            self.desk.note(entry)
            self.settle()

    def must(self, *dos: asked.Do) -> None:
        for do in dos:
            self.desk.must(do)
            self.settle()

    def settle(self) -> None:
        live = self.desk.live
        for bib in dict.fromkeys(one.bib for one in live.to_withdraw):
            self.desk.note(intake.withdraw(self.book, live, bib))
        while bibs := live.to_credit:
            self.desk.note(intake.credit(self.book, live, bibs[0]))
        assert live.to_withdraw == ()
        assert live.to_credit == ()

    def marks(self) -> dict[str, str]:
        """What the book has of this race, annulled ones left out."""
        view = self.book.part(EVENTS["800"], Sex.MEN).history.view(DAY, DAY)
        ran = [one.performance for one in view.listed()]
        return {one.athlete_key: str(one.mark) for one in ran if one.day == DAY}

    def record(self) -> str:
        found = self.book.record("800", Sex.MEN, as_of=DAY)
        assert isinstance(found, Standing)
        return f"{found.mark} {found.holders[0].athlete}"

    def records(self) -> set[tuple[str, str]]:
        return {(one.level, one.bib) for one in self.desk.live.records if one.level in {"WR", "NR"}}

    def finish(self, **seconds: float) -> None:
        self.note(*(self.racing.passed(bib[1:], 800, s, key=bib) for bib, s in seconds.items()))


@pytest.fixture
def evening(racing: Any, book: Book) -> Iterator[Evening]:
    made = Evening(racing, book)
    yield made
    assert racing.known(made.desk.replayed()) == racing.known(made.desk.session)


OLD = "1:40.91 David Rudisha"


def test_a_record_that_was_another_runners_is_his_and_no_more_the_others(evening: Evening) -> None:
    assert evening.record() == OLD
    evening.finish(b1=100.5, b2=103.0)
    assert (evening.record(), ("WR", "1") in evening.records()) == ("1:40.50 A One", True)
    evening.must(asked.Swap(bib="1", other="2", reason="they wore each other's"))
    assert evening.marks() == {"one-a": "1:43.00", "two-b": "1:40.50"}
    assert evening.record() == "1:40.50 B Two"
    assert {bib for level, bib in evening.records() if level == "WR"} == {"2"}


def test_the_book_keeps_what_was_wrong_with_the_reason(evening: Evening) -> None:
    evening.finish(b1=100.5)
    (key,) = evening.desk.live.credits.all
    evening.must(asked.Status(bib="1", status="DQ", rule="TR17.3.1", reason="inside the line"))
    assert (evening.record(), evening.marks(), evening.records()) == (OLD, {}, set())
    decisions = evening.book.part(EVENTS["800"], Sex.MEN).history.decisions
    (decision,) = [one for one in decisions if one.performance_key == key]
    assert (decision.kind, decision.by) == ("annulled", "desk")
    assert decision.why == "bib 1 DQ by TR17.3.1: inside the line (heat-1, line 7 of its journal)"


def test_a_disqualification_that_is_taken_back_is_as_if_it_had_not_been(evening: Evening) -> None:
    evening.finish(b1=100.5, b2=103.0)
    before = evening.marks(), evening.record(), evening.records()
    for _ in range(3):
        evening.must(asked.Status(bib="1", status="DQ", rule="TR17.3.1", reason="inside the line"))
        assert evening.record() == OLD
        evening.must(asked.Undo())
        assert (evening.marks(), evening.record(), evening.records()) == before


def test_a_time_that_is_put_right_is_right_in_the_book(evening: Evening) -> None:
    evening.finish(b1=100.5, b2=103.0)
    assert evening.records() == {("WR", "1")}
    evening.must(asked.Correct(what="b1", elapsed_ns=100_980_000_000, reason="read again"))
    assert evening.marks() == {"one-a": "1:40.98", "two-b": "1:43.00"}
    assert evening.record() == OLD
    assert evening.records() == set()
    evening.must(asked.Undo())
    assert (evening.record(), evening.marks()["one-a"]) == ("1:40.50 A One", "1:40.50")


def test_whoever_was_slower_is_judged_by_whoever_was_faster_whichever_came_first(evening: Evening) -> None:
    evening.finish(b3=104.0, b2=100.7)
    assert {bib for level, bib in evening.records() if level == "WR"} == {"2"}
    evening.finish(b1=100.5)
    evening.must(asked.Correct(what="b2", elapsed_ns=100_600_000_000, reason="read again"))
    assert {bib for level, bib in evening.records() if level == "WR"} == {"1"}
    assert evening.record() == "1:40.50 A One"


def test_a_finish_that_is_not_official_after_all_is_not_in_the_book(evening: Evening) -> None:
    evening.finish(b1=100.5)
    evening.must(asked.Correct(what="b1", official=False, reason="the camera was not levelled"))
    assert (evening.marks(), evening.record()) == ({}, OLD)


def test_what_the_director_makes_official_is_in_the_book_whoever_timed_it(evening: Evening) -> None:
    evening.note(evening.racing.passed("1", 800, 100.5, official=False, key="b1"))
    evening.must(asked.Finish())
    assert evening.marks() == {}
    evening.must(asked.Official(reason="signed"))
    assert (evening.marks(), evening.record()) == ({"one-a": "1:40.50"}, "1:40.50 A One")
    evening.must(asked.Reopen(reason="a protest"))
    assert evening.record() == "1:40.50 A One"
    evening.must(asked.Correct(what="b1", elapsed_ns=100_600_000_000, reason="read again"))
    assert evening.record() == "1:40.60 A One"
    evening.must(asked.Correct(what="b1", official=False, reason="read from a film"))
    assert (evening.marks(), evening.record()) == ({}, OLD)


def test_a_race_that_is_recalled_leaves_nothing_in_the_book(evening: Evening) -> None:
    evening.finish(b1=100.5)
    evening.must(asked.Recall(reason="a false start"))
    assert (evening.marks(), evening.record(), evening.records()) == ({}, OLD, set())
    evening.must(asked.Undo(reason="it was none"))
    assert evening.record() == "1:40.50 A One"


def test_asking_twice_changes_nothing(evening: Evening) -> None:
    """As after a death between the book and the journal."""
    evening.finish(b1=100.5, b2=103.0)
    desk, live = evening.desk, evening.desk.live
    desk.must(asked.Swap(bib="1", other="2"))
    first = [intake.withdraw(evening.book, live, bib) for bib in ("1", "2")]
    again = [intake.withdraw(evening.book, live, bib) for bib in ("1", "2")]
    assert first == again
    evening.settle()
    assert evening.marks() == {"one-a": "1:43.00", "two-b": "1:40.50"}
    credited = [intake.credit(evening.book, live, bib) for bib in ("1", "2")]
    assert [one.refused for one in credited] == [[], []]
    assert evening.marks() == {"one-a": "1:43.00", "two-b": "1:40.50"}


def test_a_source_that_is_another_ones_in_the_book_costs_no_mark(evening: Evening) -> None:
    ours = evening.desk.live.race.source
    evening.book.add([], replace(ours, who="a meet of another year"))
    evening.finish(b1=100.5, b2=103.0)
    assert evening.desk.live.credits.missing == {}
    assert evening.marks() == {"one-a": "1:40.50", "two-b": "1:43.00"}
    (key, _) = evening.desk.live.credits.all
    assert evening.book.performance(key).source_key == f"{ours.key}-2"
    assert evening.book.source(f"{ours.key}-2").who == ours.who
    evening.must(asked.Status(bib="1", status="DQ", rule="TR17.3.1", reason="inside the line"))
    assert evening.marks() == {"two-b": "1:43.00"}


def test_what_the_book_refuses_is_known_until_it_takes_it(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = evening.desk.live
    with monkeypatch.context() as patch:
        patch.setattr(Book, "add", locked)
        evening.finish(b1=100.5)
    assert live.credits.missing == {"1": ("800 1:40.50: another program writes it",)}
    assert (evening.marks(), live.to_credit) == ({}, ())
    evening.note(intake.credit(evening.book, live, "1"))
    assert (evening.desk.live.credits.missing, evening.marks()) == ({}, {"one-a": "1:40.50"})


def test_what_the_book_does_not_annul_is_asked_of_it_again(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening.finish(b1=100.5)
    with monkeypatch.context() as patch:
        patch.setattr(Book, "decide", locked)
        evening.desk.must(asked.Status(bib="1", status="DQ", rule="TR17.3.1", reason="inside the line"))
        evening.desk.note(intake.withdraw(evening.book, evening.desk.live, "1"))
    live = evening.desk.live
    assert [why.partition(": ")[2] for why in live.credits.missing["1"]] == ["another program writes it"]
    assert [one.bib for one in live.to_withdraw] == ["1"]
    evening.settle()
    assert (evening.desk.live.credits.missing, evening.marks()) == ({}, {})


def test_a_book_says_whether_it_would_take_marks_and_is_as_it_was(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, before = evening.desk.live.race.source, evening.book.revision
    assert intake.unwilling(evening.book, source) == ""
    assert (evening.book.revision, source.key in {one.key for one in evening.book.sources()}) == (
        before,
        False,
    )
    monkeypatch.setattr(Book, "append", locked)
    assert intake.unwilling(evening.book, source) == "another program writes it"


def locked(*_: object, **__: object) -> int:
    raise StoreError("another program writes it")
