"""The bus: a Unix socket on which the engine tells a snapshot, then numbered deltas.

One thread, no locks: the engine waits in `Bus.turn` until its next event falls due.
Nothing here ever blocks it. A client that does not read is not waited for: what was queued for it
is dropped, and it is given the latest snapshot instead.
"""

import errno
import os
import selectors
import socket
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self, TypeAlias

from pacelight.errors import DriverError, OutputError

Snapshot: TypeAlias = Callable[[], bytes]

__all__ = ["Bus", "BusStatistics", "listen"]

LIMIT = 1 << 18
"""Bytes that may wait for one client before it is given a snapshot instead: a minute of a large race."""

_LONGEST_PATH = 107
"""Bytes of a socket's path. Source: unix(7), sun_path."""


@dataclass(frozen=True, slots=True)
class BusStatistics:
    """What the bus has done so far.

    Attributes:
        clients: connected now.
        told: deltas.
        skipped: how often a slow client was given a snapshot instead of what it had missed.
    """

    clients: int
    told: int
    skipped: int


@dataclass(slots=True, eq=False)
class _Client:
    """A reader of the bus.

    Attributes:
        rest: what is left of the line being sent; a line once begun is finished.
        lines: what waits behind it.
        size: bytes in `lines`.
    """

    socket: socket.socket
    rest: bytes = b""
    lines: deque[bytes] = field(default_factory=deque)
    size: int = 0

    def put(self, line: bytes) -> None:
        self.lines.append(line)
        self.size += len(line)

    def clear(self) -> None:
        self.lines.clear()
        self.size = 0

    def send(self) -> None:
        """Hand the kernel what it takes now; raises OSError when the client is gone."""
        with suppress(BlockingIOError):
            while self.rest or self.lines:
                if not self.rest:
                    self.rest = self.lines.popleft()
                    self.size -= len(self.rest)
                self.rest = self.rest[self.socket.send(self.rest) :]


class Bus:
    """The engine's end.

    A snapshot is asked for whenever a client needs one: JSON, newline left out.

    Args:
        path: of the socket, taken over from an engine that died; None tells nobody (headless).

    Raises:
        OutputError: another engine listens there, or no socket can be there.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._clients: set[_Client] = set()
        self._told = self._skipped = 0
        self._selector = selectors.DefaultSelector()
        self._door = None if path is None else _door(path)
        if self._door is not None:
            self._selector.register(self._door, selectors.EVENT_READ)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def publish(self, deltas: Sequence[bytes], snapshot: Snapshot) -> None:
        """Tell every client; returns at once.

        Args:
            deltas: JSON, newline left out; all that followed from one event, so that no snapshot
                falls between them.
            snapshot: includes these deltas.
        """
        self._told += len(deltas)
        for client in tuple(self._clients):
            for delta in deltas:
                client.put(delta + b"\n")
            if client.size > LIMIT:
                client.clear()
                client.put(snapshot() + b"\n")
                self._skipped += 1
            self._send(client)

    def turn(self, seconds: float, snapshot: Snapshot) -> None:
        """Serve the clients for so long at most; returns as soon as something was served.

        Args:
            seconds: how long to wait; zero only looks.
            snapshot: for who comes now.
        """
        for key, _ in self._selector.select(max(seconds, 0.0)):
            if key.fileobj is self._door:
                self._welcome(snapshot)
            else:
                self._serve(key.data)

    def statistics(self) -> BusStatistics:
        """A snapshot; reading it changes nothing."""
        return BusStatistics(len(self._clients), self._told, self._skipped)

    def close(self) -> None:
        """Say goodbye and take the socket away."""
        for client in tuple(self._clients):
            self._drop(client)
        if self._door is not None and self._path is not None:
            self._door.close()
            self._path.unlink(missing_ok=True)
            self._door = None
        self._selector.close()

    def _welcome(self, snapshot: Snapshot) -> None:
        if self._door is None:
            return
        with suppress(BlockingIOError, ConnectionError):
            connection, _ = self._door.accept()
            connection.setblocking(False)
            client = _Client(connection)
            self._clients.add(client)
            self._selector.register(connection, selectors.EVENT_READ, client)
            client.put(snapshot() + b"\n")
            self._send(client)

    def _serve(self, client: _Client) -> None:
        """Send what waits; clients have nothing to say but that they are gone."""
        try:
            if client.socket.recv(4096) == b"":
                self._drop(client)
                return
        except BlockingIOError:
            pass
        except OSError:
            self._drop(client)
            return
        self._send(client)

    def _send(self, client: _Client) -> None:
        try:
            client.send()
        except OSError:
            self._drop(client)
            return
        waiting = selectors.EVENT_READ | (selectors.EVENT_WRITE if client.rest else 0)
        if self._selector.get_key(client.socket).events != waiting:
            self._selector.modify(client.socket, waiting, client)

    def _drop(self, client: _Client) -> None:
        self._clients.discard(client)
        self._selector.unregister(client.socket)
        client.socket.close()


def _door(path: Path) -> socket.socket:
    if len(os.fsencode(path)) > _LONGEST_PATH:
        raise OutputError(f"the path of a bus is at most {_LONGEST_PATH} bytes long: {path}")
    door = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_NONBLOCK)
    try:
        if path.is_socket():
            _refuse_living(path)
            path.unlink()
        door.bind(os.fspath(path))
        path.chmod(0o600)
        door.listen(64)
    except OSError as error:
        door.close()
        raise OutputError(f"no bus can be opened at {path}: {error.strerror}") from error
    except OutputError:
        door.close()
        raise
    return door


def _refuse_living(path: Path) -> None:
    """An engine that died leaves its socket behind; one that lives answers."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as knock:
        knock.settimeout(1.0)
        if knock.connect_ex(os.fspath(path)) != errno.ECONNREFUSED:
            raise OutputError(f"another engine listens at {path}; stop it, or name another --bus")


@contextmanager
def listen(path: Path, *, patience_s: float = 5.0) -> Iterator[Iterator[bytes]]:
    """The lines of a bus, newline left out; ends when the engine does.

    Args:
        path: of the socket.
        patience_s: how long to wait for the next line.

    Raises:
        DriverError: nobody listens there, or nothing came for so long.
    """
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(patience_s)
        try:
            connection.connect(os.fspath(path))
        except OSError as error:
            raise DriverError(f"no engine answers at {path}: {error.strerror}") from error
        yield _lines(connection, path, patience_s)


def _lines(connection: socket.socket, path: Path, patience_s: float) -> Iterator[bytes]:
    buffer = b""
    while True:
        try:
            chunk = connection.recv(1 << 16)
        except TimeoutError as error:
            raise DriverError(f"the engine at {path} said nothing for {patience_s:.0f} s") from error
        except ConnectionError:
            chunk = b""
        if not chunk:
            return
        *lines, buffer = (buffer + chunk).split(b"\n")
        yield from lines
