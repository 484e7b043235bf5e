"""Debian's OLA receives the real light loop: what it holds is, byte for byte, the frame of an instant.

OLA is started here on loopback, with a configuration of its own, and ended again.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from pacelight.distance import MILE
from pacelight.lights.canvas.frame import Canvas, Frame
from pacelight.lights.canvas.layout import Layout
from pacelight.lights.canvas.wave import Wave
from pacelight.lights.drivers import Driver, output
from pacelight.lights.drivers.port import FAREWELLS
from pacelight.lights.loop.process import LightLoop
from pacelight.lights.standby.peers import Peers
from pacelight.mark import Mark
from pacelight.plan.makers import even
from pacelight.track import Survey, track

pytestmark = [pytest.mark.receiver, pytest.mark.usefixtures("own_network")]

HALL = track("short-200")
PLAN = even(MILE, Mark.parse("3:46.63"))
PERIOD = 20_000_000
OTHERS = (
    *(
        "dummy",
        "espnet",
        "ftdidmx",
        "gpio",
        "karate",
        "kinet",
        "milinst",
        "opendmx",
        "openpixelcontrol",
    ),
    *(
        "osc",
        "pathport",
        "renard",
        "sandnet",
        "shownet",
        "spi",
        "stageprofi",
        "uartdmx",
        "usbdmx",
        "usbserial",
    ),
)
E131 = """enabled = true
ip = 10.77.0.1
input_ports = 142
output_ports = 0
ignore_preview = true
prepend_hostname = false
revision = 0.46
"""
ARTNET = """enabled = true
ip = 127.0.0.1
use_loopback = true
net = 0
subnet = 0
output_ports = 4
"""
UNIVERSES = 142
PORT_ADDRESSES = 4
BESIDE = 160
"""OLA keeps what comes by Art-Net for a port-address in the universe so many numbers later."""
BEHIND_NS = 2_000_000_000
"""How old a frame that a universe still holds may be: a machine may have been busy with other things."""


def free_port(kind: socket.SocketKind = socket.SOCK_STREAM) -> int:
    with socket.socket(socket.AF_INET, kind) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def configured(folder: Path) -> None:
    for name in OTHERS:
        (folder / f"ola-{name}.conf").write_text("enabled = false\n")
    (folder / "ola-e131.conf").write_text(E131)
    patched = "".join(f"11-1-I-{port} = {port + 1}\n" for port in range(UNIVERSES))
    (folder / "ola-artnet.conf").write_text(ARTNET)
    patched += "".join(f"2-1-I-{port} = {BESIDE + port}\n" for port in range(PORT_ADDRESSES))
    (folder / "ola-port.conf").write_text(patched)


@dataclass
class Ola:
    """A running OLA, asked over HTTP."""

    port: int

    def ask(self, path: str) -> bytes:
        with closing(urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10)) as answer:
            return bytes(answer.read())

    def holds(self, universe: int) -> bytes:
        return bytes(json.loads(self.ask(f"/get_dmx?u={universe}"))["dmx"])


@pytest.fixture(scope="module")
def ola(own_network: None) -> Iterator[Ola]:  # noqa: ARG001  # it is started there
    if shutil.which("olad") is None:
        pytest.skip("olad is not installed (apt-get install ola)")
    Path("/proc/sys/net/ipv4/igmp_max_memberships").write_text("512")  # of this network alone
    with tempfile.TemporaryDirectory(prefix="pacelight-ola-") as folder:
        configured(Path(folder))
        ask, rpc = free_port(), free_port()
        arguments = ["-c", folder, "--no-register-with-dns-sd", "-l", "2", "-p", str(ask), "-r", str(rpc)]
        root = os.geteuid() == 0  # as which olad does not run
        if root:
            shutil.chown(folder, "olad")
            for file in Path(folder).iterdir():
                shutil.chown(file, "olad")
        with subprocess.Popen(
            ["olad", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            user="olad" if root else None,
            group="nogroup" if root else None,
            extra_groups=[] if root else None,
        ) as process:
            try:
                yield answering(Ola(ask), process)
            finally:
                process.terminate()


def answering(made: Ola, process: "subprocess.Popen[bytes]") -> Ola:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        assert process.poll() is None, "olad ended by itself"
        try:
            made.holds(UNIVERSES)
        except (OSError, ValueError, KeyError):
            time.sleep(0.05)
        else:
            return made
    pytest.fail("olad does not answer")


def lit(lamps: int) -> Canvas:
    return Canvas([Wave("WR", PLAN)], Layout.of(Survey.even_kerb(HALL, lamps)), HALL.start(MILE))


def instants(held: bytes, part: slice, window: tuple[int, int], look: Callable[[int], bytes]) -> list[int]:
    """The instants of the window at which a universe looks like this."""
    first, last = (end // PERIOD for end in window)
    return [number for number in range(first, last + 1) if look(number * PERIOD)[part] == held]


@pytest.mark.parametrize(
    ("lamps", "at_m", "rate", "lit_in"),
    [
        (200, 0.0, Fraction(1, 10), {2}),
        (200, 179.5, Fraction(1, 10), {1, 2}),
        (200, 1500.0, Fraction(1), {1}),
        (2400, 1503.0, Fraction(1, 10), {7}),
    ],
    ids=["from the start", "from one universe to the next", "at 1500 m", "among 15 universes"],
)
def test_what_ola_holds_is_the_frame_of_an_instant(
    ola: Ola, lamps: int, at_m: float, rate: Fraction, lit_in: set[int]
) -> None:
    canvas = lit(lamps)
    gun = time.monotonic_ns() - round(float(PLAN.time_at(at_m)) * 1e9 / rate)
    parts = {1 + n: slice(510 * n, min(510 * (n + 1), 3 * lamps)) for n in range(-(-3 * lamps // 510))}

    def look(instant: int) -> bytes:
        return canvas.paint((instant - gun) * rate.numerator // rate.denominator).tobytes()

    with LightLoop(canvas, output("sacn://127.0.0.1", "lievin-2025-mile")) as loop:
        loop.gun(gun, rate)
        wait_for_light(ola, parts, loop)
        seen: dict[int, list[int]] = {universe: [] for universe in parts}
        for _ in range(60 if lamps == 200 else 12):
            for universe, part in parts.items():
                asked = time.monotonic_ns()
                held = ola.holds(universe)[: part.stop - part.start]
                found = instants(held, part, (asked - BEHIND_NS, time.monotonic_ns()), look)
                assert found, f"universe {universe} holds no frame of the last two seconds"
                if any(held):
                    seen[universe].append(found[-1])
    assert {universe for universe, numbers in seen.items() if numbers} == lit_in
    for universe in lit_in:
        assert seen[universe] == sorted(seen[universe])
        assert len(set(seen[universe])) >= 5


def wait_for_light(ola: Ola, parts: dict[int, slice], loop: LightLoop) -> None:
    """Until frames have come; before, universes hold what an earlier test left there."""
    sent = loop.statistics().frames
    until = time.monotonic() + 30
    while not (any(any(ola.holds(universe)) for universe in parts) and loop.statistics().frames > sent + 5):
        assert time.monotonic() < until, "no frame has reached OLA"
        time.sleep(0.01)


def test_after_a_planned_end_the_lamps_are_dark_and_the_next_loop_is_heard_at_once(ola: Ola) -> None:
    canvas = lit(200)
    for _ in range(2):
        gun = time.monotonic_ns() - 50 * 10**9
        with LightLoop(canvas, output("sacn://127.0.0.1", "lievin-2025-mile")) as loop:
            loop.gun(gun)
            wait_for_light(ola, {1: slice(0, 510), 2: slice(510, 600)}, loop)
        assert not any(ola.holds(1) + ola.holds(2))


def test_when_another_loop_takes_over_its_light_is_shown_and_it_was_never_dark(ola: Ola) -> None:
    """OLA would keep the first source, which says nothing more, for 2.5 seconds."""
    canvas = lit(170)
    gun, here, there = time.monotonic_ns() - 50 * 10**9, "127.0.0.1:5570", "127.0.0.1:5571"
    first, second = (
        LightLoop(canvas, output("sacn://127.0.0.1"), peers=Peers(bind, (other,), bytes(16), bind == there))
        for bind, other in ((here, there), (there, here))
    )

    def held() -> int | None:
        """The latest instant whose frame OLA holds, in which some lamps shine; None while it holds another.

        The second loop knows the gun by its own clock to microseconds, so a channel may be a step off.
        """
        levels, now = np.frombuffer(ola.holds(1)[:510], np.uint8).astype(np.int16), time.monotonic_ns()
        assert levels.any()
        for number in range(now // PERIOD, (now - BEHIND_NS) // PERIOD, -1):
            if np.abs(canvas.paint(number * PERIOD - gun) - levels).max() <= 1:
                return number
        return None

    with first as one, second as two:
        one.gun(gun)
        wait_for_light(ola, {1: slice(0, 510)}, one)
        until = time.monotonic() + 30
        while two.statistics().offset_ns is None:
            assert time.monotonic() < until, "the two do not hear each other"
            time.sleep(0.01)
        while (begun := held()) is None:
            assert time.monotonic() < until, "OLA still holds what came before"
        seen = [begun]
        os.kill(one.pid, signal.SIGKILL)
        while two.statistics().frames < 30:
            assert time.monotonic() < until, "nobody took over"
            now = held()
            assert now is not None, "OLA holds a frame of no instant"
            seen.append(now)
        assert two.statistics().role == "leading"
        assert seen == sorted(seen)
        assert seen[-1] - seen[0] >= 30


def test_of_two_sources_the_one_of_higher_priority_is_shown_whoever_comes_first(ola: Ola) -> None:
    """The one of lower priority is shown once the other has said goodbye."""
    low, high = (np.full(30, level, np.uint8) for level in (40, 90))
    with ExitStack() as stack:
        usual, lower, higher = (
            stack.enter_context(closing(output(f"sacn://127.0.0.1?universe=12&priority={of}", who).open(30)))
            for of, who in ((100, "race"), (99, "lower"), (150, "higher"))
        )
        for leader, frame in ((usual, low), (higher, high)):
            eventually_holds(ola, leader, frame)
            for number in range(20):
                for duplicate in (lower, usual):
                    if duplicate is not leader:
                        duplicate.send(np.full(30, 200, np.uint8), number)
                leader.send(frame, number)
            eventually_holds(ola, leader, frame + np.uint8(1))  # which comes after all of these
        for number in range(20, 23):
            higher.terminate(number)
        eventually_holds(ola, usual, low)
        for number in range(3):
            usual.terminate(number)
            lower.terminate(number)


def eventually_holds(ola: Ola, leader: Driver, frame: Frame) -> None:
    until = time.monotonic() + 20
    number = 0
    while ola.holds(12)[: frame.size] != frame.tobytes():
        assert time.monotonic() < until, "the frame has not reached OLA"
        leader.send(frame, number)
        number += 1


@pytest.mark.parametrize(
    "options", ["", "?sync=1", "?offload=1"], ids=["plain", "synchronized", "cut by the kernel"]
)
def test_what_ola_holds_by_art_net_is_what_was_sent(ola: Ola, options: str) -> None:
    """Four port-addresses, the last of them not full."""
    lamps = 3 * 170 + 31
    channels = 3 * lamps
    driver = output(f"artnet://127.0.0.1{options}").open(channels)
    for seed in (1, 90, 200):
        frame = ((np.arange(channels) * 7 + seed) % 256).astype(np.uint8)
        for sequence in range(3):
            driver.send(frame, sequence)
        expected = frame.tobytes()
        until = time.monotonic() + 20
        while (held := held_by_art_net(ola, channels)) != expected:
            assert time.monotonic() < until, "the frame has not reached OLA"
            driver.send(frame, 9)
            time.sleep(0.02)
        assert held == expected
    driver.close()


@pytest.mark.parametrize(
    "url",
    ["sacn://127.0.0.1", "sacn://127.0.0.1?offload=1", "sacn+multicast://10.77.0.1"],
    ids=["one call", "cut by the kernel", "to each universe's group"],
)
def test_what_ola_holds_of_142_universes_is_what_was_sent(ola: Ola, url: str) -> None:
    """24,000 lamps, the last universe not full."""
    channels = 3 * 24_000
    with closing(output(url, f"of {url}").open(channels)) as driver:
        for seed in (3, 150):
            frame = np.random.default_rng(seed).integers(0, 256, channels, np.uint8)
            expected = frame.tobytes()
            until = time.monotonic() + 30
            sequence = 0
            while (held := held_by_e131(ola, channels)) != expected:
                assert time.monotonic() < until, f"not all has reached OLA by {url}"
                driver.send(frame, sequence % 256)
                sequence += 1
            assert held == expected
        for later in range(FAREWELLS):
            driver.terminate((sequence + later) % 256)


def held_by_e131(ola: Ola, channels: int) -> bytes:
    """Of each universe the slots in use."""
    slots = [min(510, channels - 510 * n) for n in range(-(-channels // 510))]
    return b"".join(ola.holds(1 + n)[:size] for n, size in enumerate(slots))


def held_by_art_net(ola: Ola, channels: int) -> bytes:
    """Of each port-address the slots in use."""
    slots = [min(510, channels - 510 * n) for n in range(PORT_ADDRESSES)]
    return b"".join(ola.holds(BESIDE + n)[:size] for n, size in enumerate(slots))
