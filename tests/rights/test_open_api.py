"""The interface keeps to its own description, whoever asks and whatever is sent (schemathesis)."""

from collections.abc import Callable
from typing import Any

import pytest
import schemathesis

from pacelight.book.asking.lists import Book
from pacelight.meet.desk.acts import Act
from pacelight.meet.desk.roles import Role, may

EXPECTED = {
    "DELETE /api/displays/{identity}",
    "GET /api/displays",
    "GET /api/displays/{identity}",
    "POST /api/displays",
    "PUT /api/displays/{identity}",
    "GET /api/session",
    "POST /api/session",
    "DELETE /api/session",
    "GET /api/sessions",
    "DELETE /api/sessions/{identity}",
    "GET /api/consoles/{client}",
    "POST /api/pairings",
    "POST /api/requests",
    "POST /api/clock",
    "GET /api/races/{race}",
    "GET /api/snapshot",
    "GET /api/athletes/{key}",
    "GET /api/stakes",
    "GET /api/recordings",
    "GET /api/recordings/{key}",
    "GET /results/{key}",
    "GET /results",
}


@pytest.fixture(scope="module")
def meet(
    answering: Callable[..., Any], web_pages: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory
) -> Any:
    folder = tmp_path_factory.mktemp("open-api")
    Book.starter(folder / "book.sqlite").close()
    return answering(folder / "bus"), web_pages("--bus", folder / "bus", "--book", folder / "book.sqlite")


@pytest.mark.parametrize("role", Role)
def test_whatever_is_sent_the_answer_is_one_that_is_described(
    meet: Any, role: Role, drawn: Callable[..., set[int]]
) -> None:
    engine, pages = meet
    engine.heard.clear()
    schema = schemathesis.openapi.from_url(f"{pages.address}api/openapi")
    operations = [found.ok() for found in schema.get_all_operations()]
    assert {one.label for one in operations} == EXPECTED
    for operation in operations:
        token = "" if role is Role.SPECTATOR else pages.token(role)  # anew: one operation is to sign out
        drawn(operation, token, 12 if role in {Role.TIMER, Role.DIRECTOR} else 5)
    assert bool(engine.heard) is any(may(role, act) for act in Act)


def test_an_athlete_of_the_book_is_answered_as_described(meet: Any, checks: list[Any]) -> None:
    """Keys that are drawn name nobody."""
    _, pages = meet
    schema = schemathesis.openapi.from_url(f"{pages.address}api/openapi")
    cards = schema["/api/athletes/{key}"]["GET"]
    case = cards.Case(path_parameters={"key": "ingebrigtsen-jakob"})
    response = case.call()
    assert response.status_code == 200
    case.validate_response(response, checks=checks)
