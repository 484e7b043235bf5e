"""One event of one sex: all that was run and decided, and how it looked on a day."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import numpy as np
import numpy.typing as npt

from pacelight.book.columns import Columns
from pacelight.book.fold import Flags, fold, is_record, is_tie
from pacelight.book.model import WORLD, Decision, DecisionKind, Performance, Status
from pacelight.book.rules import ALL_AGES, COUNTS_PERSONAL, SCOPED, counts
from pacelight.event import Level
from pacelight.nation import area_of, nation

__all__ = ["Held", "History", "View", "scope_of"]

_STATUS = {
    DecisionKind.SUBMITTED: Status.PENDING,
    DecisionKind.RATIFIED: Status.RATIFIED,
    DecisionKind.REJECTED: Status.REJECTED,
    DecisionKind.ANNULLED: Status.ANNULLED,
}

_LIFE = {kind: place for place, kind in enumerate(DecisionKind)}
"""Of two decisions of one day the later in the life of a record prevails, whichever was typed first."""


def scope_of(level: Level, performance: Performance) -> str:
    """In whose list of a level a performance stands; empty where it stands in none."""
    match level:
        case Level.WR:
            return WORLD
        case Level.AR | Level.NR if nation(performance.nation).area is None:
            return ""  # a neutral athlete, a mixed team
        case Level.AR:
            return area_of(performance.nation, performance.day)
        case Level.NR:
            return performance.nation
        case Level.MR | Level.CR:
            return performance.competition
        case Level.PB | Level.SB:
            return performance.athlete_key


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
        decisions: about any of them.
    """

    def __init__(self, performances: Iterable[Performance], decisions: Iterable[Decision]) -> None:
        self.performances = tuple(sorted(performances, key=_place))
        self.decisions = tuple(sorted(decisions, key=lambda d: (d.decided, d.learned, _LIFE[d.kind])))
        self._days = [performance.day for performance in self.performances]
        self._row = {performance.key: row for row, performance in enumerate(self.performances)}

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

    def decided(self, known_at: date) -> dict[str, list[Decision]]:
        """The decisions known by then, by performance, in the order they were taken."""
        known: dict[str, list[Decision]] = {}
        for decision in self.decisions:
            if decision.learned <= known_at:
                known.setdefault(decision.performance_key, []).append(decision)
        return known


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
        decided = history.decided(known_at)
        self.performances = [_corrected(p, decided.get(p.key, ())) for p in performances]
        self._statuses = [_status(decided.get(p.key, ())) for p in performances]
        self._counts = np.array(
            [
                counts(status or Status.CANDIDATE, official=p.official, ratified_only=ratified)
                for p, status in zip(performances, self._statuses, strict=True)
            ],
            np.uint8,
        )

    def records(self, level: Level, scope: str, *, season: int) -> list[Held]:
        """The progression of one list, equalled records included, in order of time.

        Args:
            level: which records.
            scope: whose.
            season: of season bests, the year.
        """
        record, tie = is_record(self.flags, level), is_tie(self.flags, level)
        held = [
            Held(self.performances[row], bool(tie[row]), self._statuses[row])
            for row in np.flatnonzero(record)
            if scope_of(level, self.performances[row]) == scope
        ]
        return [one for one in held if level is not Level.SB or one.performance.day.year == season]

    def last_levels(self) -> list[Level]:
        """The levels at which the last performance was a record, widest first."""
        return [level for level in Level if is_record(self.flags[-1:], level)[0]]

    def listed(self) -> list[Held]:
        """What an all-time list may name, fastest first, earlier before later."""
        rows = np.flatnonzero(self._counts & COUNTS_PERSONAL)
        score = [self.performances[row].mark.thousandths for row in rows]
        ordered = rows[np.argsort(score, kind="stable")]
        return [Held(self.performances[row], equalled=False, status=self._statuses[row]) for row in ordered]

    @cached_property
    def flags(self) -> Flags:
        """The words of the fold, one a performance."""
        return fold(self._columns())

    def _columns(self) -> Columns:
        marks = self.performances
        n = len(marks)
        return Columns(
            starts=np.array([0, n], np.int64),
            score=np.array([p.mark.thousandths for p in marks], np.int32),
            counts=self._counts,
            ages=np.full(n, ALL_AGES, np.uint16),
            year=np.array([p.day.year for p in marks], np.int16),
            athlete=_numbered(p.athlete_key for p in marks),
            keys={rule.key: _numbered(scope_of(rule.level, p) for p in marks) for rule in SCOPED if rule.key},
        )


def _place(performance: Performance) -> tuple[date, int]:
    """Where it stands in the order of the fold."""
    return performance.day, performance.seq


def _numbered(names: Iterable[str]) -> npt.NDArray[np.int32]:
    """Each distinct name as a number, counted from zero; -1 for none."""
    number: dict[str, int] = {}
    return np.array([number.setdefault(name, len(number)) if name else -1 for name in names], np.int32)


def _status(decisions: Sequence[Decision]) -> Status | None:
    """What the latest decision made of it; a correction changes the mark, not the status."""
    kinds = [_STATUS[decision.kind] for decision in decisions if decision.kind in _STATUS]
    return kinds[-1] if kinds else None


def _corrected(performance: Performance, decisions: Sequence[Decision]) -> Performance:
    marks = [decision.mark for decision in decisions if decision.mark is not None]
    return replace(performance, mark=marks[-1]) if marks else performance
