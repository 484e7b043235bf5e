"""What comes of a request: every act, what it needs, and why not."""

from typing import Any

import pytest

from pacelight.errors import BookError
from pacelight.meet.desk import requests as asked
from pacelight.meet.desk.acts import LIGHTS, LOCKED, REASONED, STOPS, UNSEEN, Act
from pacelight.meet.desk.requests import act_of
from pacelight.meet.desk.roles import TABLE, Role, may
from pacelight.meet.journal.entries import Commanded, Conflicted, Declined, Fired, Of, Opened
from pacelight.meet.race import State

MS = 10**6
S = 1000 * MS

EVERY: list[asked.Do] = [
    asked.Load(),
    asked.Unload(),
    asked.Reload(),
    asked.Check(),
    asked.Arm(),
    asked.Arm(override=True, reason="the judge agrees"),
    asked.Disarm(),
    asked.Gun(),
    asked.Gun(ago_ns=12 * S),
    asked.Gun(at_unix_ns=0, error_ns=4_000_000),
    asked.MoveGun(by_ns=-S),
    asked.Hold(),
    asked.GoOn(),
    asked.Finish(),
    asked.Official(reason="signed"),
    asked.Reopen(reason="a protest"),
    asked.Recall(),
    asked.Abort(),
    asked.Reset(),
    asked.Blackout(),
    asked.Fade(),
    asked.Light(),
    asked.Replan(light="pace", mark="1:46.00"),
    asked.Nudge(light="pace", by_ms=-100),
    asked.Show(look="clap"),
    asked.Walk(first=17),
    asked.TakeLights(),
    asked.LeaveLights(),
    asked.Split(bib="1", distance="400 m"),
    asked.Status(bib="3", status="DNF"),
    asked.Strike(what="1-400-52", reason="read twice"),
    asked.Restore(what="1-400-52"),
    asked.Reassign(what="1-400-52", bib="2"),
    asked.Swap(bib="1", other="2"),
    asked.Correct(what="1-400-52", elapsed_ns=53 * S),
    asked.Undo(),
    asked.Settle(what="c", take=True),
]


def test_every_act_is_among_them() -> None:
    assert {act_of(do) for do in EVERY} == set(Act)


@pytest.mark.parametrize("do", EVERY, ids=lambda do: str(act_of(do)))
@pytest.mark.parametrize("role", Role)
def test_what_the_table_of_roles_does_not_name_is_declined_and_changes_nothing(
    racing: Any, do: asked.Do, role: Role
) -> None:
    if may(role, act_of(do)):
        return
    desk = racing.Desk()
    before = racing.known(desk.session)["races"]
    answer = desk.ask(do, role)
    assert not answer.done
    assert answer.why[0].startswith(f"'{act_of(do)}' is not for the role {role} (for: ")
    assert racing.known(desk.session)["races"] == before


@pytest.mark.parametrize("do", EVERY, ids=lambda do: str(act_of(do)))
def test_every_act_is_answered_the_same_again_and_after_a_replay(racing: Any, do: asked.Do) -> None:
    desk = racing.Desk().run()
    desk.wait(60)
    desk.note(racing.passed("1", 400, 52))
    request = desk.request(do, client="a")
    first, lines = desk.send(request), len(desk.journal)
    assert desk.send(request) == first
    desk.restart()
    assert desk.send(request) == first
    assert len(desk.journal) == lines


def test_a_key_that_is_used_for_something_else_is_found_out(racing: Any) -> None:
    desk = racing.Desk()
    desk.must(asked.Check())
    answer = desk.ask(asked.Unload(), key="key-1")
    assert (answer.done, answer.why) == (
        False,
        ["this key is that of another request (make a new one for each)"],
    )
    assert desk.live.state is State.CHECKED
    assert desk.ask(asked.Check(), key="key-1", by="somebody else").done is False


@pytest.mark.parametrize("missing", ["key", "by"])
def test_who_does_not_say_who_asks_or_under_which_key_is_not_even_written_down(
    racing: Any, missing: str
) -> None:
    desk = racing.Desk()
    answer = desk.ask(asked.Check(), **{missing: ""})
    assert (answer.done, answer.why, len(desk.journal)) == (False, ["say who asks, and under which key"], 1)


def test_two_consoles_that_press_at_once_start_a_race_once(racing: Any) -> None:
    desk = racing.Desk()
    desk.must(asked.Check(), asked.Arm())
    both = [desk.request(asked.Gun(), client=client) for client in ("a", "b")]
    first, second = (desk.send(one) for one in both)
    assert (first.done, second.done) == (True, False)
    assert second.why == ["the race is another since revision 2: the gun, by desk"]
    assert sum(b'"type":"gun"' in line for line in desk.journal) == 1


def test_what_was_asked_upon_an_older_race_is_declined_with_what_has_changed(racing: Any) -> None:
    desk = racing.Desk().run()
    desk.wait(60)
    desk.must(asked.Swap(bib="1", other="2"), asked.Status(bib="3", status="DNF"))
    answer = desk.ask(asked.Finish(), seen=1)
    changed = "armed, by desk; the gun, by desk; bibs 1 and 2 swapped, by desk; bib 3 DNF, by desk"
    assert answer.why == [f"the race is another since revision 1: {changed}"]
    assert desk.ask(asked.Finish(), seen=0).why[0].endswith(" and 1 more")
    assert desk.ask(asked.Finish(), seen=None).why == [
        "say which revision of the race was seen (it is 5 now)"
    ]
    assert desk.ask(asked.Finish(), seen=99).why == [
        "revision 99 of this race is not known here (it is 5 now)"
    ]


@pytest.mark.parametrize("do", [asked.Hold(), asked.Recall(), asked.Abort(), asked.Blackout(), asked.Fade()])
def test_what_stops_something_needs_no_revision_and_no_token(racing: Any, do: asked.Do) -> None:
    for seen in (None, 0, 99):
        fresh = racing.Desk().run()
        fresh.wait(60)
        assert fresh.ask(asked.TakeLights(), client="a", by="lights").done
        assert fresh.ask(do, Role.OPERATOR, seen=seen, client="b").done


def test_the_sets_of_acts_agree() -> None:
    assert STOPS < UNSEEN
    assert not STOPS & (LIGHTS | LOCKED | REASONED)
    assert set(TABLE) == set(Act)


class TestArming:
    def test_what_is_not_right_is_said_line_by_line(self, racing: Any) -> None:
        desk = racing.Desk(reasons=["controller east is away", "no standby follows"])
        assert desk.ask(asked.Check()).why == [
            "despite: controller east is away",
            "despite: no standby follows",
        ]
        answer = desk.ask(asked.Arm())
        assert (answer.done, answer.why) == (False, ["controller east is away", "no standby follows"])
        assert desk.live.state is State.CHECKED

    def test_the_director_may_override_with_a_reason_which_is_written_down(self, racing: Any) -> None:
        desk = racing.Desk(reasons=["controller east is away"])
        desk.must(asked.Check())
        do = asked.Arm(override=True, reason="east is not needed")
        assert desk.ask(asked.Arm(override=True)).why == ["'override' needs a reason"]
        assert not desk.ask(do, Role.OPERATOR).done
        answer = desk.ask(do)
        assert (answer.done, answer.why) == (True, ["despite: controller east is away"])
        armed = desk.live.lines[-1].entry
        assert isinstance(armed, Commanded)
        assert (armed.despite, armed.reason) == (["controller east is away"], "east is not needed")

    def test_no_race_is_armed_unchecked_or_beside_the_one_on_the_track(self, racing: Any) -> None:
        desk = racing.Desk(openings={"heat-2": lambda: racing.opened("heat-2")})
        assert not desk.ask(asked.Arm()).done
        assert desk.ask(asked.Load(), race="heat-2").done
        answer = desk.ask(asked.Check(), race="heat-1")
        assert answer.why == ["the race 'heat-1' is not on the track, 'heat-2' is (load it first)"]


class TestGun:
    def test_a_race_that_began_some_time_ago_began_then(self, racing: Any) -> None:
        desk = racing.Desk()
        desk.must(asked.Check(), asked.Arm(), asked.Gun(ago_ns=12 * S))
        assert desk.live.gun.monotonic_ns == desk.now_ns - 12 * S
        assert desk.live.gun.source == "hand"

    @pytest.mark.parametrize(
        ("ago_ms", "error_ms", "taken_ms", "known_ms"),
        [
            (300, 4, 300, 204),
            (2000, 4, 2000, 204),
            (-3, 4, 0, 204),  # within what its clock may be wrong
            (-5, 4, 0, None),
            (2001, 4, 0, None),
            (300, 251, 0, None),
            (300, -1, 0, None),
            (300, None, 0, None),
            (3_600_000, 4, 0, None),  # a phone whose clock is an hour off
        ],
    )
    def test_a_key_is_taken_to_be_pressed_when_its_console_says_if_that_can_be(
        self, racing: Any, ago_ms: int, error_ms: int | None, taken_ms: int, known_ms: int | None
    ) -> None:
        desk = racing.Desk()
        unix_ns = desk.now_ns + 10**18
        at_unix_ns = unix_ns - ago_ms * MS
        error_ns = None if error_ms is None else error_ms * MS
        desk.must(asked.Check(), asked.Arm(), asked.Gun(at_unix_ns=at_unix_ns, error_ns=error_ns))
        gun = desk.live.gun
        assert gun.monotonic_ns == desk.now_ns - taken_ms * MS
        assert gun.unix_ns == unix_ns - taken_ms * MS
        assert gun.error_ns == (None if known_ms is None else known_ms * MS)

    @pytest.mark.parametrize("ago_s", [-1, 3601])
    def test_not_in_the_future_nor_hours_ago(self, racing: Any, ago_s: int) -> None:
        desk = racing.Desk()
        desk.must(asked.Check(), asked.Arm())
        assert "a race began now or within the last hour" in desk.ask(asked.Gun(ago_ns=ago_s * S)).why[0]
        assert desk.live.state is State.ARMED

    def test_a_gun_is_not_moved_into_the_future_nor_by_nothing(self, racing: Any) -> None:
        desk = racing.Desk()
        assert desk.ask(asked.MoveGun(by_ns=1)).why == ["the race is loaded: there was no gun yet"]
        desk.run().wait(10)
        assert "it is not moved into the future" in desk.ask(asked.MoveGun(by_ns=10 * S)).why[0]
        assert "a gun is moved by something" in desk.ask(asked.MoveGun(by_ns=0)).why[0]

    def test_the_light_time_of_a_hold_moves_with_the_gun(self, racing: Any) -> None:
        desk = racing.Desk().run()
        desk.wait(50)
        desk.must(asked.Hold())
        desk.wait(10)
        desk.must(asked.GoOn(), asked.MoveGun(by_ns=-2 * S))
        (hold,) = desk.live.holds.all
        assert (hold.from_ns, hold.to_ns) == (52 * S, 62 * S)


class TestSession:
    def test_the_next_race_is_loaded_while_the_last_is_confirmed(self, racing: Any) -> None:
        desk = racing.Desk(openings={"heat-2": lambda: racing.opened("heat-2")}).run()
        assert desk.ask(asked.Load(), race="heat-2").why == [
            "the race 'heat-1' is running: no other is loaded now"
        ]
        desk.wait(110)
        desk.note(racing.passed("1", 800, 105))
        desk.must(asked.Finish())
        assert desk.ask(asked.Load(), race="heat-2").done
        assert (desk.live.race.id, desk.live.state) == ("heat-2", State.LOADED)
        answer = desk.ask(asked.Status(bib="2", status="DNF"), race="heat-1")
        assert (answer.done, answer.state, answer.revision) == (True, "finished", 5)
        assert isinstance(desk.journal_entry(-1), Of)
        desk.run()
        assert desk.ask(asked.Official(reason="signed"), race="heat-1").state == "official"
        assert desk.live.state is State.RUNNING
        assert racing.known(desk.replayed()) == racing.known(desk.session)

    def test_a_race_that_was_put_away_can_be_loaded_again(self, racing: Any) -> None:
        desk = racing.Desk(openings={"heat-2": lambda: racing.opened("heat-2")})
        desk.must(asked.Unload())
        assert desk.ask(asked.Load(), race="heat-2").done
        assert desk.ask(asked.Load(), race="heat-1").done
        assert (desk.live.race.id, list(desk.session.races)) == ("heat-1", ["heat-1", "heat-2"])

    @pytest.mark.parametrize("end", [(asked.Finish(),), (asked.Finish(), asked.Official(reason="signed"))])
    def test_a_race_that_is_over_comes_back_as_it_stands(
        self, racing: Any, end: tuple[asked.Do, ...]
    ) -> None:
        desk = racing.Desk(openings={"heat-2": lambda: racing.opened("heat-2")}).run()
        desk.ask(asked.Split(bib="1", elapsed_ns=1))
        for do in end:
            desk.must(do)
        first, known = desk.live, (desk.live.state, dict(desk.live.times.all), desk.live.gun)
        assert desk.ask(asked.Load(), race="heat-2").done
        assert desk.ask(asked.Load(), race="heat-1").done
        assert desk.live is first
        assert (first.state, dict(first.times.all), first.gun) == known
        assert racing.known(desk.replayed()) == racing.known(desk.session)
        assert desk.ask(asked.Load(), race="heat-2").done
        assert desk.live.race.id == "heat-2"

    def test_it_does_not_come_back_while_another_one_runs(self, racing: Any) -> None:
        desk = racing.Desk(openings={"heat-2": lambda: racing.opened("heat-2")}).run()
        desk.must(asked.Finish())
        assert desk.ask(asked.Load(), race="heat-2").done
        desk.run()
        assert desk.ask(asked.Load(), race="heat-1").why == [
            "the race 'heat-2' is running: no other is loaded now"
        ]

    def test_whoever_loads_a_race_stands_in_the_line_that_opens_it(self, racing: Any) -> None:
        desk = racing.Desk(openings={"heat-2": lambda: racing.opened("heat-2")})
        assert desk.ask(asked.Load(), Role.TIMER, race="heat-2", by="timing desk").done
        line = desk.journal_entry(-1)
        assert isinstance(line, Opened)
        assert (line.by, line.role) == ("timing desk", "timer")

    def test_a_race_that_was_called_off_does_not_run_again_beside_the_next(self, racing: Any) -> None:
        desk = racing.Desk(openings={"heat-2": lambda: racing.opened("heat-2")}).run()
        desk.must(asked.Abort())
        called_off = desk.live.line
        assert desk.ask(asked.Load(), race="heat-2").done
        answer = desk.ask(asked.Undo(line=called_off), race="heat-1")
        assert answer.why == ["it would be running again, and the race 'heat-2' is on the track"]
        assert desk.session.races["heat-1"].state is State.ABORTED

    def test_a_race_that_is_to_be_loaded_first_says_so(self, racing: Any) -> None:
        desk = racing.Desk(openings={"heat-2": lambda: racing.opened("heat-2")})
        answer = desk.ask(asked.Check(), race="heat-2")
        assert answer.why == ["the race 'heat-2' is not loaded yet (load it first)"]

    def test_a_race_that_is_not_known_or_cannot_be_opened_says_why(self, racing: Any) -> None:
        def no_book() -> Opened:
            raise BookError("the record is not known")

        desk = racing.Desk(openings={"heat-2": no_book})
        assert desk.ask(asked.Load(), race="heat-2").why == ["the record is not known"]
        assert desk.ask(asked.Load(), race="heat-3").why == [
            "no race 'heat-3' is in this session (there are: heat-1, heat-2)"
        ]
        assert desk.ask(asked.Check(), race="heat-3").done is False
        desk.openings["heat-4"] = lambda: racing.opened("heat-5")
        answer = desk.ask(asked.Load(), race="heat-4")
        assert answer.why == ["the race file of 'heat-4' is that of 'heat-5'"]

    def test_a_blackout_lasts_until_it_is_ended_whatever_race_is_loaded(self, racing: Any) -> None:
        desk = racing.Desk(openings={"heat-2": lambda: racing.opened("heat-2")})
        assert desk.ask(asked.Blackout(), race="of another meet").done
        assert desk.ask(asked.Load(), race="heat-2").done
        assert desk.live.dark
        desk.run()
        assert (desk.live.dark, desk.live.state) == (True, State.RUNNING)
        desk.must(asked.Light())
        assert not desk.live.dark
        assert desk.ask(asked.Light()).why == [
            "the lamps are not dark: 'light' is not possible now (possible: blackout)"
        ]
        assert racing.known(desk.replayed()) == racing.known(desk.session)


class TestToken:
    def test_one_console_operates_the_lights_and_another_takes_them_over_in_writing(
        self, racing: Any
    ) -> None:
        desk = racing.Desk()
        assert desk.ask(asked.TakeLights(), client="a", by="lights").done
        answer = desk.ask(asked.Check(), Role.OPERATOR, client="b")
        assert answer.why == ["lights operates the lights (take them over first)"]
        assert desk.ask(asked.TakeLights(), client="b").why == ["lights operates the lights (take them over)"]
        assert desk.ask(asked.TakeLights(over=True), client="b", by="second desk").done
        assert (desk.session.holder, desk.session.holds) == ("b", "second desk")
        assert desk.ask(asked.Check(), client="b").done
        assert desk.ask(asked.LeaveLights(), client="a").why == ["this console does not operate the lights"]
        assert desk.ask(asked.LeaveLights(), client="b").done
        assert (desk.session.holder, desk.session.holds) == ("", "")
        assert racing.known(desk.replayed()) == racing.known(desk.session)

    def test_whoever_looks_at_another_race_takes_the_lights_of_the_session(self, racing: Any) -> None:
        desk = racing.Desk(openings={"heat-2": lambda: racing.opened("heat-2")})
        assert desk.ask(asked.Load(), race="heat-2").done
        assert desk.ask(asked.TakeLights(), race="heat-1", client="a").done
        assert desk.ask(asked.LeaveLights(), race="heat-1", client="a").done
        assert racing.known(desk.replayed()) == racing.known(desk.session)

    def test_a_gun_may_come_from_anywhere(self, racing: Any) -> None:
        desk = racing.Desk()
        desk.must(asked.Check(), asked.Arm())
        assert desk.ask(asked.TakeLights(), client="a", by="lights").done
        assert desk.ask(asked.Gun(), Role.TIMER, client="start").done

    def test_a_console_without_a_name_takes_nothing(self, racing: Any) -> None:
        assert "which console is it?" in racing.Desk().ask(asked.TakeLights()).why[0]


class TestOfficial:
    def test_nothing_changes_until_it_is_opened_again(self, racing: Any) -> None:
        desk = finished(racing)
        assert desk.ask(asked.Official()).why == ["'official' needs a reason"]
        desk.must(asked.Official(reason="signed"))
        before = racing.shown(desk.live)
        for do in EVERY:
            if act_of(do) in LOCKED:
                assert desk.ask(do).why == ["the result is official (a director may reopen it, for a reason)"]
        assert racing.shown(desk.live) == before
        assert not desk.ask(asked.Reopen(reason="a protest"), Role.TIMER).done
        desk.must(asked.Reopen(reason="a protest"), asked.Status(bib="3", status="DNF"))

    def test_what_the_timing_says_meanwhile_waits(self, racing: Any) -> None:
        desk = finished(racing)
        desk.must(asked.Official(reason="signed"))
        (told,) = desk.note(racing.passed("2", 800, 106))
        assert (told.kind, told.why[:22]) == ("refused", "the result is official")
        assert "2" not in desk.live.results
        desk.must(asked.Reopen(reason="the second camera"))
        assert desk.live.results["2"].place == 2
        assert racing.known(desk.replayed()) == racing.known(desk.session)

    def test_a_conflict_has_to_be_settled_before(self, racing: Any) -> None:
        desk = finished(racing)
        says = racing.passed("1", 800, 105.01, key="other camera")
        desk.note(Conflicted("c", "1", "other camera", "1:45.01, not 1:45.00", says, "1-800-105"))
        answer = desk.ask(asked.Official(reason="signed"))
        assert answer.why == ["not settled: 1:45.01, not 1:45.00 (bib 1)"]
        desk.must(asked.Settle(what="c", take=True), asked.Official(reason="signed"))
        assert str(desk.live.results["1"].mark) == "1:45.01"

    def test_a_conflict_may_be_settled_for_what_stood(self, racing: Any) -> None:
        desk = finished(racing)
        desk.note(Conflicted("c", "1", "other camera", "DQ, not 1:45.00", status="DQ"))
        desk.must(asked.Settle(what="c", take=False))
        assert str(desk.live.results["1"].mark) == "1:45.00"
        assert desk.ask(asked.Settle(what="c", take=True)).why == [
            "no conflict has the key 'c' (or it is settled)"
        ]


@pytest.mark.parametrize(
    ("do", "why"),
    [
        (asked.Split(bib="9"), "bib 9 is not on the start list"),
        (asked.Split(distance="900 m"), "900 m is not a point of this race"),
        (asked.Split(elapsed_ns=0), "a passing comes after the gun"),
        (asked.Status(bib="1", status="LATE"), "no status 'LATE'"),
        (asked.Status(bib="1", status="DQ"), "'status' needs a reason"),
        (asked.Status(bib="1", status="DQ", reason="pushed"), "a disqualification names its rule"),
        (asked.Strike(what="?", reason="x"), "no time of this race has the key '?'"),
        (asked.Strike(what="1-400-52"), "'strike' needs a reason"),
        (asked.Restore(what="1-400-52"), "was not struck out"),
        (asked.Reassign(what="1-400-52", bib="1"), "is that of bib 1 already"),
        (asked.Reassign(what="1-400-52", bib="7"), "bib 7 is not on the start list"),
        (asked.Swap(bib="1", other="1"), "not with itself"),
        (asked.Correct(what="1-400-52"), "nothing is put right"),
        (asked.Correct(what="1-400-52", elapsed_ns=-5), "comes after the gun"),
        (asked.Replan(light="?", mark="1:46.00"), "no light '?' (there are: pace)"),
        (asked.Replan(light="pace", mark="1:33.00"), "it would have to run"),
        (asked.Replan(light="pace", mark="soon"), "not a time"),
        (asked.Undo(line=99), "line 99 of the journal is none of this race"),
        (asked.Undo(line=3), "'arm' is not taken back (disarm it)"),
        (asked.Undo(line=4), "a gun is not taken back (recall the race)"),
        (asked.Undo(line=5), "what a timing system said is not taken back"),
        (asked.Undo(), "there is nothing that can be taken back"),
        (asked.Settle(what="c", take=True), "no conflict has the key 'c'"),
        (asked.Reset(), "'reset' is not possible now"),
        (asked.GoOn(), "'go-on' is not possible now"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_is_declined_in_words_and_written_down(racing: Any, do: asked.Do, why: str) -> None:
    desk = racing.Desk().run()
    desk.wait(60)
    desk.note(racing.passed("1", 400, 52))
    before = racing.shown(desk.live)
    answer = desk.ask(do)
    assert not answer.done
    assert why in " ".join(answer.why)
    declined = desk.journal_entry(-1)
    assert isinstance(declined, Declined)
    assert (declined.act, declined.why, declined.by) == (act_of(do), answer.why, "desk")
    assert racing.shown(desk.live) == before


def test_the_gun_of_a_race_at_another_speed_is_fired_at_that_speed(racing: Any) -> None:
    desk = racing.Desk(rate="10")
    desk.must(asked.Check(), asked.Arm(), asked.Gun(ago_ns=20 * S))
    gun = desk.live.gun
    assert isinstance(gun, Fired)
    assert (gun.rate, desk.now_ns - gun.monotonic_ns) == ("10", 2 * S)


def finished(racing: Any) -> Any:
    """A race in which one has run 1:45.00, and that is finished."""
    desk = racing.Desk().run()
    desk.wait(110)
    desk.note(racing.passed("1", 800, 105))
    desk.must(asked.Finish())
    return desk
