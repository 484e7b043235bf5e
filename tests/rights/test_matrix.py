"""Role by act by transport: every cell, against the real web process and the real end of a bus."""

import socket
import uuid
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import pytest

from pacelight.errors import DriverError
from pacelight.meet.bus import Hearing, Secret, Tcp, Where
from pacelight.meet.desk import requests
from pacelight.meet.desk.acts import Act
from pacelight.meet.desk.roles import TABLE, Role

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "rights.txt"
SECRET = Secret(b"0123456789abcdef0123456789abcdef")
OTHER = Secret(b"fedcba9876543210fedcba9876543210")

DO: dict[Act, dict[str, Any]] = {
    Act.OVERRIDE: {"act": "arm", "override": True},
    Act.STARTED: {"act": "gun", "ago_ns": 12_000_000_000},
    Act.MOVE_GUN: {"act": "move-gun", "by_ns": -80_000_000},
    Act.REPLAN: {"act": "replan", "light": "WR", "mark": "3:45.00"},
    Act.NUDGE: {"act": "nudge", "light": "WR", "by_ms": -100},
    Act.STATUS: {"act": "status", "bib": "7", "status": "DQ", "rule": "TR17.3.1"},
    Act.STRIKE: {"act": "strike", "what": "1:800"},
    Act.RESTORE: {"act": "restore", "what": "1:800"},
    Act.REASSIGN: {"act": "reassign", "what": "1:800", "bib": "8"},
    Act.SWAP: {"act": "swap", "bib": "7", "other": "8"},
    Act.CORRECT: {"act": "correct", "what": "1:800", "elapsed_ns": 114_000_000_000},
    Act.SETTLE: {"act": "settle", "what": "1:800", "take": True},
}
"""What is asked for each act that needs more than its name."""


def do(act: Act) -> dict[str, Any]:
    return {"reason": "as agreed"} | DO.get(act, {"act": act.value})


def table() -> dict[tuple[Role, Act], bool]:
    """Who may ask what, as people wrote it down: a row an act, a column a role, `x` for may."""
    head, *rows = [line.split() for line in GOLDEN.read_text(encoding="ascii").splitlines()]
    return {
        (Role(role), Act(row[0])): mark == "x"
        for row in rows
        for role, mark in zip(head, row[1:], strict=True)
    }


CELLS = table()


def test_the_table_is_as_it_was_written_down() -> None:
    assert {(role, act): role in TABLE[act] for role in Role for act in Act} == CELLS
    assert set(TABLE) == set(Act)
    assert set(CELLS.values()) == {True, False}


def test_what_is_asked_is_what_the_cell_says() -> None:
    for act in Act:
        assert requests.act_of(msgspec.convert(do(act), requests.Do)) is act


@dataclass(frozen=True)
class Meet:
    """An engine at its places, and a web process that listens to it."""

    engine: Any
    pages: Any
    path: Path
    port: Tcp


def free(secret: Secret | None = None) -> Tcp:
    """A port of this machine that nobody has."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return Tcp("127.0.0.1", probe.getsockname()[1], secret)


@pytest.fixture(scope="module")
def meet(
    answering: Callable[..., Any], web_pages: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory
) -> Meet:
    path = tmp_path_factory.mktemp("meet") / "bus"
    port = free(SECRET)
    return Meet(answering(path, port), web_pages("--bus", path), path, port)


def body(act: Act) -> dict[str, Any]:
    return {"key": str(uuid.uuid4()), "race": "mile", "seen": 3, "do": do(act)}


def test_with_a_session_each_role_asks_what_the_table_says(meet: Meet) -> None:
    found = {}
    for role in set(Role) - {Role.SPECTATOR}:
        with meet.pages.client(meet.pages.token(role, f"{role} post")) as client:
            for act in Act:
                meet.engine.heard.clear()
                status = client.post("/api/requests", json=body(act)).status_code
                found[role, act] = status == 200
                assert status in {200, 403}
                # What may not be asked never reaches the engine; what may carries who asks, and as what.
                assert [(one.role, one.by) for one in meet.engine.heard] == (
                    [(role, f"{role} post")] if status == 200 else []
                )
    assert found == {cell: may for cell, may in CELLS.items() if cell[0] is not Role.SPECTATOR}


@pytest.mark.parametrize("token", ["", "x" * 43])
def test_without_a_session_nothing_may_be_asked(meet: Meet, token: str) -> None:
    meet.engine.heard.clear()
    with meet.pages.client(token) as client:
        answers = {act: client.post("/api/requests", json=body(act)) for act in Act}
    assert {act: answer.status_code for act, answer in answers.items()} == dict.fromkeys(Act, 403)
    assert answers[Act.GUN].json()["error"] == "'gun' is not for the role 'spectator': sign in at /pair"
    assert meet.engine.heard == []


def test_what_was_denied_is_in_the_log(meet: Meet) -> None:
    before = len(meet.pages.log("denied"))
    with meet.pages.client(meet.pages.token("announcer", "booth")) as client:
        assert client.post("/api/requests", json=body(Act.BLACKOUT)).status_code == 403
    (line,) = meet.pages.log("denied")[before:]
    assert 'role="announcer" by="booth"' in line
    assert 'act="blackout"' in line
    assert 'from="127.0.0.1"' in line


def asked_on_the_bus(at: Where, role: Role) -> dict[Act, bool]:
    """What an engine answers to whoever says it is of this role, in one connection."""
    done = {}
    with Hearing(at) as hearing:
        for act in Act:
            request = requests.Request(
                key=str(uuid.uuid4()),
                race="mile",
                by="desk",
                role=role,
                do=msgspec.convert(do(act), requests.Do),
                seen=3,
            )
            hearing.say(msgspec.json.encode(request))
            done[act] = answered(hearing, request.key)
    return done


def answered(hearing: Hearing, key: str) -> bool:
    while not hearing.ended:
        for line in hearing.turn(5.0):
            if line.startswith(b'{"type":"answer"'):
                answer = requests.answer(line)
                assert answer.key == key
                return answer.done
    raise DriverError("hung up")


@pytest.mark.parametrize("place", ["path", "port"])
def test_the_engine_asks_the_table_again(meet: Meet, place: str) -> None:
    found = {}
    for role in Role:
        found |= {(role, act): done for act, done in asked_on_the_bus(getattr(meet, place), role).items()}
    assert found == CELLS


@pytest.mark.parametrize("secret", [None, OTHER])
def test_on_a_port_who_does_not_know_the_secret_is_not_heard(meet: Meet, secret: Secret | None) -> None:
    meet.engine.heard.clear()
    for role in Role:
        with pytest.raises(DriverError, match=r"secret|hung up"):
            asked_on_the_bus(Tcp(meet.port.host, meet.port.port, secret), role)
    assert meet.engine.heard == []


@pytest.mark.parametrize("act", list(Act))
def test_who_begins_to_ask_before_the_proof_is_dropped(meet: Meet, act: Act) -> None:
    meet.engine.heard.clear()
    request = requests.Request(
        key=str(uuid.uuid4()),
        race="mile",
        by="desk",
        role=Role.DIRECTOR,
        do=msgspec.convert(do(act), requests.Do),
        seen=3,
    )
    with socket.create_connection((meet.port.host, meet.port.port), timeout=10) as stranger:
        stranger.sendall(msgspec.json.encode(request) + b"\n")
        said = b""
        while chunk := stranger.recv(4096):
            said += chunk
    assert said.startswith(b'{"type":"challenge"')
    assert b'"answer"' not in said
    assert meet.engine.heard == []


def test_on_a_port_without_a_secret_all_listen_and_nobody_asks(answering: Callable[..., Any]) -> None:
    port = free()
    engine = answering(port)
    for role in Role:
        with pytest.raises(DriverError, match="hung up"):
            asked_on_the_bus(port, role)
    with Hearing(port) as hearing:
        told = hearing.turn(5.0)
        while not told:  # it returns as soon as anything came, be it half a line
            told = hearing.turn(5.0)
        assert b'"schema":"pacelight.live/1"' in told[0]
    assert engine.heard == []


HEAD = b"POST / HTTP/1.1\r\nhost: x\r\ncontent-type: text/plain\r\ncontent-length: %d\r\n\r\n"


def test_what_a_browser_sends_to_a_bus_is_no_request(answering: Callable[..., Any], tmp_path: Path) -> None:
    """A page of somebody else can send text to any port here; before it stands the head of HTTP."""
    engine = answering(tmp_path / "bus")
    asked = requests.Request(
        key=str(uuid.uuid4()), race="mile", by="x", role=Role.DIRECTOR, do=requests.Blackout(), seen=3
    )
    line = msgspec.json.encode(asked) + b"\n"
    for parts in ((HEAD % len(line) + line,), (HEAD % len(line), line)):
        with connected(tmp_path / "bus") as browser, suppress(ConnectionError):
            for part in parts:
                browser.sendall(part)
            while browser.recv(4096):
                pass
    assert engine.heard == []
    with connected(tmp_path / "bus") as console:
        console.sendall(line)  # the same without a head is heard
        said = b""
        while b'"answer"' not in said:
            said += console.recv(4096)
    assert engine.heard == [asked]


def connected(path: Path) -> socket.socket:
    connection = socket.socket(socket.AF_UNIX)
    connection.settimeout(10)
    connection.connect(str(path))
    return connection
