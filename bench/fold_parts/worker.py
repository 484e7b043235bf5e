"""One engine in a process of its own: what it found, how long it took, how much memory it held at most.

Asked as ``python -m fold_parts.worker TASK FILE THREADS``; answers with one JSON object.
"""

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from fold_parts import Checksums

Call = Callable[[], Checksums]

REPEATED = 5
"""How often a mirror is folded: it is there already, and a single walk is short."""


def main() -> None:
    """Do as the command line says."""
    task, path, threads = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    ready, repeated = TASKS[task](path, threads)
    answers = [measured(ready) for _ in range(repeated)]
    seconds, processor, sums = sorted(answers, key=lambda answer: answer[0])[repeated // 2]
    print(json.dumps({"seconds": seconds, "processor": processor, "peak_gb": peak_gb(), "sums": sums}))


def measured(call: Call) -> tuple[float, float, Checksums]:
    """Seconds on the wall and of the processor, and the answer."""
    wall, processor = time.perf_counter(), time.process_time()
    sums = call()
    return time.perf_counter() - wall, time.process_time() - processor, sums


def peak_gb() -> float:
    """The most memory this process ever held, in gigabytes; of a server beside it nothing is known."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024 / 1e9
    raise SystemExit("the kernel does not say how much memory was held (VmHWM)")


def ours(path: Path, threads: int) -> tuple[Call, int]:
    from fold_parts import ours as engine

    return partial(engine.everything, path, threads), 1


def ours_mirror(path: Path, threads: int) -> tuple[Call, int]:
    from fold_parts import ours as engine

    return partial(engine.places, engine.mirror(path, threads), threads), REPEATED


def duckdb(path: Path, threads: int) -> tuple[Call, int]:
    from fold_parts import duckdb_sql as engine

    return partial(engine.everything, path, threads), 1


def duckdb_mirror(path: Path, threads: int) -> tuple[Call, int]:
    from fold_parts import duckdb_sql as engine

    return partial(engine.places, engine.mirror(path, threads)), REPEATED


def polars(path: Path, threads: int) -> tuple[Call, int]:
    del threads  # from the environment, see `polars_frames`
    from fold_parts import polars_frames as engine

    return partial(engine.everything, path, engine.Over()), 1


def polars_sorted(path: Path, threads: int) -> tuple[Call, int]:
    del threads
    from fold_parts import polars_frames as engine

    return partial(engine.everything, path, engine.Sorting()), 1


def pandas(path: Path, threads: int) -> tuple[Call, int]:
    del threads  # it has but one
    from fold_parts import pandas_frames as engine

    return partial(engine.everything, path), 1


def clickhouse(path: Path, threads: int) -> tuple[Call, int]:
    from fold_parts import clickhouse as engine

    return partial(engine.everything, path, threads), 1


def postgres(path: Path, threads: int) -> tuple[Call, int]:
    from fold_parts import postgres_sql as engine

    return engine.Marks(path, threads).everything, 1


def spark(path: Path, threads: int) -> tuple[Call, int]:
    from fold_parts import spark_sql as engine

    return engine.Marks(path, threads).everything, 1


TASKS = {
    task.__name__: task
    for task in (
        ours,
        ours_mirror,
        duckdb,
        duckdb_mirror,
        polars,
        polars_sorted,
        pandas,
        clickhouse,
        postgres,
        spark,
    )
}

if __name__ == "__main__":
    main()
