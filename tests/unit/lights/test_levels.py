"""Levels: brightness, gamma and current, and no lamp that shines goes out."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacelight.errors import OutputError
from pacelight.lights.canvas.levels import FULL, Levels, Supply

frames = st.lists(st.integers(0, 255), min_size=1, max_size=60).map(lambda seen: np.array(seen, np.uint8))


def settled(levels: Levels, frame: Any) -> "np.ndarray[tuple[int], np.dtype[np.uint8]]":
    made = np.array(frame, np.uint8)
    levels.settle(made)
    return made


def test_what_is_full_is_sent_as_it_was_painted() -> None:
    assert FULL.plain
    assert settled(FULL, range(256)).tolist() == list(range(256))
    assert not Levels(0.5).plain
    assert not Levels(gamma=2.2).plain
    assert not Levels(supply=Supply(1.0)).plain


def test_brightness_is_a_share_of_the_light() -> None:
    assert settled(Levels(0.4), [0, 5, 100, 255]).tolist() == [0, 2, 40, 102]


def test_a_lamp_with_a_gamma_is_sent_what_gives_the_light() -> None:
    sent = settled(Levels(gamma=2.0), [0, 64, 255]) / 255
    assert sent**2 * 255 == pytest.approx([0, 64, 255], abs=0.5)
    dimmed = settled(Levels(0.25, gamma=2.0), [255]) / 255
    assert dimmed**2 == pytest.approx([0.25], abs=0.005)


def test_a_frame_within_the_current_is_left_alone() -> None:
    levels = Levels(supply=Supply(0.06, channel_ma=20.0))  # three channels at full
    assert settled(levels, [255, 255, 255, 0]).tolist() == [255, 255, 255, 0]


def test_above_the_current_all_lamps_are_dimmed_alike() -> None:
    levels = Levels(supply=Supply(0.06, channel_ma=20.0))
    assert settled(levels, [255] * 6).tolist() == [127] * 6
    assert settled(levels, [255] * 5 + [1]).tolist() == [152] * 5 + [1]


@given(frames, st.floats(0.01, 2.0), st.floats(1.0, 60.0))
def test_no_frame_draws_more_than_there_is_and_none_that_shines_goes_out(
    frame: "np.ndarray[tuple[int], np.dtype[np.uint8]]", amperes: float, channel_ma: float
) -> None:
    supply = Supply(amperes, channel_ma)
    levels = Levels(supply=supply)
    if supply.steps < frame.size:
        with pytest.raises(OutputError, match="too few"):
            levels.check(frame.size)
        return
    levels.check(frame.size)
    sent = settled(levels, frame)
    assert supply.amperes_of(sent) <= amperes * (1 + 1e-12)
    assert np.array_equal(sent > 0, frame > 0)
    assert np.all(sent <= frame)
    if supply.amperes_of(frame) <= amperes * (1 - 1e-9):
        assert np.array_equal(sent, frame)


@given(frames, st.floats(0.05, 1.0), st.floats(0.25, 4.0))
def test_what_was_brighter_is_never_dimmer(
    frame: "np.ndarray[tuple[int], np.dtype[np.uint8]]", brightness: float, gamma: float
) -> None:
    supply = Supply(frame.size * 0.002)
    sent = settled(Levels(brightness, gamma, supply), frame)
    assert np.all(np.diff(sent[np.argsort(frame, kind="stable")].astype(int)) >= 0)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"brightness": 0.0}, "brightness"),
        ({"brightness": 1.1}, "brightness"),
        ({"brightness": float("nan")}, "brightness"),
        ({"gamma": 0.0}, "gamma"),
        ({"gamma": 22.0}, "gamma"),
    ],
)
def test_levels_that_cannot_be_are_refused(wrong: dict[str, float], said: str) -> None:
    with pytest.raises(OutputError, match=said):
        Levels(**wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(("amperes", "channel_ma"), [(0, 20), (-1, 20), (1, 0), (float("inf"), 20)])
def test_a_supply_that_is_none_is_refused(amperes: float, channel_ma: float) -> None:
    with pytest.raises(OutputError, match="write both greater than 0"):
        Supply(amperes, channel_ma)


def test_a_supply_too_small_for_the_lamps_says_what_they_need() -> None:
    with pytest.raises(OutputError, match=r"0\.1 A are too few for 400 lamps: .* they draw 0\.19 A") as told:
        Levels(supply=Supply(0.1, 40.0)).check(1200)
    assert "\n" not in str(told.value)
