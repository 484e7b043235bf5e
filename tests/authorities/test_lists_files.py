"""Every start list and result that we hold is read without loss, and says the same in our own formats."""

import csv
from pathlib import Path

import pytest

from pacelight.errors import FormatError
from pacelight.timing.formats.lists import (
    results_csv,
    results_json,
    results_lif,
    results_omega,
    startlist_csv,
    startlist_evt,
)
from pacelight.timing.formats.lists.results import guessed as guessed_result
from pacelight.timing.formats.lists.results import read_results
from pacelight.timing.formats.lists.same import differences
from pacelight.timing.formats.lists.startlists import guessed, read_start_list

FILES = 7
HEATS = {
    "omegadh/Lynx.evt": (2, 12),
    "eventcombine/lynx.evt": (35, 167),
    "eventcombine/lynx_w_conflicts.evt": (35, 167),
}
"""Counted in the data; see ``SOURCES.md`` there."""

NO_START_LIST = "ledpanels/lynx.evt"
"""A printed programme of swimming under the name of a start list."""

OMEGA_ROWS, OMEGA_TIMED, OMEGA_HEATS = 307, 300, 64


@pytest.fixture(scope="session")
def timing(shared_data: Path) -> Path:
    return shared_data / "timing"


@pytest.fixture(scope="session")
def starts(timing: Path) -> dict[str, bytes]:
    """All but one, which only has the name of such a file."""
    paths = [path.relative_to(timing).as_posix() for path in sorted(timing.rglob("*.evt"))]
    return {path: (timing / path).read_bytes() for path in paths if path != NO_START_LIST}


@pytest.fixture(scope="session")
def lifs(timing: Path) -> dict[str, bytes]:
    return {path.relative_to(timing).as_posix(): path.read_bytes() for path in sorted(timing.rglob("*.lif"))}


def test_every_start_list_is_known_and_read_line_by_line(starts: dict[str, bytes]) -> None:
    assert len(starts) == FILES
    for name, data in starts.items():
        found = guessed(data, name)
        assert found is not None, name
        assert found.name == "evt", name
        lists = read_start_list(data, name)
        text = data.decode("utf-16" if data[:2] == b"\xff\xfe" else "utf-8", errors="replace")
        lines = [line for line in text.splitlines() if line.strip() and line[0] not in ";#\\"]
        entries = [line for line in lines if line[0] in ",\t "]
        assert sum(len(one.entrants) for one in lists) == len(entries), name
        assert len(lists) == len(lines) - len(entries), name
        if name in HEATS:
            assert (len(lists), len(entries)) == HEATS[name]


def test_what_is_no_start_list_is_refused_whatever_its_name(timing: Path) -> None:
    data = (timing / NO_START_LIST).read_bytes()
    with pytest.raises(FormatError, match=r"lynx.evt is no start list that is known here \(formats: omega"):
        read_start_list(data, "lynx.evt")
    with pytest.raises(FormatError, match="line 1 is no heat"):
        read_start_list(data, "lynx.evt", "evt")


def test_nothing_of_an_entry_is_lost_but_the_order_of_its_names(starts: dict[str, bytes]) -> None:
    for name, data in starts.items():
        text = data.decode("utf-16" if data[:2] == b"\xff\xfe" else "utf-8", errors="ignore")
        rows = [next(csv.reader([line])) for line in text.splitlines() if line.startswith(",")]
        found = [one for heat in read_start_list(data, name) for one in heat.entrants]
        for cells, one in zip(rows, found, strict=False):
            told = f"{one.name} {one.nation} {one.club} {one.bib} {one.lane} {one.licence}"
            for cell in cells[1:6]:
                plain = cell.strip().encode("ascii", "ignore").decode()
                assert plain in {"", "0"} or plain in told.encode("ascii", "ignore").decode(), (name, cells)


def test_start_lists_say_the_same_as_a_table_and_as_a_file_for_finishlynx(starts: dict[str, bytes]) -> None:
    for name, data in starts.items():
        lists = read_start_list(data, name)
        assert read_start_list(startlist_csv.write(lists), name) == lists, name
        assert read_start_list(startlist_evt.write(lists), name) == lists, name


def test_every_finishlynx_result_is_known_and_says_the_same_in_our_formats(lifs: dict[str, bytes]) -> None:
    assert len(lifs) > 40
    for name, data in lifs.items():
        found = guessed_result(data, name)
        assert found is not None, name
        assert found.name == "lif", name
        races = read_results(data, name)
        assert read_results(results_csv.write(races), "x.csv") == tuple(
            race_without_remarks(one) for one in races
        )
        assert read_results(results_json.write(races), "x.json") == races
        for race in races:
            (again,) = results_lif.read(results_lif.write(race), name)
            assert differences((again,), (race,)) == (), name


def race_without_remarks(race: object) -> object:
    """A table has no column for what the reader of another format remarked."""
    from dataclasses import replace

    return replace(race, remarks=())  # type: ignore[type-var]


def test_a_relay_keeps_the_splits_of_its_legs(lifs: dict[str, bytes]) -> None:
    (race, *_) = read_results(lifs["eventcombine/039-1-01.lif"], "039-1-01.lif")
    assert [str(one.mark) for one in race.rows[0].splits] == ["52.696", "1:47.713", "2:41.055", "3:31.794"]


def test_the_words_of_a_german_operator_are_statuses(lifs: dict[str, bytes]) -> None:
    (race,) = read_results(lifs["omegadh/32400031-1-11.lif"], "x.lif")
    assert [row.status for row in race.rows if row.status] == ["DNF"]
    assert [row.place for row in race.rows if row.status] == [None]


def test_every_row_of_omega_is_read_with_its_time_its_heat_and_what_is_odd(timing: Path) -> None:
    data = (timing / "omegadh/LSTRslt.txt").read_bytes()
    heats = (timing / "omegadh/LSTRRSLT.txt").read_bytes()
    races = results_omega.read(data, "LSTRslt.txt", {"LSTRRSLT.txt": heats})
    rows = [row for race in races for row in race.rows]
    assert len(rows) == OMEGA_ROWS
    assert sum(row.mark is not None for row in rows) == OMEGA_TIMED
    assert sum(len(race.remarks) for race in races) == OMEGA_ROWS - OMEGA_TIMED
    run = [race for race in races if race.start]
    assert run
    assert {race.official for race in run} <= {True, False}
    assert [one.heat for one in read_results(data, "LSTRslt.txt")] == [race.heat for race in races]
    assert read_results(results_json.write(races), "x.json") == races


def test_a_list_of_heats_is_no_result(timing: Path) -> None:
    assert guessed_result((timing / "omegadh/LSTRRSLT.txt").read_bytes(), "LSTRRSLT.txt") is None
