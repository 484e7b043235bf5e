"""What is run, how it is called, and what a list of it is called on a day."""

from datetime import date

import pytest

from pacelight.distance import Distance
from pacelight.errors import EventError
from pacelight.event import EVENTS, Event, Level, Recognition, TrackKind, event
from pacelight.event import _key as key
from pacelight.event import _spellings as spellings

TODAY = date(2025, 2, 13)

SHIPPED = {
    TrackKind.STANDARD: "200 300 400 500 600 800 1000 1500 MILE 2000 3000 2MLS 5000 10K HOUR 3KSC",
    TrackKind.SHORT: (
        "200sh 300sh 400sh 500sh 600sh 800sh 1000sh 1500sh MILEsh 2000sh 3000sh 2MLSsh 5000sh 10Ksh"
    ),
    TrackKind.ROAD: "1MR 5RR 10RR HMAR MAR",
}


def test_the_table_holds_these_events_and_no_other() -> None:
    found = {kind: " ".join(code for code, one in EVENTS.items() if one.track is kind) for kind in SHIPPED}
    assert found == SHIPPED
    assert sum(len(codes.split()) for codes in SHIPPED.values()) == len(EVENTS)


@pytest.mark.parametrize("one", EVENTS.values(), ids=EVENTS)
def test_every_event_is_found_by_its_code_its_name_and_each_alias(one: Event) -> None:
    for name in spellings(one):
        for text in (name, name.upper(), name.lower(), f"  {name} "):
            assert event(text) is one, text


def test_no_two_events_share_a_way_of_writing() -> None:
    written = [(key(name), one.code) for one in EVENTS.values() for name in spellings(one)]
    assert len(set(written)) == len({text for text, _ in written})


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1500SH", "1500sh"),  # elsewhere parsed as a race over hurdles
        ("1500 sh", "1500sh"),
        ("1500i", "1500sh"),
        ("1500 m indoor", "1500sh"),
        ("indoor 1500m", "1500sh"),
        ("1500 metres short track", "1500sh"),
        ("1,500 m", "1500"),
        ("metric mile", "1500"),
        ("indoor mile", "MILEsh"),
        ("Mile, indoors", "MILEsh"),
        ("short-track mile", "MILEsh"),
        ("outdoor mile", "MILE"),
        ("the mile", "MILE"),
        ("road mile", "1MR"),
        ("10K", "10K"),  # World Athletics: the track; the road is 10RR
        ("10,000 m", "10K"),
        ("10 km", "10RR"),
        ("10 km road", "10RR"),
        ("5 km", "5RR"),
        ("2 miles", "2MLS"),
        ("two miles indoors", "2MLSsh"),
        ("3000SC", "3KSC"),
        ("half", "HMAR"),
        ("marathon", "MAR"),
        ("hour run", "HOUR"),
    ],
)
def test_an_event_is_found_as_people_say_it(text: str, code: str) -> None:
    assert event(text).code == code


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("1500W", "no event '1500W' (nearest: 1500 1500 m, 500 500 m, 1500sh 1500 m short track)"),
        ("2mile", "no event '2mile' (nearest: 2MLS Two miles, MILE Mile, MILEsh Mile short track)"),
        ("5M", "no event '5M' (nearest: MAR Marathon, 5RR 5 km road, 500 500 m)"),
        ("5k", "no event '5k' (nearest: 5RR 5 km road)"),
        ("MILEx", "no event 'MILEx' (nearest: MILE Mile, MILEsh Mile short track, 2MLS Two miles)"),
        ("high jump", "no event 'high jump' (write a code of World Athletics, as 1500, MILEsh or 10K)"),
        ("", "no event '' (write a code of World Athletics, as 1500, MILEsh or 10K)"),
    ],
)
def test_what_is_no_event_is_refused_with_the_nearest_names(text: str, says: str) -> None:
    with pytest.raises(EventError) as refused:
        event(text)
    assert str(refused.value) == says


@pytest.mark.parametrize(
    ("code", "mm"),
    [
        ("MILE", 1_609_344),
        ("MILEsh", 1_609_344),
        ("1MR", 1_609_344),
        ("2MLS", 3_218_688),
        ("2MLSsh", 3_218_688),
        ("10K", 10_000_000),
        ("HMAR", 21_097_500),
        ("MAR", 42_195_000),
    ],
)
def test_distances_are_exact(code: str, mm: int) -> None:
    assert EVENTS[code].distance == Distance(mm)


def test_a_distance_is_in_the_code_and_on_the_track() -> None:
    for code, one in EVENTS.items():
        assert code.endswith("sh") is (one.track is TrackKind.SHORT), code
        if code.removesuffix("sh").isdigit():
            assert one.distance == Distance(int(code.removesuffix("sh")) * 1000), code
        if one.track is TrackKind.SHORT:
            outdoors = EVENTS[code.removesuffix("sh")]
            assert (one.distance, one.name) == (outdoors.distance, f"{outdoors.name} short track")


def test_what_official_marks_are_timed_to() -> None:
    other = {code: one.precision for code, one in EVENTS.items() if one.precision != 2}
    assert other == {"1MR": 1, "5RR": 0, "10RR": 0, "HMAR": 0, "MAR": 0}


@pytest.mark.parametrize(
    ("name", "day", "kind", "label"),
    [
        ("MILEsh", TODAY, "record", "WR"),
        ("MILEsh", date(1986, 12, 31), "best", "WB"),  # indoor world records only since 1987
        ("MILEsh", date(1987, 1, 1), "record", "WR"),
        ("two miles", date(2023, 6, 9), "best", "WB"),  # Ingebrigtsen's 7:54.10
        ("two miles", date(1976, 12, 31), "record", "WR"),
        ("two miles", date(1977, 1, 1), "best", "WB"),
        ("2MLSsh", date(1976, 1, 1), "best", "WB"),
        ("2MLSsh", date(2024, 2, 11), "best", "WB"),  # Kerr's 8:00.67
        ("2000", TODAY, "record", "WR"),
        ("2000sh", TODAY, "best", "WB"),
        ("300", TODAY, "best", "WB"),
        ("10Ksh", TODAY, "none", ""),
        ("MAR", date(2003, 12, 31), "best", "WB"),
        ("MAR", date(2004, 1, 1), "record", "WR"),
        ("5RR", date(2017, 12, 31), "best", "WB"),
        ("5RR", date(2018, 1, 1), "record", "WR"),
        ("1MR", date(2023, 8, 31), "best", "WB"),
        ("1MR", date(2023, 9, 1), "record", "WR"),
        ("MILE", date(1913, 5, 31), "record", "WR"),
    ],
)
def test_what_the_world_list_is_called_depends_on_the_day(
    name: str, day: date, kind: str, label: str
) -> None:
    assert event(name).recognition(Level.WR, day) is Recognition(kind)
    assert event(name).label(Level.WR, day) == label


def test_areas_and_nations_follow_the_world_and_all_others_keep_their_records() -> None:
    two_miles = event("2MLSsh")
    labels = {level: two_miles.label(level, TODAY) for level in Level}
    assert labels == {
        Level.WR: "WB",
        Level.AR: "AB",
        Level.NR: "NB",
        Level.CR: "CR",
        Level.MR: "MR",
        Level.PB: "PB",
        Level.SB: "SB",
    }


def test_a_line_of_its_own_stands_before_the_world_s() -> None:
    from pacelight.event import Period

    best = Period(Level.WR, None, Recognition.BEST)
    own = Period(Level.NR, None, Recognition.RECORD)
    one = Event("X", "X", None, TrackKind.STANDARD, periods=(best, own))
    assert [one.label(level, TODAY) for level in (Level.WR, Level.AR, Level.NR)] == ["WB", "AB", "NR"]


def test_periods_stand_in_order_of_time() -> None:
    for one in EVENTS.values():
        for level in Level:
            days = [period.since or date.min for period in one.periods if period.level is level]
            assert days == sorted(set(days)), one.code


@pytest.mark.parametrize(
    ("name", "day", "called"),
    [
        ("MILEsh", date(2023, 10, 31), "Mile indoors"),
        ("MILEsh", date(2023, 11, 1), "Mile short track"),
        ("1500sh", date(2022, 2, 17), "1500 m indoors"),  # Ingebrigtsen's 3:30.60
        ("MILE", date(1999, 7, 7), "Mile"),
    ],
)
def test_short_track_was_called_indoors_before_november_2023(name: str, day: date, called: str) -> None:
    assert event(name).called(day) == called


@pytest.mark.parametrize(
    ("code", "shorter"),
    [
        ("MILEsh", "200sh 300sh 400sh 500sh 600sh 800sh 1000sh 1500sh"),
        ("MILE", "200 300 400 500 600 800 1000 1500"),
        ("2MLS", "200 300 400 500 600 800 1000 1500 MILE 2000 3000"),
        ("10RR", "1MR 5RR"),
        ("HOUR", "200 300 400 500 600 800 1000 1500 MILE 2000 3000 2MLS 5000 10K"),
        ("3KSC", ""),  # over barriers nothing else is run
        ("200", ""),
    ],
)
def test_what_may_be_run_on_the_way_is_shorter_and_on_the_same_track(code: str, shorter: str) -> None:
    assert " ".join(one.code for one in EVENTS[code].en_route()) == shorter
