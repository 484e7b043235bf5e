"""Marks by their names."""

import pytest

from pacelight.distance import Distance
from pacelight.track import track
from pacelight.track.lanes import lane_starts
from pacelight.track.survey.marks import mark


@pytest.mark.parametrize(
    ("on", "name", "metre"),
    [
        ("standard-400", "finish", 0.0),
        ("standard-400", " Finish ", 0.0),
        ("standard-400", "100 m", 100.0),
        ("standard-400", "100m", 100.0),
        ("standard-400", "99.55 m mark", 99.55),
        ("standard-400", "500 m", 500.0),  # which is then told to be outside the lap
        ("standard-400", "tangent 1", 0.0),
        ("standard-400", "tangent 2", pytest.approx(115.610, abs=1e-3)),
        ("standard-400", "Tangent 4", pytest.approx(315.610, abs=1e-3)),
        ("standard-400", "tangent 5", None),
        ("standard-400", "tangent 0", None),
        ("double-400-34-51.543-70", "tangent 6", pytest.approx(track("double-400-34-51.543-70").tangents[5])),
        ("standard-400", "start of 1500 m", 100.0),
        ("standard-400", "start of the mile", 390.656),
        ("standard-400", "start of 400 m in lane 1", 0.0),
        ("standard-400", "Start of the 400 m in lane 9", None),
        ("standard-400", "start of 500 m in lane 4", None),
        ("short-200", "start of 200 m in lane 4", None),
        ("short-200", "start of mile", 190.656),
        ("short-200", "start of nothing", None),
        ("straight-100", "start of 100 m", -100.0),
        ("straight-100", "-50 m", -50.0),
        ("straight-100", "start of 400 m", None),
        ("standard-400", "water jump", None),
        ("standard-400", "", None),
    ],
)
def test_a_mark_is_known_by_its_name(on: str, name: str, metre: float | None) -> None:
    assert mark(track(on), name) == metre


def test_a_lane_starts_where_the_staggers_say() -> None:
    on = track("standard-400")
    fourth = lane_starts(on, Distance.parse("800"))[3]
    assert mark(on, "start of 800 m in lane 4") == fourth.at_m
    fifth = lane_starts(on, Distance.parse("10 km"))[4]
    assert mark(on, "start of 10 km in lane 5") == fifth.at_m  # not that of the second group
