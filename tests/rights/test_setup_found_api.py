"""Which controllers there are is asked as described, by whoever may, in a network where nobody answers."""

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
SHORTEST_S = 0.1


@pytest.fixture(scope="module")
def pages(
    own_network: None,  # noqa: ARG001 # made first
    web_pages: Callable[..., Any],
    tmp_path_factory: pytest.TempPathFactory,
) -> Any:
    return web_pages("--setup", tmp_path_factory.mktemp("setup"))


@pytest.mark.parametrize("role", ["timer", "operator"])
def test_whatever_is_sent_the_answer_is_one_that_is_described(pages: Any, role: str) -> None:
    schema = schemathesis.openapi.from_url(f"{pages.address}api/openapi")
    operation = schema["/api/setup/controllers"]["POST"]
    token = "" if role == "spectator" else pages.token(role)
    statuses = set()

    @settings(
        max_examples=8,
        deadline=None,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
        derandomize=True,
    )
    @given(case=operation.as_strategy())
    def draw(case: Any) -> None:
        if isinstance(
            case.body, dict
        ):  # all that is drawn but how long is listened, which changes nothing else
            case.body["seconds"] = SHORTEST_S
        cookies = {"pacelight": token} if token else {}
        response = case.call(headers={"X-Pacelight": "1"}, cookies=cookies)
        case.validate_response(response, checks=CHECKS)
        statuses.add(response.status_code)

    draw()
    assert (200 in statuses) is (role == "operator")
    assert (403 in statuses) is (role == "timer")
