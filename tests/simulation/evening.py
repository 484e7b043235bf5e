"""A meet of one seed: two races, two consoles, one timing system, and whatever goes wrong between them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from disk import Disk, PowerCut
from world import BEGIN, Console, Decoder, Ear, Lamps, S, System, Wire, World

from pacelight.lights.look.model import SHOWS
from pacelight.lights.loop.orders import Dark
from pacelight.mark import Mark
from pacelight.meet.desk import requests as asks
from pacelight.meet.desk.roles import Role
from pacelight.meet.engine import start
from pacelight.meet.engine.planned import Device, Planned
from pacelight.meet.engine.timing import Timing
from pacelight.meet.journal import disk as calls
from pacelight.meet.journal import file as journals
from pacelight.meet.journal import named
from pacelight.meet.journal.entries import Fired, Of, decoded
from pacelight.meet.live.session import Session
from pacelight.meet.programme.racefile import RaceFile
from pacelight.meet.race import State
from pacelight.timing.reading import (
    ClockRead,
    ClockState,
    Confirmed,
    FalseStart,
    GunRead,
    HeatNamed,
    Reading,
    Seen,
)

__all__ = ["Evening"]

RACES = ("heat-1", "heat-2")
HEATS = {name: HeatNamed("1", "1", name.removeprefix("heat-")) for name in RACES}
BIBS = ("1", "2", "3")
LAPS = 2
ON = frozenset({State.ARMED, State.RUNNING, State.HELD, State.RECALLED, State.ABORTED})
STAGED = (
    *(asks.Show(look="clap"), asks.Show(look="chase"), asks.Show()),
    *(asks.Walk(first=7), asks.Walk(first=390, last=4, blinks=True), asks.Walk()),
)
"""What somebody asks to have on the lamps between races, also while one is on."""
WISHED = {"loaded": 0.5, "checked": 0.3, "armed": 0.1, "running": 0.005, "recalled": 0.2, "finished": 0.1}
"""How often, by the state that is seen."""
END_NS = BEGIN + 900 * S
TEND_NS = 250_000_000
LEAD_NS = 3 * S
MOVED_NS = 5_000_000
"""By less a gun that is known better is not moved."""
DRIFT_NS = 12_000_000
"""By which the clock of a system is wrong at the end of a race: 100 ppm of two minutes."""
SOON_NS = 3_000_000_000
"""After a false start a running time may be that of either, so the gun is only known as it was heard."""


def race_text(name: str) -> str:
    """A race over 800 m of three."""
    runners = "".join(
        f'[[runner]]\nbib = "{bib}"\nathlete = "{name}-runner-{bib}"\nname = "Runner {bib} of {name}"\n'
        'nation = "NOR"\n'
        for bib in BIBS
    )
    return f"""
schema = "pacelight.race/1"
id = "{name}"
name = "{name}"
event = "800"
sex = "men"
day = 2025-06-01
venue = "Simulated"
heat = "{name}"
source = "made"
sources = [{{ key = "made", who = "Made by a seed", as_of = 2025-06-01 }}]
[track]
name = "standard-400"
[[light]]
name = "pace"
plan = {{ kind = "even", mark = "1:45.00" }}
{runners}"""


@dataclass
class Run:
    """One start of one race, as it truly was.

    Attributes:
        gun_ns: on the clock of the machine.
        times: of each runner at the finish, thousandths of a second as the system prints them.
        recalled: it was a false start.
        void: nobody took the gun, so the starter has called them back.
        by_hand: nobody but people saw the gun.
    """

    gun_ns: int
    times: dict[str, int]
    recalled: bool
    by_hand: bool
    void: bool = False


class OneOrders(start.Orders):
    """Two races without a meet file."""

    @property
    def races(self) -> tuple[Planned, ...]:
        return tuple(Planned(RaceFile.parse(race_text(name)), self.race.parent, None) for name in RACES)


@dataclass
class Evening:
    """One seed, one meet.

    Args:
        seed: all there is.
        folder: for its files; a memory disk makes it quick.
        book: an empty one, to be copied.
    """

    seed: int
    folder: Path
    book: bytes
    lamps: Lamps = field(default_factory=Lamps)
    runs: dict[str, list[Run]] = field(default_factory=lambda: {name: [] for name in RACES})
    boots: int = 0
    log: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chance = Random(self.seed)
        self.world = World(self.chance)
        self.disk = Disk(Random(self.seed + 1))
        self.system = System(self.world, self.chance.uniform(-100, 100))
        mats = Random(self.seed + 2)
        wrong_ns = mats.choice((50, 50, 50, 40_000)) * S
        self.decoder = Decoder(self.world, mats, mats.randrange(-wrong_ns, wrong_ns))
        self._setting = Random(self.seed + 3)
        self.consoles = (
            Console(self.world, "director", Role.DIRECTOR, say=self.say),
            Console(self.world, "lights", Role.OPERATOR, say=self.say),
        )
        self._asked: dict[tuple[Any, ...], int] = {}
        self._starts: dict[str, int] = {}
        self._done = False
        self._engine: Any = None

    @property
    def orders(self) -> OneOrders:
        spare = self.folder / "spare"
        return OneOrders(
            self.folder / "race.toml",
            self.folder / "book.sqlite",
            self.folder / "journals" / "race.journal",
            "sim://",
            Fraction(1),
            spare=spare,
        )

    def play(self) -> Session:
        """The whole evening; the session as it stands in the end.

        Raises:
            AssertionError: something was promised and not kept.
        """
        for name in ("journals", "spare"):
            (self.folder / name).mkdir(exist_ok=True)
        (self.folder / "book.sqlite").write_bytes(self.book)
        self._plan_trouble()
        for _ in range(self.decoder.chance.randrange(8)):
            self.world.after(self.decoder.chance.randrange(400 * S), self._lose_decoder)
        for _ in range(self._setting.choice((0, 0, 0, 1, 2))):
            self.world.after(self._setting.randrange(600 * S), self._set_decoder_back)
        self.world.after(0, self._tend)
        while not self._done:
            with self._machine():
                self._run()
        return self._judge()

    def say(self, what: str) -> None:
        """For whoever looks into a seed."""
        self.log.append(f"{(self.world.now_ns - BEGIN) / S:9.3f} {what}")

    # What goes wrong.

    def _plan_trouble(self) -> None:
        for _ in range(self.chance.choice((0, 0, 1, 2, 3))):
            at_ns = BEGIN + self.chance.randrange(1, 400) * S + self.chance.randrange(S)
            trouble = self.chance.choice(
                (self._cut, self._cut_in_writing, self._fill, self._break, self._cut, self._black)
            )
            self.world.at(at_ns, trouble)

    def _lose_decoder(self) -> None:
        self.say("the decoder loses its line")
        self.decoder.lose()

    def _set_decoder_back(self) -> None:
        if by_ns := self.decoder.set_back(self._setting):
            self.say(f"somebody sets the clock of the decoder back by {by_ns // S} s")

    def _cut(self) -> None:
        self.say("the power goes")
        raise PowerCut

    def _cut_in_writing(self) -> None:
        self.disk.cut_in = self.chance.randrange(1, 4)
        self.say(f"the power goes within {self.disk.cut_in} calls of the disk")

    def _fill(self) -> None:
        self.say("the disk is full")
        self.disk.full = True
        self.world.after(self.chance.randrange(1, 6) * S, self._empty)

    def _empty(self) -> None:
        self.say("there is room again")
        self.disk.full = False

    def _break(self) -> None:
        self.say("the disk breaks")
        self.disk.broken = self.folder / "journals"

    def _black(self) -> None:
        console = self.chance.choice(self.consoles)
        if console.wire is None:
            return
        self.say(f"{console.by} asks for a blackout")
        console.ask(asks.Blackout())
        self.world.after(self.chance.randrange(1, 8) * S, self._light)

    def _light(self) -> None:
        console = self.chance.choice(self.consoles)
        if console.wire is not None:
            console.ask(asks.Light())

    # The machine.

    @contextmanager
    def _machine(self) -> Iterator[None]:
        """What stands where a machine would be; another boot each time."""
        self.boots += 1
        wire = Wire(self.world)
        ear, mats = Ear(self.system, wire), Ear(self.decoder, wire, "decoder")
        boot = f"boot-{self.boots if self.chance.random() < 0.3 else 0}"
        timing = partial(self._timing, ear, mats)
        with (
            patch.object(start, "Bus", lambda *_: wire),
            patch.object(start, "_timing", timing),
            patch.object(start, "boot_id", lambda: boot),
            patch.object(journals, "os", self.disk),
            patch.object(calls, "os", self.disk),
            patch.object(named, "os", self.disk),
        ):
            self._boot, self._wire = boot, wire
            try:
                yield
            except PowerCut:
                self._engine = None
            for console in self.consoles:
                console.wire = None
            self.system.listener = self.decoder.listener = None
        if not self._done:
            self.disk.reboot()
            self._pass(self.chance.randrange(200, 1500) * 1_000_000)

    def _timing(self, ear: Ear, mats: Ear, *_: object) -> Timing:
        self.system.listener, self.decoder.listener = ear, mats
        self.system.again()
        self.world.after(self.decoder.chance.randrange(3 * S), self.decoder.connect)
        devices = {name: Device(name, "sim://") for name in ("system", "decoder")}
        return Timing([ear, mats], devices, HEATS, self.say)

    def _pass(self, ns: int) -> None:
        """Time goes on while nothing runs."""
        until_ns = self.world.now_ns + ns
        while self.world.now_ns < until_ns:
            try:
                self.world.run_to(until_ns)
            except PowerCut:
                continue

    @contextmanager
    def _lighting(self, *_: object) -> Iterator[Lamps]:
        yield self.lamps

    def _run(self) -> None:
        with start.engine(
            self.orders, lambda *_: None, self.say, clock=self.world, lighting=self._lighting
        ) as engine:
            engine.boot = self._boot
            for console in self.consoles:
                console.wire = self._wire
            self._engine = engine
            while not self._done and self.world.now_ns < END_NS:
                engine.turn(self.world.now_ns + S)
                self._watch(engine)
            self._done = True

    def _watch(self, engine: Any) -> None:
        """What must hold after whatever the engine has done."""
        live = engine.session.on
        if live.dark:
            assert self.lamps.order == Dark(), f"a blackout, and the lamps show {self.lamps.order}"
        if live.state in ON:
            assert self.lamps.shown not in SHOWS, (
                f"the race is {live.state}, and the lamps show {self.lamps.shown}"
            )
        for console in self.consoles:
            assert not console.other, f"one request, two answers: {console.other}"

    # What people do: they look, and do the next thing.

    def _tend(self) -> None:
        self.world.after(TEND_NS, self._tend)
        for console in self.consoles:
            if console.wire is not None and console.wire.seen[0] and self.chance.random() < 0.7:
                self._next(console, *console.wire.seen)

    def _next(self, console: Console, race: str, revision: int, state: str) -> None:
        director = console.role is Role.DIRECTOR
        if self.chance.random() < WISHED.get(state, 0.0):
            console.ask(self.chance.choice(STAGED), race=race, seen=revision)
            return
        match state:
            case "loaded":
                self._once(console, asks.Check(), race, revision)
            case "checked" | "recalled":
                self._once(console, asks.Arm(), race, revision)
            case "armed":
                self._start(race, revision)
            case "running" if self.chance.random() < 0.002:
                self._once(console, asks.Hold(), race, revision)
            case "held":
                self._once(console, asks.GoOn(), race, revision)
            case "finished" if race == RACES[0]:
                self._once(console, asks.Load(), race, revision, RACES[1])
            case "finished" if director and self._complete(race):
                self._once(console, asks.Official(reason="confirmed"), race, revision)
            case "official":
                self._finish_off()

    def _once(self, console: Console, do: asks.Do, race: str, revision: int, about: str = "") -> None:
        """Ask it once for what is seen, and again if nothing has come of it for two seconds."""
        name = (console.by, type(do).__name__, race, revision)
        if self._asked.get(name, 0) > self.world.now_ns - 2 * S:
            return
        self._asked[name] = self.world.now_ns
        self.say(f"{console.by} asks: {do}")
        console.ask(do, race=about or race, seen=revision)

    def _start(self, race: str, revision: int) -> None:
        """The starter waits for the race to be armed; one start for each time that it is."""
        if self._starts.get(race) == revision:
            return
        self._starts[race] = revision
        by_hand = self.chance.random() < 0.25
        self.world.after(
            LEAD_NS + self.chance.randrange(2 * S), lambda: self._gun(race, revision, by_hand=by_hand)
        )

    def _gun(self, race: str, revision: int, *, by_hand: bool) -> None:
        if self._engine is None or self._wire.seen[::2] != (race, "armed"):
            self._starts.pop(race, None)  # nobody fires at a race that is not armed
            return
        recalled = not by_hand and self.chance.random() < 0.15
        times = {bib: 104_000 + self.chance.randrange(0, 9_000, 10) for bib in BIBS}
        run = Run(self.world.now_ns, times, recalled, by_hand)
        self.runs[race].append(run)
        self.say(f"the gun of {race}, {'by hand' if by_hand else 'automatic'}")
        if by_hand:
            for console in self.consoles:
                if console.wire is not None:
                    self.world.after(
                        self.chance.randrange(200_000_000),
                        partial(console.ask, asks.Gun(), race=race, seen=revision),
                    )
        self.world.after(4 * S, lambda: self._look_after(race, run))
        self._see(race, run)

    def _look_after(self, race: str, run: Run) -> None:
        """The lights stand still though it was fired: everyone back, and once more."""
        if self._engine is None:
            self.world.after(S, lambda: self._look_after(race, run))
        elif self._wire.seen[::2] == (race, "armed") and self.runs[race][-1] is run and not run.recalled:
            run.void = True
            self.system.said.clear()
            self.decoder.forget(f"{race}-{len(self.runs[race])}-gun")
            self._starts.pop(race, None)
            self.say("nobody took the gun: everyone back")

    def _see(self, race: str, run: Run) -> None:
        """What the timing system makes of it."""

        def see(reading: Reading, *, keep: str = "") -> None:
            """Of runners who were called back nothing more is seen."""
            if self.runs[race][-1] is run and not run.void:
                self.system.see(HEATS[race], reading, keep=keep)

        name, turn = f"{race}-{len(self.runs[race])}", 1 + self.system.drift_ppm / 1e6
        if not run.by_hand:
            self.world.after(0, partial(see, GunRead(f"{name}-gun")))
            self.decoder.gun(f"{name}-gun")
            for tick in range(1, 12 if run.recalled else 900):
                at_ns = tick * 1_000_000_000
                shown = ClockRead(ClockState.RUNNING, round(at_ns * turn) // 1_000_000 * 1_000_000)
                if run.recalled and tick > 2:
                    break
                self.world.after(at_ns, partial(see, shown))
        if run.recalled:
            self.world.after(2_500_000_000, partial(see, FalseStart(f"{name}-false")))
            self.world.after(3 * S, lambda: self._recall(race))
            return
        for bib, ms in run.times.items():
            for lap in range(1, LAPS + 1):
                here = ms * lap // LAPS // 10 * 10
                seen = Seen(f"{name}-{bib}-{lap}", bib=bib, lap=lap, running=Mark(here), finish=lap == LAPS)
                self.world.after(here * 1_000_000, partial(see, seen, keep=seen.key))
        last_ns = max(run.times.values()) * 1_000_000
        key = f"{name}-confirmed"
        self.world.after(last_ns + 8 * S, partial(see, Confirmed(key), keep=key))
        for seconds in range(5, 200, 10):
            self.world.after(last_ns + seconds * S, self.system.again)

    def _recall(self, race: str) -> None:
        """The starter has called them back: whoever is at a console says so until it is so."""
        if self.world.now_ns > END_NS or self.runs[race][-1].recalled is False:
            return
        for console in self.consoles:
            if console.wire is not None and console.wire.seen[0] == race:
                if console.wire.seen[2] in {"running", "held"}:
                    console.ask(asks.Recall(), race=race)
                    self.world.after(S, lambda: self._recall(race))
                    return
                if console.wire.seen[2] in {"recalled", "loaded", "checked"}:
                    return
        self.world.after(S, lambda: self._recall(race))

    def _complete(self, race: str) -> bool:
        """Whether all that the system saw of the last start was acknowledged."""
        return not self.system.said and len(self.runs[race]) > 0

    def _finish_off(self) -> None:
        """The last race is official: so is the first, if nobody had come to it yet; then all go home."""
        engine, director = self._engine, self.consoles[0]
        if engine is None or director.wire is None:
            return
        first = engine.session.races[RACES[0]]
        if first.state == "finished":
            self._once(director, asks.Official(reason="confirmed later"), RACES[0], first.revision, RACES[0])
        elif first.state == "official" and not self.disk.full:
            self.world.after(3 * S, self._go_home)

    def _go_home(self) -> None:
        self._done = True

    # What must hold in the end.

    def _judge(self) -> Session:
        path = self.orders.journal
        journals.verify(path)
        lines, _ = journals.read(path)
        entries = [decoded(line.event) for line in lines]
        session = Session.of(entries)
        assert {name: live.state for name, live in session.races.items()} == dict.fromkeys(
            RACES, "official"
        ), f"the evening did not come to its end: {[(n, str(r.state)) for n, r in session.races.items()]}"
        for console in self.consoles:
            for key, said in console.answers.items():
                if said.done:
                    assert session.answers[key].done, f"acknowledged, and lost: {key}"
        for name, live in session.races.items():
            run = self.runs[name][-1]
            found = {bib: one.mark for bib, one in live.results.items()}
            assert found == {bib: Mark(ms) for bib, ms in run.times.items()}, (name, found, run.times)
            assert live.credited == set(BIBS), (name, live.credited)
            guns = [
                entry.entry if isinstance(entry, Of) else entry
                for entry in entries
                if isinstance(entry.entry if isinstance(entry, Of) else entry, Fired)
            ]
            assert len(guns) <= sum(map(len, self.runs.values())), "more guns than shots"
            soon = any(run.gun_ns - one.gun_ns < SOON_NS for one in self.runs[name][:-1])
            if not (run.by_hand or soon) and live.gun is not None and self.boots == 1:
                error_ns = abs(live.gun.monotonic_ns - run.gun_ns)
                bound_ns = (live.gun.error_ns or DRIFT_NS) + MOVED_NS
                assert error_ns <= bound_ns, f"the gun is {error_ns} ns off, not at most {bound_ns}"
        return session
