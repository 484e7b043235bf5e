"""`pacelight book`: tables for people, JSON and CSV for programs, one line for what is refused."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from pacelight.book.asking.lists import Book
from pacelight.book.birth import Birth
from pacelight.book.model import Athlete, Coverage, Decision, DecisionKind, ListLevel, Performance, Source
from pacelight.event import Level, Sex
from pacelight.mark import Mark

Pacelight = Callable[..., Any]

SOURCE = Source("test", "Made for this test", "", date(2025, 1, 1))
ROWS = (
    ("kejelcha", "Yomif Kejelcha", "ETH", "3:47.01", "2019-03-03", "Boston", None),
    ("nuguse", "Yared Nuguse", "USA", "3:46.63", "2025-02-08", "New York", None),
    ("kessler", "Hobbs Kessler", "USA", "3:46.90", "2025-02-08", "New York", None),
    ("ingebrigtsen", "Jakob Ingebrigtsen", "NOR", "3:45.14", "2025-02-13", "Liévin", None),
    ("teare", "Cooper Teare", "USA", "3:45.14", "2025-02-20", "Boston", "2MLSsh"),
)
DECISIONS = (
    ("kejelcha", DecisionKind.RATIFIED, "2019-05-01"),
    ("nuguse", DecisionKind.SUBMITTED, "2025-02-08"),
    ("nuguse", DecisionKind.RATIFIED, "2025-03-21"),
    ("ingebrigtsen", DecisionKind.SUBMITTED, "2025-02-13"),
)


def covers(level: Level | ListLevel, scope: str = "WORLD", down_to: Mark | None = None) -> Coverage:
    return Coverage(level, scope, "MILEsh", Sex.MEN, date(2019, 1, 1), down_to, SOURCE.key)


@pytest.fixture
def at(folder: Path) -> list[str]:
    """``--book`` and a small book."""
    lists = [covers(Level.WR), covers(Level.NR, "USA"), covers("LIST", down_to=Mark.parse("3:46.90"))]
    with Book.create(folder / "mile.sqlite") as book:
        made = [
            Performance(
                key=key,
                event="MILEsh",
                sex=Sex.MEN,
                mark=Mark.parse(mark),
                athlete_key=key,
                athlete=name,
                nation=nation,
                day=date.fromisoformat(day),
                venue=venue,
                competition="",
                en_route_of=longer,
            )
            for key, name, nation, mark, day, venue, longer in ROWS
        ]
        book.add(made, SOURCE, coverage=lists)
        for key, kind, day in DECISIONS:
            decided = date.fromisoformat(day)
            book.decide(Decision(key, kind, decided, decided, "World Athletics", "", SOURCE.key))
    return ["--book", "mile.sqlite"]


def asked(verb: str, *more: str) -> list[str]:
    return ["book", verb, "MILEsh", "--sex", "men", *more]


def lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines()]


# Tables.


def test_a_record_is_a_table_with_its_day_and_what_it_covers(pacelight: Pacelight, at: list[str]) -> None:
    ran = pacelight(*asked("record", "--as-of", "2025-02-12", *at))
    assert (ran.code, ran.err) == (0, "")
    assert lines(ran.out) == [
        "Mile short track, men: WR as of 2025-02-12",
        "record     mark  athlete         nation  day         venue     status",
        "WR      3:46.63  Yared Nuguse    USA     2025-02-08  New York  pending",
        "WR      3:47.01  Yomif Kejelcha  ETH     2019-03-03  Boston    ratified",
        "covered from 2019-01-01 on: Made for this test (2025-01-01)",
    ]


def test_an_equalled_record_has_a_line_for_each_holder_with_a_status_of_its_own(
    pacelight: Pacelight, at: list[str]
) -> None:
    ran = pacelight(*asked("record", "--as-of", "2025-03-01", *at))
    assert lines(ran.out)[1:4] == [
        "record      mark  athlete             nation  day         venue   status",
        "WR       3:45.14  Jakob Ingebrigtsen  NOR     2025-02-13  Liévin  pending",
        "=WR     3:45.14+  Cooper Teare        USA     2025-02-20  Boston  candidate",
    ]


def test_what_was_asked_stands_in_the_title(pacelight: Pacelight, at: list[str]) -> None:
    more = [
        "--as-of",
        "2025-02-12",
        "--known-at",
        "2025-04-01",
        "--ratified",
        "--level",
        "nr",
        "--scope",
        "usa",
    ]
    ran = pacelight(*asked("record", *more, *at))
    assert lines(ran.out)[0] == (
        "Mile short track, men: NR USA as of 2025-02-12, as known at 2025-04-01, ratified only"
    )
    assert "3:46.63  Yared Nuguse" in ran.out


def test_without_a_day_it_is_today(pacelight: Pacelight, at: list[str]) -> None:
    before = datetime.now(tz=UTC).astimezone().date()
    found = json.loads(pacelight(*asked("record", "--json", *at)).out)
    after = datetime.now(tz=UTC).astimezone().date()
    assert before <= date.fromisoformat(found["as_of"]) <= after
    assert found["known_at"] == found["as_of"]


def test_a_progression_says_until_when_and_how_long(pacelight: Pacelight, at: list[str]) -> None:
    ran = pacelight(*asked("progression", "--as-of", "2025-02-20", *at))
    assert lines(ran.out) == [
        "Mile short track, men: WR as of 2025-02-20",
        "record      mark  athlete             nation  day         venue     until       days  status",
        "WR       3:47.01  Yomif Kejelcha      ETH     2019-03-03  Boston    2025-02-08  2169  ratified",
        "WR       3:46.63  Yared Nuguse        USA     2025-02-08  New York  2025-02-13     5  pending",
        "WR       3:45.14  Jakob Ingebrigtsen  NOR     2025-02-13  Liévin                   7  pending",
        "=WR     3:45.14+  Cooper Teare        USA     2025-02-20  Boston                   0  candidate",
        "covered from 2019-01-01 on: Made for this test (2025-01-01)",
    ]


def test_a_list_has_shared_ranks_and_none_beyond_its_end(pacelight: Pacelight, at: list[str]) -> None:
    ran = pacelight(*asked("list", "--as-of", "2025-03-01", *at))
    assert lines(ran.out) == [
        "Mile short track, men: all-time as of 2025-03-01",
        "rank      mark  athlete             nation  day         venue     status",
        "   1   3:45.14  Jakob Ingebrigtsen  NOR     2025-02-13  Liévin    pending",
        "   1  3:45.14+  Cooper Teare        USA     2025-02-20  Boston",
        "   3   3:46.63  Yared Nuguse        USA     2025-02-08  New York  pending",
        "   4   3:46.90  Hobbs Kessler       USA     2025-02-08  New York",
        "       3:47.01  Yomif Kejelcha      ETH     2019-03-03  Boston    ratified",
        "complete down to 3:46.90; beyond it ranks are not known: Made for this test (2025-01-01)",
    ]


def test_a_list_may_be_short_of_one_nation_or_of_every_mark(pacelight: Pacelight, at: list[str]) -> None:
    ran = pacelight(*asked("list", "--as-of", "2025-02-12", "--top", "1", "--nation", "usa", *at))
    assert lines(ran.out)[::2] == [
        "Mile short track, men: all-time USA as of 2025-02-12",
        "   1  3:46.63  Yared Nuguse  USA     2025-02-08  New York  pending",
    ]
    ran = pacelight(*asked("list", "--as-of", "2025-02-12", "--all-performances", *at))
    assert lines(ran.out)[2].startswith("      3:46.63  Yared Nuguse")
    assert lines(ran.out)[-1].startswith(
        "complete down to 3:46.90 for the best of each athlete; ranks of performances are not known: "
    )


# Programs.


def test_who_waits_has_who_is_confirmed_beside_them(pacelight: Pacelight, at: list[str]) -> None:
    found = json.loads(pacelight(*asked("record", "--as-of", "2025-03-22", "--json", *at)).out)
    assert (found["mark"]["text"], found["status"]) == ("3:45.14", "pending")
    assert (found["confirmed"]["mark"]["text"], found["confirmed"]["status"]) == ("3:46.63", "ratified")
    found = json.loads(pacelight(*asked("record", "--as-of", "2025-03-22", "--ratified", "--json", *at)).out)
    assert found["confirmed"] is None
    found = json.loads(
        pacelight(*asked("record", "--as-of", "2025-02-10", "--known-at", "2025-04-01", "--json", *at)).out
    )
    assert (found["status"], found["confirmed"]) == ("ratified", None)


def test_json_is_one_object_with_its_schema_iso_days_and_exact_marks(
    pacelight: Pacelight, at: list[str]
) -> None:
    ran = pacelight(*asked("record", "--as-of", "2025-02-12", "--json", *at))
    assert (ran.code, ran.err, ran.out.count("\n")) == (0, "", 1)
    found = json.loads(ran.out)
    assert found["schema"] == "pacelight.record/1"
    assert found["mark"] == {"text": "3:46.63", "value": 226630, "unit": "ms", "precision": 2}
    assert (found["as_of"], found["since"], found["status"]) == ("2025-02-12", "2025-02-08", "pending")
    assert [holder["athlete"] for holder in found["holders"]] == ["Yared Nuguse"]
    found = json.loads(pacelight(*asked("record", "--as-of", "2025-02-12", "--ratified", "--json", *at)).out)
    assert (found["mark"]["text"], found["ratified_only"]) == ("3:47.01", True)
    assert "Liévin" in pacelight(*asked("record", "--as-of", "2025-02-13", "--json", *at)).out


def test_the_other_answers_are_objects_too(pacelight: Pacelight, at: list[str]) -> None:
    found = json.loads(pacelight(*asked("progression", "--as-of", "2025-02-20", "--json", *at)).out)
    assert found["schema"] == "pacelight.progression/1"
    assert [step["days_stood"] for step in found["steps"]] == [2169, 5, 7, 0]
    found = json.loads(pacelight(*asked("list", "--as-of", "2025-03-01", "--json", *at)).out)
    assert found["schema"] == "pacelight.list/1"
    assert [entry["rank"] for entry in found["entries"]] == [1, 1, 3, 4, None]


@pytest.mark.parametrize(
    ("verb", "header", "rows"),
    [
        ("record", "record,mark,athlete,nation,day,venue,status", 3),
        ("progression", "record,mark,athlete,nation,day,venue,until,days,status", 4),
        ("list", "rank,mark,athlete,nation,day,venue,status", 5),
    ],
)
def test_csv_is_lines_for_spreadsheets(
    pacelight: Pacelight, at: list[str], verb: str, header: str, rows: int
) -> None:
    ran = pacelight(*asked(verb, "--as-of", "2025-03-01", "--csv", *at))
    read = list(csv.DictReader(io.StringIO(ran.out)))
    assert ran.out.splitlines()[0] == header
    assert len(read) == rows
    assert read[-1]["day"] in {"2025-02-20", "2019-03-03"}


def test_a_progression_is_drawn_beside_its_table(pacelight: Pacelight, at: list[str], folder: Path) -> None:
    ran = pacelight(*asked("progression", "--as-of", "2025-02-20", "--plot", "mile.svg", *at))
    assert ran.code == 0
    assert (folder / "mile.svg").read_bytes().startswith(b"<?xml")


def test_a_list_is_drawn_beside_its_table_and_nothing_where_nothing_is_known(
    pacelight: Pacelight, refused: Callable[..., str], at: list[str], folder: Path
) -> None:
    plain = pacelight(*asked("list", "--as-of", "2025-02-20", *at))
    drawn = pacelight(*asked("list", "--as-of", "2025-02-20", "--plot", "list.svg", *at))
    assert (drawn.code, drawn.out) == (0, plain.out)
    assert (folder / "list.svg").read_bytes().startswith(b"<?xml")
    said = refused(*asked("list", "--as-of", "2025-02-20", "--plot", "list.gif", *at))
    assert "cannot draw 'list.gif' (let the name end in svg, png, pdf)" in said
    assert pacelight(*asked("list", "--as-of", "2018-01-01", "--plot", "none.svg", *at)).code == 0
    assert sorted(path.name for path in folder.glob("*.[sg][vi]*")) == ["list.svg"]


# Age groups, both tracks, years, leads.


@pytest.fixture
def both(folder: Path) -> list[str]:
    """A book of the mile on both tracks, with a junior."""
    rows = (
        ("aman", "Mohammed Aman", "ETH", "MILE", "3:48.60", "2014-05-31"),
        ("kejelcha", "Yomif Kejelcha", "ETH", "MILEsh", "3:47.01", "2019-03-03"),
        ("myers", "Cameron Myers", "AUS", "MILEsh", "3:47.48", "2025-02-08"),
        ("ruthe", "Sam Ruthe", "NZL", "MILEsh", "3:47.48", "2025-02-09"),
    )
    born = Athlete("myers", "Cameron Myers", "AUS", born=Birth(date(2006, 6, 9)))
    run = [
        Performance(
            *(f"{on}-{key}", code, Sex.MEN, Mark.parse(mark), key, name, nation),
            *(date.fromisoformat(on), "Here", ""),
        )
        for key, name, nation, code, mark, on in rows
    ]
    lists = [replace(covers(Level.WR), age="U20")]
    lists += [
        replace(covers(level, scope), event=code)
        for code in ("MILE", "MILEsh")
        for level, scope in ((Level.NR, "ETH"), ("PERFORMANCES", "WORLD"))
    ]
    with Book.create(folder / "both.sqlite") as book:
        book.add(run, SOURCE, athletes=[born], coverage=lists)
    return ["--book", "both.sqlite", "--as-of", "2025-03-01"]


def test_a_record_of_an_age_group_says_so(pacelight: Pacelight, both: list[str]) -> None:
    ran = pacelight(*asked("record", "--age", "u20", *both))
    assert lines(ran.out)[:3] == [
        "Mile short track, men: U20 WR as of 2025-03-01",
        "record     mark  athlete        nation  day         venue  status",
        "U20 WR  3:47.48  Cameron Myers  AUS     2025-02-08  Here   candidate",
    ]
    ran = pacelight(*asked("progression", "--age", "U20", "--json", *both))
    found = json.loads(ran.out)
    assert (found["age"], [step["athlete"] for step in found["steps"]]) == ("U20", ["Cameron Myers"])
    ran = pacelight(*asked("list", "--age", "U20", *both))
    assert ran.out == "not known: the book does not cover the U20 all-time list of Mile short track, men\n"


def test_the_outright_best_says_on_which_list_it_stands(pacelight: Pacelight, both: list[str]) -> None:
    ethiopian = ["--level", "NR", "--scope", "ETH", "--outright", *both]
    ran = pacelight("book", "record", "MILE", "--sex", "men", *ethiopian)
    assert lines(ran.out)[:3] == [
        "Mile, outright, men: NR ETH as of 2025-03-01",
        "record  list       mark  athlete         nation  day         venue  status",
        "NR      MILEsh  3:47.01  Yomif Kejelcha  ETH     2019-03-03  Here   candidate",
    ]
    ran = pacelight("book", "progression", "MILE", "--sex", "men", *ethiopian, "--csv")
    assert [(row["list"], row["mark"]) for row in csv.DictReader(io.StringIO(ran.out))] == [
        ("MILE", "3:48.60"),
        ("MILEsh", "3:47.01"),
    ]
    found = json.loads(pacelight("book", "list", "MILE", "--sex", "men", "--outright", "--json", *both).out)
    assert [(one["rank"], one["event"]) for one in found["entries"]] == [
        *((1, "MILEsh"), (2, "MILEsh"), (2, "MILEsh")),
        (4, "MILE"),
    ]


def test_a_list_may_be_of_a_year_and_of_an_area(pacelight: Pacelight, both: list[str]) -> None:
    ran = pacelight(*asked("list", "--year", "2025", "--area", "OCE", *both))
    assert lines(ran.out)[0] == "Mile short track, men: 2025 OCE as of 2025-03-01"
    assert [line.split()[0] for line in lines(ran.out)[2:-1]] == ["1", "1"]
    found = json.loads(pacelight(*asked("list", "--year", "2025", "--json", *both)).out)
    assert (found["year"], len(found["entries"])) == (2025, 2)


def test_a_lead_is_shared_by_all_who_have_the_mark(pacelight: Pacelight, both: list[str]) -> None:
    ran = pacelight(*asked("lead", "--year", "2025", *both))
    assert lines(ran.out) == [
        "Mile short track, men: WL 2025 as of 2025-03-01",
        "lead     mark  athlete        nation  day         venue  status",
        "WL    3:47.48  Cameron Myers  AUS     2025-02-08  Here",
        "=WL   3:47.48  Sam Ruthe      NZL     2025-02-09  Here",
        "complete: Made for this test (2025-01-01)",
    ]
    found = json.loads(pacelight(*asked("lead", "--year", "2025", "--scope", "NZL", "--json", *both)).out)
    assert (found["schema"], found["label"], found["scope"]) == ("pacelight.lead/1", "NL", "NZL")
    ran = pacelight(*asked("lead", "--year", "2024", *both))
    assert ran.out == "not known: the book holds no mark of 2024 on this list\n"
    ran = pacelight(*asked("lead", "--year", "2025", "--csv", *both))
    assert len(list(csv.DictReader(io.StringIO(ran.out)))) == 2


def test_mixed_relays_have_lists_of_their_own(pacelight: Pacelight, folder: Path) -> None:
    relay = Performance(
        *("usa-2024", "4X4", Sex.MIXED, Mark.parse("3:07.41"), "usa", "United States", "USA"),
        *(date(2024, 8, 2), "Paris", "Olympic Games"),
    )
    with Book.create(folder / "relay.sqlite") as book:
        book.add(relay, SOURCE, coverage=[replace(covers(Level.WR), event="4X4", sex=Sex.MIXED)])
    ask = ["book", "record", "4X4", "--as-of", "2024-09-01", "--book", "relay.sqlite", "--sex"]
    assert "4x400 m relay, mixed: WR" in pacelight(*ask, "mixed").out
    assert pacelight(*ask, "men").out.startswith("not known: ")


# Not known: an answer like any other.


@pytest.mark.parametrize("verb", ["record", "progression"])
def test_what_is_not_known_says_why_and_ends_well(pacelight: Pacelight, at: list[str], verb: str) -> None:
    question = asked(verb, "--level", "NR", "--scope", "IRL", "--as-of", "2025-02-12", *at)
    sentence = "the book does not cover the NR IRL of Mile short track, men"
    ran = pacelight(*question)
    assert (ran.code, ran.out, ran.err) == (0, f"not known: {sentence}\n", "")
    ran = pacelight(*question, "--json")
    assert (ran.code, json.loads(ran.out)) == (
        0,
        {
            "schema": f"pacelight.{verb}/1",
            "known": False,
            "as_of": "2025-02-12",
            "known_at": "2025-02-12",
            "why": sentence,
        },
    )
    ran = pacelight(*question, "--csv")
    assert (ran.code, ran.out, ran.err) == (0, "", f"not known: {sentence}\n")


def test_a_list_that_is_not_covered_is_not_known_either(
    pacelight: Pacelight, at: list[str], folder: Path
) -> None:
    ran = pacelight("book", "list", "1500", "--sex", "women", "--as-of", "2025-02-12", "--json", *at)
    found = json.loads(ran.out)
    assert (ran.code, found["schema"], found["known"]) == (0, "pacelight.list/1", False)
    ran = pacelight(*asked("progression", "--as-of", "2018-01-01", "--plot", "mile.svg", *at))
    assert ran.out.startswith(
        "not known: the book covers the WR of Mile short track, men from 2019-01-01 on, "
    )
    assert not (folder / "mile.svg").exists()


# Refused: one line, exit 2.


@pytest.mark.parametrize(
    ("more", "offence"),
    [
        (["--as-of", "12.2.2025"], "not a day: '12.2.2025' (write year-month-day, as in 2025-02-12)"),
        (["--as-of", "2025-02-29"], "not a day: '2025-02-29'"),
        (["--known-at", "yesterday"], "not a day: 'yesterday'"),
        (["--level", "NR"], "NR needs a scope: a nation, as NOR"),
        (["--level", "AR"], "AR needs a scope: an area (AFR, ASI, EUR, NAC, OCE, SAM)"),
        (["--level", "AR", "--scope", "Europe"], "no area 'Europe'"),
        (["--level", "NR", "--scope", "NRW"], "no nation 'NRW' (nearest: "),
        (["--level", "PB", "--scope", "Jakob Ingebritsen"], "(the nearest: Jakob Ingebrigtsen)"),
        (["--scope", "NOR"], "a world record has no scope, not 'NOR'"),
    ],
)
@pytest.mark.parametrize("verb", ["record", "progression"])
def test_a_question_that_cannot_be_taken_is_refused(
    refused: Callable[..., str], at: list[str], verb: str, more: list[str], offence: str
) -> None:
    assert offence in refused(*asked(verb, *more, *at))


def test_an_event_that_is_none_is_refused_with_the_nearest(
    refused: Callable[..., str], at: list[str]
) -> None:
    for verb in ("record", "progression", "list"):
        assert "nearest: MILEsh" in refused("book", verb, "milesch", "--sex", "men", *at)


def test_a_nation_that_is_none_has_no_list(refused: Callable[..., str], at: list[str]) -> None:
    assert "no nation 'XYZ'" in refused(*asked("list", "--nation", "XYZ", *at))


def test_a_picture_that_cannot_be_drawn_is_refused(refused: Callable[..., str], at: list[str]) -> None:
    assert "cannot draw 'mile.gif' (let the name end in svg, png, pdf)" in refused(
        *asked("progression", "--plot", "mile.gif", *at)
    )


def test_a_book_that_is_none_is_refused(refused: Callable[..., str], folder: Path) -> None:
    assert "no book at nowhere.sqlite" in refused(*asked("record", "--book", "nowhere.sqlite"))
    (folder / "list.csv").write_text("rank,mark\n1,3:43.13\n" * 40)
    assert "list.csv: the book cannot be read (file is not a database)" in refused(
        *asked("record", "--book", "list.csv")
    )
    (folder / "empty").touch()
    assert "empty is not a book" in refused(*asked("record", "--book", "empty"))


# One's own book.


def test_one_s_own_book_is_made_from_the_shipped_one_at_first_use_and_kept(
    pacelight: Pacelight, folder: Path
) -> None:
    question = asked("record", "--as-of", "2025-02-12", "--json")
    found = json.loads(pacelight(*question).out)
    assert (found["mark"]["text"], found["holders"][0]["athlete"]) == ("3:46.63", "Yared Nuguse")
    (own,) = folder.glob("home/pacelight/*.sqlite")
    eve, key = date(2025, 2, 12), found["holders"][0]["key"]
    with Book.open(own) as book:
        book.decide(Decision(key, DecisionKind.ANNULLED, eve, eve, "the user", "", ""))
    assert json.loads(pacelight(*question).out)["mark"]["text"] == "3:46.90"
