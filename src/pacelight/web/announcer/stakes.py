"""What is at stake in a race that is yet to be loaded: of the loaded one the engine tells it."""

from collections.abc import Sequence
from datetime import date

import msgspec

from pacelight.book.asking.answers import Json
from pacelight.book.asking.lists import Book
from pacelight.distance import Distance
from pacelight.errors import BookError
from pacelight.event import event as find_event
from pacelight.meet.live.coming import stakes_shown
from pacelight.meet.show.at_stake import kept
from pacelight.nation import nation as find_nation
from pacelight.records import Heat, Starter, stakes
from pacelight.web.book.parameters import Parameters

__all__ = ["SCHEMA", "TAKES", "at_stake"]

SCHEMA = "pacelight.stakes/1"
ENTRY = "entry"
TAKES = ("event", "sex", "day", "lap", "competition", "venue", ENTRY)

_MOST = 200
"""Of more runners nobody reads out what each could break, and one question does not hold up the others."""


def at_stake(book: Book, pairs: Sequence[tuple[str, str]]) -> Json:
    """``pacelight.stakes/1``: each record at stake, once, with all who could break it.

    Args:
        book: is asked.
        pairs: the race (`event`, `sex`, `day`, `lap` in metres, `competition`, `venue`), and of each runner
            an `entry`: bib, key in the book and nation, a blank between them.

    Raises:
        BookError: something is missing, or cannot be.
        EventError, NationError, RaceError: there is no such event, nation or start list.
    """
    given = Parameters.read([pair for pair in pairs if pair[0] != ENTRY], TAKES)
    starters = [_starter(text) for name, text in pairs if name == ENTRY]
    if not 0 < len(starters) <= _MOST:
        raise BookError(
            f"from 1 to {_MOST} runners are asked about, not {len(starters)} (entry=BIB KEY NATION)"
        )
    heat = _heat(given, tuple(starters))
    lap = Distance.parse(f"{given.text('lap') or 400} m")
    found = [kept(one) for starter in starters for one in stakes(book, heat, starter.bib, lap)]
    return {"schema": SCHEMA, "stakes": msgspec.to_builtins(stakes_shown(found))}


def _heat(given: Parameters, starters: tuple[Starter, ...]) -> Heat:
    event, sex, day = given.text("event"), given.sex(), given.text("day")
    if event is None or sex is None or day is None:
        raise BookError("say event, sex and day of the race")
    return Heat(
        event=find_event(event),
        sex=sex,
        day=given.day("day", date.min),
        venue=given.text("venue") or "",
        competition=given.text("competition") or "",
        starters=starters,
    )


def _starter(text: str) -> Starter:
    try:
        bib, key, nation = text.split()
    except ValueError as error:
        why = f"an entry is a bib, a key of the book and a nation, not '{text}' (write '7 nuguse-yared USA')"
        raise BookError(why) from error
    return Starter(bib, key, key, find_nation(nation).code)
