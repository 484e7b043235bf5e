"""The rules of a record, as one table: levels, age groups, what counts, and in which order.

Every engine (the C kernel, the NumPy fold, a cluster) reads this table and nothing else.
A performance is a record of a list when nothing better stood before it: equalling is enough.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

import numpy as np
import numpy.typing as npt

from pacelight.book.model import Status
from pacelight.event import Level

__all__ = [
    "AGE_GROUPS",
    "ALL_AGES",
    "COUNTS_PERSONAL",
    "COUNTS_RECORD",
    "NOT_AS",
    "PERSONAL",
    "SCOPED",
    "SLOTS",
    "STAND_IN",
    "TIE_SHIFT",
    "AgeGroup",
    "PersonalRule",
    "ScopedRule",
    "age_groups",
    "calendar",
    "counts",
]

SLOTS = 5
"""Age groups one mark can fall into at most: the room for them in the word of flags."""

TIE_SHIFT = 32
"""The upper half of the word says, bit for bit, which records were equalled, not broken."""


@dataclass(frozen=True, slots=True)
class ScopedRule:
    """A level whose lists are told apart by a key of the performance, and by age group.

    Attributes:
        scope: its place within each slot of the word of flags.
        key: the column that tells its lists apart; None where there is one list.
    """

    level: Level
    scope: int
    key: Literal["area", "nation", "meeting", "championship"] | None


@dataclass(frozen=True, slots=True)
class PersonalRule:
    """A level kept for each athlete.

    Attributes:
        bit: its place in the word of flags.
        season: begins anew with each calendar year (not a rolling twelve months).
    """

    level: Level
    bit: int
    season: bool


SCOPED = (
    ScopedRule(Level.WR, 0, None),
    ScopedRule(Level.AR, 1, "area"),
    ScopedRule(Level.NR, 2, "nation"),
    ScopedRule(Level.CR, 3, "championship"),
    ScopedRule(Level.MR, 4, "meeting"),
)

_OWN = frozenset({Level.PB, Level.SB})

STAND_IN: Mapping[Level, Level] = MappingProxyType({Level.FR: Level.MR, Level.LR: Level.CR})
"""Levels kept by the rule of another, under their own key: stadiums as meetings, series as championships."""

PERSONAL = (
    PersonalRule(Level.PB, SLOTS * len(SCOPED), season=False),
    PersonalRule(Level.SB, SLOTS * len(SCOPED) + 1, season=True),
)


@dataclass(frozen=True, slots=True)
class AgeGroup:
    """Who is of the group: by the year of birth, or by the birthday.

    Attributes:
        by: ``year`` is the age on 31 December of the year, ``day`` the age on the day.
        youngest, oldest: in whole years, both included.
    """

    name: str
    by: Literal["year", "day"]
    youngest: int
    oldest: int


AGE_GROUPS = (
    AgeGroup("all", "year", 0, 127),
    AgeGroup("U23", "year", 0, 22),
    AgeGroup("U20", "year", 0, 19),
    AgeGroup("U18", "year", 0, 17),
    *(AgeGroup(f"M{age}", "day", age, age + 4) for age in range(35, 80, 5)),
    AgeGroup("M80", "day", 80, 127),
)
"""In the order of their bits. Source: World Athletics Competition Rules, age categories; U23 is an area's."""

ALL_AGES = 1
"""The word of ages of which nothing but "all" is known."""

COUNTS_RECORD = 1
"""Bit of `counts`: the performance counts for records."""

COUNTS_PERSONAL = 2
"""Bit of `counts`: the performance counts for the athlete's own bests."""

NOT_AS: Mapping[Level, int] = MappingProxyType(
    {level: 4 << place for place, level in enumerate(level for level in Level if level not in _OWN)}
)
"""Bits of the mirror's `counts`: it is no record of this level, whatever `COUNTS_RECORD` says."""

_COUNTS = {
    Status.CANDIDATE: COUNTS_RECORD | COUNTS_PERSONAL,
    Status.PENDING: COUNTS_RECORD | COUNTS_PERSONAL,
    Status.RATIFIED: COUNTS_RECORD | COUNTS_PERSONAL,
    Status.REJECTED: COUNTS_PERSONAL,
    Status.ANNULLED: 0,
}


def counts(status: Status, *, official: bool, ratified_only: bool = False) -> int:
    """For what a performance counts: the bits `COUNTS_RECORD` and `COUNTS_PERSONAL`.

    A rejected record is still the athlete's own mark; an annulled one is nothing.
    """
    if not official or (ratified_only and status is not Status.RATIFIED):
        return 0
    return _COUNTS[status]


def calendar(first: int, last: int) -> npt.NDArray[np.int32]:
    """A number for each day such that differences shifted right by nine are whole years of age.

    Args:
        first: first day, as days since 1970-01-01.
        last: last day, the same.

    Returns:
        shape ``(last - first + 1,)``: 512 a year, 32 a month, 1 a day.
    """
    days = np.arange(first, last + 1, dtype=np.int64).astype("datetime64[D]")
    months = days.astype("datetime64[M]")
    years = months.astype("datetime64[Y]")
    month = (months - years.astype("datetime64[M]")).astype(np.int64)
    day = (days - months.astype("datetime64[D]")).astype(np.int64)
    numbers: npt.NDArray[np.int64] = (years.astype(np.int64) + 1970) * 512 + month * 32 + day
    return numbers.astype(np.int32)


def age_groups(
    day: npt.NDArray[np.int32], birth: npt.NDArray[np.int32]
) -> tuple[npt.NDArray[np.uint16], npt.NDArray[np.int16]]:
    """The age groups of each performance, and its year.

    Args:
        day: shape ``(n,)``, days since 1970-01-01.
        birth: shape ``(n,)``, the same.

    Returns:
        ages: shape ``(n,)``, bit ``k`` set for ``AGE_GROUPS[k]``.
        year: shape ``(n,)``, the calendar year.
    """
    if not day.size:
        return np.empty(0, np.uint16), np.empty(0, np.int16)
    first = min(int(day.min()), int(birth.min()))
    table = calendar(first, max(int(day.max()), int(birth.max())))
    on_day, on_birth = table[day - first], table[birth - first]
    by_year, by_day = _AGE_BITS
    year = on_day >> 9
    ages = (
        by_year[np.clip(year - (on_birth >> 9), 0, 127)] | by_day[np.clip((on_day - on_birth) >> 9, 0, 127)]
    )
    return ages, year.astype(np.int16)


def _age_bits() -> tuple[npt.NDArray[np.uint16], npt.NDArray[np.uint16]]:
    """For each age 0 to 127 the bits of the groups by year, and by day."""
    tables = {"year": np.zeros(128, np.uint16), "day": np.zeros(128, np.uint16)}
    for bit, group in enumerate(AGE_GROUPS):
        tables[group.by][group.youngest : group.oldest + 1] |= np.uint16(1 << bit)
    return tables["year"], tables["day"]


_AGE_BITS = _age_bits()
