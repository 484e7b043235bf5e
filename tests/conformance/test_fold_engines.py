"""Every engine of the fold keeps one promise: the words of the table below, bit for bit.

A new one adds one line to `ENGINES`. Random histories are in `properties/test_book_fold.py`.
"""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest

from pacelight.book import kernel
from pacelight.book.columns import Columns
from pacelight.book.fold import ALL_LEVELS, Engine, fold
from pacelight.event import Level

Fold = Callable[..., npt.NDArray[np.uint64]]

ENGINES: dict[str, Engine] = {"c": Engine.C, "numpy": Engine.NUMPY}

WR, AR, NR, CR, MR = (1 << scope for scope in range(5))
PB, SB = 1 << 25, 1 << 26
ALL = WR | AR | NR | CR | MR | PB | SB

# One group. Of each row: score, counts for records and for the athlete's own bests, ages, year, athlete,
# area, nation, championship, meeting; then the word: records broken, and of them the equalled ones.
ROWS = (
    ((50, 3, 1, 2024, 0, 0, 0, 0, 0), ALL, 0),
    ((49, 3, 1, 2024, 1, 0, 1, -1, 1), WR | AR | NR | MR | PB | SB, 0),
    ((49, 3, 1, 2024, 0, 1, 2, 0, 0), ALL, WR),
    ((49, 2, 1, 2024, 0, 1, 2, 0, 0), PB | SB, PB | SB),
    ((40, 0, 1, 2024, 0, 0, 0, 0, 0), 0, 0),
    ((41, 1, 1, 2024, 1, -1, -1, -1, -1), WR, 0),
    ((49, 3, 1, 2025, 1, 0, 1, 1, 1), AR | NR | CR | MR | PB | SB, AR | NR | MR | PB),
    ((60, 3, 1, 2025, -1, -1, 3, -1, -1), NR, 0),
)


@pytest.fixture(params=ENGINES)
def folded(request: pytest.FixtureRequest) -> Fold:
    engine = ENGINES[request.param]
    if engine is Engine.C and not kernel.available():
        pytest.skip("the package was built without a C compiler")

    def run(columns: Columns, **options: object) -> npt.NDArray[np.uint64]:
        return fold(columns, engine=engine, **options)  # type: ignore[arg-type]

    return run


def columns(groups: int = 1) -> Columns:
    """The table, so many times over."""
    rows = np.array([given for given, _, _ in ROWS] * groups)
    typed = {"score": np.int32, "counts": np.uint8, "ages": np.uint16, "year": np.int16, "athlete": np.int32}
    return Columns(
        starts=np.arange(groups + 1, dtype=np.int64) * len(ROWS),
        **{name: rows[:, nth].astype(dtype) for nth, (name, dtype) in enumerate(typed.items())},
        keys={
            key: rows[:, nth].astype(np.int32)
            for nth, key in enumerate(("area", "nation", "championship", "meeting"), start=len(typed))
        },
    )


WORDS = [word | tie << 32 for _, word, tie in ROWS]


def test_every_word_is_that_of_the_table(folded: Fold) -> None:
    assert [f"{word:#x}" for word in folded(columns()).tolist()] == [f"{word:#x}" for word in WORDS]


@pytest.mark.parametrize("threads", [1, 2, 7])
def test_groups_are_independent_over_however_many_threads(folded: Fold, threads: int) -> None:
    assert folded(columns(groups=5), threads=threads).tolist() == WORDS * 5


@pytest.mark.parametrize("level", sorted(ALL_LEVELS))
def test_one_level_alone_has_the_bits_it_has_among_all(folded: Fold, level: Level) -> None:
    bit = {"WR": WR, "AR": AR, "NR": NR, "CR": CR, "MR": MR, "PB": PB, "SB": SB}[level]
    words = [word & (bit | bit << 32) for word in WORDS]
    assert any(words)
    assert folded(columns(), levels={level}).tolist() == words


def test_the_columns_are_not_changed(folded: Fold) -> None:
    given, same = columns(), columns()
    folded(given)
    for name in ("starts", "score", "counts", "ages", "year", "athlete"):
        assert getattr(given, name).tolist() == getattr(same, name).tolist()


def test_the_words_are_unsigned_and_one_a_row(folded: Fold) -> None:
    words = folded(columns(groups=2))
    assert (words.dtype, words.shape) == (np.uint64, (2 * len(ROWS),))
