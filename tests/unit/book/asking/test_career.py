"""A career: bests, seasons, records held, medals, and how old they were."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from pacelight.book.asking.career import Career, HeldRecord, Run, age_on, career
from pacelight.book.asking.lists import Book
from pacelight.book.birth import Birth, BirthPrecision
from pacelight.book.model import (
    Athlete,
    Competition,
    CompetitionKind,
    Coverage,
    Decision,
    DecisionKind,
    Facts,
    Performance,
    Source,
    Status,
)
from pacelight.errors import BookError
from pacelight.event import EVENTS

Ran = Callable[..., Performance]
Covers = Callable[..., Coverage]
Decided = Callable[..., Decision]

END = date(2025, 12, 31)
BORN = Birth(date(1999, 6, 1))


@pytest.fixture
def run(ran: Ran, covers: Covers, decided: Decided, source: Source) -> Iterator[Book]:
    """Nuguse's winters, and the 1500 m final of Paris 2024."""
    games = Competition("Olympic Games", CompetitionKind.CHAMPIONSHIP, honours=True)
    final = {"event": "1500", "competition": "Olympic Games", "venue": "Paris", "nation": "USA"}
    day = "2024-08-06"
    performances = (
        ran("kejelcha", "3:47.01", "2019-03-03", nation="ETH"),
        ran("nuguse", "3:47.38", "2023-02-11", nation="USA"),
        ran("nuguse", "3:47.83", "2024-02-11", nation="USA"),
        ran("nuguse", "3:46.63", "2025-02-08", nation="USA"),
        ran("kessler", "3:46.90", "2025-02-08", nation="USA"),
        ran("ingebrigtsen", "3:45.14", "2025-02-13"),
        ran("hocker", "3:27.65", day, **final | {"place": 1}),
        ran("kerr", "3:27.79", day, **final | {"place": 2, "nation": "GBR"}),
        ran("nuguse", "3:27.80", day, **final | {"place": 3, "round": "final"}),
        ran("ingebrigtsen", "3:28.24", day, **final | {"place": 4, "nation": "NOR"}),
        ran("nuguse", "3:36.56", "2024-08-02", **final | {"place": 1, "round": "heat 2"}),
    )
    lists = (covers("WR"), covers("NR", "USA"), covers("PB", "nuguse", since="2024-01-01"))
    athletes = (Athlete("nuguse", "Yared Nuguse", "USA", born=BORN),)
    decisions = (decided("2025-02-08-nuguse", "ratified", "2025-03-21"),)
    with Book.create() as book:
        book.append(Facts((source,), athletes, performances, decisions, lists, competitions=(games,)))
        yield book


def told(runs: tuple[Run, ...]) -> list[tuple[str, str, bool]]:
    return [(one.event.code, str(one.performance.mark), one.covered) for one in runs]


def held(records: tuple[HeldRecord, ...]) -> list[tuple[str, str, str, str | None, int]]:
    return [
        (
            one.step.standing.label,
            one.step.standing.scope,
            str(one.step.performance.mark),
            one.step.until and one.step.until.isoformat(),
            one.step.days_stood,
        )
        for one in records
    ]


def test_a_best_for_each_event_and_one_for_each_year_and_how_they_came(run: Book) -> None:
    found = career(run, "Yared Nuguse", as_of=END)
    assert told(found.bests) == [("1500", "3:27.80", False), ("MILEsh", "3:46.63", True)]
    assert told(found.seasons) == [
        ("1500", "3:27.80", False),
        ("MILEsh", "3:47.38", False),
        ("MILEsh", "3:47.83", False),
        ("MILEsh", "3:46.63", False),
    ]
    assert told(found.progression) == [
        ("1500", "3:36.56", False),
        ("1500", "3:27.80", False),
        ("MILEsh", "3:47.38", False),
        ("MILEsh", "3:46.63", True),
    ]
    assert [one.status for one in found.bests] == [None, Status.RATIFIED]


def test_who_ran_the_same_again_has_the_best_from_its_first_day(run: Book, ran: Ran) -> None:
    run.add(ran("nuguse", "3:46.63", "2025-02-20", nation="USA"))
    best = career(run, "nuguse", as_of=END).bests[-1]
    assert best.performance.day == date(2025, 2, 8)


def test_records_are_told_with_how_long_they_stood(run: Book) -> None:
    assert held(career(run, "nuguse", as_of=END).records) == [
        ("NR", "USA", "3:47.38", "2025-02-08", 728),
        ("WR", "WORLD", "3:46.63", "2025-02-13", 5),
        ("NR", "USA", "3:46.63", None, 326),
    ]
    assert held(career(run, "nuguse", as_of=date(2025, 2, 12)).records)[1:] == [
        ("WR", "WORLD", "3:46.63", None, 4),
        ("NR", "USA", "3:46.63", None, 4),
    ]
    assert held(career(run, "kessler", as_of=END).records) == []


def test_paris_2024_gives_nuguse_a_bronze_one_place_ahead_of_ingebrigtsen(run: Book) -> None:
    medals = {
        who: [
            (one.medal, one.event.code, one.performance.competition)
            for one in career(run, who, as_of=END).honours
        ]
        for who in ("hocker", "kerr", "nuguse", "ingebrigtsen")
    }
    assert medals == {
        "hocker": [("gold", "1500", "Olympic Games")],
        "kerr": [("silver", "1500", "Olympic Games")],
        "nuguse": [("bronze", "1500", "Olympic Games")],  # the heat he won is no title
        "ingebrigtsen": [],
    }
    assert career(run, "nuguse", as_of=date(2024, 8, 5)).honours == ()


def test_the_shipped_book_has_the_final_of_paris() -> None:
    with Book.starter() as book:
        keys = ("hocker-cole", "kerr-josh", "nuguse-yared", "ingebrigtsen-jakob")
        assert [[h.medal for h in career(book, key, as_of=END).honours] for key in keys] == [
            *(["gold"], ["silver"], ["bronze"], [])
        ]


def test_an_annulled_medal_is_none(run: Book, source: Source) -> None:
    day = date(2025, 1, 1)
    void = Decision(
        *("", DecisionKind.ANNULLED, day, day, "AIU", "", source.key),
        athlete_key="nuguse",
        since=date(2024, 8, 1),
        until=date(2024, 8, 31),
    )
    run.decide(void)
    found = career(run, "nuguse", as_of=END)
    assert found.honours == ()
    assert told(found.bests) == [("MILEsh", "3:46.63", True)]
    assert len(career(run, "nuguse", as_of=END, known_at=date(2024, 12, 31)).honours) == 1


def test_a_meeting_gives_no_medals(run: Book, ran: Ran) -> None:
    run.add(ran("nuguse", "3:40", "2025-03-01", place=1, nation="USA", competition="Millrose Games"))
    assert len(career(run, "nuguse", as_of=END).honours) == 1


def test_the_age_is_that_of_the_day(run: Book) -> None:
    found = career(run, "nuguse", as_of=END)
    assert [str(one.age) for one in found.bests] == ["25y 66d", "25y 252d"]
    assert [str(one.age) for one in found.honours] == ["25y 66d"]
    assert [str(one.age) for one in found.records[:1]] == ["23y 255d"]


def test_whose_birth_is_not_known_has_no_age(run: Book) -> None:
    found = career(run, "ingebrigtsen", as_of=END)
    assert found.athlete.born is None
    assert {one.age for one in (*found.bests, *found.seasons, *found.records)} == {None}


@pytest.mark.parametrize(
    ("born", "day", "told"),
    [
        (Birth(date(2000, 9, 19)), "2025-09-18", "24y 364d"),
        (Birth(date(2000, 9, 19)), "2025-09-19", "25y 0d"),
        (Birth(date(2000, 2, 29)), "2025-02-28", "24y 365d"),
        (Birth(date(2000, 2, 29)), "2025-03-01", "25y 0d"),
        (Birth(date(2000, 2, 29)), "2024-02-29", "24y 0d"),
        (Birth(date(2000, 9, 1), BirthPrecision.MONTH), "2025-09-10", "24 or 25"),
        (Birth(date(2000, 9, 1), BirthPrecision.MONTH), "2025-10-01", "25"),
        (Birth(date(2000, 1, 1), BirthPrecision.YEAR), "2025-12-31", "25"),
        (Birth(date(2000, 1, 1), BirthPrecision.YEAR), "2025-12-30", "24 or 25"),
    ],
)
def test_an_age_says_no_more_than_the_birth_does(born: Birth, day: str, told: str) -> None:
    assert str(age_on(born, date.fromisoformat(day))) == told


def test_an_event_without_a_counting_mark_has_no_best(ran: Ran, source: Source) -> None:
    with Book.create() as book:
        book.add(ran("a", "3:47", "2025-01-01", official=False), source)
        assert career(book, "a", as_of=END) == Career(book.athlete("a"), (), (), (), (), ())
        assert book.contested("a") == [(EVENTS["MILEsh"], replace(ran("a", "3:47", "2025-01-01")).sex)]


def test_an_athlete_the_book_does_not_know_is_refused(run: Book) -> None:
    with pytest.raises(BookError, match="the book knows no athlete 'Nugus'"):
        career(run, "Nugus", as_of=END)
