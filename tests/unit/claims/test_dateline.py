"""Days in texts, and the day of a text."""

from datetime import date

import pytest

from pacelight.claims import dated
from pacelight.claims.dateline import days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("New York on 8 February 2025. On 13 February he ran.", date(2025, 2, 13)),
        ("Monaco, August 14, 2020 - He ran.", date(2020, 8, 14)),
        ("Saturday, July 22nd, 2023", date(2023, 7, 22)),
        ("https://example.org/news/2019/03/04/mile/ on 1 May 2018", date(2019, 3, 4)),
        ("https://example.org/2019/13/44/mile/ on 1 May 2018", date(2018, 5, 1)),
        ("the record since May 31, 2004", None),
        ("on Thursday", None),
        ("on 13 February", None),
        ("in 2019", None),
        ("on 31 February 2025", None),
    ],
)
def test_a_text_is_of_the_latest_day_that_it_names_with_its_year(text: str, day: date | None) -> None:
    assert dated(text) == day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on Thursday", date(2025, 2, 13), date(2025, 2, 13)),
        ("on Friday", date(2025, 2, 14), date(2025, 2, 14)),
        ("on Saturday", date(2025, 2, 8), date(2025, 2, 8)),
        ("on 20 December", date(2024, 12, 20), date(2024, 12, 20)),
        ("on 8 Feb.", date(2025, 2, 8), date(2025, 2, 8)),
        ("since 1999", date(1999, 1, 1), date(1999, 12, 31)),
    ],
)
def test_days_are_reckoned_back_from_the_day_of_the_text(text: str, first: date, last: date) -> None:
    (found,) = days(text, date(2025, 2, 14))
    assert (found.when.first, found.when.last) == (first, last)


@pytest.mark.parametrize("text", ["1500 metres", "5000 in a row", "the 1996 final", "on 31 February"])
def test_a_number_alone_is_no_year(text: str) -> None:
    assert list(days(text, date(2025, 2, 14))) == []


def test_the_last_day_of_a_leap_year_a_year_before_is_none() -> None:
    assert list(days("on 29 February", date(2024, 2, 28))) == []
