"""The announcer's tablet before a real engine and a real book: what is said, and how sure it is."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "src" / "pacelight" / "web" / "static" / "announcer.html"
SIZES = ((390, 844), (1024, 768), (1920, 1080))
expect.set_options(timeout=20_000)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not BUILT.exists(), reason="the pages are not built (npm --prefix frontend run build)"
    ),
]


@pytest.fixture
def tablet(chromium: Browser) -> Iterator[BrowserContext]:
    made = chromium.new_context(viewport={"width": 1024, "height": 768}, color_scheme="dark", has_touch=True)
    made.set_default_timeout(15_000)
    yield made
    made.close()


def opened(tablet: BrowserContext, address: str) -> tuple[Page, list[str]]:
    """The page, which nobody has to sign in for; and what its console says."""
    page = tablet.new_page()
    said: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        said.append(message.text)

    page.on("console", heard)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address)
    return page, said


def runner(page: Page, name: str) -> Any:
    """The line of a runner."""
    return page.get_by_role("listitem").filter(has=page.get_by_role("button", name=name)).first


def overhang(page: Page) -> int:
    """Pixels by which the page is wider than the screen."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def test_before_a_race_who_runs_what_may_fall_and_how_names_are_said(
    tablet: BrowserContext, meeting: Any
) -> None:
    page, said = opened(tablet, meeting.address("announcer"))
    jakob = runner(page, "Jakob Ingebrigtsen")
    expect(jakob).to_contain_text("YAH-kob ING-eh-brik-tsen")
    expect(jakob).to_contain_text("National 3:56.99")
    stakes = page.get_by_role("region", name="Men's mile, Liévin 2025")
    expect(stakes).to_contain_text("3:46.63")
    expect(stakes).to_contain_text("Yared Nuguse, 8 Feb 2025")
    expect(stakes).to_contain_text("the European record")
    page.keyboard.press("ArrowDown")
    card = page.get_by_role("region", name="Card of Jakob Ingebrigtsen")
    expect(card).to_contain_text("say: YAH-kob ING-eh-brik-tsen")
    expect(card).to_contain_text("3:26.73")
    expect(card).not_to_contain_text("3:45.14")  # of tonight: this book has it, and it is the eve
    page.keyboard.press("n")
    following = page.get_by_role("region", name="Men's 3000 m")
    expect(following).to_contain_text("21:05")
    expect(following).to_contain_text("7:22.91")
    expect(runner(page, "Grant Fisher")).to_contain_text("Best 7:22.91 (2025)")
    expect(runner(page, "Azeddine Habz")).to_contain_text("ah-zeh-DEEN abz")
    expect(page.get_by_role("region", name="Next")).to_contain_text("Men's mile, Liévin 2025")
    assert said == []


def test_in_a_race_sentences_countdown_record_and_correction(
    tablet: BrowserContext, meeting: Any, barriers: Any
) -> None:
    page, said = opened(tablet, meeting.address("announcer"))
    meeting.begin(210)
    meeting.leader_to(1400)
    meeting.ask(act="move-gun", by_ns=180_000_000_000)  # what is said follows from the times alone
    sentences = page.get_by_role("region", name="Ready to read").locator("p")
    expect(sentences.nth(0)).to_contain_text(
        "Ingebrigtsen needs 30.5 for the last 209 m for the world record: 3:46.62 or better."
    )
    expect(sentences.nth(2)).to_contain_text(
        "Nillessen needs 33.1 for the last 209 m for the national record"
    )
    jakob = runner(page, "Jakob Ingebrigtsen")
    expect(jakob).to_contain_text("30.5 for 3:46.62")
    expect(jakob).to_contain_text("raw, not confirmed3:16.07")
    expect(jakob).to_contain_text("finish 3:45.1")
    expect(jakob).to_have_attribute("data-stands", "far")
    meeting.ask(act="move-gun", by_ns=-150_000_000_000)  # the clock is where the times are now
    expect(jakob).to_have_attribute("data-stands", "soon")
    expect(jakob).to_have_attribute("data-stands", "due", timeout=20_000)  # seconds of the race

    meeting.ask(act="move-gun", by_ns=-30_000_000_000)
    key = meeting.time("1", 1609.344, 225.14)
    expect(jakob).to_contain_text("3:45.2")
    expect(page.get_by_text("Record alert")).to_have_count(0)  # a time by hand makes no record by itself
    meeting.ask(act="correct", what=key, official=True)
    expect(page.get_by_text("Record alert")).to_have_count(1)
    alert = page.locator("[data-sentence=record]")
    expect(alert).to_contain_text("Jakob Ingebrigtsen beats the world record: 3:45.2.")
    expect(alert).to_contain_text("Say: pending ratification")
    assert barriers(page, strict=True) == []

    meeting.ask(act="correct", what=key, elapsed_ns=227_300_000_000)
    correction = page.get_by_role("alert").filter(has_text="Correction")
    expect(correction).to_contain_text("Jakob Ingebrigtsen, finish: 3:47.30, not 3:45.14.")
    still = "the European record, the national record (NOR): 3:47.3, not 3:45.2."
    expect(correction).to_contain_text(f"Jakob Ingebrigtsen, {still}")
    expect(correction).to_contain_text("Jakob Ingebrigtsen, the world record: 3:45.2 does not stand.")
    page.keyboard.press("x")
    expect(correction).to_have_count(0)
    assert said == []


def test_without_a_book_it_says_so_and_speaks_all_the_same(
    tablet: BrowserContext, meeting: Any, web_pages: Any
) -> None:
    pages = web_pages("--bus", meeting.folder / "bus")
    page, _ = opened(tablet, f"{pages.address}announcer")
    expect(runner(page, "Jakob Ingebrigtsen")).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("region", name="Card of Jakob Ingebrigtsen")).to_contain_text(
        "No book is open here"
    )
    meeting.begin(100)
    meeting.leader_to(300)
    expect(page.get_by_text("Jakob Ingebrigtsen leads at 300 m: 42.35.")).to_be_visible()
    page.get_by_role("button", name="On another tablet").tap()
    code = page.get_by_role("img", name="On another tablet")
    expect(code).to_be_visible()
    expect(code).not_to_have_js_property("naturalWidth", 0)


LINES = """() => {
    const lines = (word) => word.offsetHeight / parseFloat(getComputedStyle(word).lineHeight);
    return Math.round(Math.max(...[...document.querySelectorAll(".count .word")].map(lines)));
}"""
"""Of the longest word that stands in the place of a countdown."""

LANGUAGES = {
    "nb": "Ingebrigtsen må løpe de siste 209 m på 30.5 for verdensrekorden",
    "fr": "Ingebrigtsen doit courir les 209 derniers m en 30.5 pour le record du monde",
}


def test_at_every_size_in_every_theme_and_language_it_is_whole_and_accessible(
    chromium: Browser, meeting: Any, barriers: Any, size: Any
) -> None:
    meeting.begin(215)
    meeting.leader_to(1400)
    meeting.ask(act="move-gun", by_ns=180_000_000_000)  # the record stays in reach as long as this takes
    context = chromium.new_context(has_touch=True)
    page = context.new_page()
    page.goto(meeting.address("announcer"))
    expect(page.get_by_text("Ingebrigtsen needs 30.5").first).to_be_visible()
    for key in ("", "ArrowDown", "n"):  # the race, a card, the next race
        if key:
            page.keyboard.press(key)
        expect(page.get_by_role("region", name="Card of")).to_have_count(int(key == "ArrowDown"))
        for theme, (width, height) in product(("dark", "light"), SIZES):
            page.set_viewport_size({"width": width, "height": height})
            page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
            assert overhang(page) == 0, (key, theme, width)
            if width == SIZES[0][0] or theme == "dark":
                assert barriers(page, strict=True) == [], (key, theme, width)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    for width in (390, 320):
        size(page, width, 844)
        assert overhang(page) == 0, width
    page.evaluate("document.documentElement.style.fontSize = ''")
    for code, sentence in LANGUAGES.items():
        other = chromium.new_context(locale=code, viewport={"width": 1024, "height": 768})
        translated = other.new_page()
        translated.goto(meeting.address("announcer"))
        expect(translated.get_by_text(sentence)).to_be_visible()
        assert 1 <= translated.evaluate(LINES) <= 2, code
        other.close()
    page.keyboard.press("n")  # the race again
    expect(page.get_by_text("2 laps to go")).to_be_visible()
    meeting.ask(act="move-gun", by_ns=-200_000_000_000)  # 235 s at least, and nobody was timed again
    expect(page.get_by_text("Last lap")).to_be_visible()
    expect(page.get_by_text("Ingebrigtsen needs")).to_have_count(0)
    expect(page.get_by_text("30.5 for 3:46.62")).to_have_count(0)
    context.close()
