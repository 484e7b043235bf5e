"""The addresses of races that were shown: which there are, one of them whole, its results."""

import gzip
from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.responses import HTMLResponse, Response
from starlette.requests import Request

from pacelight.web.live.recorder import Recordings
from pacelight.web.live.recording import race_of
from pacelight.web.live.results import results_page
from pacelight.web.theme import theme_of
from pacelight.web.words import VARY, language_of

__all__ = ["MOST_LISTED", "open_recordings"]

JSON = "application/json"

MOST_LISTED = 200
"""Recordings that are listed: some evenings; older ones are found by their address."""

WHY = "no such race was shown here"

_NOT_SHOWN: dict[str, Any] = {"description": WHY, "content": {JSON: {}}}

SOON = "public, max-age=2, stale-while-revalidate=30"
"""A race that is on grows."""


def open_recordings(app: FastAPI, kept: Recordings, *, with_book: bool) -> None:
    """Add the addresses.

    Args:
        app: answers them.
        kept: the recordings.
        with_book: results lead to the record book.
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
            return Response(_unknown(), 404, media_type=JSON)
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

    @app.get(
        "/results/{key}",
        response_class=HTMLResponse,
        summary="Results of a race that was shown here",
        responses={404: {"description": WHY, "content": {"text/html": {}}}},
    )
    def results(key: str, request: Request) -> Response:
        name = kept.found(key)
        race = None if name is None else kept.end(name)
        page = results_page(
            race,
            language_of(request),
            theme_of(request),
            back=f"/results/{key}",
            with_book=with_book,
            shown=kept.races,
        )
        status = 200 if race is not None else 404
        return HTMLResponse(page, status, headers={"cache-control": "no-cache", "vary": VARY})


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


def _unknown() -> bytes:
    return msgspec.json.encode({"schema": "pacelight.error/1", "error": WHY})
