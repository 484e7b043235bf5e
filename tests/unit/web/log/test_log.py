"""The log: who did what, in words, with the proof; for those whom it concerns."""

import asyncio
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import pytest

from pacelight.meet.desk.roles import Role
from pacelight.meet.journal import entries
from pacelight.meet.journal.file import Journal
from pacelight.meet.race import Command
from pacelight.web.app import application
from pacelight.web.frame import Around
from pacelight.web.log import Journals, routes
from pacelight.web.log.routes import READERS
from pacelight.web.rights.access import Access
from pacelight.web.rights.gate import Gate

NOON_S = 1_783_166_400
S = 1_000_000_000
DONE = (
    entries.Commanded(Command.CHECK, by="lights", role="operator", key="a"),
    entries.Commanded(
        Command.ARM, by="lights", role="operator", key="b", despite=["no standby"], reason="late"
    ),
    entries.Fired(10 * S, NOON_S * S, "boot", "1", source="finish"),
    entries.Passed("1", 400_000, 52_690_000_000, "photo", False, "finish", "finish/1/400", "athlete"),
    entries.Struck("finish/1/400", by="timing desk", role="timer", key="c", reason="read twice"),
    entries.Declined("gun", ["it is running"], by="lights", role="operator", key="d"),
    entries.Undone(6, by="timing desk", role="timer", key="e"),
)


@pytest.fixture
def journal(tmp_path: Path, racing: ModuleType) -> Path:
    path = tmp_path / "race.journal"
    with closing(Journal.open(path)) as made:
        for number, entry in enumerate((racing.opened(), *DONE)):
            made.append(entry, unix_ns=NOON_S * S + number * 1_500_000_000)
    return path


@pytest.fixture
def access(tmp_path: Path) -> Iterator[Access]:
    with closing(Access(tmp_path / "access.sqlite")) as made:
        yield made


class Pages:
    """The application with a log, asked as somebody."""

    def __init__(self, access: Access, folder: Path) -> None:
        self.access = access
        self.told: list[str] = []
        gate = Gate(access, log=self.told.append, unix_s=lambda: NOON_S)
        log = routes([folder], gate, Around(race=True, sign_in=True))
        self.app, _ = application(None, book=log, gate=gate, told=self.told.append)

    def ask(self, path: str, role: Role | None = Role.DIRECTOR) -> httpx.Response:
        headers = {}
        if role is not None:
            found = self.access.pair(self.access.invite(role, str(role), NOON_S).code, "127.0.0.1", NOON_S)
            assert found is not None
            headers = {"Cookie": f"pacelight={found[0]}"}

        async def whole() -> httpx.Response:
            transport = httpx.ASGITransport(self.app)
            async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
                return await client.get(path, headers=headers)

        return asyncio.run(whole())


@pytest.fixture
def pages(access: Access, journal: Path) -> Pages:
    return Pages(access, journal.parent)


def shape(pages: Pages, path: str = "/api/log") -> dict[str, Any]:
    answer = pages.ask(path)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def test_what_people_did_stands_there_with_their_reasons_the_newest_first(pages: Pages) -> None:
    told = shape(pages)
    assert told["schema"] == "pacelight.log/1"
    assert [(one["n"], one["act"], one["by"]) for one in told["lines"]] == [
        (8, "undo", "timing desk"),
        (7, "declined", "lights"),
        (6, "strike", "timing desk"),
        (3, "arm", "lights"),
        (2, "check", "lights"),
    ]
    assert told["lines"][2]["text"] == "struck out: bib 1 at 400 m in 52.690"
    assert (told["lines"][2]["reason"], told["lines"][2]["undone"]) == ("read twice", True)
    assert told["lines"][3]["text"] == "armed despite: no standby"


def test_times_and_the_engine_are_told_when_asked_for(pages: Pages) -> None:
    told = shape(pages, "/api/log?all=1")
    assert [one["n"] for one in told["lines"]] == list(range(8, 0, -1))
    assert {one["n"]: one["text"] for one in told["lines"]}[5] == "bib 1 at 400 m in 52.690 (photo, finish)"


def test_of_one_person_alone(pages: Pages) -> None:
    assert [one["n"] for one in shape(pages, "/api/log?by=lights")["lines"]] == [7, 3, 2]
    assert shape(pages, "/api/log?by=nobody")["lines"] == []


def test_the_proof_is_that_of_the_journal_and_a_changed_line_is_found(pages: Pages, journal: Path) -> None:
    told = shape(pages)
    assert told["proof"]["lines"] == 8
    assert len(told["proof"]["link"]) == 16
    whole = pages.ask("/log").text
    assert told["proof"]["link"] in whole
    assert 'data-whole="yes"' in whole
    journal.write_bytes(journal.read_bytes().replace(b"read twice", b"read once "))
    told = shape(pages)
    assert told["proof"] is None
    assert "line 6" in told["fault"]
    assert [one["n"] for one in told["lines"]] == [3, 2]
    assert 'data-whole="no"' in pages.ask("/log").text


@pytest.mark.parametrize("role", [None, *Role])
def test_only_those_whom_it_concerns_read_it(pages: Pages, role: Role | None) -> None:
    allowed = role in READERS
    assert pages.ask("/log", role).status_code == (200 if allowed else 403)
    assert pages.ask("/api/log", role).status_code == (200 if allowed else 403)
    assert any('act="log"' in line for line in pages.told) is not allowed


@pytest.mark.parametrize("query", ["page=x", "page=99999", "page=-1", "page=1e9", "journal=../x", "race=%00"])
def test_what_makes_no_sense_in_an_address_harms_nothing(pages: Pages, query: str) -> None:
    assert pages.ask(f"/log?{query}").status_code == 200


@pytest.mark.parametrize("language", ["nb", "fr"])
def test_it_speaks_the_language_of_who_asks(pages: Pages, language: str) -> None:
    page = pages.ask(f"/log?language={language}").text
    assert f'<html lang="{language}">' in page
    assert {"nb": "trukket tilbake", "fr": "retiré"}[language] in page


def test_where_there_is_no_journal_it_says_so(access: Access, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    pages = Pages(access, folder)
    assert "No journal of a race" in pages.ask("/log").text
    assert pages.ask("/api/log").status_code == 404


def test_a_file_that_is_no_journal_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "x.journal").write_bytes(b"no journal\n")
    found = Journals([tmp_path]).read("x.journal")
    assert found is not None
    assert found.lines == ()
    assert found.fault


@pytest.mark.parametrize("asked", ["race=nosuch", "by=nobody+here"])
def test_a_filter_that_matches_nothing_says_so_and_is_shown_as_it_was_asked(pages: Pages, asked: str) -> None:
    page = pages.ask(f"/log?{asked}").text
    assert "Nobody did anything yet." not in page
    assert "No line of this journal is of that race and by that person." in page
    assert f"<option selected>{asked.partition('=')[2].replace('+', ' ')}</option>" in page
