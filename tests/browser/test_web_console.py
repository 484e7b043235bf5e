"""The operator's console before the real engine: a race by keys alone, and what happens when things break."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Route, expect

HERE = Path(__file__).resolve().parent
BUILT = HERE.parents[1] / "src" / "pacelight" / "web" / "static" / "console.html"
SIZES = ((390, 844), (1024, 768), (1920, 1080))
THEMES = ("dark", "light", "sunlight")
HELD_MS = 900

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not BUILT.exists(), reason="the pages are not built (npm --prefix frontend run build)"
    ),
]


@pytest.fixture
def desk(chromium: Browser) -> Iterator[BrowserContext]:
    made = chromium.new_context(viewport={"width": 1366, "height": 900}, color_scheme="dark")
    made.set_default_timeout(20_000)
    expect.set_options(timeout=20_000)  # an engine that is started again is waited for
    yield made
    expect.set_options(timeout=5_000)
    made.close()


def opened(desk: BrowserContext, meeting: Any, role: str = "director", by: str = "lights") -> Page:
    """The console, signed in by typing a code into it."""
    page = desk.new_page()
    page.goto(meeting.address("console"))
    page.get_by_label("Code").fill(meeting.pages.code(role, by))
    page.keyboard.press("Enter")
    expect(page.get_by_label("Code")).to_have_count(0)
    return page


def state(page: Page) -> Any:
    return page.locator(".next")


def is_in(page: Page, name: str) -> None:
    expect(state(page)).to_have_attribute("data-state", name)


def hold(page: Page, key: str) -> None:
    page.keyboard.down(key)
    page.wait_for_timeout(HELD_MS)  # what is held is the thing that is tested
    page.keyboard.up(key)


def log(page: Page) -> Any:
    return page.get_by_role("region", name="Log").get_by_role("listitem")


def commands(meeting: Any) -> list[str]:
    """What the journal says was commanded, in order."""
    return [one["command"] for one in meeting.entries("command")]


def small(page: Page) -> list[str]:
    """What can be pressed and is smaller than a finger in a glove, 48 px."""
    return list(
        page.evaluate(
            """() => [...document.querySelectorAll("button, input:not([type=radio])")]
                .map((one) => [one, one.getBoundingClientRect()])
                .filter(([, box]) => box.width > 0 && (box.width < 47.5 || box.height < 47.5))
                .map(([one]) => one.outerHTML.slice(0, 120))"""
        )
    )


def behind(page: Page) -> list[str]:
    """What has the focus, as Tab goes through the page, and is wholly behind what stays in its place."""
    page.locator("h1").click()
    found, seen = [], 0
    for _ in range(80):
        page.keyboard.press("Tab")
        hidden = page.evaluate(
            """() => {
                const one = document.activeElement;
                const { left, top, width, height } = one.getBoundingClientRect();
                const isSeen = (part) => {
                    const there = document.elementFromPoint(left + width / 2, top + height * part);
                    return there !== null && (one.contains(there) || there.contains(one));
                };
                if (one === document.body) return null;
                const named = one.innerText || one.ariaLabel || one.tagName;
                return [0.1, 0.3, 0.5, 0.7, 0.9].some(isSeen) ? "" : named;
            }"""
        )
        if hidden is None:
            break
        seen += 1
        found += [hidden] if hidden else []
    assert seen > 12
    return found


def test_a_race_is_run_by_keys_alone(desk: BrowserContext, meeting: Any) -> None:  # noqa: PLR0915  # a race
    page = opened(desk, meeting)
    said: list[ConsoleMessage] = []
    page.on("console", lambda message: said.append(message))  # noqa: PLW0108  # Playwright needs a function
    is_in(page, "loaded")
    page.keyboard.press("Space")  # nothing is armed: nothing starts
    page.keyboard.press("c")
    is_in(page, "checked")
    page.keyboard.press("a")  # not held
    page.keyboard.press("Space")
    is_in(page, "checked")
    hold(page, "a")
    is_in(page, "armed")
    expect(page.get_by_role("button", name="GO")).to_be_visible()
    page.wait_for_timeout(1000)  # so long a key that bounces starts nothing
    page.keyboard.down("Space")
    is_in(page, "running")
    page.keyboard.up("Space")
    page.keyboard.press("r")
    is_in(page, "recalled")
    hold(page, "a")
    is_in(page, "armed")
    page.wait_for_timeout(1000)
    page.keyboard.press("Space")
    is_in(page, "running")
    expect(page.locator(".took strong")).to_contain_text("ms")
    assert meeting.snapshot()["clock"]["error_ms"] > 200  # by the press: a person, and its clock
    meeting.time("1", 100, 2.15)  # the race has just begun: nobody's watch is far ahead of it
    meeting.time("1", 200, 4.22)
    page.keyboard.press("h")
    is_in(page, "held")
    page.keyboard.press("h")
    is_in(page, "running")
    page.keyboard.press("-")
    expect(log(page).first).to_contain_text("the light WR to 3:4")
    page.keyboard.press("u")
    expect(log(page).nth(1)).to_have_class(re.compile("undone"))
    page.keyboard.press("p")
    page.keyboard.type("3:45.00")
    expect(page.get_by_text("Preview: ")).to_be_visible()
    expect(page.get_by_text(re.compile(r"s a lap\. Look at it on the track"))).to_be_visible()
    page.keyboard.press("Enter")
    hold(page, "s")
    expect(log(page).first).to_contain_text("the light WR to 3:45.00")
    page.keyboard.press("Escape")
    expect(state(page)).to_contain_text("Blacked out")
    page.keyboard.press("o")
    expect(state(page)).not_to_contain_text("Blacked out")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(log(page).first).to_contain_text("blacked out")
    page.keyboard.press("o")
    page.keyboard.press("l")
    expect(log(page).first).to_contain_text("somebody at")
    hold(page, "e")
    is_in(page, "finished")
    page.get_by_role("button", name="Load Men's 3000 m").focus()
    page.keyboard.press("Enter")
    expect(state(page)).to_contain_text("Men's 3000 m")
    assert commands(meeting)[:5] == ["check", "arm", "recall", "arm", "hold"]
    assert commands(meeting)[5:] == ["go-on", "fade", "light", "fade", "blackout", "light", "finish"]
    assert len(meeting.entries("gun")) == 2
    assert [message.text for message in said] == []


READ = ".next .phase, .next .blacked, .next .clock, .next h2, .next .quiet"
SEEN = """(all) => all.map((one) => {
    let seen = 1;
    for (let up = one; up !== null; up = up.parentElement) seen *= Number(getComputedStyle(up).opacity);
    return [getComputedStyle(one).color, seen];
})"""
"""The colour of what is read, and how much of it is seen."""


def seen(page: Page, selector: str) -> Any:
    return page.locator(selector).evaluate_all(SEEN)


def test_the_console_is_for_everybody_on_every_screen(
    desk: BrowserContext, meeting: Any, barriers: Any, size: Any
) -> None:
    page = opened(desk, meeting)
    size(page, 1366, 768)  # a laptop: what is looked at before a race is armed is not under what stops it
    top = page.get_by_role("group", name="Stops").bounding_box()
    for what in (page.get_by_text("Latest"), page.get_by_role("heading", name="Before it is armed")):
        box = what.bounding_box()
        assert box is not None
        assert top is not None
        assert box["y"] + 2 * box["height"] < top["y"]
    for theme in THEMES:
        page.context.add_cookies([{"name": "theme", "value": theme, "url": page.url}])
        page.reload()
        expect(page.locator(f"[data-theme={theme}]")).to_have_count(1)
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            expect(page.get_by_role("button", name="BLACKOUT")).to_be_in_viewport(ratio=1)
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
            assert small(page) == []
            assert barriers(page, strict=True) == []
    meeting.begin(28.5)
    meeting.time("1", 100, 14.15)
    meeting.time("1", 200, 28.22)
    expect(page.get_by_text("projected").first).to_be_visible()
    hold(page, "t")
    expect(page.get_by_text("You operate the lights")).to_be_visible()
    page.keyboard.press("?")
    expect(page.get_by_role("region", name="Keys", exact=True)).to_be_visible()
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        assert barriers(page, strict=True) == []
    page.set_viewport_size({"width": 1024, "height": 768})
    stops = page.get_by_role("group", name="Stops").bounding_box()
    following = state(page).bounding_box()
    assert stops is not None
    assert following is not None
    assert following["y"] >= 0
    assert following["y"] + following["height"] <= stops["y"]
    page.keyboard.press("?")
    expect(page.get_by_role("region", name="Lights", exact=True)).to_contain_text(re.compile("ahead|behind"))
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    for width in (390, 320):
        size(page, width, 844)
        assert page.evaluate("document.documentElement.scrollWidth") == width
    page.evaluate("document.documentElement.style.fontSize = ''")
    for width, height in ((683, 384), (320, 640), (390, 844)):  # the first two are screens that were enlarged
        page.set_viewport_size({"width": width, "height": height})
        assert behind(page) == [], (width, height)


def test_any_key_or_foot_switch_can_be_chosen_and_what_stops_keeps_its_own(
    desk: BrowserContext, meeting: Any
) -> None:
    page = opened(desk, meeting)
    page.keyboard.press("?")
    page.get_by_role("button", name="check: C. Choose another key").click()
    page.keyboard.press("b")
    expect(page.get_by_role("alert")).to_contain_text("That key does something already: blackout")
    page.keyboard.press("PageDown")
    page.keyboard.press("?")
    page.reload()
    expect(page.get_by_role("button", name="Check Page down").first).to_be_visible()
    page.keyboard.press("PageDown")
    is_in(page, "checked")
    before, button = seen(page, READ), seen(page, ".next button")
    hold(page, "k")
    expect(page.get_by_role("region", name="Locked")).to_be_visible()
    assert seen(page, READ) == before
    assert seen(page, ".next button") != button
    hold(page, "a")
    page.keyboard.press("b")
    expect(state(page)).to_contain_text("Blacked out")
    assert {part for _, part in seen(page, READ)} == {1}
    is_in(page, "checked")
    hold(page, "k")
    page.keyboard.press("o")
    expect(state(page)).not_to_contain_text("Blacked out")


def test_a_session_that_ends_in_mid_race_loses_nothing_and_never_the_stop(
    desk: BrowserContext, meeting: Any
) -> None:
    page = opened(desk, meeting, "operator")
    meeting.begin(20)
    is_in(page, "running")
    page.get_by_role("textbox", name="Another time for").fill("3:45.00")
    with meeting.pages.client(meeting.pages.token("director")) as client:
        found = client.get("/api/sessions").json()["sessions"]
        mine = next(one for one in found if one["role"] == "operator")
        assert client.delete(f"/api/sessions/{mine['id']}").status_code == 204
    page.locator("h1").click()
    page.keyboard.press("h")
    expect(page.get_by_text("You are not signed in any more")).to_be_visible()
    expect(page.get_by_label("What waits for an answer")).to_contain_text("hold: waiting for your code")
    stop = page.get_by_role("button", name="BLACKOUT")
    expect(stop).to_be_in_viewport(ratio=1)
    expect(stop).to_have_attribute("aria-disabled", "false")
    stop.click()
    page.get_by_label("Code").fill("no such code")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert").last).to_contain_text("this code lets nobody in")
    assert page.get_by_label("Code").input_value() == "no such code"
    page.get_by_label("Code").fill(meeting.pages.code("operator", "lights"))
    page.keyboard.press("Enter")
    is_in(page, "held")
    expect(state(page)).to_contain_text("Blacked out")
    assert page.get_by_role("textbox", name="Another time for").input_value() == "3:45.00"
    assert [one for one in commands(meeting) if one in {"hold", "blackout"}] in (
        ["hold", "blackout"],
        ["blackout", "hold"],
    )


def test_what_is_pressed_while_engine_or_server_is_dead_is_done_once_when_it_is_back(
    desk: BrowserContext, meeting: Any
) -> None:
    page = opened(desk, meeting, "operator")
    meeting.begin(20)
    is_in(page, "running")
    meeting.kill()
    expect(page.get_by_text(re.compile(r"stale \d+ s"))).to_be_visible(timeout=5000)
    page.keyboard.press("b")
    expect(page.get_by_label("What waits for an answer")).to_contain_text("waiting for the network")
    page.reload()  # whoever wants the lamps dark wants them dark, loaded anew or not
    expect(page.get_by_label("What waits for an answer")).to_contain_text("waiting for the network")
    meeting.start()
    expect(state(page)).to_contain_text("Blacked out")
    expect(page.locator("[data-connection=live]")).to_be_visible()
    web = meeting.pages
    web.process.send_signal(signal.SIGKILL)
    web.process.wait(20)
    page.keyboard.press("Escape")
    port = web.address.rstrip("/").rpartition(":")[2]
    line = [
        sys.executable,
        "-m",
        "pacelight",
        "web",
        "--port",
        port,
        "--access",
        web.access,
        "--bus",
        meeting.folder / "bus",
    ]
    with subprocess.Popen(
        [str(word) for word in line], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as again:
        try:
            expect(log(page).first).to_contain_text("faded out")
            is_in(page, "running")
        finally:
            again.terminate()
    assert [one for one in commands(meeting) if one in {"fade", "blackout"}] == ["blackout", "fade"]


def test_one_console_operates_the_lights_and_another_takes_them_over_in_place(
    desk: BrowserContext, chromium: Browser, meeting: Any
) -> None:
    first = opened(desk, meeting, "operator", "infield")
    hold(first, "t")
    expect(first.get_by_text("You operate the lights")).to_be_visible()
    other = chromium.new_context(viewport={"width": 1366, "height": 900})
    other.set_default_timeout(20_000)
    second = opened(other, meeting, "operator", "tower")
    expect(second.get_by_text("infield operates the lights")).to_be_visible()
    second.keyboard.press("c")
    expect(second.get_by_role("alert")).to_contain_text("infield operates the lights (take them over first)")
    second.keyboard.press("b")
    expect(state(second)).to_contain_text("Blacked out")
    hold(second, "t")
    expect(second.get_by_text("You operate the lights")).to_be_visible()
    expect(first.get_by_text("tower operates the lights")).to_be_visible()
    second.keyboard.press("c")
    is_in(first, "checked")
    other.close()
    first.route("**/api/consoles/*", half_a_minute_later)
    expect(first.get_by_text("tower operates the lights, and was not heard for ")).to_be_visible()
    expect(first.locator("[data-holds=other]")).to_have_attribute("data-silent", "true")
    assert meeting.entries("holder")[-1]["by"] == "tower"


def test_a_post_that_does_not_operate_is_told_so_before_it_presses_anything(
    desk: BrowserContext, meeting: Any
) -> None:
    page = opened(desk, meeting, "announcer", "announcer")
    told = page.get_by_text("You are signed in as announcer, which does not operate the lights")
    expect(told).to_be_visible()
    expect(page.get_by_role("button", name="BLACKOUT")).to_have_attribute("aria-disabled", "false")
    page.goto(meeting.address("setup"))  # nor is a meet prepared here
    expect(page.get_by_text("pacelight serve --setup evening")).to_be_visible()


def half_a_minute_later(route: Route) -> None:
    """What the server says of a console, as it would go on to say."""
    said = route.fetch().json()
    route.fulfill(json=said | {"silent": said["silent"] + 35})


def shown(meeting: Any) -> str:
    """The look that the lamps were told last."""
    return str(meeting.snapshot()["look"]["name"])


def test_who_operates_the_lights_has_a_show_on_between_races_and_ends_the_race(
    desk: BrowserContext, meeting: Any, barriers: Any
) -> None:
    page = opened(desk, meeting, "operator", "light operator")
    between = page.get_by_role("region", name="Between races")
    clap = between.get_by_role("button", name="Clap along")
    clap.click()
    expect(clap).to_have_attribute("aria-pressed", "true")
    assert shown(meeting) == "clap"
    page.keyboard.press("c")
    is_in(page, "checked")
    assert shown(meeting) == "clap"
    assert barriers(page, strict=True) == []
    assert small(page) == []
    hold(page, "a")
    is_in(page, "armed")
    assert shown(meeting) == "armed"
    expect(between).to_have_count(0)
    page.keyboard.press("d")
    is_in(page, "checked")
    assert shown(meeting) == "idle"
    between.get_by_role("button", name="Presentation").click()
    meeting.until(lambda: shown(meeting) == "presentation")
    page.keyboard.press("b")
    expect(state(page)).to_contain_text("Blacked out")
    expect(clap).to_have_attribute("aria-disabled", "true")
    page.keyboard.press("o")
    meeting.until(lambda: shown(meeting) == "idle")
    hold(page, "a")
    page.wait_for_timeout(1000)  # so long a key that bounces starts nothing
    page.keyboard.press("Space")
    is_in(page, "running")
    end = page.get_by_role("region", name="The end of the race").get_by_role("button")
    expect(end).to_be_visible()
    expect(page.locator(".next").get_by_role("button", name="Everyone is in")).to_have_count(0)
    end.hover()
    page.mouse.down()
    page.wait_for_timeout(HELD_MS)  # what is held is the thing that is tested
    page.mouse.up()
    is_in(page, "finished")
    assert [one["look"] for one in meeting.entries("staged")] == ["clap", "presentation"]
    assert {one["by"] for one in meeting.entries("staged")} == {"light operator"}
    assert commands(meeting)[-1] == "finish"
    clap.click()
    expect(page.get_by_text("on their way yet")).to_be_visible()
    assert shown(meeting) in {"finish", "running"}
