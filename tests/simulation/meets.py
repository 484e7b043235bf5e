"""Meets of many seeds, on as many processors as there are: ``python tests/simulation/meets.py 0 10000``.

One seed is one meet, and one command looks at it again: ``python tests/simulation/meets.py 4711 --log``.
"""

import argparse
import gc
import os
import sys
import tempfile
import traceback
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from evening import Evening
from world import BEGIN, S

from pacelight.book.asking.lists import Book

MEMORY = Path("/dev/shm")  # noqa: S108 - a disk that is none, where there is one


GROWN = 1.05
"""Of memory: more is a leak."""


@cache
def empty_book() -> bytes:
    """A book in which nothing stands."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.sqlite"
        with closing(Book.create(path)):
            pass
        return path.read_bytes()


def play(seed: int, *, log: bool = False) -> str:
    """One meet; empty if all was kept that was promised, else what was not."""
    with tempfile.TemporaryDirectory(prefix=f"pacelight-meet-{seed}-", dir=_memory()) as folder:
        evening = Evening(seed, Path(folder), empty_book())
        try:
            evening.play()
        except Exception:  # noqa: BLE001 - whatever it is, it is told
            return f"seed {seed}:\n{traceback.format_exc()}" + ("\n".join(evening.log) if log else "")
    return "\n".join(evening.log) if log else ""


def soak(hours: int) -> int:
    """So many hours of meets in one process, one after another: what it holds must not grow.

    Returns:
        exit code: 1 if memory grew by more than a twentieth after a sixth of the time, or files stayed open.
    """
    held, open_files, spent_ns, seed = 0, 0, 0, 0
    while spent_ns < hours * 3600 * S:
        with tempfile.TemporaryDirectory(prefix="pacelight-soak-", dir=_memory()) as folder:
            evening = Evening(seed, Path(folder), empty_book())
            evening.play()
        spent_ns += evening.world.now_ns - BEGIN
        seed += 1
        if not held and spent_ns > hours * 600 * S:
            held, open_files = _resident(), _open_files()
    grown, left = _resident() / held, _open_files() - open_files
    sys.stdout.write(
        f"{hours} h in {seed} meets: memory {grown:.3f} of what it was, {left} files left open\n"
    )
    return int(grown > GROWN or left > 0)


def _memory() -> Path | None:
    return MEMORY if MEMORY.is_dir() else None


def _resident() -> int:
    """Pages of memory."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])


def _open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def main() -> int:
    """Play them, and name each seed that fails."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("first", type=int)
    parser.add_argument("last", type=int, nargs="?", help="one more than the last seed")
    parser.add_argument("--log", action="store_true", help="say what happened, for one seed")
    parser.add_argument("--soak", action="store_true", help="so many hours in one process instead")
    options = parser.parse_args()
    if options.soak:
        return soak(options.first)
    last = options.first + 1 if options.last is None else options.last
    if options.log:
        sys.stdout.write(f"{play(options.first, log=True)}\n")
        return 0
    failed = 0
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for seed, said in enumerate(pool.map(play, range(options.first, last), chunksize=8), options.first):
            if said:
                failed += 1
                sys.stdout.write(f"{said}look at it: python tests/simulation/meets.py {seed} --log\n")
                sys.stdout.flush()
            if sys.stderr.isatty():
                sys.stderr.write(f"\r{seed + 1 - options.first} of {last - options.first}, {failed} failed ")
    sys.stdout.write(f"{last - options.first} meets, {failed} failed\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
