"""The loop that leads is killed, frozen, cut off: lamps see one light that goes on, and nobody fights.

Loops are real processes; what is judged is what a controller of lamps hears, with nothing taken on trust.
"""

import ctypes
import json
import os
import shutil
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest

from pacelight.distance import MILE
from pacelight.lights.canvas.layout import Layout
from pacelight.lights.canvas.wave import Wave
from pacelight.mark import Mark
from pacelight.plan.makers import even
from pacelight.track import Survey, track

pytestmark = [pytest.mark.faults, pytest.mark.alone]

SO_TIMESTAMPNS = 35
"""Source: socket(7), asm-generic/socket.h."""

CLONE_NEWNET = 0x40000000
"""Source: setns(2)."""

LAMPS = 100
HALL = track("short-200")
EDGES = Layout.of(Survey.even_kerb(HALL, LAMPS)).edges
RECORD = even(MILE, Mark.parse("3:46.63"))
GREEN = 255 * Wave("WR", RECORD).duty[1]
LAP = 200.0

REMEMBERED_NS = 2_500_000_000
"""For how long a receiver remembers a source. Source: ANSI E1.31-2018, appendix A."""

NEAR_M = 0.10
"""Two lights are one to the eye: fourteen thousandths of a second."""

ENGINE = """
import json, sys
from pacelight.distance import MILE
from pacelight.lights.canvas.frame import Canvas
from pacelight.lights.canvas.layout import Layout
from pacelight.lights.canvas.wave import Wave
from pacelight.lights.drivers import output
from pacelight.lights.loop.process import LightLoop
from pacelight.lights.standby.absence import Absence
from pacelight.lights.standby.peers import Peers
from pacelight.mark import Mark
from pacelight.plan.makers import even
from pacelight.track import Survey, track
asked = json.loads(sys.argv[1])
hall = track("short-200")
wave = Wave("WR", even(MILE, Mark.parse("3:46.63")))
canvas = Canvas([wave], Layout.of(Survey.even_kerb(hall, 100)), hall.start(MILE))
others, secret = tuple(asked["others"]), b"known to all of us"
peers = Peers(asked["bind"], others, secret, asked["follow"], asked["node"]) if others else None
with LightLoop(canvas, output(asked["url"]), peers=peers, absence=Absence(asked["absence"])) as loop:
    for line in sys.stdin:
        word, _, rest = line.strip().partition(" ")
        if word == "gun":
            loop.gun(int(rest))
        elif word == "stand":
            loop.stand()
        elif word == "leave":
            loop.leave()
        elif word == "lead":
            loop.lead()
        elif word == "fail":
            raise ValueError("as an engine that has a fault does")
        done = loop.statistics()
        words = ("role", "term", "heard_ns", "offset_ns", "offset_error_ns", "drift_ppb", "frames")
        print(json.dumps({name: getattr(done, name) for name in words} | {"pid": loop.pid}), flush=True)
"""


class Engine:
    """A process that holds a light loop among others."""

    def __init__(
        self,
        url: str,
        bind: str,
        *others: str,
        follow: bool = False,
        node: bool = False,
        absence: str = "fade",
        network: str | None = None,
        modules: Path | None = None,
    ) -> None:
        asked = {
            "url": url,
            "bind": bind,
            "others": others,
            "follow": follow,
            "node": node,
            "absence": absence,
        }
        within = ["ip", "netns", "exec", network] if network else []
        self.process = subprocess.Popen(
            [*within, sys.executable, "-c", ENGINE, json.dumps(asked)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            bufsize=1,
            env=os.environ | ({"PYTHONPATH": str(modules)} if modules else {}),
        )
        self.loop = 0

    def ask(self, line: str = "how") -> dict[str, Any]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()
        told: dict[str, Any] = json.loads(self.process.stdout.readline())
        self.loop = told["pid"]
        return told

    def until(self, **wanted: object) -> dict[str, Any]:
        """Wait until its loop stands so."""
        end = time.monotonic() + 30
        while any((told := self.ask())[name] != value for name, value in wanted.items()):
            assert time.monotonic() < end, f"it never came to {wanted}: {told}"
            time.sleep(0.02)
        return told

    def until_heard(self) -> None:
        end = time.monotonic() + 30
        while self.ask()["offset_ns"] is None:
            assert time.monotonic() < end, "it never heard another"
            time.sleep(0.02)

    def kill(self) -> None:
        """Everything on its machine at once."""
        os.kill(self.loop, signal.SIGKILL)
        self.process.kill()
        self.process.wait()

    def freeze(self) -> None:
        self.process.send_signal(signal.SIGSTOP)
        os.kill(self.loop, signal.SIGSTOP)

    def wake(self) -> None:
        os.kill(self.loop, signal.SIGCONT)
        self.process.send_signal(signal.SIGCONT)

    def end(self) -> int:
        """As planned."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        return self.process.wait(20)

    def close(self) -> None:
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream is not None:
                stream.close()
        self.process.kill()
        self.process.wait()
        if self.loop and running(self.loop):
            os.kill(self.loop, signal.SIGKILL)


def running(pid: int) -> bool:
    try:
        return (Path("/proc") / str(pid) / "stat").read_text().rpartition(") ")[2][0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def eventually(true: Callable[[], object]) -> None:
    end = time.monotonic() + 30
    while not true():
        assert time.monotonic() < end, "it never came to be"
        time.sleep(0.01)


@dataclass(frozen=True)
class Frame:
    """What lamps were told: when, by the kernel's clock, by whom, and what."""

    at: int
    cid: bytes
    priority: int
    sequence: int
    ended: bool
    levels: "np.ndarray[tuple[int], np.dtype[np.uint8]]"

    @classmethod
    def of(cls, at: int, packet: bytes) -> "Frame":
        levels = np.frombuffer(packet[126:], np.uint8)
        return cls(at, packet[22:38], packet[108], packet[111], bool(packet[112] & 0x40), levels)

    @property
    def lead_m(self) -> float:
        """Metres past the finish line of the light's leading edge, seen from the lamps alone."""
        shares = self.levels[1::3] / GREEN
        edge = np.flatnonzero((shares > 0) & (np.roll(shares, -1) == 0))
        assert len(edge) == 1
        begin, end = EDGES[edge[0]], EDGES[edge[0] + 1]
        return float(begin + min(shares[edge[0]], 1.0) * (end - begin))


@dataclass
class Lamps:
    """A controller that keeps all it is told, with the kernel's time of arrival."""

    socket: socket.socket
    stop: threading.Event = field(default_factory=threading.Event)
    packets: list[tuple[int, bytes]] = field(default_factory=list)

    @property
    def url(self) -> str:
        host, port = self.socket.getsockname()
        return f"sacn://{host}:{port}?priority=90"

    def listen(self) -> None:
        self.socket.settimeout(0.1)
        while not self.stop.is_set():
            try:
                packet, control, _, _ = self.socket.recvmsg(2048, 256)
            except TimeoutError:
                continue
            seconds, nanoseconds = struct.unpack("qq", control[0][2])
            self.packets.append((seconds * 10**9 + nanoseconds, packet))

    @property
    def frames(self) -> list[Frame]:
        """All, in order of arrival."""
        return [Frame.of(at, packet) for at, packet in list(self.packets)]

    @property
    def shown(self) -> list[Frame]:
        """What a receiver shows that keeps the standard.

        Of the sources it remembers that of the highest priority, and none of their packets twice or late.
        """
        shown: list[Frame] = []
        sources: dict[bytes, Frame] = {}
        for frame in self.frames:
            sources = {cid: one for cid, one in sources.items() if frame.at - one.at < REMEMBERED_NS}
            before = sources.get(frame.cid)
            if before is not None and -20 < (frame.sequence - before.sequence + 128) % 256 - 128 <= 0:
                continue
            sources[frame.cid] = frame
            if frame.priority == max(one.priority for one in sources.values()):
                shown.append(frame)
            if frame.ended:
                del sources[frame.cid]
        return shown

    def more(self, count: int = 10) -> None:
        """Wait until so many more have come."""
        least = len(self.packets) + count
        eventually(lambda: len(self.packets) >= least)


@contextmanager
def lamps(host: str = "127.0.0.1", network: str | None = None) -> Iterator[Lamps]:
    with within(network), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as receiving:
        receiving.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)
        receiving.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 20)
        receiving.bind((host, 0))
        made = Lamps(receiving)
        thread = threading.Thread(target=made.listen)
        thread.start()
        try:
            yield made
        finally:
            made.stop.set()
            thread.join()


@contextmanager
def within(network: str | None) -> Iterator[None]:
    """What this thread opens meanwhile is in a network namespace."""
    if network is None:
        yield
        return
    libc = ctypes.CDLL(None, use_errno=True)
    home = os.open("/proc/thread-self/ns/net", os.O_RDONLY)
    there = os.open(f"/run/netns/{network}", os.O_RDONLY)
    try:
        assert libc.setns(there, CLONE_NEWNET) == 0
        yield
    finally:
        libc.setns(home, CLONE_NEWNET)
        os.close(home)
        os.close(there)


def ports(count: int) -> list[str]:
    """Places on loopback where nobody is."""
    with ExitStack() as stack:
        sockets = [
            stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) for _ in range(count)
        ]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [f"127.0.0.1:{one.getsockname()[1]}" for one in sockets]


@contextmanager
def engines(*made: Engine) -> Iterator[tuple[Engine, ...]]:
    try:
        yield made
    finally:
        for one in made:
            one.close()


@contextmanager
def pair(url: str) -> Iterator[tuple[Engine, Engine]]:
    """Two on one machine; the first has been given the gun, a minute ago, and the second has heard."""
    here, there = ports(2)
    with engines(Engine(url, here, there), Engine(url, there, here, follow=True)) as (one, two):
        one.ask(f"gun {time.monotonic_ns() - 60 * 10**9}")
        one.until(role="leading")
        two.until(role="following", term=1)
        two.until_heard()
        yield one, two


def assert_one_light_goes_on(shown: list[Frame]) -> None:
    """Of what lamps show: never dark, never back, never two lights apart, no source lost."""
    assert shown
    for before, after in pairwise(shown):
        assert after.at - before.at < REMEMBERED_NS
        step_m = (after.lead_m - before.lead_m + LAP / 2) % LAP - LAP / 2
        ran_m = (after.at - before.at) / 1e9 * 1609.344 / 226.63
        if before.cid == after.cid:
            assert step_m > 0
        else:
            assert step_m > -NEAR_M
        assert step_m < ran_m + 1.0


def test_when_everything_of_the_leader_is_killed_the_light_goes_on_as_another_source() -> None:
    with lamps() as seen, pair(seen.url) as (one, two):
        seen.more()
        one.kill()
        two.until(role="leading", term=2)
        seen.more()
        assert_one_light_goes_on(seen.shown)
        first, last = seen.shown[0], seen.shown[-1]
        assert first.cid != last.cid
        assert (first.priority, last.priority) == (90, 91)
        assert not any(frame.ended for frame in seen.frames)
        follower = next(frame for frame in seen.frames if frame.cid == last.cid)
        leader = [frame for frame in seen.frames if frame.cid == first.cid][-1]
        assert 1 <= (follower.sequence - leader.sequence) % 256 <= 20


def test_when_only_the_engine_is_killed_its_loop_lets_go_at_once() -> None:
    with lamps() as seen, pair(seen.url) as (one, two):
        seen.more()
        one.process.kill()
        two.until(role="leading", term=2)
        eventually(lambda: not running(one.loop))
        seen.more()
        assert_one_light_goes_on(seen.shown)
        assert len({frame.cid for frame in seen.frames}) == 2


def test_an_engine_that_has_a_fault_leaves_the_lamps_to_the_other() -> None:
    with lamps() as seen, pair(seen.url) as (one, two):
        seen.more()
        assert one.process.stdin is not None
        one.process.stdin.write("fail\n")
        one.process.stdin.flush()
        two.until(role="leading", term=2)
        seen.more()
        assert_one_light_goes_on(seen.shown)
        assert not any(frame.ended for frame in seen.frames)


def test_a_loop_that_is_killed_alone_comes_back_and_follows() -> None:
    with lamps() as seen, pair(seen.url) as (one, two):
        seen.more()
        os.kill(one.loop, signal.SIGKILL)
        two.until(role="leading", term=2)
        one.until(role="following", term=2)
        seen.more()
        assert two.ask()["role"] == "leading"
        assert_one_light_goes_on(seen.shown)


@pytest.mark.parametrize("seed", [0, *(pytest.param(n, marks=pytest.mark.prove) for n in range(1, 10))])
def test_a_leader_that_was_frozen_and_wakes_does_not_fight(seed: int) -> None:
    random = Random(seed)
    with lamps() as seen, pair(seen.url) as (one, two):
        leader, follower = one, two
        for term in range(2, 5):
            seen.more(random.randrange(2, 12))
            leader.freeze()
            follower.until(role="leading", term=term)
            seen.more(random.randrange(1, 12))
            woken = len(seen.packets)
            leader.wake()
            leader.until(role="following", term=term)
            seen.more()
            assert len({packet[22:38] for _, packet in seen.packets[woken:]}) == 1
            leader, follower = follower, leader
        assert_one_light_goes_on(seen.shown)
        assert_one_light_goes_on(seen.frames)


def test_a_leader_that_was_frozen_for_less_than_the_others_patience_goes_on() -> None:
    with lamps() as seen, pair(seen.url) as (one, two):
        seen.more()
        os.kill(one.loop, signal.SIGSTOP)
        os.kill(one.loop, signal.SIGCONT)
        seen.more(30)
        assert_one_light_goes_on(seen.shown)
        assert {one.ask()["role"], two.ask()["role"]} == {"leading", "following"}


def test_the_operator_is_heard_whoever_leads() -> None:
    with lamps() as seen, pair(seen.url) as (one, two):
        os.kill(one.loop, signal.SIGKILL)
        two.until(role="leading")
        one.until(role="following", term=2)
        one.ask("stand")
        eventually(lambda: abs(seen.frames[-1].lead_m - HALL.start(MILE) % LAP) < NEAR_M)
        seen.more(10)
        assert len({frame.lead_m for frame in seen.frames[-5:]}) == 1


def test_a_planned_end_is_told_once_and_ends_the_follower_too() -> None:
    with lamps() as seen, pair(seen.url) as (one, two):
        seen.more()
        assert one.end() == 0
        two.until(role="ended")
        eventually(lambda: not running(two.loop))
        eventually(lambda: sum(frame.ended for frame in seen.frames) == 3)
        assert two.end() == 0
        assert [frame.ended for frame in seen.frames[-4:]] == [False, True, True, True]
        assert not seen.frames[-4].levels.any()
        assert len({frame.cid for frame in seen.frames}) == 1


def test_the_end_of_a_follower_is_not_seen() -> None:
    with lamps() as seen, pair(seen.url) as (one, two):
        seen.more()
        assert two.end() == 0
        seen.more()
        assert one.ask()["role"] == "leading"
        assert_one_light_goes_on(seen.frames)


def test_a_leader_may_go_and_leave_the_lamps_to_the_other() -> None:
    with lamps() as seen, pair(seen.url) as (one, two):
        seen.more()
        one.ask("leave")
        assert one.end() == 0
        two.until(role="leading", term=2)
        seen.more()
        assert_one_light_goes_on(seen.shown)


def test_who_is_told_to_lead_does_so_and_who_led_follows() -> None:
    with lamps() as seen, pair(seen.url) as (one, two):
        seen.more()
        two.ask("lead")
        two.until(role="leading", term=2)
        one.until(role="following", term=2)
        seen.more()
        assert_one_light_goes_on(seen.shown)


def test_an_engine_that_is_started_again_finds_the_other_leading_and_follows() -> None:
    with lamps() as seen:
        here, there = ports(2)
        gun = time.monotonic_ns() - 60 * 10**9
        with engines(Engine(seen.url, here, there), Engine(seen.url, there, here, follow=True)) as (one, two):
            one.ask(f"gun {gun}")
            two.until(role="following", term=1)
            two.until_heard()
            one.kill()
            two.until(role="leading", term=2)
            with engines(Engine(seen.url, here, there)) as (again,):
                again.ask(f"gun {gun}")
                again.until(role="following", term=2)
                two.kill()
                again.until(role="leading", term=3)
                seen.more()
                assert_one_light_goes_on(seen.shown)
                assert [frame.priority for frame in seen.shown][-1] == 92


def test_an_engine_that_knows_of_no_other_is_not_seen_beside_one_that_took_over() -> None:
    """As somebody starts an old set-up for the same lamps, by mistake."""
    with lamps() as seen, pair(seen.url) as (one, two), engines(Engine(seen.url, "")) as (stray,):
        one.kill()
        two.until(role="leading", term=2)
        stray.ask("stand")
        eventually(lambda: len({frame.cid for frame in seen.frames}) == 3)
        seen.more()
        assert len({frame.cid for frame in seen.shown}) == 2
        assert_one_light_goes_on(seen.shown)


def test_where_no_other_lives_the_lamps_fade_and_are_told() -> None:
    with lamps() as seen, pair(seen.url) as (one, two):
        two.kill()
        eventually(lambda: (one.ask()["heard_ns"] or 0) > 250_000_000)
        one.process.kill()
        eventually(lambda: not running(one.loop))
        eventually(lambda: sum(frame.ended for frame in seen.frames) == 3)
        frames = seen.frames
        assert [frame.ended for frame in frames[-4:]] == [False, True, True, True]
        assert not frames[-4].levels.any()
        assert all(frame.levels.any() for frame in frames[:-10])


WALL_CLOCK = """
import itertools, time
steps, looks = itertools.cycle((3600, -7200, 86400, -3600)), open({!r}, "a")
def stepped(read, second):
    def look():
        looks.write("look\\n")
        looks.flush()
        return read() + next(steps) * second
    return look
time.time, time.time_ns = stepped(time.time, 1), stepped(time.time_ns, 10**9)
"""


def test_a_wall_clock_that_jumps_by_hours_at_each_look_moves_no_light(tmp_path: Path) -> None:
    looks = tmp_path / "looks"
    (tmp_path / "sitecustomize.py").write_text(WALL_CLOCK.format(str(looks)), encoding="ascii")
    check = "import time; print(abs(time.time() - time.time()) > 3000)"
    path = {"PYTHONPATH": str(tmp_path)}
    said = subprocess.run(
        [sys.executable, "-c", check], env=os.environ | path, capture_output=True, check=True
    )
    assert said.stdout == b"True\n"
    here, there = ports(2)
    with (
        lamps() as seen,
        engines(
            Engine(seen.url, here, there, modules=tmp_path),
            Engine(seen.url, there, here, follow=True, modules=tmp_path),
        ) as (one, two),
    ):
        gun = time.monotonic_ns() - 60 * 10**9
        one.ask(f"gun {gun}")
        two.until(role="following", term=1)
        two.until_heard()
        seen.more()
        one.kill()
        two.until(role="leading", term=2)
        seen.more()
        assert_one_light_goes_on(seen.shown)
        for frame in seen.shown[-3:]:
            elapsed_s = (frame.at - time.time_ns() + time.monotonic_ns() - gun) / 1e9
            planned = HALL.start(MILE) + float(RECORD.distance_at(elapsed_s))
            assert abs((frame.lead_m - planned + LAP / 2) % LAP - LAP / 2) < 1.0


class Forwarder:
    """Between two loops: takes what either sends to the other, and loses some of it."""

    def __init__(self, loss: float) -> None:
        self._random, self._loss = Random(1), loss
        self._sockets = [socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(2)]
        for one in self._sockets:
            one.bind(("127.0.0.1", 0))
            one.settimeout(0.1)
        self.places = [f"127.0.0.1:{one.getsockname()[1]}" for one in self._sockets]
        self._stop = threading.Event()
        self._threads: list[threading.Thread] = []
        self.lost = 0

    def begin(self, there: list[str]) -> None:
        """Whatever comes to place ``n`` goes on to ``there[n]``."""
        for one, place in zip(self._sockets, there, strict=True):
            host, _, port = place.partition(":")
            thread = threading.Thread(target=self._forward, args=(one, (host, int(port))))
            thread.start()
            self._threads.append(thread)

    def _forward(self, one: socket.socket, place: tuple[str, int]) -> None:
        while not self._stop.is_set():
            try:
                datagram = one.recv(65_535)
            except TimeoutError:
                continue
            if self._random.random() < self._loss:
                self.lost += 1
            else:
                one.sendto(datagram, place)

    def close(self) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()
        for one in self._sockets:
            one.close()


def test_a_tenth_of_what_they_tell_each_other_may_be_lost() -> None:
    here, there = ports(2)
    forwarder = Forwarder(0.1)
    try:
        forwarder.begin([there, here])
        to_there, to_here = forwarder.places
        with (
            lamps() as seen,
            engines(Engine(seen.url, here, to_there), Engine(seen.url, there, to_here, follow=True)) as (
                one,
                two,
            ),
        ):
            one.ask(f"gun {time.monotonic_ns() - 60 * 10**9}")
            two.until_heard()
            eventually(lambda: forwarder.lost > 10)
            one.kill()
            two.until(role="leading")
            seen.more()
            assert_one_light_goes_on(seen.shown)
    finally:
        forwarder.close()


@dataclass
class Networks:
    """Two machines and lamps on one switch, each in a network of its own."""

    name: str

    def of(self, who: str) -> str:
        return f"{self.name}{who}"

    def ip(self, *words: str) -> None:
        subprocess.run(["ip", *words], check=True, capture_output=True)

    def make(self) -> None:
        self.ip("netns", "add", self.of("s"))
        self.ip("-n", self.of("s"), "link", "add", "switch", "type", "bridge")
        self.ip("-n", self.of("s"), "link", "set", "switch", "up")
        for number, who in enumerate("abl", 1):
            self.ip("netns", "add", self.of(who))
            inside, outside = ("-n", self.of(who)), ("-n", self.of("s"))
            port = ("peer", "name", f"port-{who}", "netns", self.of("s"))
            self.ip(*inside, "link", "add", "net", "type", "veth", *port)
            self.ip(*inside, "address", "add", f"10.77.0.{number}/24", "dev", "net")
            self.ip(*inside, "link", "set", "lo", "up")
            self.ip(*inside, "link", "set", "net", "up")
            self.ip(*outside, "link", "set", f"port-{who}", "master", "switch", "up")

    def cable(self, who: str, state: str) -> None:
        self.ip("-n", self.of("s"), "link", "set", f"port-{who}", state)

    def deaf(self, who: str, to: str, action: str) -> None:
        """Whether what one sends to another goes nowhere."""
        self.ip("-n", self.of(who), "route", action, "blackhole", to)

    def close(self) -> None:
        for who in "abls":
            subprocess.run(["ip", "netns", "delete", self.of(who)], check=False, capture_output=True)


@pytest.fixture
def networks() -> Iterator[Networks]:
    if shutil.which("ip") is None:
        pytest.skip("ip (Debian: iproute2) is not here")
    made = Networks(f"pacelight-{os.getpid()}-")
    try:
        try:
            made.make()
        except subprocess.CalledProcessError as error:
            pytest.skip(f"no network namespaces can be made here: {error.stderr.decode().strip()}")
        yield made
    finally:
        made.close()


@contextmanager
def apart(networks: Networks, url: str) -> Iterator[tuple[Engine, Engine]]:
    """Two on machines of their own."""
    one = Engine(url, "10.77.0.1:5570", "10.77.0.2:5570", network=networks.of("a"))
    two = Engine(url, "10.77.0.2:5570", "10.77.0.1:5570", follow=True, network=networks.of("b"))
    with engines(one, two):
        one.ask(f"gun {time.monotonic_ns() - 60 * 10**9}")
        one.until(role="leading")
        two.until(role="following", term=1)
        two.until_heard()
        yield one, two


def test_a_leader_that_is_cut_off_is_followed_and_does_not_fight_when_it_is_back(networks: Networks) -> None:
    with lamps("10.77.0.3", networks.of("l")) as seen, apart(networks, seen.url) as (one, two):
        seen.more()
        networks.cable("a", "down")
        two.until(role="leading", term=2)
        assert one.ask()["role"] == "leading"
        seen.more()
        networks.cable("a", "up")
        one.until(role="following", term=2)
        seen.more()
        assert two.ask()["role"] == "leading"
        assert_one_light_goes_on(seen.shown)
        assert {frame.cid for frame in seen.frames[-10:]} == {seen.shown[-1].cid}


def test_two_that_reach_the_lamps_and_not_each_other_show_one_light(networks: Networks) -> None:
    with lamps("10.77.0.3", networks.of("l")) as seen, apart(networks, seen.url) as (one, two):
        seen.more()
        networks.deaf("a", "10.77.0.2", "add")
        networks.deaf("b", "10.77.0.1", "add")
        two.until(role="leading", term=2)
        seen.more(60)
        assert one.ask()["role"] == "leading"
        both = seen.frames[-20:]
        assert len({frame.cid for frame in both}) == 2
        assert_one_light_goes_on(seen.shown)
        for before, after in pairwise(both):  # as lamps see it that know of no sources
            assert abs((after.lead_m - before.lead_m + LAP / 2) % LAP - LAP / 2) < 0.4
        networks.deaf("a", "10.77.0.2", "delete")
        networks.deaf("b", "10.77.0.1", "delete")
        one.until(role="following", term=2)
        seen.more()
        assert {frame.cid for frame in seen.frames[-10:]} == {seen.shown[-1].cid}


def test_a_node_runs_the_race_on_alone_when_everybody_else_is_gone(networks: Networks) -> None:
    with (
        lamps("10.77.0.3", networks.of("l")) as seen,
        lamps("10.77.0.2", networks.of("b")) as own,
        engines(
            Engine(seen.url, "10.77.0.1:5570", "10.77.0.2:5570", network=networks.of("a")),
            Engine(own.url, "10.77.0.2:5570", "10.77.0.1:5570", node=True, network=networks.of("b")),
        ) as (leader, node),
    ):
        leader.ask("stand")
        leader.until(role="leading")
        eventually(lambda: len(own.packets) > 5)
        gun = time.monotonic_ns() - 223 * 10**9
        leader.ask(f"gun {gun}")
        eventually(lambda: abs(own.frames[-1].lead_m - own.frames[0].lead_m) > 1.0)
        own.more()
        for mine, theirs in zip(own.frames[-5:], seen.frames[-5:], strict=True):
            ran_m = (mine.at - theirs.at) / 1e9 * 1609.344 / 226.63
            assert abs(mine.lead_m - theirs.lead_m - ran_m) < 0.4
        networks.cable("a", "down")
        leader.kill()
        heard = len(own.packets)
        eventually(lambda: not own.frames[-1].levels.any())
        assert len(own.packets) > heard
        lit = [frame for frame in own.frames if frame.levels.any()]
        assert_one_light_goes_on([frame for frame in lit if frame.lead_m != lit[0].lead_m])
        assert node.ask()["role"] == "following"
        begun = own.frames[-1].at - time.time_ns() + time.monotonic_ns()
        assert begun >= gun + RECORD.finish.ns
