"""What an import is compared with: people and marks as the book has them, without what nobody compares."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, FromClause, and_, exists, func, or_, select

from pacelight.book.birth import Birth
from pacelight.book.model import DecisionKind, Source
from pacelight.book.store.kept_marks import read_mark
from pacelight.book.store.merges import read_persons
from pacelight.book.store.rows import of_group
from pacelight.book.store.schema import (
    assertions,
    decisions,
    performance_keys,
    performances,
    persons,
    sources,
)
from pacelight.event import Sex
from pacelight.measure import AnyMark

__all__ = [
    "HeldMark",
    "HeldPerson",
    "read_marks",
    "read_people",
    "read_said",
    "read_sources",
    "standing",
]


@dataclass(frozen=True, slots=True)
class HeldPerson:
    """An athlete of the book.

    Attributes:
        names: the name, then the aliases.
        nations: for which they have competed.
        sexes: in whose events.
    """

    key: str
    names: tuple[str, ...]
    born: Birth | None
    nations: frozenset[str]
    sexes: frozenset[Sex]


@dataclass(frozen=True, slots=True)
class HeldMark:
    """A performance of the book.

    Attributes:
        key: of the performance.
        athlete: key of the athlete.
        source: key of the source that said so first.
        stands: nobody has rejected or annulled it.
    """

    key: str
    athlete: str
    nation: str
    day: date
    mark: AnyMark
    venue: str
    place: int | None
    round: str
    wind: int | None
    source: str
    stands: bool


def read_people(connection: Connection) -> list[HeldPerson]:
    """Every athlete, in order of their keys."""
    run: dict[int, set[tuple[str, str]]] = {}
    ran = select(performances.c.athlete, performances.c.nation, performances.c.sex).distinct()
    for row in connection.execute(ran):
        run.setdefault(row.athlete, set()).add((row.nation, row.sex))
    return [
        HeldPerson(
            one.key,
            one.names,
            one.born,
            frozenset(nation for nation, _ in run.get(one.number, ())),
            frozenset(Sex(sex) for _, sex in run.get(one.number, ())),
        )
        for one in read_persons(connection)
    ]


def _after(one: FromClause, other: FromClause) -> ColumnElement[bool]:
    """Whether of two decisions of one day one was said after the other."""
    at_once = and_(one.c.learned == other.c.learned, one.c.id > other.c.id)
    return or_(one.c.learned > other.c.learned, at_once)


def standing(kinds: Collection[DecisionKind]) -> ColumnElement[bool]:
    """Whether a row of `decisions` is of one of these kinds, speaks of all levels, and was not taken back."""
    back, before = decisions.alias(), decisions.alias()
    told_before = exists().where(
        before.c.performance == back.c.performance,
        before.c.kind == back.c.withdraws,
        before.c.decided == back.c.taken,
        before.c.level.is_(None),
        _after(back, before),
    )
    withdrawn = exists().where(
        back.c.performance == decisions.c.performance,
        back.c.withdraws == decisions.c.kind,
        back.c.taken == decisions.c.decided,
        back.c.level.is_(None),
        or_(back.c.decided > decisions.c.decided, _after(back, decisions), ~told_before),
    )
    return and_(decisions.c.kind.in_([kind.value for kind in kinds]), decisions.c.level.is_(None), ~withdrawn)


def read_marks(connection: Connection, event: str, sex: Sex) -> list[HeldMark]:
    """Every performance of an event whose athlete is known, in order of time."""
    undone = exists().where(
        decisions.c.performance == performances.c.id,
        standing({DecisionKind.REJECTED, DecisionKind.ANNULLED}),
    )
    query = (
        select(
            performances,
            performance_keys.c.key,
            persons.c.key.label("athlete_key"),
            undone.label("undone"),
        )
        .join(performance_keys, performance_keys.c.performance == performances.c.id)
        .join(persons, persons.c.athlete == performances.c.athlete)
    )
    ordered = of_group(query, event, sex).order_by(performances.c.day, performances.c.seq, performances.c.id)
    return [
        HeldMark(
            row.key,
            row.athlete_key,
            row.nation,
            row.day,
            mark,
            row.venue,
            row.place,
            row.round,
            row.wind,
            row.source,
            not row.undone,
        )
        for row in connection.execute(ordered)
        if (mark := read_mark(row)) is not None
    ]


def read_sources(connection: Connection) -> list[Source]:
    """Everybody who says something, in order of their keys."""
    query = select(sources).order_by(sources.c.key)
    return [Source(row.key, row.who, row.url, row.as_of) for row in connection.execute(query)]


def read_said(connection: Connection, keys: Iterable[str]) -> dict[str, int]:
    """Of how many performances each of these sources says the mark."""
    query = select(assertions.c.source, func.count().label("rows")).group_by(assertions.c.source)
    found = {row.source: row.rows for row in connection.execute(query)}
    return {key: found.get(key, 0) for key in keys}
