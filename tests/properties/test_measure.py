"""Laws of lengths and points."""

from hypothesis import given
from hypothesis import strategies as st

from pacelight.mark import Mark
from pacelight.measure import Length, Points, score

FURTHEST_CM = 99_999_999
"""Six figures of metres: beyond a day's run."""

centimetres = st.integers(1, FURTHEST_CM)
lengths = centimetres.map(lambda cm: Length(cm * 10))
points = st.integers(1, 99_999).map(Points)
times = st.integers(1, 10**8).map(lambda ms: Mark(ms, 3))


def test_every_centimetre_to_110_m_is_read_exactly() -> None:
    texts = [f"{cm // 100}.{cm % 100:02d}" for cm in range(1, 11_001)]
    assert [Length.parse(text).mm for text in texts] == [cm * 10 for cm in range(1, 11_001)]
    assert [str(Length.parse(text)) for text in texts] == texts
    # The same by way of a float, which is why none holds a mark.
    assert sum(int(float(text) * 100) != cm for cm, text in enumerate(texts, 1)) > 0


@given(lengths)
def test_printed_lengths_read_back(length: Length) -> None:
    assert Length.parse(str(length)) == length


@given(points)
def test_printed_points_read_back(sum_of_ten: Points) -> None:
    assert Points.parse(str(sum_of_ten)) == sum_of_ten


@given(st.integers(10, FURTHEST_CM * 10))
def test_measuring_never_makes_a_throw_longer_and_never_costs_a_centimetre(mm: int) -> None:
    assert 0 <= mm - Length.measured(mm).mm < 10


@given(lengths)
def test_an_official_length_measured_again_is_the_same(length: Length) -> None:
    assert Length.measured(length.mm) == length


@given(lengths, lengths)
def test_of_lengths_the_longer_has_the_smaller_score(one: Length, other: Length) -> None:
    assert (score(one) < score(other)) is (one > other)


@given(points, points)
def test_of_points_more_have_the_smaller_score(one: Points, other: Points) -> None:
    assert (score(one) < score(other)) is (one > other)


@given(times, times)
def test_of_times_the_faster_has_the_smaller_score(one: Mark, other: Mark) -> None:
    assert (score(one) < score(other)) is (one < other)
