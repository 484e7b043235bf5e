"""Signing in as people do: on a phone from a QR code, by keyboard alone, without scripts, in both themes."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from pacelight.web.tls.folder import Folder

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def pages(
    answering: Callable[..., Any], web_pages: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory
) -> Any:
    folder = tmp_path_factory.mktemp("pair")
    answering(folder / "bus")
    Folder(folder / "tls").begin("Pacelight, test", ("127.0.0.1",), datetime.now(UTC))
    return web_pages("--bus", folder / "bus", "--tls", folder / "tls")


@pytest.fixture
def context(chromium: Browser) -> Any:
    made = chromium.new_context(viewport={"width": 390, "height": 844}, ignore_https_errors=True)
    made.set_default_timeout(10_000)
    yield made
    made.close()


def fits(page: Page) -> bool:
    wide: bool = page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    return wide


def test_a_phone_that_reads_the_code_signs_in_with_one_tap(context: BrowserContext, pages: Any) -> None:
    page, code = context.new_page(), pages.code("timer", "timing desk")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.url} {request.post_data or ''}"))
    page.goto(f"{pages.address}pair#{code}")
    expect(page.get_by_label("Code")).to_have_value(code)
    expect(page.get_by_role("button", name="Sign in")).to_be_focused()
    assert page.evaluate("location.href") == f"{pages.address}pair"
    assert not any(code in one for one in asked)  # nothing was sent yet, nor stands in the history
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="timing desk")).to_be_visible()
    assert [one for one in asked if code in one] == [f"{pages.address}pair code={code}"]


def test_with_a_keyboard_alone_and_a_code_that_was_mistyped_first(
    context: BrowserContext, pages: Any, barriers: Any
) -> None:
    page = context.new_page()
    page.goto(f"{pages.address}pair")
    while page.evaluate("document.activeElement.id") != "code":
        page.keyboard.press("Tab")
    page.keyboard.type("nono-nono")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("This code lets nobody in")
    assert barriers(page) == []
    page.get_by_label("Code").focus()
    page.keyboard.type(pages.code("announcer", "booth").lower())
    page.keyboard.press("Enter")
    expect(page.get_by_text("You see everything, and change nothing.")).to_be_visible()


def test_without_scripts_all_of_it_works(chromium: Browser, pages: Any) -> None:
    context = chromium.new_context(java_script_enabled=False, ignore_https_errors=True)
    page = context.new_page()
    page.goto(f"{pages.address}pair")
    page.get_by_label("Code").fill(pages.code("director"))
    page.get_by_role("button", name="Sign in").click()
    page.get_by_label("As", exact=True).select_option("operator")
    page.get_by_label("Called").fill("lights")
    page.get_by_role("button", name="Make a code").click()
    code = page.locator(".shown").inner_text()
    other = chromium.new_context(java_script_enabled=False, ignore_https_errors=True)
    console = other.new_page()
    console.goto(f"{pages.address}pair")
    console.get_by_label("Code").fill(code)
    console.get_by_role("button", name="Sign in").click()
    expect(console.get_by_role("heading", name="lights")).to_be_visible()
    page.goto(f"{pages.address}pair")
    page.get_by_role("button", name="Revoke lights").click()
    console.reload()
    expect(console.get_by_role("heading", name="Sign in")).to_be_visible()
    other.close()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_pages_are_for_everybody_on_every_screen(
    chromium: Browser, pages: Any, width: int, scheme: str, barriers: Any
) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,  # type: ignore[arg-type]  # one of the two
        ignore_https_errors=True,
    )
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    for path in ("pair", "authority"):
        page.goto(pages.address + path)
        assert barriers(page) == []
        assert fits(page)
    cookie = {"name": "__Host-pacelight", "value": pages.token("director"), "url": pages.address}
    context.add_cookies([{**cookie, "secure": True}])  # type: ignore[list-item]  # as a session is given
    page.goto(f"{pages.address}pair")
    page.get_by_label("Called").fill("timing desk of the long name that somebody gave it, once")
    page.get_by_role("button", name="Make a code").click()
    expect(page.get_by_role("img", name="QR code of")).to_be_visible()
    assert page.locator(".invited img").evaluate("image => image.naturalWidth > 0")
    assert barriers(page) == []
    assert fits(page)
    assert said == []
    context.close()
