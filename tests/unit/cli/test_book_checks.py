"""`pacelight book compare`, `verify`, `conflicts`, of the shipped book and of a small one."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pacelight.book.asking.lists import Book
from pacelight.book.model import Coverage, Performance, Source
from pacelight.event import Level, Sex
from pacelight.mark import Mark

Pacelight = Callable[..., Any]


def lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines()]


@pytest.fixture
def small(folder: Path) -> list[str]:
    """A mile of which two sources differ."""
    one = Performance(
        *("kerr-2022", "MILEsh", Sex.MEN, Mark.parse("3:48.87"), "kerr-josh", "Josh Kerr", "GBR"),
        *(date(2022, 2, 27), "Boston", ""),
    )
    first, second = (Source(key, key.title(), "", date(2022, 3, 1)) for key in ("first", "second"))
    covered = Coverage(Level.WR, "WORLD", "MILEsh", Sex.MEN, date(2000, 1, 1), source="first")
    with Book.create(folder / "small.sqlite") as book:
        book.add(one, first, coverage=[covered])
        book.add(replace(one, mark=Mark.parse("3:48.88")), second)
    return ["--book", "small.sqlite"]


def test_two_days_of_one_book_are_compared(pacelight: Pacelight) -> None:
    ran = pacelight("book", "compare", "2025-02-12", "2025-02-13", "--event", "indoor mile")
    shown = lines(ran.out)
    assert (ran.code, ran.err, shown[0]) == (0, "", "2025-02-12 and 2025-02-13")
    assert shown[2].split() == [
        *("improved", "MILEsh", "men", "WR", "3:46.63", "Yared", "Nuguse", "2025-02-08"),
        *("3:45.14", "Jakob", "Ingebrigtsen", "2025-02-13"),
    ]
    assert shown[-1] == "6 improved"
    found = json.loads(pacelight("book", "compare", "2025-02-12", "2025-02-13", "--json").out)
    assert (found["schema"], found["first"]["as_of"]) == ("pacelight.compare/1", "2025-02-12")
    assert sum(found["counts"].values()) == len(found["differences"]) > 6
    assert set(found["counts"]) == {
        *("new", "improved", "equalled", "decided", "corrected", "spelling", "worse", "vanished"),
    }


def test_two_books_are_compared_as_of_a_day(pacelight: Pacelight, small: list[str], folder: Path) -> None:
    Book.create(folder / "empty.sqlite").close()
    ran = pacelight("book", "compare", "empty.sqlite", small[1], "--as-of", "2025-01-01", "--csv")
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert [(row["change"], row["list"], row["was"], row["is"]) for row in rows] == [
        ("new", "WR", "", "3:48.87")
    ]
    ran = pacelight("book", "compare", small[1], small[1], "--as-of", "2025-01-01")
    assert lines(ran.out) == [
        "small.sqlite as of 2025-01-01 and small.sqlite as of 2025-01-01",
        "nothing has changed",
    ]


def test_a_progression_is_verified_against_a_source(pacelight: Pacelight, small: list[str]) -> None:
    ran = pacelight("book", "verify", "MILE", "--sex", "men", "--against", "iaaf-2015")
    assert (ran.code, ran.err) == (0, "")
    assert "later than the source, which is of 2015-08-22" in ran.out
    assert lines(ran.out)[-1].startswith("32 agree, 1 differ, 0 without a reason: IAAF: ")
    asked = ("book", "verify", "MILEsh", "--sex", "men", "--against", "second", *small)
    ran = pacelight(*asked)
    assert ran.code == 1
    assert "both  3:48.87  Josh Kerr  GBR     2022-02-27  Boston  3:48.88    not explained" in ran.out
    found = json.loads(pacelight(*asked, "--json").out)
    assert (found["schema"], found["agreed"], found["unexplained"]) == ("pacelight.verified_list/1", 0, 1)
    assert [(one["published"]["text"], one["why"]) for one in found["differences"]] == [("3:48.88", None)]
    ran = pacelight("book", "verify", "HJ", "--sex", "men", "--against", "second", *small)
    assert (ran.code, ran.out) == (0, "not known: the book does not cover the WR of High jump, men\n")


def test_conflicts_are_listed_with_who_is_followed(pacelight: Pacelight, small: list[str]) -> None:
    ran = pacelight("book", "conflicts", "--known-at", "2025-01-01", *small)
    assert lines(ran.out) == [
        "Sources that differ, as known at 2025-01-01",
        "event      mark  athlete    nation  day         venue   apart  sources                        why",
        (
            "MILEsh  3:48.87  Josh Kerr  GBR     2022-02-27  Boston  0.01   first 3:48.87, second 3:48.88  "
            "first said so first, and nobody has corrected it"
        ),
        "sources differ on 1 performance",
    ]
    found = json.loads(pacelight("book", "conflicts", "--json", *small).out)
    assert found["schema"] == "pacelight.conflicts/1"
    assert [one["apart"] for one in found["conflicts"]] == [{"value": 10, "unit": "ms"}]
    assert lines(pacelight("book", "conflicts", "--event", "HJ", *small).out)[1:] == [
        "sources differ on 0 performances"
    ]


def test_what_cannot_be_compared_is_refused(refused: Callable[..., str], small: list[str]) -> None:
    assert "no book at nowhere.sqlite" in refused("book", "compare", "nowhere.sqlite", small[1])
    assert "not a day: '2025-02-30'" in refused("book", "compare", "2025-02-30", "2025-03-01", *small)
    assert "the book has no source 'x'" in refused(
        "book", "verify", "MILEsh", "--sex", "men", "--against", "x", *small
    )
