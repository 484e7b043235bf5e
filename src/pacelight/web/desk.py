"""What is asked of the engine, until it is answered.

A request goes out on the connection that listens to the engine, and out again on the next one
if that ends first: its key makes it the same request, which is done once and answered the same.
"""

import asyncio
from contextlib import suppress
from typing import Any, Protocol

import msgspec

from pacelight.meet.bus.client import MOST
from pacelight.meet.bus.wishes import About
from pacelight.meet.desk.requests import Answer, Request

__all__ = ["PATIENCE_S", "Desk", "OverlongError", "TakenKeyError"]

PATIENCE_S = 3.0
"""Within which an engine that was killed is back, or another leads.

Then who asked is told that nobody answers.
"""

_MOST = 256
"""Requests on their way at once."""


class OverlongError(ValueError):
    """A request is longer than a line that an engine takes."""


class TakenKeyError(ValueError):
    """Another request is on its way with this key."""


class Writer(Protocol):
    """Where lines to the engine go."""

    def write(self, data: bytes, /) -> None:
        """Send it when there is a way."""
        ...


class Desk:
    """Requests on their way, and who waits for their answers."""

    def __init__(self) -> None:
        self._writer: Writer | None = None
        self._waiting: dict[str, tuple[bytes, asyncio.Future[Answer]]] = {}

    def attach(self, writer: Writer) -> None:
        """An engine is heard there: what waits goes out."""
        if writer is self._writer:
            return
        self._writer = writer
        for line, _ in self._waiting.values():
            writer.write(line)

    def detach(self) -> None:
        """No engine is heard any more."""
        self._writer = None

    def hear(self, document: dict[str, Any]) -> bool:
        """Whether that is an answer; then who waits for it has it.

        Raises:
            msgspec.ValidationError: an answer that cannot be.
        """
        if document.get("type") != "answer":
            return False
        found = msgspec.convert(document, Answer)
        _, waits = self._waiting.get(found.key, (b"", None))
        if waits is not None and not waits.done():
            waits.set_result(found)
        return True

    def look(self, race: str) -> bool:
        """Ask what there is to know of a race of the session; whether an engine hears that now."""
        if self._writer is None:
            return False
        self._writer.write(msgspec.json.encode(About(race)) + b"\n")
        return True

    async def ask(self, request: Request, patience_s: float = PATIENCE_S) -> Answer | None:
        """What the engine answers; None if none does for so long.

        Raises:
            OverlongError: no engine would take it.
            TakenKeyError: another request is on its way with its key.
        """
        line = msgspec.json.encode(request) + b"\n"
        if len(line) > MOST:
            raise OverlongError
        there = self._waiting.get(request.key)
        if there is not None:
            if there[0] != line:
                raise TakenKeyError
            return await _within(patience_s, there[1])
        if len(self._waiting) >= _MOST:
            return None
        answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._waiting[request.key] = line, answer
        try:
            if self._writer is not None:
                self._writer.write(line)
            return await _within(patience_s, answer)
        finally:
            del self._waiting[request.key]


async def _within(patience_s: float, answer: "asyncio.Future[Answer]") -> Answer | None:
    """The answer, if it comes in time; others who wait for it are not disturbed."""
    with suppress(TimeoutError):
        return await asyncio.wait_for(asyncio.shield(answer), patience_s)
    return None
