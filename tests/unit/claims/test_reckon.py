"""Figures of a text against how it is."""

from datetime import date

import pytest

from pacelight.claims import Lasted, Sense
from pacelight.claims.model import Topic
from pacelight.claims.reckon import _later, _off, fits


@pytest.mark.parametrize(
    ("sense", "figure", "holds", "open_", "wrong"),
    [
        (Sense.PLAIN, (1490, 10), [1490], [], [1480, 1500]),
        (Sense.PLAIN, (2000, 1000), [1500, 1990, 2990], [], [1490, 3000]),
        (Sense.PLAIN, (1500, 500), [1490, 1250, 1990], [], [1240, 2000]),
        (Sense.NEARLY, (5000, 1000), [4690, 4500], [5000, 4200], [5010, 4000]),
        (Sense.MORE, (4000, 1000), [4010, 9000], [4000], [3990]),
        (Sense.LESS, (1000, 1000), [990], [1000], [1010]),
        (Sense.ABOUT, (2000, 1000), [1500, 2500], [1000, 4000], [4010]),
    ],
)
def test_a_figure_holds_is_open_or_is_wrong(
    sense: Sense, figure: tuple[int, int], holds: list[int], open_: list[int], wrong: list[int]
) -> None:
    assert [fits(sense, *figure, is_) for is_ in holds] == [True] * len(holds)
    assert [fits(sense, *figure, is_) for is_ in open_] == [None] * len(open_)
    assert [fits(sense, *figure, is_) for is_ in wrong] == [False] * len(wrong)


@pytest.mark.parametrize(
    ("first", "length", "then"),
    [
        (date(2004, 5, 31), (16, 2, 14), date(2020, 8, 14)),  # Bekele to Cheptegei, 5000 m
        (date(2024, 1, 31), (0, 1, 0), date(2024, 2, 29)),
        (date(2023, 12, 31), (1, 2, 1), date(2025, 3, 1)),
        (date(2025, 1, 1), (9000, 0, 0), date.max),
    ],
)
def test_years_months_and_days_are_those_of_the_calendar(
    first: date, length: tuple[int, int, int], then: date
) -> None:
    assert _later(first, *length) == then


def test_years_may_be_whole_ones_or_those_of_the_calendar() -> None:
    def said(years: int) -> Lasted:
        return Lasted(Topic(("MILE",)), "somebody", "years", (years, 0, 0), Sense.PLAIN)

    days = date(2004, 12, 31), date(2020, 1, 1)
    assert [_off(said(years), *days) for years in (14, 15, 16, 17)] == [1, 0, 0, 1]
