"""A network of lamps that fails: controllers that are gone, a link that goes down, packets that are lost.

The network is two namespaces and a cable between them: in one the lights are driven, in the other eight
controllers listen, each at an address of its own. Nothing leaves them.
"""

import ctypes
import os
import random
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from pacelight.distance import MILE
from pacelight.lights.canvas.frame import Canvas, Frame
from pacelight.lights.canvas.layout import Layout
from pacelight.lights.canvas.wave import Wave
from pacelight.lights.drivers import Output, patched
from pacelight.lights.drivers.health import State
from pacelight.lights.loop.process import LightLoop
from pacelight.mark import Mark
from pacelight.meet.live.replay import retell
from pacelight.meet.show.evidence import evidence
from pacelight.plan.makers import even
from pacelight.track import Survey, track

pytestmark = [pytest.mark.faults, pytest.mark.alone]

COUNT = 8
LAMPS = 200
CHANNELS = 3 * LAMPS // COUNT
PORT = 5568
PERIOD = 20_000_000
HALL = track("short-200")
GONE = (1, 4, 6)

_CLONE_NEWNET = 0x4000_0000
"""Source: setns(2)."""


@dataclass
class Network:
    """Two namespaces: the lights are driven in `engine`, controllers listen in `lamps`."""

    engine: str
    lamps: str

    def ip(self, namespace: str, words: str) -> None:
        done = subprocess.run(
            ["ip", "-n", namespace, *words.split()], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr

    def address(self, nth: int, change: str) -> None:
        """Give a controller its address, or take it away: then it answers to nobody."""
        self.ip(self.lamps, f"addr {change} {host(nth)}/24 dev kerb")

    @contextmanager
    def inside(self, namespace: str) -> Iterator[None]:
        """This thread, and the processes that it starts, are in a namespace."""
        here = os.open("/proc/thread-self/ns/net", os.O_RDONLY)
        there = os.open(f"/run/netns/{namespace}", os.O_RDONLY)
        try:
            enter(there)
            yield
        finally:
            enter(here)
            os.close(here)
            os.close(there)


def enter(descriptor: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    assert libc.setns(descriptor, _CLONE_NEWNET) == 0, os.strerror(ctypes.get_errno())


def host(nth: int) -> str:
    return f"10.77.0.{11 + nth}"


@pytest.fixture(scope="module")
def network() -> Iterator[Network]:
    if shutil.which("ip") is None:
        pytest.skip("no ip (Debian: iproute2)")
    made = Network(f"pacelight-engine-{os.getpid()}", f"pacelight-lamps-{os.getpid()}")
    with ExitStack() as stack:
        for name in (made.engine, made.lamps):
            done = subprocess.run(["ip", "netns", "add", name], capture_output=True, text=True, check=False)
            if done.returncode:
                pytest.skip(f"no namespaces may be made here: {done.stderr.strip()}")
            stack.callback(subprocess.run, ["ip", "netns", "del", name], check=True)
        # First, so that nothing goes elsewhere while the cable is out.
        made.ip(made.engine, "route add unreachable 10.77.0.0/24 metric 4000")
        made.ip(made.engine, f"link add cable type veth peer name kerb netns {made.lamps}")
        made.ip(made.engine, "addr add 10.77.0.1/24 dev cable")
        made.ip(made.engine, "link set lo up")  # on which a kernel tells itself that it has found nobody
        made.ip(made.engine, "link set cable up")
        made.ip(made.lamps, "link set kerb up")
        with made.inside(made.engine):  # a kernel that looks for a machine gives up sooner
            for name, value in (("retrans_time_ms", 50), ("mcast_solicit", 1), ("ucast_solicit", 1)):
                Path(f"/proc/sys/net/ipv4/neigh/cable/{name}").write_text(str(value))
        yield made


@pytest.fixture
def controllers(network: Network) -> Iterator[list[socket.socket]]:
    """Eight, each at its address."""
    with ExitStack() as stack, network.inside(network.lamps):
        listening = []
        for nth in range(COUNT):
            network.address(nth, "add")
            stack.callback(network.ip, network.lamps, f"addr flush to {host(nth)} dev kerb")
            one = stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
            one.bind((host(nth), PORT))
            one.settimeout(10)
            listening.append(one)
        yield listening


def output() -> Output:
    """Each controller has an eighth of the lamps, every other one numbered against the running direction."""
    eighths = np.arange(CHANNELS * COUNT).reshape(COUNT, CHANNELS)
    parts = [
        (f"sacn://{host(nth)}?universe={nth + 1}", some[::-1] if nth % 2 else some)
        for nth, some in enumerate(eighths)
    ]
    return patched(parts, "race", [f"bend {nth + 1}" for nth in range(COUNT)])


def part(frame: Frame, nth: int) -> bytes:
    some = frame[nth * CHANNELS : (nth + 1) * CHANNELS]
    return bytes(some[::-1] if nth % 2 else some)


def drawn(number: int) -> Frame:
    return ((np.arange(CHANNELS * COUNT) * 7 + number) % 256).astype(np.uint8)


def test_three_of_eight_are_gone_and_the_other_five_miss_no_frame(
    network: Network, controllers: list[socket.socket]
) -> None:
    for nth in GONE:
        network.address(nth, "del")
    living = [nth for nth in range(COUNT) if nth not in GONE]
    with network.inside(network.engine), closing(output().open(CHANNELS * COUNT)) as driver:

        def show(number: int) -> None:
            driver.send(drawn(number), number)
            for nth in living:
                packet = controllers[nth].recv(2048)
                assert (packet[111], packet[126:]) == (number % 256, part(drawn(number), nth))

        number = 0
        while any(state is State.UP for state in states(driver.controllers(), GONE)):
            show(number)
            number += 1
            assert number < 1_000_000, "nobody noticed that they are gone"
        for more in range(200):
            show(number + more)
        each = driver.controllers()
        assert states(each, GONE) == [State.AWAY] * len(GONE)
        assert {each[nth].health.reason for nth in GONE} == {"No route to host"}
        assert states(each, living) == [State.UP] * len(living)
        assert [each[nth].sent.errors for nth in living] == [0] * len(living)
        assert [each[nth].sent.packets for nth in living] == [number + 200] * len(living)
        for nth in GONE:
            network.address(nth, "add")
        assert came_back(driver.send, controllers, number + 200) == set(GONE)


def states(each: tuple, some: tuple[int, ...] | list[int]) -> list[State]:  # type: ignore[type-arg]
    return [each[nth].health.state(time.monotonic_ns()) for nth in some]


def came_back(send: Callable[[Frame, int], None], controllers: list[socket.socket], number: int) -> set[int]:
    """Who of those that were gone has shown a frame again, by itself."""
    back: set[int] = set()
    until = time.monotonic() + 20
    while back != set(GONE) and time.monotonic() < until:
        send(drawn(number), number)
        for nth in GONE:
            controllers[nth].settimeout(0.01)
            try:
                packet = controllers[nth].recv(2048)
            except TimeoutError:
                continue
            assert packet[126:] == part(drawn(number - (number - packet[111]) % 256), nth)
            back.add(nth)
        number += 1
    return back


@pytest.fixture(scope="module")
def canvas() -> Canvas:
    wave = Wave("WR", even(MILE, Mark.parse("3:46.63")))
    return Canvas([wave], Layout.of(Survey.even_kerb(HALL, LAMPS)), HALL.start(MILE))


def instant(sequence: int, period: int = PERIOD) -> int:
    """When the frame of this sequence was due, if it came not long ago."""
    latest = time.monotonic_ns() // period
    return (latest - (latest - sequence) % 256) * period


def eventually(true: Callable[[], object]) -> None:
    until = time.monotonic() + 20
    while not true():
        assert time.monotonic() < until, "it never came to be"
        time.sleep(0.005)


def empty(controllers: list[socket.socket]) -> None:
    """Forget what came until now."""
    for one in controllers:
        one.settimeout(0)
        try:
            while True:
                one.recv(2048)
        except BlockingIOError:
            one.settimeout(10)


def test_a_cable_that_is_out_for_two_seconds_is_noticed_and_the_light_is_in_its_place_when_it_is_back(
    network: Network, controllers: list[socket.socket], canvas: Canvas
) -> None:
    gun = time.monotonic_ns() - 60 * 10**9
    with network.inside(network.engine), LightLoop(canvas, output()) as loop:
        loop.gun(gun)
        for one in controllers:
            one.recv(2048)
        network.ip(network.engine, "link set cable down")
        eventually(lambda: State.UP not in states(loop.statistics().controllers, list(range(COUNT))))
        frames = loop.statistics().frames
        eventually(lambda: loop.statistics().frames >= frames + 100)
        empty(controllers)
        network.ip(network.engine, "link set cable up")
        for nth, one in enumerate(controllers):
            packet = one.recv(2048)
            assert packet[126:] == part(canvas.paint(instant(packet[111]) - gun), nth)
        each = loop.statistics().controllers
        assert [one.health.times for one in each] == [1] * COUNT
        eventually(lambda: all(one.health.back_ns for one in loop.statistics().controllers))
        for each_one in loop.statistics().controllers:
            assert each_one.health.back_ns - each_one.health.begin_ns >= 100 * PERIOD
        assert loop.statistics().restarts == 0


def test_of_a_tenth_of_the_packets_lost_every_frame_that_comes_is_right_and_none_steps_back(
    network: Network, controllers: list[socket.socket], canvas: Canvas
) -> None:
    """A receiver loses packets as a bad cable does: each by chance, and of each frame some."""
    chance = random.Random(10)
    gun = time.monotonic_ns() - 60 * 10**9
    last: dict[int, int] = {}
    lost = came = 0
    with network.inside(network.engine), LightLoop(canvas, output(), fps=100) as loop:
        loop.gun(gun)
        for _ in range(200):
            for nth, one in enumerate(controllers):
                packet = one.recv(2048)
                if chance.random() < 0.1:
                    lost += 1
                    continue
                came += 1
                at = instant(packet[111], PERIOD // 2)
                assert packet[126:] == part(canvas.paint(at - gun), nth)
                assert at > last.get(nth, 0)
                last[nth] = at
        assert loop.statistics().errors == 0
    assert came + lost == 200 * COUNT
    assert lost > 100


def race(folder: Path) -> Path:
    """The mile of Liévin on a hall whose survey has eight controllers."""
    each = LAMPS // COUNT
    controllers = (
        f'[[controller]]\nname = "part {nth + 1}"\noutput = "sacn://{host(nth)}?universe={nth + 1}"\n'
        f"[[controller.segment]]\nfirst = 0\ncount = {each}\npoints = ["
        f"{{ lamp = 0, metre = {each * nth}.0 }}, "
        f"{{ lamp = {each - 1}, metre = {each * (nth + 1) - 1}.0 }}]\n"
        for nth in range(COUNT)
    )
    (folder / "hall.toml").write_text('track = "short-200"\n' + "".join(controllers))
    text = files("pacelight").joinpath("recordings/lievin-2025-mile.toml").read_text(encoding="utf-8")
    path = folder / "race.toml"
    path.write_text(text.replace('name = "short-200"', 'name = "short-200"\nsurvey = "hall.toml"', 1))
    return path


def silent(one: socket.socket) -> bool:
    one.settimeout(0.2)
    try:
        one.recv(2048)
    except TimeoutError:
        return True
    finally:
        one.settimeout(30)
    return False


def test_a_referee_reads_from_when_to_when_the_cable_was_out(
    network: Network, controllers: list[socket.socket], tmp_path: Path
) -> None:
    """Sixty times as fast as it was run, the race lasts four seconds; it is run as one types it."""
    journal = tmp_path / "race.journal"
    words = ["race", "run", str(race(tmp_path)), "--speed", "60", "--journal", str(journal)]
    with network.inside(network.engine):
        running = subprocess.Popen(
            [sys.executable, "-m", "pacelight", *words], stdout=subprocess.PIPE, text=True, cwd=tmp_path
        )
    for one in controllers:
        one.settimeout(30)
        one.recv(2048)
    network.ip(network.engine, "link set cable down")
    empty(controllers)
    assert all(silent(one) for one in controllers[:3])
    network.ip(network.engine, "link set cable up")
    for one in controllers:
        one.settimeout(30)
        one.recv(2048)
    told, _ = running.communicate(timeout=60)
    assert running.returncode == 0
    assert sum(line.startswith("controller part ") for line in told.splitlines()) == COUNT
    *_, (_, live) = retell(journal)
    found = evidence(live)["shown"]
    assert sorted(one["controller"] for one in found["absent"]) == [f"part {nth + 1}" for nth in range(COUNT)]
    for one in found["absent"]:
        assert one["state"] == "away"
        assert one["to_ns"] - one["from_ns"] >= 60 * 0.5e9  # three were listened to in vain, for 0.2 s each
    assert found["lights"][0]["frames"] > 0
