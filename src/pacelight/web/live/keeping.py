"""Which recordings are kept: so many, so much, for so long. Pure; a recording in use is somebody else's care.

>>> shown = [Stored("c", 30, 5), Stored("b", 20, 5), Stored("a", 10, 5)]
>>> [(one.name, why) for one, why in beyond(shown, Keep(count=2, megabytes=0, days=0), now_ns=40)]
[('a', 'count')]
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

__all__ = ["Keep", "Stored", "beyond"]

_MEGABYTE = 1_000_000
_DAY_NS = 86_400 * 10**9


@dataclass(frozen=True, slots=True)
class Keep:
    """What is kept of races that were shown; what goes beyond is deleted, the oldest first.

    Attributes:
        count: recordings; 0 for any number.
        megabytes: of all of them, a million bytes each; 0 for any size.
        days: since a recording began; 0 for ever.
    """

    count: int = 500
    megabytes: int = 4000
    days: int = 0


@dataclass(frozen=True, slots=True)
class Stored:
    """A recording on the disk.

    Attributes:
        name: its key.
        begun_ns: when it began, whole nanoseconds since 1970.
        size: in bytes.
    """

    name: str
    begun_ns: int
    size: int


def beyond(stored: Sequence[Stored], keep: Keep, now_ns: int) -> Iterator[tuple[Stored, str]]:
    """What is to be deleted, and why: ``count``, ``size``, ``age``.

    Args:
        stored: the one that began last first.
        keep: what is kept.
        now_ns: the wall clock, whole nanoseconds.
    """
    held = 0
    for nth, one in enumerate(stored, start=1):
        held += one.size
        if keep.days and now_ns - one.begun_ns > keep.days * _DAY_NS:
            yield one, "age"
        elif keep.count and nth > keep.count:
            yield one, "count"
        elif keep.megabytes and held > keep.megabytes * _MEGABYTE:
            yield one, "size"
