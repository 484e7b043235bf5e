"""Displays: any screen makes itself known, and shows what the meet office says within a second."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
SIZES = ((1920, 1080), (640, 480), (1080, 1920))


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


def filled(office: Page, served: Any, **what: str) -> None:
    """What all the displays show, said by somebody who is signed in."""
    for one in office.request.get(f"{served.address}api/displays").json()["displays"]:
        answer = office.request.put(
            f"{served.address}api/displays/{one['id']}",
            data=json.dumps(what),
            headers={"X-Pacelight": "1", "content-type": "application/json"},
        )
        assert answer.status == 200


LISTED = """() => ({
    cut: [...document.querySelectorAll("li .name")]
        .filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.innerText),
    beyond: [...document.querySelectorAll("h2, li, li *")].map((one) => [one, one.getBoundingClientRect()])
        .filter(([, { left, right, top, bottom }]) => left < 0 || top < 0
            || right > innerWidth + 1 || bottom > innerHeight + 1)
        .map(([one]) => one.innerText),
    least: Math.min(...[...document.querySelectorAll("li .name")]
        .map((one) => parseFloat(getComputedStyle(one).fontSize))),
    crossed: [...document.querySelectorAll("li")].filter((row) => row.scrollWidth > row.clientWidth + 1
        || [...row.children].some((one) => one.getBoundingClientRect().height > row.clientHeight + 1)).length,
})"""
"""Of a list: the names that are cut, what is beyond the screen, the smallest letters, and the lines that are
not tall or wide enough."""


def many(bus: Any, count: int) -> None:
    """So many runners, whose names are those of the evening; most have run 1500 m, the first four are in."""
    (*field,) = bus.snapshot["runners"]
    runners = [{**field[n % len(field)], "bib": str(n + 1), "lane": str(n + 1)} for n in range(count)]
    for nth, one in enumerate(runners):
        at = {"distance_m": 1500.0, "elapsed_s": 209.6 + nth / 2, "text": f"3:{29.6 + nth / 2:.2f}"}
        one["splits"] = [{**at, "official": False, "method": "photo"}]
        if nth < 4:
            value = 225_140 + nth * 700
            text = f"3:{value / 1000 - 180:.2f}"
            one["result"] = {
                "place": nth + 1,
                "mark": {"text": text, "value": value, "unit": "ms", "precision": 2},
            }
    bus.restart(runners=runners, state="running")


def test_long_lists_and_the_longest_message_can_be_read_on_screens_of_every_shape(
    served: Any, bus: Any, page: Page, size: Any
) -> None:
    screen(page, served)
    office = page.context.new_page()
    sign_in(office, served, "operator")
    for count, shows in ((14, "results"), (24, "results"), (24, "start-list"), (14, "start-list")):
        filled(office, served, shows=shows)
        expect(page.locator("main")).to_have_attribute("data-shows", shows)
        many(bus, count)
        expect(page.locator("li")).to_have_count(count, timeout=15_000)  # a page finds the engine again
        for width, height in ((1920, 1080), (640, 480)):
            size(page, width, height)
            expect(page.locator("ol")).to_have_class(
                re.compile("two" if (count, height) != (14, 480) else "^((?!two).)*$")
            )
            found = page.evaluate(LISTED)
            assert found["cut"] == found["beyond"] == [], (count, shows, width)
            assert found["crossed"] == 0, (count, shows, width)
            assert found["least"] >= width / 70, (count, shows, width)
    sizes = []
    for text in ("Long jump: last call", "LAST CALL MEN " * 14, "W" * 200):
        filled(office, served, shows="text", text=text[:200])
        expect(page.locator(".text")).to_have_text(text[:200].strip(), timeout=3000)
        for width, height in SIZES:
            size(page, width, height)
            box = page.locator(".text").bounding_box()
            assert box is not None
            assert min(box["x"], box["y"]) >= 0, (text, width)
            assert box["x"] + box["width"] <= width, (text, width)
            assert box["y"] + box["height"] <= height, (text, width)
            sizes.append(
                page.evaluate("parseFloat(getComputedStyle(document.querySelector('.text')).fontSize)")
            )
    assert sizes[0] > sizes[3] > 40


def test_everything_of_a_scoreboard_is_on_the_screen_whatever_its_shape(
    served: Any, bus: Any, page: Page
) -> None:
    screen(page, served)
    office = page.context.new_page()
    sign_in(office, served, "operator")
    filled(office, served, shows="scoreboard")
    bus.gun(240.0)
    bus.play(240.0)
    expect(page.locator("li")).to_have_count(7)  # beneath them stands the record
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        beyond = page.evaluate(
            """() => [...document.querySelectorAll("h2, .clock, .fell, li, li strong")]
                .map((one) => one.getBoundingClientRect())
                .filter(({ left, right, top, bottom }) => left < 0 || top < 0
                    || right > innerWidth + 1 || bottom > innerHeight + 1)
                .length"""
        )
        assert beyond == 0, width
