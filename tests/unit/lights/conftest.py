"""The light of Liévin on the lamps of a short track, and a receiver that listens for it."""

import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import pytest

from pacelight.distance import MILE
from pacelight.lights.canvas.frame import Canvas
from pacelight.lights.canvas.layout import Layout
from pacelight.lights.canvas.wave import Wave
from pacelight.mark import Mark
from pacelight.plan.makers import even
from pacelight.track import Survey, track

HALL = track("short-200")


@pytest.fixture(scope="session")
def lievin() -> Wave:
    """Nuguse's 3:46.63, at which the light of Liévin ran."""
    return Wave("WR", even(MILE, Mark.parse("3:46.63")))


@pytest.fixture(scope="session")
def layout() -> Callable[[int], Layout]:
    """So many lamps round the hall."""
    return lambda lamps: Layout.of(Survey.even_kerb(HALL, lamps))


@pytest.fixture(scope="session")
def start_m() -> float:
    return HALL.start(MILE)


@pytest.fixture(scope="session")
def canvas(lievin: Wave, layout: Callable[[int], Layout], start_m: float) -> Canvas:
    """The light of Liévin on its 200 lamps."""
    return Canvas([lievin], layout(200), start_m)


@dataclass
class Receiver:
    """A controller of lamps that only listens."""

    socket: socket.socket

    @property
    def port(self) -> int:
        return int(self.socket.getsockname()[1])

    @property
    def url(self) -> str:
        return f"sacn://127.0.0.1:{self.port}"

    def packet(self, seconds: float = 20.0) -> bytes:
        self.socket.settimeout(seconds)
        return self.socket.recv(2048)

    def frame(self) -> tuple[int, "np.ndarray[tuple[int], np.dtype[np.uint8]]", int]:
        """The next whole frame of two universes: sequence, data, options; half a frame is passed over."""
        packet, second = self.packet(), self.packet()
        while (packet[113:115], second[113:115]) != (b"\0\1", b"\0\2"):
            packet, second = second, self.packet()
        assert (second[113:115], second[111:113]) == (b"\0\2", packet[111:113])
        data = np.frombuffer(packet[126:] + second[126:], np.uint8)
        return packet[111], data, packet[112]

    def rest(self) -> list[bytes]:
        """All that has come and was not read."""
        self.socket.settimeout(0)
        packets = []
        while True:
            try:
                packets.append(self.socket.recv(2048))
            except BlockingIOError:
                return packets


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 20)
        listening.bind(("127.0.0.1", 0))
        yield Receiver(listening)
