"""Facts as they are read: rows of `schema` as values of `model`."""

from collections.abc import Collection
from typing import Any, get_args

from sqlalchemy import ColumnElement, Connection, Row, Select, bindparam, func, or_, select

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
from pacelight.book.store.asked import OF_EVENT, SOME, Asked, Some
from pacelight.book.store.kept_marks import read_mark
from pacelight.book.store.merges import merged, read_persons
from pacelight.book.store.schema import (
    athletes,
    book,
    competitions,
    coverage,
    decisions,
    merges,
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
    "read_last_decisions",
    "read_performances",
    "read_sexes",
    "read_source",
    "read_venues",
    "revision",
]

_SOURCE = select(sources).where(sources.c.key == bindparam("key"))
_COMPETITIONS = select(competitions).order_by(competitions.c.name)
_NAMED = _COMPETITIONS.where(competitions.c.name.in_(bindparam("names", expanding=True)))
_REVISION = select(book.c.revision)


def read_source(connection: Connection, key: str) -> Source | None:
    """The source of that key."""
    row = connection.execute(_SOURCE, {"key": key}).one_or_none()
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
    return [_performance(row) for row in _PERFORMANCES.rows(connection, event, sex, some)]


def read_decisions(connection: Connection, event: str, sex: Sex, some: Some = None) -> list[Decision]:
    """All decisions about an event's performances, or about their athletes, in the order they were taken."""
    return [_decision(row) for row in _DECISIONS.rows(connection, event, sex, some)]


def read_last_decisions(connection: Connection, most: int) -> list[Decision]:
    """What became known last about single performances, the latest first."""
    last = _told_decisions().where(decisions.c.performance.is_not(None))
    ordered = last.order_by(decisions.c.learned.desc(), decisions.c.id.desc()).limit(most)
    return [_decision(row) for row in connection.execute(ordered)]


def _told_decisions() -> Select[Any]:
    """Decisions with the keys of what they are about."""
    return (
        select(decisions, performance_keys.c.key, persons.c.key.label("athlete_key"))
        .outerjoin(performances, performances.c.id == decisions.c.performance)
        .outerjoin(performance_keys, performance_keys.c.performance == performances.c.id)
        .outerjoin(persons, persons.c.athlete == decisions.c.athlete)
    )


def _ordered_performances(which: ColumnElement[bool]) -> Select[Any]:
    return (
        select(performances, performance_keys.c.key, persons.c.key.label("athlete_key"), persons.c.name)
        .outerjoin(performance_keys, performance_keys.c.performance == performances.c.id)
        .outerjoin(persons, persons.c.athlete == performances.c.athlete)
        .where(which)
        .order_by(performances.c.day, performances.c.seq, performances.c.id)
    )


def _decisions_about(which: ColumnElement[bool], ran: ColumnElement[bool]) -> Select[Any]:
    """About performances, or about the athletes of those that were run."""
    theirs = decisions.c.athlete.in_(select(performances.c.athlete).where(ran))
    told = _told_decisions().where(or_(which, theirs))
    return told.order_by(decisions.c.decided, decisions.c.learned, decisions.c.id)


def _births(which: ColumnElement[bool]) -> Select[Any]:
    """Whose birth is known, or may be known better: others were merged into them."""
    merged_into = persons.c.athlete.in_(select(merges.c.kept))
    ran = persons.c.athlete.in_(select(performances.c.athlete).where(which))
    return select(persons, merged_into.label("merged_into")).where(
        ran, or_(persons.c.born.is_not(None), merged_into)
    )


_PERFORMANCES = Asked.about(_ordered_performances)
_DECISIONS = Asked(
    _decisions_about(OF_EVENT, OF_EVENT),
    _decisions_about(decisions.c.performance.in_(SOME), performances.c.id.in_(SOME)),
)
_BIRTHS = Asked.about(_births)


def read_births(connection: Connection, event: str, sex: Sex, some: Some = None) -> dict[str, Birth]:
    """When the athletes of an event were born, by their keys; of those of whom it is known."""
    found = _BIRTHS.rows(connection, event, sex, some).all()
    births = {row.key: born for row in found if (born := _born(row)) is not None}
    if kept := {row.athlete: row.key for row in found if row.merged_into}:
        # Who was merged into them may have had a birth that says more.
        keys = {kept[end] for end in merged(connection).values() if end in kept}
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
    query, named = (_COMPETITIONS, {}) if names is None else (_NAMED, {"names": list(names)})
    return {
        row.name: Competition(row.name, row.kind and CompetitionKind(row.kind), row.series, row.honours)
        for row in connection.execute(query, named)
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
    return int(connection.execute(_REVISION).scalar_one())


def of_group(query: Select[Any], event: str, sex: Sex) -> Select[Any]:
    """The query, of the performances of one event of one sex."""
    return query.where(performances.c.event == event, performances.c.sex == sex.value)


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
