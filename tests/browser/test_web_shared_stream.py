"""One stream for all tabs of a browser: a late one is told everything, and all come back together."""

import re
import signal
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

NO_STREAM = "window.EventSource = class { constructor() { throw new Error('no stream of its own'); } };"
NO_WORKER = "delete window.SharedWorker;"
BROKEN_WORKER = """
    window.SharedWorker = class extends EventTarget {
        constructor() {
            super();
            this.port = {postMessage() {}, close() {}};
            setTimeout(() => this.onerror(new Event("error")));
        }
    };
"""

pytestmark = pytest.mark.browser


@pytest.fixture
def shared(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser whose pages can open no stream themselves."""
    context = chromium.new_context(viewport={"width": 1366, "height": 768})
    context.set_default_timeout(15_000)
    context.add_init_script(NO_STREAM)
    yield context
    context.close()


def connection(page: Page) -> Any:
    return page.locator("[data-connection]").first


def splits(page: Page) -> Any:
    return page.locator(".splits tbody tr")


def test_every_tab_hears_the_one_stream_through_a_kill_of_the_server(
    shared: BrowserContext, bus: Any, web: Any
) -> None:
    bus.gun(seconds_ago=70)
    first, second = shared.new_page(), shared.new_page()
    first.goto(web.address)
    expect(connection(first)).to_contain_text("live")
    bus.play(until=30)
    expect(splits(first)).to_have_count(2)
    second.goto(web.address)  # late: what was told before is told to it
    expect(connection(second)).to_contain_text("live")
    expect(splits(second)).to_have_count(2)
    web.end(signal.SIGKILL)
    for page in (first, second):
        expect(connection(page)).to_contain_text(re.compile(r"stale \d+ s"), timeout=4000)
    bus.play(until=45)
    web.start()
    for page in (first, second):
        expect(connection(page)).to_contain_text("live")
        expect(splits(page)).to_have_count(3)
    first.close()
    bus.play(until=60)
    expect(splits(second)).to_have_count(4)
    second.reload()
    expect(splits(second)).to_have_count(4)


@pytest.mark.parametrize("lacking", [NO_WORKER, BROKEN_WORKER], ids=["none", "broken"])
def test_where_nothing_can_be_shared_a_page_has_a_stream_of_its_own(
    context: BrowserContext, bus: Any, web: Any, lacking: str
) -> None:
    context.add_init_script(lacking)
    bus.gun(seconds_ago=70)
    bus.play(until=30)
    page = context.new_page()
    page.goto(web.address)
    expect(connection(page)).to_contain_text("live")
    expect(splits(page)).to_have_count(2)
    bus.play(until=45)
    expect(splits(page)).to_have_count(3)
