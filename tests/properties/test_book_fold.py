"""The fold against the rules: each word of each engine is what one gets going through the marks one by one.

The oracle here was written from the rules (a performance is a record of a list when nothing better stood
in it before; equalling is enough), not from the program: dictionaries of bests, and nothing clever.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pacelight.book import kernel
from pacelight.book.columns import Columns, order
from pacelight.book.fold import ALL_LEVELS, Engine, bit_of, fold, is_record, is_tie, records
from pacelight.book.rules import AGE_GROUPS, SLOTS, age_groups
from pacelight.event import Level

ENGINES = [Engine.NUMPY, *([Engine.C] if kernel.available() else [])]
LISTS = (
    (Level.WR, None),
    (Level.AR, "area"),
    (Level.NR, "nation"),
    (Level.CR, "championship"),
    (Level.MR, "meeting"),
)
EPOCH = date(1970, 1, 1)


@dataclass(frozen=True)
class Row:
    """One mark; `keys` are area, nation, championship and meeting, -1 for none."""

    group: int
    year: int
    score: int
    record: bool
    personal: bool
    ages: frozenset[int]
    athlete: int
    keys: tuple[int, int, int, int]


def lists_of(row: Row, levels: frozenset[Level]) -> list[tuple[int, object]]:
    """The lists in which a mark stands, and the bit that says so."""
    lists: list[tuple[int, object]] = []
    whose = dict(zip(("area", "nation", "championship", "meeting"), row.keys, strict=True))
    for slot, age in enumerate(sorted(row.ages) if row.record else ()):
        for scope, (level, key) in enumerate(LISTS):
            if level in levels and (key is None or whose[key] >= 0):
                lists.append((5 * slot + scope, (row.group, level, age, key and whose[key])))
    if row.personal and row.athlete >= 0:
        own = [(25, Level.PB, 0), (26, Level.SB, row.year)]
        lists += [(bit, (row.group, level, row.athlete, year)) for bit, level, year in own if level in levels]
    return lists


def oracle(rows: list[Row], levels: frozenset[Level] = ALL_LEVELS) -> list[int]:
    """The words, by the rules: one mark after the other against the best of each list it stands in."""
    best: dict[object, int] = {}
    words = []
    for row in rows:
        word = 0
        for bit, name in lists_of(row, levels):
            stood = best.get(name)
            if stood is None or row.score <= stood:
                word |= 1 << bit
                best[name] = row.score
            if stood == row.score:
                word |= 1 << (bit + 32)
        words.append(word)
    return words


def columns(rows: list[Row], groups: int) -> Columns:
    of_group = [sum(row.group == group for row in rows) for group in range(groups)]
    return Columns(
        starts=np.cumsum([0, *of_group], dtype=np.int64),
        score=np.array([row.score for row in rows], np.int32),
        counts=np.array([row.record + 2 * row.personal for row in rows], np.uint8),
        ages=np.array([sum(1 << age for age in row.ages) for row in rows], np.uint16),
        year=np.array([row.year for row in rows], np.int16),
        athlete=np.array([row.athlete for row in rows], np.int32),
        keys={
            key: np.array([row.keys[nth] for row in rows], np.int32)
            for nth, key in enumerate(("area", "nation", "championship", "meeting"))
        },
    )


GROUPS = 4
ROWS = st.lists(
    st.builds(
        Row,
        group=st.integers(0, GROUPS - 1),
        year=st.integers(1985, 1987),
        score=st.integers(-3, 3) | st.sampled_from([-(2**31), 2**31 - 2]),
        record=st.booleans() | st.just(True),
        personal=st.booleans() | st.just(True),
        ages=st.frozensets(st.integers(0, len(AGE_GROUPS) - 1), max_size=SLOTS) | st.just(frozenset({0})),
        athlete=st.integers(-1, 3),
        keys=st.tuples(*[st.integers(-1, 2)] * 4),
    ),
    max_size=40,
).map(lambda rows: sorted(rows, key=lambda row: (row.group, row.year)))


@given(rows=ROWS, threads=st.integers(1, 4))
@settings(deadline=None, max_examples=200)
def test_every_engine_writes_the_words_of_the_rules(rows: list[Row], threads: int) -> None:
    expected = oracle(rows)
    for engine in ENGINES:
        assert fold(columns(rows, GROUPS), engine=engine, threads=threads).tolist() == expected


@given(rows=ROWS, levels=st.frozensets(st.sampled_from(sorted(ALL_LEVELS))), threads=st.integers(1, 3))
@settings(deadline=None, max_examples=60)
def test_levels_that_nobody_asked_for_stay_clear_and_change_no_other(
    rows: list[Row], levels: frozenset[Level], threads: int
) -> None:
    expected = oracle(rows, levels)
    for engine in ENGINES:
        assert fold(columns(rows, GROUPS), levels=levels, engine=engine, threads=threads).tolist() == expected


@given(rows=ROWS, missing=st.sampled_from(["area", "nation", "championship", "meeting"]))
@settings(deadline=None, max_examples=60)
def test_a_key_that_is_not_there_is_as_a_key_that_nobody_has(rows: list[Row], missing: str) -> None:
    whole = columns(rows, GROUPS)
    nobody = {**whole.keys, missing: np.full(len(whole), -1, np.int32)}
    absent = {key: column for key, column in whole.keys.items() if key != missing}
    parts = (whole.starts, whole.score, whole.counts, whole.ages, whole.year, whole.athlete)
    for engine in ENGINES:
        words = fold(Columns(*parts, nobody), engine=engine).tolist()
        assert fold(Columns(*parts, absent), engine=engine).tolist() == words


@given(ROWS)
@settings(deadline=None, max_examples=60)
def test_groups_know_nothing_of_one_another(rows: list[Row]) -> None:
    alone = [fold(columns([r for r in rows if r.group == g], GROUPS)).tolist() for g in range(GROUPS)]
    assert fold(columns(rows, GROUPS)).tolist() == [word for words in alone for word in words]


@given(rows=ROWS, cut=st.integers(0, 40))
@settings(deadline=None, max_examples=60)
def test_what_comes_later_never_changes_an_earlier_word(rows: list[Row], cut: int) -> None:
    one = [row for row in rows if row.group == 0]
    words = fold(columns(one, 1)).tolist()
    assert fold(columns(one[:cut], 1)).tolist() == words[:cut]


@given(ROWS)
@settings(deadline=None, max_examples=60)
def test_what_was_equalled_was_a_record_and_the_first_of_a_list_equals_nothing(rows: list[Row]) -> None:
    words = fold(columns(rows, GROUPS))
    for level in ALL_LEVELS:
        record, tie = is_record(words, level), is_tie(words, level)
        assert not (tie & ~record).any()
        assert [bool(word >> bit_of(level) & 1) for word in words.tolist()] == record.tolist()
    first = [row.group not in {before.group for before in rows[:nth]} for nth, row in enumerate(rows)]
    assert not any(word >> 32 for word, opens in zip(words.tolist(), first, strict=True) if opens)


@given(rows=ROWS, level=st.sampled_from(sorted(ALL_LEVELS)))
@settings(deadline=None, max_examples=60)
def test_records_written_out_are_those_of_the_words(rows: list[Row], level: Level) -> None:
    whole = columns(rows, GROUPS)
    expected = []
    for nth, (row, word) in enumerate(zip(rows, oracle(rows), strict=True)):
        if level in {Level.PB, Level.SB}:
            expected += [(nth, 0)] * (word >> bit_of(level) & 1)
        else:
            ages = enumerate(sorted(row.ages))
            expected += [(nth, age) for slot, age in ages if word >> bit_of(level, slot) & 1]
    for engine in ENGINES:
        found, ages = records(fold(whole), whole.ages, level, engine=engine)
        assert list(zip(found.tolist(), ages.tolist(), strict=True)) == expected


@pytest.mark.parametrize("with_kernel", [kernel.available(), False])
@given(marks=st.lists(st.tuples(st.integers(0, 5), st.integers(-(10**5), 10**5) | st.just(7)), max_size=60))
@settings(deadline=None, max_examples=60)
def test_rows_are_taken_by_group_then_day_then_as_they_stand(
    with_kernel: bool, marks: list[tuple[int, int]]
) -> None:
    group = np.array([group for group, _ in marks], np.int64)
    day = np.array([day for _, day in marks], np.int32)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kernel, "available", lambda: with_kernel)
        rows, starts = order(group, day, groups=6)
    assert rows.tolist() == sorted(range(len(marks)), key=lambda row: marks[row])
    assert starts.tolist() == [sum(one < group for one, _ in marks) for group in range(7)]


def age_on(birth: date, day: date) -> int:
    """Whole years, as people count them."""
    return max(0, day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day)))


TURNS = ((2, 28), (3, 1), (12, 31), (1, 1))
DAYS = st.dates(date(1980, 1, 1), date(2100, 12, 31)) | st.sampled_from(
    [date(year, month, day) for year in (1999, 2000, 2004) for month, day in TURNS]
)


@given(st.lists(st.tuples(DAYS, DAYS | st.just(date(2000, 2, 29))), max_size=5))
def test_age_groups_are_those_one_counts_on_the_calendar(pairs: list[tuple[date, date]]) -> None:
    day, birth = (
        np.array([(pair[nth] - EPOCH) // timedelta(days=1) for pair in pairs], np.int32) for nth in (0, 1)
    )
    ages, years = age_groups(day, birth)
    assert years.tolist() == [day.year for day, _ in pairs]
    for word, (on, born) in zip(ages.tolist(), pairs, strict=True):
        by = {"year": max(0, on.year - born.year), "day": age_on(born, on)}
        expected = [group.name for group in AGE_GROUPS if group.youngest <= by[group.by] <= group.oldest]
        assert [group.name for bit, group in enumerate(AGE_GROUPS) if word >> bit & 1] == expected
        assert len(expected) <= SLOTS
