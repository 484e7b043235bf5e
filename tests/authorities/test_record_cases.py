"""The record book against real, sourced cases: ``record_cases.json`` of the real data beside the checkout.

Each case is built from what it gives; a case that is not answered fails.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from pacelight.book.asking.compared import Change, Edition, compare
from pacelight.book.asking.conflicts import conflicts
from pacelight.book.asking.lists import Book
from pacelight.book.asking.verified import Verified, verify
from pacelight.book.keeping.hands import tenths
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
from pacelight.errors import EventError
from pacelight.event import EVENTS, Level, RaceKind, Recognition, Sex
from pacelight.mark import Elapsed, Mark, Timing
from pacelight.measure import score

SOURCE = Source("case", "record_cases.json", "", date(2026, 11, 1))
END = date(2026, 12, 31)
NUMBERS = count(1)


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
    (found,) = conflicts(book, known_at=END)
    assert [(one.source, str(one.mark)) for one in found.assertions] == [
        ("edinburghnews", "3:32.85"),
        ("tehuty", "3:32.86"),
    ]
    assert found.apart == 10


def days_stood(book: Book, given: dict[str, Any]) -> None:
    a, b = (given[key].split()[0] for key in ("a", "b"))
    book.add([ran("MILEsh", "3:46.63", a), ran("MILEsh", "3:45.14", b)], coverage=[covers("MILEsh")])
    assert progression(book, "MILEsh", b)[0].days_stood == 5


def enroute_5k_road(book: Book, given: dict[str, Any]) -> None:
    """Of an annulled time nothing stands, and what was run in between is tested again by itself."""
    kipruto = ran("10RR", given["finish"].split()[0], "2020-01-12", "KEN", "kipruto")
    split = replace(ran("5RR", given["split"].split()[0], "2020-01-12", "KEN", "kipruto"), en_route_of="10RR")
    earlier = ran("10RR", "26:38", "2019-12-01", "UGA", "cheptegei")
    aregawi = ran("10RR", "26:33", "2023-03-12", "ETH", "aregawi")
    book.add(
        [earlier, kipruto, split, aregawi, ran("5RR", "12:51", "2020-02-16", "UGA", "cheptegei")],
        coverage=[covers("10RR"), covers("5RR")],
    )
    for performance in (kipruto, split):
        book.decide(decided(performance, DecisionKind.RATIFIED, given["ratified"]))
    annulled, void = given["annulled"].split(", results ")
    since, until = void.removesuffix(" void").split("..")
    book.decide(
        Decision(
            *("", DecisionKind.ANNULLED, day(annulled), day(annulled), "AIU", "", SOURCE.key),
            athlete_key="kipruto",
            since=day(since),
            until=day(until),
        )
    )
    asks = (("2022-01-01", None), ("2022-01-01", day("2024-07-01")), ("2024-07-01", None))
    told = [str(asked(book, "10RR", on, known_at=known_at).mark) for on, known_at in asks]
    assert told == ["26:24", "26:38", "26:33"]
    eve = day(annulled) - timedelta(days=1)
    assert [str(step.performance.mark) for step in progression(book, "10RR", "2023-12-31", known_at=eve)] == [
        "26:38",
        "26:24",
    ]
    assert [str(step.performance.mark) for step in progression(book, "10RR", annulled)] == ["26:38", "26:33"]
    assert [str(asked(book, "5RR", on).mark) for on in ("2020-02-15", "2020-02-16")] == ["13:18", "12:51"]
    assert isinstance(book.record("5RR", Sex.MEN, as_of=day("2020-02-15"), known_at=END), NotKnown)
    late = ran("10RR", "26:20", "2021-06-01", "KEN", "kipruto")
    book.add(late)  # what arrives after the decision is void too
    assert str(asked(book, "10RR", "2024-07-01").mark) == "26:33"


def list_lags_decision(book: Book, given: dict[str, Any]) -> None:
    """The list of 2024-08-09 says 26:24 still: it is one more assertion, and the decision holds."""
    listed = day(given["list"].split()[2])
    kipruto = ran("10RR", given["list"].split()[5], "2020-01-12", "KEN", "kipruto")
    book.add([kipruto, ran("10RR", "26:33", "2023-03-12", "ETH", "aregawi")], coverage=[covers("10RR")])
    book.decide(decided(kipruto, DecisionKind.ANNULLED, "2024-06-05"))
    lagging = Source("wa-2024-08", "World Athletics, world records", "", listed)
    book.add(replace(kipruto, source_key=""), lagging)
    assert str(asked(book, "10RR", "2024-08-10").mark) == "26:33"
    said = [a.source for a in book.assertions(EVENTS["10RR"], Sex.MEN) if a.performance_key == kipruto.key]
    assert said == [SOURCE.key, lagging.key]
    assert book.source(lagging.key).as_of == day("2024-08-09")


def enroute_wr(book: Book, given: dict[str, Any]) -> None:
    old = {code: told.split()[0] for code, told in given["book"].items()}
    book.add(
        [
            ran("1500sh", old["1500sh"], "2022-02-17", "NOR", "ingebrigtsen"),
            ran("MILEsh", old["MILEsh"], "2025-02-08", "USA", "nuguse"),
            ran("MILEsh", "3:47.56", "2025-02-08", "FRA", "habz"),
            ran("MILEsh", "3:56.99", "2020-02-08", "NOR", "filip"),
        ],
        coverage=[
            covers(code, level, scope)
            for code in old
            for level, scope in ((Level.WR, "WORLD"), (Level.AR, "EUR"), (Level.NR, "NOR"))
        ],
    )
    split = ran("1500sh", given["splits"]["1500"], "2025-02-13", "NOR", "ingebrigtsen")
    split = replace(split, en_route_of="MILEsh")
    assert entered(book, [split]) == {"ingebrigtsen": ["WR WORLD 970", "AR EUR 970", "NR NOR 970"]}
    finish = ran("MILEsh", given["finish"], "2025-02-13", "NOR", "ingebrigtsen")
    assert entered(book, [finish]) == {"ingebrigtsen": ["WR WORLD 1490", "AR EUR 2420", "NR NOR 11850"]}
    for code in old:
        assert asked(book, code, "2025-02-13").status == "candidate"
    book.decide(decided(split, DecisionKind.SUBMITTED, "2025-02-14"))
    assert asked(book, "1500sh", "2025-02-14").status == "pending"


def enroute_not_for_nonrecord_distance(book: Book, given: dict[str, Any]) -> None:
    assert given["split"].startswith("1200 m")
    assert "1000sh" in {one.code for one in EVENTS["MILEsh"].en_route()}
    assert not any(one.distance and one.distance.mm == 1_200_000 for one in EVENTS.values())
    with pytest.raises(EventError, match="no event '1200sh'"):
        book.add(replace(ran("1500sh", "2:48.39", "2025-02-13", "NOR"), event="1200sh"))


def enroute_only_official(book: Book, given: dict[str, Any]) -> None:
    old = given["book"]["NR NOR 1000sh"]
    thousand, fifteen = (given["splits"][at].split(",")[0] for at in ("1000", "1500"))
    book.add(
        [ran("1000sh", old, "2020-02-01", "NOR"), ran("1500sh", "3:30.60", "2022-02-17", "NOR")],
        coverage=[covers(code, Level.NR, "NOR") for code in ("1000sh", "1500sh")],
    )
    unofficial = replace(ran("1000sh", thousand, "2025-02-13", "NOR", "jakob"), official=False)
    assert entered(book, [unofficial]) == {"jakob": []}
    assert entered(book, [ran("1500sh", fifteen, "2025-02-13", "NOR", "jakob")]) == {"jakob": ["NR NOR 970"]}
    assert str(asked(book, "1000sh", "2025-02-13", level=Level.NR, scope="NOR").mark) == old


def enroute_many_nations(book: Book, given: dict[str, Any]) -> None:
    for pair in given["pairs"]:
        who, nation, on, marks = pair.split()
        split, finish = marks.split("/")
        book.add(
            [ran("1500sh", "3:40", "2020-01-01", nation), ran("MILEsh", "4:00", "2020-01-01", nation)],
            coverage=[covers(code, Level.NR, nation) for code in ("1500sh", "MILEsh")],
        )
        first = replace(ran("1500sh", split, on, nation, who), en_route_of="MILEsh")
        for one in (first, ran("MILEsh", finish, on, nation, who)):
            ((found,),) = entered(book, [one]).values()
            assert found.startswith(f"NR {nation} ")


def tie_across_roof(book: Book, given: dict[str, Any]) -> None:
    rows = [row.split() for row in given["rows"]]
    jumps = [ran("HJ", row[3], row[5], nation) for row, nation in zip(rows, ("SWE", "FRG"), strict=True)]
    jumps[1] = replace(jumps[1], flags="i")
    book.add(jumps[0], coverage=[covers("HJ", Level.AR, "EUR")])
    assert [(b.label, b.scope, b.equalled) for b in book.break_by(jumps[1])] == [("AR", "EUR", True)]
    book.add(jumps[1])
    held = asked(book, "HJ", "1988-12-31", level=Level.AR, scope="EUR")
    assert [holder.day.isoformat() for holder in held.holders] == ["1987-06-30", "1988-02-26"]


def ratified_and_pending_listed(book: Book, given: dict[str, Any]) -> None:
    (_, _, low, first), (_, _, high, second) = (row.split() for row in given["rows"])
    vaults = [ran("PV", low, first, "SWE", "duplantis"), ran("PV", high, second, "SWE", "duplantis")]
    book.add(vaults, coverage=[covers("PV")])
    book.decide(decided(vaults[0], DecisionKind.RATIFIED, "2024-07-01"))
    book.decide(decided(vaults[1], DecisionKind.SUBMITTED, second))
    told = [asked(book, "PV", "2024-08-09", ratified=ratified) for ratified in (True, False)]
    assert [(str(one.mark), one.status) for one in told] == [("6.24", "ratified"), ("6.25", "pending")]


def short_track_better(book: Book, given: dict[str, Any]) -> None:
    runs = [ran(code, mark, f"{year}-03-03", "ETH") for _, code, mark, year in map(str.split, given["rows"])]
    book.add(runs, coverage=[covers(code, Level.NR, "ETH") for code in ("MILE", "MILEsh")])
    found = asked(book, "MILE", "2024-12-31", level=Level.NR, scope="ETH", outright=True)
    assert (found.event.code, str(found.mark)) == ("MILEsh", "3:47.01")
    assert str(asked(book, "MILE", "2024-12-31", level=Level.NR, scope="ETH").mark) == "3:48.60"


def bad_row(book: Book, given: dict[str, Any]) -> None:
    """A record list that got worse is not believed; and the short track is 22 seconds faster."""
    _, nation, code, _, mark, _, on = given["row"].split()
    known = ran(code, "3:27.65", "2024-08-06", nation, "hocker")
    short = ran("1500sh", "3:30.80", "2026-02-14", nation, "hocker")
    book.add([known, short], coverage=[covers(each, Level.NR, nation) for each in (code, "1500sh")])
    with Book.create() as other:
        bad = ran(code, mark, on, nation, "sutch")
        other.add(
            [bad, short], SOURCE, coverage=[covers(each, Level.NR, nation) for each in (code, "1500sh")]
        )
        (found,) = compare(Edition(book, END, END), Edition(other, END, END))
        assert (found.change, found.listed.scope) == (Change.NO_SOURCE, nation)
        outright = asked(other, code, "2026-05-06", level=Level.NR, scope=nation, outright=True)
        assert (outright.event.code, score(bad.mark) - score(outright.mark)) == ("1500sh", 22_050)


def zero_lost(book: Book, given: dict[str, Any]) -> None:
    _, nation, code, _, mark, _, on = given["row"].split()
    unsure = replace(ran(code, "11.00", on, nation, sex=Sex.WOMEN), mark=Mark.parse(mark, Timing.UNKNOWN))
    book.add(unsure, coverage=[covers(code, Level.NR, nation, Sex.WOMEN)])
    kept = asked(book, code, "2024-12-31", level=Level.NR, scope=nation, sex=Sex.WOMEN).mark
    assert isinstance(kept, Mark)
    assert (kept.timing, kept.thousandths) == (Timing.UNKNOWN, 11_000)


def wind(book: Book, given: dict[str, Any]) -> None:
    """Kept as listed, and no record."""
    for row in given["rows"]:
        nation, code, mark, reading = row.split()
        windy = replace(ran(code, mark, "2024-01-01", nation), wind=tenths(reading))
        book.add([ran(code, "10.80" if code == "100" else "6.30", "2020-01-01", nation)])
        assert book.add(windy, coverage=[covers(code, Level.NR, nation), covers(code, "LIST")]) == 1
        assert book.break_by(windy) == []
        held = asked(book, code, "2024-12-31", level=Level.NR, scope=nation)
        assert held.holders[0].day == day("2020-01-01")
        assert book.performance(windy.key).wind == tenths(reading)


def derived_vs_ratified_precision(book: Book, _: dict[str, Any]) -> None:
    """What a list derives in hundredths stands beside what was ratified in tenths, and says why."""
    runs = [ran("MILE", "3:54.04", "1965-06-09", "FRA"), ran("MILE", "3:48.95", "1979-07-17", "GBR")]
    book.add(runs, coverage=[covers("MILE")])
    ratified = Source("ratified", "Marks as ratified", "", END)
    tenths_of = {"3:54.04": "3:54.1", "3:48.95": "3:49.0"}
    book.add(
        [replace(one, mark=Mark.parse(tenths_of[str(one.mark)]), source_key="") for one in runs], ratified
    )
    found = verify(book, EVENTS["MILE"], Sex.MEN, "ratified", as_of=END)
    assert isinstance(found, Verified)
    assert [(str(d.performance.mark), str(d.published), d.why) for d in found.differences] == [
        (*pair, "the source has it in tenths, rounded up") for pair in tenths_of.items()
    ]


def equalled(code: str, sex: Sex) -> Case:
    """Two rows, one mark: both stay holders, and the second equals."""

    def check(book: Book, given: dict[str, Any]) -> None:
        rows = [row.split() for row in given["rows"]]
        (mark,) = {next(cell for cell in row if "." in cell) for row in rows}
        days = [next(cell for cell in row if cell[4:5] == "-") for row in rows]
        holders = [ran(code, mark, on, sex=sex) for on in days]
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


def not_a_tie_wo_mx(book: Book, given: dict[str, Any]) -> None:
    """Two records of one mark, neither equalled; national lists take both races."""
    rows = [row.split() for row in given["rows"]]
    alone, along = (row[4] for row in rows)
    chebet, ngetich = (
        replace(ran("5RR", alone, row[6], "KEN", row[5].lower(), sex=Sex.WOMEN), flags=flag)
        for row, flag in zip(rows, ("Wo", "Mx"), strict=True)
    )
    ngetich = replace(ngetich, en_route_of="10RR")
    old = ran("5RR", "14:20", "2022-01-01", "KEN", "unknown", sex=Sex.WOMEN)
    wide = covers("5RR", sex=Sex.WOMEN)
    book.add(
        [
            old,
            replace(ran("5RR", "14:29", "2021-09-12", "ETH", "teferi", sex=Sex.WOMEN), flags="Wo"),
            replace(ran("5RR", "14:19", "2021-12-31", "ETH", "yehualaw", sex=Sex.WOMEN), flags="Mx"),
        ],
        coverage=[
            wide,
            covers("5RR", Level.NR, "KEN", Sex.WOMEN),
            *(replace(wide, race=race) for race in RaceKind),
        ],
    )
    assert entered(book, [chebet]) == {"chebet": ["WR WORLD 16000", "NR KEN 7000"]}
    assert entered(book, [ngetich]) == {"ngetich": ["WR WORLD 6000", "NR KEN 0"]}
    held = [asked(book, "5RR", "2024-08-09", sex=Sex.WOMEN, race=race) for race in RaceKind]
    assert (alone, [[one.athlete_key for one in record.holders] for record in held]) == (
        along,
        [["chebet"], ["ngetich"]],
    )
    steps = progression(book, "5RR", "2024-08-09", Sex.WOMEN, race=RaceKind.WOMEN_ONLY)
    assert [(str(step.performance.mark), step.equalled) for step in steps] == [
        ("14:29", False),
        ("14:13", False),
    ]
    national = asked(book, "5RR", "2024-08-09", sex=Sex.WOMEN, level=Level.NR, scope="KEN")
    assert [holder.athlete_key for holder in national.holders] == ["chebet", "ngetich"]
    assert book.record("5RR", Sex.WOMEN, as_of=day("2024-08-09")) == NotKnown(
        "two WR are kept of 5 km road, women: of women-only races and of mixed ones"
    )


ANSWERED: dict[str, Case] = {
    "pending-then-superseded": pending_then_superseded,
    "second-under-old-record": second_under_old_record,
    "enroute-nr-behind-winner": enroute_nr_behind_winner,
    "enroute-outdoor-2026": enroute_outdoor_2026,
    "conflicting-split-sources": conflicting_split_sources,
    "days-stood": days_stood,
    "enroute-5k-road": enroute_5k_road,
    "enroute-wr": enroute_wr,
    "enroute-not-for-nonrecord-distance": enroute_not_for_nonrecord_distance,
    "enroute-only-official": enroute_only_official,
    "enroute-many-nations": enroute_many_nations,
    "list-lags-decision": list_lags_decision,
    "tie-same-athlete": equalled("60", Sex.WOMEN),
    "tie-two-years": equalled("60H", Sex.WOMEN),
    "tie-across-roof": tie_across_roof,
    "ratified-and-pending-listed": ratified_and_pending_listed,
    "short-track-better": short_track_better,
    "bad-row": bad_row,
    "zero-lost": zero_lost,
    "wind": wind,
    "derived-vs-ratified-precision": derived_vs_ratified_precision,
    "tie-rounded": tie_rounded,
    "two-miles": two_miles,
    "2mile-3000-split": two_mile_3000_split,
    "round-up": round_up,
    "road-mile-tenths": road_mile_tenths,
    "article-2025": article_2025,
    "records-behind-the-winner": records_behind_the_winner,
    "beyond-coverage": beyond_coverage,
    "not-a-tie-wo-mx": not_a_tie_wo_mx,
}


@pytest.mark.parametrize("name", ANSWERED)
def test_the_book_says_what_the_case_expects(name: str, cases: dict[str, dict[str, Any]], book: Book) -> None:
    ANSWERED[name](book, cases[name]["given"])


def test_every_case_is_answered(cases: dict[str, dict[str, Any]]) -> None:
    assert sorted(ANSWERED) == sorted(cases)
