"""What time it is at the venue: its time zone as a meet file names it, and as a journal keeps it.

A journal keeps the difference to UTC on the day: by it any machine says the same, years later.
"""

import re
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from pacelight.errors import RaceError

__all__ = ["DAY_NS", "difference", "local"]

DAY_NS = 86_400 * 1_000_000_000
_MINUTE_NS = 60 * 1_000_000_000
_NOON = time(12)
_EPOCH = date(1970, 1, 1)
_DIFFERENCE = re.compile(r"([+-])(\d\d):([0-5]\d)", re.ASCII)
_MOST = timedelta(hours=24)


def difference(zone: str, day: date, at: time | None = None) -> str:
    """By how much the clocks of a zone differ from UTC on a day.

    Args:
        zone: ``Europe/Paris``, ``+01:00``; empty for that of this machine.
        day: at the venue.
        at: time of day there; noon, if not given.

    Raises:
        RaceError: no such zone.

    >>> difference("Europe/Paris", date(2025, 2, 13)), difference("Europe/Paris", date(2025, 7, 11))
    ('+01:00', '+02:00')
    """
    there = datetime.combine(day, at or _NOON, _named(zone)) if zone else None
    found = (there or datetime.combine(day, at or _NOON).astimezone()).utcoffset()
    minutes = (found or timedelta()) // timedelta(minutes=1)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def local(unix_ns: int, differs: str) -> tuple[date, int]:
    """The day and the time of day, whole nanoseconds since midnight, of an instant.

    Args:
        unix_ns: the instant.
        differs: from UTC, as `difference` says it.

    >>> local(1_739_473_914_404_900_000, "+01:00")
    (datetime.date(2025, 2, 13), 72714404900000)
    """
    days, of_day_ns = divmod(unix_ns + _minutes(differs) * _MINUTE_NS, DAY_NS)
    return _EPOCH + timedelta(days=days), of_day_ns


def _minutes(differs: str) -> int:
    found = _DIFFERENCE.fullmatch(differs)
    if found is None:
        raise RaceError(f"not a difference to UTC: '{differs}' (write it as in +01:00)")
    sign, hours, minutes = found.groups()
    return (-1 if sign == "-" else 1) * (int(hours) * 60 + int(minutes))


def _named(zone: str) -> tzinfo:
    if _DIFFERENCE.fullmatch(zone) and abs(differs := timedelta(minutes=_minutes(zone))) < _MOST:
        return timezone(differs)
    try:
        return ZoneInfo(zone)
    except (ValueError, OSError, KeyError):
        raise RaceError(f"no time zone '{zone}' (write it as in Europe/Paris, or +01:00)") from None
