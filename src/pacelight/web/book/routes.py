"""The addresses of the book: each page for people, and as ``.json`` and ``.csv`` for programs."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from pacelight.book.asking.lists import Book
from pacelight.book.asking.sheets import json_text
from pacelight.errors import PacelightError, Refused
from pacelight.web.assets import load
from pacelight.web.book import checks, event, home, people
from pacelight.web.book.answer import Answer, MovedError, NotThereError, Question
from pacelight.web.book.parameters import Parameters
from pacelight.web.book.render import at, page
from pacelight.web.book.shelf import Shelf
from pacelight.web.theme import theme_of
from pacelight.web.words import VARY, language_of

__all__ = ["PAGES", "Page", "routes"]

_STYLE = Path(__file__).parent / "style"
_DAYS = ("as_of", "known_at")
_HTML, _JSON, _CSV = "text/html; charset=utf-8", "application/json", "text/csv; charset=utf-8"
_FORMS = {".json": _JSON, ".csv": _CSV, "": _HTML}
"""Behind a path, longest first: what may stand at the end of a key is looked at after them."""

_NO_STORE = {"cache-control": "no-store"}


@dataclass(frozen=True, slots=True)
class Page:
    """An address of the book.

    Attributes:
        path: with what it names in braces.
        ask: what it answers.
        takes: its parameters.
        for_people: it is a page; else it is for programs alone.
        for_programs: it is JSON and CSV too.
    """

    path: str
    ask: Callable[[Question], Answer]
    takes: tuple[str, ...]
    for_people: bool = True
    for_programs: bool = True


PAGES = (
    Page("/book", home.home, _DAYS),
    Page("/book/search", home.search, ("q",)),
    Page("/book/levels", checks.levels, ("event", "mark", "sex", "nation", "age", *_DAYS)),
    Page("/book/compare", checks.compare, ("from", "to", "event")),
    Page("/book/verify", checks.verify, ("event", "sex", "against", "level", "scope", *_DAYS)),
    Page("/book/conflicts", checks.conflicts, ("event", "sex", "known_at")),
    Page("/book/nation/{code}", people.nation, (*_DAYS, "ratified")),
    Page(f"{event.PATH}/record", event.record, event.TAKES, for_people=False),
    Page(f"{event.PATH}/progression", event.progression, event.TAKES, for_people=False),
    Page(f"{event.PATH}/list", event.all_time, event.TAKES, for_people=False),
    Page(event.PATH, event.event, event.TAKES),
    Page("/book/event/{code}", event.event_alone, event.TAKES, for_programs=False),
    Page("/book/athlete/{key:path}", people.athlete, _DAYS),
)
"""Every address of the book, those that others contain first."""


def routes(shelf: Shelf, *, live: bool = False, desk: bool = False) -> list[Route]:
    """What answers at each address.

    Args:
        shelf: the book that is asked.
        live: there is a race to go back to.
        desk: the record desk and pace plans are shown beside it.
    """
    rooms = {"live": live, "desk": desk}
    made = [
        Route(one.path + form, _endpoint(shelf, one, form, rooms), methods=["GET"])
        for one in PAGES
        for form in _FORMS
        if (one.for_programs if form else one.for_people)
    ]
    return [*made, *_styles()]


def _styles() -> list[Route]:
    """The look of the pages, at addresses of its own."""

    def served(name: str) -> Route:
        asset = styles[name]

        async def endpoint(request: Request) -> Response:
            return asset.response(request)

        return Route(f"/{name}", endpoint, methods=["GET"])

    styles = load(_STYLE)
    return [served(name) for name in styles]


def _endpoint(
    shelf: Shelf, one: Page, form: str, rooms: Mapping[str, bool]
) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        return await shelf.apart(lambda: _respond(shelf, one, form, request, rooms))

    return endpoint


def _respond(shelf: Shelf, one: Page, form: str, request: Request, rooms: Mapping[str, bool]) -> Response:
    pairs = request.query_params.multi_items()
    written = [(name, value) for name, value in pairs if value.strip()]
    path = request.url.path
    if form == "" and len(written) < len(pairs):
        return RedirectResponse(at(path, dict(written)), 302, _NO_STORE)  # what a form leaves empty
    query, language = urlencode(written), language_of(request) if form == "" else "en"
    where = {
        "path": path,
        "here": at(path, dict(written)),
        "language": language,
        "theme": theme_of(request),
        **rooms,
    }

    def write(book: Book, today: date) -> str:
        asked = Question(book, request.path_params, Parameters.read(written, one.takes), today, language)
        return _written(one.ask(asked), asked, form, where)

    try:
        known = request.headers.get("if-none-match", "")
        address = f"{path}?{query}" if form else f"{path}?{query}#{language}#{theme_of(request)}"
        answer = shelf.answered(address, _FORMS[form], write, known=known)
        return (answer if form else replace(answer, vary=VARY)).response(request)
    except MovedError as moved:
        path = (
            (moved.path or one.path)
            .replace(":path}", "}")
            .format(**{name: quote(value, safe="") for name, value in moved.names.items()})
        )
        return RedirectResponse(f"{path}{form}{'?' * bool(query)}{query}", 308, _NO_STORE)
    except NotThereError as error:
        return _refusal(404, str(error), form, where)
    except Refused as error:
        return _refusal(400, str(error), form, where)
    except PacelightError as error:
        return _refusal(503, str(error), form, where)


def _written(answer: Answer, asked: Question, form: str, where: dict[str, Any]) -> str:
    """The answer in the form that is wanted.

    Raises:
        NotThereError: there are no lines, or nothing was asked yet.
    """
    if form == ".json" and answer.shape is not None:
        return json_text(answer.shape)
    if form == ".csv" and answer.csv is not None:
        return answer.csv
    if form:
        why = f"not known: {answer.unknown}" if answer.unknown else "nothing is asked here yet"
        raise NotThereError(why)
    given = dict(asked.given.given)
    around = {
        **where,
        "given": given,
        "carried": at("", {name: given[name] for name in _DAYS if name in given}),
        "today": asked.today,
        "has_json": answer.shape is not None,
        "has_csv": answer.csv is not None,
    }
    return page(answer.template, {**around, **answer.told})


def _refusal(code: int, why: str, form: str, where: Mapping[str, Any]) -> Response:
    """One clear line, in the form that was asked for."""
    if form == ".json":
        text = json_text({"schema": "pacelight.error/1", "error": why})
        return Response(text, code, _NO_STORE, media_type=_JSON)
    if form:
        return PlainTextResponse(f"{why}\n", code, _NO_STORE)
    told = {
        **where,
        "path": "",
        "given": {},
        "carried": "",
        "has_json": False,
        "has_csv": False,
        "code": code,
        "why": why,
    }
    return HTMLResponse(page("refused.html", told), code, _NO_STORE | {"vary": VARY})
