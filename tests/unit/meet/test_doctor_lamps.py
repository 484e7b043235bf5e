"""Controllers that are there answer by their own protocols; simulated ones speak these."""

import json
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from pacelight.lights.wire import artnet
from pacelight.lights.wire.artnet_poll import poll
from pacelight.meet.doctor import State
from pacelight.meet.doctor.devices import lamps_found
from pacelight.meet.doctor.measured.lamps import lamps
from pacelight.track import Survey, track

NODE, NOBODY = "127.77.2.3", "127.77.2.4"
SURVEYS = [Survey.even_kerb(track("short-200"), 20)]


@contextmanager
def node(address: str) -> Iterator[None]:
    """A node of Art-Net that answers the first question. Source: Art-Net 4, ArtPollReply."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as made:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((address, artnet.PORT))
        made.settimeout(20)

        def answer() -> None:
            question, asker = made.recvfrom(2048)
            assert question == poll()
            packet = struct.pack("<8sH4sH", b"Art-Net", 0x2100, socket.inet_aton(address), artnet.PORT)
            packet += struct.pack(">HBBHBBH", 7, 0, 0, 0xFFFF, 0, 0, 0) + b"bend 1".ljust(18, b"\0")
            packet += b"bend 1".ljust(64, b"\0") + b"#0001 [0001] fine".ljust(64, b"\0")
            packet += struct.pack(">H", 1) + bytes([0x80, 0, 0, 0]) + bytes(12)
            made.sendto(packet.ljust(240, b"\0"), (asker[0], artnet.PORT))

        thread = threading.Thread(target=answer)
        thread.start()
        yield
        thread.join()


def test_a_node_that_answers_is_green_and_one_that_does_not_is_red() -> None:
    with node(NODE):
        (here,) = lamps(SURVEYS, f"artnet://{NODE}", 1.0)
    assert (lamps_found(here).state, here.says) == (
        State.GREEN,
        "bend 1 answers by Art-Net, #0001 [0001] fine",
    )
    (gone,) = lamps(SURVEYS, f"artnet://{NOBODY}", 0.1)
    assert lamps_found(gone).words == f"artnet://{NOBODY} does not answer"
    assert lamps_found(gone).state is State.RED


@pytest.mark.usefixtures("own_network")
def test_where_the_port_of_art_net_is_taken_nobody_can_be_asked_and_that_is_said() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other:
        other.bind(("", artnet.PORT))
        (one,) = lamps(SURVEYS, f"artnet://{NOBODY}", 0.1)
    found = lamps_found(one)
    assert found.state is State.AMBER
    assert "nobody is heard by Art-Net: port 6454 (Address already in use)" in found.words


class Wled(BaseHTTPRequestHandler):
    def do_GET(self) -> None:  # named by the library
        self.send_response(200)
        self.end_headers()
        told = {"name": "kerb", "ver": "0.15.0", "leds": {"count": 480}, "live": False}
        self.wfile.write(json.dumps(told).encode())

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


@pytest.mark.usefixtures("own_network")
def test_a_wled_says_who_it_is() -> None:
    with ThreadingHTTPServer(("127.77.2.5", 80), Wled) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        (wled,) = lamps(SURVEYS, "wled://127.77.2.5", 0.1)
        (ddp,) = lamps(SURVEYS, "ddp://127.77.2.5", 0.1)
        server.shutdown()
    assert wled.says == ddp.says == "kerb: WLED 0.15.0, 480 lamps"
    assert lamps_found(wled).state is State.GREEN
    (gone,) = lamps(SURVEYS, "wled://127.77.2.6", 0.1)
    assert lamps_found(gone).state is State.RED
    (silent,) = lamps(SURVEYS, "ddp://127.77.2.6", 0.1)
    assert lamps_found(silent).state is State.AMBER
