"""A plan and what it stands for: of which event, to which mark, whose that was."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pacelight.book.model import Standing
from pacelight.distance import Distance
from pacelight.errors import PlanError
from pacelight.event import Event
from pacelight.event import event as find_event
from pacelight.mark import Elapsed, Mark
from pacelight.measure import AnyMark
from pacelight.plan import makers
from pacelight.plan.model import Knot, Plan

__all__ = ["Wanted", "at_standing", "even_to", "negative_to", "runnable", "through"]

_ASKED = "asked for"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A plan and what it stands for.

    Attributes:
        mark: the time at the finish.
        athlete: whose it was; None where it is nobody's.
        as_of: the day for which the book was asked; None where it was not.
    """

    event: Event
    plan: Plan
    mark: AnyMark
    athlete: str | None = None
    as_of: date | None = None

    @property
    def title(self) -> str:
        """All of it in one line."""
        who = f" {self.athlete}" if self.athlete else ""
        day = f", as of {self.as_of}" if self.as_of else ""
        standing = ", from a standing start" if self.plan.ramp else ""
        return f"{self.event.name}: {self.plan.name}{who}{day}{standing}"

    @property
    def per_100_s(self) -> float:
        """Seconds for 100 m, on average."""
        return self.plan.finish.ns * 100_000 / self.plan.distance.mm / 1e9


def runnable(name: str) -> tuple[Event, Distance]:
    """An event that a light can run, and how far that is.

    Raises:
        EventError: no such event.
        PlanError: it has no distance.
    """
    event = find_event(name)
    if event.distance is None:
        raise PlanError(f"{event.name} has no distance: no light can run it")
    return event, event.distance


def even_to(name: str, time: str) -> Wanted:
    """At an even pace to a mark.

    Raises:
        EventError, MarkError, PlanError: no such event, no such time, or nobody runs it.
    """
    event, distance = runnable(name)
    mark = event.read_time(time)
    return Wanted(event, makers.even(distance, mark, origin=_ASKED), mark)


def negative_to(name: str, time: str, faster: str) -> Wanted:
    """To a mark, the second half so much faster than the first.

    Raises:
        EventError, MarkError, PlanError: no such event, no such time, or nobody runs it.
    """
    event, distance = runnable(name)
    mark, gained = event.read_time(time), Mark.parse(faster).elapsed
    return Wanted(event, makers.negative(distance, mark, gained, origin=_ASKED), mark)


def through(name: str, points: Iterable[Knot]) -> Wanted:
    """Through points, the finish last.

    Raises:
        EventError, PlanError: no such event, or a plan that cannot be.
    """
    event, distance = runnable(name)
    plan = makers.splits(distance, points, origin=_ASKED)
    return Wanted(event, plan, Mark.from_elapsed(Elapsed(plan.finish.ns), event.precision))


def at_standing(found: Standing, day: date) -> Wanted:
    """At the even pace of a record, as the book has it as of a day.

    Raises:
        PlanError: the event has no distance.
    """
    asked = f"the book: {found.label} {found.scope}, {found.event.code} {found.sex} as of {day}"
    holders = ", ".join(holder.athlete for holder in found.holders)
    return Wanted(found.event, makers.from_record(found, origin=asked), found.mark, holders, day)
