"""Scan'O'Vision, message by message."""

import pytest

from pacelight.errors import FormatError
from pacelight.mark import Mark
from pacelight.timing.formats.omega import OmegaLine, OmegaMessage, line, lined, read, write
from pacelight.timing.formats.omega_dialogue import PASSED_OVER, OmegaDialogue
from pacelight.timing.reading import (
    ClockRead,
    ClockState,
    Confirmed,
    Corrected,
    FalseStart,
    GunRead,
    HeatNamed,
    PageRead,
    Reading,
    RowRead,
    Seen,
    StatusRead,
    WindRead,
)


class Board:
    """Says messages to a dialogue, and keeps what it makes of them."""

    def __init__(self, **how: bool) -> None:
        self.dialogue = OmegaDialogue("omega", **how)
        self.dialogue.opened(0)

    def __call__(self, code: str, data: str = "") -> list[Reading]:
        return [one.reading for one in self.dialogue.feed(write(OmegaMessage(code, data)), 5)]

    def runner(self, code: str, bib: str, time: str = "", **columns: int) -> list[Reading]:
        message = lined(code, OmegaLine(bib, "4", time, **columns))
        return self(message.code, message.data)


@pytest.fixture
def board() -> Board:
    said = Board()
    said("SNR", "12-2-1")
    return said


def test_the_frame_is_that_of_the_device() -> None:
    frame = write(OmegaMessage("ISV", "10:29:35.3378"))
    assert frame == b"\x01\x13DVISV\x0210:29:35.3378\x04"
    assert write(OmegaMessage("ISF")) == b"\x01\x13DVISF\x04"
    assert read(b"\0\0" + frame[:-1]) == OmegaMessage("ISV", "10:29:35.3378")


@pytest.mark.parametrize(
    "frame", [b"", b"\x01", b"\x13DVISV", b"\x01\x13DVIS", b"\x01\x13DVI\xffV\x02", b"x\x01\x13DVISV"]
)
def test_what_is_no_frame_is_refused(frame: bytes) -> None:
    with pytest.raises(FormatError, match="no message of a Scan'O'Vision"):
        read(frame)


def test_a_torn_message_does_not_take_the_next_with_it(board: Board) -> None:
    whole = write(OmegaMessage("RWM", "  +0.6 m/s"))
    heard = board.dialogue.feed(b"\x01\x13DVRTC\x02   1" + whole + whole, 5)
    assert [one.reading for one in heard] == [WindRead("+0.6")]
    assert board.dialogue.refused == 1


def test_the_heat_is_named_by_its_numbers_or_by_its_whole_id() -> None:
    board = Board()
    assert board("SNR", " 12-2-1 ") == [HeatNamed("12", "2", "1")]
    assert board("SNR", "MILE FINAL") == [HeatNamed("MILE FINAL")]


def test_the_gun_has_its_time_of_day(board: Board) -> None:
    assert board("ISV", "10:29:35.3378") == [GunRead("12-2-1/gun/10:29:35.3378", 37_775_337_800_000)]


def test_a_gun_whose_time_of_day_cannot_be_read_was_now(board: Board) -> None:
    assert board("ISV", "10h29:35") == [GunRead("12-2-1/gun/10h29:35")]
    assert board.dialogue.why == "not a time of day: '10h29:35' (20:11:54.4049)"


def test_a_false_start_is_that_of_the_gun_before_and_the_next_gun_is_another(board: Board) -> None:
    (first,) = board("ISV", "10:29:35.3378")
    assert board("ISF") == [FalseStart("12-2-1/false start/10:29:35.3378")]
    (second,) = board("ISV", "10:33:01.0000")
    assert isinstance(first, GunRead)
    assert isinstance(second, GunRead)
    assert first.key != second.key


def test_the_clock_stands_at_the_net_time_and_runs_again_when_the_finish_is_taken_back(board: Board) -> None:
    assert board("IFV", "  3:45.14") == [ClockRead(ClockState.STOPPED, 225_140_000_000, 10_000_000)]
    assert board("IFF") == [ClockRead(ClockState.RUNNING)]


def test_an_intermediate_time_is_a_passing_of_its_lap(board: Board) -> None:
    assert board.runner("RTC", "101", "1:52.55", lap=2, rank=3) == [
        Seen("12-2-1/lap 2/bib 101/1:52.55", "101", "4", lap=2, running=Mark.parse("1:52.55"), place=3)
    ]


@pytest.mark.parametrize("lap", [10, 20, 100])
def test_a_lap_whose_last_figure_is_zero_is_no_reaction_time(board: Board, lap: int) -> None:
    (seen,) = board.runner("RTC", "101", "9:52.55", lap=lap)
    assert isinstance(seen, Seen)
    assert seen.lap == lap


def test_a_reaction_time_is_no_passing(board: Board) -> None:
    assert board("RTC", "   0      101 4     0.152 ") == []
    assert board.dialogue.refused == 0


def test_lap_9999_is_the_finish(board: Board) -> None:
    (seen,) = board.runner("RTC", "101", "3:45.14", lap=9999)
    assert isinstance(seen, Seen)
    assert (seen.finish, seen.lap) == (True, None)


def test_numbers_may_stand_for_points() -> None:
    (seen,) = Board(laps_are_points=True).runner("RTC", "101", "3:29.63", lap=15)
    assert isinstance(seen, Seen)
    assert (seen.point, seen.lap) == ("15", None)


def test_times_finer_than_a_mark_keep_all_figures(board: Board) -> None:
    (seen,) = board.runner("RCV", "101", "8.0752")
    assert isinstance(seen, Seen)
    assert (seen.running, seen.running_ns) == (None, 8_075_200_000)


def test_a_time_that_changes_takes_back_what_was_said(board: Board) -> None:
    (first,) = board.runner("RCV", "101", "3:45.14")
    assert isinstance(first, Seen)
    assert board.runner("RCV", "101", "3:45.14") == []
    corrected, second = board.runner("RCV", "101", "3:45.15")
    assert corrected == Corrected(first.key)
    assert isinstance(second, Seen)
    assert second.running == Mark.parse("3:45.15")


def test_a_result_deleted_and_given_again_is_another(board: Board) -> None:
    (first,) = board.runner("RCV", "101", "3:45.14")
    assert isinstance(first, Seen)
    assert board.runner("RCS", "101") == [Corrected(first.key)]
    assert board.runner("RCS", "101") == []
    (second,) = board.runner("RCV", "101", "3:45.14")
    assert isinstance(second, Seen)
    assert second.key == f"{first.key}/2"
    assert board.runner("RCS", "101") == [Corrected(second.key)]
    (third,) = board.runner("RCV", "101", "3:45.14")
    assert isinstance(third, Seen)
    assert third.key == f"{first.key}/3"


@pytest.mark.parametrize(("word", "meant"), [("DNF", "DNF"), ("DQ", "DQ"), ("DNS", "DNS"), ("No Time", "NT")])
def test_a_word_in_the_place_of_a_time_is_a_status(board: Board, word: str, meant: str) -> None:
    assert board.runner("RCV", "101", word) == [
        StatusRead(f"12-2-1/finish/bib 101/{meant}", meant, "101", "4")
    ]


def test_no_time_at_a_lap_is_no_status_and_users_say_nothing(board: Board) -> None:
    assert board.runner("RTC", "101", "NT", lap=2) == []
    assert board.runner("RCV", "101", "USER1") == []
    assert board.runner("RTC", "101", "DNF", lap=2) == [
        StatusRead("12-2-1/finish/bib 101/DNF", "DNF", "101", "4")
    ]
    assert board.dialogue.refused == 0


def test_a_ranking_is_one_page(board: Board) -> None:
    assert board("RDC", "  2") == []
    assert board.runner("RCC", "101", "8.08", rank=1) == []
    assert board.runner("RCF", "101", "8.076", rank=1) == []
    assert board.runner("RCC", "7", "DNF") == []
    rows = (
        RowRead("101", "4", "", 1, "", Mark.parse("8.076")),
        RowRead("7", "4", "", None, "DNF", None),
    )
    assert board("RFC") == [PageRead("12-2-1/ranking", rows)]
    assert board("RFJ", "12-2-1") == [Confirmed("12-2-1/official")]


@pytest.mark.parametrize(
    ("hundredths", "thousandths", "whole"),
    [
        ("8.08", ".076", "8.076"),
        ("9.00", ".996", "8.996"),
        ("9.00", ".000", "9.000"),
        ("1:10.00", "9.991", "1:09.991"),
    ],
)
def test_seconds_of_thousandths_follow_from_the_hundredths(
    board: Board, hundredths: str, thousandths: str, whole: str
) -> None:
    board("RDC", "1")
    board.runner("RCC", "101", hundredths, rank=1)
    board.runner("RCF", "101", thousandths, rank=1)
    (page,) = board("RFC")
    assert isinstance(page, PageRead)
    assert str(page.rows[0].time) == whole


def test_thousandths_that_do_not_belong_are_refused_and_the_hundredths_stay(board: Board) -> None:
    board("RDC", "1")
    board.runner("RCC", "101", "8.08", rank=1)
    board.runner("RCF", "101", "8.086", rank=1)
    (page,) = board("RFC")
    assert isinstance(page, PageRead)
    assert str(page.rows[0].time) == "8.08"
    assert board.dialogue.why == "bib 101: the thousandths 8.086 do not make 8.08"


def test_a_ranking_with_a_row_lost_is_left_aside(board: Board) -> None:
    """A page is what there is: who is not on it was taken back. So half a page must not pass for one."""
    board("RDC", "  2")
    board.runner("RCC", "101", "8.08", rank=1)
    assert board("RFC") == []
    assert board.dialogue.why == "a ranking of 2 runners with 1 rows: left aside"


def test_half_a_ranking_does_not_outlive_its_connection(board: Board) -> None:
    board("RDC", "1")
    board.runner("RCC", "101", "8.08", rank=1)
    board.dialogue.opened(9)
    assert board("RFC") == []
    assert board.dialogue.why == "a ranking ends that did not begin"


def test_wind_is_taken_as_printed_and_none_is_none(board: Board) -> None:
    assert board("RWM", "  -1.2 m/s") == [WindRead("-1.2")]
    assert board("RWM", "   N/A    ") == []


def test_what_is_official_must_be_the_race_spoken_of(board: Board) -> None:
    assert board("RFJ", "13-1-1") == []
    assert board.dialogue.why == "race 13-1-1 is official, and the one spoken of is 12-2-1"


def test_another_race_begins_anew(board: Board) -> None:
    (first,) = board.runner("RCV", "101", "3:45.14")
    board("SNR", "12-2-2")
    (second,) = board.runner("RCV", "101", "3:45.14")
    assert isinstance(first, Seen)
    assert isinstance(second, Seen)
    assert first.key != second.key


def test_known_codes_are_passed_over_and_unknown_ones_counted(board: Board) -> None:
    assert [board(code, "1") for code in sorted(PASSED_OVER)] == [[]] * len(PASSED_OVER)
    assert board.dialogue.refused == 0
    assert board("XYZ") == []
    assert board.dialogue.why == "'XYZ' is no message that is known of a Scan'O'Vision"


@pytest.mark.parametrize(
    ("code", "data", "why"),
    [
        ("RTC", "  1x  1  101 4 1:52.55", "RTC: '1x' is no number in '  1x  1  101 4 1:52.55'"),
        ("RCV", "       3:45.14", "RCV: neither bib nor lane in '       3:45.14'"),
        ("RCV", "  101 4 3.45.14", "not a time: '3.45.14' (1:52.55)"),
        ("RDC", "some", "a ranking of 'some' runners"),
    ],
)
def test_what_cannot_be_read_is_counted_with_its_reason(board: Board, code: str, data: str, why: str) -> None:
    assert board(code, data) == []
    assert (board.dialogue.refused, board.dialogue.why) == (1, why)


def test_a_lane_alone_is_somebody() -> None:
    assert line(OmegaMessage("RCV", "      4 8.08")) == OmegaLine("", "4", "8.08")
    (seen,) = Board()("RCV", "      4 8.08")
    assert isinstance(seen, Seen)
    assert (seen.bib, seen.lane, seen.key) == ("", "4", "/finish/lane 4/8.08")
