"""Places, marks, ties, and the words for those who have none."""

import pytest

from pacelight.distance import MILE
from pacelight.errors import RaceError
from pacelight.mark import Elapsed, Mark
from pacelight.timing import Method, Passing, Result, Status, official_mark, rank
from pacelight.timing.results import STATUS_WORDS, status_of

FINISHES = {  # Lievin 2025-02-13
    "1": 225_140,
    "2": 232_700,
    "3": 233_180,
}


def finish(bib: str, ns: int, method: Method = Method.PHOTO) -> Passing:
    return Passing(bib, MILE, Elapsed(ns), method, True, "photo", f"finish-{bib}")


def test_results_stand_in_the_order_of_their_times() -> None:
    found = rank(finish(bib, ms * 10**6) for bib, ms in reversed(FINISHES.items()))
    assert [(result.place, result.bib, str(result.mark)) for result in found] == [
        (1, "1", "3:45.14"),
        (2, "2", "3:52.70"),
        (3, "3", "3:53.18"),
    ]
    assert all(result.finished for result in found)


def test_the_official_mark_is_rounded_up_and_never_to_the_nearest() -> None:
    assert official_mark(Elapsed(9_072_500_000), Method.PHOTO) == Mark.parse("9.08")
    assert str(official_mark(Elapsed(9_071_000_001), Method.PHOTO, 3)) == "9.072"


def test_a_hand_time_has_tenths_at_most() -> None:
    mark = official_mark(Elapsed(225_132_000_000), Method.HAND)
    assert (str(mark), mark.timing) == ("3:45.2", Method.HAND.timing)
    assert str(official_mark(Elapsed(225_132_000_000), Method.HAND, 0)) == "3:46"


def test_equal_thousandths_share_a_place_and_the_next_is_skipped() -> None:
    found = rank([finish("a", 225_139_100_000), finish("b", 225_139_900_000), finish("c", 225_141_000_000)])
    assert [(result.place, result.bib) for result in found] == [(1, "a"), (1, "b"), (3, "c")]


def test_a_place_is_decided_by_thousandths_though_the_marks_are_equal() -> None:
    found = rank([finish("a", 225_131_000_000), finish("b", 225_139_000_000)])
    assert [(result.place, str(result.mark)) for result in found] == [(1, "3:45.14"), (2, "3:45.14")]


def test_who_is_disqualified_loses_the_place_and_the_others_move_up() -> None:
    rows = [finish(bib, ms * 10**6) for bib, ms in FINISHES.items()]
    found = rank(rows, {"1": Status.DQ, "9": Status.DNS, "8": Status.DNF})
    assert [(result.bib, result.place, result.status) for result in found] == [
        ("2", 1, None),
        ("3", 2, None),
        ("1", None, Status.DQ),
        ("8", None, Status.DNF),
        ("9", None, Status.DNS),
    ]
    assert [result.finished for result in found] == [True, True, False, False, False]


def test_two_finishes_of_one_bib_are_refused() -> None:
    with pytest.raises(RaceError, match="bib 1 finished twice"):
        rank([finish("1", 1), finish("1", 2)])


def test_a_place_and_a_status_exclude_each_other() -> None:
    with pytest.raises(RaceError, match="place 2 and DNF exclude each other"):
        Result("1", 2, None, Status.DNF)


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("DNS", Status.DNS),
        ("dnf", Status.DNF),
        ("aufg.", Status.DNF),
        (" Aufg. ", Status.DNF),
        ("DQ", Status.DQ),
        ("DIS", Status.DQ),
        ("FS", Status.DQ),
        ("NT", Status.NM),
        ("SC", Status.DNS),
        ("ADV", Status.QR),
        ("fell", None),
        ("", None),
    ],
)
def test_local_words_are_understood_by_table(word: str, status: Status | None) -> None:
    assert status_of(word) is status


def test_every_status_has_a_word_of_its_own() -> None:
    assert {status_of(status) for status in Status} == set(Status)
    assert all(word == word.lower() for word in STATUS_WORDS)
