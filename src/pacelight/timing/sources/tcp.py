"""Timing devices that are called: they are the server we connect to.

Names of machines are looked up when a listener is made, once: later there may be nobody left to ask.
"""

import errno
import os
import select
import socket
from contextlib import closing
from typing import TypeAlias

from pacelight.errors import OutputError
from pacelight.timing.formats.dialogue import Dialogue
from pacelight.timing.sources.caller import Caller

__all__ = ["Place", "TcpCaller", "family", "lively", "located"]

_CONNECT_NS = 3_000_000_000
_GONE_MS = 5_000
"""How long what was sent may go unanswered before a connection counts as lost."""

Place: TypeAlias = tuple[str, int]
"""Number of a machine, and port."""


def located(host: str, port: int) -> Place:
    """The number of a machine, by IPv4 if it has both.

    Raises:
        OutputError: it cannot be found.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise OutputError(f"'{host}' cannot be found: {why}") from error
    _, _, _, _, address = min(found, key=lambda entry: entry[0] != socket.AF_INET)
    return str(address[0]), port


class TcpCaller(Caller):
    """Connects to a device that is a server.

    Args:
        name: as the meet file calls it.
        place: number and port of the device, see `located`.
        dialogue: what it says and is answered.
    """

    def __init__(self, name: str, place: Place, dialogue: Dialogue) -> None:
        super().__init__(name, dialogue)
        self._place = place
        self._arriving: socket.socket | None = None
        self._arrive_by_ns = 0

    def open(self, now_ns: int) -> socket.socket | None:
        """The connection, once it is there.

        Raises:
            OSError: nobody answers there.
        """
        if self._arriving is None:
            self._arriving = _connecting(self._place)
            self._arrive_by_ns = now_ns + _CONNECT_NS
            self.watch(self._arriving, out=True)
        arriving = self._arriving
        arrived = _writable(arriving)
        if not arrived and now_ns < self._arrive_by_ns:
            return None
        self._arriving = None
        self.unwatch()
        try:
            _refuse_failed(arriving, errno.ETIMEDOUT if not arrived else 0)
        except OSError:
            arriving.close()
            raise
        return arriving

    def waiting_ns(self) -> int | None:
        """Until when the connection may take to be there."""
        return None if self._arriving is None else self._arrive_by_ns

    def close(self) -> None:
        """Let go of the connection."""
        if self._arriving is not None:
            self.unwatch()
            self._arriving.close()
            self._arriving = None
        super().close()


def _connecting(place: Place) -> socket.socket:
    """A socket on its way there.

    Raises:
        OSError: nobody is there.
    """
    connection = socket.socket(family(place), socket.SOCK_STREAM | socket.SOCK_NONBLOCK)
    lively(connection)
    failed = connection.connect_ex(place)
    if failed not in {0, errno.EINPROGRESS}:
        connection.close()
        raise OSError(failed, os.strerror(failed))
    return connection


def _writable(connection: socket.socket) -> bool:
    """Whether it has arrived, or failed."""
    with closing(select.epoll()) as look:
        look.register(connection, select.EPOLLOUT)
        return bool(look.poll(0))


def _refuse_failed(connection: socket.socket, known: int) -> None:
    """A connection that did not arrive, in time or at all, or that arrived at itself.

    On one machine a port that nobody listens at may be the very one a caller was given to call from.

    Args:
        connection: on its way.
        known: number of an error that is known already; 0 of none.

    Raises:
        OSError: as the network says it.
    """
    failed = known or connection.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
    if failed:
        raise OSError(failed, os.strerror(failed))
    if connection.getpeername() == connection.getsockname():
        raise OSError(errno.ECONNREFUSED, os.strerror(errno.ECONNREFUSED))


def lively(connection: socket.socket) -> None:
    """Send each answer at once, and find out soon that the other machine is gone."""
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, 1)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPINTVL, 1)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, _GONE_MS)


def family(place: Place) -> socket.AddressFamily:
    """Whether it is spoken to by IPv4 or IPv6."""
    return socket.AF_INET6 if ":" in place[0] else socket.AF_INET
