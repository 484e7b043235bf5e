"""A dialogue over one line that is open: bytes in and out of it, never waiting."""

import errno
from typing import Protocol

from pacelight.timing.formats.dialogue import Dialogue
from pacelight.timing.reading import Heard

__all__ = ["Conversation", "Ended", "Wire"]

_PIECE = 16_384
_PIECES = 4
"""Pieces taken in one go: a device that never stops talking must not keep the engine from all else."""

_UNSENT = 65_536
"""Bytes of answers a device may leave unread."""


class Ended(Exception):  # noqa: N818 - what became of the conversation
    """The line is closed, or the device keeps to no rule; the text says why, in one line."""


class Wire(Protocol):
    """A line to a device: a socket or a serial port that never blocks."""

    def recv(self, size: int) -> bytes:
        """What has arrived; nothing at its end.

        Raises:
            OSError: nothing has arrived (it would block), or the line broke.
        """
        ...

    def send(self, data: bytes) -> int:
        """How many of these bytes the line took.

        Raises:
            OSError: it takes none now (it would block), or broke.
        """
        ...

    def fileno(self) -> int:
        """To wait on."""
        ...

    def close(self) -> None:
        """Let go of it."""
        ...


class Conversation:
    """Reads what a device says and writes what it is to be told.

    Attributes:
        wire: the open line.
        heard_ns: when a byte came last; when it was opened, before.
        received: bytes, in all.
        unsent: answers the line has not taken yet.
        fell_silent: the line ended for silence.
    """

    def __init__(self, dialogue: Dialogue, wire: Wire, now_ns: int) -> None:
        self.wire = wire
        self.heard_ns = now_ns
        self.received = 0
        self.unsent = bytearray()
        self.fell_silent = False
        self._dialogue = dialogue
        dialogue.opened(now_ns)

    def read(self, now_ns: int) -> tuple[tuple[Heard, ...], str]:
        """All that was said, and why the line ended; an empty reason while it is open."""
        heard: list[Heard] = []
        why = ""
        try:
            for _ in range(_PIECES):
                data = _received(self.wire)
                if data is None:
                    break
                self.heard_ns = now_ns
                self.received += len(data)
                heard += self._dialogue.feed(data, now_ns)
            self.write(now_ns)
            self._refuse_quiet(now_ns)
        except Ended as error:
            why = str(error)
        return tuple(heard), why

    def write(self, now_ns: int) -> None:
        """Say what is due, as far as the line takes it.

        Raises:
            Ended: it broke, or its other end does not read.
        """
        self._dialogue.due(now_ns)
        self.unsent += self._dialogue.sends()
        while self.unsent:
            taken = _sent(self.wire, bytes(self.unsent))
            if not taken:
                break
            del self.unsent[:taken]
        if len(self.unsent) > _UNSENT:
            raise Ended("it does not read what it is answered")

    def wake_ns(self) -> int | None:
        """When there is something to say, or its silence has lasted too long."""
        quiet_ns = self._dialogue.quiet_ns
        ends = (self._dialogue.wake_ns(), None if quiet_ns is None else self.heard_ns + quiet_ns)
        return min((at for at in ends if at is not None), default=None)

    def _refuse_quiet(self, now_ns: int) -> None:
        quiet_ns = self._dialogue.quiet_ns
        if quiet_ns is not None and now_ns >= self.heard_ns + quiet_ns:
            self.fell_silent = True
            raise Ended(f"nothing was heard for {quiet_ns // 1_000_000_000} s")


def _received(wire: Wire) -> bytes | None:
    """What has arrived; None if nothing has.

    Raises:
        Ended: the line was closed or broke.
    """
    try:
        data = wire.recv(_PIECE)
    except BlockingIOError:
        return None
    except OSError as error:
        raise Ended(_reason(error)) from error
    if not data:
        raise Ended("the other end closed the line")
    return data


def _sent(wire: Wire, data: bytes) -> int:
    try:
        return wire.send(data)
    except BlockingIOError:
        return 0
    except OSError as error:
        raise Ended(_reason(error)) from error


def _reason(error: OSError) -> str:
    if error.errno == errno.EIO:
        return "the line was pulled out"
    return error.strerror or str(error)
