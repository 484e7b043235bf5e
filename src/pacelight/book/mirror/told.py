"""What a mirror is told of a performance: where it stands, and how it was seen from which day on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from pacelight.book.history import History, View
from pacelight.book.mirror.staircase import FIRST, KEYED, when
from pacelight.book.model import Performance
from pacelight.book.rules import COUNTS_PERSONAL, COUNTS_RECORD, NOT_AS
from pacelight.event import Level

__all__ = ["EPOCH", "Seen", "Told", "days", "tell"]

EPOCH = date(1970, 1, 1).toordinal()
"""The day from which days are counted."""


@dataclass(frozen=True, slots=True)
class Seen:
    """How a performance was seen from a day on: what of it can change by decisions or by better knowledge.

    Attributes:
        since: the day, as days since 1970-01-01; `staircase.FIRST` where no decision speaks of it.
        score: smaller is better.
        counts, ratified: the bits of `rules`, of all marks and of ratified ones; where a decision names
            a level, with `NOT_AS` of each level of which it is no record.
        ages: a bit for each age group.
        scopes: for each of `KEYED`, whose list; empty for none.
    """

    since: int
    score: int
    counts: int
    ratified: int
    ages: int
    scopes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A performance.

    Attributes:
        when: day and sequence, as `staircase.when` numbers them.
        seen: at least one, in order of days.
    """

    key: str
    when: int
    seen: tuple[Seen, ...]


def days(day: date) -> int:
    """Days since 1970-01-01."""
    return day.toordinal() - EPOCH


def tell(history: History, performances: Iterable[Performance] | None = None) -> Iterator[Told]:
    """What there is to be told of performances.

    Args:
        history: with all decisions about them.
        performances: some of it, or one that is not in it; all, if not given.
    """
    given = history.performances if performances is None else tuple(performances)
    first = _Sheet(history, given, date.min).seen(FIRST, [0] * len(given))
    turns = sorted({decision.learned for decision in history.decisions})
    later: list[list[Seen]] = [[] for _ in given]
    known = history.heard(given, date.max)  # what was taken back changed something twice
    for turn in turns:
        rows = [row for row, decisions in enumerate(known) if any(d.learned == turn for d in decisions)]
        for row, seen in zip(rows, _at(history, [given[row] for row in rows], turn), strict=True):
            later[row].append(seen)
    for performance, seen, turned in zip(given, first, later, strict=True):
        place = when(days(performance.day), performance.seq)
        yield Told(performance.key, place, (seen, *turned))


def _at(history: History, performances: list[Performance], known_at: date) -> Iterator[Seen]:
    ratified = _Sheet(history, performances, known_at, ratified=True).bits()
    return _Sheet(history, performances, known_at).seen(days(known_at), ratified)


class _Sheet(View):
    """A view, laid open."""

    def bits(self) -> list[int]:
        """For what each counts."""
        if not self._named:
            plain: list[int] = self._counts.tolist()
            return plain
        counts = self._counts & np.uint16(COUNTS_PERSONAL)
        for level, bit in NOT_AS.items():
            record = self._counted(self._statuses_at(level)) & COUNTS_RECORD != 0
            counts |= np.where(record, COUNTS_RECORD, bit).astype(np.uint16)
        bits: list[int] = counts.tolist()
        return bits

    def seen(self, since: int, ratified: list[int]) -> Iterator[Seen]:
        """Each performance as it is seen here."""
        scores, ages = self._scores.tolist(), self._ages.tolist()
        columns = zip(self.performances, scores, self.bits(), ratified, ages, strict=True)
        for performance, score, counts, official, age in columns:
            yield Seen(since, score, counts, official, age, self._scopes(performance))

    def _scopes(self, performance: Performance) -> tuple[str, ...]:
        return tuple(self._history.scope_of(Level(level), performance) for level in KEYED)
