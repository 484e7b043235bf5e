"""A desk in process: the shipped book as of the day after Liévin, a gate, and a clock of the test's own."""

import asyncio
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import partial
from html import unescape
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from starlette.types import ASGIApp

from pacelight.book.asking.lists import Book
from pacelight.event import EVENTS
from pacelight.meet.desk.roles import Role
from pacelight.web.app import application
from pacelight.web.book import Shelf
from pacelight.web.frame import Around
from pacelight.web.records import Folder, routes
from pacelight.web.rights.access import Access
from pacelight.web.rights.gate import Gate

NOON = int(datetime(2025, 2, 20, 12, tzinfo=UTC).timestamp())
LIEVIN = "2025-02-13-lievin-MILEsh-men-ingebrigtsen-jakob"


@dataclass
class Desk:
    """The application, its book, who is signed in, and the clock."""

    app: ASGIApp
    book: Path
    access: Access
    evidence: Path
    now_s: int = NOON
    log: list[str] = field(default_factory=list)

    def ask(self, method: str, path: str, token: str = "", **more: Any) -> httpx.Response:
        headers = {"Cookie": f"pacelight={token}"} if token else {}
        if method == "POST":
            headers["Origin"] = "http://127.0.0.1"
        headers |= more.pop("headers", {})

        async def whole() -> httpx.Response:
            transport = httpx.ASGITransport(self.app)
            async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
                return await client.request(method, path, headers=headers, **more)

        return asyncio.run(whole())

    def token(self, role: Role | str = Role.STATISTICIAN, by: str = "statistics") -> str:
        found = self.access.pair(self.code(role, by), "127.0.0.1", self.now_s)
        assert found is not None
        return found[0]

    def code(self, role: Role | str = Role.STATISTICIAN, by: str = "statistics") -> str:
        return self.access.invite(Role(role), by, self.now_s).code

    def page(self, key: str = LIEVIN, token: str = "") -> str:
        return unescape(self.ask("GET", f"/records/{quote(key, safe='')}", token).text)

    def seen(self, key: str = LIEVIN) -> str:
        """What the form says was seen, as the page fills it in."""
        with Book.open(self.book) as book:
            return str(book.decisions_about(key))

    def send(self, act: str, token: str | None = None, language: str = "en", **form: str) -> httpx.Response:
        """A form as the page sends it, with what is asked for filled in."""
        usual = {"key": LIEVIN, "seen": self.seen(form.get("key", LIEVIN))}
        if act != "attest":
            usual |= {"by": "World Athletics", "on": "2025-02-18", "learned": "", "why": "the form is whole"}
        whose, headers = self.token() if token is None else token, {"Accept-Language": language}
        return self.ask("POST", f"/records/{act}", whose, data=usual | form, headers=headers)

    def decided(self, key: str = LIEVIN) -> list[tuple[str, str, str, str]]:
        """What the book says was decided, in the order in which it was."""
        with Book.open(self.book) as book:
            one = book.performance(key)
            (found,) = book.part(EVENTS[one.event], one.sex).history.heard([one], date(2030, 1, 1))
            return [(d.kind.value, d.by, d.decided.isoformat(), d.why) for d in found]


@pytest.fixture(scope="session")
def eve(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped book as the world knew it on the evening after Liévin; nobody writes to it."""
    path = tmp_path_factory.mktemp("eve") / "book.sqlite"
    Book.starter(path, until=date(2025, 2, 14)).close()
    return path


@pytest.fixture(scope="session")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of the Liévin mile, run as fast as it goes."""
    path = tmp_path_factory.mktemp("journal") / "race.journal"
    race = files("pacelight").joinpath("recordings/lievin-2025-mile.toml")
    line = [sys.executable, "-m", "pacelight", "race", "run", str(race), "--speed", "100"]
    line += ["--journal", str(path)]
    subprocess.run([*line, "--json"], check=True, stdout=subprocess.DEVNULL, cwd=path.parent)
    return path


@pytest.fixture
def make(tmp_path: Path, eve: Path) -> Iterator[Callable[..., Desk]]:
    """Makes a desk; without a gate where none is wanted."""
    opened: list[Access] = []

    def made(*, gated: bool = True) -> Desk:
        book, evidence = tmp_path / "book.sqlite", tmp_path / "evidence"
        shutil.copy(eve, book)
        evidence.mkdir(exist_ok=True)
        access = Access(tmp_path / "access.sqlite")
        opened.append(access)
        desk = Desk(lambda *_: None, book, access, evidence)  # type: ignore[arg-type, return-value]
        gate = Gate(access, desk.log.append, lambda: desk.now_s) if gated else None
        shelf = Shelf(partial(Book.open, book), lambda: desk.now_s * 10**9)
        around = Around(book=True, sign_in=gated)
        desk.app, _ = application(
            None,
            static=tmp_path / "none",
            unix_ns=lambda: desk.now_s * 10**9,
            book=routes(shelf, Folder([evidence]), gate, around),
            gate=gate,
            told=desk.log.append,
        )
        return desk

    yield made
    for access in opened:
        access.close()


@pytest.fixture
def desk(make: Callable[..., Desk]) -> Desk:
    return make()
