"""The listener's end of a bus: lines as they come, without ever waiting longer than one wishes to."""

import os
import select
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Self

import msgspec

from pacelight.errors import DriverError
from pacelight.meet.bus.address import Tcp, Where, connecting
from pacelight.meet.bus.secret import Challenge, Proof, Secret, said

__all__ = ["LINE_LIMIT", "Hearing", "listen"]

LINE_LIMIT = 16 << 20
"""Bytes of the longest line taken: the snapshot of a long race is some hundred kilobytes."""

_CHUNK = 1 << 16


class Hearing:
    """A connection to a bus, on its way or there. Nothing here waits unless told how long.

    Attributes:
        at: where the bus is.
        heard_s: when something was last heard, on the monotonic clock; at first, when it set out.

    Args:
        at: where the bus is.

    Raises:
        DriverError: nobody listens there.
    """

    def __init__(self, at: Where) -> None:
        self.at = at
        self.heard_s = time.monotonic()
        try:
            self._socket = connecting(at)
        except OSError as error:
            raise DriverError(f"no engine answers at {at}: {error.strerror}") from error
        self._secret: Secret | None = at.secret if isinstance(at, Tcp) else None
        self._proved: tuple[Challenge, Proof] | None = None
        self._open = self._secret is None
        self._arrived = not isinstance(at, Tcp)
        self._rest = b""
        self._says = b""
        self.ended = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def fileno(self) -> int:
        """Of the socket."""
        return self._socket.fileno()

    def say(self, line: bytes) -> None:
        """Say something to the engine, newline left out; it leaves when there is a way."""
        self._says += line + b"\n"
        self._speak()

    def turn(self, seconds: float) -> list[bytes]:
        """What was said within so many seconds at most, newlines left out; returns as soon as there is any.

        Raises:
            DriverError: nobody listens there, or it is not the engine that it should be.
        """
        if self.ended:
            return []
        waits = bool(self._says and self._open) or not self._arrived
        readable, writable, _ = select.select([self], [self] if waits else [], [], max(seconds, 0.0))
        if writable:
            self._arrive()
        return self._read() if readable else []

    @property
    def waiting(self) -> bool:
        """Whether something has come that was not read yet."""
        return not self.ended and bool(select.select([self], [], [], 0.0)[0])

    def close(self) -> None:
        """Hang up."""
        self.ended = True
        self._socket.close()

    def _arrive(self) -> None:
        if not self._arrived:
            error = self._socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
            if error:
                raise DriverError(f"no engine answers at {self.at}: {os.strerror(error)}")
            self._arrived = True
        self._speak()

    def _speak(self) -> None:
        if not (self._open and self._arrived):
            return
        with suppress(BlockingIOError, ConnectionError):  # of who hung up, reading finds out
            while self._says:
                self._says = self._says[self._socket.send(self._says) :]

    def _read(self) -> list[bytes]:
        try:
            chunk = self._socket.recv(_CHUNK)
        except BlockingIOError:
            return []
        except OSError as error:
            if not self._arrived:
                raise DriverError(f"no engine answers at {self.at}: {error.strerror}") from error
            chunk = b""
        if not chunk:
            self.ended = True
            if self._proved is not None and not self._open:
                raise DriverError(f"the engine at {self.at} does not take this secret (it is one for all)")
            return []
        self.heard_s = time.monotonic()
        *lines, self._rest = (self._rest + chunk).split(b"\n")
        if len(self._rest) > LINE_LIMIT:
            raise DriverError(f"what is said at {self.at} has no end: it is no engine")
        return [line for line in lines if self._is_for_us(line)]

    def _is_for_us(self, line: bytes) -> bool:
        """Whether a line is news; what is asked and proved beforehand is dealt with here.

        Raises:
            DriverError: one of the two does not know the secret.
        """
        if self._open and not _is_asked(line):
            return True
        if self._secret is None:
            raise DriverError(f"the engine at {self.at} asks for its secret: name it with --secret FILE")
        return self._prove(line, self._secret)

    def _prove(self, line: bytes, secret: Secret) -> bool:
        match said(line):
            case Challenge() as asked if self._proved is None:
                self._proved = asked, secret.prove(asked)
                self._socket.sendall(msgspec.json.encode(self._proved[1]) + b"\n")
            case Proof() as proof if self._proved and secret.answers(*self._proved, proof):
                self._open = True
                self._speak()
            case _:
                raise DriverError(f"who answers at {self.at} does not know the secret: it is not the engine")
        return False


def _is_asked(line: bytes) -> bool:
    return line.startswith(b'{"type":"challenge"') and isinstance(said(line), Challenge)


@contextmanager
def listen(at: Where, *, patience_s: float = 5.0) -> Iterator[Iterator[bytes]]:
    """The lines of a bus, newline left out; ends when the engine does.

    Args:
        at: where the bus is.
        patience_s: how long to wait for the next line.

    Raises:
        DriverError: nobody listens there, or nothing came for so long.
    """
    with Hearing(at) as hearing:
        yield _lines(hearing, patience_s)


def _lines(hearing: Hearing, patience_s: float) -> Iterator[bytes]:
    until_s = time.monotonic() + patience_s
    while not hearing.ended:
        lines = hearing.turn(until_s - time.monotonic())
        if lines:
            yield from lines
            until_s = time.monotonic() + patience_s
        elif time.monotonic() >= until_s and not hearing.ended:
            raise DriverError(f"the engine at {hearing.at} said nothing for {patience_s:.0f} s")
