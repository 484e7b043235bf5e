"""From a finish to the book and back: performances, what they break, candidates written down or annulled."""

from dataclasses import replace
from datetime import date
from itertools import count
from typing import TYPE_CHECKING

from pacelight.book.model import Decision, DecisionKind, Facts, Performance, Source
from pacelight.errors import PacelightError
from pacelight.meet.bus.protocol import RecordShown, mark_shown
from pacelight.meet.journal.entries import Credited, Entered, Withdrawn
from pacelight.meet.live.credits import Credit
from pacelight.meet.live.live import Live
from pacelight.records import Conditions, Finding, detect, remarked

if TYPE_CHECKING:
    from pacelight.book.asking.lists import Book

__all__ = ["credit", "unwilling", "withdraw"]


def credit(book: "Book", live: Live, bib: str) -> Credited:
    """Enter what this finisher ran, the official points on the way included, in order of time.

    Each performance is in the book before the next is looked at. Asking twice gives the same answer:
    a performance is judged by what was there before it, and the book takes each key once.
    What was entered too late, as after a correction, stands before whoever was slower.
    The book never stops a race: what it refuses is told, and can be tried again.

    Args:
        book: is changed; what is added are candidates.
        live: the race, with this finish in it.
        bib: of the finisher.
    """
    conditions = Conditions(pacing_lights=bool(live.lights))
    entered: list[Entered] = []
    records: list[RecordShown] = []
    refused: list[str] = []
    for base in (remarked(one.performance, conditions) for one in live.run_by(bib)):
        try:
            source = _source(book, live.race.source)
            performance = _placed(book, live, replace(base, source_key=source.key))
            found = detect(book, performance)
            book.add(performance, source)
        except PacelightError as error:
            refused.append(f"{base.event} {base.mark}: {error}")
            continue
        entered.append(Entered(performance.key, base.key, base.event, mark_shown(base.mark)))
        records += [_shown(one, bib) for one in found]
    return Credited(bib, [one.key for one in entered], records, refused, entered)


def withdraw(book: "Book", live: Live, bib: str, on: date | None = None) -> Withdrawn:
    """Annul what was entered for this bib and was not run like that, as it looks by now.

    The book keeps it, with the reason; what was run is entered anew, under a key of its own, by `credit`,
    of everyone in the race, since each is judged by what was there before.

    Args:
        book: is told.
        live: the race as it has been put right.
        bib: under which it was entered.
        on: the day on which that is decided; the day of the race, if not given.
    """
    wrong = [one for one in live.to_withdraw if one.bib == bib]
    by, why = _why(live)
    day = on or live.race.heat.day
    annulled: list[str] = []
    refused: list[str] = []
    for one in wrong:
        instead = f"; it was {one.now.text}" if one.now else ""
        said = f"{why}{instead} ({live.race.id}, line {live.line} of its journal)"
        try:
            source = _source(book, live.race.source)
            book.decide(Decision(one.key, DecisionKind.ANNULLED, day, day, by, said, source.key))
        except PacelightError as error:
            refused.append(f"{one.key}: {error}")
        else:
            annulled.append(one.key)
    return Withdrawn(bib, annulled, why, refused)


def unwilling(book: "Book", source: Source) -> str:
    """Why the book would not take a mark from this source now; empty if it would. Nothing is added."""
    try:
        book.append(Facts((_source(book, source),), (), (), (), ()), dry_run=True)
    except PacelightError as error:
        return str(error)
    return ""


def _source(book: "Book", source: Source) -> Source:
    """A source under a key that the book has for it, or has not: its own where that is no other source's.

    A book that was kept for years, or the shipped one, may call another source so: no mark is lost by that.
    """
    held = {one.key: one for one in book.sources()}
    keys = (source.key if nth == 1 else f"{source.key}-{nth}" for nth in count(1))
    named = (replace(source, key=key) for key in keys)
    return next(one for one in named if held.get(one.key, one) == one)


def _why(live: Live) -> tuple[str, str]:
    """Who put it right last, and what they did."""
    last = next((one for one in reversed(live.changes) if one.act), None)
    if last is None:
        return "the timing", "the timing says otherwise"
    reason = f": {last.reason}" if last.reason else ""
    return last.by or "the timing", f"{last.text}{reason}"


def _placed(book: "Book", live: Live, base: Performance) -> Performance:
    """A performance under its key, before whoever was slower and is in the book already.

    Of the first of a day in the book nobody can be put in front: then it stands beside.
    """
    key = live.credits.key(base.key)
    if key in live.credits.all:
        return replace(base, key=key)
    new = Credit("", base.key, base.event, mark_shown(base.mark))
    slower = [
        (one.mark.value, held)
        for held, one in live.credits.all.items()
        if one.mark is not None and one.is_slower_than(new)
    ]
    seq = max(book.performance(min(slower)[1]).seq - 1, 1) if slower else 0
    return replace(base, key=key, seq=seq)


def _shown(finding: Finding, bib: str) -> RecordShown:
    return RecordShown(
        level=finding.level,
        label=finding.label,
        scope=finding.scope,
        code=finding.code,
        mark=mark_shown(finding.mark),
        by_thousandths=finding.by,
        stood=mark_shown(finding.stood),
        stood_since=finding.stood_since.isoformat(),
        stood_by=list(finding.stood_by),
        en_route=finding.en_route,
        athlete=finding.athlete,
        nation=finding.nation,
        bib=bib,
        status=finding.status,
        equalled=finding.equalled,
    )
