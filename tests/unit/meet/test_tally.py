"""Times by key, and whose they are afterwards."""

from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from pacelight.meet.desk.requests import Correct, Do, Reassign, Split, Strike
from pacelight.meet.desk.tally import Tally


def tally(*distances: str) -> Tally:
    numbers = count(1)
    return Tally(lambda: f"k{next(numbers)}", distances)


def typed(one: Tally, keys: str) -> list[Do]:
    return [do for at, key in enumerate(keys) for _, do in one.press(key, 1000 + at)]


def test_space_is_a_time_and_figures_say_whose_the_oldest_is() -> None:
    assert typed(tally(), "  12\n7\r") == [
        Split(at_unix_ns=1000, source="keys"),
        Split(at_unix_ns=1001, source="keys"),
        Reassign(what="k1", bib="12"),
        Reassign(what="k2", bib="7"),
    ]


def test_enter_without_a_figure_is_a_time_as_of_a_foot_switch() -> None:
    assert typed(tally(), "\r") == [Split(at_unix_ns=1000, source="keys")]


def test_a_bib_that_was_wrong_is_typed_again() -> None:
    one = tally()
    assert typed(one, " 12\nu7\n")[-1] == Reassign(what="k1", bib="7")
    assert one.waiting == []


def test_a_time_that_was_none_is_taken_out() -> None:
    one = tally()
    assert typed(one, "  u")[-1] == Strike(what="k2", reason="the key was pressed by mistake")
    assert [taken.key for taken in one.waiting] == ["k1"]
    assert typed(one, "uu") == [Strike(what="k1", reason="the key was pressed by mistake")]


def test_a_figure_too_many_is_taken_back() -> None:
    assert typed(tally(), " 123\x7f\n")[-1] == Reassign(what="k1", bib="12")


def test_a_runner_who_comes_again_is_at_the_next_distance() -> None:
    done = typed(tally("400 m", "800 m"), " 1\n 2\n 1\n")
    assert [do.distance for do in done if isinstance(do, Split)] == ["400 m"] * 3
    assert [do for do in done if isinstance(do, Correct)] == [Correct(what="k5", distance="800 m")]


def test_a_bib_without_a_time_asks_nothing() -> None:
    assert typed(tally(), "12\n") == []


@given(st.text(" \r0123456789u\x7f\x1b?", max_size=60))
def test_every_time_is_asked_for_once_and_every_key_is_another(keys: str) -> None:
    one = tally()
    asks = [ask for at, key in enumerate(keys) for ask in one.press(key, at)]
    times = [key for key, do in asks if isinstance(do, Split)]
    assert times == [taken.key for taken in one.taken]
    assert len({key for key, _ in asks}) == len(asks)
    struck = {do.what for _, do in asks if isinstance(do, Strike)}
    assert struck == {taken.key for taken in one.taken if taken.struck}
