"""Asking and listening on this machine: simulated nodes speak the real protocols."""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from pacelight.lights.trial.found import Found
from pacelight.lights.trial.probe import listen
from pacelight.lights.wire import artnet, e131
from pacelight.lights.wire.artnet_poll import poll
from pacelight.lights.wire.e131_layers import Source, discovery

US, NODE = "127.77.1.2", "127.77.1.3"


def reply(address: str, name: str, outputs: int) -> bytes:
    """An ArtPollReply. Source: Art-Net 4, the table of its fields."""
    ports = bytes([0x80] * outputs + [0] * (4 - outputs))
    packet = struct.pack("<8sH4sH", b"Art-Net", 0x2100, socket.inet_aton(address), artnet.PORT)
    packet += struct.pack(">HBBHBBH", 7, 0, 0, 0xFFFF, 0, 0, 0) + name.encode().ljust(18, b"\0")
    packet += name.encode().ljust(64, b"\0") + b"#0001 [0001] fine".ljust(64, b"\0")
    packet += struct.pack(">H", outputs) + ports + bytes(4) + bytes(4) + bytes(4) + bytes(range(4))
    return packet.ljust(240, b"\0")


@contextmanager
def answering(address: str) -> Iterator[None]:
    """A node that answers the first question."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as node:
        node.bind((address, artnet.PORT))
        node.settimeout(20)

        def answer() -> None:
            question, asker = node.recvfrom(2048)
            assert question == poll()
            node.sendto(b"noise", asker)
            node.sendto(reply(address, "kerb", 2), (asker[0], artnet.PORT))

        thread = threading.Thread(target=answer)
        thread.start()
        yield
        thread.join()


def test_a_node_that_is_asked_answers_and_noise_is_left_alone() -> None:
    passed: list[float] = []
    with answering(NODE):
        found = listen(1.0, interface=US, targets=[NODE], progress=passed.append)
    assert [one for one in found if one.kind == "artnet"] == [
        Found("artnet", NODE, "kerb", (0, 1), says="#0001 [0001] fine")
    ]
    assert passed == sorted(passed)
    assert passed[-1] == 1.0


def test_a_source_of_e131_is_heard_in_its_group() -> None:
    (packet,) = discovery(Source(bytes(range(16)), "Pacelight probe test"), [3, 4])
    group = (e131.group(e131.DISCOVERY), e131.PORT)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as source:
        source.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton("127.0.0.1"))
        source.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_LOOP, 1)
        told: list[str] = []
        sent = listen(
            1.0,
            interface="127.0.0.1",
            targets=["127.77.1.9"],
            progress=lambda _share: source.sendto(packet, group),
            warn=told.append,
        )
    if any("E1.31" in line for line in told):
        pytest.skip(f"no multicast on loopback here: {told[0]}")
    heard = [one for one in sent if one.name == "Pacelight probe test"]
    assert [(one.kind, one.universes) for one in heard] == [("sacn", (3, 4))]


def test_a_port_that_is_taken_is_said_and_the_rest_goes_on() -> None:
    told: list[str] = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other:
        other.bind(("127.77.1.4", artnet.PORT))
        listen(0.1, interface="127.77.1.4", targets=["127.77.1.9"], warn=told.append)
    assert told[0] == "nobody is heard by Art-Net: port 6454 (Address already in use)"
