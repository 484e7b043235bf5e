"""`Wholesale`: a book that takes facts by the hundred thousand, with the promises of `Keeping`.

::

    facts.append     a fact at a time: four statements a performance
    Taking.add       a set at a time: three statements a thousand performances, and the same book afterwards

Source: SQLAlchemy 2, "Insert Many Values" (numbers of new rows in the order they were given).
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from pacelight.book import admission
from pacelight.book.keeping import merging
from pacelight.book.keeping.keeping import Keeping
from pacelight.book.model import Athlete, Coverage, Facts, Performance, Source
from pacelight.book.store import facts
from pacelight.book.store.held import read_sources
from pacelight.book.store.kept_marks import kept, read_mark
from pacelight.book.store.roll import Roll, inserted
from pacelight.book.store.rows import of_group, read_coverage
from pacelight.book.store.schema import (
    assertions,
    coverage,
    performance_keys,
    performances,
    persons,
)
from pacelight.errors import BookError
from pacelight.event import Sex
from pacelight.measure import AnyMark, score

__all__ = ["Taking", "Wholesale"]

_AT_ONCE = 500
"""Keys in one question: SQLite as Debian builds it takes 250,000, other builds 999."""


class _NotForGood(Exception):  # noqa: N818 - it ends a rehearsal, and nobody sees it
    """Ends a transaction of which nothing is to stay."""


class Wholesale(Keeping):
    """A book that takes facts in great numbers, all of them or none."""

    @contextmanager
    def taking(self, *, dry_run: bool = False) -> Iterator["Taking"]:
        """One transaction in which the book is read and facts are added.

        Args:
            dry_run: nothing of it stays; what was answered is what a real run would answer.

        Raises:
            StoreError: the disk refuses, or another writer holds the book; nothing was added.
        """
        with suppress(_NotForGood), self._store.writing() as connection:
            yield Taking(connection)
            if dry_run:
                raise _NotForGood
        self._parts = {}  # births change answers too

    def sources(self) -> list[Source]:
        """Everybody who says something, in order of their keys."""
        with self._store.reading() as connection:
            return read_sources(connection)


@dataclass(frozen=True, slots=True)
class _Known:
    """A performance that is in the book, or about to be."""

    number: int | None
    same: tuple[str, str, date, str]
    marks: dict[str, AnyMark]


class Taking:
    """A transaction that adds facts set by set.

    Args:
        connection: within a transaction that its owner ends.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._roll = Roll(connection)
        self._sources: set[str] = set()

    def add(
        self,
        given: Sequence[Performance],
        source: Source | None = None,
        *,
        athletes: Iterable[Athlete] = (),
    ) -> int:
        """Append performances as `Keeping.add` does; the same key twice adds nothing.

        Args:
            given: performances, in the order in which they arrive.
            source: who says so; performances that name no source are given this one.
            athletes: with their aliases and births.

        Returns and raises what that does.
        """
        if source is not None:
            given = [p if p.source_key else replace(p, source_key=source.key) for p in given]
        for performance in given:
            admission.check_performance(performance)
        arrived = Facts((), tuple(athletes), tuple(given), (), ())
        whole = merging.resolved(self.connection, arrived)
        if source is not None:
            admission.check_text(source.key, source)
            facts.append_source(self.connection, source)
        for athlete in whole.athletes:
            admission.check_text(athlete.key, athlete)
            self._roll.take(athlete)
        new = self._add(whole.performances)
        merging.keep_entered(self.connection, arrived, whole)
        return new

    def cover(self, lists: Sequence[Coverage]) -> int:
        """Keep what lists of one event cover; where the same source goes deeper than before, that.

        What another source covers of a list from the same day on stays as it is.

        Args:
            lists: of one event and class, each list from each day on once.

        Returns:
            of how many lists the book covers more than before.

        Raises:
            Refused: a list that nobody could ask for.
            BookError: no such source.
        """
        for one in lists:
            admission.check_coverage(one)
            self._check_source(one.source, f"what {one.level} {one.scope} covers")
        groups = {(one.event, one.sex): None for one in lists}
        held = [one for group in groups for one in read_coverage(self.connection, *group)]
        known = {_list_of(one): one for one in held}
        new = [one for one in lists if _list_of(one) not in known]
        if new:
            self.connection.execute(insert(coverage), [_covers(one) for one in new])
        deeper = [one for one in lists if _goes_deeper(one, known.get(_list_of(one)))]
        for one in deeper:
            which = [coverage.c[name] == value for name, value in _list_row(one).items()]
            self.connection.execute(update(coverage).where(*which).values(kept(one.down_to)))
        return len(new) + len(deeper)

    def _add(self, given: Sequence[Performance]) -> int:
        """Sort out what is new, in the order given, then write it."""
        known = self._known([performance.key for performance in given])
        new: list[Performance] = []
        beside: list[Performance] = []
        for one in given:
            self._check_source(one.source_key, one.key)
            same = (one.event, one.sex.value, one.day, one.athlete_key)
            held = known.get(one.key)
            if held is None:
                known[one.key] = _Known(None, same, {one.source_key: one.mark})
                new.append(one)
                self._roll.take(Athlete(one.athlete_key, one.athlete, one.nation))
            elif _said_beside(held, same, one):
                held.marks[one.source_key] = one.mark
                beside.append(one)
        self._roll.write()
        numbers = self._write(new)
        of_key = {one.key: number for one, number in zip(new, numbers, strict=True)}
        self._assert([(of_key.get(one.key) or known[one.key].number, one) for one in (*new, *beside)])
        return len(new)

    def _check_source(self, key: str, of: str) -> None:
        if key not in self._sources:
            self._sources |= {one.key for one in read_sources(self.connection)}
        if key not in self._sources:
            raise BookError(f"{of}: no source '{key}' (say who says so)")

    def _known(self, keys: Sequence[str]) -> dict[str, _Known]:
        """Of these keys those that are in the book, with what each source says."""
        query = (
            select(
                performance_keys.c.key,
                performances.c.id,
                performances.c.event,
                performances.c.sex,
                performances.c.day,
                persons.c.key.label("athlete_key"),
                assertions.c.source,
                *(assertions.c[name] for name in kept(None)),
            )
            .join(performances, performances.c.id == performance_keys.c.performance)
            .outerjoin(persons, persons.c.athlete == performances.c.athlete)
            .join(assertions, assertions.c.performance == performances.c.id)
        )
        found: dict[str, _Known] = {}
        for first in range(0, len(keys), _AT_ONCE):
            asked = query.where(performance_keys.c.key.in_(keys[first : first + _AT_ONCE]))
            for row in self.connection.execute(asked):
                same = (row.event, row.sex, row.day, row.athlete_key)
                mark = read_mark(row)
                assert mark is not None  # noqa: S101  # nobody asserts nothing
                found.setdefault(row.key, _Known(row.id, same, {})).marks[row.source] = mark
        return found

    def _write(self, new: Sequence[Performance]) -> Sequence[int]:
        last = self._last_of_days(new)
        rows = []
        for one in new:
            group = (one.event, one.sex, one.day)
            seq = one.seq or last.get(group, 0) + 1
            last[group] = max(last.get(group, 0), seq)
            rows.append(_row(one, seq, self._roll.number(one.athlete_key)))
        numbers = inserted(self.connection, performances, rows)
        if rows:
            keys = [{"key": p.key, "performance": number} for p, number in zip(new, numbers, strict=True)]
            self.connection.execute(insert(performance_keys), keys)
        return numbers

    def _last_of_days(self, new: Sequence[Performance]) -> dict[tuple[str, Sex, date], int]:
        """The last place that is taken on each day of the events that something is added to."""
        last = {}
        for event, sex in {(one.event, one.sex): None for one in new}:
            query = select(performances.c.day, func.max(performances.c.seq).label("seq"))
            for row in self.connection.execute(of_group(query, event, sex).group_by(performances.c.day)):
                last[event, sex, row.day] = row.seq
        return last

    def _assert(self, said: Sequence[tuple[int | None, Performance]]) -> None:
        rows = [{"performance": number, "source": one.source_key, **kept(one.mark)} for number, one in said]
        if rows:
            self.connection.execute(insert(assertions), rows)


def _list_row(covered: Coverage) -> dict[str, Any]:
    """Which list, and from which day on: the columns that say it."""
    return {
        "level": str(covered.level),
        "scope": covered.scope,
        "event": covered.event,
        "sex": covered.sex.value,
        "age": covered.age,
        "race": covered.race or "",
        "since": covered.since,
    }


def _list_of(covered: Coverage) -> tuple[Any, ...]:
    return tuple(_list_row(covered).values())


def _covers(covered: Coverage) -> dict[str, Any]:
    return _list_row(covered) | {"source": covered.source} | kept(covered.down_to)


def _goes_deeper(covered: Coverage, known: Coverage | None) -> bool:
    """Whether the source of a list says now that it is complete down to a mark below the one it said."""
    if known is None or known.source != covered.source or known.down_to is None or covered.down_to is None:
        return False
    return score(covered.down_to) > score(known.down_to)


def _said_beside(held: _Known, same: tuple[str, str, date, str], given: Performance) -> bool:
    """Whether a source says something new of a performance that is known.

    Raises:
        BookError: the key is another performance's, or the source has said another mark.
    """
    if held.same != same:
        raise BookError(f"{given.key} is another performance in the book: {' '.join(map(str, held.same))}")
    said = held.marks.get(given.source_key)
    if said is not None and said != given.mark:
        raise BookError(
            f"{given.key}: '{given.source_key}' has said another mark"
            f" than {given.mark} (correct it by a decision)"
        )
    return said is None


def _row(given: Performance, seq: int, athlete: int | None) -> dict[str, Any]:
    return {
        "event": given.event,
        "sex": given.sex.value,
        "day": given.day,
        "seq": seq,
        "athlete": athlete,
        "nation": given.nation,
        "venue": given.venue,
        "competition": given.competition,
        "place": given.place,
        "en_route_of": given.en_route_of,
        "official": given.official,
        "flags": given.flags,
        "note": given.note,
        "source": given.source_key,
        "wind": given.wind,
        "round": given.round,
        "conditions": "\n".join(given.conditions),
        **kept(given.mark),
    }
