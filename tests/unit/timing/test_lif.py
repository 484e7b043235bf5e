"""FinishLynx results: what is read, and what is refused with which line."""

import pytest

from pacelight.distance import Distance
from pacelight.errors import FormatError
from pacelight.mark import Mark
from pacelight.timing import Status
from pacelight.timing.formats import LifReader, read, write

HEADER = "21,1,2,Mile Men,,,,,,1609.344,20:31:54.4049\n"
ROW = "1,762,11,Muster,Ada,Club,3:45.140,,3:45.140,0.162,,20:31:54.405,,,,3:45.140,3:45.140,,\n"


def row(**cells: str) -> str:
    columns = {"place": 0, "bib": 1, "last": 3, "club": 5, "time": 6, "splits": 10}
    values = ROW.strip().split(",")
    for name, value in cells.items():
        values[columns[name]] = value
    return ",".join(values) + "\n"


def test_header_and_row_are_understood() -> None:
    file = read((HEADER + ROW).encode())
    assert (file.event, file.round, file.heat, file.name) == ("21", "1", "2", "Mile Men")
    assert (file.distance, file.start) == (Distance.parse("mile"), "20:31:54.4049")
    (only,) = file.rows
    assert (only.place, only.bib, only.lane, only.reaction) == (1, "762", "11", "0.162")
    assert (str(only.mark), only.start) == ("3:45.140", "20:31:54.405")
    assert only.result.name == "Ada Muster"
    assert file.remarks == ()


@pytest.mark.parametrize(
    "header",
    [
        "17,2,1,Hurdles,+0.6,m/s,,,,,13:41:52.2875",
        "17,2,1,Hurdles,+0.6,m/s,,,,,,,13:41:52.2875",
        "17,2,1,Hurdles,+0.6,m/s,,,,,13:41:52.2875,100M",
        "17,2,1,Hurdles 10:00:00,+0.6,m/s,,,,100,13:41:52.2875",
    ],
)
def test_the_time_of_day_is_found_by_its_form_wherever_it_stands(header: str) -> None:
    file = read(f"{header}\n".encode())
    assert file.start == "13:41:52.2875"
    assert (file.wind, file.wind_unit) == ("+0.6", "m/s")


def test_a_header_without_a_start_time_has_none() -> None:
    assert read(b"103,1,1,400m,,,,,,0\n").start == ""


@pytest.mark.parametrize(("text", "distance"), [("800", "800"), ("", None), ("0", None), ("100 yd H", None)])
def test_the_distance_may_be_left_open(text: str, distance: str | None) -> None:
    file = read(f"1,1,1,Race,,,,,,{text},1:00:00.0\n".encode())
    assert file.distance == (Distance.parse(distance) if distance else None)


@pytest.mark.parametrize(
    ("encoding", "named"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("cp1252", "cp1252"), ("utf-16", "utf-16")],
)
def test_each_encoding_gives_the_same_names(encoding: str, named: str) -> None:
    data = (HEADER + row(last="Müster", club="RKS Łódź" if encoding != "cp1252" else "LG Fürth")).encode(
        encoding
    )
    file = read(data)
    assert file.rows[0].last == "Müster"
    assert file.encoding == named
    assert write(file).decode(encoding) == data.decode(encoding)


def test_a_lost_letter_is_shown_as_lost_and_remarked() -> None:
    file = read((HEADER + row(last="Ng\0a Hinewai")).encode())
    assert file.rows[0].last == "Ng\N{REPLACEMENT CHARACTER}a Hinewai"
    assert file.remarks == ("line 2: a letter was lost when the file was written",)


@pytest.mark.parametrize(
    ("text", "shown", "precision"),
    [("1:45.611", "1:45.611", 3), ("5:34", "5:34", 0), ("5:04.6", "5:04.6", 1), ("7,58", "7.58", 2)],
)
def test_a_time_keeps_the_precision_it_was_printed_with(text: str, shown: str, precision: int) -> None:
    cell = f'"{text}"' if "," in text else text
    mark = read((HEADER + row(time=cell)).encode()).rows[0].mark
    assert (str(mark), mark and mark.precision) == (shown, precision)


def test_a_word_in_the_place_column_is_a_status() -> None:
    (only,) = read((HEADER + row(place="aufg.", time="")).encode()).rows
    assert (only.place, only.status, only.mark) == (None, Status.DNF, None)
    assert only.result.status is Status.DNF


def test_an_unknown_word_is_kept_and_remarked() -> None:
    file = read((HEADER + row(place="fell")).encode())
    assert file.rows[0].cells[0] == "fell"
    assert file.remarks == ("line 2: 'fell' in the place column is not in the table of words",)


def test_a_row_not_read_yet_has_neither_place_nor_mark_nor_status() -> None:
    (only,) = read((HEADER + row(place="", time="")).encode()).rows
    assert (only.place, only.mark, only.status) == (None, None, None)


def test_an_unknown_runner_in_a_lane_is_kept_and_remarked() -> None:
    file = read(f"{HEADER}6,,15,,,,14:39.352,,23.571,,,17:20:10.246,,,,23.571,23.571,,\n".encode())
    assert (file.rows[0].bib, file.rows[0].lane, str(file.rows[0].mark)) == ("", "15", "14:39.352")
    assert file.remarks == ("line 2: a time in lane 15 and nobody's name",)


def test_an_id_that_stands_twice_is_remarked() -> None:
    file = read((HEADER + ROW + row(place="2", time="3:46.00")).encode())
    assert file.remarks == ("line 3: ID 762 stands on line 2 too",)


def test_zero_for_an_id_means_none() -> None:
    assert read((HEADER + row(bib="0")).encode()).rows[0].bib == ""


def test_a_second_winner_with_another_time_begins_a_second_race() -> None:
    rows = [("1", "60.00"), ("2", "61.00"), ("1", "62.00"), ("", ""), ("1", "63.00")]
    text = HEADER + "".join(row(place=place, time=time, bib="") for place, time in rows)
    assert [[line.line for line in race] for race in read(text.encode()).races] == [[2, 3], [4, 5], [6]]


def test_two_winners_with_one_time_are_a_tie_in_one_race() -> None:
    text = HEADER + row(bib="1") + row(bib="2") + row(bib="3", place="3", time="3:46.00")
    assert len(read(text.encode()).races) == 1


def test_splits_are_read_with_their_laps() -> None:
    file = read((HEADER + row(splits='"56.39 (56.39),1:52.55 (56.16)"')).encode())
    assert [(str(split.at), str(split.lap)) for split in file.rows[0].splits] == [
        ("56.39", "56.39"),
        ("1:52.55", "56.16"),
    ]


def test_a_split_without_its_lap_is_read_too() -> None:
    file = read((HEADER + row(splits="56.39")).encode())
    assert [(split.at, split.lap) for split in file.rows[0].splits] == [(Mark.parse("56.39"), None)]


def test_comments_and_empty_lines_are_passed_over() -> None:
    assert len(read(f"; saved by hand\n\n{HEADER}\n{ROW}; end\n".encode()).rows) == 1


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "heat.lif is empty"),
        (b"; nothing\n", "heat.lif is empty"),
        ((HEADER + ROW)[:-9].encode(), "heat.lif is still being written or torn: line 2 does not end"),
        (b"Event 1   Girls 13-14\n", "heat.lif line 1 is no FinishLynx header: 1 fields"),
        ((HEADER + ",1,2,Muster\n").encode(), "heat.lif line 2: 4 columns where a result has 17 to 19"),
        ((HEADER + HEADER).encode(), "heat.lif line 2: 11 columns"),
        ((HEADER + row(time="3:75.10")).encode(), "heat.lif line 2: not a time: '3:75.10'"),
        ((HEADER + row(splits="x")).encode(), r"heat.lif line 2 \(ID 762\): 'x' is no split"),
        (
            (HEADER + row(splits='"56.39 (56.39),55.00 (1.00)"')).encode(),
            r"heat.lif line 2 \(ID 762\): split 2 \(55.00\) is not later than the one before \(56.39\)",
        ),
        ((HEADER + row(last='"Muster')).encode(), "heat.lif line 2: quotation marks do not match"),
        (b"\x81\x8d\xff\n", "heat.lif: not a text file: neither UTF-8 nor cp1252"),
        (bytes(20) + b"\n", "heat.lif: not a text file: too many of its bytes are zero"),
        ("\n".encode("utf-16")[:-1], "heat.lif: the file is still being written or torn: half a UTF-16"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_its_line(data: bytes, says: str) -> None:
    with pytest.raises(FormatError, match=says):
        read(data, "heat.lif")


def test_a_reader_is_whole_once_its_last_line_ends() -> None:
    reader = LifReader("heat.lif")
    reader.feed((HEADER + ROW)[:-1].encode())
    assert not reader.whole
    with pytest.raises(FormatError, match="torn"):
        reader.read()
    reader.feed(b"\n")
    assert reader.whole
    assert reader.read() == read((HEADER + ROW).encode())
