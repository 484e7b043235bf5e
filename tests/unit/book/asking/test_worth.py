"""What a mark would be on a day, list by list."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from pacelight.book.asking.lists import Book
from pacelight.book.asking.worth import Ranking, Worth, levels, rankings
from pacelight.book.birth import Birth
from pacelight.book.model import Athlete, Coverage, Decision, Performance, Source
from pacelight.errors import BookError, EventError, NationError
from pacelight.event import Sex
from pacelight.mark import Mark
from pacelight.measure import Length

Ran = Callable[..., Performance]
Covers = Callable[..., Coverage]

EVE, END = date(2025, 2, 12), date(2025, 12, 31)


def told(found: list[Worth]) -> list[tuple[str, str, str, str, int]]:
    return [(one.label, one.scope, one.age, one.verdict, one.by) for one in found]


def asked(book: Book, mark: str, **more: Any) -> list[Worth]:
    given: dict[str, Any] = {"as_of": EVE}
    return levels(book, "indoor mile", Mark.parse(mark), Sex.MEN, **given | more)


def test_a_mark_is_measured_against_each_covered_list_of_its_nation(book: Book) -> None:
    assert told(asked(book, "3:46.00")) == [("WR", "WORLD", "all", "better", 630)]
    assert told(asked(book, "3:46.63", nation="USA")) == [
        ("WR", "WORLD", "all", "equal", 0),
        ("NR", "USA", "all", "equal", 0),
    ]
    assert told(asked(book, "3:46.64", nation="USA", as_of=END)) == [
        ("WR", "WORLD", "all", "short", -1500),
        ("NR", "USA", "all", "short", -10),
    ]
    assert told(asked(book, "3:46.00", nation="NOR")) == [("WR", "WORLD", "all", "better", 630)]
    assert told(asked(book, "3:46.00", nation="ANA")) == [("WR", "WORLD", "all", "better", 630)]
    assert told(asked(book, "3:46.00", as_of=date(1970, 1, 1))) == []


def test_what_stood_is_told_with_its_holders_and_as_it_was_known(
    book: Book, decided: Callable[..., Decision]
) -> None:
    (world,) = asked(book, "3:46.00")
    assert ([h.athlete for h in world.holders], world.statuses, str(world.stood)) == (
        ["Nuguse"],
        ("pending",),
        "3:46.63",
    )
    book.decide(decided("2025-02-08-nuguse", "annulled", "2025-06-01"))
    (world,) = asked(book, "3:46.00", known_at=END)
    assert str(world.stood) == "3:46.90"


def test_who_is_of_an_age_group_is_of_all_that_contain_it(ran: Ran, covers: Covers, source: Source) -> None:
    born = Athlete("young", "Young", "NOR", born=Birth(date(2008, 6, 1)))
    lists = [replace(covers("WR"), age=age) for age in ("all", "U23", "U20", "U18", "M35")]
    with Book.create() as book:
        book.add(ran("young", "3:50", "2025-01-01"), source, athletes=[born], coverage=lists)
        for age, groups in (
            ("U18", ["all", "U23", "U20", "U18"]),
            ("u20", ["all", "U23", "U20"]),
            ("U23", ["all", "U23"]),
            ("all", ["all"]),
            ("M35", ["all"]),  # the group has no mark yet
        ):
            assert [one.age for one in asked(book, "3:49", age=age)] == groups
        with pytest.raises(BookError, match="no age group 'U19'"):
            asked(book, "3:49", age="U19")


def test_the_leads_of_the_year_follow_where_every_mark_is_covered(
    book: Book, covers: Covers, source: Source
) -> None:
    book.add([], source, coverage=[covers("PERFORMANCES", down_to="3:47.00")])
    assert told(asked(book, "3:46.70", nation="USA"))[2:] == [
        ("WL", "WORLD", "all", "short", -70),
        ("AL", "NAC", "all", "short", -70),
        ("NL", "USA", "all", "short", -70),
    ]


def test_longer_is_better_where_it_is_measured(ran: Ran, covers: Covers, source: Source) -> None:
    jump = replace(ran("powell", "1.00", "1991-08-30"), event="LJ", mark=Length.parse("8.95"))
    with Book.create() as book:
        book.add(jump, source, coverage=[replace(covers("WR"), event="LJ")])
        (found,) = levels(book, "LJ", Length.parse("8.96"), Sex.MEN, as_of=END)
        assert (found.verdict, found.by) == ("better", 10)


def test_the_place_on_the_all_time_lists_is_known_down_to_where_they_are_complete(book: Book) -> None:
    ask: dict[str, Any] = {"nation": "USA", "as_of": END}
    for mark, ranks in (
        ("3:45.00", [1, 1]),
        ("3:45.14", [1, 1]),
        ("3:46.63", [2, 1]),
        ("3:46.64", [3, 2]),
        ("3:46.90", [3, 2]),
        ("3:46.91", [None, None]),
    ):
        found = rankings(book, "MILEsh", Mark.parse(mark), Sex.MEN, **ask)
        assert found == [Ranking(scope, rank) for scope, rank in zip(("WORLD", "USA"), ranks, strict=True)]
    assert rankings(book, "1500sh", Mark.parse("3:30"), Sex.MEN, as_of=END) == []


def test_what_cannot_be_run_is_refused(book: Book) -> None:
    with pytest.raises(NationError, match="no nation 'XYZ'"):
        asked(book, "3:46", nation="XYZ")
    with pytest.raises(NationError, match="no athlete ran for URS on 2025-02-12"):
        asked(book, "3:46", nation="URS")
    with pytest.raises(EventError, match="no event 'MLE'"):
        levels(book, "MLE", Mark.parse("3:46"), Sex.MEN, as_of=END)


@pytest.fixture
def never() -> Iterator[Book]:
    with Book.create() as book:
        yield book


def test_an_empty_book_knows_nothing_of_it(never: Book) -> None:
    assert asked(never, "3:46", nation="USA") == []
