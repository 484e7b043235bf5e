"""The web application: snapshot, stream, clock, results, pages, the record book. Reading changes nothing."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path

import msgspec
from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from pacelight.meet.bus.address import Where
from pacelight.web.assets import STATIC, load
from pacelight.web.bus import listen_for_ever
from pacelight.web.headers import Guarded
from pacelight.web.live import Fold
from pacelight.web.results import results_page
from pacelight.web.stream import FanOut, Watch

__all__ = ["application"]

JSON = "application/json"


def application(
    bus: Where | Sequence[Where] | None,
    *,
    static: Path = STATIC,
    unix_ns: Callable[[], int] = time.time_ns,
    book: Sequence[Route] = (),
) -> tuple[ASGIApp, FanOut]:
    """The application that shows the race of this bus, and its fan-out (which its server closes).

    Args:
        bus: where the engine is listened to, or each of several; it may come and go. None shows no race.
        static: the built pages.
        unix_ns: the wall clock that browsers are told, in whole nanoseconds.
        book: the pages of a record book; none shows none.
    """
    fan_out = FanOut(Fold(), unix_ns)

    @contextlib.asynccontextmanager
    async def living(_: FastAPI) -> AsyncIterator[None]:
        works = () if bus is None else (listen_for_ever(bus, fan_out.hear, fan_out.connected), fan_out.run())
        tasks = [asyncio.create_task(work) for work in works]
        yield
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    app = FastAPI(
        title="Pacelight", lifespan=living, docs_url=None, redoc_url=None, openapi_url="/api/openapi"
    )
    app.router.routes.extend(book)
    if bus is None:
        _pages(app, static, lambda: RedirectResponse("/book", 302, {"cache-control": "no-store"}))
    else:
        _commands(app, fan_out, unix_ns)
        _pages(app, static, _results(app, fan_out, with_book=bool(book)), live=True)
    return Guarded(app), fan_out


def _commands(app: FastAPI, fan_out: FanOut, unix_ns: Callable[[], int]) -> None:
    @app.get("/api/snapshot", summary="The race as it stands")
    async def snapshot(request: Request) -> Response:
        body = fan_out.snapshot()
        if body is None:
            return Response(_waiting(), 503, {"retry-after": "1"}, media_type=JSON)
        etag = f'"{fan_out.race.boot}-{fan_out.race.seq}"'
        headers = {"etag": etag, "cache-control": "public, max-age=1"}
        if request.headers.get("if-none-match") == etag:
            return Response(status_code=304, headers=headers)
        return Response(body, headers=headers, media_type=JSON)

    @app.post("/api/clock", summary="The server's clock, to set a browser's by")
    async def clock() -> Response:
        answer = {"schema": "pacelight.clock/1", "server_unix_ns": unix_ns()}
        return Response(msgspec.json.encode(answer), headers={"cache-control": "no-store"}, media_type=JSON)

    app.router.routes.append(Route("/api/events", Watch(fan_out), methods=["GET"]))


def _waiting() -> bytes:
    answer = {"schema": "pacelight.error/1", "error": "the engine has not been heard yet: ask again"}
    return msgspec.json.encode(answer)


def _results(app: FastAPI, fan_out: FanOut, *, with_book: bool) -> Callable[[], Response]:
    def shown() -> Response:
        page = results_page(fan_out.race.snapshot, with_book=with_book)
        return HTMLResponse(page, headers={"cache-control": "no-cache"})

    @app.get("/results", response_class=HTMLResponse, summary="Results without JavaScript")
    async def results() -> Response:
        return shown()

    return shown


def _pages(app: FastAPI, static: Path, front: Callable[[], Response], *, live: bool = False) -> None:
    """The built pages.

    Args:
        app: shows them.
        static: where they are.
        front: the first page, where it is not the live page.
        live: there is a race to show.
    """
    assets = load(static)
    if not live:
        assets.pop("index.html", None)

    @app.get("/{path:path}", include_in_schema=False)
    async def page(path: str, request: Request) -> Response:
        asset = assets.get(path or "index.html")
        if asset is not None:
            return asset.response(request)
        if not path:
            return front()
        return Response("there is no such page: begin at /\n", 404, media_type="text/plain")
