"""Days as files write them, and the century of a year of two figures."""

from datetime import date

import pytest

from pacelight.book.formats.dates import DayLayout, age_doubts, birth, ending_with, nearest, none_after
from pacelight.book.formats.line import Birth, BirthPrecision, Line, Refusal
from pacelight.errors import FormatError
from pacelight.event import Sex
from pacelight.mark import Mark

PRINTED = DayLayout("DD MON YYYY")


@pytest.mark.parametrize(
    ("layout", "text", "day"),
    [
        ("DD MON YYYY", "07 JUL 1999", date(1999, 7, 7)),
        ("DD MON YYYY", "7 Juli 1999", date(1999, 7, 7)),
        ("DD MON YYYY", "1 août 1999", date(1999, 8, 1)),
        ("DD.MM.YYYY", "22.02.2025", date(2025, 2, 22)),
        ("DD.MM.YYYY", "3.2.2025", date(2025, 2, 3)),
        ("YYYY-MM-DD", "2024-09-21", date(2024, 9, 21)),
        ("MM/DD/YYYY", "09/21/2024", date(2024, 9, 21)),
        ("DD. MON YYYY", "3. Mär. 2024", date(2024, 3, 3)),
    ],
)
def test_a_day_is_read_by_its_layout(layout: str, text: str, day: date) -> None:
    assert DayLayout(layout).read(text) == day


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("1999-07-07", r"no day: '1999-07-07' \(days are written DD MON YYYY here\)"),
        ("07 JLY 1999", "no month: 'JLY'"),
        ("31 FEB 1999", "no day of the calendar: '31 FEB 1999'"),
        ("01 JAN 0000", "no day of the calendar"),
        ("", "no day: ''"),
    ],
)
def test_what_is_no_day_is_refused(text: str, why: str) -> None:
    with pytest.raises(FormatError, match=why):
        PRINTED.read(text)


@pytest.mark.parametrize("layout", ["", "DD.MM", "DD.MM.YYYY YY", "DD DD YYYY", "MON MM YYYY"])
def test_a_layout_needs_each_of_the_three_once(layout: str) -> None:
    with pytest.raises(FormatError, match="no layout of a day"):
        DayLayout(layout)


def test_a_year_of_two_figures_needs_a_century() -> None:
    layout = DayLayout("DD.MM.YY")
    with pytest.raises(FormatError, match="leaves the century open"):
        layout.read("31.05.13")
    assert layout.read("31.05.13", ending_with(date(2024, 10, 1))) == date(2013, 5, 31)
    assert layout.read("31.05.13", nearest(1912, 1900)) == date(1913, 5, 31)


@pytest.mark.parametrize(
    ("before", "short", "year"),
    [
        (1913, 15, 1915),
        (1999, 8, 2008),
        (1969, 67, 1967),
        (2005, 5, 2005),
        (1908, 9, 1909),
        (1998, 0, 2000),
        (2001, 99, 1999),
        (1900, 66, 1966),
    ],
)
def test_in_a_list_in_order_of_time_the_nearest_year_is_meant(before: int, short: int, year: int) -> None:
    assert nearest(before, 1900)(short) == year


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("17 SEP 1974", Birth(date(1974, 9, 17))),
        ("SEP 1974", Birth(date(1974, 9, 1), BirthPrecision.MONTH)),
        ("1974", Birth(date(1974, 1, 1), BirthPrecision.YEAR)),
        ("1974.0", Birth(date(1974, 1, 1), BirthPrecision.YEAR)),
        (" ", None),
    ],
)
def test_a_birth_is_as_precise_as_it_is_written(text: str, born: Birth | None) -> None:
    assert birth(text, PRINTED) == born


def test_no_birth_is_refused() -> None:
    with pytest.raises(FormatError, match="no day: '74'"):
        birth("74", PRINTED)


def test_a_birth_that_hardly_fits_is_doubted() -> None:
    day = date(2015, 5, 1)
    assert age_doubts(Birth(date(1900, 1, 1)), day) == ("born in 1900 and 115 years old in 2015",)
    assert age_doubts(Birth(date(2010, 1, 1)), day) == ("born in 2010 and 5 years old in 2015",)
    assert age_doubts(Birth(date(1990, 1, 1)), day) == age_doubts(None, day) == age_doubts(None, None) == ()


def test_what_the_file_cannot_know_yet_is_refused() -> None:
    def line(day: date | None, year: int | None) -> Line:
        return Line(
            at="line 1",
            event="1500",
            sex=Sex.MEN,
            mark=Mark.parse("3:50.00"),
            mark_text="3:50.00",
            athlete="A B",
            day=day,
            year=year,
        )

    until = date(2024, 10, 1)
    early = [line(until, 2024), line(None, 2024), line(None, None)]
    late = [line(date(2024, 10, 2), 2024), line(None, 2025)]
    assert list(none_after(iter(early), until)) == early
    assert list(none_after(iter(late), None)) == late
    assert list(none_after(iter(late), until)) == [
        Refusal("line 1", "3:50.00 A B 2024-10-02", "dated 2024-10-02, which is after 2024-10-01"),
        Refusal("line 1", "3:50.00 A B 2025", "dated 2025, which is after 2024-10-01"),
    ]
