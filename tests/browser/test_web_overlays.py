"""Overlays: over a picture, nothing behind them; what is not known is not shown, and comes back by itself."""

import signal
from io import BytesIO
from typing import Any

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.browser
KINDS = ("clock", "laps", "gap", "lower-third", "result", "record")
PLACES = dict(zip(KINDS, ("right", "right", "right", "left", "left", "middle"), strict=True))
AIR = {"width": 1920, "height": 1080}


@pytest.fixture
def air(context: BrowserContext) -> Page:
    """A mixer's browser; what wakes a page in another one does not reach it."""
    context.add_init_script("delete window.SharedWorker")
    page = context.new_page()
    page.set_viewport_size(AIR)
    return page


def picture(page: Page) -> "np.ndarray[Any, np.dtype[np.uint8]]":
    return np.asarray(Image.open(BytesIO(page.screenshot(omit_background=True))).convert("RGBA"))


def shown(page: Page) -> None:
    expect(page.locator("main[data-known=true] .plate[data-shown=true]")).to_be_visible()


def at_the_end(bus: Any) -> None:
    bus.gun(240.0)
    bus.play(240.0)


def test_before_the_gun_there_is_no_clock_and_nothing_else_either(web: Any, air: Page) -> None:
    air.goto(f"{web.address}overlay/clock")
    expect(air.locator("main[data-known=true]")).to_be_attached()
    air.wait_for_timeout(500)  # what fades has faded
    assert not picture(air)[..., 3].any()


def test_the_clock_runs_and_stops_with_the_winner_at_the_official_mark(web: Any, bus: Any, air: Page) -> None:
    bus.gun(100.0)
    air.goto(f"{web.address}overlay/clock")
    shown(air)
    running = air.locator(".clock").inner_text()
    assert running.startswith("1:4")
    bus.play(230.0)
    expect(air.locator(".clock")).to_have_text("3:45.14")


@pytest.mark.parametrize("kind", KINDS)
def test_each_is_drawn_over_nothing_and_inside_the_picture(web: Any, bus: Any, air: Page, kind: str) -> None:
    if kind == "laps":
        bus.gun(100.0)
        bus.play(100.0)
    else:
        at_the_end(bus)
    air.goto(f"{web.address}overlay/{kind}")
    shown(air)
    air.wait_for_timeout(600)
    alpha = picture(air)[..., 3]
    assert 0.002 < (alpha > 0).mean() < 0.45
    across = np.flatnonzero(alpha.any(axis=0)).mean() / AIR["width"]
    assert (across < 0.4, across > 0.6) == {"left": (True, False), "right": (False, True)}.get(
        PLACES[kind], (False, False)
    )
    assert not alpha[:8].any()
    assert not alpha[-8:].any()
    assert not alpha[:, :8].any()
    assert not alpha[:, -8:].any()
    assert air.evaluate("document.scrollingElement.scrollHeight <= innerHeight")


def test_a_mixer_without_transparency_gets_a_colour_to_take_out(web: Any, bus: Any, air: Page) -> None:
    at_the_end(bus)
    air.goto(f"{web.address}overlay/result?key=00ff00&place=top-left&rows=3")
    shown(air)
    assert air.locator("li").count() == 3
    assert tuple(picture(air)[-1, -1]) == (0, 255, 0, 255)


def test_a_record_is_shown_with_its_caution_and_the_gap_with_its_line(web: Any, bus: Any, air: Page) -> None:
    at_the_end(bus)
    air.goto(f"{web.address}overlay/record?language=nb")
    expect(air.locator(".record")).to_contain_text("ikke godkjent ennå")
    expect(air.locator(".record")).to_contain_text("3:45.14")
    air.goto(f"{web.address}overlay/gap")
    expect(air.locator(".gap")).to_contain_text("+1.49")
    expect(air.locator(".gap")).to_contain_text("World record 3:46.63")


def test_nothing_is_said_of_a_server_that_is_gone_and_all_is_back_when_it_is(
    web: Any, bus: Any, air: Page
) -> None:
    at_the_end(bus)
    air.goto(f"{web.address}overlay/result")
    shown(air)
    web.end(signal.SIGKILL)
    expect(air.locator("main")).to_have_attribute("data-known", "false", timeout=6000)
    air.wait_for_timeout(600)
    assert not picture(air)[..., 3].any()
    web.start()
    expect(air.locator("main")).to_have_attribute("data-known", "true", timeout=8000)
    shown(air)


def test_what_is_frozen_stays_on_air_whatever_becomes_of_the_server(web: Any, bus: Any, air: Page) -> None:
    at_the_end(bus)
    air.goto(f"{web.address}overlay/result?freeze")
    shown(air)
    web.end(signal.SIGKILL)
    air.wait_for_timeout(4000)
    assert picture(air)[..., 3].any()
    web.start()


def test_an_address_that_names_none_shows_nothing(web: Any, bus: Any, air: Page) -> None:
    at_the_end(bus)
    air.goto(f"{web.address}overlay/nothing")
    expect(air.locator("main[data-known=true]")).to_be_attached()
    assert not picture(air)[..., 3].any()
