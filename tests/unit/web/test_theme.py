"""The theme that somebody chose is that of every page, from its first byte on."""

import asyncio
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from starlette.types import ASGIApp

from pacelight.web import plan
from pacelight.web.app import application
from pacelight.web.frame import Around
from pacelight.web.rights.access import Access
from pacelight.web.rights.gate import Gate
from pacelight.web.theme import THEMES, choice
from pacelight.web.words import VARY

PAGE = '<!doctype html><html lang="{{ language }}"><head></head><body></body></html>'
WRITTEN = ("/", "/results", "/pair", "/plan", "/console")


@pytest.fixture
def app(tmp_path: Path) -> Iterator[ASGIApp]:
    for name in ("index", "console"):
        (tmp_path / f"{name}.html").write_text(PAGE, encoding="utf-8")
    with Access(tmp_path / "access.sqlite") as access:
        routes = plan.routes(None, Around())
        gate = Gate(access, log=[].append, unix_s=lambda: 42)
        yield application(tmp_path / "no-bus", static=tmp_path, unix_ns=lambda: 42, gate=gate, routes=routes)[
            0
        ]


def ask(app: ASGIApp, path: str, **headers: str) -> httpx.Response:
    async def whole() -> httpx.Response:
        transport = httpx.ASGITransport(app, client=("127.0.0.1", 1))
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            told = {name.replace("_", "-"): value for name, value in headers.items()}
            return await client.get(path, headers=told)

    return asyncio.run(whole())


def theme(answer: httpx.Response) -> list[str]:
    return re.findall(r'<html[^>]* data-theme="(.*?)"', answer.text)


@pytest.mark.parametrize("path", WRITTEN)
def test_a_page_is_written_in_the_theme_that_was_chosen(app: ASGIApp, path: str) -> None:
    for one in THEMES:
        assert theme(ask(app, path, cookie=f"language=nb; theme={one}")) == [one]


@pytest.mark.parametrize("path", WRITTEN)
@pytest.mark.parametrize("cookie", ["", "theme=", 'theme="><script>', "theme=pink", "Theme=dark"])
def test_where_none_was_chosen_the_system_decides(app: ASGIApp, path: str, cookie: str) -> None:
    answer = ask(app, path, cookie=cookie)
    assert theme(answer) == []
    assert "pink" not in answer.text


def test_a_page_that_may_be_kept_is_kept_for_its_theme(app: ASGIApp) -> None:
    dark, light = (ask(app, "/", cookie=f"theme={one}") for one in ("dark", "light"))
    assert dark.headers["vary"] == light.headers["vary"] == VARY
    assert "cookie" in VARY
    assert dark.headers["etag"] != light.headers["etag"]
    again = ask(app, "/", cookie="theme=light", if_none_match=dark.headers["etag"])
    assert (again.status_code, theme(again)) == (200, ["light"])
    assert ask(app, "/", cookie="theme=dark", if_none_match=dark.headers["etag"]).status_code == 304


def test_what_no_theme_changes_is_kept_for_everybody(app: ASGIApp) -> None:
    sheet = ask(app, "/style.css", cookie="theme=dark")
    assert sheet.headers["vary"] == "accept-encoding"


def test_a_link_chooses_a_theme_and_leads_back(app: ASGIApp) -> None:
    answer = ask(app, "/theme/sunlight?back=/book/event/MILEsh/men%3Ftop%3D3")
    assert (answer.status_code, answer.headers["location"]) == (303, "/book/event/MILEsh/men?top=3")
    assert answer.headers["set-cookie"] == "theme=sunlight; Max-Age=31536000; Path=/; SameSite=lax"
    assert answer.headers["cache-control"] == "no-store"


def test_a_link_gives_the_choice_back_to_the_system(app: ASGIApp) -> None:
    assert "Max-Age=0" in ask(app, "/theme/system").headers["set-cookie"]


def test_there_is_no_other_theme_and_it_leads_nowhere_else(app: ASGIApp) -> None:
    answer = ask(app, "/theme/pink")
    assert answer.status_code == 404
    assert answer.text == "no theme 'pink' (there are dark, light, sunlight, system)\n"
    assert ask(app, "/theme/dark?back=//elsewhere.example").headers["location"] == "/"


def test_the_choice_says_which_it_is() -> None:
    shown = str(choice("fr", "sunlight", "/results?a=1"))
    assert shown.startswith('<nav class="themes" aria-label="Thème">')
    assert '<a href="/theme/dark?back=%2Fresults%3Fa%3D1">sombre</a>' in shown
    assert re.findall(r'aria-current="true">(.*?)<', shown) == ["plein soleil"]
    assert re.findall(r'aria-current="true">(.*?)<', str(choice("nb", "", "/"))) == ["som systemet"]
