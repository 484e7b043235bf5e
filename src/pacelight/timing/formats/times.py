"""Times as timing systems print them: of day, and since the gun."""

import re

from pacelight.errors import FormatError, MarkError
from pacelight.mark import Mark
from pacelight.timing.formats.dialogue import plain

__all__ = ["DAY_NS", "of_day", "of_day_text", "running"]

_NS = 1_000_000_000
_DECIMALS = 9
_MARK_DECIMALS = 3

DAY_NS = 86_400 * _NS
"""Nanoseconds of a day."""

_OF_DAY = re.compile(r"([01]?\d|2[0-3]):([0-5]\d):([0-5]\d)(?:[.,](\d{1,9}))?", re.ASCII)
_RUNNING = re.compile(r"(?:(?:(\d{1,2}):)?(\d{1,2}):(?=[0-5]\d(?!\d)))?(\d{1,3})(?:[.,](\d{1,9}))?", re.ASCII)


def of_day(text: str) -> int:
    """A time of day, ``20:11:54.4049``, as whole nanoseconds since midnight.

    Raises:
        FormatError: it is none.
    """
    match = _OF_DAY.fullmatch(text.strip())
    if match is None:
        raise FormatError(f"not a time of day: '{plain(text.strip().encode())}' (20:11:54.4049)")
    hours, minutes, seconds = (int(match[part]) for part in (1, 2, 3))
    return (hours * 3600 + minutes * 60 + seconds) * _NS + _fraction(match[4])


def of_day_text(of_day_ns: int, decimals: int) -> str:
    """A time of day as systems print it, cut to so many decimals, as their clocks do.

    >>> of_day_text(72_714_404_900_000, 3)
    '20:11:54.404'
    """
    seconds, ns = divmod(of_day_ns % DAY_NS, _NS)
    text = f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    return f"{text}.{ns:09d}"[: len(text) + 1 + decimals] if decimals else text


def running(text: str) -> tuple[Mark | None, int | None]:
    """A time since the gun: as a mark, or in whole nanoseconds where it is finer than a mark.

    Raises:
        FormatError: it is none, or nothing at all.
    """
    match = _RUNNING.fullmatch(text.strip())
    if match is None:
        raise FormatError(f"not a time: '{plain(text.strip().encode())}' (1:52.55)")
    if len(match[4] or "") <= _MARK_DECIMALS:
        try:
            return Mark.parse(text.strip().replace(",", ".")), None
        except MarkError as error:
            raise FormatError(str(error)) from error
    hours, minutes, seconds = (int(match[part] or 0) for part in (1, 2, 3))
    return None, (hours * 3600 + minutes * 60 + seconds) * _NS + _fraction(match[4])


def _fraction(digits: str | None) -> int:
    return int((digits or "").ljust(_DECIMALS, "0"))
