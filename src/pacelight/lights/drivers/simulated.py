"""Lamps that are not there: what would have been sent is kept and counted."""

from dataclasses import dataclass

import numpy as np

from pacelight.lights.canvas.frame import Frame
from pacelight.lights.drivers.port import FPS, ControllerStatistics, DriverStatistics, Room

__all__ = ["Simulated", "SimulatedOutput"]


class Simulated:
    """A driver that keeps the last frame.

    Attributes:
        frame: the last one; None before the first.
        sequence: of the last one.
        terminated: how often it was said that no more will come.
    """

    def __init__(self) -> None:
        self.frame: Frame | None = None
        self.sequence = 0
        self.terminated = 0
        self._frames = self._bytes = 0

    def send(self, frame: Frame, sequence: int) -> None:
        """Keep a frame."""
        self.frame = np.array(frame)
        self.sequence = sequence
        self._frames += 1
        self._bytes += frame.size

    def terminate(self, sequence: int) -> None:
        """Count an end."""
        self.sequence = sequence
        self.terminated += 1
        self._frames += 1

    def statistics(self) -> DriverStatistics:
        """Every frame as one packet of its channels."""
        return DriverStatistics(self._frames, self._frames, self._bytes, 0)

    def controllers(self) -> tuple[ControllerStatistics, ...]:
        """One, which takes everything."""
        return (ControllerStatistics(self.statistics()),)

    def close(self) -> None:
        """There is nothing to let go of."""


@dataclass(frozen=True, slots=True)
class SimulatedOutput:
    """The address ``sim://``."""

    target: str = "sim://"
    fps: int = FPS

    def check(self, channels: int) -> None:
        """Any number of channels fits."""

    def rooms(self, channels: int) -> tuple[Room, ...]:  # noqa: ARG002 - of the promise
        """There is always room for more."""
        return ()

    def open(self, channels: int) -> Simulated:  # noqa: ARG002 - of the promise; nothing depends on it
        """Lamps that are not there."""
        return Simulated()
