"""`pacelight book levels` and `pacelight book athlete`, of the shipped book."""

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest

Pacelight = Callable[..., Any]

ASKED = ("MILEsh", "3:46.00", "--sex", "men", "--nation", "NOR", "--as-of", "2025-02-12")


def lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines()]


def test_levels_say_what_a_mark_would_be_list_by_list(pacelight: Pacelight) -> None:
    ran = pacelight("book", "levels", *ASKED)
    assert (ran.code, ran.err) == (0, "")
    assert lines(ran.out) == [
        "Mile short track, men: 3:46.00 as of 2025-02-12",
        "list    would be  margin     mark  holder              day         status",
        "WR      better     +0.63  3:46.63  Yared Nuguse        2025-02-08  pending",
        "AR EUR  better     +1.56  3:47.56  Azeddine Habz       2025-02-08  candidate",
        "NR NOR  better    +10.99  3:56.99  Filip Ingebrigtsen  2020-02-08  candidate",
        "world all-time: place 1; NOR all-time: place 1",
    ]


def test_levels_are_one_object_or_lines_too(pacelight: Pacelight) -> None:
    found = json.loads(pacelight("book", "levels", *ASKED, "--json").out)
    assert (found["schema"], found["known"], found["mark"]["text"]) == ("pacelight.levels/1", True, "3:46.00")
    assert [(one["label"], one["verdict"], one["by"]) for one in found["levels"]] == [
        ("WR", "better", {"value": 630, "unit": "ms"}),
        ("AR", "better", {"value": 1560, "unit": "ms"}),
        ("NR", "better", {"value": 10990, "unit": "ms"}),
    ]
    assert found["ranks"] == [{"scope": "WORLD", "rank": 1}, {"scope": "NOR", "rank": 1}]
    rows = list(csv.DictReader(io.StringIO(pacelight("book", "levels", *ASKED, "--csv").out)))
    assert [row["margin"] for row in rows] == ["+0.63", "+1.56", "+10.99"]


def test_where_no_list_is_covered_nothing_is_known(pacelight: Pacelight) -> None:
    ran = pacelight("book", "levels", "HJ", "2.40", "--sex", "men")
    assert (ran.code, lines(ran.out)[-1]) == (0, "not known: the book covers no such list on that day")


@pytest.mark.parametrize(
    ("arguments", "offence"),
    [
        (("MILEsh", "3:46:00", "--sex", "men"), "not a time for Mile short track: '3:46:00' (write 3:46.00)"),
        (("MILEsh", "3:46.00", "--sex", "men", "--nation", "XYZ"), "no nation 'XYZ'"),
        (("MILEsh", "3:46.00", "--sex", "men", "--age", "U19"), "no age group 'U19'"),
    ],
)
def test_a_mark_that_cannot_be_is_refused(
    refused: Callable[..., str], arguments: tuple[str, ...], offence: str
) -> None:
    assert offence in refused("book", "levels", *arguments)


def test_a_career_has_medals_records_bests_and_seasons(pacelight: Pacelight) -> None:
    ran = pacelight("book", "athlete", "yared nuguse", "--as-of", "2025-02-12")
    shown = lines(ran.out)
    assert (ran.code, ran.err, shown[0]) == (0, "", "Yared Nuguse, USA: as of 2025-02-12")
    titles = [shown[row + 1] for row, line in enumerate(shown) if not line]
    assert titles == [
        "Medals",
        "Records",
        "Bests in the book; * where the book vouches for them",
        "Season bests",
        "How the bests came",
    ]
    medal = shown[shown.index("Medals") + 2]
    assert medal.split() == ["1500", "3:27.80", "bronze", "2024-08-06", "Paris", "Olympic", "Games", "3"]
    assert "MILEsh  3:46.63  WR, pending, stands, 4 days" in ran.out
    assert "MILEsh  3:46.63*  pending" in ran.out


def test_a_career_is_one_object_or_lines_of_parts(pacelight: Pacelight) -> None:
    asked = ("book", "athlete", "nuguse-yared", "--as-of", "2025-02-12")
    found = json.loads(pacelight(*asked, "--json").out)
    assert found["schema"] == "pacelight.athlete/1"
    assert found["athlete"] == {
        "key": "nuguse-yared",
        "name": "Yared Nuguse",
        "nation": "USA",
        "aliases": [],
        "born": None,
    }
    assert [(one["medal"], one["mark"]["text"], one["age"]) for one in found["honours"]] == [
        ("bronze", "3:27.80", None)
    ]
    world = next(one for one in found["records"] if one["level"] == "WR")
    assert (world["until"], world["days_stood"], world["event"]["code"]) == (None, 4, "MILEsh")
    assert {one["event"]["code"]: one["mark"]["text"] for one in found["bests"]}["MILEsh"] == "3:46.63"
    assert [one["year"] for one in found["seasons"] if one["event"]["code"] == "MILEsh"] == [2023, 2024, 2025]
    rows = list(csv.DictReader(io.StringIO(pacelight(*asked, "--csv").out)))
    assert {row["part"] for row in rows} == {"honours", "records", "bests", "seasons", "progression"}
    assert [row["what"] for row in rows if row["part"] == "honours"] == ["bronze"]


def test_an_athlete_the_book_does_not_know_is_refused(refused: Callable[..., str]) -> None:
    assert "(the nearest: Yared Nuguse)" in refused("book", "athlete", "Yared Nugus")
