"""What a passing may be."""

import pytest

from pacelight.distance import Distance
from pacelight.errors import RaceError
from pacelight.mark import Elapsed, Timing
from pacelight.timing import Gun, Method, Owner, Passing


def passing(**changes: object) -> Passing:
    fields: dict[str, object] = {
        "bib": "1",
        "distance": Distance.parse("1500"),
        "elapsed": Elapsed.of_ms(209_630),
        "method": Method.PHOTO,
        "official": True,
        "source": "gate",
        "key": "gate-1",
    }
    return Passing(**(fields | changes))  # type: ignore[arg-type]


def test_a_passing_is_the_runner_s_own_unless_it_says_otherwise() -> None:
    assert passing().owner is Owner.ATHLETE


def test_the_gun_is_where_time_begins() -> None:
    assert Gun("gun", "contact").elapsed == Elapsed(0)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"bib": ""}, "needs a bib and a key"),
        ({"key": ""}, "needs a bib and a key"),
        ({"distance": Distance(0)}, "bib 1: a passing is beyond the start line"),
        ({"elapsed": Elapsed(0)}, "bib 1: a passing at 1500 m comes after the gun"),
        ({"elapsed": Elapsed(-5)}, "comes after the gun"),
    ],
)
def test_a_passing_that_cannot_be_is_refused(changes: dict[str, object], says: str) -> None:
    with pytest.raises(RaceError, match=says):
        passing(**changes)


@pytest.mark.parametrize(
    ("method", "timing"),
    [
        (Method.PHOTO, Timing.FAT),
        (Method.CELL, Timing.FAT),
        (Method.TRANSPONDER, Timing.TRANSPONDER),
        (Method.HAND, Timing.HAND),
        (Method.VIDEO, Timing.UNKNOWN),
    ],
)
def test_each_method_says_how_its_marks_are_timed(method: Method, timing: Timing) -> None:
    assert method.timing is timing
    assert len(Method) == 5
