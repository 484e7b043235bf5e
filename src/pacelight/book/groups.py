"""One event of one sex, or one distance on both tracks, and what is asked of it.

Both tracks together (*outright*) are one more fold, over the performances of both.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from pacelight.book import races, standings
from pacelight.book.history import Held, History, View
from pacelight.book.model import ALL, AllTime, Coverage, NotKnown, Standing, Step
from pacelight.book.scopes import shown
from pacelight.event import EVENTS, Event, Level, RaceKind, Recognition, Sex
from pacelight.measure import score

__all__ = ["Asked", "Group", "Part", "Wanted"]


@dataclass(frozen=True, slots=True)
class Part:
    """All that is known of one event of one sex.

    Attributes:
        coverage: what the book covers of its lists.
    """

    event: Event
    sex: Sex
    history: History
    coverage: list[Coverage]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which record list, and as of when.

    Attributes:
        scope: as the book writes it.
        age: the age group.
        as_of: the last day of performances.
        known_at: the last day of decisions.
        ratified: only what had been ratified by then.
        race: only of races of this kind.
    """

    level: Level
    scope: str
    age: str
    as_of: date
    known_at: date
    ratified: bool
    race: RaceKind | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which all-time list, and as of when.

    Attributes:
        n: how many lines; None gives all.
        all_performances: every mark, not the best of each athlete.
        level: world, area or nation.
        scope: as the book writes it.
        age: the age group.
        year: only marks of this calendar year; None takes all.
        as_of: the last day of performances.
        known_at: the last day of decisions.
        race: only of races of this kind.
    """

    n: int | None
    all_performances: bool
    level: Level
    scope: str
    age: str
    year: int | None
    as_of: date
    known_at: date
    race: RaceKind | None = None


class Group:
    """What is known of an event, or of two that are outright one.

    Args:
        parts: one, or the 400 m list and the short-track list.
    """

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = tuple(parts)
        self.sex = parts[0].sex

    @property
    def name(self) -> str:
        """As in sentences: ``Mile short track, men``."""
        return f"{' or '.join(part.event.name for part in self._parts)}, {self.sex}"

    @cached_property
    def history(self) -> History:
        """All performances, of both tracks where there are two."""
        first, *others = (part.history for part in self._parts)
        return first.together(others) if others else first

    def record(self, asked: Asked) -> Standing | NotKnown:
        """The record that stood."""
        covered = self._covered(asked)
        if isinstance(covered, NotKnown):
            return covered
        held = self._held(asked)
        if isinstance(held, NotKnown):
            return held
        return _named(
            standings.standing(self._first, _whole(covered), held, asked.as_of), covered, asked.as_of
        )

    def progression(self, asked: Asked) -> list[Step] | NotKnown:
        """All records up to a day, in order of time, equalled ones included."""
        covered = self._covered(asked)
        if isinstance(covered, NotKnown):
            return covered
        held = self._held(asked)
        if isinstance(held, NotKnown):
            return held
        made = standings.steps(self._first, _whole(covered), held, asked.as_of)
        if len(self._parts) == 1:
            return made
        return [replace(step, standing=_named(step.standing, covered, step.performance.day)) for step in made]

    def top(self, wanted: Wanted) -> AllTime | NotKnown:
        """The all-time list, or that of one year."""
        every = wanted.all_performances or wanted.year is not None
        covered = []
        for part in self._parts:
            found = self._covered_list(part, wanted, every=every)
            if isinstance(found, NotKnown):
                return found
            covered.append(found)
        listed = self._listed(wanted)
        if not wanted.all_performances:
            listed = standings.best_of_each(listed)
        whole = _whole(covered)
        entries = standings.ranked(listed, whole, wanted.n, all_performances=every)
        return AllTime(self._first, self.sex, wanted.scope, wanted.all_performances, entries, whole)

    @property
    def _first(self) -> Event:
        return self._parts[0].event

    def _view(self, asked: Asked | Wanted, *, ratified: bool = False) -> View:
        history = self.history.of_race(asked.race)
        return history.view(asked.as_of, asked.known_at, ratified=ratified)

    def _held(self, asked: Asked) -> list[Held] | NotKnown:
        view = self._view(asked, ratified=asked.ratified)
        held = view.records(asked.level, asked.scope, season=asked.as_of.year, age=asked.age)
        ratified = "ratified " * asked.ratified
        return held or NotKnown(f"the book holds no {ratified}mark of this list by {asked.as_of}")

    def _listed(self, wanted: Wanted) -> list[Held]:
        listed = self._view(wanted).listed(wanted.age)
        if wanted.year is not None:
            listed = [held for held in listed if held.performance.day.year == wanted.year]
        match wanted.level:
            case Level.WR:
                return listed
            case Level.NR:
                return [held for held in listed if held.performance.nation == wanted.scope]
            case level:
                scope_of = self.history.scope_of
                return [held for held in listed if scope_of(level, held.performance) == wanted.scope]

    def _covered(self, asked: Asked) -> list[Coverage] | NotKnown:
        """What is covered of the list of each event that keeps one."""
        kept = [
            part
            for part in self._parts
            if part.event.recognition(asked.level, asked.as_of) is not Recognition.NONE
        ]
        if not kept:
            return NotKnown(f"no {asked.level} is kept of {self.name}")
        if asked.race is None and any(_divided(part, asked) for part in kept):
            return NotKnown(
                f"two {asked.level} are kept of {self.name}: of women-only races and of mixed ones"
            )
        found = []
        for part in kept:
            covered = standings.covering(
                part.coverage, asked.level, asked.scope, asked.as_of, age=asked.age, race=asked.race
            )
            if covered is None:
                return _beyond_records(part, asked)
            found.append(covered)
        return found

    def _covered_list(self, part: Part, wanted: Wanted, *, every: bool) -> Coverage | NotKnown:
        covered = standings.covering_list(
            part.coverage,
            wanted.scope,
            wanted.as_of,
            all_performances=every,
            age=wanted.age,
            race=wanted.race,
        )
        if covered is not None:
            return covered
        lists = standings.lists_of(part.coverage, wanted.scope, wanted.age, wanted.race)
        group = _narrowed(wanted)
        return _beyond(f"the {group}all-time list of {part.event.name}, {part.sex}", lists, wanted.as_of)


def _whole(covered: Sequence[Coverage]) -> Coverage:
    """What is covered of several lists together: from the latest day on, down to the best mark."""
    latest = max(covered, key=lambda one: one.since)
    ends = [one.down_to for one in covered if one.down_to is not None]
    bests = [one for one in covered if one.level == "LIST"]
    return replace(
        latest,
        level=bests[0].level if bests else latest.level,
        down_to=min(ends, key=score, default=None),
    )


def _named(standing: Standing, covered: Sequence[Coverage], day: date) -> Standing:
    """The standing with the event in which the mark was made, and what is covered of that."""
    if len(covered) == 1 and covered[0].event == standing.event.code:
        return standing
    event = EVENTS[standing.holders[0].event]
    own = next((one for one in covered if one.event == event.code), standing.coverage)
    return replace(
        standing,
        event=event,
        label=event.label(standing.level, day),
        recognition=event.recognition(standing.level, day),
        coverage=own,
    )


def _divided(part: Part, asked: Asked) -> bool:
    return races.divided(part.event, part.sex, asked.level, asked.as_of)


def _narrowed(asked: Asked | Wanted) -> str:
    """In front of the name of a list that is of an age group, or of one kind of race."""
    return f"{'' if asked.age == ALL else f'{asked.age} '}{f'{asked.race} ' if asked.race else ''}"


def _beyond_records(part: Part, asked: Asked) -> NotKnown:
    wanted = (asked.level, asked.scope, asked.age, asked.race)
    lists = [c for c in part.coverage if (c.level, c.scope, c.age, c.race) == wanted]
    listed = shown(part.event.label(asked.level, asked.as_of), asked.scope)
    return _beyond(f"the {_narrowed(asked)}{listed} of {part.event.name}, {part.sex}", lists, asked.as_of)


def _beyond(what: str, lists: Sequence[Coverage], as_of: date) -> NotKnown:
    since = min((covered.since for covered in lists), default=None)
    if since is None:
        return NotKnown(f"the book does not cover {what}")
    return NotKnown(f"the book covers {what} from {since} on, not as of {as_of}")
