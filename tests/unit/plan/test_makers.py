"""Each maker turns what a person knows into knots."""

from datetime import date

import pytest

from pacelight.book.model import Coverage, Performance, Standing, Status
from pacelight.distance import MILE, Distance
from pacelight.errors import PlanError
from pacelight.event import EVENTS, Event, Level, Recognition, Sex, TrackKind, event
from pacelight.mark import Mark
from pacelight.plan.makers import even, from_record, replay, splits


def record(one: Event, mark: str) -> Standing:
    """The short-track mile record of 8 February 2025, of whatever event is asked."""
    holder = Performance(
        key="nuguse",
        event=one.code,
        sex=Sex.MEN,
        mark=Mark.parse(mark),
        athlete_key="nuguse-yared",
        athlete="Yared Nuguse",
        nation="USA",
        day=date(2025, 2, 8),
        venue="New York",
        competition="Millrose Games",
    )
    covered = Coverage(Level.WR, "WORLD", one.code, Sex.MEN, date(1987, 1, 1))
    return Standing(
        *(one, Sex.MEN, Level.WR, "WR", "WORLD", holder.mark, (holder,), holder.day),
        *(Status.PENDING, Recognition.RECORD, covered),
    )


def test_an_even_plan_is_named_after_its_mark() -> None:
    plan = even(MILE, Mark.parse("3:46.63"), origin="asked for")
    assert (plan.name, plan.kind, plan.origin) == ("3:46.63 even", "even", "asked for")
    assert plan.knots == ((MILE, Mark.parse("3:46.63").elapsed),)


def test_a_record_gives_its_even_pace() -> None:
    plan = from_record(record(event("MILEsh"), "3:46.63"), origin="the book")
    assert (plan.name, plan.kind, plan.origin) == ("WR 3:46.63", "record", "the book")
    assert plan.knots == ((MILE, Mark.parse("3:46.63").elapsed),)


def test_an_event_without_a_distance_cannot_be_run_by_a_light() -> None:
    hour = next(
        (one for one in EVENTS.values() if one.distance is None),
        Event("HOUR", "One hour", None, TrackKind.STANDARD),
    )
    with pytest.raises(PlanError, match="has no distance: no light can run it"):
        from_record(record(hour, "3:46.63"))


def test_splits_are_named_after_their_finish() -> None:
    points = [(Distance.parse("800"), Mark.parse("1:53").elapsed), (MILE, Mark.parse("3:46.63").elapsed)]
    assert splits(MILE, points).name == "3:46.63 by splits"


def test_a_race_is_run_again_in_whatever_order_it_was_told() -> None:
    run = [(MILE, Mark.parse("3:45.14").elapsed), (Distance.parse("1500"), Mark.parse("3:29.63").elapsed)]
    plan = replay(MILE, run)
    assert plan.knots == tuple(reversed(run))
    assert plan.name == "3:45.14 again"


def test_a_finish_alone_is_no_race_to_run_again() -> None:
    with pytest.raises(PlanError, match="only the finish was timed"):
        replay(MILE, [(MILE, Mark.parse("3:52.70").elapsed)])


@pytest.mark.parametrize("maker", [splits, replay])
def test_no_point_at_all_is_refused(maker: object) -> None:
    assert callable(maker)
    with pytest.raises(PlanError, match="has no point"):
        maker(MILE, [])
