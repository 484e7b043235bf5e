"""What timing systems say is placed, written down and acknowledged, in that order; the gun is back-dated."""

import os
import socket
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any
from uuid import uuid4

import msgspec
import pytest

from pacelight.mark import Mark
from pacelight.meet.bus import Bus
from pacelight.meet.desk.requests import Arm, Check, Correct, Do, Gun, MoveGun, Request, Settle, Swap, Undo
from pacelight.meet.desk.roles import Role
from pacelight.meet.engine.engine import Engine
from pacelight.meet.engine.planned import Device
from pacelight.meet.engine.start import Orders, engine
from pacelight.meet.engine.timing import Timing
from pacelight.meet.journal.entries import TimingSeen, decoded
from pacelight.meet.journal.file import read
from pacelight.meet.programme.zone import DAY_NS, difference, local
from pacelight.meet.race import State
from pacelight.timing.reading import (
    ClockRead,
    ClockState,
    FalseStart,
    GunRead,
    Heard,
    Reading,
    Seen,
)
from pacelight.timing.sources import ListenerStatistics

NS = 10**9


@dataclass
class System:
    """A timing system at the other end of a socket; what it says is handed out when the socket is read."""

    name: str = "finish"
    said: list[Heard] = field(default_factory=list)
    safe: list[str] = field(default_factory=list)
    state: str = "connected"
    opened_ns: int | None = None
    pair: tuple[socket.socket, socket.socket] = field(default_factory=socket.socketpair)

    def fileno(self) -> int:
        return self.pair[0].fileno()

    def wake_ns(self) -> int | None:
        return None

    def read(self, _now_ns: int) -> tuple[Heard, ...]:
        self.pair[0].recv(1 << 16)
        said, self.said = tuple(self.said), []
        return said

    def acknowledge(self, keys: Collection[str]) -> None:
        self.safe += keys

    def statistics(self) -> ListenerStatistics:
        why = "gone" if self.state == "lost" else ""
        return ListenerStatistics(self.state, 0, None, 0, 0, why, self.opened_ns)

    def close(self) -> None:
        for one in self.pair:
            one.close()


@dataclass
class Evening:
    hall: Any
    engine: Engine
    device: System

    def ask(self, do: Do) -> bool:
        on = self.engine.session.on
        asked = Request(uuid4().hex, on.race.id, "timing desk", Role.DIRECTOR, do, on.revision)
        return self.engine.front.decide(self.engine, asked).done

    def say(self, *readings: Reading, ago_ns: int = 0) -> None:
        now_ns = self.hall.clock.monotonic_ns
        self.device.said += [Heard(now_ns - ago_ns, "finish", one) for one in readings]
        self.device.pair[1].send(b"x")
        assert self.engine.timing is not None
        self.engine.timing.listen(self.engine, [self.device])

    def of_day(self, ago_s: float = 0, ahead_s: float = 0) -> int:
        """What a clock says, so long ago and by so much ahead of ours."""
        unix_ns = self.hall.clock.now().unix_ns
        day, _ = local(unix_ns, "+00:00")
        of_day_ns = local(unix_ns, difference("", day))[1]
        return (of_day_ns + round((ahead_s - ago_s) * NS)) % DAY_NS

    def connect(self) -> None:
        self.device.opened_ns = self.hall.clock.monotonic_ns

    @property
    def seen(self) -> TimingSeen:
        return self.engine.session.sources["finish"]

    def later(self, seconds: float) -> None:
        self.hall.clock.monotonic_ns += round(seconds * NS)

    @property
    def kinds(self) -> list[str]:
        return [str(msgspec.to_builtins(one)["type"]) for one in self.entries]

    @property
    def entries(self) -> list[Any]:
        return [decoded(line.event) for line in read(self.hall.journal)[0]]


@contextmanager
def an_evening(hall: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Evening]:
    monkeypatch.setattr(Bus, "turn", hall._turn)
    orders = Orders(hall.race, hall.book, hall.journal, "sim://", Fraction(1), ())
    ready = engine(orders, lambda *_: None, hall.warnings.append, clock=hall.clock, lighting=hall.lighting)
    with ready as running:
        device = System()
        known = {"finish": Device("finish", "omega://127.0.0.1:1")}
        running.timing = Timing([device], known, {}, hall.warnings.append)
        running.turn(0)
        try:
            yield Evening(hall, running, device)
        finally:
            device.close()


@pytest.fixture
def live_hall(hall: Any) -> Any:
    text = hall.race.read_text()
    hall.race.write_text(text[: text.index("[[recording.segments]]")])
    return hall


@pytest.fixture
def evening(live_hall: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Evening]:
    with an_evening(live_hall, monkeypatch) as made:
        yield made


def passing(n: int, bib: str, time: str, *, finish: bool = False) -> Seen:
    return Seen(f"p{n}/{bib}", bib=bib, lap=n, running=Mark.parse(time), official=finish, finish=finish)


def test_an_armed_race_is_fired_at_the_instant_at_which_the_gun_was(evening: Evening) -> None:
    assert evening.ask(Check())
    assert evening.ask(Arm())
    evening.later(30)
    evening.say(GunRead("g"), ago_ns=NS // 4)
    gun = evening.engine.session.on.gun
    assert gun is not None
    assert gun.monotonic_ns == evening.hall.clock.monotonic_ns - NS // 4
    assert (gun.source, gun.by) == ("finish", "")
    assert evening.hall.guns[-1][0] == gun.monotonic_ns


def test_a_race_that_nobody_armed_is_not_started_by_a_gun(evening: Evening) -> None:
    evening.say(GunRead("g"))
    assert evening.ask(Check())
    evening.say(GunRead("h"))
    assert evening.engine.session.on.gun is None
    assert "gun" not in evening.kinds


def test_a_gun_by_hand_is_moved_by_the_clock_of_the_system(evening: Evening) -> None:
    assert all(evening.ask(do) for do in (Check(), Arm()))
    evening.later(10)
    assert evening.ask(Gun())
    evening.later(10)
    evening.say(ClockRead(ClockState.RUNNING, 10_080_000_000))
    assert evening.kinds[-1] == "gun-moved"
    gun = evening.engine.session.on.gun
    assert gun is not None
    assert abs(gun.monotonic_ns - (evening.hall.clock.monotonic_ns - 10_080_000_000)) < 5_000_000


def test_what_a_person_says_of_the_gun_no_system_moves(evening: Evening) -> None:
    assert all(evening.ask(do) for do in (Check(), Arm(), Gun()))
    evening.later(5)
    assert evening.ask(MoveGun(by_ns=-NS // 2))
    evening.later(5)
    evening.say(ClockRead(ClockState.RUNNING, 10_200_000_000))
    assert evening.kinds.count("gun-moved") == 1


def test_a_passing_is_acknowledged_once_the_journal_has_it(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert all(evening.ask(do) for do in (Check(), Arm(), Gun()))
    order: list[str] = []
    sync = os.fdatasync
    monkeypatch.setattr(os, "fdatasync", lambda fd: (order.append("disk"), sync(fd))[1])
    monkeypatch.setattr(System, "acknowledge", lambda _self, keys: order.extend(keys))
    evening.later(30)
    evening.say(Seen("p1", bib="1", running=Mark.parse("1.31"), now=True))
    evening.later(26)
    evening.say(passing(3, "1", "56.39"))
    assert order[-1] == "p3/1"
    assert "disk" in order
    assert evening.engine.session.on.splits("1")


def test_what_no_disk_takes_is_not_acknowledged_to_the_device_until_one_does(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert all(evening.ask(do) for do in (Check(), Arm(), Gun()))
    evening.later(57)

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(os, "fdatasync", refuse)
        evening.say(passing(2, "1", "56.39"))
        assert evening.device.safe == []
        assert evening.engine.session.on.splits("1")
    evening.later(2)
    evening.engine.turn(0)
    evening.say()
    assert evening.device.safe == ["p2/1"]
    assert evening.engine.session.on.splits("1")


def test_a_false_start_recalls_the_race_and_the_next_gun_counts(evening: Evening) -> None:
    assert all(evening.ask(do) for do in (Check(), Arm()))
    evening.say(GunRead("g"))
    evening.later(1)
    evening.say(FalseStart("f"))
    assert evening.engine.session.on.state is State.RECALLED
    evening.later(60)
    assert evening.ask(Arm())
    evening.later(10)
    evening.say(GunRead("g2"))
    gun = evening.engine.session.on.gun
    assert gun is not None
    assert gun.monotonic_ns == evening.hall.clock.monotonic_ns


def test_an_old_gun_among_the_first_words_of_a_device_starts_nothing_and_is_told(evening: Evening) -> None:
    assert all(evening.ask(do) for do in (Check(), Arm()))
    evening.later(30)
    evening.connect()
    evening.say(GunRead("old", of_day_ns=evening.of_day(ago_s=1200)))
    assert evening.engine.session.on.state is State.ARMED
    evening.later(1)
    evening.say()
    assert evening.seen.why.startswith("says that a gun was at ")
    assert [one for one in evening.hall.warnings if "nothing was started" in one]
    evening.later(3)
    evening.say(GunRead("true", of_day_ns=evening.of_day()))
    gun = evening.engine.session.on.gun
    assert gun is not None
    assert gun.monotonic_ns == evening.hall.clock.monotonic_ns
    evening.later(1)
    evening.say()
    assert evening.seen.why == ""


def test_a_gun_of_a_clock_that_was_set_back_is_told_and_fires_once_that_is_known(evening: Evening) -> None:
    evening.later(3)
    evening.say(Seen("p0", chip="x", of_day_ns=evening.of_day()))
    evening.later(60)
    assert all(evening.ask(do) for do in (Check(), Arm()))
    evening.later(30)
    evening.say(GunRead("true", of_day_ns=evening.of_day(ahead_s=-3600)))
    fired_ns = evening.hall.clock.monotonic_ns
    assert evening.engine.session.on.state is State.ARMED
    evening.later(3)
    evening.say(Seen("p1", chip="x", of_day_ns=evening.of_day(ahead_s=-3600)))
    assert evening.seen.why.startswith("says that a gun was at ")
    assert [one for one in evening.hall.warnings if "nothing was started" in one]
    evening.later(3)
    evening.say(Seen("p2", chip="x", of_day_ns=evening.of_day(ahead_s=-3600)))
    gun = evening.engine.session.on.gun
    assert gun is not None
    assert gun.monotonic_ns == fired_ns
    evening.later(1)
    evening.say()
    assert evening.seen.why == ""
    assert evening.seen.offset_ns == -3600 * NS
    assert "the clock of finish was set back by 3600 s" in evening.hall.warnings


def test_a_gun_that_is_heard_seconds_after_it_was_by_its_clock_is_told(evening: Evening) -> None:
    evening.later(3)
    evening.say(Seen("p0", chip="x", of_day_ns=evening.of_day()))
    assert all(evening.ask(do) for do in (Check(), Arm()))
    evening.later(30)
    evening.say(GunRead("g", of_day_ns=evening.of_day(ago_s=4)))
    assert evening.engine.session.on.state is State.RUNNING
    said = "the gun of finish was 4 s before it was heard: its line is slow, or its clock was set back"
    assert said in evening.hall.warnings


def test_how_the_clock_of_a_system_stands_is_written_down_once_it_is_known(evening: Evening) -> None:
    evening.connect()
    evening.say(Seen("p0", chip="x", of_day_ns=evening.of_day(ago_s=900, ahead_s=2.5)))
    evening.later(1)
    evening.say()
    assert evening.seen.offset_ns is None  # it may be its memory
    evening.later(3)
    evening.say(Seen("p1", chip="x", of_day_ns=evening.of_day(ago_s=0.012, ahead_s=2.5)))
    assert evening.seen.offset_ns == 2_488_000_000
    evening.later(3)
    evening.say(Seen("p2", chip="x", of_day_ns=evening.of_day(ago_s=0.001, ahead_s=2.5)))
    assert evening.seen.offset_ns == 2_499_000_000
    evening.later(3)
    written = evening.kinds.count("timing")
    evening.say(Seen("p3", chip="x", of_day_ns=evening.of_day(ago_s=0.3, ahead_s=2.5)))
    assert evening.kinds.count("timing") == written


def test_an_engine_that_goes_on_armed_knows_the_clock_and_when_the_race_was_armed(
    live_hall: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with an_evening(live_hall, monkeypatch) as first:
        first.later(1)
        first.say(Seen("p", chip="x", of_day_ns=first.of_day(ahead_s=3600)))
        assert all(first.ask(do) for do in (Check(), Arm()))
    live_hall.clock.monotonic_ns += 20 * NS
    with an_evening(live_hall, monkeypatch) as second:
        second.connect()
        second.say(GunRead("before", of_day_ns=second.of_day(ago_s=25, ahead_s=3600)))
        assert second.engine.session.on.state is State.ARMED
        assert second.seen.offset_ns == 3600 * NS
        second.say(GunRead("while nobody listened", of_day_ns=second.of_day(ago_s=2, ahead_s=3600)))
        assert second.engine.session.on.state is State.RUNNING


def test_a_key_that_was_long_under_way_is_a_key_and_no_word(evening: Evening) -> None:
    clock = evening.hall.clock
    assert all(evening.ask(do) for do in (Check(), Arm()))
    evening.later(30)
    assert evening.ask(Gun(at_unix_ns=clock.now().unix_ns - 1500 * NS // 1000, error_ns=NS // 100))
    gun = evening.engine.session.on.gun
    assert gun is not None
    assert (gun.monotonic_ns, gun.error_ns) == (clock.monotonic_ns - 1500 * NS // 1000, 210 * NS // 1000)
    evening.say(ClockRead(ClockState.RUNNING, 1600 * NS // 1000))
    assert evening.kinds[-1] == "gun-moved"


def test_where_a_correction_is_taken_back_what_the_system_says_by_then_holds(evening: Evening) -> None:
    assert all(evening.ask(do) for do in (Check(), Arm(), Gun()))
    evening.later(240)
    on = evening.engine.session.on
    said = [Seen("k", bib="1", finish=True, running=Mark.parse(f"3:45.{n}")) for n in (14, 16)]
    evening.say(said[0])
    assert evening.ask(Correct(what="finish/1/1609344", elapsed_ns=225_200_000_000))
    line = on.lines[-1].n
    evening.later(1)
    evening.say(said[1])
    (conflict,) = on.conflicts
    assert evening.ask(Settle(what=conflict, take=False))
    assert str(on.results["1"].mark) == "3:45.20"
    assert evening.ask(Undo(line=line))
    assert str(on.results["1"].mark) == "3:45.16"
    assert not on.conflicts


def test_what_a_system_said_is_not_what_an_undo_takes_back(evening: Evening) -> None:
    assert all(evening.ask(do) for do in (Check(), Arm()))
    evening.later(30)
    assert evening.ask(Gun())
    evening.later(240)
    on = evening.engine.session.on
    for bib, mark in (("1", "3:45.14"), ("2", "3:52.70")):
        evening.say(Seen(f"k{bib}", bib=bib, finish=True, running=Mark.parse(mark)))
    assert evening.ask(Swap(bib="1", other="2"))
    evening.say(ClockRead(ClockState.RUNNING, 260 * NS))
    assert evening.kinds[-1] == "gun-moved"
    assert not evening.ask(Undo(line=on.lines[-1].n))
    evening.say(Seen("k1", bib="1", finish=True, running=Mark.parse("3:45.18")))
    assert evening.kinds[-1] == "corrected"
    assert evening.ask(Undo())
    assert str(on.results["1"].mark) == "3:45.18"


def test_a_false_start_late_in_a_race_is_left_to_people(evening: Evening) -> None:
    assert all(evening.ask(do) for do in (Check(), Arm(), Gun()))
    evening.later(100)
    evening.say(FalseStart("f"))
    assert evening.engine.session.on.state is State.RUNNING
    assert any("recall the race if it was one" in one for one in evening.hall.warnings)


def test_an_engine_that_goes_on_does_not_move_the_gun_later_by_what_it_hears(
    live_hall: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with an_evening(live_hall, monkeypatch) as first:
        assert all(first.ask(do) for do in (Check(), Arm()))
        first.say(GunRead("g"))
    live_hall.clock.monotonic_ns += 20 * NS
    with an_evening(live_hall, monkeypatch) as second:
        second.say(ClockRead(ClockState.RUNNING, 19_600_000_000))
        assert "gun-moved" not in second.kinds
        second.say(ClockRead(ClockState.RUNNING, 20_100_000_000))
        assert second.kinds[-1] == "gun-moved"


def test_once_everyone_is_in_the_race_is_finished_by_itself_and_everyone_is_in_the_book(
    evening: Evening,
) -> None:
    assert all(evening.ask(do) for do in (Check(), Arm(), Gun()))
    evening.later(236)
    starters = [one.bib for one in evening.engine.session.on.race.heat.starters]
    evening.say(*[passing(9, bib, f"3:4{nth}.10", finish=True) for nth, bib in enumerate(starters)])
    live = evening.engine.session.on
    assert live.everyone_in
    assert live.state is State.FINISHED
    assert evening.kinds.count("credit") == len(starters)


def test_which_system_came_and_went_stands_in_the_journal_and_is_an_alarm(evening: Evening) -> None:
    evening.later(1)
    evening.say()
    evening.device.state = "lost"
    evening.later(1)
    evening.engine.turn(0)
    seen = [(one.source, one.state) for one in evening.entries if hasattr(one, "state")]
    assert seen == [("finish", "connected"), ("finish", "lost")]
    evening.later(1)
    evening.engine.turn(0)
    assert evening.engine.feed.alarms == ["timing 'finish' is lost: gone"]
