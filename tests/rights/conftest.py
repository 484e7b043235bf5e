"""Requests drawn from the description of the interface, and answers held against it (schemathesis)."""

from collections.abc import Callable
from typing import Any

import pytest
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


@pytest.fixture(scope="session")
def checks() -> list[Any]:
    """What an answer is held against."""
    return CHECKS


@pytest.fixture(scope="session")
def drawn() -> Callable[..., set[int]]:
    """Sends some requests of an operation, by a session; the codes of the answers, each as described."""

    def ask(
        operation: Any, token: str, examples: int, change: Callable[[Any], object] = lambda _case: None
    ) -> set[int]:
        statuses = set()

        @settings(
            max_examples=examples,
            deadline=None,
            database=None,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
            derandomize=True,
        )
        @given(case=operation.as_strategy())
        def draw(case: Any) -> None:
            change(case)
            cookies = {"pacelight": token} if token else {}
            response = case.call(headers={"X-Pacelight": "1"}, cookies=cookies)
            case.validate_response(response, checks=CHECKS)
            statuses.add(response.status_code)

        draw()
        return statuses

    return ask
