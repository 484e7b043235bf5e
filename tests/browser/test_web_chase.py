"""What somebody who watches can choose: lines, whom to follow, how far behind, another day."""

import json
import math
import os
import re
import signal
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from pacelight.track import track
from pacelight.web.live.recording import entry, key

BUILT = Path(__file__).resolve().parents[2] / "src" / "pacelight" / "web" / "static" / "index.html"
MINUS = "\N{MINUS SIGN}"
LIMIT_BYTES = 120_000
GUN_NS = 1_739_476_800_000_000_000

pytestmark = [
    pytest.mark.browser,
    pytest.mark.alone,
    pytest.mark.skipif(
        not BUILT.exists(), reason="the pages are not built (npm --prefix frontend run build)"
    ),
]


def mark(value: int) -> dict[str, Any]:
    minutes, rest = divmod(value // 10, 6000)
    text = f"{minutes}:{rest // 100:02d}.{rest % 100:02d}"
    return {"text": text, "value": value, "unit": "ms", "precision": 2}


def stake(level: str, scope: str, value: int, code: str = "MILEsh") -> dict[str, Any]:
    told = {"level": level, "label": level, "scope": scope, "code": code, "mark": mark(value)}
    return told | {"since": "2021-02-09", "holders": [], "en_route": code != "MILEsh", "bibs": ["1"]}


STAKES = [
    stake("NR", "NOR", 236_990),
    stake("WR", "WORLD", 226_630),
    stake("AR", "EUR", 227_560),
    stake("WR", "WORLD", 210_600, "1500sh"),
]


def outlook() -> dict[str, Any]:
    """Of the first runner at 1400 m: two finishes, and a best that could be bettered."""
    line = {
        "level": "PB",
        "label": "PB",
        "scope": "1",
        "code": "MILEsh",
        "mark": mark(223_730),
        "gap_s": -1.7,
    }
    line |= {"gap_m": -12.0, "chance": "in reach", "needs_s": 27.6, "words": "27.6 for PB"}
    told = {"distance_m": 1400.0, "elapsed_s": 196.07, "projected": False, "calibrated": False}
    return {
        "type": "outlook",
        "bib": "1",
        **told,
        "even": mark(225_390),
        "current": mark(225_050),
        "lines": [line],
    }


def splits(page: Page) -> Any:
    return page.locator(".splits tbody tr")


@pytest.mark.usefixtures("complaints")
def test_lines_are_chosen_and_kept_in_the_address_and_in_the_browser(page: Page, bus: Any, web: Any) -> None:
    bus.restart(stakes=STAKES)
    bus.gun(seconds_ago=197)
    bus.play(until=197)
    bus.say(outlook())
    page.goto(web.address)
    page.get_by_text("1 more").click()
    chips = page.locator(".lines button")
    expect(chips).to_have_text(
        [
            re.compile(text)
            for text in ("AR EUR 3:47.56", "NR NOR 3:56.99", "PB 3:43.73", "leader", "WR 3:30.60")
        ]
    )  # the world record is a light
    page.get_by_role("button", name="NR NOR").click()
    page.get_by_role("button", name="WR 3:30.60").click()
    assert "lines=NR-NOR_WR.1500sh" in page.url
    page.get_by_role("button", name="WR 3:30.60").click()
    assert "lines=NR-NOR&" in f"{page.url}&"
    page.get_by_label("Gaps to").select_option("NR-NOR")
    expect(page.locator(".chase .big")).to_contain_text("+10.0")
    expect(page.locator(".chase .who")).to_contain_text("against National record NOR 3:56.99")
    expect(page.locator(".legend")).to_contain_text("line, not a lamp: even pace")
    expect(splits(page).first).to_contain_text("+10.0")
    page.reload()
    expect(page.get_by_role("button", name="NR NOR")).to_have_attribute("aria-pressed", "true")
    page.get_by_text("1 more").click()
    expect(page.get_by_role("button", name="WR 3:30.60")).to_have_attribute("aria-pressed", "false")
    page.goto(web.address)
    expect(page.locator(".chase .who")).to_contain_text("National record NOR")
    page.goto(f"{web.address}?to=PB&lines=")
    expect(page.locator(".chase .big")).to_contain_text(MINUS)
    expect(page.locator(".chase .who")).to_contain_text("Personal best 3:43.73")


@pytest.mark.usefixtures("complaints")
def test_what_is_thought_is_said_to_be_thought(page: Page, bus: Any, web: Any) -> None:
    bus.snapshot["clock"]["error_ms"] = 0.4
    bus.restart(stakes=STAKES)
    bus.gun(seconds_ago=197)
    bus.say({"type": "clock", **bus.snapshot["clock"], "error_ms": 0.4})
    bus.play(until=197)
    bus.say(outlook())
    page.goto(web.address)
    finish = page.locator(".chase .finish")
    expect(finish).to_contain_text("not calibrated")
    expect(finish).to_contain_text("3:45.05 at the pace of the last lap")
    expect(finish).to_contain_text("3:45.39 at the average pace so far")
    expect(page.locator(".chase")).to_contain_text(re.compile(rf"now about [+{MINUS}]\d\.\d s, projected"))
    expect(page.locator("footer")).to_contain_text("gun ±0.4 ms")


@pytest.mark.usefixtures("complaints")
def test_one_is_followed_and_every_gap_stands_in_a_chart_and_a_table(
    page: Page, bus: Any, web: Any, barriers: Any
) -> None:
    runners = [
        {**runner, "finish_only": runner["bib"] not in {"1", "2"}} for runner in bus.snapshot["runners"]
    ]
    bus.restart(stakes=STAKES, runners=runners)
    bus.gun(seconds_ago=60)
    bus.play(until=60)
    for metres, seconds in ((100.0, 14.5), (200.0, 29.0), (300.0, 43.5)):
        split = {"distance_m": metres, "elapsed_s": seconds, "text": f"{seconds:.2f}"}
        bus.say({"type": "split", "bib": "2", **split, "official": False, "method": "photo"})
    page.goto(web.address)
    page.get_by_label("Follow").select_option("Stefan Nillessen")
    assert "follow=2" in page.url
    expect(page.locator(".chase .who")).to_contain_text("Stefan Nillessen")
    expect(splits(page)).to_have_count(3)
    page.get_by_label("Gaps to").select_option("leader")
    expect(page.locator(".chase .big")).to_contain_text(f"{MINUS}1.15 s")
    expect(page.locator(".plot canvas")).to_be_visible()
    page.locator(".gaps summary").click()
    rows = page.locator(".gaps tbody tr")
    expect(rows).to_have_count(4)
    expect(rows.nth(2)).to_have_text(re.compile(rf"300 m\s*{MINUS}1\.15\s*0\.00"))
    assert barriers(page) == []
    page.reload()
    expect(page.locator(".chase .who")).to_contain_text("Stefan Nillessen")


WHITE = """() => new Promise((done) => requestAnimationFrame(() => {
    const canvas = document.querySelector(".stage canvas");
    const copy = new OffscreenCanvas(canvas.width, canvas.height)
        .getContext("2d", {willReadFrequently: true});
    copy.drawImage(canvas, 0, 0);
    const {data} = copy.getImageData(0, 0, canvas.width, canvas.height);
    done(data.reduce((sum, value, n) => sum + (n % 4 === 0 && value + data[n + 1] + data[n + 2] > 750), 0));
}))"""
"""So many pixels of the picture are white: of runners, of names, of the finish line."""


@pytest.mark.usefixtures("complaints")
def test_whoever_is_out_is_said_to_be_and_has_nothing_to_go(
    page: Page, bus: Any, web: Any, barriers: Any
) -> None:
    bus.restart(stakes=STAKES)
    bus.gun(seconds_ago=197)
    bus.play(until=197)
    bus.say(outlook())
    page.goto(f"{web.address}?follow=1")
    chase, under = page.locator(".chase"), page.locator(".infield .under")
    expect(chase.locator(".finish")).to_be_visible()
    expect(under).to_contain_text("m to go")
    white, seen = page.evaluate(WHITE), []
    meant = {"DNF": "did not finish", "DNS": "did not start", "DQ": "disqualified (TR22.6.2)"}
    for status, means in meant.items():
        told = {"status": status, "place": None, "mark": None, "rule": "TR22.6.2" if status == "DQ" else ""}
        bus.say({"type": "result", "bib": "1", **told})
        expect(chase.locator(".status")).to_have_text(f"{status} {means}")
        mark = page.locator(".results .status")
        expect(mark).to_have_text(f"{status}, {means.partition(' (')[0]}")
        seen.append(mark.evaluate("e => [e.querySelector('svg').innerHTML, getComputedStyle(e).color]"))
    shapes, colours = zip(*seen, strict=True)
    assert len(set(shapes)) == 3
    assert set(colours) != {page.locator(".results thead").evaluate("e => getComputedStyle(e).color")}
    expect(chase.locator(".seconds, .finish")).to_have_count(0)
    expect(chase).not_to_contain_text("projected")
    expect(under).not_to_contain_text("to go")
    expect(under).not_to_contain_text("lap")
    expect(page.locator(".stage [aria-live=polite]")).to_have_text("Jakob Ingebrigtsen: DQ, disqualified.")
    assert page.evaluate(WHITE) < white
    assert barriers(page) == []


@pytest.mark.usefixtures("complaints")
def test_a_status_has_text_a_shape_and_a_colour_of_its_own(page: Page, bus: Any, web: Any) -> None:
    bus.gun(seconds_ago=236)
    bus.play(until=236)
    page.goto(web.address)
    status = page.locator(".records .status").first
    seen = []
    words = {
        "candidate": "candidate: found by Pacelight, not yet submitted",
        "pending": "pending: submitted, not yet decided",
        "ratified": "ratified",
        "annulled": "annulled",
    }
    for name, text in words.items():
        bus.say(
            {"type": "records", "records": [{**found, "status": name} for found in bus.snapshot["records"]]}
        )
        expect(status).to_have_text(text)
        seen.append(status.evaluate("e => [e.querySelector('svg').innerHTML, getComputedStyle(e).color]"))
    shapes, colours = zip(*seen, strict=True)
    assert len(set(shapes)) == len(set(colours)) == 4


def test_what_was_shown_as_confirmed_and_is_another_now_is_said(page: Page, bus: Any, web: Any) -> None:
    bus.gun(230)
    finish = {"type": "split", "bib": "1", "distance_m": 1609.344, "elapsed_s": 225.14, "text": "3:45.14"}
    bus.say({**finish, "official": True, "method": "photo"})
    page.goto(web.address)
    told = page.get_by_role("status").filter(has_text="Correction")
    expect(page.get_by_text("3:45.14").first).to_be_visible()
    expect(told).to_have_count(0)
    bus.say({**finish, "elapsed_s": 225.16, "text": "3:45.16", "official": True, "method": "photo"})
    expect(told).to_contain_text("Jakob Ingebrigtsen, finish: 3:45.16, not 3:45.14.")
    told.get_by_role("button", name="Put away").click()
    expect(told).to_have_count(0)
    page.get_by_role("slider", name="Delay for television").fill("30")  # as it was: nobody corrected that
    expect(page.get_by_text("3:45.16")).to_have_count(0)
    expect(told).to_have_count(0)


def test_with_a_delay_everything_is_shown_as_it_was_known_then(page: Page, bus: Any, web: Any) -> None:
    bus.gun(seconds_ago=60)
    bus.play(until=60)
    page.goto(web.address)
    expect(splits(page)).to_have_count(4)
    slider = page.get_by_role("slider", name="Delay for television")
    slider.fill("3")
    assert "delay=3" in page.url
    expect(splits(page)).to_have_count(4, timeout=8000)
    before = time.monotonic()
    bus.play(until=236)
    expect(page.locator(".records .panel:not(.none)")).to_have_count(5, timeout=10_000)
    assert time.monotonic() - before >= 3
    expect(page.locator(".infield .clock")).to_have_text("3:45.14")
    expect(page.locator("footer a[href='/results']")).to_have_count(0)
    page.get_by_text("Earlier races").click()
    expect(page.locator("footer details li").first).to_be_visible()
    expect(page.locator("footer a[href*=lievin]")).to_have_count(0)
    page.get_by_role("button", name="live").click()
    expect(page.locator("footer a[href^='/results/lievin']").first).to_be_visible()
    expect(slider).to_have_value("0")
    expect(page.locator("footer a[href='/results']")).to_be_visible()


def test_who_comes_late_with_a_delay_is_told_no_result(page: Page, bus: Any, web: Any) -> None:
    bus.gun(seconds_ago=60)
    page.goto(web.address)
    expect(page.locator("[data-state=running]")).to_be_visible()
    bus.play(until=236)
    expect(page.locator("[data-state=finished]")).to_be_visible()
    page.add_init_script(
        "window.seen = []; new MutationObserver(() => window.seen.push(document.body.innerText))"
        ".observe(document, {subtree: true, childList: true, characterData: true});"
    )
    page.goto(f"{web.address}?delay=60")
    expect(page.locator(".time output")).to_have_text("60 s behind")
    expect(page.locator("main")).to_contain_text(
        re.compile("Nothing is known here of that moment|0:00.0|before the gun")
    )
    told = "\n".join(page.evaluate("window.seen"))
    assert "60 s behind" in told
    assert "3:45.14" not in told
    assert "World record NED" not in told


def test_what_nobody_kept_is_said_and_waited_for(page: Page, bus: Any, web: Any) -> None:
    bus.gun(seconds_ago=60)
    bus.play(until=60)
    page.route("**/api/recordings/**", lambda route: route.abort())
    page.goto(f"{web.address}?delay=4")
    expect(page.locator(".waiting")).to_have_text(
        re.compile(r"Nothing is known here of that moment\. The page begins in [1-4] s\.")
    )
    expect(splits(page)).to_have_count(4, timeout=10_000)


@pytest.fixture
def yesterday(bus: Any) -> str:
    """The address of the evening, as a web process has written it down at another time."""
    from pacelight.track import track  # noqa: F401

    snapshot = json.loads(json.dumps(bus.snapshot))
    snapshot["race"]["id"] = "yesterdays-mile"
    snapshot["boot"] = "yesterday"
    told: list[tuple[float, dict[str, Any]]] = [
        (0.0, {"type": "clock", "gun_unix_ns": GUN_NS, "rate": 1.0, "server_unix_ns": GUN_NS}),
        (0.0, {"type": "state", "state": "running"}),
        (0.0, {"type": "look", "name": "running", "begin_unix_ns": GUN_NS, "lights": "run"}),
        *bus.to_come,
    ]
    look = {"at_m": 190.656, "length_m": 10.0, "seconds": 0, "colour": ""}
    told[2] = (0.0, told[2][1] | look)
    lines = [entry(GUN_NS - 20 * 10**9, snapshot)]
    for number, (seconds, delta) in enumerate(told, 1):
        lines.append(entry(GUN_NS + int(seconds * 1e9), {**delta, "seq": snapshot["seq"] + number}))
    folder = bus.path.parent / "shown"
    folder.mkdir(exist_ok=True)
    name = key("yesterdays-mile", GUN_NS - 20 * 10**9)
    (folder / f"{name}.jsonl").write_bytes(b"".join(lines))
    return name


def seek(page: Page, seconds: float) -> None:
    page.get_by_label("Race time").fill(str(seconds))


@pytest.mark.usefixtures("complaints")
def test_a_race_of_yesterday_is_seen_again_at_any_instant(
    page: Page, web: Any, yesterday: str, barriers: Any
) -> None:
    page.goto(f"{web.address}race/yesterdays-mile?at=100")
    expect(page.locator(".infield .clock")).to_have_text("1:40.0")
    expect(splits(page)).to_have_count(7)
    seek(page, 209.6)
    expect(page.locator(".records .panel.none")).to_be_visible()
    seek(page, 209.7)
    expect(page.locator(".records .panel:not(.none)")).to_have_count(1)
    seek(page, 240)
    expect(page.locator(".infield .clock")).to_have_text("3:45.14")
    expect(page.locator(".results tbody .place")).to_have_text([str(n) for n in range(1, 10)])
    assert barriers(page) == []
    seek(page, 57)
    expect(splits(page)).to_have_count(4)
    expect(page.locator(".records .panel.none")).to_be_visible()
    assert "at=57" in page.url
    page.reload()
    expect(page.locator(".infield .clock")).to_have_text("0:57.0")
    page.goto(f"{web.address}race/{yesterday}?at=57")
    expect(page.locator(".infield .clock")).to_have_text("0:57.0")
    page.goto(web.address)
    page.get_by_text("Earlier races").click()
    expect(page.locator(f"footer a[href='/race/{yesterday}']")).to_be_visible()


@pytest.mark.usefixtures("yesterday")
def test_it_plays_and_pauses_by_keyboard_and_faster_if_wanted(page: Page, web: Any) -> None:
    page.clock.install(time=time.time())
    page.goto(f"{web.address}race/yesterdays-mile?at=100")
    expect(page.locator(".infield .clock")).to_have_text("1:40.0")
    page.clock.pause_at(time.time() + 60)
    page.locator("body").press(" ")
    page.clock.run_for(2000)
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    page.locator("body").press(" ")
    at = float(re.search(r"at=([\d.]+)", page.url)[1])  # type: ignore[index]  # it stands there by now
    assert 101.8 <= at <= 102.2
    page.get_by_label("Speed").select_option("8")
    page.get_by_role("button", name="Play").press("Enter")
    page.clock.run_for(1000)
    page.get_by_role("button", name="Pause").press("Enter")
    assert 109 <= float(re.search(r"at=([\d.]+)", page.url)[1]) <= 110.6  # type: ignore[index]  # as above


def test_a_race_that_nobody_kept_is_said_to_be_none(page: Page, web: Any) -> None:
    page.goto(f"{web.address}race/no-such-race")
    expect(page.locator(".waiting")).to_contain_text("This race is not kept here.")
    page.get_by_role("link", name="To the live page").click()
    expect(page.locator("canvas")).to_be_visible()


def test_the_address_of_the_race_that_runs_shows_it_as_it_runs(page: Page, bus: Any, web: Any) -> None:
    bus.gun(seconds_ago=60)
    page.goto(web.address)
    expect(page.locator("[data-state=running]")).to_be_visible()
    page.goto(f"{web.address}race/lievin-2025-mile")
    expect(page.locator("[data-connection=live]")).to_be_visible()
    bus.play(until=60)
    expect(splits(page)).to_have_count(4)


def test_races_outlive_the_server(page: Page, bus: Any, web: Any) -> None:
    bus.gun(seconds_ago=236)
    bus.play(until=236)
    page.goto(web.address)
    expect(page.locator("[data-state=finished]")).to_be_visible()
    web.end(signal.SIGKILL)
    web.start()
    page.goto(f"{web.address}results/lievin-2025-mile")
    expect(page.get_by_role("row", name="1 1 Jakob Ingebrigtsen NOR 3:45.14")).to_be_visible()
    page.goto(f"{web.address}race/lievin-2025-mile?at=240")
    expect(page.locator(".infield .clock")).to_have_text("3:45.14")


GREEN = """() => {
    const canvas = document.querySelector(".stage canvas");
    const {data, width, height} = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let [n, x, y] = [0, 0, 0];
    for (let i = 0; i < data.length; i += 4)
        if (Math.abs(data[i] - 25) < 12 && data[i + 1] > 200 && Math.abs(data[i + 2] - 107) < 25) {
            n += 1; x += (i / 4) % width; y += Math.floor(i / 4 / width);
        }
    const {clientWidth, clientHeight} = canvas;
    return [n, x / n * clientWidth / width, y / n * clientHeight / height, clientWidth, clientHeight];
}"""
"""Where the brightest lamps of the light are, in CSS pixels, and how large the picture is."""


def on_screen(metres: float, width: float, height: float) -> tuple[float, float, float]:
    """Where a metre of the lap stands in a picture of this size, and pixels for a metre."""
    rows = track("short-200").outline(200).tolist()
    xs, ys = [row[1] for row in rows], [row[2] for row in rows]
    margin = 58 * max(0.62, min(1.5, width / 900))
    scale = min((width - 2 * margin) / (max(xs) - min(xs)), (height - 2 * margin) / (max(ys) - min(ys)))
    here = metres % 200
    last, after = next((a, b) for a, b in pairwise([*rows, [200.0, *rows[0][1:]]]) if a[0] <= here <= b[0])
    share = (here - last[0]) / (after[0] - last[0])
    x, y = (last[n] + share * (after[n] - last[n]) for n in (1, 2))
    middle = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    return width / 2 + (x - middle[0]) * scale, height / 2 - (y - middle[1]) * scale, scale


@pytest.mark.usefixtures("yesterday")
def test_the_light_is_drawn_where_the_plan_has_it(page: Page, web: Any) -> None:
    page.set_viewport_size({"width": 1024, "height": 768})  # where the light goes without its label
    page.goto(f"{web.address}race/yesterdays-mile?at=20&lines=")
    for seconds in (20.0, 33.3, 57.1, 101.0, 154.9, 209.8):
        seek(page, seconds)
        shown = f"{int(seconds // 60)}:{seconds % 60:04.1f}"
        expect(page.locator(".infield .clock")).to_have_text(shown)
        count, x, y, width, height = page.evaluate(GREEN)
        # a metre of full light and eight that fade: the brightest of them are a third as far behind
        there = 190.656 + 1609.344 / 226.63 * seconds - 3
        expected = on_screen(there, width, height)
        assert count > 0
        assert math.dist((x, y), expected[:2]) / expected[2] < 2.0, seconds  # metres on the track


def test_the_page_is_light(chromium: Browser, bus: Any, web: Any) -> None:
    """All that a phone loads to see the race, its chart and its words: as it comes over the wire."""
    bus.restart(stakes=STAKES)
    bus.gun(seconds_ago=197)
    bus.play(until=197)
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    session = context.new_cdp_session(page)
    came: dict[str, int] = {}
    urls: dict[str, str] = {}
    session.on(
        "Network.responseReceived", lambda said: urls.update({said["requestId"]: said["response"]["url"]})
    )
    session.on(
        "Network.loadingFinished", lambda said: came.update({said["requestId"]: said["encodedDataLength"]})
    )
    session.send("Network.enable")
    page.goto(web.address)
    expect(page.locator(".plot canvas")).to_be_visible()
    page.wait_for_load_state("load")
    loaded = {
        urls[request].removeprefix(web.address): size for request, size in came.items() if request in urls
    }
    assert {"", "icon.svg"} & set(loaded)
    assert any(name.startswith("words/") for name in loaded)
    assert any("uPlot" in name for name in loaded)
    assert sum(loaded.values()) < LIMIT_BYTES, loaded
    context.close()


TOLD = """() => {
    window.told = [];
    const look = () => {
        const rows = [...document.querySelectorAll(".splits tbody th")].map(cell => cell.innerText);
        const before = window.told.at(-1);
        if (rows.length > 0 && String(before) !== String(rows)) window.told.push(rows);
    };
    new MutationObserver(look).observe(document.body, {subtree: true, childList: true, characterData: true});
    look();
}"""


def test_killed_under_a_watching_page_all_goes_on_without_a_gap_or_a_double(
    page: Page, bus: Any, web: Any
) -> None:
    bus.gun(seconds_ago=60)
    bus.play(until=60)
    page.goto(web.address)
    expect(splits(page)).to_have_count(4)
    page.evaluate(TOLD)
    for until, count in ((80, 5), (100, 7)):
        web.end(signal.SIGKILL)
        bus.play(until=until)
        web.start()
        expect(page.locator("[data-connection]")).to_have_text("live", timeout=10_000)
        expect(splits(page)).to_have_count(count)
    for until, count in ((120, 8), (140, 9)):
        bus.close()
        bus.play(until=until)
        bus.snapshot["boot"] += ", again"
        bus.open()
        expect(splits(page)).to_have_count(count, timeout=10_000)
    told = page.evaluate("window.told")
    for rows in told:
        assert rows == [f"{100 * n} m" for n in range(len(rows), 0, -1)]
    assert [len(rows) for rows in told] == sorted({len(rows) for rows in told})


def test_offline_and_back(page: Page, bus: Any, web: Any) -> None:
    bus.gun(seconds_ago=60)
    page.add_init_script("delete window.SharedWorker")
    page.goto(web.address)
    expect(page.locator("[data-connection]")).to_have_text("live")
    page.context.set_offline(True)
    web.end(signal.SIGKILL)  # a stream that is open is not cut by that alone
    web.start()
    expect(page.locator("[data-connection]")).to_have_text(re.compile(r"stale \d+ s|offline"), timeout=8000)
    bus.play(until=60)
    page.context.set_offline(False)
    expect(page.locator("[data-connection]")).to_have_text("live", timeout=10_000)
    expect(splits(page)).to_have_count(4)


@pytest.mark.prove
def test_a_server_that_is_back_is_found_within_two_seconds(page: Page, bus: Any, web: Any) -> None:
    bus.gun(seconds_ago=60)
    page.goto(web.address)
    expect(page.locator("[data-connection]")).to_have_text("live")
    for _ in range(5):
        web.end(signal.SIGKILL)
        expect(page.locator("[data-connection]")).to_have_text(re.compile(r"stale \d+ s"), timeout=5000)
        web.start()
        expect(page.locator("[data-connection]")).to_have_text("live", timeout=2000)


def children(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]


def engine_of(pid: int) -> int | None:
    """The engine that this process keeps up."""
    for child in children(pid):
        words = Path(f"/proc/{child}/cmdline").read_bytes().split(b"\0")
        if b"engine" in words:
            return child
    return None


@pytest.mark.prove
def test_an_engine_killed_under_a_watching_page_goes_on_without_a_gap_or_a_double(
    page: Page, tmp_path: Path
) -> None:
    """The mile of Liévin by real processes; its engine is killed twice while it runs."""
    words = ("demo", "--no-browser", "--port", "0", "--speed", "4", "--json")
    home = os.environ | {"XDG_DATA_HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path)}
    with subprocess.Popen(
        [sys.executable, "-m", "pacelight", *words], stdout=subprocess.PIPE, text=True, env=home, cwd=tmp_path
    ) as demo:
        try:
            assert demo.stdout is not None
            page.goto(json.loads(demo.stdout.readline())["address"])
            expect(splits(page).first).to_be_visible(timeout=60_000)
            page.evaluate(TOLD)
            for wanted in (4, 8):
                expect(splits(page).nth(wanted - 1)).to_be_visible(timeout=60_000)
                engine = engine_of(demo.pid)
                assert engine is not None
                os.kill(engine, signal.SIGKILL)
                expect(splits(page).nth(wanted)).to_be_visible(timeout=30_000)
                expect(page.locator("[data-connection]")).to_have_text("live", timeout=10_000)
            expect(page.locator("[data-state=finished]")).to_be_visible(timeout=120_000)
            told = page.evaluate("window.told")
        finally:
            demo.terminate()
    assert len(told[-1]) == 16
    for rows in told:
        assert rows == told[-1][-len(rows) :]
