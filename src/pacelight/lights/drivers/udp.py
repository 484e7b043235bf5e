"""Lamps on the network: E1.31 by unicast, one controller a socket.

A socket never blocks and is shared with no other controller: one that is off delays nobody.
"""

import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, TypeAlias

from pacelight.lights.drivers.burst import Burst, Bytes, burst
from pacelight.lights.drivers.port import FPS, DriverStatistics
from pacelight.lights.frame import Frame
from pacelight.lights.wire.e131 import Packets, Source, universes

__all__ = ["Address", "Sacn", "SacnOutput"]

_BUFFER = 4 << 20
"""Bytes that may wait in the kernel, as while it looks for a controller that is off."""

_SO_SNDBUFFORCE = 32
"""Source: socket(7); beyond the system's limit, for who may."""

Address: TypeAlias = tuple[Any, ...]
"""As the socket module has it: host and port, of IPv6 flow and scope too."""

Maker: TypeAlias = Callable[[Bytes, Sequence[int]], Burst]


class Sacn:
    """A driver for one controller.

    Args:
        family, address: of the controller.
        packets: of a frame.
        maker: how many datagrams are sent; the best way there is, if not given.
    """

    def __init__(
        self, family: socket.AddressFamily, address: Address, packets: Packets, maker: Maker = burst
    ) -> None:
        self._family, self._address, self._packets = family, address, packets
        self._burst = maker(packets.rows, packets.sizes)
        self._bytes_of = (0, *accumulate(packets.sizes))
        self._connection: socket.socket | None = None
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
        sent = 0
        for _ in range(2):  # a refusal reports an earlier datagram: what comes after it is tried once more
            try:
                while sent < len(self._packets.sizes):
                    sent += self._burst.send(self._connection or self._connected(), sent)
                break
            except ConnectionRefusedError:
                self._errors += 1
            except BlockingIOError:
                self._errors += 1
                break
            except OSError:
                self._errors += 1
                self.close()  # a cable or an address may have changed: another socket sees the new one
                break
        self._sent += sent
        self._bytes += self._bytes_of[sent]

    def _connected(self) -> socket.socket:
        """A socket to the controller.

        Raises:
            OSError: there is no way to it now.
        """
        connection = socket.socket(self._family, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK)
        try:
            connection.connect(self._address)
        except OSError:
            connection.close()
            raise
        for option in (_SO_SNDBUFFORCE, socket.SO_SNDBUF):
            try:
                connection.setsockopt(socket.SOL_SOCKET, option, _BUFFER)
                break
            except PermissionError:
                continue
        self._connection = connection
        return connection


@dataclass(frozen=True, slots=True)
class SacnOutput:
    """An address ``sacn://HOST``, resolved.

    Attributes:
        first: number of the first universe.
    """

    target: str
    family: socket.AddressFamily
    address: Address
    source: Source
    first: int = 1
    fps: int = FPS

    def check(self, channels: int) -> None:
        """Refuse more lamps than there are universes for.

        Raises:
            OutputError: so many channels do not fit.
        """
        for _ in universes(channels, self.first):
            pass

    def open(self, channels: int) -> Sacn:
        """A driver for frames of so many channels."""
        return Sacn(self.family, self.address, Packets(channels, self.source, self.first))
