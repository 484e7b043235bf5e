"""How the lamps of a race shine: as the race file asks, or refused with the line to write."""

from fractions import Fraction
from importlib.resources import files
from typing import Any

import pytest

from pacelight.errors import OutputError, RaceError
from pacelight.event import Level
from pacelight.lights.canvas.blend import Blend
from pacelight.lights.canvas.levels import Levels, Supply
from pacelight.lights.look.model import Name
from pacelight.meet.engine.start import Orders, engine
from pacelight.meet.programme.racefile import RaceFile
from pacelight.meet.programme.shine import PLAIN, Shine

LIEVIN = files("pacelight").joinpath("recordings/lievin-2025-mile.toml").read_text(encoding="utf-8")


def shine(lamps: str) -> Shine:
    return RaceFile.parse(LIEVIN.replace("[[light]]", f"[lamps]\n{lamps}\n\n[[light]]", 1)).shine


def test_what_a_race_file_does_not_say_is_plain() -> None:
    assert RaceFile.parse(LIEVIN).shine == PLAIN == shine("")
    assert PLAIN.levels.plain


def test_everything_can_be_asked_for() -> None:
    asked = shine(
        'blend = "brighter"\nbrightness = 0.6\ngamma = 2.2\namperes = 40\nchannel_ma = 12.5\n'
        'idle = "dark"\nrecall = "false-start"\ngaps = false\nrecords = ["WR", "NR"]'
    )
    assert asked == Shine(
        Blend.BRIGHTER,
        Levels(0.6, 2.2, Supply(40, 12.5)),
        daylight=False,
        idle=Name.DARK,
        recall=Name.FALSE_START,
        gaps=False,
        records=(Level.WR, Level.NR),
    )
    assert shine("daylight = true").daylight
    assert shine("records = []").records == ()


@pytest.mark.parametrize(
    ("lamps", "offence"),
    [
        ("brightness = 2", r"lamps.brightness: a brightness of 2 is none .*, as in brightness = 0.6"),
        ("brightness = 0", r"lamps.brightness: a brightness of 0 is none"),
        ("gamma = 9", r"lamps.gamma: no lamp has a gamma of 9 .*, as in gamma = 2.2"),
        ("amperes = 0", r"lamps.amperes: a supply of 0 A at 20 mA .*, as in amperes = 40"),
        ("channel_ma = 12", r"lamps.channel_ma: of which supply\? \(write amperes = 40 beside it\)"),
        ('blend = "mix"', "lamps.blend: 'mix' is none of brighter, cover"),
        ('idle = "armed"', "lamps.idle: 'armed' is none of idle, dark"),
        ('recall = "abort"', "lamps.recall: 'abort' is none of recall, false-start"),
        ('records = ["WR", "PB"]', "lamps.records: 'PB' is none of WR, AR"),
        (
            "daylight = true\nbrightness = 0.5",
            r"lamps.daylight: .* .write brightness = 1, or daylight = false",
        ),
        ("bright = 1", "lamps: Object contains unknown field `bright`"),
    ],
)
def test_what_cannot_be_is_refused_with_what_to_write(lamps: str, offence: str) -> None:
    with pytest.raises(RaceError, match=offence) as refused:
        shine(lamps)
    assert refused.value.exit_code == 2
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("line", "lamps", "offence"),
    [
        ('pattern = "dotted"', "", "light 'WR': pattern: 'dotted' is none of comet, solid, dashed, blinking"),
        ("head_m = 0\ntail_m = 0", "", r"light 'WR': head_m and tail_m are 0, .* \(write head_m = 1\)"),
        (
            "priority = 3",
            'blend = "brighter"',
            r"light 'WR': priority counts for nothing .* .write lamps.blend",
        ),
        ("dash_m = 0", "", r"light\[0\].dash_m: Expected `float` >= 0.1"),
    ],
)
def test_a_light_that_cannot_be_is_refused(line: str, lamps: str, offence: str) -> None:
    text = LIEVIN.replace("tail_m = 5.0\n", f"{line}\n", 1).replace(
        "[[light]]", f"[lamps]\n{lamps}\n\n[[light]]", 1
    )
    with pytest.raises(RaceError, match=offence):
        RaceFile.parse(text)


def test_a_supply_too_small_for_the_lamps_is_refused_before_anything_is_begun(hall: Any) -> None:
    hall.race.write_text(LIEVIN.replace("[[light]]", "[lamps]\namperes = 0.01\n\n[[light]]", 1))
    orders = Orders(hall.race, hall.book, hall.journal, "sim://", Fraction(1))
    with (
        pytest.raises(OutputError, match=r"0.01 A are too few for 200 lamps"),
        engine(orders, lambda *_: None, hall.warnings.append),
    ):
        pass
    assert not hall.journal.exists()
