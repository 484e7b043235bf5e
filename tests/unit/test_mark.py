"""Times as people print them, and the one door from raw to official."""

import pytest

from pacelight.errors import MarkError
from pacelight.event import event
from pacelight.mark import Elapsed, Mark, Timing


@pytest.mark.parametrize(
    ("text", "thousandths", "precision"),
    [
        ("9.58", 9_580, 2),  # Bolt, Berlin 2009, 100 m
        ("19.19", 19_190, 2),  # Bolt, Berlin 2009, 200 m
        ("56.39", 56_390, 2),  # Ingebrigtsen at 400 m, Lievin 2025
        ("1:40.91", 100_910, 2),  # Rudisha, London 2012, 800 m
        ("3:26.00", 206_000, 2),  # El Guerrouj, Rome 1998, 1500 m: both zeros are his
        ("3:43.13", 223_130, 2),  # El Guerrouj, Rome 1999, mile
        ("3:45.14", 225_140, 2),  # Ingebrigtsen, Lievin 2025, short-track mile
        ("3:54.1", 234_100, 1),  # Snell, Auckland 1964, mile, as it was ratified (3:54.04 automatic)
        ("3:53.6", 233_600, 1),  # Jazy, Rennes 1965, mile, as it was ratified
        ("4:01.4", 241_400, 1),  # Haegg, Malmoe 1945, mile
        ("7:54.10", 474_100, 2),  # Ingebrigtsen, Paris 2023, two miles
        ("12:35.36", 755_360, 2),  # Cheptegei, Monaco 2020, 5000 m
        ("26:11.00", 1_571_000, 2),  # Cheptegei, Valencia 2020, 10,000 m
        ("3:54.6", 234_600, 1),  # Wanyonyi 2024, road mile: kept in tenths, not by hand
        ("26:24", 1_584_000, 0),  # Kipruto, Valencia 2020, 10 km
        ("2:01:09", 7_269_000, 0),  # Kipchoge, Berlin 2022, marathon
        ("2:02:56.4", 7_376_400, 1),  # Kimetto, Berlin 2014, the automatic time beside 2:02:57
        ("12.797", 12_797, 3),  # thousandths, as photo finish is read
    ],
)
def test_a_mark_is_read_exactly_and_printed_as_it_was(text: str, thousandths: int, precision: int) -> None:
    mark = Mark.parse(text)
    assert (mark.thousandths, mark.precision, mark.timing) == (thousandths, precision, Timing.FAT)
    assert str(mark) == text


@pytest.mark.parametrize(
    ("text", "shown", "thousandths"),
    [
        ("03:58.49", "3:58.49", 238_490),  # with a leading zero, as some lists have it
        ("  3:45.14\n", "3:45.14", 225_140),
        ("225.14", "3:45.14", 225_140),  # in seconds alone, as timing programs have it
        ("75.10", "1:15.10", 75_100),
        ("59", "0:59", 59_000),
        ("1:00:00.0", "1:00:00.0", 3_600_000),
    ],
)
def test_other_ways_of_writing_the_same_time_are_read_too(text: str, shown: str, thousandths: int) -> None:
    mark = Mark.parse(text)
    assert (str(mark), mark.thousandths) == (shown, thousandths)


@pytest.mark.parametrize(
    ("text", "thousandths"),
    [
        ("3:54.5h", 234_500),  # Elliott, Dublin 1958, mile
        ("3:59.4h", 239_400),  # Bannister, Oxford 1954, mile
        ("3:54.5 h", 234_500),
        ("3:32.1h", 212_100),  # Coe 1979 and Ovett 1980, 1500 m
    ],
)
def test_an_h_says_that_it_was_timed_by_hand(text: str, thousandths: int) -> None:
    mark = Mark.parse(text)
    assert (mark.thousandths, mark.timing) == (thousandths, Timing.HAND)
    assert Mark.parse(text, Timing.TRANSPONDER).timing is Timing.HAND


def test_how_it_was_timed_may_be_said_beside_the_text() -> None:
    assert Mark.parse("26:24", Timing.TRANSPONDER).timing is Timing.TRANSPONDER
    assert [timing.value for timing in Timing] == ["fat", "hand", "transponder", "unknown"]


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("3.45.14", "write 3:45.14"),
        ("3.45,14", "write 3:45.14"),
        ("3:45,14", "write 3:45.14"),
        ("3;45.14", "write 3:45.14"),
        ("3 45 14", "write 3:45.14"),
        ("12'37\"35", "write 12:37.35"),  # Bekele, Hengelo 2004, 5000 m, as news pages print it
        ("3\N{RIGHT SINGLE QUOTATION MARK}45\N{RIGHT DOUBLE QUOTATION MARK}14", "write 3:45.14"),
        ("3' 45'' 14", "write 3:45.14"),
        ("3min 45.14sec", "write 3:45.14"),
        ("3m45.14s", "write 3:45.14"),
        ("3:45.14s", "write 3:45.14"),
        ("2h01'09", "write 2:01:09"),
        ("3:30.60i", "write 3:30.60"),
        ("3:30.60sh", "write 3:30.60"),
        ("7,58", "write 7.58"),
        ("9.58s", "write 9.58"),
        ("3:75.10", "seconds after a colon run from 00 to 59"),
        ("3:5.10", "seconds after a colon run from 00 to 59"),
        ("1:60:00", "minutes after a colon run from 00 to 59"),
        ("9:99:99.9h", "seconds after a colon run from 00 to 59"),  # a shape that results lists have
        ("0.00", "a mark is longer than nothing"),
        ("3.75.10", "write minutes:seconds.hundredths, as in 3:45.14"),
        ("3:45.1456", "write minutes:seconds.hundredths, as in 3:45.14"),
        ("-3:45.14", "write minutes:seconds.hundredths, as in 3:45.14"),
        ("1:2:3:4", "write minutes:seconds.hundredths, as in 3:45.14"),
        ("\N{FULLWIDTH DIGIT THREE}:45.14", "write minutes:seconds.hundredths, as in 3:45.14"),
        ("1e-05", "write minutes:seconds.hundredths, as in 3:45.14"),
        ("nan", "write minutes:seconds.hundredths, as in 3:45.14"),
        ("DNF", "write minutes:seconds.hundredths, as in 3:45.14"),
        ("", "write minutes:seconds.hundredths, as in 3:45.14"),
    ],
)
def test_what_is_no_time_is_refused_with_what_to_write_instead(text: str, advice: str) -> None:
    with pytest.raises(MarkError) as refused:
        Mark.parse(text)
    assert str(refused.value) == f"not a time: '{text}' ({advice})"


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("MILEsh", "3:45:14", "not a time for Mile short track: '3:45:14' (write 3:45.14)"),
        ("MILEsh", "3.45.14", "not a time for Mile short track: '3.45.14' (write 3:45.14)"),
        ("MILEsh", "3:75.10", "not a time: '3:75.10' (seconds after a colon run from 00 to 59)"),
        ("MAR", "2.01.09", "not a time for Marathon: '2.01.09' (write 2:01:09)"),
        ("MAR", "2:01.09", "not a time for Marathon: '2:01.09' (write 2:01:09)"),
        ("5000", "12'37\"35", "not a time for 5000 m: '12'37\"35' (write 12:37.35)"),
        ("1500", "26.00", "not a time for 1500 m: '26.00' (a runner covers 1 to 11 m in a second)"),
        ("800", "1:40.911", "finer than 800 m is timed: '1:40.911' (write 1:40.92, rounded up)"),
        ("MAR", "2:01:08.4", "finer than Marathon is timed: '2:01:08.4' (write 2:01:09, rounded up)"),
    ],
)
def test_an_event_knows_which_times_can_be_run(name: str, text: str, says: str) -> None:
    with pytest.raises(MarkError) as refused:
        event(name).read(text)
    assert str(refused.value) == says


@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        ("MILE", "3:54.1", "3:54.1"),  # Jazy: a tenth stays a tenth
        ("1MR", "3:51.3", "3:51.3"),  # Giles 2024, road mile
        ("MAR", "2:01:09.0", "2:01:09"),
        ("800", "1:40.910", "1:40.91"),
        ("MILEsh", "225.14", "3:45.14"),
    ],
)
def test_an_event_reads_what_it_is_timed_to(name: str, text: str, shown: str) -> None:
    assert str(event(name).read(text)) == shown


@pytest.mark.parametrize(
    ("ns", "precision", "shown"),
    [
        (9_072_500_000, 2, "9.08"),  # to the nearest it would be 9.07
        (9_070_000_000, 2, "9.07"),
        (9_070_000_001, 2, "9.08"),
        (225_132_400_000, 2, "3:45.14"),
        (225_132_400_000, 1, "3:45.2"),  # by hand
        (7_784_300_000_000, 0, "2:09:45"),  # 2:09:44.3 on the road
        (9_071_000_001, 3, "9.072"),
        (1, 2, "0.01"),
        (59_990_000_001, 2, "1:00.00"),
    ],
)
def test_the_official_time_is_the_next_longer_one(ns: int, precision: int, shown: str) -> None:
    assert str(Mark.from_elapsed(Elapsed(ns), precision)) == shown


@pytest.mark.parametrize("ns", [0, -1, -10_000_000])
def test_nobody_finishes_before_the_gun(ns: int) -> None:
    with pytest.raises(MarkError, match="a mark is longer than nothing"):
        Mark.from_elapsed(Elapsed(ns))


def test_a_tenth_and_two_decimals_are_one_record_and_two_prints() -> None:
    tenths, hundredths = Mark.parse("3:46.6"), Mark.parse("3:46.60")
    assert tenths == hundredths
    assert hash(tenths) == hash(hundredths)
    assert (str(tenths), str(hundredths)) == ("3:46.6", "3:46.60")
    assert repr(tenths) == "Mark('3:46.6')"
    assert not tenths < hundredths
    assert Mark.parse("3:45.14") < tenths < Mark.parse("3:46.63")


def test_a_mark_names_an_instant() -> None:
    assert Mark.parse("3:45.14").elapsed == Elapsed(225_140_000_000) == Elapsed.of_ms(225_140)


@pytest.mark.parametrize(
    ("thousandths", "precision", "says"),
    [
        (0, 2, "a mark is longer than nothing, not 0 thousandths"),
        (-10, 2, "a mark is longer than nothing, not -10 thousandths"),
        (225_145, 2, "225145 thousandths are finer than 2 decimals can say"),
        (234_150, 1, "234150 thousandths are finer than 1 decimals can say"),
        (7_269_500, 0, "7269500 thousandths are finer than 0 decimals can say"),
        (225_140, 4, "a time has 0 to 3 decimals, not 4"),
        (225_140, -1, "a time has 0 to 3 decimals, not -1"),
    ],
)
def test_a_mark_that_cannot_be_is_refused(thousandths: int, precision: int, says: str) -> None:
    with pytest.raises(MarkError) as refused:
        Mark(thousandths, precision)
    assert str(refused.value) == says


def test_no_precision_that_is_none_passes_the_door() -> None:
    with pytest.raises(MarkError, match="a time has 0 to 3 decimals, not 4"):
        Mark.from_elapsed(Elapsed(1), 4)


def test_no_float_holds_a_time_even_a_whole_one() -> None:
    with pytest.raises(MarkError) as refused:
        Mark(225_140.0)  # type: ignore[arg-type]
    assert str(refused.value) == "a time is counted in whole thousandths, not 225140.0"
    with pytest.raises(MarkError) as refused:
        Elapsed(225.14e9)  # type: ignore[arg-type]
    assert str(refused.value) == "a time is counted in whole nanoseconds, not 225140000000.0"
