"""The national records of March 2024 beside those of October: 629 have another result, each has its class.

What differs is counted here a second time, with the `csv` of the standard library alone.
In the normal run the book is made of four disciplines, in `make prove` of all 38.
"""

import csv
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from pacelight.book.asking.compared import Change, Difference, Listing, compare
from pacelight.book.asking.lists import Book
from pacelight.book.keeping.bulk import Wholesale
from pacelight.cli import main
from pacelight.meet.intake.filed import filed
from pacelight.meet.intake.lif import Said
from pacelight.meet.intake.listing import listing
from pacelight.meet.intake.queue import FileQueue, beside
from pacelight.meet.intake.taken import take

MARCH, OCTOBER = "national_2024-03-29.csv", "national_2024-10-01.csv"
DAYS = {MARCH: date(2024, 3, 29), OCTOBER: date(2024, 10, 1)}

CODES = {
    **{code: code for code in ("50H", "60H", "100", "200", "300", "400", "600", "800")},
    "50M": "50",
    "60M": "60",
    "1K0": "1000",
    "1K5": "1500",
    "MEI": "MILE",
    "2K0": "2000",
    "3K0": "3000",
    "5K0": "5000",
    "HOC": "HJ",
    "STA": "PV",
    "WEI": "LJ",
    "DRE": "TJ",
    "KUG": "SP",
    "DIS": "DT",
    "HAM": "HT",
    "SPE": "JT",
}
"""Ours for the disciplines of the file, as far as a test asks for them."""


class Key(NamedTuple):
    nation: str
    discipline: str
    sex: str
    roof: str


def table(path: Path) -> dict[Key, list[Mapping[str, str]]]:
    """The rows of each record, by the names of March's columns in small letters."""
    found: dict[Key, list[Mapping[str, str]]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            cells = {name.lower().replace(" ", ""): text for name, text in row.items()}
            key = Key(cells["nation"], cells["discipline"], cells["class"], cells["environment"])
            found[key].append(cells)
    return found


def results(rows: list[Mapping[str, str]]) -> set[str]:
    return {row["result"] for row in rows}


def seconds(text: str) -> int:
    """A time or a distance in hundredths."""
    total = 0
    for part in text.partition(".")[0].split(":"):
        total = total * 60 + int(part)
    return total * 100 + int((text.partition(".")[2] + "00")[:2])


@pytest.fixture(scope="module")
def tables(shared_data: Path) -> tuple[dict[Key, list[Mapping[str, str]]], ...]:
    return tuple(table(shared_data / "national_records" / name) for name in (MARCH, OCTOBER))


@pytest.fixture(scope="module")
def listings(shared_data: Path) -> tuple[Listing, ...]:
    def read(name: str) -> Listing:
        data = (shared_data / "national_records" / name).read_bytes()
        given = filed(data, name, beside={}, wanted=None, said=Said(), until=DAYS[name])
        return listing(given, as_of=DAYS[name])

    return read(MARCH), read(OCTOBER)


@pytest.fixture(scope="module")
def found(listings: tuple[Listing, ...]) -> list[Difference]:
    return compare(*listings)


def by_row(found: list[Difference]) -> dict[str, Difference]:
    """Each difference by the rows on which it rests: the source and its line."""
    return {
        holder.key: one
        for one in found
        for standing in (one.before, one.after)
        if standing
        for holder in standing.holders
    }


@pytest.fixture(scope="module")
def classes(
    shared_data: Path, listings: tuple[Listing, ...], found: list[Difference]
) -> dict[Key, set[Change]]:
    """The classes of each record, by the lines of the two files on which it stands."""
    named = by_row(found)
    told: dict[Key, set[Change]] = defaultdict(set)
    for name, one in zip((MARCH, OCTOBER), listings, strict=True):
        source = next(iter(one.lists.values())).coverage.source
        with (shared_data / "national_records" / name).open(encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.DictReader(file, delimiter=";"), start=2):
                cells = {column.lower(): text for column, text in row.items()}
                key = Key(cells["nation"], cells["discipline"], cells["class"], cells["environment"])
                difference = named.get(f"{source}, line {number}")
                if difference is not None:
                    told[key].add(difference.change)
    return told


def test_each_of_the_629_records_with_another_result_has_exactly_one_class(
    tables: tuple[dict[Key, list[Mapping[str, str]]], ...], classes: dict[Key, set[Change]]
) -> None:
    march, october = tables
    differ = [key for key in march.keys() & october.keys() if results(march[key]) != results(october[key])]
    assert (len(march), len(october), len(differ)) == (12_874, 12_878, 629)
    assert {len(classes[key]) for key in differ} == {1}
    counts = Counter(change for key in differ for change in classes[key])
    assert counts == {Change.IMPROVED: 622, Change.CORRECTED: 3, Change.NO_SOURCE: 4}
    assert sum(counts.values()) == 629


def test_what_is_improved_is_better_by_the_text_of_the_files(
    tables: tuple[dict[Key, list[Mapping[str, str]]], ...], classes: dict[Key, set[Change]]
) -> None:
    march, october = tables
    field = {"HOC", "STA", "WEI", "DRE", "KUG", "DIS", "HAM", "SPE"}
    improved = [key for key, told in classes.items() if told == {Change.IMPROVED}]
    assert {key.discipline in field for key in improved} == {True, False}
    for key in improved:
        before, after = ([seconds(text) for text in results(side[key])] for side in (march, october))
        if key.discipline in field:
            assert max(after) > max(before), key
        else:
            assert min(after) < min(before), key


def test_new_and_gone_records_are_counted_and_the_implausible_is_not_believed(
    tables: tuple[dict[Key, list[Mapping[str, str]]], ...],
    classes: dict[Key, set[Change]],
    found: list[Difference],
) -> None:
    march, october = tables
    new, gone = october.keys() - march.keys(), march.keys() - october.keys()
    assert Counter(change for key in new for change in classes[key]) == {
        Change.NEW: 11,
        Change.NO_SOURCE: 1,
    }
    assert Counter(change for key in gone for change in classes[key]) == {Change.VANISHED: 8}
    (angelos,) = [one for one in found if one.change is Change.NO_SOURCE and one.before is None]
    assert (angelos.listed.event, angelos.listed.sex, angelos.listed.scope) == ("1500", "men", "USA")
    assert angelos.after is not None
    assert str(angelos.after.mark) == "3:59.79"
    assert angelos.why == "over the longer Mile the first holds 3:43.97 (Yared Nuguse, 2023-09-16)"


def test_the_counts_are_those_of_all_differences(
    found: list[Difference], tables: tuple[dict[Key, list[Mapping[str, str]]], ...]
) -> None:
    """What has the same result on both sides is told otherwise, or has one holder more."""
    counts = Counter(one.change for one in found)
    assert counts == {
        Change.IMPROVED: 622,
        Change.SPELLING: 430,
        Change.CORRECTED: 70,
        Change.NEW: 11,
        Change.VANISHED: 8,
        Change.EQUALLED: 7,
        Change.NO_SOURCE: 5,
    }
    march, october = tables
    told_alike = sum(results(march[key]) == results(october[key]) for key in march.keys() & october.keys())
    told_otherwise = counts[Change.SPELLING] + counts[Change.EQUALLED] + counts[Change.CORRECTED] - 3
    assert told_otherwise <= told_alike


@pytest.fixture(
    scope="module",
    params=["part", pytest.param("whole", marks=[pytest.mark.prove, pytest.mark.timeout(600)])],
)
def files(
    request: pytest.FixtureRequest, shared_data: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A folder with both files, whole or four disciplines of them, and the book of March."""
    folder = tmp_path_factory.mktemp("national")
    for name in (MARCH, OCTOBER):
        text = (shared_data / "national_records" / name).read_text(encoding="utf-8")
        head, *rows = text.splitlines(keepends=True)
        if request.param == "part":
            rows = [row for row in rows if row.split(";")[2] in {"1K5", "MEI", "STA", "DIS"}]
        (folder / name).write_text("".join([head, *rows]), encoding="utf-8")
    given = filed(
        (folder / MARCH).read_bytes(), MARCH, beside={}, wanted=None, said=Said(), until=DAYS[MARCH]
    )
    with Wholesale.create(folder / "book.sqlite") as book:
        take(book, [given], FileQueue(beside(folder / "book.sqlite")), day=DAYS[MARCH], as_of=DAYS[MARCH])
    return folder


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(files: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.chdir(files)
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(files / "home"))

    def typed(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["pacelight", "book", *words, "--book", "book.sqlite"])
        code: object = 0
        try:
            main()
        except SystemExit as end:
            code = end.code or 0
        shown = capsys.readouterr()
        assert isinstance(code, int)
        return code, shown.out, shown.err

    return typed


def test_a_list_that_shrinks_to_ten_rows_is_refused_whole(run: Run, files: Path) -> None:
    head, *rows = (files / OCTOBER).read_text(encoding="utf-8").splitlines(keepends=True)
    (files / "cut").mkdir(exist_ok=True)
    (files / "cut" / OCTOBER).write_text("".join([head, *rows[:10]]), encoding="utf-8")
    before = (files / "book.sqlite").read_bytes()
    taken = ("import", f"cut/{OCTOBER}", "--as-of", "2024-10-01")
    code, out, err = run(*taken)
    assert (code, out) == (2, "")
    said = err.splitlines()[-1]
    assert said.startswith(f"pacelight: {OCTOBER} has 10 marks where {MARCH}")
    assert said.endswith("the list is broken (--shrink takes it all the same)")
    with Book.open(files / "book.sqlite") as book:
        assert len(book.sources()) == 1
    assert before == (files / "book.sqlite").read_bytes()
    assert run(*taken, "--shrink", "--dry-run")[0] == 0


def test_the_book_of_march_beside_the_file_of_october(run: Run, files: Path) -> None:
    """Every record with another result has one class here too: where a row could not be taken, it is new."""
    code, out, _ = run("compare", OCTOBER, "--as-of", "2024-10-01", "--json")
    told = json.loads(out)
    assert code == 0
    assert sum(told["counts"].values()) == len(told["differences"])
    march, october = (table(files / name) for name in (MARCH, OCTOBER))
    differ = [key for key in march.keys() & october.keys() if results(march[key]) != results(october[key])]
    named: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for one in told["differences"]:
        named[_ours(one)].append(one)
    known = [key for key in differ if key.discipline in CODES]
    assert len(known) > len(differ) / 2
    assert {len(named[_theirs(key)]) for key in known} == {1}
    counts = Counter(named[_theirs(key)][0]["change"] for key in known)
    assert counts["improved"] > len(known) * 9 / 10
    assert counts.keys() <= {"improved", "corrected", "no source", "new", "refused"}
    (angelos,) = named["1500", "men", "USA", "False"]
    assert (angelos["change"], angelos["after"]["mark"]["text"]) == ("no source", "3:59.79")


def _ours(one: dict[str, Any]) -> tuple[str, ...]:
    return one["event"]["code"], one["sex"], one["scope"], str(one["roof"])


def _theirs(key: Key) -> tuple[str, ...]:
    code, indoors = CODES[key.discipline], key.roof == "Indoor"
    short = indoors and code in {
        *("200", "300", "400", "500", "600", "800"),
        *("1000", "1500", "MILE", "2000"),
    }
    short = short or (indoors and code in {"3000", "5000"})
    roof = "None" if short else str(indoors)
    return f"{code}{'sh' * short}", {"M": "men", "W": "women"}[key.sex], key.nation, roof
