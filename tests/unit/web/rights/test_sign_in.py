"""Signing in, in process, so that the clock is the test's own."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.types import ASGIApp

from pacelight.meet.desk.roles import Role
from pacelight.web.app import application
from pacelight.web.rights.access import EACH_ADDRESS, WINDOW_S, Access
from pacelight.web.rights.gate import Gate
from pacelight.web.rights.session import IDLE_S

NOW = 1_738_000_000
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Origin": "http://127.0.0.1"}


@dataclass
class House:
    """An application, who is signed in there, and its clock."""

    app: ASGIApp
    access: Access
    now_s: int = NOW
    log: list[str] = field(default_factory=list)

    def ask(self, method: str, path: str, *, client: str = "127.0.0.1", **more: Any) -> httpx.Response:
        headers = {"X-Pacelight": "1"} | more.pop("headers", {})
        base = more.pop("base", "http://127.0.0.1")

        async def whole() -> httpx.Response:
            transport = httpx.ASGITransport(self.app, client=(client, 5000))
            async with httpx.AsyncClient(transport=transport, base_url=base) as asking:
                return await asking.request(method, path, headers=headers, **more)

        return asyncio.run(whole())

    def code(self, role: Role = Role.DIRECTOR, by: str = "director") -> str:
        return self.access.invite(role, by, self.now_s).code

    def token(self, role: Role = Role.DIRECTOR, by: str = "director") -> str:
        found = self.access.pair(self.code(role, by), "127.0.0.1", self.now_s)
        assert found is not None
        return found[0]


@contextmanager
def house(folder: Path, **gate: Any) -> Iterator[House]:
    with Access(folder / "access.sqlite") as access:
        made = House(lambda *_: None, access)  # type: ignore[arg-type, return-value]
        made.app, _ = application(
            folder / "bus",
            static=folder / "none",
            unix_ns=lambda: made.now_s * 10**9,
            gate=Gate(access, made.log.append, lambda: made.now_s, **gate),
            names=("tower.local",),
            told=made.log.append,
        )
        yield made


@pytest.fixture
def meet(tmp_path: Path) -> Iterator[House]:
    with house(tmp_path) as made:
        yield made


def cookie(token: str) -> dict[str, dict[str, str]]:
    return {"headers": {"Cookie": f"pacelight={token}"}}


def test_who_signs_in_is_told_who_that_is(meet: House) -> None:
    answer = meet.ask("POST", "/api/session", json={"code": meet.code(Role.TIMER, "timing desk")})
    told = answer.json()
    assert (told["role"], told["by"], told["mine"]) == ("timer", "timing desk", True)
    assert {"gun", "split"} < set(told["may"])
    assert "blackout" not in told["may"]
    mine = meet.ask("GET", "/api/session", **cookie(answer.cookies["pacelight"]))
    assert mine.json() == told
    assert mine.headers["cache-control"] == "no-store"


def test_who_is_not_signed_in_is_a_spectator_who_may_ask_nothing(meet: House) -> None:
    told = meet.ask("GET", "/api/session").json()
    assert (told["role"], told["may"]) == ("spectator", [])
    assert meet.ask("GET", "/api/sessions").status_code == 403


def test_a_token_is_made_by_the_server_alone_and_anew_each_time(meet: House) -> None:
    """Session fixation: what a browser brings along is never taken up."""
    planted = "a" * 43
    answer = meet.ask("POST", "/api/session", json={"code": meet.code()}, **cookie(planted))
    token = answer.cookies["pacelight"]
    assert token != planted
    assert meet.ask("GET", "/api/session", **cookie(planted)).json()["role"] == "spectator"
    again = meet.ask("POST", "/api/session", json={"code": meet.code()}, **cookie(token))
    assert again.cookies["pacelight"] != token
    assert meet.ask("GET", "/api/session", **cookie(token)).json()["role"] == "spectator"


def test_a_code_that_was_used_is_not_taken_again(meet: House) -> None:
    code = meet.code()
    assert meet.ask("POST", "/api/session", json={"code": code}).status_code == 200
    again = meet.ask("POST", "/api/session", json={"code": code})
    assert (again.status_code, "set-cookie" in again.headers) == (403, False)
    assert again.json()["error"] == "this code lets nobody in: it was used, is too old, or mistyped"


def test_guessing_is_stopped_and_told_in_the_log(meet: House) -> None:
    guesses = [
        meet.ask("POST", "/api/session", json={"code": f"AAAAAA{n:02}"}).status_code
        for n in range(EACH_ADDRESS + 3)
    ]
    assert guesses == [403] * EACH_ADDRESS + [429] * 3
    refused = meet.ask("POST", "/api/session", json={"code": meet.code()})
    assert (refused.status_code, refused.headers["retry-after"]) == (429, str(WINDOW_S))
    meet.now_s += WINDOW_S + 1
    assert meet.ask("POST", "/api/session", json={"code": meet.code()}).status_code == 200
    assert len([line for line in meet.log if "event=pairing-refused" in line]) == EACH_ADDRESS + 4


def test_guesses_on_the_page_count_like_those_of_programs(meet: House) -> None:
    for n in range(EACH_ADDRESS):
        answer = meet.ask("POST", "/pair", content=f"code=AAAAAA{n:02}", headers=FORM)
        assert answer.status_code == 403
        assert "This code lets nobody in" in answer.text
    assert meet.ask("POST", "/api/session", json={"code": meet.code()}).status_code == 429
    assert "Too many attempts" in meet.ask("POST", "/pair", content="code=A", headers=FORM).text


def test_the_page_signs_in_without_a_script(meet: House) -> None:
    page = meet.ask("GET", "/pair").text
    assert '<form method="post" action="/pair">' in page
    answer = meet.ask("POST", "/pair", content=f"code={meet.code()}", headers=FORM)
    assert (answer.status_code, answer.headers["location"]) == (303, "/pair")
    signed_in = meet.ask("GET", "/pair", **cookie(answer.cookies["pacelight"])).text
    assert "Signed in as <strong>director</strong>" in signed_in
    assert "Let somebody in" in signed_in


@pytest.mark.parametrize(
    "body", [b"", b"code", b"code=a&code=b", b"%ff=1", b"\xff\xfe", b"a=1&" * 50, b"code=\x00"]
)
def test_whatever_a_form_sends_is_an_answer(meet: House, body: bytes) -> None:
    assert meet.ask("POST", "/pair", content=body, headers=FORM).status_code == 403


def test_signing_out_ends_the_session_and_clears_the_browser(meet: House) -> None:
    token = meet.token()
    gone = meet.ask("DELETE", "/api/session", **cookie(token))
    assert gone.status_code == 204
    assert gone.headers["set-cookie"].startswith("pacelight=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict")
    assert gone.headers["clear-site-data"] == '"cache"', "times that are not sent yet lie in its storage"
    assert meet.ask("GET", "/api/session", **cookie(token)).json()["role"] == "spectator"
    token = meet.token()
    left = meet.ask("POST", "/pair/leave", headers=FORM | {"Cookie": f"pacelight={token}"})
    assert (left.status_code, left.headers["clear-site-data"]) == (303, '"cache"')
    assert meet.access.session(token, NOW) is None


def test_a_session_left_alone_is_over(meet: House) -> None:
    token = meet.token()
    meet.now_s += IDLE_S
    assert meet.ask("GET", "/api/session", **cookie(token)).json()["role"] == "spectator"
    assert meet.ask("POST", "/api/pairings", json={"role": "timer"}, **cookie(token)).status_code == 403


def test_the_director_makes_codes_and_nobody_else(meet: House) -> None:
    made = meet.ask(
        "POST", "/api/pairings", json={"role": "timer", "by": "desk"}, **cookie(meet.token())
    ).json()
    assert made["address"] == f"http://127.0.0.1/pair#{made['code']}"
    assert made["until"] == NOW + 600
    let_in = meet.ask("POST", "/api/session", json={"code": made["code"]}).json()
    assert (let_in["role"], let_in["by"]) == ("timer", "desk")
    for role in set(Role) - {Role.DIRECTOR, Role.SPECTATOR}:
        refused = meet.ask("POST", "/api/pairings", json={"role": "timer"}, **cookie(meet.token(role, "x")))
        assert refused.status_code == 403
    assert meet.ask("POST", "/api/pairings", json={"role": "timer"}).status_code == 403


def test_the_address_of_a_code_is_one_that_a_phone_reaches(tmp_path: Path) -> None:
    with house(tmp_path, address="https://10.0.0.5:8370/") as meet:
        made = meet.ask("POST", "/api/pairings", json={"role": "timer"}, **cookie(meet.token())).json()
        assert made["address"] == f"https://10.0.0.5:8370/pair#{made['code']}"


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ({"role": "king"}, "Invalid enum value 'king'"),
        ({"role": "timer", "by": "a\nb"}, "a name has 1 to 64 characters"),
        ({"role": "timer", "admin": True}, "unknown field `admin`"),
        ([], "Expected `object`"),
    ],
)
def test_what_is_no_pairing_is_refused(meet: House, body: object, why: str) -> None:
    answer = meet.ask("POST", "/api/pairings", json=body, **cookie(meet.token()))
    assert answer.status_code == 400
    assert why in answer.json()["error"]


def test_the_director_sees_and_ends_every_session_others_their_own(meet: House) -> None:
    director, timer = meet.token(), meet.token(Role.TIMER, "timing desk")
    seen = meet.ask("GET", "/api/sessions", **cookie(director)).json()["sessions"]
    assert {(one["by"], one["mine"]) for one in seen} == {("director", True), ("timing desk", False)}
    (own,) = meet.ask("GET", "/api/sessions", **cookie(timer)).json()["sessions"]
    assert own["by"] == "timing desk"
    (other,) = (one["id"] for one in seen if one["mine"])
    assert meet.ask("DELETE", f"/api/sessions/{other}", **cookie(timer)).status_code == 403
    assert meet.ask("DELETE", f"/api/sessions/{own['id']}", **cookie(director)).status_code == 204
    assert meet.ask("DELETE", f"/api/sessions/{own['id']}", **cookie(director)).status_code == 404
    assert meet.ask("GET", "/api/session", **cookie(timer)).json()["role"] == "spectator"
    assert meet.ask("DELETE", f"/api/sessions/{other}").status_code == 403


def test_a_console_is_silent_from_when_it_was_heard_last(meet: House) -> None:
    director, lights = meet.token(), meet.token(Role.OPERATOR, "lights")
    client = meet.ask("GET", "/api/session", **cookie(lights)).json()["client"]
    meet.now_s += 40
    asked = meet.ask("GET", f"/api/consoles/{client}", **cookie(director)).json()
    assert asked == {"client": client, "silent": 40, "schema": "pacelight.console/1"}
    meet.ask("GET", "/api/session", **cookie(lights))
    assert meet.ask("GET", f"/api/consoles/{client}", **cookie(director)).json()["silent"] == 0
    assert meet.ask("GET", f"/api/consoles/{client}").status_code == 403


def test_one_that_was_never_heard_is_silent_from_when_it_was_asked_after(meet: House) -> None:
    director = meet.token()
    assert meet.ask("GET", "/api/consoles/gone", **cookie(director)).json()["silent"] == 0
    meet.now_s += 17
    assert meet.ask("GET", "/api/consoles/gone", **cookie(director)).json()["silent"] == 17


def test_the_pages_of_the_director_are_the_directors(meet: House) -> None:
    director, timer = meet.token(), meet.token(Role.TIMER, "timing desk")
    form = FORM | {"Cookie": f"pacelight={timer}"}
    for path in ("/pair/invite", "/pair/revoke"):
        refused = meet.ask("POST", path, content="role=director&session=1", headers=form)
        assert refused.status_code == 403
        assert "Only the director lets others in and out" in refused.text
    form = FORM | {"Cookie": f"pacelight={director}"}
    made = meet.ask("POST", "/pair/invite", content="role=operator&by=lights+%3Cb%3E", headers=form)
    assert "For lights &lt;b&gt;" in made.text
    assert '<img src="data:image/svg+xml' in made.text
    assert "There is no such role" in meet.ask("POST", "/pair/invite", content="role=king", headers=form).text
    assert (
        "can be printed" in meet.ask("POST", "/pair/invite", content="role=timer&by=%00", headers=form).text
    )
    (other,) = (one.id for one in meet.access.sessions(NOW) if one.role is Role.TIMER)
    assert meet.ask("POST", "/pair/revoke", content=f"session={other}", headers=form).status_code == 303
    assert meet.access.session(timer, NOW) is None


PLAIN = {"client": "10.0.0.7", "base": "http://tower.local"}


def test_without_tls_nobody_of_the_network_signs_in(meet: House) -> None:
    refused = meet.ask("POST", "/api/session", json={"code": meet.code()}, **PLAIN)
    assert refused.status_code == 403
    assert "https" in refused.json()["error"]
    stolen = meet.ask("GET", "/api/session", **PLAIN, **cookie(meet.token()))
    assert stolen.json()["role"] == "spectator"
    assert "can be read by others" in meet.ask("GET", "/pair", **PLAIN).text
    handed_on = {"headers": {"X-Forwarded-For": "127.0.0.1"}}
    assert meet.ask("POST", "/api/session", json={"code": meet.code()}, **handed_on).status_code == 403


def test_unless_the_operator_answers_for_the_network(tmp_path: Path) -> None:
    with house(tmp_path, trusts_network=True) as meet:
        answer = meet.ask("POST", "/api/session", json={"code": meet.code()}, **PLAIN)
        assert answer.status_code == 200


def test_over_tls_the_cookie_can_be_set_by_this_host_alone(meet: House) -> None:
    over_tls = {"client": "10.0.0.7", "base": "https://tower.local"}
    answer = meet.ask("POST", "/api/session", json={"code": meet.code()}, **over_tls)
    name, _, rest = answer.headers["set-cookie"].partition("=")
    assert name == "__Host-pacelight"
    assert set(rest.partition("; ")[2].split("; ")) == {
        "Path=/", "Max-Age=64800", "HttpOnly", "SameSite=Strict", "Secure",
    }  # fmt: skip
    token = answer.cookies["__Host-pacelight"]
    named = {"headers": {"Cookie": f"__Host-pacelight={token}"}}
    assert meet.ask("GET", "/api/session", **over_tls, **named).json()["role"] == "director"
    assert meet.ask("GET", "/api/session", **over_tls, **cookie(token)).json()["role"] == "spectator"


def test_a_file_that_cannot_be_written_is_said_and_asked_again(meet: House) -> None:
    code = meet.code()
    meet.access._file.execute("PRAGMA query_only = ON")
    answer = meet.ask("POST", "/api/session", json={"code": code})
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")
    assert "cannot be kept" in answer.json()["error"]
    meet.access._file.execute("PRAGMA query_only = OFF")
    assert meet.ask("POST", "/api/session", json={"code": code}).status_code == 200


def test_who_came_and_went_is_in_the_log(meet: House) -> None:
    token = meet.token()
    meet.ask("POST", "/api/pairings", json={"role": "timer", "by": "timing desk"}, **cookie(token))
    meet.ask("POST", "/api/session", json={"code": meet.code(Role.TIMER, "timing desk")})
    meet.ask("DELETE", "/api/session", **cookie(token))
    events = [line.split()[1] for line in meet.log]
    assert events == ["event=invited", "event=paired", "event=revoked"]
    assert 'invited="timing desk" invited_as="timer"' in meet.log[0]
    assert "2025-01-27T17:46:40Z" in meet.log[0]


def test_no_address_carries_a_code_or_a_token_to_the_server(meet: House) -> None:
    """What follows a `#` stays in the browser (OWASP ASVS 5.0.0, 14.2.1)."""
    code = meet.code()
    assert meet.ask("GET", f"/pair?code={code}").status_code == 200
    assert meet.access.pair(code, "127.0.0.1", NOW) is not None  # it was not looked at
    made = meet.ask("POST", "/api/pairings", json={"role": "timer"}, **cookie(meet.token())).json()
    path, _, behind = made["address"].partition("#")
    assert (path.endswith("/pair"), behind) == (True, made["code"])


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_no_safe_method_changes_anything(meet: House, method: str) -> None:
    token = meet.token()
    before = meet.access.sessions(NOW)
    paths = [
        "/", "/pair", "/pair/leave", "/pair/invite", "/pair/revoke", "/api/session", "/api/sessions",
        f"/api/sessions/{before[0].id}", "/api/pairings", "/api/requests", "/api/clock",
    ]  # fmt: skip
    for path in paths:
        answer = meet.ask(method, path, **cookie(token))
        assert "set-cookie" not in answer.headers
    assert meet.access.sessions(NOW) == before
    assert meet.log == []


@pytest.mark.parametrize("path", ["/metrics", "/docs", "/redoc", "/openapi.json", "/.git/config", "/debug"])
def test_nothing_is_open_that_nobody_needs(meet: House, path: str) -> None:
    assert meet.ask("GET", path).status_code == 404


def test_a_style_and_a_script_come_as_what_they_are(meet: House) -> None:
    assert meet.ask("GET", "/pair.css").headers["content-type"] == "text/css; charset=utf-8"
    assert meet.ask("GET", "/pair.js").headers["content-type"].startswith("text/javascript")
    assert "<script>" not in meet.ask("GET", "/pair").text
