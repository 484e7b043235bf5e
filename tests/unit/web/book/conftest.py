"""The shipped book behind its pages, and one with what pages must get right."""

import asyncio
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import httpx
import pytest
from starlette.types import ASGIApp

from pacelight.book.asking.lists import Book
from pacelight.book.birth import Birth
from pacelight.book.model import Athlete, Coverage, Performance, Source
from pacelight.event import Level, Sex
from pacelight.mark import Mark
from pacelight.web.app import application
from pacelight.web.book import Shelf, routes

Ask = Callable[..., httpx.Response]
NOON = int(datetime(2026, 11, 25, 12, tzinfo=UTC).timestamp()) * 10**9


def asked(app: ASGIApp, path: str, **headers: str) -> httpx.Response:
    async def whole() -> httpx.Response:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            return await client.get(
                path, headers={name.replace("_", "-"): told for name, told in headers.items()}
            )

    return asyncio.run(whole())


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped book in a file; nobody writes to it."""
    path = tmp_path_factory.mktemp("shelf") / "book.sqlite"
    Book.starter(path).close()
    return path


@pytest.fixture(scope="session")
def ask(shipped: Path) -> Ask:
    """Asks the pages of the shipped book, on 25 November 2026."""
    app, _ = application(None, book=routes(Shelf(partial(Book.open, shipped), lambda: NOON)))
    return partial(asked, app)


EVIL = "<script>alert(\"1\")</script> & 'Sons'"


@pytest.fixture(scope="session")
def small() -> Callable[[Path | str], Book]:
    """Makes a small book at a place: with a name that is no markup, and a runner who is not of age."""
    return made


def made(place: Path | str) -> Book:
    source = Source("list", f"A list of {EVIL}", "javascript:alert(1)", date(2026, 1, 1))
    people = (
        Athlete("evil-eve", f"Eve {EVIL}", "NOR", (f"E. {EVIL}",), Birth(date(1990, 5, 17))),
        Athlete("young-yan", "Yan Young", "NOR", (), Birth(date(2010, 5, 17))),
    )

    def ran(who: Athlete, mark: str, day: date) -> Performance:
        key = f"{day}-{who.key}"
        return Performance(
            key, "800", Sex.WOMEN, Mark.parse(mark), who.key, who.name, "NOR", day, f"Bislett {EVIL}", EVIL
        )

    runs = [ran(people[0], "2:00.10", date(2025, 6, 1)), ran(people[1], "1:59.99", date(2026, 6, 1))]
    covers = [Coverage(Level.NR, "NOR", "800", Sex.WOMEN, date(2020, 1, 1), source="list")]
    book = Book.create(place)
    book.add(runs, source, athletes=people, coverage=covers)
    return book


@pytest.fixture(scope="module")
def other(small: Callable[[Path | str], Book], tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """Asks the pages of the small book."""
    path = tmp_path_factory.mktemp("small") / "book.sqlite"
    small(path).close()
    app, _ = application(None, book=routes(Shelf(partial(Book.open, path), lambda: NOON)))
    return partial(asked, app)


@pytest.fixture
def own(shipped: Path, tmp_path: Path) -> Path:
    """A copy of the shipped book that a test may write to."""
    return Path(shutil.copy(shipped, tmp_path / "own.sqlite"))
