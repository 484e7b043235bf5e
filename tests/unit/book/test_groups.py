"""Lists by age, by year and of an area; both tracks together; stadiums, series and kinds of competition."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from pacelight.book.asking.lists import Book
from pacelight.book.birth import Birth, BirthPrecision
from pacelight.book.model import (
    AllTime,
    Athlete,
    Competition,
    CompetitionKind,
    Coverage,
    Decision,
    DecisionKind,
    Facts,
    NotKnown,
    Performance,
    Source,
    Standing,
)
from pacelight.errors import BookError, EventError, NationError
from pacelight.event import EVENTS, Level, Sex
from pacelight.mark import Mark
from pacelight.measure import Length, Points

Ran = Callable[..., Performance]
Covers = Callable[..., Coverage]
Decided = Callable[..., Decision]

END = date(2025, 12, 31)


def mark_of(answer: object) -> str:
    assert isinstance(answer, Standing), answer
    return str(answer.mark)


def why(answer: object) -> str:
    assert isinstance(answer, NotKnown)
    return answer.why


def listed(answer: AllTime | NotKnown) -> list[tuple[int | None, str]]:
    assert isinstance(answer, AllTime), answer
    return [(entry.rank, entry.performance.athlete_key) for entry in answer.entries]


# Age groups.

YOUNG = {
    "day": Birth(date(2006, 12, 31)),
    "year": Birth(date(2006, 1, 1), BirthPrecision.YEAR),
    "month": Birth(date(2006, 5, 1), BirthPrecision.MONTH),
}


@pytest.fixture
def juniors(ran: Ran, covers: Covers, source: Source) -> Iterator[Book]:
    """A mile for each way of knowing a birth, all of 2025: 19 at the end of the year."""
    athletes = [Athlete(who, who, "NOR", born=born) for who, born in YOUNG.items()]
    athletes += [
        Athlete("old", "old", "NOR", born=Birth(date(2000, 9, 19))),
        Athlete("unknown", "unknown", "NOR"),
    ]
    marks = {"unknown": "3:45", "old": "3:46", "day": "3:50", "year": "3:49", "month": "3:48"}
    run = [ran(who, mark, f"2025-02-{day:02d}") for day, (who, mark) in enumerate(marks.items(), start=1)]
    lists = [
        replace(covers(level), age=age) for level in ("WR", "LIST") for age in ("all", "U20", "U23", "M35")
    ]
    with Book.create() as book:
        book.add(run, source, athletes=athletes, coverage=lists)
        yield book


def test_the_record_of_an_age_group_is_that_of_its_athletes(juniors: Book) -> None:
    ask: dict[str, Any] = {"as_of": END}
    assert mark_of(juniors.record("MILEsh", Sex.MEN, **ask)) == "3:45"
    assert mark_of(juniors.record("MILEsh", Sex.MEN, age="U20", **ask)) == "3:48"
    assert mark_of(juniors.record("MILEsh", Sex.MEN, age="u23", **ask)) == "3:48"
    assert (
        why(juniors.record("MILEsh", Sex.MEN, age="M35", **ask))
        == "the book holds no mark of this list by 2025-12-31"
    )
    assert why(juniors.record("MILEsh", Sex.MEN, age="U18", **ask)) == (
        "the book does not cover the U18 WR of Mile short track, men"
    )
    steps = juniors.progression("MILEsh", Sex.MEN, age="U20", **ask)
    assert isinstance(steps, list)
    assert [step.performance.athlete_key for step in steps] == ["day", "year", "month"]


def test_a_list_may_be_of_an_age_group(juniors: Book) -> None:
    assert listed(juniors.top("MILEsh", Sex.MEN, age="U20", as_of=END)) == [
        (1, "month"),
        (2, "year"),
        (3, "day"),
    ]
    assert why(juniors.top("MILEsh", Sex.MEN, age="U18", as_of=END)) == (
        "the book does not cover the U18 all-time list of Mile short track, men"
    )


def test_juniors_break_records_of_their_own(juniors: Book, ran: Ran) -> None:
    faster = ran("year", "3:47", "2025-03-01")
    assert [(b.label, b.stood.coverage.age, b.by) for b in juniors.break_by(faster)] == [
        ("WR", "U23", 1000),
        ("WR", "U20", 1000),
    ]
    assert juniors.break_by(replace(faster, key="next", day=date(2026, 1, 1))) == [
        b
        for b in juniors.break_by(replace(faster, key="next", day=date(2026, 1, 1)))
        if b.stood.coverage.age == "U23"
    ]


def test_who_runs_an_event_for_the_first_time_is_of_an_age_group_too(
    juniors: Book, ran: Ran, source: Source
) -> None:
    juniors.add([], source, athletes=[Athlete("first", "First", "NOR", born=YOUNG["day"])])
    found = juniors.break_by(ran("first", "3:47", "2025-03-01"))
    assert [(b.label, b.stood.coverage.age) for b in found] == [("WR", "U23"), ("WR", "U20")]


def test_masters_are_told_by_the_birthday(ran: Ran, covers: Covers, source: Source) -> None:
    born = {
        "day": Birth(date(1990, 2, 10)),
        "month": Birth(date(1990, 2, 1), BirthPrecision.MONTH),
        "year": Birth(date(1990, 1, 1), BirthPrecision.YEAR),
    }
    run = [
        ran(who, "4:00", day)
        for who in born
        for day in ("2025-02-09", "2025-02-10", "2025-03-01", "2026-01-01")
    ]
    with Book.create() as book:
        athletes = [Athlete(who, who, "NOR", born=one) for who, one in born.items()]
        book.add(run, source, athletes=athletes, coverage=[replace(covers("PERFORMANCES"), age="M35")])
        found = book.top(
            "MILEsh", Sex.MEN, n=None, all_performances=True, age="m35", as_of=date(2026, 12, 31)
        )
        assert isinstance(found, AllTime)
        assert sorted((e.performance.athlete_key, str(e.performance.day)) for e in found.entries) == [
            ("day", "2025-02-10"),
            ("day", "2025-03-01"),
            ("day", "2026-01-01"),
            ("month", "2025-03-01"),
            ("month", "2026-01-01"),
            ("year", "2026-01-01"),
        ]
        women = book.top("MILEsh", Sex.WOMEN, age="W35", as_of=END)
        assert why(women) == "the book does not cover the M35 all-time list of Mile short track, women"


def test_an_age_group_is_asked_for_by_the_name_of_the_event_and_clears_its_own_hurdles(
    ran: Ran, covers: Covers, source: Source
) -> None:
    low = EVENTS["110H"].of_age("U20", Sex.MEN).code
    assert low != "110H"
    run = ran("young", "13.20", "2025-07-01", event=low)
    coverage = replace(covers("WR"), event=low, age="U20")
    with Book.create() as book:
        born = Athlete("young", "Young", "NOR", born=Birth(date(2007, 1, 1)))
        book.add(run, source, athletes=[born], coverage=[coverage])
        assert mark_of(book.record("110H", Sex.MEN, age="U20", as_of=END)) == "13.20"
        assert mark_of(book.record(low, Sex.MEN, age="U20", as_of=END)) == "13.20"
        with pytest.raises(EventError, match=r"no code for 110 m hurdles .*of M35"):
            book.record("110H", Sex.MEN, age="M35", as_of=END)


def test_an_age_group_that_is_none_is_refused(juniors: Book) -> None:
    with pytest.raises(BookError, match="no age group 'U19' \\(there are all, U23, U20, U18, M35"):
        juniors.record("MILEsh", Sex.MEN, age="U19", as_of=END)


# Lengths and points.


@pytest.mark.parametrize(
    ("event", "marks"),
    [
        ("HJ", [Length.parse(text) for text in ("2.40", "2.42", "2.42", "2.41")]),
        ("DEC", [Points.parse(text) for text in ("9000", "9045", "9045", "9026")]),
        ("MILE", [Mark.parse(text) for text in ("3:45", "3:44", "3:44.00", "3:44.39")]),
    ],
)
def test_more_is_better_where_it_is_measured_or_counted_and_equal_is_enough(
    ran: Ran, covers: Covers, source: Source, event: str, marks: list[Any]
) -> None:
    run = [ran(f"r{n}", "1.00", f"2025-02-0{n + 1}", event=event) for n in range(len(marks))]
    run = [replace(one, mark=mark) for one, mark in zip(run, marks, strict=True)]
    lists = [replace(covers(level), event=event) for level in ("WR", "LIST")]
    with Book.create() as book:
        book.add(run, source, coverage=lists)
        steps = book.progression(event, Sex.MEN, as_of=END)
        assert isinstance(steps, list)
        assert [(s.performance.athlete_key, s.equalled) for s in steps] == [
            ("r0", False),
            ("r1", False),
            ("r2", True),
        ]
        assert listed(book.top(event, Sex.MEN, as_of=END)) == [(1, "r1"), (1, "r2"), (3, "r3"), (4, "r0")]


# Stadiums, series, kinds of competition.


@pytest.fixture
def kinds(ran: Ran, covers: Covers, source: Source) -> Iterator[Book]:
    competitions = (
        Competition("Bislett Games", CompetitionKind.MEETING, "Diamond League"),
        Competition("Weltklasse", None, "Diamond League"),
        Competition("Olympic Games", CompetitionKind.CHAMPIONSHIP, honours=True),
    )
    run = (
        ran("a", "3:50", "2024-06-01", competition="Bislett Games", venue="Bislett, Oslo"),
        ran("b", "3:49", "2024-07-01", competition="Weltklasse", venue="Letzigrund, Zürich"),
        ran("c", "3:48", "2024-08-01", competition="Olympic Games", venue="Letzigrund, Zürich"),
        ran("d", "3:51", "2024-09-01", competition="Unheard of", venue="Bislett, Oslo"),
    )
    lists = [
        covers(level, scope)
        for level, scopes in {
            "MR": ["Bislett Games", "Weltklasse", "Olympic Games", "Unheard of"],
            "CR": ["Bislett Games", "Weltklasse", "Olympic Games", "Unheard of"],
            "FR": ["Bislett, Oslo", "Letzigrund, Zürich"],
            "LR": ["Diamond League"],
        }.items()
        for scope in scopes
    ]
    with Book.create() as book:
        book.append(Facts((source,), (), run, (), tuple(lists), competitions=competitions))
        yield book


@pytest.mark.parametrize(
    ("level", "scope", "mark"),
    [
        (Level.FR, "Bislett, Oslo", "3:50"),
        (Level.FR, "Letzigrund, Zürich", "3:48"),
        (Level.LR, "Diamond League", "3:49"),
        (Level.MR, "Bislett Games", "3:50"),
        (Level.MR, "Weltklasse", "3:49"),
        (Level.MR, "Unheard of", "3:51"),
        (Level.CR, "Olympic Games", "3:48"),
        (Level.CR, "Unheard of", "3:51"),
        (Level.CR, "Weltklasse", "3:49"),
        (Level.CR, "Bislett Games", None),
        (Level.MR, "Olympic Games", None),
    ],
)
def test_a_competition_keeps_the_records_of_its_kind(
    kinds: Book, level: Level, scope: str, mark: str | None
) -> None:
    found = kinds.record("MILEsh", Sex.MEN, level=level, scope=scope, as_of=END)
    if mark is None:
        assert why(found) == "the book holds no mark of this list by 2025-12-31"
    else:
        assert mark_of(found) == mark


def test_what_is_learned_of_a_competition_changes_whose_records_it_keeps(kinds: Book) -> None:
    ask: dict[str, Any] = {"level": Level.MR, "scope": "Unheard of", "as_of": END}
    assert mark_of(kinds.record("MILEsh", Sex.MEN, **ask)) == "3:51"
    told = Competition("Unheard of", CompetitionKind.CHAMPIONSHIP)
    kinds.append(Facts((), (), (), (), (), competitions=(told,)))
    assert isinstance(kinds.record("MILEsh", Sex.MEN, **ask), NotKnown)


# An athlete's time, and a nation corrected.


def test_of_an_annulled_time_nothing_counts_and_what_arrives_late_is_void_too(
    book: Book, ran: Ran, source: Source
) -> None:
    from_to: dict[str, Any] = {"since": date(2025, 2, 1), "until": date(2025, 2, 10)}
    day = date(2025, 6, 5)
    book.decide(
        Decision("", DecisionKind.ANNULLED, day, day, "AIU", "", source.key, athlete_key="nuguse", **from_to)
    )
    assert [
        mark_of(book.record("MILEsh", Sex.MEN, as_of=date(2025, 2, n), known_at=END)) for n in (12, 13)
    ] == [
        "3:46.90",
        "3:45.14",
    ]
    assert mark_of(book.record("MILEsh", Sex.MEN, as_of=date(2025, 2, 12))) == "3:46.63"
    book.add(
        [
            ran("nuguse", "3:40", "2025-02-10", nation="USA"),
            ran("nuguse", "3:46.80", "2025-02-11", nation="USA"),
        ]
    )
    assert mark_of(book.record("MILEsh", Sex.MEN, as_of=date(2025, 2, 12), known_at=END)) == "3:46.80"
    assert mark_of(book.record("MILEsh", Sex.MEN, as_of=date(2025, 2, 12))) == "3:40"


def test_a_corrected_nation_moves_a_mark_from_one_national_list_to_another(
    book: Book, covers: Covers, source: Source, ran: Ran
) -> None:
    book.add([], source, coverage=[covers("NR", "NOR"), covers("NR", "SWE")])
    amended = Decision(
        *("2025-02-13-ingebrigtsen", DecisionKind.CORRECTED, date(2025, 3, 1), date(2025, 3, 1)),
        *("World Athletics", "", source.key),
        nation="SWE",
    )
    assert book.decide(amended)
    ask: dict[str, Any] = {"level": Level.NR, "as_of": END}
    assert mark_of(book.record("MILEsh", Sex.MEN, scope="SWE", **ask)) == "3:45.14"
    assert isinstance(book.record("MILEsh", Sex.MEN, scope="NOR", **ask), NotKnown)
    eve = ask | {"known_at": date(2025, 2, 28)}
    assert mark_of(book.record("MILEsh", Sex.MEN, scope="NOR", **eve)) == "3:45.14"
    book.add(ran("old", "3:48", "2025-01-01", nation="SWE"))
    held = book.performance("2025-02-13-ingebrigtsen")
    assert [(b.level, b.scope) for b in book.break_by(held, known_at=END)] == [
        (Level.WR, "WORLD"),
        (Level.NR, "SWE"),
    ]


@pytest.mark.parametrize(
    ("amended", "error", "offence"),
    [
        ({"nation": "XYZ"}, NationError, "no nation 'XYZ'"),
        ({"nation": "URS"}, NationError, "no athlete ran for URS on 2025-02-13"),
        ({"nation": "nor"}, BookError, "write the nation by its code NOR"),
        ({"mark": Length.parse("8.95")}, BookError, "8.95 is a length; Mile short track takes a time"),
    ],
)
def test_a_correction_to_what_cannot_have_been_is_refused_and_not_kept(
    book: Book, source: Source, amended: dict[str, Any], error: type[Exception], offence: str
) -> None:
    day = date(2025, 3, 1)
    key = "2025-02-13-ingebrigtsen"
    bad = Decision(key, DecisionKind.CORRECTED, day, day, "somebody", "", source.key, **amended)
    with pytest.raises(error, match=offence):
        book.decide(bad)
    with pytest.raises(error, match=offence):
        book.append(Facts((), (), (), (bad,), ()))
    assert mark_of(book.record("MILEsh", Sex.MEN, as_of=END)) == "3:45.14"


# Years and areas.


@pytest.fixture
def seasons(ran: Ran, covers: Covers, source: Source) -> Iterator[Book]:
    run = [
        ran("a", "3:45", "2024-02-01"),
        ran("a", "3:47", "2025-02-01"),
        ran("a", "3:46", "2025-02-09"),
        ran("b", "3:46", "2025-02-08", nation="KEN"),
        ran("c", "3:50", "2025-02-08", nation="FRA"),
    ]
    with Book.create() as book:
        book.add(run, source, coverage=[covers("PERFORMANCES", down_to="3:47")])
        yield book


def test_a_list_of_a_year_has_the_best_of_each_in_it(seasons: Book) -> None:
    assert listed(seasons.top("MILEsh", Sex.MEN, year=2025, as_of=END)) == [(1, "b"), (1, "a"), (None, "c")]
    every = seasons.top("MILEsh", Sex.MEN, year=2025, all_performances=True, as_of=END)
    assert listed(every) == [(1, "b"), (1, "a"), (3, "a"), (None, "c")]
    assert listed(seasons.top("MILEsh", Sex.MEN, year=2023, as_of=END)) == []


def test_ranks_of_a_year_are_not_known_where_only_the_best_of_each_is_covered(
    ran: Ran, covers: Covers, source: Source
) -> None:
    with Book.create() as book:
        book.add([ran("a", "3:45", "2025-02-01")], source, coverage=[covers("LIST")])
        assert listed(book.top("MILEsh", Sex.MEN, year=2025, as_of=END)) == [(None, "a")]


def test_a_list_may_be_of_an_area(seasons: Book) -> None:
    assert listed(seasons.top("MILEsh", Sex.MEN, area="eur", as_of=END)) == [(1, "a"), (None, "c")]
    assert listed(seasons.top("MILEsh", Sex.MEN, area="AFR", as_of=END)) == [(1, "b")]
    with pytest.raises(BookError, match="no area 'Africa'"):
        seasons.top("MILEsh", Sex.MEN, area="Africa", as_of=END)
    with pytest.raises(BookError, match="a list is of a nation or of an area, not of both: KEN, AFR"):
        seasons.top("MILEsh", Sex.MEN, nation="KEN", area="AFR", as_of=END)


# Both tracks together.


@pytest.fixture
def tracks(ran: Ran, covers: Covers, source: Source) -> Iterator[Book]:
    """The Ethiopian mile: 3:48.60 on the 400 m track in 2014, 3:47.01 on the short track in 2019."""
    run = [
        ran("aman", "3:48.60", "2014-05-31", event="MILE", nation="ETH"),
        ran("x", "3:50.00", "2010-02-01", nation="ETH"),
        ran("kejelcha", "3:47.01", "2019-03-03", nation="ETH"),
        ran("y", "3:49.00", "2020-03-03", nation="ETH", event="MILE"),
    ]
    with Book.create() as book:
        book.add(run, source, coverage=[covers("NR", "ETH"), covers("LIST", down_to="3:48")])
        yield book


def test_outright_is_known_where_both_lists_are(tracks: Book, covers: Covers, source: Source) -> None:
    ask: dict[str, Any] = {"level": Level.NR, "scope": "ETH", "outright": True}
    assert (
        why(tracks.record("MILE", Sex.MEN, as_of=END, **ask))
        == "the book does not cover the NR ETH of Mile, men"
    )
    assert why(tracks.top("MILE", Sex.MEN, outright=True, as_of=END)) == (
        "the book does not cover the all-time list of Mile, men"
    )
    own = replace(covers("NR", "ETH", since="2012-01-01"), event="MILE")
    every = replace(covers("PERFORMANCES", down_to="3:50"), event="MILE")
    tracks.add([], source, coverage=[own, every])
    for asked in ("MILE", "MILEsh"):
        found = tracks.record(asked, Sex.MEN, as_of=END, **ask)
        assert isinstance(found, Standing)
        assert (found.event.code, str(found.mark), found.coverage.event) == ("MILEsh", "3:47.01", "MILEsh")
    before = tracks.record("MILE", Sex.MEN, as_of=date(2015, 1, 1), **ask)
    assert isinstance(before, Standing)
    assert (before.event.code, str(before.mark), before.coverage) == ("MILE", "3:48.60", own)
    assert why(tracks.record("MILE", Sex.MEN, as_of=date(2011, 1, 1), **ask)) == (
        "the book covers the NR ETH of Mile, men from 2012-01-01 on, not as of 2011-01-01"
    )
    steps = tracks.progression("MILE", Sex.MEN, as_of=END, **ask)
    assert isinstance(steps, list)
    assert [(s.performance.event, str(s.performance.mark), s.standing.event.code) for s in steps] == [
        ("MILEsh", "3:50.00", "MILEsh"),
        ("MILE", "3:48.60", "MILE"),
        ("MILEsh", "3:47.01", "MILEsh"),
    ]
    found_list = tracks.top("MILE", Sex.MEN, outright=True, as_of=END)
    assert listed(found_list) == [(1, "kejelcha"), (None, "aman"), (None, "y"), (None, "x")]
    assert isinstance(found_list, AllTime)
    assert (str(found_list.coverage.down_to), found_list.coverage.level) == ("3:48", "LIST")


def test_a_tie_across_the_tracks_has_a_holder_on_each(tracks: Book, ran: Ran, covers: Covers) -> None:
    tie = ran("z", "3:47.01", "2021-01-01", event="MILE", nation="ETH")
    tracks.add(tie, coverage=[replace(covers("NR", "ETH"), event="MILE")])
    found = tracks.record("MILE", Sex.MEN, level=Level.NR, scope="ETH", outright=True, as_of=END)
    assert isinstance(found, Standing)
    assert [holder.event for holder in found.holders] == ["MILEsh", "MILE"]


def test_where_one_track_keeps_no_record_outright_is_the_other_s(
    ran: Ran, covers: Covers, source: Source
) -> None:
    with Book.create() as book:
        book.add(
            ran("a", "26:11.00", "2020-10-07", event="10K"),
            source,
            coverage=[replace(covers("WR"), event="10K")],
        )
        assert mark_of(book.record("10K", Sex.MEN, outright=True, as_of=END)) == "26:11.00"
        assert mark_of(book.record("10Ksh", Sex.MEN, outright=True, as_of=END)) == "26:11.00"
