"""The legend of a race: what each light is, and how lights differ where nobody says."""

from typing import Any

import pytest

from pacelight.lights.canvas.pattern import Pattern
from pacelight.meet.live.replay import retell
from pacelight.meet.show.legend import Wish, family_name, signed
from pacelight.meet.show.lineup import warnings

GREEN, BLUE, AMBER, WHITE = "#19e36b", "#2f7bff", "#ffb000", "#ffffff"
COMET, DASHED, SOLID, BLINKING = Pattern.COMET, Pattern.DASHED, Pattern.SOLID, Pattern.BLINKING
FOUR = [(GREEN, COMET), (BLUE, DASHED), (AMBER, SOLID), (WHITE, BLINKING)]


@pytest.mark.parametrize(
    ("name", "key", "family"),
    [
        ("Yared Nuguse", "nuguse-yared", "Nuguse"),
        ("Hicham El Guerrouj", "el-guerrouj-hicham", "El Guerrouj"),
        ("Karsten Warholm", "warholm-karsten", "Warholm"),
        ("Femke Bol", "bol-femke", "Bol"),
        ("Jo\u00e3o Silva dos Santos", "silva-dos-santos-joao", "Silva dos Santos"),
        ("Wang Junxia", "wang-junxia", "Wang Junxia"),  # family name first: the key does not tell it apart
        ("Ethiopia", "ethiopia", "Ethiopia"),
        ("John Smith", "smith-john-1987", "John Smith"),
    ],
)
def test_a_family_name_is_told_by_the_key(name: str, key: str, family: str) -> None:
    assert family_name(name, key) == family


@pytest.mark.parametrize(
    ("wishes", "signs"),
    [
        ([(None, None)] * 4, FOUR),
        ([("#ff0000", None), (None, None)], [("#ff0000", COMET), (GREEN, DASHED)]),
        ([(None, None), (None, COMET)], [(GREEN, COMET), (BLUE, COMET)]),
        ([(None, DASHED), (None, None)], [(GREEN, DASHED), (BLUE, COMET)]),
        ([(None, None), (GREEN.upper(), None)], [(BLUE, COMET), (GREEN.upper(), DASHED)]),
        ([(None, None)] * 5, [*FOUR, FOUR[0]]),
        ([], []),
    ],
)
def test_where_nobody_says_lights_differ(wishes: list[Wish], signs: list[tuple[str, Pattern]]) -> None:
    assert signed(wishes) == signs


LIGHTS = """
[[light]]
name = "NR"
plan = { kind = "record", level = "NR", scope = "NOR" }

[[light]]
name = "wish"
label = "What Jakob asked for"
plan = { kind = "even", mark = "3:45.00" }

[[light]]
name = "pacer"
colour = "#19e36b"
pattern = "blinking"
priority = 2
plan = { kind = "splits", splits = [["800 m", "1:53"], ["1609.344 m", "3:46"]] }

[[light]]
name = "pace"
colour = "#ffb000"
pattern = "comet"
plan = { kind = "even", mark = "3:50.00" }

[[runner]]"""


def with_lights(hall: Any) -> Any:
    hall.race.write_text(hall.race.read_text().replace("[[runner]]", LIGHTS.lstrip(), 1))
    hall.play()
    *_, (_, live) = retell(hall.journal)
    return live


def test_each_light_says_what_it_is(hall: Any) -> None:
    live = with_lights(hall)
    assert [light.asked.label for light in live.lights] == [
        "World record 3:46.63, Nuguse",
        "National record of Norway 3:56.99, Ingebrigtsen",
        "What Jakob asked for",
        "3:46 by splits",
        "3:50.00 even",
    ]


def test_the_journal_keeps_how_each_light_looks(hall: Any) -> None:
    live = with_lights(hall)
    signs = [(light.asked.colour, light.asked.pattern, light.asked.priority) for light in live.lights]
    assert signs == [
        (GREEN, COMET, 0),
        (BLUE, DASHED, 0),
        (WHITE, SOLID, 0),  # amber is taken by the last light
        (GREEN, BLINKING, 2),
        (AMBER, COMET, 0),
    ]


def test_lights_that_may_be_confused_are_told_of_when_the_race_is_opened(hall: Any) -> None:
    live = with_lights(hall)
    line = "lights 'WR' and 'pace': with protanopia or deuteranopia one takes their colours for one another"
    assert len(hall.warnings) == 1
    assert hall.warnings[0].startswith(line)
    assert warnings([light.asked for light in live.lights]) == tuple(hall.warnings)
    hall.play()
    assert len(hall.warnings) == 1  # not again when it is taken up
