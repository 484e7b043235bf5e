"""The fold on histories one can follow with a finger. Its laws are in `properties/test_book_fold.py`."""

import numpy as np
import pytest

from pacelight.book import kernel
from pacelight.book.columns import Columns
from pacelight.book.fold import ALL_LEVELS, Engine, bit_of, fold, is_record, is_tie, records
from pacelight.event import Level


def marks(*scores: int, **other: object) -> Columns:
    n = len(scores)
    given: dict[str, object] = {
        "starts": np.array([0, n], np.int64),
        "score": np.array(scores, np.int32),
        "counts": np.full(n, 3, np.uint8),
        "ages": np.full(n, 1, np.uint16),
        "year": np.full(n, 2025, np.int16),
        "athlete": np.zeros(n, np.int32),
        "keys": {},
    }
    return Columns(**given | other)  # type: ignore[arg-type]


@pytest.fixture(params=[Engine.NUMPY, *([Engine.C] if kernel.available() else [])])
def engine(request: pytest.FixtureRequest) -> Engine:
    return Engine(request.param)


def test_the_first_mark_is_a_record_and_equals_nothing(engine: Engine) -> None:
    words = fold(marks(226_630, 226_900, 226_630, 225_140), engine=engine)
    assert is_record(words, Level.WR).tolist() == [True, False, True, True]
    assert is_tie(words, Level.WR).tolist() == [False, False, True, False]


def test_a_season_begins_anew_with_the_year_and_a_best_does_not(engine: Engine) -> None:
    words = fold(marks(5, 6, 6, 5, year=np.array([2024, 2024, 2025, 2025], np.int16)), engine=engine)
    assert is_record(words, Level.PB).tolist() == [True, False, False, True]
    assert is_record(words, Level.SB).tolist() == [True, False, True, True]
    assert is_tie(words, Level.SB).tolist() == [False, False, False, False]


def test_a_mark_is_folded_into_each_of_its_age_groups(engine: Engine) -> None:
    ages = np.array([0b0001, 0b0101, 0b0100, 0b0001], np.uint16)
    words = fold(marks(5, 7, 6, 4, ages=ages), engine=engine)
    row, age = records(words, ages, Level.WR, engine=engine)
    assert list(zip(row.tolist(), age.tolist(), strict=True)) == [(0, 0), (1, 2), (2, 2), (3, 0)]


def test_a_distance_below_zero_is_better_the_longer_it_is(engine: Engine) -> None:
    words = fold(marks(-8_900, -8_950, -8_900), engine=engine)
    assert is_record(words, Level.WR).tolist() == [True, True, False]


def test_a_group_of_nothing_is_no_trouble(engine: Engine) -> None:
    assert fold(marks(), engine=engine, threads=3).tolist() == []
    two = marks(5, 5, starts=np.array([0, 0, 1, 1, 2, 2], np.int64))
    assert is_tie(fold(two, engine=engine, threads=4), Level.WR).tolist() == [False, False]


def test_each_level_has_its_bit() -> None:
    assert [bit_of(level) for level in Level if level in ALL_LEVELS] == [0, 1, 2, 3, 4, 25, 26]
    assert [bit_of(Level.NR, slot) for slot in range(5)] == [2, 7, 12, 17, 22]
