"""The web application: snapshot, stream, clock, results, pages, the record book. Reading changes nothing."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from fastapi import FastAPI, Request
from fastapi.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from pacelight.meet.bus.address import Where
from pacelight.web.assets import STATIC, load
from pacelight.web.desk import Desk
from pacelight.web.headers import Guarded
from pacelight.web.live.bus import listen_for_ever
from pacelight.web.live.keeping import Keep
from pacelight.web.live.races import Races
from pacelight.web.live.routes import open_races, open_recordings, open_results
from pacelight.web.live.standing import Standing
from pacelight.web.live.stream import FanOut, Watch
from pacelight.web.qr import codes
from pacelight.web.rights.api import open_api
from pacelight.web.rights.asking import Asking
from pacelight.web.rights.gate import Gate
from pacelight.web.rights.guard import Guard
from pacelight.web.rights.pages import pages as sign_in_pages
from pacelight.web.rights.pages import styles
from pacelight.web.rights.shapes import describe
from pacelight.web.rights.told import Log, log
from pacelight.web.theme import attribute, theme_of
from pacelight.web.theme import routes as themes
from pacelight.web.words import built, language_of, warm
from pacelight.web.words import routes as words

if TYPE_CHECKING:
    from pacelight.web.displays import Displays
    from pacelight.web.setup.setup import SetUp

__all__ = ["application"]

JSON = "application/json"

WARM_AFTER_S = 3
"""A race is back within two seconds; the libraries of pages are loaded after that."""

RACES = "race/"
"""Beneath it every race has an address of its own, and the live page shows it."""

OVERLAYS = "overlay/"
"""Beneath it every overlay has an address of its own, and one page shows them all."""


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
    setup: "SetUp | None" = None,
    recordings: Path | None = None,
    keep: Keep | None = None,
    displays: "Displays | None" = None,
    why: Path | None = None,
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
        setup: a meet that is prepared here; None where none is.
        recordings: folder in which the races that are shown are kept, to be seen again; None keeps none.
        keep: how many of them, how much and for how long.
        displays: screens that are filled from here; None for none.
        why: the file in which an engine says why it is not up; None where none does.
    """
    desk = Desk()
    races = Races(desk.look, unix_ns, why=why, recordings=recordings, keep=keep, told=told)
    fan_out = races.fan_out

    @contextlib.asynccontextmanager
    async def living(_: FastAPI) -> AsyncIterator[None]:
        works = (
            ()
            if bus is None
            else (
                listen_for_ever(bus, races.hear, races.connected, desk),
                fan_out.run(),
            )
        )
        tasks = [asyncio.create_task(work) for work in (*works, _warm())]
        yield
        if setup is not None:
            setup.surveying.walk.dark()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        races.close()

    app = FastAPI(
        title="Pacelight", lifespan=living, docs_url=None, redoc_url=None, openapi_url="/api/openapi"
    )
    app.router.routes.extend([*book, *routes, *styles(), *words(), *themes()])
    if gate is not None:
        shapes = (*_setup(app, gate, setup, fan_out, desk), *_displays(app, gate, displays))
        _rights(app, gate, Asking(gate, desk, time.monotonic), shapes)
    if bus is None:
        _pages(app, static, lambda _: RedirectResponse("/book", 302, {"cache-control": "no-store"}))
    else:
        _commands(app, fan_out, unix_ns)
        app.router.routes.extend(codes("" if gate is None else gate.address))
        if races.kept is not None:
            open_recordings(app, races.kept)
        open_races(app, races)
        _pages(app, static, open_results(app, races, with_book=bool(book)), races)
    return Guarded(Guard(app, names, told, unix_s=lambda: unix_ns() // 10**9)), fan_out


async def _warm() -> None:
    """Load what pages stand on, beside the race, when it is shown again."""
    await asyncio.sleep(WARM_AFTER_S)
    await asyncio.to_thread(warm)


def _setup(app: FastAPI, gate: Gate, setup: "SetUp | None", fan_out: FanOut, desk: Desk) -> Sequence[type]:
    """Preparing a meet, where one is; the shapes of what is asked and answered there."""
    if setup is None:
        return ()
    # Loaded with a meet to prepare alone: a race that must be back within two seconds does not wait for it.
    from pacelight.web.setup.routes import open_setup  # noqa: PLC0415
    from pacelight.web.setup.shapes import SHAPES  # noqa: PLC0415

    open_setup(app, gate, setup, fan_out, desk)
    return SHAPES


def _displays(app: FastAPI, gate: Gate, displays: "Displays | None") -> Sequence[type]:
    """Screens, where there are any; the shapes of what is asked and answered about them."""
    if displays is None:
        return ()
    from pacelight.web.displays import SHAPES, open_displays  # noqa: PLC0415  # as above

    open_displays(app, displays, gate)
    return SHAPES


def _rights(app: FastAPI, gate: Gate, asking: Asking, shapes: Sequence[type]) -> None:
    """Signing in, and what may be asked then."""
    open_api(app, gate, asking)
    app.router.routes.extend(sign_in_pages(gate))
    drawn = app.openapi

    def described() -> dict[str, Any]:
        return app.openapi_schema or describe(drawn(), shapes)

    app.openapi = described  # type: ignore[method-assign]  # FastAPI's own way to add to it


def _commands(app: FastAPI, fan_out: FanOut, unix_ns: Callable[[], int]) -> None:
    standing = Standing(fan_out, time.monotonic_ns)

    @app.get("/api/snapshot", summary="The race as it stands")
    async def snapshot(request: Request) -> Response:
        answer = standing.answer(request)
        if answer is None:
            return Response(_waiting(), 503, {"retry-after": "1"}, media_type=JSON)
        return answer

    @app.post("/api/clock", summary="The server's clock, to set a browser's by")
    async def clock() -> Response:
        answer = {"schema": "pacelight.clock/1", "server_unix_ns": unix_ns()}
        return Response(msgspec.json.encode(answer), headers={"cache-control": "no-store"}, media_type=JSON)

    app.router.routes.append(Route("/api/events", Watch(fan_out), methods=["GET"]))


def _waiting() -> bytes:
    answer = {"schema": "pacelight.error/1", "error": "the engine has not been heard yet: ask again"}
    return msgspec.json.encode(answer)


def _pages(
    app: FastAPI, static: Path, front: Callable[[Request], Response], races: Races | None = None
) -> None:
    """The built pages.

    Args:
        app: shows them.
        static: where they are.
        front: the first page, where it is not the live page.
        races: those that there are to show; None where none are shown.
    """
    assets = load(static)
    if races is None:
        assets = {name: asset for name, asset in assets.items() if not name.endswith(".html")}

    @app.get("/{path:path}", include_in_schema=False)
    async def page(path: str, request: Request) -> Response:
        name = _page_of(path)
        asset = assets.get(name) or assets.get(f"{name}.html")
        if asset is not None and asset.media_type == "text/html":
            race = path.removeprefix(RACES) if path.startswith(RACES) else ""
            results = "/results" if races is None else races.results(race)
            asset = built(asset.body, language_of(request), attribute(theme_of(request)), results)
        if asset is not None:
            return asset.response(request)
        if not path:
            return front(request)
        return Response("there is no such page: begin at /\n", 404, media_type="text/plain")


def _page_of(path: str) -> str:
    """The file of the page that answers at an address."""
    if not path or path.startswith(RACES):
        return "index.html"
    return "overlay.html" if path.startswith(OVERLAYS) else path
