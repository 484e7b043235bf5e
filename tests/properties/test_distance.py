"""Laws of distances."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from pacelight.distance import MILE, Distance
from pacelight.errors import DistanceError

distances = st.integers(0, 1_000_000_000).map(Distance)


@given(distances)
def test_a_printed_distance_reads_back_as_it_was(distance: Distance) -> None:
    assert Distance.parse(str(distance)) == distance


@given(distances)
def test_metres_are_the_millimetres_and_nothing_else(distance: Distance) -> None:
    assert round(distance.metres * 1000) == distance.mm
    assert Decimal(str(distance).removesuffix(" m")) * 1000 == distance.mm


@given(st.lists(distances, max_size=20))
def test_the_order_of_distances_is_the_order_of_their_millimetres(many: list[Distance]) -> None:
    assert [one.mm for one in sorted(many)] == sorted(one.mm for one in many)


@given(st.integers(1, 10_000))
def test_so_many_miles_are_so_many_times_the_mile(miles: int) -> None:
    assert Distance.parse(f"{miles} miles").mm == miles * MILE.mm


@given(st.text(max_size=12) | st.from_regex(r"[0-9]{0,6}(\.[0-9]{0,6})? ?(m|km|mi|mile|miles|yd)?"))
def test_any_text_is_read_or_refused_in_one_line(text: str) -> None:
    shown = f"'{' '.join(text.split())}'"
    said = shown
    try:
        distance = Distance.parse(text)
    except DistanceError as refused:
        said = str(refused)
    else:
        assert Distance.parse(str(distance)) == distance
    assert shown in said
    assert len(said.splitlines()) == 1
