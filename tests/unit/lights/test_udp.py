"""The driver on the network: whatever the network does is counted, and the next frame is tried anew."""

import errno
import socket
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from pacelight.lights.drivers import burst as bursts
from pacelight.lights.drivers.burst import Burst, OneByOne, Together, burst
from pacelight.lights.drivers.udp import Sacn
from pacelight.lights.wire.e131 import Packets, Source

FRAME = np.arange(1200, dtype=np.uint32).astype(np.uint8)
SIZES = (636, 636, 306)

Bytes = npt.NDArray[np.uint8]


def driver(port: int, maker: Callable[[Bytes, Sequence[int]], Burst] = burst) -> Sacn:
    packets = Packets(FRAME.size, Source(bytes(16), "test"))
    return Sacn(socket.AF_INET, ("127.0.0.1", port), packets, maker)


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


def scripted(port: int, script: Sequence[int]) -> tuple[Sacn, Scripted]:
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


def test_without_a_way_to_the_controller_each_frame_tries_another_socket(
    receiver: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = socket.socket.connect
    down = iter([True, True, False])

    def try_to(self: socket.socket, address: Any) -> None:
        if next(down):
            raise OSError(errno.ENETUNREACH, "Network is unreachable")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", try_to)
    made = driver(receiver.port)
    for sequence in range(3):
        made.send(FRAME, sequence)
    assert [packet[111] for packet in (receiver.packet(), receiver.packet(), receiver.packet())] == [2, 2, 2]
    assert (made.statistics().frames, made.statistics().errors) == (3, 2)
    made.close()


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
