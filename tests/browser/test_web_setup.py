"""A meet prepared on its page: from an empty folder to an engine that runs, by keyboard alone."""

import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from uuid import uuid4

import httpx
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from pacelight.meet.desk.roles import Role
from pacelight.meet.programme.meetfile import MeetFile
from pacelight.track.survey.file import SurveyFile
from pacelight.web.rights.access import Access
from pacelight.web.rights.code import shown

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "src" / "pacelight" / "web" / "static" / "setup.html"
TABS = ("meet", "track", "controllers", "walk", "races", "roles", "doctor")
PATIENCE_MS = 30_000

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not BUILT.exists(), reason="the pages are not built (npm --prefix frontend run build)"
    ),
]

NONSENSE = {
    "Day": ("soon", "a day is written 2026-06-13, not 'soon'"),
    "Survey file": ("nofile.toml", "no file 'nofile.toml' lies in the folder of the meet"),
    "Address of the lamps": ("xyz://q", "no output is at 'xyz://q'"),
}
"""By the name of a field what nobody means by it, and what is said to it."""

REACHED = """() => {
    const off = (one) => one.disabled || one.closest("fieldset:disabled") !== null;
    const seen = (one) => one.checkVisibility() && !off(one) && one.tabIndex >= 0;
    const kinds = ["a", "button", "input", "select", "textarea", "summary"].map((kind) => `main ${kind}`);
    const every = [...document.querySelectorAll(kinds.join(", "))];
    window.toReach = new Set(every.filter(seen));
    addEventListener("focusin", (event) => window.toReach.delete(event.target));
}"""


@dataclass
class Office:
    """`pacelight serve --setup`, and who may sign in there."""

    folder: Path
    address: str
    access: Path
    process: "subprocess.Popen[str]"

    def code(self, role: Role = Role.DIRECTOR) -> str:
        with Access(self.access) as access:
            return shown(access.invite(role, "meet office", int(time.time())).code)

    def client(self) -> httpx.Client:
        with Access(self.access) as access:
            code = access.invite(Role.DIRECTOR, "meet office", int(time.time())).code
            token, _ = access.pair(code, "127.0.0.1", int(time.time())) or ("", None)
        return httpx.Client(
            base_url=self.address, headers={"X-Pacelight": "1"}, cookies={"pacelight": token}, timeout=60
        )


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("office")
    line = [
        sys.executable, "-m", "pacelight", "serve", "--setup", folder / "meet", "--port", "0",
        "--access", folder / "access.sqlite",
    ]  # fmt: skip
    with (folder / "said").open("w") as said:
        process = subprocess.Popen(
            [str(word) for word in line], stdout=subprocess.PIPE, stderr=said, text=True, cwd=folder
        )
        assert process.stdout is not None
        announced = process.stdout.readline()
        assert announced, (folder / "said").read_text(encoding="utf-8")
        address = re.findall(r"http://\S+", announced)[0]
        yield Office(folder / "meet", address, folder / "access.sqlite", process)
        process.terminate()
        process.wait(30)
        process.stdout.close()


@pytest.fixture
def page(chromium: Browser, office: Office) -> Iterator[Page]:
    made = chromium.new_context(viewport={"width": 1024, "height": 768}, color_scheme="light")
    made.set_default_timeout(PATIENCE_MS)
    shown_page = made.new_page()
    shown_page.goto(f"{office.address}setup")
    sign_in(shown_page, office)
    yield shown_page
    made.close()


def sign_in(page: Page, office: Office) -> None:
    page.get_by_label("Code").focus()
    page.keyboard.type(office.code())
    page.keyboard.press("Enter")
    expect(page.get_by_role("navigation")).to_be_visible(timeout=PATIENCE_MS)


def press(one: Locator) -> None:
    """As somebody without a mouse does."""
    one.focus()
    one.press("Enter")


def go(page: Page, tab: str) -> None:
    press(page.locator(f'nav a[href="#{tab}"]'))
    expect(page.locator(f'nav a[href="#{tab}"]')).to_have_attribute("aria-current", "page")


def write(page: Page, label: str, text: str, nth: int = 0) -> Locator:
    field = page.get_by_label(label, exact=True).nth(nth)
    field.focus()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.type(text)
    return field


def save(page: Page) -> None:
    press(page.get_by_role("button", name="Save", exact=True))
    expect(page.locator(".bar")).to_contain_text("Saved.", timeout=PATIENCE_MS)


def reach_everything(page: Page) -> None:
    """Whatever can be pressed or typed into is come to by the Tab key."""
    page.evaluate(REACHED)
    count = page.evaluate("window.toReach.size")
    page.locator("body").press("Home")
    page.evaluate("document.activeElement?.blur()")
    for _ in range(count + 40):
        page.keyboard.press("Tab")
        if not page.evaluate("window.toReach.size"):
            return
    left = page.evaluate("[...window.toReach].map((one) => one.outerHTML.slice(0, 120))")
    assert left == []


def prepare_meet(page: Page, office: Office) -> None:
    """The meet; what cannot be, or is not there, is refused in place, and nothing is lost."""
    write(page, "Name of the meeting", "Evening of the mile")
    write(page, "Venue", "Oslo")
    write(page, "Track", "short-200")
    wrong = [write(page, label, text) for label, (text, _) in NONSENSE.items()]
    press(page.get_by_role("button", name="Save", exact=True))
    expect(page.locator(".bar")).to_contain_text("Not saved", timeout=PATIENCE_MS)
    for field, (text, words) in zip(wrong, NONSENSE.values(), strict=True):
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(field).to_have_value(text)
        expect(page.get_by_text(words)).to_be_visible()
    assert not (office.folder / "meet.toml").exists()
    for label, text in (("Day", "2026-06-13"), ("Survey file", "lamps.toml"), ("Address of the lamps", "")):
        write(page, label, text)
    save(page)
    reach_everything(page)


def prepare_survey(page: Page, office: Office) -> None:
    """The survey: laid out, then a segment put right."""
    go(page, "track")
    expect(page.get_by_label("Track", exact=True)).to_have_value("short-200")  # of the meet
    expect(page.get_by_label("Lamps", exact=True)).to_have_value("200")
    write(page, "Controllers", "2")
    page.keyboard.press("Enter")
    expect(page.get_by_text("The survey is whole.")).to_be_visible(timeout=PATIENCE_MS)
    dead = write(page, "Dead lamps", "999")
    expect(page.get_by_text("this segment has lamps 0 to 99, not lamps 999")).to_be_visible()
    expect(dead).to_have_value("999")
    write(page, "Dead lamps", "17")
    expect(dead).to_have_attribute("aria-invalid", "false")
    save(page)
    reach_everything(page)
    survey = SurveyFile.read(office.folder / "lamps.toml")
    assert survey.rail is not None
    assert survey.rail.wirings[0].segments[0].dead == (17,)


def prepare_controllers(page: Page, _office: Office) -> None:
    """Controllers: named by hand, put on segments from a list."""
    go(page, "controllers")
    write(page, "Or its address", "xyz://q")
    page.keyboard.press("Enter")
    expect(page.get_by_text("An address is written as sacn://")).to_be_visible()
    for nth, address in enumerate(("ddp://127.0.0.1:4098", "ddp://127.0.0.1:4099")):
        write(page, "Or its address", address)
        page.keyboard.press("Enter")
        choice = page.get_by_label("Put on", exact=True).nth(nth)
        choice.focus()
        for _ in range(nth):
            page.keyboard.press("ArrowDown")
        press(page.get_by_role("button", name="Assign").nth(nth))
    expect(page.get_by_text("no address yet")).to_have_count(0)
    save(page)
    reach_everything(page)


def prepare_walk(page: Page, _office: Office) -> None:
    """The walk."""
    go(page, "walk")
    press(page.get_by_role("button", name="Light the first lamp"))
    expect(page.locator(".lamp")).to_have_text("0", timeout=PATIENCE_MS)
    for _ in range(3):
        lit = page.locator(".lamp").inner_text()
        page.keyboard.press("ArrowRight")
        expect(page.locator(".lamp")).not_to_have_text(lit)
    press(page.get_by_role("button", name="This lamp is dead"))
    expect(page.get_by_text("Marked as dead")).to_be_visible()
    press(page.get_by_role("button", name="All dark"))
    expect(page.get_by_text("All lamps are dark.")).to_be_visible()


def prepare_races(page: Page, office: Office) -> None:
    """Races and entries: pasted, typed, looked up."""
    go(page, "races")
    press(page.get_by_role("button", name="Add a race"))
    write(page, "Start at", "20:45")
    write(page, "Event", "MILEsh")
    press(page.get_by_role("button", name="Paste a start list"))
    write(page, "Start list", "nobody knows")
    press(page.get_by_role("button", name="Take these runners"))
    expect(page.get_by_text("no start list that is known here")).to_be_visible(timeout=PATIENCE_MS)
    expect(page.get_by_label("Start list", exact=True)).to_have_value("nobody knows")
    write(page, "Start list", "bib,name,nation\n1,Jakob Ingebrigtsen,NOR\n2,Stefan Nillessen,NED\n")
    press(page.get_by_role("button", name="Take these runners"))
    expect(page.get_by_text("2 runners taken")).to_be_visible(timeout=PATIENCE_MS)
    press(page.get_by_role("button", name="Add a runner"))
    write(page, "Bib", "3", 2)
    write(page, "Name of the athlete", "Somebody Else", 2)
    write(page, "Nation", "NOR", 2)
    press(page.get_by_role("button", name="Look them up in the book"))
    expect(page.get_by_label("Key in the book", exact=True).nth(2)).to_have_value("else-somebody")
    save(page)
    reach_everything(page)
    race = MeetFile.read(office.folder / "meet.toml").races[0].race
    assert [one.athlete for one in race.runners] == [
        "ingebrigtsen-jakob",
        "nillessen-stefan",
        "else-somebody",
    ]


def prepare_doctor(page: Page, _office: Office) -> None:
    """Nothing is red."""
    go(page, "doctor")
    expect(page.get_by_text("no timing system is named")).to_be_visible(timeout=PATIENCE_MS)
    expect(page.get_by_role("button", name="Look again")).to_be_visible(timeout=PATIENCE_MS)
    expect(page.locator("main").get_by_role("status").first).to_contain_text("Ready")
    assert page.locator('li[data-state="red"]').count() == 0
    assert page.locator('li[data-state="green"]').count() >= 4


def prepare_engine(page: Page, _office: Office) -> None:
    """The engine; what is changed then, it takes when it is told to."""
    go(page, "meet")
    press(page.get_by_role("button", name="Start the engine of tonight"))
    expect(page.get_by_text("The engine runs.")).to_be_visible(timeout=PATIENCE_MS)
    go(page, "races")
    page.locator("button.title").first.focus()
    write(page, "Name, as announced", "Men's mile")
    save(page)
    go(page, "meet")
    press(page.get_by_role("button", name="Have the engine read the meet again"))
    expect(page.get_by_text("The engine has read the meet again.")).to_be_visible(timeout=PATIENCE_MS)
    expect(page.get_by_text("is another now: load it again")).to_be_visible()


def test_keys_lead_from_room_to_room_and_save_what_was_typed(page: Page) -> None:
    page.get_by_role("heading", level=2).click()
    page.keyboard.press("?")
    keys = page.get_by_role("region", name="Keys", exact=True)
    expect(keys).to_be_visible()
    expect(keys.get_by_role("listitem")).to_have_count(len(TABS) + 2)
    page.keyboard.press("?")
    expect(keys).to_be_hidden()
    for nth, tab in enumerate(TABS, 1):
        page.keyboard.press(str(nth))
        expect(page.locator(f"nav a[href='#{tab}']")).to_have_attribute("aria-current", "page")
    page.keyboard.press("1")
    write(page, "Name of the meeting", "Evening of 5 miles?")  # where somebody types, no key is the page's
    expect(page.locator("nav a[href='#meet']")).to_have_attribute("aria-current", "page")
    expect(keys).to_be_hidden()
    page.get_by_role("heading", level=2).click()
    page.keyboard.press("s")
    expect(page.locator(".bar")).to_contain_text("Not saved", timeout=PATIENCE_MS)


def test_from_an_empty_folder_to_an_engine_that_runs_by_keyboard_alone(page: Page, office: Office) -> None:
    expect(page.get_by_role("heading", level=2)).to_have_text("Meet")
    prepare_meet(page, office)
    prepare_survey(page, office)
    prepare_controllers(page, office)
    prepare_walk(page, office)
    prepare_races(page, office)
    prepare_doctor(page, office)
    prepare_engine(page, office)


def ask(client: httpx.Client, act: str) -> Any:
    snapshot = client.get("/api/snapshot").json()
    body = {
        "key": str(uuid4()),
        "race": snapshot["race"]["id"],
        "seen": snapshot["revision"],
        "do": {"act": act, "reason": "as agreed"} | ({"override": True} if act == "arm" else {}),
    }
    return client.post("/api/requests", json=body)


DDP_HEAD = 10


def lit(controller: socket.socket) -> list[int]:
    """Numbers of the lamps that a controller was last told to light."""
    controller.setblocking(False)
    packet = b""
    with suppress(BlockingIOError):
        while True:
            packet = controller.recv(2048)
    colours = [packet[at : at + 3] for at in range(DDP_HEAD, len(packet), 3)]
    return [lamp for lamp, colour in enumerate(colours) if any(colour)]


def until(is_so: Callable[[], bool]) -> None:
    until_s = time.monotonic() + PATIENCE_MS / 1000
    while not is_so():
        assert time.monotonic() < until_s


def test_lamps_are_walked_from_a_phone_while_the_engine_of_tonight_runs(
    chromium: Browser, office: Office
) -> None:
    phone = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True, color_scheme="dark")
    phone.set_default_timeout(PATIENCE_MS)
    page = phone.new_page()
    page.goto(f"{office.address}setup#walk")
    page.get_by_label("Code").fill(office.code(Role.OPERATOR))
    page.keyboard.press("Enter")
    number = page.locator(".lamp")
    with office.client() as client, socket.socket(type=socket.SOCK_DGRAM) as controller:
        controller.bind(("127.0.0.1", 4098))
        page.get_by_role("button", name="Light the first lamp").tap()
        expect(number).to_have_text("0", timeout=PATIENCE_MS)
        page.get_by_role("button", name="Next").tap()
        expect(number).to_have_text("1")
        until(lambda: lit(controller) == [1])
        expect(page.get_by_text("The engine of tonight lights the lamps")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        page.get_by_role("button", name="Whole segment").tap()
        expect(page.get_by_text("100 lamps are lit")).to_be_visible()
        until(lambda: lit(controller) == [lamp for lamp in range(100) if lamp not in {3, 17}])  # the dead
        page.get_by_role("button", name="Whole segment").tap()
        until(lambda: lit(controller) == [1])
        # A race that is armed takes the lamps, and whoever walks is told.
        for act in ("load", "check", "arm"):
            assert ask(client, act).status_code == 200
        assert client.get("/api/snapshot").json()["look"]["name"] == "armed"
        expect(page.get_by_text("It is over:")).to_be_visible(timeout=PATIENCE_MS)
        page.get_by_role("button", name="Light it again").tap()
        expect(page.locator(".refused").last).to_contain_text("is armed", timeout=PATIENCE_MS)
        assert client.get("/api/snapshot").json()["look"]["name"] == "armed"
        assert ask(client, "disarm").status_code == 200
        page.get_by_role("button", name="Light it again").tap()
        expect(number).to_have_text("1", timeout=PATIENCE_MS)
        until(lambda: lit(controller) == [1])
        page.get_by_role("button", name="All dark").tap()
        expect(page.get_by_text("Nobody walks")).to_be_visible()
        assert client.get("/api/snapshot").json()["look"]["name"] == "idle"
    phone.close()


def test_while_a_race_is_armed_the_page_says_why_nothing_is_saved(page: Page, office: Office) -> None:
    with office.client() as client:
        for act in ("load", "check", "arm"):
            answer = ask(client, act)
            assert answer.status_code == 200, answer.text
        go(page, "track")
        write(page, "Dead lamps", "18")
        expect(page.locator(".bar")).to_contain_text("is armed (disarm it first)", timeout=PATIENCE_MS)
        expect(page.get_by_role("button", name="Save", exact=True)).to_be_disabled()
        assert ask(client, "disarm").status_code == 200
        expect(page.get_by_role("button", name="Save", exact=True)).to_be_enabled(timeout=PATIENCE_MS)
    press(page.get_by_role("button", name="Drop changes"))
    expect(page.get_by_label("Dead lamps", exact=True)).not_to_have_value("18")


def test_a_controller_is_dragged_onto_a_segment_and_the_step_is_undone(page: Page) -> None:
    go(page, "controllers")
    write(page, "Or its address", "ddp://127.0.0.1:4100")
    page.keyboard.press("Enter")
    page.drag_and_drop(".found li", ".segments li:nth-of-type(2)")
    expect(page.locator(".segments li").nth(1)).to_contain_text("ddp://127.0.0.1:4100")
    save(page)
    press(page.get_by_role("button", name="Undo"))
    expect(page.locator(".segments li").nth(1)).to_contain_text("ddp://127.0.0.1:4099")


def test_what_was_typed_and_not_saved_outlives_the_page(page: Page) -> None:
    write(page, "Venue", "Bergen")
    expect(page.locator(".bar")).to_contain_text("Not saved yet.")
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    expect(page.get_by_label("Venue", exact=True)).to_have_value("Bergen", timeout=PATIENCE_MS)
    expect(page.locator(".bar")).to_contain_text("typed before and is not saved yet")
    press(page.get_by_role("button", name="Drop changes"))
    expect(page.get_by_label("Venue", exact=True)).to_have_value("Oslo")


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_every_part_is_clean_at_every_size_in_both_themes(
    chromium: Browser, office: Office, scheme: Literal["dark", "light"], barriers: Any
) -> None:
    context = chromium.new_context(color_scheme=scheme)
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    page.goto(f"{office.address}setup")
    sign_in(page, office)
    for tab in TABS:
        go(page, tab)
        if tab == "doctor":
            page.locator("li[data-state]").first.wait_for()
        for width in (390, 1024, 1920):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, (tab, width)
            if scheme == "dark" or width == 1024:  # what a theme changes is colours, at any size
                assert barriers(page, strict=True) == [], (tab, width)
    context.close()
