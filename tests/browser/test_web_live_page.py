"""What a person sees of the Liévin evening."""

import re
import signal
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

BUILT = Path(__file__).resolve().parents[2] / "src" / "pacelight" / "web" / "static" / "index.html"
MINUS = "\N{MINUS SIGN}"
SIZES = {"phone": (390, 844), "laptop": (1024, 768), "wall": (1920, 1080)}

PROTRUDING = """() => [...document.querySelectorAll(".panel")]
    .filter((panel) => panel.scrollWidth > panel.clientWidth)
    .map((panel) => panel.className)"""
"""Panels whose content is wider than they are."""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not BUILT.exists(), reason="the pages are not built (npm --prefix frontend run build)"
    ),
]


def connection(page: Page) -> Any:
    return page.locator("[data-connection]")


def splits(page: Page) -> list[str]:
    return page.locator(".splits tbody th").all_inner_texts()


@pytest.mark.usefixtures("complaints")
def test_the_evening_is_shown_as_it_was(page: Page, bus: Any, web: Any) -> None:
    page.goto(web.address)
    expect(connection(page)).to_have_text("live")
    bus.gun(seconds_ago=236)
    bus.play(until=236)
    banners = page.locator(".records .panel")
    expect(banners).to_have_count(5)
    mile, on_the_way, dutch = (banners.nth(n) for n in range(3))
    expect(mile).to_contain_text("World record")
    expect(mile).to_contain_text("3:45.14")
    expect(mile).to_contain_text("1.49 s under 3:46.63")
    expect(mile).to_contain_text("since 8 Feb 2025, 5 days")
    expect(mile).to_contain_text("2.42 s under 3:47.56")
    expect(mile).to_contain_text("11.85 s under 3:56.99")
    expect(on_the_way).to_contain_text("1500 m short track, en route")
    expect(on_the_way).to_contain_text("0.97 s under 3:30.60")
    expect(dutch).to_contain_text("National record NED")
    expect(dutch).to_contain_text("Stefan Nillessen")
    for banner in banners.all():
        expect(banner).to_contain_text("candidate: found by Pacelight, not yet submitted")
    expect(page.locator(".infield .clock")).to_have_text("3:45.14")
    expect(page.locator(".chase .big")).to_contain_text("+1.49 s")
    expect(page.locator(".chase .big")).to_contain_text("ahead")
    expect(page.locator(".stage .legend")).to_contain_text("World record 3:46.63, Nuguse")
    expect(page.locator(".stage .legend")).to_contain_text("as the book had it on 12 Feb 2025")
    expect(page.locator(".results tbody .place")).to_have_text([str(n) for n in range(1, 10)])
    assert len(splits(page)) == 16
    assert splits(page)[:2] == ["finish", "1500 m"]


@pytest.mark.usefixtures("complaints")
def test_gaps_have_sign_word_and_metres(page: Page, bus: Any, web: Any) -> None:
    bus.gun(seconds_ago=57)
    bus.play(until=57)
    page.goto(web.address)
    row = page.locator(".splits tbody tr").first
    expect(row).to_contain_text("400 m")
    expect(row).to_contain_text(f"{MINUS}0.06 s")
    expect(row).to_contain_text(f"{MINUS}0.4 m")
    expect(row).to_contain_text("behind")
    expect(page.locator(".stage [aria-live=polite]")).to_have_text(
        re.compile(r"Jakob Ingebrigtsen at 400 m in .*, 0.06 seconds, 0.4 metres behind World record")
    )


@pytest.mark.usefixtures("complaints")
def test_the_light_moves_with_the_clock_and_with_nothing_else(page: Page, bus: Any, web: Any) -> None:
    bus.gun(seconds_ago=30)
    page.goto(web.address)
    canvas = page.locator("canvas")
    expect(page.locator(".infield .clock")).not_to_have_text("0:00.0")
    first = canvas.screenshot()
    shown = page.locator(".infield .clock").inner_text()
    expect(page.locator(".infield .clock")).not_to_have_text(shown)
    assert canvas.screenshot() != first


HEAD = """() => new Promise(done => requestAnimationFrame(() => {
    const canvas = document.querySelector("canvas");
    const {data, width, height} = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let [n, x, y] = [0, 0, 0];
    for (let i = 0; i < data.length; i += 4)
        if (Math.abs(data[i] - 25) < 12 && data[i + 1] > 200 && Math.abs(data[i + 2] - 107) < 25) {
            n += 1; x += (i / 4) % width; y += Math.floor(i / 4 / width);
        }
    done([n, x / n / width, y / n / height, document.querySelector(".clock").textContent]);
}))"""
"""Where the green of the light is on the canvas, as shares of its width and height, and the clock then."""


@pytest.mark.parametrize(
    ("seconds", "side"),  # right half, lower half
    [
        (7.0, (True, False)),  # 49.7 m run: 40.4 m past the finish line, late in the first bend
        (14.0, (False, False)),  # 99.4 m run: 90.1 m past it, at the end of the back straight
        (21.0, (False, True)),  # 149.1 m run: 139.8 m past it, late in the second bend
    ],
)
def test_the_light_is_where_the_plan_has_it(
    page: Page, bus: Any, web: Any, seconds: float, side: tuple[bool, bool]
) -> None:
    bus.snapshot["clock"]["rate"] = 0.001
    page.goto(web.address)
    bus.gun(seconds_ago=seconds)
    expect(page.locator(".infield .clock")).to_have_text(f"0:{seconds:04.1f}")
    pixels, x, y, clock = page.evaluate(HEAD)
    assert clock == f"0:{seconds:04.1f}"
    assert pixels > 20
    assert (x > 0.5, y > 0.5) == side


@pytest.mark.usefixtures("complaints")
def test_the_legend_says_what_each_light_is_and_how_it_looks(
    page: Page, bus: Any, web: Any, barriers: Any
) -> None:
    page.goto(web.address)
    lights = page.locator(".legend .light")
    expect(lights).to_have_text(
        [re.compile(r"comet\s+World record 3:46.63, Nuguse\s+as the book had it on 12 Feb 2025")]
    )
    bus.restart_with_pacer()
    expect(lights).to_have_count(2)
    expect(lights.nth(0)).to_contain_text(re.compile(r"World record 3:46.63, Nuguse\s+comet"))
    expect(lights.nth(1)).to_contain_text(re.compile(r"3:43.00 even\s+dashed"))
    assert barriers(page) == []


COLOURS = """() => new Promise(done => requestAnimationFrame(() => {
    const canvas = document.querySelector("canvas");
    const copy = new OffscreenCanvas(canvas.width, canvas.height)
        .getContext("2d", {willReadFrequently: true});
    copy.drawImage(canvas, 0, 0);
    const {data} = copy.getImageData(0, 0, canvas.width, canvas.height);
    const seen = {red: 0, gold: 0, green: 0};
    for (let i = 0; i < data.length; i += 4) {
        const [red, green, blue] = data.subarray(i, i + 3);
        if (red > 150 && green < 60 && blue < 60) seen.red += 1;
        if (red > 150 && green > 120 && green < red && blue < 60) seen.gold += 1;
        if (green > 180 && red < 60) seen.green += 1;
    }
    done(seen);
}))"""
"""How many pixels of the canvas have these colours."""


@pytest.mark.usefixtures("complaints")
def test_a_recall_is_red_and_says_so(page: Page, bus: Any, web: Any, barriers: Any) -> None:
    page.goto(web.address)
    expect(connection(page)).to_have_text("live")
    assert page.evaluate(COLOURS)["red"] == 0
    bus.say({"type": "state", "state": "recalled"})
    bus.show("recall", colour="#ff0000")
    expect(page.locator(".stage .caption")).to_have_text("False start: back to the line")
    seen = page.evaluate(COLOURS)
    assert seen["red"] > 200
    assert seen["green"] == 0
    assert barriers(page) == []
    bus.say({"type": "state", "state": "armed"})
    bus.show("armed", lights="stand")
    expect(page.locator(".stage .caption")).to_have_text("")
    assert page.evaluate(COLOURS)["red"] == 0


@pytest.mark.usefixtures("complaints")
def test_a_record_is_gold_provisional_and_hides_no_light(
    page: Page, bus: Any, web: Any, barriers: Any
) -> None:
    bus.snapshot["clock"]["rate"] = 0.001
    page.goto(web.address)
    bus.gun(seconds_ago=226)
    bus.play(until=226)
    gold = {"seconds": 3600, "colour": "#ffd700", "lights": "run"}
    bus.show("record", time.time_ns(), **gold)
    caption = page.locator(".stage .caption")
    expect(caption).to_have_text("World record 3:45.14, provisional: Ingebrigtsen")
    seen = page.evaluate(COLOURS)
    assert seen["gold"] > 1000
    assert seen["green"] > 20  # the light is not through, and others still run beside it
    assert barriers(page) == []
    bus.show("record", time.time_ns() - 3601 * 10**9, **gold)
    expect(caption).to_have_text("")
    assert page.evaluate(COLOURS)["gold"] == 0


@pytest.mark.usefixtures("complaints")
def test_the_last_seconds_before_the_gun_are_counted_down(page: Page, bus: Any, web: Any) -> None:
    bus.show("countdown", time.time_ns(), seconds=30, colour="#ffb000", lights="stand")
    page.goto(web.address)
    expect(page.locator(".infield .clock")).to_have_text(re.compile(rf"^{MINUS}0:[23]\d$"))
    expect(page.locator(".stage .caption")).to_have_text("to the gun")
    seen = page.evaluate(COLOURS)
    assert seen["gold"] > 200
    assert seen["green"] > 20
    bus.gun()
    expect(page.locator(".infield .clock")).to_have_text(re.compile(r"^0:\d\d\.\d$"))


LUMINANCE = """() => {
    const canvas = document.querySelector("canvas");
    const copy = new OffscreenCanvas(canvas.width, canvas.height)
        .getContext("2d", {willReadFrequently: true});
    copy.drawImage(canvas, 0, 0);
    const {data} = copy.getImageData(0, 0, canvas.width, canvas.height);
    let sum = 0;
    for (let i = 0; i < data.length; i += 4)
        sum += data[i] * 0.2126 + data[i + 1] * 0.7152 + data[i + 2] * 0.0722;
    return sum / data.length;
}"""


def brightness(page: Page, bus: Any, web: Any) -> list[float]:
    """Of the picture, ten times a second for four seconds of a light that blinks all round the lap."""
    whole = {"pattern": "blinking", "head_m": 20.0, "tail_m": 180.0}
    bus.restart(lights=[bus.snapshot["lights"][0] | whole])
    now = time.time()
    page.clock.install(time=now)
    page.clock.pause_at(now + 1)  # from now on time goes by only as it is told to
    page.goto(web.address)
    page.clock.run_for(2000)
    expect(page.locator("canvas")).to_be_visible()
    expect(page.locator(".stage .legend")).to_contain_text("World record 3:46.63, Nuguse")
    before = 0.0
    for _ in range(50):  # until what came last is drawn: half a second later it blinks the same
        page.clock.run_for(500)
        level = page.evaluate(LUMINANCE)
        if 0 < level == before:
            break
        before = level
    seen: list[float] = []
    while len(seen) < 40:
        page.clock.run_for(100)
        if (level := page.evaluate(LUMINANCE)) > 0:  # else it was laid out anew, and waits for its frame
            seen.append(level)
    return seen


def test_what_blinks_flashes_no_more_than_three_times_a_second(page: Page, bus: Any, web: Any) -> None:
    seen = brightness(page, bus, web)
    middle = (min(seen) + max(seen)) / 2
    assert max(seen) > 1.1 * min(seen)  # it does blink
    on = [level > middle for level in seen]
    changes = sum(one != other for one, other in pairwise(on))
    assert 14 <= changes <= 17  # twice a second there are two changes


def test_where_less_motion_is_wanted_nothing_blinks(chromium: Browser, bus: Any, web: Any) -> None:
    context = chromium.new_context(reduced_motion="reduce")
    seen = brightness(context.new_page(), bus, web)
    changes = sum(one != pytest.approx(other) for one, other in pairwise(seen))
    assert changes <= 1  # what blinks changes sixteen times; a name may find its place meanwhile
    context.close()


@pytest.mark.usefixtures("complaints")
def test_a_runner_without_splits_is_finish_only(page: Page, bus: Any, web: Any) -> None:
    bus.gun(seconds_ago=15)
    bus.play(until=15)
    page.goto(web.address)
    rows = page.locator(".results tbody tr")
    expect(rows.nth(0)).to_contain_text("at 100 m")
    for n in range(1, 9):
        expect(rows.nth(n)).to_contain_text("finish only")


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("size", SIZES)
def test_it_fits_and_is_accessible(
    chromium: Browser, bus: Any, web: Any, theme: Any, size: str, *, barriers: Any
) -> None:
    bus.gun(seconds_ago=236)
    bus.play(until=236)
    width, height = SIZES[size]
    context = chromium.new_context(viewport={"width": width, "height": height}, color_scheme=theme)
    page = context.new_page()
    page.goto(web.address)
    expect(page.locator(".records .panel")).to_have_count(5)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.evaluate(PROTRUDING) == []
    assert page.evaluate("document.documentElement.dataset.theme") == theme
    assert barriers(page) == []
    context.close()


LONG = "Maximilian Alexander von Hohenzollern-Sigmaringen"
UNBROKEN = "Rakotoarimananandriamampandrynandrianampoina"


def test_however_long_a_name_is_the_page_is_as_wide_as_the_screen(
    page: Page, bus: Any, web: Any, size: Any
) -> None:
    named = dict(zip("12", (LONG, UNBROKEN), strict=True))
    runners = [
        {**one, "name": named.get(one["bib"], one["name"]), "finish_only": False}
        for one in bus.snapshot["runners"]
    ]
    bus.restart(runners=runners)
    bus.gun(seconds_ago=60)
    bus.play(until=60)
    page.goto(f"{web.address}?follow=2")
    expect(page.locator(".chase .who")).to_contain_text(UNBROKEN)
    for width in (320, 390, 1024, 1920):
        size(page, width, 800)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(PROTRUDING) == []


INK = """() => ["h1", ".chase .who strong", ".results tbody th", ".quiet"]
    .map((of) => getComputedStyle(document.querySelector(of)).color.match(/\\d+/g).map(Number))
    .map(([red, green, blue]) => Math.max(red, green, blue))"""
"""How light the lightest part of some words is, 0 to 255."""


def test_from_the_dark_theme_it_is_printed_in_dark_ink(page: Page, web: Any) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(web.address)
    expect(page.locator(".results tbody tr")).to_have_count(9)
    assert min(page.evaluate(INK)) > 170
    page.emulate_media(color_scheme="dark", media="print")
    assert max(page.evaluate(INK)) < 100


@pytest.mark.usefixtures("complaints")
def test_it_is_accessible_before_and_during_the_race(page: Page, bus: Any, web: Any, barriers: Any) -> None:
    page.goto(web.address)
    expect(page.locator(".results tbody tr")).to_have_count(9)
    assert barriers(page) == []
    bus.gun(seconds_ago=210)
    bus.play(until=210)
    expect(page.locator(".records .panel")).to_have_count(1)
    assert barriers(page) == []


NAME = """() => {
    const reached = document.activeElement;
    return (reached.labels?.[0]?.querySelector("span") ?? reached).innerText.trim();
}"""
"""Of what has the focus: its label, or what stands on it."""


@pytest.mark.usefixtures("complaints")
def test_the_keyboard_reaches_everything_and_shows_where_it_is(page: Page, web: Any) -> None:
    page.goto(web.address)
    expect(page.locator("canvas")).to_be_visible()
    reached = []
    for _ in range(8):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(NAME))
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert reached == [
        "Skip to the results",
        "Less motion",
        "Light theme",
        "Language",
        "Delay for television",
        "Gaps to",
        "Results as plain text",
        "Earlier races",
    ]
    page.get_by_role("button", name="Light theme").press("Enter")
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") == "light"


def test_less_motion_is_kept_where_the_system_asks_for_it(chromium: Browser, web: Any) -> None:
    context = chromium.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(web.address)
    expect(page.get_by_role("button", name="Less motion")).to_have_attribute("aria-pressed", "true")
    context.close()


@pytest.mark.alone
def test_a_killed_server_is_noticed_and_found_again(page: Page, bus: Any, web: Any) -> None:
    bus.gun(seconds_ago=60)
    bus.play(until=60)
    page.goto(web.address)
    expect(connection(page)).to_have_text("live")
    web.end(signal.SIGKILL)
    expect(connection(page)).to_have_text(re.compile(r"stale \d+ s"), timeout=3000)
    bus.play(until=130)
    web.start()
    expect(connection(page)).to_have_text("live", timeout=4000)
    expect(page.locator(".splits tbody tr")).to_have_count(9)
    assert splits(page) == [f"{n} m" for n in range(900, 0, -100)]


@pytest.mark.alone
def test_a_dead_engine_is_noticed_and_a_new_one_taken_up(page: Page, bus: Any, web: Any) -> None:
    bus.gun(seconds_ago=60)
    bus.play(until=60)
    page.goto(web.address)
    expect(connection(page)).to_have_text("live")
    bus.close()
    expect(connection(page)).to_have_text(re.compile(r"stale \d+ s"), timeout=4000)
    bus.play(until=130)
    bus.snapshot["boot"] = "another run"
    bus.snapshot["seq"] = 3
    bus.open()
    expect(connection(page)).to_have_text("live", timeout=3000)
    expect(page.locator(".splits tbody tr")).to_have_count(9)
    bus.play(until=145)
    expect(page.locator(".splits tbody tr")).to_have_count(10)
    assert splits(page) == [f"{n} m" for n in range(1000, 0, -100)]


@pytest.mark.alone
def test_a_server_that_hangs_is_noticed_and_its_page_catches_up(page: Page, bus: Any, web: Any) -> None:
    bus.gun(seconds_ago=60)
    page.goto(web.address)
    expect(connection(page)).to_have_text("live")
    web.process.send_signal(signal.SIGSTOP)
    expect(connection(page)).to_have_text(re.compile(r"stale \d+ s"), timeout=4000)
    bus.play(until=60)
    web.process.send_signal(signal.SIGCONT)
    expect(connection(page)).to_have_text("live", timeout=4000)
    expect(page.locator(".splits tbody tr")).to_have_count(4)


def test_the_clock_is_set_by_the_server(page: Page, web: Any) -> None:
    page.goto(web.address)
    expect(page.locator("footer")).to_contain_text(re.compile(r"clock ±\d+ ms"))


def test_the_race_clock_does_not_depend_on_the_clock_of_the_browser(page: Page, bus: Any, web: Any) -> None:
    bus.gun(seconds_ago=100)
    page.clock.install(time=0)
    page.goto(web.address)
    page.clock.run_for(2000)
    expect(page.locator("[data-connection=live]")).to_be_visible()
    page.clock.run_for(1000)
    expect(page.locator(".infield .clock")).to_have_text(re.compile(r"^1:4\d\.\d$"))


def test_without_javascript_the_results_are_there(chromium: Browser, bus: Any, web: Any) -> None:
    bus.gun(seconds_ago=236)
    bus.play(until=236)
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(web.address)
    page.get_by_role("link", name="Results, records and splits").click()
    expect(page.get_by_role("row", name="1 Bib 1 Jakob Ingebrigtsen NOR 3:45.14")).to_be_visible()
    dutch = "NR NED MILEsh 3:52.70 Stefan Nillessen Better by 1.58 s Stood 3:54.28"
    expect(page.get_by_role("row", name=dutch)).to_be_visible()
    expect(page.get_by_role("row", name="World record 3:46.63, Nuguse comet")).to_be_visible()
    expect(page.get_by_role("table", name="Splits")).to_have_count(
        1
    )  # the others were timed at the finish alone
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.get_by_role("link", name="sunlight").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "sunlight")
    expect(page.get_by_role("row", name=dutch)).to_be_visible()
    context.close()


@pytest.mark.usefixtures("complaints", "bus")
def test_a_theme_that_is_chosen_is_that_of_every_page_from_its_first_byte_on(page: Page, web: Any) -> None:
    page.goto(web.address)
    page.get_by_role("button", name="Light theme").click()
    for path in ("results", "", "announcer"):
        answer = page.goto(f"{web.address}{path}")
        assert answer is not None
        assert ' data-theme="light"' in answer.text()[:120]
        expect(page.locator("html")).to_have_attribute("data-theme", "light")
    page.goto(f"{web.address}results")
    page.get_by_role("link", name="dark", exact=True).click()
    page.goto(web.address)
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_no_page_asks_anything_of_elsewhere() -> None:
    from pacelight.web.assets import load

    assets = load()
    assert not any(b"http://" in asset.body.replace(b"http://www.w3.org/", b"") for asset in assets.values())
