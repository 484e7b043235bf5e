"""A mark in numbers: how it was seen from which day on, and the lists it stands in."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import NamedTuple, TypeVar

from pacelight.book.mirror.staircase import KEYED, NOWHERE, SEQ_BITS, Steps, list_of, when
from pacelight.book.mirror.told import EPOCH, Seen, days
from pacelight.book.rules import AGE_GROUPS, COUNTS_PERSONAL, COUNTS_RECORD, NOT_AS, SLOTS
from pacelight.event import Level

__all__ = ["PLACE", "OneList", "State", "earlier", "lists_of", "reach", "seen_at"]

PLACE = {level: place for place, level in enumerate(KEYED)} | {Level.SB: KEYED.index(Level.PB)}
"""Where among the scopes of a mark that of a level stands."""

_ORDER = {level: place for place, level in enumerate(Level)}


@dataclass(frozen=True, slots=True)
class State:
    """`Seen` in numbers."""

    since: int
    score: int
    counts: int
    ratified: int
    ages: int
    scopes: tuple[int, ...]


class OneList(NamedTuple):
    """One list in which a mark stands."""

    level: Level
    scope: int
    age: int
    ratified: bool

    @property
    def number(self) -> int:
        """As the staircase numbers it."""
        return list_of(self.level, self.scope, self.age, ratified=self.ratified)


_Since = TypeVar("_Since", Seen, State)


def seen_at(states: Sequence[_Since], day: int) -> _Since:
    """The last of them that was known on a day."""
    return states[bisect_right([state.since for state in states], day) - 1]


def lists_of(state: State, *, ratified: bool) -> Iterator[OneList]:
    """The lists in which a mark stands."""
    counts = state.ratified if ratified else state.counts
    if counts & COUNTS_RECORD:
        groups = (age for age in range(len(AGE_GROUPS)) if state.ages >> age & 1)
        whose = [(Level.WR, 0), *zip(KEYED, state.scopes, strict=True)]
        kept = [
            (level, scope)
            for level, scope in whose
            if level in NOT_AS and scope != NOWHERE and not counts & NOT_AS[level]
        ]
        for age in islice(groups, SLOTS):
            yield from (OneList(level, scope, age, ratified) for level, scope in kept)
    athlete = state.scopes[PLACE[Level.PB]]
    if counts & COUNTS_PERSONAL and athlete != NOWHERE:
        yield from (OneList(level, athlete, 0, ratified) for level in (Level.PB, Level.SB))


def earlier(steps: Steps, own: int, number: int, *, season: bool = False) -> tuple[int, int]:
    """Which steps came before a mark; of season bests, those of its year."""
    start, end = 0, int(steps.when.searchsorted(own))
    while end < steps.when.size and steps.when[end] == own and steps.number[end] < number:
        end += 1
    if season:
        day = date.fromordinal((own >> SEQ_BITS) + EPOCH)
        start = int(steps.when.searchsorted(when(days(day.replace(month=1, day=1)), 0)))
    return start, end


def reach(one: OneList) -> tuple[int, int]:
    """Widest first, all ages before one."""
    return _ORDER[one.level], one.age
