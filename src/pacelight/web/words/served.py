"""The words as browsers get them: a file a language, and where the files are; a link chooses another."""

import hashlib
from functools import cache, lru_cache
from html import escape
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from pacelight.web.addresses import own_path
from pacelight.web.assets import Asset
from pacelight.web.words.asked import COOKIE
from pacelight.web.words.language import Language, languages
from pacelight.web.words.taught import taught

__all__ = ["links", "routes"]

A_YEAR_S = 365 * 86400
FLUENT = "text/plain; charset=utf-8"


def routes() -> list[Route]:
    """Where the words are read and where a language is chosen."""
    return [
        Route("/words/{code}.ftl", _words, methods=["GET"]),
        Route("/language/{code}", _choose, methods=["GET"]),
    ]


async def _words(request: Request) -> Response:
    code, pages = request.path_params["code"], request.query_params.get("pages", "")
    if code not in languages():
        return _unknown(code)
    return _file(code, pages, request.query_params.get("v") == _version(code)).response(request)


@lru_cache(64)
def _file(code: str, pages: str, lasting: bool) -> Asset:
    text = taught(code, pages).encode()
    return Asset.packing(text, FLUENT, lasting=lasting, etag=f'"{_version(code)}"')


@cache
def _version(code: str) -> str:
    """Changes with every word."""
    return hashlib.sha256(taught(code).encode()).hexdigest()[:12]


async def _choose(request: Request) -> Response:
    """Remember the language and go back; it changes nothing but a cookie."""
    code = request.path_params["code"]
    if code not in languages():
        return _unknown(code)
    back = own_path(request.query_params.get("back", "/"))
    answer = RedirectResponse(back, 303, {"cache-control": "no-store"})
    answer.set_cookie(COOKIE, code, max_age=A_YEAR_S, samesite="lax")
    return answer


def _unknown(code: str) -> Response:
    why = f"no language '{code}' (there are {', '.join(languages())})\n"
    return Response(why, 404, media_type="text/plain")


def links(language: str, pages: str = "") -> str:
    """What a page with scripts says in its head: where the words are, those of its language at once.

    Args:
        language: in which the page is.
        pages: how the names of the messages begin that it says beside those of every page; all, if empty.
    """
    return "\n".join(_link(one, pages, needed=one.code == language) for one in languages().values())


def _link(one: Language, pages: str, *, needed: bool) -> str:
    query = {"v": _version(one.code), **({"pages": pages} if pages else {})}
    address = escape(f"/words/{one.code}.ftl?{urlencode(query)}")
    named = f'hreflang="{one.code}" href="{address}" title="{escape(one.name)}"'
    early = f'<link rel="preload" as="fetch" crossorigin href="{address}">' if needed else ""
    return f'{early}<link rel="alternate" type="text/plain" {named}>'
