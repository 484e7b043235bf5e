"""Waiting for a source on a real clock: the only file of this folder that waits."""

import time
from collections.abc import Callable, Iterator

from pacelight.timing.sources.port import TimedEvent, TimingSource

__all__ = ["play"]

_NS = 1_000_000_000


def play(
    source: TimingSource,
    clock: Callable[[], int] = time.monotonic_ns,
    wait: Callable[[float], object] = time.sleep,
) -> Iterator[TimedEvent]:
    """Every event of a source, each when it happens; ends when nothing more will come.

    Args:
        source: asked again whenever it says.
        clock: whole nanoseconds, the clock by which the source knows its gun.
        wait: waits so many seconds, or less; an event's `wait` makes it interruptible.
    """
    while (wake_ns := source.wake_ns()) is not None:
        now_ns = clock()
        if now_ns < wake_ns:
            wait((wake_ns - now_ns) / _NS)
            continue
        yield from source.due(now_ns)
