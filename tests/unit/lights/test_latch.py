"""What shows a frame to all machines at once: said once, when every controller has its part."""

import socket
from contextlib import ExitStack

import numpy as np
import pytest

from pacelight.lights.drivers import patched

pytestmark = pytest.mark.usefixtures("own_network")

FRAME = np.arange(1200, dtype=np.uint32).astype(np.uint8)
ART_SYNC = b"Art-Net\0\x00\x52\x00\x0e\0\0"


def listening(stack: ExitStack, host: str, port: int = 0) -> socket.socket:
    made = stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
    made.bind((host, port))
    made.settimeout(10)
    return made


def packets(lamps: socket.socket, count: int) -> list[bytes]:
    """So many, and no more."""
    came = [lamps.recv(2048) for _ in range(count)]
    lamps.settimeout(0)
    with pytest.raises(BlockingIOError):
        lamps.recv(2048)
    lamps.settimeout(10)
    return came


def test_by_art_net_all_machines_of_a_network_are_told_once_for_several_controllers() -> None:
    with ExitStack() as stack:
        everyone = listening(stack, "127.255.255.255", 6454)
        one, other = listening(stack, "127.0.0.1"), listening(stack, "127.0.0.1")
        parts = [
            (f"artnet://127.0.0.1:{lamps.getsockname()[1]}?sync=127.255.255.255", some)
            for lamps, some in ((one, np.arange(600)), (other, np.arange(600, 1200)))
        ]
        made = patched(parts).open(1200)
        for number in range(3):
            made.send(FRAME, number)
            assert packets(everyone, 1) == [ART_SYNC]
            assert [packet[8:10] for packet in packets(one, 2) + packets(other, 2)] == [b"\x00\x50"] * 4
        done = made.statistics()
        assert (done.packets, done.errors) == (15, 0)
        made.close()


def test_by_multicast_several_parts_of_one_source_are_synchronized_once() -> None:
    with ExitStack() as stack:
        everyone = listening(stack, "239.255.0.9", 5568)
        member = socket.inet_aton("239.255.0.9") + socket.inet_aton("127.0.0.1")
        everyone.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, member)
        parts = [
            (f"sacn+multicast://127.0.0.1?sync=9&universe={first}", some)
            for first, some in ((100, np.arange(600)), (200, np.arange(600, 1200)))
        ]
        made = patched(parts).open(1200)
        for number in range(3):
            made.send(FRAME, number)
            (packet,) = packets(everyone, 1)
            assert (len(packet), packet[44], packet[45:47]) == (49, number, b"\0\x09")
        assert made.statistics().errors == 0
        made.close()
