"""The plan page: what an address asks is answered as a table, a curve and cards, or refused in its field."""

import asyncio
import csv
import io
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from html import unescape
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest

from pacelight.book.asking.lists import Book
from pacelight.meet.programme.racefile import RaceFile
from pacelight.web.app import application
from pacelight.web.book import Shelf
from pacelight.web.frame import Around
from pacelight.web.plan import routes

NOON = int(datetime(2025, 2, 20, 12, tzinfo=UTC).timestamp()) * 10**9
SPLITS = "400 55.8\n800 1:52.0\n1500 3:30.00"

Ask = Callable[..., httpx.Response]


def asking(app: Any, form: str = "", **asked: str) -> httpx.Response:
    headers = {"Accept-Language": asked.pop("language", "en")}

    async def whole() -> httpx.Response:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            return await client.get(f"/plan{form}?{urlencode(asked)}", headers=headers)

    return asyncio.run(whole())


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """Asks the plan page beside the shipped book, on 20 February 2025."""
    path = tmp_path_factory.mktemp("plan") / "book.sqlite"
    Book.starter(path).close()
    shelf = Shelf(partial(Book.open, path), lambda: NOON)
    made = routes(shelf, Around(book=True), lambda: shelf.today)
    app, _ = application(None, book=made, static=Path("none"))
    return partial(asking, app)


@pytest.fixture(scope="module")
def alone() -> Ask:
    """Asks the plan page where there is no book."""
    app, _ = application(None, book=routes(None, Around()), static=Path("none"))
    return partial(asking, app)


def rows(page: str) -> list[list[str]]:
    """The table of the plan, cell by cell."""
    body = re.search(r"<tbody>(.*?)</tbody>", page, re.DOTALL)
    assert body is not None
    found = re.findall(r"<tr>(.*?)</tr>", body[1], re.DOTALL)
    return [re.findall(r">([^<>]+)</t[hd]>", unescape(row)) for row in found]


def wrong(page: str) -> dict[str, str]:
    told = re.findall(r'<span class="wrong" id="([^"]+)-wrong">(.*?)</span>', page, re.DOTALL)
    return {name: unescape(re.sub("<[^>]+>", "", text)) for name, text in told}


def test_without_a_question_there_is_a_form_and_nothing_is_wrong(ask: Ask) -> None:
    page = ask().text
    assert '<form action="/plan" method="get">' in page
    assert '<svg class="chart"' not in page
    assert "aria-invalid" not in page


def test_a_record_of_the_book_is_run_lap_by_lap(ask: Ask) -> None:
    page = ask(event="MILEsh", kind="record", as_of="2025-02-12").text
    found = rows(page)
    assert found[0][:3] == ["9.344 m", "1.32", "1.32"]
    assert found[-1][:3] == ["1609.344 m", "3:46.63", "28.16"]
    assert len(found) == 9
    assert "Yared Nuguse, as of 12 Feb 2025." in page
    assert page.count('<svg class="chart"') == 2  # for a laptop and for a phone


def test_as_of_today_is_as_of_the_day_of_who_asks_and_the_address_for_good_says_it(ask: Ask) -> None:
    page = ask(event="MILEsh", kind="record").text
    assert "3:45.14" in page
    assert "/plan?event=MILEsh&amp;kind=record&amp;as_of=2025-02-20" in page


def test_splits_are_met_and_the_table_says_where_on_the_track(ask: Ask) -> None:
    found = rows(ask(event="1500", kind="splits", points=SPLITS, every="100").text)
    at = {row[0]: row for row in found}
    assert (at["400 m"][1], at["800 m"][1], at["1500 m"][1]) == ("55.80", "1:52.00", "3:30.00")
    assert (at["300 m"][-1], at["400 m"][-1]) == ("0 m", "100 m")


def test_two_plans_stand_beside_one_another(ask: Ask) -> None:
    page = ask(event="1500", kind="even", time="3:30.00", b_kind="even", b_time="3:31.50", every="500").text
    told = [row[:5] for row in rows(page)]
    assert told == [
        ["500 m", "1:10.00", "1:10.00", "1:10.50", "+0.50"],
        ["1000 m", "2:20.00", "1:10.00", "2:21.00", "+1.00"],
        ["1500 m", "3:30.00", "1:10.00", "3:31.50", "+1.50"],
    ]
    assert page.count('class="line b"') == 4  # speed and lead, for a laptop and for a phone


def test_a_lane_further_out_has_longer_laps(ask: Ask) -> None:
    page = ask(event="800", kind="even", time="1:44.00", lane="2").text
    assert "lane 2: laps of 407.037 m" in page
    assert rows(page)[0][0] == "392.963 m"


EVEN = {"event": "1500", "kind": "even", "time": "3:30"}
RECORD = {"event": "1500", "kind": "record"}


@pytest.mark.parametrize(
    ("asked", "field", "said"),
    [
        ({"event": "", "kind": "even", "time": "3:30"}, "event", "Say which event"),
        ({"event": "1500n", "kind": "even", "time": "3:30"}, "event", "No event '1500n'"),
        ({"event": "long jump", "kind": "even", "time": "3:30"}, "event", "“long jump” has no distance"),
        ({"event": "1500", "kind": "zigzag"}, "kind", "Choose how it runs."),
        ({"event": "1500", "kind": "even"}, "time", "Write the time at the finish"),
        ({"event": "1500", "kind": "even", "time": "3.45.14"}, "time", "Not a time: “3.45.14”."),
        ({"event": "1500", "kind": "even", "time": "1:00.00"}, "time", ""),
        ({"event": "1500", "kind": "negative", "time": "3:30"}, "faster", "Write by how many seconds"),
        ({"event": "1500", "kind": "negative", "time": "3:30", "faster": "x"}, "faster", "Not seconds: “x”."),
        ({"event": "1500", "kind": "splits"}, "points", "Write the points"),
        ({"event": "1500", "kind": "splits", "points": "400 fast"}, "points", "Line 1: not a point"),
        ({"event": "1500", "kind": "splits", "points": "400 55.8"}, "points", "The plan ends at 400 m"),
        (RECORD | {"level": "XR"}, "level", "There is no such level"),
        (RECORD | {"as_of": "2025-02-30"}, "as_of", "Not a day: “2025-02-30”."),
        (RECORD | {"sex": "x"}, "sex", "Choose men, women or mixed."),
        (RECORD | {"level": "NR"}, "scope", ""),
        (RECORD | {"level": "NR", "scope": "FIJ"}, "level", "Not known: the book"),
        (EVEN | {"track": "x"}, "track", "No such track: “x”."),
        (EVEN | {"lane": "9"}, "lane", "Lane 9 is none"),
        (EVEN | {"lane": "two"}, "lane", "Write the lane"),
        (EVEN | {"every": "far"}, "every", "Not a distance: 'far'"),
        (EVEN | {"every": "1"}, "every", "So many rows nobody reads"),
        (EVEN | {"every": "0"}, "every", "So many rows nobody reads"),
        (EVEN | {"pacers": "x"}, "pacers", "Not distances: “x”."),
        (EVEN | {"pacers": "1600"}, "pacers", "A pacemaker runs no"),
        (EVEN | {"pacers": "1,2,3,4,5,6,7"}, "pacers", "6 pacemakers"),
        (EVEN | {"b_kind": "even", "b_time": "x"}, "b_time", "Not a"),
        ({"event": "1500", "kind": "splits", "points": "x" * 4001}, "points", "4,000 characters at most."),
    ],
)
def test_what_cannot_be_is_refused_in_its_field_and_nothing_typed_is_lost(
    ask: Ask, asked: dict[str, str], field: str, said: str
) -> None:
    answer = ask(**asked)
    assert answer.status_code == 400
    told = wrong(answer.text)
    assert list(told) == [field]
    assert told[field].startswith(said)
    page = unescape(answer.text)
    for name, value in asked.items():
        if name in {"event", "time", "faster", "scope", "as_of", "lane", "pacers", "b_time"} and value:
            assert f'value="{value}"' in page
    for form in (".json", ".csv", ".toml", ".pdf"):
        assert ask(form, **asked).status_code == 400


def test_several_things_that_are_wrong_are_told_at_once(ask: Ask) -> None:
    told = wrong(ask(event="1500", kind="even", time="3.45.14", lane="two").text)
    assert list(told) == ["time", "lane"]


def test_without_a_book_there_are_plans_and_no_records(alone: Ask) -> None:
    assert "3:30.00" in alone(event="1500", kind="even", time="3:30.00").text
    page = alone().text
    assert 'value="record"' not in page
    assert "/records" not in page
    refused = alone(event="1500", kind="record")
    assert refused.status_code == 400
    assert "There is no book here to ask" in refused.text


def test_each_pacemaker_has_a_card_as_far_as_they_run(ask: Ask) -> None:
    page = ask(event="1500", kind="even", time="3:30.00", pacers="1200, 800").text
    cards = re.findall(r"<h3>([^<]+)</h3>", page)
    assert cards == ["Pacemaker 1, to 800 m", "Pacemaker 2, to 1200 m"]
    last = re.findall(r'<th scope="row">([^<]+)</th><td class="mark">([^<]+)</td>', page)
    assert last[-1] == ("1200 m", "2:48.00")
    assert ("800 m", "1:52.00") in last


def test_for_programs_it_is_what_the_command_line_says(ask: Ask, tmp_path: Path) -> None:
    asked = ask(".json", event="MILEsh", kind="even", time="3:46.63", every="100")
    line = ["plan", "even", "MILEsh", "--time", "3:46.63", "--json"]
    program = [sys.executable, "-m", "pacelight"]
    said = subprocess.run([*program, *line], check=True, capture_output=True, cwd=tmp_path)
    assert asked.content == said.stdout
    assert asked.headers["content-type"] == "application/json"


def test_a_spreadsheet_gets_the_table_and_a_race_file_its_lines(ask: Ask) -> None:
    asked = {"event": "1500", "kind": "splits", "points": SPLITS, "b_kind": "record", "b_level": "WR"}
    read = list(csv.reader(io.StringIO(ask(".csv", **asked).text)))
    assert read[0] == ["distance_m", "time", "stretch", "speed_mps"]
    assert [" ".join(row[:2]) for row in read[1:]] == [
        "300 41.81", "700 1:37.94", "1100 2:34.08", "1500 3:30.00",
    ]  # fmt: skip
    first, second = tomllib.loads(ask(".toml", **asked).text)["light"]
    assert first["plan"]["splits"][-1] == ["1500 m", "3:30.00"]
    assert second["plan"]["kind"] == "record"
    assert str(second["plan"]["as_of"]) == "2025-02-20"


def test_lines_for_a_race_file_open_a_race(ask: Ask) -> None:
    """What the page gives away is taken by the file that it is for."""
    shipped = files("pacelight").joinpath("recordings/lievin-2025-mile.toml").read_text(encoding="utf-8")
    head, _, rest = shipped.partition("[[light]]")
    after = rest[rest.index("\n[") :] if "\n[" in rest else ""
    lights = ask(".toml", event="MILEsh", kind="negative", time="3:45.00", faster="1.5").text
    race = RaceFile.parse(f"{head}{lights}{after}", Path())
    assert [light.name for light in race.lights] == ["pacer"]


def test_cards_are_set_for_the_printer(ask: Ask) -> None:
    answer = ask(".pdf", event="1500", kind="even", time="3:30.00", pacers="800, 1200", language="nb")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", answer.content)) in {0, 2}  # 0 where pages are packed


@pytest.mark.parametrize(
    ("language", "said"), [("nb", "Fartsplan"), ("fr", "Plan d\N{RIGHT SINGLE QUOTATION MARK}allure")]
)
def test_it_speaks_the_language_of_who_asks_and_writes_numbers_as_that_does(
    ask: Ask, language: str, said: str
) -> None:
    assert said in ask(language=language).text
    page = ask(event="MILEsh", kind="even", time="3:46.63", language=language).text
    assert "209,344 m" in page
    assert "3:46.63" in page


def test_nothing_that_is_typed_becomes_markup(ask: Ask) -> None:
    evil = '"><script>alert(1)</script>'
    page = ask(event=evil, kind="even", time=evil, points=evil, scope=evil, lane=evil, track=evil).text
    assert "<script" not in page


def test_json_says_in_one_object_why_not(ask: Ask) -> None:
    told = json.loads(ask(".json", event="1500", kind="even", time="x").text)
    assert told["schema"] == "pacelight.error/1"
    assert told["error"].startswith("time: Not a time")
    assert ask(".csv").text == "nothing is asked here yet\n"


@pytest.mark.parametrize(
    ("language", "title", "speed"),
    [
        ("nb", "1500 m: 3:30.00 jevnt", "7,143"),
        ("fr", "1500 m\N{NO-BREAK SPACE}: 3:30.00 régulier", "7,143"),
        ("en", "1500 m: 3:30.00 even", "7.143"),
    ],
)
def test_what_a_plan_is_and_how_fast_are_said_in_the_language(
    ask: Ask, language: str, title: str, speed: str
) -> None:
    page = unescape(ask(language=language, event="1500", kind="even", time="3:30.00").text)
    assert f"<title>{title}" in page
    assert f"<p>{title}</p>" in page  # of the card
    assert rows(page)[0][-1] == speed


@pytest.mark.parametrize("language", ["en", "nb", "fr"])
@pytest.mark.parametrize(
    "asked",
    [
        {"event": "x" * 3000, "time": "1"},
        {"event": "1500", "time": "x" * 3000},
        {"event": "1500", "time": "3:30", "track": "x" * 3000},
        {"event": "1500", "kind": "splits", "points": "x" * 3000},
        {"event": "1500", "time": "3:30", "every": "x" * 3000},
    ],
    ids=lambda asked: next(name for name, value in asked.items() if "xxx" in value),
)
def test_of_something_long_a_refusal_repeats_as_much_as_one_knows_it_again_by(
    ask: Ask, language: str, asked: dict[str, str]
) -> None:
    """A start list pasted into a field of a time: Fluent itself says no text of 3000 characters."""
    answer = ask(language=language, **({"kind": "even"} | asked))
    assert answer.status_code == 400
    (said,) = wrong(answer.text).values()
    assert "xxx" in said
    assert len(said) < 300


@pytest.mark.parametrize("language", ["nb", "fr"])
@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ({"kind": "even", "time": "3:30,5"}, {"time": "3:30.5"}),
        ({"kind": "negative", "time": "3:30,50", "faster": "2,0"}, {"time": "3:30.50", "faster": "2.0"}),
        ({"kind": "splits", "points": "400 55,5\n800=1:52,0; 1500 m 3:30,0,"}, {}),
        ({"kind": "even", "time": "3:30", "b_kind": "even", "b_time": "3:31,5"}, {"b_time": "3:31.5"}),
    ],
    ids=lambda one: one.get("kind"),
)
def test_a_decimal_comma_is_read_where_the_language_writes_it(
    ask: Ask, language: str, asked: dict[str, str], plain: dict[str, str]
) -> None:
    answer = ask(language=language, event="1500", **asked)
    assert answer.status_code == 200
    page = unescape(answer.text)
    for name, text in asked.items():
        if "," in text and name != "points":
            assert f'name="{name}" value="{text}"' in page  # as it was typed
    for name, text in plain.items():
        assert urlencode({name: text}) in page  # an address for whoever opens it
    dotted = {name: text.replace(",", ".").rstrip(".") for name, text in asked.items()}
    assert rows(page) == rows(ask(language=language, event="1500", **dotted).text)
    refused = ask(event="1500", **asked)
    assert refused.status_code == 400


@pytest.mark.parametrize("time", ["1,500", "3,30,5", "3:30,5000", "3,30.5", ",5", "3:30,"])
def test_a_comma_that_might_be_of_thousands_is_refused(ask: Ask, time: str) -> None:
    told = wrong(ask(language="fr", event="10000", kind="negative", time="26:11", faster=time).text)
    assert list(told) == ["faster"]
