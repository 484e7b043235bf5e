"""What a person sees of the record book: on a phone and a laptop, in both themes, with a keyboard alone."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, expect

BUILT = Path(__file__).resolve().parents[2] / "src" / "pacelight" / "web" / "static" / "index.html"
MEN = "book/event/MILEsh/men"
PAGES = (
    "book",
    "book/search?q=ing",
    "book/search?q=zzzzz",
    MEN,
    f"{MEN}?as_of=2025-02-12&level=NR&scope=NOR&outright=yes",
    "book/event/HJ/women",
    "book/athlete/ingebrigtsen-jakob",
    "book/athlete/nuguse-yared",
    "book/nation/NOR",
    "book/levels?event=MILEsh&mark=3:46.00&nation=NOR",
    "book/compare?from=2025-02-01&to=2025-03-25",
    "book/verify",
    "book/conflicts",
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not BUILT.exists(), reason="the pages are not built (npm --prefix frontend run build)"
    ),
]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the real program shows the shipped book."""
    environment = os.environ | {"XDG_DATA_HOME": str(tmp_path_factory.mktemp("home"))}
    command = [sys.executable, "-m", "pacelight", "web", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as web:
        assert web.stdout is not None
        yield web.stdout.readline().strip()
        web.terminate()


@pytest.mark.usefixtures("complaints")
@pytest.mark.parametrize("path", PAGES)
def test_every_page_fits_is_accessible_and_asks_nobody_else(
    page: Page, address: str, path: str, barriers: Any
) -> None:
    asked: list[str] = []

    def request(made: Request) -> None:
        asked.append(made.url)

    page.on("request", request)
    page.goto(f"{address}{path}")
    for width, theme, ground in ((375, "light", "rgb(238, 241, 246)"), (1280, "dark", "rgb(8, 12, 20)")):
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == ground
        assert barriers(page) == []
    for width, theme in ((375, "dark"), (1280, "light")):
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") == width
    assert {url for url in asked if not url.startswith(address)} == set()


@pytest.mark.usefixtures("complaints")
def test_with_the_keyboard_alone_one_finds_an_athlete_and_the_record(page: Page, address: str) -> None:
    page.goto(f"{address}book")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Skip to the content"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "q"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.type("jakob ingebrigtsen")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Found for “jakob ingebrigtsen”")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Jakob Ingebrigtsen")
    page.get_by_role("link", name="Mile short track").first.press("Enter")
    expect(page.locator(".big")).to_have_text("3:45.14")
    assert page.url == f"{address}{MEN}"


@pytest.mark.usefixtures("complaints")
def test_a_filter_is_a_form_and_its_answer_an_address(page: Page, address: str) -> None:
    page.goto(f"{address}{MEN}")
    page.get_by_text("Another day, another list").press("Enter")
    page.get_by_label("As of").fill("2025-02-12")
    page.get_by_label("only what was ratified").check()
    page.get_by_role("button", name="Ask").first.press("Enter")
    expect(page.locator(".big")).to_have_text("3:47.01")
    assert page.url == f"{address}{MEN}?as_of=2025-02-12&level=WR&ratified=yes"
    page.get_by_role("link", name="This page for good").click()
    expect(page.locator(".big")).to_have_text("3:47.01")


def test_without_javascript_it_is_the_same_book(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 375, "height": 800})
    page = context.new_page()
    page.goto(f"{address}{MEN}")
    expect(page.locator(".big")).to_have_text("3:45.14")
    picture = page.get_by_role("img", name="World record, Mile short track, men: 5 steps")
    expect(picture).to_be_visible()
    expect(picture.locator("circle")).to_have_count(5)
    context.close()
