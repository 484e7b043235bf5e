"""Lengths and points: how they are read, printed, compared, and what is refused."""

import pytest

from pacelight.errors import MarkError
from pacelight.mark import Mark
from pacelight.measure import AnyMark, Length, Points, Unit, score, unit, value


@pytest.mark.parametrize(
    ("text", "mm", "shown"),
    [
        ("8.95", 8_950, "8.95"),  # Powell 1991
        ("2.4", 2_400, "2.40"),  # a zero that a list lost
        ("74.08 m", 74_080, "74.08"),
        ("98.48m", 98_480, "98.48"),
        (" 23 ", 23_000, "23.00"),
        ("21330", 21_330_000, "21330.00"),
        ("319614", 319_614_000, "319614.00"),
    ],
)
def test_a_length_is_read_as_people_print_it(text: str, mm: int, shown: str) -> None:
    length = Length.parse(text)
    assert (length.mm, str(length), repr(length)) == (mm, shown, f"Length('{shown}')")


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("8,95", "write 8.95"),
        ("8:95", "write 8.95"),
        ("8m95", "write 8.95"),
        ("8 m 95", "write 8.95"),
        ("21,330", "write 21330"),
        ("21'330 m", "write 21330"),
        ("8.955", "write metres and centimetres, as in 8.95"),
        ("-8.95", "write metres and centimetres, as in 8.95"),
        ("NM", "write metres and centimetres, as in 8.95"),
        ("", "write metres and centimetres, as in 8.95"),
        ("0.00", "a mark is longer than nothing"),
        ("\u0668.95", "write metres and centimetres, as in 8.95"),
    ],
)
def test_what_is_no_length_is_refused_with_what_to_write_instead(text: str, advice: str) -> None:
    with pytest.raises(MarkError) as refused:
        Length.parse(text)
    assert str(refused.value) == f"not a length: '{text}' ({advice})"


@pytest.mark.parametrize(("mm", "shown"), [(8_959, "8.95"), (8_950, "8.95"), (8_949, "8.94"), (10, "0.01")])
def test_the_official_length_is_the_next_shorter_centimetre(mm: int, shown: str) -> None:
    assert str(Length.measured(mm)) == shown


@pytest.mark.parametrize("mm", [9, 0, -1])
def test_nothing_is_measured_where_nothing_was_reached(mm: int) -> None:
    with pytest.raises(MarkError, match="a mark is longer than nothing"):
        Length.measured(mm)


def test_the_run_of_an_hour_is_printed_in_whole_metres_and_equals_the_same_length() -> None:
    hour = Length(21_330_000, 0)
    assert (str(hour), repr(hour)) == ("21330", "Length('21330')")
    assert hour == Length(21_330_000)
    assert hash(hour) == hash(Length(21_330_000))


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (lambda: Length(8.95), "a length is counted in whole millimetres, not 8.95"),  # type: ignore[arg-type]
        (lambda: Length(8_951), "8951 mm are finer than a jump or a throw is measured: whole centimetres"),
        (lambda: Length(0), "a mark is longer than nothing, not 0 mm"),
        (lambda: Length(8_950, 1), "a length has 0 or 2 decimals, not 1"),
        (lambda: Length(8_950, 0), "8950 mm are finer than 0 decimals of a metre can say"),
        (lambda: Points(9126.0), "points are whole, not 9126.0"),  # type: ignore[arg-type]
        (lambda: Points(0), "a mark is more than no points, not 0"),
    ],
)
def test_a_mark_that_cannot_be_is_refused_when_it_is_made(made: object, says: str) -> None:
    assert callable(made)
    with pytest.raises(MarkError) as refused:
        made()
    assert str(refused.value) == says


@pytest.mark.parametrize("text", ["9126", "9126 pts", "9126p", " 9126 points"])
def test_points_are_read_as_people_print_them(text: str) -> None:
    points = Points.parse(text)
    assert (points.points, str(points), repr(points)) == (9126, "9126", "Points('9126')")


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("9,126", "write 9126"),
        ("9.126", "write 9126"),
        ("9 126", "write 9126"),
        ("DNF", "write whole points, as in 9126"),
        ("9126.5", "write whole points, as in 9126"),
    ],
)
def test_what_is_no_points_is_refused_with_what_to_write_instead(text: str, advice: str) -> None:
    with pytest.raises(MarkError) as refused:
        Points.parse(text)
    assert str(refused.value) == f"no points: '{text}' ({advice})"


@pytest.mark.parametrize(
    ("mark", "counted", "worth", "ordered"),
    [
        (Mark(225_140), Unit.TIME, 225_140, 225_140),
        (Length(8_950), Unit.LENGTH, 8_950, -8_950),
        (Points(9126), Unit.POINTS, 9126, -9126),
    ],
)
def test_every_mark_has_a_unit_a_value_and_a_score(
    mark: AnyMark, counted: Unit, worth: int, ordered: int
) -> None:
    assert (unit(mark), value(mark), score(mark)) == (counted, worth, ordered)
