"""Where a bus is: a Unix socket in a folder, or a port of a machine."""

import errno
import os
import socket
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import TypeAlias
from urllib.parse import SplitResult, urlsplit

from pacelight.errors import OutputError
from pacelight.meet.bus.secret import Secret

__all__ = ["Tcp", "Where", "connecting", "door", "lively", "where"]

_LONGEST_PATH = 107
"""Bytes of a socket's path. Source: unix(7), sun_path."""

_SCHEME = "tcp"
_BACKLOG = 64

_GONE_MS = 5_000
"""How long what was sent may go unanswered before a connection counts as lost."""


@dataclass(frozen=True, slots=True)
class Tcp:
    """A port.

    Attributes:
        host: number of the machine.
        secret: None on this machine alone.
    """

    host: str
    port: int
    secret: Secret | None = None

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{_SCHEME}://{host}:{self.port}"


Where: TypeAlias = Path | Tcp
"""The path of a Unix socket, or a port."""


def where(text: str, secret: Secret | None = None) -> Where:
    """The address of a bus as people write it: ``race.bus``, ``tcp://10.0.0.5:8371``.

    A name is looked up now, once: later there may be nobody left to ask.

    Args:
        text: the address.
        secret: of the ports that ask for one.

    Raises:
        OutputError: no such address; or others could reach it and no secret guards it.
    """
    if "://" not in text:
        return Path(text)
    parts = urlsplit(text)
    port = _port(parts)
    if parts.scheme != _SCHEME or not parts.hostname or not port or parts.path or parts.query:
        raise OutputError(f"not a bus: '{text}' (write a path, or {_SCHEME}://HOST:PORT)")
    host = _number(parts.hostname, port)
    if secret is None and not ip_address(host.partition("%")[0]).is_loopback:
        raise OutputError(f"{text} can be reached by others: name the secret of both with --secret FILE")
    return Tcp(host, port, secret)


def _port(parts: SplitResult) -> int | None:
    try:
        return parts.port
    except ValueError:
        return None


def _number(host: str, port: int) -> str:
    """The number of a machine, by IPv4 if it has both."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise OutputError(f"'{host}' cannot be found: {why}") from error
    _, _, _, _, address = min(found, key=lambda entry: entry[0] != socket.AF_INET)
    return str(address[0])


def door(at: Where, *, take: bool = False) -> socket.socket:
    """A socket that listens there and never blocks.

    Args:
        at: the address.
        take: the path of an engine that lives, and leads no more, is taken from it.

    Raises:
        OutputError: another engine listens there, or no socket can be there.
    """
    return _port_door(at) if isinstance(at, Tcp) else _path_door(at, take=take)


def _port_door(at: Tcp) -> socket.socket:
    opened = socket.socket(_family(at), socket.SOCK_STREAM | socket.SOCK_NONBLOCK)
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        opened.bind((at.host, at.port))
        opened.listen(_BACKLOG)
    except OSError as error:
        opened.close()
        if error.errno == errno.EADDRINUSE:
            raise OutputError(f"another engine listens at {at}; stop it, or name another --bus") from error
        raise OutputError(f"no bus can be opened at {at}: {error.strerror}") from error
    return opened


def _path_door(path: Path, *, take: bool) -> socket.socket:
    if len(os.fsencode(path)) > _LONGEST_PATH:
        raise OutputError(f"the path of a bus is at most {_LONGEST_PATH} bytes long: {path}")
    opened = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_NONBLOCK)
    try:
        if path.is_socket():
            if not take:
                _refuse_living(path)
            path.unlink()
        opened.bind(os.fspath(path))
        path.chmod(0o600)
        opened.listen(_BACKLOG)
    except OSError as error:
        opened.close()
        raise OutputError(f"no bus can be opened at {path}: {error.strerror}") from error
    except OutputError:
        opened.close()
        raise
    return opened


def _refuse_living(path: Path) -> None:
    """An engine that died leaves its socket behind; one that lives answers."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as knock:
        knock.settimeout(1.0)
        if knock.connect_ex(os.fspath(path)) != errno.ECONNREFUSED:
            raise OutputError(f"another engine listens at {path}; stop it, or name another --bus")


def connecting(at: Where) -> socket.socket:
    """A socket that never blocks, on its way there: writable once it has arrived, or failed.

    Raises:
        OSError: nobody is there.
    """
    family = _family(at) if isinstance(at, Tcp) else socket.AF_UNIX
    connection = socket.socket(family, socket.SOCK_STREAM | socket.SOCK_NONBLOCK)
    try:
        if isinstance(at, Tcp):
            lively(connection)
            with suppress(BlockingIOError):  # it is on its way
                connection.connect((at.host, at.port))
        else:
            connection.connect(os.fspath(at))
    except OSError:
        connection.close()
        raise
    return connection


def lively(connection: socket.socket) -> None:
    """Send each line at once, and find out soon that the other machine is gone."""
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, 1)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPINTVL, 1)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, _GONE_MS)


def _family(at: Tcp) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in at.host else socket.AF_INET
