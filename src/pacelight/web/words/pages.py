"""Pages in the language of who asks: templates that say, and the built pages."""

import hashlib
import re
from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from markupsafe import Markup

from pacelight.web.assets import Asset
from pacelight.web.words.format import day_text
from pacelight.web.words.language import languages, say
from pacelight.web.words.names import event_text, nation_text
from pacelight.web.words.served import links
from pacelight.web.words.understood import understood

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.runtime import Context

__all__ = ["VARY", "built", "choice", "speaking", "spoken", "warm"]

VARY = "accept-encoding, accept-language, cookie"
"""What of a request decides how a page is written."""

_KEPT = 256
"""Pages that are kept as they were built: each in some languages and themes, and of races that were shown."""

_WANTED = re.compile(r'<meta name="words" content="([a-z -]+)"')
"""In a built page: with what the names of the messages begin that it says; without it, all are sent."""


def speaking(made: "Environment") -> "Environment":
    """Let templates say a message, ``{{ say("record-en-route") }}``, in the ``language`` they are told."""
    made.globals |= {"say": spoken(say), "language_choice": choice}
    made.filters |= {
        "capital": _capital,
        "day": spoken(day_text),
        "days": spoken(_days),
        "event_name": spoken(event_text),
        "nation_name": spoken(nation_text),
        "number": spoken(_number),
        "understood": spoken(understood),
    }
    return made


def spoken(written: Callable[..., str]) -> Callable[..., str]:
    """For templates: what takes a language first, in that of the page."""
    from jinja2 import pass_context  # noqa: PLC0415  # with the first page, see rights/pages.py

    @pass_context
    def here(context: "Context", *told: object, **named: object) -> str:
        return written(context["language"], *told, **named)

    return here


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _days(language: str, days: int) -> str:
    return say(language, "days", days=days)


def _number(language: str, number: int) -> str:
    return say(language, "number", number=number)


def choice(language: str, back: str) -> Markup:
    """Links that choose a language, for pages without scripts; nothing where there is but one.

    Args:
        language: in which the page is written.
        back: the address of the page.
    """
    known = languages().values()
    if len(known) == 1:
        return Markup()
    link = Markup('<a href="/language/{}?{}" lang="{}" hreflang="{}"{}>{}</a>')
    here = Markup(' aria-current="true"')
    query = urlencode({"back": back})
    links = (
        link.format(one.code, query, one.code, one.code, here if one.code == language else "", one.name)
        for one in known
    )
    return Markup('<nav class="languages" aria-label="{}">{}</nav>').format(
        say(language, "language-choice"), Markup(" · ").join(links)
    )


@lru_cache(maxsize=_KEPT)
def built(page: bytes, language: str, attributes: str = "", results: str = "/results") -> Asset:
    """A page that was built, in a language: what it says without scripts, and where its words are.

    Args:
        page: as it was built.
        language: in which it speaks.
        attributes: more of its ``<html>``, with a blank before them.
        results: the address of what it shows, without scripts.
    """
    text = page.decode()
    wanted = _WANTED.search(text)
    written = _templates().from_string(text).render(language=language, results=results)
    head = links(language, wanted[1] if wanted else "")
    written = written.replace("<html", f"<html{attributes}", 1)
    written = written.replace("</head>", f"{head}\n</head>", 1)
    tag = hashlib.sha256(written.encode()).hexdigest()[:16]
    return Asset.packing(written.encode(), "text/html", lasting=False, etag=f'"{tag}"', vary=VARY)


def warm() -> None:
    """Load what the first page needs, so that who asks for it does not wait for libraries."""
    _templates()
    for code in languages():
        say(code, "language-choice")
        day_text(code, date.min)


@cache
def _templates() -> "Environment":
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415  # with the first page

    return speaking(Environment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True))
