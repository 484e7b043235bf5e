"""The curve of a plan: a picture that says where it is from, and lets nothing through."""

import re
from xml.etree import ElementTree as ET

import pytest

from pacelight.plan.pasted import points
from pacelight.plan.wanted import even_to, negative_to, through
from pacelight.web.plan.curve import NARROW, WIDE, Size, curves

SAYS = ('A <title> & "more"', "Speed", "Lead", "metres")
SPLITS = through("1500", points("400 55.8\n800 1:52.0\n1500 3:30.00")).plan


def drawn(svg: str) -> list[list[tuple[float, float]]]:
    """Where each line runs, from left to right."""
    return [
        [(float(x), float(y)) for x, y in (pair.split(",") for pair in line.split())]
        for line in re.findall(r'<polyline class="line [ab]" points="([^"]+)"', svg)
    ]


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_every_line_stays_within_the_picture_and_goes_from_start_to_finish(size: Size) -> None:
    plans = [SPLITS, negative_to("1500", "3:33.00", "6").plan]
    for line in drawn(curves(plans, ident="x", says=SAYS, size=size)):
        assert line[0][0] == size.left
        assert line[-1][0] == size.width - size.right
        assert all(0 <= y <= size.height for _, y in line)
        assert line == sorted(line, key=lambda point: point[0])


def test_an_even_plan_is_a_straight_line_and_no_noise() -> None:
    speed, lead = drawn(curves([even_to("1500", "3:30.00").plan], ident="x", says=SAYS, size=WIDE))
    assert len({y for _, y in speed}) == len({y for _, y in lead}) == 1


def test_a_light_ahead_of_even_pace_is_drawn_above_it() -> None:
    _, lead = drawn(curves([SPLITS], ident="x", says=SAYS, size=WIDE))
    quarter = lead[len(lead) // 4][1]  # the first 400 m are the fastest
    assert quarter < lead[0][1]


def test_what_it_says_is_escaped_and_the_picture_is_whole() -> None:
    svg = curves([SPLITS], ident="curve", says=SAYS, size=WIDE)
    root = ET.fromstring(svg)  # noqa: S314  # our own
    assert root[0].text == SAYS[0]
    assert "<title> &" not in svg.replace('<title id="curve">', "")
