"""Of an athlete: what an announcer has before the race, as the shipped book has it on that day."""

import asyncio
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest

from pacelight.book.asking.lists import Book
from pacelight.book.birth import Birth
from pacelight.book.model import Athlete, Facts, Performance, Source
from pacelight.event import Sex
from pacelight.mark import Mark
from pacelight.web.announcer.routes import routes
from pacelight.web.app import application
from pacelight.web.book import Shelf

NOON = int(datetime(2026, 11, 25, 12, tzinfo=UTC).timestamp()) * 10**9
Ask = Callable[..., httpx.Response]


def asking(book: Path) -> Ask:
    app, _ = application(None, book=routes(Shelf(partial(Book.open, book), lambda: NOON)))

    def ask(path: str, **headers: str) -> httpx.Response:
        async def whole() -> httpx.Response:
            transport = httpx.ASGITransport(app)
            async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
                return await client.get(path, headers=headers)

        return asyncio.run(whole())

    return ask


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cards") / "book.sqlite"
    Book.starter(path).close()
    return path


@pytest.fixture(scope="module")
def ask(book: Path) -> Ask:
    return asking(book)


def said(runs: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(one["event"]["code"], one["mark"]["text"]) for one in runs]


def test_of_the_event_of_tonight_comes_the_best_before_it(ask: Ask) -> None:
    answer = ask("/api/athletes/ingebrigtsen-jakob?event=MILE&as_of=2025-02-12")
    card = answer.json()
    assert (answer.status_code, card["schema"]) == (200, "pacelight.card/1")
    assert (card["as_of"], card["athlete"]["name"]) == ("2025-02-12", "Jakob Ingebrigtsen")
    assert (card["best"]["mark"]["text"], card["best"]["competition"]) == ("3:43.73", "Prefontaine Classic")
    assert card["season"] is None
    assert "MILE" not in [code for code, _ in said(card["others"])]
    assert said(card["progression"])[-1] == ("MILE", "3:43.73")


def test_tonight_is_in_it_once_the_book_has_it(ask: Ask) -> None:
    eve, night = (
        ask(f"/api/athletes/ingebrigtsen-jakob?event=indoor+mile&as_of={day}").json()
        for day in ("2025-02-12", "2025-02-13")
    )
    assert eve["best"] != night["best"]
    assert (night["best"]["mark"]["text"], night["season"]["mark"]["text"]) == ("3:45.14", "3:45.14")
    held = {(one["label"], one["scope"], one["event"]["code"]) for one in night["held"]}
    assert ("WR", "WORLD", "MILEsh") in held
    assert ("WR", "WORLD", "MILEsh") not in {
        (one["label"], one["scope"], one["event"]["code"]) for one in eve["held"]
    }
    assert night["held_before"] > 0
    days = [one["day"] for one in night["last"]]
    assert days == sorted(days, reverse=True)
    assert days[0] == "2025-02-13"


def test_without_an_event_all_bests_are_others(ask: Ask) -> None:
    card = ask("/api/athletes/nuguse-yared?as_of=2025-02-12").json()
    assert (card["event"], card["best"]) == (None, None)
    assert ("MILEsh", "3:46.63") in said(card["others"])


def test_an_answer_is_kept_while_the_book_is_the_same(ask: Ask) -> None:
    path = "/api/athletes/nuguse-yared?as_of=2025-02-12&event=MILEsh"
    tag = ask(path).headers["etag"]
    assert ask(path, **{"if-none-match": tag}).status_code == 304


@pytest.mark.parametrize(
    ("path", "code", "why"),
    [
        ("nobody-at-all", 404, "nobody-at-all"),
        ("nuguse-yared?event=hopscotch", 400, "hopscotch"),
        ("nuguse-yared?as_of=tonight", 400, "as_of is not a day: 'tonight'"),
        ("nuguse-yared?whose=mine", 400, "no parameter 'whose'"),
    ],
)
def test_what_cannot_be_asked_is_said_in_a_line(ask: Ask, path: str, code: int, why: str) -> None:
    answer = ask(f"/api/athletes/{path}")
    assert answer.status_code == code
    assert why in answer.json()["error"]
    assert "\n" not in answer.json()["error"]


def test_of_who_is_not_of_age_no_birthday_is_told(tmp_path: Path) -> None:
    young = Athlete("young-ada", "Ada Young", "NOR", born=Birth(date(2010, 3, 4)))
    ran = Performance(
        key="one", event="MILEsh", sex=Sex.WOMEN, mark=Mark.parse("4:31.00"), athlete_key="young-ada",
        athlete="Ada Young", nation="NOR", day=date(2026, 2, 8), venue="Hall", competition="Meeting",
        source_key="meeting",
    )  # fmt: skip
    source = Source("meeting", "results of the meeting", "", date(2026, 2, 8))
    with Book.create(tmp_path / "book.sqlite") as made:
        made.append(Facts((source,), (young,), (ran,), (), ()))
    card = asking(tmp_path / "book.sqlite")("/api/athletes/young-ada?event=MILEsh").json()
    assert card["athlete"]["born"] == "2010"
    assert card["best"]["mark"]["text"] == "4:31.00"


def test_programs_find_it_described(ask: Ask) -> None:
    assert "/api/athletes/{key}" in ask("/api/openapi").json()["paths"]


RACE = "/api/stakes?event=MILEsh&sex=men&day=2025-02-13&lap=200&venue=Li%C3%A9vin"
FIELD = "&entry=1+ingebrigtsen-jakob+NOR&entry=2+nillessen-stefan+NED"


def test_what_is_at_stake_is_told_once_with_all_who_could_break_it(ask: Ask) -> None:
    answer = ask(RACE + FIELD).json()
    assert answer["schema"] == "pacelight.stakes/1"
    told = {(one["level"], one["scope"], one["code"]): one for one in answer["stakes"]}
    assert told["WR", "WORLD", "MILEsh"]["bibs"] == ["1", "2"]
    assert told["WR", "WORLD", "MILEsh"]["mark"]["text"] == "3:46.63"
    assert told["NR", "NED", "MILEsh"]["bibs"] == ["2"]
    assert told["WR", "WORLD", "1500sh"]["en_route"] is True
    assert {"PB", "SB"} & {level for level, _, _ in told} == set()


@pytest.mark.parametrize(
    ("path", "why"),
    [
        (RACE, "from 1 to 200 runners"),
        (f"{RACE}&entry=nuguse-yared", "not 'nuguse-yared' (write '7 nuguse-yared USA')"),
        (f"{RACE}&entry=1+nuguse-yared+Atlantis", "Atlantis"),
        (f"{RACE}{FIELD}&entry=1+nuguse-yared+USA", "bib 1 stands twice"),
        (f"/api/stakes?sex=men&day=2025-02-13{FIELD}", "say event, sex and day"),
        (f"/api/stakes?event=hopscotch&sex=men&day=2025-02-13{FIELD}", "hopscotch"),
        (f"/api/stakes?event=MILE&sex=men&day=2025-02-13&lap=round{FIELD}", "round"),
    ],
)
def test_a_race_that_cannot_be_is_refused_in_a_line(ask: Ask, path: str, why: str) -> None:
    answer = ask(path)
    assert (answer.status_code, why in answer.json()["error"]) == (400, True), answer.json()
