"""Which records the runners of a race could break: the book is asked once, when the race is opened."""

from typing import TYPE_CHECKING

from pacelight.meet.bus.protocol import mark_shown
from pacelight.meet.journal.entries import Stake
from pacelight.meet.programme.racefile import RaceFile
from pacelight.records import stakes

if TYPE_CHECKING:
    from collections.abc import Collection

    from pacelight.book.asking.lists import Book
    from pacelight.meet.programme.at_stake import AtStake
    from pacelight.records.stakes import Stake as Found

__all__ = ["at_stake", "kept"]


def at_stake(race: RaceFile, book: "Book", told: "Collection[AtStake] | None" = None) -> list[Stake]:
    """What each runner could break, in the order of the start list, widest scope first.

    Args:
        race: the race, its start list included.
        book: as of the eve.
        told: levels that are told, as the meet file names them; all that the book knows, if it does not.
    """
    return [
        kept(one)
        for starter in race.heat.starters
        for one in stakes(book, race.heat, starter.bib, race.course.lap)
        if told is None or any(which.means(one.level, one.scope) for which in told)
    ]


def kept(one: "Found") -> Stake:
    """A record at stake as a journal keeps it."""
    return Stake(
        bib=one.bib,
        level=one.level,
        label=one.label,
        scope=one.scope,
        code=one.code,
        mark=mark_shown(one.mark),
        since=one.since.isoformat(),
        holders=list(one.holders),
        en_route=one.en_route,
    )
