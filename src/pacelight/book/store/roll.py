"""`Roll`: everybody in the book, while facts are added in great numbers; and rows added in order."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, Table, bindparam, insert, select, update

from pacelight.book.birth import Birth, BirthPrecision
from pacelight.book.model import Athlete
from pacelight.book.store.schema import athletes, persons

__all__ = ["Roll", "inserted"]


class Roll:
    """Who is in the book, and who is about to be: what `facts` keeps of an athlete, for all of them at once.

    Args:
        connection: within a transaction that its owner ends.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def take(self, athlete: Athlete) -> None:
        """Add an athlete whom the book does not know; of one it knows, other names and a finer birth."""
        entry = self._entries.get(athlete.key)
        if entry is None:
            told = list(athlete.aliases), athlete.born
            self._entries[athlete.key] = _Entry(athlete.key, athlete.name, athlete.nation, None, *told)
        else:
            entry.take(athlete)

    def number(self, key: str) -> int | None:
        """Of an athlete, once `write` has been called."""
        return self._entries[key].number

    def write(self) -> None:
        """Add and change rows for what was taken."""
        people = self._entries
        new = [person for person in people.values() if person.number is None]
        changed = [person for person in people.values() if person.number is not None and person.changed]
        numbers = inserted(self._connection, athletes, [{"nation": person.nation} for person in new])
        for person, number in zip(new, numbers, strict=True):
            person.number = number
        if new:
            rows = [{"athlete": p.number, "key": p.key, "name": p.name, **p.told} for p in new]
            self._connection.execute(insert(persons), rows)
        if changed:
            statement = update(persons).where(persons.c.athlete == bindparam("number"))
            self._connection.execute(statement, [{"number": p.number, **p.told} for p in changed])
        for person in (*new, *changed):
            person.changed = False

    @cached_property
    def _entries(self) -> dict[str, "_Entry"]:
        return {
            row.key: _Entry(
                row.key,
                row.name,
                "",
                row.athlete,
                row.aliases.splitlines(),
                None if row.born is None else Birth(row.born, BirthPrecision(row.born_precision)),
            )
            for row in self._connection.execute(select(persons))
        }


@dataclass(slots=True)
class _Entry:
    """A row of `persons` while facts are added; `number` is None until the row is there."""

    key: str
    name: str
    nation: str
    number: int | None = None
    aliases: list[str] = field(default_factory=list)
    born: Birth | None = None
    changed: bool = False

    def take(self, athlete: Athlete) -> None:
        """Keep other names beside the first, and a birth date that says more."""
        for name in (athlete.name, *athlete.aliases):
            if name not in {"", self.name, *self.aliases}:
                self.aliases.append(name)
                self.changed = True
        if athlete.born is not None and (self.born is None or _finer(athlete.born, self.born)):
            self.born = athlete.born
            self.changed = True

    @property
    def told(self) -> dict[str, Any]:
        born = self.born
        return {
            "aliases": "\n".join(self.aliases),
            "born": born and born.day,
            "born_precision": born and born.precision.value,
        }


def inserted(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> Sequence[int]:
    """Numbers of the rows that are added, in the order they are given."""
    if not rows:
        return ()
    statement = insert(table)
    return (
        connection.execute(statement.returning(table.c.id, sort_by_parameter_order=True), rows)
        .scalars()
        .all()
    )


def _finer(born: Birth, known: Birth) -> bool:
    """Whether a birth date says more than the one that is kept."""
    order = list(BirthPrecision)
    return order.index(born.precision) < order.index(known.precision)
