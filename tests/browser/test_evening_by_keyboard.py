"""A whole evening by keyboard alone: from an empty folder to a ratified record, each at their own desk.

Nothing is clicked and nothing is focused by the test: Tab, arrows, letters, Enter and Space alone.
The engine, its journal, the pages and the book are the real ones; the lamps are simulated.
"""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from pacelight.book.asking.lists import Book
from pacelight.meet.desk.roles import Role
from pacelight.meet.journal.file import proof
from pacelight.web.assets import STATIC
from pacelight.web.rights.access import Access
from pacelight.web.rights.code import shown

EVE = date(2025, 2, 12)
PATIENCE_MS = 30_000
ENTRIES = "bib,name,nation\n1,Jakob Ingebrigtsen,NOR\n2,Stefan Nillessen,NED\n3,Cathal Doyle,IRL\n"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not (STATIC / "setup.html").exists(),
        reason="the pages are not built (npm --prefix frontend run build)",
    ),
]

FOCUSED = """() => {
    const one = document.activeElement;
    const said = one.getAttribute("aria-label") ?? one.labels?.[0]?.innerText ?? one.innerText ?? "";
    return said.trim();
}"""


@dataclass
class Stadium:
    """`pacelight serve --setup`, and one browser for each post.

    Attributes:
        folder: of the meet.
    """

    chromium: Browser
    folder: Path
    address: str
    said: list[str] = field(default_factory=list)
    browsers: list[BrowserContext] = field(default_factory=list)

    def at(self, page: str) -> Page:
        """A browser of somebody else, at this page."""
        context = self.chromium.new_context(viewport={"width": 1366, "height": 900}, color_scheme="dark")
        context.set_default_timeout(PATIENCE_MS)
        self.browsers.append(context)
        opened = context.new_page()
        opened.on("pageerror", lambda error: self.said.append(str(error)))
        opened.goto(f"{self.address}{page}")
        return opened

    def first_code(self) -> str:
        """With which the director begins, as `pacelight access pair` prints it."""
        with Access(self.folder / "access.sqlite") as access:
            return shown(access.invite(Role.DIRECTOR, "meet office", int(time.time())).code)


@pytest.fixture
def stadium(chromium: Browser, tmp_path: Path) -> Iterator[Stadium]:
    expect.set_options(timeout=PATIENCE_MS)
    folder = tmp_path / "meet"
    folder.mkdir()
    Book.starter(folder / "book.sqlite", until=EVE).close()
    line = [
        sys.executable, "-m", "pacelight", "serve", "--setup", folder, "--book", folder / "book.sqlite",
        "--port", "0", "--access", folder / "access.sqlite",
    ]  # fmt: skip
    with (tmp_path / "said").open("w") as said:
        process = subprocess.Popen(
            [str(word) for word in line], stdout=subprocess.PIPE, stderr=said, text=True, cwd=tmp_path
        )
    assert process.stdout is not None
    announced = process.stdout.readline()
    assert announced, (tmp_path / "said").read_text(encoding="utf-8")
    made = Stadium(chromium, folder, re.findall(r"http://\S+", announced)[0])
    yield made
    for one in made.browsers:
        one.close()
    process.terminate()
    process.wait(30)
    process.stdout.close()
    expect.set_options(timeout=5_000)


def tab_to(page: Page, name: str, most: int = 160) -> None:
    """Press Tab until what is called so has the focus: whoever has no mouse comes everywhere."""
    seen: list[str] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(FOCUSED))
        if seen[-1].startswith(name):
            return
    raise AssertionError(f"Tab never came to {name!r}, but to {[one[:24] for one in seen]}")


def press(page: Page, name: str, key: str = "Enter") -> None:
    tab_to(page, name)
    page.keyboard.press(key)


def write(page: Page, name: str, text: str) -> None:
    """Into the next field of that name, in place of what stands there."""
    tab_to(page, name)
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.type(text)


def signs_in(page: Page, code: str) -> None:
    expect(page.get_by_label("Code", exact=True)).to_be_visible()
    tab_to(page, "Code")
    page.keyboard.type(code)
    page.keyboard.press("Enter")
    expect(page.get_by_label("Code", exact=True)).to_have_count(0)


def is_in(page: Page, state: str) -> None:
    """The page says that the race is so."""
    expect(page.locator(f"[data-state={state}]").first).to_be_visible()


def holds(page: Page, key: str, state: str) -> None:
    """A key is held until the race is so."""
    page.keyboard.down(key)
    is_in(page, state)
    page.keyboard.up(key)


def saves(page: Page) -> None:
    press(page, "Save")
    expect(page.locator(".bar")).to_contain_text("Saved.")


def prepares(office: Page) -> None:
    """The meet, its race and who runs it; the doctor; the engine."""
    write(office, "Name of the meeting", "Meeting Hauts-de-France Pas-de-Calais")
    write(office, "Venue", "Liévin")
    write(office, "Day", "2025-02-13")
    write(office, "Track", "short-200")
    write(office, "Survey file", "")
    write(office, "Lamps without a survey", "200")
    write(office, "Address of the lamps", "sim://")
    saves(office)

    press(office, "Races")
    press(office, "Add a race")
    write(office, "Start at", "20:45")
    write(office, "Event", "MILEsh")
    press(office, "Paste a start list")
    write(office, "Start list", ENTRIES)
    press(office, "Take these runners")
    expect(office.get_by_text("3 runners taken")).to_be_visible()
    for somebody in ("Stefan Nillessen", "Cathal Doyle"):  # the book knows one of that name: it is them
        press(office, somebody)
    saves(office)

    press(office, "Doctor")
    expect(office.locator("li[data-state]").first).to_be_visible()
    expect(office.locator("li[data-state=red]")).to_have_count(0)
    press(office, "Meet")
    press(office, "Start the engine of tonight")
    expect(office.get_by_text("The engine runs.")).to_be_visible()


def lets_in(office: Page, role: str, post: str) -> str:
    """A code for a post, read from the page."""
    tab_to(office, "Role")
    office.keyboard.type(role)
    write(office, "Post", post)
    office.keyboard.press("Enter")
    expect(office.locator(".made")).to_contain_text(post)
    return office.locator(".made .code").inner_text()


def lights_up(console: Page) -> None:
    """Checked, armed, and GO."""
    is_in(console, "loaded")
    console.keyboard.press("c")
    is_in(console, "checked")
    holds(console, "a", "armed")
    while console.locator("[data-state=armed]").count():  # a key that bounces starts nothing for a moment
        console.keyboard.press("Space")


def form(page: Page) -> Any:
    return page.locator("form[novalidate]")


def fills(page: Page, *texts: str) -> None:
    """The fields of the form that is open, one after another."""
    expect(form(page).locator("input, select").first).to_be_focused()
    for nth, text in enumerate(texts):
        if nth:
            page.keyboard.press("Tab")
        if text:
            page.keyboard.press("Control+a")
            page.keyboard.type(text)
    page.keyboard.press("Enter")


def times(timer: Page) -> None:
    """Splits, a bib that was wrong, the finish, and the result made official."""
    is_in(timer, "running")
    timer.keyboard.press("m")
    fills(timer, "-240")  # four minutes of the race are over
    expect(form(timer)).to_have_count(0)
    for bib, time_, point in (
        ("1", "56.39", "400"),
        ("3", "57.8", "400"),
        ("1", "3:45.14", ""),
        ("2", "3:52.70", ""),
    ):
        timer.keyboard.press("t")
        fills(timer, bib, time_, point)
        expect(form(timer)).to_have_count(0)
    crossing = timer.get_by_role("option").filter(has_text="57.8")
    while crossing.get_attribute("aria-selected") != "true":
        timer.keyboard.press("ArrowDown")
    timer.keyboard.press("a")
    fills(timer, "2")
    expect(crossing).to_contain_text("Stefan Nillessen")
    winner = timer.get_by_role("option").filter(has_text="3:45.14")
    while winner.get_attribute("aria-selected") != "true":
        timer.keyboard.press("ArrowUp")
    timer.keyboard.press("c")
    fills(timer, "", "", "official")
    expect(form(timer)).to_have_count(0)
    timer.keyboard.press("s")
    fills(timer, "3", "DNF")
    expect(form(timer)).to_have_count(0)
    holds(timer, "e", "finished")
    timer.keyboard.press("o")
    fills(timer, "photographs read")
    expect(timer.get_by_role("button", name="Make official: hold")).to_be_focused()
    holds(timer, "Space", "official")


def decides(desk: Page, kind: str, said: str) -> None:
    """A decision, with who decided and why."""
    tab_to(desk, "Submit")
    for _ in range(("Submit", "Ratify").index(kind)):
        desk.keyboard.press("ArrowDown")
    desk.keyboard.press("Space")
    write(desk, "By whom", "World Athletics")
    write(desk, "For which reason", "the form is whole")
    press(desk, "Write it into the book")
    expect(desk.get_by_role("status").first).to_contain_text(f"Written: {said}.")


def test_from_an_empty_folder_to_a_ratified_record(stadium: Stadium) -> None:
    office = stadium.at("setup")
    signs_in(office, stadium.first_code())
    prepares(office)
    press(office, "Posts")
    codes = {
        post: lets_in(office, role, post)
        for role, post in (("Operator", "lights"), ("Timer", "timing desk"), ("Statistician", "statistics"))
    }
    public = stadium.at("")
    console, timer, desk = (stadium.at(page) for page in ("console", "timer", "records"))

    signs_in(console, codes["lights"])
    lights_up(console)
    signs_in(timer, codes["timing desk"])
    times(timer)
    record = public.locator("section").filter(has_text="World record").filter(has_text="3:45.2").last
    expect(record).to_contain_text("candidate")

    press(desk, "Sign in")
    signs_in(desk, codes["statistics"])
    desk.goto(f"{stadium.address}records")
    press(desk, "3:45.2")
    expect(desk.get_by_role("heading", level=1)).to_contain_text("3:45.2")
    decides(desk, "Submit", "submitted")
    decides(desk, "Ratify", "ratified")

    public.goto(f"{stadium.address}book/event/MILEsh/men")
    expect(public.get_by_role("row").filter(has_text="3:45.2").first).to_contain_text("ratified")

    log = stadium.at("log")
    expect(log.get_by_role("main")).to_contain_text("sign in", ignore_case=True)
    office.goto(f"{stadium.address}log")
    expect(office.locator(".proof[data-whole=yes]")).to_be_visible()
    for post in ("lights", "timing desk"):
        expect(office.locator("tbody tr").filter(has_text=post).first).to_be_visible()
    assert proof(stadium.folder / "meet.journal").lines > 10
    assert stadium.said == []
