"""The order of levels, and how labels are shown."""

from pacelight.event import Level
from pacelight.records import ORDER, shown


def test_every_level_has_its_place_and_the_world_is_first() -> None:
    assert set(ORDER) == set(Level)
    assert len(ORDER) == len(Level)
    assert ORDER[0] is Level.WR


def test_an_equalled_record_has_a_sign_before_it() -> None:
    assert shown("WB", equalled=False) == "WB"
    assert shown("WR", equalled=True) == "=WR"
