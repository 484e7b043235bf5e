"""The race before is put right while the next one runs, and every page is told what came of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "src" / "pacelight" / "web" / "static" / "timer.html"
MILE, NEXT = "lievin-2025-mile", "mens-3000"
MILE_M = 1609.344
NAME, NEXT_NAME = "Men's mile, Liévin 2025", "Men's 3000 m"
OVERHANG = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SIZES = ((390, 844), (1024, 768), (1920, 1080))
expect.set_options(timeout=20_000)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not BUILT.exists(), reason="the pages are not built (npm --prefix frontend run build)"
    ),
]


@pytest.fixture
def desk(chromium: Browser, meeting: Any) -> Iterator[BrowserContext]:
    made = chromium.new_context(viewport={"width": 1366, "height": 768}, color_scheme="dark")
    made.set_default_timeout(15_000)
    token = meeting.pages.token("timer", "timing desk")
    made.add_cookies([{"name": "pacelight", "value": token, "url": meeting.pages.address}])
    yield made
    made.close()


@pytest.fixture
def evening(meeting: Any) -> Any:
    """The mile is over, the last of its times waits for a bib, and the 3000 m is on the track."""
    meeting.begin(300)
    meeting.ask(act="correct", what=meeting.time("1", MILE_M, 225.2), official=True)
    meeting.time("2", MILE_M, 228.06)
    meeting.ask(act="split", elapsed_ns=230_000_000_000)
    meeting.ask(act="finish")
    return meeting


def goes_on(meeting: Any) -> None:
    """The next race is loaded, and runs."""
    for act in ("load", "check", "arm", "gun"):
        meeting.ask(NEXT, act=act)


def opened(context: BrowserContext, meeting: Any, page: str) -> tuple[Page, list[str]]:
    made, said = context.new_page(), []
    made.on("pageerror", lambda error: said.append(str(error)))
    made.goto(meeting.address(page))
    return made, said


def does(page: Page, key: str, *texts: str) -> None:
    """A form is opened by its key, filled in, and done."""
    form = page.locator("form[novalidate]")
    page.keyboard.press(key)
    expect(form.locator("input, select").first).to_be_focused()
    for nth, text in enumerate(texts):
        if nth:
            page.keyboard.press("Tab")
        page.keyboard.press("Control+a")
        page.keyboard.type(text)
    page.keyboard.press("Enter")


def test_by_keys_alone_it_is_put_right_and_made_official_while_the_next_one_is_timed(
    desk: BrowserContext, evening: Any
) -> None:
    page, said = opened(desk, evening, "timer")
    announcer, also = opened(desk, evening, "announcer")
    expect(announcer.get_by_text("3:45.2", exact=True).first).to_be_visible()
    goes_on(evening)
    hand = page.get_by_role("region", name="The race in hand")
    expect(hand).to_contain_text(f"{NAME}: 1 thing waits for somebody")
    page.keyboard.press("v")
    expect(hand).to_contain_text(f"You put right: {NAME} (Finished)")
    expect(hand).to_contain_text(f"On the track: {NEXT_NAME} (Running)")
    times = page.locator("[role=option]")
    expect(times.filter(has_text="Jakob Ingebrigtsen").first).to_be_visible()

    page.keyboard.press("Space")  # a time of the race that runs, whatever is in hand
    evening.until(lambda: any(one["source"] == "timer desk" for one in evening.entries("passing")))

    times.filter(has_text="3:45.2").click()
    does(page, "c", "3:45.1", "", "", "photograph read")
    expect(times.filter(has_text="3:45.1")).to_have_count(1)
    times.filter(has_text="3:50.0").click()
    does(page, "a", "3")
    expect(page.locator("[data-standing=waiting]")).to_have_count(0)
    does(page, "t", "4", "")  # of a race that is over a time is typed
    expect(page.locator("form[novalidate]")).to_contain_text("Type a time: 3:45.14")
    page.keyboard.press("Escape")
    does(page, "o", "photographs read")
    expect(page.get_by_role("button", name="Make official: hold")).to_be_focused()
    page.keyboard.down("Space")
    expect(hand).to_contain_text(f"You put right: {NAME} (Official)")
    page.keyboard.up("Space")

    page.keyboard.press("v")
    expect(hand).to_have_count(0)
    expect(page.locator("[data-standing=waiting]")).to_have_count(1)  # the time of the race that runs
    told = announcer.get_by_role("alert")
    expect(told.get_by_role("heading", name=NAME)).to_be_visible()
    expect(told).to_contain_text("The result is official.")
    expect(told).to_contain_text("Correction")
    expect(told).to_contain_text("Jakob Ingebrigtsen, finish: 3:45.10, not 3:45.20.")
    assert said == also == []
    of_mile = [one["entry"] for one in evening.entries("of")]
    assert [one["type"] for one in of_mile if one.get("by") == "timing desk"] == [
        "corrected",
        "reassigned",
        "command",
    ]
    with evening.pages.client() as client:
        assert "official" in client.get(f"/results/{MILE}").text.lower()
        assert "3:45.1" in client.get(f"/results/{MILE}").text
        found = client.get(f"/api/races/{MILE}").json()
        recorded = client.get(f"/api/recordings/{MILE}").json()["entries"][-1]
    assert found["state"] == recorded["snapshot"]["state"] == "official"
    assert evening.snapshot()["race"]["id"] == NEXT


def test_what_is_typed_is_of_one_race_and_one_crossing_and_outlives_a_reload(
    desk: BrowserContext, evening: Any
) -> None:
    page, _ = opened(desk, evening, "timer")
    form = page.locator("form[novalidate]")
    expect(page.locator("[role=option]").first).to_be_visible()
    page.keyboard.press("s")
    expect(form.locator("input").first).to_be_focused()
    page.keyboard.type("5")
    evening.ask(NEXT, act="load")
    expect(form).to_have_count(0)
    expect(page.get_by_text(f"Another race is in hand: {NEXT_NAME}. What was typed is kept.")).to_be_visible()
    page.keyboard.press("s")
    expect(form.locator("input").first).to_have_value("")
    page.keyboard.press("Escape")
    page.keyboard.press("v")
    expect(page.get_by_role("region", name="The race in hand")).to_contain_text(f"You put right: {NAME}")
    expect(page.locator("[role=option]").first).to_be_visible()
    page.keyboard.press("s")
    expect(form.locator("input").first).to_be_focused()
    expect(form.locator("input").first).to_have_value("5")
    page.keyboard.press("Enter")
    expect(form).to_have_count(0)
    entries = [one["entry"] for one in evening.entries("of")]
    verdicts = [(one["bib"], one["status"]) for one in entries if one["type"] == "verdict"]
    assert verdicts == [("5", "DNS")]

    times = page.locator("[role=option]")
    times.filter(has_text="3:45.2").click()
    page.keyboard.press("c")
    expect(form.locator("input").first).to_be_focused()
    page.keyboard.type("3:45.1")
    times.filter(has_text="3:48.06").click()  # the form turns to that one
    expect(form).to_contain_text("3:48.06")
    expect(form.locator("input").first).to_have_value("")
    page.reload()
    hand = page.get_by_role("region", name="The race in hand")
    expect(hand).to_contain_text(f"You put right: {NAME}")
    times.filter(has_text="3:45.2").click()
    page.keyboard.press("c")
    expect(form.locator("input").first).to_have_value("3:45.1")

    page.keyboard.press("Escape")
    page.keyboard.press("v")
    expect(hand).not_to_contain_text("You put right")
    page.route("**/api/races/**", lambda route: route.abort())  # what is sent before the race was fetched
    page.keyboard.press("v")
    does(page, "s", "6")
    expect(form).to_contain_text("This race is still being fetched")
    expect(form.locator("input").first).to_have_value("6")
    page.unroute("**/api/races/**")
    expect(times.first).to_be_visible()
    page.keyboard.press("Enter")
    expect(form).to_have_count(0)


def test_undo_a_bib_and_what_somebody_else_did_are_of_the_race_that_is_meant(
    desk: BrowserContext, evening: Any, barriers: Any, size: Any
) -> None:
    goes_on(evening)
    page, _ = opened(desk, evening, "timer")
    hand = page.get_by_role("region", name="The race in hand")
    expect(hand).to_be_visible()
    page.keyboard.press("v")
    page.locator("[role=option]").filter(has_text="waits for a bib").click()
    page.keyboard.press("3")  # a figure is a bib: of the time that is chosen, in the race in hand
    expect(page.get_by_text(f"Whose is 3:50.00 finish? ({NAME})")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("[data-standing=waiting]")).to_have_count(0)
    page.keyboard.press("Escape")
    page.keyboard.press("Space")  # by mistake: a time of the race that runs
    evening.until(lambda: any(one["source"] == "timer desk" for one in evening.entries("passing")))
    page.keyboard.press("u")
    expect(page.get_by_text(f"Taken back in {NEXT_NAME}")).to_be_visible()
    assert [one["bib"] for one in evening.snapshot()["aside"] if one["standing"] == "waiting"] == []
    of_mile = [one["entry"] for one in evening.entries("of")]
    assert [one["type"] for one in of_mile if one.get("by") == "timing desk"] == ["reassigned"]

    page.route("**/api/races/**", lambda route: route.abort())  # the page is told nothing of it
    evening.ask(act="status", bib="4", status="DNF")
    does(page, "s", "4", "DNS")
    form = page.locator("form[novalidate]")
    expect(form).to_contain_text("The race is another meanwhile. Look, and ask again:")
    expect(form).to_contain_text("bib 4 DNF")
    with evening.pages.client() as client:
        runners = client.get(f"/api/races/{MILE}").json()["runners"]
    assert next(one["status"] for one in runners if one["bib"] == "4") == "DNF"

    page.unroute("**/api/races/**")
    evening.ask(act="split", elapsed_ns=231_000_000_000)  # it waits, and is told of on either side
    for in_hand in (True, False):
        if not in_hand:
            page.keyboard.press("Escape")
            page.keyboard.press("v")
        expect(hand).to_contain_text("You put right" if in_hand else "waits for somebody")
        for width, height in SIZES:
            size(page, width, height)
            assert barriers(page, strict=True) == [], width
            assert page.evaluate(OVERHANG) == 0, width


def test_a_replay_an_overlay_and_a_web_that_begins_late_know_what_it_became(
    desk: BrowserContext, evening: Any, web_pages: Any
) -> None:
    goes_on(evening)
    replay, said = opened(desk, evening, f"race/{MILE}?at=9999")
    overlay, also = opened(desk, evening, f"overlay/result?race={MILE}")
    for page in (replay, overlay):
        expect(page.get_by_text("3:45.2", exact=True).first).to_be_visible()
    time = next(one["key"] for one in evening.entries("passing") if one["elapsed_ns"] == 225_200_000_000)
    evening.ask(act="correct", what=time, elapsed_ns=225_100_000_000)
    for page in (replay, overlay):
        expect(page.get_by_text("3:45.1", exact=True).first).to_be_visible()
        expect(page.get_by_text("3:45.2", exact=True)).to_have_count(0)
    evening.ask(act="official")
    expect(overlay.get_by_text("Official")).to_be_visible()
    assert said == also == []

    late = web_pages("--bus", evening.folder / "bus")
    with late.client() as client:
        evening.until(lambda: client.get(f"/results/{MILE}").status_code == 200)
        assert "3:45.1" in client.get(f"/results/{MILE}").text
        assert f'href="/results/{MILE}"' in client.get("/results").text
        assert f'href="/results/{MILE}"' in client.get(f"/race/{MILE}").text  # without scripts
        assert client.get("/api/races/nobody").status_code == 404
        answer = client.get(f"/api/races/{MILE}")
        again = client.get(f"/api/races/{MILE}", headers={"if-none-match": answer.headers["etag"]})
    assert again.status_code == 304
