"""What a line says was performed: the performance it makes, or why it makes none."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType

from pacelight.book import admission
from pacelight.book.formats.line import Line
from pacelight.book.model import Performance
from pacelight.errors import BookError
from pacelight.event import EVENTS, Sex
from pacelight.meet.intake.names import slug, town
from pacelight.meet.intake.people import Named

__all__ = ["check_possible", "key_of", "named", "performance", "round_of", "without_a_mark"]

_POSITION = re.compile(r"position (?:[1-9][0-9]*)?(?P<round>[a-z]+)(?P<number>[0-9]*)")
_ROUNDS: Mapping[str, str] = MappingProxyType(
    {
        "f": "final",
        "h": "heat",
        "sf": "semi-final",
        "qf": "quarter-final",
        "q": "qualification",
        "pr": "preliminary round",
    }
)
"""Letters behind a place on the lists of World Athletics, and what results call the round."""

_ANY = "any"
_ON_THE_WAY = "made on the way to a longer distance"


def without_a_mark(line: Line) -> bool:
    """Whether it tells only that somebody did not finish, did not start or was disqualified."""
    return line.mark is None or bool(line.status)


def named(line: Line) -> Named:
    """Whose it is, as the file names them."""
    team = bool(EVENTS[line.event].legs)
    sex = None if line.sex is Sex.MIXED else line.sex
    return Named(line.athlete, line.family, line.nation, None if team else line.born, sex, team)


def key_of(line: Line, athlete: str, is_taken: Callable[[str], bool]) -> str:
    """The key of the performance: day, place, event, class, athlete.

    Of somebody who ran twice that day the second has its mark behind, and a number if that is equal too.

    Args:
        line: has a day and a mark.
        athlete: the key of the athlete.
        is_taken: whether another performance has a key already.
    """
    base = "-".join(filter(None, (str(line.day), town(line.venue), line.event, line.sex.value, athlete)))
    if not is_taken(base):
        return base
    beside = f"{base}-{slug(str(line.mark))}"
    number, key = 1, beside
    while is_taken(key):
        number += 1
        key = f"{beside}-{number}"
    return key


def check_possible(line: Line) -> None:
    """Refuse a line that could not have been, whoever it is of.

    Raises:
        Refused: no day, a nation that was not there on that day, or a control character in a text.
    """
    admission.check_text(line.at, line)
    if line.day is None:
        raise BookError(f"no day{f' in {line.year}' if line.year else ''} (give it by --day, or in the file)")
    if line.nation:
        performance(line, _ANY, _ANY, _ANY, _ANY)


def performance(line: Line, key: str, athlete: str, name: str, source: str) -> Performance:
    """The line as a fact; what is doubtful about its text stands in the note.

    Args:
        line: has a day and a mark.
        key: of the performance.
        athlete: key of the athlete.
        name: under which the book knows them.
        source: key of the source.

    Raises:
        Refused: no nation, or one that was not there on that day.
    """
    if line.day is None or line.mark is None:
        raise BookError("a performance has a day and a mark")
    if not line.nation:
        raise BookError("no nation (give it by --nation, or in the file)")
    round_name, note = _round(line.note)
    made = Performance(
        key=key,
        event=line.event,
        sex=line.sex,
        mark=line.mark,
        athlete_key=athlete,
        athlete=name,
        nation=line.nation,
        day=line.day,
        venue=line.venue,
        competition=line.competition,
        place=line.place,
        source_key=source,
        flags=line.flags,
        note="; ".join(filter(None, (note, *_way(line), *line.doubts))),
        wind=line.wind,
        round=round_name,
    )
    admission.check_performance(made)
    return made


def round_of(line: Line) -> str:
    """The round of the competition, where the file tells it: ``heat 2``."""
    return _round(line.note)[0]


def _way(line: Line) -> tuple[str, ...]:
    return (_ON_THE_WAY,) if line.en_route else ()


@lru_cache(maxsize=1 << 14)
def _round(note: str) -> tuple[str, str]:
    """The round that a note tells, and the rest of the note."""
    match = _POSITION.fullmatch(note)
    if match is None or match["round"] not in _ROUNDS:
        return "", note
    return f"{_ROUNDS[match['round']]} {match['number']}".rstrip(), ""
