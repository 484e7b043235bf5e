"""What changed between two books, two days, or a book and a file: each list with the class of its change.

::

    before      after                    is
    nothing     a mark                   new, or without source where the first holds better
    a mark      nothing                  vanished
    a mark      the same                 equalled, decided, corrected or spelled otherwise
    a mark      the same performance     corrected
    a mark      a better                 improved
    a mark      a worse                  corrected where something says why, else without source

What has no source is not believed, and says what speaks against it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from pacelight.book.asking.editions import Edition, Listing, ListKey, Stands, order, records
from pacelight.book.model import DecisionKind, Performance, Standing
from pacelight.book.same import same_name
from pacelight.event import EVENTS, Discipline, Event, TrackKind
from pacelight.mark import Mark
from pacelight.measure import AnyMark, score

if TYPE_CHECKING:
    from datetime import date

__all__ = ["Change", "Difference", "Edition", "ListKey", "Listing", "compare", "records"]

_BY_HAND_MS = 240
"""By how much a time by hand can be better than the automatic one of the same race.

Source: IAAF Scoring Tables, 2017, part 1.1: 0.24 s up to 300 m (the text was not before us).
"""


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
    NO_SOURCE = "no source"
    """A worse mark, or one that the first contradicts, and nothing says why: not to be believed."""
    REFUSED = "refused"
    """A file has what a book cannot hold as a record."""
    VANISHED = "vanished"
    """The list is not known in the second."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One list that is not the same.

    Attributes:
        before: what stands in the first; None where nothing is known.
        after: what stands in the second; None where nothing is known.
        why: what speaks for the class, one sentence; empty where the marks say enough.
    """

    listed: ListKey
    change: Change
    before: Standing | None
    after: Standing | None
    why: str = ""


def compare(
    first: Edition | Listing, second: Edition | Listing, *, event: Event | None = None
) -> list[Difference]:
    """Every record list of either that is not the same in both, event by event, widest first.

    Personal and season bests are left out. A book beside a file is asked for what the file could say.

    Args:
        first: the earlier.
        second: the later.
        event: only of this event.
    """
    before, after = (
        records(one, event=event, beside=other if isinstance(other, Listing) else None)
        for one, other in ((first, second), (second, first))
    )
    judge = _Judge(first, second, after)
    found = []
    for listed in sorted(before.keys() | after.keys(), key=order):
        judged = judge.change(listed, before.get(listed), after.get(listed))
        if judged is not None:
            change, why = judged
            found.append(Difference(listed, change, before.get(listed), after.get(listed), why))
    return found


class _Judge:
    """Gives each difference its class.

    Args:
        first: the earlier.
        second: the later.
        after: what stands in the second.
    """

    def __init__(
        self, first: Edition | Listing, second: Edition | Listing, after: dict[ListKey, Standing]
    ) -> None:
        self._first, self._second = first, second
        self._stands = Stands(first) if isinstance(first, Edition) else None
        self._after: dict[tuple[str, str, date], list[Performance]] = {}
        for listed, standing in after.items():
            for one in standing.holders:
                self._after.setdefault((listed.event, listed.sex, one.day), []).append(one)

    def change(
        self, listed: ListKey, before: Standing | None, after: Standing | None
    ) -> tuple[Change, str] | None:
        """The class of what is not the same on a list, and what speaks for it; None where all is."""
        if before is None or after is None:
            return self._only_one(listed, before, after)
        better = score(before.mark) - score(after.mark)
        if better == 0:
            return self._equal(before, after)
        same = next((b for b in before.holders for a in after.holders if _same(b, a)), None)
        if same is not None:
            return Change.CORRECTED, f"the same performance, told as {before.mark} and as {after.mark}"
        return self._improved(after) if better > 0 else self._worse(before, after)

    def _only_one(
        self, listed: ListKey, before: Standing | None, after: Standing | None
    ) -> tuple[Change, str]:
        side, other = (self._second, self._first) if before is None else (self._first, self._second)
        if isinstance(side, Listing) and isinstance(other, Edition) and listed in side.doubts:
            return Change.REFUSED, side.doubts[listed]
        if after is None:
            return Change.VANISHED, ""
        why = self._against(listed, after)
        return (Change.NO_SOURCE, why) if why else (Change.NEW, "")

    def _against(self, listed: ListKey, after: Standing) -> str:
        """What the first holds that is better than a record it did not know; empty where nothing is."""
        best = self._best(listed)
        if best is not None and score(best.mark) < score(after.mark):
            return f"the first holds {_told(best)}"
        return self._too_slow(listed, after)

    def _too_slow(self, listed: ListKey, after: Standing) -> str:
        """A longer run that the first holds in less time; empty where there is none."""
        event = after.event
        for longer in _longer(event):
            roof = None if longer.track is TrackKind.SHORT else listed.roof
            best = self._best(listed._replace(event=longer.code, roof=roof))
            if best is not None and score(best.mark) < score(after.mark):
                return f"over the longer {longer.name} the first holds {_told(best)}"
        return ""

    def _best(self, listed: ListKey) -> Performance | None:
        if self._stands is not None:
            return self._stands.best(listed)
        standing = self._first.lists.get(listed) if isinstance(self._first, Listing) else None
        return None if standing is None else standing.holders[0]

    def _equal(self, before: Standing, after: Standing) -> tuple[Change, str] | None:
        told = _of_equal(before, after)
        books = isinstance(self._first, Edition) and isinstance(self._second, Edition)
        if told is None and books and before.statuses != after.statuses:
            return Change.DECIDED, ""
        return None if told is None else (told, "")

    def _improved(self, after: Standing) -> tuple[Change, str]:
        late = after.since <= self._first.as_of
        why = f"made by {self._first.as_of}, and the first does not have it" if late else ""
        return Change.IMPROVED, why

    def _worse(self, before: Standing, after: Standing) -> tuple[Change, str]:
        if isinstance(self._second, Edition) and all(_void(one, self._second) for one in before.holders):
            return Change.CORRECTED, "what stood no longer counts"
        moved = [one for one in (self._moved(one) for one in before.holders) if one]
        if len(moved) == len(before.holders):
            return Change.CORRECTED, f"{_told(moved[0])} is now of {moved[0].nation}"
        if _by_hand(before.mark, after.mark):
            return Change.CORRECTED, "a time in tenths gave way to one in hundredths"
        return Change.NO_SOURCE, f"the first holds {_told(before.holders[0])}"

    def _moved(self, holder: Performance) -> Performance | None:
        """The same performance where the second has it under another nation."""
        that_day = self._after.get((holder.event, holder.sex, holder.day), ())
        return next((one for one in that_day if one.nation != holder.nation and _same(holder, one)), None)


@cache
def _longer(event: Event) -> tuple[Event, ...]:
    """Runs of more distance, up to twice as far, the nearest first: of a short track those of a short track.

    Whoever ran a mile in 3:43.97 passed 1500 m sooner; of the 7,684 such pairs of national records in
    nimarion/records of 2024-03-29 none says otherwise.
    """
    if event.discipline is not Discipline.RUN or event.distance is None or event.track not in _TRACKS:
        return ()
    short, least, most = event.track is TrackKind.SHORT, event.distance.mm, 2 * event.distance.mm
    found = [
        (one.distance.mm, one.code)
        for one in EVENTS.values()
        if one.discipline is Discipline.RUN
        and one.track in (_TRACKS - {TrackKind.STANDARD} if short else _TRACKS)
        and one.distance is not None
        and least < one.distance.mm <= most
    ]
    return tuple(EVENTS[code] for _, code in sorted(found))


_TRACKS = frozenset({TrackKind.STANDARD, TrackKind.SHORT})


def _told(one: Performance) -> str:
    return f"{one.mark} ({one.athlete}, {one.day})"


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
    return _first_of(changes)


def _first_of(changes: Iterable[Change]) -> Change | None:
    """The one that says most."""
    told = set(changes)
    ranked = (Change.CORRECTED, Change.EQUALLED, Change.SPELLING)
    return next((change for change in ranked if change in told), None)


def _told_otherwise(was: Performance, now: Performance) -> set[Change]:
    if (was.nation, was.day) != (now.nation, now.day):
        return {Change.CORRECTED}
    spelt = (was.athlete, was.venue) != (now.athlete, now.venue)
    return {Change.SPELLING} if spelt else set()


def _same(one: Performance, other: Performance) -> bool:
    """Whether two books mean the same performance: the same person, on the same day or with the same mark."""
    person = one.athlete_key == other.athlete_key or same_name(one.athlete, other.athlete)
    same_mark = score(one.mark) == score(other.mark) and one.day.year == other.day.year
    return one.key == other.key or (person and (one.day == other.day or same_mark))


def _by_hand(before: AnyMark, after: AnyMark) -> bool:
    """Whether a time in tenths, which may be by hand, is hardly better than one in hundredths."""
    if not isinstance(before, Mark) or not isinstance(after, Mark) or before.precision >= after.precision:
        return False
    return after.thousandths - before.thousandths < _BY_HAND_MS


def _void(performance: Performance, second: Edition) -> bool:
    """Whether the second book says that a performance no longer counts, or not as it did."""
    sex, event = performance.sex, EVENTS[performance.event]
    history = second.book.part(event, sex).history
    known = [one for one in history.performances if one.key == performance.key]
    decided = history.decided(known, second.known_at)
    return any(decision.kind not in _KEEPS for decisions in decided for decision in decisions)


_KEEPS = frozenset({DecisionKind.SUBMITTED, DecisionKind.RATIFIED})
"""Decisions that leave a record what it was."""
