"""Two engines, one race: one is killed, frozen or cut off, and the other goes on as if nothing had been."""

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import numpy as np
import pytest

from pacelight.book.asking.lists import Book
from pacelight.distance import MILE
from pacelight.errors import DriverError
from pacelight.event import Sex
from pacelight.lights.canvas.layout import Layout
from pacelight.lights.canvas.wave import Wave
from pacelight.mark import Mark
from pacelight.meet.bus import Tcp, Where, listen
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
PATIENCE_S = 60
LIGHTS_ALONE = '[lamps]\nidle = "dark"\ngaps = false\nrecords = []\n'
"""Nothing is shown beside the lights but for a second after the gun."""


def free() -> int:
    """A port that nobody uses."""
    with socket.socket() as tcp:
        tcp.bind(("127.0.0.1", 0))
        return int(tcp.getsockname()[1])


def wait_for(done: Callable[[], bool], what: Callable[[], str]) -> None:
    until = time.monotonic() + PATIENCE_S
    while not done():
        assert time.monotonic() < until, what()
        time.sleep(0.01)


@dataclass
class Stand:
    """One of the engines of a race.

    Attributes:
        folder: its own.
        bus: where pages listen.
        port: where the other one listens; `other` is that of the other.
        within: the command that puts it into a network of its own.
    """

    name: str
    folder: Path
    bus: Path
    port: str
    other: str
    book: Path
    race: Path
    output: str = "sim://"
    speed: int = SPEED
    within: tuple[str, ...] = ()
    secret: Path | None = None
    nodes: tuple[str, ...] = ()
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def journal(self) -> Path:
        return self.folder / "race.journal"

    @property
    def said(self) -> str:
        path = self.folder / "said"
        return f"{self.name}: {path.read_text() if path.exists() else ''}"

    def start(self, *, standby: bool) -> None:
        role = ["--standby"] if standby else [str(self.race)]
        more = ["--secret", str(self.secret)] if self.secret else []
        more += ["--follow", self.other] if self.other else []
        more += [word for place in self.nodes for word in ("--node", place)]
        with (self.folder / "said").open("ab") as said:
            self.process = subprocess.Popen(
                [
                    *(*self.within, sys.executable, "-m", "pacelight", "engine", *role, "--name", self.name),
                    *("--bus", str(self.bus), "--bus", self.port, *more),
                    *("--journal", str(self.journal), "--book", str(self.book)),
                    *("--output", self.output, "--speed", str(self.speed)),
                ],
                stdin=subprocess.DEVNULL,
                stderr=said,
            )

    def running(self) -> "subprocess.Popen[bytes]":
        assert self.process is not None
        return self.process

    def kill(self) -> None:
        """The engine; its light loop finds out by itself."""
        self.running().kill()
        self.running().wait()

    def freeze(self, number: int, *, whole: bool = True) -> None:
        """The engine and its light loop, or the engine alone, are stopped, or go on."""
        for pid in self._pids() if whole else [self.running().pid]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, number)

    def _pids(self) -> list[int]:
        mine = self.running().pid
        found = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(mine)], capture_output=True, text=True, check=False
        )
        return [mine, *(int(pid) for pid in found.stdout.split())]

    def entries(self) -> list[dict[str, Any]]:
        if not self.journal.exists():
            return []
        return [msgspec.json.decode(line.event) for line in read(self.journal)[0]]

    def keys(self) -> Counter[str]:
        return Counter(one["key"] for one in self.entries() if one["type"] == "passing")

    def passings(self) -> set[tuple[str, float]]:
        return {(one["bib"], one["distance_mm"] / 1000) for one in self.entries() if one["type"] == "passing"}

    def has(self, kind: str) -> bool:
        return any(one["type"] == kind for one in self.entries())

    def told(self) -> list[dict[str, Any]]:
        """What the race told, without what differs from run to run."""
        encoded = (line(told, live) for told, live in retell(self.journal))
        lines = [msgspec.json.decode(one) for one in encoded if one is not None]
        return [one for one in lines if one["type"] != "done"]

    def performances(self) -> object:
        with Book.open(self.book) as book:
            return book.top("MILEsh", Sex.MEN, n=None, all_performances=True, as_of=date(2025, 2, 13))

    def end(self) -> None:
        if self.process is not None:
            self.freeze(signal.SIGCONT)
            self.process.kill()
            self.process.wait()


@dataclass
class Stadium:
    """Two engines; the race file and, unless they differ, the path of the bus and the book are one."""

    one: Stand
    two: Stand

    def __iter__(self) -> Iterator[Stand]:
        return iter((self.one, self.two))

    def said(self) -> str:
        return f"\n{self.one.said}\n{self.two.said}"


def lievin(folder: Path) -> Path:
    text = files("pacelight").joinpath("recordings/lievin-2025-mile.toml").read_text(encoding="utf-8")
    race = folder / "race.toml"
    race.write_text(text.replace("[[light]]", f"{LIGHTS_ALONE}\n[[light]]", 1), encoding="utf-8")
    return race


def book(path: Path) -> Path:
    with closing(Book.starter(path, until=EVE)):
        pass
    return path


@contextmanager
def together(*stands: Stand) -> Iterator[tuple[Stand, ...]]:
    for stand in stands:
        stand.folder.mkdir()
    try:
        yield stands
    finally:
        for stand in stands:
            stand.end()


@contextmanager
def stadium(folder: Path, output: str = "sim://", *, speed: int = SPEED) -> Iterator[Stadium]:
    """Both on this machine: for pages they are one, and they share the book."""
    race, shared = lievin(folder), book(folder / "book.sqlite")
    ports = [f"tcp://127.0.0.1:{free()}" for _ in range(2)]
    stands = [
        Stand(name, folder / name, folder / "bus", mine, other, shared, race, output, speed)
        for name, mine, other in zip(("one", "two"), ports, reversed(ports), strict=True)
    ]
    with together(*stands):
        yield Stadium(*stands)


@dataclass
class Listener:
    """A page: everything that was told to it, through every change of engine."""

    bus: Where
    told: list[dict[str, Any]] = field(default_factory=list)
    finished: threading.Event = field(default_factory=threading.Event)
    stands_by: bool = False
    stop: threading.Event = field(default_factory=threading.Event)

    def listen(self) -> None:
        while not self.stop.is_set():
            try:
                with listen(self.bus, patience_s=2.0) as heard:
                    for one in heard:
                        self._hear(json.loads(one))
                        if self.stop.is_set():
                            return
            except DriverError:
                self.stop.wait(0.02)

    def _hear(self, one: dict[str, Any]) -> None:
        self.told.append(one)
        if one.get("state") == "finished":
            self.finished.set()
        clocks = one if one.get("type") == "clocks" else one.get("clocks", {"others": []})
        self.stands_by |= any(other["role"] == "following" for other in clocks["others"])

    @property
    def acknowledged(self) -> set[tuple[str, float]]:
        told = list(self.told)
        splits = {(one["bib"], one["distance_m"]) for one in told if one.get("type") == "split"}
        for one in told:
            for runner in one.get("runners", ()):
                splits |= {(runner["bib"], split["distance_m"]) for split in runner["splits"]}
        return splits


@contextmanager
def listening(bus: Where) -> Iterator[Listener]:
    listener = Listener(bus)
    thread = threading.Thread(target=listener.listen)
    thread.start()
    try:
        yield listener
    finally:
        listener.stop.set()
        thread.join()


@dataclass
class Lamps:
    """A controller of lamps that keeps all it is told, and when it came."""

    socket: socket.socket
    stop: threading.Event = field(default_factory=threading.Event)
    packets: list[tuple[int, bytes]] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"sacn://127.0.0.1:{self.socket.getsockname()[1]}"

    def listen(self) -> None:
        self.socket.settimeout(0.1)
        while not self.stop.is_set():
            with contextlib.suppress(TimeoutError):
                packet = self.socket.recv(2048)
                self.packets.append((time.monotonic_ns(), packet))

    def lit(self, after_ns: int) -> list[tuple[int, float]]:
        """When each frame with a light came, and metres past the finish line of the light's leading edge."""
        told = [(at, packet) for at, packet in list(self.packets) if packet[112] == 0 and at > after_ns]
        seen = []
        for (_, one), (at, two) in pairwise(told):
            whole = (one[113:115], two[113:115]) == (b"\0\1", b"\0\2") and one[111] == two[111]
            levels = np.frombuffer(one[126:] + two[126:], np.uint8)
            if whole and levels.any():
                seen.append((at, leading_edge_m(levels)))
        return seen


def leading_edge_m(levels: "np.ndarray[tuple[int], np.dtype[np.uint8]]") -> float:
    shares = levels[1::3] / GREEN
    edge = np.flatnonzero((shares > 0) & (np.roll(shares, -1) == 0))
    assert len(edge) == 1, "more than one light, or none"
    begin, end = LAMPS.edges[edge[0]], LAMPS.edges[edge[0] + 1]
    return float(begin + min(shares[edge[0]], 1.0) * (end - begin))


@contextmanager
def lamps() -> Iterator[Lamps]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as receiving:
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


def race_on(hall: Stadium, listener: Listener, *, passings: int = 3) -> None:
    """Both engines are up, the second is known to follow, and so many passings are with it."""
    hall.one.start(standby=False)
    hall.two.start(standby=True)
    wait_for(lambda: listener.stands_by, lambda: f"nobody stands by: {hall.said()}")
    wait_for(lambda: len(hall.two.keys()) >= passings, lambda: f"no race: {hall.said()}")


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[dict[str, Any]], object]:
    """What a race tells, and what of it is in the book, where nothing happens to the engines."""
    with stadium(tmp_path_factory.mktemp("undisturbed"), speed=100) as quiet:
        with listening(quiet.one.bus) as listener:
            race_on(quiet, listener, passings=0)
            wait_for(lambda: quiet.two.has("done"), quiet.said)
            wait_for(lambda: quiet.two.journal.read_bytes() == quiet.one.journal.read_bytes(), quiet.said)
        quiet.one.running().send_signal(signal.SIGTERM)
        assert quiet.one.running().wait(20) == 0
        assert quiet.two.running().wait(20) == 0
        assert "has ended the race as planned" in quiet.two.said
        lines = [verify(one.journal)[0] for one in quiet]
        assert max(lines) - min(lines) <= 1  # the last may have been on its way
        return quiet.one.told(), quiet.one.performances()


def test_the_copy_of_who_stands_by_is_the_same_and_both_end_together(
    undisturbed: tuple[list[dict[str, Any]], object],
) -> None:
    told, performances = undisturbed
    assert sum(one["type"] == "result" for one in told) == 9
    assert performances


def kill_at_random(folder: Path, seed: int, undisturbed: tuple[list[dict[str, Any]], object]) -> None:
    """Who leads is killed at some moment of the race; once or twice, and each time the other goes on."""
    random = Random(seed)
    with stadium(folder) as hall, listening(hall.one.bus) as listener:
        race_on(hall, listener)
        time.sleep(random.uniform(0.0, RACE_S / 3))
        hall.one.kill()
        acknowledged = listener.acknowledged
        before = hall.one.journal.read_bytes()
        if random.randrange(2):
            wait_for(lambda: hall.two.has("resume"), hall.said)
            listener.stands_by = False
            hall.one.start(standby=False)
            wait_for(lambda: listener.stands_by or listener.finished.is_set(), hall.said)
            hall.two.kill()
            acknowledged |= listener.acknowledged
            survivor = hall.one
        else:
            survivor = hall.two
        wait_for(lambda: survivor.has("done"), hall.said)
        wait_for(lambda: listener.acknowledged == survivor.passings(), hall.said)
        assert acknowledged <= survivor.passings()
        *copied, _ = before.splitlines(keepends=True)  # the last may be written, and told to nobody yet
        assert survivor.journal.read_bytes().startswith(b"".join(copied))
        assert set(survivor.keys().values()) == {1}
        assert (survivor.told(), survivor.performances()) == undisturbed
        verify(survivor.journal)


@pytest.mark.parametrize("seed", range(1))
def test_killed_at_random_moments_nothing_acknowledged_is_lost_or_doubled(
    tmp_path: Path, undisturbed: tuple[list[dict[str, Any]], object], seed: int
) -> None:
    kill_at_random(tmp_path, seed, undisturbed)


@pytest.mark.prove
@pytest.mark.parametrize("seed", range(100, 200))
def test_killed_at_a_hundred_random_moments_nothing_acknowledged_is_lost_or_doubled(
    tmp_path: Path, undisturbed: tuple[list[dict[str, Any]], object], seed: int
) -> None:
    kill_at_random(tmp_path, seed, undisturbed)


@pytest.mark.alone
def test_killed_in_mid_race_the_light_goes_on_from_the_other_and_never_steps_back(tmp_path: Path) -> None:
    with lamps() as seen, stadium(tmp_path, seen.url, speed=1) as hall, listening(hall.one.bus) as listener:
        race_on(hall, listener, passings=0)
        wait_for(lambda: hall.two.has("gun"), hall.said)
        gun = gun_ns(hall.two)
        wait_for(lambda: time.monotonic_ns() > gun + 3 * 10**9, hall.said)
        hall.one.kill()
        killed_ns = time.monotonic_ns()
        wait_for(lambda: any(at > killed_ns + 2 * 10**9 for at, _ in list(seen.packets)), hall.said)
        lit = seen.lit(gun + 1_200_000_000)
        assert min(at for at, _ in lit) < killed_ns
        assert_on_plan(lit, gun)


def test_frozen_and_woken_it_says_no_more_and_follows(
    tmp_path: Path, undisturbed: tuple[list[dict[str, Any]], object]
) -> None:
    with stadium(tmp_path) as hall, listening(hall.one.bus) as listener:
        race_on(hall, listener)
        host, _, port = hall.one.port.removeprefix("tcp://").rpartition(":")
        with listening(Tcp(host, int(port))) as page:
            wait_for(lambda: bool(page.told), hall.said)
            hall.one.freeze(signal.SIGSTOP)
            wait_for(lambda: hall.two.has("resume"), hall.said)
            before, journal = len(page.told), hall.one.journal.read_bytes()
            some = len(hall.two.keys())
            wait_for(lambda: len(hall.two.keys()) > some, hall.said)
            hall.one.freeze(signal.SIGCONT)
            wait_for(lambda: "follows it" in hall.one.said, hall.said)
            told = [one for one in page.told[before:] if one.get("type") in {"split", "result", "record"}]
            assert told == []
        wait_for(lambda: hall.two.has("done"), hall.said)
        wait_for(lambda: hall.one.journal.read_bytes() == hall.two.journal.read_bytes(), hall.said)
        assert hall.two.journal.read_bytes().startswith(journal)
        assert listener.acknowledged == hall.two.passings()
        assert (hall.two.told(), hall.two.performances()) == undisturbed
        assert [one["term"] for one in hall.two.entries() if one["type"] == "resume"] == [2]


def test_where_the_engine_alone_hangs_the_other_takes_over_and_it_follows_when_it_wakes(
    tmp_path: Path, undisturbed: tuple[list[dict[str, Any]], object]
) -> None:
    """The light loop of the one that hangs goes on beating; lamps never notice anything."""
    with stadium(tmp_path) as hall, listening(hall.one.bus) as listener:
        race_on(hall, listener)
        hall.one.freeze(signal.SIGSTOP, whole=False)
        wait_for(lambda: hall.two.has("resume"), hall.said)
        hall.one.freeze(signal.SIGCONT, whole=False)
        wait_for(lambda: "follows it" in hall.one.said, hall.said)
        wait_for(lambda: hall.two.has("done"), hall.said)
        wait_for(lambda: hall.one.journal.read_bytes() == hall.two.journal.read_bytes(), hall.said)
        assert listener.acknowledged == hall.two.passings()
        assert (hall.two.told(), hall.two.performances()) == undisturbed
        assert [one["term"] for one in hall.two.entries() if one["type"] == "resume"] == [2]


def assert_on_plan(lit: list[tuple[int, float]], gun: int) -> None:
    """Each frame shows the light within a metre of its plan, as it came, and none shows it further back."""
    for at, edge in lit:
        planned = HALL.start(MILE) + float(RECORD.distance_at((at - gun) / 1e9))
        assert abs((edge - planned + 100) % 200 - 100) < 1.0
    assert all((after - before + 100) % 200 - 100 >= 0 for (_, before), (_, after) in pairwise(lit))


def gun_ns(stand: Stand) -> int:
    [gun] = [one["monotonic_ns"] for one in stand.entries() if one["type"] == "gun"]
    return int(gun)


@contextmanager
def node(folder: Path, *words: str) -> Iterator[Callable[[], list[dict[str, Any]]]]:
    """A light node; asked, it says all that it has said of itself."""
    said = folder / "node"
    with said.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "pacelight", "node", *words, "--name", "bend", "--json"],
            stdin=subprocess.DEVNULL,
            stdout=out,
        )
    try:
        yield lambda: [
            json.loads(line) for line in said.read_text().splitlines(keepends=True) if "\n" in line
        ]
    finally:
        process.kill()
        process.wait()


@pytest.mark.alone
def test_a_node_lights_its_lamps_and_runs_the_race_on_alone(tmp_path: Path) -> None:
    race, shared = lievin(tmp_path), book(tmp_path / "book.sqlite")
    port, listens = f"tcp://127.0.0.1:{free()}", f"127.0.0.1:{free()}"
    alone = Stand(
        "one", tmp_path / "one", tmp_path / "bus", port, "", shared, race, speed=1, nodes=(listens,)
    )
    with (
        lamps() as seen,
        together(alone),
        listening(alone.bus) as listener,
        node(tmp_path, "--engine", port, "--listen", listens, "--output", seen.url) as shown,
    ):
        alone.start(standby=False)
        wait_for(lambda: any(one["role"] == "follows" for one in shown()), lambda: str(shown()[-3:]))
        wait_for(lambda: alone.has("gun"), lambda: alone.said)
        gun = gun_ns(alone)
        wait_for(lambda: listener.stands_by or time.monotonic_ns() > gun + 3 * 10**9, lambda: alone.said)
        wait_for(lambda: time.monotonic_ns() > gun + 3 * 10**9, lambda: alone.said)
        alone.kill()
        killed_ns = time.monotonic_ns()
        wait_for(lambda: shown()[-1]["role"] == "alone", lambda: str(shown()[-3:]))
        wait_for(lambda: time.monotonic_ns() > killed_ns + 3 * 10**9, lambda: alone.said)
        lit = seen.lit(gun + 1_200_000_000)
        assert lit[0][0] < killed_ns < lit[-1][0] - 25 * 10**8
        assert_on_plan(lit, gun)
        told = [clocks["others"] for clocks in listener.told if clocks.get("type") == "clocks"]
        assert {(other["kind"], other["name"]) for others in told for other in others} == {("node", "bend")}
        last = shown()[-1]
        assert (last["schema"], last["race"], last["state"]) == (
            "pacelight.node/1", "lievin-2025-mile", "running",
        )  # fmt: skip


def run(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True)


@contextmanager
def two_networks() -> Iterator[tuple[str, str]]:
    """Two machines and a cable, as far as their engines can tell; skips where that may not be made."""
    if shutil.which("ip") is None or os.geteuid() != 0:
        pytest.skip("networks of one's own need ip (iproute2) and the rights of root")
    names = tuple(f"pacelight-{os.getpid()}-{n}" for n in (1, 2))
    try:
        run("ip", "netns", "add", names[0])
    except subprocess.CalledProcessError as error:
        pytest.skip(f"networks of one's own may not be made here: {error.stderr.decode().strip()}")
    try:
        run("ip", "netns", "add", names[1])
        ends = ("ip", "-n", names[0], "link", "add", "cable", "type", "veth")
        run(*ends, "peer", "name", "cable", "netns", names[1])
        for nth, name in enumerate(names, 1):
            run("ip", "-n", name, "link", "set", "lo", "up")
            run("ip", "-n", name, "address", "add", f"10.77.0.{nth}/24", "dev", "cable")
            run("ip", "-n", name, "link", "set", "cable", "up")
        yield names[0], names[1]
    finally:
        for name in names:
            subprocess.run(["ip", "netns", "delete", name], check=False, capture_output=True)


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret"
    path.touch(mode=0o600)
    path.write_text("5c1b0f7a" * 8)
    return path


def test_cut_off_and_joined_again_one_leads_and_both_have_the_same_journal(
    tmp_path: Path, secret: Path, undisturbed: tuple[list[dict[str, Any]], object]
) -> None:
    race = lievin(tmp_path)
    places = ["tcp://10.77.0.1:8371", "tcp://10.77.0.2:8371"]
    with two_networks() as networks:
        stands = [
            Stand(
                name=name,
                folder=tmp_path / name,
                bus=tmp_path / f"{name}.bus",
                port=places[nth],
                other=places[1 - nth],
                book=book(tmp_path / f"{name}.sqlite"),
                race=race,
                within=("ip", "netns", "exec", networks[nth]),
                secret=secret,
            )
            for nth, name in enumerate(("one", "two"))
        ]
        with together(*stands), listening(stands[0].bus) as listener:
            hall = Stadium(*stands)
            race_on(hall, listener)
            run("ip", "-n", networks[0], "link", "set", "cable", "down")
            wait_for(lambda: hall.two.has("resume"), hall.said)
            some = hall.one.keys(), hall.two.keys()
            wait_for(lambda: hall.one.keys() > some[0] and hall.two.keys() > some[1], hall.said)
            run("ip", "-n", networks[0], "link", "set", "cable", "up")
            wait_for(lambda: "follows it" in hall.one.said, hall.said)
            wait_for(lambda: hall.two.has("done"), hall.said)
            wait_for(lambda: hall.one.journal.read_bytes() == hall.two.journal.read_bytes(), hall.said)
            assert "were cut off and kept in race.journal.cut-" in hall.one.said
            assert set(hall.two.keys().values()) == {1}
            assert hall.two.told() == undisturbed[0]
            wait_for(lambda: hall.one.performances() == hall.two.performances() == undisturbed[1], hall.said)
