"""Distances, exact to the millimetre."""

import pytest

from pacelight.distance import MILE, Distance
from pacelight.errors import DistanceError


@pytest.mark.parametrize(
    ("text", "mm", "shown"),
    [
        ("1500", 1_500_000, "1500 m"),
        ("1500 m", 1_500_000, "1500 m"),
        ("1500m", 1_500_000, "1500 m"),
        ("1500 metres", 1_500_000, "1500 m"),
        ("1500 meters", 1_500_000, "1500 m"),
        ("1609.344 m", 1_609_344, "1609.344 m"),
        ("mile", 1_609_344, "1609.344 m"),
        ("Mile", 1_609_344, "1609.344 m"),
        ("1 mi", 1_609_344, "1609.344 m"),
        ("2 miles", 3_218_688, "3218.688 m"),
        ("0.75 miles", 1_207_008, "1207.008 m"),
        ("440 yd", 402_336, "402.336 m"),
        ("880 yards", 804_672, "804.672 m"),
        ("10 km", 10_000_000, "10000 m"),
        ("21.0975 km", 21_097_500, "21097.5 m"),
        ("42.195 km", 42_195_000, "42195 m"),
        ("109.344", 109_344, "109.344 m"),
        ("0", 0, "0 m"),
    ],
)
def test_a_distance_is_read_to_the_millimetre(text: str, mm: int, shown: str) -> None:
    distance = Distance.parse(text)
    assert (distance.mm, str(distance)) == (mm, shown)


def test_the_mile_is_exact_and_not_1609_m() -> None:
    assert Distance.parse("mile") == MILE == Distance(1_609_344)
    assert Distance.parse("1500") < MILE
    assert (repr(MILE), MILE.metres) == ("Distance('1609.344 m')", 1609.344)
    assert MILE.mm - 1_500_000 == 109_344  # what is left of a mile at 1500 m


@pytest.mark.parametrize(
    "text",
    ["", "m", "km", "yd", "miles", "far", "1,500", "1.500.000", "-400", "1500 feet", "10K", "1e3", "400 m m"],
)
def test_what_is_no_distance_is_refused(text: str) -> None:
    with pytest.raises(DistanceError) as refused:
        Distance.parse(text)
    assert str(refused.value) == (f"not a distance: '{text}' (write 1500, 1609.344 m, 10 km or 2 miles)")


@pytest.mark.parametrize("text", ["1609.3445", "1 yd", "100.12345 m"])
def test_a_part_of_a_millimetre_is_refused_never_rounded(text: str) -> None:
    with pytest.raises(DistanceError) as refused:
        Distance.parse(text)
    assert str(refused.value) == f"'{text}' is not a whole number of millimetres"


def test_a_distance_that_cannot_be_is_refused() -> None:
    with pytest.raises(DistanceError, match="a distance is not negative: -1 mm"):
        Distance(-1)
    with pytest.raises(DistanceError, match=r"counted in whole millimetres, not 1609344\.0"):
        Distance(1_609_344.0)  # type: ignore[arg-type]
