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


def zipf(rng: np.random.Generator, choices: int, exponent: float, n: int) -> np.ndarray:
    """`n` picks of which the k-th choice has weight ``1 / k ** exponent``."""
    weights = 1 / np.arange(1, choices + 1) ** exponent
    return np.searchsorted(np.cumsum(weights / weights.sum()), rng.random(n)).clip(0, choices - 1)


def write(path: Path, n: int, seed: int = SEED) -> None:
    """Write `n` performances: 15 columns, whole numbers, one row a performance."""
    rng = np.random.default_rng(seed)
    people = max(1, n * 15 // 100)
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
        "athlete": (athlete, pa.int32()),
        "birth": (birth, pa.date32()),
        "nation": (nation, pa.int16()),
        "area": (nation % AREAS, pa.int8()),
        "event": (event, pa.int8()),
        "sex": (sex_of[athlete], pa.int8()),
        "indoor": (indoor, pa.int8()),
        "day": (day, pa.date32()),
        "mark": (mark, pa.int32()),
        "lower_is_better": (lower, pa.int8()),
        "wind": (wind, pa.int16()),
        "status": (np.where(rng.random(n) < 0.97, OK, 1), pa.int8()),
        "meeting": (zipf(rng, MEETINGS, 0.8, n), pa.int32()),
        "championship": (championship, pa.int32()),
    }
    table = {"id": pa.array(np.arange(n), pa.int64())}
    for name, (values, kind) in columns.items():
        whole = values[order].astype(np.int32)
        table[name] = pa.array(whole).cast(pa.int32()).cast(kind)
    pq.write_table(pa.table(table), path, compression="zstd", row_group_size=250_000)
