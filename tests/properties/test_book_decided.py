"""Decisions that are taken back and taken anew: the last word of a day counts, and of days the later."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacelight.book.asking.lists import Book
from pacelight.book.history import History
from pacelight.book.keeping.hands import withdrawal
from pacelight.book.model import Decision, DecisionKind, Performance, Source
from pacelight.event import EVENTS, Sex
from pacelight.mark import Mark

FIRST = date(2025, 3, 1)
SOURCE = Source("made", "Made up", "", FIRST)
RUN = Performance(
    key="run",
    event="MILEsh",
    sex=Sex.MEN,
    mark=Mark.parse("3:45.14"),
    day=date(2025, 2, 13),
    venue="Liévin",
    competition="",
    athlete_key="ingebrigtsen-jakob",
    athlete="Jakob Ingebrigtsen",
    nation="NOR",
)
RATIFIED = Decision("run", DecisionKind.RATIFIED, FIRST, FIRST, "World Athletics", "", "")

days = st.lists(st.lists(st.booleans(), max_size=5), min_size=1, max_size=4)
"""Of each day, what was said: ratified, or that this day's ratification is taken back."""


def said(evening: list[list[bool]]) -> list[Decision]:
    """Word by word; nothing is taken back that does not stand."""
    words = []
    for n, day in enumerate(evening):
        ratified = replace(RATIFIED, decided=FIRST + timedelta(days=n), learned=FIRST + timedelta(days=n))
        stands = False
        for ratifies in day:
            if ratifies != stands:
                words.append(ratified if ratifies else back(ratified, ratified.decided))
                stands = ratifies
    return words


def back(decision: Decision, day: date) -> Decision:
    return withdrawal(decision, day, day, by="World Athletics", why="")


def standing(evening: list[list[bool]]) -> int:
    """How many ratifications stand: one of each day whose last word it was."""
    return sum(bool(day) and day[-1] for day in evening)


@given(days)
def test_the_last_word_of_each_day_counts(evening: list[list[bool]]) -> None:
    history = History([RUN], said(evening))
    (found,) = history.decided([RUN], FIRST + timedelta(days=9))
    assert len(found) == standing(evening)
    assert {one.kind for one in found} <= {DecisionKind.RATIFIED}


@given(days, st.integers(0, 3))
def test_what_is_taken_back_on_a_later_day_does_not_stand_whatever_was_said_on_its_own(
    evening: list[list[bool]], nth: int
) -> None:
    words = said(evening)
    ratified = next((one for one in words if one.decided == FIRST + timedelta(days=nth)), None)
    if ratified is None:
        return
    history = History([RUN], [*words, back(ratified, FIRST + timedelta(days=20))])
    (found,) = history.decided([RUN], FIRST + timedelta(days=30))
    assert all(one.decided != ratified.decided for one in found)


@pytest.mark.parametrize("evening", [[[True, False]], [[True, False, True]], [[True], [True, False, True]]])
def test_a_book_says_the_same_of_words_that_are_written_into_it(evening: list[list[bool]]) -> None:
    with Book.create() as book:
        book.add([RUN], SOURCE)
        for word in said(evening):
            assert book.decide(word, anew=True)
            assert not book.decide(word, anew=True)
        history = book.part(EVENTS["MILEsh"], Sex.MEN).history
        (found,) = history.decided([RUN], FIRST + timedelta(days=9))
        assert len(found) == standing(evening)
