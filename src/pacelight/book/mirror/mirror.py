"""The mirror of one event of one sex: its marks as sorted columns, its staircase, and what was learned since.

Never the truth: it is told what the facts say, and can be built from them at any time.
What it is told touches the lists in which the performance makes a step, or made one; nothing else is folded.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from pacelight.book import ages
from pacelight.book.mirror.names import Names
from pacelight.book.mirror.numbered import PLACE, OneList, State, earlier, lists_of, reach, seen_at
from pacelight.book.mirror.staircase import (
    FIRST,
    KEYED,
    NO_STEPS,
    NOWHERE,
    SEQ_BITS,
    Marks,
    Staircase,
    Steps,
    built,
    list_of,
    refolded,
    when,
)
from pacelight.book.mirror.told import Seen, Told, days
from pacelight.book.model import ALL, WORLD
from pacelight.book.rules import AGE_GROUPS, ALL_AGES
from pacelight.event import Level

__all__ = ["Broken", "Mirror"]

Array = npt.NDArray[Any]

_COLUMNS = ("score", "counts", "ratified", "ages")


@dataclass(frozen=True, slots=True)
class Broken:
    """A list of which a mark breaks or equals what stood.

    Attributes:
        scope: whose list; the athlete's key of a personal or a season best.
        holders: keys of the performances that shared the record, in order of time.
        by: how much better, in the unit of the event; zero if equalled.
    """

    level: Level
    scope: str
    age: str
    holders: tuple[str, ...]
    by: int


class Mirror:
    """Answers about one event of one sex, in microseconds.

    Args:
        marks: as known without any decision.
        staircase: what is built of them.
        names: of each of `KEYED`, the names of its scopes.
        keys: bytes, shape ``(n,)``, the key of each performance in order of arrival.
    """

    def __init__(
        self,
        marks: Marks,
        staircase: Staircase,
        names: Mapping[Level, Names],
        keys: npt.NDArray[np.bytes_],
    ) -> None:
        self.marks, self.staircase, self.names, self.keys = marks, staircase, names, keys
        self.new_keys: list[str] = []
        self.later: dict[int, tuple[int, list[State]]] = {}
        """Of each mark that was seen otherwise later: where it stands, and all its states."""

    @classmethod
    def of(cls, told: Iterable[Told]) -> Self:
        """The mirror of all performances of an event, in order of arrival."""
        given = list(told)
        marks, names = _columns(given)
        mirror = cls(marks, built(marks), names, _bytes([one.key for one in given]))
        for one in given:
            if len(one.seen) > 1:
                mirror.take(one)
        return mirror

    def take(self, told: Told) -> None:
        """A performance that is new, or about which something was learned; the same again changes nothing."""
        place = self._find(told)
        if place is None:
            place = self._insert(told)
        number = int(self.marks.number[place])
        old = self.later[number][1] if number in self.later else [self._first(place)]
        new = [self._state(seen) for seen in told.seen]
        if old == new:
            return
        self.later[number] = told.when, new
        self._set(place, new[0])
        touched: set[OneList] = set()
        for turn in self._turns(old):
            before, after = seen_at(old, turn), seen_at(new, turn)
            if replace(before, since=0) != replace(after, since=0):
                touched |= set(self._touched(turn, (told.when, number), before, after))
            self._refold(turn, touched)

    def steps(
        self,
        level: Level,
        scope: str,
        *,
        age: str = ALL,
        as_of: date,
        known_at: date | None = None,
        ratified: bool = False,
    ) -> Steps:
        """The progression of one list up to a day; of season bests, of the year of that day.

        Args:
            level: which records.
            scope: whose, as `History.scope_of` has it.
            age: of which age group.
            as_of: the last day of performances.
            known_at: the last day of decisions; `as_of` if not given.
            ratified: only what had been ratified counts.
        """
        whose = 0 if level is Level.WR else self.names[KEYED[PLACE[level]]].find(scope)
        if whose == NOWHERE:
            return NO_STEPS
        wanted = list_of(level, whose, ages.index(age), ratified=ratified)
        steps = self.staircase.steps(wanted, days(known_at or as_of))
        begin = when(days(as_of.replace(month=1, day=1)), 0)
        start = steps.when.searchsorted(begin) if level is Level.SB else 0
        return steps.cut(int(start), int(steps.when.searchsorted(when(days(as_of) + 1, 0))))

    def holders(self, steps: Steps) -> tuple[str, ...]:
        """Keys of the performances that share the record after the last step, in order of time."""
        if not steps.score.size:
            return ()
        shared = steps.number[steps.score == steps.score[-1]]
        return tuple(self.key(number) for number in shared.tolist())

    def key(self, number: int) -> str:
        """The key of a performance by its number of arrival."""
        if number < self.keys.size:
            return bytes(self.keys[number]).decode()
        return self.new_keys[number - self.keys.size]

    def breaks(self, told: Told, *, known_at: date) -> list[Broken]:
        """Which lists a mark breaks or equals, of those in which something stood.

        What came after it is not looked at; whether the book covers a list is not asked.

        Args:
            told: the mark; it need not be in the mirror. Without a sequence it stands last of its day.
            known_at: the last day of decisions.
        """
        seen = seen_at(told.seen, days(known_at))
        found = []
        for one, steps, start, end in self._before(told, seen, known_at):
            if start < end and steps.score[end - 1] >= seen.score:
                scope = WORLD if one.level is Level.WR else seen.scopes[PLACE[one.level]]
                by = int(steps.score[end - 1]) - seen.score
                holders = self.holders(steps.cut(start, end))
                found.append(Broken(one.level, scope, AGE_GROUPS[one.age].name, holders, by))
        return found

    def stood(self, told: Told, *, known_at: date) -> set[str]:
        """Keys of what stood before a mark, in each of the lists in which it stands.

        Args:
            told: the mark, as `breaks` takes it.
            known_at: the last day of decisions.
        """
        seen = seen_at(told.seen, days(known_at))
        before = self._before(told, seen, known_at)
        return {key for _, steps, start, end in before for key in self.holders(steps.cut(start, end))}

    def holds(self, told: Told) -> bool:
        """Whether the performance is here, under this key and at this place in time."""
        return self._find(told) is not None

    def _before(self, told: Told, seen: Seen, known_at: date) -> Iterator[tuple[OneList, Steps, int, int]]:
        """Each list in which a mark stands, widest first, and which of its steps came before."""
        place = self._find(told)
        number = self.marks.number.size if place is None else int(self.marks.number[place])
        last = place is None and told.when == _first_of_day(told.when)
        own = _last_of_day(told.when) if last else told.when
        lists = sorted(lists_of(self._state(seen, new=False), ratified=False), key=reach)
        stairs = self.staircase.many([one.number for one in lists], days(known_at))
        for one, steps in zip(lists, stairs, strict=True):
            yield one, steps, *earlier(steps, own, number, season=one.level is Level.SB)

    def _find(self, told: Told) -> int | None:
        """The row of a performance; None where it is not here."""
        first, last = (int(self.marks.when.searchsorted(told.when, side)) for side in ("left", "right"))
        rows = range(first, last)
        return next((row for row in rows if self.key(int(self.marks.number[row])) == told.key), None)

    def _insert(self, told: Told) -> int:
        """A row for a performance, which counts for nothing yet."""
        place = int(self.marks.when.searchsorted(told.when, "right"))
        values = {"when": told.when, "number": self.marks.number.size, "ages": ALL_AGES}
        columns = {
            name: np.insert(getattr(self.marks, name), place, values.get(name, 0))
            for name in ("when", "number", *_COLUMNS)
        }
        scopes = {level: np.insert(column, place, NOWHERE) for level, column in self.marks.scopes.items()}
        self.marks = Marks(scopes=scopes, **columns)
        self.new_keys.append(told.key)
        return place

    def _first(self, place: int) -> State:
        """How a row is seen where no decision speaks of it."""
        scopes = tuple(int(self.marks.scopes[level][place]) for level in KEYED)
        values = {name: int(getattr(self.marks, name)[place]) for name in _COLUMNS}
        return State(FIRST, **values, scopes=scopes)

    def _turns(self, old: list[State]) -> list[int]:
        """The days on which something was learned, of this event."""
        learned = {state.since for _, states in self.later.values() for state in states}
        return sorted(learned | {state.since for state in old})

    def _set(self, place: int, state: State) -> None:
        for name in _COLUMNS:
            getattr(self.marks, name)[place] = getattr(state, name)
        for level, scope in zip(KEYED, state.scopes, strict=True):
            self.marks.scopes[level][place] = scope

    def _state(self, seen: Seen, *, new: bool = True) -> State:
        """The same in numbers; `new` names are given one."""
        scopes = tuple(
            self.names[level].number(name) if new else self.names[level].find(name)
            for level, name in zip(KEYED, seen.scopes, strict=True)
        )
        return State(seen.since, seen.score, seen.counts, seen.ratified, seen.ages, scopes)

    def _touched(self, turn: int, where: tuple[int, int], before: State, after: State) -> Iterator[OneList]:
        """The lists in which the mark was a step, or would be one."""
        for ratified in (False, True):
            for one in lists_of(before, ratified=ratified):
                steps = self.staircase.steps(one.number, turn)
                _, end = earlier(steps, *where)
                if end < steps.number.size and steps.number[end] == where[1]:
                    yield one
            for one in lists_of(after, ratified=ratified):
                steps = self.staircase.steps(one.number, turn)
                start, end = earlier(steps, *where, season=one.level is Level.SB)
                if start >= end or steps.score[end - 1] >= after.score:
                    yield one

    def _refold(self, turn: int, touched: set[OneList]) -> None:
        """Fold these lists as known from a day on."""
        if not touched:
            return
        marks = self._marks_at(turn)
        for level, scope, ratified in {(one.level, one.scope, one.ratified) for one in touched}:
            found = refolded(marks, level, scope, ratified=ratified)
            for one in touched:
                if (one.level, one.scope, one.ratified) == (level, scope, ratified):
                    self.staircase.put(one.number, turn, found.get(one.age, NO_STEPS))

    def _marks_at(self, turn: int) -> Marks:
        """All marks as seen on a day; columns in which nothing differs are shared."""
        seen = [(self._row(number), seen_at(states, turn)) for number, (_, states) in self.later.items()]
        rows = np.array([row for row, _ in seen], np.int64)

        def changed(column: Array, values: list[int]) -> Array:
            if np.array_equal(column[rows], values):
                return column
            copied = column.copy()
            copied[rows] = values
            return copied

        columns = {
            name: changed(getattr(self.marks, name), [getattr(state, name) for _, state in seen])
            for name in _COLUMNS
        }
        scopes = {
            level: changed(column, [state.scopes[PLACE[level]] for _, state in seen])
            for level, column in self.marks.scopes.items()
        }
        return replace(self.marks, scopes=scopes, **columns)

    def _row(self, number: int) -> int:
        """Where a mark stands that was seen otherwise later."""
        place = self.later[number][0]
        first, last = (int(self.marks.when.searchsorted(place, side)) for side in ("left", "right"))
        return first + int(self.marks.number[first:last].searchsorted(number))


def _columns(told: list[Told]) -> tuple[Marks, dict[Level, Names]]:
    """Performances as columns, as known without any decision."""
    place = np.array([one.when for one in told], np.int64)
    rows = np.argsort(place, kind="stable")
    first = [one.seen[0] for one in told]
    names, scopes = {}, {}
    for level, nth in zip(KEYED, range(len(KEYED)), strict=True):
        names[level], numbers = Names.of(_bytes([seen.scopes[nth] for seen in first]))
        scopes[level] = numbers[rows]
    marks = Marks(
        when=place[rows],
        number=rows.astype(np.int32),
        score=np.array([seen.score for seen in first], np.int32)[rows],
        counts=np.array([seen.counts for seen in first], np.uint16)[rows],
        ratified=np.array([seen.ratified for seen in first], np.uint16)[rows],
        ages=np.array([seen.ages for seen in first], np.uint16)[rows],
        scopes=scopes,
    )
    return marks, names


def _bytes(names: list[str]) -> npt.NDArray[np.bytes_]:
    return np.array([name.encode() for name in names] or np.zeros(0, "S1"), np.bytes_)


def _first_of_day(place: int) -> int:
    return place >> SEQ_BITS << SEQ_BITS


def _last_of_day(place: int) -> int:
    return place | (1 << SEQ_BITS) - 1
