"""Claims against the book, as of the day of the text."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeAlias

from pacelight.book.asking.lists import Book
from pacelight.claims.judge import Finding, beyond, held, ran, ranked
from pacelight.claims.model import Answer, Claim, Held, Lasted, Margin, Misprint, Ran, Ranked, Verdict
from pacelight.claims.reckon import lasted, margin
from pacelight.claims.shelf import Shelf
from pacelight.event import EVENTS, Discipline, Level, Sex, TrackKind
from pacelight.measure import score

__all__ = ["check"]

_Checked: TypeAlias = Ran | Held | Ranked | Margin | Lasted

_RACES = frozenset(
    code
    for code, event in EVENTS.items()
    if event.discipline is Discipline.RUN and event.track in {TrackKind.STANDARD, TrackKind.SHORT}
)
_HEDGED = "said as a plan, a doubt or a denial, or of another round; otherwise: "


def check(claims: Iterable[Claim], book: Book, as_of: date) -> tuple[Answer, ...]:
    """What the book says of each, in their order.

    What the text leaves open (indoors or out, men or women) is tried in every reading:
    a claim holds if it holds in one, and is contradicted only if it is in all.

    Args:
        claims: as `read` finds them.
        book: is asked, not changed.
        as_of: the day of the text: performances and decisions of later days are not known.
    """
    shelf = Shelf(book, as_of)
    return tuple(_answer(claim, shelf) for claim in claims)


def _answer(claim: Claim, shelf: Shelf) -> Answer:
    if isinstance(claim.statement, Misprint):
        return Answer(claim, Verdict.MALFORMED, claim.statement.why, shelf.as_of)
    found = _together(_findings(claim.statement, shelf))
    if found.verdict is Verdict.CONTRADICTED:
        found = _doubted(claim, found, shelf)
    return Answer(claim, found.verdict, found.why, shelf.as_of, found.evidence)


def _doubted(claim: Claim, found: Finding, shelf: Shelf) -> Finding:
    """A contradiction, unless the text did not assert it, or may speak of another event."""
    if claim.hedged:
        return Finding(Verdict.BEYOND, _HEDGED + found.why, found.evidence)
    said = claim.statement
    if not isinstance(said, Ran | Held) or said.mark is None:
        return found
    who = said.who or (said.about if isinstance(said, Held) else None)
    for code in _RACES - set(said.topic.events):
        for sex in said.topic.sexes:
            kept = shelf.kept(code, sex) if who is None else shelf.by(who, code, sex)
            if any(one.performance.mark == said.mark for one in kept):
                return beyond(f"{said.mark} is a mark of another event, {EVENTS[code].name}, {sex}")
    return found


def _together(findings: Sequence[Finding]) -> Finding:
    """One that holds decides; else one that cannot tell; else all contradict."""
    for verdict in (Verdict.HOLDS, Verdict.BEYOND, Verdict.CONTRADICTED):
        of_it = [one for one in findings if one.verdict is verdict]
        if of_it:
            return max(of_it, key=lambda one: len(one.evidence))
    return beyond("the text names no event that fits")


def _findings(said: _Checked, shelf: Shelf) -> list[Finding]:
    """One for each reading that the text leaves open."""
    events = said.topic.events
    if isinstance(said, Held) and said.topic.overall and said.level is Level.WR:
        events = _better_roof(said, shelf)
    return [_finding(said, shelf, code, sex) for code in events for sex in _sexes(said, shelf)]


def _finding(said: _Checked, shelf: Shelf, code: str, sex: Sex) -> Finding:
    match said:
        case Ran():
            return ran(said, shelf, code, sex)
        case Held():
            return held(said, shelf, code, sex)
        case Ranked():
            return ranked(said, shelf, code, sex)
        case Margin():
            return margin(said, shelf, code, sex)
        case Lasted():
            return lasted(said, shelf, code, sex)


def _sexes(said: _Checked, shelf: Shelf) -> tuple[Sex, ...]:
    """The class in which the book knows the athlete; all that the text leaves open where it knows none."""
    who = said.who or (said.about if isinstance(said, Held) else None)
    if who is None:
        return said.topic.sexes
    own = (s for s in (Sex.MEN, Sex.WOMEN) if any(shelf.by(who, code, s) for code in said.topic.events))
    return tuple(own) or said.topic.sexes


def _better_roof(said: Held, shelf: Shelf) -> tuple[str, ...]:
    """Of both roofs the event with the better record; none where one of them is not covered."""
    best: list[tuple[int, str]] = []
    for sex in _sexes(said, shelf)[:1]:
        for code in said.topic.events:
            steps = shelf.steps(code, sex, Level.WR)
            if not steps:
                return ()
            best.append((score(steps[-1].performance.mark), code))
    return (min(best)[1],) if best else ()
