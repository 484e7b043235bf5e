"""The book's answers as JSON: shapes that programs may rely on, each naming its schema."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from pacelight.book.asking.leads import Lead
from pacelight.book.model import AllTime, Coverage, NotKnown, Performance, Standing, Step
from pacelight.book.races import kind_of
from pacelight.event import Event
from pacelight.measure import AnyMark, Points, unit, value

__all__ = [
    "Json",
    "all_time",
    "asked_shape",
    "event_shape",
    "lead",
    "mark",
    "not_known",
    "performance",
    "progression",
    "record",
    "record_shape",
]

Json = dict[str, Any]


def record(
    standing: Standing, confirmed: Standing | None = None, *, as_of: date, known_at: date, ratified: bool
) -> Json:
    """``pacelight.record/1``: the record of a list on a day, and the ratified one where it still waits."""
    return {
        "schema": "pacelight.record/1",
        "known": True,
        **asked_shape(as_of, known_at),
        "ratified_only": ratified,
        **record_shape(standing),
        "confirmed": None if confirmed is None else record_shape(confirmed),
    }


def progression(steps: Sequence[Step], *, as_of: date, known_at: date, ratified: bool) -> Json:
    """``pacelight.progression/1``: each record of a list, at least one, in order of time."""
    return {
        "schema": "pacelight.progression/1",
        "known": True,
        **asked_shape(as_of, known_at),
        "ratified_only": ratified,
        **_list(steps[-1].standing),
        "coverage": _coverage(steps[-1].standing.coverage),
        "steps": [
            {
                **performance(step.performance),
                "label": step.standing.label,
                "status": step.status,
                "equalled": step.equalled,
                "until": None if step.until is None else step.until.isoformat(),
                "days_stood": step.days_stood,
            }
            for step in steps
        ],
    }


def all_time(found: AllTime, *, year: int | None = None, as_of: date, known_at: date) -> Json:
    """``pacelight.list/1``: an all-time list or a year's; a rank beyond what it covers is null."""
    return {
        "schema": "pacelight.list/1",
        "known": True,
        **asked_shape(as_of, known_at),
        "event": event_shape(found.event),
        "sex": found.sex,
        "scope": found.scope,
        "age": found.coverage.age,
        "race": found.coverage.race,
        "year": year,
        "all_performances": found.all_performances,
        "coverage": _coverage(found.coverage),
        "entries": [
            {"rank": entry.rank, **performance(entry.performance), "status": entry.status}
            for entry in found.entries
        ],
    }


def lead(found: Lead, *, as_of: date, known_at: date) -> Json:
    """``pacelight.lead/1``: the best of a year and all who share it."""
    return {
        "schema": "pacelight.lead/1",
        "known": True,
        **asked_shape(as_of, known_at),
        "event": event_shape(found.event),
        "sex": found.sex,
        "label": found.label,
        "scope": found.scope,
        "age": found.coverage.age,
        "race": found.coverage.race,
        "year": found.year,
        "mark": mark(found.mark),
        "holders": [
            {**performance(holder), "status": status}
            for holder, status in zip(found.holders, found.statuses, strict=True)
        ],
        "coverage": _coverage(found.coverage),
    }


def not_known(answer: NotKnown, schema: str, *, as_of: date, known_at: date) -> Json:
    """The same schema where the book cannot tell: ``known`` is false and ``why`` says why."""
    return {"schema": schema, "known": False, **asked_shape(as_of, known_at), "why": answer.why}


def performance(given: Performance) -> Json:
    """One performance, without what people decided about it."""
    return {
        "key": given.key,
        "event": given.event,
        "mark": mark(given.mark),
        "athlete": given.athlete,
        "athlete_key": given.athlete_key,
        "nation": given.nation,
        "day": given.day.isoformat(),
        "venue": given.venue,
        "competition": given.competition,
        "place": given.place,
        "en_route_of": given.en_route_of,
        "official": given.official,
        "wind_mps": None if given.wind is None else given.wind / 10,
        "round": given.round,
        "race": kind_of(given),
        "conditions": list(given.conditions),
        "flags": given.flags,
        "source": given.source_key,
    }


def record_shape(standing: Standing) -> Json:
    """A record without the question: label, mark, holders, what is covered."""
    return {
        **_list(standing),
        "label": standing.label,
        "recognition": standing.recognition,
        "mark": mark(standing.mark),
        "since": standing.since.isoformat(),
        "status": standing.status,
        "holders": [
            {**performance(holder), "status": status}
            for holder, status in zip(standing.holders, standing.statuses, strict=True)
        ],
        "coverage": _coverage(standing.coverage),
    }


def asked_shape(as_of: date, known_at: date) -> Json:
    """As of when, as every answer says it."""
    return {"as_of": as_of.isoformat(), "known_at": known_at.isoformat()}


def event_shape(event: Event) -> Json:
    """An event as every answer writes it."""
    return {"code": event.code, "name": event.name}


def mark(given: AnyMark) -> Json:
    """A mark as every answer of the project writes it."""
    return {
        "text": str(given),
        "value": value(given),
        "unit": unit(given).value,
        "precision": 0 if isinstance(given, Points) else given.precision,
    }


def _list(standing: Standing) -> Json:
    return {
        "event": event_shape(standing.event),
        "sex": standing.sex,
        "level": standing.level,
        "scope": standing.scope,
        "age": standing.coverage.age,
        "race": standing.coverage.race,
    }


def _coverage(covered: Coverage) -> Json:
    return {
        "level": covered.level,
        "scope": covered.scope,
        "age": covered.age,
        "race": covered.race,
        "since": covered.since.isoformat(),
        "down_to": None if covered.down_to is None else mark(covered.down_to),
        "source": covered.source,
    }
