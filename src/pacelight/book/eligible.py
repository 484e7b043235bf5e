"""For what a performance counts: officialness, its life, and the wind."""

from pacelight.book.model import Performance, Status
from pacelight.book.rules import counts
from pacelight.event import EVENTS, WIND_LIMIT_MM_S, Wind

__all__ = ["counted", "wind_legal"]

_MM_S_PER_TENTH = 100
_NO_READING = "NWI"


def counted(performance: Performance, status: Status, *, ratified_only: bool) -> int:
    """The bits `COUNTS_RECORD` and `COUNTS_PERSONAL` of a performance."""
    if not wind_legal(performance):
        return 0
    return counts(status, official=performance.official, ratified_only=ratified_only)


def wind_legal(performance: Performance) -> bool:
    """Whether the wind leaves a mark legal: no more than +2.0 m/s, and a reading where one is needed.

    A performance that tells no wind and is not marked ``NWI`` is taken as its list has it: legal.
    Of a combined event the average of readings is not kept, and so not judged.

    Source: World Athletics Competition Rules, CR31: assistance of wind.
    """
    if EVENTS[performance.event].wind is not Wind.READING:
        return True
    if performance.wind is None:
        return _NO_READING not in performance.flags.split()
    return performance.wind * _MM_S_PER_TENTH <= WIND_LIMIT_MM_S
