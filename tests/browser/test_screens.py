"""Every screen on a phone, a tablet and a wall, in every theme: whole, for everybody, and as it was approved.

The pictures of ``screens/`` were looked at. After a change that is meant: ``PACELIGHT_APPROVE=1 pytest`` with
this file, then look at what has changed.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import pytest
from PIL import Image, ImageFilter
from playwright.sync_api import Browser, BrowserContext, Page, expect

from pacelight.web.assets import STATIC

HERE = Path(__file__).resolve().parent
SIZES = ((390, 844), (1024, 768), (1920, 1080))
TALLEST = 2
PATIENCE_MS = 20_000
LIEVIN = "2025-02-13-lievin-MILEsh-men-ingebrigtsen-jakob"
THEMES: tuple[Literal["dark", "light"], ...] = ("dark", "light")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not (STATIC / "console.html").exists(),
        reason="the pages are not built (npm --prefix frontend run build)",
    ),
]

CUT_OFF = """() => {
    const kinds = "a, button, input, select, textarea, summary, [role=button], [role=option]";
    const turns = (up) => /auto|scroll/.test(getComputedStyle(up).overflowX);
    const isWide = (up) => turns(up) && up.scrollWidth > up.clientWidth;
    const scrolls = (one) => {
        for (let up = one.parentElement; up !== null; up = up.parentElement) if (isWide(up)) return true;
        return false;
    };
    const cut = (one) => {
        const box = one.getBoundingClientRect();
        if (box.width <= 2 || box.height <= 2 || box.right < 0 || box.bottom < 0) return false;
        const isLong = one.tagName === "BUTTON" && one.scrollWidth > one.clientWidth + 1;
        return (box.left < -1 || box.right > innerWidth + 1 || isLong) && !scrolls(one);
    };
    const isSeen = (one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    return [...document.querySelectorAll(kinds)].filter((one) => isSeen(one) && cut(one))
        .map((one) => one.outerHTML.slice(0, 100));
}"""


RESTED = """async () => {
    const all = document.documentElement;
    const measured = () => `${all.scrollWidth} ${all.scrollHeight}`;
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    let [before, calm] = ["", 0];
    for (let frames = 0; frames < 120 && (calm < 6 || all.scrollWidth > all.clientWidth); frames += 1) {
        await frame();
        calm = measured() === before ? calm + 1 : 0;
        before = measured();
    }
}"""


def nothing(_page: Page) -> None:
    """It is shown as it is."""


@dataclass(frozen=True)
class Screen:
    """What is looked at.

    Attributes:
        name: of its pictures.
        address: of the page.
        shows: what is there once all of it is.
        does: what is done on the page before it is looked at.
        themes: besides dark and light.
        strict: with a contrast of 7:1, where people look at it in the sun.
    """

    name: str
    address: str
    shows: str
    does: Callable[[Page], None] = nothing
    themes: tuple[str, ...] = THEMES
    strict: bool = False


def select_first(page: Page) -> None:
    """The last crossing."""
    page.keyboard.press("ArrowDown")


def open_card(page: Page) -> None:
    """Of the first runner."""
    page.keyboard.press("ArrowDown")
    expect(page.get_by_text("Records held")).to_be_visible(timeout=PATIENCE_MS)


def open_first(page: Page) -> None:
    """What a page of the server has folded."""
    page.locator("details summary").first.click()


FORGET = """() => Object.keys(localStorage)
    .filter((name) => name.startsWith("pacelight.setup."))
    .forEach((name) => localStorage.removeItem(name))"""


def lay_out(page: Page) -> None:
    """Lamps at even distances on the track, with their controllers; none of it is saved."""
    wanted = page.url.partition("#")[2]
    page.evaluate("location.hash = 'track'")
    evenly = page.get_by_role("button", name="Lay them out evenly")
    drawn = page.locator(".setup svg .segment").first
    expect(evenly.or_(drawn).first).to_be_visible(timeout=PATIENCE_MS)
    if evenly.is_visible():
        evenly.click()
    expect(drawn).to_be_visible(timeout=PATIENCE_MS)
    page.evaluate("room => { location.hash = room; }", wanted)
    expect(page.locator(".setup svg .segment").first).to_be_visible(timeout=PATIENCE_MS)


FOUND = (
    ("timing finish", "red", "not connected since 19:40:10", "look at its cable, its power and its address"),
    ("controller east", "amber", "answers after 48 ms", "look at its network"),
    ("lamps", "green", "200 of 200 have a controller", ""),
    ("record book", "green", "opens, 1,912 performances", ""),
)
"""What a doctor says of an evening; of the machine that runs this it would say something else each time."""


def see_doctor(page: Page) -> None:
    """What was found is the same on every machine."""
    findings = [dict(zip(("what", "state", "words", "remedy"), one, strict=True)) for one in FOUND]
    told = {
        "state": "red",
        "going": "",
        "begun": 1,
        "ended": 2,
        "findings": findings,
        "address": "",
        "qr": [],
    }
    page.route("**/api/setup/doctor", lambda route: route.fulfill(json=told))
    page.reload()
    expect(page.get_by_text("look at its network")).to_be_visible(timeout=PATIENCE_MS)


def open_keys(page: Page) -> None:
    """The list of what keys do."""
    page.keyboard.press("?")
    expect(page.get_by_role("heading", name="Keys")).to_be_visible(timeout=PATIENCE_MS)


RUNNING = (
    Screen("console", "console", "[data-state=running]", themes=(*THEMES, "sunlight"), strict=True),
    Screen("public", "", "text=Jakob Ingebrigtsen"),
    Screen("announcer", "announcer", "text=for the world record", strict=True),
    Screen("announcer-card", "announcer", "text=for the world record", does=open_card, strict=True),
    Screen("timer", "timer", "[role=option]", does=select_first, strict=True),
    Screen("stopwatch", "stopwatch", "button:has-text('Split')"),
    Screen("scoreboard", "display", "main[data-shows=scoreboard] .clock"),
)
OVER = (
    Screen("results", "results", "text=3:45.14"),
    Screen("ended", "", "text=3:45.14"),
    Screen("records", "records", "h1"),
    Screen("record", f"records/{LIEVIN}", "h1", does=open_first),
    Screen("plan", "plan?event=MILEsh&kind=record&as_of=2025-02-12&pacers=800,1000", ".plan"),
    Screen("log", "log", "table"),
    Screen("displays", "displays", "fieldset"),
    Screen("setup", "setup", "text=The engine runs."),
    Screen("setup-races", "setup#races", "button.title"),
    Screen("setup-track", "setup#track", "h2:has-text('Track')", does=lay_out),
    Screen("setup-controllers", "setup#controllers", "h2:has-text('Controllers')", does=lay_out),
    Screen("setup-posts", "setup#roles", "h2:has-text('Posts')", does=open_keys),
    Screen("setup-doctor", "setup#doctor", "h2:has-text('Doctor')", does=see_doctor),
    Screen("pair", "pair", "h1"),
)


@pytest.fixture(scope="module")
def pictures(module_beside: Callable[[str], Any]) -> Any:
    return module_beside("pictures")


@pytest.fixture(scope="module")
def browsing(chromium: Browser, still: Any) -> Iterator[BrowserContext]:
    """One browser for all of it; its screen is filled with the scoreboard."""
    made = still.context(chromium, viewport={"width": 1024, "height": 768})
    page = made.new_page()
    page.goto(f"{still.address}display")
    expect(page.locator(".number")).to_be_visible()
    with still.client() as client:
        (one,) = client.get("/api/displays").json()["displays"]
        asked = {"shows": "scoreboard", "name": "Main stand"}
        assert client.put(f"/api/displays/{one['id']}", json=asked).status_code == 200
    page.close()
    yield made
    made.close()


@pytest.mark.parametrize("screen", [*RUNNING, *OVER], ids=lambda screen: screen.name)
def test_a_screen_is_whole_for_everybody_and_as_it_was_approved(
    browsing: BrowserContext, still: Any, pictures: Any, tmp_path: Path, screen: Screen, *, barriers: Any
) -> None:
    if screen in OVER:
        still.end_race()
    page = browsing.new_page()
    page.set_viewport_size({"width": 1024, "height": 768})
    page.goto(f"{still.address}{screen.address}")
    page.evaluate(FORGET)  # what another screen has laid out before this one
    page.reload()
    expect(page.locator(screen.shows).first).to_be_visible(timeout=PATIENCE_MS)
    screen.does(page)
    wrong, alike = [], pictures.same(font(page), HERE / "screens" / "font")
    for theme in screen.themes:
        put_on(page, theme, screen.shows)
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            settle(page)
            wrong += [f"{theme} {width}: {one}" for one in unfit(page)]
            path = HERE / "screens" / f"{screen.name}-{theme}-{width}.png"
            shown = picture(page, width, height)
            wrong += pictures.faults(shown, path, tmp_path) if alike else []
        page.set_viewport_size({"width": 390, "height": 844})
        wrong += [f"{theme}: {one}" for one in barriers(page, strict=screen.strict)]
    page.close()
    assert wrong == [], "\n".join([*wrong, "(if this is meant: PACELIGHT_APPROVE=1, and look at them)"])
    if not alike:
        pytest.skip("the pictures were approved in another font than this machine has (fonts-dejavu-core)")


def font(page: Page) -> str:
    """By which the letters of a page are known: how wide some are, in whole points."""
    width = page.evaluate(
        """() => {
            const pen = document.createElement("canvas").getContext("2d");
            pen.font = `100px ${getComputedStyle(document.body).fontFamily}`;
            return pen.measureText("Ingebrigtsen 3:45.14").width;
        }"""
    )
    return f"{width:.0f}"


def test_what_is_gone_is_seen_and_letters_drawn_a_little_otherwise_are_not(pictures: Any) -> None:
    with Image.open(HERE / "screens" / "console-dark-1024.png") as kept:
        approved = kept.convert("RGB")
    otherwise, gone = approved.filter(ImageFilter.GaussianBlur(0.5)), approved.copy()
    gone.paste("#101724", (0, gone.height - 25, gone.width, gone.height))  # where the stops are
    assert pictures.differing(approved, approved)[0] == 0
    assert pictures.differing(otherwise, approved)[0] < pictures.MOST
    assert pictures.differing(gone, approved)[0] > pictures.MOST


def put_on(page: Page, theme: str, shows: str) -> None:
    """A theme, as the system has it; that for sunlight, as somebody has chosen it."""
    page.emulate_media(color_scheme="light" if theme == "light" else "dark", reduced_motion="reduce")
    if theme == "sunlight":
        page.context.add_cookies([{"name": "theme", "value": theme, "url": page.url}])
        page.reload()
        expect(page.locator(shows).first).to_be_visible(timeout=PATIENCE_MS)
        page.context.clear_cookies(name="theme")


def picture(page: Page, width: int, height: int) -> bytes:
    """The page on a screen so tall that all of it is seen, or that is twice as tall as usual."""
    whole = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": width, "height": max(height, min(whole, TALLEST * height))})
    settle(page)
    return page.screenshot(animations="disabled", caret="hide")


def settle(page: Page) -> None:
    """Wait until the page has come to rest at its new size; one that never fits does not wait for ever."""
    page.evaluate(RESTED)


def unfit(page: Page) -> list[str]:
    """What does not fit onto the screen."""
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    cut = [f"cut off: {one}" for one in page.evaluate(CUT_OFF)]
    return [*cut, *([f"{wide} px wider than the screen"] if wide > 0 else [])]
