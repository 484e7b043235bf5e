"""The shipped book against the lists and the cases that others published."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from pacelight.book.asking.lists import Book
from pacelight.book.model import NotKnown, Standing, Status, Step
from pacelight.event import Level, Recognition, Sex

TODAY = date(2026, 8, 22)
"""The last day of which a source of the book speaks."""

LISTS = {
    "800m": ("800", Sex.MEN),
    "1500m": ("1500", Sex.MEN),
    "mile": ("MILE", Sex.MEN),
    "2000m": ("2000", Sex.MEN),
    "3000m": ("3000", Sex.MEN),
    "5000m": ("5000", Sex.MEN),
    "800mf": ("800", Sex.WOMEN),
    "1500mf": ("1500", Sex.WOMEN),
    "milef": ("MILE", Sex.WOMEN),
    "2000mf": ("2000", Sex.WOMEN),
    "3000mf": ("3000", Sex.WOMEN),
    "5000mf": ("5000", Sex.WOMEN),
}

NAMES = {
    "Janusz Kusoci\x15ski": ("Janusz Kusociński", "a letter lost in the file"),
    "Jaroslava Jehli\x11ková": ("Jaroslava Jehličková", "a letter lost in the file"),
    "Natalia M\x12r\x12\x0fescu": ("Natalia Mărășescu", "letters lost in the file"),
    "Maricica Puic\x12": ("Maricica Puică", "a letter lost in the file"),
    "Vera Nikoli\x10": ("Vera Nikolić", "a letter lost in the file"),
    "Sonia O\u2019Sullivan": ("Sonia O'Sullivan", "another apostrophe"),
    "Mary Decker/Tabb/Slaney": ("Mary Slaney", "one athlete under three names"),
    "Mary Tabb/Slaney": ("Mary Slaney", "one athlete under three names"),
    "Lina Batschauer/Radke": ("Lina Radke", "one athlete under two names"),
    "Nina Pletnyova/Otkalenko": ("Nina Otkalenko", "one athlete under two names"),
    "Grete Andersen/Waitz": ("Grete Waitz", "one athlete under two names"),
    "Miklós Szabó I": ("Miklós Szabó", "numbered, as two ran at the time"),
    "Archie San Romani Sr": ("Archie San Romani", "father and son ran"),
}
"""As printed, as in the book, and why they differ; all other names are the book's own or its aliases."""


@dataclass(frozen=True)
class Line:
    mark: str
    name: str
    day: date


def printed(path: Path) -> Iterator[Line]:
    """The lines of a handbook list; years have two digits, and the list runs on in time."""
    before = date(1900, 1, 1)
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = re.split(r"\.?(?:\s+\.)+\s+", line.strip())
        mark, (name, _, _, day) = fields[0], [field.strip() for field in fields[-4:]]
        there = datetime.strptime(day, "%d %b %y").date()  # noqa: DTZ007  # a day, not an instant
        century = 1900 if there.replace(year=1900 + there.year % 100) >= before else 2000
        before = there.replace(year=century + there.year % 100)
        yield Line(mark.rstrip("+y"), name, before)


@pytest.fixture(scope="module")
def book() -> Iterator[Book]:
    with Book.starter() as starter:
        yield starter


@pytest.fixture(scope="module")
def cases(shared_data: Path) -> dict[str, Any]:
    text = (shared_data / "record_cases.json").read_text(encoding="utf-8")
    return {case["id"]: case for case in json.loads(text)}


def steps(book: Book, event: str, sex: Sex, as_of: date, level: Level = Level.WR) -> list[Step]:
    answer = book.progression(event, sex, level=level, as_of=as_of)
    assert not isinstance(answer, NotKnown)
    return answer


def record(book: Book, event: str, sex: Sex = Sex.MEN, **asked: Any) -> Standing:
    answer = book.record(event, sex, **asked)
    assert not isinstance(answer, NotKnown)
    return answer


@pytest.mark.parametrize("name", LISTS)
def test_progressions_are_those_of_the_handbook(book: Book, shared_data: Path, name: str) -> None:
    event, sex = LISTS[name]
    lines = list(printed(shared_data / "progression" / "iaaf2015" / f"{name}.txt"))
    told = [
        (str(step.performance.mark), step.performance.day, step.performance.athlete)
        for step in steps(book, event, sex, lines[-1].day)
    ]
    known = {line.name: NAMES[line.name][0] if line.name in NAMES else line.name for line in lines}
    assert told == [(line.mark, line.day, book.athlete(known[line.name]).name) for line in lines]


def test_every_difference_in_names_is_needed(shared_data: Path) -> None:
    folder = shared_data / "progression" / "iaaf2015"
    names = {line.name for name in LISTS for line in printed(folder / f"{name}.txt")}
    assert set(NAMES) <= names


@pytest.mark.parametrize("name", LISTS)
def test_what_the_handbook_lists_is_ratified(book: Book, shared_data: Path, name: str) -> None:
    event, sex = LISTS[name]
    last = list(printed(shared_data / "progression" / "iaaf2015" / f"{name}.txt"))[-1].day
    assert {step.status for step in steps(book, event, sex, last)} == {Status.RATIFIED}


@pytest.mark.parametrize(("event", "sex"), LISTS.values())
def test_since_the_handbook_marks_only_fell(book: Book, event: str, sex: Sex) -> None:
    marks = [step.performance.mark for step in steps(book, event, sex, TODAY)]
    assert marks == sorted(marks, reverse=True)


LATER = {
    ("1500", Sex.WOMEN): ["3:50.07", "3:49.11", "3:49.04", "3:48.68"],
    ("MILE", Sex.WOMEN): ["4:12.33", "4:07.64"],
    ("MILE", Sex.MEN): ["3:42.66"],
    ("2000", Sex.MEN): ["4:43.13"],
    ("2000", Sex.WOMEN): ["5:21.56", "5:19.70"],
    ("3000", Sex.MEN): ["7:17.55"],
    ("5000", Sex.MEN): ["12:35.36"],
    ("5000", Sex.WOMEN): ["14:06.62", "14:05.20", "14:00.21", "13:58.06"],
    ("10K", Sex.MEN): ["26:11.00"],
    ("10K", Sex.WOMEN): ["29:17.45", "29:06.82", "29:01.03", "28:54.14"],
}
"""World records after the handbook of August 2015, and the one of July 2015 that it does not have yet."""


@pytest.mark.parametrize(("event", "sex"), [*LISTS.values(), ("10K", Sex.MEN), ("10K", Sex.WOMEN)])
def test_these_and_no_other_world_records_came_after_the_handbook(book: Book, event: str, sex: Sex) -> None:
    late = [s for s in steps(book, event, sex, TODAY) if s.performance.day > date(2015, 7, 16)]
    assert [str(step.performance.mark) for step in late] == LATER.get((event, sex), [])


def test_the_shown_records_of_2024_are_those_of_the_book(book: Book) -> None:
    """World Athletics, list of world records as shown on 2024-08-09."""
    shown = {
        ("800", Sex.MEN): "1:40.91",
        ("800sh", Sex.MEN): "1:42.67",
        ("1500", Sex.MEN): "3:26.00",
        ("1500sh", Sex.MEN): "3:30.60",
        ("MILE", Sex.MEN): "3:43.13",
        ("MILEsh", Sex.MEN): "3:47.01",
        ("2000", Sex.MEN): "4:43.13",
        ("3000", Sex.MEN): "7:20.67",
        ("3000sh", Sex.MEN): "7:23.81",
        ("5000", Sex.MEN): "12:35.36",
        ("5000sh", Sex.MEN): "12:49.60",
        ("10K", Sex.MEN): "26:11.00",
        ("800", Sex.WOMEN): "1:53.28",
        ("800sh", Sex.WOMEN): "1:55.82",
        ("1500", Sex.WOMEN): "3:49.04",
        ("1500sh", Sex.WOMEN): "3:53.09",
        ("MILE", Sex.WOMEN): "4:07.64",
        ("MILEsh", Sex.WOMEN): "4:13.31",
        ("2000", Sex.WOMEN): "5:19.70",
        ("3000", Sex.WOMEN): "8:06.11",
        ("3000sh", Sex.WOMEN): "8:16.60",
        ("5000", Sex.WOMEN): "14:00.21",
        ("5000sh", Sex.WOMEN): "14:18.86",
        ("10K", Sex.WOMEN): "28:54.14",
    }
    told = {(event, sex): str(record(book, event, sex, as_of=date(2024, 8, 9)).mark) for event, sex in shown}
    assert told == shown


def test_a_mark_beaten_while_pending_is_kept(book: Book, cases: dict[str, Any]) -> None:
    """Case pending-then-superseded."""
    given = cases["pending-then-superseded"]["given"]
    assert (given["ratified_a"], "3:46.63" in given["a"], "3:45.14" in given["b"]) == (
        "2025-03-21",
        True,
        True,
    )
    eve = record(book, "MILEsh", as_of=date(2025, 2, 12))
    assert (str(eve.mark), eve.holders[0].athlete, eve.status) == ("3:46.63", "Yared Nuguse", Status.PENDING)
    ratified = record(book, "MILEsh", as_of=date(2025, 2, 12), ratified=True)
    assert (str(ratified.mark), ratified.since) == ("3:47.01", date(2019, 3, 3))
    after = record(book, "MILEsh", as_of=date(2025, 3, 22), ratified=True)
    assert (str(after.mark), after.status) == ("3:46.63", Status.RATIFIED)
    best = record(book, "MILEsh", as_of=date(2025, 3, 22))
    assert (str(best.mark), best.status) == ("3:45.14", Status.PENDING)
    known_later = record(book, "MILEsh", as_of=date(2025, 2, 12), known_at=date(2025, 4, 1), ratified=True)
    assert str(known_later.mark) == "3:46.63"


def test_it_stood_for_five_days(book: Book, cases: dict[str, Any]) -> None:
    """Case days-stood."""
    assert cases["days-stood"]["expect"][0] == "days_stood=5"
    stood = {str(s.performance.mark): s.days_stood for s in steps(book, "MILEsh", Sex.MEN, date(2025, 3, 22))}
    assert stood["3:46.63"] == 5


def test_second_inside_the_old_record_is_no_record(book: Book, cases: dict[str, Any]) -> None:
    """Case second-under-old-record: the results are those of the evening, and only the winner holds."""
    for result in cases["second-under-old-record"]["given"]["results"]:
        family, _, mark = result.split()
        (found,) = [
            entry
            for entry in all_entries(book, "MILEsh", date(2025, 2, 8))
            if entry.day == date(2025, 2, 8) and entry.athlete.endswith(family)
        ]
        assert str(found.mark) == mark
    told = [str(s.performance.mark) for s in steps(book, "MILEsh", Sex.MEN, date(2025, 2, 12))]
    assert told[-2:] == ["3:47.01", "3:46.63"]


def all_entries(book: Book, event: str, as_of: date) -> list[Any]:
    listed = book.top(event, Sex.MEN, n=None, all_performances=False, as_of=as_of)
    assert not isinstance(listed, NotKnown)
    return [entry.performance for entry in listed.entries]


def test_the_split_behind_the_winner_is_a_national_record(book: Book, cases: dict[str, Any]) -> None:
    """Case enroute-nr-behind-winner."""
    given = cases["enroute-nr-behind-winner"]["given"]
    for event, mark in (("MILEsh", given["finish"]), ("1500sh", given["split_1500"])):
        held = record(book, event, level=Level.NR, scope="FRA", as_of=date(2025, 2, 12))
        assert (str(held.mark), held.holders[0].athlete) == (mark, "Azeddine Habz")


def test_the_records_of_the_eve_are_those_that_fell_behind_the_winner(
    book: Book, cases: dict[str, Any]
) -> None:
    """Case records-behind-the-winner."""
    for name, mark in cases["records-behind-the-winner"]["given"]["book"].items():
        nation = name.removeprefix("NR ")
        held = record(book, "MILEsh", level=Level.NR, scope=nation, as_of=date(2025, 2, 12))
        assert (nation, str(held.mark)) == (nation, mark)


def test_the_finishes_of_the_evening_are_those_published(book: Book, cases: dict[str, Any]) -> None:
    results = cases["records-behind-the-winner"]["given"]["results"]
    runs = [p for p in all_entries(book, "MILEsh", date(2025, 2, 13)) if p.day == date(2025, 2, 13)]
    told = [f"{p.place} {p.athlete.split(maxsplit=1)[1]} {p.nation} {p.mark}" for p in runs]
    assert told == results


def test_equal_marks_are_both_records(book: Book, cases: dict[str, Any]) -> None:
    """Case tie-rounded: 3:32.1 is a tie in the precision of the time."""
    assert cases["tie-rounded"]["expect"] == ["tie at 0.1 s; not a tie if hundredths known"]
    held = record(book, "1500", as_of=date(1980, 7, 15))
    assert [holder.athlete for holder in held.holders] == ["Sebastian Coe", "Steve Ovett"]
    assert (str(held.mark), held.mark.precision) == ("3:32.1", 1)
    last = steps(book, "1500", Sex.MEN, date(1980, 7, 15))[-1]
    assert (last.equalled, last.performance.note) == (True, "automatic time 3:32.09")


def test_two_in_one_race_may_hold_a_record(book: Book) -> None:
    held = record(book, "1500", as_of=date(1957, 7, 11))
    assert [holder.athlete for holder in held.holders] == ["Olavi Salsola", "Olavi Salonen"]


def test_ratified_tenths_stay_tenths(book: Book, cases: dict[str, Any]) -> None:
    """Case derived-vs-ratified-precision."""
    assert "3:54.04 and 3:48.95" in cases["derived-vs-ratified-precision"]["expect"][0]
    told = {str(s.performance.mark): s.performance.note for s in steps(book, "MILE", Sex.MEN, TODAY)}
    assert told["3:54.1"] == "automatic time 3:54.04"
    assert told["3:49.0"] == "automatic time 3:48.95"


def test_short_track_may_be_faster(book: Book, cases: dict[str, Any]) -> None:
    """Case short-track-better, for the world: each list is asked for itself, and 3:47.01 is Ethiopian."""
    assert "ETH MILEsh 3:47.01 2019" in cases["short-track-better"]["given"]["rows"]
    held = record(book, "MILEsh", as_of=date(2024, 12, 31))
    assert (str(held.mark), held.holders[0].nation) == ("3:47.01", "ETH")


def test_two_miles_are_a_best_and_never_a_record(book: Book, cases: dict[str, Any]) -> None:
    """Case two-miles."""
    assert "7:54.10" in cases["two-miles"]["given"]["mark"]
    held = record(book, "2MLS", as_of=date(2023, 6, 9))
    assert (str(held.mark), held.label, held.recognition) == ("7:54.10", "WB", Recognition.BEST)
    indoors = record(book, "2MLSsh", as_of=date(2024, 2, 11))
    assert (str(indoors.mark), indoors.label) == ("8:00.67", "WB")


def test_an_article_is_right_as_of_its_day(book: Book, cases: dict[str, Any]) -> None:
    """Cases article-2025 and enroute-outdoor-2026."""
    then, now = (date.fromisoformat(day) for day in cases["article-2025"]["given"]["as_of"])
    assert str(record(book, "MILE", as_of=then).mark) == "3:43.13"
    best = record(book, "MILE", as_of=now)
    assert (str(best.mark), best.status) == ("3:42.66", Status.CANDIDATE)
    assert str(record(book, "MILE", as_of=now, ratified=True).mark) == "3:43.13"
    stood = {str(s.performance.mark): s.days_stood for s in steps(book, "MILE", Sex.MEN, now)}
    assert stood["3:43.13"] == 9873


def test_third_of_all_time_on_the_day_of_lievin(book: Book) -> None:
    listed = book.top("MILE", Sex.MEN, n=10, as_of=date(2025, 2, 13))
    assert not isinstance(listed, NotKnown)
    first = [(e.rank, str(e.performance.mark), e.performance.athlete) for e in listed.entries[:3]]
    assert first == [
        (1, "3:43.13", "Hicham El Guerrouj"),
        (2, "3:43.40", "Noah Ngeny"),
        (3, "3:43.73", "Jakob Ingebrigtsen"),
    ]
    assert [entry.rank for entry in listed.entries] == list(range(1, 11))


def test_the_all_time_list_of_2025_is_the_published_one(book: Book) -> None:
    """Etusuora, 18 August 2025: men's 1500 m, ten names."""
    listed = book.top("1500", Sex.MEN, n=10, as_of=date(2025, 8, 18))
    assert not isinstance(listed, NotKnown)
    assert [(str(e.performance.mark), e.performance.day.year) for e in listed.entries] == [
        ("3:26.00", 1998),
        ("3:26.34", 2001),
        ("3:26.69", 2015),
        ("3:26.73", 2024),
        ("3:27.37", 1995),
        ("3:27.49", 2025),
        ("3:27.64", 2014),
        ("3:27.65", 2024),
        ("3:27.72", 2025),
        ("3:27.79", 2024),
    ]


EVERY = {"MILE": ("one-mile", 226_910), "1500": ("1500-metres", 207_790)}
"""File name of the World Athletics list, and the mark to which the book has every performance, in ms."""


@pytest.mark.parametrize("event", EVERY)
def test_no_performance_of_the_world_athletics_list_is_missing(
    book: Book, shared_data: Path, event: str
) -> None:
    polars = pytest.importorskip("polars")
    name, slowest = EVERY[event]
    rows = polars.read_parquet(shared_data / "wa_alltime_2023.parquet").filter(
        (polars.col("sex") == "M")
        & (polars.col("event") == name)
        & (polars.col("mark_value") <= slowest / 1000)
    )
    listed = book.top(event, Sex.MEN, n=None, all_performances=True, as_of=date(2023, 7, 1))
    assert not isinstance(listed, NotKnown)
    told = [(e.performance.mark.thousandths, e.performance.day) for e in listed.entries if e.rank]
    theirs = zip(rows["mark_value"], rows["date"], strict=True)
    assert sorted(told) == sorted((round(seconds * 1000), day) for seconds, day in theirs)


def test_an_annulled_record_is_gone_once_that_is_known(book: Book) -> None:
    before = record(book, "1500sh", Sex.WOMEN, as_of=date(2008, 4, 1))
    assert str(before.mark) == "3:57.71"
    after = record(book, "1500sh", Sex.WOMEN, as_of=date(2008, 4, 1), known_at=date(2008, 10, 20))
    assert (str(after.mark), after.since) == ("3:58.28", date(2006, 2, 18))


@pytest.mark.parametrize(
    ("as_of", "known_at", "expected"),
    [
        (date(2022, 1, 1), date(2022, 1, 1), "26:24"),
        (date(2022, 1, 1), date(2024, 7, 1), "26:38"),
        (date(2024, 7, 1), date(2024, 7, 1), "26:33"),
    ],
)
def test_the_road_record_is_that_which_could_be_read_then(
    book: Book, as_of: date, known_at: date, expected: str
) -> None:
    """The 26:24 of Valencia was annulled in June 2024."""
    found = book.record("road 10 km", Sex.MEN, as_of=as_of, known_at=known_at)
    assert isinstance(found, Standing)
    assert str(found.mark) == expected


def test_a_mark_that_was_never_ratified_is_no_step(book: Book) -> None:
    told = [str(s.performance.mark) for s in steps(book, "10K", Sex.MEN, date(1965, 12, 31))]
    assert told[-2:] == ["28:15.6", "27:39.4"]
