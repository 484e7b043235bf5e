"""How long a connection may take to say what it wants, and how many there may be from one address.

A server that waits for ever is held up by a few who say nothing, or a letter a second.

Source: OWASP ASVS 5.0.0, 2.4.1; CWE-400 (slow requests).
"""

import asyncio
from collections import Counter
from dataclasses import dataclass, field

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from pacelight.web.addresses import is_loopback

__all__ = ["EACH_ADDRESS", "HEAD_BYTES", "PATIENCE_S", "Connections", "Patient"]

PATIENCE_S = 10.0
"""For the head of a request, and again for its body."""

HEAD_BYTES = 16_384
"""Of the longest head of a request."""

EACH_ADDRESS = 256
"""Connections from one address of the network: a press room behind one router. This machine has no limit."""

_LATE = b"HTTP/1.1 408 Request Timeout\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
_LONG = b"HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
_MANY = (
    b"HTTP/1.1 503 Service Unavailable\r\nretry-after: 5\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
)


@dataclass(slots=True)
class Connections:
    """How many there are from each address.

    Attributes:
        most: from one address.
        refused: how many were too many.
    """

    most: int = EACH_ADDRESS
    refused: int = 0
    _from: Counter[str] = field(default_factory=Counter)

    def come(self, address: str) -> bool:
        """Whether one more may come from there; if so it counts until it goes."""
        if self._from[address] >= self.most and not is_loopback(address):
            self.refused += 1
            return False
        self._from[address] += 1
        return True

    def go(self, address: str) -> None:
        """One is gone."""
        self._from[address] -= 1
        if self._from[address] <= 0:
            del self._from[address]


class Patient(HttpToolsProtocol):
    """A connection of uvicorn's that is not waited for longer than is decent."""

    reckoning = Connections()
    patience_s = PATIENCE_S

    _late: asyncio.TimerHandle | None = None
    _counted = ""
    _head = 0
    _in_head = True
    _ended = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Count it; wait for its first request."""
        super().connection_made(transport)
        address = self.client[0] if self.client else ""
        if not self.reckoning.come(address):
            self._refuse(_MANY)
            return
        self._counted = address
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Count it no more."""
        self._stop_waiting()
        if self._counted:
            self.reckoning.go(self._counted)
            self._counted = ""
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take what came; a head without end is not taken."""
        if self.transport.is_closing():
            return
        if self._in_head and self._late is None:
            self._wait()  # what came between two requests may be the beginning of one, or nothing
        self._ended = False
        super().data_received(data)
        self._head = 0 if self._ended else self._head + len(data)  # a body that came along is no head
        if self._in_head and self._head > HEAD_BYTES and not self.transport.is_closing():
            self._refuse(_LONG)

    def on_message_begin(self) -> None:
        """A request begins."""
        self._head = 0
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        """The head is there: wait for the body."""
        self._in_head = False
        self._wait()
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """All is there: now it is for us to answer."""
        self._in_head = self._ended = True
        self._stop_waiting()
        super().on_message_complete()

    def _wait(self) -> None:
        self._stop_waiting()
        self._late = self.loop.call_later(self.patience_s, self._refuse, _LATE)

    def _stop_waiting(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None

    def _refuse(self, answer: bytes) -> None:
        self._stop_waiting()
        if not self.transport.is_closing():
            answering: RequestResponseCycle | None = self.cycle
            if answering is None or answering.response_complete:
                self.transport.write(answer)
            self.transport.close()
