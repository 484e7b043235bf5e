"""What the pages give to programs is what the commands print, letter for letter."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest

from pacelight.book.asking.lists import Book
from pacelight.web.app import application
from pacelight.web.book import Shelf, routes

NOON = int(datetime(2026, 11, 25, 12, tzinfo=UTC).timestamp()) * 10**9
MEN, EVE = "/book/event/MILEsh/men", "as_of=2025-02-12"
MILE = ("MILEsh", "--sex", "men", "--as-of", "2025-02-12")

PAIRS = [
    (("record", *MILE), f"{MEN}/record", EVE),
    (
        ("record", *MILE, "--ratified", "--known-at", "2025-04-01"),
        f"{MEN}/record",
        f"{EVE}&ratified=yes&known_at=2025-04-01",
    ),
    (("record", *MILE, "--level", "NR", "--scope", "NOR"), f"{MEN}/record", f"{EVE}&level=NR&scope=NOR"),
    (("record", *MILE, "--outright"), f"{MEN}/record", f"{EVE}&outright=yes"),
    (("progression", *MILE), f"{MEN}/progression", EVE),
    (("progression", *MILE, "--ratified"), f"{MEN}/progression", f"{EVE}&ratified=1"),
    (("progression", *MILE, "--outright"), f"{MEN}/progression", f"{EVE}&outright=on"),
    (("list", *MILE, "--top", "5"), f"{MEN}/list", f"{EVE}&top=5"),
    (("list", *MILE, "--nation", "NOR"), f"{MEN}/list", f"{EVE}&nation=NOR"),
    (
        ("list", *MILE, "--area", "EUR", "--all-performances"),
        f"{MEN}/list",
        f"{EVE}&area=EUR&all_performances=yes",
    ),
    (("list", *MILE, "--year", "2025"), f"{MEN}/list", f"{EVE}&year=2025"),
    (
        ("athlete", "ingebrigtsen-jakob", "--as-of", "2025-02-13"),
        "/book/athlete/ingebrigtsen-jakob",
        "as_of=2025-02-13",
    ),
    (("athlete", "nuguse-yared", "--as-of", "2025-02-13"), "/book/athlete/nuguse-yared", "as_of=2025-02-13"),
    (
        ("levels", "MILEsh", "3:46.00", "--sex", "men", "--nation", "NOR", "--as-of", "2025-02-12"),
        "/book/levels",
        f"event=MILEsh&mark=3:46.00&sex=men&nation=NOR&{EVE}",
    ),
    (("compare", "2025-02-12", "2025-02-13"), "/book/compare", "from=2025-02-12&to=2025-02-13"),
    (
        ("compare", "2025-02-12", "2025-02-13", "--event", "MILE"),
        "/book/compare",
        "from=2025-02-12&to=2025-02-13&event=MILE",
    ),
    (("conflicts", "--known-at", "2025-02-12"), "/book/conflicts", "known_at=2025-02-12"),
]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("agree") / "book.sqlite"
    Book.starter(path).close()
    return path


@pytest.fixture(scope="module")
def get(place: Path) -> Callable[[str], httpx.Response]:
    app, _ = application(None, book=routes(Shelf(partial(Book.open, place), lambda: NOON)))

    async def whole(address: str) -> httpx.Response:
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(app), base_url="http://127.0.0.1"
        ) as client:
            return await client.get(address)

    return lambda address: asyncio.run(whole(address))


@pytest.fixture
def both(
    pacelight: Callable[..., Any], get: Callable[[str], httpx.Response], place: Path
) -> Callable[..., tuple[Any, httpx.Response]]:
    """What a command prints, and what an address answers, both of the same book."""

    def run(command: tuple[str, ...], form: str, address: str) -> tuple[Any, httpx.Response]:
        return pacelight("book", *command, f"--{form}", "--book", str(place)), get(address)

    return run


@pytest.mark.parametrize("form", ["json", "csv"])
@pytest.mark.parametrize(("command", "path", "query"), PAIRS)
def test_a_page_for_programs_is_what_the_command_prints(
    both: Callable[..., tuple[Any, httpx.Response]],
    command: tuple[str, ...],
    path: str,
    query: str,
    form: str,
) -> None:
    printed, answer = both(command, form, f"{path}.{form}?{query}")
    assert (printed.code, answer.status_code) == (0, 200)
    assert answer.text == printed.out
    assert answer.text.count("\n") >= 1


@pytest.mark.parametrize(
    ("command", "path"),
    [
        (("record", "HJ", "--sex", "women", "--as-of", "2025-02-12"), "/book/event/HJ/women/record"),
        (
            ("progression", "HJ", "--sex", "women", "--as-of", "2025-02-12"),
            "/book/event/HJ/women/progression",
        ),
        (("list", "HJ", "--sex", "women", "--as-of", "2025-02-12"), "/book/event/HJ/women/list"),
    ],
)
def test_what_is_not_known_is_told_in_the_same_words(
    both: Callable[..., tuple[Any, httpx.Response]], command: tuple[str, ...], path: str
) -> None:
    printed, told = both(command, "json", f"{path}.json?{EVE}")
    assert told.text == printed.out
    assert told.json()["known"] is False
    printed, lines = both(command, "csv", f"{path}.csv?{EVE}")
    assert (lines.status_code, lines.text) == (404, printed.err)
