"""`Book`: what is asked of the facts, always as of a day; beyond what it covers, *not known*."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from pacelight.book import ages, races, scopes, standings
from pacelight.book.asking import resting
from pacelight.book.groups import Asked, Group, Part, Wanted
from pacelight.book.history import History, View
from pacelight.book.keeping.keeping import Keeping
from pacelight.book.keeping.mirrored import Question
from pacelight.book.model import ALL, WORLD, AllTime, Break, NotKnown, Performance, Standing, Step
from pacelight.book.store import reading, rows
from pacelight.errors import BookError
from pacelight.event import EVENTS, Event, Level, RaceKind, Recognition, Sex
from pacelight.event import event as find_event
from pacelight.measure import score

__all__ = ["Book"]


class Book(Keeping):
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

    def record(
        self,
        event: Event | str,
        sex: Sex,
        *,
        level: Level = Level.WR,
        scope: str | None = None,
        age: str = ALL,
        race: RaceKind | None = None,
        outright: bool = False,
        as_of: date,
        known_at: date | None = None,
        ratified: bool = False,
    ) -> Standing | NotKnown:
        """The record that stood on a day.

        Args:
            event: the event, or its code or name; of a younger age group, what that contests under this name.
            sex: whose.
            level: which record; a season best is that of the year of `as_of`.
            scope: an area, a nation, a competition, a series, a venue, an athlete; the world needs none.
            age: of which age group: ``U20``, ``M35``; of all, if not given.
            race: only of races of women alone, or only of mixed ones.
            outright: the best of the 400 m list and the short-track list.
            as_of: the last day of performances.
            known_at: the last day of decisions; `as_of` if not given.
            ratified: only what had been ratified by then.

        Raises:
            EventError: no such event, or no such for the age group.
            BookError: the level needs a scope, or there is no such scope or age group.
        """
        known_at, age = known_at or as_of, ages.normal(age)
        asked = Asked(level, self._scope(level, scope), age, as_of, known_at, ratified, race)
        group = self._group(event, sex, age, resting.on_record(asked), outright=outright)
        return group.record(asked)

    def progression(
        self,
        event: Event | str,
        sex: Sex,
        *,
        level: Level = Level.WR,
        scope: str | None = None,
        age: str = ALL,
        race: RaceKind | None = None,
        outright: bool = False,
        as_of: date,
        known_at: date | None = None,
        ratified: bool = False,
    ) -> list[Step] | NotKnown:
        """All records of a list up to a day, in order of time, equalled ones included.

        Takes and raises what `record` does.
        """
        known_at, age = known_at or as_of, ages.normal(age)
        asked = Asked(level, self._scope(level, scope), age, as_of, known_at, ratified, race)
        group = self._group(event, sex, age, resting.on_progression(asked), outright=outright)
        return group.progression(asked)

    def top(
        self,
        event: Event | str,
        sex: Sex,
        *,
        n: int | None = 10,
        all_performances: bool = False,
        nation: str | None = None,
        area: str | None = None,
        year: int | None = None,
        age: str = ALL,
        race: RaceKind | None = None,
        outright: bool = False,
        as_of: date,
        known_at: date | None = None,
    ) -> AllTime | NotKnown:
        """The all-time list, or a year's; a rank beyond the mark to which it is complete is not known.

        Args:
            event: the event, or its code or name; of a younger age group, what that contests under this name.
            sex: whose.
            n: how many lines; None gives all.
            all_performances: every mark, not the best of each athlete.
            nation: of those who ran for this nation.
            area: of those who ran for a nation of this area.
            year: of this calendar year alone: ranks are known where every mark is covered.
            age: of which age group.
            race: only of races of women alone, or only of mixed ones.
            outright: the 400 m list and the short-track list together.
            as_of: the last day of performances.
            known_at: the last day of decisions; `as_of` if not given.

        Raises:
            EventError: no such event.
            NationError: no such nation.
            BookError: fewer lines than one, no such area or age group, an area and a nation at once.
        """
        if n is not None and n < 1:
            raise BookError(f"a list has at least one line, not {n}")
        if nation is not None and area is not None:
            raise BookError(f"a list is of a nation or of an area, not of both: {nation}, {area}")
        level, scope = Level.WR, WORLD
        if nation is not None:
            level, scope = Level.NR, scopes.normal(Level.NR, nation)
        elif area is not None:
            level, scope = Level.AR, scopes.normal(Level.AR, area)
        known_at, age = known_at or as_of, ages.normal(age)
        wanted = Wanted(n, all_performances, level, scope, age, year, as_of, known_at, race)
        return self._group(event, sex, age, outright=outright).top(wanted)

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
        one, known_at = _event(performance.event), known_at or performance.day
        kind = races.kind_of(performance)
        part = self.part(one, performance.sex, resting.on_what_stood(performance, known_at))
        kinds = (None, kind) if any(covered.race is kind for covered in part.coverage if kind) else (None,)
        if len(kinds) > 1:
            part = self.part(one, performance.sex)
        whole = replace(part, history=self._knowing(part.history, performance.athlete_key))
        broken = [one for race in kinds for one in _broken(whole, performance, known_at, race)]
        return sorted(broken, key=lambda one: _REACH[one.level])

    def _group(
        self, event: Event | str, sex: Sex, age: str, question: Question | None = None, *, outright: bool
    ) -> Group:
        """What is known of an event as an age group contests it, as far as it bears on a question."""
        one = _event(event).of_age(age, sex)
        parts = _on_both_tracks(one) if outright else (one,)
        return Group([self.part(part, sex, question) for part in parts])

    def _knowing(self, history: History, athlete_key: str) -> History:
        """The history with the birth of an athlete who may not have run the event before."""
        if athlete_key in history.births or athlete_key in history.athletes:
            return history
        with self._store.reading() as connection:
            born = reading.read_birth(connection, athlete_key)
        return history if born is None else history.knowing(athlete_key, born)

    def _scope(self, level: Level, scope: str | None) -> str:
        normal = scopes.normal(level, scope)
        return self.athlete(normal).key if level in {Level.PB, Level.SB} else normal


_REACH = {level: place for place, level in enumerate(Level)}


def _broken(part: Part, performance: Performance, known_at: date, race: RaceKind | None) -> Iterator[Break]:
    """What falls of the lists that ask for this kind of race, or for none."""
    one, day = part.event, performance.day
    history = part.history.of_race(race)
    before = history.before(performance)
    stood = View(history, before, known_at)
    then = View(history, (*before, performance), known_at)
    lists = standings.by_list(part.coverage)
    for level, age in then.last_levels():
        scope = history.scope_of(level, then.performances[-1])  # of its nation as corrected
        covers = lists.get((level, scope, age, race), ())
        covered = standings.covering(covers, level, scope, day, age=age, race=race)
        two = race is None and races.divided(one, part.sex, level, day)
        if covered is None or two or one.recognition(level, day) is Recognition.NONE:
            continue
        held = stood.records(level, covered.scope, season=day.year, age=age)
        if held:
            was = standings.standing(one, covered, held, day)
            by = score(was.mark) - score(then.performances[-1].mark)  # as corrected
            yield Break(level, was.scope, was.label, was, by, equalled=by == 0)


def _event(given: Event | str) -> Event:
    return find_event(given) if isinstance(given, str) else given


def _on_both_tracks(event: Event) -> tuple[Event, ...]:
    """The same event on the 400 m track and on the short track, as far as both are contested."""
    plain = event.code.removesuffix("sh")
    return tuple(EVENTS[code] for code in (plain, f"{plain}sh") if code in EVENTS)
