"""Lamps on the network: packets of any protocol as datagrams, one controller a socket.

A socket never blocks and is shared with no other controller: one that is off delays nobody.
"""

import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from errno import ENOBUFS
from functools import partial
from itertools import accumulate
from typing import Protocol, TypeAlias

from pacelight.lights.canvas.frame import Frame
from pacelight.lights.drivers.backoff import Backoff
from pacelight.lights.drivers.burst import Burst, Bytes, burst
from pacelight.lights.drivers.link import Controller, Link, Multicast
from pacelight.lights.drivers.port import FPS, DriverStatistics
from pacelight.lights.drivers.segmented import segmented
from pacelight.lights.wire.e131 import E131
from pacelight.lights.wire.rows import Rows

__all__ = ["Datagrams", "Format", "MulticastOutput", "UdpOutput"]

Maker: TypeAlias = Callable[[Bytes, Sequence[int]], Burst]


class Datagrams:
    """A driver for one controller, or for the groups of one interface.

    Args:
        link: the way.
        packets: of a frame.
        maker: how many datagrams are sent; the best way there is, if not given.
    """

    def __init__(self, link: Link, packets: Rows, maker: Maker = burst) -> None:
        self._link, self._packets = link, packets
        self._burst = maker(packets.rows, packets.sizes)
        self._bytes_of = (0, *accumulate(packets.sizes))
        self._connection: socket.socket | None = None
        self._backoff = Backoff()
        self._frames = self._sent = self._bytes = self._errors = 0

    def send(self, frame: Frame, sequence: int) -> None:
        """Send one frame; what the kernel does not take is gone, and counted."""
        self._packets.fill(frame, sequence)
        self._out()

    def terminate(self, sequence: int) -> None:
        """Say once that no more will come."""
        self._packets.terminate(sequence)
        self._out()

    def statistics(self) -> DriverStatistics:
        """A snapshot; reading it changes nothing."""
        return DriverStatistics(self._frames, self._sent, self._bytes, self._errors)

    def close(self) -> None:
        """Close the socket; the next frame would open another."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _out(self) -> None:
        self._frames += 1
        if not self._backoff.ready():
            return
        sent = 0
        for _ in range(2):  # a refusal reports an earlier datagram: what comes after it is tried once more
            try:
                while sent < len(self._packets.sizes):
                    sent += self._burst.send(self._connection or self._connected(), sent)
                self._backoff.succeeded()
                break
            except ConnectionRefusedError:
                self._errors += 1
            except BlockingIOError:
                self._errors += 1
                break
            except OSError as error:
                self._errors += 1
                if error.errno != ENOBUFS:  # which is a queue that will empty
                    self.close()  # a cable or an address may have changed: another socket sees the new one
                    self._backoff.failed()
                break
        self._sent += sent
        self._bytes += self._bytes_of[sent]

    def _connected(self) -> socket.socket:
        self._connection = self._link.open()
        return self._connection


class Format(Protocol):
    """How frames are written: the value of a protocol of `pacelight.lights.wire`."""

    def check(self, channels: int) -> None:
        """Refuse what does not fit.

        Raises:
            OutputError: so many channels cannot be written.
        """
        ...

    def packets(self, channels: int) -> Rows:
        """Packets for frames of so many channels."""
        ...


@dataclass(frozen=True, slots=True)
class UdpOutput:
    """A controller at an address, resolved.

    Attributes:
        controller: the way to it.
        format: how frames are written.
        offload: whether the kernel, or the network card, cuts one large datagram into the packets.
    """

    target: str
    controller: Controller
    format: Format
    fps: int = FPS
    offload: bool = False

    def check(self, channels: int) -> None:
        """Refuse what does not fit.

        Raises:
            OutputError: so many channels cannot be written.
        """
        self.format.check(channels)

    def open(self, channels: int) -> Datagrams:
        """A driver for frames of so many channels."""
        maker = segmented if self.offload else burst
        return Datagrams(self.controller, self.format.packets(channels), maker)


@dataclass(frozen=True, slots=True)
class MulticastOutput:
    """An address ``sacn+multicast://INTERFACE``: each universe to its group.

    Attributes:
        groups: the way to them.
        format: how frames are written.
    """

    target: str
    groups: Multicast
    format: E131
    fps: int = FPS

    def check(self, channels: int) -> None:
        """Refuse more lamps than there are universes for.

        Raises:
            OutputError: so many channels do not fit.
        """
        self.format.check(channels)

    def open(self, channels: int) -> Datagrams:
        """A driver for frames of so many channels."""
        places = [(group, self.groups.port) for group in self.format.groups(channels)]
        return Datagrams(self.groups, self.format.packets(channels), partial(burst, places=places))
