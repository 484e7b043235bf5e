"""A progression that somebody published beside the one that follows from the book, step by step.

::

    a step in both          agrees, or is told otherwise: rounded, by hand, another mark, another day
    only in the published   before the list, below it, by hand, wind, a better one stood, not in the book, ...
    only in the derived     before or after the source, equalled, by hand, a better one stood, ...

Every step of either is counted once: it agrees, is explained, or is *open*, for a person to look at.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from pacelight.book import races
from pacelight.book.asking.editions import ListKey
from pacelight.book.asking.lists import Book
from pacelight.book.eligible import wind_legal
from pacelight.book.history import View
from pacelight.book.model import NotKnown, Performance, Status, Step
from pacelight.book.same import same_name
from pacelight.event import EVENTS, Event, TrackKind
from pacelight.mark import Mark
from pacelight.measure import score

__all__ = ["OPEN", "Pair", "Published", "Reason", "SideBySide", "beside"]

_LONGEST_BY_AUTOMATIC_MM = 400_000
_AUTOMATIC_SINCE = date(1977, 1, 1)
"""Up to 400 m only automatic times are world records since then.

Source: the IAAF's rule of that day (its text was not before us).
"""


class Reason(StrEnum):
    """Why a step of one progression is not the same in the other."""

    ROUNDED = "rounded"
    """The same performance: one has it rounded up."""
    BY_HAND = "by hand"
    """In one a time in tenths, of the years in which those were records; the other has automatic ones."""
    OTHER_MARK = "another mark"
    """The same athlete on the same day."""
    OTHER_DAY = "another day"
    """The same athlete with the same mark."""
    SAME_DAY = "the same day"
    """A better mark of that day stands in the book, which does not tell which was first."""
    NOT_COVERED = "not covered"
    """The book does not cover the list."""
    BEFORE = "before the list"
    """Before the first day on which the book knows the record."""
    BELOW = "below the list"
    """Worse than every mark that the book holds."""
    WIND = "wind"
    """The book has it with too much wind, or without a reading."""
    VOID = "void"
    """The book has it, and it was annulled or rejected."""
    EN_ROUTE = "on the way"
    """Made on the way to a longer distance, and not in the book."""
    STOOD = "a better one stood"
    """The other progression had a better mark already, or one as good."""
    ABSENT = "not in the book"
    BEFORE_SOURCE = "before the source"
    """Before the first step that the source has."""
    AFTER = "after the source"
    """Later than the day of the source."""
    EQUALLED = "equalled"
    """It equalled what stood, and the source lists who was first."""
    NOT_PUBLISHED = "not in the source"
    NONE = "not explained"


OPEN = frozenset({Reason.OTHER_MARK, Reason.OTHER_DAY, Reason.ABSENT, Reason.NOT_PUBLISHED, Reason.NONE})
"""Where source and book contradict each other, and a person has to look which is right."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One step of the published progression, of the derived, or the same of both.

    Attributes:
        published: as printed; None where the source does not have it.
        derived: None where it does not follow from the book.
        reason: None where both agree.
        why: one sentence more; may be empty.
    """

    published: Performance | None
    derived: Step | None
    reason: Reason | None
    why: str = ""

    @property
    def day(self) -> date:
        """By which steps are sorted."""
        if self.derived is not None:
            return self.derived.performance.day
        return self.published.day if self.published is not None else date.min


@dataclass(frozen=True, slots=True)
class Published:
    """A progression as somebody printed it.

    Attributes:
        name: of the file.
        steps: in order of time.
        undated: rows without a day, as the file has them.
        en_route: keys of the steps that were made on the way to a longer distance.
        until: the day it is from.
        unread: rows of the file that are not understood, of whatever list.
    """

    name: str
    listed: ListKey
    steps: tuple[Performance, ...]
    undated: tuple[str, ...]
    en_route: frozenset[str]
    until: date
    unread: int = 0


@dataclass(frozen=True, slots=True)
class SideBySide:
    """What became of every step of both progressions.

    Attributes:
        pairs: in order of time.
        unknown: why the book does not cover the list; None where it does.
    """

    published: Published
    pairs: tuple[Pair, ...]
    unknown: NotKnown | None = None

    @property
    def event(self) -> Event:
        """Of both progressions."""
        return EVENTS[self.published.listed.event]

    @property
    def agreed(self) -> tuple[Pair, ...]:
        """The same in both."""
        return tuple(one for one in self.pairs if one.reason is None)

    @property
    def explained(self) -> tuple[Pair, ...]:
        """The differences of which something else is the reason than that one of the two is wrong."""
        return tuple(one for one in self.pairs if one.reason is not None and one.reason not in OPEN)

    @property
    def open(self) -> tuple[Pair, ...]:
        """The differences at which a person has to look."""
        return tuple(one for one in self.pairs if one.reason in OPEN)


def beside(book: Book, published: Published, *, as_of: date, known_at: date | None = None) -> SideBySide:
    """Hold a published progression beside the one that follows from the book.

    Args:
        book: is asked.
        published: what somebody printed.
        as_of: the last day of performances.
        known_at: the last day of decisions; `as_of` if not given.
    """
    listed = published.listed
    event, until = EVENTS[listed.event], as_of
    if races.divided(event, listed.sex, listed.level, as_of):
        until = min(as_of, races.DIVIDED_SINCE - timedelta(days=1))
    known_at = known_at or as_of
    steps = book.progression(
        event, listed.sex, level=listed.level, scope=listed.scope, as_of=until, known_at=known_at
    )
    if isinstance(steps, NotKnown):
        pairs = tuple(Pair(one, None, Reason.NOT_COVERED, steps.why) for one in published.steps)
        return SideBySide(published, pairs, steps)
    trial = _Trial(published, steps, book.part(event, listed.sex).history.view(until, known_at), until)
    return SideBySide(published, tuple(sorted(trial.pairs(), key=lambda one: one.day)))


class _Trial:
    """Both progressions, side by side."""

    def __init__(self, published: Published, steps: Sequence[Step], view: View, until: date) -> None:
        self._published, self._steps, self._view, self._until = published, steps, view, until
        self._of_day: dict[date, list[Performance]] = {}
        for one in view.performances:
            self._of_day.setdefault(one.day, []).append(one)
        self._worst = max(view.performances, key=lambda one: score(one.mark))

    def pairs(self) -> Iterator[Pair]:
        """Each step of either, once: what is surest is paired first."""
        left, right = list(self._published.steps), list(self._steps)
        for same in _SAME:
            for one in tuple(left):
                step = next((step for step in right if same(one, step.performance)), None)
                if step is not None:
                    left.remove(one)
                    right.remove(step)
                    yield Pair(one, step, *_agreement(one, step.performance))
        yield from (Pair(one, None, *self._missing(one)) for one in left)
        yield from (Pair(None, step, *self._extra(step)) for step in right)

    def _missing(self, one: Performance) -> tuple[Reason, str]:
        """Why a published step does not follow from the book."""
        if one.day > self._until:
            return Reason.NOT_COVERED, f"the book has one such record until {self._until}"
        since = self._steps[0].standing.coverage.since
        if one.day < since:
            return Reason.BEFORE, f"the book knows the record since {since}"
        if score(one.mark) > score(self._worst.mark):
            return Reason.BELOW, f"the list in the book ends at {self._worst.mark}"
        that_day = [each for each in self._of_day.get(one.day, ()) if _same_person(one, each)]
        if that_day:
            nearest = min(that_day, key=lambda each: abs(score(each.mark) - score(one.mark)))
            return self._passed_over(nearest, one)
        return self._absent(one)

    def _absent(self, one: Performance) -> tuple[Reason, str]:
        """Why the book may not have it."""
        stood = self._stood(one)
        if _by_hand(one):
            return Reason.BY_HAND, "" if stood is None else f"of automatic times {_told(stood)} stood"
        if one.key in self._published.en_route:
            return Reason.EN_ROUTE, "and not in the book"
        if stood is not None and score(stood.mark) <= score(one.mark):
            return Reason.STOOD, _told(stood)
        return Reason.ABSENT, ""

    def _passed_over(self, held: Performance, one: Performance) -> tuple[Reason, str]:
        """Why what the book has is no record in it."""
        status = self._view.status_of(held.key)
        if status in {Status.ANNULLED, Status.REJECTED}:
            return Reason.VOID, status.value
        if not wind_legal(held):
            return Reason.WIND, "too much of it, or no reading"
        stood = self._stood(one)
        if stood is not None and score(stood.mark) <= score(held.mark):
            reason = Reason.SAME_DAY if stood.day == one.day else Reason.STOOD
            return reason, f"the book has {_told(held)}, and {_told(stood)}"
        return Reason.NONE, f"the book has {_told(held)}"

    def _stood(self, one: Performance) -> Performance | None:
        """The best of the derived progression up to that day."""
        return _best(step.performance for step in self._steps if step.performance.day <= one.day)

    def _extra(self, step: Step) -> tuple[Reason, str]:
        """Why a derived step is not in the published progression."""
        one = step.performance
        if one.day > self._published.until:
            return Reason.AFTER, f"which is of {self._published.until}"
        if one.day < self._published.steps[0].day:
            return Reason.BEFORE_SOURCE, f"which begins on {self._published.steps[0].day}"
        if step.equalled:
            return Reason.EQUALLED, "and the source has who was first"
        stood = _best(each for each in self._published.steps if each.day <= one.day)
        if stood is not None and score(stood.mark) <= score(one.mark):
            return Reason.BY_HAND if _by_hand(stood) else Reason.STOOD, f"the source has {_told(stood)}"
        return Reason.NOT_PUBLISHED, "" if step.status is Status.RATIFIED else f"{step.status}, not ratified"


def _agreement(one: Performance, derived: Performance) -> tuple[Reason | None, str]:
    """Whether two tellings of one performance are the same."""
    if score(one.mark) != score(derived.mark):
        return _of_marks(one, derived), f"{one.mark} in the source"
    if one.day != derived.day:
        return Reason.OTHER_DAY, f"{one.day} in the source"
    return None, ""


def _of_marks(one: Performance, derived: Performance) -> Reason:
    if not isinstance(one.mark, Mark) or not isinstance(derived.mark, Mark):
        return Reason.OTHER_MARK
    vague, fine = sorted((one.mark, derived.mark), key=lambda mark: mark.precision)
    if vague.precision != fine.precision and Mark.from_elapsed(fine.elapsed, vague.precision) == vague:
        return Reason.ROUNDED
    hand = _by_hand(one) and derived.mark.precision > one.mark.precision
    return Reason.BY_HAND if hand else Reason.OTHER_MARK


def _same_person(one: Performance, other: Performance) -> bool:
    """Whether two names mean one person; of several in one field one is enough: Decker/Tabb/Slaney."""
    return any(same_name(name, other.athlete) for name in _names(one.athlete))


def _same_run(one: Performance, other: Performance) -> bool:
    return one.day == other.day and _same_person(one, other) and score(one.mark) == score(other.mark)


def _same_mark(one: Performance, other: Performance) -> bool:
    return one.day == other.day and score(one.mark) == score(other.mark)


def _same_race(one: Performance, other: Performance) -> bool:
    return one.day == other.day and _same_person(one, other)


def _same_year(one: Performance, other: Performance) -> bool:
    same = one.day.year == other.day.year and score(one.mark) == score(other.mark)
    return same and _same_person(one, other)


_SAME: Sequence[Callable[[Performance, Performance], bool]] = (_same_run, _same_mark, _same_race, _same_year)
"""How two tellings of one performance are known, the surest first."""


def _names(printed: str) -> Iterator[str]:
    given, _, rest = printed.partition(" ")
    return (f"{given} {family}" for family in rest.split("/")) if "/" in rest else iter([printed])


def _by_hand(one: Performance) -> bool:
    """Whether it is a time in tenths, of an event and a year in which those were records beside others."""
    event = EVENTS[one.event]
    sprint = event.distance is not None and event.distance.mm <= _LONGEST_BY_AUTOMATIC_MM
    tenths = isinstance(one.mark, Mark) and one.mark.precision <= 1
    return tenths and event.track is not TrackKind.ROAD and (not sprint or one.day < _AUTOMATIC_SINCE)


def _best(performances: Iterable[Performance]) -> Performance | None:
    return min(performances, key=lambda one: score(one.mark), default=None)


def _told(one: Performance) -> str:
    return f"{one.mark} ({one.athlete}, {one.day})"
