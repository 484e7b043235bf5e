"""`Book`: what is asked of the facts, always as of a day; beyond what it covers, *not known*."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Self

from pacelight.book import admission, ages, facts, rows, scopes, standings, starter
from pacelight.book.history import History, View
from pacelight.book.model import (
    ALL,
    WORLD,
    AllTime,
    Athlete,
    Break,
    Coverage,
    Decision,
    Facts,
    NotKnown,
    Performance,
    Source,
    Standing,
    Step,
)
from pacelight.book.store import Store
from pacelight.errors import BookError
from pacelight.event import Event, Level, Recognition, Sex
from pacelight.event import event as find_event
from pacelight.measure import score

__all__ = ["Book"]


class Book:
    """The record book: facts in, answers out.

    Every answer is *as of* a day: performances up to it, decisions as they were known on it,
    unless `known_at` names another day.

    >>> from datetime import date
    >>> with Book.starter() as book:
    ...     record = book.record("MILEsh", Sex.MEN, as_of=date(2025, 2, 12))
    >>> record.mark, record.holders[0].athlete, str(record.status)
    (Mark('3:46.63'), 'Yared Nuguse', 'pending')

    Args:
        store: where the facts are kept.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._revision = (-1, -1, -1)
        self._groups: dict[tuple[str, Sex], tuple[History, list[Coverage]]] = {}

    @classmethod
    def open(cls, path: Path) -> Self:
        """The book in that file.

        Raises:
            BookError: no such file, or not a book.
        """
        return cls(Store.open(path))

    @classmethod
    def create(cls, path: Path | None = None) -> Self:
        """An empty book; None keeps it in memory, for one thread at a time.

        Raises:
            BookError: there is a file already.
            StoreError: it cannot be written.
        """
        return cls(Store.create(path))

    @classmethod
    def starter(cls, path: Path | None = None, *, until: date | None = None) -> Self:
        """A fresh copy of the book that ships with the package.

        Args:
            path: where it is written; None keeps it in memory.
            until: as the world knew it on the evening of that day; None takes all.

        Raises:
            BookError: there is a file already.
            StoreError: it cannot be written.
        """
        shipped = starter.shipped()
        book = cls.create(path)
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

    def record(
        self,
        event: Event | str,
        sex: Sex,
        *,
        level: Level = Level.WR,
        scope: str | None = None,
        age: str = ALL,
        as_of: date,
        known_at: date | None = None,
        ratified: bool = False,
    ) -> Standing | NotKnown:
        """The record that stood on a day.

        Args:
            event: the event, or its code or name.
            sex: whose.
            level: which record; a season best is that of the year of `as_of`.
            scope: an area, a nation, a competition, a series, a venue, an athlete; the world needs none.
            age: of which age group: ``U20``, ``M35``; of all, if not given.
            as_of: the last day of performances.
            known_at: the last day of decisions; `as_of` if not given.
            ratified: only what had been ratified by then.

        Raises:
            EventError: no such event.
            BookError: the level needs a scope, or there is no such scope.
        """
        one = _event(event)
        covered = self._covered(one, sex, level, scope, as_of, age)
        if isinstance(covered, NotKnown):
            return covered
        view = self._group(one, sex)[0].view(as_of, known_at or as_of, ratified=ratified)
        held = view.records(level, covered.scope, season=as_of.year, age=age)
        if not held:
            return NotKnown(f"the book holds no {'ratified ' * ratified}mark of this list by {as_of}")
        return standings.standing(one, covered, held, as_of)

    def progression(
        self,
        event: Event | str,
        sex: Sex,
        *,
        level: Level = Level.WR,
        scope: str | None = None,
        age: str = ALL,
        as_of: date,
        known_at: date | None = None,
        ratified: bool = False,
    ) -> list[Step] | NotKnown:
        """All records of a list up to a day, in order of time, equalled ones included.

        Takes and raises what `record` does.
        """
        one = _event(event)
        covered = self._covered(one, sex, level, scope, as_of, age)
        if isinstance(covered, NotKnown):
            return covered
        view = self._group(one, sex)[0].view(as_of, known_at or as_of, ratified=ratified)
        held = view.records(level, covered.scope, season=as_of.year, age=age)
        if not held:
            return NotKnown(f"the book holds no {'ratified ' * ratified}mark of this list by {as_of}")
        return standings.steps(one, covered, held, as_of)

    def top(
        self,
        event: Event | str,
        sex: Sex,
        *,
        n: int | None = 10,
        all_performances: bool = False,
        nation: str | None = None,
        as_of: date,
        known_at: date | None = None,
    ) -> AllTime | NotKnown:
        """The all-time list; a rank beyond the mark down to which it is complete is not known.

        Args:
            event: the event, or its code or name.
            sex: whose.
            n: how many lines; None gives all.
            all_performances: every mark, not the best of each athlete.
            nation: of those who ran for this nation.
            as_of: the last day of performances.
            known_at: the last day of decisions; `as_of` if not given.

        Raises:
            EventError: no such event.
            NationError: no such nation.
            BookError: fewer lines than one.
        """
        if n is not None and n < 1:
            raise BookError(f"a list has at least one line, not {n}")
        one = _event(event)
        scope = WORLD if nation is None else scopes.normal(Level.NR, nation)
        history, coverage = self._group(one, sex)
        covered = standings.covering_list(coverage, scope, as_of, all_performances=all_performances)
        if covered is None:
            lists = standings.lists_of(coverage, scope)
            return _beyond(f"the all-time list of {_name(one, sex)}", lists, as_of)
        listed = history.view(as_of, known_at or as_of).listed()
        if scope != WORLD:
            listed = [held for held in listed if held.performance.nation == scope]
        if not all_performances:
            listed = standings.best_of_each(listed)
        entries = standings.ranked(listed, covered, n, all_performances=all_performances)
        return AllTime(one, sex, scope, all_performances, entries, covered)

    def personal_best(
        self, athlete_key: str, event: Event | str, as_of: date, *, known_at: date | None = None
    ) -> Standing | NotKnown:
        """An athlete's best, where the book covers it.

        Raises:
            EventError: no such event.
            BookError: the book knows no such athlete.
        """
        athlete = self.athlete(athlete_key)
        with self._store.reading() as connection:
            sexes = rows.read_sexes(connection, athlete.key)
        if not sexes:
            return NotKnown(f"the book holds no performance of {athlete.name}")
        return self.record(event, sexes[0], level=Level.PB, scope=athlete.key, as_of=as_of, known_at=known_at)

    def break_by(self, performance: Performance, *, known_at: date | None = None) -> list[Break]:
        """Which records a performance breaks or equals, of the lists that the book covers.

        One more step of the same fold. The performance need not be in the book;
        what came after it is not looked at. A list in which nothing stood is not broken.

        Args:
            performance: the mark.
            known_at: the last day of decisions; the performance's own day if not given.

        Raises:
            EventError: no such event.
            NationError: no such nation, or not on that day.
        """
        one, day = _event(performance.event), performance.day
        history, coverage = self._group(one, performance.sex)
        before = history.before(performance)
        stood = View(history, before, known_at or day)
        then = View(history, (*before, performance), known_at or day)
        broken = []
        for level, age in then.last_levels():
            scope = history.scope_of(level, performance)
            covered = standings.covering(coverage, level, scope, day, age=age)
            if covered is None or one.recognition(level, day) is Recognition.NONE:
                continue
            held = stood.records(level, covered.scope, season=day.year, age=age)
            if held:
                was = standings.standing(one, covered, held, day)
                by = score(was.mark) - score(then.performances[-1].mark)  # as corrected
                broken.append(Break(level, was.scope, was.label, was, by, equalled=by == 0))
        return broken

    def add(
        self,
        performances: Performance | Iterable[Performance],
        source: Source | None = None,
        *,
        athletes: Iterable[Athlete] = (),
        coverage: Iterable[Coverage] = (),
    ) -> int:
        """Append performances, all or none; the same key twice adds nothing.

        Until people decide about them they are candidates.

        Args:
            performances: one or several; athletes the book does not know are added.
            source: who says so; performances that name no source are given this one.
            athletes: with their aliases, where the performances do not tell enough.
            coverage: what the book covers from now on.

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
        return self.append(Facts(sources, tuple(athletes), tuple(given), (), tuple(coverage)))

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

    def append(self, given: Facts) -> int:
        """Append facts of every kind, all or none.

        Returns and raises what `add` does.
        """
        for performance in given.performances:
            admission.check_performance(performance)
        for covered in given.coverage:
            admission.check_coverage(covered)
        with self._store.writing() as connection:
            return facts.append(connection, given)

    def decide(self, decision: Decision, source: Source | None = None) -> bool:
        """Append what people decided; the same twice adds nothing.

        Returns:
            whether it is new.

        Raises:
            BookError: no such performance, or no such source.
            StoreError: the disk refuses; nothing was added.
        """
        with self._store.writing() as connection:
            if source is not None:
                facts.append_source(connection, source)
            return facts.append_decision(connection, decision)

    def athlete(self, name_or_key: str) -> Athlete:
        """The athlete of that key, name or alias.

        Raises:
            BookError: none, or several (their keys are given).
        """
        with self._store.reading() as connection:
            known = rows.read_athletes(connection)
        return scopes.athlete(known, name_or_key)

    def _group(self, event: Event, sex: Sex) -> tuple[History, list[Coverage]]:
        """All that is known of one event, read anew when a fact was added."""
        with self._store.reading() as connection:
            revision = rows.revision(connection)
            if revision != self._revision:
                self._groups, self._revision = {}, revision
            known = self._groups.get((event.code, sex))
            if known is None:
                history = History(
                    rows.read_performances(connection, event.code, sex),
                    rows.read_decisions(connection, event.code, sex),
                    births=rows.read_births(connection, event.code, sex),
                    competitions=rows.read_competitions(connection),
                )
                known = history, rows.read_coverage(connection, event.code, sex)
                self._groups[event.code, sex] = known
            return known

    def _covered(
        self, event: Event, sex: Sex, level: Level, scope: str | None, as_of: date, age: str
    ) -> Coverage | NotKnown:
        ages.index(age)
        scope = scopes.normal(level, scope)
        if level in {Level.PB, Level.SB}:
            scope = self.athlete(scope).key
        if event.recognition(level, as_of) is Recognition.NONE:
            return NotKnown(f"no {level} is kept of {_name(event, sex)}")
        _, coverage = self._group(event, sex)
        covered = standings.covering(coverage, level, scope, as_of, age=age)
        if covered is not None:
            return covered
        lists = [c for c in coverage if c.level is level and c.scope == scope and c.age == age]
        group = "" if age == ALL else f"{age} "
        shown = scopes.shown(event.label(level, as_of), scope)
        return _beyond(f"the {group}{shown} of {_name(event, sex)}", lists, as_of)


def _event(given: Event | str) -> Event:
    return find_event(given) if isinstance(given, str) else given


def _name(event: Event, sex: Sex) -> str:
    return f"{event.name}, {sex}"


def _beyond(what: str, lists: Iterable[Coverage], as_of: date) -> NotKnown:
    since = min((covered.since for covered in lists), default=None)
    if since is None:
        return NotKnown(f"the book does not cover {what}")
    return NotKnown(f"the book covers {what} from {since} on, not as of {as_of}")
