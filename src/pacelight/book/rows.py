"""Facts as they are read: rows of `schema` as values of `model`."""

from typing import Any, get_args

from sqlalchemy import Connection, Row, Select, func, select

from pacelight.book.model import Athlete, Coverage, Decision, DecisionKind, ListLevel, Performance, Source
from pacelight.book.schema import (
    athletes,
    coverage,
    decisions,
    performance_keys,
    performances,
    persons,
    sources,
)
from pacelight.event import Level, Sex
from pacelight.mark import Mark, Timing

__all__ = [
    "of_group",
    "read_athletes",
    "read_coverage",
    "read_decisions",
    "read_performances",
    "read_sexes",
    "read_source",
    "revision",
]


def read_source(connection: Connection, key: str) -> Source | None:
    """The source of that key."""
    row = connection.execute(select(sources).where(sources.c.key == key)).one_or_none()
    return None if row is None else Source(row.key, row.who, row.url, row.as_of)


def read_athletes(connection: Connection) -> list[Athlete]:
    """All athletes in order of their keys."""
    last = (
        select(performances.c.nation)
        .where(performances.c.athlete == athletes.c.id)
        .order_by(performances.c.day.desc(), performances.c.seq.desc())
        .limit(1)
        .scalar_subquery()
    )
    query = select(persons, func.coalesce(last, athletes.c.nation).label("nation"))
    joined = query.join(athletes, athletes.c.id == persons.c.athlete)
    return [
        Athlete(row.key, row.name, row.nation, tuple(row.aliases.splitlines()))
        for row in connection.execute(joined.order_by(persons.c.key))
    ]


def read_performances(connection: Connection, event: str, sex: Sex) -> list[Performance]:
    """All performances of an event, in the order of the fold: day, sequence, arrival."""
    query = (
        select(performances, performance_keys.c.key, persons.c.key.label("athlete_key"), persons.c.name)
        .outerjoin(performance_keys, performance_keys.c.performance == performances.c.id)
        .outerjoin(persons, persons.c.athlete == performances.c.athlete)
    )
    ordered = of_group(query, event, sex).order_by(performances.c.day, performances.c.seq, performances.c.id)
    return [_performance(row) for row in connection.execute(ordered)]


def read_decisions(connection: Connection, event: str, sex: Sex) -> list[Decision]:
    """All decisions about an event's performances, in the order they were taken."""
    query = (
        select(decisions, performance_keys.c.key)
        .join(performances, performances.c.id == decisions.c.performance)
        .outerjoin(performance_keys, performance_keys.c.performance == performances.c.id)
    )
    ordered = of_group(query, event, sex).order_by(decisions.c.decided, decisions.c.learned, decisions.c.id)
    return [
        Decision(
            _key(row.key, row.performance),
            DecisionKind(row.kind),
            row.decided,
            row.learned,
            row.by,
            row.why,
            row.source or "",
            _mark(row),
        )
        for row in connection.execute(ordered)
    ]


def read_coverage(connection: Connection, event: str, sex: Sex) -> list[Coverage]:
    """What the book covers of an event's lists."""
    query = select(coverage).where(coverage.c.event == event, coverage.c.sex == sex.value)
    return [
        Coverage(
            row.level if row.level in get_args(ListLevel) else Level(row.level),
            row.scope,
            row.event,
            Sex(row.sex),
            row.since,
            _mark(row),
            row.source,
        )
        for row in connection.execute(query.order_by(coverage.c.since, coverage.c.id))
    ]


def read_sexes(connection: Connection, athlete_key: str) -> list[Sex]:
    """In whose events the athlete has run, most often first."""
    query = (
        select(performances.c.sex)
        .join(persons, persons.c.athlete == performances.c.athlete)
        .where(persons.c.key == athlete_key)
        .group_by(performances.c.sex)
        .order_by(func.count().desc())
    )
    return [Sex(row.sex) for row in connection.execute(query)]


def revision(connection: Connection) -> tuple[int, int, int]:
    """Changes whenever a fact is appended."""
    latest = [
        select(func.coalesce(func.max(table.c.id), 0)).scalar_subquery()
        for table in (performances, decisions, coverage)
    ]
    first, second, third = connection.execute(select(*latest)).one()
    return first, second, third


def of_group(query: Select[Any], event: str, sex: Sex) -> Select[Any]:
    """The query, of the performances of one event of one sex."""
    return query.where(performances.c.event == event, performances.c.sex == sex.value)


def _mark(row: Row[Any]) -> Mark | None:
    if row.thousandths is None:
        return None
    return Mark(row.thousandths, row.precision, Timing(row.timing))


def _key(key: str | None, number: int) -> str:
    """Identity of a performance; its number where the person was forgotten."""
    return key or f"performance-{number}"


def _performance(row: Row[Any]) -> Performance:
    return Performance(
        key=_key(row.key, row.id),
        event=row.event,
        sex=Sex(row.sex),
        mark=Mark(row.thousandths, row.precision, Timing(row.timing)),
        athlete_key=row.athlete_key or f"athlete-{row.athlete}",
        athlete=row.name or "",
        nation=row.nation,
        day=row.day,
        venue=row.venue,
        competition=row.competition,
        place=row.place,
        en_route_of=row.en_route_of,
        official=row.official,
        source_key=row.source,
        seq=row.seq,
        flags=row.flags,
        note=row.note,
    )
