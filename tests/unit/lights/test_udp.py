"""The driver on the network: whatever the network does is counted, and the next frame is tried anew."""

import errno
import socket
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacelight.lights.canvas.frame import Canvas
from pacelight.lights.drivers import burst as bursts
from pacelight.lights.drivers import output
from pacelight.lights.drivers.burst import Burst, OneByOne, Together, burst
from pacelight.lights.drivers.link import Controller, Multicast
from pacelight.lights.drivers.segmented import Segmented, runs, segmented
from pacelight.lights.drivers.udp import Datagrams
from pacelight.lights.loop.process import LightLoop
from pacelight.lights.wire import ddp
from pacelight.lights.wire.e131 import Packets, Source
from pacelight.lights.wire.rows import Rows

FRAME = np.arange(1200, dtype=np.uint32).astype(np.uint8)
SIZES = (636, 636, 306)

Bytes = npt.NDArray[np.uint8]


def driver(port: int, maker: Callable[[Bytes, Sequence[int]], Burst] = burst) -> Datagrams:
    packets = Packets(FRAME.size, Source(bytes(16), "test"))
    return Datagrams(Controller(socket.AF_INET, ("127.0.0.1", port)), packets, maker)


@pytest.mark.parametrize("maker", [Together, OneByOne])
def test_both_ways_of_sending_send_the_same(receiver: Any, maker: type[Burst]) -> None:
    made = driver(receiver.port, maker)
    made.send(FRAME, 5)
    packets = [receiver.packet() for _ in range(3)]
    expected = Packets(FRAME.size, Source(bytes(16), "test"))
    expected.fill(FRAME, 5)
    assert packets == list(expected)
    assert receiver.rest() == []
    done = made.statistics()
    assert (done.frames, done.packets, done.bytes, done.errors) == (1, 3, sum(SIZES), 0)
    made.close()


def test_a_system_without_the_call_sends_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    packets = Packets(FRAME.size, Source(bytes(16), "test"))
    assert isinstance(burst(packets.rows, packets.sizes), Together)
    monkeypatch.setattr(bursts.ctypes, "CDLL", lambda *_args, **_named: object())
    assert isinstance(burst(packets.rows, packets.sizes), OneByOne)


class Scripted:
    """A burst that the kernel takes or refuses as written."""

    def __init__(self, script: Sequence[int]) -> None:
        self.script = iter(script)
        self.firsts: list[int] = []

    def send(self, _connection: object, first: int) -> int:
        self.firsts.append(first)
        taken = next(self.script)
        if taken < 0:
            raise OSError(-taken, "scripted")
        return taken


def scripted(port: int, script: Sequence[int]) -> tuple[Datagrams, Scripted]:
    made = Scripted(script)
    return driver(port, lambda _rows, _sizes: made), made


def test_what_the_kernel_leaves_is_handed_to_it_again(receiver: Any) -> None:
    made, kernel = scripted(receiver.port, [2, 1])
    made.send(FRAME, 0)
    assert kernel.firsts == [0, 2]
    assert made.statistics().packets == 3
    made.close()


@pytest.mark.parametrize(
    "error", [errno.EAGAIN, errno.ENOBUFS, errno.ENETUNREACH, errno.EHOSTUNREACH, errno.EPERM]
)
def test_what_the_network_refuses_is_counted_and_the_next_frame_is_whole(receiver: Any, error: int) -> None:
    made, kernel = scripted(receiver.port, [1, -error, 3])
    made.send(FRAME, 0)
    made.send(FRAME, 1)
    assert kernel.firsts == [0, 1, 0]
    done = made.statistics()
    assert (done.frames, done.packets, done.bytes, done.errors) == (2, 4, SIZES[0] + sum(SIZES), 1)
    made.close()


def test_a_refusal_of_an_earlier_datagram_costs_no_later_one(receiver: Any) -> None:
    made, kernel = scripted(receiver.port, [-errno.ECONNREFUSED, 3])
    made.send(FRAME, 0)
    assert kernel.firsts == [0, 0]
    assert (made.statistics().packets, made.statistics().errors) == (3, 1)
    made.close()


def test_a_controller_that_refuses_everything_holds_nobody_up(receiver: Any) -> None:
    made, kernel = scripted(receiver.port, [-errno.ECONNREFUSED] * 4)
    made.send(FRAME, 0)
    made.send(FRAME, 1)
    assert kernel.firsts == [0] * 4
    assert made.statistics().errors == 4
    made.close()


def test_where_nobody_listens_frames_go_on_and_arrive_once_somebody_does() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
    made = driver(port)
    for sequence in range(5):
        made.send(FRAME, sequence)
    assert made.statistics().errors > 0
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as listening:
        listening.bind(("127.0.0.1", port))
        listening.settimeout(10)
        made.send(FRAME, 9)
        assert [listening.recv(1000)[111] for _ in range(3)] == [9, 9, 9]
    made.close()


def test_without_a_way_to_the_controller_frames_try_again_less_and_less_often(
    receiver: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = socket.socket.connect
    tried: list[int] = []

    def try_to(self: socket.socket, address: Any) -> None:
        tried.append(made.statistics().frames - 1)
        if len(tried) <= 4:
            raise OSError(errno.ENETUNREACH, "Network is unreachable")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", try_to)
    made = driver(receiver.port)
    for sequence in range(13):
        made.send(FRAME, sequence)
    assert tried == [0, 1, 3, 7]
    for sequence in range(13, 16):
        made.send(FRAME, sequence)
    assert tried == [0, 1, 3, 7, 15]
    assert [receiver.packet()[111] for _ in range(3)] == [15, 15, 15]
    assert (made.statistics().frames, made.statistics().errors) == (16, 4)
    made.close()


def test_a_full_queue_keeps_its_socket(receiver: Any) -> None:
    made, _ = scripted(receiver.port, [1, -errno.ENOBUFS, 3])
    made.send(FRAME, 0)
    before = made._connection
    assert before is not None
    made.send(FRAME, 1)
    assert made._connection is before
    made.close()


@pytest.mark.parametrize("maker", [Together, OneByOne])
def test_each_datagram_may_have_a_place_of_its_own(maker: type[Together | OneByOne]) -> None:
    """As of multicast: there, only the addresses differ."""
    with ExitStack() as stack:
        lamps = [stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) for _ in SIZES]
        for one in lamps:
            one.bind(("127.0.0.1", 0))
            one.settimeout(10)
        places = [one.getsockname() for one in lamps]
        packets = Packets(FRAME.size, Source(bytes(16), "test"))
        made = Datagrams(Multicast("127.0.0.1", 5568), packets, partial(maker, places=places))
        made.send(FRAME, 3)
        assert [one.recv(1000) for one in lamps] == list(packets)
        made.close()


def test_each_universe_goes_to_its_group() -> None:
    """Two sockets listen on loopback, each to one group."""
    with ExitStack() as stack:
        lamps = []
        port = 0
        for group in ("239.255.0.255", "239.255.1.0"):
            one = stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            one.bind((group, port))
            port = one.getsockname()[1]
            member = socket.inet_aton(group) + socket.inet_aton("127.0.0.1")
            try:
                one.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, member)
            except OSError as error:
                pytest.skip(f"no multicast on loopback here: {error}")
            one.settimeout(10)
            lamps.append(one)
        made = output(f"sacn+multicast://127.0.0.1:{port}?universe=255").open(600)
        made.send(FRAME[:600], 8)
        assert [int.from_bytes(one.recv(1000)[113:115]) for one in lamps] == [255, 256]
        assert made.statistics().errors == 0
        made.close()


@pytest.mark.parametrize("made", [Packets(72_000, Source(bytes(16), "x"), 1, 9), ddp.Packets(72_000)])
def test_what_the_kernel_cuts_are_the_same_packets(receiver: Any, made: Rows) -> None:
    way = Controller(socket.AF_INET, ("127.0.0.1", receiver.port))
    driver = Datagrams(way, made, segmented)
    driver.send(np.arange(72_000, dtype=np.uint32).astype(np.uint8), 3)
    assert [receiver.packet() for _ in made.sizes] == list(made)
    assert receiver.rest() == []
    done = driver.statistics()
    assert (done.packets, done.bytes, done.errors) == (len(made.sizes), sum(made.sizes), 0)
    driver.close()


@pytest.mark.parametrize("error", [errno.EINVAL, errno.EIO, errno.EMSGSIZE])
def test_a_kernel_that_cannot_cut_gets_the_packets_as_before(receiver: Any, error: int) -> None:
    class Refusing:
        """A socket whose kernel has no segmentation."""

        def __init__(self) -> None:
            self.asked = 0

        def sendmsg(self, _parts: object, _ask: object) -> int:
            self.asked += 1
            raise OSError(error, "scripted")

        def fileno(self) -> int:
            return whole.fileno()

    packets = Packets(FRAME.size, Source(bytes(16), "test"))
    made, refusing = Segmented(packets.rows, packets.sizes), Refusing()
    with Controller(socket.AF_INET, ("127.0.0.1", receiver.port)).open() as whole:
        assert made.send(refusing, 0) == 3  # type: ignore[arg-type]
        assert made.send(refusing, 0) == 3  # type: ignore[arg-type]
    assert refusing.asked == 1
    assert [receiver.packet() for _ in range(6)] == 2 * list(packets)


@given(st.lists(st.sampled_from([100, 100, 100, 40]), max_size=200))
def test_runs_cover_only_what_the_kernel_cuts_alike(sizes: list[int]) -> None:
    found = list(runs(sizes, 100))
    for first, last in found:
        assert 2 <= last - first <= 64
        assert all(size == 100 for size in sizes[first : last - 1])
    assert all(before[1] <= after[0] for before, after in pairwise(found))


def test_a_pace_is_asked_of_the_kernel(receiver: Any) -> None:
    """Whether it is kept depends on the queue of the network card."""
    with Controller(socket.AF_INET, ("127.0.0.1", receiver.port), 90).open() as connection:
        assert connection.getsockopt(socket.SOL_SOCKET, 47) == 90 * 125_000


def test_an_interface_that_is_gone_is_counted_and_waited_for() -> None:
    """Source of the address: RFC 5737, which no machine has."""
    made = output("sacn+multicast://192.0.2.1").open(600)
    for sequence in range(8):
        made.send(FRAME[:600], sequence)
    done = made.statistics()
    assert (done.frames, done.packets, done.errors) == (8, 0, 4)
    made.close()


@pytest.mark.parametrize(("kind", "head"), [("ddp", 10), ("artnet", 18), ("wled", 2)])
def test_the_loop_ends_dark_where_a_protocol_has_no_word_for_an_end(
    receiver: Any, canvas: Canvas, kind: str, head: int
) -> None:
    with LightLoop(canvas, output(f"{kind}://127.0.0.1:{receiver.port}")) as loop:
        loop.gun(time.monotonic_ns())
        assert any(any(receiver.packet()[head:]) for _ in range(4))
    came = receiver.rest()
    a_frame = 2 if kind == "artnet" else 1
    assert len(came) >= 4 * a_frame
    assert not any(any(packet[head:]) for packet in came[-4 * a_frame :])


def test_a_full_buffer_is_counted_and_never_waited_for() -> None:
    """A socket pair that nobody reads is full soon; a blocking send would hang here for good."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    ours.setblocking(False)
    made = driver(9)
    made._connection = ours
    for _ in range(2000):
        made.send(FRAME, 0)
    done = made.statistics()
    assert done.frames == 2000
    assert done.errors > 0
    assert done.packets < 6000
    made.close()
    theirs.close()


def test_the_buffer_holds_a_frame_of_the_largest_track(receiver: Any) -> None:
    made = driver(receiver.port)
    made.send(FRAME, 0)
    assert made._connection is not None
    assert made._connection.getsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF) >= 1 << 17
    assert made._connection.getblocking() is False
    made.close()
    made.close()
