"""Answers written as pages: templates that escape all they are given."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined

from pacelight.web.book import words

__all__ = ["at", "page"]


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
        told: what it shows.
    """
    return _PAGES.get_template(template).render(told)


def _part(text: str) -> str:
    """A name as one part of a path."""
    return quote(str(text), safe="")


_PAGES = Environment(
    loader=PackageLoader("pacelight.web.book"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_PAGES.filters |= {
    "asked": words.asked_text,
    "day": words.day_text,
    "days": words.days_text,
    "part": _part,
}
_PAGES.globals |= {
    "at": at,
    "level_text": words.level_text,
    "list_text": words.list_text,
    "scope_text": words.scope_text,
    "statuses": words.STATUSES,
    "tone": words.tone,
}
