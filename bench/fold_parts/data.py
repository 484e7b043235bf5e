"""Synthetic performances as raw Parquet, seeded, in order of arrival."""

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

EVENTS, INDOOR_EVENTS, TRACK_EVENTS, WIND_EVENTS = 60, 31, 45, 10
NATIONS, AREAS, MEETINGS, CHAMPIONSHIPS = 210, 6, 20_000, 300
FIRST_DAY, LAST_DAY = -16_071, 20_453  # 1926-01-01, 2025-12-31
OK = 0
SEED = 20250213
LARGEST = 0
"""The event with the greatest weight."""

CHUNK = 10_000_000
"""How many are made at once: a gigabyte or two of memory."""

KINDS = {
    "id": pa.int64(),
    "athlete": pa.int32(),
    "birth": pa.date32(),
    "nation": pa.int16(),
    "area": pa.int8(),
    "event": pa.int8(),
    "sex": pa.int8(),
    "indoor": pa.int8(),
    "day": pa.date32(),
    "mark": pa.int32(),
    "lower_is_better": pa.int8(),
    "wind": pa.int16(),
    "status": pa.int8(),
    "meeting": pa.int32(),
    "championship": pa.int32(),
}
SCHEMA = pa.schema(KINDS)


def zipf(rng: np.random.Generator, choices: int, exponent: float, n: int) -> np.ndarray:
    """`n` picks of which the k-th choice has weight ``1 / k ** exponent``."""
    weights = 1 / np.arange(1, choices + 1) ** exponent
    return np.searchsorted(np.cumsum(weights / weights.sum()), rng.random(n)).clip(0, choices - 1)


def write(path: Path, n: int, *, largest: float | None = None) -> None:
    """Write `n` performances: 15 columns, whole numbers, one row a performance.

    Args:
        path: is written.
        n: how many; above `CHUNK` a whole number of chunks, each with athletes of its own.
        largest: which share of all the largest event has, where it is not what its weight gives.
    """
    sizes = [min(n, CHUNK)] * max(1, n // CHUNK)
    with pq.ParquetWriter(path, SCHEMA, compression="zstd") as writer:
        for chunk, size in enumerate(sizes):
            part = performances(size, SEED + chunk, first=chunk * CHUNK, largest=largest)
            writer.write_table(part, row_group_size=250_000)


def performances(n: int, seed: int, *, first: int = 0, largest: float | None = None) -> pa.Table:
    """Performances in order of arrival; ids and athletes are numbered from `first` on."""
    rng = np.random.default_rng(seed)
    people, people_before = max(1, n * 15 // 100), first * 15 // 100
    share = rng.lognormal(0, 1.5, people)
    athlete = np.searchsorted(np.cumsum(share / share.sum()), rng.random(n)).clip(0, people - 1)
    birth_of = rng.integers(FIRST_DAY - 20 * 365, LAST_DAY - 15 * 365, people)
    first_nation, second_nation = zipf(rng, NATIONS, 1.05, people), zipf(rng, NATIONS, 1.05, people)
    moved_on = np.where(
        rng.random(people) < 0.01, birth_of + rng.integers(18 * 365, 35 * 365, people), 99_999
    )
    event_of, sex_of = zipf(rng, EVENTS, 0.9, people), rng.integers(0, 2, people)
    talent = rng.gamma(4, 0.04, people)

    age = np.where(rng.random(n) < 0.9, rng.normal(22, 4, n), rng.uniform(30, 90, n)).clip(12, 99)
    birth = birth_of[athlete]
    day = birth + (age * 365.25).astype(np.int64)
    youngest, oldest = np.maximum(birth + 12 * 365, FIRST_DAY), np.minimum(birth + 99 * 365, LAST_DAY)
    outside = (day < youngest) | (day > oldest)
    day = np.where(outside, rng.integers(youngest, oldest + 1), day)
    event = np.where(rng.random(n) < 0.8, event_of[athlete], zipf(rng, EVENTS, 0.9, n))
    if largest is not None:
        event = np.where(rng.random(n) < largest, LARGEST, event)
    indoor = (rng.random(n) < 0.3) & (event < INDOOR_EVENTS)
    form = 1 + talent[athlete] + rng.gamma(2, 0.01, n)
    lower = event < TRACK_EVENTS
    base = (1000 * 1.12**event).astype(np.int64)[:]
    mark = np.where(lower, base * form, 9000 / form).astype(np.int64)
    nation = np.where(day < moved_on[athlete], first_nation[athlete], second_nation[athlete])
    wind = np.where(event < WIND_EVENTS, rng.normal(0, 150, n).astype(np.int64), 0)
    championship = np.where(rng.random(n) < 0.05, zipf(rng, CHAMPIONSHIPS, 0.8, n), -1)

    arrival = day + np.where(rng.random(n) < 0.02, rng.integers(1, 3650, n), 0)
    order = np.argsort(arrival, kind="stable")
    columns = {
        "athlete": athlete + people_before,
        "birth": birth,
        "nation": nation,
        "area": nation % AREAS,
        "event": event,
        "sex": sex_of[athlete],
        "indoor": indoor,
        "day": day,
        "mark": mark,
        "lower_is_better": lower,
        "wind": wind,
        "status": np.where(rng.random(n) < 0.97, OK, 1),
        "meeting": zipf(rng, MEETINGS, 0.8, n),
        "championship": championship,
    }
    table = {"id": pa.array(np.arange(first, first + n), pa.int64())}
    for name, values in columns.items():
        table[name] = pa.array(values[order].astype(np.int32)).cast(pa.int32()).cast(KINDS[name])
    return pa.table(table, SCHEMA)
