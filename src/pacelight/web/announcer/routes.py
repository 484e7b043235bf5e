"""What the book says of an athlete, and of a race to come: an answer is kept while the book is the same."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import Response

from pacelight.book.asking.answers import Json
from pacelight.book.asking.lists import Book
from pacelight.book.asking.sheets import json_text
from pacelight.errors import PacelightError, Refused
from pacelight.web.announcer import card, stakes
from pacelight.web.book.answer import NotThereError, Question
from pacelight.web.book.parameters import Parameters
from pacelight.web.book.shelf import Shelf
from pacelight.web.rights.guard import refusal

__all__ = ["routes"]

_JSON = "application/json"

Pairs = Sequence[tuple[str, str]]
Ask = Callable[[Book, date, Mapping[str, str], Pairs], Json]


@dataclass(frozen=True, slots=True)
class _Address:
    """What answers at an address.

    Attributes:
        path: with what it names in braces.
        takes: its parameters.
        schema: of the answer.
        summary: for programs.
    """

    path: str
    ask: Ask
    takes: Sequence[str]
    schema: str
    summary: str


def _of_athlete(book: Book, today: date, names: Mapping[str, str], pairs: Pairs) -> Json:
    return card.card(Question(book, names, Parameters.read(pairs, card.TAKES), today))


def _of_race(book: Book, _today: date, _names: Mapping[str, str], pairs: Pairs) -> Json:
    return stakes.at_stake(book, pairs)


_ADDRESSES = (
    _Address("/api/athletes/{key}", _of_athlete, card.TAKES, card.SCHEMA, "An athlete in short"),
    _Address("/api/stakes", _of_race, stakes.TAKES, stakes.SCHEMA, "What is at stake in a race to come"),
)


def routes(shelf: Shelf) -> list[APIRoute]:
    """What answers there.

    Args:
        shelf: the book that is asked.
    """
    return [_route(shelf, one) for one in _ADDRESSES]


def _route(shelf: Shelf, one: _Address) -> APIRoute:
    async def endpoint(request: Request) -> Response:
        return await shelf.apart(lambda: _respond(shelf, one.ask, request))

    named = [("key", "path")] if "{key}" in one.path else []
    said = {200: f"`{one.schema}`", 400: "it cannot be asked", 404: "nobody", 503: "the book cannot be read"}
    return APIRoute(
        one.path,
        endpoint,
        methods=["GET"],
        summary=one.summary,
        response_class=Response,
        openapi_extra={
            "parameters": [
                {"name": name, "in": where, "required": where == "path", "schema": {"type": "string"}}
                for name, where in (*named, *((name, "query") for name in one.takes))
            ]
        },
        responses={code: {"description": text, "content": {_JSON: {}}} for code, text in said.items()},
    )


def _respond(shelf: Shelf, ask: Ask, request: Request) -> Response:
    pairs = [(name, value) for name, value in request.query_params.multi_items() if value.strip()]
    address = f"{request.url.path}?{urlencode(pairs)}"

    def write(book: Book, today: date) -> str:
        return json_text(ask(book, today, request.path_params, pairs))

    try:
        known = request.headers.get("if-none-match", "")
        return shelf.answered(address, _JSON, write, known=known).response(request)
    except NotThereError as error:
        return refusal(404, str(error))
    except Refused as error:
        return refusal(400, str(error))
    except PacelightError as error:
        return refusal(503, str(error), retry_s=1)
