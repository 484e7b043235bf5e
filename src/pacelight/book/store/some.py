"""Some performances of an event, and a print of each: by what it is seen that something of it is another."""

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from hashlib import blake2b
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, select, type_coerce, union_all
from sqlalchemy.types import NullType

from pacelight.book.birth import Birth
from pacelight.book.model import Competition, Decision
from pacelight.book.store.asked import Asked, Some
from pacelight.book.store.rows import of_group, read_births, read_competitions, read_decisions
from pacelight.book.store.schema import performance_keys, performances, persons
from pacelight.event import Sex

__all__ = ["count_performances", "numbers_of", "read_prints"]

_BYTES = 8

_PRINTED = tuple(performances.c[name] for name in ("id", "competition", "day", "seq", "value", "athlete"))
"""What a merge can change, and by what another book is seen; the rest of a row stays as it was appended."""

Known: TypeAlias = tuple[Mapping[str, Birth], Mapping[str, Competition], Iterable[Decision]]
"""About performances: births by athlete, competitions by name, and all decisions."""


def _printed(which: ColumnElement[bool]) -> Select[Any]:
    # As the database has them: nobody reads the days of half a million rows.
    raw: list[ColumnElement[Any]] = [type_coerce(column, NullType()) for column in _PRINTED]
    whose = performance_keys.c.key, persons.c.key.label("athlete_key")
    query: Select[Any] = select(*raw).add_columns(*whose)
    joined = query.outerjoin(performance_keys, performance_keys.c.performance == performances.c.id)
    return joined.outerjoin(persons, persons.c.athlete == performances.c.athlete).where(which)


_PRINTS = Asked.about(_printed)
_GROUPED = select(performances.c.id, performances.c.event, performances.c.sex)
_KEYED = _GROUPED.where(
    performances.c.id.in_(
        select(performance_keys.c.performance).where(
            performance_keys.c.key.in_(bindparam("keys", expanding=True))
        )
    )
)
_KEYED_OR_THEIRS = union_all(
    _KEYED,
    _GROUPED.where(
        performances.c.athlete
        == select(persons.c.athlete).where(persons.c.key == bindparam("athlete")).scalar_subquery(),
        performances.c.event == bindparam("event"),
    ),
)


def numbers_of(
    connection: Connection, event: str, sex: Sex, keys: Collection[str], athlete_key: str = ""
) -> set[int]:
    """Numbers of the performances of an event that have these keys, and of all of an athlete."""
    told = {"keys": list(keys)} | ({"athlete": athlete_key, "event": event} if athlete_key else {})
    found = connection.execute(_KEYED_OR_THEIRS if athlete_key else _KEYED, told)
    return {row.id for row in found if (row.event, row.sex) == (event, sex.value)}


def count_performances(connection: Connection, event: str, sex: Sex) -> int:
    """How many there are of an event."""
    return int(connection.execute(of_group(select(func.count()), event, sex)).scalar_one())


def read_prints(
    connection: Connection, event: str, sex: Sex, some: Some = None, *, known: Known | None = None
) -> dict[int, int]:
    """Of performances of an event, by their numbers, a print of all that can make an answer another.

    What is known of its athlete, of its competition, and what was decided about it or about its athlete
    are part of it. It is 64 bits of a hash: that two which differ have the same is not to be reckoned with.

    Args:
        connection: to the book.
        event: which.
        sex: whose.
        some: numbers of those that are wanted; all, if not given.
        known: what is known about them; read, if not given.
    """
    births, competitions, decisions = known or (
        read_births(connection, event, sex, some),
        read_competitions(connection),
        read_decisions(connection, event, sex, some),
    )
    decided: dict[str, list[str]] = {}
    for decision in decisions:
        decided.setdefault(decision.performance_key or decision.athlete_key, []).append(repr(decision))

    @cache
    def of_athlete(key: str) -> str:
        return repr((births.get(key), decided.get(key)))

    return {
        row.id: _print(
            tuple(row), competitions.get(row.competition), of_athlete(row.athlete_key), decided.get(row.key)
        )
        for row in _PRINTS.rows(connection, event, sex, some)
    }


def _print(*known: object) -> int:
    return int.from_bytes(blake2b(repr(known).encode(), digest_size=_BYTES).digest())
