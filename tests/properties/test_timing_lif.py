"""Laws of the FinishLynx reader."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacelight.errors import FormatError
from pacelight.timing.formats import DifferenceKind, LifReader, differences, read, write

HEADER = b"17,2,1,100 Meter Hurdles Women,+0.6,m/s,,,,,13:41:52.2875\r\n"
FILE = HEADER + (
    b'1,643,6,Vaughn,Angela,UT,12.80,,,0.162,"6.1 (6.1),12.80 (6.7)",13:41:52.29,,,,12.80,12.80,"7,86",\r\n'
    b"aufg.,436,1,M\xfcster,Yolanda,Unattached,,,,0.162,,13:41:52.29,,,,,,,\r\n"
    b"2,,2,,,,13.0,,,0.134,,13:41:52.29,,,,,,\r\n"
)

cells = st.text(
    st.characters(codec="utf-8", exclude_characters='"\n\r\0', categories=["L", "N", "P", "Zs"]), max_size=8
)


def row(place: int | None, bib: int, lane: int, name: str, thousandths: int | None) -> str:
    time = "" if thousandths is None else f"{thousandths // 1000}.{thousandths % 1000:03d}"
    shown = f'"{name}"' if "," in name else name
    return f"{place or ''},{bib},{lane},{shown},,,{time},,,,,,,,,,,,\n"


rows = st.lists(
    st.tuples(st.none() | st.integers(1, 9), cells, st.none() | st.integers(1, 99_999)), max_size=9
).map(lambda many: [row(place, 100 + nth, nth, name, ms) for nth, (place, name, ms) in enumerate(many, 1)])


@given(st.lists(st.integers(0, len(FILE)), max_size=8))
def test_how_a_file_was_cut_changes_nothing(cuts: list[int]) -> None:
    reader = LifReader("heat.lif")
    edges = [0, *sorted(cuts), len(FILE)]
    for start, end in pairwise(edges):
        reader.feed(FILE[start:end])
    assert reader.read() == read(FILE)


def test_byte_by_byte_it_is_torn_until_a_line_ends_and_then_reads() -> None:
    reader = LifReader("heat.lif")
    for at in range(len(FILE)):
        reader.feed(FILE[at : at + 1])
        assert reader.whole is (FILE[at] == 0x0A)
        if not reader.whole:
            with pytest.raises(FormatError, match=r"heat\.lif is still being written or torn: line \d"):
                reader.read()
    assert reader.read() == read(FILE)


@given(st.binary(max_size=300) | st.binary(max_size=80).map(lambda tail: HEADER + tail + b"\n"))
def test_any_bytes_are_read_or_refused_in_one_line(data: bytes) -> None:
    said = []
    try:
        file = read(data, "heat.lif")
    except FormatError as refused:
        said = str(refused).splitlines()
    else:
        assert [row.cells for row in read(write(file)).rows] == [row.cells for row in file.rows]
        said = ["heat.lif", *file.remarks][:1]
    assert [line.startswith("heat.lif") for line in said] == [True]


@given(rows)
def test_what_is_written_reads_back_field_by_field(lines: list[str]) -> None:
    file = read(HEADER + "".join(lines).encode())
    again = read(write(file))
    assert again.header == file.header
    assert [line.cells for line in again.rows] == [line.cells for line in file.rows]


@given(rows, rows)
def test_a_file_saved_again_tells_of_each_runner_once_and_of_all_that_changed(
    before: list[str], after: list[str]
) -> None:
    old, new = (read(HEADER + "".join(lines).encode()) for lines in (before, after))
    found = differences(old, new)
    assert differences(new, new) == ()
    touched = [(change.new or change.old).bib for change in found if change.new or change.old]
    changed = {
        bib
        for bib in {row.bib for row in (*old.rows, *new.rows)}
        if [row.cells for row in old.rows if row.bib == bib]
        != [row.cells for row in new.rows if row.bib == bib]
    }
    assert changed <= set(touched)
    assert len(set(touched)) == len(touched)
    assert DifferenceKind.CONFLICT not in {change.kind for change in found}
