import pytest

from pacelight.errors import RaceError
from pacelight.mark import Mark
from pacelight.timing.gun import DAY_NS, DeviceClock, Evidence, GunEstimate, Guns, Trust
from pacelight.timing.gun.evidence import HAND_NS
from pacelight.timing.gun.stamps import Stamp, Stamps, drifted, since
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


NOON = 12 * 3600 * S
ARMED = GUN - 30 * S


def just_connected(*said: tuple[int, Reading], at_ns: int = GUN - S, of_day_ns: int = NOON) -> Guns:
    """A device that was never heard, whose line was opened then; noon is where our gun is."""
    made = Guns(ARMED)
    made.opened("mats", at_ns, of_day_ns + at_ns - GUN)
    heard = [Heard(GUN + late_ns, "mats", one) for late_ns, one in said]
    made.learn(heard)
    for one in heard:
        made.hear(one)
    return made


def test_an_old_gun_among_the_first_words_of_a_device_fires_nothing_and_is_told() -> None:
    made = just_connected((0, GunRead("old", of_day_ns=NOON - 600 * S)))
    assert made.estimate() is None
    assert made.doubted == {"mats": NOON - 600 * S}


def test_the_gun_of_the_evening_before_is_as_old() -> None:
    made = just_connected((0, GunRead("old", of_day_ns=NOON + 3600 * S)))
    assert made.estimate() is None


def test_the_true_gun_behind_it_fires_at_once() -> None:
    made = just_connected(
        (0, GunRead("old", of_day_ns=NOON - 600 * S)), (20 * MS, GunRead("true", of_day_ns=NOON))
    )
    found = made.estimate()
    assert found is not None
    assert (found.at_ns, found.starts) == (GUN + 20 * MS, True)


@pytest.mark.parametrize("wrong_s", [-59, 0, 59])
def test_a_gun_among_the_first_words_fires_if_the_clock_is_right_to_the_minute(wrong_s: int) -> None:
    made = just_connected((0, GunRead("true", of_day_ns=NOON + wrong_s * S)))
    found = made.estimate()
    assert found is not None
    assert (found.at_ns, found.starts) == (GUN, True)


@pytest.mark.parametrize("wrong_s", [-5 * 3600, -90, 90, 5 * 3600])
def test_a_live_gun_fires_however_wrong_the_clock_of_its_system_is(wrong_s: int) -> None:
    made = just_connected((0, GunRead("true", of_day_ns=NOON + wrong_s * S)), at_ns=GUN - 3 * S)
    found = made.estimate()
    assert found is not None
    assert (found.at_ns, found.starts) == (GUN, True)


def test_what_follows_an_old_gun_in_one_burst_shows_that_it_is_old_within_the_minute() -> None:
    gun, passing = GunRead("old", of_day_ns=NOON - 80 * S), Seen("1", of_day_ns=NOON - 45 * S)
    made = just_connected((0, gun), (0, passing))
    assert (made.estimate(), made.doubted) == (None, {})


@pytest.mark.parametrize("wrong_s", [-59, 0, 59])
def test_a_false_start_told_by_a_device_that_connects_afterwards_fires_nothing(wrong_s: int) -> None:
    made = Guns(ARMED - 60 * S)
    made.hear(Heard(ARMED - 5 * S, "lynx", GunRead("false")))
    made.again(ARMED)
    made.opened("mats", GUN - S, NOON - S)
    made.hear(Heard(GUN, "mats", GunRead("false", of_day_ns=NOON + (wrong_s - 35) * S)))
    assert made.estimate() is None
    made.hear(Heard(GUN + 3 * S, "mats", GunRead("true", of_day_ns=NOON + (wrong_s + 3) * S)))
    assert made.estimate() is not None


def test_a_shot_that_was_recalled_at_once_is_not_fired_again_by_a_source_that_tells_of_it_late() -> None:
    made = Guns(ARMED)
    made.hear(Heard(GUN, "lynx", GunRead("false")))
    made.again(GUN + 60 * MS)
    made.hear(Heard(GUN + 90 * MS, "contact", GunRead("shot", within_ns=MS)))
    made.hear(Heard(GUN + 95 * MS, "photo finish", GunRead("shot")))
    assert made.estimate() is None
    made.hear(Heard(GUN + 20 * S, "contact", GunRead("another", within_ns=MS)))
    assert made.estimate() is not None


def test_a_clock_that_the_engine_before_this_one_knew_is_known_to_the_second() -> None:
    wrong = 3600 * S
    made = Guns(ARMED)
    made.opened("mats", GUN - S, NOON - S, wrong)
    made.hear(Heard(GUN, "mats", GunRead("false", of_day_ns=NOON - 35 * S + wrong)))
    assert made.estimate() is None
    made.hear(Heard(GUN + MS, "mats", GunRead("true", of_day_ns=NOON + wrong)))
    assert made.estimate() is not None


def test_a_gun_that_was_doubted_fires_once_its_clock_is_heard_and_shows_that_it_was_this_ones() -> None:
    wrong = NOON - 5 * 3600 * S
    made = just_connected((0, GunRead("true", of_day_ns=wrong)))
    assert made.estimate() is None
    made.hear(Heard(GUN + 30 * S, "mats", Seen("1", of_day_ns=wrong + 30 * S)))
    found = made.estimate()
    assert found is not None
    assert (found.at_ns, found.starts, made.doubted) == (GUN, True, {})


def test_a_gun_that_was_doubted_stays_out_where_its_clock_shows_that_it_is_old() -> None:
    made = just_connected((0, GunRead("old", of_day_ns=NOON - 600 * S)))
    made.hear(Heard(GUN + 30 * S, "mats", Seen("1", of_day_ns=NOON + 30 * S)))
    assert (made.estimate(), made.doubted) == (None, {})


def test_a_device_that_comes_back_is_held_against_its_clock_as_it_was_heard() -> None:
    made = Guns(ARMED)
    wrong = NOON - 5 * 3600 * S
    made.hear(Heard(GUN - 20 * S, "mats", Seen("0", of_day_ns=wrong - 20 * S)))
    made.opened("mats", GUN - S, NOON - S)
    made.hear(Heard(GUN, "mats", GunRead("old", of_day_ns=wrong - 600 * S)))
    assert made.estimate() is None
    made.hear(Heard(GUN + MS, "mats", GunRead("true", of_day_ns=wrong)))
    found = made.estimate()
    assert found is not None
    assert abs(found.at_ns - GUN) <= drifted(20 * S)


def test_how_a_clock_stands_is_said_once_it_was_heard_as_it_is_now() -> None:
    made = just_connected((0, Seen("0", of_day_ns=NOON - 600 * S)))
    assert made.stands("mats") is None
    made.hear(Heard(GUN + 5 * S + MS, "mats", Seen("1", of_day_ns=NOON + 5 * S)))
    assert made.stands("mats") == (GUN + 5 * S + MS, NOON + 5 * S)


HOUR = 3600 * S


def test_a_gun_among_the_first_words_that_is_yet_to_come_by_a_known_clock_waits_for_it_to_be_heard() -> None:
    made = Guns(ARMED)
    made.hear(Heard(ARMED - 60 * S, "mats", Seen("0", of_day_ns=NOON - 90 * S)))
    made.opened("mats", GUN - S, NOON - S)
    old = Heard(GUN, "mats", GunRead("before it was set back", of_day_ns=NOON + 600 * S))
    made.learn([old])
    made.hear(old)
    assert (made.estimate(), made.doubted) == (None, {"mats": NOON + 600 * S})
    made.hear(Heard(GUN + 5 * S, "mats", Seen("1", of_day_ns=NOON + 5 * S)))
    assert (made.estimate(), made.doubted) == (None, {"mats": NOON + 600 * S})
    made.hear(Heard(GUN + 9 * S, "mats", Seen("2", of_day_ns=NOON + 609 * S)))
    found = made.estimate()
    assert found is not None
    assert found.starts
    assert abs(found.at_ns - GUN) <= drifted(20 * S)


@pytest.mark.parametrize("offset_ns", [-HOUR, None])
def test_a_memory_of_before_the_clock_was_set_back_fires_nothing_after_a_restart(
    offset_ns: int | None,
) -> None:
    made = Guns(ARMED)
    made.opened("mats", GUN - S, NOON - S, offset_ns)
    memory = [
        Heard(GUN, "mats", Seen("race before", of_day_ns=NOON - 600 * S)),
        Heard(GUN, "mats", GunRead("race before", of_day_ns=NOON - 900 * S)),
    ]
    made.learn(memory)
    for one in memory:
        made.hear(one)
    assert made.estimate() is None
    made.hear(Heard(GUN + 5 * S, "mats", Seen("live", of_day_ns=NOON - HOUR + 5 * S)))
    assert made.estimate() is None
    made.hear(Heard(GUN + 9 * S, "mats", GunRead("true", of_day_ns=NOON - HOUR + 9 * S)))
    found = made.estimate()
    assert found is not None
    assert found.starts
    assert abs(found.at_ns - GUN - 9 * S) <= drifted(20 * S)


def set_back(*said: tuple[int, Reading]) -> Guns:
    """A device that was heard live before the race was armed; its clock was set back by an hour since."""
    made = Guns(ARMED)
    made.hear(Heard(ARMED - 60 * S, "mats", Seen("0", of_day_ns=NOON - 90 * S)))
    for late_ns, one in said:
        made.hear(Heard(GUN + late_ns, "mats", one))
    return made


def test_a_gun_of_a_clock_that_was_set_back_is_told_and_fires_nothing() -> None:
    made = set_back((0, GunRead("true", of_day_ns=NOON - HOUR)))
    assert (made.estimate(), made.doubted) == (None, {"mats": NOON - HOUR})


def test_it_fires_back_dated_once_the_clock_shows_that_it_was_set_back() -> None:
    passings = [(at_s * S, Seen(str(at_s), of_day_ns=NOON - HOUR + at_s * S)) for at_s in (4, 6)]
    made = set_back((0, GunRead("true", of_day_ns=NOON - HOUR)), passings[0])
    assert made.estimate() is None
    made = set_back((0, GunRead("true", of_day_ns=NOON - HOUR)), *passings)
    found = made.estimate()
    assert found is not None
    assert (found.at_ns, found.starts, found.left_out, made.doubted) == (GUN, True, (), {})
    assert made.clock("mats").set_ns == pytest.approx(-HOUR, abs=S)


def test_where_the_clock_is_known_to_be_set_back_the_gun_fires_at_once() -> None:
    before = [(at_s * S, Seen(str(at_s), of_day_ns=NOON - HOUR + at_s * S)) for at_s in (-20, -15, -14)]
    made = set_back(*before, (MS, GunRead("true", of_day_ns=NOON - HOUR)))
    found = made.estimate()
    assert found is not None
    assert (found.starts, made.doubted) == (True, {})
    assert abs(found.at_ns - GUN) <= drifted(20 * S)


def test_a_gun_of_an_earlier_race_that_is_added_late_fires_nothing() -> None:
    made = set_back(
        (0, GunRead("typed", of_day_ns=NOON - 600 * S)),
        *((at_s * S, Seen(str(at_s), of_day_ns=NOON + at_s * S)) for at_s in (4, 6, 12)),
    )
    assert made.estimate() is None
    assert made.clock("mats").set_ns == 0


def known_to_be_right(*said: tuple[int, Reading]) -> Guns:
    """A device whose clock was heard three times before the race was armed, and is a second ahead of noon."""
    before = [(at_s * S, Seen(f"{at_s}", of_day_ns=NOON + at_s * S)) for at_s in (-900, -890, -880)]
    made = Guns(GUN - 1000 * S)
    for at_ns, reading in before:
        made.hear(Heard(GUN + at_ns, "mats", reading))
    made.again(GUN - 100 * S)
    for at_ns, reading in said:
        made.hear(Heard(GUN + at_ns, "mats", reading))
    return made


def laps(set_s: int, *at_s: int) -> list[tuple[int, Reading]]:
    return [(one * S, Seen(f"{one}", of_day_ns=NOON + (set_s + one) * S)) for one in at_s]


def test_a_gun_that_fired_early_by_a_clock_that_was_set_back_is_put_right_once_that_shows() -> None:
    gun = (0, GunRead("true", of_day_ns=NOON - 5 * S))
    early = known_to_be_right(gun).estimate()
    assert early is not None
    assert early.at_ns == pytest.approx(GUN - 5 * S, abs=S)
    found = known_to_be_right(gun, *laps(-5, 28, 29, 34)).estimate()
    assert found is not None
    assert found.at_ns == GUN


@pytest.mark.parametrize("set_s", [-3600, -30, -5, 5, 30, 3600])
def test_a_clock_that_is_set_in_mid_race_leaves_the_gun_where_it_is(set_s: int) -> None:
    gun = (0, GunRead("true", of_day_ns=NOON))
    made = known_to_be_right(gun, *laps(0, 28), *laps(set_s, 56, 57, 58, 63, 80))
    found = made.estimate()
    assert found is not None
    assert found.at_ns == pytest.approx(GUN, abs=drifted(900 * S))
    assert made.clock("mats").set_ns == pytest.approx(set_s * S, abs=S)
    again = made.clock("mats").at_latest(NOON + (set_s + 100) * S, GUN + 100 * S)
    assert again == pytest.approx(GUN + 100 * S, abs=drifted(100 * S))


def test_a_line_that_was_evenly_slow_for_a_while_was_no_clock_that_was_set() -> None:
    gun = (0, GunRead("true", of_day_ns=NOON))
    made = known_to_be_right(gun, *laps(0, 28), *laps(-5, 56, 57, 62))
    assert made.clock("mats").set_ns == pytest.approx(-5 * S, abs=S)
    made = known_to_be_right(gun, *laps(0, 28), *laps(-5, 56, 57, 62), *laps(0, 64))
    assert made.clock("mats").set_ns == 0
    found = made.estimate()
    assert found is not None
    assert found.at_ns == pytest.approx(GUN, abs=drifted(900 * S))
    again = made.clock("mats").at_latest(NOON + 65 * S, GUN + 65 * S)
    assert again == pytest.approx(GUN + 65 * S, abs=drifted(900 * S))


def test_one_stamp_that_is_ahead_moves_no_gun() -> None:
    gun = (0, GunRead("true", of_day_ns=NOON))
    found = known_to_be_right(gun, *laps(0, 28), *laps(30, 56), *laps(0, 84)).estimate()
    assert found is not None
    assert found.at_ns == pytest.approx(GUN, abs=drifted(900 * S))


@pytest.mark.parametrize(
    "reading", [GunRead("old", of_day_ns=NOON - 400 * S), Seen("p", of_day_ns=NOON - 370 * S)]
)
def test_what_is_told_of_a_memory_once_more_is_no_word_of_now(reading: Reading) -> None:
    memory = GunRead("old", of_day_ns=NOON - 400 * S), Seen("p", of_day_ns=NOON - 370 * S)
    made = just_connected(*((0, one) for one in memory))
    made.hear(Heard(GUN + 10 * S, "mats", reading))
    assert made.estimate() is None
    assert made.stands("mats") is None


def test_a_clock_that_is_set_back_in_mid_race_leaves_the_gun_where_it_was() -> None:
    passings = [(at_s * S, Seen(str(at_s), of_day_ns=NOON - HOUR + at_s * S)) for at_s in (40, 46, 60)]
    made = set_back((0, GunRead("true", of_day_ns=NOON)), *passings)
    found = made.estimate()
    assert found is not None
    assert (found.at_ns, found.starts) == (GUN, True)
    again = made.clock("mats").at_latest(NOON - HOUR + 60 * S)
    assert again is not None
    assert abs(again - GUN - 60 * S) <= drifted(20 * S)


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


def late_by(late_s: int, *at_s: int) -> DeviceClock:
    clock = DeviceClock()
    clock.stamp(0, NOON)
    for one_s in at_s:
        clock.stamp(one_s * S, NOON + (one_s - late_s) * S)
    return clock


@pytest.mark.parametrize("at_s", [(30, 33), (30, 31, 32, 33, 34), (30, 30, 36)])
def test_few_late_stamps_are_a_slow_line(at_s: tuple[int, ...]) -> None:
    assert late_by(20, *at_s).set_ns == 0


def test_a_line_may_be_unevenly_slow_for_long() -> None:
    clock = DeviceClock()
    clock.stamp(0, NOON)
    for at_s in range(30, 90):
        clock.stamp(at_s * S, NOON + at_s * S - (5 + at_s % 3) * S)
    assert clock.set_ns == 0


def test_a_memory_that_is_told_slowly_is_not_evenly_late() -> None:
    clock = DeviceClock()
    clock.stamp(0, NOON)
    for step in range(60):
        clock.stamp((700 + step) * S, NOON + step * 10 * S)
    assert clock.set_ns == 0


def test_a_stamp_in_time_shows_that_the_clock_was_not_set_back() -> None:
    clock = late_by(60, 70, 73)
    clock.stamp(74 * S, NOON + 74 * S)
    clock.stamp(76 * S, NOON + 16 * S)
    assert clock.set_ns == 0


def test_after_it_was_set_back_it_is_known_by_the_quickest_stamp_since() -> None:
    clock = DeviceClock()
    clock.stamp(0, NOON)
    for at_ns, late_ns in ((70 * S, 100 * MS), (73 * S, 20 * MS), (76 * S, 200 * MS)):
        clock.stamp(at_ns + late_ns, NOON - HOUR + at_ns)
    assert clock.quickest() == (73 * S + 20 * MS, NOON - HOUR + 73 * S)
    assert clock.set_ns == pytest.approx(-HOUR, abs=S)


def test_stamps_of_the_morning_are_forgotten_by_the_evening() -> None:
    stamps = Stamps()
    stamps.keep(Stamp(0, 0))
    evening = 7 * 3600 * S
    stamps.keep(Stamp(evening, evening))
    stamps.keep(Stamp(evening + S, evening + 2 * S))
    assert len(stamps._slices) == 1


def test_an_error_below_zero_is_refused() -> None:
    with pytest.raises(RaceError, match="uncertain by 0 or more"):
        Evidence("x", "gun", 0, -1, 0, Trust.SYSTEM)
