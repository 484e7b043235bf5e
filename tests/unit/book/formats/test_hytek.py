"""Results of Meet Manager: the records as its manual numbers them, and what is refused."""

from datetime import date

import pytest

from pacelight.book.formats import hytek
from pacelight.book.formats.line import Birth, Line, Refusal
from pacelight.errors import FormatError
from pacelight.event import Sex
from pacelight.mark import Mark, Timing
from pacelight.measure import Length, Points

ONE_DAY = "H;Millrose Games;02/08/2025;02/08/2025;Hy-Tek 6.0;02/09/2025;\n"
TWO_DAYS = "H;Nationals;03/02/2024;03/03/2024;Hy-Tek;04/13/2024;Results\n"


def record(mark: str = "7:22.91", code: str = "3000", kind: str = "T", sex: str = "M", **other: str) -> str:
    """An ``E`` record of 33 fields; `other` fields by their number: ``f17="X"``."""
    fields = [""] * 33
    given = {1: "E", 2: kind, 3: "12", 5: code, 6: sex, 10: "F", 11: mark, 12: "M", 14: "1"}
    given |= {23: "Fisher", 24: "Grant", 26: "M", 27: "04/22/1997", 28: "NIKE", 29: "Nike"}
    given |= {int(number[1:]): text for number, text in other.items()}
    for number, text in given.items():
        fields[number - 1] = text
    return ";".join(fields) + "\n"


def relay(code: str = "4x400", mark: str = "3:01.39", letter: str = "A", team: str = "TAMU") -> str:
    """An ``R`` record with two runners."""
    runners = ["Crayton", "Ilolo", "M", "", "SR", "", "", "Morin", "Robert", "M", "", "JR", "", ""]
    head = ["R", letter, "7", "", code, "M", "", "", "", "F", mark, "", team, "1", "1", "2", "", "10"]
    return ";".join([*head, *runners]) + "\n"


def readings(text: str, until: date | None = None) -> list[Line | Refusal]:
    return list(hytek.read(text.encode(), "meet.csv", until=until))


def line(row: str, header: str = ONE_DAY) -> Line:
    (one,) = readings(header + row)
    assert isinstance(one, Line), one
    return one


def test_a_result_reads_whole() -> None:
    assert line(record()) == Line(
        at="line 2",
        event="3000",
        sex=Sex.MEN,
        mark=Mark.parse("7:22.91"),
        mark_text="7:22.91",
        doubts=("the file does not say whether the track was a short one",),
        athlete="Grant Fisher",
        family="Fisher",
        born=Birth(date(1997, 4, 22)),
        day=date(2025, 2, 8),
        year=2025,
        competition="Millrose Games",
        place=1,
        note="round F; team Nike",
    )


def test_in_a_meeting_of_several_days_only_the_year_is_known() -> None:
    one = line(record(), TWO_DAYS)
    assert (one.day, one.year, one.note) == (
        None,
        2024,
        "between 2024-03-02 and 2024-03-03; round F; team Nike",
    )


@pytest.mark.parametrize(
    ("row", "event", "understood"),
    [
        (record("9.79", "100"), "100", Mark.parse("9.79")),
        (record("1:42.05", "800M"), "800", Mark.parse("1:42.05")),
        (record("13.4h", "110H"), "110H", Mark(13_400, 1, Timing.HAND)),
        (record("8:57.77", "3000S", sex="F"), "3KSC", Mark.parse("8:57.77")),
        (record("38:25.42", "10000W"), "10KW", Mark.parse("38:25.42")),
        (record("26:33.84", "10000"), "10K", Mark.parse("26:33.84")),
        (record("3:46.63", "MILE"), "MILE", Mark.parse("3:46.63")),
        (record("8.95", "LJ", "F"), "LJ", Length.parse("8.95")),
        (record("9126", "DEC", "M"), "DEC", Points.parse("9126")),
        (record("15,34", "SP", "FM"), "SP", Length.parse("15.34")),
    ],
)
def test_codes_are_read_with_the_letter_of_their_kind(row: str, event: str, understood: object) -> None:
    one = line(row)
    assert (one.event, one.mark) == (event, understood)
    assert ("in a combined event" in one.note) is row.startswith("E;FM;")


@pytest.mark.parametrize(
    ("code", "feet", "metres"),
    [
        ("LJ", "29'4.25", "8.94"),  # 8.95 m was measured in metres: feet lose up to a centimetre
        ("HJ", "8'0", "2.43"),
        ("SP", "77'3.75", "23.56"),
        ("TJ", "60'", "18.28"),
        ("PV", "20'1.75\"", "6.14"),
    ],
)
def test_feet_and_inches_are_rounded_down_and_doubted(code: str, feet: str, metres: str) -> None:
    one = line(record(feet, code, "F", f12="E"))
    assert str(one.mark) == metres
    assert one.doubts == (f"measured as {feet}, {metres} m rounded down",)


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("DNF", "DNF"),
        ("DNS", "DNS"),
        ("FS", "DQ"),
        ("NH", "NM"),
        ("ND", "NM"),
        ("FOUL", "NM"),
        ("SCR", "DNS"),
    ],
)
def test_words_in_the_place_of_a_mark_are_statuses(word: str, status: str) -> None:
    one = line(record(word, f14="0"))
    assert (one.mark, one.status, one.place) == (None, status, None)


def test_wind_exhibition_and_a_lost_zero_are_told() -> None:
    one = line(record("19.9", "200", f13="-1.2", f17="X"))
    assert (one.wind, one.doubts[0]) == (-12, "a zero may be lost, or it was timed by hand: 19.9")
    assert one.note == "round F; exhibition; team Nike"
    assert line(record("19.90", "200", f13="NWI")).wind is None


def test_the_class_of_a_mixed_race_is_the_athletes() -> None:
    assert line(record(sex="X")).sex is Sex.MEN
    assert line(record(sex="X", f26="F")).sex is Sex.WOMEN


def test_empty_fields_at_the_end_may_be_left_out() -> None:
    short = ";".join(record().split(";")[:24]) + "\n"
    one = line(short)
    assert (one.athlete, one.born, one.note) == ("Grant Fisher", None, "round F")


def test_a_relay_is_its_team_with_its_letter() -> None:
    one = line(relay())
    assert (one.event, one.athlete, one.family, one.place, one.born) == ("4X4", "TAMU A", "", 1, None)
    assert one.note == "round F; Ilolo Crayton, Robert Morin"


@pytest.mark.parametrize(
    ("header", "until", "year"),
    [
        ("H;Meet;02/08/25;02/08/25;\n", date(2025, 3, 1), 2025),
        ("H;Meet;02/08/25;02/08/25;\n", date(2024, 12, 31), 1925),  # never in the future
        ("H;Meet;2/8/99;2/8/99;\n", date(2025, 3, 1), 1999),
    ],
)
def test_a_year_of_two_figures_lies_in_the_hundred_years_that_end_with_the_file(
    header: str, until: date, year: int
) -> None:
    (one,) = readings(header + record(f27=""), until)
    assert isinstance(one, Line)
    assert one.year == year


def test_without_an_end_a_year_of_two_figures_is_refused() -> None:
    with pytest.raises(FormatError, match=r"meet\.csv line 1: .*leaves the century open"):
        readings("H;Meet;02/08/25;02/08/25;\n" + record())


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (record(code="1600"), "no event '1600 m'"),
        (record(code="EGG"), "no event 'EGG'"),
        (record("9.79", "100", f12="E"), "measured in yards"),
        (record("13.00", "110H", sex="F"), "110 m hurdles is not contested by women"),
        (record("1:23.44.55"), "1:23.44.55"),
        (record(""), "not a time"),
        (record("29'13", "LJ", "F", f12="E"), "a foot has twelve inches"),
        (record("99'0", "LJ", "F", f12="E"), "not a mark of Long jump"),
        (record(sex="Q"), "no class: 'Q'"),
        (record(f14="first"), "no place: 'first'"),
        (record("9.79", "100", f13="+1.23"), "no wind"),
        (record(f27="22.04.1997"), "no day"),
        (record(f23="", f24=""), "nobody's name"),
        ("E;T;1;;100;M\n", "6 fields where a result has 24 at least"),
        ("R;A;1;;4x100;M\n", "6 fields where a result has 13 at least"),
        (relay(letter="Texas"), "letter 'Texas' in field 2"),
        (relay(team="0.3"), "team '0.3' in field 13"),
        ("S;score;1\n", "no record of a result: 'S'"),
    ],
)
def test_a_record_that_cannot_be_understood_is_refused_alone(row: str, said: str) -> None:
    first, second = readings(ONE_DAY + row + record())
    assert isinstance(first, Refusal)
    assert said in first.why
    assert isinstance(second, Line)


def test_a_meeting_after_the_day_of_the_file_is_refused() -> None:
    (one,) = readings(ONE_DAY + record(), date(2025, 2, 7))
    assert isinstance(one, Refusal)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty"),
        (ONE_DAY + record()[:-1], "is torn: line 2 does not end"),
        (record(), "is no export of Meet Manager"),
        ("H;Meet\n", "is no export of Meet Manager"),
        ("H;Meet;soon;later;\n", "line 1: no day: 'soon'"),
    ],
)
def test_a_file_without_its_header_or_its_end_is_refused_whole(text: str, said: str) -> None:
    with pytest.raises(FormatError, match=r"^meet\.csv ") as refused:
        readings(text)
    assert said in str(refused.value)


def test_line_ends_and_encodings_change_nothing() -> None:
    text = ONE_DAY + record(f23="Müller")
    for data in (text.encode(), text.replace("\n", "\r\n").encode("cp1252"), text.encode("utf-8-sig")):
        assert hytek.recognise(data, "")
        assert list(hytek.read(data, "meet.csv")) == readings(text)


def test_entries_and_other_tables_are_not_recognised() -> None:
    assert not hytek.recognise(b"D;Fisher;Grant;;M;04/22/1997;\n", "entries.txt")
    assert not hytek.recognise(b"H;Fisher;Grant\n", "x.csv")
