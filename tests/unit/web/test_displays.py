"""Displays: a screen makes itself known, who directs fills it, nobody else does."""

import asyncio
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest

from pacelight.errors import OutputError, StoreError
from pacelight.meet.desk.roles import Role
from pacelight.web.app import application
from pacelight.web.displays import Displays
from pacelight.web.displays.kept import ALIVE_S, FORGOTTEN_S, MOST, Shows
from pacelight.web.displays.routes import FILLERS
from pacelight.web.rights.access import Access
from pacelight.web.rights.gate import Gate

NOW_S = 1_783_166_400


@pytest.fixture
def displays(tmp_path: Path) -> Iterator[Displays]:
    with closing(Displays(tmp_path / "displays")) as made:
        yield made


class Pages:
    """The application with displays, asked as somebody, at a time of the test's own."""

    def __init__(self, access: Access, displays: Displays) -> None:
        self.access, self.now_s = access, NOW_S
        self.told: list[str] = []
        gate = Gate(access, log=self.told.append, unix_s=lambda: self.now_s)
        self.app, _ = application(None, gate=gate, displays=displays, told=self.told.append)

    def ask(self, method: str, path: str, role: Role | None = None, **more: Any) -> httpx.Response:
        headers = {"X-Pacelight": "1"}
        if role is not None:
            code = self.access.invite(role, str(role), self.now_s).code
            found = self.access.pair(code, "127.0.0.1", self.now_s)
            assert found is not None
            headers["Cookie"] = f"pacelight={found[0]}"

        async def whole() -> httpx.Response:
            transport = httpx.ASGITransport(self.app)
            async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
                return await client.request(method, path, headers=headers, **more)

        return asyncio.run(whole())

    def opened(self) -> dict[str, Any]:
        answer = self.ask("POST", "/api/displays")
        assert answer.status_code == 200, answer.text
        return dict(answer.json())


@pytest.fixture
def pages(tmp_path: Path, displays: Displays) -> Iterator[Pages]:
    with closing(Access(tmp_path / "access.sqlite")) as access:
        yield Pages(access, displays)


def test_a_screen_is_given_the_lowest_free_number_and_shows_it(pages: Pages, displays: Displays) -> None:
    first, second = pages.opened(), pages.opened()
    assert [first["number"], second["number"]] == [1, 2]
    assert (first["shows"], first["alive"]) == ("number", True)
    assert displays.remove(first["id"])
    assert pages.opened()["number"] == 1
    assert pages.ask("GET", f"/api/displays/{first['id']}").status_code == 404


def test_what_it_is_filled_with_it_is_told_when_it_asks(pages: Pages) -> None:
    screen = pages.opened()
    what = {"shows": "text", "text": "Long jump: last call", "name": "south stand"}
    assert pages.ask("PUT", f"/api/displays/{screen['id']}", Role.DIRECTOR, json=what).status_code == 200
    told = pages.ask("GET", f"/api/displays/{screen['id']}").json()
    assert {name: told[name] for name in what} == what
    assert "event=display-filled" in pages.told[-1]


@pytest.mark.parametrize("role", [None, *Role])
@pytest.mark.parametrize(("method", "body"), [("GET", None), ("PUT", {"shows": "black"}), ("DELETE", None)])
def test_only_operator_and_director_see_fill_and_remove(
    pages: Pages, role: Role | None, method: str, body: dict[str, str] | None
) -> None:
    path = "/api/displays" if method == "GET" else f"/api/displays/{pages.opened()['id']}"
    answer = pages.ask(method, path, role, json=body)
    assert answer.is_success is (role in FILLERS)
    if role not in FILLERS:
        assert answer.status_code == 403
        assert 'act="displays"' in pages.told[-1]


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ({"shows": "text"}, "a message has a text"),
        ({"shows": "fireworks"}, "Invalid enum value"),
        ({"shows": "black", "name": "x" * 41}, "at most 40 characters"),
        ({"shows": "text", "text": "x" * 201}, "at most 200 characters"),
        ({"shows": "text", "text": "two\nlines"}, "on one line"),
        ({"shows": "black", "more": 1}, "unknown field"),
    ],
)
def test_what_cannot_be_shown_is_refused_in_words(pages: Pages, body: dict[str, str], why: str) -> None:
    screen = pages.opened()
    answer = pages.ask("PUT", f"/api/displays/{screen['id']}", Role.OPERATOR, json=body)
    assert answer.status_code == 400
    assert why in answer.json()["error"]
    assert pages.ask("GET", f"/api/displays/{screen['id']}").json()["shows"] == "number"


def test_one_that_asks_no_more_is_off_and_in_the_end_forgotten_unless_somebody_cared(
    pages: Pages, displays: Displays
) -> None:
    plain, named = pages.opened(), pages.opened()
    displays.fill(named["id"], Shows.BLACK, "", "")
    pages.now_s += ALIVE_S + 1
    told = pages.ask("GET", "/api/displays", Role.DIRECTOR).json()["displays"]
    assert [one["alive"] for one in told] == [False, False]
    assert pages.ask("GET", f"/api/displays/{plain['id']}").json()["alive"] is False
    assert [one["alive"] for one in pages.ask("GET", "/api/displays", Role.DIRECTOR).json()["displays"]] == [
        True,
        False,
    ]
    pages.now_s += FORGOTTEN_S + 1
    assert pages.opened()["number"] == 1
    assert [one.number for one in displays.all()] == [1, 2]


def test_nobody_fills_the_list_from_outside(pages: Pages, displays: Displays) -> None:
    answers = [pages.ask("POST", "/api/displays").status_code for _ in range(10)]
    assert answers == [200] * 8 + [429] * 2
    for _ in range(MOST - 8):
        displays.open(NOW_S)
    with pytest.raises(OutputError, match="64 displays already"):
        displays.open(NOW_S)


def test_they_outlive_a_restart_and_are_shared(tmp_path: Path, displays: Displays) -> None:
    made = displays.open(NOW_S)
    displays.fill(made.id, Shows.RESULTS, "", "gate")
    with closing(Displays(tmp_path / "displays")) as other:
        assert [(one.number, one.shows, one.name) for one in other.all()] == [(1, "results", "gate")]


def test_what_is_no_file_of_displays_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"no database at all, " * 100)
    with pytest.raises(StoreError, match="does not keep the displays"):
        Displays(tmp_path / "other")
