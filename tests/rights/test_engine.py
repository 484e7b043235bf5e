"""Role by act by transport once more, before the real engine and its journal."""

import json
import socket
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import msgspec
import pytest

from pacelight.book.asking.lists import Book
from pacelight.meet.bus import Hearing, Secret, Tcp, Where
from pacelight.meet.desk import requests
from pacelight.meet.desk.acts import Act
from pacelight.meet.desk.roles import TABLE, Role
from pacelight.meet.journal.file import read

SECRET = b"0123456789abcdef0123456789abcdef"
RACE = "lievin-2025-mile"
DO: dict[Act, dict[str, Any]] = {
    Act.OVERRIDE: {"act": "arm", "override": True},
    Act.STARTED: {"act": "gun", "ago_ns": 12_000_000_000},
    Act.MOVE_GUN: {"act": "move-gun", "by_ns": -80_000_000},
    Act.REPLAN: {"act": "replan", "light": "nobody", "mark": "3:45.00"},
    Act.NUDGE: {"act": "nudge", "light": "WR", "by_ms": -100},
    Act.STATUS: {"act": "status", "bib": "none", "status": "DNS"},
    Act.STRIKE: {"act": "strike", "what": "none"},
    Act.RESTORE: {"act": "restore", "what": "none"},
    Act.REASSIGN: {"act": "reassign", "what": "none", "bib": "none"},
    Act.SWAP: {"act": "swap", "bib": "none", "other": "no one"},
    Act.CORRECT: {"act": "correct", "what": "none", "official": True},
    Act.SETTLE: {"act": "settle", "what": "none", "take": True},
}


def do(act: Act) -> dict[str, Any]:
    return {"reason": "as agreed"} | DO.get(act, {"act": act.value})


@dataclass(frozen=True)
class Meet:
    """An engine, its places, its journal, and a web process before it."""

    path: Path
    port: Tcp
    journal: Path
    pages: Any


@pytest.fixture(scope="module")
def meet(web_pages: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Meet]:
    folder = tmp_path_factory.mktemp("engine")
    (folder / "secret").write_bytes(SECRET)
    (folder / "secret").chmod(0o600)
    Book.starter(folder / "book.sqlite").close()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = Tcp("127.0.0.1", probe.getsockname()[1], Secret(SECRET))
    with as_file(files("pacelight").joinpath(f"recordings/{RACE}.toml")) as race:
        line = [
            sys.executable, "-m", "pacelight", "engine", race, "--bus", folder / "bus", "--bus", port,
            "--journal", folder / "journal", "--book", folder / "book.sqlite", "--output", "sim://",
            "--secret", folder / "secret", "--countdown", "3600",
        ]  # fmt: skip
        with subprocess.Popen([str(word) for word in line]) as engine:
            pages = web_pages("--bus", folder / "bus")
            with pages.client() as client:
                while client.get("/api/snapshot").status_code == 503:
                    assert engine.poll() is None
            yield Meet(folder / "bus", port, folder / "journal", pages)
            engine.terminate()


def is_for_the_role(answer: requests.Answer) -> bool:
    """Whether the engine looked at more than the role: what came of it is the race's matter."""
    return answer.done or not any("is not for the role " in why for why in answer.why)


WANTED = {(role, act): role in TABLE[act] for role in Role for act in Act}


@pytest.mark.parametrize("place", ["path", "port"])
def test_on_the_bus_the_engine_refuses_what_a_role_may_not(meet: Meet, place: str) -> None:
    at: Where = getattr(meet, place)
    found = {}
    with Hearing(at) as hearing:
        for role, act in WANTED:
            asked = requests.Request(
                uuid.uuid4().hex, RACE, "desk", role, msgspec.convert(do(act), requests.Do), 0
            )
            hearing.say(msgspec.json.encode(asked))
            found[role, act] = is_for_the_role(answered(hearing, asked.key))
    assert found == WANTED


def answered(hearing: Hearing, key: str) -> requests.Answer:
    while not hearing.ended:
        for line in hearing.turn(5.0):
            if line.startswith(b'{"type":"answer"') and (answer := requests.answer(line)).key == key:
                return answer
    raise AssertionError("the engine hung up")


def ask(client: Any, act: Act, **more: Any) -> Any:
    body = {"key": str(uuid.uuid4()), "race": RACE, "seen": 0, "do": do(act)} | more
    return client.post("/api/requests", json=body)


def test_over_http_the_engine_is_asked_what_a_role_may_and_nothing_else(meet: Meet) -> None:
    found = {}
    for role in set(Role) - {Role.SPECTATOR}:
        with meet.pages.client(meet.pages.token(role, f"{role} post")) as client:
            for act in Act:
                answer = ask(client, act)
                assert answer.status_code in {200, 403, 409}
                found[role, act] = answer.status_code != 403
                if answer.status_code != 403:
                    assert is_for_the_role(msgspec.json.decode(answer.content, type=requests.Answer))
    assert found == {cell: may for cell, may in WANTED.items() if cell[0] is not Role.SPECTATOR}
    with meet.pages.client() as nobody:
        assert {ask(nobody, act).status_code for act in Act} == {403}


def test_one_console_holds_the_lights_and_a_take_over_is_written_down(meet: Meet) -> None:
    with (
        meet.pages.client(meet.pages.token("operator", "tower")) as tower,
        meet.pages.client(meet.pages.token("operator", "kerb")) as kerb,
    ):
        assert ask(tower, Act.TAKE_LIGHTS, do={"act": "take-lights", "over": True}).status_code == 200
        refused = ask(kerb, Act.CHECK)
        assert (refused.status_code, refused.json()["why"]) == (
            409,
            ["tower operates the lights (take them over first)"],
        )
        assert ask(kerb, Act.TAKE_LIGHTS, do={"act": "take-lights", "over": True}).status_code == 200
        assert "kerb operates the lights" in ask(tower, Act.CHECK).json()["why"][0]
    holders = [line for line in journal(meet) if line.get("type") == "holder"]
    assert [line["by"] for line in holders][-2:] == ["tower", "kerb"]
    assert holders[-1]["client"] != holders[-2]["client"]


def journal(meet: Meet) -> list[dict[str, Any]]:
    """What each line of the journal says."""
    lines, fault = read(meet.journal)
    assert fault is None
    return [json.loads(line.event) for line in lines]


def test_the_same_request_twice_is_done_once_and_answered_the_same(meet: Meet) -> None:
    with meet.pages.client(meet.pages.token("director")) as client:
        key = str(uuid.uuid4())
        first = ask(client, Act.BLACKOUT, key=key)
        before = meet.journal.read_bytes()
        again = ask(client, Act.BLACKOUT, key=key)
        assert first.status_code == 200
        assert again.content == first.content
        assert meet.journal.read_bytes() == before
        other = ask(client, Act.LIGHT, key=key)
        assert (other.status_code, other.json()["why"]) == (
            409,
            ["this key is that of another request (make a new one for each)"],
        )
