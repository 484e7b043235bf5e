"""The addresses of races: each of the session as it stands, those that were shown before, results of any."""

import asyncio
import gzip
from collections.abc import Callable
from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.responses import HTMLResponse, Response
from starlette.requests import Request

from pacelight.web.live.fold import Document
from pacelight.web.live.races import Races
from pacelight.web.live.recorder import Recordings
from pacelight.web.live.recording import race_of
from pacelight.web.live.results import results_page
from pacelight.web.theme import theme_of
from pacelight.web.words import VARY, language_of

__all__ = ["MOST_LISTED", "open_races", "open_recordings", "open_results"]

JSON = "application/json"

MOST_LISTED = 200
"""Recordings that are listed: some evenings; older ones are found by their address."""

WHY = "no such race was shown here"
UNKNOWN = "no such race is in this session"
SILENT = "the engine does not say how this race stands: ask again"

_NOT_SHOWN: dict[str, Any] = {"description": WHY, "content": {JSON: {}}}
_UNKNOWN: dict[str, Any] = {"description": UNKNOWN, "content": {JSON: {}}}
_SILENT: dict[str, Any] = {"description": SILENT, "content": {JSON: {}}}

SOON = "public, max-age=2"
"""A race that is on grows."""


def open_results(app: FastAPI, races: Races, *, with_book: bool) -> Callable[[Request], Response]:
    """Add the addresses of results; what answers with those of the race on the track.

    Args:
        app: answers them.
        races: of which results are asked for.
        with_book: results lead to the record book.
    """

    def shown(request: Request, race: Document | None, back: str, status: int = 200) -> Response:
        language, theme = language_of(request), theme_of(request)
        page = results_page(race, language, theme, back=back, with_book=with_book, shown=races.ids)
        return HTMLResponse(page, status, headers={"cache-control": "no-cache", "vary": VARY})

    def now(request: Request) -> Response:
        return shown(request, races.on, "/results")

    @app.get("/results", response_class=HTMLResponse, summary="Results without JavaScript")
    async def results(request: Request) -> Response:
        return now(request)

    @app.get(
        "/results/{key}",
        response_class=HTMLResponse,
        summary="Results of a race of the session, or of one that was shown here before",
        responses={404: {"description": WHY, "content": {"text/html": {}}}},
    )
    async def results_of(key: str, request: Request) -> Response:
        race = races.standing(key) or await asyncio.to_thread(races.recorded, key)
        return shown(request, race, f"/results/{key}", 404 if race is None else 200)

    return now


def open_races(app: FastAPI, races: Races) -> None:
    """Add the addresses of the races of the session.

    Args:
        app: answers them.
        races: where they are looked for.
    """

    @app.get(
        "/api/races/{race}",
        summary="A race of the session as it stands, on the track or not",
        responses={304: {"description": "what is asked for is there already"}, 404: _UNKNOWN, 503: _SILENT},
    )
    async def standing(race: str, request: Request) -> Response:
        if races.is_on(race):
            return Response(races.fan_out.snapshot(), headers={"cache-control": "no-cache"}, media_type=JSON)
        found = await races.newest(race)
        if found is None and races.is_beside(race):
            return Response(_refusal(SILENT), 503, {"retry-after": "1"}, media_type=JSON)
        if found is None:
            return Response(_refusal(UNKNOWN), 404, media_type=JSON)
        tag = f'W/"{found.boot}-{found.line}"'
        headers = {"etag": tag, "cache-control": "no-cache", "vary": "accept-encoding"}
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=headers)
        if "gzip" in request.headers.get("accept-encoding", ""):
            headers["content-encoding"] = "gzip"
            return Response(found.packed, headers=headers, media_type=JSON)
        return Response(found.body, headers=headers, media_type=JSON)


def open_recordings(app: FastAPI, kept: Recordings) -> None:
    """Add the addresses of recordings.

    Args:
        app: answers them.
        kept: the recordings.
    """
    packed: dict[str, tuple[str, bytes]] = {}

    @app.get("/api/recordings", summary="Races that were shown here, the last one first")
    def recordings() -> Response:
        listed = [shown for name in kept.keys()[:MOST_LISTED] if (shown := _listed(kept, name)) is not None]
        body = msgspec.json.encode({"schema": "pacelight.recordings/1", "recordings": listed})
        return Response(body, headers={"cache-control": SOON}, media_type=JSON)

    @app.get(
        "/api/recordings/{key}",
        summary="A race as it was told, with the instant of each line",
        responses={304: {"description": "what is asked for is there already"}, 404: _NOT_SHOWN},
    )
    def recording(key: str, request: Request) -> Response:
        name = kept.found(key)
        if name is None:
            return Response(_refusal(WHY), 404, media_type=JSON)
        etag = f'W/"{name}-{kept.size(name)}"'
        headers = {"etag": etag, "cache-control": SOON, "vary": "accept-encoding"}
        if request.headers.get("if-none-match") == etag:
            return Response(status_code=304, headers=headers)
        if "gzip" not in request.headers.get("accept-encoding", ""):
            return Response(_whole(kept, name), headers=headers, media_type=JSON)
        if packed.get(name, ("", b""))[0] != etag:
            packed.clear()  # the one that is watched is the one that is kept
            packed[name] = etag, gzip.compress(_whole(kept, name), 6, mtime=0)
        headers["content-encoding"] = "gzip"
        return Response(packed[name][1], headers=headers, media_type=JSON)


def _whole(kept: Recordings, name: str) -> bytes:
    entries = b",".join(line.rstrip(b"\n") for line in kept.lines(name))
    return b'{"schema":"pacelight.recording/1","key":%s,"entries":[%s]}' % (
        msgspec.json.encode(name),
        entries,
    )


def _listed(kept: Recordings, name: str) -> dict[str, Any] | None:
    race = kept.end(name)
    if race is None:
        return None
    shown = {field: race["race"][field] for field in ("name", "day", "venue", "competition")}
    gun = race["clock"]["gun_unix_ns"]
    return {"key": name, "id": race_of(name), **shown, "state": race["state"], "gun_unix_ns": gun}


def _refusal(why: str) -> bytes:
    return msgspec.json.encode({"schema": "pacelight.error/1", "error": why})
