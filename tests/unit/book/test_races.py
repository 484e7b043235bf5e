"""Races of women on the road: alone, or with men."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from pacelight.book.asking.leads import Lead, lead
from pacelight.book.asking.lists import Book
from pacelight.book.model import AllTime, Coverage, NotKnown, Performance, Source, Standing
from pacelight.book.races import DIVIDED_SINCE, divided, kind_of
from pacelight.event import EVENTS, Level, RaceKind, Sex
from pacelight.mark import Mark

Ran = Callable[..., Performance]

END = date(2024, 12, 31)


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ({}, None),
        ({"flags": "Wo"}, RaceKind.WOMEN_ONLY),
        ({"flags": "A Mx"}, RaceKind.MIXED),
        ({"flags": "Wo Mx"}, None),
        ({"flags": "Wox"}, None),
        ({"conditions": ("mixed race",)}, RaceKind.MIXED),
        ({"conditions": ("women-only race",), "flags": "Wo"}, RaceKind.WOMEN_ONLY),
        ({"conditions": ("women-only race",), "flags": "Mx"}, None),
    ],
)
def test_who_ran_is_told_by_flags_and_conditions(
    ran: Ran, told: dict[str, object], kind: RaceKind | None
) -> None:
    assert kind_of(ran("a", "3:47", "2024-01-14", **told)) is kind


@pytest.mark.parametrize(
    ("code", "sex", "level", "two"),
    [
        ("5RR", Sex.WOMEN, Level.WR, True),
        ("MAR", Sex.WOMEN, Level.WR, True),
        ("MAR", Sex.MEN, Level.WR, False),
        ("MAR", Sex.WOMEN, Level.NR, False),
        ("20KR", Sex.WOMEN, Level.WR, False),
        ("EKID", Sex.WOMEN, Level.WR, False),
        ("10K", Sex.WOMEN, Level.WR, False),
    ],
)
def test_on_the_road_the_world_record_of_women_is_two(
    code: str, sex: Sex, level: Level, *, two: bool
) -> None:
    assert divided(EVENTS[code], sex, level, DIVIDED_SINCE) is two
    assert not divided(EVENTS[code], sex, level, date(2011, 12, 31))


def road(who: str, mark: str, day: str, flags: str = "") -> Performance:
    told = ("5RR", Sex.WOMEN, Mark.parse(mark), who, who.title(), "KEN", date.fromisoformat(day), "", "")
    return Performance(f"{day}-{who}", *told, flags=flags)


@pytest.fixture
def held(source: Source) -> list[Coverage]:
    wide = Coverage("PERFORMANCES", "WORLD", "5RR", Sex.WOMEN, date(2000, 1, 1), source=source.key)
    record = Coverage(Level.WR, "WORLD", "5RR", Sex.WOMEN, date(2000, 1, 1), source=source.key)
    mixed = Coverage(
        Level.WR, "WORLD", "5RR", Sex.WOMEN, date(2000, 1, 1), source=source.key, race=RaceKind.MIXED
    )
    return [wide, record, mixed]


def test_a_mark_of_whose_race_nothing_is_known_stands_in_neither_list(
    source: Source, held: list[Coverage]
) -> None:
    marks = [
        road("first", "14:44", "2019-01-01", "Mx"),
        road("strange", "14:00", "2023-01-01"),
        road("along", "14:13", "2024-01-14", "Mx"),
        road("alone", "14:10", "2024-02-01", "Wo"),
    ]
    with Book.create() as book:
        book.add(marks, source, coverage=held)
        mixed = book.record("5RR", Sex.WOMEN, race=RaceKind.MIXED, as_of=END)
        assert isinstance(mixed, Standing)
        assert (str(mixed.mark), mixed.coverage.race) == ("14:13", RaceKind.MIXED)
        assert book.record("5RR", Sex.WOMEN, race=RaceKind.WOMEN_ONLY, as_of=END) == NotKnown(
            "the book does not cover the women-only WR of 5 km road, women"
        )
        assert book.break_by(marks[1]) == []
        every = book.top("5RR", Sex.WOMEN, as_of=END)
        assert isinstance(every, AllTime)
        assert [entry.performance.athlete_key for entry in every.entries] == [
            "strange",
            "alone",
            "along",
            "first",
        ]
        assert book.top("5RR", Sex.WOMEN, race=RaceKind.MIXED, as_of=END) == NotKnown(
            "the book does not cover the mixed all-time list of 5 km road, women"
        )


def test_who_leads_a_year_of_one_kind_of_race_is_asked_on_its_own(
    source: Source, held: list[Coverage]
) -> None:
    marks = [road("along", "14:13", "2024-01-14", "Mx"), road("alone", "14:10", "2024-02-01", "Wo")]
    of_mixed = replace(held[0], race=RaceKind.MIXED)
    with Book.create() as book:
        book.add(marks, source, coverage=[*held, of_mixed])
        found = [
            lead(book, "5RR", Sex.WOMEN, year=2024, as_of=END, race=race)
            for race in (None, RaceKind.MIXED, RaceKind.WOMEN_ONLY)
        ]
    assert [isinstance(one, Lead) and str(one.mark) for one in found] == ["14:10", "14:13", False]
    assert found[2] == NotKnown("the book does not cover the women-only all-time list of 5 km road, women")


def test_before_the_rule_there_was_one_record(source: Source, held: list[Coverage]) -> None:
    with Book.create() as book:
        book.add(
            [road("a", "14:46", "2008-01-01"), road("b", "14:40", "2013-01-01", "Mx")], source, coverage=held
        )
        then = book.record("5RR", Sex.WOMEN, as_of=date(2011, 12, 31))
        assert isinstance(then, Standing)
        assert str(then.mark) == "14:46"
        assert book.record("5RR", Sex.WOMEN, as_of=DIVIDED_SINCE) == NotKnown(
            "two WR are kept of 5 km road, women: of women-only races and of mixed ones"
        )
