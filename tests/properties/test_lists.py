"""Laws of start lists and results: what is written is read again, whatever is in a name; never half."""

import csv
import io
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pacelight.book.birth import Birth, BirthPrecision
from pacelight.distance import Distance
from pacelight.errors import FormatError
from pacelight.event import Sex
from pacelight.mark import Mark, Timing
from pacelight.measure import Length, Points
from pacelight.nation import NATIONS
from pacelight.timing import Method, Status
from pacelight.timing.formats.lists import (
    results_csv,
    results_hytek,
    results_json,
    results_lif,
    results_omega,
    results_wa,
    startlist_csv,
    startlist_dlv,
    startlist_evt,
    startlist_hytek,
    startlist_omega,
    startlist_taf,
    startlist_wa,
)
from pacelight.timing.formats.lists.cells import guarded, table, unguarded, written
from pacelight.timing.formats.lists.entrant import Entrant, StartList, affiliated, clean
from pacelight.timing.formats.lists.race_result import Proof, RaceResult, RecordRow, ResultRow, RowSplit
from pacelight.timing.formats.lists.results import read_results
from pacelight.timing.formats.lists.same import differences
from pacelight.timing.formats.lists.startlists import read_start_list

SPREADSHEET_RUNS = ("=", "+", "-", "@", "\t", "\r")
"""Source: OWASP, "CSV Injection"."""

anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=24)
nasty = st.one_of(
    anything, st.sampled_from([',";\n\t', "=1+1", "'=1", '"a', ";x", "a\x00b", "\u202eevil", " | ", "0"])
)
texts = nasty.map(clean)
words = texts.filter(bool)
numbers = st.integers(1, 9999).map(str)
codes = st.sampled_from(["", *sorted(NATIONS)[:40]])
clubs = texts.filter(lambda text: text not in NATIONS)
births = st.one_of(
    st.none(),
    st.dates(date(1900, 1, 1), date(2030, 1, 1)).map(Birth),
    st.integers(1900, 2030).map(lambda year: Birth(date(year, 1, 1), BirthPrecision.YEAR)),
)
distances = st.one_of(st.none(), st.integers(1, 10**8).map(Distance))
days = st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
times = st.builds(
    lambda ticks, precision, timing: Mark(ticks * 10 ** (3 - precision), precision, timing),
    st.integers(1, 30_000),
    st.integers(1, 3),
    st.just(Timing.FAT),
)
hand_times = st.integers(1, 30_000).map(lambda tenths: Mark(tenths * 100, 1, Timing.HAND))
officials = st.integers(1, 500_000).map(lambda hundredths: Mark(hundredths * 10))
plain_parts = texts.filter(lambda text: ";" not in text and text)


@st.composite
def names(draw: st.DrawFn) -> dict[str, str]:
    """A name, and its family name where it is told apart."""
    family = draw(texts)
    given = draw(texts)
    return {"name": clean(f"{given} {family}"), "family": family}


@st.composite
def entrants(draw: st.DrawFn) -> Entrant:
    one = draw(names())
    team = draw(st.booleans())
    nation = draw(codes)
    return Entrant(
        **one,
        bib=draw(numbers),
        lane=draw(texts),
        nation=nation,
        club=draw(clubs if nation else texts.filter(lambda text: text not in NATIONS)),
        born=draw(births),
        sex=draw(st.sampled_from([None, Sex.MEN, Sex.WOMEN])),
        licence=draw(texts),
        wa_id=draw(st.sampled_from(["", "14208194"])),
        chips=tuple(draw(st.lists(st.from_regex(r"[A-F0-9]{4,12}", fullmatch=True), max_size=2))),
        seed=draw(st.sampled_from(["", "3:46.63", "8.95", "13.4h"])),
        legs=tuple(draw(st.lists(plain_parts, max_size=3))) if team else (),
        team=team,
        status=draw(st.sampled_from([None, Status.DNS])),
        athlete=draw(st.sampled_from(["", "nuguse-yared"])),
    )


@st.composite
def start_lists(draw: st.DrawFn) -> tuple[StartList, ...]:
    """Start lists with numbers of their own."""
    return tuple(
        StartList(
            entrants=tuple(draw(st.lists(entrants(), min_size=1, max_size=4))),
            event=str(nth),
            round=draw(st.sampled_from(["", "1", "Final"])),
            heat=draw(numbers),
            title=draw(texts),
            distance=draw(distances),
            day=draw(days),
            time=draw(st.sampled_from(["", "20:11"])),
            sex=draw(st.sampled_from([None, *Sex])),
            code=draw(texts),
        )
        for nth in range(1, draw(st.integers(1, 3)) + 1)
    )


@st.composite
def rows(draw: st.DrawFn, marks: Any = officials) -> ResultRow:
    one = draw(names())
    status = draw(st.sampled_from([None, *Status]))
    return ResultRow(
        **one,
        bib=draw(numbers),
        lane=draw(texts),
        nation=draw(codes),
        club=draw(clubs),
        place=None if status else draw(st.one_of(st.none(), st.integers(1, 99))),
        mark=draw(st.one_of(st.none(), marks)),
        status=status,
        rule=draw(texts) if status else "",
        reaction=draw(st.sampled_from(["", "0.162"])),
        laps_behind=draw(st.integers(0, 3)),
        splits=tuple(
            RowSplit(
                mark=draw(times),
                distance=draw(distances),
                method=draw(st.sampled_from(["", *Method])),
                official=draw(st.booleans()),
            )
            for _ in range(draw(st.integers(0, 3)))
        ),
        legs=tuple(draw(st.lists(words.filter(lambda text: "|" not in text), max_size=2))),
        team=draw(st.booleans()),
        official=draw(st.booleans()),
    )


@st.composite
def results(draw: st.DrawFn, marks: Any = officials) -> RaceResult:
    held = {row.bib: row for row in draw(st.lists(rows(marks), min_size=1, max_size=5))}
    return RaceResult(
        rows=tuple(held.values()),
        race="mile",
        event=draw(numbers),
        round="1",
        heat=draw(numbers),
        title=draw(texts),
        code=draw(st.sampled_from(["", "MILEsh", "1500"])),
        sex=draw(st.sampled_from([None, *Sex])),
        day=draw(days),
        venue=draw(texts),
        competition=draw(texts),
        distance=draw(distances),
        start=draw(st.sampled_from(["", "20:11:54.4049"])),
        wind=draw(st.sampled_from(["", "+0.6", "-1.2"])),
        official=draw(st.sampled_from([None, True, False])),
        state=draw(st.sampled_from(["", "running", "finished"])),
        lights=tuple(draw(st.lists(words.filter(lambda text: "|" not in text), max_size=2))),
        proof=draw(st.sampled_from([None, Proof("l.journal", 12, "0123456789abcdef")])),
    )


@given(nasty)
def test_a_text_that_is_clean_is_on_one_line_and_stays_as_it_is(text: str) -> None:
    found = clean(text)
    assert clean(found) == found
    assert len(found.splitlines()) <= 1
    assert found == found.strip()


@given(nasty)
def test_no_cell_begins_as_a_formula_but_figures_and_each_is_read_as_it_was(text: str) -> None:
    cell = guarded(text)
    assert unguarded(cell) == text
    assert not cell.startswith(SPREADSHEET_RUNS) or float(cell.replace(",", ".")) is not None


@given(st.lists(st.lists(nasty, min_size=1, max_size=4), min_size=1, max_size=4), st.sampled_from(",;\t"))
def test_a_table_is_read_as_it_was_written_with_any_text_in_it(
    given_rows: list[list[str]], sign: str
) -> None:
    text = written(given_rows, sign).decode("utf-8-sig")
    assert [
        [unguarded(cell) for cell in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    ] == (given_rows)
    expected = [[clean(cell) for cell in row] for row in given_rows]
    assert [cells for _, cells in table(text, "x", sign)] == [row for row in expected if any(row)]


@settings(max_examples=40)
@given(start_lists())
def test_start_lists_come_back_from_a_table_as_they_were(given_lists: tuple[StartList, ...]) -> None:
    found = read_start_list(startlist_csv.write(given_lists), "x.csv")
    assert [one.entrants for one in found] == [one.entrants for one in given_lists]
    assert [(one.event, one.heat, one.title, one.distance, one.day, one.sex) for one in found] == [
        (one.event, one.heat, one.title, one.distance, one.day, one.sex) for one in given_lists
    ]


@settings(max_examples=40)
@given(start_lists())
def test_start_lists_come_back_from_finishlynx_as_far_as_it_has_fields(
    given_lists: tuple[StartList, ...],
) -> None:
    found = startlist_evt.read(startlist_evt.write(given_lists), "lynx.evt")
    for one, other in zip(given_lists, found, strict=True):
        assert (other.event, other.heat, other.title, other.distance) == (
            one.event, one.heat, one.title, one.distance,
        )  # fmt: skip
        for had, has in zip(one.entrants, other.entrants, strict=True):
            assert has.bib == had.bib
            assert (has.nation or has.club) == clean(had.nation or affiliated(had.club)[1])
            assert has.name == (had.name or had.nation or had.club)
            assert has.lane == ("" if had.lane == "0" else had.lane)


@settings(max_examples=40)
@given(start_lists())
def test_start_lists_come_back_from_the_json_of_world_athletics(given_lists: tuple[StartList, ...]) -> None:
    found = read_start_list(startlist_wa.write(given_lists), "x.json")
    for one, other in zip(given_lists, found, strict=True):
        assert (other.heat, other.title, other.day) == (one.heat, one.title, one.day)
        assert [clean(each.name) for each in other.entrants] == [each.name for each in one.entrants]
        assert [each.nation for each in other.entrants] == [each.nation for each in one.entrants]
        assert [each.legs for each in other.entrants] == [each.legs for each in one.entrants]
        assert [each.born for each in other.entrants if not each.team] == [
            each.born for each in one.entrants if not each.team
        ]


any_mark = st.one_of(
    times, hand_times, st.integers(1, 9000).map(lambda cm: Length(cm * 10)), st.integers(1, 9999).map(Points)
)


@settings(max_examples=40)
@given(results(any_mark))
def test_a_result_comes_back_from_our_table_as_it_was(one: RaceResult) -> None:
    (found,) = read_results(results_csv.write((one,)), "x.csv")
    assert found == one
    assert differences((found,), (one,)) == ()


@settings(max_examples=40)
@given(st.lists(results(any_mark), min_size=1, max_size=3))
def test_a_session_comes_back_from_our_json_as_it_was(given_results: list[RaceResult]) -> None:
    found = read_results(results_json.write(tuple(given_results)), "x.json")
    assert list(found) == given_results
    assert [[row.mark.timing for row in one.rows if isinstance(row.mark, Mark)] for one in found] == [
        [row.mark.timing for row in one.rows if isinstance(row.mark, Mark)] for one in given_results
    ]


@settings(max_examples=40)
@given(results(times))
def test_a_result_comes_back_from_finishlynx_as_the_same_result(one: RaceResult) -> None:
    data = results_lif.write(one)
    (found,) = results_lif.read(data, "x.lif")
    assert [(row.bib, row.place, row.status, row.mark) for row in found.rows] == [
        (row.bib, row.place, row.status, row.mark) for row in one.rows
    ]
    assert [row.name for row in found.rows] == [row.name or row.club or row.nation for row in one.rows]
    assert (found.official is False) == (one.official is False)


@settings(max_examples=40)
@given(results())
def test_a_finishlynx_file_is_written_again_byte_for_byte_by_its_own_reader(one: RaceResult) -> None:
    from pacelight.timing.formats import read, write

    data = results_lif.write(one)
    assert write(read(data, "x.lif")) == data


@settings(max_examples=40)
@given(results())
def test_a_result_comes_back_from_the_json_of_world_athletics_as_the_same_result(one: RaceResult) -> None:
    (found,) = read_results(results_wa.write((one,)), "x.json")
    assert found.official is (one.official is True)
    statuses = {Status.QR: None}
    assert [(row.place, row.status) for row in found.rows] == [
        (row.place, statuses.get(row.status, row.status) if row.status else None) for row in one.rows
    ]
    assert [row.mark for row in found.rows] == [None if row.status else row.mark for row in one.rows]


def test_records_come_back_from_both() -> None:
    row = ResultRow(name="Jakob Ingebrigtsen", bib="1", nation="NOR", place=1, mark=Mark.parse("3:45.14"))
    record = RecordRow(
        level="WR", scope="WORLD", code="1500sh", mark="3:29.63", name=row.name, bib="1", nation="NOR",
        en_route=True, status="pending ratification",
    )  # fmt: skip
    one = RaceResult(rows=(row,), race="mile", records=(record,))
    assert read_results(results_csv.write((one,)), "x")[0].records == (record,)
    assert read_results(results_json.write((one,)), "x")[0].records == (record,)


HYTEK_ENTRIES = (
    b"I;Nuguse;Yared;;M;06/01/1999;USA;USA\r\nD;Nuguse;Yared;;M;06/01/1999;USA;USA;;;1500;3:29.02;M;;1\r\n"
)
HYTEK_RESULTS = (
    b"H;Meet;02/08/2025;02/08/2025;Hy-Tek;;\n"
    b"E;T;1;;1500;M;;;;F;3:46.63;M;;1;1;1;;;;;;;Nuguse;Yared;;M;06/01/1999;NIKE;Nike;;;;\n"
)
OMEGA_STARTS = (
    b"Event Code; Date; Time; Lane / order; Bib No; Name; First Name; Nation; Length; Title 1\r\n"
    b'00501001;08.02.2025;16:30;;;;;;100;"100m M"\r\n;;;2;361;"Nuguse";"Yared";"USA";;\r\n'
)
OMEGA_RESULTS = (
    b'"Event";"Round";"Heat";"Lap";"Bib";"Lane";"idStatus";"Time";"Result";"Rank"\r\n'
    b'   5;   1;   1;9999;"  3893";  1; 1;    80752;"       8.08  ";2\r\n'
)
TAF = b"CompetitorType;Bib;Code;FirstName;LastName;Yob;Gender\nAthlete;1;001;Malaika;Mihambo;1994;W\n"
DLV = (
    b'<registration><athletes><athlete id="A" forename="Jan" lastname="Fitschen" yearofbirth="1977" sex="M"/>'
    b'</athletes><events><event id="E" agecode="M"><standardevent disciplinecode="L10K"/></event></events>'
    b'<individuals><individual id="I" event="E" athlete="A"><performance value="28:10,94" indoor="false"/>'
    b"</individual></individuals></registration>"
)
SENT = (
    b'{"athletes": [{"id": 1, "firstName": "Yared", "lastName": "Nuguse", "country": "USA", "sex": "male"}],'
    b' "units": [{"title": "Men\'s Mile", "rounds": [{"type": "Final", "races": [{"number": 1,'
    b' "date": "2025-02-08", "results": [{"athleteId": 1, "result": "3:46.63", "placeInRace": 1}]}]}]}]}'
)
LIF = b"12,1,2,Mile,,,,,,1609,20:11:54.4049\r\n1,101,3,Nuguse,Yared,USA,3:46.63,,,,,,,,,,,\r\n"
ONE = RaceResult(
    rows=(ResultRow(name="Yared Nuguse", bib="1", place=1, mark=Mark.parse("3:46.63")),), race="mile"
)
LISTED = (StartList(entrants=(Entrant(name="Yared Nuguse", bib="1", family="Nuguse"),), title="Mile"),)

STARTS: dict[str, tuple[Any, bytes]] = {
    "csv": (startlist_csv, startlist_csv.write(LISTED)),
    "evt": (startlist_evt, startlist_evt.write(LISTED)),
    "wa": (startlist_wa, SENT),
    "hytek": (startlist_hytek, HYTEK_ENTRIES),
    "omega": (startlist_omega, OMEGA_STARTS),
    "taf": (startlist_taf, TAF),
    "dlv": (startlist_dlv, DLV),
}
RESULTS: dict[str, tuple[Any, bytes]] = {
    "csv": (results_csv, results_csv.write((ONE,))),
    "json": (results_json, results_json.write((ONE,))),
    "wa": (results_wa, SENT),
    "omega": (results_omega, OMEGA_RESULTS),
    "hytek": (results_hytek, HYTEK_RESULTS),
    "lif": (results_lif, LIF),
}
ALL = {f"start {name}": one for name, one in STARTS.items()} | {
    f"result {name}": one for name, one in RESULTS.items()
}


def said_or_whole(reader: Any, data: bytes, name: str) -> str | None:
    """How a file is refused, or None where it is read whole."""
    assert reader.recognise(data, name) in {True, False}
    try:
        found = reader.read(data, name)
    except FormatError as refused:
        return str(refused)
    assert all(isinstance(one, StartList | RaceResult) for one in found)
    return None


damaged = st.tuples(st.floats(0, 1), st.floats(0, 0.3), st.binary(max_size=16))


@pytest.mark.parametrize("name", ALL)
@settings(max_examples=50)
@given(st.binary(max_size=200), damaged)
def test_any_bytes_are_read_whole_or_refused_in_one_line(
    name: str, noise: bytes, damage: tuple[float, float, bytes]
) -> None:
    reader, good = ALL[name]
    at, length = int(damage[0] * len(good)), int(damage[1] * len(good))
    for data in (noise, good[:at] + damage[2] + good[at + length :], good + noise):
        said = said_or_whole(reader, data, "file.x")
        assert said is None or ("\n" not in said and said.strip())


@pytest.mark.parametrize("name", ALL)
def test_a_file_cut_anywhere_is_never_taken_for_another(name: str) -> None:
    """Cut, it is refused, or has fewer lines of those that it had: none that it did not have."""
    reader, good = ALL[name]
    whole = reader.read(good, "file.x")
    for cut in range(len(good)):
        try:
            found = reader.read(good[:cut], "file.x")
        except FormatError:
            continue
        had = [row for one in whole for row in getattr(one, "entrants", getattr(one, "rows", ()))]
        has = [row for one in found for row in getattr(one, "entrants", getattr(one, "rows", ()))]
        assert has == had[: len(has)], good[:cut][-40:]


TEXTS = {name: one for name, one in ALL.items() if "dlv" not in name}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("name", TEXTS)
def test_how_a_text_is_encoded_changes_nothing(name: str, encoding: str) -> None:
    reader, good = TEXTS[name]
    text = good.decode("utf-8-sig")
    assert reader.recognise(text.encode(encoding), "file.x")
    assert reader.read(text.encode(encoding), "file.x") == reader.read(good, "file.x")


@pytest.mark.parametrize("name", STARTS)
def test_each_start_list_is_known_by_its_content_alone(name: str) -> None:
    from pacelight.timing.formats.lists.startlists import START_LISTS, guessed

    found = guessed(STARTS[name][1], "file.x")
    assert found is START_LISTS[name]


@pytest.mark.parametrize("name", RESULTS)
def test_each_result_is_known_by_its_content_alone(name: str) -> None:
    from pacelight.timing.formats.lists.results import RESULTS as KNOWN
    from pacelight.timing.formats.lists.results import guessed

    assert guessed(RESULTS[name][1], "file.x") is KNOWN[name]
