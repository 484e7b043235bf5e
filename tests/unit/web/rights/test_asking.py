"""`POST /api/requests`, in process, with an engine that the test speaks for."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest
from fastapi import FastAPI

from pacelight.meet.bus.client import MOST
from pacelight.meet.desk import requests
from pacelight.meet.desk.acts import STOPS
from pacelight.meet.desk.roles import Role
from pacelight.web.desk import Desk
from pacelight.web.rights.access import Access
from pacelight.web.rights.api import open_api
from pacelight.web.rights.asking import Asking
from pacelight.web.rights.gate import Gate

NOW = 1_738_000_000
KEY = "5f0c2f64-8c0f-4a4e-9d2b-5d1c5d0d7c11"


class Meet:
    """An application, whose engine answers as the test says; None answers nothing."""

    def __init__(self, access: Access) -> None:
        self.access, self.log, self.sent = access, list[str](), list[requests.Request]()
        self.desk, self.now_s = Desk(), 0.0
        self.answers: tuple[bool, list[str]] | None = (True, [])
        gate = Gate(access, self.log.append, lambda: NOW)
        self.app = FastAPI()
        open_api(self.app, gate, Asking(gate, self.desk, lambda: self.now_s, patience_s=0.02))

    def write(self, line: bytes) -> None:
        """What the engine hears, and answers."""
        asked = requests.request(line)
        self.sent.append(asked)
        if self.answers is not None:
            done, why = self.answers
            told = requests.Answer(asked.key, done, 4, "armed", why)
            self.desk.hear(json.loads(msgspec.json.encode(told)))

    def ask(self, body: object, role: Role | None = Role.DIRECTOR, *, times: int = 1, **headers: str) -> Any:
        """The last answer to this, asked so often by one session."""
        token = ""
        if role is not None:
            found = self.access.pair(self.access.invite(role, f"the {role}", NOW).code, "127.0.0.1", NOW)
            assert found is not None
            token = found[0]
        content = body if isinstance(body, bytes) else msgspec.json.encode(body)
        sent = {"Content-Type": "application/json", "Cookie": f"pacelight={token}", **headers}

        async def whole() -> httpx.Response:
            self.desk.attach(self)
            transport = httpx.ASGITransport(self.app)
            async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
                for _ in range(times):
                    answer = await client.post("/api/requests", content=content, headers=sent)
                return answer

        return asyncio.run(whole())


@pytest.fixture
def meet(tmp_path: Path) -> Iterator[Meet]:
    with Access(tmp_path / "access") as access:
        yield Meet(access)


def asking(act: str = "blackout", **more: Any) -> dict[str, Any]:
    return {"key": KEY, "race": "mile", "do": {"act": act} | more.pop("do", {})} | more


def test_who_asks_and_as_what_is_known_from_the_session(meet: Meet) -> None:
    answer = meet.ask(asking(seen=3), Role.OPERATOR)
    assert answer.status_code == 200
    assert answer.json() == msgspec.to_builtins(requests.Answer(KEY, True, 4, "armed", []))
    (sent,) = meet.sent
    (session,) = meet.access.sessions(NOW)
    assert (sent.by, sent.role, sent.client, sent.seen) == ("the operator", Role.OPERATOR, session.client, 3)


@pytest.mark.parametrize(
    "field", [{"role": "director"}, {"by": "director"}, {"client": "x"}, {"schema": "x"}]
)
def test_what_a_page_says_of_itself_is_refused(meet: Meet, field: dict[str, str]) -> None:
    answer = meet.ask(asking(**field), Role.TIMER)
    assert answer.status_code == 400
    assert "unknown field" in answer.json()["error"]
    assert meet.sent == []


def test_what_the_engine_refuses_is_a_conflict_with_its_reasons(meet: Meet) -> None:
    meet.answers = False, ["the race is at revision 4, and 3 was seen: look again"]
    answer = meet.ask(asking("arm", seen=3))
    assert (answer.status_code, answer.json()["why"]) == (409, meet.answers[1])


def test_when_no_engine_answers_the_same_request_may_be_sent_again(meet: Meet) -> None:
    meet.answers = None
    answer = meet.ask(asking())
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")
    assert "with its key" in answer.json()["error"]
    meet.answers = True, []
    assert meet.ask(asking()).status_code == 200
    assert {sent.key for sent in meet.sent} == {KEY}


def test_a_role_that_may_not_ask_is_told_so_and_the_engine_is_not(meet: Meet) -> None:
    answer = meet.ask(asking(), Role.TIMER)
    assert (answer.status_code, answer.json()["error"]) == (403, "'blackout' is not for the role 'timer'")
    assert meet.ask(asking(), None).json()["error"].endswith(": sign in at /pair")
    assert meet.sent == []
    assert [line.split()[1] for line in meet.log] == ["event=denied"] * 2


def test_a_key_held_down_is_slowed_and_what_stops_something_is_not(meet: Meet) -> None:
    assert meet.ask(asking("split"), times=41).status_code == 429
    assert len(meet.sent) == 40
    assert meet.ask(asking("split")).status_code == 200  # another console
    meet.sent.clear()
    found = meet.access.pair(meet.access.invite(Role.DIRECTOR, "x", NOW).code, "127.0.0.1", NOW)
    assert found is not None
    cookie = {"Cookie": f"pacelight={found[0]}"}
    assert meet.ask(asking("split"), None, times=41, **cookie).status_code == 429
    assert {meet.ask(asking(act), None, **cookie).status_code for act in STOPS} == {200}
    meet.now_s += 0.1
    assert meet.ask(asking("split"), None, **cookie).status_code == 200


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff",
        b'{"key":"12345678","race":"mile"}',
        b"[" * 3000,
        b'{"key":"12345678","race":"mile","do":{"act":"gun","ago_ns":1e999}}',
        asking(key="short"),
        asking(key="a" * 65),
        asking(key="../../etc"),
        asking(race=""),
        asking(race="x" * 201),
        asking(seen=-1),
        asking(seen=2**60),
        asking(seen="3"),
        asking("king"),
        asking(do={"hurry": True}),
        asking("strike"),
        asking("status", do={"bib": 7, "status": "DQ"}),
    ],
)
def test_what_is_no_request_is_refused_in_a_line(meet: Meet, body: object) -> None:
    answer = meet.ask(body)
    assert answer.status_code == 400
    assert "\n" not in answer.json()["error"]
    assert meet.sent == []


def test_what_is_not_said_to_be_json_is_not_read(meet: Meet) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""):
        assert meet.ask(asking(), **{"Content-Type": kind}).status_code == 415
    assert meet.ask(asking(), **{"Content-Type": "application/json; charset=utf-8"}).status_code == 200


def test_what_no_engine_would_take_is_too_long(meet: Meet) -> None:
    answer = meet.ask(asking(do={"reason": "x" * MOST}))
    assert answer.status_code == 413
    assert meet.sent == []
