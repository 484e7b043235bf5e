"""What timing systems say, put in its place: who, where, when."""

from dataclasses import replace
from fractions import Fraction

import pytest

from pacelight.distance import Distance
from pacelight.errors import RaceError
from pacelight.mark import Elapsed, Mark
from pacelight.timing import Method, Passing, Status, Verdict
from pacelight.timing.gun import Guns
from pacelight.timing.placing import (
    Contested,
    Elsewhere,
    Entrant,
    GunAt,
    Known,
    Missing,
    Placed,
    Placement,
    Placing,
    Point,
    Restated,
    StartList,
    TakenBack,
    Unplaced,
    Way,
)
from pacelight.timing.reading import (
    Confirmed,
    Corrected,
    GunRead,
    Heard,
    HeatNamed,
    PageRead,
    Reading,
    RowRead,
    Seen,
    StatusRead,
    WindRead,
)

MS = 1_000_000
S = 1000 * MS
GUN = 1000 * S
NOON = 12 * 3600 * S
OURS = GunAt(GUN)

FIELD = StartList((Entrant("1", "3", ("A1", "A2")), Entrant("12", "4", ("B1",)), Entrant("7", "5")))
OUTDOORS = Way(Distance.parse("1500"), Distance.parse("400"), Distance.parse("300"), Elapsed.of_ms(206_000))
MILE = Way(
    Distance.parse("1609.344 m"), Distance.parse("200"), Distance.parse("9.344 m"), Elapsed.of_ms(225_140)
)


def ns(time: str) -> int:
    return Mark.parse(time).elapsed.ns


def placing(way: Way = OUTDOORS, **more: object) -> Placing:
    return Placing(FIELD, way, **more)  # type: ignore[arg-type]


def heard(reading: Reading, at_ns: int = 300 * S, source: str = "lynx") -> Heard:
    return Heard(GUN + at_ns, source, reading)


def told(one: Placing, *readings: Reading, at_ns: int = 300 * S, source: str = "lynx") -> list[Placement]:
    return [
        placement
        for number, reading in enumerate(readings)
        for placement in one.take(heard(reading, at_ns + number, source), OURS)
    ]


def where(placements: list[Placement]) -> list[tuple[str, float, str]]:
    """Bib, metres and time of what was placed."""
    return [
        (one.event.bib, one.event.distance.metres, str(Mark(one.event.elapsed.ns // MS, 3)))
        for one in placements
        if isinstance(one, Placed) and isinstance(one.event, Passing)
    ]


def chip(key: str, time: str, chip: str = "A1", point: str = "") -> Seen:
    return Seen(key, chip=chip, of_day_ns=NOON + ns(time), point=point, method=Method.TRANSPONDER)


def row(bib: str, time: str = "", *splits: str, word: str = "", lane: str = "") -> RowRead:
    mark = Mark.parse(time) if time else None
    return RowRead(bib, lane, "", None, word, mark, tuple(Mark.parse(split) for split in splits))


def finish_page(*rows: RowRead, official: bool = False) -> PageRead:
    return PageRead("results", rows, official=official)


# Who


@pytest.mark.parametrize(
    "seen",
    [
        Seen("k", bib="12", running=Mark.parse("3:40.00"), finish=True),
        Seen("k", bib=" 012", running=Mark.parse("3:40.00"), finish=True),
        Seen("k", lane="4", running=Mark.parse("3:40.00"), finish=True),
        Seen("k", chip="b1", running=Mark.parse("3:40.00"), finish=True),
        Seen("k", bib="12", lane="4", chip="B1", running=Mark.parse("3:40.00"), finish=True),
        Seen("k", bib="12", lane="99", running=Mark.parse("3:40.00"), finish=True),
    ],
)
def test_a_runner_is_known_by_bib_lane_or_chip(seen: Seen) -> None:
    assert where(told(placing(), seen)) == [("12", 1500.0, "3:40.000")]


@pytest.mark.parametrize(
    ("seen", "why"),
    [
        (Seen("k", bib="12", lane="3"), "bib 12 is another runner than lane 3 (bib 1)"),
        (Seen("k", lane="4", chip="A1"), "lane 4 is another runner than chip A1 (bib 1)"),
        (Seen("k", bib="99", lane="3"), "bib 99 is not on the start list"),
        (Seen("k", lane="8"), "lane 8 is not on the start list"),
        (Seen("k"), "it is not said who it was"),
    ],
)
def test_who_contradicts_themselves_goes_to_a_person_once(seen: Seen, why: str) -> None:
    seen = replace(seen, running=Mark.parse("3:40.00"), finish=True)
    found = told(placing(), seen, seen)
    assert [one.why for one in found if isinstance(one, Unplaced)] == [why]
    assert len(found) == 1


def test_an_unknown_chip_is_told_once_however_often_it_passes() -> None:
    found = told(placing(), *(chip(f"{n}", f"1:0{n}.00", chip="X9") for n in range(5)))
    assert [(one.key, one.said, one.why) for one in found if isinstance(one, Unplaced)] == [
        ("lynx/X9", "chip X9", "chip X9 is not on the start list")
    ]


def test_two_chips_of_one_runner_are_one_passing() -> None:
    found = told(placing(), GunRead("g", NOON), chip("1", "42.00", "A1"), chip("2", "42.15", "A2"))
    assert where(found) == [("1", 300.0, "42.000")]


def test_a_lane_that_two_share_names_nobody() -> None:
    field = StartList((Entrant("1", "3"), Entrant("2", "3")))
    assert field.who(lane="3").why == "lane 3 is not on the start list"


@pytest.mark.parametrize(
    "entrants",
    [(Entrant("1"), Entrant("01")), (Entrant("1", "", ("A",)), Entrant("2", "", ("a",)))],
)
def test_a_start_list_with_two_of_one_is_refused(entrants: tuple[Entrant, ...]) -> None:
    with pytest.raises(RaceError, match="is on the start list twice"):
        StartList(entrants)


# Where


def test_laps_counted_by_the_system_are_taken_at_its_word() -> None:
    found = told(
        placing(MILE),
        Seen("0", bib="1", lap=0, running_ns=150 * MS),
        Seen("1", bib="1", lap=1, running=Mark.parse("29.50")),
        Seen("2", bib="1", lap=8, running=Mark.parse("3:45.14")),
        Seen("3", bib="12", to_go=2, running=Mark.parse("2:50.00")),
    )
    assert where(found) == [
        ("1", 209.344, "29.500"),
        ("1", 1609.344, "3:45.140"),
        ("12", 1209.344, "2:50.000"),
    ]


def test_a_race_that_does_not_begin_at_the_finish_line_passes_it_first_on_the_way() -> None:
    found = told(
        placing(), GunRead("g", NOON), *(chip(t, t) for t in ("42.00", "1:38.00", "2:35.00", "3:30.00"))
    )
    assert [metres for _, metres, _ in where(found)] == [300.0, 700.0, 1100.0, 1500.0]


def test_mats_anywhere_are_points_of_the_race() -> None:
    mats = {"mats": [Point("100", 90_656), Point("1500", 90_656, (Distance.parse("1500"),)), Point("finish")]}
    one = placing(MILE, points=mats)
    found = told(
        one,
        GunRead("g", NOON),
        chip("1", "14.15", point="100"),
        chip("2", "29.70", point="finish"),
        chip("3", "42.35", point="100"),
        chip("4", "3:29.63", point="1500"),
        chip("5", "3:45.14", point="finish"),
        source="mats",
    )
    assert [metres for _, metres, _ in where(found)] == [100.0, 209.344, 300.0, 1500.0, 1609.344]


def test_a_camera_at_an_intermediate_time_is_a_source_of_its_own() -> None:
    camera = {"at 1500": [Point("", 90_656, (Distance.parse("1500"),))]}
    one = placing(MILE, points=camera)
    found = told(one, finish_page(row("1", "3:29.63"), official=True), source="at 1500")
    assert where(found) == [("1", 1500.0, "3:29.630")]
    assert isinstance(found[0], Placed)
    assert isinstance(found[0].event, Passing)
    assert found[0].event.official


def test_a_beam_that_sees_somebody_is_told_of_once() -> None:
    beam = [Seen(f"{n}", method=Method.CELL, running=Mark.parse(f"1:0{n}.00")) for n in range(3)]
    (lost,) = told(placing(), *beam)
    assert isinstance(lost, Unplaced)
    assert (lost.said, lost.why) == ("the beam", "a beam sees somebody, not whom")


def test_the_finish_line_may_be_called_finish() -> None:
    found = told(placing(), GunRead("g", NOON), chip("1", "42.00", point="Finish"))
    assert where(found) == [("1", 300.0, "42.000")]


def test_a_point_that_nobody_named_goes_to_a_person() -> None:
    (lost,) = told(placing(), GunRead("g", NOON), chip("1", "42.00", point="mat 7"))
    assert isinstance(lost, Unplaced)
    assert lost.why == "no point of lynx is called 'mat 7'"


def test_a_runner_whom_the_mat_missed_is_a_lap_further_and_that_is_told() -> None:
    found = told(placing(), GunRead("g", NOON), *(chip(t, t) for t in ("42.00", "1:39.00", "3:32.00")))
    assert [metres for _, metres, _ in where(found)] == [300.0, 700.0, 1500.0]
    assert [one for one in found if isinstance(one, Missing)] == [
        Missing("1", Distance.parse("1100"), "lynx")
    ]


def test_the_first_read_may_be_the_one_that_is_missed() -> None:
    found = told(placing(), GunRead("g", NOON), chip("1", "1:39.00"))
    assert where(found) == [("1", 700.0, "1:39.000")]


def test_a_missed_read_that_comes_later_is_put_in_its_place() -> None:
    one = placing()
    told(one, GunRead("g", NOON), chip("1", "42.00"), chip("2", "1:39.00"), chip("4", "3:32.00"))
    assert where(told(one, chip("3", "2:36.00"))) == [("1", 1100.0, "2:36.000")]


def test_a_chip_read_again_within_the_reach_of_the_antenna_is_one_passing() -> None:
    found = told(placing(), GunRead("g", NOON), *(chip(t, t) for t in ("42.00", "42.35", "43.10", "1:38.00")))
    assert [metres for _, metres, _ in where(found)] == [300.0, 700.0]


def test_who_stands_on_the_mat_at_the_start_has_passed_nothing() -> None:
    assert told(placing(MILE), GunRead("g", NOON), chip("0", "0.40"), chip("1", "0.90")) == []


def test_who_runs_on_after_the_finish_passes_nothing_any_more() -> None:
    times = ("42.00", "1:38.00", "2:35.00", "3:30.00", "4:50.00", "6:20.00")
    found = told(placing(), GunRead("g", NOON), *(chip(t, t) for t in times), at_ns=400 * S)
    assert [metres for _, metres, _ in where(found)] == [300.0, 700.0, 1100.0, 1500.0]
    assert not [one for one in found if isinstance(one, Unplaced)]


def test_a_runner_who_is_lapped_is_counted_alone() -> None:
    times = ("42.00", "1:38.00", "2:35.00", "3:30.00")
    slow = ("55.00", "2:10.00", "3:28.00")
    found = told(
        placing(),
        GunRead("g", NOON),
        *(chip(t, t) for t in times),
        *(chip(f"b{t}", t, "B1") for t in slow),
        at_ns=400 * S,
    )
    assert [metres for bib, metres, _ in where(found) if bib == "12"] == [300.0, 700.0, 1100.0]


def test_a_pacemaker_who_has_stepped_off_passes_nothing_on_the_way_home() -> None:
    one = placing()
    told(one, GunRead("g", NOON), chip("1", "42.00"), at_ns=43 * S)
    told(one, StatusRead("s", "DNF", bib="1"), at_ns=60 * S)
    assert told(one, chip("2", "1:50.00"), at_ns=111 * S) == []


def test_a_time_in_which_nobody_comes_so_far_goes_to_a_person() -> None:
    (lost,) = told(placing(), Seen("k", bib="1", to_go=1, running=Mark.parse("1:01.00")))
    assert isinstance(lost, Unplaced)
    assert (lost.said, lost.why) == ("bib 1: 1:01.000", "nobody runs 1100 m in that time")


# When


def test_a_running_time_stands_as_printed() -> None:
    (placed,) = told(placing(), Seen("k", bib="1", finish=True, running=Mark.parse("3:30.123")))
    assert isinstance(placed, Placed)
    assert (placed.event.elapsed, placed.known, placed.error_ns) == (
        Elapsed.of_ms(210_123),
        Known.PRINTED,
        MS,
    )


def test_a_time_finer_than_a_mark_is_kept() -> None:
    (placed,) = told(placing(), Seen("k", bib="1", finish=True, running_ns=210_123_456_789))
    assert isinstance(placed, Placed)
    assert placed.event.elapsed == Elapsed(210_123_456_789)


def test_a_time_of_day_is_counted_from_the_gun_of_the_same_clock_over_midnight() -> None:
    late = 24 * 3600 * S - 60 * S
    found = told(placing(), GunRead("g", late), Seen("k", bib="1", finish=True, of_day_ns=150 * S))
    assert where(found) == [("1", 1500.0, "3:30.000")]


def test_where_the_system_has_no_gun_its_clock_is_compared_with_ours() -> None:
    one = placing()
    one.take(Heard(GUN + 20 * S + 30 * MS, "lynx", Seen("0", chip="A1", of_day_ns=NOON + 20 * S)), OURS)
    (placed,) = one.take(
        Heard(GUN + 212 * S, "lynx", Seen("k", bib="1", finish=True, of_day_ns=NOON + 210 * S)), OURS
    )
    assert isinstance(placed, Placed)
    assert placed.known is Known.CLOCK
    assert placed.from_our_gun
    assert placed.error_ns is None
    assert placed.event.elapsed.ns == 210 * S + 30 * MS


def test_a_passing_now_is_counted_from_our_gun_and_moves_with_it_untold() -> None:
    one = placing()
    (placed,) = one.take(Heard(GUN + 210 * S, "cell", Seen("k", bib="1", finish=True, now=True)), OURS)
    assert isinstance(placed, Placed)
    assert placed.event.elapsed == Elapsed(210 * S)
    assert one.fire(GunAt(GUN - 50 * MS)) == ()


def test_a_race_played_ten_times_as_fast_has_the_same_times() -> None:
    gun = GunAt(GUN, rate=Fraction(10))
    (placed,) = placing().take(Heard(GUN + 21 * S, "cell", Seen("k", bib="1", finish=True, now=True)), gun)
    assert isinstance(placed, Placed)
    assert placed.event.elapsed == Elapsed(210 * S)


def test_what_is_heard_before_our_gun_is_known_waits_for_it() -> None:
    one = placing()
    assert one.take(heard(GunRead("g", NOON), 100 * MS), None) == ()
    assert one.take(heard(chip("1", "42.00"), 42 * S), None) == ()
    assert where(list(one.fire(OURS))) == [("1", 300.0, "42.000")]


def test_what_was_heard_before_the_gun_is_of_no_race_of_ours() -> None:
    one = placing()
    one.take(heard(GunRead("old", NOON - 600 * S), -600 * S), None)
    one.take(heard(finish_page(row("1", "3:30.00")), -60 * S), None)
    one.take(heard(Seen("k", bib="1", finish=True, running=Mark.parse("3:30.00")), -60 * S), None)
    assert one.fire(OURS) == ()


def test_what_was_confirmed_before_the_gun_is_the_race_before() -> None:
    one = placing()
    one.take(heard(Confirmed("official"), -60 * S), None)
    one.take(heard(chip("x", "1:00.00", chip="X9"), -60 * S), None)
    (placed,) = told(one, finish_page(row("1", "3:30.00")))
    assert isinstance(placed, Placed)
    assert isinstance(placed.event, Passing)
    assert not placed.event.official


def test_a_page_of_the_race_before_that_is_sent_once_more_is_not_taken() -> None:
    found = told(placing(), finish_page(row("1", "3:30.00"), row("12", "3:31.00")), at_ns=20 * S)
    assert [one.why for one in found if isinstance(one, Unplaced)] == [
        "the race is not as old as that: it is a time of another one"
    ] * 2


def test_what_has_no_time_goes_to_a_person() -> None:
    (lost,) = told(placing(), Seen("k", bib="1", finish=True))
    assert isinstance(lost, Unplaced)
    assert lost.why == "no time comes with it"


# Pages


def test_a_page_said_again_says_nothing_new() -> None:
    one = placing()
    page = finish_page(row("1", "3:30.00"), row("12", "3:31.00"), row("7"))
    assert len(told(one, page)) == 2
    assert told(one, page, page) == []


def test_a_row_that_vanished_is_taken_back() -> None:
    one = placing()
    told(one, finish_page(row("1", "3:30.00"), row("12", "3:31.00")))
    (back,) = told(one, finish_page(row("12", "3:31.00")), at_ns=301 * S)
    assert isinstance(back, TakenBack)
    assert back.key == "lynx/1/1500000"


def test_a_row_read_anew_is_restated_under_its_key() -> None:
    one = placing()
    (placed,) = told(one, finish_page(row("1", "3:30.00")))
    (again,) = told(one, finish_page(row("1", "3:30.02")), at_ns=301 * S)
    assert isinstance(placed, Placed)
    assert isinstance(again, Restated)
    assert again.key == placed.event.key
    assert again.event.elapsed == Elapsed.of_ms(210_020)


def test_an_official_page_makes_the_finish_official() -> None:
    one = placing()
    told(one, finish_page(row("1", "3:30.00")))
    (again,) = told(one, finish_page(row("1", "3:30.00"), official=True), at_ns=301 * S)
    assert isinstance(again, Restated)
    assert isinstance(again.event, Passing)
    assert again.event.official


def test_what_the_judges_confirm_is_official() -> None:
    one = placing()
    told(one, finish_page(row("1", "3:30.00")))
    confirmed = Confirmed("official")
    again, said = told(one, confirmed, at_ns=301 * S)
    assert isinstance(again, Restated)
    assert said == confirmed
    assert told(one, confirmed, at_ns=302 * S) == []


def test_splits_on_a_page_are_put_where_the_pace_puts_them_and_are_not_official() -> None:
    page = finish_page(row("1", "3:30.00", "42.00", "1:38.00", "2:35.00", "3:30.00"), official=True)
    found = told(placing(), page)
    assert where(found) == [
        *(("1", 300.0, "42.000"), ("1", 700.0, "1:38.000"), ("1", 1100.0, "2:35.000")),
        ("1", 1500.0, "3:30.000"),
    ]
    official = [
        one.event.official for one in found if isinstance(one, Placed) and isinstance(one.event, Passing)
    ]
    assert official == [False, False, False, True]


def test_a_page_of_intermediate_times_says_at_which_lap_or_leaves_it_to_the_pace() -> None:
    said = PageRead("lap", (row("1", "1:38.00"),), finish=False, to_go=2)
    silent = PageRead("lap", (row("12", "1:38.00"),), finish=False)
    assert where(told(placing(), said, silent)) == [("1", 700.0, "1:38.000"), ("12", 700.0, "1:38.000")]


def test_pages_of_two_laps_do_not_replace_one_another() -> None:
    one = placing()
    told(one, PageRead("lap", (row("1", "42.00"),), finish=False, to_go=3))
    found = told(one, PageRead("lap", (row("1", "1:38.00"),), finish=False, to_go=2), at_ns=301 * S)
    assert where(found) == [("1", 700.0, "1:38.000")]
    assert len(found) == 1


@pytest.mark.parametrize(("word", "status"), [("DNF", Status.DNF), ("aufg.", Status.DNF), ("DQ", Status.DQ)])
def test_a_word_in_place_of_a_place_is_a_verdict(word: str, status: Status) -> None:
    one = placing()
    (placed,) = told(one, finish_page(row("1", word=word)))
    assert isinstance(placed, Placed)
    assert isinstance(placed.event, Verdict)
    assert (placed.event.bib, placed.event.status) == ("1", status)
    assert told(one, finish_page(row("1", word=word)), at_ns=310 * S) == []
    (back,) = told(one, finish_page(row("1")), at_ns=320 * S)
    assert isinstance(back, TakenBack)


def test_a_word_that_nobody_knows_goes_to_a_person() -> None:
    (lost,) = told(placing(), StatusRead("k", "HUH", bib="1"))
    assert isinstance(lost, Unplaced)
    assert (lost.said, lost.why) == ("bib 1: HUH", "that word is not known here")


def test_a_row_that_names_two_runners_is_not_applied() -> None:
    (lost,) = told(placing(), finish_page(row("1", "3:30.00", lane="4")))
    assert isinstance(lost, Unplaced)
    assert lost.why == "bib 1 is another runner than lane 4 (bib 12)"


# Taken back, and put right


def test_what_is_taken_back_goes_and_what_replaces_it_comes() -> None:
    one = placing()
    first = Seen("a", bib="1", finish=True, running=Mark.parse("3:30.00"))
    second = Seen("b", bib="12", finish=True, running=Mark.parse("3:30.00"))
    found = told(one, first, Corrected("a"), second)
    assert [type(each) for each in found] == [Placed, TakenBack, Placed]


def test_what_is_taken_back_before_it_is_heard_never_comes() -> None:
    one = placing()
    one.take(heard(Corrected("a"), 301 * S), OURS)
    assert (
        one.take(heard(Seen("a", bib="1", finish=True, running=Mark.parse("3:30.00")), 300 * S), OURS) == ()
    )


def test_a_key_that_names_another_runner_now_moves_the_passing() -> None:
    one = placing()
    seen = Seen("a", bib="1", finish=True, running=Mark.parse("3:30.00"))
    found = told(one, seen, replace(seen, bib="12"))
    assert [type(each) for each in found] == [Placed, TakenBack, Placed]


def test_a_temporary_time_gives_way_to_the_official_one() -> None:
    one = placing()
    found = told(
        one,
        Seen("t", bib="1", finish=True, running=Mark.parse("3:30.1")),
        Seen("o", bib="1", finish=True, running=Mark.parse("3:30.02"), official=True),
        Seen("t2", bib="1", finish=True, running=Mark.parse("3:30.3")),
    )
    assert [type(each) for each in found] == [Placed, Restated]


def test_a_page_of_a_race_that_was_started_by_hand_has_times_by_hand() -> None:
    page = replace(finish_page(row("1", "3:30.1")), automatic=False)
    (placed,) = told(placing(), page)
    assert isinstance(placed, Placed)
    assert isinstance(placed.event, Passing)
    assert placed.event.method is Method.HAND


# People


def test_what_a_person_entered_is_contested_and_never_overwritten() -> None:
    one = placing()
    one.entered("1", Distance.parse("1500"), "by hand")
    page = finish_page(row("1", "3:30.00"))
    (contested,) = told(one, page)
    assert isinstance(contested, Contested)
    assert (contested.stands, contested.why) == ("by hand", "a person has entered it otherwise")
    assert told(one, page, at_ns=302 * S) == []


def test_what_a_person_put_right_is_contested_when_the_system_takes_it_back() -> None:
    one = placing()
    told(one, finish_page(row("1", "3:30.00")))
    one.entered("1", Distance.parse("1500"), "lynx/1/1500000")
    (contested,) = told(one, finish_page(), at_ns=301 * S)
    assert isinstance(contested, Contested)
    assert contested.comes is None


def test_two_official_times_of_two_systems_are_for_a_person_to_settle() -> None:
    one = placing()
    told(one, finish_page(row("1", "3:30.00"), official=True))
    (contested,) = told(one, finish_page(row("1", "3:30.05"), official=True), source="omega")
    assert isinstance(contested, Contested)
    assert contested.why == "lynx has another official time there"


# Heats, wind, restarts


def test_what_is_said_of_another_heat_is_left_alone_and_told_once() -> None:
    one = placing(heat=HeatNamed("12", "1", "2"))
    found = told(
        one,
        HeatNamed("12", "1", "1"),
        finish_page(row("1", "3:30.00")),
        HeatNamed("012", "", "02"),
        finish_page(row("1", "3:31.00")),
    )
    assert [one.heat for one in found if isinstance(one, Elsewhere)] == [HeatNamed("12", "1", "1")]
    assert not [one for one in found if isinstance(one, Unplaced)]
    assert where(found) == [("1", 1500.0, "3:31.000")]


def test_the_wind_is_told_when_it_is_another() -> None:
    assert told(placing(), WindRead("+0.6"), WindRead("+0.6"), WindRead("+0.7")) == [
        WindRead("+0.6"),
        WindRead("+0.7"),
    ]


def test_after_a_restart_nothing_is_handed_out_twice_and_counting_goes_on() -> None:
    before = told(placing(), GunRead("g", NOON), chip("1", "42.00"), chip("2", "1:38.00"))
    known = [one.event for one in before if isinstance(one, Placed)]
    one = placing(known=known)
    assert told(one, GunRead("g", NOON), chip("2", "1:38.00")) == []
    assert where(told(one, chip("3", "2:35.00"))) == [("1", 1100.0, "2:35.000")]


def test_after_a_restart_a_page_is_compared_with_what_the_journal_holds() -> None:
    known = [
        one.event for one in told(placing(), finish_page(row("1", "3:30.00"))) if isinstance(one, Placed)
    ]
    one = placing(known=known)
    assert told(one, finish_page(row("1", "3:30.00"))) == []
    (again,) = told(one, finish_page(row("1", "3:30.02")), at_ns=301 * S)
    assert isinstance(again, Restated)


def test_a_way_that_cannot_be_is_refused() -> None:
    with pytest.raises(RaceError, match="passes its finish line first"):
        Way(Distance.parse("100"), Distance.parse("400"), Distance.parse("300"))


def test_without_a_record_no_lap_is_inferred_before_the_runner_has_a_pace() -> None:
    way = replace(OUTDOORS, record=None)
    assert where(told(placing(way), GunRead("g", NOON), chip("1", "1:39.00"))) == [("1", 300.0, "1:39.000")]


@pytest.mark.parametrize("gun", [True, False])
@pytest.mark.parametrize("set_s", [-30, 30])
def test_a_clock_that_is_set_in_mid_race_changes_no_time(gun: bool, set_s: int) -> None:
    """A lap in 60 s: three chips pass within six seconds, which shows that it was set."""
    guns = Guns(GUN - 60 * S)
    one = placing(clocks={"lynx": guns.clock("lynx")})
    readings: list[tuple[int, Reading]] = [(0, GunRead("g", NOON))] if gun else []
    readings += [
        (0, Seen("0", chip="A1", of_day_ns=NOON)),
        (-7 * S, Seen("a", chip="A1", of_day_ns=NOON - 7 * S)),
    ]
    for chip, late_s in (("A1", 0), ("B1", 3), ("A2", 6)):
        for number, at_s in enumerate((45, 105, 165, 225)):
            of_day = NOON + (at_s + late_s + (set_s if number >= 2 else 0)) * S
            readings.append(((at_s + late_s) * S, Seen(f"{chip}{number}", chip=chip, of_day_ns=of_day)))
    for at_ns, reading in sorted(readings, key=lambda known: known[0]):
        guns.hear(heard(reading, at_ns + MS))
        one.take(heard(reading, at_ns + MS), OURS)
    found = {
        (event.bib, event.distance.metres): event.elapsed.ns
        for said in one._handed.values()
        for event in (known.event for known in said.values())
        if isinstance(event, Passing)
    }
    for bib, late_s in (("1", 0), ("12", 3)):
        for metres, at_s in ((300, 45), (700, 105), (1100, 165), (1500, 225)):
            assert found[bib, metres] == pytest.approx((at_s + late_s) * S, abs=200 * MS)
