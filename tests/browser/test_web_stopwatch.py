"""Times by hand on a phone, before the real engine: what is pressed is what its journal has."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib.resources import files
from itertools import product
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect

from pacelight.book.asking.lists import Book
from pacelight.meet.journal.file import read

BUILT = Path(__file__).resolve().parents[2] / "src" / "pacelight" / "web" / "static" / "stopwatch.html"
RACE = "lievin-2025-mile"
NEAR_NS = 50_000_000

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not BUILT.exists(), reason="the pages are not built (npm --prefix frontend run build)"
    ),
]

PRESSED = """() => {
    window.pressed = [];
    const offset = async () => {
        const sent = performance.now();
        const answer = await fetch("/api/clock", {method: "POST", headers: {"X-Pacelight": "1"}});
        const told = (await answer.json()).server_unix_ns / 1e6;
        return [performance.now() - sent, told - (performance.timeOrigin + (sent + performance.now()) / 2)];
    };
    window.theirs = async () => {
        const found = [];
        for (let n = 0; n < 12; n += 1) found.push(await offset());
        return found.sort((a, b) => a[0] - b[0])[0][1];
    };
    const note = (event) => window.pressed.push(performance.timeOrigin + event.timeStamp);
    document.getElementById("split").addEventListener("pointerdown", note);
    addEventListener("keydown", (event) => event.key === "b" && note(event), true);
}"""
"""When the page was pressed by its own clock, and the server's clock against that, as a test sees them."""


@dataclass
class Meet:
    """An engine with the mile of Liévin to come, its journal, and a web process before it."""

    folder: Path
    pages: Any
    process: "subprocess.Popen[bytes]"

    @property
    def page(self) -> str:
        return f"{self.pages.address}stopwatch"

    def start(self) -> None:
        """The engine; killed before, it goes on where it was."""
        self.process = engine(self.folder)

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(20)

    def do(self, *acts: str, **more: str) -> None:
        """What the director asks, one after another."""
        with self.pages.client(self.pages.token("director")) as desk:
            seen = desk.get("/api/snapshot").json()["revision"]
            for act in acts:
                do = {"act": act, "reason": "as agreed"} | more
                body = {"key": str(uuid4()), "race": RACE, "seen": seen, "do": do}
                answer = desk.post("/api/requests", json=body)
                assert answer.status_code == 200, answer.text
                seen = answer.json()["revision"]

    def begin(self) -> int:
        """The race runs; when its gun was, on the engine's clock."""
        self.do("check", "arm", "gun")
        with self.pages.client() as desk:
            self._until(lambda: desk.get("/api/snapshot").json()["clock"]["gun_unix_ns"] is not None)
            return int(desk.get("/api/snapshot").json()["clock"]["gun_unix_ns"])

    def entries(self, kind: str) -> list[dict[str, Any]]:
        """What the journal has of this kind."""
        lines, _ = read(self.folder / "journal")
        return [one for line in lines if (one := json.loads(line.event))["type"] == kind]

    @staticmethod
    def _until(done: Callable[[], bool]) -> None:
        until_s = time.monotonic() + 20
        while not done():
            assert time.monotonic() < until_s


def engine(folder: Path) -> "subprocess.Popen[bytes]":
    line = [
        sys.executable, "-m", "pacelight", "engine", folder / "race.toml", "--bus", folder / "bus",
        "--journal", folder / "journal", "--book", folder / "book.sqlite", "--output", "sim://",
    ]  # fmt: skip
    with (folder / "said").open("ab") as said:
        return subprocess.Popen([str(word) for word in line], stdout=said, stderr=said)


@pytest.fixture
def meet(web_pages: Callable[..., Any], tmp_path: Path) -> Iterator[Meet]:
    text = files("pacelight").joinpath(f"recordings/{RACE}.toml").read_text(encoding="utf-8")
    before, begins, recording = text.partition("[[recording")
    assert begins
    assert "[[runner]]" not in recording
    (tmp_path / "race.toml").write_text(before, encoding="utf-8")
    Book.starter(tmp_path / "book.sqlite").close()
    made = Meet(tmp_path, web_pages("--bus", tmp_path / "bus"), engine(tmp_path))
    with made.pages.client() as client:
        while client.get("/api/snapshot").status_code == 503:
            assert made.process.poll() is None, (tmp_path / "said").read_text(encoding="utf-8")
    yield made
    with suppress(ProcessLookupError):
        os.kill(made.process.pid, signal.SIGTERM)
    made.process.wait(20)


@pytest.fixture
def phone(chromium: Browser) -> Iterator[BrowserContext]:
    made = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True, color_scheme="light")
    made.set_default_timeout(15_000)
    made.add_init_script("delete window.SharedWorker")  # which Playwright does not take offline
    yield made
    made.close()


def sign_in(phone: BrowserContext, meet: Meet, role: str = "timer", by: str = "timing desk") -> Page:
    """The stopwatch, signed in by a code as people are."""
    page = phone.new_page()
    page.goto(f"{meet.pages.address}pair#{meet.pages.code(role, by)}")
    page.get_by_role("button", name="Sign in").click()
    page.goto(meet.page)
    return page


def split(page: Page) -> Any:
    return page.get_by_role("button", name="Split")


def bib(page: Page, name: str) -> Any:
    return page.get_by_role("region", name="Start list").get_by_role("button", name=name)


def times(page: Page, mark: str = "taken") -> Any:
    return page.locator(f"li[data-mark={mark}]")


def instants(meet: Meet, gun_ns: int) -> list[int]:
    """Of the times in the journal, unix nanoseconds, in order."""
    return sorted(gun_ns + one["elapsed_ns"] for one in meet.entries("passing"))


def pressed(page: Page) -> list[int]:
    """When the page was pressed, on the engine's clock."""
    offset = page.evaluate("theirs()")
    return [round((at + offset) * 1e6) for at in page.evaluate("pressed")]


def are_near(found: list[int], wanted: list[int]) -> bool:
    return len(found) == len(wanted) and all(
        abs(a - b) <= NEAR_NS for a, b in zip(found, wanted, strict=True)
    )


def test_presses_bibs_and_undo_are_in_the_journal_with_their_instants(
    phone: BrowserContext, meet: Meet, barriers: Any
) -> None:
    page = sign_in(phone, meet)
    said: list[ConsoleMessage] = []
    page.on("console", lambda message: said.append(message))  # noqa: PLW0108  # Playwright needs a function
    expect(page.locator("[data-measured=true]")).to_be_visible()
    expect(split(page)).to_have_attribute("aria-disabled", "true")
    expect(page.locator("#split .note")).to_contain_text("Not started")
    split(page).tap(force=True)  # Playwright does not press what says that it takes nothing
    expect(page.get_by_role("status").last).to_contain_text("Not started")
    expect(page.get_by_text("No time yet")).to_be_visible()
    gun_ns = meet.begin()
    expect(split(page)).to_have_attribute("aria-disabled", "false")
    page.evaluate(PRESSED)
    page.get_by_role("button", name="209.34 m 7 to go", exact=True).tap()
    split(page).tap()
    split(page).tap()
    page.keyboard.press("b")  # a foot switch, whatever its key is
    expect(times(page)).to_have_count(3)
    bib(page, "1 Ingebrigtsen").tap()
    bib(page, "3 Doyle").tap()
    expect(times(page).nth(2)).to_contain_text("Jakob Ingebrigtsen")
    expect(times(page).nth(1)).to_contain_text("Cathal Doyle")
    page.keyboard.press("u")  # it was not he
    expect(times(page).nth(1)).to_contain_text("no bib")
    page.keyboard.type("2")
    page.keyboard.press("Enter")
    expect(times(page).nth(1)).to_contain_text("Stefan Nillessen")
    page.keyboard.press("Space")
    expect(times(page)).to_have_count(4)
    page.get_by_role("button", name="Undo").tap()
    expect(times(page)).to_have_count(3)
    expect(page.get_by_role("heading", name="Whose is")).to_be_visible()
    page.get_by_role("button", name="No time").tap()
    expect(times(page)).to_have_count(2)
    page.get_by_role("button", name="Put it back").tap()
    expect(times(page)).to_have_count(3)
    assert barriers(page, strict=True) == []
    assert [message.text for message in said] == []
    passed = meet.entries("passing")
    assert [one["distance_mm"] for one in passed] == [209_344] * 4
    assert {(one["method"], one["official"], one["source"], one["by"]) for one in passed} == {
        ("hand", False, "stopwatch", "timing desk")
    }
    assert are_near(instants(meet, gun_ns)[:3], pressed(page))
    keys = [one["key"] for one in passed]
    assert [(one["what"], one["bib"]) for one in meet.entries("reassigned")] == [
        (keys[0], "1"),
        (keys[1], "3"),
        (keys[1], "2"),
    ]
    assert [(one["what"], one["reason"]) for one in meet.entries("struck")] == [
        (keys[3], "pressed by mistake"),
        (keys[2], "pressed by mistake"),
    ]
    assert [one["what"] for one in meet.entries("restored")] == [keys[2]]
    assert len(meet.entries("undone")) == 1


def test_offline_and_through_a_reload_no_press_is_lost_or_doubled(phone: BrowserContext, meet: Meet) -> None:
    page = sign_in(phone, meet)
    gun_ns = meet.begin()
    expect(split(page)).to_have_attribute("aria-disabled", "false")
    expect(page.locator("[data-measured=true]")).to_be_visible()
    page.evaluate(PRESSED)
    split(page).tap()
    expect(times(page)).to_have_count(1)
    phone.set_offline(True)
    split(page).tap()
    split(page).tap()
    expect(times(page, "network")).to_have_count(2)
    expect(times(page, "network").first).to_contain_text("waiting for network")
    bib(page, "1 Ingebrigtsen").tap()
    bib(page, "2 Nillessen").tap()
    phone.set_offline(False)
    expect(times(page)).to_have_count(3)
    expect(times(page).nth(1)).to_contain_text("Stefan Nillessen")
    meet.kill()  # what is pressed now is kept over a reload, too
    split(page).tap()
    expect(page.locator("li")).to_have_count(4)
    wanted = pressed(page)
    page.reload()
    meet.start()
    expect(times(page)).to_have_count(4, timeout=60_000)
    page.evaluate(PRESSED)
    page.reload()  # and is not sent again
    split(page).tap()
    expect(times(page)).to_have_count(5)
    passed = meet.entries("passing")
    assert len({one["key"] for one in passed}) == len(passed) == 5
    assert are_near(instants(meet, gun_ns)[:4], wanted)
    assert [one["bib"] for one in meet.entries("reassigned")] == ["1", "2"]
    assert meet.entries("struck") == []


def test_whoever_takes_no_times_is_told_how_to_sign_in(
    phone: BrowserContext, meet: Meet, barriers: Any
) -> None:
    page = phone.new_page()
    page.goto(meet.page)
    expect(page.get_by_role("link", name="Sign in with a code")).to_have_attribute("href", "/pair")
    assert barriers(page, strict=True) == []
    page = sign_in(phone, meet, "operator", "lights")
    expect(page.get_by_text("You are signed in as lights, which takes no times.")).to_be_visible()


def test_what_is_refused_says_why_and_what_was_pressed_waits_for_who_signs_in_again(
    phone: BrowserContext, meet: Meet
) -> None:
    page = sign_in(phone, meet)
    meet.begin()
    expect(split(page)).to_have_attribute("aria-disabled", "false")
    split(page).tap()
    split(page).tap()
    expect(times(page)).to_have_count(2)
    phone.set_offline(True)
    bib(page, "1 Ingebrigtsen").tap()
    expect(times(page, "network")).to_have_count(1)
    first = meet.entries("passing")[0]["key"]
    meet.do("reassign", what=first, bib="7")  # somebody else was there before
    phone.set_offline(False)
    expect(times(page).nth(1)).to_contain_text("it is bib 7 meanwhile")
    expect(times(page).nth(1)).to_contain_text("Filip Rak")
    with meet.pages.client(meet.pages.token("director")) as desk:
        found = next(one for one in desk.get("/api/sessions").json()["sessions"] if one["role"] == "timer")
        assert desk.delete(f"/api/sessions/{found['id']}").status_code == 204
    split(page).tap()
    expect(page.get_by_role("alert")).to_contain_text("You are not signed in any more")
    expect(times(page, "sign-in")).to_have_count(1)
    again = sign_in(phone, meet)
    expect(times(again)).to_have_count(3)
    meet.do("finish", "official")
    expect(split(again)).to_have_attribute("aria-disabled", "true")
    expect(again.locator("#split .note")).to_contain_text("The result is official")
    assert len(meet.entries("passing")) == 3
    assert [(one["what"], one["bib"]) for one in meet.entries("reassigned")] == [(first, "7")]


def test_signing_out_keeps_what_is_not_sent_and_says_so(
    phone: BrowserContext, meet: Meet, barriers: Any
) -> None:
    page = sign_in(phone, meet)
    meet.begin()
    expect(split(page)).to_have_attribute("aria-disabled", "false")
    split(page).tap()
    expect(times(page)).to_have_count(1)
    meet.kill()
    split(page).tap()
    bib(page, "1 Ingebrigtsen").tap()
    expect(page.locator("li")).to_have_count(2)
    kept = "Object.keys(localStorage).filter((name) => name.startsWith('pacelight.stopwatch.1'))"
    assert len(page.evaluate(kept)) == 3
    page.goto(f"{meet.pages.address}pair")
    expect(page.get_by_role("status")).to_contain_text("not sent yet: 2. They stay here")
    assert barriers(page) == []
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_label("Code")).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("not sent yet: 2. They stay here")
    assert len(page.evaluate(kept)) == 2, "what was answered is taken out"
    meet.start()
    again = sign_in(phone, meet)
    expect(times(again)).to_have_count(1, timeout=60_000)
    meet._until(lambda: len(meet.entries("reassigned")) == 1)
    first, _ = meet.entries("passing")
    assert [(one["what"], one["bib"]) for one in meet.entries("reassigned")] == [(first["key"], "1")]
    waiting = f"{kept}.filter((name) => localStorage[name].includes('\"waiting\"')).length"
    meet._until(lambda: again.evaluate(waiting) == 0)  # the engine has it before the page is told so
    again.goto(f"{meet.pages.address}pair")
    expect(again.get_by_role("button", name="Sign out")).to_be_visible()
    expect(again.locator("#unsent")).to_be_hidden()


def test_the_stopwatch_is_for_everybody_on_every_screen(
    phone: BrowserContext, meet: Meet, barriers: Any
) -> None:
    page = sign_in(phone, meet)
    meet.begin()
    expect(split(page)).to_have_attribute("aria-disabled", "false")
    for _ in range(3):
        split(page).tap()
    bib(page, "1 Ingebrigtsen").tap()
    expect(times(page)).to_have_count(3)
    for width, scheme in product((320, 390, 1280), ("light", "dark")):
        page.set_viewport_size({"width": width, "height": 844})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of the two
        page.reload()
        expect(times(page)).to_have_count(3)
        expect(page.locator("html")).to_have_attribute("data-theme", scheme)
        picture(page, f"stopwatch-{width}-{scheme}")
        assert barriers(page, strict=True) == []
        assert page.evaluate(LOST) == []
        page.get_by_role("button", name="Settings").click()
        expect(page.get_by_role("region", name="Settings")).to_be_visible()
        picture(page, f"settings-{width}-{scheme}")
        assert barriers(page, strict=True) == []
        page.get_by_role("button", name="Done").click()
        expect(page.get_by_role("region", name="Settings")).to_be_hidden()
    page.context.add_cookies([{"name": "language", "value": "fr", "url": meet.pages.address}])
    page.reload()  # longer words on the smallest phone
    expect(page.get_by_role("button", name="Pas un temps")).to_be_visible()
    page.set_viewport_size({"width": 320, "height": 568})
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_times_are_taken_while_the_settings_are_open(phone: BrowserContext, meet: Meet) -> None:
    page = sign_in(phone, meet)
    meet.begin()
    expect(split(page)).to_have_attribute("aria-disabled", "false")
    button = page.get_by_role("button", name="Settings")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    settings = page.get_by_role("region", name="Settings")
    settings.get_by_label("by a tap alone").focus()
    page.keyboard.press("ArrowDown")  # chooses the next: it is no time
    expect(settings.get_by_label("after each time")).to_be_checked()
    page.keyboard.press("b")  # a foot switch is
    split(page).tap()
    page.keyboard.press("7")  # no bib, as none is to be seen
    page.keyboard.press("Escape")
    expect(settings).to_be_hidden()
    expect(button).to_be_focused()
    expect(times(page)).to_have_count(2)
    assert [(one["bib"], one["distance_mm"] // 1000) for one in meet.entries("passing")] == [
        ("", 9),
        ("", 209),
    ]


def test_the_next_point_comes_by_itself_where_that_is_wanted(phone: BrowserContext, meet: Meet) -> None:
    page = sign_in(phone, meet)
    meet.begin()
    expect(split(page)).to_have_attribute("aria-disabled", "false")
    page.get_by_role("button", name="Settings").tap()
    page.get_by_label("after each time").check()
    page.get_by_label("the start line").check()
    page.get_by_label("Keys and foot switch").uncheck()
    page.get_by_role("button", name="Done").tap()
    page.keyboard.press("b")  # which means nothing any more
    for _ in range(3):
        split(page).tap()
    expect(times(page)).to_have_count(3)
    page.get_by_role("button", name="Undo").tap()
    expect(times(page)).to_have_count(2)
    split(page).tap()
    expect(times(page)).to_have_count(3)
    assert [one["distance_mm"] // 1000 for one in meet.entries("passing")] == [200, 400, 600, 600]


LOST = """() => [
    ...["Width", "Height"]
        .filter((axis) => document.documentElement[`scroll${axis}`] > window[`inner${axis}`]),
    ...[...document.querySelectorAll("button")]
        .filter((one) => one.getBoundingClientRect().height < 44)
        .map((one) => one.textContent),
]"""
"""What a phone does not show without scrolling the page, and buttons too low for a thumb."""


def picture(page: Page, name: str) -> None:
    """For whoever wants to look at it: PACELIGHT_SCREENSHOTS names a folder."""
    folder = os.environ.get("PACELIGHT_SCREENSHOTS")
    if folder:
        page.screenshot(path=f"{folder}/{name}.png")
