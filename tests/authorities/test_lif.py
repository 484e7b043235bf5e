"""Every FinishLynx file that we hold reads without loss, or is refused with its reason."""

import csv
from pathlib import Path

import pytest

from pacelight.errors import FormatError
from pacelight.timing import Status
from pacelight.timing.formats import LifFile, differences, read, write

FILES, ROWS = 47, 373
"""Counted in the data; see ``SOURCES.md`` there: 40 outrigger files with 323 rows, and seven others."""

REFUSED = {
    "ledpanels/lynx.evt": "line 1 is no FinishLynx header: 1 fields between commas where there are 10 to 13",
    "tfstream/lynx.evt": "line 2: 8 columns where a result has 17 to 19",
    "nowaplatforma/Lynx_utf16.evt": "line 3: 8 columns where a result has 17 to 19",
    "omegadh/LSTRslt.txt": "line 1: quotation marks do not match",
    "lss/DakLaps.lss": "is still being written or torn: line 193 does not end",
}
"""What is not a result and must not be taken for one. Not one ``.lif`` is among them."""


@pytest.fixture(scope="session")
def timing(shared_data: Path) -> Path:
    return shared_data / "timing"


@pytest.fixture(scope="session")
def results(timing: Path) -> dict[str, tuple[bytes, LifFile]]:
    paths = sorted(timing.rglob("*.lif"))
    return {
        path.relative_to(timing).as_posix(): (path.read_bytes(), read(path.read_bytes(), path.name))
        for path in paths
    }


def text_of(data: bytes) -> str:
    """The text by a way of our own: these files are UTF-8 or, where that fails, cp1252."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def test_all_of_them_are_read(results: dict[str, tuple[bytes, LifFile]]) -> None:
    assert len(results) == FILES
    assert sum(len(file.rows) for _, file in results.values()) == ROWS


def test_each_is_written_back_byte_for_byte(results: dict[str, tuple[bytes, LifFile]]) -> None:
    changed = [name for name, (data, file) in results.items() if write(file) != data]
    assert changed == []


def test_every_field_is_there_and_understood(results: dict[str, tuple[bytes, LifFile]]) -> None:
    for name, (data, file) in results.items():
        header, *lines = csv.reader(text_of(data).splitlines())
        assert list(file.header) == header, name
        assert [list(row.cells) for row in file.rows] == lines, name
        for row, cells in zip(file.rows, lines, strict=True):
            assert (row.bib, row.lane) == (cells[1], cells[2]), name
            assert (str(row.mark) if row.mark else "") == cells[6], name
            shown = ",".join(f"{split.at} ({split.lap})" for split in row.splits)
            assert shown == cells[10], name
            assert (str(row.place) if row.place else "") == (cells[0] if row.status is None else ""), name


def test_each_says_when_its_gun_was(results: dict[str, tuple[bytes, LifFile]]) -> None:
    for name, (_, file) in results.items():
        assert file.start, name
        assert file.header.index(file.start) in {10, 12}, name
        assert all(row.start.split(".")[0] == file.start.split(".")[0] for row in file.rows), name


def test_what_the_files_hold_is_what_their_description_says(
    results: dict[str, tuple[bytes, LifFile]],
) -> None:
    files = {name: file for name, (_, file) in results.items()}
    words = {row.status for file in files.values() for row in file.rows} - {None}
    assert words == {Status.DNF, Status.DNS}
    assert files["omegadh/32400031-1-11.lif"].rows[-1].cells[0] == "aufg."
    assert str(files["omegadh/32400031-1-11.lif"].rows[0].mark) == "1:45.611"
    assert [len(race) for race in files["eventcombine/039-1-01.lif"].races] == [2, 2, 2, 2]
    assert [name for name, file in files.items() if len(file.races) > 1] == ["eventcombine/039-1-01.lif"]
    assert {name for name, file in files.items() if file.encoding == "cp1252"} == {
        "omegadh/31500017-1-02.lif",
        "omegadh/32400031-1-11.lif",
        *(f"waka/2017/{name}.lif" for name in CP1252),
    }
    ties = [[row.place for row in files[f"waka/{name}.lif"].rows] for name in TIES]
    assert all(len(set(places) - {None}) == len([place for place in places if place]) - 1 for places in ties)


CP1252 = ("004-Heat-01", "053-Heat-03", "263-Heat-01", "371-Semi-01")
TIES = ("2018/216-Final-01", "2018/219-Final-01", "2017/339-Heat-04")


def test_what_a_person_should_look_at_is_remarked(results: dict[str, tuple[bytes, LifFile]]) -> None:
    remarked = {name: file.remarks for name, (_, file) in results.items() if file.remarks}
    nobody = {"meettrax/161-2-01.lif", "waka/2017/339-Heat-04.lif", "waka/2018/037-Cup Final-01.lif"}
    lost = {name for name, (data, _) in results.items() if b"\0" in data}
    assert len(lost) == 7
    assert set(remarked) == nobody & set(remarked) | lost
    assert all("nobody's name" in remarked[name][0] for name in nobody & set(remarked))


def test_a_file_cut_anywhere_but_at_the_end_of_a_line_is_torn(
    results: dict[str, tuple[bytes, LifFile]],
) -> None:
    for name, (data, file) in results.items():
        for end in range(1, len(data), 37):
            if data[end - 1 : end] != b"\n":
                with pytest.raises(FormatError, match="is still being written or torn: line"):
                    read(data[:end], name)
        assert differences(file, read(data)) == ()


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_result_is_refused_with_the_reason(timing: Path, name: str) -> None:
    with pytest.raises(FormatError) as refused:
        read((timing / name).read_bytes(), name)
    assert str(refused.value).startswith(f"{name} {REFUSED[name]}")
