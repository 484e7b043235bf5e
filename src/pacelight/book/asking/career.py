"""An athlete's career as the book has it: bests, seasons, records held, medals, and the age on the day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from pacelight.book import races, standings
from pacelight.book.asking.lists import Book
from pacelight.book.birth import Birth, BirthPrecision
from pacelight.book.groups import Part
from pacelight.book.history import Held, View
from pacelight.book.model import ALL, Athlete, Coverage, Performance, Status, Step
from pacelight.event import Event, Level, RaceKind, Recognition
from pacelight.measure import score

__all__ = ["Age", "Career", "HeldRecord", "Honour", "Run", "age_on", "career"]

_OWN = frozenset({Level.PB, Level.SB})
_MEDALS = ("gold", "silver", "bronze")
_FINALS = frozenset({"", "final"})


@dataclass(frozen=True, slots=True)
class Age:
    """How old somebody was on a day, as far as the birth is known.

    Attributes:
        least: in whole years.
        most: the same as `least` where the birth leaves no doubt.
        days: since the birthday; None where the day of birth is not known.
    """

    least: int
    most: int
    days: int | None

    def __str__(self) -> str:
        if self.days is not None:
            return f"{self.least}y {self.days}d"
        return str(self.least) if self.least == self.most else f"{self.least} or {self.most}"


@dataclass(frozen=True, slots=True)
class Run:
    """A best of an athlete: of all time in the book, of a year, or when it was made.

    Attributes:
        event: in which.
        performance: the mark.
        status: None where no decision speaks of it.
        age: on that day; None where the birth is not known, or withheld.
        covered: the book vouches that nothing better is missing.
    """

    event: Event
    performance: Performance
    status: Status | None
    age: Age | None
    covered: bool


@dataclass(frozen=True, slots=True)
class HeldRecord:
    """A record that the athlete holds or held.

    Attributes:
        event: of which event.
        level: which record.
        step: its step of the progression: how long, until when, equalled or set.
        age: of the athlete on that day; None where not known.
    """

    event: Event
    level: Level
    step: Step
    age: Age | None


@dataclass(frozen=True, slots=True)
class Honour:
    """A medal.

    Attributes:
        medal: ``gold``, ``silver`` or ``bronze``; a gold is a title.
        event: in which.
        performance: by which.
        age: of the athlete on that day; None where not known.
    """

    medal: str
    event: Event
    performance: Performance
    age: Age | None


@dataclass(frozen=True, slots=True)
class Career:
    """All that the book says of an athlete.

    Attributes:
        bests: one for each event, in the order of the table of events.
        seasons: one for each event and year.
        progression: every mark that was the athlete's best on its day, event by event.
        records: held or once held, in order of time.
        honours: medals, in order of time.
        performances: all that count, the newest first.
    """

    athlete: Athlete
    bests: tuple[Run, ...]
    seasons: tuple[Run, ...]
    progression: tuple[Run, ...]
    records: tuple[HeldRecord, ...]
    honours: tuple[Honour, ...]
    performances: tuple[Run, ...] = ()


def career(book: Book, name_or_key: str, *, as_of: date, known_at: date | None = None) -> Career:
    """What an athlete has run, held and won by a day.

    Args:
        book: is asked.
        name_or_key: of the athlete.
        as_of: the last day of performances.
        known_at: the last day of decisions; `as_of` if not given.

    Raises:
        BookError: no such athlete, or several.
    """
    athlete = book.athlete(name_or_key)
    told = [
        _Chapter(athlete, book.part(event, sex), as_of, known_at or as_of)
        for event, sex in book.contested(athlete.key)
    ]
    records = [held for chapter in told for held in chapter.records()]
    honours = [honour for chapter in told for honour in chapter.honours()]
    ran = [run for chapter in told for run in chapter.performances()]
    return Career(
        athlete=athlete,
        bests=tuple(run for chapter in told for run in chapter.best()),
        seasons=tuple(run for chapter in told for run in chapter.seasons()),
        progression=tuple(run for chapter in told for run in chapter.progression()),
        records=tuple(sorted(records, key=lambda held: held.step.performance.day)),
        honours=tuple(sorted(honours, key=lambda honour: honour.performance.day)),
        performances=tuple(
            sorted(ran, key=lambda run: (run.performance.day, run.performance.seq), reverse=True)
        ),
    )


def age_on(born: Birth | None, day: date) -> Age | None:
    """How old somebody was on a day; None where the birth is not known.

    >>> str(age_on(Birth(date(2000, 9, 19)), date(2025, 2, 13)))
    '24y 147d'
    >>> str(age_on(Birth(date(2000, 1, 1), BirthPrecision.YEAR), date(2025, 2, 13)))
    '24 or 25'
    """
    if born is None:
        return None
    most, least = _years(born.day, day), _years(born.latest, day)
    exact = born.precision is BirthPrecision.DAY
    return Age(least, most, (day - _birthday(born.day, born.day.year + most)).days if exact else None)


class _Chapter:
    """An athlete in one event, as of a day."""

    def __init__(self, athlete: Athlete, part: Part, as_of: date, known_at: date) -> None:
        self._athlete = athlete
        self._part = part
        self._as_of = as_of
        self._known_at = known_at
        self._view: View = part.history.view(as_of, known_at)
        self._own = [p for p in self._view.performances if p.athlete_key == athlete.key]

    def best(self) -> Iterator[Run]:
        held = self._held(Level.PB)
        if held:
            yield self._run(_first_of_best(held), Level.PB, self._as_of)

    def seasons(self) -> Iterator[Run]:
        for year in sorted({p.day.year for p in self._own}):
            held = self._held(Level.SB, year)
            if held:
                yield self._run(_first_of_best(held), Level.SB, min(self._as_of, date(year, 12, 31)))

    def progression(self) -> Iterator[Run]:
        for held in self._held(Level.PB):
            yield self._run(held, Level.PB, held.performance.day)

    def records(self) -> Iterator[HeldRecord]:
        event, history = self._part.event, self._part.history
        theirs = {(lv, history.scope_of(lv, p)) for p in self._own for lv in Level if lv not in _OWN}
        for covered in self._lists(theirs):
            level = Level(covered.level)
            view = self._view_of(covered.race)
            held = view.records(level, covered.scope, season=0, age=covered.age)
            for step in standings.steps(event, covered, held, self._as_of):
                day = step.performance.day
                two = covered.race is None and races.divided(event, self._part.sex, level, day)
                kept = not two and event.recognition(level, day) is not Recognition.NONE
                if kept and step.performance.athlete_key == self._athlete.key:
                    yield HeldRecord(event, level, step, self._age(step.performance))

    def honours(self) -> Iterator[Honour]:
        known = self._part.history.competitions
        counted = {held.performance.key for held in self._view.listed()}
        for one in self._own:
            competition = known.get(one.competition)
            final = one.round in _FINALS and one.en_route_of is None and one.key in counted
            if competition is not None and competition.honours and final and one.place in {1, 2, 3}:
                yield Honour(_MEDALS[one.place - 1], self._part.event, one, self._age(one))

    def performances(self) -> Iterator[Run]:
        for held in self._view.listed():
            if held.performance.athlete_key == self._athlete.key:
                yield self._run(held, Level.PB, held.performance.day)

    def _view_of(self, race: RaceKind | None) -> View:
        """Of races of one kind alone."""
        if race is None:
            return self._view
        return self._part.history.of_race(race).view(self._as_of, self._known_at)

    def _held(self, level: Level, year: int = 0) -> list[Held]:
        return self._view.records(level, self._athlete.key, season=year)

    def _lists(self, theirs: set[tuple[Level, str]]) -> list[Coverage]:
        """The covered lists in which the athlete stands, widest first, each from its earliest day on."""
        lists: dict[tuple[str, str, str, str | None], Coverage] = {}
        for covered in sorted(self._part.coverage, key=lambda c: c.since):
            if covered.since <= self._as_of and (covered.level, covered.scope) in theirs:
                lists.setdefault((covered.level, covered.scope, covered.age, covered.race), covered)
        order = [level.value for level in Level]
        return sorted(lists.values(), key=lambda c: (order.index(str(c.level)), c.age != ALL))

    def _run(self, held: Held, level: Level, day: date) -> Run:
        covered = standings.covering(self._part.coverage, level, self._athlete.key, day)
        one = held.performance
        return Run(self._part.event, one, held.status, self._age(one), covered is not None)

    def _age(self, performance: Performance) -> Age | None:
        return age_on(self._athlete.born, performance.day)


def _first_of_best(held: list[Held]) -> Held:
    """Who first made the best mark of a progression."""
    best = score(held[-1].performance.mark)
    return next(one for one in held if score(one.performance.mark) == best)


def _years(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _birthday(born: date, year: int) -> date:
    """The birthday of a year; who was born on 29 February has it on 1 March in the others."""
    leap = (born.month, born.day) == (2, 29)
    return date(year, 2, 28) + timedelta(days=1) if leap else born.replace(year=year)
