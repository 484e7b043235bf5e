"""Ways to controllers: a socket to one of them, or to the groups that many listen to."""

import socket
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Protocol, TypeAlias

__all__ = ["Address", "Broadcast", "Controller", "Link", "Multicast"]

_BUFFER = 4 << 20
"""Bytes that may wait in the kernel, as while it looks for a controller that is off."""

_SO_SNDBUFFORCE = 32
"""Source: socket(7); beyond the system's limit, for who may."""

_SO_MAX_PACING_RATE = 47
"""Source: tc-fq(8); bytes a second. Only the ``fq`` queue of the network card obeys it."""

_BYTES_PER_MBIT = 125_000

_IP_RECVERR, _IPV6_RECVERR = 11, 25
_TOLD = MappingProxyType(
    {
        socket.AF_INET: (socket.IPPROTO_IP, _IP_RECVERR),
        socket.AF_INET6: (socket.IPPROTO_IPV6, _IPV6_RECVERR),
    }
)
"""Source: ip(7), ipv6(7). A socket is told that a machine is not there, not only that nobody listens."""

Address: TypeAlias = tuple[Any, ...]
"""As the socket module has it: host and port, of IPv6 flow and scope too."""


class Link(Protocol):
    """A way on which datagrams are sent."""

    def open(self) -> socket.socket:
        """A socket that never blocks.

        Raises:
            OSError: there is no such way now.
        """
        ...


@dataclass(frozen=True, slots=True)
class Controller:
    """The way to one controller.

    Attributes:
        family, address: of the controller.
        pace_mbit: megabits a second that are asked of the kernel; 0 for as fast as it can.
    """

    family: socket.AddressFamily
    address: Address
    pace_mbit: int = 0

    def open(self) -> socket.socket:
        """A socket connected to the controller.

        Raises:
            OSError: there is no way to it now.
        """
        connection = socket.socket(self.family, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK)
        try:
            connection.setsockopt(*_TOLD[self.family], 1)
            connection.connect(self.address)
            _set(connection, self.pace_mbit)
        except OSError:
            connection.close()
            raise
        return connection


@dataclass(frozen=True, slots=True)
class Multicast:
    """The way to multicast groups, through one interface.

    Attributes:
        interface: address of the interface, of IPv4.
        port: of UDP, the same in all groups.
        pace_mbit: see `Controller`.
    """

    interface: str
    port: int
    pace_mbit: int = 0

    def open(self) -> socket.socket:
        """A socket bound to the interface.

        Raises:
            OSError: there is no such interface now.
        """
        connection = socket.socket(socket.AF_INET, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK)
        try:
            connection.bind((self.interface, 0))
            here = socket.inet_aton(self.interface)
            connection.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, here)
            _set(connection, self.pace_mbit)
        except OSError:
            connection.close()
            raise
        return connection


@dataclass(frozen=True, slots=True)
class Broadcast:
    """The way to every machine of a network.

    Attributes:
        address: of all of them, of IPv4.
        port: of UDP.
    """

    address: str
    port: int

    def open(self) -> socket.socket:
        """A socket that may reach all.

        Raises:
            OSError: there is no such network now.
        """
        connection = socket.socket(socket.AF_INET, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK)
        try:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
            connection.connect((self.address, self.port))
        except OSError:
            connection.close()
            raise
        return connection


def _set(connection: socket.socket, pace_mbit: int) -> None:
    for option in (_SO_SNDBUFFORCE, socket.SO_SNDBUF):
        try:
            connection.setsockopt(socket.SOL_SOCKET, option, _BUFFER)
            break
        except PermissionError:
            continue
    if pace_mbit:
        connection.setsockopt(socket.SOL_SOCKET, _SO_MAX_PACING_RATE, pace_mbit * _BYTES_PER_MBIT)
