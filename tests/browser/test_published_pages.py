"""Published results in a real browser: on a telephone and a laptop, by night, on paper, without scripts."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from pacelight.distance import Distance
from pacelight.mark import Mark
from pacelight.meet.publish.published import published
from pacelight.timing import Status
from pacelight.timing.formats.lists.race_result import Proof, RaceResult, RecordRow, ResultRow, RowSplit
from pacelight.web.words.speaker import Speaker

SIZES = ((320, 640), (390, 844), (1280, 900))

pytestmark = pytest.mark.browser


def mile(*, official: bool) -> RaceResult:
    splits = tuple(
        RowSplit(mark=Mark(n * 14_150), distance=Distance(n * 100_000), method="video", official=n == 15)
        for n in range(1, 16)
    )
    return RaceResult(
        rows=(
            ResultRow(name="Jakob Ingebrigtsen", bib="1", nation="NOR",
                      place=1, mark=Mark.parse("3:45.14"), splits=splits),
            ResultRow(name="Charles Philibert-Thiboutot", bib="1042", lane="12", nation="CAN", place=2,
                      mark=Mark.parse("3:53.60"), laps_behind=1),
            ResultRow(name="Stefan Nillessen", bib="2", nation="NED", place=2, mark=Mark.parse("3:53.60")),
            ResultRow(name="Azeddine Habz", bib="5", nation="FRA", status=Status.DQ, rule="TR17.3.1"),
        ),
        race="official" if official else "unofficial",
        title="Men's mile, Liévin 2025",
        competition="Meeting Hauts-de-France Pas-de-Calais",
        venue="Liévin",
        distance=Distance.parse("mile"),
        wind="+0.6",
        official=official,
        state="official" if official else "running",
        records=(
            RecordRow(level="WR", scope="WORLD", code="1500sh", mark="3:29.63",
                      name="Jakob Ingebrigtsen", bib="1",
                      stood="3:30.60", stood_by=("Jakob Ingebrigtsen",),
                      stood_since="2022-02-17", en_route=True,
                      status="pending ratification"),
        ),
        lights=("World record 3:46.63, Nuguse",),
        proof=Proof("lievin.journal", 33, "0379086c808e691c") if official else None,
    )  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    at = tmp_path_factory.mktemp("published")
    miles = mile(official=True), mile(official=False)
    for name, data in published(miles, ("html", "csv"), Speaker("en")).items():
        (at / name).write_bytes(data)
    return at


@pytest.fixture
def still(chromium: Browser) -> Iterator[Page]:
    """A page of a browser that runs no script of it."""
    context = chromium.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", ["official.html", "unofficial.html", "index.html"])
def test_pages_fit_and_are_accessible_in_light_and_dark(
    page: Page, folder: Path, name: str, barriers: Any
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((folder / name).as_uri())
    assert len(asked) == 1, "nothing is fetched from elsewhere"
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, width)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert barriers(page) == []


def test_without_javascript_all_is_there_and_the_keyboard_reaches_it(still: Page, folder: Path) -> None:
    still.goto((folder / "index.html").as_uri())
    still.keyboard.press("Tab")
    still.keyboard.press("Enter")
    still.wait_for_url("**/official.html")
    text = still.inner_text("main")
    for told in ("Official", "3:45.14", "WR 1500sh 3:29.63", "TR17.3.1", "1 lap behind", "0379086c808e691c"):
        assert told in text
    assert still.inner_text("tbody tr:nth-child(2) .place") == "=2"


def test_on_paper_all_splits_stand_and_no_link_does(still: Page, folder: Path) -> None:
    still.goto((folder / "unofficial.html").as_uri())
    still.emulate_media(media="print")
    assert still.is_visible("text=Unofficial")
    assert still.locator(".splits tbody tr").count() == 16
    assert not still.is_visible(".files")
    assert still.pdf(format="A4").startswith(b"%PDF")
