"""Answers are kept while they hold, told apart by the book's revision, and asked of in other threads."""

import asyncio
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import httpx

from pacelight.book.asking.lists import Book
from pacelight.book.model import Decision, DecisionKind
from pacelight.web.app import application
from pacelight.web.book import Shelf, routes

MEN = "/book/event/MILEsh/men"
NOON = int(datetime(2026, 11, 25, 12, tzinfo=UTC).timestamp()) * 10**9
DAY = 86_400 * 10**9


def together(app: Any, *addresses: str, **headers: str) -> list[httpx.Response]:
    async def whole() -> list[httpx.Response]:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            return await asyncio.gather(*(client.get(address, headers=headers) for address in addresses))

    return asyncio.run(whole())


def test_an_answer_is_not_sent_twice_and_not_made_twice(shipped: Path) -> None:
    opened: list[Book] = []

    def counted() -> Book:
        opened.append(Book.open(shipped))
        return opened[-1]

    app, _ = application(None, book=routes(Shelf(counted, lambda: NOON)))
    first = together(app, MEN)[0]
    assert first.headers["cache-control"] == "no-cache"
    assert first.headers["content-encoding"] == "gzip"
    again = together(app, MEN, **{"if-none-match": first.headers["etag"]})[0]
    assert (again.status_code, again.content) == (304, b"")
    assert together(app, MEN)[0].text == first.text
    assert len(opened) == 3


def test_a_new_decision_is_a_new_page_at_once(own: Path) -> None:
    app, _ = application(None, book=routes(Shelf(partial(Book.open, own), lambda: NOON)))
    before = together(app, f"{MEN}?as_of=2026-11-20")[0]
    assert "3:45.14" in before.text
    with Book.open(own) as book:
        key = book.record("MILEsh", sex(), as_of=day("2026-11-20")).holders[0].key  # type: ignore[union-attr]
        annulled = Decision(
            key,
            DecisionKind.ANNULLED,
            day("2026-11-19"),
            day("2026-11-19"),
            "A tribunal",
            "for a test",
            "africanews-2019",
        )
        assert book.decide(annulled)
    after = together(app, f"{MEN}?as_of=2026-11-20", **{"if-none-match": before.headers["etag"]})[0]
    assert after.status_code == 200
    assert after.headers["etag"] != before.headers["etag"]
    assert 'class="big">3:45.94<' in after.text


def test_the_day_of_who_asks_decides_what_today_is(shipped: Path) -> None:
    now = [NOON]
    app, _ = application(None, book=routes(Shelf(partial(Book.open, shipped), lambda: now[0])))
    first = together(app, MEN)[0]
    now[0] += DAY
    second = together(app, MEN)[0]
    assert "as of 25 Nov 2026" in first.text
    assert "as of 26 Nov 2026" in second.text


def test_many_ask_at_once_and_each_gets_the_answer_asked_for(shipped: Path) -> None:
    app, _ = application(None, book=routes(Shelf(partial(Book.open, shipped), lambda: NOON)))
    days = [f"2025-02-{number:02d}" for number in range(5, 17)]
    answers = together(app, *(f"{MEN}/record.json?as_of={one}" for one in days))
    marks = [answer.json()["mark"]["text"] for answer in answers]
    assert marks == ["3:47.01"] * 3 + ["3:46.63"] * 5 + ["3:45.14"] * 4


def test_a_book_that_is_gone_is_told_in_one_line(shipped: Path, tmp_path: Path) -> None:
    place = Path(shutil.copy(shipped, tmp_path / "gone.sqlite"))
    app, _ = application(None, book=routes(Shelf(partial(Book.open, place), lambda: NOON)))
    assert together(app, "/book")[0].status_code == 200
    place.unlink()
    gone = together(app, "/book.json")[0]
    assert gone.status_code == 503
    assert "no book at" in gone.json()["error"]


def test_a_book_on_postgresql_answers_as_a_file_does(
    small: Callable[[Path | str], Book], tmp_path: Path, new_address: Callable[[], str]
) -> None:
    pages = (
        "/book",
        "/book/event/800/women",
        "/book/athlete/evil-eve",
        "/book/nation/NOR",
        "/book/search?q=eve",
    )
    told = []
    for place in (tmp_path / "small.sqlite", new_address()):
        small(place).close()
        app, _ = application(None, book=routes(Shelf(partial(Book.open, place), lambda: NOON)))
        told.append([(answer.status_code, answer.text) for answer in together(app, *pages)])
    assert told[0] == told[1]
    assert [code for code, _ in told[0]] == [200] * len(pages)


def sex() -> Any:
    from pacelight.event import Sex

    return Sex.MEN


def day(text: str) -> Any:
    from datetime import date

    return date.fromisoformat(text)
