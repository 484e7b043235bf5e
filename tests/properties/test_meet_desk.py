"""Laws of the desk: whatever is asked, by whom, how often, how late and in whatever order.

Never started twice, never unarmed; a blackout is obeyed in any state; what is held in memory is what the
journal says; taking something back leaves nothing of it.
"""

from copy import copy
from itertools import permutations, product
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from pacelight.lights.look.model import SHOWS
from pacelight.lights.loop.orders import Dark, Show
from pacelight.meet.clock import Instant, RaceClock
from pacelight.meet.desk import requests as asked
from pacelight.meet.desk.acts import STOPS
from pacelight.meet.desk.requests import act_of
from pacelight.meet.desk.roles import Role, may
from pacelight.meet.journal import entries
from pacelight.meet.live.between import ends, look_of
from pacelight.meet.live.live import Live
from pacelight.meet.race import ON_TRACK, Command, State
from pacelight.meet.show.looks import facts_of, order_of

S = 10**9
CONSOLES = {"a": Role.OPERATOR, "b": Role.DIRECTOR, "c": Role.TIMER}
PASSED = [("1", 400, 52), ("2", 400, 53), ("1", 800, 105), ("2", 800, 106), ("3", 800, 108)]
BIBS = st.sampled_from(["1", "2", "3"])
TIMES = st.sampled_from(["1-400-52", "2-400-53", "1-800-105", "2-800-106", "3-800-108", "key-5", "key-9"])
WHY = st.sampled_from(["", "for a reason"])

DOS: st.SearchStrategy[asked.Do] = st.one_of(
    *(st.builds(do) for do in (asked.Check, asked.Arm, asked.Disarm, asked.Gun, asked.Hold, asked.GoOn)),
    *(
        st.builds(do)
        for do in (asked.Finish, asked.Recall, asked.Abort, asked.Reset, asked.Load, asked.Unload)
    ),
    *(st.builds(do) for do in (asked.Blackout, asked.Light, asked.LeaveLights, asked.Undo)),
    st.builds(asked.Arm, override=st.just(True), reason=WHY),
    st.builds(asked.Gun, ago_ns=st.sampled_from([0, 12 * S])),
    st.builds(asked.MoveGun, by_ns=st.sampled_from([-2 * S, S // 10, S])),
    st.builds(asked.Official, reason=WHY),
    st.builds(asked.Reopen, reason=WHY),
    st.builds(asked.TakeLights, over=st.booleans()),
    st.builds(asked.Replan, light=st.just("pace"), mark=st.sampled_from(["", "1:46.00", "1:44.00"])),
    st.builds(asked.Nudge, light=st.just("pace"), by_ms=st.sampled_from([-100, 100, 1000])),
    st.builds(asked.Fade),
    st.builds(asked.Show, look=st.sampled_from(["", "clap", "chase", "idle"])),
    st.builds(asked.Walk, first=st.none() | st.integers(0, 9), blinks=st.booleans()),
    st.builds(asked.Split, distance=st.sampled_from(["", "400 m", "600 m"]), bib=st.just("") | BIBS),
    st.builds(asked.Status, bib=BIBS, status=st.sampled_from(["", "DNF", "DNS"])),
    st.builds(asked.Status, bib=BIBS, status=st.just("DQ"), rule=st.just("TR17"), reason=WHY),
    st.builds(asked.Strike, what=TIMES, reason=WHY),
    st.builds(asked.Restore, what=TIMES),
    st.builds(asked.Reassign, what=TIMES, bib=BIBS),
    st.builds(asked.Swap, bib=BIBS, other=BIBS),
    st.builds(
        asked.Correct,
        what=TIMES,
        elapsed_ns=st.sampled_from([None, 51 * S]),
        official=st.none() | st.booleans(),
    ),
    st.builds(asked.Undo, line=st.integers(0, 40)),
)


class Meet(RuleBasedStateMachine):
    """Three consoles at one desk; a network that repeats, delays and reorders; an engine started again."""

    racing: Any

    @initialize()
    def begin(self) -> None:
        openings = {"heat-2": lambda: self.racing.opened("heat-2")}
        self.desk = self.racing.Desk(openings=openings, is_watched=True)
        self.late: list[asked.Request] = []
        self.answers: dict[str, asked.Answer] = {}
        self.guns = 0
        self.n = 0
        self.stage: Show | None = None

    def send(self, request: asked.Request) -> asked.Answer:
        before = self.desk.live.state, {id(live): live.state for live in self.desk.session.races.values()}
        lines = len(self.desk.journal)
        answer = self.desk.send(request)
        if request.key in self.answers:
            assert answer == self.answers[request.key]
            assert len(self.desk.journal) == lines
        self.answers[request.key] = answer
        for line in self.desk.journal[lines:]:
            entry = entries.decoded(line)
            if isinstance(entry, entries.Fired):
                assert before[0] is State.ARMED
                self.guns += 1
            self.set_stage(entry)
        if self.desk.live.state is State.ARMED and before[0] is not State.ARMED:
            assert act_of(request.do) in {"arm", "override"}
        return answer

    def set_stage(self, entry: entries.Entry) -> None:
        """What an engine shows between races, as it is asked."""
        if isinstance(entry, entries.Staged):
            look = look_of(entry)
            self.stage = None if look is None else Show(look, self.desk.now_ns)
        elif ends(entry, self.desk.live):
            self.stage = None

    @rule(do=DOS, client=st.sampled_from(sorted(CONSOLES)), race=st.sampled_from(["heat-1", "heat-2"]))
    def ask(self, do: asked.Do, client: str, race: str) -> None:
        self.send(self.desk.request(do, CONSOLES[client], client=client, by=client, race=race))

    @rule(do=DOS, client=st.sampled_from(sorted(CONSOLES)), seen=st.integers(0, 30))
    def ask_upon_something_old(self, do: asked.Do, client: str, seen: int) -> None:
        request = self.desk.request(do, CONSOLES[client], client=client, by=client, seen=seen)
        current = seen == self.desk.live.revision
        before = self.racing.shown(self.desk.live)
        answer = self.send(request)
        if not current and act_of(do) not in asked_upon_nothing():
            assert not answer.done
            assert self.racing.shown(self.desk.live) == before

    @rule(do=DOS, client=st.sampled_from(sorted(CONSOLES)))
    def ask_and_be_delayed(self, do: asked.Do, client: str) -> None:
        self.late.append(self.desk.request(do, CONSOLES[client], client=client, by=client))

    @precondition(lambda self: self.late)
    @rule(data=st.data(), again=st.booleans())
    def arrive(self, data: st.DataObject, *, again: bool) -> None:
        nth = data.draw(st.integers(0, len(self.late) - 1))
        self.send(self.late[nth] if again else self.late.pop(nth))

    @precondition(lambda self: self.answers)
    @rule(data=st.data())
    def hear_again(self, data: st.DataObject) -> None:
        """The same request once more, long after."""
        key = data.draw(st.sampled_from(sorted(self.answers)))
        answer = self.answers[key]
        found = self.desk.session.answers[key]
        assert (found.done, found.revision, found.state) == (answer.done, answer.revision, answer.state)

    @rule(seconds=st.sampled_from([1, 30, 60]))
    def wait(self, seconds: int) -> None:
        self.desk.wait(seconds)

    @rule(
        one=st.sampled_from(
            [("1", 400, 52), ("2", 400, 53), ("1", 800, 105), ("2", 800, 106), ("3", 800, 108)]
        )
    )
    def be_timed(self, one: tuple[str, int, int]) -> None:
        self.desk.note(self.racing.passed(*one))

    @rule(bib=BIBS, ours=st.booleans())
    def be_seen(self, bib: str, *, ours: bool) -> None:
        self.n += 1
        key = f"mat-{self.n}"
        self.desk.note(self.racing.passed(bib, 600, 78 + self.n, key=key, official=False, from_our_gun=ours))

    @rule(by_ns=st.sampled_from([-S // 2, S // 4]))
    def learn_more_of_the_gun(self, by_ns: int) -> None:
        if self.desk.live.gun is not None:
            self.desk.note(entries.GunMoved(by_ns, source="lynx", error_ns=1))

    @rule()
    def be_started_again(self) -> None:
        self.desk.restart()
        self.stage = None

    @precondition(lambda self: self.desk.live.gun is not None)
    @rule()
    def be_through(self) -> None:
        """The lights are at the finish: what was sent is written down, if everyone is in."""
        if self.desk.live.state in {State.FINISHED, State.OFFICIAL} and not self.desk.live.done:
            self.desk.note(entries.Done("book", "journal"))

    @rule(role=st.sampled_from([Role.OPERATOR, Role.DIRECTOR]), seen=st.none() | st.integers(0, 9))
    def black_out(self, role: Role, seen: int | None) -> None:
        state = self.desk.live.state
        answer = self.send(self.desk.request(asked.Blackout(), role, seen=seen, client="z", race="whichever"))
        assert answer.done
        assert self.order() == Dark()
        assert self.desk.live.state is state

    @precondition(lambda self: self.desk.live.state in {State.ARMED, State.RUNNING, State.HELD})
    @rule(do=st.sampled_from([asked.Recall(), asked.Abort()]), seen=st.none() | st.integers(0, 9))
    def stop(self, do: asked.Do, seen: int | None) -> None:
        assert self.send(self.desk.request(do, Role.OPERATOR, seen=seen, client="z")).done
        assert self.desk.live.state in {State.RECALLED, State.ABORTED}

    @rule()
    def take_back_and_do_again(self) -> None:
        """A correction and its undo leave nothing; what only grows has grown."""
        before = self.racing.shown(self.desk.live)
        answer = self.send(self.desk.request(asked.Swap(bib="1", other="2"), Role.DIRECTOR))
        if answer.done:
            back = self.send(self.desk.request(asked.Undo(line=self.desk.live.line), Role.DIRECTOR))
            assert back.done
            assert back.revision == answer.revision + 1
            assert self.racing.shown(self.desk.live) == before

    def order(self) -> object:
        live = self.desk.live
        now = Instant(self.desk.now_ns, self.desk.now_ns + 10**18)
        clock = RaceClock.of(live.gun, now, self.racing.BOOT, live.guns) if live.gun else None
        facts = facts_of(live, clock, now.monotonic_ns, None, stage=self.stage)
        return order_of(facts, live.race.shine)

    @invariant()
    def no_show_and_no_walk_is_on_while_a_race_may_be(self) -> None:
        order = self.order()
        if isinstance(order, Show) and order.look.name in SHOWS:
            assert self.desk.live.state in {
                *(State.IDLE, State.LOADED, State.CHECKED),
                *(State.FINISHED, State.OFFICIAL),
            }
            assert self.desk.live.gun is None or self.desk.live.done
            assert not self.desk.live.dark

    @invariant()
    def a_race_that_runs_has_one_gun_and_one_that_does_not_has_none(self) -> None:
        for live in self.desk.session.races.values():
            fired = [line for line in live.lines if isinstance(line.entry, entries.Fired)]
            armed = [
                line
                for line in live.lines
                if isinstance(line.entry, entries.Commanded) and line.entry.command is Command.ARM
            ]
            assert len(fired) <= len(armed)
            if live.state in {State.RUNNING, State.HELD, State.FINISHED, State.OFFICIAL}:
                assert live.gun is not None
            if live.state in {State.LOADED, State.CHECKED, State.ARMED, State.RECALLED, State.IDLE}:
                assert live.gun is None

    @invariant()
    def one_race_at_a_time_is_armed_or_under_way_and_the_lights_are_its(self) -> None:
        for live in self.desk.session.races.values():
            assert live is self.desk.live or live.state not in ON_TRACK

    @invariant()
    def what_is_dark_shows_nothing(self) -> None:
        if self.desk.live.dark:
            assert self.order() == Dark()

    @invariant()
    def what_is_held_in_memory_is_what_the_journal_says(self) -> None:
        assert self.racing.known(self.desk.replayed()) == self.racing.known(self.desk.session)

    @invariant()
    def what_follows_from_the_times_is_what_follows_from_all_of_them_anew(self) -> None:
        for live in self.desk.session.races.values():
            check_anew(self.racing, live)

    @invariant()
    def a_page_that_was_told_knows_what_a_page_is_told_that_comes_now(self) -> None:
        page = self.desk.page
        assert page.plain(page.fold.snapshot) == page.plain(page.now())


def check_anew(racing: Any, live: Live) -> None:
    """What was kept up as times came and were put right is what all of them make, one after another."""
    anew = copy(live)
    anew.derive()
    assert racing.shown(anew) == racing.shown(live)
    assert list(anew.results) == list(live.results)
    assert anew.aside == live.aside
    for light in live.lights:
        assert anew.timed.front(light.asked.name) == live.timed.front(light.asked.name)


WHOSE = st.sampled_from(["1", "2", "3", "", "9"])
PLACED = [(bib, at, at // 8 + off) for bib in ("1", "2", "3", "9", "") for at in (400, 800) for off in (0, 1)]
TAKEN = st.sampled_from([f"{bib}-{at}-{s}" for bib, at, s in PLACED])
BECAUSE = st.just("seen on the film")
PUT_RIGHT: st.SearchStrategy[asked.Do] = st.one_of(
    st.builds(asked.Strike, reason=BECAUSE, what=TAKEN),
    st.builds(asked.Restore, reason=BECAUSE, what=TAKEN),
    st.builds(asked.Reassign, reason=BECAUSE, what=TAKEN, bib=WHOSE),
    st.builds(asked.Swap, reason=BECAUSE, bib=BIBS, other=BIBS),
    st.builds(
        asked.Correct,
        reason=BECAUSE,
        what=TAKEN,
        elapsed_ns=st.sampled_from([None, 49 * S, 101 * S]),
        distance=st.sampled_from(["", "400 m", "800 m"]),
        official=st.none() | st.booleans(),
    ),
    st.builds(asked.Status, reason=BECAUSE, bib=BIBS, status=st.sampled_from(["", "DNF", "DQ"])),
    st.builds(asked.MoveGun, reason=BECAUSE, by_ns=st.sampled_from([-S, S])),
    st.builds(asked.Replan, reason=BECAUSE, light=st.just("pace"), mark=st.sampled_from(["", "1:46.00"])),
    st.builds(asked.Undo, reason=BECAUSE),
)


@given(st.lists(st.sampled_from(PLACED) | PUT_RIGHT, max_size=20))
def test_what_follows_from_times_put_right_one_by_one_is_what_follows_from_all_of_them(
    racing: Any, turns: list[Any]
) -> None:
    desk = racing.Desk(is_watched=True).run()
    desk.wait(130)
    for turn in turns:
        if isinstance(turn, tuple):
            desk.note(racing.passed(*turn))
        else:
            desk.ask(turn)
        check_anew(racing, desk.live)
        assert desk.page.plain(desk.page.fold.snapshot) == desk.page.plain(desk.page.now())


def asked_upon_nothing() -> frozenset[str]:
    from pacelight.meet.desk.acts import UNSEEN

    return frozenset(UNSEEN)


def test_whatever_is_asked_the_laws_of_the_desk_hold(racing: Any) -> None:
    Meet.racing = racing
    run_state_machine_as_test(Meet, settings=settings(max_examples=60, stateful_step_count=25))


@pytest.mark.prove
def test_whatever_is_asked_for_long_the_laws_of_the_desk_hold(racing: Any) -> None:
    Meet.racing = racing
    run_state_machine_as_test(Meet, settings=settings(max_examples=1000, stateful_step_count=60))


PRESSED: list[asked.Do] = [
    asked.Check(),
    asked.Arm(),
    asked.Gun(),
    asked.Disarm(),
    asked.Recall(),
    asked.Blackout(),
    asked.Light(),
    asked.Undo(),
]


def test_of_all_orders_of_up_to_six_commands_none_starts_a_race_twice_or_unarmed(racing: Any) -> None:
    """Exhaustive: from each state that is reached, each command, as a tree of 8 + 64 + ... + 262144 orders.

    Two orders that lead to the same race go on the same, so that each race is looked at once.
    """
    first = racing.Desk()
    level = {fingerprint(first): first.journal}
    orders = 0
    for _ in range(6):
        following: dict[object, list[bytes]] = {}
        for journal, do in product(level.values(), PRESSED):
            desk = racing.Desk(journal=list(journal))
            desk.keys = iter(f"{len(journal)}-{n}" for n in range(9))
            obeys(desk, do)
            following.setdefault(fingerprint(desk), desk.journal)
            orders += 1
        level = following
    assert orders > 500


INTERLEAVED = sorted({tuple(order) for order in permutations("aaabbb")})
FIRST = list(permutations([asked.Arm(), asked.Gun(), asked.Disarm()]))
SECOND = list(permutations([asked.Arm(), asked.Gun(), asked.Recall()]))


@pytest.mark.parametrize("seeing", ["what it was last answered", "all that is"])
def test_two_consoles_in_every_interleaving_of_three_commands_each_fire_once_at_most(
    racing: Any, seeing: str
) -> None:
    checked = racing.Desk()
    checked.must(asked.Check())
    for one, other, order in product(FIRST, SECOND, INTERLEAVED):
        desk = racing.Desk(journal=list(checked.journal))
        rest = {"a": iter(one), "b": iter(other)}
        seen = dict.fromkeys("ab", desk.live.revision)
        for client in order:
            request = desk.request(next(rest[client]), client=client, by=client, key=f"{len(desk.journal)}")
            if seeing == "what it was last answered":
                request = msgspec.structs.replace(request, seen=seen[client])
            state, guns = desk.live.state, count_of(desk, b'"type":"gun"')
            seen[client] = desk.send(request).revision
            fired = count_of(desk, b'"type":"gun"') - guns
            assert fired <= (state is State.ARMED)
        assert count_of(desk, b'"type":"gun"') <= count_of(desk, b'"command":"arm"')


def fingerprint(desk: Any) -> object:
    """All by which the future of a race is told from another's; instants, revisions and names left out."""
    live = desk.live
    dead = live.taken_back()
    commands = tuple(
        line.entry.command
        for line in live.lines
        if isinstance(line.entry, entries.Commanded)
        and line.n not in dead
        and line.entry.command not in {Command.BLACKOUT, Command.LIGHT}
    )
    undoes = tuple(isinstance(line.entry, entries.Undone) for line in live.lines[-1:])
    return live.state, live.dark, live.gun is None, commands, undoes


def obeys(desk: Any, do: asked.Do) -> None:
    state, guns = desk.live.state, count_of(desk, b'"type":"gun"')
    answer = desk.ask(do)
    fired = count_of(desk, b'"type":"gun"') - guns
    assert fired == (answer.done and isinstance(do, asked.Gun))
    if fired:
        assert state is State.ARMED
    if desk.live.state is State.ARMED and state is not State.ARMED:
        assert isinstance(do, asked.Arm)
    if isinstance(do, asked.Blackout):
        assert answer.done
        assert desk.live.dark
    if desk.live.state is State.RUNNING:
        assert count_of(desk, b'"command":"arm"') >= count_of(desk, b'"type":"gun"') > 0


def count_of(desk: Any, text: bytes) -> int:
    return sum(text in line and b'"declined"' not in line for line in desk.journal)


@given(st.permutations(["a", "b", "a", "b"]), st.integers(1, 4))
def test_a_key_held_down_on_two_consoles_fires_once(racing: Any, order: list[str], repeats: int) -> None:
    desk = racing.Desk()
    desk.must(asked.Check(), asked.Arm())
    pressed = {client: desk.request(asked.Gun(), client=client, by=client) for client in "ab"}
    done = [desk.send(pressed[client]).done for client in order for _ in range(repeats)]
    assert count_of(desk, b'"type":"gun"') == 1
    winner = order[0]
    assert done == [client == winner for client in order for _ in range(repeats)]
    assert may(Role.OPERATOR, next(iter(STOPS)))
