"""How late the light loop is: as `bench/lateness.py` measures it, with SCHED_FIFO where that is granted."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from lateness import LEAST_MS, TARGETS
from light_parts.worker import BENCH


@dataclass(frozen=True, slots=True)
class Lateness:
    """Of the light loop.

    Attributes:
        p99_ms: 99 of 100 frames were no later.
        bare_ms: the same of a loop beside it that does nothing: how late this machine lets anyone be.
        target_ms: what they must not exceed.
        least_ms: beneath it, what is measured is how long Python takes to read the clock.
    """

    p99_ms: float
    bare_ms: float
    target_ms: float
    least_ms: float = LEAST_MS


def lateness(canvas: Path, frames: int) -> Lateness:
    """Of so many frames of this canvas."""
    words = (sys.executable, "-m", "light_parts.late", str(canvas), str(frames))
    run = subprocess.run(words, cwd=BENCH, check=True, capture_output=True, text=True)
    told = json.loads(run.stdout)
    ours, bare = told["ours"]["p99"] / 1e6, told["bare"]["p99"] / 1e6
    return Lateness(ours, bare, TARGETS[bool(told["fifo"])])
