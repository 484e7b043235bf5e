"""The engine's bus, as the web listens to it: for ever, through every restart and from engine to engine."""

import asyncio
import contextlib
import random
from collections.abc import Callable, Sequence
from itertools import cycle
from typing import Any

import msgspec

from pacelight.errors import DriverError
from pacelight.meet.bus.address import Tcp, Where
from pacelight.meet.bus.secret import Challenge, Proof, Secret, said
from pacelight.web.desk import Desk

__all__ = ["listen_for_ever"]

LINE_LIMIT = 16 << 20
"""Bytes of the longest line taken: the snapshot of a long race is some hundred kilobytes."""

RETRY_S = (0.05, 0.4)
"""Seconds between attempts, drawn anew each time so that several web processes do not knock together."""

SILENCE_S = 3.0
"""For so long an engine says nothing only if it is frozen or cut off; it speaks about once a second."""

Hear = Callable[[dict[str, Any]], bool]


async def listen_for_ever(
    at: Where | Sequence[Where], hear: Hear, connected: Callable[[bool], None], desk: Desk | None = None
) -> None:
    """Hand on every line of the bus; connect again whenever it ends.

    Args:
        at: where the bus is; of several engines, the bus of each, of which the one that leads answers.
        hear: gets each snapshot and delta; False asks for a fresh snapshot, thus a new connection.
        connected: told whenever the engine comes or goes.
        desk: what is asked of the engine goes out here, and its answers go there.
    """
    desk = desk or Desk()
    for place in cycle(at if isinstance(at, Sequence) else [at]):
        with contextlib.suppress(OSError, msgspec.MsgspecError, ValueError, DriverError, TimeoutError):
            await _listen(place, hear, connected, desk)
        connected(False)
        await asyncio.sleep(random.uniform(*RETRY_S))  # noqa: S311  # spreads attempts, guards nothing


async def _listen(at: Where, hear: Hear, connected: Callable[[bool], None], desk: Desk) -> None:
    async with asyncio.timeout(SILENCE_S):
        reader, writer = await _opened(at)
    try:
        while line := await _line(reader):
            document = msgspec.json.decode(line)
            if not (desk.hear(document) or hear(document)):
                return
            connected(True)
            desk.attach(writer)  # what is heard there is an engine, and one that has let us in
    finally:
        desk.detach()
        writer.close()


async def _line(reader: asyncio.StreamReader) -> bytes:
    """The next line; `wait_for` would do, but until Python 3.12 it may swallow that the process ends.

    Raises:
        TimeoutError: nothing was said for too long.
    """
    async with asyncio.timeout(SILENCE_S):
        return await reader.readline()


async def _opened(at: Where) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """A connection on which the next line is a snapshot.

    Raises:
        OSError: nobody is there.
        DriverError: one of the two does not know the secret.
    """
    if not isinstance(at, Tcp):
        return await asyncio.open_unix_connection(str(at), limit=LINE_LIMIT)
    reader, writer = await asyncio.open_connection(at.host, at.port, limit=LINE_LIMIT)
    if at.secret is not None:
        try:
            await _prove(at.secret, reader, writer)
        except BaseException:
            writer.close()
            raise
    return reader, writer


async def _prove(secret: Secret, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    asked = said(await reader.readline())
    if not isinstance(asked, Challenge):
        raise DriverError("who answers asks for no secret: it is not the engine")
    mine = secret.prove(asked)
    writer.write(msgspec.json.encode(mine) + b"\n")
    answer = said(await reader.readline())
    if not (isinstance(answer, Proof) and secret.answers(asked, mine, answer)):
        raise DriverError("who answers does not know the secret: it is not the engine")
