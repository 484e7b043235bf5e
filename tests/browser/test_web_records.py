"""The record desk as a statistician has it: by keyboard alone, without scripts, to ratified and back."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from pacelight.book.asking.lists import Book
from pacelight.book.model import Decision, DecisionKind

LIEVIN = "2025-02-13-lievin-MILEsh-men-ingebrigtsen-jakob"
SIZES = ((390, 844), (1024, 768), (1920, 1080))

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def eve(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped book as the world knew it on the evening after Liévin."""
    path = tmp_path_factory.mktemp("eve") / "book.sqlite"
    Book.starter(path, until=date(2025, 2, 14)).close()
    return path


@pytest.fixture(scope="module")
def desk(
    web_pages: Callable[..., Any], eve: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Any, Path]:
    """A web process with a book of its own, and that book."""
    book = tmp_path_factory.mktemp("desk") / "book.sqlite"
    shutil.copy(eve, book)
    return web_pages("--book", book), book


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


def signed_in(context: BrowserContext, pages: Any, role: str = "statistician") -> Page:
    page = context.new_page()
    page.goto(f"{pages.address}pair")
    page.get_by_label("Code").fill(pages.code(role, "statistics"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="statistics")).to_be_visible()
    return page


def tab_to(page: Page, name: str, most: int = 120) -> None:
    """Press Tab until that has the focus: whoever has no mouse comes everywhere."""
    for _ in range(most):
        page.keyboard.press("Tab")
        found: str = page.evaluate(
            "(document.activeElement.labels?.[0] ?? document.activeElement).innerText.trim()"
        )
        if found.startswith(name):
            return
    raise AssertionError(f"Tab never came to {name}")


def statuses(book: Path) -> list[str]:
    with Book.open(book) as opened:
        one = opened.performance(LIEVIN)
        (event,) = [found for found, _ in opened.contested() if found.code == one.event][:1]
        (heard,) = opened.part(event, one.sex).history.heard([one], date(2100, 1, 1))
        return [decision.kind.value for decision in heard]


def test_a_candidate_is_looked_at_ratified_and_taken_back_by_keyboard_alone(
    still: BrowserContext, desk: tuple[Any, Path]
) -> None:
    pages, book = desk
    page = signed_in(still, pages)
    page.goto(f"{pages.address}records")
    tab_to(page, "3:45.14")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("3:45.14")

    # A condition: opened, said, noted.
    item = page.locator("#condition-doping")
    item.locator("summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("form 17, green folder")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Noted.")
    expect(page.locator("#condition-doping")).to_contain_text("form 17, green folder")
    expect(page.locator("#condition-doping .verdict").first).to_contain_text("met")

    # A decision without a reason is refused beside the reason, and what was chosen stays.
    page.locator("input[name=kind][value=ratify]").focus()
    page.keyboard.press("Space")
    page.get_by_label("Of which record").focus()
    page.get_by_label("By whom").first.fill("World Athletics")
    page.get_by_label("By whom").first.press("Enter")
    why = page.get_by_label("For which reason").first
    expect(page.locator("#decide-why-wrong")).to_have_text("Say why: the reason stays in the book.")
    expect(why).to_have_attribute("aria-invalid", "true")
    expect(why).to_be_focused()
    expect(page.locator("input[name=kind][value=ratify]")).to_be_checked()
    expect(page.get_by_label("By whom").first).to_have_value("World Athletics")
    page.keyboard.type("the form is whole")
    tab_to(page, "Write it into the book")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Written: ratified.")
    assert statuses(book)[-1] == "ratified"

    # And back.
    page.locator("details.back summary").last.focus()
    page.keyboard.press("Enter")
    tab_to(page, "For which reason")
    page.keyboard.type("an example")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Written: taken back.")
    assert statuses(book)[-1] == "withdrawn"


def test_somebody_who_has_decided_meanwhile_is_told_of_and_nothing_typed_is_lost(
    still: BrowserContext, desk: tuple[Any, Path]
) -> None:
    pages, book = desk
    page = signed_in(still, pages)
    key = "2025-02-13-lievin-MILEsh-men-rak-filip"
    page.goto(f"{pages.address}records/{key}")
    with Book.open(book) as opened:
        day = date(2025, 2, 20)
        opened.decide(Decision(key, DecisionKind.REJECTED, day, day, "the federation", "no test", ""))
    page.locator("input[name=kind][value=ratify]").check()
    page.get_by_label("For which reason").first.fill("as agreed")
    page.get_by_role("button", name="Write it into the book").click()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("Somebody has decided meanwhile.")
    expect(alert).to_contain_text("the federation, 20 Feb 2025: no test")
    expect(page.get_by_label("For which reason").first).to_have_value("as agreed")


def test_a_session_that_ends_while_somebody_types_loses_no_keystroke(
    still: BrowserContext, desk: tuple[Any, Path]
) -> None:
    pages, book = desk
    page = signed_in(still, pages)
    page.goto(f"{pages.address}records/{LIEVIN}")
    page.locator("input[name=kind][value=reject]").check()
    page.get_by_label("For which reason").first.fill("no doping test")
    still.clear_cookies()
    page.get_by_role("button", name="Write it into the book").click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing you typed is lost")
    code = page.get_by_label("Your code")
    expect(code).to_be_focused()
    code.fill(pages.code("director"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Written: rejected.")
    assert "rejected" in statuses(book)


def test_a_spectator_looks_and_finds_no_form(context: BrowserContext, desk: tuple[Any, Path]) -> None:
    pages, _ = desk
    page = context.new_page()
    page.goto(f"{pages.address}records/{LIEVIN}")
    expect(page.get_by_text("For the director and the statistician.")).to_be_visible()
    assert page.locator("form").count() == 0
    page.get_by_role("link", name="Record and progression").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Mile short track")
    page.get_by_role("link", name="Record desk").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Record desk")


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("path", ["records", f"records/{LIEVIN}"])
def test_it_fits_every_size_and_axe_finds_nothing(
    chromium: Browser, desk: tuple[Any, Path], path: str, theme: Any, barriers: Any
) -> None:
    pages, _ = desk
    context = chromium.new_context(color_scheme=theme, viewport={"width": 1024, "height": 768})
    page = signed_in(context, pages)
    page.goto(f"{pages.address}{path}")
    for details in page.locator("details").all()[:2]:
        details.locator("summary").click()
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        assert fits(page), (path, width)
        assert barriers(page) == [], (path, width, theme)
    context.close()
