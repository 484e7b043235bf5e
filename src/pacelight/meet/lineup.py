"""From the lights that a race file wishes to plans: the one place where the book is asked for a pace."""

from typing import TYPE_CHECKING

from pacelight.book.model import NotKnown, Standing
from pacelight.distance import Distance
from pacelight.errors import BookError, PacelightError, RaceError
from pacelight.event import Level
from pacelight.mark import Elapsed, Mark
from pacelight.measure import AnyMark
from pacelight.meet.entries import Asked
from pacelight.meet.protocol import mark_shown
from pacelight.meet.racefile import RaceFile
from pacelight.meet.racefile_schema import EvenPlan, LightFields, RecordPlan, SplitsPlan
from pacelight.plan.makers import even, from_record, splits
from pacelight.plan.model import Plan

if TYPE_CHECKING:
    from pacelight.book.asking.lists import Book

__all__ = ["asked", "plan_of"]


def asked(race: RaceFile, book: "Book") -> list[Asked]:
    """Every light of the race with its plan.

    Raises:
        BookError: a record is not known, or the question is none.
        MarkError, PlanError: a mark or a plan that cannot be; the light is named.
    """
    return [_named(light, race, book) for light in race.lights]


def plan_of(light: Asked) -> Plan:
    """The plan of a light as the journal keeps it: no book is needed."""
    knots = tuple((Distance(mm), Elapsed(ns)) for mm, ns in light.knots)
    return Plan(Distance(light.distance_mm), knots, light.name, light.kind, light.origin)


def _named(light: LightFields, race: RaceFile, book: "Book") -> Asked:
    try:
        match light.plan:
            case RecordPlan():
                return _from_record(light, light.plan, race, book)
            case EvenPlan():
                mark = race.heat.event.read_time(light.plan.mark)
                return _asked(light, even(race.distance, mark), mark, f"{mark} even")
            case SplitsPlan():
                return _from_splits(light, light.plan, race)
    except PacelightError as error:
        raise type(error)(f"light '{light.name}': {error}") from error


def _from_record(light: LightFields, wish: RecordPlan, race: RaceFile, book: "Book") -> Asked:
    if wish.level not in set(Level):
        raise RaceError(f"no level '{wish.level}' (there are {', '.join(Level)})")
    as_of = wish.as_of or race.eve
    event, sex = race.heat.event, race.heat.sex
    found = book.record(
        event, sex, level=Level(wish.level), scope=wish.scope, as_of=as_of, ratified=wish.ratified
    )
    if isinstance(found, NotKnown):
        raise BookError(f"the record is not known: {found.why}")
    holders = ", ".join(holder.athlete for holder in found.holders)
    question = f"the book: {_question(found)} as of {as_of}"
    label = f"{found.label} {found.mark} {holders}, as of {as_of}"
    plan = from_record(found, origin=question)
    return _asked(light, plan, found.mark, label, origin=question, athlete=holders, as_of=as_of.isoformat())


def _question(found: Standing) -> str:
    return f"{found.label} {found.scope}, {found.event.code} {found.sex}"


def _from_splits(light: LightFields, wish: SplitsPlan, race: RaceFile) -> Asked:
    points = [(Distance.parse(at), Mark.parse(time)) for at, time in wish.splits]
    plan = splits(race.distance, [(at, mark.elapsed) for at, mark in points])
    return _asked(light, plan, points[-1][1], f"{points[-1][1]} by splits")


def _asked(
    light: LightFields,
    plan: Plan,
    mark: AnyMark,
    label: str,
    *,
    origin: str = "the race file",
    athlete: str | None = None,
    as_of: str | None = None,
) -> Asked:
    return Asked(
        name=light.name,
        label=label,
        colour=light.colour,
        head_m=light.head_m,
        tail_m=light.tail_m,
        kind=str(light.plan.__struct_config__.tag),
        origin=origin,
        mark=mark_shown(mark),
        athlete=athlete,
        as_of=as_of,
        distance_mm=plan.distance.mm,
        knots=[(at.mm, when.ns) for at, when in plan.knots],
    )
