"""Athletes who are one: who stands for whom, and all the names and the birth of the one.

A merge is a row, and that it is undone is another: of each athlete the last one holds.
Facts keep as whom they were entered, and names stay where they were, so that nothing is lost by either.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, func, select

from pacelight.book.birth import Birth, BirthPrecision
from pacelight.book.model import Coverage
from pacelight.book.store.schema import merges, performance_keys, performances, persons
from pacelight.event import Level

__all__ = [
    "Merge",
    "Person",
    "covered_as",
    "direct",
    "finest",
    "members",
    "merged",
    "read_about",
    "read_persons",
]

_OWN = frozenset({Level.PB, Level.SB})
_MERGES = select(merges).order_by(merges.c.id)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the book, with all that is known under the names of those who are the same.

    Attributes:
        number: of the athlete.
        names: the name, then all others.
    """

    number: int
    key: str
    names: tuple[str, ...]
    born: Birth | None


@dataclass(frozen=True, slots=True)
class Merge:
    """That two athletes are one, or are not after all.

    Attributes:
        kept: key of the one who stays.
        other: key of the other.
        undone: the two are two again.
        day: on which it was decided; None where nobody said so.
    """

    kept: str
    other: str
    undone: bool
    day: date | None
    by: str
    why: str


def read_about(connection: Connection, performance_key: str) -> list[Merge]:
    """Every merge that has changed whose a performance is, and every undoing, in the order they were made."""
    entered = select(func.coalesce(performances.c.entered_as, performances.c.athlete)).join(
        performance_keys, performance_keys.c.performance == performances.c.id
    )
    first = connection.execute(entered.where(performance_keys.c.key == performance_key)).scalar()
    keys = {row.athlete: row.key for row in connection.execute(select(persons.c.athlete, persons.c.key))}
    theirs, found = {first}, []
    for row in connection.execute(_MERGES):
        if row.other in theirs:
            theirs.add(row.kept)
            told = (bool(row.undone), row.day, row.by, row.why)
            found.append(Merge(keys[row.kept], keys[row.other], *told))
    return found


def direct(connection: Connection) -> dict[int, int]:
    """Who was merged into whom, and is still, by their numbers."""
    found: dict[int, int] = {}
    for row in connection.execute(_MERGES):
        if row.undone:
            found.pop(row.other, None)
        else:
            found[row.other] = row.kept
    return found


def merged(connection: Connection) -> dict[int, int]:
    """Who is somebody else by now, and who that is after all merges, by their numbers."""
    into = direct(connection)
    return {other: _end(into, other) for other in into}


def members(into: Mapping[int, int], number: int) -> set[int]:
    """An athlete, and all who were merged into them, one after another.

    Args:
        into: as `direct` has it.
        number: of the athlete.
    """
    return {number, *(other for other in into if number in _path(into, other))}


def read_persons(connection: Connection) -> list[Person]:
    """Everybody, in order of their keys; who was merged into somebody is that one."""
    into = merged(connection)
    known = connection.execute(select(persons).order_by(persons.c.key)).all()
    others: dict[int, list[Row[Any]]] = {}
    for row in known:
        if row.athlete in into:
            others.setdefault(into[row.athlete], []).append(row)
    return [_person(row, others.get(row.athlete, ())) for row in known if row.athlete not in into]


def covered_as(connection: Connection, lists: list[Coverage]) -> list[Coverage]:
    """What is covered, an athlete's own lists under the key of the one whom they are."""
    into = merged(connection)
    if not into:
        return lists
    numbers = select(persons.c.athlete, persons.c.key)
    keys = {row.athlete: row.key for row in connection.execute(numbers)}
    named = {keys[other]: keys[kept] for other, kept in into.items() if other in keys and kept in keys}
    own = [replace(one, scope=named.get(one.scope, one.scope)) if one.level in _OWN else one for one in lists]
    first = {_list_of(one): one for one in reversed(own)}
    return [one for one in own if first[_list_of(one)] is one]


def _list_of(one: Coverage) -> tuple[object, ...]:
    return one.event, one.sex, one.level, one.scope, one.age, one.race, one.since


def finest(births: Iterable[Birth | None]) -> Birth | None:
    """The birth that says most; None where none is known."""
    order = list(BirthPrecision)
    known = (birth for birth in births if birth is not None)
    return min(known, key=lambda birth: order.index(birth.precision), default=None)


def _person(row: Row[Any], others: Iterable[Row[Any]]) -> Person:
    names = [row.name, *row.aliases.splitlines()]
    for other in others:
        names += [other.name, *other.aliases.splitlines(), other.key]
    born = finest(_born(one) for one in (row, *others))
    return Person(row.athlete, row.key, tuple(dict.fromkeys(names)), born)


def _born(row: Row[Any]) -> Birth | None:
    return None if row.born is None else Birth(row.born, BirthPrecision(row.born_precision))


def _path(into: Mapping[int, int], number: int) -> list[int]:
    """Into whom an athlete was merged, and that one in turn."""
    path = []
    while number in into:
        number = into[number]
        path.append(number)
    return path


def _end(into: Mapping[int, int], number: int) -> int:
    return _path(into, number)[-1]
