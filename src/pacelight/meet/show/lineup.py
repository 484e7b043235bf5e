"""From the lights that a race file wishes to plans: the one place where the book is asked for a pace."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from pacelight.book.model import NotKnown, Standing
from pacelight.distance import Distance
from pacelight.errors import BookError, PacelightError, RaceError
from pacelight.event import Level
from pacelight.lights.canvas.legend import SIGNS, confused
from pacelight.lights.canvas.pattern import Pattern
from pacelight.mark import Mark
from pacelight.measure import AnyMark
from pacelight.meet.bus.protocol import mark_shown
from pacelight.meet.journal.entries import Asked
from pacelight.meet.live.waves import plan_of, wave_of
from pacelight.meet.programme.racefile import RaceFile
from pacelight.meet.programme.racefile_schema import EvenPlan, LightFields, RecordPlan, SplitsPlan
from pacelight.meet.show import legend
from pacelight.plan.makers import even, from_record, splits
from pacelight.plan.model import Plan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pacelight.book.asking.lists import Book

__all__ = ["asked", "warnings"]


def asked(race: RaceFile, book: "Book") -> list[Asked]:
    """Every light of the race with its plan.

    Raises:
        BookError: a record is not known, or the question is none.
        MarkError, PlanError: a mark or a plan that cannot be; the light is named.
    """
    wishes = [(light.colour, Pattern(light.pattern) if light.pattern else None) for light in race.lights]
    made = [_named(light, race, book) for light in race.lights]
    return [
        replace(one, colour=colour, pattern=pattern)
        for one, (colour, pattern) in zip(made, legend.signed(wishes), strict=True)
    ]


def warnings(lights: "Sequence[Asked]") -> tuple[str, ...]:
    """In one line each, lights that somebody with fewer colours cannot tell apart."""
    waves = [wave_of(light, plan_of(light), daylight=False) for light in lights]
    return tuple(str(pair) for pair in confused(waves))


def _named(light: LightFields, race: RaceFile, book: "Book") -> Asked:
    try:
        match light.plan:
            case RecordPlan():
                return _from_record(light, light.plan, race, book)
            case EvenPlan():
                mark = race.heat.event.read_time(light.plan.mark)
                return _asked(light, even(race.distance, mark), mark, legend.even(mark))
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
    label = legend.of_record(found)
    plan = from_record(found, origin=question)
    return _asked(light, plan, found.mark, label, origin=question, athlete=holders, as_of=as_of.isoformat())


def _question(found: Standing) -> str:
    return f"{found.label} {found.scope}, {found.event.code} {found.sex}"


def _from_splits(light: LightFields, wish: SplitsPlan, race: RaceFile) -> Asked:
    points = [(Distance.parse(at), Mark.parse(time)) for at, time in wish.splits]
    plan = splits(race.distance, [(at, mark.elapsed) for at, mark in points])
    return _asked(light, plan, points[-1][1], legend.by_splits(points[-1][1]))


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
        label=light.label or label,
        colour=light.colour or SIGNS[0].colour,
        head_m=light.head_m,
        tail_m=light.tail_m,
        kind=str(light.plan.__struct_config__.tag),
        origin=origin,
        mark=mark_shown(mark),
        athlete=athlete,
        as_of=as_of,
        distance_mm=plan.distance.mm,
        knots=[(at.mm, when.ns) for at, when in plan.knots],
        dash_m=light.dash_m,
        priority=light.priority,
    )
