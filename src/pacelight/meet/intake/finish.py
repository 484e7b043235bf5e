"""From a finish to the book: performances, what they break, candidates written down."""

from typing import TYPE_CHECKING

from pacelight.errors import PacelightError
from pacelight.meet.bus.protocol import RecordShown, mark_shown
from pacelight.meet.journal.entries import Credited
from pacelight.meet.live.live import Live
from pacelight.records import Conditions, Finding, detect, performances, remarked

if TYPE_CHECKING:
    from pacelight.book.asking.lists import Book

__all__ = ["credit"]


def credit(book: "Book", live: Live, bib: str) -> Credited:
    """Enter what this finisher ran, the official points on the way included, in order of time.

    Each performance is in the book before the next is looked at. Asking twice gives the same answer:
    a performance is judged by what was there before it, and the book takes each key once.
    The book never stops a race: what it refuses is told.

    Args:
        book: is changed; what is added are candidates.
        live: the race, with this finish in it.
        bib: of the finisher.
    """
    heat, source = live.race.heat, live.race.source
    key = heat.starter(bib).athlete_key
    run = [
        performance
        for performance in performances(heat, tuple(live.results.values()), live.table)
        if performance.athlete_key == key
    ]
    conditions = Conditions(pacing_lights=bool(live.lights))
    entered: list[str] = []
    records: list[RecordShown] = []
    refused: list[str] = []
    for performance in (remarked(one, conditions) for one in run):
        try:
            found = detect(book, performance)
            book.add(performance, source)
        except PacelightError as error:
            refused.append(f"{performance.event} {performance.mark}: {error}")
            continue
        entered.append(performance.key)
        records += [_shown(one, bib) for one in found]
    return Credited(bib, entered, records, refused)


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
