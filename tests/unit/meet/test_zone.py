"""What time it is at the venue, by the zone in a meet file and the difference in a journal."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacelight.errors import RaceError
from pacelight.meet.programme.zone import DAY_NS, difference, local

WINTER, SUMMER = date(2025, 2, 13), date(2025, 7, 11)


@pytest.mark.parametrize(
    ("zone", "day", "said"),
    [
        ("Europe/Paris", WINTER, "+01:00"),
        ("Europe/Paris", SUMMER, "+02:00"),
        ("America/New_York", date(2025, 2, 8), "-05:00"),
        ("Asia/Kathmandu", SUMMER, "+05:45"),
        ("-03:30", WINTER, "-03:30"),
        ("UTC", WINTER, "+00:00"),
    ],
)
def test_a_zone_is_so_much_off_on_a_day(zone: str, day: date, said: str) -> None:
    assert difference(zone, day) == said


def test_on_the_day_on_which_clocks_are_put_on_it_is_that_of_the_hour_of_the_race() -> None:
    day = date(2025, 3, 30)
    assert difference("Europe/Paris", day, time(1, 30)) == "+01:00"
    assert difference("Europe/Paris", day, time(20, 0)) == "+02:00"


def test_the_zone_of_this_machine_is_one() -> None:
    assert local(0, difference("", WINTER))[1] < DAY_NS


@pytest.mark.parametrize("zone", ["Oslo", "+1", "+24:00", "../zone", "Europe", " "])
def test_what_is_no_zone_is_refused(zone: str) -> None:
    with pytest.raises(RaceError, match=r"^no time zone '.*' \(write it as in Europe/Paris, or \+01:00\)$"):
        difference(zone, WINTER)


def test_what_is_no_difference_is_refused() -> None:
    with pytest.raises(RaceError, match=r"^not a difference to UTC: 'x' \(write it as in \+01:00\)$"):
        local(0, "x")


@given(st.integers(0, 4 * 10**18), st.integers(-23 * 60, 23 * 60))
def test_a_day_and_a_time_of_day_are_the_instant_again(unix_ns: int, minutes: int) -> None:
    differs = f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
    day, of_day_ns = local(unix_ns, differs)
    days = (day - date(1970, 1, 1)).days
    assert 0 <= of_day_ns < DAY_NS
    assert days * DAY_NS + of_day_ns - minutes * 60 * 10**9 == unix_ns
    assert difference(differs, day) == differs
