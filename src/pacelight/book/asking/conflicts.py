"""Where sources say different things: which mark the book follows, and why."""

from dataclasses import dataclass
from datetime import date

from pacelight.book.asking.lists import Book
from pacelight.book.model import Decision, DecisionKind, Performance
from pacelight.book.store.reading import Assertion
from pacelight.event import Event, Sex
from pacelight.measure import score

__all__ = ["Conflict", "conflicts"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """One performance of which sources have different marks.

    Attributes:
        performance: with the mark that the book follows.
        assertions: what each source says, the first to say so first.
        why: why the book follows that mark, one sentence.
    """

    event: Event
    performance: Performance
    assertions: tuple[Assertion, ...]
    why: str

    @property
    def apart(self) -> int:
        """Between the best and the worst mark, in thousandths of a second, millimetres or points."""
        scores = [score(one.mark) for one in self.assertions]
        return max(scores) - min(scores)


def conflicts(
    book: Book, *, event: Event | None = None, sex: Sex | None = None, known_at: date
) -> list[Conflict]:
    """Every performance of which sources differ, event by event, in order of time.

    The same mark to another precision (3:32.1 and 3:32.10) is no difference.

    Args:
        book: is asked.
        event: only of this event.
        sex: only of this class.
        known_at: the last day of corrections.
    """
    return [
        conflict
        for one, whose in book.contested()
        if event in {None, one} and sex in {None, whose}
        for conflict in _of_event(book, one, whose, known_at)
    ]


def _of_event(book: Book, event: Event, sex: Sex, known_at: date) -> list[Conflict]:
    said: dict[str, list[Assertion]] = {}
    for assertion in book.assertions(event, sex):
        said.setdefault(assertion.performance_key, []).append(assertion)
    differ = {key: told for key, told in said.items() if len({score(one.mark) for one in told}) > 1}
    if not differ:
        return []
    history = book.part(event, sex).history
    view = history.view(history.performances[-1].day, known_at)
    return [
        Conflict(event, one, tuple(differ[one.key]), _why(decided, differ[one.key]))
        for one, decided in zip(view.performances, history.decided(view.performances, known_at), strict=True)
        if one.key in differ
    ]


def _why(decided: list[Decision], told: list[Assertion]) -> str:
    corrections = [d for d in decided if d.kind is DecisionKind.CORRECTED and d.mark is not None]
    if corrections:
        last = corrections[-1]
        because = f": {last.why}" if last.why else ""
        return f"corrected by {last.by} on {last.decided}{because}"
    return f"{told[0].source} said so first, and nobody has corrected it"
