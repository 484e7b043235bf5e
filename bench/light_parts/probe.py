"""``python -m light_parts.probe``: a bare loop, which says at how many instants this machine let anyone run.

Told the number of a first frame and how many follow, it waits for each as the light loop does, does nothing,
and prints how many it did not sleep through. A machine that is shared stands still at times, for everyone.
"""

import sys
import time

from light_parts import FPS
from pacelight.lights.beat import Beat
from pacelight.lights.loop import realtime


def met(beat: Beat, asked: range) -> int:
    """How many of these instants it woke for before the next one was due."""
    count, number = 0, asked.start
    while number < asked.stop:
        while (now_ns := time.monotonic_ns()) < beat.instant(number):
            time.sleep((beat.instant(number) - now_ns) / 1e9)
        latest = beat.due(number, now_ns)
        count += latest in asked
        number = latest + 1
    return count


if __name__ == "__main__":
    realtime.leave_no_garbage()
    realtime.run_first()
    print("ready", flush=True)
    for line in sys.stdin:
        first, count = map(int, line.split())
        print(met(Beat.of(FPS), range(first, first + count)), flush=True)
