"""What the book lets in."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from pacelight.book.admission import check_coverage, check_performance
from pacelight.book.asking.lists import Book
from pacelight.book.model import Coverage, Performance, Source
from pacelight.errors import BookError, EventError, NationError

Ran = Callable[..., Performance]
Covers = Callable[..., Coverage]


@pytest.mark.parametrize(
    ("other", "error", "sentence"),
    [
        ({"event": "indoor mile"}, BookError, "write the event by its code MILEsh, not 'indoor mile'"),
        ({"event": "MLE"}, EventError, "no event 'MLE'"),
        ({"event": "HOUR"}, BookError, "3:47 is a time; One hour takes a length"),
        ({"nation": "nor"}, BookError, "write the nation by its code NOR, not 'nor'"),
        ({"nation": "PSE"}, BookError, "write the nation by its code PLE, not 'PSE'"),
        ({"nation": "XYZ"}, NationError, "no nation 'XYZ'"),
        ({"nation": "URS"}, NationError, "no athlete ran for URS on 2025-02-08"),
    ],
)
def test_what_the_sport_does_not_have_is_refused(
    ran: Ran, other: dict[str, str], error: type[Exception], sentence: str
) -> None:
    with pytest.raises(error, match=sentence):
        check_performance(ran("a", "3:47", "2025-02-08", **other))


def test_a_neutral_athlete_and_a_nation_that_is_no_more_are_let_in(ran: Ran) -> None:
    check_performance(ran("a", "3:47", "2025-02-08", nation="ANA"))
    check_performance(ran("a", "3:47", "1980-02-08", nation="URS"))


@pytest.mark.parametrize(
    ("level", "scope"),
    [
        ("WR", "WORLD"),
        ("AR", "EUR"),
        ("NR", "NOR"),
        ("PB", "a"),
        ("MR", "Meeting"),
        ("LIST", "WORLD"),
        ("LIST", "NOR"),
    ],
)
def test_a_list_that_can_be_asked_for_may_be_covered(covers: Covers, level: str, scope: str) -> None:
    check_coverage(covers(level, scope))


@pytest.mark.parametrize(
    ("level", "scope", "error", "sentence"),
    [
        ("WR", "EUR", BookError, "a world record has no scope, not 'EUR'"),
        ("AR", "NOR", BookError, "no area 'NOR'"),
        ("NR", "EUR", NationError, "no nation 'EUR'"),
        ("NR", "nor", BookError, "coverage of NR nor: write the scope as NOR"),
        ("LIST", "nor", BookError, "coverage of LIST nor: write the scope as NOR"),
        ("PB", "", BookError, "PB needs a scope: an athlete"),
    ],
)
def test_a_list_that_nobody_could_ask_for_is_refused(
    covers: Covers, level: str, scope: str, error: type[Exception], sentence: str
) -> None:
    with pytest.raises(error, match=sentence):
        check_coverage(covers(level, scope))


def test_the_event_of_a_list_is_written_by_its_code(covers: Covers) -> None:
    with pytest.raises(BookError, match="coverage of WR WORLD: write the event by its code MILEsh"):
        check_coverage(replace(covers("WR"), event="indoor mile"))


def test_the_book_asks_at_its_door(ran: Ran, covers: Covers, source: Source) -> None:
    with Book.create() as book:
        with pytest.raises(NationError, match="no athlete ran for URS on 2025-02-08"):
            book.add(ran("a", "3:47", "2025-02-08", nation="URS"), source)
        with pytest.raises(BookError, match="no area 'NOR'"):
            book.add([], source, coverage=[covers("AR", "NOR")])
        with pytest.raises(BookError, match="the book has no source"):
            book.source(source.key)
