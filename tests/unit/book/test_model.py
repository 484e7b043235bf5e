"""Values of the book cannot be wrong."""

from collections.abc import Callable
from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from pacelight.book.model import Decision, DecisionKind, Facts, Performance, Source
from pacelight.errors import BookError
from pacelight.mark import Mark

Ran = Callable[..., Performance]
Decided = Callable[..., Decision]


@pytest.mark.parametrize("missing", ["key", "athlete_key"])
def test_a_performance_without_key_or_athlete_is_refused(ran: Ran, missing: str) -> None:
    with pytest.raises(BookError, match="a performance needs a key and an athlete"):
        ran("nuguse", "3:46.63", "2025-02-08", **{missing: ""})


def test_a_sequence_below_zero_is_refused(ran: Ran) -> None:
    with pytest.raises(BookError, match="the order within a day starts at 1, not -1"):
        ran("nuguse", "3:46.63", "2025-02-08", seq=-1)


def test_a_fact_does_not_change(ran: Ran) -> None:
    with pytest.raises(FrozenInstanceError):
        ran("nuguse", "3:46.63", "2025-02-08").place = 1  # type: ignore[misc]


def test_what_was_decided_later_cannot_have_been_known_before(decided: Decided) -> None:
    with pytest.raises(BookError, match="p: ratified on 2025-03-21 cannot be known on 2025-03-20"):
        decided("p", "ratified", "2025-03-21", "2025-03-20")
    assert decided("p", "ratified", "2025-03-21").learned == date(2025, 3, 21)


@pytest.mark.parametrize("kind", sorted(set(DecisionKind) - {DecisionKind.WITHDRAWN}))
def test_a_correction_and_nothing_else_names_a_new_mark(decided: Decided, kind: DecisionKind) -> None:
    right, wrong = ("3:46.63", "") if kind is DecisionKind.CORRECTED else ("", "3:46.63")
    assert decided("p", kind, "2025-03-21", mark=right).mark == (Mark.parse(right) if right else None)
    with pytest.raises(BookError, match="p: a correction, and nothing else, names a new mark"):
        decided("p", kind, "2025-03-21", mark=wrong)


def test_facts_until_a_day_hold_nothing_that_was_run_or_learned_later(
    ran: Ran, decided: Decided, source: Source
) -> None:
    first, second = ran("nuguse", "3:46.63", "2025-02-08"), ran("ingebrigtsen", "3:45.14", "2025-02-13")
    submitted = decided(first.key, "submitted", "2025-02-08")
    late = decided(first.key, "ratified", "2025-02-12", "2025-03-21")
    facts = Facts((source,), (), (first, second), (submitted, late), ())
    assert facts.until(date(2025, 2, 12)) == Facts((source,), (), (first,), (submitted,), ())
    assert facts.until(date(2025, 3, 21)) == facts
    assert facts.until(date(2025, 2, 7)) == Facts((source,), (), (), (), ())
