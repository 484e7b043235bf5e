"""A bare loop: it waits for instants as the light loop does, does nothing, and says how late it woke."""

import sys
import time

from light_parts import FPS
from pacelight.lights.beat import Beat
from pacelight.lights.loop import realtime
from pacelight.lights.loop.lateness import BUCKETS, bucket, percentile

__all__ = ["late"]


def late(beat: Beat, asked: range) -> list[int]:
    """How many of these instants it woke for how late, by bucket; each lies half-way between two frames.

    So it never waits for the light loop, nor the light loop for it.
    """
    counts, number, half_ns = [0] * BUCKETS, asked.start, beat.period_ns // 2
    while number < asked.stop:
        due_ns = beat.instant(number) + half_ns
        while (now_ns := time.monotonic_ns()) < due_ns:
            time.sleep((due_ns - now_ns) / 1e9)
        counts[bucket(now_ns - due_ns)] += 1
        number = beat.due(number, now_ns - half_ns) + 1
    return counts


if __name__ == "__main__":
    realtime.leave_no_garbage()
    realtime.run_first()
    print("ready", flush=True)
    for line in sys.stdin:
        first, count = map(int, line.split())
        counts = late(Beat.of(FPS), range(first, first + count))
        print(*(percentile(counts, hundredths) for hundredths in (50, 99, 100)), flush=True)
