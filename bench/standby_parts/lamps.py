"""What a controller of lamps hears, by the kernel's clock; where the light is, seen from lamps alone."""

import socket
import struct
import threading
import time
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import numpy as np

from pacelight.lights.canvas.layout import Layout
from pacelight.track import Survey, track
from standby_parts import LAMPS, BenchError

SO_TIMESTAMPNS = 35
"""Source: asm-generic/socket.h."""

REMEMBERED_NS = 2_500_000_000
PATIENCE_S = 30
EDGES = Layout.of(Survey.even_kerb(track("short-200"), LAMPS)).edges
LAP_M = 200.0


@dataclass(frozen=True, slots=True)
class Frame:
    """What lamps were told: when, by whom, with which priority and sequence, and their levels."""

    at_ns: int
    cid: bytes
    priority: int
    sequence: int
    levels: np.ndarray

    @property
    def is_dark(self) -> bool:
        return not self.levels.any()

    @property
    def lead_m(self) -> float:
        """Metres past the finish line of the light's leading edge."""
        green = self.levels[1::3] / max(int(self.levels[1::3].max()), 1)
        (edge,) = np.flatnonzero((green > 0) & (np.roll(green, -1) == 0))
        return float(EDGES[edge] + green[edge] * (EDGES[edge + 1] - EDGES[edge]))

    def step_m(self, before: Self) -> float:
        """Metres from the frame before, the shorter way round."""
        return (self.lead_m - before.lead_m + LAP_M / 2) % LAP_M - LAP_M / 2


def heeded(frames: list[Frame]) -> list[Frame]:
    """Those that a receiver shows which keeps the standard.

    Source: ANSI E1.31-2018, 6.2.3 (priority), 6.7.2 (sequence), appendix A (how long a source is known).
    """
    shown: list[Frame] = []
    known: dict[bytes, Frame] = {}
    for frame in frames:
        known = {cid: one for cid, one in known.items() if frame.at_ns - one.at_ns < REMEMBERED_NS}
        before = known.get(frame.cid)
        if before is None or not -20 < (frame.sequence - before.sequence + 128) % 256 - 128 <= 0:
            known[frame.cid] = frame
            if frame.priority == max(one.priority for one in known.values()):
                shown.append(frame)
    return shown


class Lamps:
    """A controller that keeps all it is told, while the context lasts."""

    def __init__(self, host: str = "127.0.0.1") -> None:
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 20)
        self._socket.bind((host, 0))
        self._socket.settimeout(0.05)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._listen)
        self.frames: list[Frame] = []

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()
        self._socket.close()

    @property
    def url(self) -> str:
        host, port = self._socket.getsockname()
        return f"sacn://{host}:{port}?priority=90"

    def more(self, count: int) -> None:
        """Wait until so many more have come."""
        least, end = len(self.frames) + count, time.monotonic() + PATIENCE_S
        while len(self.frames) < least:
            if time.monotonic() > end:
                raise BenchError(f"lamps were told nothing for {PATIENCE_S} s")
            time.sleep(0.002)

    def _listen(self) -> None:
        while not self._over.is_set():
            try:
                packet, control, _, _ = self._socket.recvmsg(2048, 256)
            except TimeoutError:
                continue
            seconds, nanoseconds = struct.unpack("qq", control[0][2])
            levels = np.frombuffer(packet[126:], np.uint8)
            at_ns = seconds * 1_000_000_000 + nanoseconds
            self.frames.append(Frame(at_ns, packet[22:38], packet[108], packet[111], levels))
