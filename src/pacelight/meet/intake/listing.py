"""A file of records as it stands, to be held beside a book: nothing is taken, nothing is matched."""

from collections.abc import Sequence
from datetime import date

from pacelight.book import standings
from pacelight.book.asking.editions import Listing, ListKey
from pacelight.book.formats.line import Line
from pacelight.book.history import Held
from pacelight.book.model import ALL, Coverage, Performance, Standing
from pacelight.errors import FormatError, Refused
from pacelight.event import EVENTS, Level, TrackKind
from pacelight.measure import score
from pacelight.meet.intake.covers import record_lists, wind_is_legal
from pacelight.meet.intake.filed import Filed
from pacelight.meet.intake.names import plain
from pacelight.meet.intake.performed import check_possible

__all__ = ["as_printed", "listing"]


def listing(given: Filed, *, as_of: date | None = None) -> Listing:
    """What a file of records says of each list.

    Args:
        given: the file, read.
        as_of: the day it is from; that of its last performance where nobody says it.

    Raises:
        FormatError: no row of it is a record.
    """
    day = as_of or given.last_day
    lists: dict[ListKey, list[Line]] = {}
    roofs = any("i" in line.flags.split() for line in given.lines)
    for (level, scope), lines in record_lists(given.lines).items():
        for line in lines:
            lists.setdefault(_key(line, level, scope, roofs=roofs), []).append(line)
    dated = {listed: [line for line in lines if line.day] for listed, lines in lists.items()}
    if day is None or not any(dated.values()):
        raise FormatError(f"{given.name} has no record (compare it with a file whose rows are records)")
    return Listing(
        given.name,
        day,
        {listed: _standing(listed, lines, given.source, day) for listed, lines in dated.items() if lines},
        {listed: why for listed, lines in dated.items() if lines and (why := _doubt(lines))},
        len(given.refused) + sum(not lines for lines in dated.values()),
    )


def as_printed(line: Line, source: str) -> Performance:
    """A line as a performance that is in no book: nobody has asked whether it could be.

    Args:
        line: has a day and a mark.
        source: key of the source.

    Raises:
        FormatError: it has none.
    """
    if line.day is None or line.mark is None:
        raise FormatError(f"{line.at}: a performance has a day and a mark")
    return Performance(
        key=f"{source}, {line.at}",
        event=line.event,
        sex=line.sex,
        mark=line.mark,
        athlete_key=f"{plain(line.athlete)}, {line.nation}",
        athlete=line.athlete,
        nation=line.nation,
        day=line.day,
        venue=line.venue,
        competition=line.competition,
        source_key=source,
        flags=line.flags,
        wind=line.wind,
    )


def _key(line: Line, level: Level, scope: str, *, roofs: bool) -> ListKey:
    """The list of a row; where the file knows roofs, one for each, but where the short track is its own."""
    apart = roofs and EVENTS[line.event].track is not TrackKind.SHORT
    roof = "i" in line.flags.split() if apart else None
    return ListKey(line.event, line.sex, level, scope, ALL, None, roof)


def _standing(listed: ListKey, lines: Sequence[Line], source: str, day: date) -> Standing:
    made = sorted((as_printed(line, source) for line in lines), key=lambda one: one.day)
    best = min(score(one.mark) for one in made)
    held = [Held(one, equalled=False, status=None) for one in made if score(one.mark) == best]
    covered = Coverage(listed.level, listed.scope, listed.event, listed.sex, day, None, source)
    return standings.standing(EVENTS[listed.event], covered, held, day)


def _doubt(lines: Sequence[Line]) -> str:
    """Why a book could not hold these as a record; empty where it could."""
    for line in lines:
        try:
            check_possible(line)
        except Refused as error:
            return str(error)
        if line.wind is not None and not wind_is_legal(line.event, line.wind):
            return f"a wind of +{line.wind / 10} is too strong for a record"
    return ""
