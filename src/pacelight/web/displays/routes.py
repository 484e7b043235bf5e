"""The addresses of the displays: a screen makes itself known and asks; who directs fills it."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

import msgspec
from fastapi import FastAPI, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from pacelight.errors import OutputError
from pacelight.meet.desk.roles import Role
from pacelight.web.displays.kept import Displays
from pacelight.web.displays.shapes import DisplayFilled, DisplaysShown, shown
from pacelight.web.rights.asker import Asker
from pacelight.web.rights.asking import body_of
from pacelight.web.rights.gate import Gate
from pacelight.web.rights.guard import refusal
from pacelight.web.rights.limits import Limit
from pacelight.web.rights.shapes import JSON, answers, taking

__all__ = ["FILLERS", "open_displays"]

FILLERS = frozenset({Role.OPERATOR, Role.DIRECTOR})
"""Who says what displays show."""

_NO_STORE = {"cache-control": "no-store"}
_GONE = "there is no such display any more"


@dataclass(slots=True)
class Office:
    """Answers what is asked about displays.

    Attributes:
        displays: that there are.
        gate: knows who asks.
        clock_s: a clock that does not go back, for the limit.
    """

    displays: Displays
    gate: Gate
    clock_s: Callable[[], float] = time.monotonic
    _limit: Limit = field(default_factory=lambda: Limit(8, 10.0))

    async def open(self, request: Request) -> Response:
        """A screen makes itself known."""
        if not self._limit.take(Asker.of(request.scope).address, self.clock_s()):
            return refusal(429, "too many displays at once: wait a little", retry_s=10)
        try:
            made = await run_in_threadpool(self.displays.open, self.gate.unix_s())
        except OutputError as error:
            return refusal(409, str(error))
        return _told(shown(made, self.gate.unix_s()))

    async def ask(self, identity: str) -> Response:
        """A screen asks what it is to show."""
        found = await run_in_threadpool(self.displays.ask, identity, self.gate.unix_s())
        return refusal(404, _GONE) if found is None else _told(shown(found, self.gate.unix_s()))

    async def all(self, request: Request) -> Response:
        """All there are, for who may fill them."""
        if (refused := self._refused(request)) is not None:
            return refused
        now_s = self.gate.unix_s()
        found = await run_in_threadpool(self.displays.all)
        return _told(DisplaysShown([shown(one, now_s) for one in found]))

    async def fill(self, identity: str, request: Request) -> Response:
        """Say what one shows."""
        if (refused := self._refused(request)) is not None:
            return refused
        asked = body_of(await request.body(), request, DisplayFilled)
        if isinstance(asked, Response):
            return asked
        try:
            filled = await run_in_threadpool(
                self.displays.fill, identity, asked.shows, asked.text, asked.name
            )
        except OutputError as error:
            return refusal(400, str(error))
        if filled is None:
            return refusal(404, _GONE)
        mine = self.gate.who(request)
        self.gate.tell(
            "display-filled", Asker.of(request.scope), mine, display=filled.number, shows=filled.shows
        )
        return _told(shown(filled, self.gate.unix_s()))

    async def remove(self, identity: str, request: Request) -> Response:
        """Take one away."""
        if (refused := self._refused(request)) is not None:
            return refused
        there = await run_in_threadpool(self.displays.remove, identity)
        return Response(status_code=204, headers=_NO_STORE) if there else refusal(404, _GONE)

    def _refused(self, request: Request) -> Response | None:
        session = self.gate.who(request)
        if session is not None and session.role in FILLERS:
            return None
        why = "displays are for the operator and the director"
        self.gate.tell("denied", Asker.of(request.scope), session, act="displays", why=why)
        return refusal(403, f"{why}: sign in at /pair")


def open_displays(app: FastAPI, displays: Displays, gate: Gate) -> None:
    """Add the addresses to an application."""
    office = Office(displays, gate)

    @app.post(
        "/api/displays",
        summary="A screen makes itself known",
        responses=answers({200: "DisplayShown"}, 409, 429),
    )
    async def begin(request: Request) -> Response:
        return await office.open(request)

    @app.get("/api/displays", summary="All displays", responses=answers({200: "DisplaysShown"}, 403))
    async def everything(request: Request) -> Response:
        return await office.all(request)

    @app.get(
        "/api/displays/{identity}",
        summary="What a display shows",
        responses=answers({200: "DisplayShown"}, 404),
    )
    async def one(identity: str) -> Response:
        return await office.ask(identity)

    @app.put(
        "/api/displays/{identity}",
        summary="Say what a display shows",
        openapi_extra=taking("DisplayFilled"),
        responses=answers({200: "DisplayShown"}, 400, 404, 413, 415),
    )
    async def fill(identity: str, request: Request) -> Response:
        return await office.fill(identity, request)

    @app.delete(
        "/api/displays/{identity}", summary="Take a display away", status_code=204, responses=answers({}, 404)
    )
    async def remove(identity: str, request: Request) -> Response:
        return await office.remove(identity, request)


def _told(answer: msgspec.Struct) -> Response:
    return Response(msgspec.json.encode(answer), headers=_NO_STORE, media_type=JSON)
