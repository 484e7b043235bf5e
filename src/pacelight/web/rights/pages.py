"""The page on which somebody signs in, and on which the director lets others in. It works without scripts."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from pacelight.errors import OutputError
from pacelight.meet.desk.acts import Act
from pacelight.meet.desk.roles import Role, may
from pacelight.web.addresses import is_loopback
from pacelight.web.assets import load
from pacelight.web.rights import code
from pacelight.web.rights.api import leave, page_address
from pacelight.web.rights.asker import Asker
from pacelight.web.rights.gate import Gate
from pacelight.web.rights.session import Session
from pacelight.web.theme import theme_of, themed
from pacelight.web.words import language_of, say, speaking, understood

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["STYLE", "pages", "styles", "written"]

STYLE = Path(__file__).parent / "style"
_SHEET = Path(__file__).parents[1] / "style"
"""Colours, type and sizes of every page."""

_NO_STORE = {"cache-control": "no-store"}
_INVITED = (*(Role.TIMER, Role.OPERATOR, Role.ANNOUNCER, Role.STATISTICIAN, Role.DISPLAY, Role.DIRECTOR),)


def pages(gate: Gate) -> list[Route]:
    """The addresses of signing in."""

    async def page(request: Request) -> Response:
        return _page(gate, request)

    async def sign_in(request: Request) -> Response:
        let_in = await gate.admit(request, (await _form(request)).get("code", ""))
        if isinstance(let_in, Response):
            why = say(language_of(request), _WHY[let_in.status_code])
            return _page(gate, request, refused=why, status=let_in.status_code)
        return RedirectResponse("/pair", 303, _NO_STORE | {"set-cookie": let_in[0]})

    async def sign_out(request: Request) -> Response:
        gone = leave(gate, request).headers
        kept = {name: gone[name] for name in ("set-cookie", "clear-site-data")}
        return RedirectResponse("/pair", 303, _NO_STORE | kept)

    async def invite(request: Request) -> Response:
        return _as_director(gate, request, await _form(request), _invite)

    async def revoke(request: Request) -> Response:
        return _as_director(gate, request, await _form(request), _revoke)

    return [
        Route("/pair", page, methods=["GET"]),
        Route("/pair", sign_in, methods=["POST"]),
        Route("/pair/leave", sign_out, methods=["POST"]),
        Route("/pair/invite", invite, methods=["POST"]),
        Route("/pair/revoke", revoke, methods=["POST"]),
    ]


def styles() -> list[Route]:
    """How the pages look."""

    def served(name: str) -> Callable[[Request], Awaitable[Response]]:
        async def endpoint(request: Request) -> Response:
            return assets[name].response(request)

        return endpoint

    assets = load(_SHEET) | load(STYLE)
    return [Route(f"/{name}", served(name), methods=["GET"]) for name in assets]


_WHY = {
    403: "pair-wrong-code",
    429: "pair-too-many",
}


async def _form(request: Request) -> dict[str, str]:
    """The fields of a form, each once."""
    with suppress(UnicodeDecodeError, ValueError):
        fields = parse_qs((await request.body()).decode(), strict_parsing=True, max_num_fields=8)
        return {name: values[0] for name, values in fields.items() if len(values) == 1}
    return {}


Ask = Callable[[Gate, Request, Session, dict[str, str]], Response]


def _as_director(gate: Gate, request: Request, form: dict[str, str], ask: Ask) -> Response:
    mine = gate.who(request)
    if mine is None or mine.role is not Role.DIRECTOR:
        act = request.url.path.rpartition("/")[2]
        gate.tell("denied", Asker.of(request.scope), mine, act=act, why="for the director")
        why = say(language_of(request), "pair-director-only")
        return _page(gate, request, refused=why, status=403)
    return ask(gate, request, mine, form)


def _invite(gate: Gate, request: Request, mine: Session, form: dict[str, str]) -> Response:
    import segno  # noqa: PLC0415  # see _templates

    try:
        role = Role(form.get("role", ""))
        made = gate.invite(request, mine, role, form.get("by", "") or role)
    except OutputError as error:
        return _page(gate, request, refused=f"{understood(language_of(request), str(error))}.", status=400)
    except ValueError:
        return _page(gate, request, refused=say(language_of(request), "pair-no-such-role"), status=400)
    typed = code.shown(made.code)
    address = page_address(gate, request, typed)
    qr = segno.make_qr(address, error="m").svg_data_uri(scale=8, border=3, dark="#000", light="#fff")
    near = is_loopback(Asker.of(request.scope).host) and not gate.address
    return _page(gate, request, invited=made, typed=typed, qr=qr, address=address, near=near)


def _revoke(gate: Gate, request: Request, mine: Session, form: dict[str, str]) -> Response:
    gate.revoke(request, mine, form.get("session", ""))
    return RedirectResponse("/pair", 303, _NO_STORE)


def _page(gate: Gate, request: Request, *, refused: str = "", status: int = 200, **told: object) -> Response:
    mine = gate.who(request)
    if mine is None:
        private = gate.is_private(Asker.of(request.scope))
        return written("pair.html", request, status, here="/pair", refused=refused, private=private)
    sessions = gate.access.sessions(gate.unix_s()) if mine.role is Role.DIRECTOR else []
    acts = [act for act in Act if may(mine.role, act)]
    nothing: dict[str, object] = {"invited": None}
    return written(
        "signed_in.html",
        request,
        status,
        here="/pair",
        mine=mine,
        acts=acts,
        sessions=sessions,
        roles=_INVITED,
        refused=refused,
        **nothing | told,
    )


def written(template: str, request: Request, status: int = 200, **told: object) -> Response:
    """A page as who asks reads it, never kept by a browser."""
    reads = {"language": language_of(request), "theme": theme_of(request)}
    page = _templates().get_template(template).render(told, **reads)
    return HTMLResponse(page, status, _NO_STORE)


def _moment(at_s: int) -> str:
    return datetime.fromtimestamp(at_s, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _clock(at_s: int) -> str:
    return datetime.fromtimestamp(at_s, UTC).strftime("%H:%M")


@cache
def _templates() -> "Environment":
    """The templates, which escape whatever they are given."""
    # Loaded with the first page: a race that must be back within two seconds does not wait for it.
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415

    made = Environment(
        loader=PackageLoader("pacelight.web.rights"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"moment": _moment, "clock": _clock}
    return themed(speaking(made))
