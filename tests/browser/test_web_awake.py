"""A screen that has to stay on stays on over plain http too, or says that it may not."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from pacelight.web.assets import STATIC

NAME = "pacelight.lan"
"""Of this machine, as a tablet asks for it: conftest.py leads the browser there. It is no secure context."""

ASLEEP = "The screen may fall asleep"
PLAYS = """() => {
    const video = document.querySelector("video");
    const box = video?.getBoundingClientRect();
    const within = box && box.width > 0 && box.left >= 0 && box.bottom <= innerHeight;
    return Boolean(within && !video.paused && video.muted && video.videoWidth > 0 && video.currentTime > 0);
}"""
REFUSED = """(() => {
    const play = HTMLMediaElement.prototype.play;
    let pressed = false;
    addEventListener("pointerup", () => { pressed = true; }, true);
    HTMLMediaElement.prototype.play = function () {
        return pressed ? play.call(this) : Promise.reject(new DOMException("a press", "NotAllowedError"));
    };
})()"""
"""As a phone that saves data: it plays nothing before it is pressed."""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not (STATIC / "announcer.html").exists(),
        reason="the pages are not built (npm --prefix frontend run build)",
    ),
]


@pytest.fixture
def tablet(chromium: Browser) -> Iterator[BrowserContext]:
    made = chromium.new_context(viewport={"width": 1024, "height": 768}, locale="en-GB")
    made.set_default_timeout(15_000)
    yield made
    made.close()


def announcer(tablet: BrowserContext, bus: Any, web_pages: Callable[..., Any]) -> Page:
    """The page of the announcer, as a tablet opens it over plain http."""
    address = web_pages("--bus", bus.path, "--name", NAME).address.replace("127.0.0.1", NAME)
    page = tablet.new_page()
    page.goto(f"{address}announcer")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("[isSecureContext, 'wakeLock' in navigator]") == [False, False]
    return page


def test_over_plain_http_a_picture_that_plays_keeps_the_screen_on(
    tablet: BrowserContext, bus: Any, web_pages: Callable[..., Any]
) -> None:
    page = announcer(tablet, bus, web_pages)
    page.wait_for_function(PLAYS)
    expect(page.get_by_text(ASLEEP)).to_have_count(0)
    page.get_by_role("button", name="Settings and keys").click()
    expect(page.get_by_text("The screen stays on while this page is shown")).to_be_visible()


def test_a_browser_that_plays_nothing_before_a_press_is_asked_again_at_the_first(
    tablet: BrowserContext, bus: Any, web_pages: Callable[..., Any]
) -> None:
    tablet.add_init_script(REFUSED)
    page = announcer(tablet, bus, web_pages)
    expect(page.get_by_text(ASLEEP)).to_be_visible()
    page.mouse.click(5, 760)
    page.wait_for_function(PLAYS)
    expect(page.get_by_text(ASLEEP)).to_have_count(0)


def test_where_a_picture_keeps_nothing_awake_nobody_is_told_that_it_does(
    tablet: BrowserContext, bus: Any, web_pages: Callable[..., Any]
) -> None:
    tablet.add_init_script("window.GestureEvent = class extends UIEvent {};")  # by which WebKit is known
    page = announcer(tablet, bus, web_pages)
    page.wait_for_function(PLAYS)
    expect(page.get_by_text(ASLEEP)).to_be_visible()
    page.get_by_role("button", name="Settings and keys").click()
    expect(page.get_by_text("open the page over https")).to_be_visible()
