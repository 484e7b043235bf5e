"""Every start list and schedule of FinishLynx that we hold is read without loss, or refused."""

import csv
from pathlib import Path

import pytest

from pacelight.errors import FormatError
from pacelight.timing.formats.evt import EvtFile, read_evt, write_evt
from pacelight.timing.formats.sch import read_sch, write_sch

HEATS, ENTRIES = 160, 827
"""Counted in the data; see ``SOURCES.md`` there: seven files of six programs."""

NO_START_LIST = "ledpanels/lynx.evt"


@pytest.fixture(scope="session")
def timing(shared_data: Path) -> Path:
    return shared_data / "timing"


@pytest.fixture(scope="session")
def lists(timing: Path) -> dict[str, tuple[bytes, EvtFile]]:
    names = sorted(path.relative_to(timing).as_posix() for path in timing.rglob("*.evt"))
    names.remove(NO_START_LIST)
    return {
        name: ((timing / name).read_bytes(), read_evt((timing / name).read_bytes(), name)) for name in names
    }


def text_of(data: bytes) -> str:
    """The text by a way of our own: UTF-16 by its mark, UTF-8 or, where that fails, cp1252."""
    for encoding in ("utf-16", "utf-8", "cp1252") if data[:2] == b"\xff\xfe" else ("utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise AssertionError("none of the three")


def content(data: bytes) -> list[list[str]]:
    return [row for row in csv.reader(text_of(data).splitlines()) if row and not row[0].startswith(";")]


def test_all_of_them_are_read(lists: dict[str, tuple[bytes, EvtFile]]) -> None:
    assert len(lists) == 7
    assert sum(len(file.heats) for _, file in lists.values()) == HEATS
    assert sum(len(one.entries) for _, file in lists.values() for one in file.heats) == ENTRIES


def test_every_field_of_every_line_is_there(lists: dict[str, tuple[bytes, EvtFile]]) -> None:
    for name, (data, file) in lists.items():
        ours = [
            list(cells)
            for one in file.heats
            for cells in (one.header, *(("", *runner.cells) for runner in one.entries))
        ]
        assert ours == content(data), name


def test_written_back_each_is_the_same_but_for_comments_and_empty_lines(
    lists: dict[str, tuple[bytes, EvtFile]],
) -> None:
    for name, (data, file) in lists.items():
        lines = text_of(data).splitlines(keepends=True)
        kept = "".join(line for line in lines if line.strip() and not line.startswith(";"))
        assert text_of(write_evt(file)) == kept, name
        assert write_evt(read_evt(write_evt(file))) == write_evt(file), name


def test_names_are_read_in_the_encoding_of_their_program(lists: dict[str, tuple[bytes, EvtFile]]) -> None:
    assert {name: file.encoding for name, (_, file) in lists.items() if file.encoding != "utf-8"} == {
        "nowaplatforma/Lynx_utf16.evt": "utf-16",
        "omegadh/Lynx.evt": "cp1252",
    }
    _, german = lists["omegadh/Lynx.evt"]
    assert "LG Stadtwerke München" in {runner.affiliation for one in german.heats for runner in one.entries}


def test_relay_teams_are_entries_without_a_number(lists: dict[str, tuple[bytes, EvtFile]]) -> None:
    _, file = lists["ledpanels/relay_mixed_teams.evt"]
    assert {(runner.bib, runner.first) for one in file.heats for runner in one.entries} == {("", "")}
    assert [runner.affiliation for runner in file.heats[1].entries] == [
        "ddcm  A",
        "ddcm  B",
        "ga    A",
        "ga    B",
    ]


def test_what_is_no_start_list_is_refused(timing: Path) -> None:
    with pytest.raises(FormatError, match=r"^lynx\.evt line 1 is no heat: 1 fields between commas"):
        read_evt((timing / NO_START_LIST).read_bytes(), "lynx.evt")


@pytest.mark.parametrize(("name", "heats"), [("sample_schedule.sch", 6), ("lynx.sch.example", 11)])
def test_schedules_are_read(timing: Path, name: str, heats: int) -> None:
    data = (timing / "ledpanels" / name).read_bytes()
    file = read_sch(data, name)
    lines = [line for line in data.decode().splitlines() if line and line[0] not in ";#"]
    assert len(file.heats) == heats == len(lines)
    assert write_sch(file).decode().splitlines() == lines
    assert len(file.remarks) == sum(line.startswith("#") for line in data.decode().splitlines())
