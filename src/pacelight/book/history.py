"""One event of one sex: all that was run and decided, and how it looked on a day."""

from bisect import bisect_right
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from pacelight.book import ages, eligible, races
from pacelight.book.birth import Birth
from pacelight.book.columns import Columns
from pacelight.book.fold import Flags, fold, records
from pacelight.book.model import (
    ALL,
    WORLD,
    Competition,
    CompetitionKind,
    Decision,
    DecisionKind,
    Performance,
    Status,
)
from pacelight.book.rules import COUNTS_PERSONAL, SCOPED, STAND_IN, TIE_SHIFT
from pacelight.event import Level, RaceKind
from pacelight.measure import score
from pacelight.nation import area_of, nation

__all__ = ["Held", "History", "View", "status_said"]

_STATUS = {
    DecisionKind.SUBMITTED: Status.PENDING,
    DecisionKind.RATIFIED: Status.RATIFIED,
    DecisionKind.REJECTED: Status.REJECTED,
    DecisionKind.ANNULLED: Status.ANNULLED,
}

_LIFE = {kind: place for place, kind in enumerate(DecisionKind)}
"""Of two decisions of one day the later in the life of a record prevails, whichever was typed first."""

_KEYS = {rule.level: rule.key for rule in SCOPED if rule.key}


@dataclass(frozen=True, slots=True)
class Held:
    """A performance that was a record on its day.

    Attributes:
        performance: with its mark as corrected by then.
        equalled: the mark stood already.
        status: as it was known; None where no decision speaks of it.
    """

    performance: Performance
    equalled: bool
    status: Status | None


class History:
    """Every performance and every decision of one event of one sex.

    Args:
        performances: in any order; they are put in order of day, sequence, and as given.
        decisions: about any of them, or about their athletes; those of one day, known from one day, as they
            were written down.
        births: of the athletes, by their keys, as far as they are known.
        competitions: what is known of competitions, by their names.
    """

    def __init__(
        self,
        performances: Iterable[Performance],
        decisions: Iterable[Decision],
        *,
        births: Mapping[str, Birth] = MappingProxyType({}),
        competitions: Mapping[str, Competition] = MappingProxyType({}),
    ) -> None:
        self.performances = tuple(sorted(performances, key=_place))
        self.said = tuple(sorted(decisions, key=lambda d: (d.decided, d.learned)))
        self.decisions = tuple(sorted(self.said, key=lambda d: (d.decided, d.learned, _LIFE[d.kind])))
        self.births = births
        self.competitions = competitions
        self._days = [performance.day for performance in self.performances]
        self._row = {performance.key: row for row, performance in enumerate(self.performances)}
        self.races: dict[RaceKind, History] = {}

    @cached_property
    def athletes(self) -> frozenset[str]:
        """All who have run, by their keys: of these everything is in `births` that is known."""
        return frozenset(one.athlete_key for one in self.performances)

    def together(self, others: Iterable["History"]) -> "History":
        """This and others as one, for a list across events; of one day the first come first."""
        parts = (self, *others)
        births = {key: born for part in parts for key, born in part.births.items()}
        competitions = {name: known for part in parts for name, known in part.competitions.items()}
        return History(
            [performance for part in parts for performance in part.performances],
            _once(part.said for part in parts),
            births=births,
            competitions=competitions,
        )

    def of_race(self, race: RaceKind | None) -> "History":
        """Of races of one kind alone; None takes all, those of which no kind is known included."""
        if race is None:
            return self
        if race not in self.races:
            ran = (performance for performance in self.performances if races.kind_of(performance) is race)
            self.races[race] = History(ran, self.said, births=self.births, competitions=self.competitions)
        return self.races[race]

    def knowing(self, athlete_key: str, born: Birth) -> "History":
        """The same, of one more athlete: who has not run this event yet may do so tonight."""
        more = copy(self)
        more.births, more.races = {**self.births, athlete_key: born}, {}
        return more

    def view(self, as_of: date, known_at: date, *, ratified: bool = False) -> "View":
        """How it looked: performances up to `as_of`, decisions learned by `known_at`.

        Args:
            as_of: the last day of performances.
            known_at: the last day of decisions.
            ratified: only what had been ratified counts.
        """
        rows = bisect_right(self._days, as_of)
        return View(self, self.performances[:rows], known_at, ratified=ratified)

    def before(self, performance: Performance) -> tuple[Performance, ...]:
        """What stood when this performance came: all earlier ones; it need not be in the book itself."""
        row = self._row.get(performance.key)
        if row is None and performance.seq:
            row = bisect_right(self.performances, _place(performance), key=_place)
        elif row is None:
            row = bisect_right(self._days, performance.day)
        return self.performances[:row]

    def decided(self, performances: Iterable[Performance], known_at: date) -> list[list[Decision]]:
        """For each performance the decisions known by then and not taken back, in the order of taking."""
        known = [decision for decision in self.decisions if decision.learned <= known_at]
        if any(one.kind is DecisionKind.WITHDRAWN for one in known):
            known = _standing([decision for decision in self.said if decision.learned <= known_at])
            known.sort(key=lambda d: (d.decided, d.learned, _LIFE[d.kind]))
        return _about(performances, known)

    def heard(self, performances: Iterable[Performance], known_at: date) -> list[list[Decision]]:
        """The same with what was taken back, and that it was."""
        return _about(performances, [one for one in self.decisions if one.learned <= known_at])

    def scope_of(self, level: Level, performance: Performance) -> str:
        """In whose list of a level a performance stands; empty where it stands in none."""
        match level:
            case Level.WR:
                return WORLD
            case Level.AR | Level.NR:
                return _of_nation(level, performance)
            case Level.CR | Level.MR | Level.LR:
                return self._of_competition(level, performance.competition)
            case Level.FR:
                return performance.venue
            case Level.PB | Level.SB:
                return performance.athlete_key

    def _of_competition(self, level: Level, name: str) -> str:
        """A championship keeps no meeting records, and a meeting no championship's, where it is known."""
        known = self.competitions.get(name)
        if level is Level.LR:
            return "" if known is None else known.series
        return "" if known is not None and known.kind not in {None, _KIND[level]} else name


_KIND = {Level.CR: CompetitionKind.CHAMPIONSHIP, Level.MR: CompetitionKind.MEETING}


class View:
    """Some performances of one event as they were known on a day, folded when first asked.

    Args:
        history: where decisions are from.
        performances: in the order of the fold.
        known_at: the last day of decisions.
        ratified: only what had been ratified counts.
    """

    def __init__(
        self, history: History, performances: Sequence[Performance], known_at: date, *, ratified: bool = False
    ) -> None:
        decided = history.decided(performances, known_at)
        self.performances = [_corrected(p, known) for p, known in zip(performances, decided, strict=True)]
        self._history = history
        self._ratified = ratified
        self._decided = decided
        self._named = {one.level for known in decided for one in known if one.level is not None}
        self._statuses = [status_said(known) for known in decided]
        self._counts = self._counted(self._statuses)
        self._folded: dict[Level | bool, Flags] = {}
        self._held: dict[tuple[Level, str], dict[str, list[Held]]] = {}

    def records(self, level: Level, scope: str, *, season: int, age: str = ALL) -> list[Held]:
        """The progression of one list, equalled records included, in order of time.

        Args:
            level: which records.
            scope: whose.
            season: of season bests, the year.
            age: the age group.
        """
        held = self.by_scope(level, age=age).get(scope, [])
        return [one for one in held if level is not Level.SB or one.performance.day.year == season]

    def by_scope(self, level: Level, *, age: str = ALL) -> dict[str, list[Held]]:
        """The progression of every list of a level, in order of time; season bests of all years together.

        Args:
            level: which records.
            age: the age group.
        """
        if (level, age) not in self._held:
            self._held[level, age] = self._records(level, age)
        return self._held[level, age]

    def _records(self, level: Level, age: str) -> dict[str, list[Held]]:
        tied = set(self._rows(level, age, ties=True))
        statuses = self._statuses_at(level)
        held: dict[str, list[Held]] = {}
        for row in self._rows(level, age):
            one = self.performances[row]
            scope = self._history.scope_of(level, one)
            held.setdefault(scope, []).append(Held(one, row in tied, statuses[row]))
        return held

    def status_of(self, key: str) -> Status | None:
        """What was decided of a performance, as it was known; None where nothing was."""
        return next(
            status
            for performance, status in zip(self.performances, self._statuses, strict=True)
            if performance.key == key
        )

    def last_levels(self) -> list[tuple[Level, str]]:
        """The levels and age groups at which the last performance was a record, widest first."""
        last = len(self.performances) - 1
        return [
            (level, age)
            for level in Level
            for age in (ALL, *ages.groups_of(int(self._ages[-1])))
            if last in self._rows(level, age)
        ]

    def listed(self, age: str = ALL) -> list[Held]:
        """What an all-time list may name, best first, earlier before later.

        Args:
            age: only of this age group.
        """
        rows = np.flatnonzero((self._counts & COUNTS_PERSONAL != 0) & ages.within(self._ages, age))
        ordered = rows[np.argsort(self._scores[rows], kind="stable")]
        return [Held(self.performances[row], equalled=False, status=self._statuses[row]) for row in ordered]

    def _rows(self, level: Level, age: str, *, ties: bool = False) -> list[int]:
        """Rows of the records of a level and age group, in order."""
        flags = self._flags(level)
        word = flags >> np.uint64(TIE_SHIFT) if ties else flags
        row, group = records(word, self._ages, STAND_IN.get(level, level))
        if level in {Level.PB, Level.SB} and age != ALL:
            return []
        mine: list[int] = row[group == ages.index(age)].tolist()
        return mine

    def _flags(self, level: Level) -> Flags:
        """The words of the fold in which the records of a level are, one a performance.

        A level of which a decision speaks alone has a fold of its own; the others share one,
        and those that stand in for others a second.
        """
        other = level in STAND_IN
        which = level if level in self._named else other
        if which not in self._folded:
            counts = self._counted(self._statuses_at(level)) if level in self._named else self._counts
            self._folded[which] = fold(self._columns(counts, other=other))
        return self._folded[which]

    def _columns(self, counts: npt.NDArray[np.uint8], *, other: bool) -> Columns:
        marks = self.performances
        instead = {used: level for level, used in STAND_IN.items()} if other else {}
        return Columns(
            starts=np.array([0, len(marks)], np.int64),
            score=self._scores,
            counts=counts,
            ages=self._ages,
            year=np.array([p.day.year for p in marks], np.int16),
            athlete=_numbered(p.athlete_key for p in marks),
            keys={
                key: _numbered(self._history.scope_of(instead.get(level, level), p) for p in marks)
                for level, key in _KEYS.items()
            },
        )

    def _statuses_at(self, level: Level) -> list[Status | None]:
        """The status of each as a record of a level: what was decided of that level speaks too."""
        if level not in self._named:
            return self._statuses
        return [
            status_said(known, level, self._history.scope_of(level, performance))
            for performance, known in zip(self.performances, self._decided, strict=True)
        ]

    def _counted(self, statuses: Iterable[Status | None]) -> npt.NDArray[np.uint8]:
        """For what each counts, with these statuses."""
        return np.array(
            [
                eligible.counted(p, status or Status.CANDIDATE, ratified_only=self._ratified)
                for p, status in zip(self.performances, statuses, strict=True)
            ],
            np.uint8,
        )

    @cached_property
    def _scores(self) -> npt.NDArray[np.int32]:
        return np.array([score(p.mark) for p in self.performances], np.int32)

    @cached_property
    def _ages(self) -> npt.NDArray[np.uint16]:
        births = self._history.births
        return ages.words(
            [p.day for p in self.performances], [births.get(p.athlete_key) for p in self.performances]
        )


def _once(parts: Iterable[Sequence[Decision]]) -> Iterator[Decision]:
    """The decisions of several parts; what is about an athlete stands in each of theirs."""
    told: set[str] = set()
    for part in parts:
        yield from (one for one in part if one.athlete_key not in told)
        told |= {one.athlete_key for one in part if one.athlete_key}


def _standing(said: Sequence[Decision]) -> list[Decision]:
    """What was not taken back, of all that was said, in order.

    What was decided and taken back on one day may be decided again on it: what is said after that stands.
    """
    back: dict[Hashable, list[tuple[int, Decision]]] = {}
    for at, one in enumerate(said):
        if one.kind is DecisionKind.WITHDRAWN:
            back.setdefault(one.withdrawn, []).append((at, one))
    first: dict[Hashable, int] = {}
    stands = []
    for at, one in enumerate(said):
        if one.kind is DecisionKind.WITHDRAWN:
            continue
        before = first.setdefault(one.identity, at)
        takes = back.get(one.identity, [])
        if not any(d.decided > one.decided or when > at or when < before for when, d in takes):
            stands.append(one)
    return stands


def _of_nation(level: Level, performance: Performance) -> str:
    if nation(performance.nation).area is None:
        return ""  # a neutral athlete, a mixed team
    return performance.nation if level is Level.NR else area_of(performance.nation, performance.day)


def _place(performance: Performance) -> tuple[date, int]:
    """Where it stands in the order of the fold."""
    return performance.day, performance.seq


def _numbered(names: Iterable[str]) -> npt.NDArray[np.int32]:
    """Each distinct name as a number, counted from zero; -1 for none."""
    number: dict[str, int] = {}
    return np.array([number.setdefault(name, len(number)) if name else -1 for name in names], np.int32)


def _about(performances: Iterable[Performance], decisions: Iterable[Decision]) -> list[list[Decision]]:
    """Which of the decisions speak of each performance, or of a time of its athlete in which it was made."""
    about: dict[str, list[Decision]] = {}
    whole: dict[str, list[Decision]] = {}
    for decision in decisions:
        if decision.athlete_key:
            whole.setdefault(decision.athlete_key, []).append(decision)
        else:
            about.setdefault(decision.performance_key, []).append(decision)
    return [_merged(p, about.get(p.key, []), whole.get(p.athlete_key, [])) for p in performances]


def _merged(performance: Performance, own: list[Decision], of_athlete: list[Decision]) -> list[Decision]:
    """Decisions about a performance and about its athlete's time, in the order they were taken."""
    void = [d for d in of_athlete if d.since and d.until and d.since <= performance.day <= d.until]
    return sorted([*own, *void], key=lambda d: (d.decided, d.learned, _LIFE[d.kind])) if void else own


def status_said(decisions: Sequence[Decision], level: Level | None = None, scope: str = "") -> Status | None:
    """What the latest decision made of it, of all levels or as a record of one.

    A correction changes the mark, not the status.
    """
    kinds = [
        _STATUS[decision.kind]
        for decision in decisions
        if decision.kind in _STATUS and decision.speaks_of(level, scope)
    ]
    return kinds[-1] if kinds else None


def _corrected(performance: Performance, decisions: Sequence[Decision]) -> Performance:
    marks = [decision.mark for decision in decisions if decision.mark is not None]
    nations = [decision.nation for decision in decisions if decision.nation is not None]
    if not marks and not nations:
        return performance
    return replace(
        performance,
        mark=marks[-1] if marks else performance.mark,
        nation=nations[-1] if nations else performance.nation,
    )
