"""Controllers found, in a network of the test's own: who answers gets the address that it is sent to by."""

import socket
import struct
import threading
from collections.abc import Iterator

import pytest

from pacelight.lights.drivers import output
from pacelight.lights.wire import artnet
from pacelight.web.setup.found import look

US, NODE = "127.77.2.2", "127.77.2.3"
NAME = b"kerb"


def reply() -> bytes:
    """An ArtPollReply with one output, of universe 0. Source: Art-Net 4, the table of its fields."""
    packet = struct.pack("<8sH4sH", b"Art-Net", 0x2100, socket.inet_aton(NODE), artnet.PORT)
    packet += struct.pack(">HBBHBBH", 7, 0, 0, 0xFFFF, 0, 0, 0) + NAME.ljust(18, b"\0")
    packet += NAME.ljust(64, b"\0") + b"#0001 [0001] fine".ljust(64, b"\0")
    packet += struct.pack(">H", 1) + bytes([0x80, 0, 0, 0]) + bytes(12) + bytes(4)
    return packet.ljust(240, b"\0")


@pytest.fixture
def node() -> Iterator[None]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as there:
        there.bind((NODE, artnet.PORT))
        there.settimeout(20)

        def answer() -> None:
            _, asker = there.recvfrom(2048)
            there.sendto(reply(), (asker[0], artnet.PORT))

        thread = threading.Thread(target=answer)
        thread.start()
        yield
        thread.join()


@pytest.mark.usefixtures("own_network", "node")
def test_a_node_that_answers_has_an_address_to_which_lamps_are_sent() -> None:
    found = look(0.5, targets=[NODE], wled=["127.77.2.9:1"], interface=US)
    (one,) = found.found
    assert (one.kind, one.name, one.output) == ("artnet", "kerb", f"artnet://{NODE}?universe=0")
    output(one.output, "test").check(3 * 170)
    assert any("no WLED answers at '127.77.2.9:1'" in note for note in found.notes)
