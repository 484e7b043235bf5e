"""In which theme pages are shown: the one that was chosen, kept in a cookie; else the system's.

::

    shell/theme (scripts) ──┐
    /theme/sunlight ────────┴─► cookie ──► theme_of ──► <html data-theme="sunlight">, in every page
"""

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from pacelight.web.addresses import own_path
from pacelight.web.words import say

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["COOKIE", "THEMES", "attribute", "choice", "routes", "theme_of", "themed"]

COOKIE = "theme"
"""Keeps the theme that was chosen; the pages with scripts read and write it, too."""

THEMES = ("dark", "light", "sunlight")
"""Of the one sheet of colours."""

SYSTEM = "system"
"""Chooses none of them: pages are dark or light as the browser is."""

A_YEAR_S = 365 * 86400


def theme_of(request: Request) -> str:
    """The theme that was chosen; empty where none was, or none that there is."""
    chosen = request.cookies.get(COOKIE, "")
    return chosen if chosen in THEMES else ""


def attribute(theme: str) -> Markup:
    """What ``<html`` says of the theme, with a blank before it; nothing where the system decides.

    >>> str(attribute("light"))
    ' data-theme="light"'
    """
    return Markup(' data-theme="{}"').format(theme) if theme else Markup()


def routes() -> list[Route]:
    """Where a theme is chosen."""
    return [Route("/theme/{name}", _choose, methods=["GET"])]


async def _choose(request: Request) -> Response:
    """Remember the theme and go back; it changes nothing but a cookie."""
    name = request.path_params["name"]
    if name not in (*THEMES, SYSTEM):
        why = f"no theme '{name}' (there are {', '.join((*THEMES, SYSTEM))})\n"
        return Response(why, 404, media_type="text/plain")
    back = own_path(request.query_params.get("back", "/"))
    answer = RedirectResponse(back, 303, {"cache-control": "no-store"})
    if name == SYSTEM:
        answer.delete_cookie(COOKIE, samesite="lax")
    else:
        answer.set_cookie(COOKIE, name, max_age=A_YEAR_S, samesite="lax")
    return answer


def choice(language: str, theme: str, back: str) -> Markup:
    """Links that choose a theme, for pages without scripts.

    Args:
        language: in which the page is written.
        theme: in which it is; empty for the system's.
        back: the address of the page.
    """
    query = urlencode({"back": back})
    now = theme or SYSTEM
    links = (_link(one, query, say(language, f"frame-theme-{one}"), now) for one in (SYSTEM, *THEMES))
    return Markup('<nav class="themes" aria-label="{}">{}</nav>').format(
        say(language, "frame-theme"), Markup(" · ").join(links)
    )


def _link(one: str, query: str, name: str, now: str) -> Markup:
    here = Markup(' aria-current="true"') if one == now else ""
    return Markup('<a href="/theme/{}?{}"{}>{}</a>').format(one, query, here, name)


def themed(made: "Environment") -> "Environment":
    """Let templates name the theme in ``<html{{ theme_attribute(theme) }}>``, and offer all of them."""
    made.globals |= {"theme_attribute": attribute, "theme_choice": choice}
    return made
