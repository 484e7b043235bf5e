"""The book, and signing in, look as the live page does: the same colours and sizes, in both themes."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[4]
LIVE = ROOT / "frontend" / "src" / "style.css"
WEB = ROOT / "src" / "pacelight" / "web"
PAGES = [WEB / "book" / "style" / "book.css", WEB / "rights" / "style" / "pair.css"]


def values(block: str) -> dict[str, str]:
    return dict(re.findall(r"(--[\w-]+|color-scheme):\s*([^;]+);", block))


def block(css: str, begins: str) -> str:
    found = re.search(re.escape(begins) + r"(.*?)\}", css, re.DOTALL)
    assert found is not None
    return found[1]


@pytest.mark.parametrize("page", PAGES)
def test_the_colours_and_sizes_are_those_of_the_live_page(page: Path) -> None:
    live, book = LIVE.read_text(encoding="utf-8"), page.read_text(encoding="utf-8")
    dark = values(block(live, ":root {"))
    assert len(dark) > 20
    assert values(block(book, ":root {")) == dark
    light = "@media (prefers-color-scheme: light) {\n  :root {"
    assert values(block(book, light)) == values(block(live, ':root[data-theme="light"] {'))


@pytest.mark.parametrize("page", PAGES)
def test_no_colour_stands_outside_of_them(page: Path) -> None:
    book = page.read_text(encoding="utf-8")
    rest = book[book.index("*::before") :]
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(", rest) == []
