"""Frames by hand: one is sent at every beat until another is asked for; in the end the lamps go dark.

For trying lamps out. A race has a process of its own, `pacelight.lights.loop.process`.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np

from pacelight.lights.beat import Beat
from pacelight.lights.canvas.frame import Frame
from pacelight.lights.drivers.patched import names
from pacelight.lights.drivers.port import (
    FAREWELLS,
    ControllerStatistics,
    Driver,
    DriverStatistics,
    Output,
)

__all__ = ["Showing", "showing"]

_NS = 1e9

Told = TypeVar("Told")


@dataclass(slots=True)
class Showing:
    """Lamps that are shown frames by hand.

    Attributes:
        driver: whose lamps.
        beat: when frames are due.
        channels: of a frame.
        clock: monotonic, whole nanoseconds.
        sleep: for so many seconds.
        names: of each controller its name and its address.
    """

    driver: Driver
    beat: Beat
    channels: int
    clock: Callable[[], int]
    sleep: Callable[[float], object]
    names: Sequence[tuple[str, str]] = ()

    def until(self, frame: Frame, wait: Callable[[float], Told | None]) -> Told:
        """Show a frame, once at least, until something is told.

        Args:
            frame: shape ``(channels,)``.
            wait: for at most so many seconds; returns what was told meanwhile, None for nothing.
        """
        self.driver.send(frame, self._due(self.sleep)[0])
        while True:
            number, told = self._due(wait)
            if told is not None:
                return told
            self.driver.send(frame, number)

    def go_dark(self) -> None:
        """Dark, then goodbye, each at a beat of its own."""
        self.driver.send(np.zeros(self.channels, np.uint8), self._due(self.sleep)[0])
        for _ in range(FAREWELLS):
            self.driver.terminate(self._due(self.sleep)[0])

    def statistics(self) -> DriverStatistics:
        """What was sent so far."""
        return self.driver.statistics()

    def controllers(self) -> tuple[ControllerStatistics, ...]:
        """What each controller was sent so far."""
        each = zip(self.names, self.driver.controllers(), strict=True)
        return tuple(replace(one, name=name, target=target) for (name, target), one in each)

    def _due(self, wait: Callable[[float], Told]) -> tuple[int, Told]:
        """The number that the next frame carries, and what was told until it is due."""
        number = self.beat.after(self.clock())
        told = wait(max(self.beat.instant(number) - self.clock(), 0) / _NS)
        return self.beat.sequence(number), told


@contextmanager
def showing(
    output: Output,
    channels: int,
    *,
    clock: Callable[[], int] = time.monotonic_ns,
    sleep: Callable[[float], object] = time.sleep,
) -> Iterator[Showing]:
    """Lamps at an address, while the context lasts; however it ends, they are dark afterwards.

    Args:
        output: where they are.
        channels: three a lamp.
        clock: monotonic, whole nanoseconds.
        sleep: for so many seconds.

    Raises:
        OutputError: so many channels cannot be sent there.
    """
    output.check(channels)
    beat, driver = Beat.of(output.fps), output.open(channels)
    shown = Showing(driver, beat, channels, clock, sleep, names(output))
    with closing(driver):
        try:
            yield shown
        finally:
            shown.go_dark()
