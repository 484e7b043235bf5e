"""Lamps tried out: every lamp is lit in its turn, and never more of them than was asked for."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacelight.errors import SurveyError
from pacelight.lights.trial.patterns import PATTERNS, Step, lit, pattern, steps
from pacelight.track import Survey, track

LAMPS = st.integers(2, 500)


@given(LAMPS)
def test_one_after_another_each_lamp_is_lit_once_and_alone(lamps: int) -> None:
    frames = np.stack(list(pattern("each", lamps))).reshape(lamps, lamps, 3)
    assert np.array_equal(frames, np.eye(lamps, dtype=np.uint8)[:, :, None] * np.full(3, 255, np.uint8))


@given(LAMPS, st.sampled_from(["red", "green", "blue"]))
def test_a_colour_is_one_channel_of_every_lamp_at_a_quarter(lamps: int, name: str) -> None:
    (frame,) = pattern(name, lamps)
    place = ["red", "green", "blue"].index(name)
    assert (frame[place::3].tolist(), int(frame.sum())) == ([64] * lamps, 64 * lamps)


def test_the_first_lamp_is_green_and_the_last_red() -> None:
    (frame,) = pattern("ends", 3)
    assert frame.tolist() == [0, 255, 0, 0, 0, 0, 255, 0, 0]


def test_white_is_all_three() -> None:
    (frame,) = pattern("white", 2)
    assert frame.tolist() == [64] * 6


def test_what_is_no_pattern_is_refused_before_anything_is_shown() -> None:
    with pytest.raises(SurveyError, match=f"no pattern 'blu' .there are {', '.join(PATTERNS)}."):
        pattern("blu", 3)


@given(st.integers(200, 400))
def test_by_lamp_each_is_passed_in_running_direction(lamps: int) -> None:
    survey = Survey.even_kerb(track("short-200"), lamps)
    found = steps(survey, "lamp")
    assert [step.lamps for step in found] == [(lamp,) for lamp in range(lamps)]
    assert [step.metre for step in found] == survey.metres.tolist()


def test_by_metre_a_straight_is_walked_from_end_to_end() -> None:
    survey = Survey.even_kerb(track("straight-100-3.5-20"), 40)
    metres = [step.metre for step in steps(survey, "metre")]
    assert metres == list(range(-103, 21))
    assert steps(survey, "metre")[0].lamps == (0,)


@given(st.integers(200, 400))
def test_by_metre_no_lamp_is_nearer_than_the_one_that_is_lit(lamps: int) -> None:
    survey = Survey.even_kerb(track("short-200"), lamps)
    found = steps(survey, "metre")
    assert [step.metre for step in found] == list(range(200))
    for step in found:
        off = np.abs(survey.metres - step.metre)
        off = np.minimum(off, 200 - off)
        assert off[step.lamps[0]] == off.min()


def test_there_is_no_other_way_to_go() -> None:
    with pytest.raises(SurveyError, match="by lamp or by metre, not by 'foot'"):
        steps(Survey.even_kerb(track("short-200"), 200), "foot")


def test_a_step_lights_its_lamps_and_no_other() -> None:
    assert lit(4, Step((1, 3), 0.0).lamps).tolist() == [0, 0, 0, 255, 255, 255, 0, 0, 0, 255, 255, 255]
