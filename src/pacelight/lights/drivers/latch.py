"""What shows a frame: the packet for which receivers wait that hold one, sent when all of them do."""

import socket
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from pacelight.lights.drivers.burst import OneByOne, Place
from pacelight.lights.drivers.link import Link
from pacelight.lights.wire.rows import Rows

__all__ = ["Latch", "Latching"]


@dataclass(frozen=True, slots=True)
class Latch:
    """Where it goes.

    Attributes:
        frames: the way of the frames.
        other: its own way; that of the frames, if not given.
        places: its place, where each datagram has one.
    """

    frames: Link
    other: Link | None = None
    places: Sequence[Place] = ()

    def on(self, packets: Rows) -> "Latching | None":
        """Of these packets; None where they have none."""
        return Latching(self, packets) if packets.count < len(packets.sizes) else None


class Latching:
    """Sends it.

    Attributes:
        same: equal for those of which one is enough.
        apart: whether it has a way of its own.

    Args:
        latch: where it goes.
        packets: of a frame, not numbered yet; the last is what shows it.
    """

    def __init__(self, latch: Latch, packets: Rows) -> None:
        rows, sizes = packets.rows[packets.count :], packets.sizes[packets.count :]
        self._one = OneByOne(rows, sizes, latch.places)
        self._bytes: int = sum(sizes)
        self._other, self.apart = latch.other, latch.other is not None
        self._connection: socket.socket | None = None
        self.same: Hashable = (latch.other or latch.frames, tuple(latch.places), rows.tobytes())

    def send(self, frames: socket.socket | None) -> int:
        """Send it; how many bytes went out.

        Args:
            frames: the socket of the frames; None where there is none now, as nobody can hold one then.

        Raises:
            OSError: the network refused.
        """
        if self._other is not None:
            frames = self._connection = self._connection or self._other.open()
        if frames is None:
            return 0
        self._one.send(frames, 0)
        return self._bytes

    def close(self) -> None:
        """Close a socket of its own; the next would open another."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
