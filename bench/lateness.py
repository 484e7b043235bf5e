"""How late the light loop wakes for its frames, beside a bare loop that does nothing.

At rest, beside a busy process for each processor, and while thousands watch the page of a race;
each with SCHED_FIFO, where the system grants it, and without. 24,000 lamps, sent to loopback.
"""

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from light_parts import FPS, TARGETED, BenchError
from light_parts.scene import scene
from light_parts.worker import Worker
from report import Row, arguments, report

BENCH = Path(__file__).parent
TARGETS = {True: 0.5, False: 5.0}
"""Milliseconds that 99 of 100 frames are late at most, with SCHED_FIFO and without."""

TIMES_THE_BARE_LOOP = 3.0

WITHOUT = ("setpriv", "--bounding-set=-sys_nice", "--inh-caps=-sys_nice")
"""Source: capabilities(7); without it nobody is granted SCHED_FIFO."""

LEAST_MS = 0.1
"""Of a bare loop: beneath it, what is measured is how long Python takes to read the clock."""


@dataclass(frozen=True, slots=True)
class Amount:
    """How much is measured.

    Attributes:
        frames: of each run.
        viewers: of the page.
    """

    frames: int
    viewers: int


FULL, QUICK = Amount(frames=20 * FPS, viewers=5000), Amount(frames=3 * FPS, viewers=500)


def main() -> int:
    asked = arguments(__doc__ or "").parse_args()
    try:
        with tempfile.TemporaryDirectory(prefix="pacelight-bench-") as folder:
            report(_rows(Path(folder), QUICK if asked.quick else FULL), as_json=asked.json)
    except BenchError as error:
        print(f"lateness: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return 0


def _rows(folder: Path, amount: Amount) -> Iterator[Row]:
    canvas = scene(folder, TARGETED).six
    loads: dict[str, Callable[[], AbstractContextManager[object]]] = {
        "at rest": nullcontext,
        "busy": _busy,
        f"{amount.viewers:,} viewers": lambda: _watched(folder, amount.viewers),
    }
    for load, begun in loads.items():
        with begun():
            for first in (True, False):
                yield from _measured(canvas, amount.frames, load, first=first)


def _measured(canvas: Path, frames: int, load: str, *, first: bool) -> Iterator[Row]:
    before = () if first else _without()
    words = (sys.executable, "-m", "light_parts.late", str(canvas), str(frames))
    told: dict[str, Any] = json.loads(
        subprocess.run([*before, *words], cwd=BENCH, check=True, capture_output=True, text=True).stdout
    )
    if first and not told["fifo"]:
        raise BenchError(
            "SCHED_FIFO is not granted here (root, or LimitRTPRIO: docs/how-to/send-to-lamps.md)"
        )
    ours, bare = ({name: ns / 1e6 for name, ns in told[who].items()} for who in ("ours", "bare"))
    name, size = f"lateness.{'fifo' if first else 'plain'}", f"{TARGETED:,} lamps, {load}"
    targeted = load == "busy"
    yield Row(f"{name}_p50_ms", size, ours["p50"], bare["p50"], "ms")
    yield Row(f"{name}_p99_ms", size, ours["p99"], None, "ms", TARGETS[first] if targeted else None)
    most = TIMES_THE_BARE_LOOP if targeted else None
    yield Row(f"{name}_p99.vs_bare", size, ours["p99"], max(bare["p99"], LEAST_MS), "ms", most)
    yield Row(f"{name}_max_ms", size, ours["max"], bare["max"], "ms")


def _without() -> tuple[str, ...]:
    """What keeps a process from being granted SCHED_FIFO; nothing where nobody would be granted it."""
    return WITHOUT if os.geteuid() == 0 and shutil.which("setpriv") else ()


@contextmanager
def _busy() -> Iterator[None]:
    """A process for each processor that does nothing but take it."""
    with ExitStack() as stack:
        for _ in range(os.cpu_count() or 1):
            process = stack.enter_context(subprocess.Popen([sys.executable, "-c", "while True: pass"]))
            stack.callback(process.kill)
        yield


@contextmanager
def _watched(folder: Path, viewers: int) -> Iterator[None]:
    """The mile of Liévin at its own speed, and so many who watch its page."""
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    if most < viewers + 100:
        raise BenchError(
            f"{viewers:,} viewers need as many open files, and {most:,} are allowed (ulimit -Hn)"
        )
    resource.setrlimit(resource.RLIMIT_NOFILE, (viewers + 100, most))
    words = ["-m", "pacelight", "demo", "--no-browser", "--port", "0", "--json"]
    home = os.environ | {"XDG_DATA_HOME": str(folder), "XDG_STATE_HOME": str(folder)}
    with subprocess.Popen(
        [sys.executable, *words], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=home, cwd=folder
    ) as demo:
        try:
            address = json.loads(demo.stdout.readline())["address"]
            port = str(urlsplit(address).port)
            with Worker(
                "the viewers", sys.executable, "-m", "light_parts.viewers", port, str(viewers)
            ) as them:
                them.ready()
                yield
                if not them.ask("how much"):
                    raise BenchError("nothing came to the viewers")
        finally:
            demo.terminate()


if __name__ == "__main__":
    sys.exit(main())
