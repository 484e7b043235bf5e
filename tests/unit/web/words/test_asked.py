"""In which language somebody is answered, and how another one is chosen."""

import asyncio
import re
from pathlib import Path

import httpx
import pytest
from fluent.syntax import FluentParser, ast
from hypothesis import given
from hypothesis import strategies as st
from starlette.types import ASGIApp

from pacelight.web.app import application
from pacelight.web.words import built, choice, languages, say
from pacelight.web.words.asked import wanted
from pacelight.web.words.language import languages as read
from pacelight.web.words.taught import taught

KNOWN = ("en", "fr", "nb")
PAGE = (
    '<!doctype html><html lang="{{ language }}"><head><meta name="words" content="chase"></head>'
    '<body>{{ say("chase-no-script") }}</body></html>'
)


@pytest.fixture
def app(tmp_path: Path) -> ASGIApp:
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    return application(tmp_path / "no-bus", static=tmp_path, unix_ns=lambda: 42)[0]


def ask(app: ASGIApp, path: str, **headers: str) -> httpx.Response:
    async def whole() -> httpx.Response:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            return await client.get(
                path, headers={name.replace("_", "-"): told for name, told in headers.items()}
            )

    return asyncio.run(whole())


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", "en"),
        ("nb", "nb"),
        ("no", "nb"),  # Safari's name of it
        ("nn-NO, en;q=0.9", "nb"),  # who reads one reads the other
        ("fr-CH, fr;q=0.9, en;q=0.8", "fr"),
        ("de-AT, de;q=0.9", "en"),
        ("de, fr;q=0.4, nb;q=0.5", "nb"),
        ("fr;q=0, nb;q=0.1", "nb"),
        ("FR-fr", "fr"),
        ("*", "en"),
        ("fr;q=much, nb", "nb"),
    ],
)
def test_a_browser_is_answered_in_the_language_that_it_wants_most(accepted: str, language: str) -> None:
    assert wanted(accepted, KNOWN) == language


@given(st.text(max_size=200))
def test_whatever_a_browser_sends_there_is_a_language(accepted: str) -> None:
    assert wanted(accepted, KNOWN) in KNOWN


def test_what_was_chosen_goes_before_what_the_browser_wants(app: ASGIApp) -> None:
    def spoken(path: str, **headers: str) -> str:
        return re.findall(r'<html lang="(.*?)">', ask(app, path, **headers).text)[0]

    assert spoken("/") == "en"
    assert spoken("/", accept_language="fr") == "fr"
    assert spoken("/", accept_language="fr", cookie="language=nb") == "nb"
    assert spoken("/", accept_language="fr", cookie="language=xx") == "fr"
    assert spoken("/?language=en", cookie="language=nb") == "en"
    assert spoken("/results", accept_language="nb") == "nb"


def test_a_page_differs_by_who_asks_and_says_so(app: ASGIApp) -> None:
    english, french = ask(app, "/"), ask(app, "/", accept_language="fr")
    assert english.headers["vary"] == "accept-encoding, accept-language, cookie"
    assert english.headers["etag"] != french.headers["etag"]
    assert say("fr", "chase-no-script") in french.text
    again = ask(app, "/", accept_language="fr", if_none_match=french.headers["etag"])
    assert (again.status_code, again.headers["vary"]) == (304, english.headers["vary"])


def test_the_words_of_a_page_are_named_in_its_head_and_last(app: ASGIApp) -> None:
    page = ask(app, "/", accept_language="nb").text
    links = re.findall(
        r'<link rel="alternate" type="text/plain" hreflang="(\w+)" href="(.*?)" title="(.*?)">', page
    )
    assert [(code, name) for code, _, name in links] == [(one.code, one.name) for one in languages().values()]
    early = re.findall(r'<link rel="preload" as="fetch" crossorigin href="(.*?)">', page)
    assert early == [address for code, address, _ in links if code == "nb"]
    words = ask(app, early[0].replace("&amp;", "&"))
    assert words.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert words.headers["content-type"] == "text/plain; charset=utf-8"
    assert words.text == taught("nb", "chase")
    assert ask(app, "/words/nb.ftl").headers["cache-control"] == "no-cache"
    assert ask(app, "/words/xx.ftl").status_code == 404


def test_a_page_gets_what_every_page_says_and_its_own() -> None:
    def said(pages: str) -> set[str]:
        resource = FluentParser().parse(taught("fr", pages))
        assert [one for one in resource.body if isinstance(one, ast.Junk)] == []
        return {one.id.name for one in resource.body if isinstance(one, ast.Message)}

    whole, part = said(""), said("chase")
    assert {name for name in part if name.startswith("chase-")} == {
        n for n in whole if n.startswith("chase-")
    }
    assert {"state-armed", "language-locale", "connection-live"} < part < whole
    assert not any(name.startswith(("reason-of-", "stopwatch-", "book-")) for name in part)


def test_a_link_chooses_a_language_and_leads_back(app: ASGIApp) -> None:
    answer = ask(app, "/language/nb?back=/book/event/MILEsh/men%3Ftop%3D3")
    assert (answer.status_code, answer.headers["location"]) == (303, "/book/event/MILEsh/men?top=3")
    assert answer.headers["set-cookie"] == "language=nb; Max-Age=31536000; Path=/; SameSite=lax"
    assert ask(app, "/language/xx").text == "no language 'xx' (there are en, fr, nb)\n"


@pytest.mark.parametrize(
    "back",
    ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "javascript:1", "/a\nb"],
)
def test_it_leads_nowhere_else(app: ASGIApp, back: str) -> None:
    answer = ask(app, str(httpx.URL("/language/nb", params={"back": back})))
    assert answer.headers["location"] == "/"


def test_the_choice_names_each_language_by_itself() -> None:
    shown = str(choice("fr", "/results"))
    assert shown.startswith('<nav class="languages" aria-label="Langue">')
    assert '<a href="/language/nb?back=%2Fresults" lang="nb" hreflang="nb">norsk</a>' in shown
    assert 'hreflang="fr" aria-current="true">fran\u00e7ais</a>' in shown


def test_a_fourth_language_is_one_file(tmp_path: Path) -> None:
    for code in ("de", "en"):
        (tmp_path / f"{code}.ftl").write_text(
            f"language-name = {code}!\nlanguage-locale = {code}\n", encoding="utf-8"
        )
    assert [(one.code, one.name, one.locale) for one in read(tmp_path).values()] == [
        ("en", "en!", "en"),
        ("de", "de!", "de"),
    ]


def test_what_a_file_lacks_is_said_in_english_and_what_nobody_says_is_refused() -> None:
    assert say("nb", "connection-live") == "direkte"
    with pytest.raises(KeyError, match="no-such-message"):
        say("nb", "no-such-message")
    with pytest.raises(KeyError, match="seconds"):
        say("nb", "connection-stale")


def test_a_page_that_was_built_is_written_once_a_language() -> None:
    page = PAGE.encode()
    assert built(page, "fr") is built(page, "fr")
    assert built(page, "fr").etag != built(page, "nb").etag
