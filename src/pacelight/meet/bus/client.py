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

_UNREAD = 1 << 16
"""Bytes of answers that may wait for one who asks and does not read."""


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
        answers: wait before `lines`, and are never left out: somebody asked.
        follow: whose journal lines it wants; None of a page.
        at: number of the line of the journal that it is sent next.
        named: how many persons of the journal it was told of.
        may_ask: it came by a path, which the file's rights guard, or by a port that a secret guards.
        report, report_s: what a follower last said of itself, and when, on the monotonic clock.
    """

    socket: socket.socket
    due_s: float = 0.0
    asked: tuple[Challenge, Secret] | None = None
    rest: bytes = b""
    lines: deque[bytes] = field(default_factory=deque)
    size: int = 0
    answers: deque[bytes] = field(default_factory=deque)
    follow: Follow | None = None
    at: int = 0
    named: int = 0
    may_ask: bool = True
    report: Report | None = None
    report_s: float = 0.0
    _heard: bytes = b""

    def put(self, line: bytes) -> None:
        """Let a line wait, newline left out."""
        self.lines.append(line + b"\n")
        self.size += len(line) + 1

    def answer(self, line: bytes) -> None:
        """Let an answer wait, newline left out.

        Raises:
            Wrong: it asks and asks, and reads nothing.
        """
        self.answers.append(line + b"\n")
        if sum(map(len, self.answers)) > _UNREAD:
            raise Wrong

    def clear(self) -> None:
        """Forget what waits, but for the line that was begun and for answers."""
        self.lines.clear()
        self.size = 0

    def send(self) -> None:
        """Hand the kernel what it takes now; raises OSError when the listener is gone."""
        with suppress(BlockingIOError):
            while self.rest or self.answers or self.lines:
                if not self.rest and self.answers:
                    self.rest = self.answers.popleft()
                elif not self.rest:
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
