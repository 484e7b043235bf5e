"""`Keeping`: the facts of a book, opened, read and appended; what is asked of them stands in `lists`."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Self

from sqlalchemy import Connection

from pacelight.book import admission, scopes
from pacelight.book.groups import Part
from pacelight.book.keeping import merging, starter
from pacelight.book.keeping.deciding import Deciding, check_corrections
from pacelight.book.keeping.mirrored import Mirrored, Question, read_history
from pacelight.book.model import Athlete, Coverage, Facts, Performance, Source, Venue
from pacelight.book.store import facts, held, merges, reading, rows
from pacelight.book.store.store import Store
from pacelight.errors import BookError
from pacelight.event import EVENTS, Event, Sex

__all__ = ["Keeping"]


class Keeping(Deciding):
    """A book as a keeper of facts: nothing is overwritten, every change is whole or not at all.

    Args:
        store: where the facts are kept.
    """

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._revision = -1
        self._parts: dict[tuple[str, Sex], Part] = {}
        self._covered: dict[tuple[str, Sex], list[Coverage]] = {}
        self._mirrored = Mirrored(store)

    @classmethod
    def open(cls, where: Path | str) -> Self:
        """The book at a path, or in the database of an address like ``postgresql://user@host/name``.

        Raises:
            BookError: nothing there, not a book, or one of another version.
            StoreError: the server cannot be asked.
        """
        return cls(Store.open(where))

    @classmethod
    def create(cls, where: Path | str | None = None) -> Self:
        """An empty book at a path or an address; None keeps it in memory, for one thread at a time.

        Raises:
            BookError: there is a file, a book or another's table already.
            StoreError: it cannot be written.
        """
        return cls(Store.create(where))

    @classmethod
    def starter(cls, where: Path | str | None = None, *, until: date | None = None) -> Self:
        """A fresh copy of the book that ships with the package.

        Args:
            where: a path or an address; None keeps it in memory.
            until: as the world knew it on the evening of that day; None takes all.

        Raises:
            BookError: there is a file already.
            StoreError: it cannot be written.
        """
        shipped = starter.shipped()
        book = cls.create(where)
        book.append(shipped if until is None else shipped.until(until))
        return book

    @classmethod
    def own(cls, path: Path) -> Self:
        """The book in that file, made from the starter at first use, whole or not at all.

        Raises:
            BookError: the file is not a book.
            StoreError: it cannot be written.
        """
        if not path.exists():
            Store.publish(path, lambda new: cls.starter(new).close())
        return cls.open(path)

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # What is read.

    @property
    def revision(self) -> int:
        """Another number whenever anything in the book is another."""
        with self._store.reading() as connection:
            return rows.revision(connection)

    def athletes(self) -> list[Athlete]:
        """Everybody, in order of their keys."""
        with self._store.reading() as connection:
            return rows.read_athletes(connection)

    def sources(self) -> list[Source]:
        """Everybody who says something, in order of their keys."""
        with self._store.reading() as connection:
            return held.read_sources(connection)

    def coverage(self) -> list[Coverage]:
        """What the book covers, of all its lists, from the earliest day on."""
        with self._store.reading() as connection:
            return merges.covered_as(connection, rows.read_coverage(connection))

    def part(self, event: Event, sex: Sex, question: Question | None = None) -> Part:
        """What is known of one event of one sex, read anew when a fact was added.

        Args:
            event: which.
            sex: whose.
            question: all that is going to be asked: what does not bear on it may be left out.
        """
        with self._store.reading() as connection:
            revision, key = rows.revision(connection), (event.code, sex)
            if revision != self._revision:
                self._parts, self._covered, self._revision = {}, {}, revision
            if key not in self._covered:
                lists = rows.read_coverage(connection, *key)
                self._covered[key] = merges.covered_as(connection, lists)
            if question is not None:
                some = self._mirrored.history(connection, *key, question)
                if some is not None:
                    return Part(event, sex, some, self._covered[key])
            if key not in self._parts:
                history = read_history(connection, *key)
                self._parts[key] = Part(event, sex, history, self._covered[key])
            return self._parts[key]

    def contested(self, athlete_key: str | None = None) -> list[tuple[Event, Sex]]:
        """Of which events the book holds performances or lists, in the order of the table of events.

        Args:
            athlete_key: only those in which the athlete has a performance.
        """
        with self._store.reading() as connection:
            found = reading.read_groups(connection, athlete_key)
        return [(event, sex) for event in EVENTS.values() for sex in Sex if (event.code, sex) in found]

    def athlete(self, name_or_key: str) -> Athlete:
        """The athlete of that key, name or alias.

        Raises:
            BookError: none, or several (their keys are given).
        """
        with self._store.reading() as connection:
            known = rows.read_athletes(connection)
        return scopes.athlete(known, name_or_key)

    def performance(self, key: str) -> Performance:
        """The performance of that key, as its first source has it.

        Raises:
            BookError: none.
        """
        with self._store.reading() as connection:
            found = reading.read_performance(connection, key)
        if found is None:
            raise BookError(f"no performance '{key}' in the book (its key stands in `--json` answers)")
        return found

    def venue(self, name: str) -> Venue | None:
        """What the book knows of a place; None where nothing."""
        with self._store.reading() as connection:
            return rows.read_venues(connection).get(name)

    def merges_of(self, performance_key: str) -> list[merges.Merge]:
        """What was said of who ran a performance: that two are one, or are not, in the order it was said."""
        with self._store.reading() as connection:
            return merges.read_about(connection, performance_key)

    def assertions(self, event: Event, sex: Sex) -> list[reading.Assertion]:
        """What each source says the marks of an event were, in order of time, the first to say so first."""
        with self._store.reading() as connection:
            return reading.read_assertions(connection, event.code, sex)

    def source(self, key: str) -> Source:
        """Who says so.

        Raises:
            BookError: no such source.
        """
        with self._store.reading() as connection:
            found = rows.read_source(connection, key)
        if found is None:
            raise BookError(f"the book has no source '{key}'")
        return found

    # What is appended.

    def add(
        self,
        performances: Performance | Iterable[Performance],
        source: Source | None = None,
        *,
        athletes: Iterable[Athlete] = (),
        coverage: Iterable[Coverage] = (),
        dry_run: bool = False,
    ) -> int:
        """Append performances, all or none; the same key twice adds nothing.

        Until people decide about them they are candidates.

        Args:
            performances: one or several; athletes the book does not know are added.
            source: who says so; performances that name no source are given this one.
            athletes: with their aliases, where the performances do not tell enough.
            coverage: what the book covers from now on.
            dry_run: add nothing, and say what would have been added.

        Returns:
            how many of the performances are new.

        Raises:
            EventError: no such event.
            NationError: no such nation, or not on that day.
            BookError: no source, or the key is another performance's.
            StoreError: the disk refuses; nothing was added.
        """
        given = [performances] if isinstance(performances, Performance) else list(performances)
        if source is not None:
            given = [p if p.source_key else replace(p, source_key=source.key) for p in given]
        sources = () if source is None else (source,)
        whole = Facts(sources, tuple(athletes), tuple(given), (), tuple(coverage))
        return self.append(whole, dry_run=dry_run)

    def append(self, given: Facts, *, dry_run: bool = False) -> int:
        """Append facts of every kind, all or none.

        Returns and raises what `add` does.
        """
        admission.check_facts(given)

        def work(connection: Connection) -> tuple[int, int]:
            whole = merging.resolved(connection, given)
            new = facts.append(connection, whole)
            merging.keep_entered(connection, given, whole)
            check_corrections(connection, whole.decisions)
            return new, rows.revision(connection)

        new, revision = self._written(work, dry_run=dry_run)
        if new and not dry_run and _only_performances(given):
            self._appended(given, revision)
        return new

    def _appended(self, given: Facts, since: int) -> None:
        """Nothing but performances came: all else that was known of the book is still so."""
        if self._revision == since and not given.coverage:
            self._revision = since + 1
        with self._store.reading() as connection:
            self._mirrored.appended(connection, _keys(given.performances), since)

    def merge(
        self,
        kept: str,
        other: str,
        *,
        by: str = "",
        on: date | None = None,
        why: str = "",
        dry_run: bool = False,
    ) -> int:
        """Say that two athletes are one.

        The names and the key of the other become other names of the one that is kept, so that what
        arrives under them later is theirs. `unmerge` takes it back.

        Args:
            kept: name or key of the one whose key stays.
            other: name or key of the other.
            by: who says so.
            on: the day it was decided.
            why: for which reason.
            dry_run: change nothing, and say what would be.

        Returns:
            how many performances change hands.

        Raises:
            BookError: no such athletes, the same, or two that cannot be one.
            StoreError: the disk refuses; nothing was changed.
        """
        said = merging.Said(by, on, why)
        admission.check_text(f"merge of {other}", said)
        keys = self.athlete(kept).key, self.athlete(other).key
        return self._written(lambda connection: merging.merge(connection, *keys, said), dry_run=dry_run)

    def unmerge(
        self, other: str, *, by: str = "", on: date | None = None, why: str = "", dry_run: bool = False
    ) -> int:
        """Say that somebody who was merged into another is not that one.

        What was entered as theirs is theirs again, what arrived after the merge included.

        Args:
            other: name or key of the one who was merged.
            by: who says so.
            on: the day it was decided.
            why: for which reason.
            dry_run: change nothing, and say what would be.

        Returns:
            how many performances change hands.

        Raises:
            BookError: nobody of that name was merged, or several were.
            StoreError: the disk refuses; nothing was changed.
        """
        said = merging.Said(by, on, why)
        admission.check_text(f"merge of {other}", said)
        return self._written(lambda connection: merging.unmerge(connection, other, said), dry_run=dry_run)

    def _changed(self) -> None:
        self._parts = {}  # births and competitions change answers too


def _only_performances(given: Facts) -> bool:
    """Whether nothing is given that could change what is known of performances that were there before."""
    return not (given.athletes or given.decisions or given.competitions)


def _keys(performances: Iterable[Performance]) -> dict[tuple[str, Sex], list[str]]:
    """Keys of performances, by event."""
    keys: dict[tuple[str, Sex], list[str]] = {}
    for one in performances:
        keys.setdefault((one.event, one.sex), []).append(one.key)
    return keys
