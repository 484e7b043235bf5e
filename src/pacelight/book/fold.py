"""The one definition of a record: performances in order of time, each against the best that stood.

`fold` writes one 64-bit word a performance. Bit ``5 * slot + scope`` says that it was a record of that
scope for the ``slot``-th of its age groups; the two bits above, that it was a personal or a season best.
The upper half says of the same bits which were equalled, not broken.
Every list, progression and finding is a filter on these words.
"""

from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from pacelight.book import kernel
from pacelight.book.columns import UNREACHED, Columns
from pacelight.book.rules import (
    AGE_GROUPS,
    COUNTS_PERSONAL,
    COUNTS_RECORD,
    PERSONAL,
    SCOPED,
    SLOTS,
    TIE_SHIFT,
)
from pacelight.event import Level

__all__ = ["ALL_LEVELS", "Engine", "bit_of", "fold", "is_record", "is_tie", "records"]

Flags = npt.NDArray[np.uint64]

ALL_LEVELS = frozenset(rule.level for rule in (*SCOPED, *PERSONAL))


class Engine(StrEnum):
    """Which program walks; the words are the same."""

    C = "c"
    NUMPY = "numpy"


def fold(
    columns: Columns,
    *,
    levels: Collection[Level] = ALL_LEVELS,
    threads: int = 1,
    engine: Engine | None = None,
) -> Flags:
    """Which records each performance was on its day.

    Args:
        columns: the marks, in order.
        levels: which levels to fold; the bits of others stay clear.
        threads: over how many the groups are spread; of the kernel only.
        engine: the kernel where it was built, the NumPy fold else.

    Returns:
        shape ``(n,)``, one word a performance.
    """
    if engine is None:
        engine = Engine.C if kernel.available() else Engine.NUMPY
    if engine is Engine.C:
        return _fold_c(columns, levels, threads)
    return _fold_numpy(columns, levels)


def bit_of(level: Level, slot: int = 0) -> int:
    """Which bit says so of the ``slot``-th age group of a performance; slot 0 is "all"."""
    for rule in PERSONAL:
        if rule.level is level:
            return rule.bit
    return slot * len(SCOPED) + next(rule.scope for rule in SCOPED if rule.level is level)


def is_record(flags: Flags, level: Level) -> npt.NDArray[np.bool_]:
    """Which performances were records of this level, of all ages; shape ``(n,)``."""
    return (flags >> np.uint64(bit_of(level)) & np.uint64(1)).astype(np.bool_)


def is_tie(flags: Flags, level: Level) -> npt.NDArray[np.bool_]:
    """Which of them equalled what stood; shape ``(n,)``."""
    return (flags >> np.uint64(bit_of(level) + TIE_SHIFT) & np.uint64(1)).astype(np.bool_)


def records(
    flags: Flags, ages: npt.NDArray[np.uint16], level: Level, *, engine: Engine | None = None
) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.uint8]]:
    """All records of a level, written out.

    Returns:
        row: shape ``(k,)``, in order.
        age: shape ``(k,)``, index into `AGE_GROUPS`; zero for personal and season bests.
    """
    if level in {rule.level for rule in PERSONAL}:
        row = np.flatnonzero(is_record(flags, level)).astype(np.int32)
        return row, np.zeros(row.size, np.uint8)
    scope = bit_of(level)
    if engine is not Engine.NUMPY and kernel.available():
        return kernel.records(flags, ages, scope)
    hit = np.zeros((flags.size, len(AGE_GROUPS)), np.bool_)
    slot = np.zeros(flags.size, np.uint64)
    for age in range(len(AGE_GROUPS)):
        has = ages >> age & 1 == 1
        hit[:, age] = has & (flags >> (slot * np.uint64(len(SCOPED)) + np.uint64(scope)) & np.uint64(1) == 1)
        slot += has
    where = np.nonzero(hit)
    return where[0].astype(np.int32), where[1].astype(np.uint8)


def _fold_c(columns: Columns, levels: Collection[Level], threads: int) -> Flags:
    """Spread the groups over threads, as many rows to each as whole groups allow."""
    flags = np.zeros(len(columns), np.uint64)
    keys = [None if rule.key is None else columns.keys.get(rule.key) for rule in SCOPED]
    sizes = [
        0 if rule.level not in levels else 1 if rule.key is None else _distinct(key)
        for rule, key in zip(SCOPED, keys, strict=True)
    ]
    personal = any(rule.level in levels for rule in PERSONAL)
    given = (columns.score, columns.counts, columns.ages, columns.year, columns.athlete)
    cuts = np.searchsorted(columns.starts, np.linspace(0, len(columns), threads + 1)[1:-1])
    bounds = [0, *(int(cut) for cut in cuts), columns.groups]
    ranges = [range(a, b) for a, b in pairwise(bounds) if a < b]

    def work(groups: range) -> None:
        kernel.fold(
            columns=given,
            keys=keys,
            sizes=sizes,
            athletes=_distinct(columns.athlete) if personal else 0,
            starts=columns.starts,
            groups=groups,
            flags=flags,
        )

    if len(ranges) == 1:
        work(ranges[0])
    elif ranges:
        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(work, ranges))
    spare = sum(1 << rule.bit for rule in PERSONAL if rule.level not in levels)
    return flags & ~np.uint64(spare | spare << TIE_SHIFT) if personal and spare else flags


def _distinct(key: npt.NDArray[np.int32] | None) -> int:
    return 0 if key is None or not key.size else int(key.max()) + 1


def _fold_numpy(columns: Columns, levels: Collection[Level]) -> Flags:
    """The same with running minima; several times slower, and nothing to build."""
    flags = np.zeros(len(columns), np.uint64)
    group = np.repeat(np.arange(columns.groups), np.diff(columns.starts))
    slot = np.zeros(len(columns), np.uint64)
    for age in range(len(AGE_GROUPS)):
        has = (columns.ages >> age & 1 == 1) & (slot < SLOTS)
        for rule in SCOPED:
            if rule.level in levels and (rule.key is None or rule.key in columns.keys):
                key = _zeros(columns) if rule.key is None else columns.keys[rule.key]
                rows = np.flatnonzero(has & (columns.counts & COUNTS_RECORD != 0) & (key >= 0))
                bits = slot[rows] * np.uint64(len(SCOPED)) + np.uint64(rule.scope)
                flags[rows] |= _running(columns.score[rows], (group[rows], key[rows])) << bits
        slot += has
    rows = np.flatnonzero((columns.counts & COUNTS_PERSONAL != 0) & (columns.athlete >= 0))
    for personal in PERSONAL:
        if personal.level in levels:
            season = columns.year if personal.season else _zeros(columns)
            word = _running(columns.score[rows], (group[rows], columns.athlete[rows], season[rows]))
            flags[rows] |= word << np.uint64(personal.bit)
    return flags


def _zeros(columns: Columns) -> npt.NDArray[np.int32]:
    """The key of a scope that has one list."""
    return np.zeros(len(columns), np.int32)


def _running(score: npt.NDArray[np.int32], lists: tuple[npt.NDArray[np.generic], ...]) -> Flags:
    """Of each score: 1 if nothing better stood in its list, and bit 32 if the same stood."""
    if not score.size:
        return np.zeros(0, np.uint64)
    by_list = np.lexsort(lists)
    keys = [column[by_list] for column in lists]
    new = np.ones(score.size, np.bool_)
    new[1:] = np.any([column[1:] != column[:-1] for column in keys], axis=0)
    # Each list is moved below all before it, so that one running minimum serves them all.
    depth = (np.cumsum(new) - 1) * np.int64(1 << 33)
    moved = score[by_list] - depth
    before = np.empty_like(moved)
    before[1:] = np.minimum.accumulate(moved)[:-1]
    before[new] = UNREACHED - depth[new]
    word = np.empty(score.size, np.uint64)
    word[by_list] = (moved <= before).astype(np.uint64) | (moved == before).astype(np.uint64) << np.uint64(
        TIE_SHIFT
    )
    return word
