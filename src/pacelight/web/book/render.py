"""Answers written as pages: templates that escape all they are given."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined

from pacelight.web.book import words
from pacelight.web.theme import themed
from pacelight.web.words import level_text, list_text, scope_text, speaking, spoken

__all__ = ["at", "page", "part"]


def at(path: str, given: Mapping[str, str] | None = None, **more: object) -> str:
    """The address of a page.

    Args:
        path: of it, its names quoted already.
        given: what is asked there.
        more: what else; None leaves a name out.

    >>> at("/book/search", q="Tromsø & co")
    '/book/search?q=Troms%C3%B8+%26+co'
    """
    asked = {**(given or {}), **{name.rstrip("_"): value for name, value in more.items()}}
    written = urlencode({name: str(value) for name, value in asked.items() if value is not None})
    return f"{path}?{written}" if written else path


def page(template: str, told: Mapping[str, Any]) -> str:
    """A whole page.

    Args:
        template: its file's name.
        told: what it shows, in which ``language`` and which ``theme``.
    """
    return _PAGES.get_template(template).render(told)


def part(text: str) -> str:
    """A name as one part of a path."""
    return quote(str(text), safe="")


_PAGES = themed(
    speaking(
        Environment(
            loader=PackageLoader("pacelight.web.book"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
    )
)
_PAGES.filters |= {"asked": spoken(words.asked_text), "margin": spoken(words.margin_text), "part": part}
_PAGES.globals |= {
    "at": at,
    "level_text": spoken(level_text),
    "list_text": spoken(list_text),
    "scope_text": spoken(scope_text),
    "tone": words.tone,
}
