"""The same rules in pandas, by hand: sorted once by time, then a running minimum for each list.

A record is a mark equal to the running minimum of its list.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd

from fold_parts import MODULUS, RECORD_TYPES, Checksums

NARROWED = {"NR": "nation", "AR": "area", "WR": None}
"""Cascade: an area record is a national one, a world record an area one."""


def everything(path: Path) -> Checksums:
    """All seven record types, every age group, from the file."""
    marks = _marks(path)
    sums = dict.fromkeys(RECORD_TYPES, (0, 0, 0))
    for number, possible in _ages(marks):
        left = possible
        for name, key in NARROWED.items():
            left = left[_best(left, "group", *([key] if key else []))]
            sums[name] = _added(sums[name], name, left["id"], number)
        for name, key in (("MR", "meeting"), ("CR", "championship")):
            some = possible[possible[key] >= 0]
            sums[name] = _added(sums[name], name, some["id"][_best(some, "group", key)], number)
    zero = pd.Series(0, marks.index)
    for name, keys in (("PB", ("group", "athlete")), ("SB", ("group", "athlete", "year"))):
        ids = marks["id"][_best(marks, *keys)]
        sums[name] = _added(sums[name], name, ids, zero)
    return sums


def _marks(path: Path) -> pd.DataFrame:
    """Eligible marks in order of time; `young` is the age of the year, `band` the age group of masters."""
    raw = pd.read_parquet(path)
    raw = raw[(raw["status"] == 0) & (raw["wind"] <= 200)]
    day, birth = (pd.DatetimeIndex(raw[name]) for name in ("day", "birth"))
    young = (day.year - birth.year).to_numpy()
    before = (day.month * 32 + day.day).to_numpy() < (birth.month * 32 + birth.day).to_numpy()
    on_day = young - before
    band = np.where(on_day >= 80, 13, np.where(on_day >= 35, 4 + (on_day - 35) // 5, -1))
    score = np.where(raw["lower_is_better"] == 1, raw["mark"], -raw["mark"])
    group = (raw["event"].astype("int16") * 2 + raw["sex"]) * 2 + raw["indoor"]
    kept = raw[["id", "athlete", "nation", "area", "meeting", "championship"]]
    made = kept.assign(day=day, score=score, group=group, year=day.year, young=young, band=band)
    return made.sort_values(["day", "id"], ignore_index=True)


def _ages(marks: pd.DataFrame) -> Iterator[tuple[pd.Series, pd.DataFrame]]:
    """The marks of each age group, those of masters together, and the number of the group of each."""
    for number, young in ((0, 127), (1, 22), (2, 19), (3, 17)):
        some = marks[marks["young"] <= young]
        yield pd.Series(number, some.index), some
    masters = marks[marks["band"] >= 0]
    # A list of masters is one of a group and an age: both in one number.
    yield masters["band"], masters.assign(group=masters["group"].astype("int32") * 16 + masters["band"])


def _best(marks: pd.DataFrame, *keys: str) -> pd.Series:
    return marks.groupby(list(keys), sort=False)["score"].cummin() == marks["score"]


def _added(sums: tuple[int, int, int], name: str, ids: pd.Series, numbers: pd.Series) -> tuple[int, int, int]:
    mixed = (31 * ids + 7 * numbers.loc[ids.index] + RECORD_TYPES.index(name)) % MODULUS
    return sums[0] + len(ids), sums[1] + int(ids.sum()), sums[2] + int(mixed.sum())
