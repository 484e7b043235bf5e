"""Two athletes who are one, or are not after all: whose performances are whose, whenever they arrive."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, insert, select, update

from pacelight.book.model import DecisionKind, Facts
from pacelight.book.scopes import plain
from pacelight.book.store.held import standing
from pacelight.book.store.merges import Person, direct, members, merged, read_persons
from pacelight.book.store.schema import decisions, merges, performance_keys, performances, persons
from pacelight.errors import BookError

__all__ = ["Said", "keep_entered", "merge", "resolved", "unmerge"]

_AT_ONCE = 500
"""Keys in one question to the database; SQLite takes some tens of thousands."""


@dataclass(frozen=True, slots=True)
class Said:
    """Who says that two are one, or are not.

    Attributes:
        by: who; empty where nobody is named.
        on: the day it was decided.
        why: for which reason.
    """

    by: str = ""
    on: date | None = None
    why: str = ""


def merge(connection: Connection, kept: str, other: str, said: Said) -> int:
    """Make all that is said of an athlete said of another; marks, days, sources and names stay as they were.

    Args:
        connection: in a transaction.
        kept: key of the one who stays.
        other: key of the one who becomes another name of theirs.
        said: by whom, when and why.

    Returns:
        how many performances change hands.

    Raises:
        BookError: the same athlete, or two who cannot be one: born on different days, or both in one race.
    """
    if kept == other:
        raise BookError(f"'{kept}' is one athlete already (name two)")
    known = {person.key: person for person in read_persons(connection)}
    one, two = _known(known, kept), _known(known, other)
    _check_births(one, two)
    _check_apart(connection, one, two)
    _log(connection, one.number, two.number, said, undone=False)
    moved = _count(connection, performances.c.athlete == two.number)
    for table in (performances, decisions):
        entered = func.coalesce(table.c.entered_as, table.c.athlete)
        connection.execute(
            update(table).where(table.c.athlete == two.number).values(athlete=one.number, entered_as=entered)
        )
    return moved


def unmerge(connection: Connection, other: str, said: Said) -> int:
    """Make two of them again: what was entered as the other's is the other's, whenever it arrived.

    Args:
        connection: in a transaction.
        other: key or name of the one who was merged into somebody.
        said: by whom, when and why.

    Returns:
        how many performances change hands.

    Raises:
        BookError: nobody of that name was merged, or several were.
    """
    into, ends = direct(connection), merged(connection)
    number = _merged_one(connection, other, set(into))
    kept = into.pop(number)
    theirs = members(into, number)
    _log(connection, kept, number, said, undone=True)
    moved = 0
    for table in (performances, decisions):
        mine = (table.c.athlete == ends[number], table.c.entered_as.in_(theirs))
        moved += _count(connection, *mine) if table is performances else 0
        connection.execute(update(table).where(*mine).values(athlete=number))
    return moved


def resolved(connection: Connection, given: Facts) -> Facts:
    """Facts about athletes by the keys of the book, where it knows a key as another name of somebody."""
    keys = {p.athlete_key for p in given.performances}
    keys |= {a.key for a in given.athletes} | {d.athlete_key for d in given.decisions}
    known = _known_as(connection, keys - {""})
    if not known:
        return given

    def key(of: str) -> str:
        return known[of].key if of in known else of

    def name(of: str, told: str) -> str:
        return known[of].names[0] if of in known and told in known[of].names else told

    return replace(
        given,
        athletes=tuple(
            replace(
                a,
                key=key(a.key),
                name=name(a.key, a.name),
                aliases=tuple(other for other in a.aliases if name(a.key, other) == other),
            )
            for a in given.athletes
        ),
        performances=tuple(
            replace(p, athlete_key=key(p.athlete_key), athlete=name(p.athlete_key, p.athlete))
            for p in given.performances
        ),
        decisions=tuple(replace(d, athlete_key=key(d.athlete_key)) for d in given.decisions),
    )


def keep_entered(connection: Connection, given: Facts, whole: Facts) -> None:
    """Keep as whom performances were entered that are somebody else's by now, so that a merge can be undone.

    Args:
        connection: in the transaction that has added them.
        given: as they arrived.
        whole: as `resolved` made them.
    """
    pairs = zip(given.performances, whole.performances, strict=True)
    other = {one.key: one.athlete_key for one, of in pairs if one.athlete_key != of.athlete_key}
    numbers = dict(_own(connection, set(other.values())))
    for key, whose in other.items():
        if whose in numbers:
            row = (
                select(performance_keys.c.performance).where(performance_keys.c.key == key).scalar_subquery()
            )
            new = (performances.c.id == row, performances.c.entered_as.is_(None))
            connection.execute(update(performances).where(*new).values(entered_as=numbers[whose]))


def _known_as(connection: Connection, keys: set[str]) -> dict[str, Person]:
    """Of the keys those that are another name of somebody, and of whom."""
    numbers, into = dict(_own(connection, keys)), merged(connection)
    strange = {key for key in keys if key not in numbers or numbers[key] in into}
    if not strange:
        return {}
    return {name: person for person in read_persons(connection) for name in person.names if name in strange}


def _own(connection: Connection, keys: set[str]) -> Iterator[tuple[str, int]]:
    """Of the keys those of athletes, and their numbers."""
    ordered = sorted(keys)
    for start in range(0, len(ordered), _AT_ONCE):
        some = persons.c.key.in_(ordered[start : start + _AT_ONCE])
        for row in connection.execute(select(persons.c.key, persons.c.athlete).where(some)):
            yield row.key, row.athlete


def _known(known: dict[str, Person], key: str) -> Person:
    if key not in known:
        raise BookError(f"no athlete '{key}' in the book (name one by the key)")
    return known[key]


def _merged_one(connection: Connection, name: str, numbers: set[int]) -> int:
    """The one who was merged into somebody and has that key or name."""
    rows = connection.execute(select(persons).where(persons.c.athlete.in_(numbers))).all()
    found = [row for row in rows if row.key == name]
    found = found or [row for row in rows if plain(name) in _names(row)]
    if len(found) == 1:
        return int(found[0].athlete)
    if found:
        keys = ", ".join(sorted(row.key for row in found))
        raise BookError(f"several who were merged are called '{name}': {keys}")
    keys = ", ".join(sorted(row.key for row in rows)) or "nobody"
    raise BookError(f"'{name}' was merged into nobody, or before merges were kept (merged are: {keys})")


def _names(row: Row[Any]) -> set[str]:
    return {plain(name) for name in (row.name, *row.aliases.splitlines())}


def _log(connection: Connection, kept: int, other: int, said: Said, *, undone: bool) -> None:
    told = {"day": said.on, "by": said.by, "why": said.why}
    connection.execute(insert(merges).values(kept=kept, other=other, undone=undone, **told))


def _count(connection: Connection, *which: ColumnElement[bool]) -> int:
    found = select(func.count()).select_from(performances).where(*which)
    return int(connection.execute(found).scalar_one())


def _check_births(one: Person, two: Person) -> None:
    """Refuse two who were born on different days."""
    births = [person.born for person in (one, two) if person.born is not None]
    if len(births) > 1 and (births[0].latest < births[1].day or births[1].latest < births[0].day):
        raise BookError(f"{one.key} and {two.key} are two: born {births[0]} and {births[1]}")


def _check_apart(connection: Connection, one: Person, two: Person) -> None:
    """Nobody is in one race twice; what was annulled is in none."""
    mine, other = performances.alias(), performances.alias()
    same = [mine.c[name] == other.c[name] for name in ("event", "sex", "day", "venue", "round")]
    void = select(decisions.c.performance).where(
        standing({DecisionKind.ANNULLED}), decisions.c.performance.is_not(None)
    )
    counted = [table.c.id.not_in(void) for table in (mine, other)]
    met = connection.execute(
        select(mine.c.event, mine.c.day, mine.c.venue)
        .join(other, mine.c.id != other.c.id)
        .where(mine.c.athlete == one.number, other.c.athlete == two.number, *same, *counted)
        .limit(1)
    ).one_or_none()
    if met is not None:
        where = f"{met.event} on {met.day}{f' in {met.venue}' if met.venue else ''}"
        raise BookError(f"{one.key} and {two.key} are both in {where} (annul the one that was not run)")
