"""Which controllers there are is asked as described, by whoever may, in a network where nobody answers."""

from collections.abc import Callable
from typing import Any

import pytest
import schemathesis

SHORTEST_S = 0.1


@pytest.fixture(scope="module")
def pages(
    own_network: None,  # noqa: ARG001 # made first
    web_pages: Callable[..., Any],
    tmp_path_factory: pytest.TempPathFactory,
) -> Any:
    return web_pages("--setup", tmp_path_factory.mktemp("setup"))


def briefly(case: Any) -> None:
    """All that is drawn but how long is listened, which changes nothing else."""
    if isinstance(case.body, dict):
        case.body["seconds"] = SHORTEST_S


@pytest.mark.parametrize("role", ["timer", "operator"])
def test_whatever_is_sent_the_answer_is_one_that_is_described(
    pages: Any, role: str, drawn: Callable[..., set[int]]
) -> None:
    schema = schemathesis.openapi.from_url(f"{pages.address}api/openapi")
    statuses = drawn(schema["/api/setup/controllers"]["POST"], pages.token(role), 8, briefly)
    assert (200 in statuses) is (role == "operator")
    assert (403 in statuses) is (role == "timer")
