"""Facts across events, read: which events are held, what each source says of a mark."""

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select, union

from pacelight.book.birth import Birth, BirthPrecision
from pacelight.book.model import Performance
from pacelight.book.store.kept_marks import read_mark
from pacelight.book.store.merges import merged, read_persons
from pacelight.book.store.rows import of_group, read_performances
from pacelight.book.store.schema import (
    assertions,
    coverage,
    merges,
    performance_keys,
    performances,
    persons,
)
from pacelight.event import Sex
from pacelight.measure import AnyMark

__all__ = ["Assertion", "read_assertions", "read_birth", "read_groups", "read_performance"]


_BIRTH = select(
    persons.c.athlete,
    persons.c.born,
    persons.c.born_precision,
    persons.c.athlete.in_(select(merges.c.kept)).label("merged_into"),
).where(persons.c.key == bindparam("key"))
_KEYED = (
    select(performances.c.id, performances.c.event, performances.c.sex)
    .join(performance_keys, performance_keys.c.performance == performances.c.id)
    .where(performance_keys.c.key == bindparam("key"))
)


@dataclass(frozen=True, slots=True)
class Assertion:
    """What one source says the mark of a performance was.

    Attributes:
        performance_key: of which performance.
        source: key of the source.
        mark: as it has it.
    """

    performance_key: str
    source: str
    mark: AnyMark


def read_groups(connection: Connection, athlete_key: str | None) -> set[tuple[str, Sex]]:
    """Code and class of each event of which there is a performance, or a list.

    Args:
        connection: to the book.
        athlete_key: only those in which the athlete has a performance.
    """
    run = select(performances.c.event, performances.c.sex)
    if athlete_key is None:
        found = connection.execute(union(run, select(coverage.c.event, coverage.c.sex)))
    else:
        theirs = run.join(persons, persons.c.athlete == performances.c.athlete)
        found = connection.execute(theirs.where(persons.c.key == athlete_key).distinct())
    return {(row.event, Sex(row.sex)) for row in found}


def read_birth(connection: Connection, athlete_key: str) -> Birth | None:
    """When an athlete was born, as far as it is known."""
    row = connection.execute(_BIRTH, {"key": athlete_key}).one_or_none()
    if row is None:
        return None
    if row.merged_into and row.athlete in merged(connection).values():
        return next(one.born for one in read_persons(connection) if one.key == athlete_key)
    return None if row.born is None else Birth(row.born, BirthPrecision(row.born_precision))


def read_performance(connection: Connection, key: str) -> Performance | None:
    """The performance of a key, as its first source has it."""
    row = connection.execute(_KEYED, {"key": key}).one_or_none()
    if row is None:
        return None
    (found,) = read_performances(connection, row.event, Sex(row.sex), (row.id,))
    return found


def read_assertions(connection: Connection, event: str, sex: Sex) -> list[Assertion]:
    """What each source says of an event's performances, in order of time and of arrival."""
    query = (
        select(assertions, performance_keys.c.key)
        .join(performances, performances.c.id == assertions.c.performance)
        .join(performance_keys, performance_keys.c.performance == performances.c.id)
    )
    ordered = of_group(query, event, sex).order_by(
        performances.c.day, performances.c.seq, performances.c.id, assertions.c.id
    )
    return [
        Assertion(row.key, row.source, mark)
        for row in connection.execute(ordered)
        if (mark := read_mark(row)) is not None
    ]
