"""Sight: colour differences as the standard has them, and which colours are taken for one another."""

import re
from itertools import combinations
from pathlib import Path

import pytest

from pacelight.lights.canvas.legend import SIGNS
from pacelight.lights.canvas.sight import APART, Eye, Lab, apart, confused_by, difference

SHARMA: list[tuple[Lab, Lab, float]] = [
    ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
    ((50.0, 3.1571, -77.2803), (50.0, 0.0, -82.7485), 2.8615),
    ((50.0, 2.8361, -74.0200), (50.0, 0.0, -82.7485), 3.4412),
    ((50.0, -1.3802, -84.2814), (50.0, 0.0, -82.7485), 1.0000),
    ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
    ((50.0, 2.4900, -0.0010), (50.0, -2.4900, 0.0009), 7.1792),
    ((50.0, 2.4900, -0.0010), (50.0, -2.4900, 0.0011), 7.2195),
    ((50.0, 2.5, 0.0), (50.0, 0.0, -2.5), 4.3065),
    ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
    ((50.0, 2.5, 0.0), (61.0, -5.0, 29.0), 22.8977),
    ((50.0, 2.5, 0.0), (56.0, -27.0, -3.0), 31.9030),
    ((50.0, 2.5, 0.0), (58.0, 24.0, 15.0), 19.4535),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
    ((90.8027, -2.0831, 1.4410), (91.1528, -1.6435, 0.0447), 1.4441),
    ((6.7747, -0.2908, -2.4247), (5.8714, -0.0985, -2.2286), 0.6377),
    ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
]
"""Source: Sharma, Wu, Dalal 2005, Color Research and Application 30(1), table 1."""


@pytest.mark.parametrize(("one", "other", "stated"), SHARMA)
def test_differences_are_those_of_the_published_pairs(one: Lab, other: Lab, stated: float) -> None:
    assert difference(one, other) == pytest.approx(stated, abs=5e-5)
    assert difference(other, one) == pytest.approx(stated, abs=5e-5)


@pytest.mark.parametrize(
    ("one", "other", "eyes"),
    [
        ("#ff0000", "#00ff00", {Eye.PROTAN, Eye.DEUTAN}),
        ("#19e36b", "#ffb000", {Eye.PROTAN, Eye.DEUTAN}),
        ("#2f7bff", "#ffb000", set()),
        ("#19e36b", "#2f7bff", set()),
        ("#ffffff", "#ffff00", {Eye.TRITAN}),
        ("#ffb000", "#ffd700", set(Eye)),  # even those who see all colours
        ("#ffffff", "#808080", set(Eye)),  # only dimmer: a tail is, too
        ("#19e36b", "#19e36b", set(Eye)),
        ("#000000", "#ff0000", set(Eye)),  # what does not shine has no colour
    ],
)
def test_colours_are_confused_by_those_who_see_fewer(one: str, other: str, eyes: set[Eye]) -> None:
    assert set(confused_by(one, other)) == eyes == set(confused_by(other, one))


def test_a_grey_looks_the_same_to_every_eye() -> None:
    for eye in Eye:
        assert apart("#ffffff", "#404040", eye) < 0.01


def test_lights_of_which_nobody_says_how_they_look_are_told_apart_by_pattern() -> None:
    assert len({sign.pattern for sign in SIGNS}) == len(SIGNS)
    apart_for_all = [
        (one.word, other.word)
        for one, other in combinations(SIGNS, 2)
        if not confused_by(one.colour, other.colour)
    ]
    assert ("green", "amber") not in apart_for_all
    assert len(apart_for_all) == 5


@pytest.mark.parametrize("eye", Eye)
def test_what_is_no_confusion_differs_by_the_limit(eye: Eye) -> None:
    assert apart("#ffffff", "#ffb000", eye) > APART


WAVES = Path(__file__).resolve().parents[3] / "docs" / "reference" / "waves.md"


def test_the_table_in_the_documentation_is_what_is_worked_out() -> None:
    text = WAVES.read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\w.*?), (.*?)((?: \| \**\d+\**){4}) \|$", text, re.MULTILINE)
    assert len(rows) == 8
    colours = {sign.word: sign.colour for sign in SIGNS} | dict(re.findall(r"(\w+) `(#[0-9a-f]{6})`", text))
    for one, other, stated in rows:
        names = (one.split()[0], other.split()[0])
        found = [apart(*(colours[name] for name in names), eye) for eye in Eye]
        printed = [f"**{value:.0f}**" if value < APART else f"{value:.0f}" for value in found]
        assert stated.split(" | ")[1:] == printed, names
