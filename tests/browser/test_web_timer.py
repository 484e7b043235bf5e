"""The timer's desk before a real engine, worked by keys alone: what is asked is what its journal has."""

import json
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "src" / "pacelight" / "web" / "static" / "timer.html"
SIZES = ((390, 844), (1024, 768), (1920, 1080))
TOUCH_PX = 48
expect.set_options(timeout=20_000)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not BUILT.exists(), reason="the pages are not built (npm --prefix frontend run build)"
    ),
]


@pytest.fixture
def desk(chromium: Browser) -> Iterator[BrowserContext]:
    made = chromium.new_context(viewport={"width": 1366, "height": 768}, color_scheme="dark")
    made.set_default_timeout(15_000)
    yield made
    made.close()


def opened(desk: BrowserContext, meeting: Any, role: str = "timer") -> tuple[Page, list[str]]:
    """The page, signed in by a code that is typed into it; and what its console says."""
    page = desk.new_page()
    said: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if "Failed to load resource" not in message.text:  # the browser's own word on a refusal
            said.append(message.text)

    page.on("console", heard)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(meeting.address("timer"))
    signs_in(page, meeting, role)
    return page, said


def signs_in(page: Page, meeting: Any, role: str = "timer") -> None:
    """The code is typed where it is asked for."""
    page.get_by_label("Code").focus()
    page.keyboard.type(meeting.pages.code(role, "timing desk"))
    page.keyboard.press("Enter")
    expect(page.get_by_label("Code")).to_have_count(0)


def leaves(page: Page) -> None:
    """Nothing has the focus: keys are the page's."""
    page.keyboard.press("Escape")


def holds(page: Page, key: str, state: str) -> None:
    """A key is held until the race is so."""
    page.keyboard.down(key)
    expect(page.locator(f"[data-state='{state}']")).to_be_visible()
    page.keyboard.up(key)


def fills(page: Page, *texts: str) -> None:
    """The fields of the form that is open, one after another; the first has the focus."""
    expect(form(page).locator("input, select").first).to_be_focused()
    for nth, text in enumerate(texts):
        if nth:
            page.keyboard.press("Tab")
        page.keyboard.press("Control+a")
        page.keyboard.type(text)
    page.keyboard.press("Enter")


def does(page: Page, *texts: str) -> None:
    """A form is filled in, and what it asks is done."""
    fills(page, *texts)
    expect(form(page)).to_have_count(0)


def form(page: Page) -> Any:
    return page.locator("form[novalidate]")


def crossings(page: Page, standing: str) -> Any:
    return page.locator(f"[role=option][data-standing='{standing}']")


def overhang(page: Page) -> int:
    """Pixels by which the page is wider than the screen."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def small(page: Page) -> list[str]:
    """What can be pressed and is too small for a finger."""
    script = """least => [...document.querySelectorAll("button, input, select, [role=option]")]
        .filter(one => one.checkVisibility() && one.type !== "radio")
        .map(one => [one.getBoundingClientRect(), one.outerHTML.slice(0, 80)])
        .filter(([{width, height}]) => Math.min(width, height) < least - 0.5)
        .map(([, text]) => text)"""
    return list(page.evaluate(script, TOUCH_PX))


def takes_times(page: Page, meeting: Any) -> int:
    """Four by the space bar, two bibs by figures, and one from a stopwatch: that, in hundredths."""
    for _ in range(3):
        page.keyboard.press("Space")
    expect(crossings(page, "waiting")).to_have_count(3)
    page.keyboard.press("1")  # a figure is the bib of the oldest time that waits
    page.keyboard.press("Enter")
    expect(crossings(page, "waiting")).to_have_count(2)
    page.keyboard.press("Space")  # in the field, too, a space is a time
    expect(crossings(page, "waiting")).to_have_count(3)
    page.keyboard.type("3")
    page.keyboard.press("Enter")
    expect(crossings(page, "waiting")).to_have_count(2)
    leaves(page)
    last = int(meeting.entries("passing")[-1]["elapsed_ns"] // 10_000_000 + 200)
    page.keyboard.press("t")
    does(page, "2", f"{last / 100:.2f}", "")
    expect(crossings(page, "split").first).to_contain_text("Stefan Nillessen")
    return last


def puts_right(page: Page, last: int) -> None:
    """The newest time: corrected, struck out, put back, given to another, and back again."""
    one = page.locator("[aria-selected=true]")
    page.keyboard.press("ArrowDown")
    expect(one).to_contain_text(f"{last / 100:.2f}")
    page.keyboard.press("c")
    does(page, f"{(last + 1) / 100:.2f}".replace(".", ","))
    expect(one).to_contain_text(f"{(last + 1) / 100:.2f}")
    page.keyboard.press("x")
    does(page, "a photographer")
    expect(crossings(page, "struck")).to_have_count(1)
    page.keyboard.press("r")
    expect(crossings(page, "struck")).to_have_count(0)
    page.keyboard.press("a")
    does(page, "4")
    expect(one).to_contain_text("Charles Philibert-Thiboutot")
    page.keyboard.press("u")
    expect(one).to_contain_text("Stefan Nillessen")


def judges(page: Page) -> None:
    """A disqualification, two bibs that were swapped, and a gun that was earlier."""
    page.keyboard.press("s")
    does(page, "9", "DQ", "TR17.3.1", "left the track")
    page.keyboard.press("w")
    does(page, "5", "6")
    page.keyboard.press("m")
    does(page, "-0.25")
    done = page.get_by_role("region", name="Who did what").locator("li")
    expect(done.first).to_contain_text("the gun 0.250 s earlier")


def test_a_race_is_timed_from_its_gun_to_its_official_result_by_keys_alone(
    desk: BrowserContext, meeting: Any
) -> None:
    page, said = opened(desk, meeting)
    meeting.ask(act="check")
    meeting.ask(act="arm")
    expect(page.locator("[data-state='armed']")).to_be_visible()
    holds(page, "g", "running")
    last = takes_times(page, meeting)
    puts_right(page, last)
    judges(page)
    holds(page, "e", "finished")
    check = page.get_by_role("region", name="Check of the result")
    expect(check).to_contain_text("2 times wait for a bib")
    page.keyboard.press("o")
    fills(page, "photographs read")
    expect(page.get_by_role("button", name="Make official: hold")).to_be_focused()
    holds(page, "Space", "official")
    assert said == []
    passed = meeting.entries("passing")
    assert [(one["source"], one["method"]) for one in passed] == [("timer desk", "hand")] * 5
    assert passed[-1]["elapsed_ns"] == last * 10_000_000
    assert [one["bib"] for one in meeting.entries("reassigned")] == ["1", "3", "4"]
    assert [(one["reason"], one["by"]) for one in meeting.entries("struck")] == [
        ("a photographer", "timing desk")
    ]
    assert len(meeting.entries("restored")) == len(meeting.entries("undone")) == 1
    assert [one["elapsed_ns"] for one in meeting.entries("corrected")] == [(last + 1) * 10_000_000]
    assert [(one["bib"], one["status"], one["rule"]) for one in meeting.entries("verdict")] == [
        ("9", "DQ", "TR17.3.1")
    ]
    assert [(one["bib"], one["other"]) for one in meeting.entries("swapped")] == [("5", "6")]
    assert [one["by_ns"] for one in meeting.entries("gun-moved")] == [-250_000_000]
    assert meeting.entries("command")[-1]["reason"] == "photographs read"


WRONG = {
    "t": (("99", "3.52.7", "nowhere"), ("No such bib", "Not a time", "Not a distance")),
    "a": (("x",), ("No such bib",)),
    "c": (("soon", "99999"), ("Not a time", "Not on the way")),
    "x": (("",), ("Say why",)),
    "s": (("", "DQ", "", ""), ("Type a bib", "names its rule", "Say why")),
    "w": (("1", "1"), ("Another bib than the first",)),
    "m": (("0.3", ""), ("With its sign",)),
    "p": (("a while",), ("How long ago",)),
    "o": (("",), ("Say why",)),
    "i": (("",), ("Say why",)),
}
"""By the key of a form, what is typed into its fields, and what is said of it."""


def test_bad_input_in_every_field_is_refused_in_place_and_stays_as_it_was_typed(
    desk: BrowserContext, meeting: Any
) -> None:
    page, _ = opened(desk, meeting, "timer")
    page.keyboard.press("i")  # a timer opens no result again
    expect(page.get_by_text("Not for you: Open again")).to_be_visible()
    page.close()
    desk.clear_cookies()
    page, _ = opened(desk, meeting, "director")
    meeting.begin(300)
    meeting.time("1", 400, 56.39)
    expect(crossings(page, "split")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    expect(page.locator("[aria-selected=true]")).to_have_count(1)
    before = meeting.snapshot()["revision"]
    for key, (texts, whys) in WRONG.items():
        page.keyboard.press(key)
        fills(page, *texts)
        for why in whys:
            expect(form(page)).to_contain_text(why)
        expect(form(page).locator("[aria-invalid=true]").first).to_be_focused()
        typed = [text for text in texts if text != "DQ"]
        assert [one.input_value() for one in form(page).locator("input").all()][: len(typed)] == typed
        leaves(page)
        expect(form(page)).to_have_count(0)
        page.keyboard.press(key)  # and is there when the form is opened again
        expect(form(page)).to_be_visible()
        assert [one.input_value() for one in form(page).locator("input").all()][: len(typed)] == typed
        leaves(page)
    page.keyboard.press("b")
    page.keyboard.type("77")
    page.keyboard.press("Enter")
    expect(page.locator("#bib-why")).to_contain_text("No time waits for a bib")
    expect(page.locator("#bib")).to_have_value("77")
    leaves(page)
    # What the engine refuses is said in the form, too: a point behind one that came before.
    page.keyboard.press("t")
    fills(page, "1", "12", "500")
    expect(
        form(page).get_by_role("alert").or_(page.get_by_role("option").filter(has_text="refused"))
    ).to_have_count(1)
    assert meeting.snapshot()["revision"] == before


def test_a_session_that_expires_in_mid_race_loses_no_key_stroke(desk: BrowserContext, meeting: Any) -> None:
    page, _ = opened(desk, meeting)
    meeting.begin(100)
    with meeting.pages.client(meeting.pages.token("director")) as director:
        for one in director.get("/api/sessions").json()["sessions"]:
            if one["role"] == "timer":
                assert director.delete(f"/api/sessions/{one['id']}").status_code == 204
    page.keyboard.press("Space")
    page.keyboard.press("s")
    fills(page, "8", "DNF")
    expect(page.get_by_label("Code")).to_be_visible()
    expect(page.get_by_text("You are not signed in any more")).to_be_visible()
    expect(page.locator(".way li")).to_have_count(2)
    expect(form(page).locator("input").first).to_have_value("8")
    page.keyboard.press("Escape")
    page.keyboard.press("Space")  # times are taken all the same
    expect(page.locator(".way li")).to_have_count(3)
    assert meeting.entries("passing") == []
    signs_in(page, meeting)
    expect(crossings(page, "waiting")).to_have_count(2)
    expect(page.locator(".way li")).to_have_count(0)
    first, second = (one["elapsed_ns"] for one in meeting.entries("passing"))
    assert 100e9 < first < second
    assert [(one["bib"], one["status"]) for one in meeting.entries("verdict")] == [("8", "DNF")]


def test_both_sides_of_a_conflict_are_shown_and_one_key_settles_it(
    desk: BrowserContext, bus: Any, web: Any, barriers: Any
) -> None:
    bus.gun(100)
    bus.say(
        {"type": "result", "bib": "2", "status": "DNF", "place": None, "mark": None},
        {
            "type": "conflicts",
            "conflicts": [
                {
                    "key": "c-1",
                    "bib": "2",
                    "source": "lynx",
                    "why": "the timing has a time",
                    "says": "3:52.70",
                }
            ],
        },
    )
    asked: list[dict[str, Any]] = []
    page = desk.new_page()

    def engine(route: Any) -> None:
        asked.append(json.loads(route.request.post_data))
        body = {"done": True, "revision": 1, "state": "running", "why": [], "key": asked[-1]["key"]}
        route.fulfill(status=200, content_type="application/json", body=json.dumps(body))

    session = {
        "role": "timer",
        "by": "timing desk",
        "id": "a",
        "client": "b",
        "may": ["settle", "split", "undo"],
    }
    page.route("**/api/session", lambda route: route.fulfill(json=session))
    page.route("**/api/requests", engine)
    page.goto(f"{web.address}timer")
    conflict = page.get_by_role("region", name="Two say different things")
    expect(conflict).to_contain_text("2 Stefan Nillessen the timing has a time")
    expect(conflict.get_by_role("button").nth(0)).to_contain_text("DNF")
    expect(conflict.get_by_role("button").nth(1)).to_contain_text("3:52.70")
    assert barriers(page, strict=True) == []
    with page.expect_response("**/api/requests"):
        page.keyboard.press(".")
    assert [one["do"] for one in asked] == [{"act": "settle", "what": "c-1", "take": True}]


OVERPRINTED = """(all) => all.filter((one) => {
    const [at, stands] = [".at", ".stands"].map((part) => {
        const words = document.createRange();
        words.selectNodeContents(one.querySelector(part));
        return words.getBoundingClientRect();
    });
    return at.right > stands.left && at.bottom > stands.top;
}).map((one) => one.innerText)"""
"""Crossings of which how they stand is written over where they were."""


def test_at_every_size_in_every_theme_it_is_whole_and_accessible(
    chromium: Browser, meeting: Any, barriers: Any, size: Any
) -> None:
    meeting.begin(250)
    meeting.leader_to(300)
    meeting.ask(act="split", elapsed_ns=240_000_000_000)
    meeting.ask(act="strike", what=meeting.time("3", 400, 58.1))
    context = chromium.new_context(has_touch=True)
    token = meeting.pages.token("timer", "timing desk")
    context.add_cookies([{"name": "pacelight", "value": token, "url": meeting.pages.address}])
    page = context.new_page()
    page.goto(meeting.address("timer"))
    expect(crossings(page, "struck")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("c")
    expect(form(page)).to_be_visible()
    for theme, (width, height) in product(("dark", "light"), SIZES):
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
        assert barriers(page, strict=True) == [], (theme, width)
        assert overhang(page) == 0, (theme, width)
        assert small(page) == [], (theme, width)
    size(page, 320, 640)
    assert overhang(page) == 0
    assert page.locator("[role=option]").evaluate_all(OVERPRINTED) == []
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    for width in (390, 320):
        size(page, width, 844)
        assert overhang(page) == 0, width
    page.evaluate("document.documentElement.style.fontSize = ''")
    context.clear_cookies()
    page.set_viewport_size({"width": 1024, "height": 768})
    page.reload()  # whoever is not signed in takes nothing back, and scrolls the list by keys all the same
    changes = page.get_by_role("group", name="Who did what")
    expect(changes.get_by_role("button")).to_have_count(0)
    assert changes.evaluate("one => one.scrollHeight > one.clientHeight")
    assert barriers(page, strict=True) == []
    changes.focus()
    page.keyboard.press("End")
    page.wait_for_function("one => one.scrollTop > 0", arg=changes.element_handle())
    context.close()
