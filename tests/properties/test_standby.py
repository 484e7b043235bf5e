"""Loops that follow one another, on clocks and a network of their own: what the lamps see has no gap.

Time is simulated. Each loop has a clock that is off and drifts, packets are lost, doubled and late, loops
freeze, die, and cannot hear one another; and at every instant the lamps show one light, where it should be.
"""

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import combinations, count, pairwise
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from pacelight.errors import FormatError
from pacelight.lights.loop.carried import carried
from pacelight.lights.standby.heartbeat import Echo, Heartbeat, Says, read, write
from pacelight.lights.standby.lease import PATIENCE_NS
from pacelight.lights.standby.member import Identity, Member
from pacelight.lights.standby.offset import Clocks, Reading, RoundTrip

MS = 1_000_000
S = 1000 * MS
PERIOD = 20 * MS
EVERY = 10 * MS
SECRET = b"known to all of us"
BEGIN = 10 * S

LONGEST_WAY = 2 * MS
DARK_NS = PATIENCE_NS + PERIOD + EVERY + LONGEST_WAY
"""A loop is lost after its last heartbeat; the next beat of another shows the light again."""

SLACK = 3 * LONGEST_WAY
"""What the round trips leave open of the offset of two clocks, through a few takeovers."""


@dataclass(order=True)
class Event:
    at: int
    number: int
    does: Callable[[], None] = field(compare=False)


@dataclass(frozen=True)
class Shown:
    """A frame as lamps were sent it.

    Attributes:
        at, by, term: when, by whom, in which term.
        number: as receivers know it.
        elapsed: of which instant of the race.
        late: how long after that instant, as of a loop that was frozen.
    """

    at: int
    by: int
    term: int
    number: int
    elapsed: int
    late: int


class Loop:
    """A light loop, on its own clock."""

    def __init__(self, world: "World", who: int, ahead: int, drift_ppb: int, *, follow: bool) -> None:
        self.world, self.who, self.ahead, self.drift_ppb = world, who, ahead, drift_ppb
        identity = Identity(who, b"the same", PERIOD, SECRET, follow)
        self.member = Member(identity, lambda line, by: carried(1, line, by), self.clock())
        self.frozen = self.dead = False
        self.since = world.now
        self.waiting: list[bytes] = []
        self.lead = False
        self.schedule()

    def clock(self, at: int | None = None) -> int:
        at = self.world.now if at is None else at
        return at + self.ahead + (at - BEGIN) * self.drift_ppb // S

    def real(self, clock: int) -> int:
        """When this clock shows so much."""
        begin = clock - self.ahead
        return begin - (begin - BEGIN) * self.drift_ppb // (S + self.drift_ppb)

    def schedule(self) -> None:
        number = self.clock() // PERIOD + 1
        due = max(self.real(number * PERIOD), self.world.now + 1)
        self.world.at(due, lambda: self.beat(number))

    def beat(self, number: int) -> None:
        if self.dead:
            return
        if self.frozen:
            self.world.at(self.world.now + MS, lambda: self.beat(number))
            return
        for datagram in self.waiting:
            self.member.heard(datagram, self.clock())
        self.waiting.clear()
        number = max(number, self.clock() // PERIOD)
        turn = self.member.turn(self.clock(), number)
        self.lead = turn.lit
        if turn.lit and turn.order:
            gun = int(turn.order.split()[1])
            late = self.clock() - number * PERIOD
            self.world.show(self, turn.number, number * PERIOD - gun, late)
        self.tell()
        self.world.at(self.world.now + EVERY, self.tell)
        self.schedule()

    def tell(self) -> None:
        if not self.frozen and not self.dead:
            self.world.send(self, self.member.heartbeat(self.clock()))

    def hear(self, datagram: bytes) -> None:
        if self.frozen:
            self.waiting.append(datagram)
        elif not self.dead:
            self.member.heard(datagram, self.clock())

    @property
    def awake(self) -> bool:
        return not self.frozen and not self.dead


class World:
    """Loops, what is between them, and lamps that keep all they are sent."""

    def __init__(self, seed: int, loss: float) -> None:
        self.random, self.loss = Random(seed), loss
        self.now, self.numbers = BEGIN, count()
        self.events: list[Event] = []
        self.loops: list[Loop] = []
        self.cut: dict[frozenset[int], int] = {}
        self.shown: list[Shown] = []
        self.accepted: list[Shown] = []
        self.sources: dict[int, Shown] = {}
        self.gun = 0

    def at(self, when: int, does: Callable[[], None]) -> None:
        heapq.heappush(self.events, Event(when, next(self.numbers), does))

    def run(self, ns: int) -> None:
        until = self.now + ns
        while self.events and self.events[0].at <= until:
            event = heapq.heappop(self.events)
            self.now = event.at
            event.does()
        self.now = until

    def add(self, ahead: int, drift_ppb: int, *, follow: bool) -> Loop:
        loop = Loop(self, self.random.getrandbits(64) | 1, ahead, drift_ppb, follow=follow)
        self.loops.append(loop)
        return loop

    def send(self, sender: Loop, datagram: bytes) -> None:
        for other in self.loops:
            if other is sender or frozenset((sender.who, other.who)) in self.cut:
                continue
            copies = 0 if self.random.random() < self.loss else 1 + (self.random.random() < 0.05)
            for _ in range(copies):
                way = self.random.randrange(50_000, LONGEST_WAY)
                self.at(self.now + way, lambda other=other: other.hear(datagram))  # type: ignore[misc]

    def show(self, loop: Loop, number: int, elapsed: int, late: int) -> None:
        """Lamps that keep the standard show, of sources they remember, the one of the highest priority."""
        frame = Shown(self.now, loop.who, loop.member.term, number, elapsed, late)
        self.shown.append(frame)
        self.sources[loop.who] = frame
        if all(one.term <= frame.term or self.now - one.at > 2500 * MS for one in self.sources.values()):
            self.accepted.append(frame)

    def start(self) -> None:
        """The first loop is told to run, half a second after all of them began."""
        self.run(500 * MS)
        first = self.loops[0]
        self.gun = self.now
        first.member.ordered(f"run {first.clock()} 1 1")
        self.run(500 * MS)


def truth(world: World, frame: Shown) -> int:
    return frame.at - world.gun


class Standby(RuleBasedStateMachine):
    """Three loops, of which anything may happen to any, one thing after another."""

    @initialize(
        seed=st.integers(0, 2**32),
        loss=st.sampled_from([0.0, 0.0, 0.1, 0.3]),
        loops=st.integers(2, 3),
        clocks=st.lists(
            st.tuples(st.integers(-(10**6), 10**6), st.integers(-100_000, 100_000)), min_size=3, max_size=3
        ),
    )
    def begin(self, seed: int, loss: float, loops: int, clocks: list[tuple[int, int]]) -> None:
        self.world = World(seed, loss)
        for number, (ahead_ms, drift_ppb) in enumerate(clocks[:loops]):
            self.world.add(ahead_ms * MS, drift_ppb, follow=number > 0)
        self.checked = 0
        self.world.start()
        if not loss:
            assert [loop.lead for loop in self.world.loops] == [True] + [False] * (loops - 1)
        self.disturbed = BEGIN

    def some(self, *, frozen: bool) -> list[int]:
        return [n for n, one in enumerate(self.world.loops) if not one.dead and one.frozen is frozen]

    def one(self, data: st.DataObject, numbers: list[int]) -> Loop:
        return self.world.loops[data.draw(st.sampled_from(numbers))]

    def may_die(self) -> bool:
        """Late, so that more happens before; and not the last one."""
        return self.world.now - BEGIN > 4 * S and sum(not one.dead for one in self.world.loops) > 1

    @rule(ms=st.integers(1, 400))
    def time_passes(self, ms: int) -> None:
        self.world.run(ms * MS)

    @precondition(lambda self: self.some(frozen=False))
    @rule(data=st.data())
    def one_is_told_to_lead(self, data: st.DataObject) -> None:
        self.one(data, self.some(frozen=False)).member.lead()
        self.disturbed = self.world.now

    @rule()
    def more_time_passes_than_anybody_waits(self) -> None:
        self.world.run(2 * DARK_NS)

    @precondition(lambda self: self.some(frozen=False))
    @rule(data=st.data())
    def one_is_frozen(self, data: st.DataObject) -> None:
        self.one(data, self.some(frozen=False)).frozen = True
        self.disturbed = self.world.now

    @precondition(lambda self: self.some(frozen=True))
    @rule(data=st.data())
    def one_wakes(self, data: st.DataObject) -> None:
        one = self.one(data, self.some(frozen=True))
        one.frozen = False
        one.since = self.world.now
        self.disturbed = self.world.now

    @precondition(lambda self: self.may_die())
    @rule(data=st.data())
    def one_dies(self, data: st.DataObject) -> None:
        self.one(data, self.some(frozen=False) + self.some(frozen=True)).dead = True
        self.disturbed = self.world.now

    @rule(data=st.data())
    def two_can_no_longer_hear_one_another(self, data: st.DataObject) -> None:
        pair = data.draw(
            st.sets(st.sampled_from([one.who for one in self.world.loops]), min_size=2, max_size=2)
        )
        self.world.cut[frozenset(pair)] = self.disturbed = self.world.now

    @precondition(lambda self: self.world.cut)
    @rule(data=st.data())
    def two_can_hear_one_another_again(self, data: st.DataObject) -> None:
        pair = data.draw(st.sampled_from(sorted(self.world.cut, key=sorted)))
        del self.world.cut[pair]
        self.disturbed = self.world.now

    @invariant()
    def lamps_see_one_light_where_it_should_be_that_never_steps_back(self) -> None:
        for frame in self.world.accepted[self.checked :]:
            assert 0 <= frame.late < PERIOD
            assert abs(frame.elapsed + frame.late - truth(self.world, frame)) <= SLACK
        for before, after in pairwise(self.world.accepted[max(self.checked - 1, 0) :]):
            assert after.elapsed >= before.elapsed - after.late - SLACK
            if before.by == after.by:
                assert after.elapsed > before.elapsed
                assert after.number > before.number
            beats = (after.at - after.late - before.at + before.late) / PERIOD
            assert abs(after.number - before.number - beats) < 3  # each takeover rounds to a beat
        self.checked = len(self.world.accepted)

    def teardown(self) -> None:
        assert not hasattr(self, "world") or self.world.accepted

    @invariant()
    def it_is_not_dark_while_a_loop_lives(self) -> None:
        """One that has been awake for as long as it takes to miss the others; what is lost takes longer.

        Lamps are sent frames; two faults at once may leave them waiting for a source that is gone.
        """
        world = self.world
        patience = DARK_NS if world.loss == 0 else 3 * DARK_NS
        if any(one.awake and world.now - max(one.since, self.disturbed) > patience for one in world.loops):
            assert world.now - world.shown[-1].at <= (PERIOD + 3 * MS if world.loss == 0 else patience)

    @invariant()
    def two_that_hear_one_another_do_not_both_lead(self) -> None:
        world = self.world
        if world.loss > 0 or world.now - self.disturbed <= DARK_NS + 3 * PERIOD:
            return  # two that follow may take over at the same beat, and one then steps back
        for one, two in combinations(world.loops, 2):
            if one.awake and two.awake and frozenset((one.who, two.who)) not in world.cut:
                assert not (one.lead and two.lead)


TestStandby = Standby.TestCase
TestStandby.settings = settings(max_examples=40, stateful_step_count=25)


@given(
    seed=st.integers(0, 2**32),
    loss=st.sampled_from([0.0, 0.2]),
    orders=st.lists(st.tuples(st.integers(0, 2), st.integers(0, 60)), min_size=1, max_size=8),
)
@settings(max_examples=30)
def test_whoever_is_told_something_in_the_end_all_show_the_same(
    seed: int, loss: float, orders: list[tuple[int, int]]
) -> None:
    """Of two engines that give orders at the same time, one is heard; and everybody hears the same one."""
    world = World(seed, loss)
    for number in range(3):
        world.add(number * S, 30_000 * number, follow=number > 0)
    world.start()
    for number, (which, pause) in enumerate(orders, 1):
        one = world.loops[which]
        one.member.ordered(f"run {one.clock()} {number} 1")
        world.run(pause * MS)
    world.run(S)
    lines = [one.member.turn(one.clock(), one.clock() // PERIOD).order for one in world.loops]
    words = [line.split() for line in lines]
    assert len({(rate, per) for _, _, rate, per in words}) == 1
    guns = [int(gun) - one.clock() for (_, gun, _, _), one in zip(words, world.loops, strict=True)]
    assert max(guns) - min(guns) < SLACK
    if len({which for which, _ in orders}) == 1:
        assert words[0][2] == str(len(orders))


U64 = st.integers(0, 2**64 - 1)
I64 = st.integers(-(2**63), 2**63 - 1)
ECHOES = st.lists(st.builds(Echo, U64, I64, I64), max_size=8).map(tuple)
HEARTBEATS = st.builds(
    Heartbeat,
    who=U64,
    job=st.binary(min_size=8, max_size=8),
    says=st.sampled_from(Says),
    term=st.integers(0, 2**32 - 1),
    number=I64,
    instant_ns=I64,
    stamp_ns=I64,
    edition=st.integers(0, 2**32 - 1),
    author=U64,
    order=st.text(st.characters(max_codepoint=127), max_size=2000),
    echoes=ECHOES,
)


@given(HEARTBEATS)
def test_a_heartbeat_reads_back(told: Heartbeat) -> None:
    assert read(write(told, SECRET), SECRET) == told


@given(HEARTBEATS, st.data())
def test_a_heartbeat_of_which_one_bit_is_changed_is_not_read(told: Heartbeat, data: st.DataObject) -> None:
    datagram = bytearray(write(told, SECRET))
    bit = data.draw(st.integers(0, 8 * len(datagram) - 1))
    datagram[bit // 8] ^= 1 << bit % 8
    with pytest.raises(FormatError):
        read(bytes(datagram), SECRET)


@given(HEARTBEATS, st.binary(min_size=16, max_size=64))
def test_a_heartbeat_signed_with_another_secret_is_not_read(told: Heartbeat, secret: bytes) -> None:
    assume(secret != SECRET)
    with pytest.raises(FormatError, match="another secret"):
        read(write(told, secret), SECRET)


@given(HEARTBEATS, st.data())
def test_a_heartbeat_cut_short_is_not_read(told: Heartbeat, data: st.DataObject) -> None:
    datagram = write(told, SECRET)
    with pytest.raises(FormatError):
        read(datagram[: data.draw(st.integers(0, len(datagram) - 1))], SECRET)


@given(st.sampled_from([b"", b"PLHB", b"PLHB\1"]), st.binary(max_size=400))
def test_nothing_else_is_read(begin: bytes, rest: bytes) -> None:
    with pytest.raises(FormatError):
        read(begin + rest, SECRET)


WAYS = st.integers(1_000, 30 * MS)


@given(
    ahead=st.integers(-(10**15), 10**15),
    drift_ppb=st.integers(-190_000, 190_000),
    trips=st.lists(
        st.tuples(st.integers(1, 3 * S), WAYS, st.integers(0, 20 * MS), WAYS), min_size=1, max_size=60
    ),
    later=st.integers(0, 300 * S),
)
def test_the_offset_of_two_clocks_is_never_wrong_by_more_than_is_said(
    ahead: int, drift_ppb: int, trips: list[tuple[int, int, int, int]], later: int
) -> None:
    def theirs(ours: int) -> int:
        return ours + ahead + ours * drift_ppb // 10**9

    clocks, now = Clocks(), 0
    assert clocks.at(now) is None
    for pause, there, answers, back in trips:
        sent = now + pause
        heard, answered = sent + there, sent + there + answers
        now = answered + back
        clocks.note(RoundTrip(sent, theirs(heard), theirs(answered), now))
    reading = clocks.at(now + later)
    assert reading is not None
    assert abs(reading.offset_ns - (theirs(now + later) - now - later)) <= reading.error_ns
    assert abs(reading.drift_ppb) <= 200_000


@pytest.mark.parametrize("drift_ppb", [-200_000, -30_000, 0, 200_000])
def test_the_drift_of_two_clocks_is_known_after_half_a_minute(drift_ppb: int) -> None:
    world = World(1, 0.1)
    world.add(7 * S, 0, follow=False)
    two = world.add(-3 * S, drift_ppb, follow=True)
    world.start()
    world.run(30 * S)
    standing = two.member.standing(two.clock())
    assert standing.drift_ppb is not None
    assert abs(standing.drift_ppb + drift_ppb) < 10_000


def astray_ns(leader: Loop, follower: Loop) -> int:
    """How far apart the two lights would be, in time of the race, if both were shown."""
    lines = [one.member.turn(one.clock(), one.clock() // PERIOD).order for one in (leader, follower)]
    one, two = (int(line.split()[1]) for line in lines)
    return (leader.clock() - one) - (follower.clock() - two)


def drifted(seconds: int) -> tuple[int, int]:
    """Clocks that part by 200 ppm: the most by which a follower was wrong, and the step at its takeover."""
    world = World(2, 0.0)
    leader, follower = world.add(5 * S, 100_000, follow=False), world.add(0, -100_000, follow=True)
    world.start()
    most = 0
    for _ in range(seconds):
        world.run(S)
        most = max(most, abs(astray_ns(leader, follower)))
    leader.dead = True
    world.run(S)
    first = next(frame for frame in world.shown if frame.by == follower.who)
    expected = leader.clock(first.at) - int(leader.member.turn(leader.clock(), 0).order.split()[1])
    return most, abs(first.elapsed + first.late - expected)


def test_clocks_that_drift_apart_by_200_ppm_move_no_light_by_a_centimetre() -> None:
    most, step = drifted(20)
    assert most < MS
    assert step < MS


@pytest.mark.prove
def test_nor_do_they_through_a_whole_mile() -> None:
    most, step = drifted(230)
    assert most < MS
    assert step < MS


def test_a_clock_that_was_asleep_is_compared_anew() -> None:
    """As of a machine that was suspended, or moved to another host."""
    clocks = Clocks()
    for second in range(20):
        clocks.note(RoundTrip(second * S, second * S + 5 * MS, second * S + 5 * MS, second * S + 2 * MS))
    assert clocks.at(20 * S).offset_ns == 4 * MS  # type: ignore[union-attr]
    clocks.note(RoundTrip(20 * S, 3620 * S, 3620 * S, 20 * S + 2 * MS))
    assert clocks.at(20 * S + 2 * MS) == Reading(3600 * S - MS, MS + 402, 0)


def recorded(world: World, sender: Loop, ns: int) -> list[bytes]:
    """What a loop says meanwhile."""
    kept: list[bytes] = []
    send = world.send

    def listening(by: Loop, datagram: bytes) -> None:
        if by is sender:
            kept.append(datagram)
        send(by, datagram)

    world.send = listening  # type: ignore[method-assign]
    world.run(ns)
    world.send = send  # type: ignore[method-assign]
    return kept


def test_what_a_loop_said_before_moves_no_light_when_it_is_said_again() -> None:
    """Heartbeats of a leader of term 2 are recorded; neither then nor in the next race does it lead again."""
    world = World(4, 0.0)
    one, two = world.add(0, 0, follow=False), world.add(S, 0, follow=True)
    world.start()
    one.frozen = True
    world.run(S)
    assert two.lead
    kept = recorded(world, two, S)
    assert len(kept) > 90
    two.dead = True
    one.frozen = False
    world.run(S)
    assert one.lead
    assert one.member.term == 3
    later = World(5, 0.0)
    alone = later.add(0, 0, follow=False)
    later.start()
    for loop, where in ((one, world), (alone, later)):
        for datagram in kept:
            loop.hear(datagram)
            where.run(10 * MS)
            assert loop.lead
