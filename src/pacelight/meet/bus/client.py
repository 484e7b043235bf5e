"""One who listens, as the engine sees it: what waits for it, what it has said, whether it may listen."""

import socket
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field

from pacelight.meet.bus.secret import Challenge, Secret
from pacelight.meet.bus.wishes import Follow, Report

__all__ = ["MOST", "Client", "Wrong"]

MOST = 4096
"""Bytes of the longest line that a listener may say."""


class Wrong(Exception):  # noqa: N818 - what a listener did, as one says it
    """A listener said what cannot be, or too much."""


@dataclass(slots=True, eq=False)
class Client:
    """A listener.

    Attributes:
        due_s: until when it must have proved that it may listen, on the monotonic clock.
        asked: what it was asked to prove, and by which secret; None where it may listen.
        rest: what is left of the line being sent; a line once begun is finished.
        lines: what waits behind it.
        size: bytes in `lines`.
        follow: whose journal lines it wants; None of a page.
        at: number of the line of the journal that it is sent next.
        report, report_s: what a follower last said of itself, and when, on the monotonic clock.
    """

    socket: socket.socket
    due_s: float = 0.0
    asked: tuple[Challenge, Secret] | None = None
    rest: bytes = b""
    lines: deque[bytes] = field(default_factory=deque)
    size: int = 0
    follow: Follow | None = None
    at: int = 0
    report: Report | None = None
    report_s: float = 0.0
    _heard: bytes = b""

    def put(self, line: bytes) -> None:
        """Let a line wait, newline left out."""
        self.lines.append(line + b"\n")
        self.size += len(line) + 1

    def clear(self) -> None:
        """Forget what waits, but for the line that was begun."""
        self.lines.clear()
        self.size = 0

    def send(self) -> None:
        """Hand the kernel what it takes now; raises OSError when the listener is gone."""
        with suppress(BlockingIOError):
            while self.rest or self.lines:
                if not self.rest:
                    self.rest = self.lines.popleft()
                    self.size -= len(self.rest)
                self.rest = self.rest[self.socket.send(self.rest) :]

    def hear(self) -> list[bytes]:
        """Whole lines that it has said since, newlines left out.

        Raises:
            OSError: it is gone.
            Wrong: a line without end.
        """
        try:
            chunk = self.socket.recv(MOST)
        except BlockingIOError:
            return []
        if not chunk:
            raise ConnectionResetError
        *lines, self._heard = (self._heard + chunk).split(b"\n")
        if len(self._heard) > MOST:
            raise Wrong
        return lines
