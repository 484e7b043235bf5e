"""``python -m light_parts.late FILE FRAMES``: the light loop, and a bare loop beside it; how late each woke.

The file is a canvas of `light_parts.scene`. Frames go to a socket on loopback that nobody empties.
Prints as JSON how late 50 and 99 of 100 frames were, and the latest, of either loop, and what was granted.
"""

import json
import pickle
import socket
import sys
import time
from pathlib import Path

from light_parts import AHEAD_NS, FPS, HOST
from light_parts.worker import Worker
from pacelight.lights.beat import Beat
from pacelight.lights.drivers import output
from pacelight.lights.loop.process import LightLoop

WARM = 5


def main(file: Path, frames: int) -> None:
    canvas = pickle.loads(file.read_bytes())  # noqa: S301 - written by the process that started this one
    beat = Beat.of(FPS)
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as lamps,
        Worker("the bare loop", sys.executable, "-m", "light_parts.bare") as bare,
    ):
        lamps.bind((HOST, 0))
        bare.ready()
        with LightLoop(canvas, output(f"sacn://{HOST}:{lamps.getsockname()[1]}"), FPS) as loop:
            loop.gun(time.monotonic_ns() - AHEAD_NS)
            while loop.statistics().frames < WARM:
                time.sleep(0.01)
            bare.tell(f"{beat.after(time.monotonic_ns())} {frames}")
            beside = bare.line().split()
            done = loop.statistics()
    ours = {"p50": done.p50_ns, "p99": done.p99_ns, "max": done.max_ns}
    theirs = dict(zip(("p50", "p99", "max"), map(int, beside), strict=True))
    told = {"ours": ours, "bare": theirs, "fifo": done.realtime, "skipped": done.skipped}
    print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
