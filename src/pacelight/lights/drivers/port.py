"""The promise every driver keeps, and the address from which one is made."""

from dataclasses import dataclass
from typing import Protocol

from pacelight.lights.canvas.frame import Frame
from pacelight.lights.drivers.health import WELL, Health

__all__ = ["FAREWELLS", "FPS", "ControllerStatistics", "Driver", "DriverStatistics", "Output", "Room"]

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


@dataclass(frozen=True, slots=True)
class ControllerStatistics:
    """What one controller was sent, and how it does.

    Attributes:
        sent: to it.
        health: as the network sees it.
        name: as the survey calls it; its address, where no survey does.
        target: its address, as the user wrote it.
    """

    sent: DriverStatistics
    health: Health = WELL
    name: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """What an output takes of a place that others might take, too.

    Attributes:
        where: the place: a controller, all machines behind an interface, a line.
        universes: of it; None where it is taken whole.
    """

    where: str
    universes: range | None = None

    def shared(self, other: "Room") -> str:
        """What both take, in words; empty for nothing.

        >>> Room("10.0.0.9, port 5568", range(1, 8)).shared(Room("10.0.0.9, port 5568", range(7, 9)))
        'universe 7 at 10.0.0.9, port 5568'
        """
        if self.where != other.where:
            return ""
        if self.universes is None or other.universes is None:
            return self.where
        first = max(self.universes.start, other.universes.start)
        last = min(self.universes.stop, other.universes.stop) - 1
        if first > last:
            return ""
        return f"universe{'' if first == last else 's'} {_span(first, last)} at {self.where}"


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first} to {last}"


class Driver(Protocol):
    """Tells lamps how to shine. Nothing that the network does is raised here, and nothing blocks."""

    def send(self, frame: Frame, sequence: int) -> None:
        """Send one frame, all of it at once.

        Args:
            frame: shape ``(channels,)``; not kept.
            sequence: number of the instant, 0 to `beat.SEQUENCES` - 1; one more than that of the frame
                before, unless frames were missed.
        """
        ...

    def terminate(self, sequence: int) -> None:
        """Say once that no more will come; receivers expect to be told three times."""
        ...

    def statistics(self) -> DriverStatistics:
        """A snapshot; reading it changes nothing."""
        ...

    def controllers(self) -> tuple[ControllerStatistics, ...]:
        """The same for each controller, in order; names are left to who knows them."""
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

    def rooms(self, channels: int) -> tuple[Room, ...]:
        """What frames of so many channels take there; nothing where nobody else could be in the way."""
        ...

    def open(self, channels: int) -> Driver:
        """A driver for frames of so many channels."""
        ...
