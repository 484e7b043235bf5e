"""Where each lamp hangs, and what may not be patched."""

import numpy as np
import pytest

from pacelight.errors import SurveyError
from pacelight.track import Controller, Survey, track
from pacelight.track.survey.patch import Hung
from pacelight.track.survey.rail import Rail
from pacelight.track.survey.segment import Point, Segment, Wiring

SHORT = track("short-200")
WEST = Segment(0, 100, points=(Point(0, 0.0), Point(99, 99.0)), dead=(50,))
EAST = Segment(4, 100, against=True, points=(Point(4, 199.0), Point(103, 100.0)), colours="GRB")


@pytest.fixture
def hall() -> Survey:
    return Survey.of(Rail(SHORT, (Wiring("west", "ddp://a", 120, (WEST,)), Wiring("east", segments=(EAST,)))))


def test_a_lamp_knows_where_it_hangs(hall: Survey) -> None:
    assert hall.hung(0) == Hung("west", 0, 0, dead=False)
    assert hall.hung(100) == Hung("east", 0, 103, dead=False)
    assert hall.hung(199) == Hung("east", 0, 4, dead=False)
    assert [str(hall.hung(lamp)) for lamp in (50, 199)] == [
        "west, segment 1, lamp 50 (dead)",
        "east, segment 1, lamp 4",
    ]
    assert np.flatnonzero(hall.dead).tolist() == [50]


def test_without_controllers_no_lamp_hangs_anywhere() -> None:
    survey = Survey.even_kerb(SHORT, 20)
    assert survey.hung(3) is None
    assert not survey.dead.any()
    assert survey.controllers == (Controller.only(20),)


def test_unused_channels_and_dead_lamps_are_dark(hall: Survey) -> None:
    west, east = hall.controllers
    assert (west.output, west.lamps, east.lamps) == ("ddp://a", 120, 104)
    assert west.channels[147:156].tolist() == [147, 148, 149, -1, -1, -1, 153, 154, 155]
    assert set(west.channels[300:].tolist()) == set(east.channels[:12].tolist()) == {-1}
    assert east.channels[12:15].tolist() == [598, 597, 599]


def test_a_patch_does_not_change_after_it_was_checked(hall: Survey) -> None:
    with pytest.raises(ValueError, match="read-only"):
        hall.controllers[0].channels[0] = 3


@pytest.mark.parametrize(
    ("channels", "says"),
    [
        ([0, 1, 2, 3, 4, 6], "a controller shows channel 6 of a frame that has 6"),
        ([0, 1, 2, -2, 4, 5], "a controller shows channel -2 of a frame that has 6"),
        ([0, 1, 2, 2, 4, 5], "channel 2 of the frame is shown twice (each lamp hangs in one place)"),
    ],
)
def test_a_patch_that_cannot_be_is_refused(channels: list[int], says: str) -> None:
    with pytest.raises(SurveyError) as refused:
        Survey(SHORT, np.array([0.0, 100.0]), (Controller("one", "", np.array(channels)),))
    assert str(refused.value) == f"survey of short-200: {says}"


def test_controllers_are_equal_channel_by_channel() -> None:
    one = Controller("a", "ddp://a", np.arange(6))
    assert one == Controller("a", "ddp://a", np.arange(6))
    assert one != Controller("b", "ddp://a", np.arange(6))
    assert one != Controller("a", "ddp://a", np.arange(9))
    assert one != "a"
    with pytest.raises(TypeError, match="unhashable"):
        hash(one)
