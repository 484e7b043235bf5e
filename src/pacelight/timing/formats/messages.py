"""A stream of bytes as the messages in it, however it was cut on its way."""

import re

__all__ = ["Messages"]


class Messages:
    r"""Cuts a stream where its messages end.

    A message longer than the limit is dropped up to its end and counted: a sender that never ends one
    costs no more memory than that.

    Args:
        ends: the bytes that end a message, any one of them.
        limit: bytes a message may have.

    Attributes:
        held_ns: when the first byte of the message came whose end is still missing; None between messages.
        overlong: messages that were dropped.

    >>> stream = Messages(b"\r\n", limit=80)
    >>> stream.feed(b"one\rtw", 1)
    ((1, b'one'),)
    >>> stream.feed(b"o\r", 2)
    ((1, b'two'),)
    """

    def __init__(self, ends: bytes, *, limit: int) -> None:
        self._end = re.compile(b"[" + re.escape(ends) + b"]")
        self._limit = limit
        self._begun = bytearray()
        self._dropping = False
        self.held_ns: int | None = None
        self.overlong = 0

    def feed(self, data: bytes, now_ns: int) -> tuple[tuple[int, bytes], ...]:
        """The messages that end in these bytes, each with the instant at which its first byte was here."""
        *whole, rest = self._end.split(data)
        found = []
        for part in whole:
            self._hold(part, now_ns)
            if not self._dropping:
                found.append((now_ns if self.held_ns is None else self.held_ns, bytes(self._begun)))
            self.clear()
        self._hold(rest, now_ns)
        return tuple(found)

    def clear(self) -> None:
        """Forget the message that has begun: its end will not come any more."""
        self._begun.clear()
        self._dropping = False
        self.held_ns = None

    def _hold(self, part: bytes, now_ns: int) -> None:
        if part and self.held_ns is None:
            self.held_ns = now_ns
        if not self._dropping and len(self._begun) + len(part) > self._limit:
            self._dropping = True
            self.overlong += 1
            self._begun.clear()
        if not self._dropping:
            self._begun += part
