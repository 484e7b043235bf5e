"""What is asked to prepare a meet keeps to its own description, whoever asks and whatever is sent."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import schemathesis

ELSEWHERE = "POST /api/setup/controllers"
"""Asks whoever a request names; `test_setup_found_api.py` has it, in a network where nobody is."""


@pytest.fixture(scope="module")
def pages(web_pages: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Any:
    return web_pages("--setup", tmp_path_factory.mktemp("setup"))


@pytest.mark.parametrize("role", ["spectator", "statistician", "operator", "director"])
def test_whatever_is_sent_the_answer_is_one_that_is_described(
    pages: Any, role: str, drawn: Callable[..., set[int]]
) -> None:
    schema = schemathesis.openapi.from_url(f"{pages.address}api/openapi")
    found = {one.ok().label: one.ok() for one in schema.get_all_operations()}
    operations = {label: one for label, one in found.items() if "/api/setup" in label and label != ELSEWHERE}
    assert len(operations) >= 17
    token = "" if role == "spectator" else pages.token(role)
    for operation in operations.values():
        drawn(operation, token, 5)


@pytest.mark.parametrize("rows", [100, 2000])
def test_a_long_start_list_is_taken_however_it_arrives(pages: Any, rows: int) -> None:
    text = "bib,name,nation\n" + "".join(f"{n},Runner {'abcdefghij'[n % 10]} {n},NOR\n" for n in range(rows))
    with pages.client(pages.token("director")) as client:
        for _ in range(2):  # on one connection
            answer = client.post("/api/setup/entries", json={"text": text})
            assert answer.status_code == 200
            assert len(answer.json()["lists"][0]["seats"]) == rows


def test_nothing_lies_outside_the_folder(pages: Any, tmp_path: Path) -> None:
    """A survey, a start list, or a race file that is named elsewhere is refused; a book may lie elsewhere."""
    with pages.client(pages.token("director")) as client:
        shown = client.get("/api/setup/meet").json()
        for field in ("survey",):
            for name in ("/etc/passwd", "../lamps.toml", "~/lamps.toml", "a/../../b"):
                body = {"meet": {"name": "A", "venue": "B", "day": "2026-06-13", field: name}}
                answer = client.put("/api/setup/meet", json=body | {"seen": shown["seen"]})
                assert answer.status_code == 422
                assert [one["at"] for one in answer.json()["faults"]] == [field]
    assert list(tmp_path.iterdir()) == []
