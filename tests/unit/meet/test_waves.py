"""The lights of a race as waves: as the journal keeps them, journals of old included."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from pacelight.lights.canvas.pattern import Pattern
from pacelight.meet.journal.entries import Asked
from pacelight.meet.journal.file import read
from pacelight.meet.live.replay import retell
from pacelight.meet.live.waves import plan_of, wave_of


@pytest.fixture
def asked(hall: Any) -> Asked:
    hall.play()
    *_, (_, live) = retell(hall.journal)
    light: Asked = live.lights[0].asked
    return light


def test_a_light_of_a_journal_from_before_there_were_patterns_is_a_comet(asked: Asked) -> None:
    fields = msgspec.to_builtins(asked)
    for name in ("pattern", "dash_m", "priority"):
        del fields[name]
    assert msgspec.convert(fields, Asked) == asked
    assert asked.pattern is Pattern.COMET


def test_a_wave_is_what_was_asked(asked: Asked) -> None:
    wave = wave_of(asked, plan_of(asked), daylight=False)
    assert (wave.name, wave.legend, wave.colour) == ("WR", "World record 3:46.63, Nuguse", "#19e36b")
    assert (wave.head_m, wave.tail_m, wave.dash_m) == (1.0, 5.0, 2.0)
    assert wave.plan.finish.ns == 226_630_000_000


def test_in_daylight_it_is_longer_and_brighter(asked: Asked) -> None:
    wave = wave_of(asked, plan_of(asked), daylight=True)
    assert (wave.colour, wave.head_m, wave.tail_m) == ("#1cff78", 2.0, 10.0)


def test_the_first_line_of_a_journal_has_the_pattern_by_its_name(hall: Any) -> None:
    hall.play()
    opened = msgspec.json.decode(read(Path(hall.journal))[0][0].event)
    assert [light["pattern"] for light in opened["lights"]] == ["comet"]
