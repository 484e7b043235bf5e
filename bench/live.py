"""From a passing's bytes to what they mean, in front of a large book.

A real engine hears 300 finishes of a Scan'O'Vision. On its bus stands, finish by finish, which records
fell: raw as soon as it is timed, and as a candidate of the book once a judge has confirmed it.
Every finish is on the disk before it is told; a bare append that is on the disk stands beside it.
"""

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from report import Row, arguments, report

if TYPE_CHECKING:
    from live_parts.evening import Console, Device

FULL, TENTH = 10_000_000, 1_000_000
TARGET_MS = 5.0
PACE_S = 0.02
CONFIRMED = 100
AGO_NS = 220_000_000_000
"""So long ago the gun was: the finishes are to come now."""

APPENDED = 300


def main() -> int:
    """Measure and report."""
    options = arguments(__doc__ or "").parse_args()
    with tempfile.TemporaryDirectory(prefix="pacelight-live-") as folder:
        report(rows(TENTH if options.quick else FULL, Path(folder)), as_json=options.json)
    return 0


def rows(n: int, folder: Path) -> Iterator[Row]:
    """The book, the race, and what it took."""
    from live_parts import book, evening

    size = f"{n // 1_000_000} M performances"
    progress(f"{size}: writing the book")
    book.write(folder / "book.sqlite", n)
    race = evening.race_file(folder / "race.toml")
    progress(f"{size}: what is at stake")
    with (
        closing(evening.Device()) as device,
        evening.engine(folder, race, folder / "book.sqlite", device.port) as bus,
        evening.Console(bus) as console,
    ):
        raw, candidates = measured(device, console)
    progress("")
    for name, spent, target in (("finding", raw, TARGET_MS), ("candidate", candidates, None)):
        for percent in (50, 99):
            aim = target if percent == 99 else None
            yield Row(f"live.{name}_p{percent}_ms", size, percentile(spent, percent), None, "ms", aim)
    yield Row("live.append_p99_ms", f"{APPENDED} lines", percentile(appended(folder), 99), None, "ms")


def measured(device: "Device", console: "Console") -> tuple[list[float], list[float]]:
    """Milliseconds from the bytes of a finish to the finding, and from a confirmation to the candidate."""
    from live_parts.book import RUNNERS

    from pacelight.meet.desk.requests import Arm, Check, Gun

    device.connected()
    console.until(lambda said: "schema" in said)
    device.heat()
    for do in (Check(), Arm(), Gun(ago_ns=AGO_NS, reason="measured from here")):
        console.ask(do)
    keys: dict[str, str] = {}
    raw = [finding(device, console, number, keys) for number in range(RUNNERS)]
    console.until(lambda said: said["type"] == "change" and said["act"] == "finish")
    return raw, [candidate(console, bib, keys[bib]) for bib in list(keys)[:CONFIRMED]]


def finding(device: "Device", console: "Console", number: int, keys: dict[str, str]) -> float:
    """Milliseconds until it is told that this finish broke a record."""
    from pacelight.mark import Mark

    bib = str(number + 1)
    time.sleep(PACE_S)
    start = time.perf_counter()
    device.finish(bib, Mark(AGO_NS // 1_000_000 + number * 10))
    keys[bib] = console.until(lambda said: said.get("bib") == bib and said["type"] == "split")["key"]
    console.until(
        lambda said: (
            said.get("bib") == bib
            and said["type"] == "outlook"
            and any(line["chance"] == "fell" for line in said["lines"])
        )
    )
    return (time.perf_counter() - start) * 1000


def candidate(console: "Console", bib: str, key: str) -> float:
    """Milliseconds until the book has it, once a judge has confirmed it."""
    from pacelight.meet.desk.requests import Correct

    time.sleep(PACE_S)
    start = time.perf_counter()
    console.send(Correct(what=key, official=True, reason="confirmed"))
    console.until(lambda said: said.get("bib") == bib and said["type"] == "record")
    spent = (time.perf_counter() - start) * 1000
    console.answered()
    return spent


def appended(folder: Path) -> list[float]:
    """Milliseconds of a bare append of half a kilobyte that is on the disk."""
    spent = []
    descriptor = os.open(folder / "appended", os.O_CREAT | os.O_APPEND | os.O_WRONLY)
    for _ in range(APPENDED):
        start = time.perf_counter()
        os.write(descriptor, b"x" * 512)
        os.fdatasync(descriptor)
        spent.append((time.perf_counter() - start) * 1000)
        time.sleep(PACE_S / 4)
    os.close(descriptor)
    return spent


def percentile(spent: list[float], percent: int) -> float:
    """So many of a hundred took no longer."""
    return float(np.percentile(spent, percent, method="higher"))


def progress(line: str) -> None:
    """What is being done, to whoever watches."""
    if sys.stderr.isatty():
        print(f"\r\033[K{line}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
