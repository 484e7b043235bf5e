"""The fold on Apache Spark, ``local[2]``: our kernel in its workers beside the same rules in Spark's own SQL.

Each runs in a process of its own, in turn, on the same file; both must find the same records,
or nothing is reported but that. The kernel's words are turned into the same sums by Spark, within the time.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from report import Row, arguments, report

HERE = Path(__file__).resolve().parent
TARGET = 0.2
ROUNDS = 3
"""Odd: the round of the median ratio is reported."""

FULL, TENTH = 10_000_000, 1_000_000


class MismatchError(Exception):
    """Both found different records."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one process said of itself."""

    seconds: float
    sums: dict[str, list[int]]


def main() -> int:
    """Measure and report."""
    options = arguments(__doc__ or "").parse_args()
    missing = [name for name in ("pyspark", "pyarrow", "pandas") if find_spec(name) is None]
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        missing.append("Java 17")
    if missing:
        print(f"not installed: {', '.join(missing)} (`make bench` installs them)", file=sys.stderr)
        return 1
    try:
        report(rows(TENTH if options.quick else FULL, 1 if options.quick else ROUNDS), as_json=options.json)
    except MismatchError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def rows(n: int, rounds: int) -> Iterator[Row]:
    """The kernel beside Spark's SQL."""
    from fold import performances

    path = performances(n)
    pairs = []
    for turn in range(rounds):
        ours, peer = (run(task, path, turn, rounds) for task in ("kernel", "sql"))
        if ours.sums != peer.sums:
            raise MismatchError(f"{path.name}: the kernel found {ours.sums}, Spark SQL found {peer.sums}")
        pairs.append((ours.seconds, peer.seconds))
    median = sorted(pairs, key=lambda pair: pair[0] / pair[1])[rounds // 2]
    yield Row("fold.spark_vs_sql", f"{n // 1_000_000} M performances", *median, "s", TARGET)


def run(task: str, path: Path, turn: int, rounds: int) -> Run:
    """One of both in a process of its own."""
    from fold import progress

    progress(f"{path.stem}: {task}, {turn + 1} of {rounds}")
    done = subprocess.run(
        [sys.executable, "-m", "spark_parts", task, str(path)],
        cwd=HERE,
        env=os.environ | {"PYSPARK_PYTHON": sys.executable},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    progress("")
    return Run(**json.loads(done.stdout.splitlines()[-1]))


if __name__ == "__main__":
    sys.exit(main())
