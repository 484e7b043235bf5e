"""Times by key, and whose they are afterwards."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacelight.meet.desk.requests import Correct, Do, Reassign, Split, Strike
from pacelight.meet.desk.tally import Ask, Standing, Tally

MISTAKE = "the key was pressed by mistake"


def tally(*distances: str) -> Tally:
    numbers = count(1)
    return Tally(lambda: f"k{next(numbers)}", distances)


def everything(_: Ask) -> bool:
    return True


def typed(one: Tally, keys: str, takes: Callable[[Ask], bool] = everything, race: str = "mile") -> list[Do]:
    """What is asked as keys are pressed, each answered at once."""
    found = []
    for at, key in enumerate(keys):
        one.press(key, 1000 + at, race)
        found += answered(one, takes)
    return found


def answered(one: Tally, takes: Callable[[Ask], bool] = everything) -> list[Do]:
    found = []
    while (ask := one.due) is not None:
        found.append(ask.do)
        one.answered(done=takes(ask))
    return found


def given_to(one: Tally) -> dict[str, str]:
    return {taken.key: taken.bib for taken in one.taken if taken.bib}


def refuses(*bibs: str) -> Callable[[Ask], bool]:
    return lambda ask: not (isinstance(ask.do, Reassign) and ask.do.bib in bibs)


def test_space_is_a_time_and_figures_say_whose_the_oldest_is() -> None:
    assert typed(tally(), "  12\n7\r") == [
        Split(at_unix_ns=1000, source="keys"),
        Split(at_unix_ns=1001, source="keys"),
        Reassign(what="k1", bib="12"),
        Reassign(what="k2", bib="7"),
    ]


def test_enter_without_a_figure_is_a_time_as_of_a_foot_switch() -> None:
    assert typed(tally(), "\r") == [Split(at_unix_ns=1000, source="keys")]


def test_a_bib_that_was_refused_leaves_its_time_to_the_next() -> None:
    one = tally()
    typed(one, "   44\n2\n3\n", refuses("44"))
    assert given_to(one) == {"k1": "2", "k2": "3"}
    assert [taken.key for taken in one.waiting] == ["k3"]


def test_a_time_that_was_refused_takes_no_bib() -> None:
    one = tally()
    typed(one, " ", lambda _: False)
    typed(one, " 7\n")
    assert given_to(one) == {"k2": "7"}
    assert one.waiting == []


def test_a_bib_is_for_what_was_taken_before_it() -> None:
    one = tally()
    typed(one, " 7\n ", lambda ask: not (isinstance(ask.do, Split) and ask.key == "k1"))
    assert given_to(one) == {}
    assert one.said == ["no time waits for bib 7"]
    assert len(one.waiting) == 1


def test_a_time_is_of_the_race_in_which_it_was_taken_and_its_bib_too() -> None:
    one = tally()
    one.press(" ", 1000, "heat-1")
    one.press("7", 1001, "heat-2")
    one.press("\n", 1002, "heat-2")
    asks = []
    while (ask := one.due) is not None:
        asks.append((ask.race, ask.do))
        one.answered(done=True)
    assert asks == [
        ("heat-1", Split(at_unix_ns=1000, source="keys")),
        ("heat-1", Reassign(what="k1", bib="7")),
    ]


def test_what_the_race_before_left_without_a_bib_takes_none_of_the_next() -> None:
    one = tally()
    typed(one, "  ", race="heat-1")
    typed(one, " 7\n", race="heat-2")
    assert given_to(one) == {"k3": "7"}
    typed(one, "8\n", race="heat-2")
    assert one.said == ["no time waits for bib 8"]


def test_a_time_that_somebody_else_names_is_passed_over() -> None:
    one = tally()
    assert typed(one, "  -7\n")[-1] == Reassign(what="k2", bib="7")
    assert one.taken[0].standing is Standing.LEFT
    typed(one, "uu8\n")
    assert given_to(one) == {"k1": "8"}


def test_a_bib_that_was_wrong_is_typed_again() -> None:
    one = tally()
    assert typed(one, " 12\nu7\n")[-1] == Reassign(what="k1", bib="7")
    assert one.waiting == []


def test_a_bib_that_was_right_after_all_is_not_asked_again() -> None:
    one = tally()
    assert len(typed(one, " 12\nu12\n")) == 2
    assert given_to(one) == {"k1": "12"}


def test_a_time_that_was_none_is_taken_out() -> None:
    one = tally()
    assert typed(one, "  u")[-1] == Strike(what="k2", reason=MISTAKE)
    assert [taken.key for taken in one.waiting] == ["k1"]
    assert typed(one, "uu") == [Strike(what="k1", reason=MISTAKE)]


def test_what_was_refused_is_not_undone_and_nothing_before_it_either() -> None:
    one = tally()
    typed(one, " 44\nu", refuses("44"))
    assert [taken.key for taken in one.waiting] == ["k1"]
    assert one.said == ["nothing to undo: the last thing was not done"]
    typed(one, "u", lambda _: False)
    assert one.taken[0].standing is Standing.STANDS
    typed(one, "u")
    assert one.taken[0].standing is Standing.STRUCK


def test_a_figure_too_many_is_taken_back() -> None:
    assert typed(tally(), " 123\x7f\n")[-1] == Reassign(what="k1", bib="12")


def test_a_runner_who_comes_again_is_at_the_next_distance() -> None:
    done = typed(tally("400 m", "800 m"), " 1\n 2\n 1\n")
    assert [do.distance for do in done if isinstance(do, Split)] == ["400 m"] * 3
    assert [do for do in done if isinstance(do, Correct)] == [Correct(what="k5", distance="800 m")]


def test_a_time_that_is_another_runners_after_all_goes_back_to_where_that_one_is() -> None:
    done = typed(tally("400 m", "800 m"), " 1\n 1\nu2\n")
    assert [do.distance for do in done if isinstance(do, Correct)] == ["800 m", "400 m"]
    assert done[-1] == Reassign(what="k3", bib="2")


def test_who_cannot_be_at_the_next_distance_is_not_given_the_time() -> None:
    one = tally("400 m", "800 m")
    typed(one, " 1\n 1\n", lambda ask: not isinstance(ask.do, Correct))
    assert given_to(one) == {"k1": "1"}


def test_a_bib_without_a_time_asks_nothing_and_says_so() -> None:
    one = tally()
    assert typed(one, "12\n") == []
    assert one.said == ["no time waits for bib 12"]


def test_what_was_not_asked_cannot_be_answered() -> None:
    with pytest.raises(ValueError, match="nothing was asked"):
        tally().answered(done=True)


@dataclass
class Race:
    """What a race makes of it: so many times stand, some of which have a bib."""

    refused: frozenset[str]
    times: dict[str, str] = field(default_factory=dict)

    def takes(self, ask: Ask) -> bool:
        match ask.do:
            case Split():
                if ask.key in self.refused:
                    return False
                self.times[ask.key] = ""
            case Reassign(what=what, bib=bib):
                assert what in self.times, "a bib is given to a time that stands"
                if bib in self.refused:
                    return False
                oldest = next(key for key, whose in self.times.items() if not whose)
                assert what == oldest, "a bib goes to the oldest time that stands and has none"
                self.times[what] = bib
        return True


REFUSED = st.frozensets(st.sampled_from(["k1", "k2", "k3", "k5", "1", "2", "22"]))


@given(st.lists(st.sampled_from([" ", "1\n", "2\n", "22\n", "3\n"]), max_size=30).map("".join), REFUSED)
def test_each_bib_goes_to_the_oldest_time_that_stands_unassigned(keys: str, refused: frozenset[str]) -> None:
    one, race = tally(), Race(refused)
    typed(one, keys, race.takes)
    assert given_to(one) == {key: bib for key, bib in race.times.items() if bib}
    assert [taken.key for taken in one.waiting] == [key for key, bib in race.times.items() if not bib]


@given(st.lists(st.tuples(st.sampled_from(" 12\nu-"), st.integers(0, 3)), max_size=40), st.data())
def test_how_late_the_answers_come_changes_nothing(keys: list[tuple[str, int]], data: st.DataObject) -> None:
    """Whether a request is done is drawn once, for each in its turn."""
    answers: list[bool] = []

    def nth(asked: list[Do], ask: Ask) -> bool:
        asked.append(ask.do)
        if len(asked) > len(answers):
            answers.append(data.draw(st.booleans()))
        return answers[len(asked) - 1]

    at_once, late = tally(), tally()
    one: list[Do] = []
    other: list[Do] = []
    for at, (key, some) in enumerate(keys):
        at_once.press(key, at, "mile")
        answered(at_once, lambda ask: nth(one, ask))
        late.press(key, at, "mile")
        for _ in range(some):
            if (ask := late.due) is not None:
                late.answered(done=nth(other, ask))
    answered(late, lambda ask: nth(other, ask))
    assert [named(do) for do in one] == [named(do) for do in other]
    assert at_once.said == late.said
    assert [(taken.bib, taken.standing) for taken in at_once.taken] == [
        (taken.bib, taken.standing) for taken in late.taken
    ]


def named(do: Do) -> tuple[str, object, object]:
    """Without the keys, which are drawn in the order in which they are needed."""
    return type(do).__name__, getattr(do, "at_unix_ns", None), getattr(do, "bib", None)


@given(st.text(" \r0123456789u\x7f\x1b?-", max_size=60))
def test_every_time_is_asked_for_once_and_every_key_is_another(keys: str) -> None:
    one = tally()
    asks: list[Ask] = []

    def takes(ask: Ask) -> bool:
        asks.append(ask)
        return True

    typed(one, keys, takes)
    assert [ask.key for ask in asks if isinstance(ask.do, Split)] == [taken.key for taken in one.taken]
    assert len({ask.key for ask in asks}) == len(asks)
    struck = {ask.do.what for ask in asks if isinstance(ask.do, Strike)}
    assert struck == {taken.key for taken in one.taken if taken.standing is Standing.STRUCK}
