"""The interface keeps to its own description, whoever asks and whatever is sent (schemathesis)."""

from collections.abc import Callable
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
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
    "POST /api/pairings",
    "POST /api/requests",
    "POST /api/clock",
    "GET /api/snapshot",
    "GET /api/recordings",
    "GET /api/recordings/{key}",
    "GET /results/{key}",
    "GET /results",
}


@pytest.fixture(scope="module")
def meet(
    answering: Callable[..., Any], web_pages: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory
) -> Any:
    bus = tmp_path_factory.mktemp("open-api") / "bus"
    return answering(bus), web_pages("--bus", bus)


@pytest.mark.parametrize("role", ["spectator", "announcer", "timer", "director"])
def test_whatever_is_sent_the_answer_is_one_that_is_described(meet: Any, role: str) -> None:
    engine, pages = meet
    engine.heard.clear()
    schema = schemathesis.openapi.from_url(f"{pages.address}api/openapi")
    operations = [found.ok() for found in schema.get_all_operations()]
    assert {one.label for one in operations} == EXPECTED
    for operation in operations:
        ask(operation, pages, role)
    assert bool(engine.heard) is (role in {"timer", "director"})


def ask(operation: Any, pages: Any, role: str) -> None:
    """Some dozen requests drawn from the description, by a session of this role."""
    token = "" if role == "spectator" else pages.token(role)

    @settings(
        max_examples=12,
        deadline=None,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
        derandomize=True,
    )
    @given(case=operation.as_strategy())
    def draw(case: Any) -> None:
        cookies = {"pacelight": token} if token else {}
        response = case.call(headers={"X-Pacelight": "1"}, cookies=cookies)
        case.validate_response(response, checks=CHECKS)

    draw()
