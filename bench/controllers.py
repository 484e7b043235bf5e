"""Eight controllers, and three of them gone: how long a frame takes to leave, and whether any is missed.

24,000 lamps by E1.31 on eight controllers, each at an address of its own, 50 frames a second.
The network is two namespaces and a cable between them, made here and taken away again.
Peers: the same packets to one controller; and one blocking socket for all, as programs usually send.
"""

import ctypes
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import numpy as np
from report import Row, arguments, report

from pacelight.lights.drivers import Driver, output, patched
from pacelight.lights.loop import realtime
from pacelight.lights.wire.e131 import E131, Source

COUNT, GONE = 8, (1, 4, 6)
LAMPS = 24_000
CHANNELS = 3 * LAMPS // COUNT
PORT = 5568
PERIOD_S = 0.02
FRAMES = {True: 250, False: 1000}
"""In a quick run, and in a whole one."""

SIZE = f"{LAMPS:,} lamps, {COUNT} controllers"
GONE_SIZE = f"{SIZE}, {len(GONE)} gone"

WARM = 10
"""Frames before those that count: until the machines on the cable know one another."""

GONE_P99_MS = 2.0
SHARE_OF_BLOCKING = 0.1
STALL_S = 12.0
"""The blocking socket is given up after so long."""

_ROOM = 128 << 20
_SO_RCVBUFFORCE = 33
"""Source: asm-generic/socket.h."""

_CLONE_NEWNET = 0x4000_0000
"""Source: setns(2)."""


class BenchError(Exception):
    """It cannot be measured here; in one line."""


@dataclass
class Network:
    """Two namespaces: from one frames are sent, in the other the controllers are."""

    engine: str
    lamps: str

    def ip(self, namespace: str, words: str) -> None:
        subprocess.run(["ip", "-n", namespace, *words.split()], check=True)


def host(nth: int) -> str:
    return f"10.77.0.{11 + nth}"


def main() -> int:
    asked = arguments(__doc__ or "").parse_args()
    realtime.leave_no_garbage()
    realtime.run_first()
    try:
        with network() as made:
            report(_rows(made, FRAMES[asked.quick]), as_json=asked.json)
    except BenchError as error:
        print(f"controllers: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return 0


def _rows(made: Network, frames: int) -> Iterator[Row]:
    with lamps(made) as counted, inside(made.engine):
        eight, one = _sent(_eight(), frames), _sent(_one(), frames)
        yield Row("controllers.send_p50_ms", SIZE, _ms(eight, 50), _ms(one, 50), "ms")
        yield Row("controllers.send_p99_ms", SIZE, _ms(eight, 99), _ms(one, 99), "ms")
        for nth in GONE:
            made.ip(made.lamps, f"addr del {host(nth)}/24 dev kerb")
        counted()
        made.ip(made.engine, "neigh flush dev cable")  # as on an evening that begins without them
        gone = _sent(_eight(), frames)
        yield Row("controllers.gone_p99_ms", GONE_SIZE, _ms(gone, 99), None, "ms", GONE_P99_MS)
        packets = (COUNT - len(GONE)) * -(-CHANNELS // 510) * (frames + WARM)
        share = counted() / packets
        yield Row("controllers.gone_delivered", GONE_SIZE, share, None, "of the living", 1.0, at_least=True)
        made.ip(made.engine, "neigh flush dev cable")
        longest = float(_blocking(frames).max() * 1e3)
        ours = float(gone.max() * 1e3)
        yield Row("controllers.gone_longest_ms", GONE_SIZE, ours, longest, "ms", SHARE_OF_BLOCKING)


def _eight() -> Driver:
    parts = np.arange(3 * LAMPS).reshape(COUNT, CHANNELS)
    return patched([(f"sacn://{host(nth)}", some) for nth, some in enumerate(parts)]).open(3 * LAMPS)


def _one() -> Driver:
    return output(f"sacn://{host(0)}").open(3 * LAMPS)


def _sent(driver: Driver, frames: int) -> np.ndarray:
    """Seconds that each frame took to leave."""
    frame = np.arange(3 * LAMPS, dtype=np.uint32).astype(np.uint8)

    def send(number: int) -> None:
        driver.send(frame, number)

    took = _paced(send, frames + WARM)[WARM:]
    driver.close()
    return took


def _blocking(frames: int) -> np.ndarray:
    """The same by one blocking socket, until it has stalled for long."""
    packets = list(E131(Source(bytes(16), "bench")).packets(CHANNELS))
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as everyone:

        def send(_number: int) -> None:
            for nth in range(COUNT):
                for packet in packets:
                    try:
                        everyone.sendto(packet, (host(nth), PORT))
                    except OSError:  # an earlier packet reached nobody: the next one may
                        continue

        return _paced(send, frames, STALL_S)


def _paced(send: Callable[[int], None], frames: int, at_most_s: float = float("inf")) -> np.ndarray:
    """Seconds that each frame took, fifty a second, none caught up."""
    took: list[float] = []
    begin = time.monotonic()
    while len(took) < frames and time.monotonic() - begin < at_most_s:
        before = time.monotonic()
        send(len(took))
        after = time.monotonic()
        took.append(after - before)
        time.sleep(PERIOD_S - after % PERIOD_S)
    return np.array(took)


def _ms(seconds: np.ndarray, percent: int) -> float:
    return float(np.percentile(seconds, percent, method="higher")) * 1e3


@contextmanager
def network() -> Iterator[Network]:
    if shutil.which("ip") is None:
        raise BenchError("no ip (Debian: iproute2)")
    made = Network(f"pacelight-bench-engine-{os.getpid()}", f"pacelight-bench-lamps-{os.getpid()}")
    with ExitStack() as stack:
        for name in (made.engine, made.lamps):
            done = subprocess.run(["ip", "netns", "add", name], capture_output=True, text=True, check=False)
            if done.returncode:
                raise BenchError(f"no network namespaces may be made here: {done.stderr.strip()}")
            stack.callback(subprocess.run, ["ip", "netns", "del", name], check=True)
        made.ip(made.engine, "route add unreachable 10.77.0.0/24 metric 4000")
        made.ip(made.engine, f"link add cable type veth peer name kerb netns {made.lamps}")
        made.ip(made.engine, "addr add 10.77.0.1/24 dev cable")
        for namespace, link in ((made.engine, "lo"), (made.engine, "cable"), (made.lamps, "kerb")):
            made.ip(namespace, f"link set {link} up")
        for nth in range(COUNT):
            made.ip(made.lamps, f"addr add {host(nth)}/24 dev kerb")
        yield made


@contextmanager
def lamps(made: Network) -> Iterator[Callable[[], int]]:
    """All controllers in one socket that has room for a whole run; says how many packets came since asked."""
    with inside(made.lamps), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as listening:
        listening.setsockopt(socket.SOL_SOCKET, _SO_RCVBUFFORCE, _ROOM)
        listening.bind(("0.0.0.0", PORT))  # noqa: S104 - in a namespace of its own
        listening.setblocking(False)

        def counted() -> int:
            count = 0
            while True:
                try:
                    listening.recv(1)
                except BlockingIOError:
                    return count
                count += 1

        yield counted


@contextmanager
def inside(namespace: str) -> Iterator[None]:
    """This thread is in a namespace."""
    here = os.open("/proc/thread-self/ns/net", os.O_RDONLY)
    there = os.open(f"/run/netns/{namespace}", os.O_RDONLY)
    try:
        _enter(there)
        yield
    finally:
        _enter(here)
        os.close(here)
        os.close(there)


def _enter(descriptor: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.setns(descriptor, _CLONE_NEWNET):
        raise BenchError(f"no entry to a network namespace: {os.strerror(ctypes.get_errno())}")


if __name__ == "__main__":
    sys.exit(main())
