"""What the light loop has done, in memory that two processes see: one writes, the other may read at any time.

Every count is one aligned word, written whole. The counts go on when the loop is started again.
"""

from dataclasses import dataclass

from pacelight.lights.drivers.port import DriverStatistics
from pacelight.lights.loop import lateness

__all__ = ["BYTES", "LoopStatistics", "Tally"]

_FRAMES, _SKIPPED, _PACKETS, _SENT, _ERRORS, _REALTIME, _LOCKED, _LATENESS = range(8)
_WORD = 8

BYTES = _WORD * (_LATENESS + lateness.BUCKETS)
"""Of memory that a tally needs."""


@dataclass(frozen=True, slots=True)
class LoopStatistics:
    """What the light loop has done so far.

    Attributes:
        frames: drawn and handed to the driver.
        skipped: instants that were missed; their frames were not drawn afterwards.
        p50_ns, p99_ns: lateness of waking for a frame that half, and 99 of 100, did not exceed.
        packets, bytes: taken by the network.
        errors: how often the network refused.
        realtime: whether the process runs with real-time priority.
        locked: whether its memory is kept from being swapped out.
        restarts: how often the process was started again.
    """

    frames: int
    skipped: int
    p50_ns: int
    p99_ns: int
    packets: int
    bytes: int
    errors: int
    realtime: bool
    locked: bool
    restarts: int = 0


class Tally:
    """Counts in given memory.

    Args:
        memory: writable, at least `BYTES` long; zeros at first.
    """

    def __init__(self, memory: memoryview) -> None:
        self._words = memory[:BYTES].cast("q")
        self._before = tuple(self._words[_PACKETS : _ERRORS + 1])

    def privileges(self, *, realtime: bool, locked: bool) -> None:
        """Note what the system has granted."""
        self._words[_REALTIME], self._words[_LOCKED] = realtime, locked

    def frame(self, late_ns: int, skipped: int, sent: DriverStatistics) -> None:
        """Count a frame.

        Args:
            late_ns: of waking for it.
            skipped: instants missed before it.
            sent: what the driver has done since this tally was made.
        """
        words, (packets, taken, errors) = self._words, self._before
        words[_FRAMES] += 1
        words[_SKIPPED] += skipped
        words[_LATENESS + lateness.bucket(late_ns)] += 1
        words[_PACKETS] = packets + sent.packets
        words[_SENT] = taken + sent.bytes
        words[_ERRORS] = errors + sent.errors

    def statistics(self, restarts: int = 0) -> LoopStatistics:
        """A snapshot; reading it asks nobody."""
        words = self._words.tolist()
        late = words[_LATENESS:]
        return LoopStatistics(
            frames=words[_FRAMES],
            skipped=words[_SKIPPED],
            p50_ns=lateness.percentile(late, 50),
            p99_ns=lateness.percentile(late, 99),
            packets=words[_PACKETS],
            bytes=words[_SENT],
            errors=words[_ERRORS],
            realtime=bool(words[_REALTIME]),
            locked=bool(words[_LOCKED]),
            restarts=restarts,
        )

    def release(self) -> None:
        """Let go of the memory."""
        self._words.release()
