"""The kernel is there or is done without."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from pacelight.book import kernel
from pacelight.book.columns import Columns, order
from pacelight.book.fold import Engine, fold, records
from pacelight.errors import Failure
from pacelight.event import Level

MARKS = Columns(
    starts=np.array([0, 3], np.int64),
    score=np.array([3, 2, 2], np.int32),
    counts=np.array([3, 3, 3], np.uint8),
    ages=np.array([1, 1, 1], np.uint16),
    year=np.array([2024, 2025, 2025], np.int16),
    athlete=np.array([0, 0, 1], np.int32),
)


@pytest.fixture
def not_built(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """As on a machine without a C compiler."""
    monkeypatch.setattr(kernel, "LIBRARY", tmp_path / "_fold.so")
    kernel._library.cache_clear()
    yield
    kernel._library.cache_clear()


@pytest.mark.usefixtures("not_built")
def test_without_the_kernel_the_answers_are_the_same() -> None:
    assert not kernel.available()
    words = fold(MARKS)
    assert words.tolist() == fold(MARKS, engine=Engine.NUMPY).tolist()
    row, age = records(words, MARKS.ages, Level.WR)
    assert (row.tolist(), age.tolist()) == ([0, 1, 2], [0, 0, 0])
    rows, _ = order(np.array([1, 0, 0]), np.array([5, 7, 6], np.int32), groups=2)
    assert rows.tolist() == [2, 1, 0]


@pytest.mark.usefixtures("not_built")
def test_who_asks_for_a_kernel_that_was_not_built_is_told_so() -> None:
    with pytest.raises(Failure, match="the kernel was not built"):
        fold(MARKS, engine=Engine.C)


@pytest.mark.skipif(not kernel.available(), reason="the package was built without a C compiler")
def test_with_the_kernel_it_is_the_one_that_walks(monkeypatch: pytest.MonkeyPatch) -> None:
    ran = []
    walk = kernel.fold
    monkeypatch.setattr(kernel, "fold", lambda **given: (ran.append(given["groups"]), walk(**given)))
    fold(MARKS)
    assert ran == [range(1)]


@pytest.mark.skipif(not kernel.available(), reason="the package was built without a C compiler")
def test_only_the_groups_that_were_asked_for_are_written() -> None:
    flags = np.full(4, 7, np.uint64)
    kernel.fold(
        columns=[np.ones(4, dtype) for dtype in (np.int32, np.uint8, np.uint16, np.int16, np.int32)],
        keys=[None] * 5,
        sizes=[1, 0, 0, 0, 0],
        athletes=0,
        starts=np.array([0, 1, 3, 4], np.int64),
        groups=range(1, 2),
        flags=flags,
    )
    assert flags.tolist() == [7, 1, 1 | 1 << 32, 7]


def test_a_machine_without_memory_is_a_failure_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    full = SimpleNamespace(pacelight_fold=lambda *_: 1, pacelight_order=lambda *_: 1)
    monkeypatch.setattr(kernel, "_library", lambda: full)
    with pytest.raises(Failure, match="no memory to fold the book"):
        fold(MARKS, engine=Engine.C)
    with pytest.raises(Failure, match="no memory to sort the book"):
        order(np.array([0]), np.array([0], np.int32), groups=1)
