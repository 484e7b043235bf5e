"""Columns that travelled in pairs are in the worker what they were before, empty fields too."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")

from pacelight.book.engine.pairs import Pairs  # noqa: E402  # needs pyarrow

FIELDS = st.none() | st.integers(-(2**31), 2**31 - 1)
KINDS = {"score": pa.int32(), "day": pa.date32(), "nation": pa.int32(), "birth": pa.date32()}


def packed(rows: list[dict[str, Any]], names: list[str]) -> "pa.Table":
    """As Spark packs them, number by number."""
    pairs: list[list[int]] = [[] for _ in range(len(names) // 2 + 1)]
    for row in rows:
        empty = sum(1 << place for place, name in enumerate(names) if row[name] is None)
        halves = [row[name] or 0 for name in names] + [empty, 0]
        for nth, pair in enumerate(pairs):
            whole = (halves[2 * nth] & 0xFFFFFFFF) | (halves[2 * nth + 1] & 0xFFFFFFFF) << 32
            pair.append(whole - (1 << 64) if whole >> 63 else whole)
    columns = {f"pair {nth}": pa.array(pair, pa.int64()) for nth, pair in enumerate(pairs)}
    return pa.table({"id": pa.array([row["id"] for row in rows], pa.int64()), **columns})


@given(st.lists(st.fixed_dictionaries({"id": st.integers(0, 99), **dict.fromkeys(KINDS, FIELDS)})), st.data())
def test_what_is_unpacked_is_what_was_packed(rows: list[dict[str, Any]], data: st.DataObject) -> None:
    names = data.draw(st.lists(st.sampled_from(list(KINDS)), unique=True))
    pairs = Pairs(tuple((name, KINDS[name]) for name in names), ("id",))
    there = {name: pa.array([row[name] for row in rows], pa.int32()).view(KINDS[name]) for name in names}
    ids = pa.array([row["id"] for row in rows], pa.int64())
    assert pairs.unpack(packed(rows, names)).equals(pa.table({"id": ids, **there}))
