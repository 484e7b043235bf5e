import pytest

from pacelight.errors import RaceError
from pacelight.mark import Mark
from pacelight.timing.gun import DAY_NS, DeviceClock, Evidence, GunEstimate, Guns, Trust
from pacelight.timing.gun.device_clock import drifted, since
from pacelight.timing.gun.evidence import HAND_NS
from pacelight.timing.reading import (
    ClockRead,
    ClockState,
    GunRead,
    Heard,
    PageRead,
    Reading,
    RowRead,
    Seen,
)

MS = 1_000_000
S = 1000 * MS
GUN = 1000 * S


def guns(*said: tuple[int, str, Reading]) -> Guns:
    made = Guns(GUN - 30 * S)
    for at_ns, source, reading in said:
        made.hear(Heard(GUN + at_ns, source, reading))
    return made


def estimate(*said: tuple[int, str, Reading]) -> GunEstimate:
    found = guns(*said).estimate()
    assert found is not None
    return found


def running(ns: int) -> ClockRead:
    return ClockRead(ClockState.RUNNING, ns)


def test_nobody_has_spoken() -> None:
    assert guns().estimate() is None


def test_a_feed_says_that_the_gun_was_not_later() -> None:
    found = estimate((80 * MS, "lynx", GunRead("g")))
    assert (found.at_ns, found.last_ns, found.first_ns, found.error_ns) == (
        GUN + 80 * MS,
        GUN + 80 * MS,
        None,
        None,
    )
    assert found.starts


def test_the_quickest_sample_of_a_running_clock_counts() -> None:
    found = estimate(
        (S + 70 * MS, "lynx", running(S)),
        (S + 130 * MS, "lynx", running(S + 100 * MS)),
        (5 * S, "lynx", running(4 * S)),
    )
    assert found.at_ns == GUN + 30 * MS + drifted(1100 * MS)
    assert found.what == "clock"


def test_a_contact_of_our_own_says_not_earlier_too() -> None:
    found = estimate((80 * MS, "lynx", GunRead("g")), (2 * MS, "start", GunRead("c", within_ns=5 * MS)))
    assert (found.at_ns, found.source, found.what) == (GUN + 2 * MS, "start", "contact")
    assert (found.first_ns, found.last_ns, found.error_ns) == (GUN - 3 * MS, GUN + 2 * MS, 5 * MS)


def test_what_a_contact_does_not_allow_is_left_out_and_said() -> None:
    found = estimate((0, "start", GunRead("c", within_ns=5 * MS)), (0, "lynx", running(2 * S)))
    assert found.at_ns == GUN
    assert [(one.evidence.source, one.why) for one in found.left_out] == [
        ("lynx", "it is earlier than start (contact) allows")
    ]


def test_a_key_pressed_at_the_flash_gives_way_to_a_feed_that_shows_it_was_late() -> None:
    made = guns((90 * MS, "lynx", GunRead("g")))
    made.press("lights", GUN + 300 * MS)
    found = made.estimate()
    assert found is not None
    assert (found.at_ns, found.source) == (GUN + 90 * MS, "lynx")
    assert [one.why for one in found.left_out] == ["it is later than lynx (gun) allows"]


def test_a_key_and_a_feed_that_agree_are_as_sure_as_the_key() -> None:
    made = guns((90 * MS, "lynx", GunRead("g")))
    made.press("lights", GUN + 60 * MS)
    found = made.estimate()
    assert found is not None
    assert (found.at_ns, found.first_ns, found.last_ns) == (GUN + 60 * MS, GUN - 140 * MS, GUN + 90 * MS)
    assert found.error_ns == HAND_NS


def test_a_clock_that_was_started_by_hand_is_believed_like_a_hand() -> None:
    found = estimate((0, "lynx", GunRead("g", automatic=False)), (50 * MS, "omega", GunRead("o")))
    assert found.source == "lynx"


def test_the_time_of_day_of_the_gun_is_found_by_the_quickest_stamp_of_that_clock() -> None:
    noon = 12 * 3600 * S
    found = estimate(
        (900 * MS, "mats", GunRead("g", of_day_ns=noon)),
        (-10 * S + 20 * MS, "mats", Seen("1", of_day_ns=noon - 10 * S)),
    )
    assert found.what == "time of day"
    assert found.at_ns == GUN + 20 * MS + drifted(10 * S)


def test_a_page_that_names_the_gun_starts_nothing_and_may_move_it() -> None:
    noon = 12 * 3600 * S
    page = PageRead("1.lif", (RowRead("1", "", "", 1, "", Mark.parse("3:45.14")),), of_day_ns=noon)
    assert not estimate((300 * S, "files", page), (-S, "files", Seen("x", of_day_ns=noon - S))).starts


def test_a_clock_still_running_from_the_race_before_is_no_gun() -> None:
    made = guns((0, "lynx", running(200 * S)))
    assert made.estimate() is None
    made.hear(Heard(GUN + 10 * MS, "start", GunRead("c", within_ns=0)))
    found = made.estimate()
    assert found is not None
    assert [one.why for one in found.left_out] == ["it was before the race was armed"]


def test_after_a_recall_the_first_gun_is_forgotten_and_the_clocks_are_not() -> None:
    noon = 12 * 3600 * S
    made = guns((50 * MS, "mats", GunRead("g1", of_day_ns=noon)))
    made.again(GUN + 10 * S)
    assert made.estimate() is None
    made.hear(Heard(GUN + 11 * S, "mats", GunRead("g1", of_day_ns=noon)))  # said once more
    assert made.estimate() is None
    made.hear(Heard(GUN + 61 * S, "mats", GunRead("g2", of_day_ns=noon + 60 * S)))
    found = made.estimate()
    assert found is not None
    assert found.at_ns == GUN + 60 * S + 50 * MS + drifted(60 * S)


@pytest.mark.parametrize("within_ns", [None, 0])
def test_a_gun_that_is_heard_once_more_after_a_recall_starts_nothing(within_ns: int | None) -> None:
    made = guns((0, "system", GunRead("first", within_ns=within_ns)))
    made.again(GUN + 400 * MS)
    made.hear(Heard(GUN + 480 * MS, "system", GunRead("first", within_ns=within_ns)))
    assert made.estimate() is None
    made.hear(Heard(GUN + 60 * S, "system", GunRead("second", within_ns=within_ns)))
    found = made.estimate()
    assert found is not None
    assert found.at_ns == GUN + 60 * S


def test_the_clock_of_a_start_that_was_recalled_starts_nothing_however_late_it_is_heard() -> None:
    made = guns((14 * MS, "system", GunRead("first")))
    made.again(GUN + 470 * MS)
    made.hear(Heard(GUN + 1480 * MS, "system", running(S)))
    assert made.estimate() is None
    made.hear(Heard(GUN + 31 * S, "system", running(S)))
    found = made.estimate()
    assert found is not None
    assert (found.at_ns, found.starts) == (GUN + 30 * S + drifted(S), True)


def test_where_a_person_has_said_when_it_was_no_source_moves_it() -> None:
    made = guns((0, "start", GunRead("c", within_ns=0)))
    made.pin(GUN - 12 * S)
    made.hear(Heard(GUN + S, "lynx", GunRead("g")))
    found = made.estimate()
    assert found is not None
    assert (found.at_ns, found.what, found.error_ns, found.left_out) == (GUN - 12 * S, "person", 0, ())


@pytest.mark.parametrize(("by_ms", "told_ms"), [(-4, 0), (-5, -5), (-80, -80), (4, 0), (200, 200)])
def test_a_gun_that_moves_by_less_than_anybody_sees_is_not_told(by_ms: int, told_ms: int) -> None:
    found = estimate((0, "lynx", GunRead("g")))
    assert found.moved_ns(GUN - by_ms * MS) == told_ms * MS


@pytest.mark.parametrize(
    ("later", "earlier", "between"),
    [(S, DAY_NS - S, 2 * S), (DAY_NS - S, S, -2 * S), (5 * S, 3 * S, 2 * S)],
)
def test_midnight_may_lie_between(later: int, earlier: int, between: int) -> None:
    assert since(later, earlier) == between


def test_a_clock_never_heard_says_nothing() -> None:
    assert DeviceClock().at_latest(0) is None


def test_a_stamp_that_is_no_quicker_says_nothing_new() -> None:
    clock = DeviceClock()
    assert clock.stamp(100, 0) > DAY_NS
    assert clock.stamp(100, 0) == 0
    assert clock.stamp(101, 2) == 2  # a nanosecond quicker, and one of drift


def test_stamps_of_the_morning_are_forgotten_by_the_evening() -> None:
    clock = DeviceClock()
    clock.stamp(0, 0)
    evening = 7 * 3600 * S
    clock.stamp(evening, evening)
    clock.stamp(evening + S, evening + 2 * S)
    assert len(clock._slices) == 1


def test_an_error_below_zero_is_refused() -> None:
    with pytest.raises(RaceError, match="uncertain by 0 or more"):
        Evidence("x", "gun", 0, -1, 0, Trust.SYSTEM)
