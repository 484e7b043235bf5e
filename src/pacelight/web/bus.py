"""The engine's bus, as the web listens to it: for ever, through every restart."""

import asyncio
import contextlib
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

__all__ = ["listen_for_ever"]

LINE_LIMIT = 16 << 20
"""Bytes of the longest line taken: the snapshot of a long race is some hundred kilobytes."""

RETRY_S = (0.05, 0.4)
"""Seconds between attempts, drawn anew each time so that several web processes do not knock together."""

Hear = Callable[[dict[str, Any]], bool]


async def listen_for_ever(path: Path, hear: Hear, connected: Callable[[bool], None]) -> None:
    """Hand on every line of the bus; connect again whenever it ends.

    Args:
        path: the Unix socket of the engine.
        hear: gets each snapshot and delta; False asks for a fresh snapshot, thus a new connection.
        connected: told whenever the engine comes or goes.
    """
    while True:
        with contextlib.suppress(OSError, msgspec.DecodeError, ValueError):
            await _listen(path, hear, connected)
        connected(False)
        await asyncio.sleep(random.uniform(*RETRY_S))  # noqa: S311  # spreads attempts, guards nothing


async def _listen(path: Path, hear: Hear, connected: Callable[[bool], None]) -> None:
    reader, writer = await asyncio.open_unix_connection(str(path), limit=LINE_LIMIT)
    try:
        while line := await reader.readline():
            if not hear(msgspec.json.decode(line)):
                return
            connected(True)
    finally:
        writer.close()
