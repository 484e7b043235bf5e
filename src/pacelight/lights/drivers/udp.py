"""Lamps on the network: packets of any protocol as datagrams, one controller a socket.

A socket never blocks and is shared with no other controller: one that is off delays nobody.
"""

import socket
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from errno import EAGAIN, ECONNREFUSED, ENOBUFS
from functools import partial
from itertools import accumulate
from typing import Protocol, TypeAlias

from pacelight.lights.canvas.frame import Frame
from pacelight.lights.drivers.announcement import Announcement
from pacelight.lights.drivers.backoff import Backoff
from pacelight.lights.drivers.burst import Burst, Bytes, burst
from pacelight.lights.drivers.health import State, Watch
from pacelight.lights.drivers.latch import Latch
from pacelight.lights.drivers.link import Broadcast, Controller, Link, Multicast
from pacelight.lights.drivers.port import FPS, ControllerStatistics, DriverStatistics, Room
from pacelight.lights.drivers.segmented import segmented
from pacelight.lights.wire.e131 import E131
from pacelight.lights.wire.rows import Rows

__all__ = ["Datagrams", "Format", "MulticastOutput", "UdpOutput"]

_PASSING = frozenset({EAGAIN, ECONNREFUSED, ENOBUFS})
"""What is said by a queue that will empty, or for a program that may be started: the socket is still good."""

Maker: TypeAlias = Callable[[Bytes, Sequence[int]], Burst]


class Datagrams:
    """A driver for one controller, or for the groups of one interface.

    Args:
        link: the way.
        packets: of a frame.
        maker: how many datagrams are sent; the best way there is, if not given.
        latch: where the packet goes that shows a frame, of packets that have one.
        announcement: what the source says of itself from time to time, if anything.
    """

    def __init__(
        self,
        link: Link,
        packets: Rows,
        maker: Maker = burst,
        latch: Latch | None = None,
        announcement: Announcement | None = None,
    ) -> None:
        self._announcement = announcement
        self._link, self._packets = link, packets
        self._count = packets.count
        self._burst = maker(packets.rows[: self._count], packets.sizes[: self._count])
        self._bytes_of = (0, *accumulate(packets.sizes))
        self._connection: socket.socket | None = None
        self._latch = (latch or Latch(link)).on(packets)
        self._backoff, self._watch = Backoff(), Watch()
        self._frames = self._sent = self._bytes = self._errors = 0

    def send(self, frame: Frame, sequence: int) -> None:
        """Send one frame; what the kernel does not take is gone, and counted."""
        self.put(frame, sequence)
        self.show()

    def put(self, frame: Frame, sequence: int) -> None:
        """Send all of a frame but what shows it: other controllers may have to hold theirs first."""
        self._packets.fill(frame, sequence)
        self._out()
        if self._announcement is not None and self._connection is not None:
            self._announcement.turn(self._connection.getsockname()[0])

    @property
    def latch(self) -> Hashable:
        """What shows its frames: equal for drivers of which one may show those of all; None for nothing."""
        return self._latch.same if self._latch is not None else None

    def show(self) -> None:
        """Show what was put, where receivers wait for that."""
        if self._latch is None:
            return
        try:
            taken = self._latch.send(self._connection)
        except OSError as error:
            if self._latch.apart:  # what all are told is no matter of this controller's
                self._errors += 1
                self._latch.close()
            else:
                self._refused(error)
        else:
            self._sent += taken > 0
            self._bytes += taken

    def terminate(self, sequence: int) -> None:
        """Say once that no more will come."""
        self._packets.terminate(sequence)
        self._out()
        self.show()

    def statistics(self) -> DriverStatistics:
        """A snapshot; reading it changes nothing."""
        return DriverStatistics(self._frames, self._sent, self._bytes, self._errors)

    def controllers(self) -> tuple[ControllerStatistics, ...]:
        """One: whoever is at the end of the way."""
        return (ControllerStatistics(self.statistics(), self._watch.health(self._backoff.waits)),)

    def close(self) -> None:
        """Close the sockets; the next frame would open others."""
        if self._latch is not None:
            self._latch.close()
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _out(self) -> None:
        self._frames += 1
        if not self._backoff.ready():
            return
        sent, before = 0, self._errors
        for _ in range(2):  # a refusal reports an earlier datagram: what comes after it is tried once more
            try:
                while sent < self._count:
                    sent += self._burst.send(self._connection or self._connected(), sent)
                self._backoff.succeeded()
                if self._errors == before:
                    self._watch.taken()
                break
            except OSError as error:
                self._refused(error)
                if error.errno != ECONNREFUSED:
                    break
        self._sent += sent
        self._bytes += self._bytes_of[sent]

    def _refused(self, error: OSError) -> None:
        self._errors += 1
        passing = error.errno in _PASSING
        self._watch.refused(State.REFUSING if passing else State.AWAY, error.errno or 0)
        if not passing:
            self.close()  # a cable or an address may have changed: another socket sees the new one
            self._backoff.failed()

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

    def universes(self, channels: int) -> range | None:
        """Those that frames of so many channels take at a controller; None where they take all of it."""
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
        to_all: the way of the packet that shows a frame, if not that of the frame.
        announced: whether everyone on the network of the controller is told of the universes of E1.31.
    """

    target: str
    controller: Controller
    format: Format
    fps: int = FPS
    offload: bool = False
    to_all: Broadcast | None = None
    announced: bool = False

    def check(self, channels: int) -> None:
        """Refuse what does not fit.

        Raises:
            OutputError: so many channels cannot be written.
        """
        self.format.check(channels)

    def rooms(self, channels: int) -> tuple[Room, ...]:
        """Universes of the controller, or all of it."""
        host, port, *_ = self.controller.address
        return (Room(f"{host}, port {port}", self.format.universes(channels)),)

    def open(self, channels: int) -> Datagrams:
        """A driver for frames of so many channels."""
        maker = segmented if self.offload else burst
        latch = Latch(self.controller, self.to_all)
        announcement = None
        if self.announced and isinstance(self.format, E131):
            announcement = Announcement(self.format.discovery(channels))
        return Datagrams(self.controller, self.format.packets(channels), maker, latch, announcement)


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

    def rooms(self, channels: int) -> tuple[Room, ...]:
        """Universes that everyone behind the interface may listen to."""
        return (Room(f"all machines behind {self.groups.interface}", self.format.universes(channels)),)

    def open(self, channels: int) -> Datagrams:
        """A driver for frames of so many channels."""
        places = [(group, self.groups.port) for group in self.format.groups(channels)]
        packets = self.format.packets(channels)
        latch = Latch(self.groups, places=places[packets.count :])
        maker = partial(burst, places=places[: packets.count])
        announcement = Announcement(self.format.discovery(channels), self.groups.port)
        return Datagrams(self.groups, packets, maker, latch, announcement)
