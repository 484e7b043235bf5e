"""What start lists say in few signs: births, distances, days and marks as people write them."""

import re
from datetime import date

from pacelight.book.birth import Birth
from pacelight.book.formats.dates import DayLayout, birth
from pacelight.book.formats.words import point, sex_of
from pacelight.distance import Distance
from pacelight.errors import BookError, DistanceError, FormatError
from pacelight.event import Sex
from pacelight.timing.results import Status, status_of

__all__ = ["born_of", "day_of", "distance_of", "seed_of", "several", "sex_or_none", "status_or_none"]

_LAYOUTS = (DayLayout("YYYY-MM-DD"), DayLayout("DD.MM.YYYY"))
_YEAR = re.compile(r"[0-9]{4}")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_NO_MARK = frozenset({"NT", "NM", "ND", "NH", "-", "--", "NTS"})


def born_of(text: str) -> Birth | None:
    """When somebody was born: ``2001``, ``2001-05``, ``2001-05-31``, ``31.05.2001``; None of nothing.

    Raises:
        FormatError: none of these; a day with strokes says not which of its figures is the month.
    """
    month = _MONTH.fullmatch(text.strip())
    try:
        if month:
            return birth(f"{_month_word(month[2])} {month[1]}", _LAYOUTS[0])
        for layout in _LAYOUTS:
            try:
                return birth(text, layout)
            except FormatError:
                continue
    except (BookError, FormatError):
        pass
    raise FormatError(f"no birth: '{text}' (write 2001, 2001-05-31 or 31.05.2001)")


def day_of(text: str) -> date | None:
    """A day: ``2025-02-13`` or ``13.02.2025``; None of nothing.

    Raises:
        FormatError: neither.
    """
    if not text.strip():
        return None
    for layout in _LAYOUTS:
        try:
            return layout.read(text)
        except FormatError:
            continue
    raise FormatError(f"no day: '{text}' (write 2025-02-13 or 13.02.2025)")


def distance_of(text: str) -> Distance | None:
    """A distance as announced; None of nothing, of 0, and of what is none."""
    try:
        found = Distance.parse(text.replace(",", "."))
    except DistanceError:
        return None
    return found if found.mm else None


def seed_of(text: str) -> str:
    """A mark entered with, with a decimal point; empty where there is none.

    >>> seed_of("3:45,14"), seed_of("NT")
    ('3:45.14', '')
    """
    shown = text.strip()
    return "" if shown.upper() in _NO_MARK else point(shown)


def several(text: str) -> tuple[str, ...]:
    """What stands between semicolons, commas or strokes: chips, or the runners of a relay."""
    return tuple(part.strip() for part in re.split(r"[;,/|]", text) if part.strip())


def sex_or_none(text: str) -> Sex | None:
    """Whose: M, W or X, or a word for it; None of nothing.

    Raises:
        FormatError: something else.
    """
    return sex_of(text) if text.strip() else None


def status_or_none(text: str) -> Status | None:
    """What a word means that takes somebody off the list; None of nothing.

    Raises:
        FormatError: a word that is not in the table.
    """
    if not text.strip():
        return None
    found = status_of(text)
    if found is None:
        raise FormatError(f"'{text}' is no status (write DNS, DNF, DQ or NM)")
    return found


def _month_word(month: str) -> str:
    words = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
    number = int(month)
    if not 1 <= number <= len(words):
        raise FormatError(f"no month: {month}")
    return words[number - 1]
