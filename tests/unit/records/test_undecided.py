"""Which records wait for people: found or submitted, of lists that are covered, and decided by nobody yet."""

from datetime import date
from typing import Any

import pytest

from pacelight.book.asking.lists import Book
from pacelight.book.model import Coverage, Decision, DecisionKind, Performance, Source
from pacelight.event import EVENTS, Level, Sex
from pacelight.mark import Mark
from pacelight.records.undecided import Waiting, undecided

SOURCE = Source("list", "A list", "", date(2020, 1, 1))
TODAY = date(2025, 12, 31)


def ran(mark: str, day: date, **other: Any) -> Performance:
    told = {"athlete_key": "a", "athlete": "A", "nation": "NOR", "venue": "Oslo", "competition": ""} | other
    return Performance(key=f"{day}-{mark}", event="800", sex=Sex.MEN, mark=Mark.parse(mark), day=day, **told)


OLD, BETTER, EQUAL, BEST = (
    ran("1:50.00", date(2020, 6, 1)),
    ran("1:49.00", date(2021, 6, 1)),
    ran("1:49.00", date(2022, 6, 1), athlete_key="b", athlete="B"),
    ran("1:48.00", date(2023, 6, 1)),
)


def waits(*performances: Performance, decided: tuple[Decision, ...] = (), **covers: Any) -> list[Waiting]:
    told = {"level": Level.NR, "scope": "NOR", "since": date(2020, 1, 1)} | covers
    covered = Coverage(event="800", sex=Sex.MEN, source="list", **told)
    with Book.create() as book:
        book.add(performances, SOURCE, coverage=[covered])
        for decision in decided:
            book.decide(decision)
        return undecided(book.part(EVENTS["800"], Sex.MEN), TODAY)


def said(kind: DecisionKind, one: Performance, level: Level | None = None) -> Decision:
    return Decision(one.key, kind, one.day, one.day, "the jury", "so", "", level=level)


def told(found: list[Waiting]) -> list[tuple[str, str, list[str]]]:
    return [(str(one.performance.mark), one.status, [c.label for c in one.claimed]) for one in found]


def test_what_was_better_than_what_stood_waits_and_the_first_of_a_list_does_not() -> None:
    found = waits(OLD, BETTER, EQUAL, BEST)
    assert told(found) == [
        ("1:49.00", "candidate", ["NR"]),
        ("1:49.00", "candidate", ["NR"]),
        ("1:48.00", "candidate", ["NR"]),
    ]
    assert [one.claimed[0].equalled for one in found] == [False, True, False]


@pytest.mark.parametrize("kind", [DecisionKind.RATIFIED, DecisionKind.REJECTED, DecisionKind.ANNULLED])
def test_what_was_decided_waits_no_more(kind: DecisionKind) -> None:
    found = waits(OLD, BETTER, BEST, decided=(said(kind, BEST),))
    assert [str(one.performance.mark) for one in found] == ["1:49.00"]


def test_what_was_submitted_waits_as_pending() -> None:
    found = waits(OLD, BETTER, decided=(said(DecisionKind.SUBMITTED, BETTER),))
    assert told(found) == [("1:49.00", "pending", ["NR"])]


def test_what_is_beaten_meanwhile_may_still_be_decided() -> None:
    assert "1:49.00" in {str(one.performance.mark) for one in waits(OLD, BETTER, BEST)}


def test_what_was_before_the_list_is_covered_waits_for_nobody() -> None:
    assert told(waits(OLD, BETTER, BEST, since=date(2022, 1, 1))) == [("1:48.00", "candidate", ["NR"])]


@pytest.mark.parametrize("level", [Level.PB, Level.SB])
def test_bests_of_athletes_are_decided_by_nobody(level: Level) -> None:
    assert waits(OLD, BETTER, BEST, level=level, scope="a") == []


def test_a_mere_best_is_ratified_by_nobody() -> None:
    """Two miles have a world best, never a world record."""
    with Book.starter() as book:
        found = undecided(book.part(EVENTS["2MLS"], Sex.WOMEN), TODAY)
    assert found == []


def test_the_evening_of_lievin_waits_as_the_world_knew_it() -> None:
    with Book.starter(until=date(2025, 2, 14)) as book:
        found = undecided(book.part(EVENTS["MILEsh"], Sex.MEN), date(2025, 2, 14))
    mine = [one for one in found if one.performance.day == date(2025, 2, 13)]
    assert [(one.performance.athlete, [c.label for c in one.claimed]) for one in mine] == [
        ("Jakob Ingebrigtsen", ["WR", "AR", "NR"]),
        ("Stefan Nillessen", ["NR"]),
        ("Tshepo Tshite", ["NR"]),
        ("Filip Rak", ["NR"]),
    ]
