"""The record book against real, sourced cases: ``record_cases.json`` of the real data beside the checkout.

Each case is built from what it gives. What the book as it stands cannot answer yet stands in `LATER`,
with the reason; a case in neither table fails.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from pacelight.book.lists import Book
from pacelight.book.model import (
    Coverage,
    Decision,
    DecisionKind,
    ListLevel,
    NotKnown,
    Performance,
    Source,
    Standing,
    Step,
)
from pacelight.event import EVENTS, Level, Recognition, Sex
from pacelight.mark import Elapsed, Mark, Timing

SOURCE = Source("case", "record_cases.json", "", date(2026, 11, 1))
END = date(2026, 12, 31)
NUMBERS = count(1)

LATER = {
    "enroute-wr": "splits become performances in `records`; the whole race is in tests/loop",
    "enroute-not-for-nonrecord-distance": "splits become performances in `records`: tests/unit/records",
    "enroute-only-official": "splits become performances in `records`: tests/unit/records, tests/loop",
    "enroute-many-nations": "a count over the national records of the data, which are not imported yet",
    "list-lags-decision": "lists of others are not imported yet",
    "tie-across-roof": "high jump: only running events are kept yet",
    "not-a-tie-wo-mx": "women-only and mixed road records are not told apart yet",
    "ratified-and-pending-listed": "pole vault: only running events are kept yet",
    "short-track-better": "the outright best across both tracks is not asked for yet",
    "bad-row": "plausibility of imported rows: importing comes with the formats",
    "zero-lost": "a mark of unknown precision: importing comes with the formats",
    "wind": "wind and the 100 m are not kept yet",
    "derived-vs-ratified-precision": "comparing with a published progression comes with the formats",
}
"""Cases that the book as it stands does not answer, and why."""


def day(text: str) -> date:
    return date.fromisoformat(text)


def ran(
    code: str, mark: str, on: str, nation: str = "USA", who: str = "", *, sex: Sex = Sex.MEN
) -> Performance:
    who = who or f"athlete-{next(NUMBERS)}"
    return Performance(
        key=f"{on}-{code}-{who}-{mark}",
        event=code,
        sex=sex,
        mark=EVENTS[code].read(mark),
        athlete_key=who,
        athlete=who.title(),
        nation=nation,
        day=day(on),
        venue="",
        competition="",
        source_key=SOURCE.key,
    )


def covers(
    code: str, level: Level | ListLevel = Level.WR, scope: str = "WORLD", sex: Sex = Sex.MEN
) -> Coverage:
    return Coverage(level, scope, code, sex, date(1900, 1, 1), source=SOURCE.key)


def decided(performance: Performance, kind: DecisionKind, on: str) -> Decision:
    return Decision(performance.key, kind, day(on), day(on), "World Athletics", "", SOURCE.key)


def asked(book: Book, code: str, as_of: str, **more: Any) -> Standing:
    found = book.record(code, more.pop("sex", Sex.MEN), as_of=day(as_of), **more)
    assert isinstance(found, Standing)
    return found


def progression(book: Book, code: str, as_of: str, sex: Sex = Sex.MEN, **more: Any) -> list[Step]:
    found = book.progression(code, sex, as_of=day(as_of), **more)
    assert isinstance(found, list)
    return found


def entered(book: Book, performances: list[Performance]) -> dict[str, list[str]]:
    """Of each performance, taken in order of time: the records it set, by athlete."""
    told: dict[str, list[str]] = {}
    for performance in performances:
        broken = book.break_by(performance)
        told[performance.athlete_key] = [f"{b.label} {b.scope} {b.by}" for b in broken]
        book.add(performance)
    return told


@pytest.fixture
def book() -> Iterator[Book]:
    with Book.create() as book:
        book.add([], SOURCE)
        yield book


@pytest.fixture(scope="session")
def cases(shared_data: Path) -> dict[str, dict[str, Any]]:
    read = json.loads((shared_data / "record_cases.json").read_text(encoding="utf-8"))
    return {case["id"]: case for case in read}


Case = Callable[[Book, dict[str, Any]], None]


def pending_then_superseded(book: Book, given: dict[str, Any]) -> None:
    assert given["ratified_a"] == "2025-03-21"
    before = ran("MILEsh", "3:47.01", "2019-03-03", "ETH", "kejelcha")
    a = ran("MILEsh", "3:46.63", "2025-02-08", "USA", "nuguse")
    b = ran("MILEsh", "3:45.14", "2025-02-13", "NOR", "ingebrigtsen")
    book.add([before, a, b], coverage=[covers("MILEsh")])
    book.decide(decided(before, DecisionKind.RATIFIED, "2019-05-01"))
    book.decide(decided(a, DecisionKind.SUBMITTED, "2025-02-08"))
    book.decide(decided(b, DecisionKind.SUBMITTED, "2025-02-13"))
    book.decide(decided(a, DecisionKind.RATIFIED, given["ratified_a"]))
    told = [
        (as_of, ratified, str(found.mark), found.status)
        for as_of in ("2025-02-10", "2025-03-22")
        for ratified in (False, True)
        for found in [asked(book, "MILEsh", as_of, ratified=ratified)]
    ]
    assert told == [
        ("2025-02-10", False, "3:46.63", "pending"),
        ("2025-02-10", True, "3:47.01", "ratified"),
        ("2025-03-22", False, "3:45.14", "pending"),
        ("2025-03-22", True, "3:46.63", "ratified"),
    ]
    steps = progression(book, "MILEsh", "2025-03-22")
    assert [(str(step.performance.mark), step.days_stood) for step in steps[1:]] == [
        ("3:46.63", 5),
        ("3:45.14", 37),
    ]


def second_under_old_record(book: Book, given: dict[str, Any]) -> None:
    old = [
        ran("MILEsh", given["book"].split()[1], "2019-03-03", "ETH"),
        ran("MILEsh", "3:48.87", "2022-02-27", "GBR", "kerr"),
        ran("MILEsh", "3:50.83", "2020-01-01", "AUS"),
        ran("MILEsh", "3:52.51", "2020-01-01", "FRA"),
        ran("MILEsh", "3:49.78", "2020-01-01", "IRL"),
    ]
    nations = ["USA", "AUS", "FRA", "IRL"]
    lists = [covers("MILEsh"), covers("MILEsh", Level.AR, "EUR")]
    book.add(old, coverage=[*lists, *(covers("MILEsh", Level.NR, nation) for nation in nations)])
    rows = [line.split() for line in given["results"]]
    race = [ran("MILEsh", mark, "2025-02-08", nation, who) for who, nation, mark in rows]
    assert entered(book, race) == {
        "Nuguse": ["WR WORLD 380"],
        "Kessler": [],
        "Myers": ["NR AUS 3350"],
        "Habz": ["AR EUR 1310", "NR FRA 4950"],
        "Coscoran": ["NR IRL 520"],
    }


def enroute_nr_behind_winner(book: Book, given: dict[str, Any]) -> None:
    book.add(
        [ran("MILEsh", "3:52.51", "2020-01-01", "FRA"), ran("1500sh", "3:34.00", "2020-01-01", "FRA")],
        coverage=[covers(code, Level.NR, "FRA") for code in ("MILEsh", "1500sh")],
    )
    finish = ran("MILEsh", given["finish"], "2025-02-08", "FRA", "habz")
    split = replace(ran("1500sh", given["split_1500"], "2025-02-08", "FRA", "habz"), en_route_of="MILEsh")
    assert [b.label + b.scope for one in (split, finish) for b in book.break_by(one)] == ["NRFRA", "NRFRA"]


def enroute_outdoor_2026(book: Book, given: dict[str, Any]) -> None:
    book.add(
        [
            ran("MILE", given["book"]["MILE WR"], "1999-07-07", "MAR", "el-guerrouj"),
            ran("1500", given["book"]["1500 NR GBR"], "2024-08-06", "GBR", "kerr"),
        ],
        coverage=[covers("MILE"), covers("1500", Level.NR, "GBR")],
    )
    split = replace(ran("1500", "3:27.62", "2026-07-18", "GBR", "kerr"), en_route_of="MILE")
    assert entered(book, [split]) == {"kerr": ["NR GBR 170"]}
    assert entered(book, [ran("MILE", "3:42.66", "2026-07-18", "GBR", "kerr")]) == {"kerr": ["WR WORLD 470"]}
    assert asked(book, "MILE", "2026-08-22").status == "candidate"
    assert progression(book, "MILE", "2026-08-22")[0].days_stood == 9873


def conflicting_split_sources(book: Book, given: dict[str, Any]) -> None:
    marks = [given[key].split()[2] for key in ("a", "b")]
    others = [Source(name, name, "", date(2022, 3, 1)) for name in ("edinburghnews", "tehuty")]
    kerr = ran("1500sh", marks[0], "2022-02-27", "GBR", "kerr")
    for mark, source in zip(marks, others, strict=True):
        book.add(replace(kerr, mark=Mark.parse(mark), source_key=""), source)
    with book._store.reading() as connection:
        said = connection.exec_driver_sql("SELECT source, value FROM assertions ORDER BY id").all()
    assert [tuple(row) for row in said] == [("edinburghnews", 212_850), ("tehuty", 212_860)]


def days_stood(book: Book, given: dict[str, Any]) -> None:
    a, b = (given[key].split()[0] for key in ("a", "b"))
    book.add([ran("MILEsh", "3:46.63", a), ran("MILEsh", "3:45.14", b)], coverage=[covers("MILEsh")])
    assert progression(book, "MILEsh", b)[0].days_stood == 5


def enroute_5k_road(book: Book, given: dict[str, Any]) -> None:
    """The 10 km: before and after the annulment; what was run in between is tested again by itself."""
    kipruto = ran("10RR", given["finish"].split()[0], "2020-01-12", "KEN", "kipruto")
    split = replace(ran("5RR", given["split"].split()[0], "2020-01-12", "KEN", "kipruto"), en_route_of="10RR")
    earlier = ran("10RR", "26:38", "2019-12-01", "UGA", "cheptegei")
    aregawi = ran("10RR", "26:33", "2023-03-12", "ETH", "aregawi")
    book.add(
        [earlier, kipruto, split, aregawi, ran("5RR", "12:51", "2020-02-16", "UGA", "cheptegei")],
        coverage=[covers("10RR"), covers("5RR")],
    )
    annulled = given["annulled"].split(",")[0]
    for performance in (kipruto, split):
        book.decide(decided(performance, DecisionKind.RATIFIED, given["ratified"]))
        book.decide(decided(performance, DecisionKind.ANNULLED, annulled))
    eve = day(annulled) - timedelta(days=1)
    assert [str(step.performance.mark) for step in progression(book, "10RR", "2023-12-31", known_at=eve)] == [
        "26:38",
        "26:24",
    ]
    assert [str(step.performance.mark) for step in progression(book, "10RR", annulled)] == ["26:38", "26:33"]
    assert [str(asked(book, "5RR", on).mark) for on in ("2020-02-15", "2020-02-16")] == ["13:18", "12:51"]
    assert isinstance(book.record("5RR", Sex.MEN, as_of=day("2020-02-15"), known_at=END), NotKnown)


def equalled(code: str, sex: Sex) -> Case:
    """Two rows, one mark: both stay holders, and the second equals."""

    def check(book: Book, given: dict[str, Any]) -> None:
        rows = [row.split() for row in given["rows"]]
        (mark,) = {next(cell for cell in row if "." in cell) for row in rows}
        days = [next(cell for cell in row if cell[4:5] == "-") for row in rows]
        holders = [
            replace(ran("800", "1:50.00", on, sex=sex), event=code, mark=Mark.parse(mark)) for on in days
        ]
        book.add(holders[0], coverage=[covers(code, sex=sex)])
        (found,) = book.break_by(holders[1])
        assert (found.label, found.equalled, found.by) == ("WR", True, 0)
        book.add(holders[1])
        record = asked(book, code, "2026-12-31", sex=sex)
        assert [holder.day.isoformat() for holder in record.holders] == days
        assert [step.equalled for step in progression(book, code, "2026-12-31", sex)] == [False, True]

    return check


def tie_rounded(book: Book, given: dict[str, Any]) -> None:
    equalled("1500", Sex.MEN)(book, given)
    with Book.create() as finer:
        hundredths = [ran("1500", "3:32.03", "1979-08-15"), ran("1500", "3:32.09", "1980-07-15")]
        finer.add(hundredths, SOURCE, coverage=[covers("1500")])
        assert [holder.day.year for holder in asked(finer, "1500", "1980-12-31").holders] == [1979]
    assert {Mark.parse("3:32.1h").timing} == {Timing.HAND}


def two_miles(book: Book, given: dict[str, Any]) -> None:
    outdoors, indoors = (part.split() for part in given["mark"].split("; "))
    book.add(
        [ran("2MLS", outdoors[0], outdoors[-1], "NOR"), ran("2MLSsh", indoors[0], indoors[-1], "GBR")],
        coverage=[covers("2MLS"), covers("2MLSsh")],
    )
    for code in ("2MLS", "2MLSsh"):
        found = asked(book, code, "2024-08-09")
        assert (found.label, found.recognition) == ("WB", Recognition.BEST)


def two_mile_3000_split(book: Book, given: dict[str, Any]) -> None:
    assert given["book"] == "NR GBR 3000sh 7:31.97"
    book.add(
        [ran("3000sh", "7:31.97", "2023-01-01", "GBR"), ran("2MLSsh", "8:03.40", "2012-02-18", "KEN")],
        coverage=[covers("3000sh", Level.NR, "GBR"), covers("2MLSsh")],
    )
    split = replace(ran("3000sh", "7:30.16", "2024-02-11", "GBR", "kerr"), en_route_of="2MLSsh")
    assert entered(book, [split]) == {"kerr": ["NR GBR 1810"]}
    assert entered(book, [ran("2MLSsh", "8:00.67", "2024-02-11", "GBR", "kerr")]) == {
        "kerr": ["WB WORLD 2730"]
    }


def round_up(_: Book, given: dict[str, Any]) -> None:
    whole, fraction = given["raw"].split(".")
    raw = Elapsed(int(whole) * 10**9 + int(fraction.ljust(9, "0")))
    assert str(Mark.from_elapsed(raw)) == given["official"]


def road_mile_tenths(book: Book, given: dict[str, Any]) -> None:
    first, second = (part.split() for part in given["mark"].split("; "))
    book.add(
        [ran("1MR", first[0], first[2], "KEN"), ran("1MR", second[0], second[2], "GBR")],
        coverage=[covers("1MR")],
    )
    mark = asked(book, "1MR", "2024-12-31").mark
    assert (str(mark), mark.precision, mark.timing) == ("3:51.3", 1, Timing.FAT)


def article_2025(book: Book, given: dict[str, Any]) -> None:
    book.add(
        [ran("MILE", "3:43.13", "1999-07-07", "MAR"), ran("MILE", "3:42.66", "2026-07-18", "GBR")],
        coverage=[covers("MILE")],
    )
    assert [str(asked(book, "MILE", as_of).mark) for as_of in given["as_of"]] == ["3:43.13", "3:42.66"]


def records_behind_the_winner(book: Book, given: dict[str, Any]) -> None:
    standing = {nation.split()[1]: mark for nation, mark in given["book"].items()}
    book.add(
        [ran("MILEsh", mark, "2025-02-08", nation) for nation, mark in standing.items()],
        coverage=[covers("MILEsh", Level.NR, nation) for nation in standing],
    )
    rows = [line.split() for line in given["results"]]
    race = [ran("MILEsh", mark, "2025-02-13", nation, who) for _, who, nation, mark in rows]
    told = {who: broken for who, broken in entered(book, race).items() if broken}
    assert told == {
        "Ingebrigtsen": ["NR NOR 11850"],
        "Nillessen": ["NR NED 1580"],
        "Tshite": ["NR RSA 170"],
        "Rak": ["NR POL 840"],
    }


def beyond_coverage(book: Book, _: dict[str, Any]) -> None:
    book.add(
        [ran("MILEsh", "3:46.63", "2025-02-08"), ran("MILEsh", "3:56.99", "2020-01-01", "NOR")],
        coverage=[covers("MILEsh"), covers("MILEsh", Level.NR, "NOR")],
    )
    assert entered(book, [ran("MILEsh", "3:53.18", "2025-02-13", "IRL", "doyle")]) == {"doyle": []}
    answer = book.record("MILEsh", Sex.MEN, level=Level.NR, scope="IRL", as_of=END)
    assert answer == NotKnown("the book does not cover the NR IRL of Mile short track, men")


ANSWERED: dict[str, Case] = {
    "pending-then-superseded": pending_then_superseded,
    "second-under-old-record": second_under_old_record,
    "enroute-nr-behind-winner": enroute_nr_behind_winner,
    "enroute-outdoor-2026": enroute_outdoor_2026,
    "conflicting-split-sources": conflicting_split_sources,
    "days-stood": days_stood,
    "enroute-5k-road": enroute_5k_road,
    # The events of these two are not kept yet (60 m, 60 m hurdles): the rule is the same over 800 m.
    "tie-same-athlete": equalled("800", Sex.WOMEN),
    "tie-two-years": equalled("800", Sex.WOMEN),
    "tie-rounded": tie_rounded,
    "two-miles": two_miles,
    "2mile-3000-split": two_mile_3000_split,
    "round-up": round_up,
    "road-mile-tenths": road_mile_tenths,
    "article-2025": article_2025,
    "records-behind-the-winner": records_behind_the_winner,
    "beyond-coverage": beyond_coverage,
}


@pytest.mark.parametrize("name", ANSWERED)
def test_the_book_says_what_the_case_expects(name: str, cases: dict[str, dict[str, Any]], book: Book) -> None:
    ANSWERED[name](book, cases[name]["given"])


def test_every_case_is_answered_or_has_its_reason(cases: dict[str, dict[str, Any]]) -> None:
    assert sorted([*ANSWERED, *LATER]) == sorted(cases)
