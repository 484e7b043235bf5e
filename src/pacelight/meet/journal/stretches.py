"""What the lamps were sent, second by second of a race, and which controllers were not reached when.

It is what a referee is shown: the instants of frames, how late they left, and what stayed dark.
"""

from typing import TYPE_CHECKING

import msgspec

from pacelight.lights.drivers.health import State
from pacelight.lights.loop.lateness import Spread, longest

if TYPE_CHECKING:
    from pacelight.lights.drivers.port import ControllerStatistics
    from pacelight.lights.loop.process import LoopStatistics
    from pacelight.meet.clock import RaceClock

__all__ = ["Absent", "Stretch", "Witness"]

_ENOUGH = 10
"""Stretches that are written down together."""


class Stretch(msgspec.Struct, frozen=True):
    """What was sent in a stretch of the race.

    Attributes:
        from_ns, to_ns: race nanoseconds since the gun.
        frames: drawn and sent.
        skipped: instants that were missed.
        sending: nanoseconds from the instant of a frame until all of it had left, and how many frames took no
            longer than that and longer than the one before; right to 3 %, never too small.
    """

    from_ns: int
    to_ns: int
    frames: int
    skipped: int
    sending: list[tuple[int, int]]


class Absent(msgspec.Struct, frozen=True):
    """A controller that was not reached, as the network of the engine saw it.

    Attributes:
        controller: its name.
        state: refusing or away.
        from_ns: race nanoseconds since the gun: of its first refusal.
        to_ns: of the first frame that was taken whole again; None while there was none.
        reason: the last error in the words of the system.
    """

    controller: str
    state: str
    from_ns: int
    to_ns: int | None
    reason: str


class Witness:
    """Sees from time to time what the light loop has done, and tells what it did in between.

    Args:
        clock: of the race.
        done: by the loop, when the race began.
        now_ns: that instant, on the monotonic clock.
    """

    def __init__(self, clock: "RaceClock", done: "LoopStatistics", now_ns: int) -> None:
        self._clock = clock
        self._before, self._then_ns = done, now_ns
        self._stretches: list[Stretch] = []
        self._absent: dict[tuple[int, int], Absent] = {}
        self._told: dict[tuple[int, int], Absent] = {}

    def see(self, done: "LoopStatistics", now_ns: int) -> None:
        """See what was done since it last looked."""
        before, self._before = self._before, done
        race_ns = self._clock.elapsed_ns
        if done.frames != before.frames or done.skipped != before.skipped:
            self._stretches.append(
                Stretch(
                    from_ns=race_ns(self._then_ns),
                    to_ns=race_ns(now_ns),
                    frames=done.frames - before.frames,
                    skipped=done.skipped - before.skipped,
                    sending=_bounds(done.sending.since(before.sending)),
                )
            )
        self._then_ns = now_ns
        for nth, one in enumerate(done.controllers):
            self._look_after(nth, one)

    @property
    def has_enough(self) -> bool:
        """Whether it is time to write down what was seen."""
        return len(self._stretches) >= _ENOUGH

    def tell(self) -> tuple[list[Stretch], list[Absent]]:
        """What was seen and not told yet; of a controller that is still away, again what changed."""
        stretches, self._stretches = self._stretches, []
        absent = [one for key, one in self._absent.items() if self._told.get(key) != one]
        self._told = dict(self._absent)
        return stretches, absent

    def _look_after(self, nth: int, one: "ControllerStatistics") -> None:
        health, race_ns = one.health, self._clock.elapsed_ns
        if health.trouble is State.UP:
            return
        back = health.back_ns > health.last_ns
        to_ns = race_ns(health.back_ns) if back else None
        if to_ns is None or to_ns > 0:  # what was over before the gun is no matter of the race
            self._absent[nth, health.begin_ns] = Absent(
                one.name, str(health.trouble), race_ns(health.begin_ns), to_ns, health.reason
            )


def _bounds(spread: Spread) -> list[tuple[int, int]]:
    return [(longest(number), count) for number, count in spread.counts]
