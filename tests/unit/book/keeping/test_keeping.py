"""Reading across events, and changes of which nothing is kept."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from pacelight.book.asking.lists import Book
from pacelight.book.keeping.hands import performance_key, tenths, told_decision
from pacelight.book.keeping.starter import shipped
from pacelight.book.model import Decision, DecisionKind, Performance, Source, Standing
from pacelight.book.store.reading import Assertion
from pacelight.errors import BookError
from pacelight.event import EVENTS, Sex
from pacelight.mark import Mark

Ran = Callable[..., Performance]
Decided = Callable[..., Decision]

END = date(2025, 12, 31)


def mark(book: Book) -> str:
    found = book.record("MILEsh", Sex.MEN, as_of=END)
    assert isinstance(found, Standing)
    return str(found.mark)


def test_of_a_dry_run_nothing_is_kept(book: Book, ran: Ran, decided: Decided) -> None:
    assert book.add(ran("x", "3:40", "2025-03-01"), Source("new", "New", "", END), dry_run=True) == 1
    assert book.decide(decided("2025-02-13-ingebrigtsen", "annulled", "2025-06-01"), dry_run=True)
    assert mark(book) == "3:45.14"
    for kept in (lambda: book.source("new"), lambda: book.athlete("x")):
        with pytest.raises(BookError):
            kept()


def test_a_dry_run_refuses_what_would_be_refused(book: Book, ran: Ran, decided: Decided) -> None:
    with pytest.raises(BookError, match="no source 'nobody'"):
        book.add(ran("x", "3:40", "2025-03-01", source_key="nobody"), dry_run=True)
    with pytest.raises(BookError, match="no performance 'none'"):
        book.decide(decided("none", "annulled", "2025-06-01"), dry_run=True)
    assert not book.decide(decided("2025-02-08-nuguse", "ratified", "2025-03-21"), dry_run=True)


def test_events_are_those_of_which_anything_is_held(book: Book, ran: Ran) -> None:
    mile, run = (EVENTS["MILEsh"], Sex.MEN), (EVENTS["1500"], Sex.WOMEN)
    assert book.contested() == [mile]
    book.add(ran("hassan", "3:51.95", "2019-10-05", event="1500", sex=Sex.WOMEN, nation="NED"))
    assert book.contested() == [run, mile]
    assert (book.contested("hassan"), book.contested("nuguse"), book.contested("x")) == ([run], [mile], [])


def test_a_performance_is_found_by_its_key_and_told_as_its_first_source_has_it(book: Book, ran: Ran) -> None:
    one = ran("nuguse", "3:46.63", "2025-02-08", nation="USA", seq=1)
    assert book.performance("2025-02-08-nuguse") == one
    book.add(replace(one, mark=Mark.parse("3:46.64"), source_key=""), Source("other", "Other", "", END))
    assert book.performance("2025-02-08-nuguse") == one
    with pytest.raises(BookError, match="no performance 'none' in the book"):
        book.performance("none")
    assert [a for a in book.assertions(EVENTS["MILEsh"], Sex.MEN) if "nuguse" in a.performance_key] == [
        Assertion("2025-02-08-nuguse", "test", Mark.parse("3:46.63")),
        Assertion("2025-02-08-nuguse", "other", Mark.parse("3:46.64")),
    ]


def test_the_keys_of_the_shipped_book_are_those_a_hand_would_write() -> None:
    for one in shipped().performances:
        assert performance_key(one.day, one.venue, one.event, one.sex, one.athlete_key) == one.key


def test_heats_of_one_day_have_keys_of_their_own() -> None:
    told = (date(2024, 8, 2), "Paris", "1500", Sex.MEN, "nuguse-yared")
    keys = [performance_key(*told, round_=name) for name in ("", "final", "heat 2")]
    assert keys == [
        "2024-08-02-paris-1500-men-nuguse-yared",
        "2024-08-02-paris-1500-men-nuguse-yared",
        "2024-08-02-paris-heat-2-1500-men-nuguse-yared",
    ]


@pytest.mark.parametrize("wind", ["1", "+1", "1,3", "+1.35", "strong", "", "+-1.0"])
def test_a_wind_that_is_none_is_refused(wind: str) -> None:
    with pytest.raises(BookError, match="not a wind: "):
        tenths(wind)


def test_a_decision_is_told_in_one_line() -> None:
    day = date(2025, 3, 1)
    amended = Decision(
        *("k", DecisionKind.CORRECTED, day, date(2025, 3, 2), "IAAF", "", ""),
        mark=Mark.parse("3:45.15"),
        nation="SWE",
    )
    assert told_decision(amended, "a mile") == (
        "corrected: a mile to 3:45.15 and SWE (by IAAF on 2025-03-01, known from 2025-03-02)"
    )
