"""What `bench/fold.py` measures is the same work: every engine finds the records that a plain walk finds."""

import importlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

BENCH = Path(__file__).resolve().parents[3] / "bench"
ROWS = 20_000
THREADS = 2

pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow comes with the bench requirements")
pytest.importorskip("duckdb", reason="DuckDB comes with the bench requirements")
pytest.importorskip("polars", reason="Polars comes with the bench requirements")

YOUNG = {1: 22, 2: 19, 3: 17}
KEYS = {
    "WR": (),
    "AR": ("area",),
    "NR": ("nation",),
    "MR": ("meeting",),
    "CR": ("championship",),
}


@pytest.fixture(scope="module", autouse=True)
def bench() -> Iterator[None]:
    """The measuring programs import from their own folder."""
    sys.path.insert(0, str(BENCH))
    yield
    sys.path.remove(str(BENCH))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("fold") / "performances.parquet"
    part("data").write(file, ROWS)
    return file


@pytest.fixture(scope="module")
def walked(path: Path) -> dict[str, tuple[int, int, int]]:
    """One mark at a time, each against the best that stood."""
    found: dict[str, list[tuple[int, int]]] = {name: [] for name in part("").RECORD_TYPES}
    best: dict[tuple[Any, ...], int] = {}
    marks = [row for row in pq.read_table(path).to_pylist() if row["status"] == 0 and row["wind"] <= 200]
    for row in sorted(marks, key=lambda row: (row["day"], row["id"])):
        score = row["mark"] if row["lower_is_better"] else -row["mark"]
        for name, age, scope in lists_of(row):
            key = (name, age, row["event"], row["sex"], row["indoor"], *scope)
            if score <= best.get(key, score):
                best[key] = score
                found[name].append((row["id"], age))
    return {name: checksum(name, records) for name, records in found.items()}


def part(name: str) -> ModuleType:
    return importlib.import_module(f"fold_parts.{name}" if name else "fold_parts")


def lists_of(row: dict[str, Any]) -> Iterator[tuple[str, int, tuple[Any, ...]]]:
    for name, keys in KEYS.items():
        if row.get("championship") >= 0 or name != "CR":
            for age in ages_of(row["day"], row["birth"]):
                yield name, age, tuple(row[key] for key in keys)
    yield "PB", 0, (row["athlete"],)
    yield "SB", 0, (row["athlete"], row["day"].year)


def ages_of(day: date, birth: date) -> Iterator[int]:
    yield 0
    in_year = day.year - birth.year
    yield from (age for age, oldest in YOUNG.items() if in_year <= oldest)
    on_day = in_year - ((day.month, day.day) < (birth.month, birth.day))
    if on_day >= 35:
        yield min(4 + (on_day - 35) // 5, 13)


def checksum(name: str, records: list[tuple[int, int]]) -> tuple[int, int, int]:
    kind, modulus = part("").RECORD_TYPES.index(name), part("").MODULUS
    mixed = sum((31 * mark + 7 * age + kind) % modulus for mark, age in records)
    return len(records), sum(mark for mark, _ in records), mixed


def test_a_plain_walk_finds_records_of_every_type(walked: dict[str, tuple[int, int, int]]) -> None:
    assert all(count > 0 for count, _, _ in walked.values())


@pytest.mark.parametrize("engine", ["ours", "duckdb_sql"])
def test_an_engine_finds_what_a_plain_walk_finds(
    engine: str, path: Path, walked: dict[str, tuple[int, int, int]]
) -> None:
    assert part(engine).everything(path, THREADS) == walked


@pytest.mark.parametrize("plan", ["Over", "Sorting"])
def test_polars_finds_what_a_plain_walk_finds(
    plan: str, path: Path, walked: dict[str, tuple[int, int, int]]
) -> None:
    polars = part("polars_frames")
    assert polars.everything(path, getattr(polars, plan)()) == walked


def test_from_the_mirror_the_places_are_the_same(path: Path, walked: dict[str, tuple[int, int, int]]) -> None:
    expected = {name: walked[name] for name in part("").PLACES}
    ours, duckdb = part("ours"), part("duckdb_sql")
    assert ours.places(ours.mirror(path, THREADS), THREADS) == expected
    assert duckdb.places(duckdb.mirror(path, THREADS)) == expected


def test_a_file_is_the_same_whenever_it_is_written(path: Path, tmp_path: Path) -> None:
    part("data").write(tmp_path / "again.parquet", ROWS)
    assert pq.read_table(tmp_path / "again.parquet").equals(pq.read_table(path))


def test_a_process_of_its_own_says_what_it_found_and_held(
    path: Path, walked: dict[str, tuple[int, int, int]]
) -> None:
    said = subprocess.run(
        [sys.executable, "-m", "fold_parts.worker", "ours_mirror", str(path), str(THREADS)],
        cwd=BENCH,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        check=True,
    )
    answer = json.loads(said.stdout)
    assert answer.keys() == {"seconds", "processor", "peak_gb", "sums"}
    assert answer["sums"] == {name: list(walked[name]) for name in part("").PLACES}
    assert answer["seconds"] > 0
    assert answer["peak_gb"] > 0


def test_engines_that_differ_are_an_error(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    program = importlib.import_module("fold")

    def run(task: str, path: Path, turn: int) -> Any:
        del path
        return program.Run(1.0, 1.0, 1.0, {"WR": [1, 2, 3 if task == "ours" or turn == 0 else 4]})

    monkeypatch.setattr(program, "run", run)
    with pytest.raises(program.MismatchError, match=re.escape("polars found {'WR': [1, 2, 4]}")):
        program.beside("ours", "polars", path)


def test_the_round_of_the_median_ratio_is_told_with_the_highest_peak(
    monkeypatch: pytest.MonkeyPatch, path: Path
) -> None:
    program = importlib.import_module("fold")
    seconds = {"ours": (1.0, 1.2, 5.0), "duckdb": (4.0, 4.0, 4.0)}
    peaks = (2.0, 1.0, 3.0)

    def run(task: str, path: Path, turn: int) -> Any:
        del path
        return program.Run(seconds[task][turn], 1.0, peaks[turn], {})

    monkeypatch.setattr(program, "run", run)
    ours, peer = program.beside("ours", "duckdb", path)
    assert (ours.seconds, peer.seconds) == (1.2, 4.0)
    assert (ours.peak_gb, peer.peak_gb) == (3.0, 3.0)
