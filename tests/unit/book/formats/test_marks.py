"""Marks and winds as lists print them."""

import pytest

from pacelight.book.formats.marks import STATUS_WORDS, printed, status_of, tenths, with_doubts
from pacelight.errors import FormatError, MarkError
from pacelight.event import EVENTS
from pacelight.mark import Mark, Timing


@pytest.mark.parametrize(
    ("code", "text", "timing", "doubts"),
    [
        ("100", "10.10", Timing.FAT, ()),
        ("100", "10.1", Timing.UNKNOWN, ("a zero may be lost, or it was timed by hand: 10.1",)),
        ("100", "10", Timing.UNKNOWN, ("a zero may be lost, or it was timed by hand: 10",)),
        ("MILE", "3:54.5h", Timing.HAND, ()),
        ("1MR", "3:54.6", Timing.FAT, ()),  # the road mile is kept in tenths
        ("MAR", "2:01:09", Timing.FAT, ()),
        ("20KW", "1:20:11.72", Timing.FAT, ()),
    ],
)
def test_one_decimal_too_few_is_a_doubt(
    code: str, text: str, timing: Timing, doubts: tuple[str, ...]
) -> None:
    mark, told = with_doubts(code, text)
    assert isinstance(mark, Mark)
    assert (mark.timing, told) == (timing, doubts)
    assert mark.precision == len(text.removesuffix("h").partition(".")[2])


@pytest.mark.parametrize(
    ("code", "text", "shown", "doubts"),
    [
        ("LJ", "8.95", "8.95", ()),
        ("LJ", "8.9", "8.90", ("a zero may be lost: 8.9",)),
        ("DT", "74", "74.00", ("a zero may be lost: 74",)),
        ("HOUR", "21330", "21330", ()),
        ("DEC", "9126", "9126", ()),
    ],
)
def test_so_it_is_with_lengths(code: str, text: str, shown: str, doubts: tuple[str, ...]) -> None:
    mark, told = with_doubts(code, text)
    assert (str(mark), told) == (shown, doubts)


def test_what_is_no_mark_of_the_event_is_refused() -> None:
    with pytest.raises(MarkError, match=r"write 3:45\.14"):
        with_doubts("MILE", "3:45:14")


def test_a_list_that_loses_no_zeros_prints_tenths_of_an_unknown_watch() -> None:
    mark, doubts = printed(EVENTS["1500"], "3:32.1")
    assert isinstance(mark, Mark)
    assert (str(mark), mark.timing, doubts) == ("3:32.1", Timing.UNKNOWN, ())


def test_an_old_road_time_in_tenths_is_kept_and_doubted() -> None:
    mark, doubts = printed(EVENTS["MAR"], "2:55:18.4")
    assert (str(mark), doubts) == ("2:55:18.4", ("finer than Marathon is timed: 2:55:18.4",))


@pytest.mark.parametrize(("code", "text"), [("MAR", "0:55:18.4"), ("MAR", "x"), ("LJ", "8.957")])
def test_an_implausible_one_is_not(code: str, text: str) -> None:
    with pytest.raises(MarkError):
        printed(EVENTS[code], text)


@pytest.mark.parametrize(
    ("text", "wind"),
    [("", None), (" ", None), ("0.0", 0), ("+2.0", 20), ("-0.9", -9), ("1", 10), ("10.5", 105)],
)
def test_a_wind_is_in_tenths(text: str, wind: int | None) -> None:
    assert tenths(text) == wind


@pytest.mark.parametrize("text", ["1.25", "NWI", "--1.0", "1,2"])
def test_no_wind_is_refused(text: str) -> None:
    with pytest.raises(FormatError, match="no wind"):
        tenths(text)


def test_local_words_are_statuses() -> None:
    assert [status_of(word) for word in ("aufg.", " DNS ", "o.g.V.", "disq.", "NH", "adv", "7.86", "NR")] == [
        "DNF",
        "DNS",
        "NM",
        "DQ",
        "NM",
        "qR",
        "",
        "",
    ]
    assert all(word == word.casefold() for word in STATUS_WORDS)
