"""One statement against one list of the book: a mark, a record, a rank."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from pacelight.book.model import Step
from pacelight.claims.model import Evidence, Held, Ran, Ranked, Verdict
from pacelight.claims.shelf import Kept, Shelf
from pacelight.event import EVENTS, Level, Recognition, Sex
from pacelight.mark import Mark
from pacelight.measure import AnyMark, score
from pacelight.nation import area_of, nation

__all__ = ["Finding", "beyond", "contradicted", "held", "holds", "ran", "ranked"]

_LAST_STRETCH = 3_000
"""No point on the way lies within so many thousandths of the finish: a mark that near is no split."""

_LEVEL_NAMES = {Level.WR: "world", Level.AR: "area", Level.NR: "national", Level.PB: "personal"}


@dataclass(frozen=True, slots=True)
class Finding:
    """What one list says of a statement."""

    verdict: Verdict
    why: str
    evidence: tuple[Evidence, ...] = ()


def holds(why: str, *evidence: Evidence) -> Finding:
    """The list bears it out."""
    return Finding(Verdict.HOLDS, why, evidence)


def contradicted(why: str, *evidence: Evidence) -> Finding:
    """The list says otherwise."""
    return Finding(Verdict.CONTRADICTED, why, evidence)


def beyond(why: str, *evidence: Evidence) -> Finding:
    """The list cannot tell."""
    return Finding(Verdict.BEYOND, why, evidence)


def ran(said: Ran, shelf: Shelf, code: str, sex: Sex) -> Finding:
    """Whether the book has this mark of this athlete, on a day that fits.

    Contradicted only by the same performance: the mark on another day, or another mark on that very day.
    """
    listed, mine = f"{code} {sex}", shelf.by(said.who, code, sex)
    same = [one for one in mine if one.performance.mark == said.mark]
    fits = [one for one in same if said.when is None or one.performance.day in said.when]
    if fits:
        one = fits[0].performance
        return holds(f"{one.athlete} ran {one.mark} on {one.day}", shelf.evidence(listed, fits[0]))
    if same and said.titled and _stood(said, shelf, code, sex):
        return beyond("the text may speak of when it stood", shelf.evidence(listed, same[0]))
    if same:
        one = same[0].performance
        return contradicted(f"{one.athlete} ran {one.mark} on {one.day}", shelf.evidence(listed, same[0]))
    if noted := next((one for one in mine if str(said.mark) in one.performance.note), None):
        one = noted.performance
        return beyond(
            f"sources differ: the book follows {one.mark} ({one.note})", shelf.evidence(listed, noted)
        )
    that_day = [one for one in mine if said.when and said.when.exact and one.performance.day in said.when]
    somebody = any(one.performance.mark == said.mark for one in shelf.kept(code, sex))
    if len(that_day) == 1 and not somebody and _another(said.mark, that_day[0].performance.mark):
        one = that_day[0].performance
        return contradicted(f"{one.athlete} ran {one.mark} that day", shelf.evidence(listed, that_day[0]))
    return beyond(f"the book has no {said.mark} of this athlete, {_name(code, sex)}, by {shelf.as_of}")


def held(said: Held, shelf: Shelf, code: str, sex: Sex) -> Finding:
    """Whether the mark was a record of that list, whether that athlete held one."""
    level = said.level or Level.WR
    scope = _scope(said, level, shelf, code, sex)
    steps = None if scope is None and level is not Level.WR else shelf.steps(code, sex, level, scope)
    called = f"{_LEVEL_NAMES[level]} {'best' if said.best else 'record'}"
    if not steps:
        return beyond(f"the book does not cover this {called}, {_name(code, sex)}, as of {shelf.as_of}")
    found = _of_mark(said, called, steps, shelf) if said.mark else _of_holder(said, called, steps, shelf)
    if found.verdict is Verdict.CONTRADICTED and said.level in {None, Level.PB}:
        return beyond("the text does not say which record" if said.level is None else found.why)
    return found


def ranked(said: Ranked, shelf: Shelf, code: str, sex: Sex) -> Finding:
    """Whether so many were faster: on the day of the text, on the eve, or when it was run.

    Both lists are asked, of athletes and of performances: what is third on either is third.
    """
    mine = [one for one in shelf.by(said.who, code, sex) if one.performance.mark == said.mark]
    if not mine:
        return beyond(f"the book has no {said.mark} of this athlete, {_name(code, sex)}, by {shelf.as_of}")
    if said.rank == 1 and said.nation is None:
        return _fastest(said, shelf, code, sex)
    day, listed = mine[0].performance.day, f"all-time {code} {sex}"
    now: list[int | None] = []
    for asked in dict.fromkeys((shelf.as_of, shelf.as_of - timedelta(1), day)):
        for every in (False, True):
            ranks = shelf.ranks(said.who, code, sex, said.nation, asked, all_performances=every)
            rank = None if ranks is None else ranks.get(mine[0].performance.key)
            if rank == said.rank:
                return holds(f"{said.mark} was number {rank} as of {asked}", shelf.evidence(listed, mine[0]))
            if asked == shelf.as_of:
                now.append(rank)
    if None in now:
        return beyond(f"the book cannot rank {said.mark} on the all-time list, {_name(code, sex)}")
    return contradicted(
        f"{said.mark} was number {now[0]} of athletes, {now[1]} of performances as of {shelf.as_of}",
        shelf.evidence(listed, mine[0]),
    )


def _fastest(said: Ranked, shelf: Shelf, code: str, sex: Sex) -> Finding:
    """Nobody was faster: what stands on the list of the world is asked."""
    steps = shelf.steps(code, sex, Level.WR)
    if not steps:
        return beyond(f"the book does not cover the fastest mark, {_name(code, sex)}, as of {shelf.as_of}")
    last, listed = steps[-1], f"WR {code} {sex}"
    shown = shelf.evidence(listed, Kept(last.performance, last.status))
    if last.performance.mark == said.mark:
        return holds(f"nobody in the book was faster as of {shelf.as_of}", shown)
    if score(last.performance.mark) > score(said.mark):
        return beyond(f"the record that the book holds is {last.performance.mark}, slower than this", shown)
    if any(step.performance.mark == said.mark for step in steps):
        return beyond(f"it was the fastest once; {_told(last)} is faster", shown)
    return contradicted(f"{_told(last)} is faster", shown)


def _of_mark(said: Held, called: str, steps: Sequence[Step], shelf: Shelf) -> Finding:
    """A record of this mark: somewhere in the progression, or nowhere though it would have to be."""
    assert said.mark is not None  # noqa: S101 - asked only of a mark
    listed = _listed(steps)
    same = [step for step in steps if step.performance.mark == said.mark]
    mine = [step for step in same if said.who in {None, step.performance.athlete_key}]
    if mine:
        one = mine[0]
        if said.level is Level.WR and not said.best and one.standing.recognition is Recognition.BEST:
            why = f"{_told(one)} is a world best: no world record is kept of it"
            return contradicted(why, shelf.evidence(listed, _kept(one)))
        until = f" until {one.until}" if one.until else ", and stands"
        why = f"a {called} from {one.performance.day}{until}: {_told(one)}, {one.status}"
        return holds(why, shelf.evidence(listed, Kept(one.performance, one.status)))
    if same:
        return contradicted(f"that {called} is of {_told(same[0])}", shelf.evidence(listed, _kept(same[0])))
    if any(str(said.mark) in step.performance.note or _rounds_to(said.mark, step) for step in steps):
        return beyond(f"that {called} was ratified, or is held by other sources, with another figure")
    first, last = steps[0].performance.mark, steps[-1].performance.mark
    if not score(last) < score(said.mark) < score(first):
        return beyond(f"outside the marks that the book has of this list: {first} to {last}")
    own = [step for step in steps if step.performance.athlete_key == said.who]
    nearest = own[-1] if own else steps[-1]
    return contradicted(
        f"no {called} of {said.mark} as of {shelf.as_of}; the book has {_told(nearest)}",
        shelf.evidence(listed, _kept(nearest)),
    )


def _of_holder(said: Held, called: str, steps: Sequence[Step], shelf: Shelf) -> Finding:
    """A record of this athlete: at any time, or standing now or on the eve."""
    listed, last = _listed(steps), steps[-1]
    mine = [step for step in steps if step.performance.athlete_key == said.who]
    eve = [step for step in mine if step.until is None or step.until >= shelf.as_of]
    if said.now and not eve:
        return contradicted(f"the {called} is of {_told(last)}", shelf.evidence(listed, _kept(last)))
    if mine:
        return holds(
            f"{_told(mine[-1])}: a {called}, {mine[-1].status}", shelf.evidence(listed, _kept(mine[-1]))
        )
    return beyond(f"the book has no {called} of this athlete on that list by {shelf.as_of}")


def _scope(said: Held, level: Level, shelf: Shelf, code: str, sex: Sex) -> str | None:
    """Whose list: of the nation that the text names, else of the one competed for with this mark."""
    if level is Level.PB:
        return said.who
    mine = shelf.by(said.who or "", code, sex)
    same = next((one.performance for one in mine if one.performance.mark == said.mark), None)
    if level is Level.NR:
        return said.nation or (same.nation if same else None)
    if level is Level.AR and same and nation(same.nation).area:
        return area_of(same.nation, same.day)
    return None


def _stood(said: Ran, shelf: Shelf, code: str, sex: Sex) -> bool:
    """Whether the mark was a world record on some of those days."""
    steps = shelf.steps(code, sex, Level.WR) or ()
    mine = [step for step in steps if step.performance.mark == said.mark]
    return said.when is not None and any(
        step.performance.day <= said.when.last and (step.until is None or step.until >= said.when.first)
        for step in mine
    )


def _another(said: Mark, held: AnyMark) -> bool:
    """Another finish time, printed as finely: no tenths for hundredths, no point on the way."""
    if not isinstance(held, Mark) or said.precision != held.precision:
        return False
    return said.thousandths > held.thousandths - _LAST_STRETCH and said != held


def _rounds_to(mark: Mark, step: Step) -> bool:
    """Ratified in tenths, told in hundredths, or the other way."""
    held = step.performance.mark
    if not isinstance(held, Mark) or held.precision == mark.precision:
        return False
    coarse = min(held.precision, mark.precision)
    return Mark.from_elapsed(held.elapsed, coarse) == Mark.from_elapsed(mark.elapsed, coarse)


def _listed(steps: Sequence[Step]) -> str:
    one = steps[-1].standing
    return f"{one.label} {one.event.code} {one.sex}"


def _kept(step: Step) -> Kept:
    return Kept(step.performance, step.status)


def _told(step: Step) -> str:
    one = step.performance
    return f"{one.mark} by {one.athlete} ({one.nation}) on {one.day}"


def _name(code: str, sex: Sex) -> str:
    return f"{EVENTS[code].name}, {sex}"
