"""What goes out as CSV, JSON lines and Parquet: how it looks, how it comes back, what is refused."""

import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from pacelight.book.formats import exported
from pacelight.book.formats.export import write_csv, write_json_lines, write_parquet
from pacelight.book.formats.flat import COLUMNS, LIST_COLUMNS, RECORD_COLUMNS
from pacelight.book.formats.line import Line, Refusal
from pacelight.book.model import Coverage, Entry, Performance, Standing, Status
from pacelight.errors import Failure, FormatError
from pacelight.event import EVENTS, Level, Recognition, Sex
from pacelight.mark import Mark, Timing
from pacelight.measure import Length, Points

Write = Callable[[list[Performance]], bytes]

MILE = Performance(
    key="2025-02-13-lievin-MILEsh-men-ingebrigtsen-jakob",
    event="MILEsh",
    sex=Sex.MEN,
    mark=Mark.parse("3:45.14"),
    athlete_key="ingebrigtsen-jakob",
    athlete="Jakob Ingebrigtsen",
    nation="NOR",
    day=date(2025, 2, 13),
    venue="Liévin",
    competition="Meeting Hauts-de-France Pas-de-Calais",
    place=1,
    source_key="lievin-2025",
    seq=1,
    conditions=("pacing lights used", "pacemakers"),
)
ON_THE_WAY = replace(
    MILE, key="way", event="1500sh", mark=Mark.parse("3:29.63"), en_route_of="MILEsh", place=None
)
HAND = replace(MILE, key="hand", mark=Mark(214_500, 1, Timing.HAND), flags="h", official=False)
JUMP = replace(MILE, key="jump", event="LJ", mark=Length.parse("8.95"), wind=3, conditions=())
HOUR = replace(MILE, key="hour", event="HOUR", mark=Length(21_330_000, 0))
SUM = replace(MILE, key="sum", event="DEC", mark=Points(9126), note='said "so",\nand more')
ALL = [MILE, ON_THE_WAY, HAND, JUMP, HOUR, SUM]

WRITERS: dict[str, Write] = {"csv": write_csv, "json": write_json_lines, "parquet": write_parquet}


@pytest.fixture(params=WRITERS)
def write(request: pytest.FixtureRequest) -> Write:
    if request.param == "parquet":
        pytest.importorskip("pyarrow")
    return WRITERS[request.param]


def exact(performances: tuple[Performance, ...] | list[Performance]) -> list[str]:
    """With what equality leaves out: decimals and timing of the marks."""
    return [
        repr((one, getattr(one.mark, "precision", None), getattr(one.mark, "timing", None)))
        for one in performances
    ]


def test_what_is_written_comes_back_equal(write: Write) -> None:
    data = write(ALL)
    assert exported.recognise(data, "")
    assert exact(exported.performances(data)) == exact(ALL)


@pytest.mark.parametrize("write", [write_csv, write_parquet])
def test_nothing_is_a_table_of_nothing(write: Write) -> None:
    assert exported.performances(write([])) == ()


def test_a_file_of_no_bytes_is_never_an_export_though_json_lines_of_nothing_are_one() -> None:
    assert write_json_lines([]) == b""
    with pytest.raises(FormatError, match=r"^facts is empty$"):
        exported.performances(b"", "facts")


def test_an_export_is_an_import_too(write: Write) -> None:
    first, *_, hand, jump = list(exported.read(write([MILE, HAND, JUMP]), "facts", until=date(2025, 2, 13)))
    assert first == Line(
        at="row 1",
        event="MILEsh",
        sex=Sex.MEN,
        mark=Mark.parse("3:45.14"),
        mark_text="3:45.14",
        athlete="Jakob Ingebrigtsen",
        nation="NOR",
        day=date(2025, 2, 13),
        year=2025,
        venue="Liévin",
        competition="Meeting Hauts-de-France Pas-de-Calais",
        place=1,
        note="pacing lights used; pacemakers",
    )
    assert hand == Refusal("row 2", "hand", "not official: shown, and no record")
    assert isinstance(jump, Line)
    assert (jump.wind, jump.mark) == (3, Length.parse("8.95"))


def test_a_later_day_than_the_file_is_refused(write: Write) -> None:
    (one,) = exported.read(write([MILE]), "facts", until=date(2025, 2, 12))
    assert isinstance(one, Refusal)


def test_the_table_is_one_that_people_can_read() -> None:
    header, row = write_csv([MILE]).decode().splitlines()
    assert header == ",".join(column.name for column in COLUMNS)
    assert dict(zip(header.split(","), row.split(","), strict=True)) == {
        "key": "2025-02-13-lievin-MILEsh-men-ingebrigtsen-jakob",
        "event": "MILEsh",
        "sex": "men",
        "mark": "3:45.14",
        "mark_value": "225140",
        "mark_unit": "ms",
        "mark_precision": "2",
        "mark_timing": "fat",
        "athlete_key": "ingebrigtsen-jakob",
        "athlete": "Jakob Ingebrigtsen",
        "nation": "NOR",
        "day": "2025-02-13",
        "venue": "Liévin",
        "competition": "Meeting Hauts-de-France Pas-de-Calais",
        "place": "1",
        "en_route_of": "",
        "official": "yes",
        "source_key": "lievin-2025",
        "seq": "1",
        "flags": "",
        "note": "",
        "wind": "",
        "round": "",
        "conditions": "pacing lights used; pacemakers",
    }


def test_a_line_of_json_has_its_schema_and_a_mark_as_the_command_line_prints_them() -> None:
    one = json.loads(write_json_lines([MILE]))
    assert (one["schema"], one["day"], one["place"], one["en_route_of"], one["official"]) == (
        "pacelight.fact/1",
        "2025-02-13",
        1,
        None,
        True,
    )
    assert one["mark"] == {"text": "3:45.14", "value": 225140, "unit": "ms", "precision": 2, "timing": "fat"}


def test_parquet_has_days_as_days_and_marks_as_whole_numbers() -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    schema = pq.read_schema(io.BytesIO(write_parquet(ALL)))
    kinds = {
        name: str(schema.field(name).type) for name in ("day", "mark_value", "wind", "official", "athlete")
    }
    assert kinds == {
        "day": "date32[day]",
        "mark_value": "int64",
        "wind": "int64",
        "official": "bool",
        "athlete": "string",
    }


def test_a_list_has_its_ranks_and_records_say_what_they_are(write: Write) -> None:
    entries = [Entry(1, MILE, Status.CANDIDATE), Entry(None, HAND, None)]
    rows = list(exported.rows(write(entries), "list"))  # type: ignore[arg-type]
    assert [(row["rank"], row["status"], row["key"]) for row in rows] == [
        (1, "candidate", MILE.key),
        (None, None, "hand"),
    ]
    assert list(rows[0])[:2] == ["rank", "status"]
    assert set(rows[0]) == {column.name for column in LIST_COLUMNS}
    record = Standing(
        EVENTS["MILEsh"],
        Sex.MEN,
        Level.AR,
        "AR",
        "EUR",
        MILE.mark,
        (MILE,),
        MILE.day,
        (Status.PENDING,),
        Recognition.RECORD,
        Coverage(Level.AR, "EUR", "MILEsh", Sex.MEN, date(1987, 1, 1)),
    )
    (row,) = exported.rows(write([record]), "records")  # type: ignore[list-item]
    assert {name: row[name] for name in ("level", "label", "scope", "since", "status", "recognition")} == {
        "level": "AR",
        "label": "AR",
        "scope": "EUR",
        "since": date(2025, 2, 13),
        "status": "pending",
        "recognition": "record",
    }
    assert set(row) == {column.name for column in RECORD_COLUMNS}
    assert exported.performances(write([record])) == (MILE,)  # type: ignore[list-item]


def test_kinds_are_not_mixed_and_sentences_can_be_told_apart(write: Write) -> None:
    with pytest.raises(FormatError, match="go into files of their own"):
        write([MILE, Entry(1, MILE, None)])  # type: ignore[list-item]
    with pytest.raises(FormatError, match=r"conditions are sentences without '; ', not 'a; b'"):
        write([replace(MILE, conditions=("a; b",))])


@pytest.mark.parametrize(
    ("cut", "put", "said"),
    [
        (
            b"3:45.14",
            b"3:45.41",
            "facts row 1: the mark '3:45.41' and its value 225140 ms contradict each other",
        ),
        (b",ms,2,fat", b",ms,2,", "no mark: 225140 ms to 2 decimals, None"),
        (b",ms,2,fat", b",ms,1,fat", "finer than 1 decimals can say"),
        (b",ms,2,fat", b",yd,2,fat", "no mark: 225140 yd"),
        (b",ms,2,fat", b",mm,2,fat", "no mark: 225140 mm to 2 decimals, fat"),
        (b"225140", b"225.14", "facts row 1: no mark_value: '225.14'"),
        (b",men,", b",boys,", "no sex: 'boys' (write one of men, women, mixed)"),
        (b"2025-02-13,Li", b"13.02.2025,Li", "no day: '13.02.2025'"),
        (b",yes,", b",1,", "no official: '1'"),
        (b",1,,yes", b",first,,yes", "no place: 'first'"),
        (b",pacing", b",more,pacing", "25 columns where the header has 24"),
        (b"athlete_key,", b"runner,", "is no export of a book"),
        (b"pacemakers\r\n", b"pacemakers", "is torn: its last line does not end"),
        (b"Jakob", b'"Jakob', "is torn or no export of a book"),
        ("é".encode(), b"\xff", "is torn or no export of a book"),
    ],
)
def test_a_table_that_was_changed_by_hand_is_refused(cut: bytes, put: bytes, said: str) -> None:
    data = write_csv([MILE])
    assert cut in data
    with pytest.raises(FormatError, match=r"^facts") as refused:
        exported.performances(data.replace(cut, put, 1), "facts")
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("cut", "put", "said"),
    [
        ("fact/1", "fact/2", "facts row 1: another schema than pacelight.fact/1"),
        ('"value": 225140', '"value": 225.14', "no mark_value: 225.14"),
        ('"place": 1', '"place": true', "no place: True"),
        ('"official": true', '"official": 1', "no official: 1"),
        ('"seq": 1', '"bib": 1', "no column 'bib'"),
        ('"seq": 1, ', "", "a column is missing: seq"),
        ('"unit": "ms", ', "", "is torn or no line of an export"),
        ("}\n", "}", "facts is torn: its last line does not end"),
        ("}\n", "\n", "is torn or no line of an export"),
        ('{"schema"', "[", "facts is no export of a book: its first line is"),
    ],
)
def test_a_line_of_json_that_was_changed_by_hand_is_refused(cut: str, put: str, said: str) -> None:
    text = write_json_lines([MILE]).decode()
    assert cut in text
    with pytest.raises(FormatError, match=r"^facts") as refused:
        exported.performances(put.join(text.rsplit(cut, 1)).encode(), "facts")
    assert said in str(refused.value)


def test_a_torn_parquet_file_is_refused() -> None:
    pytest.importorskip("pyarrow")
    data = write_parquet(ALL)
    for end in (4, 40, len(data) - 1):
        with pytest.raises(FormatError, match=r"^facts is torn or no Parquet file"):
            exported.performances(data[:end], "facts")


def test_a_row_that_cannot_be_is_refused_alone_in_an_import() -> None:
    data = write_csv([MILE, JUMP]).replace(b"3:45.14", b"3:45.41", 1)
    first, second = exported.read(data, "facts")
    assert isinstance(first, Refusal)
    assert isinstance(second, Line)


def test_without_pyarrow_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(Failure, match="install pacelight with the extra 'parquet'"):
        write_parquet(ALL)


def test_other_tables_are_not_recognised() -> None:
    assert not exported.recognise(b"key,event\n", "x.csv")
    assert not exported.recognise(b"PAR1", "x.parquet")
    assert not exported.recognise(b'{"schema": "pacelight.record/1"}\n', "x.json")


def test_a_day_beyond_the_calendar_is_refused_and_not_stumbled_upon() -> None:
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    out = io.BytesIO()
    parquet.write_table(pa.table({"day": pa.array([10_000_000], pa.int32()).cast(pa.date32())}), out)
    with pytest.raises(FormatError, match="is torn or no Parquet file"):
        list(exported.rows(out.getvalue(), "list.parquet"))
