"""A meet that is prepared in process: the clock is the test's own, and no lamp is anywhere."""

import asyncio
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest

from pacelight.book.asking.lists import Book
from pacelight.meet.desk.roles import Role
from pacelight.web.app import application
from pacelight.web.live.stream import FanOut
from pacelight.web.rights.access import Access
from pacelight.web.rights.gate import Gate
from pacelight.web.setup.setup import SetUp, prepared
from pacelight.web.words import languages, understood

NOW = 1_738_000_000


@dataclass
class Office:
    """Where a meet is prepared, and whoever asks there."""

    folder: Path
    setup: SetUp
    access: Access
    app: Any = None
    fan_out: FanOut | None = None
    log: list[str] = field(default_factory=list)
    tokens: dict[Role, str] = field(default_factory=dict)

    def ask(
        self, method: str, path: str, body: Any = None, role: Role | None = Role.DIRECTOR
    ) -> httpx.Response:
        cookies = {} if role is None else {"pacelight": self.token(role)}

        async def whole() -> httpx.Response:
            transport = httpx.ASGITransport(self.app, client=("127.0.0.1", 5000))
            base = "http://127.0.0.1"
            async with httpx.AsyncClient(transport=transport, base_url=base, cookies=cookies) as asking:
                return await asking.request(method, path, json=body, headers={"X-Pacelight": "1"})

        return asyncio.run(whole())

    def token(self, role: Role) -> str:
        if role not in self.tokens:
            code = self.access.invite(role, f"{role} post", NOW).code
            found = self.access.pair(code, "127.0.0.1", NOW)
            assert found is not None
            self.tokens[role] = found[0]
        return self.tokens[role]

    def told(self, method: str, path: str, body: Any = None, status: int = 200, **more: Any) -> Any:
        answer = self.ask(method, f"/api/setup{path}", body, **more)
        assert answer.status_code == status, answer.text
        return answer.json()

    def surveyed(self, lamps: int = 200, controllers: int = 2, **first: str) -> Any:
        """A survey that is saved; of the first controller these fields are others."""
        planned = self.told(
            "POST", "/survey/plan", {"track": "short-200", "lamps": lamps, "controllers": controllers}
        )
        draft = planned["draft"]
        draft["controllers"][0] |= first
        return self.told("PUT", "/survey", {"survey": draft, "seen": planned["seen"]})

    def met(self, **changes: Any) -> Any:
        """A meet that is saved."""
        shown = self.told("GET", "/meet")
        meet = shown["draft"] | {
            "name": "Evening",
            "venue": "Oslo",
            "day": "2026-06-13",
            "track": "short-200",
        }
        return self.told("PUT", "/meet", {"meet": meet | changes, "seen": shown["seen"]})

    def is_on(self, state: str = "armed", race: str = "men-mile-short-track") -> None:
        """An engine is heard, whose race is in this state."""
        assert self.fan_out is not None
        self.fan_out.hear(
            {
                "schema": "pacelight.live/1",
                "seq": 1,
                "boot": "one",
                "state": state,
                "race": {"id": race, "name": "Men's mile"},
                "clock": {"gun_unix_ns": None, "rate": 1.0, "server_unix_ns": 1},
            }
        )
        self.fan_out.connected(True)


ENGLISH = re.compile(r"\b(the|write|is|are|not|there|with|such|missing|cannot|one|lies|no|from|by)\b")
QUOTED = re.compile(r"'[^']*'|\u00ab[^\u00bb]*\u00bb|\S+://\S*|`[^`]*`")


@pytest.fixture(scope="session")
def left_in_english() -> Callable[[str], list[str]]:
    """Of every other language, a refusal that is not said in it, or not all of it."""

    def left(words: str) -> list[str]:
        said = {code: understood(code, words) for code in languages() if code != "en"}
        return [one for one in said.values() if one == words or ENGLISH.search(QUOTED.sub("", one))]

    return left


RUNNER = {"bib": "1", "name": "Jakob Ingebrigtsen", "nation": "NOR", "athlete": "ingebrigtsen-jakob"}
RACE = {"event": "MILEsh", "sex": "men", "at": "20:45", "lights": [{"name": "WR"}], "runners": [RUNNER]}


@contextmanager
def opened(folder: Path, **more: Any) -> Iterator[Office]:
    with Access(folder / "access.sqlite") as access:
        setup = prepared(folder / "meet", (), lambda: NOW, starts=True)
        made = Office(folder / "meet", setup, access)
        gate = Gate(access, made.log.append, lambda: NOW)
        made.app, made.fan_out = application(
            folder / "bus",
            static=folder / "none",
            unix_ns=lambda: NOW * 10**9,
            gate=gate,
            told=made.log.append,
            setup=setup,
            **more,
        )
        yield made
        setup.surveying.walk.dark()
        setup.rounds.wait()


@pytest.fixture(scope="session")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The book that is shipped, made once."""
    path = tmp_path_factory.mktemp("starter") / "book.sqlite"
    Book.starter(path).close()
    return path


@pytest.fixture
def office(tmp_path: Path, starter: Path) -> Iterator[Office]:
    with opened(tmp_path) as made:
        (made.folder / "book.sqlite").write_bytes(starter.read_bytes())
        yield made


@pytest.fixture
def race() -> dict[str, Any]:
    return RACE | {"lights": [dict(RACE["lights"][0])], "runners": [dict(RUNNER)]}  # type: ignore[index]
