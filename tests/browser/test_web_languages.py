"""What a person reads of the pages in each language: from the first moment on that one, and no other."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from pacelight.web.words import languages, say

BUILT = Path(__file__).resolve().parents[2] / "src" / "pacelight" / "web" / "static" / "index.html"
LOCALES = {"en": "en-GB", "nb": "nb-NO", "fr": "fr-FR"}
BOOK = (
    "book",
    "book/event/MILEsh/men",
    "book/athlete/ingebrigtsen-jakob",
    "book/nation/NOR",
    "book/levels?sex=x",  # which is refused
)
LONG = 12
"""Characters from which a sentence is that of one language."""

SHOWN = """() => {
    window.shown = new Set();
    const note = (node) => {
        if (node.nodeType === Node.TEXT_NODE) window.shown.add(node.data.trim());
        else for (const child of node.childNodes) note(child);
        for (const name of ["aria-label", "title", "placeholder", "alt"])
            if (node.getAttribute?.(name)) window.shown.add(node.getAttribute(name));
    };
    new MutationObserver((changes) => {
        for (const {target, addedNodes} of changes) [target, ...addedNodes].forEach(note);
    }).observe(document, {childList: true, subtree: true, characterData: true, attributes: true});
}"""
"""All that ever stood in the page, from its first moment on."""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not BUILT.exists(), reason="the pages are not built (npm --prefix frontend run build)"
    ),
]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the real program shows the shipped book."""
    environment = os.environ | {"XDG_DATA_HOME": str(tmp_path_factory.mktemp("home"))}
    command = [sys.executable, "-m", "pacelight", "web", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as web:
        assert web.stdout is not None
        yield web.stdout.readline().strip()
        web.terminate()


@pytest.fixture(params=LOCALES)
def reader(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[tuple[str, BrowserContext]]:
    """A language, and the browser of somebody who reads it."""
    context = chromium.new_context(locale=LOCALES[request.param], viewport={"width": 390, "height": 844})
    context.set_default_timeout(10_000)
    context.add_init_script(f"({SHOWN})()")
    yield request.param, context
    context.close()


def messages(code: str) -> dict[str, str]:
    """What a language's file says in one line."""
    return dict(re.findall(r"^([a-z][\w-]*) = (.+)$", languages()[code].text, re.MULTILINE))


def sentences(code: str) -> set[str]:
    """What is said in one language alone, of parts of nothing else."""
    others = {text for other in languages() if other != code for text in messages(other).values()}
    return {text for text in messages(code).values() if "{" not in text and len(text) >= LONG} - others


def check(page: Page, code: str, barriers: Any = None) -> None:
    """The page is in this language and no other, names no message, fits, and is accessible.

    Args:
        page: that is shown.
        code: of the language.
        barriers: looks at it, too, which takes its time.
    """
    assert page.evaluate("document.documentElement.lang") == code
    shown = set(page.evaluate("[...window.shown]"))
    assert shown & {name for name in messages("en") if "-" in name} == set()
    assert {text for other in languages() if other != code for text in shown & sentences(other)} == set()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert barriers is None or barriers(page) == []


SMALL = ((360, 100), (320, 100), (390, 200), (320, 200))
"""Screens of small phones, in px, and how large their owners have the letters, in percent."""


def pushed_sideways(page: Page, size: Any) -> list[tuple[int, int]]:
    """On which small screens something of the page is beside it."""
    found = []
    for width, percent in SMALL:
        page.evaluate("percent => { document.documentElement.style.fontSize = `${percent}%`; }", percent)
        size(page, width, 800)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append((width, percent))
    return found


def test_the_race_is_shown_in_the_language_of_who_watches(
    reader: tuple[str, BrowserContext], bus: Any, web: Any, barriers: Any, size: Any
) -> None:
    code, context = reader
    bus.gun(seconds_ago=236)
    bus.play(until=236)
    page = context.new_page()
    page.goto(web.address)
    expect(page.locator("[data-connection]")).to_have_text(say(code, "connection-live"))
    record = page.locator(".records .panel").first
    expect(record).to_contain_text(say(code, "level-WR"))
    by = "1.49" if code == "en" else "1,49"
    expect(record).to_contain_text(say(code, "record-better", by=by, stood="3:46.63"))
    expect(record).to_contain_text("3:45.14")  # a mark is written alike in every language
    check(page, code, barriers)
    expect(page.locator(".splits tbody tr").first).to_contain_text("3:45.14")
    assert pushed_sideways(page, size) == []
    size(page, 390, 844)
    page.goto(f"{web.address}results")
    expect(page.locator("caption").first).to_have_text(say(code, "results-title"))
    check(page, code, barriers)
    page.goto(f"{web.address}stopwatch")
    expect(page).to_have_title(f"{say(code, 'stopwatch-title')} · Men's mile")
    check(page, code, barriers)


def test_the_book_is_in_the_language_of_who_reads(
    reader: tuple[str, BrowserContext], book: str, barriers: Any
) -> None:
    code, context = reader
    page = context.new_page()
    for path in BOOK:
        page.goto(f"{book}{path}")
        expect(page.locator(".brand")).to_have_text(say(code, "book-title"))
        check(page, code, barriers if path == BOOK[1] else None)


def test_another_language_is_spoken_at_once_and_from_then_on(page: Page, bus: Any, web: Any) -> None:
    bus.gun(seconds_ago=30)
    page.goto(web.address)
    page.evaluate("window.same = true")
    choice = page.get_by_label(say("en", "language-choice"))
    assert choice.locator("option").all_inner_texts() == [one.name for one in languages().values()]
    choice.select_option("nb")
    expect(page.get_by_role("heading", name=say("nb", "chase-records"))).to_be_visible()
    assert page.evaluate("[document.documentElement.lang, window.same]") == ["nb", True]
    for path in ("", "results", "stopwatch"):
        page.goto(f"{web.address}{path}")
        assert page.evaluate("document.documentElement.lang") == "nb"


def test_without_scripts_a_link_chooses_the_language(chromium: Browser, web: Any) -> None:
    with chromium.new_context(java_script_enabled=False, locale="en-GB") as context:
        page = context.new_page()
        page.goto(f"{web.address}results")
        page.get_by_role("link", name="français").click()
        expect(page).to_have_url(f"{web.address}results")
        expect(page.locator("caption").first).to_have_text(say("fr", "results-title"))
        page.goto(web.address)
        expect(page.locator("main")).to_contain_text(say("fr", "chase-no-script"))


NARROW = (
    "plan?event=1500&kind=even&time=3:30.00&b_kind=record&b_level=WR",
    "book",
    "book/event/1500/men",
    "book/compare",
)


def test_at_400_percent_nothing_of_a_laptop_is_pushed_sideways(chromium: Browser, book: str) -> None:
    """WCAG 1.4.10: 320 pixels are enough, in the language whose words are longest."""
    context = chromium.new_context(locale=LOCALES["fr"], viewport={"width": 320, "height": 640})
    page = context.new_page()
    for path in NARROW:
        page.goto(f"{book}{path}")  # with its styles, and the curve that a script draws
        assert page.evaluate("document.documentElement.scrollWidth") == 320, path
    context.close()
