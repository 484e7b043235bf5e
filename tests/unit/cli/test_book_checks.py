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
    assert shown[1] == "6 improved"
    assert shown[3].split() == [
        *("improved", "MILEsh", "men", "WR", "3:46.63", "Yared", "Nuguse", "2025-02-08"),
        *("3:45.14", "Jakob", "Ingebrigtsen", "2025-02-13"),
    ]
    found = json.loads(pacelight("book", "compare", "2025-02-12", "2025-02-13", "--json").out)
    assert (found["schema"], found["first"]["as_of"]) == ("pacelight.compare/1", "2025-02-12")
    assert sum(found["counts"].values()) == len(found["differences"]) > 6
    assert set(found["counts"]) == {
        *("new", "improved", "equalled", "decided", "corrected", "spelling", "no source"),
        *("refused", "vanished"),
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


FIRST = "code;type;discipline;class;result;wind;venue;venueCountry;environment;date;"
FIRST += "name;firstname;lastname;nation;yearOfBirth;sex"
MARCH = f"""{FIRST}
NR;;MEI;M;3:43.97;;Eugene;USA;Outdoor;2023-09-16;Yared Nuguse;;;USA;1999;Male
NR;;1K5;M;3:27.95;;Oslo;NOR;Outdoor;2023-06-15;Jakob Ingebrigtsen;;;NOR;2000;Male
NR;;HOC;M;2.36;;Bergen;NOR;Outdoor;1990-08-03;Steinar Hoen;;;NOR;1971;Male
NR;;HOC;M;2.35;;Oslo;NOR;Indoor;1991-02-03;Steinar Hoen;;;NOR;1971;Male
"""
OCTOBER = MARCH.replace(
    "3:27.95;;Oslo;NOR;Outdoor;2023-06-15", "3:26.73;;Monaco;MON;Outdoor;2024-07-12"
).replace("2.35;;Oslo", "2.35;;Kristiania")
OCTOBER += "NR;;1K5;M;3:59.79;;Athens;USA;Outdoor;2024-04-13;Franklin Angelos;;;USA;2000;Male\n"


@pytest.fixture
def national(folder: Path, pacelight: Pacelight) -> list[str]:
    """A book made of a small list of national records, and the list of half a year later beside it."""
    Book.create(folder / "march.sqlite").close()
    (folder / "march.csv").write_text(MARCH, encoding="utf-8")
    (folder / "october.csv").write_text(OCTOBER, encoding="utf-8")
    book = ["--book", "march.sqlite"]
    assert pacelight("book", "import", "march.csv", "--as-of", "2024-03-29", *book).code == 0
    return book


def test_a_book_is_compared_with_a_file(pacelight: Pacelight, national: list[str]) -> None:
    """Roof by roof, as the file has them; a 1500 m record slower than the mile's is not believed."""
    ran = pacelight("book", "compare", "october.csv", "--as-of", "2024-10-01", *national)
    assert (ran.code, ran.err) == (0, "")
    first, counts, _, *rows = lines(ran.out)
    assert first == "march.sqlite as of 2024-10-01 and october.csv as of 2024-07-12"
    assert counts == "1 improved, 1 spelling, 1 no source"
    assert [row.split()[:4] for row in rows] == [
        ["improved", "1500", "men", "NR"],
        ["no", "source", "1500", "men"],
        ["spelling", "HJ", "men", "NR"],
    ]
    assert rows[1].endswith("over the longer Mile the first holds 3:43.97 (Yared Nuguse, 2023-09-16)")
    assert "NR NOR, indoors" in rows[2]
    one = pacelight("book", "compare", "october.csv", "--class", "no source", "--json", *national)
    found = json.loads(one.out)
    assert [each["change"] for each in found["differences"]] == ["no source"]
    assert found["counts"]["improved"] == 1
    both = pacelight("book", "compare", "march.csv", "october.csv", "--csv")
    assert [row["change"] for row in csv.DictReader(io.StringIO(both.out))] == [
        *("improved", "no source", "spelling"),
    ]


def test_rows_of_a_file_that_are_not_understood_are_counted(
    pacelight: Pacelight, national: list[str], folder: Path
) -> None:
    assert national
    broken = MARCH + "NR;;1K5;M;fast;;Oslo;NOR;Outdoor;2023-06-15;Jakob Ingebrigtsen;;;NOR;2000;Male\n"
    (folder / "broken.csv").write_text(broken, encoding="utf-8")
    ran = pacelight("book", "compare", "march.csv", "broken.csv")
    assert lines(ran.out) == [
        "march.csv as of 2023-09-16 and broken.csv as of 2023-09-16 (1 row not understood)",
        "nothing has changed",
    ]
    found = json.loads(pacelight("book", "compare", "march.csv", "broken.csv", "--json").out)
    assert (found["second"]["file"], found["second"]["unread"]) == ("broken.csv", 1)


def test_what_a_book_cannot_hold_is_told_beside_a_file(
    pacelight: Pacelight, national: list[str], folder: Path
) -> None:
    row = "NR;;1K5;M;3:31.58;;Koblenz;FRG;Outdoor;1980-08-27;Thomas Wessinghage;;;GER;1952;Male\n"
    (folder / "more.csv").write_text(MARCH + row, encoding="utf-8")
    ran = pacelight("book", "compare", "more.csv", "--json", *national)
    (found,) = json.loads(ran.out)["differences"]
    assert (found["change"], found["why"]) == (
        "refused",
        "no athlete ran for GER on 1980-08-27 (write FRG or GDR)",
    )
    (new,) = json.loads(pacelight("book", "compare", "march.csv", "more.csv", "--json").out)["differences"]
    assert new["change"] == "new"


MILE = """3:59.4 . . . Roger Bannister . . . . GBR . . . Oxford . . . 6 May 54
3:54.1 . . . 3:54.04 . . . . Peter Snell . . . . NZL . . . Auckland . . . 17 Nov 64
3:47.33 . . . . Sebastian Coe . . . . GBR . . . Bruxelles . . . 28 Aug 81
3:46.32 . . . . Steve Cram . . . . GBR . . . Oslo . . . 27 Jul 85
"""


@pytest.fixture
def miles(folder: Path) -> list[str]:
    """A book in which one mark is missing, and a progression as it was printed."""
    (folder / "mile.txt").write_text(MILE, encoding="utf-8")
    source = Source("list", "A list", "", date(2023, 7, 1))
    covered = Coverage(Level.WR, "WORLD", "MILE", Sex.MEN, date(1958, 8, 6), source="list")
    ran = {"1964-11-17": ("3:54.04", "Peter SNELL", "NZL"), "1985-07-27": ("3:46.32", "Steve CRAM", "GBR")}
    with Book.create(folder / "miles.sqlite") as book:
        for on, (mark, who, nation) in ran.items():
            one = (
                "MILE",
                Sex.MEN,
                Mark.parse(mark),
                who.lower(),
                who,
                nation,
                date.fromisoformat(on),
                "",
                "",
            )
            book.add(Performance(who, *one), source, coverage=[covered])
    return ["--book", "miles.sqlite", "--as-of", "2023-07-01"]


def test_a_file_is_verified_step_by_step(pacelight: Pacelight, miles: list[str], folder: Path) -> None:
    ran = pacelight("book", "verify", "mile.txt", *miles)
    assert (ran.code, ran.err) == (1, "")
    shown = lines(ran.out)
    assert shown[0] == "1 published progression, as of 2023-07-01"
    assert shown[2].split() == ["MILE", "men", "WR", "4", "2", "1", "2", "1", "0", "0"]
    assert shown[3] == "1 agreed, 1 before the list, 1 rounded, 1 not in the book"
    assert [row.split()[0] for row in shown[5:]] == ["before", "rounded", "not"]
    found = json.loads(pacelight("book", "verify", "mile.txt", "--json", *miles).out)
    assert (found["schema"], found["open"]) == ("pacelight.verified_files/1", 1)
    (mile,) = found["lists"]
    assert mile["published"] == len(mile["steps"]) == mile["agreed"] + mile["explained"] + mile["open"] == 4
    (folder / "mile.txt").write_text(MILE.replace(MILE.splitlines()[2] + "\n", ""), encoding="utf-8")
    ran = pacelight("book", "verify", "mile.txt", "--class", "agreed", "--csv", *miles)
    assert (ran.code, [row["by"] for row in csv.DictReader(io.StringIO(ran.out))]) == (0, ["Steve Cram"])


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
    assert "no class 'worse' (there are: new, improved," in refused(
        "book", "compare", "2025-01-01", "2025-03-01", "--class", "worse"
    )
    assert "files say whose record they are of" in refused("book", "verify", "MILE", "--sex", "men")
    assert "--against takes one event and its --sex" in refused("book", "verify", "MILE", "--against", "x")
    assert "cannot be read" in refused("book", "verify", "mile.txt")
