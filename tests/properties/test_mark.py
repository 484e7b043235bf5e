"""Laws of marks."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacelight.errors import MarkError
from pacelight.mark import Elapsed, Mark, Timing

HOURS_100 = 100 * 3600 * 1000
"""Thousandths: beyond this nobody runs, and hours have more than two figures."""

precisions = st.integers(0, 3)
elapsed = st.integers(1, (HOURS_100 - 1000) * 1_000_000)


@st.composite
def marks(draw: st.DrawFn) -> Mark:
    precision = draw(precisions)
    step = 10 ** (3 - precision)
    thousandths = step * draw(st.integers(1, (HOURS_100 - 1) // step))
    return Mark(thousandths, precision, draw(st.sampled_from(Timing)))


def test_every_hundredth_from_3_20_to_5_00_is_read_exactly() -> None:
    wrong = []
    for hundredths in range(20_000, 30_001):
        minutes, rest = divmod(hundredths, 6_000)
        text = f"{minutes}:{rest // 100:02d}.{rest % 100:02d}"
        mark = Mark.parse(text)
        if (mark.thousandths, str(mark)) != (hundredths * 10, text):
            wrong.append(text)
    assert wrong == []
    # The same by way of a float, which is why none holds a mark.
    assert sum(int(float(f"{h // 100}.{h % 100:02d}") * 100) != h for h in range(20_000, 30_001)) == 704


@given(marks())
def test_a_printed_mark_reads_back_as_it_was(mark: Mark) -> None:
    again = Mark.parse(str(mark), mark.timing)
    assert (again.thousandths, again.precision, again.timing) == (
        mark.thousandths,
        mark.precision,
        mark.timing,
    )
    assert str(again) == str(mark)


@given(elapsed, precisions)
def test_rounding_never_makes_a_runner_faster_and_never_slower_by_a_step(ns: int, precision: int) -> None:
    mark = Mark.from_elapsed(Elapsed(ns), precision)
    step = Fraction(1, 10**precision)
    assert 0 <= Fraction(mark.elapsed.ns - ns, 10**9) < step
    assert mark.precision == precision


@given(elapsed, elapsed, precisions)
def test_who_was_faster_on_the_raw_clock_never_has_the_slower_mark(
    one: int, other: int, precision: int
) -> None:
    first, second = sorted((one, other))
    assert Mark.from_elapsed(Elapsed(first), precision) <= Mark.from_elapsed(Elapsed(second), precision)


@given(marks())
def test_a_mark_passes_the_door_unchanged(mark: Mark) -> None:
    assert str(Mark.from_elapsed(mark.elapsed, mark.precision, mark.timing)) == str(mark)


@given(elapsed)
def test_rounding_twice_is_rounding_once(ns: int) -> None:
    fine = Mark.from_elapsed(Elapsed(ns), 3)
    assert Mark.from_elapsed(fine.elapsed, 2) == Mark.from_elapsed(Elapsed(ns), 2)


@given(st.lists(marks(), max_size=20))
def test_the_order_of_marks_is_the_order_of_their_thousandths(many: list[Mark]) -> None:
    ordered = [mark.thousandths for mark in sorted(many)]
    assert ordered == sorted(mark.thousandths for mark in many)
    assert len(set(many)) == len({mark.thousandths for mark in many})


@given(marks())
def test_no_part_of_a_mark_is_a_float(mark: Mark) -> None:
    kinds = {type(part) for part in (mark.thousandths, mark.precision, mark.elapsed.ns)}
    assert kinds == {int}


@given(st.floats())
def test_no_float_becomes_a_time(value: float) -> None:
    for make in (Mark, Elapsed):
        with pytest.raises(MarkError, match="a time is counted in whole"):
            make(value)  # type: ignore[arg-type]


@given(st.text(max_size=12) | st.from_regex(r"[0-9:.,'\"hmsi ]{0,14}", fullmatch=True))
def test_any_text_is_read_or_refused_in_one_line_with_advice_that_reads(text: str) -> None:
    try:
        mark = Mark.parse(text)
    except MarkError as refused:
        said = str(refused)
        assert said.startswith(f"not a time: '{' '.join(text.split())}' (")
        assert len(said.splitlines()) == 1
        advice = said.removesuffix(")").rpartition("(write ")[2]
        if "(write " in said and not advice.startswith("minutes:"):
            assert Mark.parse(advice).thousandths > 0
    else:
        assert mark == Mark.parse(str(mark))
