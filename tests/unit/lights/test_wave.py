"""A wave: a colour as people write it, light as lamps give it."""

from typing import Any

import pytest

from pacelight.distance import MILE
from pacelight.errors import PlanError
from pacelight.lights.canvas.legend import Confusion, Entry, alike, confused, legend
from pacelight.lights.canvas.pattern import Pattern
from pacelight.lights.canvas.sight import Eye
from pacelight.lights.canvas.wave import Wave, in_daylight
from pacelight.mark import Mark
from pacelight.plan.makers import even

PLAN = even(MILE, Mark.parse("3:46.63"))


@pytest.mark.parametrize(
    ("colour", "duty"),
    [
        ("#000000", (0.0, 0.0, 0.0)),
        ("#ffffff", (1.0, 1.0, 1.0)),
        ("#FF0000", (1.0, 0.0, 0.0)),
        ("#808080", (0.215861, 0.215861, 0.215861)),  # half the steps are a fifth of the light
        ("#0a0a0a", (0.003035, 0.003035, 0.003035)),  # on the straight part
        ("#19e36b", (0.009721, 0.768151, 0.147027)),
    ],
)
def test_a_colour_is_light_and_not_steps(colour: str, duty: tuple[float, float, float]) -> None:
    assert Wave("WR", PLAN, colour).duty == pytest.approx(duty, abs=1e-6)


@pytest.mark.parametrize("colour", ["green", "#fff", "19e36b", "#19e36", "#19e36bff", "#19g36b", ""])
def test_what_is_no_colour_is_refused(colour: str) -> None:
    with pytest.raises(PlanError, match=r"light 'WR': .* is no colour \(write it as #19e36b\)"):
        Wave("WR", PLAN, colour)


@pytest.mark.parametrize(
    "shape",
    [
        {"head_m": 0.0, "tail_m": 0.0},
        {"head_m": -1.0},
        {"tail_m": -0.1},
        {"tail_m": 1e-9},
        {"head_m": float("nan")},
        {"tail_m": float("inf")},
    ],
)
def test_a_length_that_is_none_is_refused(shape: dict[str, Any]) -> None:
    with pytest.raises(PlanError, match=r"light 'WR': a head of .* make no light"):
        Wave("WR", PLAN, **shape)


@pytest.mark.parametrize(("head", "tail"), [(0.0, 5.0), (1.0, 0.0), (1.0, 5.0)])
def test_a_light_may_be_all_head_or_all_tail(head: float, tail: float) -> None:
    assert Wave("WR", PLAN, head_m=head, tail_m=tail).length_m == head + tail


@pytest.mark.parametrize("dash", [0.0, -1.0, 1e-9, float("nan"), float("inf")])
def test_a_dash_that_is_none_is_refused(dash: float) -> None:
    with pytest.raises(PlanError, match=r"light 'WR': a dash of .* is none"):
        Wave("WR", PLAN, pattern=Pattern.DASHED, dash_m=dash)


def test_in_daylight_a_light_is_as_bright_as_its_colour_can_be_and_twice_as_long() -> None:
    sunny = in_daylight(Wave("WR", PLAN, "#804000", 1.0, 5.0, Pattern.DASHED, 2.0, 3, "World record"))
    assert sunny == Wave("WR", PLAN, "#ff8000", 2.0, 10.0, Pattern.DASHED, 4.0, 3, "World record")


@pytest.mark.parametrize("colour", ["#000000", "#ffffff", "#ff0000"])
def test_in_daylight_what_is_full_or_black_keeps_its_colour(colour: str) -> None:
    assert in_daylight(Wave("WR", PLAN, colour)).colour == colour


def test_the_legend_says_what_each_light_is() -> None:
    record = Wave("WR", PLAN, legend="World record 3:46.63, Nuguse")
    pacer = Wave("pacer", PLAN, "#2f7bff", pattern=Pattern.DASHED)
    assert legend([record, pacer]) == (
        Entry("#19e36b", Pattern.COMET, "World record 3:46.63, Nuguse"),
        Entry("#2f7bff", Pattern.DASHED, "pacer"),
    )
    assert str(legend([record])[0]) == "#19e36b  comet     World record 3:46.63, Nuguse"


def test_lights_that_only_their_colour_tells_apart_are_named() -> None:
    one = Wave("WR", PLAN)
    two = Wave("NR", PLAN, "#2f7bff", dash_m=7.0)  # of a comet, a dash says nothing
    long = Wave("MR", PLAN, pattern=Pattern.DASHED)
    short = Wave("PB", PLAN, pattern=Pattern.DASHED, dash_m=0.5)
    assert alike([one, two, long, short]) == (("WR", "NR"),)


def test_lights_of_one_pattern_are_confused_where_somebody_takes_their_colours_for_one_another() -> None:
    green, amber = Wave("WR", PLAN, "#19e36b"), Wave("pacer", PLAN, "#ffb000")
    blue, solid = Wave("NR", PLAN, "#2f7bff"), Wave("AR", PLAN, "#ffb000", pattern=Pattern.SOLID)
    (found,) = confused([green, amber, blue, solid])
    assert found == Confusion("WR", "pacer", (Eye.PROTAN, Eye.DEUTAN))
    assert str(found) == (
        "lights 'WR' and 'pacer': with protanopia or deuteranopia one takes their colours for one another "
        "and their pattern is the same (give one of them another pattern)"
    )


def test_lights_of_one_colour_and_pattern_are_confused_by_everybody() -> None:
    (found,) = confused([Wave("WR", PLAN), Wave("pacer", PLAN)])
    assert str(found).startswith("lights 'WR' and 'pacer': everybody takes their colours for one another")
