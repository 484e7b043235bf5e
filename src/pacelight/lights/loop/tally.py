"""What the light loop has done, in memory that two processes see: one writes, the other may read at any time.

Every count is one aligned word, written whole. The counts go on when the loop is started again.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pacelight.lights.drivers.health import Health, State
from pacelight.lights.drivers.patched import MOST
from pacelight.lights.drivers.port import ControllerStatistics, DriverStatistics
from pacelight.lights.loop import lateness
from pacelight.lights.loop.lateness import NONE, Spread

__all__ = ["BYTES", "LoopStatistics", "Tally"]

_FRAMES, _SKIPPED, _PACKETS, _SENT, _ERRORS, _REALTIME, _LOCKED, _LAST, _CONTROLLERS = range(9)
_SHOWN, _SHOWN_NS, _LATENESS = range(9, 12)
_LATE_SENT = _LATENESS + lateness.BUCKETS
_EACH = _LATE_SENT + lateness.BUCKETS
_COUNTS, _FIELDS = 4, 11
"""Of a controller: frames, packets, bytes, errors; and these with its health."""

_AT_ONCE = 8
"""Controllers that are noted with a frame; the others with the frames after it, in turn."""

_WORD = 8
_STATES = tuple(State)

BYTES = _WORD * (_EACH + MOST * _FIELDS)
"""Of memory that a tally needs."""


@dataclass(frozen=True, slots=True)
class LoopStatistics:
    """What the light loop has done so far.

    Attributes:
        frames: drawn and handed to the driver.
        skipped: instants that were missed, while the loop was started again, too; their frames were not
            drawn afterwards.
        p50_ns, p99_ns: lateness of waking for a frame that half, and 99 of 100, did not exceed.
        packets, bytes: taken by the network.
        errors: how often the network refused.
        realtime: whether the process runs with real-time priority.
        locked: whether its memory is kept from being swapped out.
        restarts: how often the process was started again.
        waking: lateness of waking for each frame.
        sending: from the instant of each frame until all of it had left.
        controllers: each by itself, in the order of the output.
        told_ns: when it was last told to show another thing, on the monotonic clock; None before.
        shown_ns: when the first frame of that had left; None until then.
        role: alone, following, leading or ended; what the loop is to others.
        term: of office, of the leader it knows or that it is; 0 of one that is alone or knows none.
        heard_ns: how long ago it heard of another loop; None if it never did.
        offset_ns: that loop's monotonic clock minus its own; None while that is not known.
        offset_error_ns: the offset is not wrong by more.
        drift_ppb: billionths by which the other clock is faster.
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
    waking: Spread = NONE
    sending: Spread = NONE
    controllers: tuple[ControllerStatistics, ...] = ()
    told_ns: int | None = None
    shown_ns: int | None = None
    role: str = "alone"
    term: int = 0
    heard_ns: int | None = None
    offset_ns: int | None = None
    offset_error_ns: int | None = None
    drift_ppb: int | None = None

    @property
    def max_ns(self) -> int:
        """The greatest lateness of waking for a frame."""
        return self.waking.longest_ns


class Tally:
    """Counts in given memory.

    Args:
        memory: writable, at least `BYTES` long; zeros at first.
    """

    def __init__(self, memory: memoryview) -> None:
        self._words = words = memory[:BYTES].cast("q")
        self._before = tuple(words[_PACKETS : _ERRORS + 1])
        self._each_before = [tuple(words[at : at + _COUNTS]) for at in map(_place, range(MOST))]
        self._last = words[_LAST]
        self._turn = 0

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

    def sent(self, number: int, late_ns: int, skipped: int, each: Sequence[ControllerStatistics]) -> None:
        """Note how a frame, which was counted, has fared.

        Args:
            number: of its instant.
            late_ns: from that instant until all of it had left.
            skipped: instants missed before it, as they were counted.
            each: what each controller was sent since this tally was made.
        """
        words = self._words
        words[_LATE_SENT + lateness.bucket(late_ns)] += 1
        if self._last:  # the first frame of a loop that was started again
            words[_SKIPPED] += max(number - self._last - 1 - skipped, 0)
            self._last = 0
        words[_LAST] = number
        words[_CONTROLLERS] = len(each)
        for nth in range(self._turn, min(self._turn + _AT_ONCE, len(each))):
            self._note(nth, each[nth])
        self._turn = 0 if self._turn + _AT_ONCE >= len(each) else self._turn + _AT_ONCE

    def shown(self, mark: int, at_ns: int) -> None:
        """Note that the first frame of an order has left.

        Args:
            mark: of the order, by which whoever gave it knows it.
            at_ns: when, on the monotonic clock.
        """
        self._words[_SHOWN_NS] = at_ns  # first: whoever reads the mark reads a time that is its own
        self._words[_SHOWN] = mark

    def shown_ns(self, mark: int) -> int | None:
        """When the first frame of an order had left; None while another is shown."""
        return self._words[_SHOWN_NS] if self._words[_SHOWN] == mark else None

    def statistics(self, restarts: int = 0, names: Sequence[tuple[str, str]] = ()) -> LoopStatistics:
        """A snapshot; reading it asks nobody.

        Args:
            restarts: how often the process was started again.
            names: of each controller its name and its address.
        """
        words = self._words.tolist()
        waking = Spread.of(words[_LATENESS:_LATE_SENT])
        known = dict(enumerate(names))
        return LoopStatistics(
            frames=words[_FRAMES],
            skipped=words[_SKIPPED],
            p50_ns=waking.percentile(50),
            p99_ns=waking.percentile(99),
            packets=words[_PACKETS],
            bytes=words[_SENT],
            errors=words[_ERRORS],
            realtime=bool(words[_REALTIME]),
            locked=bool(words[_LOCKED]),
            restarts=restarts,
            waking=waking,
            sending=Spread.of(words[_LATE_SENT:_EACH]),
            controllers=tuple(
                _noted(words, nth, *known.get(nth, ("", ""))) for nth in range(words[_CONTROLLERS])
            ),
        )

    def release(self) -> None:
        """Let go of the memory."""
        self._words.release()

    def _note(self, nth: int, one: ControllerStatistics) -> None:
        frames, packets, taken, errors = self._each_before[nth]
        sent, health, at, words = one.sent, one.health, _place(nth), self._words
        figures = (
            frames + sent.frames,
            packets + sent.packets,
            taken + sent.bytes,
            errors + sent.errors,
            _STATES.index(health.trouble),
            health.begin_ns,
            health.last_ns,
            health.back_ns,
            health.times,
            health.waits,
            health.error,
        )
        for offset, figure in enumerate(figures):
            words[at + offset] = figure


def _place(nth: int) -> int:
    return _EACH + nth * _FIELDS


def _noted(words: Sequence[int], nth: int, name: str, target: str) -> ControllerStatistics:
    frames, packets, taken, errors, trouble, *rest = words[_place(nth) : _place(nth + 1)]
    sent = DriverStatistics(frames, packets, taken, errors)
    return ControllerStatistics(sent, Health(_STATES[trouble], *rest), name, target)
