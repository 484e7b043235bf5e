"""Every page looks alike: one sheet has the colours and sizes, in three themes, and each can be read."""

import re
from itertools import product
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
WEB = ROOT / "src" / "pacelight" / "web"
SHEET = (WEB / "style" / "style.css").read_text(encoding="utf-8")
PAGES = [WEB / "book" / "style" / "book.css", WEB / "rights" / "style" / "pair.css"]
DARK, LIGHT, SUN = ":root {", ':root[data-theme="light"] {', ':root[data-theme="sunlight"] {'
ABSENT = "@media (prefers-color-scheme: light) {\n  :root:not([data-theme]) {"
PRINTED = '@media print {\n  :root[data-theme="dark"],\n  :root:not([data-theme]) {'
GROUNDS = ("--ground", "--panel", "--raised")
TEXTS = ("--text", "--soft", "--ahead", "--behind", "--gold", "--violet", "--blue", "--alert", "--focus")
FACES = (("--press", "--press-text"), ("--stop", "--stop-text"), ("--pill", "--pill-text"))
COLOUR = r"#[0-9a-fA-F]{3,8}\b|rgba?\("


def values(begins: str) -> dict[str, str]:
    found = re.search(re.escape(begins) + r"(.*?)\}", SHEET, re.DOTALL)
    assert found is not None
    return dict(re.findall(r"(--[\w-]+|color-scheme):\s*([^;]+);", found[1]))


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [DARK, LIGHT, SUN])
def test_text_stands_out_seven_to_one_on_every_ground_of_every_theme(theme: str) -> None:
    told = values(DARK) | values(theme)
    pairs = [*product(TEXTS, GROUNDS), *FACES]
    weak = {pair: contrast(told[pair[0]], told[pair[1]]) for pair in pairs}
    assert {pair: found for pair, found in weak.items() if found < 7} == {}
    edges = {ground: contrast(told["--line"], told[ground]) for ground in GROUNDS}
    assert {ground: found for ground, found in edges.items() if found < 3} == {}


def test_a_theme_has_a_colour_for_whatever_the_first_has() -> None:
    colours = {name for name, value in values(DARK).items() if value.startswith("#")}
    assert len(colours) > 20
    assert colours <= values(LIGHT).keys()
    assert colours <= values(SUN).keys()


def test_where_nobody_has_chosen_the_light_theme_is_the_light_theme() -> None:
    assert values(ABSENT) == values(LIGHT)


def test_what_is_dark_on_the_screen_is_printed_in_the_light_theme() -> None:
    assert values(PRINTED) == values(LIGHT)


@pytest.mark.parametrize("page", PAGES)
def test_no_colour_stands_outside_of_the_sheet(page: Path) -> None:
    assert re.findall(COLOUR, SHEET)
    assert re.findall(COLOUR, page.read_text(encoding="utf-8")) == []
