"""Displays: any screen makes itself known, and shows what the meet office says within a second."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture
def served(web_pages: Callable[..., Any], place: Any, bus: Any) -> Any:  # noqa: ARG001 - there before the pages
    """The pages of the scripted race, with people who sign in."""
    return web_pages("--bus", place)


def screen(page: Page, served: Any) -> int:
    """Open a display; its number."""
    page.goto(f"{served.address}display")
    number = page.locator(".number")
    expect(number).to_have_text(re.compile(r"^\d+$"))
    return int(number.inner_text())


def sign_in(page: Page, served: Any, role: str) -> None:
    code = served.code(role, role)
    answer = page.request.post(
        f"{served.address}api/session",
        data=json.dumps({"code": code}),
        headers={"X-Pacelight": "1", "content-type": "application/json"},
    )
    assert answer.status == 200


def test_what_the_office_says_is_on_the_screen_within_a_second_and_all_by_keyboard(
    served: Any, bus: Any, page: Page
) -> None:
    number = screen(page, served)
    office = page.context.new_page()
    sign_in(office, served, "director")
    office.goto(f"{served.address}displays")
    expect(office.get_by_role("heading", name=re.compile(rf"^{number} "))).to_be_visible()
    office.get_by_role("radio", name="its number").focus()
    office.keyboard.press("ArrowRight")
    expect(page.locator("main")).to_have_attribute("data-shows", "scoreboard", timeout=1500)
    bus.gun(240.0)
    bus.play(240.0)
    expect(page.locator(".clock").first).to_contain_text("3:45.14")
    expect(page.locator("li").first).to_contain_text("Jakob Ingebrigtsen")
    expect(page.locator(".fell")).to_contain_text("not ratified yet")
    office.get_by_role("textbox", name="Message").focus()
    office.keyboard.type("Long jump: last call")
    office.get_by_role("radio", name="message").focus()
    office.keyboard.press("Space")
    expect(page.locator(".text")).to_have_text("Long jump: last call", timeout=1500)
    page.reload()
    expect(page.locator(".text")).to_have_text("Long jump: last call")


def test_a_message_without_words_is_refused_in_place_and_who_may_not_is_told_so(
    served: Any, page: Page
) -> None:
    screen(page, served)
    office = page.context.new_page()
    sign_in(office, served, "director")
    office.goto(f"{served.address}displays")
    office.get_by_role("radio", name="message").check()
    expect(office.get_by_role("alert")).to_contain_text("a message has a text")
    expect(page.locator("main")).to_have_attribute("data-shows", "number")
    sign_in(office, served, "announcer")
    office.reload()
    expect(office.get_by_role("alert")).to_contain_text("for the operator and the director")


@pytest.mark.parametrize("size", [(1920, 1080), (640, 480), (1080, 1920)])
def test_everything_of_a_scoreboard_is_on_the_screen_whatever_its_shape(
    served: Any, bus: Any, page: Page, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    screen(page, served)
    office = page.context.new_page()
    sign_in(office, served, "operator")
    listed = office.request.get(f"{served.address}api/displays").json()["displays"]
    for one in listed:
        office.request.put(
            f"{served.address}api/displays/{one['id']}",
            data=json.dumps({"shows": "scoreboard"}),
            headers={"X-Pacelight": "1", "content-type": "application/json"},
        )
    bus.gun(240.0)
    bus.play(240.0)
    expect(page.locator("li")).to_have_count(7)  # beneath them stands the record
    beyond = page.evaluate(
        """() => [...document.querySelectorAll("h2, .clock, .fell, li, li strong")]
            .map((one) => one.getBoundingClientRect())
            .filter(({ left, right, top, bottom }) => left < 0 || top < 0
                || right > innerWidth + 1 || bottom > innerHeight + 1)
            .length"""
    )
    assert beyond == 0
