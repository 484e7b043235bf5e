"""Splits as people type and paste them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacelight.distance import Distance
from pacelight.errors import PlanError
from pacelight.mark import Elapsed, Mark
from pacelight.plan.pasted import points

WRITTEN = [
    "400 55.8\n800 1:52.0\n1500 3:30.00",
    "400=55.8; 800=1:52.0; 1500=3:30.00",
    "400 m: 0:55.8\r\n800 m: 1:52.0\r\n1500 m: 3:30.00\r\n",
    "400\t55.8\n800\t1:52.0\n\n1500\t3:30.00",
    "400 | 55.8,\n800 | 1:52.0,\n1.5 km | 3:30.00",
]


@pytest.mark.parametrize("text", WRITTEN)
def test_however_they_are_written_the_points_are_the_same(text: str) -> None:
    wanted = [("400", "55.8"), ("800", "1:52.0"), ("1500", "3:30.00")]
    assert points(text) == tuple((Distance.parse(at), Mark.parse(time).elapsed) for at, time in wanted)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no points (write distance and running time, one a line: 400 55.8)"),
        ("\n ;\n", "no points"),
        ("400 55.8\n800 fast", "line 2: not a point: '800 fast' (write distance and running time: 400 55.8)"),
        ("400 55.8\nbell 2:50", "line 2: not a point: 'bell 2:50'"),
        ("400 3.45.14", "line 1: not a time: '3.45.14'"),
        ("400.0001 55.8", "line 1: '400.0001' is not a whole number of millimetres"),
        ("400 55.8\n" * 201, "201 points are more than a plan has (200 at most)"),
    ],
)
def test_what_is_no_point_is_named_with_its_line(text: str, said: str) -> None:
    with pytest.raises(PlanError) as refused:
        points(text)
    assert str(refused.value).startswith(said)


@given(st.text(max_size=200))
def test_any_text_is_points_or_is_refused(text: str) -> None:
    with suppress(PlanError):
        assert all(at.mm >= 0 and when.ns >= 0 for at, when in points(text))


@given(st.lists(st.tuples(st.integers(1, 10**7), st.integers(1, 10**6)), min_size=1, max_size=20))
def test_what_was_written_by_a_table_is_read_back(rows: list[tuple[int, int]]) -> None:
    knots = tuple((Distance(metres * 1000), Elapsed(hundredths * 10_000_000)) for metres, hundredths in rows)
    text = "\n".join(f"{at}\t{Mark.from_elapsed(when)}" for at, when in knots)
    assert points(text) == knots
