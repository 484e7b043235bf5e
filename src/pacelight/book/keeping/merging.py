"""Two athletes who are one: whose performances they are, and what arrives under the other name later."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, delete, func, select, update

from pacelight.book.birth import Birth, BirthPrecision
from pacelight.book.model import DecisionKind, Facts
from pacelight.book.store.schema import coverage, decisions, performances, persons
from pacelight.errors import BookError
from pacelight.event import Level

__all__ = ["merge", "resolved"]

_AT_ONCE = 500
"""Keys in one question to the database; SQLite takes some tens of thousands."""


def merge(connection: Connection, kept: str, other: str) -> int:
    """Make all that is said of an athlete said of another; marks, days and sources stay as they were.

    Args:
        connection: in a transaction.
        kept: key of the one who stays.
        other: key of the one who becomes another name of theirs.

    Returns:
        how many performances change hands.

    Raises:
        BookError: the same athlete, or two who cannot be one: born on different days, or both in one race.
    """
    if kept == other:
        raise BookError(f"'{kept}' is one athlete already (name two)")
    one, two = _person(connection, kept), _person(connection, other)
    born = _born(one, two)
    _check_apart(connection, one, two)
    theirs = performances.c.athlete == two.athlete
    moved = connection.execute(select(func.count()).where(theirs)).scalar_one()
    connection.execute(update(performances).where(theirs).values(athlete=one.athlete))
    connection.execute(
        update(decisions).where(decisions.c.athlete == two.athlete).values(athlete=one.athlete)
    )
    _move_coverage(connection, kept, other)
    connection.execute(delete(persons).where(persons.c.athlete == two.athlete))
    names = [*one.aliases.splitlines(), two.name, *two.aliases.splitlines(), two.key]
    aliases = "\n".join(dict.fromkeys(name for name in names if name != one.name))
    connection.execute(
        update(persons).where(persons.c.athlete == one.athlete).values(aliases=aliases, **born)
    )
    return int(moved)


def resolved(connection: Connection, given: Facts) -> Facts:
    """Facts about athletes by the keys of the book, where it knows a key as another name of somebody."""
    keys = {p.athlete_key for p in given.performances}
    keys |= {a.key for a in given.athletes} | {d.athlete_key for d in given.decisions}
    known = _known_as(connection, keys - {""})
    if not known:
        return given
    return replace(
        given,
        athletes=tuple(replace(a, key=known.get(a.key, a.key)) for a in given.athletes),
        performances=tuple(
            replace(p, athlete_key=known.get(p.athlete_key, p.athlete_key)) for p in given.performances
        ),
        decisions=tuple(
            replace(d, athlete_key=known.get(d.athlete_key, d.athlete_key)) for d in given.decisions
        ),
    )


def _known_as(connection: Connection, keys: set[str]) -> dict[str, str]:
    """Of the keys that are nobody's, those that are another name of somebody, and whose."""
    strange = keys - set(_own(connection, keys))
    if not strange:
        return {}
    named = connection.execute(select(persons.c.key, persons.c.aliases).where(persons.c.aliases != ""))
    return {alias: row.key for row in named for alias in row.aliases.splitlines() if alias in strange}


def _own(connection: Connection, keys: set[str]) -> Iterator[str]:
    ordered = sorted(keys)
    for start in range(0, len(ordered), _AT_ONCE):
        some = persons.c.key.in_(ordered[start : start + _AT_ONCE])
        yield from connection.execute(select(persons.c.key).where(some)).scalars()


def _person(connection: Connection, key: str) -> Row[Any]:
    found = connection.execute(select(persons).where(persons.c.key == key)).one_or_none()
    if found is None:
        raise BookError(f"no athlete '{key}' in the book (name one by the key)")
    return found


def _born(one: Row[Any], two: Row[Any]) -> dict[str, Any]:
    """The finer of two births that can be the same."""
    births = [Birth(row.born, BirthPrecision(row.born_precision)) for row in (one, two) if row.born]
    if len(births) > 1 and (births[0].latest < births[1].day or births[1].latest < births[0].day):
        raise BookError(f"{one.key} and {two.key} are two: born {births[0]} and {births[1]}")
    order = list(BirthPrecision)
    finest = min(births, key=lambda birth: order.index(birth.precision), default=None)
    return {} if finest is None else {"born": finest.day, "born_precision": finest.precision.value}


def _check_apart(connection: Connection, one: Row[Any], two: Row[Any]) -> None:
    """Nobody is in one race twice; what was annulled is in none."""
    mine, other = performances.alias(), performances.alias()
    same = [mine.c[name] == other.c[name] for name in ("event", "sex", "day", "venue", "round")]
    void = select(decisions.c.performance).where(
        decisions.c.kind == DecisionKind.ANNULLED.value, decisions.c.performance.is_not(None)
    )
    counted = [table.c.id.not_in(void) for table in (mine, other)]
    met = connection.execute(
        select(mine.c.event, mine.c.day, mine.c.venue)
        .join(other, mine.c.id != other.c.id)
        .where(mine.c.athlete == one.athlete, other.c.athlete == two.athlete, *same, *counted)
        .limit(1)
    ).one_or_none()
    if met is not None:
        where = f"{met.event} on {met.day}{f' in {met.venue}' if met.venue else ''}"
        raise BookError(f"{one.key} and {two.key} are both in {where} (annul the one that was not run)")


def _move_coverage(connection: Connection, kept: str, other: str) -> None:
    """What is covered of the other's own lists is covered of the one who stays, unless it was already."""
    own = (coverage.c.level.in_([Level.PB.value, Level.SB.value]), coverage.c.scope == other)
    there = coverage.alias()
    same = [there.c[name] == coverage.c[name] for name in ("level", "event", "sex", "age", "since")]
    already = select(there.c.id).where(there.c.scope == kept, *same).exists()
    connection.execute(delete(coverage).where(*own, already))
    connection.execute(update(coverage).where(*own).values(scope=kept))
