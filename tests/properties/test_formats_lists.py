"""Laws of the readers of lists and tables: any bytes are read or refused, and a refusal is one line."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from io import BytesIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pacelight.book.formats import alltime, iaaf, mapped, national, omega
from pacelight.book.formats.dates import DayLayout, ending_with, nearest
from pacelight.book.formats.line import Line, Reading, Refusal
from pacelight.book.formats.marks import with_doubts
from pacelight.book.formats.omega_export import results
from pacelight.errors import FormatError
from pacelight.event import EVENTS
from pacelight.mark import Elapsed, Mark

MAPPING = mapped.ColumnMap(
    {"mark": "mark", "athlete": "name", "day": "day", "born": "born", "place": "place", "wind": "wind"},
    {"event": "1500", "sex": "men"},
    days=DayLayout("DD.MM.YY"),
)
PROGRAMME = omega.programme(b"[events.5]\nevent = '60'\nsex = 'men'\n[athletes]\n7 = {name = 'A'}\n", "it")
OMEGA = omega.OmegaReader(PROGRAMME)

HEADERS: Mapping[str, str] = {
    "national": national.HEADERS[1],
    "march": national.HEADERS[0],
    "iaaf": "3:46.32 . . . Steve Cram . . . GBR . . . Oslo . . . 27 Jul 85",
    "omega": '"Event";"Round";"Heat";"Lap";"Bib";"Lane";"idStatus";"Time";"Result";"Rank";',
    "mapped": "mark;name;day;born;place;wind",
}
READERS: Mapping[str, Callable[[bytes], list[Reading]]] = {
    "national": lambda data: list(national.read(data, "it", until=date(2024, 10, 1))),
    "march": lambda data: list(national.read(data, "it")),
    "iaaf": lambda data: list(iaaf.read(data, "mile.txt", until=date(2015, 8, 22))),
    "omega": lambda data: list(OMEGA.read(data, "it")),
    "mapped": lambda data: list(MAPPING.read(data, "it", until=date(2024, 10, 1))),
    "alltime": lambda data: list(alltime.read(data, "it", until=date(2023, 7, 2))),
}

any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
WORDS = "NR AUS 1K5 M W Male Female Indoor Outdoor 3:50.83 2024-07-07 1. aufg. 5 9999 7 8.08"
cells = st.one_of(
    any_text,
    st.sampled_from(WORDS.split()),
    st.from_regex(r"[0-9]{1,2}(\.[0-9]{1,3})?h?", fullmatch=True),
    st.from_regex(r"[0-9]{1,2}:[0-9]{2}\.[0-9]{1,2}", fullmatch=True),
    st.dates().map(date.isoformat),
)


def read_or_refused(name: str, data: bytes) -> list[Reading]:
    said = "whole"
    readings: list[Reading] = []
    try:
        readings = READERS[name](data)
    except FormatError as refused:
        said = str(refused)
    assert len(said.splitlines()) == 1
    assert all(isinstance(one, Line | Refusal) for one in readings)
    return readings


@pytest.mark.parametrize("name", READERS)
@given(data=st.binary(max_size=200))
@example(data=b"PAR1" + bytes(8) + b"PAR1")
def test_any_bytes_are_read_or_refused(name: str, data: bytes) -> None:
    read_or_refused(name, data)


@pytest.mark.parametrize("name", HEADERS)
@given(tail=st.binary(max_size=200))
def test_any_bytes_behind_a_header_are_read_or_refused(name: str, tail: bytes) -> None:
    read_or_refused(name, f"{HEADERS[name]}\n".encode() + tail + b"\n")


@pytest.mark.parametrize("name", HEADERS)
@given(rows=st.lists(st.lists(cells, min_size=1, max_size=16), max_size=4), data=st.data())
def test_any_cells_are_read_or_refused_and_line_ends_change_nothing(
    name: str, rows: list[list[str]], data: st.DataObject
) -> None:
    between = " . . . " if name == "iaaf" else ";"
    width = len(HEADERS[name].split(between if name == "iaaf" else ";"))
    same = data.draw(st.booleans())
    lines = [between.join((row * width)[:width] if same else row) for row in rows]
    text = "\n".join([HEADERS[name], *(" ".join(line.split("\r")).replace("\n", " ") for line in lines), ""])
    readings = read_or_refused(name, text.encode())
    assert read_or_refused(name, text.replace("\n", "\r\n").encode()) == readings
    assert len({one.at for one in readings}) == len(readings)


@cache
def table() -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    row = (
        "M",
        "one-mile",
        "3:43.13",
        None,
        "Hicham EL GUERROUJ",
        None,
        "MAR",
        "1",
        "Roma (ITA)",
        "07 JUL 1999",
    )
    sink = BytesIO()
    columns = [pa.array([cell] * 9, pa.string()) for cell in row]
    pq.write_table(pa.table(columns, names=list(alltime.COLUMNS)), sink)
    return sink.getvalue()


@given(st.integers(0, 10**4), st.integers(0, 255))
def test_a_parquet_table_with_a_wrong_byte_is_read_or_refused(at: int, byte: int) -> None:
    data = bytearray(table())
    data[at % len(data)] = byte
    read_or_refused("alltime", bytes(data))


@given(st.lists(st.tuples(*[st.none() | cells] * len(alltime.COLUMNS)), max_size=5))
def test_any_cells_of_a_parquet_table_are_read_or_refused(rows: list[tuple[str | None, ...]]) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    columns = [pa.array([row[nth] for row in rows], pa.string()) for nth in range(len(alltime.COLUMNS))]
    sink = BytesIO()
    pq.write_table(pa.table(columns, names=list(alltime.COLUMNS)), sink)
    assert len(read_or_refused("alltime", sink.getvalue())) == len(rows)


@given(st.dates(), st.sampled_from(["DD.MM.YYYY", "YYYY-MM-DD", "MM/DD/YYYY", "YYYYMMDD"]))
def test_a_day_that_was_written_is_read(day: date, layout: str) -> None:
    parts = {"YYYY": f"{day.year:04d}", "MM": f"{day.month:02d}", "DD": f"{day.day:02d}"}
    text = layout
    for part, written in parts.items():
        text = text.replace(part, written)
    assert DayLayout(layout).read(text) == day


@given(st.integers(0, 99), st.dates(min_value=date(200, 1, 1)))
def test_a_century_keeps_the_two_figures(short: int, day: date) -> None:
    year = ending_with(day)(short)
    assert year % 100 == short
    assert day.year - 100 < year <= day.year
    near = nearest(day.year, 0)(short)
    assert near % 100 == short
    assert -50 < near - day.year <= 50


@given(st.lists(st.integers(-3, 40), min_size=1, max_size=30), st.integers(1900, 1999))
def test_a_list_in_order_of_time_is_read_with_its_centuries(steps: list[int], first: int) -> None:
    years = [first]
    for step in steps:
        years.append(max(1900, years[-1] + step))
    before, found = years[0], []
    for year in years[1:]:
        before = nearest(before, 1900)(year % 100)
        found.append(before)
    assert found == years[1:]


@given(st.integers(1, 10**7))
def test_an_official_time_is_taken_only_where_it_is_the_camera_rounded_up(ticks: int) -> None:
    up = Mark.from_elapsed(Elapsed(ticks * 100_000))
    nearest_mark = round(ticks / 100) * 10
    for thousandths in {up.thousandths, max(10, nearest_mark)}:
        row = f'5;1;1;9999;"7";1;1;{ticks};"{Mark(thousandths)}";1\n'
        (result,) = results(f"{HEADERS['omega']}\n{row}".encode(), "it")
        assert not isinstance(result, Refusal)
        if thousandths == up.thousandths:
            assert result.mark() == up
        else:
            with pytest.raises(FormatError, match="ten-thousandths are"):
                result.mark()


@given(st.sampled_from(["100", "1500", "MILE", "10K", "3KSC"]), st.integers(1, 10**7))
def test_no_mark_is_changed_by_being_doubted(code: str, hundredths: int) -> None:
    mark = Mark(hundredths * 10)
    try:
        expected = EVENTS[code].read(str(mark))
    except ValueError:
        return
    assert with_doubts(code, str(mark)) == (expected, ())
    cut = str(mark)[:-1]
    lost, doubts = with_doubts(code, cut)
    assert isinstance(lost, Mark)
    assert lost.thousandths == hundredths // 10 * 100
    assert doubts == (f"a zero may be lost, or it was timed by hand: {cut}",)
