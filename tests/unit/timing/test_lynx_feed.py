"""What the scoreboard of FinishLynx means: clock, gun, recall, wind and pages."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from pacelight.mark import Mark
from pacelight.timing import Method
from pacelight.timing.formats.lynx_feed import LynxFeed
from pacelight.timing.formats.lynx_said import (
    Board,
    Clock,
    HeatNumber,
    Line,
    PageBegins,
    PageEnds,
    Precise,
    Said,
    Section,
    Wind,
    clock_ns,
)
from pacelight.timing.reading import (
    ClockRead,
    ClockState,
    FalseStart,
    GunRead,
    HeatNamed,
    PageRead,
    Reading,
    Seen,
    WindRead,
)

MS = 1_000_000
HEAT = HeatNumber("12", "1", "2")
OTHER = HeatNumber("12", "1", "3")
AGAIN = "; press Alt-E in FinishLynx to have it sent again"
ARMED = ClockRead(ClockState.ARMED)


def clock(text: str, section: Section = Section.RUNNING, heat: HeatNumber | None = HEAT) -> Clock:
    return Clock(section, text, heat)


def begins(
    entered: str = "2", status: str = "UNOFFICIAL", board: Board = Board.RESULTS, wind: str = ""
) -> PageBegins:
    return PageBegins(board, HEAT, "Mile", status, wind, "AUTO", entered)


def line(
    bib: str, at: int | None = None, *, time: str = "", split: str = "", to_go: str = "", place: str = ""
) -> Line:
    return Line(Board.RESULTS, at, HEAT, place, "", bib, f"Runner {bib}", "", time, split, to_go)


def page(
    *lines: Line, entered: str = "2", count: int | None = None, status: str = "UNOFFICIAL"
) -> list[Said]:
    return [begins(entered, status), *lines, PageEnds(Board.RESULTS, HEAT, count)]


def told(feed: LynxFeed, said: Iterable[Said]) -> list[Reading]:
    return [reading for one in said for reading in feed.take(one)]


def after(said: Iterable[Said]) -> list[Reading]:
    """Without the name of the heat, which comes first."""
    first, *rest = told(LynxFeed(), said)
    assert isinstance(first, HeatNamed)
    return rest


def shown(readings: Iterable[Reading]) -> list[tuple[str, dict[str, str]]]:
    return [
        (one.source, {row.bib: str(row.time or row.word) for row in one.rows})
        for one in readings
        if isinstance(one, PageRead)
    ]


@pytest.mark.parametrize(
    ("text", "ns", "step"),
    [
        ("0.0", 0, 100 * MS),
        ("12.3", 12_300 * MS, 100 * MS),
        (" 3:45.14 ", 225_140 * MS, 10 * MS),
        ("2:01:09", 7_269_000 * MS, 1000 * MS),
        ("1:02,5", 62_500 * MS, 100 * MS),
        ("9.8765", 9_876_500_000, 100_000),
    ],
)
def test_a_running_time_is_read_with_its_last_digit(text: str, ns: int, step: int) -> None:
    assert clock_ns(text) == (ns, step)


@pytest.mark.parametrize(
    "text",
    ["", "1:60.0", "1:60:00", "1:00:00:00", "-1.0", "DNF"],
)
def test_what_is_no_running_time_is_none(text: str) -> None:
    assert clock_ns(text) is None


def test_the_heat_is_named_once_and_again_when_its_name_is_known() -> None:
    feed = LynxFeed()
    assert told(
        feed, [clock("1.0"), clock("1.1"), Clock(Section.ARMED, "", OTHER, "Mile"), clock("0.1", heat=OTHER)]
    ) == [
        HeatNamed("12", "1", "2"),
        ClockRead(ClockState.RUNNING, 1000 * MS, 100 * MS),
        ClockRead(ClockState.RUNNING, 1100 * MS, 100 * MS),
        HeatNamed("12", "1", "3", "Mile"),
        ARMED,
        ClockRead(ClockState.RUNNING, 100 * MS, 100 * MS),
    ]


def test_the_binary_time_makes_the_clock_precise_where_it_agrees() -> None:
    assert after([clock("12.3"), Precise(12_345), clock("12.4"), Precise(99_000), Precise(12_401)]) == [
        ClockRead(ClockState.RUNNING, 12_300 * MS, 100 * MS),
        ClockRead(ClockState.RUNNING, 12_345 * MS, MS),
        ClockRead(ClockState.RUNNING, 12_400 * MS, 100 * MS),
    ]


def test_armed_gun_running_paused_stopped() -> None:
    sections = [("", Section.ARMED), ("0.0", Section.GUN), ("0.0", Section.RUNNING), ("0.1", Section.RUNNING)]
    sections += [("29.9", Section.PAUSED), ("3:45.1", Section.STOPPED), ("20:31:07", Section.OF_DAY)]
    assert after([clock(text, section) for text, section in sections]) == [
        ARMED,
        GunRead("12-1-2 gun 1"),
        ClockRead(ClockState.RUNNING, 100 * MS, 100 * MS),
        ClockRead(ClockState.PAUSED, 29_900 * MS, 100 * MS),
        ClockRead(ClockState.STOPPED, 225_100 * MS, 100 * MS),
    ]


def test_a_clock_that_falls_back_to_zero_is_a_false_start_and_the_next_gun_another() -> None:
    said = [clock("", Section.GUN), clock("1.9"), clock("0.0"), clock("0.0"), clock("", Section.ARMED)]
    assert after([*said[:1], *said]) != []
    feed = LynxFeed("s ")
    readings = told(feed, [clock("0.0", Section.GUN), clock("1.9"), clock("0.0"), clock("0.0", Section.GUN)])
    assert readings[1:] == [
        GunRead("s 12-1-2 gun 1"),
        ClockRead(ClockState.RUNNING, 1900 * MS, 100 * MS),
        FalseStart("s 12-1-2 recall 1"),
        ARMED,
        GunRead("s 12-1-2 gun 2"),
    ]


def test_within_the_first_second_zero_is_said_twice_before_it_is_a_false_start() -> None:
    late = [clock("0.1"), clock("0.0"), clock("0.2")]
    assert FalseStart("12-1-2 recall 1") not in after(late)
    assert FalseStart("12-1-2 recall 1") in after([clock("0.1"), clock("0.0"), clock("0.0")])


def test_a_clock_that_stands_at_zero_for_a_moment_after_the_gun_is_no_false_start() -> None:
    assert after([clock("0.0", Section.GUN), *[clock("0.0")] * 20]) == [GunRead("12-1-2 gun 1")]
    recalled = after([clock("0.0", Section.GUN), *[clock("0.0")] * 21])
    assert recalled[1:] == [FalseStart("12-1-2 recall 1"), ARMED]


def test_armed_again_after_the_gun_is_a_recall_but_not_after_a_finish() -> None:
    armed = clock("", Section.ARMED)
    assert FalseStart("12-1-2 recall 1") in after([clock("0.0", Section.GUN), clock("5.0"), armed])
    finished = after([clock("5.0"), clock("5.1", Section.STOPPED), armed, armed, clock("0.0")])
    assert finished[2:] == [ARMED, ARMED, ARMED]


def test_another_heat_begins_without_a_recall() -> None:
    assert after([clock("5.0"), clock("0.0", heat=OTHER)])[1:] == [HeatNamed("12", "1", "3"), ARMED]


def test_a_broken_beam_is_somebody_at_a_time() -> None:
    assert after([clock("5.0"), clock("5.27", Section.BREAK)])[1:] == [
        Seen("12-1-2 beam 5.27 1", running=Mark.parse("5.27"), method=Method.CELL)
    ]


def test_wind_is_told_once() -> None:
    assert after([Wind("+0.6", HEAT), Wind("+0.6", HEAT), begins(wind="+0.6"), Wind("NWI", HEAT)]) == [
        WindRead("+0.6"),
        WindRead("NWI"),
    ]


def test_a_page_is_told_once_however_often_it_is_sent() -> None:
    feed = LynxFeed()
    results = page(line("7", time="3:45.14", place="1"), line("8", place="DNF"))
    first = told(feed, results)
    (heat, read) = first
    assert isinstance(read, PageRead)
    assert heat == HeatNamed("12", "1", "2", "Mile")
    assert (read.source, read.official, read.finish, read.automatic) == ("12-1-2", False, True, True)
    assert shown(first) == [("12-1-2", {"7": "3:45.14", "8": "DNF"})]
    assert told(feed, results) == []
    official = told(feed, page(*results[1:3], status="OFFICIAL"))  # type: ignore[arg-type]
    assert [one.official for one in official if isinstance(one, PageRead)] == [True]


def test_one_number_on_two_lines_is_told_as_it_is() -> None:
    """Somebody has to look at it: neither line may hide the other."""
    lines = [line("7", 0, time="3:45.14", place="1"), replace(line("7", 1, time="3:46.63"), lane="5")]
    (read,) = [one for one in told(LynxFeed(), page(*lines, count=2)) if isinstance(one, PageRead)]
    assert [(row.bib, row.lane, str(row.time)) for row in read.rows] == [
        ("7", "", "3:45.14"),
        ("7", "5", "3:46.63"),
    ]


@pytest.mark.parametrize(
    ("text", "place", "word"),
    [
        ("1", 1, ""),
        ("T2", 2, ""),
        ("3T", 3, ""),
        ("=4", 4, ""),
        ("5.", 5, ""),
        ("0", None, "0"),
        ("DNF", None, "DNF"),
        ("9" * 30, None, "9" * 30),
    ],
)
def test_a_place_may_be_shared_or_a_word(text: str, place: int | None, word: str) -> None:
    said = page(line("7", time="3:45.14", place=text), line("8"))
    (read,) = [one for one in told(LynxFeed(), said) if isinstance(one, PageRead)]
    assert (read.rows[0].place, read.rows[0].word) == (place, word)


@pytest.mark.parametrize(("started", "automatic"), [("AUTO", True), ("Manual", False), ("", None)])
def test_a_page_says_how_the_race_was_started(started: str, automatic: bool | None) -> None:
    said = [
        replace(begins("1"), started=started),
        line("7", time="3:45.14"),
        PageEnds(Board.RESULTS, HEAT, 1),
    ]
    (read,) = [one for one in told(LynxFeed(), said) if isinstance(one, PageRead)]
    assert read.automatic is automatic


def test_each_runner_is_kept_at_each_lap_to_go() -> None:
    feed = LynxFeed()
    pages = [
        page(line("7", split="56.39", to_go="2"), line("8")),
        page(line("7", split="56.39", to_go="2"), line("8", split="56.50", to_go="2")),
        page(line("7", split="1:52.55", to_go="1"), line("8", split="56.50", to_go="2")),
    ]
    assert [shown(told(feed, one))[0] for one in pages] == [
        ("12-1-2 2 to go", {"7": "56.39"}),
        ("12-1-2 2 to go", {"7": "56.39", "8": "56.50"}),
        ("12-1-2 1 to go", {"7": "1:52.55"}),
    ]


def test_a_split_that_is_taken_back_leaves_its_page() -> None:
    feed = LynxFeed()
    told(feed, page(line("7", split="56.39", to_go="2"), line("8")))
    told(feed, page(line("7", split="57.00", to_go="1"), line("8")))
    back = told(feed, page(line("7", split="56.39", to_go="2"), line("8")))
    assert shown(back) == [("12-1-2 1 to go", {})]


def test_a_time_with_laps_to_go_is_a_split_unless_it_is_another() -> None:
    same = told(LynxFeed(), page(line("7", time="56.39", split="56.39", to_go="2"), line("8")))
    assert shown(same)[-1] == ("12-1-2", {"7": "", "8": ""})
    finished = told(LynxFeed(), page(line("7", time="3:45.14", split="3:16.9", to_go="1"), line("8")))
    assert shown(finished)[-1] == ("12-1-2", {"7": "3:45.14", "8": ""})


def test_a_page_of_some_adds_to_the_one_before_and_a_page_of_all_replaces_it() -> None:
    feed = LynxFeed()
    told(feed, page(line("7", time="3:45.14"), line("8", time="3:46.63")))
    part = told(feed, page(line("7", time="3:45.15")))
    assert shown(part) == [("12-1-2", {"7": "3:45.15", "8": "3:46.63"})]
    whole = told(feed, page(line("7", time="3:45.15"), line("9", time="3:50.00")))
    assert shown(whole) == [("12-1-2", {"7": "3:45.15", "9": "3:50.00"})]


def test_pages_that_take_turns_add_up_and_each_takes_back_its_own() -> None:
    """Nine entered, two to a page: whoever is not on their page any more was taken back."""
    feed = LynxFeed()

    def turn(*bibs: str) -> dict[str, str]:
        lines = [line(bib, at, time=f"3:45.{bib}") for at, bib in enumerate(bibs)]
        told_now = shown(told(feed, page(*lines, entered="9", count=len(bibs))))
        return told_now[-1][1] if told_now else {}

    assert list(turn("11", "12")) == ["11", "12"]
    assert list(turn("13", "14")) == ["11", "12", "13", "14"]
    assert turn("11", "12") == {}
    assert list(turn("11", "19")) == ["11", "13", "14", "19"]  # the number of 12 was put right
    assert list(turn("13")) == ["11", "13", "19"]
    assert list(turn("15")) == ["11", "13", "19", "15"]


def test_without_the_number_of_entries_only_a_counted_page_is_whole() -> None:
    feed = LynxFeed()
    told(feed, page(line("7", 0, time="3:45.14"), line("8", 1, time="3:46.63"), entered="", count=2))
    assert shown(told(feed, page(line("7", time="3:45.15"), entered=""))) == [
        ("12-1-2", {"7": "3:45.15", "8": "3:46.63"})
    ]
    assert shown(told(feed, page(line("7", 0, time="3:45.15"), entered="", count=1))) == [
        ("12-1-2", {"7": "3:45.15"})
    ]


def test_lines_that_overtook_one_another_are_put_in_order() -> None:
    said = page(
        line("8", 1, time="3:46.63"), line("7", 0, time="3:45.14"), line("7", 0, time="3:45.14"), count=2
    )
    assert shown(told(LynxFeed(), said)) == [("12-1-2", {"7": "3:45.14", "8": "3:46.63"})]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (
            page(line("7", 0), count=2),
            f"1 of 2 lines of a page came{AGAIN}",
        ),
        (
            page(line("7", 0), line("8", 0), count=1),
            f"two lines of a page have the number 0{AGAIN}",
        ),
        ([line("7")], "a line came without the header of its page"),
        ([PageEnds(Board.RESULTS, HEAT, 0)], "the end of a page came without its header"),
        ([begins(), begins()], "a page did not end"),
        (
            [begins(), PageEnds(Board.RESULTS, OTHER, 0)],
            f"the end of a page of heat 12-1-3 came for another{AGAIN}",
        ),
        (
            [begins(board=Board.STARTERS), line("7"), PageEnds(Board.STARTERS, HEAT, 1)],
            f"a line of heat 12-1-2 came on a page of heat 12-1-2{AGAIN}",
        ),
        ([clock("soon")], "'soon' is no running time"),
    ],
)
def test_what_is_not_whole_is_refused_with_the_remedy(said: list[Said], why: str) -> None:
    feed = LynxFeed()
    assert shown(told(feed, said)) == []
    assert (feed.refused, feed.why) == (1, why)


def test_a_start_list_is_a_page_of_its_own_without_times() -> None:
    row = Line(Board.STARTERS, 0, HEAT, "", "4", "7", "Runner 7", "", "", "", "")
    said = [begins(board=Board.STARTERS), row, PageEnds(Board.STARTERS, HEAT, 1)]
    (read,) = [one for one in told(LynxFeed(), said) if isinstance(one, PageRead)]
    assert (read.source, read.finish, read.to_go) == ("12-1-2 start list", False, None)
    assert [(row.bib, row.lane, row.time) for row in read.rows] == [("7", "4", None)]


def test_splits_on_a_start_list_are_heard_too() -> None:
    """Before anybody has a result, FinishLynx may show who runs as a start list with splits."""
    row = Line(Board.STARTERS, 0, HEAT, "", "4", "7", "Runner 7", "", "9:99.99", "56.39", "2")
    said = [begins(board=Board.STARTERS), row, PageEnds(Board.STARTERS, HEAT, 1)]
    assert shown(told(LynxFeed(), [said[0], replace(row, time=""), said[2]])) == [
        ("12-1-2 start list", {"7": ""}),
        ("12-1-2 2 to go", {"7": "56.39"}),
    ]
    assert shown(told(LynxFeed(), said)) == []  # 9:99.99 is no time


def test_results_of_an_earlier_heat_do_not_disturb_the_clock_of_this_one() -> None:
    feed = LynxFeed()
    told(feed, [clock("5.0", heat=OTHER)])
    told(feed, page(line("7", time="3:45.14"), line("8")))
    assert told(feed, [clock("0.0", heat=OTHER)]) == [
        HeatNamed("12", "1", "3"),
        FalseStart("12-1-3 recall 1"),
        ARMED,
    ]


def test_an_evening_of_heats_costs_no_memory() -> None:
    feed = LynxFeed()
    for heat in range(1000):
        told(feed, [clock("5.0", heat=HeatNumber("1", "1", str(heat)))])
    assert len(feed._heats) <= 64
