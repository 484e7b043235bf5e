"""The table of rules: levels, what counts, the calendar and age groups."""

from datetime import date

import numpy as np
import pytest

from pacelight.book.fold import bit_of
from pacelight.book.model import Status
from pacelight.book.rules import (
    AGE_GROUPS,
    ALL_AGES,
    COUNTS_PERSONAL,
    COUNTS_RECORD,
    PERSONAL,
    SCOPED,
    SLOTS,
    STAND_IN,
    TIE_SHIFT,
    age_groups,
    calendar,
    counts,
)
from pacelight.event import Level

EPOCH = date(1970, 1, 1)
BOTH = COUNTS_RECORD | COUNTS_PERSONAL


def number(day: date) -> int:
    return (day - EPOCH).days


def groups(birth: date, *days: date) -> list[set[str]]:
    ages, _ = age_groups(
        np.array([number(day) for day in days], np.int32), np.full(len(days), number(birth), np.int32)
    )
    return [{group.name for bit, group in enumerate(AGE_GROUPS) if word >> bit & 1} for word in ages.tolist()]


def test_every_level_has_bits_of_its_own_and_all_fit_below_the_ties() -> None:
    bits = [bit_of(rule.level, slot) for rule in SCOPED for slot in range(SLOTS)]
    bits += [bit_of(rule.level) for rule in PERSONAL]
    assert sorted(bits) == list(range(27))
    assert max(bits) < TIE_SHIFT
    assert {rule.level for rule in (*SCOPED, *PERSONAL)} == set(Level) - set(STAND_IN)


@pytest.mark.parametrize(
    ("status", "counted"),
    [
        (Status.CANDIDATE, BOTH),
        (Status.PENDING, BOTH),
        (Status.RATIFIED, BOTH),
        (Status.REJECTED, COUNTS_PERSONAL),
        (Status.ANNULLED, 0),
    ],
)
def test_a_rejected_record_is_still_the_athlete_s_own_mark_and_an_annulled_one_nothing(
    status: Status, counted: int
) -> None:
    assert counts(status, official=True) == counted
    assert counts(status, official=False) == 0
    assert counts(status, official=True, ratified_only=True) == (BOTH if status is Status.RATIFIED else 0)


def test_the_calendar_counts_512_a_year_32_a_month_and_one_a_day() -> None:
    first, last = date(1999, 12, 31), date(2000, 3, 1)
    table = calendar(number(first), number(last)).tolist()
    assert table[:2] == [1999 * 512 + 11 * 32 + 30, 2000 * 512]
    assert table[-2:] == [2000 * 512 + 1 * 32 + 28, 2000 * 512 + 2 * 32]
    assert len(table) == 62


def test_every_mark_is_of_all_ages_and_nothing_else_is_known_without_a_birthday() -> None:
    assert AGE_GROUPS[0].name == "all"
    assert ALL_AGES == 1


def test_juniors_change_groups_at_new_year() -> None:
    born = date(2006, 7, 1)
    under = groups(born, date(2023, 12, 31), date(2024, 1, 1), date(2025, 12, 31), date(2026, 1, 1))
    assert under == [
        {"all", "U18", "U20", "U23"},
        {"all", "U20", "U23"},
        {"all", "U20", "U23"},
        {"all", "U23"},
    ]
    assert groups(born, date(2028, 12, 31), date(2029, 1, 1)) == [{"all", "U23"}, {"all"}]


def test_masters_change_groups_on_their_birthday() -> None:
    born = date(1985, 7, 15)
    assert groups(born, date(2020, 7, 14), date(2020, 7, 15)) == [{"all"}, {"all", "M35"}]
    assert groups(born, date(2025, 7, 14), date(2025, 7, 15)) == [{"all", "M35"}, {"all", "M40"}]


def test_who_is_born_on_29_february_is_a_year_older_on_1_march_of_a_common_year() -> None:
    born = date(1988, 2, 29)
    assert groups(born, date(2023, 2, 28), date(2023, 3, 1)) == [{"all"}, {"all", "M35"}]
    assert groups(born, date(2028, 2, 28), date(2028, 2, 29)) == [{"all", "M35"}, {"all", "M40"}]


def test_the_oldest_stay_in_the_last_group() -> None:
    assert groups(date(1930, 1, 1), date(2009, 12, 31), date(2010, 1, 1), date(2035, 1, 1)) == [
        {"all", "M75"},
        {"all", "M80"},
        {"all", "M80"},
    ]


def test_of_no_marks_there_are_no_ages() -> None:
    ages, year = age_groups(np.empty(0, np.int32), np.empty(0, np.int32))
    assert (ages.size, ages.dtype, year.size, year.dtype) == (0, np.uint16, 0, np.int16)
