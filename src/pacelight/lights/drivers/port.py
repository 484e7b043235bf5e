"""The promise every driver keeps, and the address from which one is made."""

from dataclasses import dataclass
from typing import Protocol

from pacelight.lights.canvas.frame import Frame

__all__ = ["FAREWELLS", "FPS", "Driver", "DriverStatistics", "Output"]

FPS = 50
"""Frames a second where an address does not say."""

FAREWELLS = 3
"""How often receivers are told that no more will come. Source: ANSI E1.31-2018, 6.2.6."""


@dataclass(frozen=True, slots=True)
class DriverStatistics:
    """What a driver has done so far.

    Attributes:
        frames: given to it, the terminating ones included.
        packets, bytes: taken by the network.
        errors: how often the network refused; what was refused is gone, the next frame is tried anew.
    """

    frames: int
    packets: int
    bytes: int
    errors: int


class Driver(Protocol):
    """Tells lamps how to shine. Nothing that the network does is raised here, and nothing blocks."""

    def send(self, frame: Frame, sequence: int) -> None:
        """Send one frame, all of it at once.

        Args:
            frame: shape ``(channels,)``; not kept.
            sequence: 0 to 255; one more than that of the frame before, unless frames were missed.
        """
        ...

    def terminate(self, sequence: int) -> None:
        """Say once that no more will come; receivers expect to be told three times."""
        ...

    def statistics(self) -> DriverStatistics:
        """A snapshot; reading it changes nothing."""
        ...

    def close(self) -> None:
        """Let go of the network, without a word to the lamps. May be called twice."""
        ...


class Output(Protocol):
    """Where lamps are: checked when made, carried to the process that opens it."""

    @property
    def target(self) -> str:
        """As the user wrote it."""
        ...

    @property
    def fps(self) -> int:
        """Frames a second that the lamps take."""
        ...

    def check(self, channels: int) -> None:
        """Refuse what could not be sent there.

        Raises:
            OutputError: so many channels do not fit.
        """
        ...

    def open(self, channels: int) -> Driver:
        """A driver for frames of so many channels."""
        ...
