"""One world of one seed: its clock, its wires, its timing system, its consoles.

Nothing here is left to chance but what the seed decides.
"""

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from random import Random
from typing import Any, Self

import msgspec

from pacelight.lights.loop.orders import Dark, Fading, Run
from pacelight.lights.loop.process import LoopStatistics
from pacelight.meet.clock import Instant
from pacelight.meet.desk.requests import Answer, Do, Request, answer
from pacelight.meet.desk.roles import Role
from pacelight.meet.programme.zone import DAY_NS, difference, local
from pacelight.meet.show.office import ALONE, Post
from pacelight.timing.reading import GunRead, Heard, HeatNamed, Reading, Seen
from pacelight.timing.sources.port import ListenerStatistics

S = 1_000_000_000
BEGIN = 1_000 * S
UNIX = 1_700_000_000 * S


@dataclass
class World:
    """What happens next is what was put first in time; of two at one instant, what was put first."""

    chance: Random
    now_ns: int = BEGIN
    _order: Any = field(default_factory=count)
    _queue: list[tuple[int, int, Callable[[], object]]] = field(default_factory=list)

    def now(self) -> Instant:
        return Instant(self.now_ns, UNIX + self.now_ns)

    def at(self, ns: int, what: Callable[[], object]) -> None:
        heapq.heappush(self._queue, (max(ns, self.now_ns), next(self._order), what))

    def after(self, ns: int, what: Callable[[], object]) -> None:
        self.at(self.now_ns + ns, what)

    def run_to(self, ns: int) -> bool:
        """Let time go on to the next thing that happens, or to this instant; whether something happened."""
        if self._queue and self._queue[0][0] <= ns:
            self.now_ns, _, what = heapq.heappop(self._queue)
            what()
            return True
        self.now_ns = ns
        return False

    def delay(self, typical_ns: int) -> int:
        """Of a wire: never less than nothing, now and then much more."""
        slow = 20 if self.chance.random() < 0.05 else 1
        return round(self.chance.expovariate(1 / typical_ns)) * slow


@dataclass
class Lamps:
    """What the lamps were told last."""

    order: Any = None
    gun_ns: int | None = None

    @property
    def shown(self) -> str:
        """The look; empty where there is none."""
        return str(self.order[0].name) if isinstance(self.order, tuple) and self.order[0] != "hold" else ""

    def stand(self) -> None:
        self.order = "stand"

    def gun(self, gun_ns: int, rate: Any) -> None:
        self.order, self.gun_ns = Run(gun_ns, rate.numerator, rate.denominator), gun_ns

    def hold(self, *told: Any) -> None:
        self.order = ("hold", *told)

    def look(self, look: Any, begin_ns: int, lights: Any) -> None:
        self.order = (look, begin_ns, lights)
        if isinstance(lights, Run):
            self.gun_ns = lights.gun_ns

    def dark(self) -> None:
        self.order = Dark()

    def fade(self, of: Any, begin_ns: int) -> None:
        self.order = Fading(of, begin_ns)

    def repaint(self, *_told: Any) -> None:
        """Other lights: where they are is what is looked at here."""

    def lead(self) -> None:
        """Alone."""

    def leave(self) -> None:
        """Alone."""

    def post(self) -> Post:
        return ALONE

    def statistics(self) -> LoopStatistics:
        return LoopStatistics(0, 0, 0, 0, 0, 0, 0, realtime=False, locked=False)


@dataclass
class Asker:
    """A request as it arrived over a wire that may lose the answer."""

    line: bytes
    world: World
    hear: Callable[[Answer], None]
    about: None = None

    def answer(self, line: bytes) -> None:
        if self.world.chance.random() < 0.9:
            said = answer(line)
            self.world.after(self.world.delay(5_000_000), lambda: self.hear(said))

    def refuse(self) -> None:
        raise AssertionError(f"refused as no request: {self.line!r}")


class Wire:
    """Stands where the bus of an engine is."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.waiting: list[Asker] = []
        self.ready: list[Any] = []
        self.seen: tuple[str, int, str] = ("", 0, "")

    def turn(self, seconds: float, snapshot: Callable[[], bytes]) -> tuple[Any, ...]:
        until_ns = self.world.now_ns + max(1, round(seconds * S))
        while not (self.waiting or self.ready) and self.world.run_to(until_ns):
            pass
        self._look(snapshot)
        ready, self.ready = tuple(self.ready), []
        return ready

    def asked(self) -> list[Asker]:
        waiting, self.waiting = self.waiting, []
        return waiting

    def publish(self, _deltas: object, snapshot: Callable[[], bytes]) -> None:
        self._look(snapshot)

    def renew(self, snapshot: Callable[[], bytes]) -> None:
        self._look(snapshot)

    def _look(self, snapshot: Callable[[], bytes]) -> None:
        page = msgspec.json.decode(snapshot(), type=_Page)
        self.seen = (page.race.id, page.revision, page.state)

    def watch(self, one: object) -> None:
        """Whoever is heard says so itself."""

    def spread(self) -> None:
        """Nobody follows."""

    def following(self) -> list[object]:
        return []

    def let_follow(self, *_: object) -> None:
        """Nobody does."""

    def close(self) -> None:
        """Nothing is open."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _Race(msgspec.Struct):
    id: str


class _Page(msgspec.Struct):
    race: _Race
    revision: int
    state: str


@dataclass
class Console:
    """Somebody who asks, over a wire that loses, doubles and delays, until there is an answer."""

    world: World
    by: str
    role: Role
    answers: dict[str, Answer] = field(default_factory=dict)
    other: list[tuple[Answer, Answer]] = field(default_factory=list)
    wire: Wire | None = None
    say: Callable[[str], object] = print

    def ask(self, do: Do, *, race: str = "", seen: int | None = None) -> str:
        """Ask it, and again with the same key until there is an answer; not where nothing is connected."""
        if self.wire is None:
            return ""
        on, revision, _ = self.wire.seen
        key = f"{self.by}-{self.world.chance.getrandbits(64):016x}"
        asked = Request(key, race or on, self.by, self.role, do, revision if seen is None else seen, self.by)
        self._send(msgspec.json.encode(asked), key, 0)
        return key

    def _send(self, line: bytes, key: str, tried: int) -> None:
        if key in self.answers or tried > 40:
            return
        for _ in range(2 if self.world.chance.random() < 0.1 else 1):
            if self.world.chance.random() < 0.9:
                self.world.after(self.world.delay(5_000_000), lambda: self._arrive(line, key))
        self.world.after(400_000_000, lambda: self._send(line, key, tried + 1))

    def _arrive(self, line: bytes, key: str) -> None:
        if self.wire is not None:
            self.wire.waiting.append(Asker(line, self.world, lambda said: self._hear(key, said)))

    def _hear(self, key: str, said: Answer) -> None:
        if key not in self.answers and not said.done:
            self.say(f"{self.by} is refused: {'; '.join(said.why)}")
        before = self.answers.setdefault(key, said)
        if (before.done, before.why) != (said.done, said.why):
            self.other.append((before, said))


@dataclass
class System:
    """A timing system: says what it saw until somebody acknowledged it, through every restart of who listens.

    Attributes:
        drift_ppm: by which its clock runs wrong.
        said: what is to be acknowledged, by key.
        wire: of the engine that listens now.
    """

    world: World
    drift_ppm: float
    said: dict[str, tuple[HeatNamed, Reading]] = field(default_factory=dict)
    listener: "Ear | None" = None

    def see(self, heat: HeatNamed, reading: Reading, *, keep: str = "") -> None:
        """Say something of a heat; what is kept is said again until it was acknowledged."""
        if keep:
            self.said[keep] = heat, reading
        elif self.world.chance.random() < 0.05:
            return
        self._say(heat, reading)
        if self.world.chance.random() < 0.1:
            self._say(heat, reading)

    def again(self) -> None:
        """All that nobody acknowledged, in no order."""
        readings = list(self.said.values())
        self.world.chance.shuffle(readings)
        for heat, reading in readings:
            self._say(heat, reading)

    def _say(self, heat: HeatNamed, reading: Reading) -> None:
        self.world.after(self.world.delay(8_000_000), lambda: self._arrive(heat, reading))

    def _arrive(self, heat: HeatNamed, reading: Reading) -> None:
        if self.listener is not None:
            self.listener.hear(Heard(self.world.now_ns, "system", heat))
            self.listener.hear(Heard(self.world.now_ns, "system", reading))


TONIGHT_NS = (120 * S, 1_000 * S)
"""From before its begin until after its end: the minute by which clocks are believed is in it."""


@dataclass
class Decoder:
    """A timing system that keeps every gun in its memory, and tells all of it whenever it is connected anew.

    Attributes:
        ahead_ns: by so much its clock is ahead.
        memory: its guns so far: key, and what its clock said; those of the day before came first.
    """

    world: World
    chance: Random
    ahead_ns: int
    memory: dict[str, int] = field(default_factory=dict)
    listener: "Ear | None" = None
    away: bool = False
    _before_ns: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        for number in range(self.chance.randrange(4)):
            ago_ns = self.chance.randrange(200, 20_000) * S
            if -TONIGHT_NS[0] < self.ahead_ns - ago_ns < TONIGHT_NS[1]:
                continue  # its clock is wrong by just so much that nobody could tell it from one of tonight
            self.memory[f"old-{number}"] = self._of_day(self.world.now_ns - ago_ns)
            self._before_ns.append(self.world.now_ns - ago_ns)

    def connect(self) -> None:
        """The line is open: out with all of it."""
        if self.listener is None or self.away:
            return
        self.listener.opened_ns = self.world.now_ns
        for nth, key in enumerate(sorted(self.memory, key=self.memory.__getitem__)):
            self._say(key, 5_000_000 + nth * 1_000_000)

    def lose(self) -> None:
        """The line is cut, and back in a while."""
        if not self.away:
            self.away = True
            self.world.after(self.chance.randrange(100, 9_000) * 1_000_000, self._back)

    def set_back(self, chance: Random) -> int:
        """Somebody sets its clock back, and lets a chip pass three times; by how much, in nanoseconds.

        Never by just so much that a gun of before looks like one of tonight.
        """
        by_ns = chance.randrange(1_000, 20_000) * S
        looks_ns = [before_ns + by_ns - BEGIN for before_ns in self._before_ns]
        if any(-TONIGHT_NS[0] < one_ns < TONIGHT_NS[1] for one_ns in looks_ns):
            return 0
        self.ahead_ns -= by_ns
        for passing in range(3):
            self.world.after((1 + 3 * passing) * S, self._pass)
        return by_ns

    def _pass(self) -> None:
        ear = self.listener
        if ear is not None and not self.away:
            seen = Seen(
                f"test-{self.world.now_ns}", bib="1", lap=0, of_day_ns=self._of_day(self.world.now_ns)
            )
            ear.hear(Heard(self.world.now_ns, ear.name, seen))

    def gun(self, key: str) -> None:
        """It hears the gun."""
        self.memory[key] = self._of_day(self.world.now_ns)
        if not self.away:
            self._say(key, 2_000_000 + self.chance.randrange(30_000_000))

    def forget(self, key: str) -> None:
        """Nobody wants that gun."""
        self.memory.pop(key, None)

    def _back(self) -> None:
        self.away = False
        self.connect()

    def _say(self, key: str, late_ns: int) -> None:
        ear = self.listener

        def arrive() -> None:
            if ear is not None and ear is self.listener and not self.away and key in self.memory:
                ear.hear(Heard(self.world.now_ns, ear.name, GunRead(key, self.memory[key])))

        self.world.after(late_ns, arrive)

    def _of_day(self, at_ns: int) -> int:
        unix_ns = UNIX + at_ns
        day, _ = local(unix_ns, "+00:00")
        return (local(unix_ns, difference("", day))[1] + self.ahead_ns) % DAY_NS


@dataclass
class Ear:
    """Listens to the system for one run of the engine."""

    system: System | Decoder
    wire: Wire
    name: str = "system"
    opened_ns: int | None = None
    _heard: list[Heard] = field(default_factory=list)

    def hear(self, heard: Heard) -> None:
        self._heard.append(heard)
        if self not in self.wire.ready:
            self.wire.ready.append(self)

    def fileno(self) -> int:
        raise AssertionError("nobody waits on what is simulated")

    def wake_ns(self) -> int | None:
        return None

    def read(self, _now_ns: int) -> tuple[Heard, ...]:
        heard, self._heard = tuple(self._heard), []
        return heard

    def acknowledge(self, keys: Any) -> None:
        for key in keys:
            if isinstance(self.system, System):
                self.system.said.pop(key, None)

    def statistics(self) -> ListenerStatistics:
        return ListenerStatistics("connected", BEGIN, None, 0, 0, opened_ns=self.opened_ns)

    def close(self) -> None:
        self.system.listener = None
