"""Marks and winds as lists print them: what was lost on the way is told as a doubt, never filled in."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

from pacelight.errors import FormatError, MarkError
from pacelight.event import EVENTS, Event
from pacelight.mark import Mark, Timing
from pacelight.measure import AnyMark, Length, Unit

__all__ = ["STATUS_WORDS", "printed", "status_of", "tenths", "with_doubts"]

STATUS_WORDS: Mapping[str, str] = MappingProxyType(
    {
        word: status
        for status, words in (
            ("DNS", "dns|n.a.|na|sc|scr|abs"),
            ("DNF", "dnf|aufg.|aufg|ab|abd|rit|rit."),
            ("DQ", "dq|dsq|dis|dis.|disq|disq.|disqu.|fs"),
            ("NM", "nm|nt|nh|o.g.v.|ogv|no mark|no height|no time"),
            ("qR", "qr|adv"),
        )
        for word in words.split("|")
    }
)
"""Words that stand where a mark or a place should be, in small letters, and their status.

Source of the statuses: World Athletics Competition Rules, CR25. The words are English, German
(nicht angetreten, aufgegeben, ohne gültigen Versuch), French (absent, abandon) and Italian (ritirato).
"""

_OFFICIAL = 2
_TENTHS = re.compile(r"(?P<sign>[+-]?)(?P<metres>\d{1,2})(?:\.(?P<tenth>\d))?", re.ASCII)
_DECIMALS = re.compile(r"\.\d{2}\b", re.ASCII)


def status_of(text: str) -> str:
    """The status that a local word means; empty where it is no such word.

    >>> status_of("aufg.")
    'DNF'
    """
    return STATUS_WORDS.get(text.strip().casefold(), "")


@lru_cache(maxsize=1 << 16)
def with_doubts(code: str, text: str) -> tuple[AnyMark, tuple[str, ...]]:
    """The mark of a list that may have lost its last zeros, and what is not certain about it.

    One decimal, and no ``h``, of an event that is timed to hundredths may be a lost zero or a hand time:
    the mark keeps what is printed, and its timing is unknown.

    Args:
        code: of the event.
        text: as printed.

    Raises:
        MarkError: not a mark of this event.

    >>> with_doubts("100", "10.1")
    (Mark('10.1'), ('a zero may be lost, or it was timed by hand: 10.1',))
    """
    event = EVENTS[code]
    mark = event.read(text)
    match mark:
        case Mark() if event.precision == _OFFICIAL > mark.precision and mark.timing is not Timing.HAND:
            doubt = f"a zero may be lost, or it was timed by hand: {text.strip()}"
            return replace(mark, timing=Timing.UNKNOWN), (doubt,)
        case Length() if event.precision == _OFFICIAL and not _DECIMALS.search(text):
            return mark, (f"a zero may be lost: {text.strip()}",)
        case _:
            return mark, ()


def printed(event: Event, text: str) -> tuple[AnyMark, tuple[str, ...]]:
    """The mark of a list that prints what was ratified, and what is not certain about it.

    Such a list loses no zeros; a time in tenths is one that was ratified so, from whatever watch.
    A time finer than is official today is kept as it stands, where it is a plausible one.

    Raises:
        MarkError: not a mark of this event.
    """
    try:
        mark = event.read(text)
    except MarkError:
        finer = _finer(event, text)
        if finer is None:
            raise
        return finer, (f"finer than {event.name} is timed: {text.strip()}",)
    if isinstance(mark, Mark) and mark.precision < _OFFICIAL and mark.timing is Timing.FAT:
        mark = replace(mark, timing=Timing.UNKNOWN)
    return mark, ()


def tenths(text: str) -> int | None:
    """A wind in tenths of a metre a second; None of an empty text.

    >>> tenths("-0.9"), tenths("+2.0"), tenths("1")
    (-9, 20, 10)

    Raises:
        FormatError: no wind.
    """
    shown = text.strip()
    if not shown:
        return None
    match = _TENTHS.fullmatch(shown)
    if match is None:
        raise FormatError(f"no wind: '{shown}' (write metres a second with one decimal, as +1.2)")
    value = int(match["metres"]) * 10 + int(match["tenth"] or 0)
    return -value if match["sign"] == "-" else value


def _finer(event: Event, text: str) -> Mark | None:
    """The time as printed, where only its last figure goes beyond what is official; else None."""
    if event.unit is not Unit.TIME:
        return None
    finest = event.precision if event.finest is None else event.finest
    try:
        mark = Mark.parse(text, Timing.UNKNOWN)
        event.read_time(str(Mark.from_elapsed(mark.elapsed, finest)))
    except MarkError:
        return None
    return mark
