"""Who the athletes are: erased where one asks for it, so that facts and chains stay as they were."""

import re
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, String, Table, cast, literal, or_, select, update

from pacelight.book.scopes import plain
from pacelight.book.store.merges import direct, members, merged
from pacelight.book.store.schema import (
    attestations,
    coverage,
    decisions,
    merges,
    performance_keys,
    performances,
    persons,
)
from pacelight.errors import BookError
from pacelight.event import Level

__all__ = ["forget"]

_A_NAME = 3
"""Letters that a name, or a part of one, has at least to be looked for."""


def forget(connection: Connection, athlete_key: str) -> str:
    """Erase an athlete's name, aliases and birth date; their performances keep what was run.

    The keys of their performances, which are made of names, go too, and all names under which they were
    known before a merge. In what was decided about them no name is left.
    Notes are other people's sentences, and are not looked through.

    Returns:
        the key by which the book knows them from now on: ``athlete-12``.

    Raises:
        BookError: no such athlete.
    """
    found = connection.execute(select(persons.c.athlete).where(persons.c.key == athlete_key)).scalar()
    if found is None:
        raise BookError(f"no athlete '{athlete_key}' in the book (name one by the key)")
    number = merged(connection).get(found, found)
    theirs = members(direct(connection), number)
    known = connection.execute(select(persons).where(persons.c.athlete.in_(theirs))).all()
    for row in known:
        _forget_person(connection, row)
    _forget_keys(connection, number)
    _forget_in_decisions(connection, theirs, known, nameless=f"athlete-{number}")
    return f"athlete-{number}"


def _forget_person(connection: Connection, row: Row[Any]) -> None:
    nameless = f"athlete-{row.athlete}"
    erased = {"key": nameless, "name": nameless, "aliases": "", "born": None, "born_precision": None}
    connection.execute(update(persons).where(persons.c.athlete == row.athlete).values(erased))
    own = (coverage.c.level.in_([Level.PB.value, Level.SB.value]), coverage.c.scope == row.key)
    connection.execute(update(coverage).where(*own).values(scope=nameless))


def _forget_keys(connection: Connection, number: int) -> None:
    theirs = select(performances.c.id).where(performances.c.athlete == number)
    told = literal("performance-").concat(cast(performance_keys.c.performance, String))
    connection.execute(
        update(performance_keys).where(performance_keys.c.performance.in_(theirs)).values(key=told)
    )


def _forget_in_decisions(
    connection: Connection, theirs: set[int], known: Iterable[Row[Any]], *, nameless: str
) -> None:
    """Put the nameless key where by whom and why say a name."""
    names = _pattern(known)
    ran = select(performances.c.id).where(performances.c.athlete.in_(theirs))
    about: tuple[tuple[Table, ColumnElement[bool]], ...] = (
        (decisions, or_(decisions.c.performance.in_(ran), decisions.c.athlete.in_(theirs))),
        (attestations, attestations.c.performance.in_(ran)),
        (merges, or_(merges.c.kept.in_(theirs), merges.c.other.in_(theirs))),
    )
    for table, which in about:
        for row in connection.execute(select(table.c.id, table.c.by, table.c.why).where(which)).all():
            told = {"by": names.sub(nameless, row.by), "why": names.sub(nameless, row.why)}
            if told != {"by": row.by, "why": row.why}:
                connection.execute(update(table).where(table.c.id == row.id).values(told))


def _pattern(known: Iterable[Row[Any]]) -> re.Pattern[str]:
    """Every name as a whole and in its parts, with accents and without."""
    names = {name for row in known for name in (row.key, row.name, *row.aliases.splitlines())}
    parts = {part for name in names for part in re.split(r"[\W_]+", name)}
    told = {name for name in names | parts if len(name) >= _A_NAME}
    spelt = {re.escape(spelling) for name in told for spelling in (name, plain(name))}
    longest = sorted(spelt, key=len, reverse=True) or ["(?!)"]  # which is nowhere
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)", re.IGNORECASE)
