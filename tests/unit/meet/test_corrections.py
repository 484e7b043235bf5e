"""A race that is put right: whatever follows from a time follows every correction of it, and every undo."""

from typing import Any

import pytest

from pacelight.meet.desk import requests as asked
from pacelight.meet.desk.roles import Role
from pacelight.meet.journal import entries
from pacelight.meet.journal.entries import (
    BEFORE,
    Commanded,
    Fired,
    GunMoved,
    Judged,
    Passed,
    WindRead,
    decoded,
)
from pacelight.meet.live.session import Session
from pacelight.meet.race import Command, State

S = 10**9


@pytest.fixture
def desk(racing: Any) -> Any:
    """A race under way for a minute, with one split each; whatever is done to it is replayed in the end."""
    desk = racing.Desk(is_watched=True).run()
    desk.wait(60)
    desk.note(racing.passed("1", 400, 52))
    desk.note(racing.passed("2", 400, 53))
    yield desk
    assert racing.known(desk.replayed()) == racing.known(desk.session)
    assert desk.page.plain(desk.page.fold.snapshot) == desk.page.plain(desk.page.now())


def texts(desk: Any, bib: str) -> list[str]:
    return [split.text for split in desk.live.splits(bib)]


def laps(desk: Any, bib: str) -> list[int | None]:
    return [split.lap and split.lap.ns // S for split in desk.live.table.of(bib)]


def gaps(desk: Any, bib: str) -> list[float]:
    return [gap.gap_s for gap in desk.live.gaps.get(bib, {}).values()]


def places(desk: Any) -> dict[str, int | None]:
    return {bib: result.place for bib, result in desk.live.results.items()}


class TestHandTimes:
    def test_a_split_by_hand_without_a_bib_waits_until_it_is_somebodys(self, desk: Any) -> None:
        desk.wait(20)
        desk.must(asked.Split(distance="600 m"))
        ((time, standing),) = desk.live.aside
        assert (standing, time.bib, time.elapsed_ns) == ("waiting", "", 80 * S)
        desk.must(asked.Reassign(what=time.key, bib="1"))
        assert (texts(desk, "1"), desk.live.aside) == (["52.00", "1:20.00"], ())
        (split,) = [one for one in desk.live.splits("1") if one.distance_m == 600]
        assert (split.official, split.method, split.key) == (False, "hand", time.key)

    def test_it_needs_no_revision_since_a_time_that_was_taken_is_a_fact(self, desk: Any) -> None:
        assert desk.ask(asked.Split(distance="600 m", bib="1"), Role.TIMER, seen=None).done
        assert texts(desk, "1") == ["52.00", "1:00.00"]

    def test_a_time_that_was_taken_some_time_ago_counts_from_then(self, desk: Any) -> None:
        taken = desk.now_ns + 10**18 - 5 * S
        assert desk.ask(asked.Split(distance="600 m", bib="1", at_unix_ns=taken)).done
        assert texts(desk, "1") == ["52.00", "55.00"]
        answer = desk.ask(asked.Split(distance="700 m", bib="1", at_unix_ns=taken + 20 * S))
        assert answer.why == ["it would have been taken in 15.0 s: the two clocks do not agree"]
        answer = desk.ask(asked.Split(distance="700 m", bib="1", at_unix_ns=taken - 90 * S))
        assert answer.why == ["a passing comes after the gun"]

    def test_a_time_that_cannot_be_is_kept_aside_and_said(self, desk: Any) -> None:
        answer = desk.ask(asked.Split(distance="200 m", bib="1"))
        assert answer.done
        assert "is not later than the one at 200 m" in answer.why[0]
        assert [standing for _, standing in desk.live.aside] == ["refused"]
        key = desk.live.aside[0][0].key
        desk.must(asked.Correct(what=key, elapsed_ns=26 * S))
        assert (texts(desk, "1"), desk.live.aside) == (["26.00", "52.00"], ())

    def test_a_stopwatch_counts_from_a_gun_of_its_own(self, desk: Any) -> None:
        desk.wait(20)
        desk.must(asked.Split(distance="600 m", bib="1", elapsed_ns=79 * S), asked.MoveGun(by_ns=-S))
        assert texts(desk, "1") == ["52.00", "1:19.00"]

    def test_a_second_time_by_hand_at_one_point_is_refused_and_not_lost_in_the_log(self, desk: Any) -> None:
        desk.must(asked.Split(distance="600 m", bib="1"))
        desk.wait(10)
        said = "bib 1 has a time by hand at 600 m already: 1:00.00 (strike it first)"
        assert desk.ask(asked.Split(distance="600 m", bib="1")).why == [said]
        desk.must(asked.Split(distance="600 m"))
        ((time, _),) = desk.live.aside
        assert desk.ask(asked.Reassign(what=time.key, bib="1")).why == [said]
        assert [standing for _, standing in desk.live.aside] == ["waiting"]
        desk.must(asked.Reassign(what=time.key, bib="2"))

    def test_two_who_take_the_same_passing_by_hand_are_both_taken(self, desk: Any) -> None:
        desk.must(asked.Split(distance="600 m", bib="1"))
        desk.wait(0.4)
        desk.must(asked.Split(distance="600 m", bib="1"))
        assert texts(desk, "1") == ["52.00", "1:00.00"]

    def test_a_time_to_which_the_race_has_not_come_is_refused_also_as_a_correction(self, desk: Any) -> None:
        ahead = "the race has not come to that time yet: it is 165.1 s ahead"
        slip = 225_140_000_000
        assert desk.ask(asked.Split(distance="600 m", bib="1", elapsed_ns=slip)).why == [ahead]
        assert desk.ask(asked.Correct(what="1-400-52", elapsed_ns=slip)).why == [ahead]
        desk.must(asked.Split(distance="600 m", bib="1", elapsed_ns=64 * S))  # its watch is ahead of ours

    def test_how_well_the_instant_was_known_is_kept_and_shown_until_it_is_put_right(self, desk: Any) -> None:
        taken = desk.now_ns + 10**18
        desk.must(asked.Split(distance="600 m", bib="1", at_unix_ns=taken, error_ns=4_000_000))
        (split,) = [one for one in desk.live.splits("1") if one.distance_m == 600]
        assert split.error_ms == 4.0
        desk.must(asked.Correct(what=split.key, elapsed_ns=61 * S))
        assert [one.error_ms for one in desk.live.splits("1")] == [None, None]
        refused = desk.ask(asked.Split(distance="700 m", bib="1", at_unix_ns=taken, error_ns=-1))
        assert refused.why == ["a time is wrong by 0 s or more, not by -1e-09 s"]

    def test_of_a_time_by_hand_and_one_by_photo_the_photo_is_shown(self, desk: Any) -> None:
        desk.must(asked.Split(distance="400 m", bib="1", elapsed_ns=51 * S))
        assert texts(desk, "1") == ["52.00"]
        desk.must(asked.Strike(what="1-400-52", reason="the wrong lap"))
        assert texts(desk, "1") == ["51.00"]


class TestGun:
    def test_what_was_timed_from_our_gun_moves_with_it_and_what_was_printed_stands(
        self, racing: Any, desk: Any
    ) -> None:
        desk.note(racing.passed("1", 600, 80, from_our_gun=True, official=False))
        desk.note(GunMoved(-S // 2, source="lynx", error_ns=1_000_000))
        assert texts(desk, "1") == ["52.00", "1:20.50"]
        assert (desk.live.gun.source, desk.live.gun.error_ns) == ("lynx", 1_000_000)
        assert desk.live.gun.monotonic_ns == 1000 * S - S // 2

    def test_a_time_taken_after_a_move_counts_from_the_moved_gun_also_when_that_is_taken_back(
        self, racing: Any, desk: Any
    ) -> None:
        desk.must(asked.MoveGun(by_ns=-S))
        line = desk.live.line
        desk.note(racing.passed("1", 600, 80, from_our_gun=True, official=False))
        assert texts(desk, "1") == ["52.00", "1:20.00"]
        desk.must(asked.Undo(line=line))
        assert (texts(desk, "1"), desk.live.gun.monotonic_ns) == (["52.00", "1:19.00"], 1000 * S)
        desk.must(asked.Undo(line=desk.live.line))
        assert texts(desk, "1") == ["52.00", "1:20.00"]

    def test_a_gun_that_puts_a_time_before_the_start_keeps_it_aside(self, racing: Any, desk: Any) -> None:
        desk.note(racing.passed("3", 100, 14, from_our_gun=True, official=False))
        answer = desk.ask(asked.MoveGun(by_ns=20 * S))
        assert answer.done
        assert answer.why == ["bib 3: a passing at 100 m comes after the gun"]
        desk.must(asked.Undo())
        assert texts(desk, "3") == ["14.00"]


class TestBibs:
    def test_two_who_wear_each_others_bibs_change_hands_now_and_later(self, racing: Any, desk: Any) -> None:
        desk.must(asked.Swap(bib="1", other="2", reason="seen at the call room"))
        desk.note(racing.passed("1", 800, 105))
        desk.note(racing.passed("2", 800, 106))
        assert (texts(desk, "1"), texts(desk, "2")) == (["53.00", "1:46.00"], ["52.00", "1:45.00"])
        assert places(desk) == {"2": 1, "1": 2}
        desk.must(asked.Swap(bib="1", other="2"))
        assert places(desk) == {"1": 1, "2": 2}

    def test_an_undo_of_a_swap_also_undoes_it_for_what_came_after(self, racing: Any, desk: Any) -> None:
        desk.must(asked.Swap(bib="1", other="2"))
        line = desk.live.line
        desk.note(racing.passed("1", 800, 105))
        desk.must(asked.Undo(line=line))
        assert texts(desk, "1") == ["52.00", "1:45.00"]

    def test_three_bibs_can_go_round(self, racing: Any, desk: Any) -> None:
        desk.must(asked.Swap(bib="1", other="2"), asked.Swap(bib="2", other="3"))
        desk.note(racing.passed("1", 800, 105))
        assert (texts(desk, "3"), texts(desk, "1"), texts(desk, "2")) == (["52.00", "1:45.00"], ["53.00"], [])

    def test_a_bib_that_is_on_no_start_list_waits_for_one_that_is(self, racing: Any, desk: Any) -> None:
        desk.note(racing.passed("77", 600, 79, official=False))
        assert [(time.bib, standing) for time, standing in desk.live.aside] == [("77", "refused")]
        desk.must(asked.Reassign(what="77-600-79", bib="3"))
        assert texts(desk, "3") == ["1:19.00"]


class TestTimes:
    def test_a_time_that_is_struck_out_is_nowhere_and_comes_back_whole(self, racing: Any, desk: Any) -> None:
        desk.note(racing.passed("1", 800, 105))
        before = racing.shown(desk.live)
        desk.must(asked.Strike(what="1-800-105", reason="it was the pacemaker"))
        assert (places(desk), laps(desk, "1"), len(gaps(desk, "1"))) == ({}, [52], 1)
        assert [standing for _, standing in desk.live.aside] == ["struck"]
        desk.must(asked.Restore(what="1-800-105"))
        assert racing.shown(desk.live) == before
        assert (places(desk), laps(desk, "1"), gaps(desk, "1")) == ({"1": 1}, [52, 53], [0.5, 0.0])

    def test_splits_laps_gaps_and_places_follow_a_corrected_time(self, racing: Any, desk: Any) -> None:
        desk.note(racing.passed("1", 800, 105))
        desk.note(racing.passed("2", 800, 105.5))
        desk.must(asked.Correct(what="1-800-105", elapsed_ns=106 * S, reason="read again"))
        assert (texts(desk, "1"), laps(desk, "1")) == (["52.00", "1:46.00"], [52, 54])
        assert (gaps(desk, "1"), places(desk)) == ([0.5, -1.0], {"2": 1, "1": 2})

    def test_who_was_in_front_of_the_light_follows_a_correction(self, desk: Any) -> None:
        def front() -> float:
            _, gap = desk.live.timed.front("pace")
            return float(gap.gap_s)

        one, two = (gaps(desk, bib)[0] for bib in ("1", "2"))
        assert front() == one
        desk.must(asked.Strike(what="1-400-52", reason="a guess"))
        assert front() == two
        desk.must(asked.Restore(what="1-400-52", reason="it was none"))
        assert front() == one

    def test_a_time_at_the_wrong_point_is_moved(self, desk: Any) -> None:
        desk.must(asked.Correct(what="1-400-52", distance="500 m"))
        assert [split.distance_m for split in desk.live.splits("1")] == [500]

    def test_a_tie_by_photo_shares_the_place_until_it_is_read_finer(self, racing: Any, desk: Any) -> None:
        for bib, seconds in (("1", 105), ("2", 105), ("3", 106)):
            desk.note(racing.passed(bib, 800, seconds))
        assert places(desk) == {"1": 1, "2": 1, "3": 3}
        desk.must(asked.Correct(what="2-800-105", elapsed_ns=104_999_000_000, reason="by thousandths"))
        assert places(desk) == {"2": 1, "1": 2, "3": 3}
        assert str(desk.live.results["2"].mark) == "1:45.00"

    def test_who_was_lapped_is_so_no_more_once_the_leader_is_put_right(self, racing: Any, desk: Any) -> None:
        desk.note(racing.passed("1", 800, 105))
        desk.note(racing.passed("3", 400, 106))
        assert desk.live.table.laps_behind("3") == 1
        desk.must(asked.Strike(what="1-800-105", reason="a lap too early"))
        assert desk.live.table.laps_behind("3") == 0

    def test_the_same_key_twice_is_one_and_with_another_time_refused(self, racing: Any, desk: Any) -> None:
        assert desk.note(racing.passed("1", 400, 52)) == []
        (told,) = desk.note(racing.passed("1", 400, 51, key="1-400-52"))
        assert (told.kind, told.why) == ("refused", "bib 1: key '1-400-52' already names another passing")


class TestStatus:
    def test_a_disqualification_names_its_rule_and_takes_the_place(self, racing: Any, desk: Any) -> None:
        for bib, seconds in (("1", 105), ("2", 106)):
            desk.note(racing.passed(bib, 800, seconds))
        desk.must(asked.Status(bib="1", status="DQ", rule="TR17.3.1", reason="inside the line"))
        assert places(desk) == {"1": None, "2": 1}
        assert str(desk.live.results["1"].mark) == "1:45.00"
        assert desk.page.now()["runners"][0]["rule"] == "TR17.3.1"
        desk.must(asked.Status(bib="1", status="DQ", rule="TR17.3.2", reason="it was the other one"))
        assert desk.page.fold.snapshot["runners"][0]["rule"] == "TR17.3.2"
        desk.must(asked.Status(bib="1", status=""))
        assert (places(desk), desk.page.now()["runners"][0]["rule"]) == ({"1": 1, "2": 2}, "")

    def test_what_a_person_said_no_timing_system_says_otherwise(self, desk: Any) -> None:
        desk.must(asked.Status(bib="3", status="DQ", rule="TR17", reason="pushed"))
        desk.note(Judged("3", "DNF", 70 * S, "lynx", "page-3"))
        assert desk.live.results["3"].status == "DQ"
        desk.must(asked.Status(bib="3", status=""))
        desk.note(Judged("3", "DNF", 71 * S, "lynx", "page-4"))
        assert "3" not in desk.live.results

    def test_a_pacemaker_who_steps_off_keeps_the_splits_and_gets_no_place(self, desk: Any) -> None:
        desk.must(asked.Status(bib="1", status="DNF"))
        assert (texts(desk, "1"), places(desk)) == (["52.00"], {"1": None})
        assert not desk.live.everyone_in

    def test_a_word_about_nobody_is_refused(self, desk: Any) -> None:
        (told,) = desk.note(Judged("9", "DNF", S, "lynx", "page-9"))
        assert (told.kind, told.bib) == ("refused", "9")


class TestUndo:
    def test_a_race_that_was_called_off_by_mistake_runs_on_from_its_gun(self, racing: Any, desk: Any) -> None:
        before = racing.shown(desk.live)
        desk.must(asked.Recall())
        assert (desk.live.state, desk.live.gun, texts(desk, "1")) == (State.RECALLED, None, [])
        desk.must(asked.Undo(reason="the wrong button"))
        assert racing.shown(desk.live) == before
        desk.must(asked.Undo(line=desk.live.line))
        assert desk.live.state is State.RECALLED

    def test_nothing_is_armed_by_taking_something_back(self, racing: Any) -> None:
        desk = racing.Desk()
        desk.must(asked.Check(), asked.Arm(), asked.Abort())
        answer = desk.ask(asked.Undo(line=desk.live.line))
        assert answer.why == ["nothing is armed by taking something back (arm it)"]
        assert desk.live.state is State.ABORTED

    def test_a_recall_that_was_followed_is_history(self, desk: Any) -> None:
        desk.must(asked.Recall())
        line = desk.live.line
        desk.must(asked.Arm())
        answer = desk.ask(asked.Undo(line=line))
        assert answer.why == ["other commands have followed it: it cannot be taken back any more"]

    def test_whoever_may_not_do_it_may_not_take_it_back(self, desk: Any) -> None:
        desk.must(asked.Swap(bib="1", other="2"))
        answer = desk.ask(asked.Undo(line=desk.live.line), Role.OPERATOR)
        assert answer.why == ["'swap' is not for the role operator, nor is taking it back"]
        desk.must(asked.Undo())
        assert desk.ask(asked.Undo(line=desk.live.line - 1)).done is False

    def test_what_was_taken_back_is_shown_as_such_with_who_and_why(self, desk: Any) -> None:
        desk.must(asked.Swap(bib="1", other="2", reason="seen so"), asked.Undo(reason="it was not so"))
        swap, undo = desk.live.changes[-2:]
        assert (swap.act, swap.undone, swap.by, swap.reason) == ("swap", True, "desk", "seen so")
        assert (undo.act, undo.text, undo.reason) == ("undo", f"line {swap.line} taken back", "it was not so")
        assert undo.revision == swap.revision + 1

    def test_of_several_any_one_can_be_taken_back(self, desk: Any) -> None:
        desk.must(asked.Correct(what="1-400-52", elapsed_ns=51 * S))
        first = desk.live.line
        desk.must(asked.Status(bib="3", status="DNS"), asked.Undo(line=first))
        assert (texts(desk, "1"), desk.live.results["3"].status) == (["52.00"], "DNS")

    def test_the_last_that_can_be_is_taken_back_where_a_later_one_cannot(self, desk: Any) -> None:
        desk.must(asked.Swap(bib="1", other="2"))
        swap = desk.live.line
        desk.must(asked.Replan(light="pace", mark="1:46.00"), asked.Abort())
        called_off = desk.live.line
        desk.must(asked.Undo())
        assert called_off in desk.live.taken_back()
        desk.must(asked.Finish(), asked.Undo(line=desk.live.line + 1), asked.Finish())
        desk.must(asked.Official(reason="confirmed"), asked.Reopen(reason="a protest"), asked.Undo())
        assert swap in desk.live.taken_back()


class TestLights:
    def test_the_race_clock_runs_on_while_the_lights_stand(self, desk: Any) -> None:
        desk.must(asked.Hold())
        desk.wait(30)
        desk.must(asked.GoOn())
        assert (desk.live.holds.light_ns(100 * S), desk.live.holds.held_ns) == (70 * S, 30 * S)

    def test_a_runner_is_beside_the_light_where_it_is(self, racing: Any, desk: Any) -> None:
        desk.must(asked.Hold())
        desk.wait(30)
        desk.must(asked.GoOn())
        desk.note(racing.passed("1", 800, 135))
        assert gaps(desk, "1") == [0.5, 0.0]

    def test_a_light_that_is_changed_is_changed_for_the_gaps_to_come(self, racing: Any, desk: Any) -> None:
        desk.must(asked.Replan(light="pace", mark="1:46.00", reason="asked for"))
        assert (gaps(desk, "1"), desk.live.lights[0].asked.mark.text) == ([0.5], "1:46.00")
        desk.note(racing.passed("1", 800, 105))
        assert gaps(desk, "1") == [0.5, 1.0]
        assert desk.page.now()["lights"][0]["finish_s"] == 106.0

    def test_taking_it_back_leads_the_light_back_without_a_jump(self, desk: Any) -> None:
        desk.must(asked.Replan(light="pace", mark="1:43.00"))
        desk.wait(5)
        before = float(desk.live.lights[0].plan.distance_at(65.0))
        desk.must(asked.Undo(reason="not agreed"))
        light = desk.live.lights[0]
        assert float(light.plan.distance_at(65.0)) == pytest.approx(before)
        assert (light.plan.finish.ns, light.asked.label) == (105 * S, "1:45.00")
        changed, back = desk.live.changes[-2:]
        assert (changed.undone, back.act, back.undone) == (True, "replan", False)
        assert desk.ask(asked.Undo(line=changed.line)).why == [f"line {changed.line} was taken back already"]

    def test_a_light_that_is_nudged_runs_as_it_did_as_far_as_the_line(self, racing: Any) -> None:
        desk = racing.Desk().run()
        desk.wait(20)
        before = desk.live.lights[0].plan
        desk.must(asked.Nudge(light="pace", by_ms=-100))
        light = desk.live.lights[0]
        line_ns = round(float(before.time_at(400)) * S)
        assert desk.live.lights[0].asked.turns == [(line_ns, 104_900_000_000)]
        assert [float(light.plan.distance_at(at)) for at in (25, line_ns / S)] == pytest.approx(
            [float(before.distance_at(25)), 400.0]
        )
        assert light.asked.mark.text == "1:44.90"
        desk.must(asked.Nudge(light="pace", by_ms=-100))
        desk.must(asked.Nudge(light="pace", by_ms=300))
        assert desk.live.lights[0].asked.turns == [(line_ns, 105_100_000_000)]

    def test_another_time_takes_the_place_of_a_nudge_that_waits(self, racing: Any) -> None:
        desk = racing.Desk().run()
        desk.wait(20)
        desk.must(asked.Nudge(light="pace", by_ms=100), asked.Replan(light="pace", mark="1:46.00"))
        ((at_ns, finish_ns),) = desk.live.lights[0].asked.turns
        assert (at_ns < 50 * S, finish_ns) == (True, 106 * S)

    def test_on_its_last_lap_no_light_is_nudged(self, desk: Any) -> None:
        assert desk.ask(asked.Nudge(light="pace", by_ms=100)).why == [
            "the light pace is on its last lap: give it another time (replan)"
        ]
        for by_ms in (0, 1001):
            assert desk.ask(asked.Nudge(light="pace", by_ms=by_ms)).why == [
                f"a light is nudged by something and by at most 1000 ms a lap, not by {by_ms}"
            ]

    def test_only_the_last_change_of_a_light_is_taken_back(self, desk: Any) -> None:
        desk.must(asked.Replan(light="pace", mark="1:44.00"))
        first = desk.live.line
        desk.wait(5)
        desk.must(asked.Replan(light="pace", mark="1:46.00"))
        assert "was changed again since" in desk.ask(asked.Undo(line=first)).why[0]
        desk.wait(5)
        desk.must(asked.Undo())
        assert desk.live.lights[0].plan.finish.ns == 104 * S

    def test_what_was_changed_before_a_recall_is_not_taken_back_after_the_next_gun(self, desk: Any) -> None:
        desk.must(asked.Replan(light="pace", mark="1:44.00"))
        line = desk.live.line
        desk.must(asked.Recall(), asked.Arm(), asked.Gun())
        desk.wait(20)
        assert "started anew since" in desk.ask(asked.Undo(line=line)).why[0]
        desk.must(asked.Replan(light="pace", mark="1:46.00"))
        desk.wait(5)
        desk.must(asked.Undo())
        assert desk.live.lights[0].plan.finish.ns == 105 * S

    def test_lights_are_changed_while_they_stand(self, desk: Any) -> None:
        desk.must(asked.Hold(), asked.Replan(light="pace", mark="1:46.00"))
        desk.wait(9)
        desk.must(asked.Replan(light="pace", mark="1:47.00"), asked.GoOn())
        assert desk.live.lights[0].asked.turns == [(60 * S, 107 * S)]


def test_before_the_gun_nobody_passes(racing: Any) -> None:
    desk = racing.Desk()
    (told,) = desk.note(racing.passed("1", 400, 52))
    assert told.why == "bib 1: nobody passes 400 m before the gun"
    assert desk.live.aside == ()
    desk.run()
    desk.must(asked.Swap(bib="1", other="2"), asked.Undo())


def test_who_was_not_there_and_who_was_disqualified_is_so_at_the_next_gun(racing: Any) -> None:
    desk = racing.Desk().run()
    desk.must(
        asked.Status(bib="1", status="DQ", rule="TR16.8", reason="false start"),
        asked.Status(bib="2", status="DNS"),
        asked.Status(bib="3", status="DNF"),
        asked.Recall(),
    )
    desk.must(asked.Arm(), asked.Gun())
    assert {bib: str(one.status) for bib, one in desk.live.results.items()} == {"1": "DQ", "2": "DNS"}


def test_what_a_timing_system_says_of_what_nobody_knows_is_refused_and_stops_nothing(racing: Any) -> None:
    desk = racing.Desk()
    for entry in (GunMoved(5, source="lynx"), entries.Struck("?"), entries.Settled("?", take=True)):
        (told, *_) = desk.note(entry)
        assert told.kind == "refused"
    assert racing.known(desk.replayed()) == racing.known(desk.session)


def test_the_wind_is_told(racing: Any) -> None:
    desk = racing.Desk(is_watched=True)
    desk.note(WindRead("+0.6", "lynx"))
    assert (desk.live.wind, desk.page.fold.snapshot["wind"]) == ("+0.6", "+0.6")


def test_a_journal_of_before_still_tells_its_race(racing: Any) -> None:
    """Armed unchecked, a command without a key, a passing without anybody: as they were written then."""
    old = [
        b'{"type":"command","command":"arm","by":"engine"}',
        b'{"type":"gun","monotonic_ns":5,"unix_ns":6,"boot":"b","rate":"1"}',
        (
            b'{"type":"passing","bib":"1","distance_mm":800000,"elapsed_ns":105000000000,"method":"photo",'
            b'"official":true,"source":"s","key":"k","owner":"athlete"}'
        ),
        b'{"type":"verdict","bib":"2","status":"DNF","elapsed_ns":1,"source":"s","key":"v"}',
        b'{"type":"credit","bib":"1","performances":["p"],"records":[],"refused":[]}',
        b'{"type":"command","command":"finish","by":"engine"}',
        b'{"type":"resume","boot":"c","cut":null,"term":2,"gun_ns":null,"gun_error_ns":null}',
    ]
    session = Session(racing.opened(schema=BEFORE))
    new = {"change", "races", "outlook"}
    told = [[one.kind for one in session.take(decoded(line)) if one.kind not in new] for line in old]
    assert told == [["state"], ["state", "clock"], ["split", "gap", "result"], ["result"], [], ["state"], []]
    assert (session.on.state, session.on.term, session.on.credited) == (State.FINISHED, 2, {"1"})


def test_only_a_journal_of_before_arms_unchecked(racing: Any) -> None:
    from pacelight.errors import RaceError

    session = Session(racing.opened())
    with pytest.raises(RaceError, match="'arm' is not possible now"):
        session.take(Commanded(Command.ARM, by="engine"))


def test_lines_say_what_they_always_said_where_nobody_signs_them() -> None:
    import msgspec

    fired = msgspec.json.encode(Fired(5, 6, "b", "1"))
    assert fired == b'{"type":"gun","monotonic_ns":5,"unix_ns":6,"boot":"b","rate":"1"}'
    passing = Passed("1", 1, 2, "photo", True, "s", "k", "athlete")
    assert b"by" not in msgspec.json.encode(passing)
    assert entries.decoded(msgspec.json.encode(entries.Of("heat-1", passing))) == entries.Of(
        "heat-1", passing
    )
