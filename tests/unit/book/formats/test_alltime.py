"""All-time lists of World Athletics as one Parquet table."""

from datetime import date
from io import BytesIO

import pytest

from pacelight.book.formats.alltime import COLUMNS, read, recognise
from pacelight.book.formats.line import Birth, BirthPrecision, Line, Refusal
from pacelight.errors import FormatError
from pacelight.event import Sex
from pacelight.mark import Mark, Timing

EL_GUERROUJ = {
    "sex": "M",
    "event": "one-mile",
    "mark_text": "3:43.13",
    "wind_text": None,
    "competitor": "Hicham EL GUERROUJ",
    "birth_text": "14 SEP 1974",
    "nation": "MAR",
    "position_text": "1",
    "venue": "Roma (ITA)",
    "date_text": "07 JUL 1999",
}


def parquet(*rows: dict[str, object], **columns: object) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pa.Table.from_pylist(list(rows), pa.schema([(name, pa.string()) for name in COLUMNS]))
    for name, column in columns.items():
        table = table.append_column(name, [column])
    sink = BytesIO()
    pq.write_table(table, sink)
    return sink.getvalue()


def one(**changed: object) -> Line | Refusal:
    (reading,) = read(parquet(EL_GUERROUJ | changed), "list.parquet")
    return reading


def line(**changed: object) -> Line:
    reading = one(**changed)
    assert isinstance(reading, Line), reading
    return reading


def test_a_row_is_a_line() -> None:
    assert line() == Line(
        at="row 1",
        event="MILE",
        sex=Sex.MEN,
        mark=Mark.parse("3:43.13"),
        mark_text="3:43.13",
        athlete="Hicham EL GUERROUJ",
        family="EL GUERROUJ",
        nation="MAR",
        born=Birth(date(1974, 9, 14)),
        day=date(1999, 7, 7),
        year=1999,
        venue="Roma (ITA)",
        place=1,
    )


def test_an_h_is_hand_timing() -> None:
    by_hand = line(mark_text="3:54.5h")
    assert isinstance(by_hand.mark, Mark)
    assert (by_hand.mark.timing, by_hand.mark.precision, by_hand.flags, by_hand.doubts) == (
        Timing.HAND,
        1,
        "h",
        (),
    )


def test_one_decimal_without_an_h_is_a_doubt_and_keeps_its_precision() -> None:
    lost = line(event="100-metres", mark_text="10.1", wind_text="-0.9")
    assert isinstance(lost.mark, Mark)
    assert (lost.mark.precision, lost.mark.timing, lost.wind) == (1, Timing.UNKNOWN, -9)
    assert lost.doubts == ("a zero may be lost, or it was timed by hand: 10.1",)


@pytest.mark.parametrize(
    ("text", "place", "note"),
    [
        ("1", 1, ""),
        ("1.0", 1, ""),
        ("2f1", 2, "position 2f1"),
        ("3h2", 3, "position 3h2"),
        ("4sf", 4, "position 4sf"),
        ("q", None, "position q"),
        ("sf2", None, "position sf2"),
    ],
)
def test_a_position_is_a_place_and_what_more_it_says(text: str, place: int | None, note: str) -> None:
    read_as = line(position_text=text)
    assert (read_as.place, read_as.note, read_as.doubts) == (place, note, ())


def test_no_place_in_a_running_event_may_be_en_route_and_is_not_taken_for_it() -> None:
    running = line(position_text=None)
    assert running.doubts == ("no place: it may have been made on the way to a longer distance",)
    assert not running.en_route
    assert line(event="long-jump", mark_text="8.95", position_text=None).doubts == ()


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("1974", Birth(date(1974, 1, 1), BirthPrecision.YEAR)),
        ("SEP 1974", Birth(date(1974, 9, 1), BirthPrecision.MONTH)),
        (None, None),
    ],
)
def test_a_birth_is_as_precise_as_it_is_printed(text: str | None, born: Birth | None) -> None:
    assert line(birth_text=text).born == born


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Francisco Javier FERNÁNDEZ", "FERNÁNDEZ"),
        ("Marie-Josée TA LOU", "TA LOU"),
        ("Karl JUNGHANNß", "JUNGHANNß"),
        ("A. SMITH", "SMITH"),
        ("Zola", ""),
    ],
)
def test_the_family_name_is_what_stands_in_capitals(name: str, family: str) -> None:
    assert line(competitor=name).family == family


def test_a_relay_has_no_family() -> None:
    team = line(
        event="4x100-metres-relay", mark_text="36.84", competitor="JAM", nation="JAM", birth_text=None
    )
    assert (team.event, team.athlete, team.family) == ("4X1", "JAM", "")


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"sex": "?"}, "no class: '?'"),
        ({"event": "egg-and-spoon"}, "no event 'egg-and-spoon'"),
        ({"event": "110-metres-hurdles", "sex": "W", "mark_text": "13.00"}, "is not contested by women"),
        ({"mark_text": "3:45:14"}, "write 3:45.14"),
        ({"mark_text": None}, "not a time: ''"),
        ({"wind_text": "windy"}, "no wind: 'windy'"),
        ({"competitor": " "}, "nobody's name"),
        ({"birth_text": "long ago"}, "no day: 'long ago'"),
        ({"nation": "XXX"}, "no nation 'XXX'"),
        ({"position_text": "first"}, "no place: 'first'"),
        ({"date_text": "07 JUL 99"}, "no day: '07 JUL 99'"),
    ],
)
def test_a_row_that_cannot_be_understood_is_refused_with_its_text(
    changed: dict[str, object], why: str
) -> None:
    refused = one(**changed)
    assert isinstance(refused, Refusal)
    assert refused.at == "row 1"
    assert why in refused.why
    assert refused.text.split(" | ")[0] == changed.get("sex", "M")


def test_a_later_performance_is_refused() -> None:
    data = parquet(EL_GUERROUJ)
    assert isinstance(next(read(data, "it", until=date(1999, 7, 6))), Refusal)
    assert isinstance(next(read(data, "it", until=date(1999, 7, 7))), Line)


def test_what_somebody_else_read_of_it_is_not_looked_at() -> None:
    data = parquet(EL_GUERROUJ, mark_value=["223.1"])
    assert list(read(data, "it")) == [line()]


def test_rows_are_counted_through_all_batches() -> None:
    many = 40_000
    seen = [reading.at for reading in read(parquet(*[EL_GUERROUJ] * many), "it")]
    assert seen == [f"row {number}" for number in range(1, many + 1)]


def test_a_file_that_is_none_is_refused_whole() -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    data = parquet(EL_GUERROUJ)
    sink = BytesIO()
    pq.write_table(pa.table({"sex": ["M"], "rank": [1]}), sink)
    for bad, why in (
        (b"", "is no Parquet file, or it is torn"),
        (data[:-1], "is no Parquet file, or it is torn"),
        (b"PAR1" + bytes(20) + b"PAR1", "is a Parquet file that cannot be read"),
        (sink.getvalue(), "is no all-time list: it has no column of text 'event'"),
    ):
        assert not recognise(bad, "it")
        with pytest.raises(FormatError, match=f"^it {why}"):
            read(bad, "it")
    assert recognise(data, "it")


def test_damage_within_is_told_with_the_row_before_it() -> None:
    data = bytearray(parquet(*[EL_GUERROUJ] * 9))
    data[4:40] = bytes(36)
    with pytest.raises(FormatError, match=r"^it is damaged after row 0: "):
        list(read(bytes(data), "it"))
