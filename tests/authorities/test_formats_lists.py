"""Every row of the lists that we hold is read, with counts that were taken of the data by other means.

Most are those of ``SOURCES.md`` beside the data.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from pacelight.book.formats import alltime, iaaf, mapped, national, omega
from pacelight.book.formats.line import BirthPrecision, Line, Reading, Refusal
from pacelight.book.formats.omega_export import OmegaResult, heats, results
from pacelight.book.formats.table import recognised
from pacelight.event import EVENTS, Level, Sex, TrackKind
from pacelight.mark import Mark, Timing
from pacelight.measure import Unit, value

pytestmark = pytest.mark.timeout(900)
"""Half a million rows are read whole: minutes, on a busy machine with coverage."""

HANDBOOK = date(2015, 8, 22)
"""The first day of the championships for which the IAAF handbook was made."""


def lines(readings: Iterator[Reading]) -> list[Line]:
    """All of them lines: what is refused fails the test with its reason."""
    found = list(readings)
    assert [one for one in found if isinstance(one, Refusal)] == []
    return [one for one in found if isinstance(one, Line)]


def begun(found: list[Line], doubt: str) -> int:
    return sum(told.startswith(doubt) for one in found for told in one.doubts)


@dataclass
class Tally:
    """What is counted of an all-time list while it goes by."""

    rows: int = 0
    refused: int = 0
    en_route: int = 0
    sexes: Counter[Sex] = field(default_factory=Counter)
    lists: set[tuple[str, Sex]] = field(default_factory=set)
    days: set[date | None] = field(default_factory=set)
    timing: Counter[tuple[str, Timing]] = field(default_factory=Counter)
    births: Counter[BirthPrecision | None] = field(default_factory=Counter)
    doubts: Counter[str] = field(default_factory=Counter)
    mile: list[tuple[str, str, str, date | None]] = field(default_factory=list)
    different: set[int] = field(default_factory=set)
    contradicted: list[str] = field(default_factory=list)

    def take(self, line: Line, amount: float, day: date, born: date | None) -> None:
        """Count one line, beside what the keepers of the data read of the same row."""
        self.en_route += line.en_route
        self.sexes[line.sex] += 1
        self.lists.add((line.event, line.sex))
        self.days.add(line.day)
        if isinstance(line.mark, Mark):
            self.timing[line.flags, line.mark.timing] += 1
        self.births[line.born.precision if line.born else None] += 1
        for told in line.doubts:
            self.doubts[told.partition(":")[0]] += 1
        if line.event == "1500":
            self.doubts["1500"] += any(told.startswith("no place: ") for told in line.doubts)
        if (line.event, line.sex) == ("MILE", Sex.MEN) and len(self.mile) < 2:
            self.mile.append((line.mark_text, line.athlete, line.nation, line.day))
        who = (line.athlete, line.nation, line.born and line.born.day)
        what = (line.event, line.sex, line.mark_text, line.wind, line.place, line.note)
        self.different.add(hash((who, what, line.venue, line.day)))
        scale = 1 if EVENTS[line.event].unit is Unit.POINTS else 1000
        same = line.mark and value(line.mark) == round(amount * scale) and line.day == day
        if not same or (born and (line.born is None or line.born.day != born)):
            self.contradicted.append(line.at)


@pytest.fixture(scope="module")
def all_time(shared_data: Path) -> Tally:
    import pyarrow.parquet as pq

    path, tally = shared_data / "wa_alltime_2023.parquet", Tally()
    form = recognised(path.read_bytes(), path.name)
    assert form
    assert form.name == "alltime"
    theirs = pq.read_table(path, columns=["mark_value", "date", "birth_date"]).to_pydict()
    ours = alltime.read(path.read_bytes(), path.name, until=date(2023, 7, 1))
    for reading, *read_by_others in zip(ours, *theirs.values(), strict=True):
        tally.rows += 1
        if isinstance(reading, Line):
            tally.take(reading, *read_by_others)
        else:
            tally.refused += 1
    return tally


def test_every_row_of_the_all_time_list_is_read(all_time: Tally) -> None:
    assert (all_time.rows, all_time.refused) == (465_638, 0)
    assert all_time.sexes == {Sex.MEN: 236_930, Sex.WOMEN: 228_708}
    assert len(all_time.lists) == 97
    days = [day for day in all_time.days if day]
    assert (len(days), min(days), max(days)) == (len(all_time.days), date(1935, 5, 25), date(2023, 7, 1))


def test_its_hand_times_and_lost_zeros_are_told(all_time: Tally) -> None:
    assert all_time.timing["h", Timing.HAND] == 3_559
    assert {flags for flags, timing in all_time.timing if timing is not Timing.HAND} == {""}
    assert all_time.timing["", Timing.UNKNOWN] == 17_772
    assert all_time.doubts["a zero may be lost, or it was timed by hand"] == 17_772
    assert all_time.doubts["a zero may be lost"] == 34_424


def test_its_births_and_places_are_as_the_list_has_them(all_time: Tally) -> None:
    assert all_time.births == {
        None: 7_414,
        BirthPrecision.YEAR: 3_117,
        BirthPrecision.MONTH: 15,
        BirthPrecision.DAY: 455_092,
    }
    assert all_time.doubts["1500"] == 283
    assert all_time.en_route == 0


def test_its_marks_days_and_births_are_what_others_read(all_time: Tally) -> None:
    assert all_time.contradicted == []


def test_doubles_are_left_to_whoever_takes_the_lines(all_time: Tally) -> None:
    assert all_time.rows - len(all_time.different) == 191


def test_the_head_of_the_mens_mile(all_time: Tally) -> None:
    assert all_time.mile == [
        ("3:43.13", "Hicham EL GUERROUJ", "MAR", date(1999, 7, 7)),
        ("3:43.40", "Noah NGENY", "KEN", date(1999, 7, 7)),
    ]


NATIONAL = {
    "national_2024-03-29.csv": (13_097, date(2024, 3, 27), 431, 12_874, 60),
    "national_2024-10-01.csv": (13_072, date(2024, 9, 21), 376, 12_878, 59),
}
"""Rows, last day, rows of records with several, keys, first days of a January."""


@pytest.mark.parametrize("name", NATIONAL)
def test_every_row_of_the_national_records_is_read(shared_data: Path, name: str) -> None:
    data = (shared_data / "national_records" / name).read_bytes()
    rows, last, shared, keys, new_year = NATIONAL[name]
    form = recognised(data, name)
    assert form
    assert form.name == "national"
    found = lines(national.read(data, name, until=last))
    assert len(found) == rows
    assert max(one.day for one in found if one.day) == last
    assert sum("rows of this record" in one.note for one in found) == shared
    assert len({(one.nation, one.event, one.sex, one.flags) for one in found}) == keys
    assert {(one.level, one.scope == one.nation) for one in found} == {(Level.NR, True)}
    assert len({one.nation for one in found}) == 221
    assert begun(found, "the nation of the venue is not known") == 38
    assert begun(found, "1 January may stand for the year") == new_year
    assert begun(found, "a wind of +2.2 is too strong for a record") == 1
    assert not any(isinstance(one.mark, Mark) and one.mark.timing is Timing.HAND for one in found)


def test_its_marks_lost_zeros_and_codes(shared_data: Path) -> None:
    path = shared_data / "national_records" / "national_2024-10-01.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    found = lines(national.read(path.read_bytes(), path.name))
    one_decimal = [len(row["Result"].partition(".")[2]) == 1 for row in rows]
    assert [any(told.startswith("a zero may be lost") for told in one.doubts) for one in found] == one_decimal
    assert [one.mark_text for one in found] == [row["Result"] for row in rows]
    codes = {(row["Discipline"], row["Environment"], one.event) for row, one in zip(rows, found, strict=True)}
    assert len({code for code, _, _ in codes}) == 38
    indoors = {(code, event) for code, environment, event in codes if environment == "Indoor"}
    assert all((EVENTS[event].track is TrackKind.SHORT) == event.endswith("sh") for _, event in indoors)
    assert {event for _, event in indoors if not event.endswith("sh")} == {
        "50", "60", "50H", "60H", "110H", "HJ", "PV", "LJ", "TJ", "SP", "DT", "JT",
    }  # fmt: skip


def test_missing_family_names_are_told_but_not_of_relays(shared_data: Path) -> None:
    path = shared_data / "national_records" / "national_2024-10-01.csv"
    found = lines(national.read(path.read_bytes(), path.name))
    with path.open(encoding="utf-8", newline="") as file:
        without = sum(not row["Lastname"] for row in csv.DictReader(file, delimiter=";"))
    relays = sum(not one.family for one in found if EVENTS[one.event].legs)
    alone = [one for one in found if not one.family and not EVENTS[one.event].legs]
    assert without == 671
    assert begun(found, "no family name: ") == len(alone) == 23
    assert relays == sum(bool(EVENTS[one.event].legs) for one in found)


def test_an_implausible_record_is_read_as_it_stands(shared_data: Path) -> None:
    """What cannot be believed is for whoever compares two states of a book to say."""
    path = shared_data / "national_records" / "national_2024-10-01.csv"
    usa = [
        (one.athlete, one.mark_text)
        for one in lines(national.read(path.read_bytes(), path.name))
        if (one.nation, one.event, one.sex) == ("USA", "1500", Sex.MEN)
    ]
    assert [(name.split()[-1], text) for name, text in usa] == [("Angelos", "3:59.79")]


@pytest.fixture(scope="module")
def handbook(shared_data: Path) -> dict[str, list[Line]]:
    lists = {}
    for path in sorted((shared_data / "progression" / "iaaf2015").glob("*.txt")):
        form = recognised(path.read_bytes(), path.name)
        assert form, path.name
        assert form.name == "iaaf"
        lists[path.name] = lines(iaaf.read(path.read_bytes(), path.name, until=HANDBOOK))
    return lists


def test_every_row_of_the_handbook_is_read(handbook: dict[str, list[Line]]) -> None:
    assert len(handbook) == 32
    assert sum(map(len, handbook.values())) == 781
    assert {(one.level, one.scope) for found in handbook.values() for one in found} == {(Level.WR, "WORLD")}
    for name, found in handbook.items():
        stem = name.removesuffix(".txt")
        expected = (iaaf.LISTS[stem], Sex.MEN) if stem in iaaf.LISTS else (iaaf.LISTS[stem[:-1]], Sex.WOMEN)
        assert {(one.event, one.sex) for one in found} == {expected}, name


def test_its_oddities_are_told(handbook: dict[str, list[Line]]) -> None:
    found = [one for rows in handbook.values() for one in rows]
    lost = {name for name, rows in handbook.items() if begun(rows, "a letter is lost")}
    assert len(lost) == 9
    assert sum("also timed" in one.note for one in found) == 108
    assert sum(one.en_route for one in found) == sum("+" in one.mark_text for one in found) == 54
    assert sum(one.flags == "y" for one in found) == 23
    assert begun(found, "several names: ") == 10
    assert begun(found, "two nations: JPN/KOR") == 1
    assert begun(found, "the place is cut off: ") == 2
    assert [one.year for one in found if one.day is None] == [1966]
    assert sorted(told for one in found for told in one.doubts if told.startswith("remark")) == [
        "remark: adjusted from 11.07",
        "remark: awaiting ratification",
        "remark: estimate",
    ]
    assert begun(found, "finer than Marathon is timed") == 26


def test_no_date_falls_into_the_future_and_none_before_1900(handbook: dict[str, list[Line]]) -> None:
    years = [one.year or 0 for rows in handbook.values() for one in rows]
    assert (min(years), max(years)) == (1900, 2015)
    assert (handbook["mile.txt"][0].day, handbook["mile.txt"][-1].day) == (
        date(1913, 5, 31),
        date(1999, 7, 7),
    )
    assert [one.year for one in handbook["10km.txt"]][-2:] == [2009, 2010]
    back = sum(
        later.year < earlier.year
        for rows in handbook.values()
        for earlier, later in pairwise(rows)
        if earlier.year and later.year
    )
    assert back == 5


def test_the_mile_keeps_ratified_and_automatic_times_apart(handbook: dict[str, list[Line]]) -> None:
    both = [(one.mark_text, one.note) for one in handbook["mile.txt"] if one.note]
    assert both == [("3:54.1", "also timed 3:54.04"), ("3:49.0", "also timed 3:48.95")]


WRONG_IMPORT = """
day = "YYYY-MM-DD 00:00:00"

[columns]
event = "Distance"
sex = "Gender"
mark = "Time"
athlete = "Name"
day = "Date"

[constants]
level = "WR"

[values.event]
"100.0" = "100"
"200.0" = "200"
"400.0" = "400"
"800.0" = "800"
"1000.0" = "1000"
"1500.0" = "1500"
"1609.3399999999999" = "MILE"
"2000.0" = "2000"
"3000.0" = "3000"
"5000.0" = "5000"
"10000.0" = "10 km road"
"20000.0" = "20 km road"
"21097.5" = "HMAR"
"25000.0" = "25 km road"
"30000.0" = "30 km road"
"42195.0" = "MAR"
"""


def test_an_import_with_dates_in_the_future_is_refused_row_by_row(shared_data: Path) -> None:
    """Of 747 rows 295 lie in the future; 463 times are what a float left, or seconds beyond 999."""
    path, taken = shared_data / "progression" / "iaaf2015_wrong_import.csv", date(2016, 7, 22)
    table = mapped.column_map(WRONG_IMPORT.encode(), "mapping.toml")
    assert table.recognise(path.read_bytes(), path.name)
    found = list(table.read(path.read_bytes(), path.name, until=taken))
    with path.open(encoding="utf-8", newline="") as file:
        rows = {f"line {number}": row for number, row in enumerate(csv.DictReader(file), start=2)}
    late = {at for at, row in rows.items() if row["Date"][:10] > taken.isoformat()}
    no_times = {at for at, row in rows.items() if not re.fullmatch(r"\d{1,3}\.\d{1,2}", row["Time"])}
    assert (len(found), len(late), len(no_times)) == (747, 295, 463)
    refused = {one.at: one.why for one in found if isinstance(one, Refusal)}
    assert set(refused) == late | no_times
    assert {at for at, why in refused.items() if "which is after 2016-07-22" in why} == late - no_times


@pytest.fixture(scope="module")
def osv(shared_data: Path) -> Path:
    return shared_data / "timing" / "omegadh"


def test_every_official_time_of_omega_is_the_cameras_rounded_up(osv: Path) -> None:
    found = list(results((osv / "LSTRslt.txt").read_bytes(), "LSTRslt.txt"))
    rows = [one for one in found if isinstance(one, OmegaResult)]
    timed = [one for one in rows if one.ticks]
    assert (len(found), len(rows), len(timed)) == (307, 307, 300)
    assert {str(one.mark()) == one.text for one in timed} == {True}
    assert sum(one.mark().thousandths == round(one.ticks / 100) * 10 for one in timed) == 136
    assert [one.text for one in rows if not one.ticks] == ["39:31:18.767", *["0.00"] * 6]


def test_the_list_of_heats_of_omega(osv: Path) -> None:
    found = heats((osv / "LSTRRSLT.txt").read_bytes(), "LSTRRSLT.txt")
    assert len(found) == 64
    assert sum(one.official for one in found) == 11
    assert {one.day for one in found} == {date(2025, 2, 22)}
    assert {one.wind for one in found} == {None}


def test_omega_with_a_programme_gives_lines(osv: Path) -> None:
    data = (osv / "LSTRslt.txt").read_bytes()
    ours = [
        one for one in results(data, "it") if isinstance(one, OmegaResult) and one.event == 10 and one.ticks
    ]
    bibs = "\n".join(f"{bib} = {{name = 'Bib {bib}'}}" for bib in {one.bib for one in ours if one.bib})
    text = f"[events.10]\nevent = '60'\nsex = 'women'\n[athletes]\n{bibs}\n"
    beside = {"programme.toml": text.encode(), "LSTRRSLT.txt": (osv / "LSTRRSLT.txt").read_bytes()}
    found = list(omega.reader(beside).read(data, "LSTRslt.txt", until=date(2025, 2, 22)))
    told = [one for one in found if isinstance(one, Line)]
    assert len(found) == 307
    assert [(one.mark_text, one.athlete) for one in told] == [
        (one.text, f"Bib {one.bib}") for one in ours if one.bib
    ]
    assert {one.day for one in told} == {date(2025, 2, 22)}
