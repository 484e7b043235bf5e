"""What changed between two books, or in one book between two days: each list with the class of its change."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from pacelight.book import standings
from pacelight.book.asking.lists import Book
from pacelight.book.groups import Part
from pacelight.book.model import Coverage, DecisionKind, Performance, Standing
from pacelight.book.scopes import plain
from pacelight.event import EVENTS, Event, Level, Recognition, Sex
from pacelight.measure import score

__all__ = ["Change", "Difference", "Edition", "ListKey", "compare", "records"]

_ALIKE = 0.75
"""How much of two names is the same where one person is meant; of two brothers it is two thirds."""


class Change(StrEnum):
    """What happened to a record."""

    NEW = "new"
    """The list is not known in the first."""
    IMPROVED = "improved"
    EQUALLED = "equalled"
    """The same mark has one more holder."""
    DECIDED = "decided"
    """The same mark has another status."""
    CORRECTED = "corrected"
    """The same performance is told otherwise, or what stood no longer counts and the second says why."""
    SPELLING = "spelling"
    """A name is written otherwise."""
    WORSE = "worse"
    """A worse mark, and nothing says why: not to be believed."""
    VANISHED = "vanished"
    """The list is not known in the second."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A book as of a day.

    Attributes:
        book: which.
        as_of: the last day of performances.
        known_at: the last day of decisions.
    """

    book: Book
    as_of: date
    known_at: date


class ListKey(NamedTuple):
    """By what a record list is told from all others."""

    event: str
    sex: Sex
    level: Level
    scope: str
    age: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One list that is not the same.

    Attributes:
        before: what stands in the first; None where nothing is known.
        after: what stands in the second; None where nothing is known.
    """

    listed: ListKey
    change: Change
    before: Standing | None
    after: Standing | None


def compare(first: Edition, second: Edition, *, event: Event | None = None) -> list[Difference]:
    """Every record list of either that is not the same in both, event by event, widest first.

    Personal and season bests are left out.

    Args:
        first: the earlier.
        second: the later.
        event: only of this event.
    """
    before, after = records(first, event=event), records(second, event=event)
    found = []
    for listed in sorted(before.keys() | after.keys(), key=_order):
        change = _change(before.get(listed), after.get(listed), second)
        if change is not None:
            found.append(Difference(listed, change, before.get(listed), after.get(listed)))
    return found


def records(edition: Edition, *, event: Event | None = None) -> dict[ListKey, Standing]:
    """What stands on every covered record list, personal ones left out.

    Args:
        edition: of which book, as of when.
        event: only of this event.
    """
    return {
        listed: standing
        for one, sex in edition.book.contested()
        if event is None or one == event
        for listed, standing in _of_event(edition.book.part(one, sex), edition)
    }


def _of_event(part: Part, edition: Edition) -> Iterator[tuple[ListKey, Standing]]:
    view = part.history.view(edition.as_of, edition.known_at)
    for listed, covered in _lists(part, edition.as_of).items():
        held = view.records(listed.level, listed.scope, season=0, age=listed.age)
        if held and part.event.recognition(listed.level, edition.as_of) is not Recognition.NONE:
            yield listed, standings.standing(part.event, covered, held, edition.as_of)


def _lists(part: Part, as_of: date) -> dict[ListKey, Coverage]:
    """Each covered record list with what covers it from the earliest day on."""
    lists: dict[ListKey, Coverage] = {}
    for covered in sorted(part.coverage, key=lambda one: one.since):
        if isinstance(covered.level, Level) and covered.level not in {Level.PB, Level.SB}:
            listed = ListKey(part.event.code, part.sex, covered.level, covered.scope, covered.age)
            if covered.since <= as_of:
                lists.setdefault(listed, covered)
    return lists


def _change(before: Standing | None, after: Standing | None, second: Edition) -> Change | None:
    if before is None or after is None:
        return Change.NEW if before is None else Change.VANISHED
    better = score(before.mark) - score(after.mark)
    if better == 0:
        return _of_equal(before, after)
    if any(_same(b, a) for b in before.holders for a in after.holders):
        return Change.CORRECTED
    if better > 0:
        return Change.IMPROVED
    return Change.CORRECTED if all(_void(one, second) for one in before.holders) else Change.WORSE


def _of_equal(before: Standing, after: Standing) -> Change | None:
    """The mark is the same: who holds it, and how it is told?"""
    left = list(before.holders)
    changes = set()
    for holder in after.holders:
        was = next((one for one in left if _same(one, holder)), None)
        if was is None:
            changes.add(Change.EQUALLED if len(after.holders) > len(before.holders) else Change.CORRECTED)
        else:
            left.remove(was)
            changes |= _told_otherwise(was, holder)
    if left:
        changes.add(Change.CORRECTED)
    for change in (Change.CORRECTED, Change.EQUALLED, Change.SPELLING):
        if change in changes:
            return change
    return Change.DECIDED if before.statuses != after.statuses else None


def _told_otherwise(was: Performance, now: Performance) -> set[Change]:
    if (was.nation, was.day) != (now.nation, now.day):
        return {Change.CORRECTED}
    spelt = (was.athlete, was.venue) != (now.athlete, now.venue)
    return {Change.SPELLING} if spelt else set()


def _same(one: Performance, other: Performance) -> bool:
    """Whether two books mean the same performance: the same person, on the same day or with the same mark."""
    person = one.athlete_key == other.athlete_key or _alike(one.athlete, other.athlete)
    same_mark = score(one.mark) == score(other.mark) and one.day.year == other.day.year
    return one.key == other.key or (person and (one.day == other.day or same_mark))


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, _words(one), _words(other)).ratio() >= _ALIKE


def _words(name: str) -> str:
    """A name whichever of its parts is written first."""
    return " ".join(sorted(plain(name).split()))


def _void(performance: Performance, second: Edition) -> bool:
    """Whether the second book says that a performance no longer counts, or not as it did."""
    sex, event = performance.sex, EVENTS[performance.event]
    history = second.book.part(event, sex).history
    known = [one for one in history.performances if one.key == performance.key]
    decided = history.decided(known, second.known_at)
    return any(decision.kind not in _KEEPS for decisions in decided for decision in decisions)


_KEEPS = frozenset({DecisionKind.SUBMITTED, DecisionKind.RATIFIED})
"""Decisions that leave a record what it was."""


def _order(listed: ListKey) -> tuple[int, str, int, str, str]:
    codes, levels = list(EVENTS), list(Level)
    return codes.index(listed.event), listed.sex, levels.index(listed.level), listed.scope, listed.age
