"""One statement that is reckoned: how much faster, how long it stood."""

from datetime import date

from pacelight.claims.judge import Finding, beyond, contradicted, holds
from pacelight.claims.model import Lasted, Margin, Sense
from pacelight.claims.shelf import Kept, Shelf
from pacelight.event import EVENTS, Level, Sex
from pacelight.mark import Mark
from pacelight.measure import value

__all__ = ["fits", "lasted", "margin"]

_IN_WORDS = 500
"""From this unit on a figure is one in words: half a second, a second."""


def margin(said: Margin, shelf: Shelf, code: str, sex: Sex) -> Finding:
    """Whether the two marks, as the book has them, lie so far apart.

    Both must be in the book: what is reckoned with a wrong figure proves nothing.
    """
    better = [one for one in shelf.by(said.who, code, sex) if one.performance.mark == said.mark]
    others = [one for one in shelf.kept(code, sex) if better and _is_other(said, one, better[0])]
    if not others:
        return beyond(f"the book does not have both marks, {EVENTS[code].name}, {sex}, by {shelf.as_of}")
    apart = {one.performance.key: value(one.performance.mark) - value(said.mark) for one in others}
    answers = [fits(said.sense, said.thousandths, said.unit, apart[one.performance.key]) for one in others]
    decides = others[answers.index(True)] if True in answers else others[0]
    told = (
        f"{said.mark} is {_seconds(apart[decides.performance.key])} s faster than {decides.performance.mark}"
    )
    shown = [shelf.evidence(f"{code} {sex}", one) for one in (better[0], decides)]
    if True in answers:
        return holds(told, *shown)
    coarse = any(
        isinstance(m := one.performance.mark, Mark) and m.precision < said.mark.precision for one in others
    )
    if None in answers or coarse or min(apart.values()) <= 0:
        return beyond(told, *shown)
    return contradicted(told, *shown)


def lasted(said: Lasted, shelf: Shelf, code: str, sex: Sex) -> Finding:
    """Whether a world record stood so long: until it was beaten, or until the day of the text.

    A day more or less is not contradicted: a text may be of the day after, and a day is another elsewhere.
    """
    steps = shelf.steps(code, sex, Level.WR) or []
    mine = [
        s for s in steps if s.performance.athlete_key == said.who and said.mark in {None, s.performance.mark}
    ]
    if not mine:
        return beyond(f"the book has no such record, {EVENTS[code].name}, {sex}, by {shelf.as_of}")
    off = []
    for step in reversed(mine):
        first, ends = step.performance.day, {step.until or shelf.as_of, shelf.as_of}
        shown = shelf.evidence(f"WR {code} {sex}", Kept(step.performance, step.status))
        stood = f"stood until {step.until or 'now'}: {step.days_stood} days"
        told = f"{step.performance.mark} is of {first}, and {stood}"
        off += [(_off(said, first, end), told, shown) for end in ends]
    distance, told, shown = min(off, key=lambda row: row[0])
    if said.sense is not Sense.PLAIN:
        return beyond(told, shown)
    if distance == 0:
        return holds(told, shown)
    return contradicted(told, shown) if distance > 1 else beyond(told, shown)


def fits(sense: Sense, said: int, unit: int, is_: int) -> bool | None:
    """Whether a figure of the text is what it is; None where one may see it either way.

    A figure in hundredths is exact. A figure in words may be rounded, or cut off:
    "two seconds" are 1.5 to 2.99. "Nearly two" are 1.5 to 1.99, and 1.1 if one likes.

    Args:
        sense: the word before the figure.
        said: the figure, in thousandths.
        unit: thousandths of its last digit.
        is_: how it is, in thousandths.
    """
    rounded = said - unit // 2 <= is_ < said + unit
    match sense:
        case Sense.PLAIN:
            return is_ == said if unit < _IN_WORDS else rounded
        case Sense.NEARLY:
            return None if said - unit < is_ < said - unit // 2 or is_ == said else rounded and is_ < said
        case Sense.MORE:
            return None if is_ == said else is_ > said
        case Sense.LESS:
            return None if is_ == said else is_ < said
        case Sense.ABOUT:
            return True if said - unit // 2 <= is_ <= said + unit // 2 else _far(said, unit, is_)


def _far(said: int, unit: int, is_: int) -> bool | None:
    return False if abs(said - is_) > 2 * unit else None


def _is_other(said: Margin, one: Kept, better: Kept) -> bool:
    """Whether a performance may be the one that is compared with."""
    given = one.performance
    if said.other_who is not None and given.athlete_key != said.other_who:
        return False
    if said.other is not None:
        return given.mark == said.other
    return given.day < better.performance.day and (said.other_when is None or given.day in said.other_when)


def _off(said: Lasted, first: date, end: date) -> int:
    """By how many of its unit the statement misses this length; by how many days a length to the day."""
    years, months, days = said.length
    match said.unit:
        case "days":
            return abs((end - first).days - days)
        case "date":
            return abs((_later(first, years, months, days) - end).days)
        case "years":
            whole = (end.year - first.year) - ((end.month, end.day) < (first.month, first.day))
            return min(abs(whole - years), abs(end.year - first.year - years))


def _later(first: date, years: int, months: int, days: int) -> date:
    """So many years, months and days later; the last day of a shorter month for one that it has not."""
    month = first.month - 1 + months
    year, month = first.year + years + month // 12, month % 12 + 1
    if year > date.max.year - 1:
        return date.max
    following = date(year + month // 12, month % 12 + 1, 1)
    last = date.fromordinal(following.toordinal() - 1).day
    return date.fromordinal(date(year, month, min(first.day, last)).toordinal() + days)


def _seconds(thousandths: int) -> str:
    shown = f"{abs(thousandths) // 1000}.{abs(thousandths) % 1000:03d}".removesuffix("0")
    return f"-{shown}" if thousandths < 0 else shown
