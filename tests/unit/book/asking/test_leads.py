"""Who leads a year, where the book can tell."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from pacelight.book.asking.leads import Lead, lead
from pacelight.book.asking.lists import Book
from pacelight.book.model import Coverage, Decision, NotKnown, Performance, Source, Status
from pacelight.errors import BookError, NationError
from pacelight.event import Sex

Ran = Callable[..., Performance]
Covers = Callable[..., Coverage]

END = date(2025, 12, 31)


@pytest.fixture
def book(ran: Ran, covers: Covers, source: Source) -> Iterator[Book]:
    run = [
        ran("a", "3:45", "2024-02-01"),
        ran("a", "3:46", "2025-02-09"),
        ran("b", "3:46.00", "2025-02-08", nation="KEN"),
        ran("c", "3:47", "2025-02-08", nation="FRA"),
        ran("samoan", "3:46.5", "2025-02-08", nation="SAM"),
        ran("slow", "3:52", "2025-02-08", nation="IRL"),
    ]
    with Book.create() as book:
        book.add(run, source, coverage=[covers("PERFORMANCES", down_to="3:50")])
        yield book


def asked(book: Book, **more: Any) -> Lead | NotKnown:
    given: dict[str, Any] = {"year": 2025, "as_of": END}
    return lead(book, "MILEsh", Sex.MEN, **given | more)


@pytest.mark.parametrize(
    ("more", "label", "scope", "who"),
    [
        ({}, "WL", "WORLD", ["b", "a"]),
        ({"as_of": date(2025, 2, 8)}, "WL", "WORLD", ["b"]),
        ({"year": 2024}, "WL", "WORLD", ["a"]),
        ({"scope": "eur"}, "AL", "EUR", ["a"]),
        ({"scope": "fra"}, "NL", "FRA", ["c"]),
        ({"nation": "SAM"}, "NL", "SAM", ["samoan"]),
    ],
)
def test_all_who_share_the_best_of_a_year_lead_it(
    book: Book, more: dict[str, Any], label: str, scope: str, who: list[str]
) -> None:
    found = asked(book, **more)
    assert isinstance(found, Lead)
    assert (found.label, found.scope, [h.athlete_key for h in found.holders]) == (label, scope, who)


def test_sam_is_south_america_unless_a_nation_is_meant(book: Book) -> None:
    assert asked(book, scope="SAM") == NotKnown("the book holds no mark of 2025 on this list")


def test_a_lead_has_the_status_of_each_mark(book: Book, decided: Callable[..., Decision]) -> None:
    book.decide(decided("2025-02-08-b", "ratified", "2025-03-01"))
    found = asked(book)
    assert isinstance(found, Lead)
    assert found.statuses == (Status.RATIFIED, None)
    assert found.shown_statuses == ["ratified", ""]


def test_beyond_what_is_covered_nobody_is_known_to_lead(book: Book, covers: Covers, source: Source) -> None:
    assert asked(book, scope="IRL") == NotKnown(
        "the list is complete down to 3:50, and no mark of 2025 is as good"
    )
    assert asked(book, year=2023) == NotKnown("the book holds no mark of 2023 on this list")
    assert asked(book, as_of=date(1979, 1, 1), year=1979) == NotKnown(
        "the book covers the all-time list of Mile short track, men from 1980-01-01 on, not as of 1979-01-01"
    )
    with Book.create() as bests:
        bests.add([], source, coverage=[covers("LIST")])
        assert asked(bests) == NotKnown("the book covers the best of each athlete, not every mark of a year")


def test_a_lead_that_nobody_can_have_is_refused(book: Book) -> None:
    with pytest.raises(BookError, match="as of 2025-12-31 the year 2026 has not begun"):
        asked(book, year=2026)
    with pytest.raises(BookError, match="a lead is of one scope, not of two: EUR, FRA"):
        asked(book, scope="EUR", nation="FRA")
    with pytest.raises(NationError, match="no nation 'XYZ'"):
        asked(book, scope="XYZ")
