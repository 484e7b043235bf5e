"""Every step of a published progression and of the derived one: it agrees, is explained, or is open."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pacelight.book.asking.editions import ListKey
from pacelight.book.asking.lists import Book
from pacelight.book.asking.published import OPEN, Published, Reason, SideBySide, beside
from pacelight.book.model import ALL, Coverage, Decision, Performance, Source
from pacelight.event import EVENTS, Level, Sex
from pacelight.mark import Mark

AS_OF = date(2023, 7, 1)
PRINTED = date(2015, 8, 22)
LIST = Source("list", "An all-time list", "", AS_OF)
SINCE = date(1958, 8, 6)


def run(who: str, mark: str, day: str, event: str = "MILE", **more: object) -> Performance:
    sex = Sex.MEN
    one = Performance(
        f"{day}-{who}-{mark}", event, sex, Mark.parse(mark), who, who, "GBR", date.fromisoformat(day), "", ""
    )
    return replace(one, **more)  # type: ignore[arg-type]  # each to its own field


def published(steps: list[Performance], *, en_route: bool = False) -> Published:
    listed = ListKey(steps[0].event if steps else "MILE", Sex.MEN, Level.WR, "WORLD", ALL)
    keys = frozenset(one.key for one in steps) if en_route else frozenset()
    return Published("mile.txt", listed, tuple(steps), (), keys, PRINTED)


def held(ours: list[Performance], theirs: list[Performance], *, en_route: bool = False) -> SideBySide:
    event = (theirs or ours)[0].event
    covered = Coverage(Level.WR, "WORLD", event, Sex.MEN, SINCE, source="list")
    with Book.create() as book:
        book.add(ours, LIST, coverage=[covered])
        return beside(book, published(theirs, en_route=en_route), as_of=AS_OF)


def told(found: SideBySide) -> list[tuple[str, str, Reason | None]]:
    return [
        (
            "" if one.published is None else str(one.published.mark),
            "" if one.derived is None else str(one.derived.performance.mark),
            one.reason,
        )
        for one in found.pairs
    ]


SNELL = run("Peter Snell", "3:54.04", "1964-11-17")
COE = run("Sebastian COE", "3:47.33", "1981-08-28")
CRAM = run("Steve CRAM", "3:46.32", "1985-07-27")
RYUN = run("Jim Ryun", "3:51.1", "1967-06-23")

CASES = {
    "the same": ([COE], [run("Sebastian Coe", "3:47.33", "1981-08-28")], [("3:47.33", "3:47.33", None)]),
    "several names in one field": (
        [run("Mary DECKER", "3:47.33", "1981-08-28")],
        [run("Mary Tabb/Decker/Slaney", "3:47.33", "1981-08-28")],
        [("3:47.33", "3:47.33", None)],
    ),
    "rounded up to tenths": (
        [SNELL],
        [run("Peter Snell", "3:54.1", "1964-11-17")],
        [("3:54.1", "3:54.04", Reason.ROUNDED)],
    ),
    "timed by hand beside the clock": (
        [SNELL],
        [run("Peter Snell", "3:53.9", "1964-11-17")],
        [("3:53.9", "3:54.04", Reason.BY_HAND)],
    ),
    "another mark": (
        [COE],
        [run("Sebastian Coe", "3:47.53", "1981-08-28")],
        [("3:47.53", "3:47.33", Reason.OTHER_MARK)],
    ),
    "another day of the same year": (
        [COE],
        [run("Sebastian Coe", "3:47.33", "1981-08-08")],
        [("3:47.33", "3:47.33", Reason.OTHER_DAY)],
    ),
    "before the list begins": (
        [COE],
        [run("Roger Bannister", "3:59.4", "1954-05-06"), COE],
        [("3:59.4", "", Reason.BEFORE), ("3:47.33", "3:47.33", None)],
    ),
    "worse than the whole list": (
        [COE],
        [run("Herb Elliott", "3:54.5", "1958-08-07"), COE],
        [("3:54.5", "", Reason.BELOW), ("3:47.33", "3:47.33", None)],
    ),
    "by hand, and the list has automatic times": (
        [SNELL, COE],
        [SNELL, RYUN, COE],
        [("3:54.04", "3:54.04", None), ("3:51.1", "", Reason.BY_HAND), ("3:47.33", "3:47.33", None)],
    ),
    "not in the book": (
        [SNELL, CRAM],
        [SNELL, COE, CRAM],
        [("3:54.04", "3:54.04", None), ("3:47.33", "", Reason.ABSENT), ("3:46.32", "3:46.32", None)],
    ),
    "a better one stood in the book": (
        [SNELL, run("Unknown", "3:47.00", "1980-01-01"), COE],
        [SNELL, COE],
        [
            ("3:54.04", "3:54.04", None),
            ("", "3:47.00", Reason.NOT_PUBLISHED),
            ("3:47.33", "", Reason.STOOD),
        ],
    ),
    "a better one of the same day": (
        [SNELL, run("Unknown", "3:47.00", "1981-08-28"), COE],
        [SNELL, COE],
        [
            ("3:54.04", "3:54.04", None),
            ("3:47.33", "", Reason.SAME_DAY),
            ("", "3:47.00", Reason.NOT_PUBLISHED),
        ],
    ),
    "a better one stood in the source": (
        [SNELL, run("Unknown", "3:50.00", "1983-01-01")],
        [SNELL, COE],
        [
            ("3:54.04", "3:54.04", None),
            ("3:47.33", "", Reason.ABSENT),
            ("", "3:50.00", Reason.STOOD),
        ],
    ),
    "before the source begins, equalled, and after its day": (
        [SNELL, COE, run("Another", "3:47.33", "1982-01-01"), run("Later", "3:43.13", "2016-07-07")],
        [COE],
        [
            ("", "3:54.04", Reason.BEFORE_SOURCE),
            ("3:47.33", "3:47.33", None),
            ("", "3:47.33", Reason.EQUALLED),
            ("", "3:43.13", Reason.AFTER),
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_each_step_has_its_reason(case: str) -> None:
    ours, theirs, expected = CASES[case]
    assert told(held(ours, theirs)) == expected


def test_a_mark_on_the_way_that_the_book_does_not_have_is_told_as_such() -> None:
    found = held([SNELL, CRAM], [SNELL, COE], en_route=True)
    assert [one.reason for one in found.pairs] == [None, Reason.EN_ROUTE, Reason.NOT_PUBLISHED]


def test_what_is_void_in_the_book_and_what_had_too_much_wind_is_told(
    decided: Callable[..., Decision],
) -> None:
    ours = [SNELL, COE]
    with Book.create() as book:
        book.add(ours, LIST, coverage=[Coverage(Level.WR, "WORLD", "MILE", Sex.MEN, SINCE, source="list")])
        book.decide(replace(decided(COE.key, "annulled", "1990-01-01"), source="list"))
        found = beside(book, published([SNELL, COE]), as_of=AS_OF)
    assert [(one.reason, one.why) for one in found.pairs] == [(None, ""), (Reason.VOID, "annulled")]
    calm, windy = (
        run("Calm", "10.00", "1980-01-01", "100", wind=0),
        run("Windy", "9.80", "1981-01-01", "100", wind=31),
    )
    assert [one.reason for one in held([calm, windy], [calm, windy]).pairs] == [None, Reason.WIND]


def test_a_list_that_the_book_does_not_cover_is_told_step_by_step() -> None:
    with Book.create() as book:
        found = beside(book, published([COE, CRAM]), as_of=AS_OF)
    assert found.unknown is not None
    assert [one.reason for one in found.pairs] == [Reason.NOT_COVERED] * 2


def test_on_the_road_one_record_of_women_is_asked_for_until_there_are_two() -> None:
    road = [
        run("Paula Radcliffe", "30:21", "2003-02-23", "10RR", sex=Sex.WOMEN),
        run("Joyciline Jepkosgei", "29:43", "2014-09-09", "10RR", sex=Sex.WOMEN),
    ]
    covered = Coverage(Level.WR, "WORLD", "10RR", Sex.WOMEN, SINCE, source="list")
    listed = ListKey("10RR", Sex.WOMEN, Level.WR, "WORLD", ALL)
    with Book.create() as book:
        book.add(road, LIST, coverage=[covered])
        asked = Published("10kmf.txt", listed, tuple(road), (), frozenset(), PRINTED)
        found = beside(book, asked, as_of=AS_OF)
    assert [one.reason for one in found.pairs] == [None, Reason.NOT_COVERED]
    assert found.event is EVENTS["10RR"]


MARKS = st.builds(
    lambda who, ms, days: run(who, str(Mark(ms * 10, 2)), date.fromordinal(710_000 + days).isoformat()),
    st.sampled_from(["Filbert Bayi", "John Walker", "Steve Ovett"]),
    st.integers(22_000, 25_000),
    st.integers(1, 20_000),
)


@settings(max_examples=25)  # each makes a book
@given(st.lists(MARKS, min_size=1, max_size=12, unique_by=lambda one: one.key), st.data())
def test_every_step_of_either_is_told_exactly_once(ours: list[Performance], data: st.DataObject) -> None:
    theirs = data.draw(st.lists(MARKS | st.sampled_from(ours), min_size=1, max_size=12, unique_by=id))
    theirs = [replace(one, key=f"{nth}") for nth, one in enumerate(sorted(theirs, key=lambda one: one.day))]
    covered = Coverage(Level.WR, "WORLD", "MILE", Sex.MEN, SINCE, source="list")
    with Book.create() as book:
        book.add(ours, LIST, coverage=[covered])
        found = beside(book, published(theirs), as_of=date(2026, 1, 1))
        steps = book.progression("MILE", Sex.MEN, as_of=date(2026, 1, 1))
    told_of = sorted(one.published.key for one in found.pairs if one.published)
    assert told_of == sorted(one.key for one in theirs)
    assert isinstance(steps, list)
    derived = sorted(one.derived.performance.key for one in found.pairs if one.derived)
    assert derived == sorted(step.performance.key for step in steps)
    assert len(found.agreed) + len(found.explained) + len(found.open) == len(found.pairs)
    assert {one.reason for one in found.open} <= OPEN
