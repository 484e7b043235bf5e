"""The web application: snapshot, stream, clock, results, pages, the record book. Reading changes nothing."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Callable, Collection, Sequence
from pathlib import Path
from typing import Any

import msgspec
from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from pacelight.meet.bus.address import Where
from pacelight.web.assets import STATIC, load
from pacelight.web.bus import listen_for_ever
from pacelight.web.desk import Desk
from pacelight.web.headers import Guarded
from pacelight.web.live import Fold
from pacelight.web.results import results_page
from pacelight.web.rights.api import open_api
from pacelight.web.rights.asking import Asking
from pacelight.web.rights.gate import Gate
from pacelight.web.rights.guard import Guard
from pacelight.web.rights.pages import pages as sign_in_pages
from pacelight.web.rights.pages import styles
from pacelight.web.rights.shapes import describe
from pacelight.web.rights.told import Log, log
from pacelight.web.stream import FanOut, Watch

__all__ = ["application"]

JSON = "application/json"


def application(
    bus: Where | Sequence[Where] | None,
    *,
    static: Path = STATIC,
    unix_ns: Callable[[], int] = time.time_ns,
    book: Sequence[Route] = (),
    gate: Gate | None = None,
    names: Collection[str] = (),
    routes: Sequence[Route] = (),
    told: Log = log,
) -> tuple[ASGIApp, FanOut]:
    """The application that shows the race of this bus, and its fan-out (which its server closes).

    Args:
        bus: where the engine is listened to, or each of several; it may come and go. None shows no race.
        static: the built pages.
        unix_ns: the wall clock that browsers are told, in whole nanoseconds.
        book: the pages of a record book; none shows none.
        gate: lets people in who may ask something of the race; without it nobody may.
        names: by which other names than its numbers this server is asked.
        routes: other pages.
        told: the log of what was refused.
    """
    fan_out, desk = FanOut(Fold(), unix_ns), Desk()

    @contextlib.asynccontextmanager
    async def living(_: FastAPI) -> AsyncIterator[None]:
        works = (
            ()
            if bus is None
            else (
                listen_for_ever(bus, fan_out.hear, fan_out.connected, desk),
                fan_out.run(),
            )
        )
        tasks = [asyncio.create_task(work) for work in works]
        yield
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    app = FastAPI(
        title="Pacelight", lifespan=living, docs_url=None, redoc_url=None, openapi_url="/api/openapi"
    )
    app.router.routes.extend([*book, *routes, *styles()])
    if bus is not None and gate is not None:
        _rights(app, gate, Asking(gate, desk, time.monotonic))
    if bus is None:
        _pages(app, static, lambda: RedirectResponse("/book", 302, {"cache-control": "no-store"}))
    else:
        _commands(app, fan_out, unix_ns)
        _pages(app, static, _results(app, fan_out, with_book=bool(book)), live=True)
    return Guarded(Guard(app, names, told, unix_s=lambda: unix_ns() // 10**9)), fan_out


def _rights(app: FastAPI, gate: Gate, asking: Asking) -> None:
    """Signing in, and what may be asked then."""
    open_api(app, gate, asking)
    app.router.routes.extend(sign_in_pages(gate))
    drawn = app.openapi

    def described() -> dict[str, Any]:
        return app.openapi_schema or describe(drawn())

    app.openapi = described  # type: ignore[method-assign]  # FastAPI's own way to add to it


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
        assets = {name: asset for name, asset in assets.items() if not name.endswith(".html")}

    @app.get("/{path:path}", include_in_schema=False)
    async def page(path: str, request: Request) -> Response:
        asset = assets.get(path or "index.html") or assets.get(f"{path}.html")
        if asset is not None:
            return asset.response(request)
        if not path:
            return front()
        return Response("there is no such page: begin at /\n", 404, media_type="text/plain")
