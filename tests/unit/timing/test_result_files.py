"""Results of each format, and whether two are the same."""

from datetime import date

import pytest

from pacelight.distance import Distance
from pacelight.errors import FormatError
from pacelight.event import Sex
from pacelight.mark import Mark, Timing
from pacelight.measure import Length
from pacelight.timing import Status
from pacelight.timing.formats.lists import (
    results_csv,
    results_hytek,
    results_json,
    results_lif,
    results_omega,
    results_wa,
)
from pacelight.timing.formats.lists.race_result import RaceResult, ResultRow, RowSplit
from pacelight.timing.formats.lists.results import RESULTS, read_results
from pacelight.timing.formats.lists.same import differences

HYTEK = (
    "H;Meet;02/08/2025;02/08/2025;Hy-Tek;;\n"
    "E;T;1;;1500;M;;;;F;3:46.63;M;;1;1;1;;;;;;;Nuguse;Yared;;M;06/01/1999;ON;On;;;;\n"
    "E;T;1;;1500;M;;;;F;DNF;M;;;;1;;;;;;;Kerr;Josh;;M;10/08/1997;BRK;Brooks;;;;\n"
    "E;F;2;;LJ;M;;;;F;8.95;M;0.3;1;1;1;;;;;;;Powell;Mike;;M;11/10/1963;USA;USA;;;;\n"
    "R;A;2;;4x400;M;;;;F;3:01.39;;TAMU;1;1;1;;10;Crayton;Ilolo;M;;SR;;\n"
)
OMEGA = (
    '"Event";"Round";"Heat";"Lap";"Bib";"Lane";"idStatus";"Time";"Result";"Rank"\r\n'
    '   5;   1;   1;   1;"   101";  1; 1;   281200;"      28.12  ";1\r\n'
    '   5;   1;   1;9999;"   101";  1; 1;  2251324;"    3:45.14  ";1\r\n'
    '   5;   1;   1;9999;"   102";  2; 3;        0;"             ";0\r\n'
)
CONTRADICTORY = (
    '{"schema": "pacelight.results/1", "rows": [{"name": "a", "mark":'
    ' {"text": "3:45.14", "value": 1, "unit": "ms", "precision": 2}}]}'
)
MILE = RaceResult(
    rows=(
        ResultRow(
            name="Jakob Ingebrigtsen",
            family="Ingebrigtsen",
            bib="1",
            lane="3",
            nation="NOR",
            place=1,
            mark=Mark.parse("3:45.14"),
            splits=(RowSplit(mark=Mark.parse("3:29.63"), distance=Distance.parse("1500"), official=True),),
        ),
        ResultRow(name="Josh Kerr", bib="2", nation="GBR", place=2, mark=Mark.parse("3:52.70")),
        ResultRow(name="Yared Nuguse", bib="3", nation="USA", place=2, mark=Mark.parse("3:52.70")),
        ResultRow(name="Cam Myers", bib="4", nation="AUS", mark=Mark.parse("3:59.9h")),
        ResultRow(name="Azeddine Habz", bib="5", nation="FRA", status=Status.DQ, rule="TR17.3.1"),
        ResultRow(name="Neil Gourley", bib="6", nation="GBR", status=Status.DNF, laps_behind=2),
        ResultRow(name="George Mills", bib="7", nation="GBR", status=Status.DNS),
    ),
    race="mile",
    event="12",
    round="1",
    heat="2",
    title="Men's mile, final",
    code="MILEsh",
    sex=Sex.MEN,
    distance=Distance.parse("mile"),
    start="20:11:54.4049",
    wind="",
    day=date(2025, 2, 13),
    official=False,
)


def test_finishlynx_gets_ties_words_and_splits_with_what_each_took() -> None:
    assert results_lif.write(MILE).decode() == (
        '12,1,2,"Men\'s mile, final (unofficial)",,,,,,1609.344,20:11:54.4049\r\n'
        '1,1,3,Ingebrigtsen,Jakob,NOR,3:45.14,,3:45.14,,"3:29.63 (3:29.63),3:45.14 (15.51)",,,,,,,,\r\n'
        "2,2,,Josh Kerr,,GBR,3:52.70,,7.56,,,,,,,,,,\r\n"
        "2,3,,Yared Nuguse,,USA,3:52.70,,,,,,,,,,,,\r\n"
        ",4,,Cam Myers,,AUS,3:59.9,,3:59.9,,,,,,,,,,\r\n"
        "DQ,5,,Azeddine Habz,,FRA,,,,,,,,,,,,,\r\n"
        "DNF,6,,Neil Gourley,,GBR,,,,,,,,,,,,,\r\n"
        "DNS,7,,George Mills,,GBR,,,,,,,,,,,,,\r\n"
    )


def test_wind_stands_in_the_header_with_its_unit() -> None:
    sprint = RaceResult(
        rows=(ResultRow(bib="1", place=1, mark=Mark.parse("9.58")),), wind="+0.9", title="100 m"
    )
    assert results_lif.write(sprint).splitlines()[0] == b"1,1,1,100 m,+0.9,m/s,,,,,"


def test_a_jump_is_no_result_for_finishlynx_nor_for_the_track_events_of_world_athletics() -> None:
    jump = RaceResult(rows=(ResultRow(name="Mike Powell", place=1, mark=Length.parse("8.95")),))
    for writer in (results_lif.write, lambda one: results_wa.write((one,))):
        with pytest.raises(FormatError, match=r"8\.95 is no time"):
            writer(jump)


def test_hytek_has_races_jumps_and_relays_of_a_meeting() -> None:
    mile, jump, relay = results_hytek.read(HYTEK.encode(), "x")
    assert [(row.name, row.place, row.status, row.club) for row in mile.rows] == [
        ("Yared Nuguse", 1, None, "On"),
        ("Josh Kerr", None, Status.DNF, "Brooks"),
    ]
    assert (mile.round, mile.competition, mile.code) == ("F", "Meet", "1500")
    assert jump.rows[0].mark == Length.parse("8.95")
    assert (relay.rows[0].name, relay.rows[0].team, relay.rows[0].legs) == (
        "TAMU A",
        True,
        ("Ilolo Crayton",),
    )


def test_omega_has_intermediate_times_and_says_what_has_none() -> None:
    (race,) = results_omega.read(OMEGA.encode(), "x")
    assert [(row.bib, row.mark, [str(one.mark) for one in row.splits]) for row in race.rows] == [
        ("101", Mark.parse("3:45.14"), ["28.12"]),
        ("102", None, []),
    ]
    assert race.remarks == ("line 4: no time (idStatus 3, '')",)


def test_omega_without_the_list_of_heats_beside_it_is_refused_if_another_file_is() -> None:
    with pytest.raises(FormatError, match=r"own\.csv is no list of heats"):
        results_omega.read(OMEGA.encode(), "x", {"own.csv": b"bib,name\n1,a\n"})


def test_the_json_of_world_athletics_rounds_thousandths_up_and_marks_hand_times() -> None:
    rows = (
        ResultRow(name="A", bib="1", place=1, mark=Mark.parse("3:45.132")),
        ResultRow(name="B", bib="2", place=2, mark=Mark(239_900, 1, Timing.HAND)),
    )
    data = results_wa.write((RaceResult(rows=rows, code="MILEsh", sex=Sex.MEN, official=True),))
    (found,) = read_results(data, "x")
    assert [str(row.mark) for row in found.rows] == ["3:45.14", "3:59.9"]
    assert b'"result": "3:59.9h"' in data
    assert (found.code, found.sex, found.official) == ("MILEsh", Sex.MEN, True)


def test_the_book_reads_what_is_published_for_world_athletics_once_it_is_official() -> None:
    from dataclasses import replace

    from pacelight.book.formats import send_results
    from pacelight.book.formats.line import Line, Refusal

    official = list(send_results.read(results_wa.write((replace(MILE, official=True),)), "x"))
    assert [(one.athlete, one.mark_text, one.event) for one in official if isinstance(one, Line)][:2] == [
        ("Jakob Ingebrigtsen", "3:45.14", "MILEsh"),
        ("Josh Kerr", "3:52.70", "MILEsh"),
    ]
    unofficial = list(send_results.read(results_wa.write((MILE,)), "x"))
    assert {type(one) for one in unofficial} == {Refusal}


@pytest.mark.parametrize("form", ["csv", "json", "lif", "wa"])
def test_the_same_race_is_the_same_result_in_every_format(form: str) -> None:
    writers = {
        "csv": lambda one: results_csv.write((one,)),
        "json": lambda one: results_json.write((one,)),
        "lif": results_lif.write,
        "wa": lambda one: results_wa.write((one,)),
    }
    found = read_results(writers[form](MILE), "x", form)
    assert differences(found, (MILE,)) == ()


def changed(row: int, **fields: object) -> RaceResult:
    from dataclasses import replace

    rows = list(MILE.rows)
    rows[row] = replace(rows[row], **fields)  # type: ignore[arg-type]
    return replace(MILE, rows=tuple(rows))


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (changed(0, mark=Mark.parse("3:45.15")),
         "1 Jakob Ingebrigtsen: mark is 3:45.14 in the first, 3:45.15 in the second"),
        (changed(2, place=3), "3 Yared Nuguse: place is 2 in the first, 3 in the second"),
        (changed(5, status=Status.DNS), "6 Neil Gourley: status is DNF in the first, DNS in the second"),
        (changed(4, rule="TR17.2.3"),
         "5 Azeddine Habz: rule is TR17.3.1 in the first, TR17.2.3 in the second"),
        (changed(6, bib="8"), "7 George Mills: row is there in the first, nothing in the second"),
    ],
)  # fmt: skip
def test_what_differs_is_said_with_whose_it_is(other: RaceResult, said: str) -> None:
    assert f"Men's mile, final: {said}" in [str(one) for one in differences((MILE,), (other,))]


def test_who_has_no_numbers_is_known_by_name_however_it_is_written() -> None:
    one = RaceResult(rows=(ResultRow(name="Yared Nuguse", place=1),), title="Mile")
    other = RaceResult(rows=(ResultRow(name="NUGUSE, Yared", place=1),), title="1 mile")
    assert differences((one,), (other,)) == ()


def test_a_finer_reading_of_the_same_time_is_the_same() -> None:
    assert differences((MILE,), (changed(0, mark=Mark.parse("3:45.133")),)) == ()


def test_races_are_paired_by_their_numbers_and_one_without_a_twin_is_said() -> None:
    from dataclasses import replace

    other = replace(MILE, heat="3")
    found = differences((MILE, other), (replace(MILE, heat="02"), replace(MILE, heat="4")))
    assert [(one.what, one.one, one.other) for one in found] == [("race", "there", ""), ("race", "", "there")]


@pytest.mark.parametrize(
    ("form", "text", "offence"),
    [
        ("csv", "a,b\n1,2\n", "x is no table of results (its columns are race, event"),
        ("json", '{"schema": "other/1", "rows": []}',
         "x: schema 'other/1' is not known here (pacelight.results/1)"),
        ("json", '{"schema": "pacelight.results/1"', "x is torn or no result of pacelight.results/1"),
        (
            "json",
            CONTRADICTORY,
            "x: the mark 3:45.14 is 225140 ms, and beside it stands 1",
        ),
        ("omega", OMEGA.replace("2251324", "2251424"),
         "x line 3: official is 3:45.14, and 2251424 ten-thousandths are 3:45.15"),
        ("hytek", HYTEK.replace("3:46.63", "3:46:63"), "x line 2: "),
        ("xml", "", "no format 'xml' (formats: csv, json, wa, omega, hytek, lif)"),
        ("", "hello\n", "x is no result that is known here (formats: csv, json, wa, omega, hytek, lif)"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_its_line(form: str, text: str, offence: str) -> None:
    with pytest.raises(FormatError) as refused:
        read_results(text.encode(), "x", form)
    assert offence in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_result_of_nobody_or_with_a_place_and_a_status_cannot_be_made() -> None:
    with pytest.raises(FormatError, match="a result of nobody"):
        ResultRow()
    with pytest.raises(FormatError, match="place 1 and DNF exclude each other"):
        ResultRow(name="Josh Kerr", place=1, status=Status.DNF)
    with pytest.raises(FormatError, match="is not on one line"):
        ResultRow(name="Josh\nKerr")


def test_shared_places_are_those_of_more_than_one() -> None:
    assert MILE.shared == {2}
    assert set(RESULTS) == {"csv", "json", "wa", "omega", "hytek", "lif"}
