"""What the pages that the server writes have around them: bar, language, where else one may go.

::

    a page's question ──► its template ──► frame.html ──► HTML in the language of who asks
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from pacelight.web.theme import theme_of
from pacelight.web.words import VARY, language_of, languages

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["Around", "answer", "environment"]


@dataclass(frozen=True, slots=True)
class Around:
    """What there is besides a page.

    Attributes:
        race: a race is shown at ``/``.
        book: a record book is shown at ``/book``, and its desk at ``/records``.
        sign_in: people sign in at ``/pair``.
    """

    race: bool = False
    book: bool = False
    sign_in: bool = False


def environment(package: str) -> "Environment":
    """The templates of a package, which escape whatever they are given, with those that all have around them.

    Args:
        package: its name; its templates stand in a folder of that name.
    """
    # Loaded with the first page: a race that must be back within two seconds does not wait for it.
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined  # noqa: PLC0415

    from pacelight.web.book import words  # noqa: PLC0415
    from pacelight.web.book.render import at, part  # noqa: PLC0415
    from pacelight.web.theme import themed  # noqa: PLC0415
    from pacelight.web.words import speaking  # noqa: PLC0415

    made = Environment(
        loader=ChoiceLoader([PackageLoader(package), PackageLoader("pacelight.web.frame")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["part"] = part
    made.globals |= {"at": at, "tone": words.tone}
    return themed(speaking(made))


def answer(
    made: "Environment",
    template: str,
    request: Request,
    around: Around,
    told: Mapping[str, Any],
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """A page in the language of who asks, never kept by anybody.

    Args:
        made: the templates.
        template: its file's name.
        request: who asks.
        around: what there is besides.
        told: what it shows.
        status: of the answer.
        headers: more of them.
    """
    query = request.url.query
    here = f"{request.url.path}?{query}" if query else request.url.path
    page = made.get_template(template).render(
        language=language_of(request),
        theme=theme_of(request),
        languages=list(languages().values()),
        here=here if request.method == "GET" else request.url.path,
        path=request.url.path,
        around=around,
        **told,
    )
    return HTMLResponse(page, status, {"cache-control": "no-store", "vary": VARY, **(headers or {})})
