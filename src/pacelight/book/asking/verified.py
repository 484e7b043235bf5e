"""The derived progression beside a published one: what agrees, and every difference with its reason.

A published list is what one source says of the performances of an event.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pacelight.book.asking.lists import Book
from pacelight.book.eligible import wind_legal
from pacelight.book.history import View
from pacelight.book.model import NotKnown, Performance, Source, Status, Step
from pacelight.errors import BookError
from pacelight.event import Event, Level, Sex
from pacelight.mark import Mark
from pacelight.measure import AnyMark, score

__all__ = ["Mismatch", "Verified", "verify"]

_TENTH = 100


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One performance on which the derived and the published progression differ.

    Attributes:
        performance: as the book has it.
        derived: it is a record in the derived progression.
        published: the mark in the published list; None where it is not there.
        why: the reason, one sentence; empty where the book knows none.
    """

    performance: Performance
    derived: bool
    published: AnyMark | None
    why: str


@dataclass(frozen=True, slots=True)
class Verified:
    """A derived progression held against a published one.

    Attributes:
        source: who published it.
        agreed: steps that are the same in both.
        differences: in order of time.
    """

    event: Event
    sex: Sex
    level: Level
    scope: str
    source: Source
    agreed: tuple[Step, ...]
    differences: tuple[Mismatch, ...]

    @property
    def unexplained(self) -> tuple[Mismatch, ...]:
        """The differences for which the book knows no reason."""
        return tuple(one for one in self.differences if not one.why)


def verify(
    book: Book,
    event: Event,
    sex: Sex,
    against: str,
    *,
    level: Level = Level.WR,
    scope: str | None = None,
    as_of: date,
    known_at: date | None = None,
) -> Verified | NotKnown:
    """Hold the progression of a list against what a source says of it.

    Args:
        book: is asked.
        event: which event.
        sex: whose.
        against: key of the source.
        level: which record.
        scope: whose record.
        as_of: the last day of performances.
        known_at: the last day of decisions; `as_of` if not given.

    Raises:
        BookError: no such source, one that says nothing of the event, or a level without its scope.
    """
    source = book.source(against)
    steps = book.progression(event, sex, level=level, scope=scope, as_of=as_of, known_at=known_at)
    if isinstance(steps, NotKnown):
        return steps
    part = book.part(event, sex)
    view = part.history.view(as_of, known_at or as_of)
    whose = steps[-1].standing.scope
    said = {one.performance_key: one.mark for one in book.assertions(event, sex) if one.source == against}
    published = [
        one for one in view.performances if one.key in said and part.history.scope_of(level, one) == whose
    ]
    if not published:
        raise BookError(f"'{against}' says nothing of {event.name}, {sex} (name a source that lists it)")
    trial = _Trial(source, steps, published, said, view)
    return Verified(event, sex, level, whose, source, tuple(trial.agreed()), tuple(trial.differences()))


class _Trial:
    """Both lists, side by side."""

    def __init__(
        self,
        source: Source,
        steps: list[Step],
        published: list[Performance],
        said: dict[str, AnyMark],
        view: View,
    ) -> None:
        self._source = source
        self._steps = {step.performance.key: step for step in steps}
        self._published = published
        self._said = said
        self._statuses = {one.key: view.status_of(one.key) for one in published}

    def agreed(self) -> Iterator[Step]:
        for key, step in self._steps.items():
            if key in self._said and score(self._said[key]) == score(step.performance.mark):
                yield step

    def differences(self) -> list[Mismatch]:
        extra = [self._extra(step) for key, step in self._steps.items() if key not in self._said]
        other = [
            Mismatch(step.performance, True, self._said[key], _finer(self._said[key], step.performance.mark))
            for key, step in self._steps.items()
            if key in self._said and score(self._said[key]) != score(step.performance.mark)
        ]
        missing = [self._missing(one) for one in self._published if one.key not in self._steps]
        found = [*extra, *other, *missing]
        return sorted(found, key=lambda one: (one.performance.day, one.performance.seq))

    def _extra(self, step: Step) -> Mismatch:
        """A derived record that the source does not list."""
        day, first = step.performance.day, self._published[0].day
        why = ""
        if day > self._source.as_of:
            why = f"later than the source, which is of {self._source.as_of}"
        elif day < first:
            why = f"before the first mark of the source, of {first}"
        elif step.equalled:
            why = "it equalled what stood, and the source lists who was first"
        elif step.status is not Status.RATIFIED:
            why = f"{step.status}, not ratified"
        return Mismatch(step.performance, True, None, why)

    def _missing(self, one: Performance) -> Mismatch:
        """A mark of the source that is no derived record."""
        return Mismatch(one, False, self._said[one.key], self._why_not(one))

    def _why_not(self, one: Performance) -> str:
        status = self._statuses[one.key]
        if status in {Status.ANNULLED, Status.REJECTED}:
            return str(status)
        if not one.official:
            return "not official"
        if not wind_legal(one):
            return "too much wind, or no reading"
        stood = self._stood(one)
        if stood is not None:
            return f"{stood.mark} ({stood.athlete}, {stood.day}) stood already"
        later = next(iter(self._steps.values()))
        if one.day < later.standing.coverage.since:
            return f"beaten before the list begins on {later.standing.coverage.since}"
        return ""

    def _stood(self, one: Performance) -> Performance | None:
        """The best of what stood before it, where that was better."""
        place = (one.day, one.seq)
        before = [
            step.performance
            for step in self._steps.values()
            if (step.performance.day, step.performance.seq) < place
        ]
        best = min(before, key=lambda p: score(p.mark), default=None)
        return best if best is not None and score(best.mark) < score(one.mark) else None


def _finer(published: AnyMark, derived: AnyMark) -> str:
    """Why two marks of one performance differ: tenths, rounded up, beside hundredths."""
    if not isinstance(published, Mark) or not isinstance(derived, Mark):
        return ""
    tenths = -(-derived.thousandths // _TENTH) * _TENTH
    return "the source has it in tenths, rounded up" if published.thousandths == tenths else ""
