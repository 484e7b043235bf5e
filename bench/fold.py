"""The fold over 1 and 10 million performances, beside the same rules in DuckDB's SQL and in Polars.

``--large`` grows it: to 50 million, to a book of which one event has a third, and to more peers.

Each engine runs in a process of its own, in turn with ours, on the same file and as many threads.
All must find the same records: their number, the sum of their ids and a sum that mixes id and age group are
compared after every run, and where they differ nothing is reported but that.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from fold_parts import data
from report import Row, arguments, report

HERE = Path(__file__).resolve().parent
THREADS = len(os.sched_getaffinity(0))
ROUNDS = 3
"""Odd: the round of the median ratio is reported."""

ENVIRONMENT = os.environ | {
    "POLARS_MAX_THREADS": str(THREADS),
    # What is freed is used again instead of being fetched anew, for whoever brings no allocator of its own.
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_MMAP_THRESHOLD_": str(2**25),
    "MALLOC_TRIM_THRESHOLD_": str(2**33),
    "NUMPY_MADVISE_HUGEPAGE": "0",
}

LARGE, FULL, TENTH = 50_000_000, 10_000_000, 1_000_000
THIRD = 1 / 3
"""The share of the largest event in the uneven book."""

RATIO, MIRROR_RATIO, PEAK_GB = 0.25, 0.07, 3.5


class MismatchError(Exception):
    """Two engines found different records."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one process said of itself."""

    seconds: float
    processor: float
    peak_gb: float
    sums: dict[str, list[int]]


def main() -> int:
    """Measure and report."""
    parser = arguments("the fold beside DuckDB and Polars")
    parser.add_argument("--large", action="store_true", help="50 million, an uneven book, and more peers")
    options = parser.parse_args()
    wanted = ["duckdb", "polars", "pyarrow", *(["chdb", "pandas", "psycopg", "pyspark"] * options.large)]
    missing = [name for name in wanted if find_spec(name) is None]
    if missing:
        print(
            f"not installed: {', '.join(missing)} (`make bench` installs what it measures against)",
            file=sys.stderr,
        )
        return 1
    try:
        if options.large:
            sizes = (TENTH, TENTH // 10) if options.quick else (LARGE, FULL)
            report(large(*sizes), as_json=options.json)
        else:
            report(rows([TENTH] if options.quick else [TENTH, FULL]), as_json=options.json)
    except MismatchError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def rows(sizes: list[int]) -> Iterator[Row]:
    """One row a figure, as soon as it is measured."""
    for n in sizes:
        path = performances(n)
        size = f"{n // 1_000_000} M performances"
        peaks = {}
        for peer, name, target in (
            ("duckdb", "fold.vs_duckdb", RATIO),
            ("polars", "fold.vs_polars", RATIO),
            ("polars_sorted", "fold.vs_polars_sorted", None),
        ):
            pair = beside("ours", peer, path)
            yield from compared(name, size, pair, target)
            peaks |= {"ours": pair[0].peak_gb, peer: pair[1].peak_gb}
        yield from compared(
            "fold.mirror_vs_duckdb", size, beside("ours_mirror", "duckdb_mirror", path), MIRROR_RATIO
        )
        yield Row("fold.peak_gb", size, peaks.pop("ours"), None, "GB", PEAK_GB)
        for peer, peak in peaks.items():
            yield Row(f"fold.peak_gb.{peer}", size, peak, None, "GB")


def large(most: int, many: int) -> Iterator[Row]:
    """What grows with size, what one event costs that has a third of all, and who else can do the same work.

    One round each: some of these take minutes.
    """
    whole, size = performances(most), f"{most / 1e6:g} M performances"
    alone = run("ours", performances(many), 0)
    for peer in ("duckdb", "polars_sorted"):
        pair = beside("ours", peer, whole, rounds=1)
        yield from compared(f"fold.vs_{peer}", size, pair)
        yield Row(f"fold.peak_gb.vs_{peer}", size, pair[0].peak_gb, pair[1].peak_gb, "GB")
    per_mark = [run.seconds / n * 1e9 for run, n in ((pair[0], most), (alone, many))]
    yield Row("fold.growth", f"{most / 1e6:g} M beside {many / 1e6:g} M", *per_mark, "ns/mark")
    size = f"{many / 1e6:g} M performances"
    uneven = run("ours", performances(many, largest=THIRD), 0)
    yield Row("fold.uneven", f"{size}, a third one event", uneven.seconds, alone.seconds, "s")
    for peer in ("pandas", "clickhouse", "postgres", "spark"):
        yield from compared(f"fold.vs_{peer}", size, beside("ours", peer, performances(many), rounds=1))


def compared(name: str, size: str, pair: tuple[Run, Run], target: float | None = None) -> Iterator[Row]:
    """Seconds on the wall; and of the processor, which others on the machine move less."""
    ours, peer = pair
    yield Row(name, size, ours.seconds, peer.seconds, "s", target)
    if peer.processor > peer.seconds / 2:  # else it works in a process beside ours
        yield Row(f"{name}.cpu", size, ours.processor, peer.processor, "CPU s")


def beside(ours: str, peer: str, path: Path, *, rounds: int = ROUNDS) -> tuple[Run, Run]:
    """Both in turn; the round whose ratio is the median, with the highest peak of any.

    Raises:
        MismatchError: they found different records.
    """
    pairs = []
    for turn in range(rounds):
        pair = run(ours, path, turn), run(peer, path, turn)
        if pair[0].sums != pair[1].sums:
            raise MismatchError(f"{path.name}: {ours} found {pair[0].sums}, {peer} found {pair[1].sums}")
        pairs.append(pair)
    median = sorted(pairs, key=lambda pair: pair[0].seconds / pair[1].seconds)[rounds // 2]
    return tuple(
        Run(run.seconds, run.processor, max(pair[side].peak_gb for pair in pairs), run.sums)
        for side, run in enumerate(median)
    )


def run(task: str, path: Path, turn: int) -> Run:
    """One engine in a process of its own."""
    progress(f"{path.stem}: {task}, round {turn + 1}")
    done = subprocess.run(
        [sys.executable, "-m", "fold_parts.worker", task, str(path), str(THREADS)],
        cwd=HERE,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    progress("")
    return Run(**json.loads(done.stdout))


def performances(n: int, *, largest: float | None = None) -> Path:
    """The file of so many performances: written once, and kept as long as its generator stays the same."""
    version = sha256(Path(data.__file__).read_bytes()).hexdigest()[:12]
    path = HERE / "results" / f"fold-{n}{'-uneven' if largest else ''}-{version}.parquet"
    if not path.exists():
        progress(f"{path.stem}: writing {n:,} performances")
        path.parent.mkdir(exist_ok=True)
        fresh = path.with_suffix(".tmp")
        data.write(fresh, n, largest=largest)
        fresh.replace(path)
    return path


def progress(line: str) -> None:
    """What is being done, to whoever watches."""
    if sys.stderr.isatty():
        print(f"\r\033[K{line}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
