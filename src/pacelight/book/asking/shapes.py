"""What else the book answers, as JSON: what a mark would be, a career."""

from collections.abc import Sequence
from datetime import date

from pacelight.book.asking.answers import Json, asked_shape, event_shape, mark, performance
from pacelight.book.asking.career import Age, Career, HeldRecord, Honour, Run
from pacelight.book.asking.worth import Ranking, Worth
from pacelight.event import Event, Sex
from pacelight.measure import AnyMark, unit

__all__ = ["career", "levels"]


def levels(
    of: tuple[Event, Sex, AnyMark],
    found: Sequence[Worth],
    ranks: Sequence[Ranking],
    *,
    as_of: date,
    known_at: date,
) -> Json:
    """``pacelight.levels/1``: what a mark would be on each covered list."""
    event, sex, given = of
    return {
        "schema": "pacelight.levels/1",
        "known": True,
        **asked_shape(as_of, known_at),
        "event": event_shape(event),
        "sex": sex,
        "mark": mark(given),
        "levels": [
            {
                "label": one.label,
                "scope": one.scope,
                "age": one.age,
                "race": one.race,
                "verdict": one.verdict,
                "by": {"value": one.by, "unit": unit(given).value},
                "stood": mark(one.stood),
                "holders": [
                    {**performance(holder), "status": status}
                    for holder, status in zip(one.holders, one.statuses, strict=True)
                ],
            }
            for one in found
        ],
        "ranks": [{"scope": one.scope, "rank": one.rank} for one in ranks],
    }


def career(found: Career, *, as_of: date, known_at: date) -> Json:
    """``pacelight.athlete/1``: all that the book says of an athlete."""
    athlete = found.athlete
    return {
        "schema": "pacelight.athlete/1",
        "known": True,
        **asked_shape(as_of, known_at),
        "athlete": {
            "key": athlete.key,
            "name": athlete.name,
            "nation": athlete.nation,
            "aliases": list(athlete.aliases),
            "born": None if athlete.born is None else str(athlete.born),
        },
        "bests": [_run(one) for one in found.bests],
        "seasons": [{"year": one.performance.day.year, **_run(one)} for one in found.seasons],
        "progression": [_run(one) for one in found.progression],
        "records": [_held(one) for one in found.records],
        "honours": [_honour(one) for one in found.honours],
    }


def _run(one: Run) -> Json:
    told = {"status": one.status, "covered": one.covered, "age": _age(one.age)}
    return {**performance(one.performance), "event": event_shape(one.event), **told}


def _held(one: HeldRecord) -> Json:
    step = one.step
    return {
        **performance(step.performance),
        "event": event_shape(one.event),
        "level": one.level,
        "label": step.standing.label,
        "scope": step.standing.scope,
        "age_group": step.standing.coverage.age,
        "race": step.standing.coverage.race,
        "equalled": step.equalled,
        "status": step.status,
        "until": None if step.until is None else step.until.isoformat(),
        "days_stood": step.days_stood,
        "age": _age(one.age),
    }


def _honour(one: Honour) -> Json:
    told = {"medal": one.medal, "age": _age(one.age)}
    return {**performance(one.performance), "event": event_shape(one.event), **told}


def _age(age: Age | None) -> Json | None:
    return None if age is None else {"least": age.least, "most": age.most, "days": age.days}
