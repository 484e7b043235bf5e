"""The same rules in Polars, by hand, twice: as one says them in Polars, and as our own fold goes about it.

A record is a mark equal to the running minimum of its list.
Polars takes its number of threads from ``POLARS_MAX_THREADS`` when it is imported.
"""

from pathlib import Path
from typing import Protocol

import polars as pl
from polars import col

from fold_parts import MODULUS, RECORD_TYPES, Checksums

AGES = ((0, 127), (1, 22), (2, 19), (3, 17))
"""Age group, and the age of the year up to which it goes; the first is everybody."""

APART = 1 << 33
"""Further than any two marks: what is shifted by it lies below all before it."""


class Plan(Protocol):
    """How running minima are had."""

    def arranged(self, marks: pl.LazyFrame) -> pl.LazyFrame:
        """The marks so that the minima can be had by their ``key``, in order of time within each."""

    def best(self, seasons: bool = False) -> pl.Expr:
        """Whether a mark is the best of its key so far, or of its key and year."""


class Over:
    """``cum_min().over(key)``: hashes, and needs no order but that of time."""

    def arranged(self, marks: pl.LazyFrame) -> pl.LazyFrame:
        return marks

    def best(self, seasons: bool = False) -> pl.Expr:
        # Seasons by the same key, each below those before it: the lists are hashed once for both.
        score = col("score") - col("year").cast(pl.Int64) * APART if seasons else col("score")
        return score == score.cum_min().over("key")


class Sorting:
    """Sorted by key, each list below all before it: one running minimum serves them all."""

    def arranged(self, marks: pl.LazyFrame) -> pl.LazyFrame:
        return marks.sort("key", maintain_order=True)

    def best(self, seasons: bool = False) -> pl.Expr:
        key = col("key") * 4096 + col("year") if seasons else col("key")
        score = col("score") - key.rle_id().cast(pl.Int64) * APART
        return score == score.cum_min()


def everything(path: Path, plan: Plan) -> Checksums:
    """All seven record types, every age group, from the file."""
    marks = _marks(path)
    # Each is collected before the next is asked: left lazy, the same would be computed again for each.
    nations = _by_age(marks, "nation", plan, keep=("time", "group", "area")).sort("time")
    areas = nations.filter(_best("group", "age_group", "area"))
    worlds = areas.filter(_best("group", "age_group"))
    sums = {"WR": _sums("WR", worlds), "AR": _sums("AR", areas), "NR": _sums("NR", nations)}
    del worlds, areas, nations
    for name, key in (("MR", "meeting"), ("CR", "championship")):
        sums[name] = _sums(name, _by_age(marks.filter(col(key) >= 0), key, plan))
    return sums | _personal(marks, plan)


def _marks(path: Path) -> pl.DataFrame:
    """Eligible marks by day; those of one day stand in the order of the file."""
    day, birthday = (
        col(name).dt.month().cast(pl.Int16) * 32 + col(name).dt.day() for name in ("day", "birth")
    )
    on_day = col("age") - (day < birthday).cast(pl.Int16)
    return (
        pl.scan_parquet(path)
        .filter((col("status") == 0) & (col("wind") <= 200))
        .with_columns(year=col("day").dt.year().cast(pl.Int16))
        .with_columns(age=col("year") - col("birth").dt.year().cast(pl.Int16))
        .select(
            *("id", "day", "year", "age", "athlete", "nation", "area", "meeting", "championship"),
            group=(col("event").cast(pl.Int32) * 2 + col("sex")) * 2 + col("indoor"),
            score=col("mark") * (2 * col("lower_is_better").cast(pl.Int32) - 1),
            band=pl.when(on_day >= 80).then(13).when(on_day >= 35).then(4 + (on_day - 35) // 5).cast(pl.Int8),
        )
        .sort("day", maintain_order=True)
        .with_row_index("time")
        .collect()
    )


def _by_age(marks: pl.DataFrame, key: str, plan: Plan, keep: tuple[str, ...] = ()) -> pl.DataFrame:
    """The records of the lists of each group and `key`, for each age group; beside them what is to `keep`."""
    narrow = marks.lazy().select("id", "score", "age", "band", *keep, key=col("group") * 32_768 + col(key))
    shared = plan.arranged(narrow).collect().lazy()
    found = [
        shared.filter(col("age") <= oldest).filter(plan.best()).with_columns(age_group=pl.lit(group, pl.Int8))
        for group, oldest in AGES
    ]
    masters = (
        shared.filter(col("band").is_not_null()).filter(_best("key", "band")).with_columns(age_group="band")
    )
    return pl.concat(
        frame.select("id", "age_group", *keep, "score") for frame in pl.collect_all([*found, masters])
    )


def _best(*keys: str) -> pl.Expr:
    """Of few marks, those that are the best of their list so far."""
    return col("score") == col("score").cum_min().over(keys)


def _personal(marks: pl.DataFrame, plan: Plan) -> Checksums:
    """Personal and season bests."""
    narrow = marks.lazy().select(
        "id", "score", "year", key=col("group").cast(pl.Int64) * 2**32 + col("athlete")
    )
    best = (
        plan.arranged(narrow).select("id", PB=plan.best(), SB=plan.best(seasons=True), age_group=0).collect()
    )
    return {name: _sums(name, best.filter(name)) for name in ("PB", "SB")}


def _sums(name: str, records: pl.DataFrame) -> tuple[int, int, int]:
    mixed = (31 * col("id") + 7 * col("age_group").cast(pl.Int64) + RECORD_TYPES.index(name)) % MODULUS
    return records.select(pl.len(), col("id").sum(), mixed.sum().alias("mixed")).row(0)
