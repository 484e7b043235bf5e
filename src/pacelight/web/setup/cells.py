"""What stands in a field of a form: each read at once, or refused with what to write instead.

Pure. Every reader takes what was typed and gives what a file has; an empty field is None.

>>> clock(" 20:45 ")
datetime.time(20, 45)
>>> clock("quarter to nine")
Traceback (most recent call last):
pacelight.errors.RaceError: a time of day is written 20:45, not 'quarter to nine'
"""

import re
from collections.abc import Callable, Iterable
from datetime import date, time
from typing import TypeVar
from urllib.parse import urlsplit

from pacelight.errors import RaceError
from pacelight.event import Level, Sex
from pacelight.event import event as find_event
from pacelight.meet.programme.at_stake import AtStake
from pacelight.nation import AREAS
from pacelight.nation import nation as find_nation

__all__ = [
    "bounded", "clock", "colour", "day", "event", "file", "levels", "listed", "nation", "needed", "one_of",
    "run", "sex", "short_name", "stakes", "timing_address", "whole",
]  # fmt: skip

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)(?::([0-5]\d))?")
_LONGEST = 300

Read = TypeVar("Read")


def needed(text: str, what: str, like: str) -> str:
    """A text that must be there.

    Raises:
        RaceError: it is not, or cannot be printed.
    """
    if not text.strip():
        raise RaceError(f"{what} is missing (write {like})")
    return bounded(text, what)


def bounded(text: str, what: str, most: int = _LONGEST) -> str:
    """A text of one line, not too long."""
    found = text.strip()
    if len(found) > most or not found.isprintable():
        raise RaceError(f"{what} is one line of {most} characters at most")
    return found


def short_name(text: str, what: str) -> str:
    """A short name, as files have it."""
    if not _SLUG.fullmatch(text.strip()):
        raise RaceError(
            f"{what} is written in small letters, digits and hyphens, as mens-mile, not '{text.strip()}'"
        )
    return text.strip()


def day(text: str) -> date:
    """A day."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise RaceError(f"a day is written 2026-06-13, not '{text.strip()}'") from None


def clock(text: str) -> time | None:
    """A time of day."""
    if not text.strip():
        return None
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        raise RaceError(f"a time of day is written 20:45, not '{text.strip()}'")
    return time(int(found[1]), int(found[2]), int(found[3] or 0))


def whole(text: str, least: int, most: int) -> int | None:
    """A whole number within bounds."""
    found = text.strip()
    if not found:
        return None
    if not (found.isascii() and found.isdecimal() and least <= int(found[:9]) <= most):
        raise RaceError(f"a whole number from {least} to {most:,}, not '{found}'")
    return int(found[:9])


def event(text: str) -> str:
    """An event, as it was typed, which there is."""
    find_event(needed(text, "the event", "1500 or MILEsh"))
    return text.strip()


def sex(text: str) -> str:
    """Men, women or mixed."""
    return one_of(text, Sex, "the class")


def one_of(text: str, words: Iterable[str], what: str) -> str:
    """One of a few words."""
    known = [str(one) for one in words]
    if text.strip() not in known:
        raise RaceError(f"{what} is one of {', '.join(known)}, not '{text.strip()}'")
    return text.strip()


def nation(text: str) -> str:
    """The code of a nation, as World Athletics has it."""
    return find_nation(needed(text, "the nation", "its code, as NOR")).code


def colour(text: str) -> str | None:
    """A colour."""
    if not text.strip():
        return None
    if not _COLOUR.fullmatch(text.strip()):
        raise RaceError(f"a colour is written #19e36b, not '{text.strip()}'")
    return text.strip()


def listed(text: str, read: Callable[[str], Read]) -> list[Read]:
    """Several, with commas between them."""
    return [read(one.strip()) for one in text.split(",") if one.strip()]


def run(text: str) -> str:
    """An event that is run over a distance: lights run no other."""
    found = find_event(event(text))
    if found.distance is None:
        raise RaceError(f"{found.name} has no distance: lights run races of a distance")
    return text.strip()


def stakes(text: str, competition: str, venue: str) -> list[str]:
    """Levels of records, as a meet file names them."""

    def read(one: str) -> str:
        _known(AtStake.read(one, competition or "the meeting", venue or "the venue"))
        return one

    return listed(text, read)


def levels(text: str, scope: str) -> tuple[str, str | None]:
    """A level, and whose record it is, where it needs that."""
    found = AtStake.read(f"{text.strip()} {scope.strip()}".strip(), "the meeting", "the venue")
    _known(found)
    return str(found.level), scope.strip() or None


def _known(one: AtStake) -> None:
    """That there is such a nation, or such an area."""
    if one.level is Level.NR:
        find_nation(one.scope or "")
    elif one.level is Level.AR and one.scope not in AREAS:
        raise RaceError(f"no area '{one.scope}' (there are {', '.join(AREAS)})")


def timing_address(text: str, kinds: Iterable[str]) -> str:
    """Where a timing system is."""
    found = needed(text, "the address", "lynx+udp://10.0.0.5:9000")
    known = list(kinds)
    try:
        kind = urlsplit(found).scheme
    except ValueError:  # half an address in brackets
        kind = ""
    if kind not in known:
        raise RaceError(f"no timing system is at '{found}' (write one of {', '.join(known)} before ://)")
    return found


def file(text: str, what: str) -> str | None:
    """The name of a file of the folder."""
    found = bounded(text, what)
    if found.startswith(("/", ".", "~")) or "\\" in found or ".." in found.split("/"):
        raise RaceError(
            f"{what} lies in the folder of the meet: write its name, as lamps.toml, not '{found}'"
        )
    return found or None
