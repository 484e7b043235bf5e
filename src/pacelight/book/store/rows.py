"""Facts as they are read: rows of `schema` as values of `model`."""

from collections.abc import Collection
from typing import Any, get_args

from sqlalchemy import Connection, Row, Select, and_, func, or_, select

from pacelight.book.birth import Birth, BirthPrecision
from pacelight.book.model import (
    Athlete,
    Competition,
    CompetitionKind,
    Coverage,
    Decision,
    DecisionKind,
    ListLevel,
    Performance,
    Source,
    Venue,
)
from pacelight.book.store.kept_marks import read_mark
from pacelight.book.store.merges import merged, read_persons
from pacelight.book.store.schema import (
    athletes,
    book,
    competitions,
    coverage,
    decisions,
    performance_keys,
    performances,
    persons,
    sources,
    venues,
)
from pacelight.event import Level, RaceKind, Sex, TrackKind

__all__ = [
    "Some",
    "of_group",
    "read_athletes",
    "read_births",
    "read_competitions",
    "read_coverage",
    "read_decisions",
    "read_performances",
    "read_sexes",
    "read_source",
    "read_venues",
    "revision",
]

Some = Collection[int] | None
"""Performances of an event by their numbers; None stands for all of them."""


def read_source(connection: Connection, key: str) -> Source | None:
    """The source of that key."""
    row = connection.execute(select(sources).where(sources.c.key == key)).one_or_none()
    return None if row is None else Source(row.key, row.who, row.url, row.as_of)


def read_athletes(connection: Connection) -> list[Athlete]:
    """All athletes in order of their keys."""
    last = (
        select(performances.c.nation)
        .where(performances.c.athlete == athletes.c.id)
        .order_by(performances.c.day.desc(), performances.c.seq.desc(), performances.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    query = select(athletes.c.id, func.coalesce(last, athletes.c.nation).label("nation"))
    nations = {row.id: row.nation for row in connection.execute(query)}
    return [
        Athlete(one.key, one.names[0], nations[one.number], one.names[1:], one.born)
        for one in read_persons(connection)
    ]


def read_performances(connection: Connection, event: str, sex: Sex, some: Some = None) -> list[Performance]:
    """Performances of an event, in the order of the fold: day, sequence, arrival."""
    query = (
        select(performances, performance_keys.c.key, persons.c.key.label("athlete_key"), persons.c.name)
        .outerjoin(performance_keys, performance_keys.c.performance == performances.c.id)
        .outerjoin(persons, persons.c.athlete == performances.c.athlete)
    )
    theirs = _of(query, event, sex, some)
    ordered = theirs.order_by(performances.c.day, performances.c.seq, performances.c.id)
    return [_performance(row) for row in connection.execute(ordered)]


def read_decisions(connection: Connection, event: str, sex: Sex, some: Some = None) -> list[Decision]:
    """All decisions about an event's performances, or about their athletes, in the order they were taken."""
    query = (
        select(decisions, performance_keys.c.key, persons.c.key.label("athlete_key"))
        .outerjoin(performances, performances.c.id == decisions.c.performance)
        .outerjoin(performance_keys, performance_keys.c.performance == performances.c.id)
        .outerjoin(persons, persons.c.athlete == decisions.c.athlete)
    )
    ran = _of(select(performances.c.athlete), event, sex, some)
    about = and_(performances.c.event == event, performances.c.sex == sex.value)
    if some is not None:
        about = decisions.c.performance.in_(some)
    theirs = query.where(or_(about, decisions.c.athlete.in_(ran)))
    ordered = theirs.order_by(decisions.c.decided, decisions.c.learned, decisions.c.id)
    return [_decision(row) for row in connection.execute(ordered)]


def read_births(connection: Connection, event: str, sex: Sex, some: Some = None) -> dict[str, Birth]:
    """When the athletes of an event were born, by their keys; of those of whom it is known."""
    ran = _of(select(performances.c.athlete), event, sex, some)
    query = select(persons).where(persons.c.born.is_not(None), persons.c.athlete.in_(ran))
    births = {row.key: born for row in connection.execute(query) if (born := _born(row)) is not None}
    ends = set(merged(connection).values())
    if ends:  # who was merged into them may have had a birth that says more
        those = select(persons.c.key).where(persons.c.athlete.in_(ran), persons.c.athlete.in_(ends))
        keys = set(connection.execute(those).scalars())
        one_of = (one for one in read_persons(connection) if one.key in keys) if keys else ()
        births |= {one.key: one.born for one in one_of if one.born is not None}
    return births


def read_venues(connection: Connection) -> dict[str, Venue]:
    """What is known of venues, by their names."""
    return {
        row.name: Venue(
            row.name, row.nation, row.altitude_m, row.track and TrackKind(row.track), row.lap_mm, row.roof
        )
        for row in connection.execute(select(venues).order_by(venues.c.name))
    }


def read_competitions(connection: Connection, names: Collection[str] | None = None) -> dict[str, Competition]:
    """What is known of competitions, of all or of some, by their names."""
    query = select(competitions).order_by(competitions.c.name)
    if names is not None:
        query = query.where(competitions.c.name.in_(names))
    return {
        row.name: Competition(row.name, row.kind and CompetitionKind(row.kind), row.series, row.honours)
        for row in connection.execute(query)
    }


def read_coverage(connection: Connection, event: str | None = None, sex: Sex | None = None) -> list[Coverage]:
    """What the book covers of an event's lists; of all lists where no event is named."""
    query = select(coverage)
    if event is not None and sex is not None:
        query = query.where(coverage.c.event == event, coverage.c.sex == sex.value)
    return [
        Coverage(
            row.level if row.level in get_args(ListLevel) else Level(row.level),
            row.scope,
            row.event,
            Sex(row.sex),
            row.since,
            read_mark(row),
            row.source,
            row.age,
            RaceKind(row.race) if row.race else None,
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
        .order_by(func.count().desc(), performances.c.sex)
    )
    return [Sex(row.sex) for row in connection.execute(query)]


def revision(connection: Connection) -> int:
    """Changes whenever anything in the book does: a fact, a birth, a person who is forgotten."""
    return int(connection.execute(select(book.c.revision)).scalar_one())


def of_group(query: Select[Any], event: str, sex: Sex) -> Select[Any]:
    """The query, of the performances of one event of one sex."""
    return query.where(performances.c.event == event, performances.c.sex == sex.value)


def _of(query: Select[Any], event: str, sex: Sex, some: Some) -> Select[Any]:
    """The query, of some performances of an event: by their numbers alone, or the database walks over all."""
    return of_group(query, event, sex) if some is None else query.where(performances.c.id.in_(some))


def _born(row: Row[Any]) -> Birth | None:
    return None if row.born is None else Birth(row.born, BirthPrecision(row.born_precision))


def _decision(row: Row[Any]) -> Decision:
    return Decision(
        performance_key="" if row.performance is None else _key(row.key, row.performance),
        kind=DecisionKind(row.kind),
        decided=row.decided,
        learned=row.learned,
        by=row.by,
        why=row.why,
        source=row.source or "",
        mark=read_mark(row),
        nation=row.nation,
        athlete_key="" if row.athlete is None else row.athlete_key or _nameless(row.athlete),
        since=row.since,
        until=row.until,
        level=None if row.level is None else Level(row.level),
        scope=row.scope or "",
        withdraws=None if row.withdraws is None else DecisionKind(row.withdraws),
        taken=row.taken,
    )


def _key(key: str | None, number: int) -> str:
    """Identity of a performance; its number where the person was forgotten."""
    return key or f"performance-{number}"


def _nameless(number: int) -> str:
    """Identity of an athlete who was forgotten."""
    return f"athlete-{number}"


def _performance(row: Row[Any]) -> Performance:
    mark = read_mark(row)
    assert mark is not None  # noqa: S101  # no performance is kept without one
    return Performance(
        key=_key(row.key, row.id),
        event=row.event,
        sex=Sex(row.sex),
        mark=mark,
        athlete_key=row.athlete_key or _nameless(row.athlete),
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
        wind=row.wind,
        round=row.round,
        conditions=tuple(row.conditions.splitlines()),
    )
