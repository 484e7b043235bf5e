"""Columns are what the fold may walk over, or are refused."""

from typing import Any

import numpy as np
import pytest

from pacelight.book.columns import UNREACHED, Columns
from pacelight.errors import BookError


def columns(**other: Any) -> Columns:
    given: dict[str, Any] = {
        "starts": np.array([0, 2], np.int64),
        "score": np.array([2, 1], np.int32),
        "counts": np.array([3, 3], np.uint8),
        "ages": np.array([1, 1], np.uint16),
        "year": np.array([2025, 2025], np.int16),
        "athlete": np.array([0, 1], np.int32),
        "keys": {"nation": np.array([0, -1], np.int32)},
    }
    return Columns(**given | other)


def test_they_know_their_rows_and_their_groups() -> None:
    made = columns(starts=np.array([0, 0, 2], np.int64))
    assert (len(made), made.groups) == (2, 2)
    empty = {name: np.empty(0, getattr(made, name).dtype) for name in ("score", "counts", "ages", "year")}
    none = columns(starts=np.array([0]), athlete=np.empty(0, np.int32), keys={}, **empty)
    assert (len(none), none.groups) == (0, 0)


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("score", np.array([2, 1], np.int64)),
        ("score", np.array([2], np.int32)),
        ("score", np.array([[2, 1]], np.int32)),
        ("score", np.array([2, 0, 1, 0], np.int32)[::2]),
        ("counts", np.array([3, 3], np.int8)),
        ("ages", np.array([1, 1], np.uint32)),
        ("year", np.array([2025, 2025], np.int32)),
        ("athlete", np.array([0], np.int32)),
        ("starts", np.array([0, 2], np.int32)),
        ("keys", {"nation": np.array([0, 1], np.int64)}),
    ],
)
def test_a_column_of_another_type_or_length_is_refused(name: str, column: object) -> None:
    column_name = "nation" if name == "keys" else name
    with pytest.raises(BookError, match=rf"column {column_name}: .* of shape .*, not .* of shape \(\d,\)"):
        columns(**{name: column})


@pytest.mark.parametrize("starts", [[], [1, 2], [0, 3, 2]])
def test_groups_that_do_not_begin_at_row_0_or_decrease_are_refused(starts: list[int]) -> None:
    n = starts[-1] if starts else 0
    rows = {
        "score": np.zeros(n, np.int32),
        "counts": np.zeros(n, np.uint8),
        "ages": np.zeros(n, np.uint16),
        "year": np.zeros(n, np.int16),
        "athlete": np.zeros(n, np.int32),
    }
    with pytest.raises(BookError, match="the starts of groups begin at row 0 and do not decrease"):
        columns(starts=np.array(starts, np.int64), keys={}, **rows)


def test_a_key_that_no_rule_knows_is_refused() -> None:
    with pytest.raises(BookError, match="no rule tells lists apart by 'club'"):
        columns(keys={"club": np.array([0, 0], np.int32)})


def test_the_score_that_stands_for_nothing_is_refused() -> None:
    with pytest.raises(BookError, match=f"no score may be {UNREACHED}"):
        columns(score=np.array([1, UNREACHED], np.int32))
