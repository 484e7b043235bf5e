"""``python -m spectators_parts.fastapi_page BUS``: the same race by FastAPI's own server-sent events.

As its documentation has it: a generator for each spectator, which yields an event for each update.
"""

import asyncio
import json
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import uvicorn
from fastapi import FastAPI
from fastapi.sse import EventSourceResponse, ServerSentEvent

from spectators_parts import HOST


def application(bus: str) -> FastAPI:
    """The race of this bus."""
    watching: set[asyncio.Queue[dict[str, Any]]] = set()

    async def listen() -> None:
        reader, _ = await asyncio.open_unix_connection(bus)
        await reader.readline()
        while line := await reader.readline():
            document = json.loads(line)
            for queue in watching:
                queue.put_nowait(document)

    @asynccontextmanager
    async def living(_: FastAPI) -> AsyncIterator[None]:
        task = asyncio.create_task(listen())
        yield
        task.cancel()

    app = FastAPI(lifespan=living)

    @app.get("/api/events", response_class=EventSourceResponse)
    async def events() -> AsyncIterator[ServerSentEvent]:
        queue: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        watching.add(queue)
        try:
            yield ServerSentEvent(data={"welcome": True}, event="snapshot")
            while True:
                document = await queue.get()
                yield ServerSentEvent(data=document, event="delta", id=str(document["seq"]))
        finally:
            watching.discard(queue)

    return app


class Announced(uvicorn.Server):
    """Says its port when it listens."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        print(self.servers[0].sockets[0].getsockname()[1], flush=True)


if __name__ == "__main__":
    config = uvicorn.Config(
        application(sys.argv[1]), host=HOST, port=0, access_log=False, log_level="warning", backlog=4096
    )
    Announced(config).run()
