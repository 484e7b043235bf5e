"""Between the journal and placing: what is written down, and what is known again after a restart."""

from collections.abc import Iterable
from importlib.resources import files

import pytest

from pacelight.distance import Distance
from pacelight.mark import Elapsed, Mark
from pacelight.meet.engine.placed import entered, entries_of, placing_of
from pacelight.meet.journal import entries
from pacelight.meet.live.live import Live
from pacelight.meet.race import Command
from pacelight.timing import Method, Owner, Status
from pacelight.timing.placing import GunAt, Placing
from pacelight.timing.reading import (
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

S = 1_000_000_000
GUN = 1000 * S
TEXT = (files("pacelight") / "recordings" / "lievin-2025-mile.toml").read_text(encoding="utf-8")
MILE = Distance.parse("1609.344 m")
RECORD = Elapsed.of_ms(226_630)


def begun() -> Live:
    live = Live(entries.Opened(entries.SCHEMA, TEXT, [], "book.sqlite", "sim://"))
    for command in (Command.CHECK, Command.ARM):
        live.take(entries.Commanded(command, by="lights"))
    live.take(entries.Fired(GUN, 10**18, "boot", "1"))
    return live


def taken(live: Live, placing: Placing, *readings: Reading, at_s: int = 300) -> list[entries.Entry]:
    """What is written down of these readings; the race has taken it."""
    written: list[entries.Entry] = []
    for number, reading in enumerate(readings):
        heard = Heard(GUN + at_s * S + number, "lynx", reading)
        for placement in placing.take(heard, GunAt(GUN)):
            for entry in entries_of(placement, live):
                written.append(entry)
                live.take(entry)
                entered(placing, entry, live)
    return written


def by_hand(live: Live, placing: Placing, entry: entries.Entry) -> None:
    live.take(entry)
    entered(placing, entry, live)


def page(*rows: tuple[str, str], official: bool = False) -> PageRead:
    return PageRead("r", tuple(row(bib, said) for bib, said in rows), official=official)


def row(bib: str, said: str) -> RowRead:
    word = said if said.isalpha() else ""
    return RowRead(bib, "", "", None, word, None if word else Mark.parse(said))


def kinds(written: Iterable[entries.Entry]) -> list[str]:
    return [str(entry.__struct_config__.tag) for entry in written]


def test_a_page_becomes_passings_and_what_changes_on_it_corrections_by_nobody() -> None:
    live = begun()
    placing = placing_of(live, record=RECORD)
    assert kinds(taken(live, placing, page(("1", "3:45.14"), ("2", "3:52.70")))) == ["passing", "passing"]
    (corrected,) = taken(live, placing, page(("1", "3:45.14"), ("2", "3:52.71")), at_s=301)
    assert isinstance(corrected, entries.Corrected)
    assert (corrected.what, corrected.elapsed_ns, corrected.by) == ("lynx/2/1609344", 232_710_000_000, "")
    assert corrected.reason == "the timing system says so now"
    assert str(live.results["2"].mark) == "3:52.71"


def test_a_row_that_goes_and_comes_back_is_struck_and_restored() -> None:
    live = begun()
    placing = placing_of(live, record=RECORD)
    taken(live, placing, page(("1", "3:45.14")))
    assert kinds(taken(live, placing, page(), at_s=301)) == ["struck"]
    assert "1" not in live.results
    assert kinds(taken(live, placing, page(("1", "3:45.15")), at_s=302)) == ["restored", "corrected"]
    assert str(live.results["1"].mark) == "3:45.15"


def test_a_status_is_judged_and_taken_back() -> None:
    live = begun()
    placing = placing_of(live)
    assert kinds(taken(live, placing, page(("9", "DNF")))) == ["verdict"]
    assert live.results["9"].status is Status.DNF
    (back,) = taken(live, placing, page(), at_s=301)
    assert isinstance(back, entries.Judged)
    assert back.status == ""
    assert "9" not in live.results


def test_what_a_person_put_right_is_never_overwritten() -> None:
    live = begun()
    placing = placing_of(live)
    taken(live, placing, page(("1", "3:45.14")))
    right = entries.Corrected("lynx/1/1609344", elapsed_ns=225_200 * 10**6, by="timing desk", role="timer")
    by_hand(live, placing, right)
    (conflict,) = taken(live, placing, page(("1", "3:45.99")), at_s=301)
    assert isinstance(conflict, entries.Conflicted)
    assert (conflict.bib, conflict.against) == ("1", "lynx/1/1609344")
    assert str(live.results["1"].mark) == "3:45.20"
    live.take(entries.Settled(conflict.key, take=True, by="timing desk"))
    assert str(live.results["1"].mark) == "3:45.99"


@pytest.mark.parametrize("take", [False, True])
def test_a_conflict_that_was_settled_is_not_asked_again_after_a_restart(take: bool) -> None:
    live = begun()
    placing = placing_of(live)
    taken(live, placing, page(("1", "3:45.14")))
    by_hand(live, placing, entries.Corrected("lynx/1/1609344", elapsed_ns=225_200 * 10**6, by="timing desk"))
    (conflict,) = taken(live, placing, page(("1", "3:45.99")), at_s=301)
    assert isinstance(conflict, entries.Conflicted)
    live.take(entries.Settled(conflict.key, take=take, by="timing desk"))
    again = placing_of(live)
    assert taken(live, again, page(("1", "3:45.99")), at_s=302) == []
    assert not live.conflicts
    assert kinds(taken(live, again, page(("1", "3:46.01")), at_s=303)) == ["conflict"]


def settled(live: Live, placing: Placing, key: str, *, take: bool) -> None:
    by_hand(live, placing, entries.Settled(key, take=take, by="timing desk"))


def conflict_of(written: list[entries.Entry]) -> entries.Conflicted:
    (one,) = written
    assert isinstance(one, entries.Conflicted)
    return one


def corrected_by_hand(live: Live, placing: Placing) -> None:
    """The timing desk has a finish of its own, and has put it right."""
    first = entries.Passed(
        *("1", 1_609_344, 226_000 * 10**6, Method.HAND, False, "desk", "desk/1", Owner.ATHLETE),
        by="timing desk",
    )
    by_hand(live, placing, first)
    right = entries.Corrected("desk/1", elapsed_ns=226_100 * 10**6, official=True, by="timing desk")
    by_hand(live, placing, right)


@pytest.mark.parametrize("restarts", [False, True])
def test_of_what_was_taken_twice_the_last_word_stands(restarts: bool) -> None:
    live = begun()
    placing = placing_of(live, record=RECORD)
    corrected_by_hand(live, placing)
    for at_s, said in ((300, "3:45.14"), (301, "3:45.41"), (302, "3:45.14"), (303, "3:45.41")):
        if restarts:
            placing = placing_of(live, record=RECORD)
        conflict = conflict_of(taken(live, placing, page(("1", said)), at_s=at_s))
        settled(live, placing, conflict.key, take=True)
        assert str(live.results["1"].mark) == said
        standing = [time for time in live.times.all.values() if time.bib == "1" and not time.struck]
        assert len(standing) == 1
    assert taken(live, placing, page(("1", "3:45.41")), at_s=304) == []


@pytest.mark.parametrize("restarts", [False, True])
def test_a_finish_that_was_taken_in_place_of_a_status_is_asked_after_when_it_changes(restarts: bool) -> None:
    live = begun()
    placing = placing_of(live, record=RECORD)
    by_hand(live, placing, entries.Judged("1", "DNF", 1, "referee", "k", by="referee"))
    settled(live, placing, conflict_of(taken(live, placing, page(("1", "3:45.14")))).key, take=True)
    assert str(live.results["1"].mark) == "3:45.14"
    if restarts:
        placing = placing_of(live, record=RECORD)
    again = conflict_of(taken(live, placing, page(("1", "3:45.41")), at_s=301))
    settled(live, placing, again.key, take=True)
    assert (live.results["1"].status, str(live.results["1"].mark)) == (None, "3:45.41")


def test_what_was_left_is_asked_again_once_something_else_was_said() -> None:
    live = begun()
    placing = placing_of(live, record=RECORD)
    corrected_by_hand(live, placing)
    for at_s, said in ((300, "3:45.14"), (301, "3:45.41"), (302, "3:45.14")):
        settled(
            live, placing, conflict_of(taken(live, placing, page(("1", said)), at_s=at_s)).key, take=False
        )
        assert str(live.results["1"].mark) == "3:46.1"
    assert taken(live, placing, page(("1", "3:45.14")), at_s=303) == []


def test_nobody_is_asked_whether_what_stands_is_what_stands() -> None:
    live = begun()
    placing = placing_of(live, record=RECORD)
    corrected_by_hand(live, placing)
    assert taken(live, placing, page(("1", "3:46.10"))) == []


def test_a_persons_word_on_a_runner_is_contested_by_the_systems() -> None:
    live = begun()
    placing = placing_of(live)
    dq = entries.Judged("9", "DQ", 1, "referee", "k", rule="TR17.3.1", by="referee")
    by_hand(live, placing, dq)
    (conflict,) = taken(live, placing, StatusRead("s", "DNF", bib="9"))
    assert isinstance(conflict, entries.Conflicted)
    assert (conflict.status, conflict.against) == ("DNF", "k")
    assert live.results["9"].status is Status.DQ


def test_what_cannot_be_placed_waits_for_a_person_with_its_time() -> None:
    live = begun()
    placing = placing_of(live)
    (lost,) = taken(live, placing, Seen("x", bib="77", finish=True, running=Mark.parse("3:50.00")))
    assert isinstance(lost, entries.Conflicted)
    assert lost.why == "bib 77: 3:50.00: bib 77 is not on the start list"
    assert lost.says is not None
    live.take(entries.Settled(lost.key, take=True, by="timing desk"))
    (waiting,) = (time for time in live.times.all.values() if not time.bib)
    live.take(entries.Reassigned(waiting.key, "9", by="timing desk"))
    assert str(live.results["9"].mark) == "3:50.00"


def test_a_time_on_our_clock_moves_with_our_gun() -> None:
    live = begun()
    placing = placing_of(live)
    (passed,) = taken(live, placing, Seen("x", bib="1", finish=True, now=True))
    assert isinstance(passed, entries.Passed)
    assert passed.from_our_gun


def test_what_is_said_of_another_heat_is_no_conflict_of_this_race() -> None:
    live = begun()
    placing = placing_of(live, heat=HeatNamed("12", "1", "2"))
    assert taken(live, placing, HeatNamed("12", "1", "1"), page(("1", "3:45.14"))) == []


def test_after_a_restart_a_time_on_our_clock_still_moves_with_our_gun() -> None:
    live = begun()
    seen = Seen("x", bib="1", finish=True, now=True)
    taken(live, placing_of(live), seen)
    live.take(entries.GunMoved(-(10**9)))
    again = placing_of(live)
    moved = GunAt(GUN - 10**9)
    assert again.take(Heard(GUN + 300 * S, "lynx", seen), moved) == ()
    assert again.fire(GunAt(GUN - 2 * 10**9)) == ()


def test_wind_is_written_down() -> None:
    live = begun()
    assert taken(live, placing_of(live), WindRead("+0.6")) == [entries.WindRead("+0.6")]


def test_after_a_restart_the_journal_says_what_was_handed_out_and_what_people_did() -> None:
    live = begun()
    placing = placing_of(live)
    taken(live, placing, page(("1", "3:45.14"), ("2", "3:52.70"), ("3", "3:53.18"), ("9", "DNF")))
    taken(live, placing, page(("1", "3:45.14"), ("2", "3:52.71"), ("9", "DNF")), at_s=301)
    right = entries.Corrected("lynx/1/1609344", elapsed_ns=225_200 * 10**6, by="timing desk", role="timer")
    by_hand(live, placing, right)
    again = placing_of(live)
    assert taken(live, again, page(("1", "3:45.14"), ("2", "3:52.71"), ("9", "DNF")), at_s=302) == []
    written = taken(live, again, page(("1", "3:45.99"), ("2", "3:52.72"), ("3", "3:53.18")), at_s=303)
    assert sorted(kinds(written)) == ["conflict", "corrected", "restored", "verdict"]


def test_what_was_before_a_recall_is_of_another_start() -> None:
    live = begun()
    taken(live, placing_of(live), page(("1", "3:45.14")))
    live.take(entries.Commanded(Command.RECALL, by="starter"))
    live.take(entries.Commanded(Command.ARM, by="lights"))
    live.take(entries.Fired(GUN, 10**18, "boot", "1"))
    assert kinds(taken(live, placing_of(live), page(("1", "3:45.20")))) == ["passing"]


def test_chips_beside_the_race_file_are_worn() -> None:
    live = begun()
    placing = placing_of(live, chips={"TAG": "2"}, record=RECORD)
    of_day = 43_200 * S
    chip = Seen("x", chip="tag", of_day_ns=of_day + 232_700 * 10**6)
    (passed,) = taken(live, placing, GunRead("g", of_day), chip)
    assert isinstance(passed, entries.Passed)
    assert (passed.bib, passed.distance_mm) == ("2", 1_609_344)


def out_by_hand(status: str) -> tuple[Live, Placing, entries.Conflicted]:
    """A race in which a person has said that bib 9 has no place, and the camera has a finish of it."""
    live = begun()
    placing = placing_of(live, record=RECORD)
    by_hand(live, placing, entries.Judged("9", status, 1, "hand", "k", by="timing desk"))
    (conflict,) = taken(live, placing, page(("9", "3:59.00")))
    assert isinstance(conflict, entries.Conflicted)
    return live, placing, conflict


@pytest.mark.parametrize("status", ["DNS", "DNF"])
def test_a_finish_of_whoever_is_out_by_a_persons_word_waits_for_a_person(status: str) -> None:
    live, placing, conflict = out_by_hand(status)
    assert (conflict.bib, conflict.stands, conflict.against) == ("9", status, "")
    assert conflict.why == f"a person has said {status}, and here is a finish"
    assert (live.results["9"].status, live.results["9"].mark) == (Status(status), None)
    assert taken(live, placing, page(("9", "3:59.00")), at_s=301) == []


def test_a_finish_that_holds_takes_the_word_back_also_after_a_restart() -> None:
    live, placing, conflict = out_by_hand("DNS")
    by_hand(live, placing, entries.Settled(conflict.key, take=True, by="timing desk"))
    assert (live.results["9"].status, str(live.results["9"].mark)) == (None, "3:59.00")
    again = taken(live, placing_of(live, record=RECORD), page(("9", "3:59.00")), at_s=302)
    assert [one for one in again if isinstance(one, entries.Conflicted)] == []
    assert str(live.results["9"].mark) == "3:59.00"


def test_a_word_that_holds_leaves_the_finish_out() -> None:
    live, placing, conflict = out_by_hand("DNS")
    by_hand(live, placing, entries.Settled(conflict.key, take=False, by="timing desk"))
    assert (live.results["9"].status, live.results["9"].mark, live.conflicts) == (Status.DNS, None, {})


def test_a_word_that_was_taken_back_stands_against_no_finish() -> None:
    live = begun()
    placing = placing_of(live, record=RECORD)
    for status in ("DNS", ""):
        by_hand(live, placing, entries.Judged("9", status, 1, "hand", f"k{status}", by="timing desk"))
    assert kinds(taken(live, placing, page(("9", "3:59.00")))) == ["passing"]


def test_who_is_disqualified_by_hand_has_a_finish_all_the_same() -> None:
    live = begun()
    placing = placing_of(live, record=RECORD)
    dq = entries.Judged("9", "DQ", 1, "referee", "k", rule="TR17.3.1", by="referee")
    by_hand(live, placing, dq)
    assert kinds(taken(live, placing, page(("9", "3:59.00")))) == ["passing"]
