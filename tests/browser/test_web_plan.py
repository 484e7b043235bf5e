"""The plan page as a pacemaker's coach has it: by keyboard alone, without scripts, on paper."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from pacelight.book.asking.lists import Book

SIZES = ((390, 844), (1024, 768), (1920, 1080))
POINTS_MM = 72 / 25.4

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(web_pages: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> str:
    book = tmp_path_factory.mktemp("plan") / "book.sqlite"
    Book.starter(book, until=date(2025, 2, 14)).close()
    told: str = web_pages("--book", book, "--watch-only").address
    return told


@pytest.fixture
def still(chromium: Browser) -> Any:
    """A browser without scripts."""
    made = chromium.new_context(viewport={"width": 1024, "height": 768}, java_script_enabled=False)
    made.set_default_timeout(10_000)
    yield made
    made.close()


def fits(page: Page) -> bool:
    wide: bool = page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    return wide


def test_a_plan_is_made_corrected_and_compared_by_keyboard_alone(still: BrowserContext, address: str) -> None:
    page = still.new_page()
    page.goto(f"{address}plan")
    page.locator("#event").focus()
    page.keyboard.type("1500")
    page.get_by_label("Time").first.focus()
    page.keyboard.type("3.30.00")
    page.keyboard.press("Enter")
    time = page.get_by_label("Time").first
    expect(page.locator("#time-wrong")).to_contain_text("Not a time: “3.30.00”.")
    expect(time).to_be_focused()
    expect(time).to_have_value("3.30.00")
    page.keyboard.press("Control+A")
    page.keyboard.type("3:30.00")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("3:30.00 even")
    last = page.locator(".plan tbody tr").last
    expect(last).to_contain_text("1500 m")
    expect(last).to_contain_text("3:30.00")

    page.get_by_text("Compare with").first.focus()
    page.keyboard.press("Enter")
    page.locator("#b_kind-record").check()
    page.get_by_role("button", name="Make the plan").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".legend")).to_contain_text("WR 3:26.00")
    assert page.locator(".chart:visible .line.b").count() == 2
    assert "b_kind=record" in page.url


def test_the_form_shows_what_the_chosen_way_asks_for(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(f"{address}plan")
    expect(page.locator("#time")).to_be_visible()
    expect(page.locator("#points")).to_be_hidden()
    page.locator("#kind-splits").check()
    expect(page.locator("#time")).to_be_hidden()
    expect(page.locator("#points")).to_be_visible()
    page.locator("#kind-negative").check()
    expect(page.locator("#faster")).to_be_visible()


def test_pasted_splits_and_the_address_for_good_make_the_same_plan(
    still: BrowserContext, address: str
) -> None:
    page = still.new_page()
    page.goto(f"{address}plan")
    page.locator("#event").fill("1500")
    page.locator("#kind-splits").check()
    page.locator("#points").fill("400\t55.8\n800\t1:52.0\n1500\t3:30.00")
    page.get_by_role("button", name="Make the plan").click()
    table = page.locator(".plan table").inner_text()
    assert "3:30.00" in table
    page.get_by_role("link", name="This plan for good").click()
    assert page.locator(".plan table").inner_text() == table
    assert "level" not in page.url
    with page.expect_download() as download:
        page.get_by_role("link", name="plan.csv").click()
    assert Path(download.value.path()).read_text(encoding="utf-8").endswith("1500,3:30.00,55.92,7.160\n")


def test_on_paper_there_is_a_card_of_a_hand_s_size_for_each_pacemaker(
    context: BrowserContext, address: str
) -> None:
    page = context.new_page()
    page.goto(f"{address}plan?event=1500&kind=even&time=3:30.00&every=100&pacers=800,1200")
    page.emulate_media(media="print")
    assert page.locator(".card:visible").count() == 2
    assert page.locator("form:visible, .bar:visible, .plan:visible").count() == 0
    printed = page.pdf(prefer_css_page_size=True, print_background=False)
    assert printed.count(b"/Type /Page\n") == 2
    size = page.evaluate("getComputedStyle(document.querySelector('.card td.mark')).fontSize")
    assert float(size.removesuffix("px")) >= 16 * 96 / 72  # 16 points and more: read at arm's length


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize(
    "asked",
    [
        "",
        "?event=MILEsh&kind=record&as_of=2025-02-12&pacers=800,1000",
        "?event=1500&kind=even&time=3:30.00&every=100&b_kind=negative&b_time=3:31.00&b_faster=2",
        "?event=1500&kind=even&time=3.30.00&lane=x",
    ],
)
def test_it_fits_every_size_and_axe_finds_nothing(
    chromium: Browser, address: str, asked: str, theme: Any, barriers: Any
) -> None:
    context = chromium.new_context(color_scheme=theme)
    page = context.new_page()
    page.goto(f"{address}plan{asked}")
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        assert fits(page), (asked, width)
        assert barriers(page) == [], (asked, width, theme)
    context.close()
