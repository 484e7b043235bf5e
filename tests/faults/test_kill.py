"""The engine is killed in mid-race: nothing that was acknowledged is lost, and the light is right at once."""

import json
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files
from itertools import count, pairwise
from pathlib import Path
from random import Random
from typing import Any
from uuid import uuid4

import msgspec
import numpy as np
import pytest

from pacelight.book.asking.lists import Book
from pacelight.cli.asking import Seen, ask
from pacelight.distance import MILE
from pacelight.errors import DriverError
from pacelight.lights.canvas.layout import Layout
from pacelight.lights.canvas.wave import Wave
from pacelight.mark import Mark
from pacelight.meet.bus import listen
from pacelight.meet.desk.requests import Answer, Arm, Blackout, Check, Do, Request, Split
from pacelight.meet.desk.roles import Role
from pacelight.meet.journal.file import read, verify
from pacelight.meet.live.replay import retell
from pacelight.meet.show.lines import line
from pacelight.plan.makers import even
from pacelight.track import Survey, track

pytestmark = pytest.mark.faults

EVE = date(2025, 2, 12)
SPEED = 40
RACE_S = 236.0 / SPEED

HALL = track("short-200")
LAMPS = Layout.of(Survey.even_kerb(HALL, 200))
RECORD = even(MILE, Mark.parse("3:46.63"))
GREEN = 255 * Wave("WR", RECORD).duty[1]
PERIOD = 20_000_000
NEAR_M = 0.10
SHINES_M = Wave("WR", RECORD).head_m + Wave("WR", RECORD).tail_m / 2
"""Metres of full light in a light, wherever it is."""
FAINT = 0.2
"""Of full brightness: of what is fainter, steps of 255 do not tell the place to a tenth of a metre."""
OF_THE_RUN = {"book", "journal", "output", "controllers", "lights"}
"""What a run of the engine tells of itself: another tells otherwise of the same race."""

REMEMBERED_NS = 2_500_000_000
"""For how long a receiver remembers a source. Source: ANSI E1.31-2018, appendix A."""


@dataclass
class Stadium:
    """One race in one folder, with engines that come and go."""

    folder: Path
    race: Path
    output: str = "sim://"
    speed: str = str(SPEED)
    timing: tuple[str, ...] = ()
    started: list["subprocess.Popen[bytes]"] = field(default_factory=list)

    @property
    def journal(self) -> Path:
        return self.folder / "race.journal"

    @property
    def bus(self) -> Path:
        return self.folder / "bus"

    def start(self) -> "subprocess.Popen[bytes]":
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "pacelight", "engine", str(self.race)),
                *("--bus", str(self.bus), "--journal", str(self.journal), "--speed", self.speed),
                *("--book", str(self.folder / "book.sqlite"), "--output", self.output),
                *(part for one in self.timing for part in ("--timing", one)),
            ],
            stdin=subprocess.DEVNULL,
        )
        self.started.append(process)
        return process

    def told(self) -> list[dict[str, Any]]:
        encoded = (line(told, live) for told, live in retell(self.journal))
        lines = [msgspec.json.decode(one) for one in encoded if one is not None]
        return [{k: v for k, v in one.items() if k not in OF_THE_RUN} for one in lines]


@contextmanager
def stadium(folder: Path) -> Iterator[Stadium]:
    race = folder / "race.toml"
    race.write_bytes(files("pacelight").joinpath("recordings/lievin-2025-mile.toml").read_bytes())
    with closing(Book.starter(folder / "book.sqlite", until=EVE)):
        pass
    made = Stadium(folder, race)
    try:
        yield made
    finally:
        for process in made.started:
            process.kill()
            process.wait()


@dataclass
class Listener:
    """Everything the bus has told, through every restart: what was told was acknowledged."""

    bus: Path
    told: list[dict[str, Any]] = field(default_factory=list)
    finished: threading.Event = field(default_factory=threading.Event)
    stop: threading.Event = field(default_factory=threading.Event)

    def listen(self) -> None:
        while not self.stop.is_set():
            try:
                with listen(self.bus, patience_s=1.0) as heard:
                    for one in heard:
                        self._hear(json.loads(one))
            except DriverError:
                self.stop.wait(0.02)

    def _hear(self, one: dict[str, Any]) -> None:
        self.told.append(one)
        if one.get("state") == "finished":
            self.finished.set()

    @property
    def acknowledged(self) -> set[tuple[str, float]]:
        splits = {(one["bib"], one["distance_m"]) for one in self.told if one.get("type") == "split"}
        for one in self.told:
            for runner in one.get("runners", ()):
                splits |= {(runner["bib"], split["distance_m"]) for split in runner["splits"]}
        return splits


def written(journal: Path) -> set[tuple[str, float]]:
    entries = [msgspec.json.decode(line.event) for line in read(journal)[0]]
    return {(one["bib"], one["distance_mm"] / 1000) for one in entries if one["type"] == "passing"}


@contextmanager
def listening(bus: Path) -> Iterator[Listener]:
    listener = Listener(bus)
    thread = threading.Thread(target=listener.listen)
    thread.start()
    try:
        yield listener
    finally:
        listener.stop.set()
        thread.join()


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    with stadium(tmp_path_factory.mktemp("undisturbed")) as quiet, listening(quiet.bus) as listener:
        quiet.speed = "200"
        process = quiet.start()
        assert listener.finished.wait(30)
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0
        return [one for one in quiet.told() if one["type"] != "done"]


@dataclass(frozen=True)
class Frame:
    """What the lamps were told at once.

    Attributes:
        number: of the instant it was drawn for, in periods of the monotonic clock.
        cid: who said so.
    """

    number: int
    cid: bytes
    levels: "np.ndarray[tuple[int], np.dtype[np.uint8]]"

    @property
    def shares(self) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
        """How much each lamp shines of the light; what is shown beside it is white, amber or gold."""
        red, green = (self.levels[part::3].astype(int) for part in (0, 1))
        return np.where(4 * red < green, green, 0) / GREEN

    @property
    def brightness(self) -> float:
        """Of the light, 1 at full: while no engine lives it fades."""
        return float(self.shares @ np.diff(LAMPS.edges)) / SHINES_M

    @property
    def lead_m(self) -> float:
        """Metres past the finish line of the light's leading edge, seen from the lamps alone."""
        shares = self.shares / self.brightness
        edge = np.flatnonzero((shares > 0) & (np.roll(shares, -1) == 0))
        assert len(edge) == 1
        begin, end = LAMPS.edges[edge[0]], LAMPS.edges[edge[0] + 1]
        return float(begin + min(shares[edge[0]], 1.0) * (end - begin))


@dataclass
class Lamps:
    """A controller of lamps that keeps all it is told, with the kernel's time of arrival."""

    socket: socket.socket
    stop: threading.Event = field(default_factory=threading.Event)
    packets: list[tuple[int, bytes]] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"sacn://127.0.0.1:{self.socket.getsockname()[1]}"

    def listen(self) -> None:
        ahead_ns = time.time_ns() - time.monotonic_ns()
        self.socket.settimeout(0.1)
        while not self.stop.is_set():
            try:
                packet, [(_, _, stamp)], _, _ = self.socket.recvmsg(2048, 64)
            except TimeoutError:
                continue
            seconds, ns = struct.unpack("qq", stamp)
            self.packets.append((seconds * 10**9 + ns - ahead_ns, packet))

    def frames(self) -> list[Frame]:
        """The frames that came whole, in order of arrival; goodbyes are none."""
        told = [(at, packet) for at, packet in list(self.packets) if packet[112] == 0]
        frames = []
        for (at, one), (_, two) in pairwise(told):
            if (one[113:115], two[113:115]) == (b"\0\1", b"\0\2") and one[111] == two[111]:
                number = at // PERIOD - (at // PERIOD - one[111]) % 256
                levels = np.frombuffer(one[126:] + two[126:], np.uint8)
                frames.append(Frame(number, one[22:38], levels))
        return frames


SO_TIMESTAMPNS = 35
"""Source: socket(7), asm-generic/socket.h."""


@contextmanager
def lamps() -> Iterator[Lamps]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as receiving:
        receiving.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)
        receiving.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 20)
        receiving.bind(("127.0.0.1", 0))
        made = Lamps(receiving)
        thread = threading.Thread(target=made.listen)
        thread.start()
        try:
            yield made
        finally:
            made.stop.set()
            thread.join()


def gun_ns(journal: Path) -> int:
    entries = [msgspec.json.decode(line.event) for line in read(journal)[0]]
    [gun] = [one["monotonic_ns"] for one in entries if one["type"] == "gun"]
    return int(gun)


def off_plan_m(frame: Frame, elapsed_s: float) -> float:
    """Metres between the light and its plan, the shorter way round the lap."""
    planned = HALL.start(MILE) + float(RECORD.distance_at(elapsed_s))
    return abs((frame.lead_m - planned + 100) % 200 - 100)


def assert_the_light_was_right(seen: Lamps, *guns: int) -> None:
    """At every instant at which a frame was drawn, from the first that knows of a gun."""
    running = False
    for frame in seen.frames():
        elapsed = [(frame.number * PERIOD - gun) * SPEED / 1e9 for gun in guns]
        if min(elapsed) > RECORD.finish.ns / 1e9:
            assert not frame.shares.any()
        elif frame.brightness < FAINT:
            continue  # for so long no engine has lived: be it on the line or in the race
        elif not running and off_plan_m(frame, 0.0) < 1e-2:
            continue
        else:
            running = True
            assert min(off_plan_m(frame, elapsed_s) for elapsed_s in elapsed) <= NEAR_M
    assert running


def assert_no_frame_was_taken_for_an_old_one(seen: Lamps) -> None:
    """By a receiver that keeps the standard: 0 to 19 behind the last is old, while that is remembered."""
    frames = seen.frames()
    assert len({frame.cid for frame in frames}) == 1
    for before, after in pairwise(frames):
        ahead = (after.number - before.number + 128) % 256 - 128
        silent_ns = (after.number - before.number) * PERIOD
        assert silent_ns > REMEMBERED_NS or not -20 < ahead <= 0


def kill_at_random(folder: Path, seed: int, undisturbed: list[dict[str, Any]]) -> None:
    random = Random(seed)
    with stadium(folder) as hall, listening(hall.bus) as listener, lamps() as seen:
        hall.output = seen.url
        for _ in range(random.randrange(1, 4)):
            process = hall.start()
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(random.uniform(0.0, RACE_S / 2))
            process.kill()
            process.wait()
            if hall.journal.exists():
                assert listener.acknowledged <= written(hall.journal)
        listener.finished.clear()
        hall.start()
        assert listener.finished.wait(30)
        assert listener.acknowledged == written(hall.journal)
        assert [one for one in hall.told() if one["type"] != "done"] == undisturbed
        verify(hall.journal)
        assert_the_light_was_right(seen, gun_ns(hall.journal))
        assert_no_frame_was_taken_for_an_old_one(seen)


@pytest.mark.parametrize("seed", range(2))
def test_killed_at_random_moments_no_passing_is_lost_and_the_light_is_right(
    tmp_path: Path, undisturbed: list[dict[str, Any]], seed: int
) -> None:
    kill_at_random(tmp_path, seed, undisturbed)


@pytest.mark.prove
@pytest.mark.parametrize("seed", range(100, 250))
def test_killed_at_three_hundred_random_moments_no_passing_is_lost_and_the_light_is_right(
    tmp_path: Path, undisturbed: list[dict[str, Any]], seed: int
) -> None:
    kill_at_random(tmp_path, seed, undisturbed)


def test_killed_in_mid_race_the_light_goes_on_from_another_process_in_sequence(tmp_path: Path) -> None:
    with stadium(tmp_path) as hall, listening(hall.bus), lamps() as seen:
        hall.output = seen.url
        first = hall.start()
        until = time.monotonic() + 60
        while not running_at(seen, hall, 100.0):
            assert time.monotonic() < until, "the light did not set off"
            time.sleep(0.1)
        first.kill()
        first.wait()
        killed_ns = time.monotonic_ns()
        hall.start()
        while len([at for at, _ in list(seen.packets) if at > killed_ns + PERIOD]) < 20:
            assert time.monotonic() < until, "no light after the restart"
            time.sleep(0.1)
        assert all(packet[112] == 0 for _, packet in list(seen.packets))
        assert_the_light_was_right(seen, gun_ns(hall.journal))
        assert_no_frame_was_taken_for_an_old_one(seen)


def running_at(seen: Lamps, hall: Stadium, metres: float) -> bool:
    """Whether lamps have shown the light so many metres from the start."""
    if not hall.journal.exists() or not any(b'"type":"gun"' in line.event for line in read(hall.journal)[0]):
        return False
    begun_ns = gun_ns(hall.journal) + round(float(RECORD.time_at(metres)) * 1e9 / SPEED)
    return any(frame.number * PERIOD > begun_ns for frame in seen.frames())


MOST_KILLS = 4
"""Of an engine that listens to a timing system and to people."""


@dataclass
class Asker:
    """A console that checks, arms and then takes times by hand, each asked until it is answered."""

    bus: Path
    answers: dict[str, Answer] = field(default_factory=dict)
    armed: threading.Event = field(default_factory=threading.Event)
    stop: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        for do in (Check(), Arm(override=True, reason="the timing system comes later")):
            while not self.stop.is_set() and not self.ask(do):
                self.stop.wait(0.02)
        self.armed.set()
        for n in count():
            if self.stop.wait(0.05):
                return
            self.ask(Split(bib=str(n % 9 + 1), distance="1000 m", source="stopwatch"))

    def ask(self, do: Do) -> bool:
        """Ask until it is answered, always under the same key; whether it was done."""
        asked: list[Request] = []

        def make(seen: Seen) -> Request:
            made = Request(uuid4().hex, seen.race.id, "timing desk", Role.DIRECTOR, do, seen.revision)
            asked.append(made)
            return made

        while not self.stop.is_set():
            try:
                answer = ask(self.bus, lambda seen: asked[0] if asked else make(seen), patience_s=1.0)
            except DriverError:
                continue
            self.answers[answer.key] = answer
            return answer.done
        return False


@contextmanager
def asking(bus: Path) -> Iterator[Asker]:
    asker = Asker(bus)
    thread = threading.Thread(target=asker.run)
    thread.start()
    try:
        yield asker
    finally:
        asker.stop.set()
        thread.join()


@contextmanager
def timed_by(system: str, port: int, race: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """A timing system that tells the recorded race, its gun now."""
    process = subprocess.Popen(
        [
            *(
                sys.executable,
                "-m",
                "pacelight",
                "race",
                "simulate",
                system,
                str(race),
                "--speed",
                str(SPEED),
            ),
            *("--listen", f"127.0.0.1:{port}", "--countdown", "2"),
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def guns_ns(journal: Path) -> list[int]:
    """The gun, and where it was moved to."""
    guns: list[int] = []
    for one in (msgspec.json.decode(entry.event) for entry in read(journal)[0]):
        if one["type"] == "gun":
            guns = [one["monotonic_ns"]]
        elif one["type"] == "gun-moved":
            guns.append(guns[-1] + one["by_ns"])
    return guns


def kill_while_people_and_a_timing_system_speak(folder: Path, seed: int, kills: int) -> None:
    random = Random(seed)
    with stadium(folder) as hall, listening(hall.bus) as listener, lamps() as seen, asking(hall.bus) as asker:
        recording = folder / "recording.toml"
        whole = hall.race.read_text()
        recording.write_text(whole)
        hall.race.write_text(whole[: whole.index("[[recording.segments]]")])
        port = free_port()
        hall.output, hall.timing = seen.url, (f"finish=omega://127.0.0.1:{port}",)
        process = hall.start()
        assert asker.armed.wait(60)
        with timed_by("omega", port, recording):
            until = time.monotonic() + 60
            while not guns_ns(hall.journal):
                assert time.monotonic() < until, "no gun was heard"
                time.sleep(0.05)
            for _ in range(kills):
                with pytest.raises(subprocess.TimeoutExpired):
                    process.wait(random.uniform(0.0, RACE_S / kills))
                process.kill()
                process.wait()
                assert listener.acknowledged <= written(hall.journal)
                process = hall.start()
            before = len(asker.answers)
            while len(asker.answers) < before + 3:
                assert time.monotonic() < until, "nobody answers after the last kill"
                time.sleep(0.05)
        asker.stop.set()
        assert listener.acknowledged <= written(hall.journal)
        entries = [msgspec.json.decode(line.event) for line in read(hall.journal)[0]]
        keys = [one["key"] for one in entries if one.get("by") == "timing desk"]
        assert len(keys) == len(set(keys))
        done = {one["key"] for one in entries if one["type"] != "declined" and one.get("by") == "timing desk"}
        assert {key for key, answer in asker.answers.items() if answer.done} <= done
        assert {key for key, answer in asker.answers.items() if not answer.done}.isdisjoint(done)
        verify(hall.journal)
        assert_the_light_was_right(seen, *guns_ns(hall.journal))
        assert_no_frame_was_taken_for_an_old_one(seen)


@pytest.mark.parametrize("seed", range(1))
def test_killed_while_people_ask_and_timing_speaks_nothing_is_lost_or_done_twice(
    tmp_path: Path, seed: int
) -> None:
    kill_while_people_and_a_timing_system_speak(tmp_path, seed, kills=3)


@pytest.mark.prove
@pytest.mark.parametrize("seed", range(100, 250))
def test_killed_six_hundred_times_while_people_ask_and_timing_speaks_nothing_is_lost_or_done_twice(
    tmp_path: Path, seed: int
) -> None:
    kill_while_people_and_a_timing_system_speak(tmp_path, seed, kills=MOST_KILLS)


@pytest.mark.alone
def test_a_blackout_is_seen_by_the_lamps_within_a_tenth_of_a_second_of_being_asked(tmp_path: Path) -> None:
    with stadium(tmp_path) as hall, listening(hall.bus), lamps() as seen:
        hall.output, hall.speed = seen.url, "1"
        hall.start()
        until = time.monotonic() + 60
        while not running_at(seen, hall, 1.0):
            assert time.monotonic() < until, "the light did not set off"
            time.sleep(0.1)
        asked_ns: list[int] = []

        def make(known: Seen) -> Request:
            asked_ns.append(time.monotonic_ns())
            return Request("dark", known.race.id, "lights", Role.OPERATOR, Blackout())

        assert ask(hall.bus, make, patience_s=5.0).done
        first_dark = next_dark_ns(seen, asked_ns[0])
        while first_dark is None:
            assert time.monotonic() < until, "the lamps are not dark"
            time.sleep(0.02)
            first_dark = next_dark_ns(seen, asked_ns[0])
        assert first_dark - asked_ns[0] <= 100_000_000


def next_dark_ns(seen: Lamps, after_ns: int) -> int | None:
    """When the first packet of a dark frame came after an instant."""
    for at, packet in list(seen.packets):
        if at > after_ns and packet[112] == 0 and not any(packet[126:]):
            others = [one for when, one in list(seen.packets) if one[111] == packet[111] and when >= at]
            if len(others) > 1 and not any(any(one[126:]) for one in others[:2]):
                return at
    return None
