"""Sessions, pairing codes and requests, for programs and for the scripts of pages."""

import msgspec
from fastapi import FastAPI, Request
from starlette.responses import Response

from pacelight.errors import OutputError, StoreError
from pacelight.meet.desk.roles import Role
from pacelight.web.qr import picture
from pacelight.web.rights import code
from pacelight.web.rights.asker import Asker
from pacelight.web.rights.asking import Asking, body_of
from pacelight.web.rights.gate import Gate, no_cookie
from pacelight.web.rights.guard import refusal
from pacelight.web.rights.session import Session
from pacelight.web.rights.shapes import (
    JSON,
    Code,
    ConsoleShown,
    PairingAsked,
    PairingShown,
    SessionsShown,
    answers,
    shown,
    taking,
)

__all__ = ["leave", "open_api", "page_address"]

_NO_STORE = {"cache-control": "no-store"}


def open_api(app: FastAPI, gate: Gate, asking: Asking) -> None:
    """Add the addresses to an application."""
    app.add_exception_handler(StoreError, _unkept)
    _mine(app, gate)
    _sessions(app, gate)
    _consoles(app, gate)
    _pairings(app, gate)

    @app.post(
        "/api/requests",
        summary="Ask something of the race",
        openapi_extra=taking("Asked"),
        responses=answers({200: "Answer", 409: "Answer"}, 400, 413, 415, 429, 503),
    )
    async def requests(request: Request) -> Response:
        return await asking(request)


def _mine(app: FastAPI, gate: Gate) -> None:
    @app.get("/api/session", summary="Who is signed in here", responses=answers({200: "SessionShown"}))
    async def mine(request: Request) -> Response:
        session = gate.who(request)
        return _told(shown(session, session))

    @app.post(
        "/api/session",
        summary="Sign in with a code",
        openapi_extra=taking("Code"),
        responses=answers({200: "SessionShown"}, 400, 413, 415, 429),
    )
    async def sign_in(request: Request) -> Response:
        asked = body_of(await request.body(), request, Code)
        if isinstance(asked, Response):
            return asked
        let_in = await gate.admit(request, asked.code)
        if isinstance(let_in, Response):
            return let_in
        set_cookie, session = let_in
        return _told(shown(session, session), {"set-cookie": set_cookie})

    @app.delete("/api/session", summary="Sign out", status_code=204, responses=answers({}))
    async def sign_out(request: Request) -> Response:
        return leave(gate, request)


def _sessions(app: FastAPI, gate: Gate) -> None:
    @app.get(
        "/api/sessions", summary="Everybody who is signed in", responses=answers({200: "SessionsShown"}, 403)
    )
    async def everybody(request: Request) -> Response:
        mine = gate.who(request)
        if mine is None:
            return refusal(403, "sign in at /pair")
        found = [one for one in gate.access.sessions(gate.unix_s()) if _sees(mine, one)]
        return _told(SessionsShown([shown(one, mine) for one in found]))

    @app.delete(
        "/api/sessions/{identity}", summary="End a session", status_code=204, responses=answers({}, 404)
    )
    async def revoke(identity: str, request: Request) -> Response:
        mine = gate.who(request)
        if mine is None or (mine.role is not Role.DIRECTOR and identity != mine.id):
            gate.tell("denied", Asker.of(request.scope), mine, act="revoke", why="for the director")
            return refusal(403, "only the director ends the session of somebody else")
        if not gate.revoke(request, mine, identity):
            return refusal(404, "there is no such session any more")
        return Response(status_code=204, headers=_NO_STORE)


def _consoles(app: FastAPI, gate: Gate) -> None:
    @app.get(
        "/api/consoles/{client}",
        summary="Whether a console is still heard",
        responses=answers({200: "ConsoleShown"}, 403),
    )
    async def heard(client: str, request: Request) -> Response:
        if gate.who(request) is None:
            return refusal(403, "sign in at /pair")
        return _told(ConsoleShown(client, gate.silent_s(client)))


def _pairings(app: FastAPI, gate: Gate) -> None:
    @app.post(
        "/api/pairings",
        summary="A code that lets somebody in",
        openapi_extra=taking("PairingAsked"),
        responses=answers({200: "PairingShown"}, 400, 413, 415, 429),
    )
    async def invite(request: Request) -> Response:
        mine = gate.who(request)
        if mine is None or mine.role is not Role.DIRECTOR:
            gate.tell("denied", Asker.of(request.scope), mine, act="invite", why="for the director")
            return refusal(403, "only the director lets somebody in")
        asked = body_of(await request.body(), request, PairingAsked)
        return asked if isinstance(asked, Response) else _invited(gate, request, mine, asked)


def _invited(gate: Gate, request: Request, mine: Session, asked: PairingAsked) -> Response:
    try:
        made = gate.invite(request, mine, asked.role, asked.by or asked.role)
    except OutputError as error:
        return refusal(400, str(error))
    typed = code.shown(made.code)
    address = page_address(gate, request, typed)
    return _told(PairingShown(typed, address, made.role, made.by, made.until_s, picture(address)))


def page_address(gate: Gate, request: Request, typed: str) -> str:
    """The page on which a code is filled in, as another device reaches it."""
    asker = Asker.of(request.scope)
    base = gate.address if asker.near and gate.address else f"{asker.origin}/"
    return f"{base}pair#{typed}"


def leave(gate: Gate, request: Request) -> Response:
    """Sign out, and take along what a browser still has of it.

    Not its storage: times taken by hand that were not sent yet are kept there, and nowhere else.
    What is settled of them the page takes out itself.
    """
    mine, asker = gate.who(request), Asker.of(request.scope)
    if mine is not None:
        gate.revoke(request, mine, mine.id)
    gone = {"set-cookie": no_cookie(tls=asker.tls), "clear-site-data": '"cache"'}
    return Response(status_code=204, headers=_NO_STORE | gone)


def _sees(mine: Session, other: Session) -> bool:
    return mine.role is Role.DIRECTOR or mine.id == other.id


async def _unkept(_: Request, error: Exception) -> Response:
    """The file of who is signed in cannot be asked, or written."""
    return refusal(503, str(error), retry_s=1)


def _told(answer: msgspec.Struct, headers: dict[str, str] | None = None) -> Response:
    return Response(msgspec.json.encode(answer), headers=_NO_STORE | (headers or {}), media_type=JSON)
