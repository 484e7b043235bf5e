"""Many controllers: each is sent its part of the frame, all in one burst, and none waits for another.

A controller has a driver, a socket and a back-off of its own. What shows a frame, where receivers wait for
that, goes out when all of them have theirs.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

import numpy as np

from pacelight.errors import OutputError
from pacelight.lights.canvas.frame import Frame
from pacelight.lights.drivers.part import Channels, Part
from pacelight.lights.drivers.port import ControllerStatistics, Driver, DriverStatistics, Output, Room
from pacelight.lights.drivers.udp import Datagrams, MulticastOutput, UdpOutput
from pacelight.lights.wire.e131 import E131

__all__ = ["MOST", "Patched", "PatchedOutput", "names"]

MOST = 64
"""Controllers of which it is told how they do."""


class Patched:
    """A driver for several controllers.

    Args:
        parts: of each the channels that it shows.
        drivers: of each.
        channels: of a frame.
    """

    def __init__(self, parts: Sequence[Part], drivers: Sequence[Driver], channels: int) -> None:
        self._parts, self._drivers = parts, drivers
        self._frame = np.zeros(channels + 1, np.uint8)
        """A frame, and behind it what a channel shows that shows none."""
        self._sources = [_source(part, self._frame) for part in parts]
        self._shows = _one_of_each(drivers)
        self._raised = [0] * len(parts)
        self._frames = 0

    def send(self, frame: Frame, sequence: int) -> None:
        """Send every controller its part; what one of them does not take costs no other."""
        self._frames += 1
        self._frame[:-1] = frame
        for number, (driver, source) in enumerate(zip(self._drivers, self._sources, strict=True)):
            part = source if isinstance(source, np.ndarray) else source.taken()
            try:
                if isinstance(driver, Datagrams):
                    driver.put(part, sequence)
                else:
                    driver.send(part, sequence)
            except OSError:  # none should; whoever breaks the promise does not darken the others
                self._raised[number] += 1
        for driver in self._shows:
            driver.show()

    def terminate(self, sequence: int) -> None:
        """Say once to each that no more will come."""
        self._frames += 1
        for number, driver in enumerate(self._drivers):
            try:
                driver.terminate(sequence)
            except OSError:
                self._raised[number] += 1

    def statistics(self) -> DriverStatistics:
        """Of all together; a frame counts once."""
        packets = taken = errors = 0
        for driver in self._drivers:
            done = driver.statistics()
            packets += done.packets
            taken += done.bytes
            errors += done.errors
        return DriverStatistics(self._frames, packets, taken, errors + sum(self._raised))

    def controllers(self) -> tuple[ControllerStatistics, ...]:
        """Each by itself, in the order of the parts."""
        return tuple(
            replace(one, sent=replace(one.sent, errors=one.sent.errors + raised)) if raised else one
            for driver, raised in zip(self._drivers, self._raised, strict=True)
            for one in driver.controllers()
        )

    def close(self) -> None:
        """Let go of all."""
        for driver in self._drivers:
            driver.close()


class _Gathered:
    """A part that is no run of the frame: its channels are fetched one by one."""

    def __init__(self, channels: Channels, frame: Frame) -> None:
        self._frame = frame
        self._channels = np.where(channels < 0, len(frame) - 1, channels)
        self._part = np.empty(len(channels), np.uint8)

    def taken(self) -> Frame:
        # "clip" writes straight to `out`, and no channel is beyond the frame.
        return self._frame.take(self._channels, out=self._part, mode="clip")


def _source(part: Part, frame: Frame) -> "Frame | _Gathered":
    """Where a part is fetched from: for a run of the frame that is its own memory, nothing is copied."""
    return _Gathered(part.channels, frame) if part.run is None else frame[part.run]


def _one_of_each(drivers: Sequence[Driver]) -> tuple[Datagrams, ...]:
    """Drivers that show what all have put: of those that would say the same to the same, the last."""
    shows: dict[Hashable, Datagrams] = {
        driver.latch: driver
        for driver in drivers
        if isinstance(driver, Datagrams) and driver.latch is not None
    }
    return tuple(shows.values())


@dataclass(frozen=True, slots=True)
class PatchedOutput:
    """Several controllers, each at its address.

    Attributes:
        parts: the controllers.
        fps: frames a second that all of them take.

    Raises:
        OutputError: none or too many, two of the same name, or two that would be in each other's way.
    """

    parts: tuple[Part, ...]
    fps: int

    def __post_init__(self) -> None:
        if not 1 <= len(self.parts) <= MOST:
            raise OutputError(f"frames go to 1 to {MOST} controllers, not {len(self.parts)}")
        for one, other in combinations(self.parts, 2):
            if one.name == other.name:
                raise OutputError(f"two controllers are called '{one.name}' (give each a name of its own)")
            for both in _both(one, other):
                raise OutputError(f"controllers '{one.name}' and '{other.name}' both take {both}")

    @property
    def target(self) -> str:
        """The address of one, or how many there are."""
        return self.parts[0].output.target if len(self.parts) == 1 else f"{len(self.parts)} controllers"

    def check(self, channels: int) -> None:
        """Refuse a frame that has not what they show.

        Raises:
            OutputError: a controller shows a channel beyond it.
        """
        for part in self.parts:
            last = int(part.channels.max())
            if last >= channels:
                raise OutputError(
                    f"controller '{part.name}' shows channel {last} of a frame that has 0 to {channels - 1}"
                )

    def rooms(self, channels: int) -> tuple[Room, ...]:  # noqa: ARG002 - each takes what it shows
        """What all of them take."""
        return tuple(room for part in self.parts for room in part.rooms())

    def open(self, channels: int) -> Patched:
        """A driver for frames of so many channels."""
        drivers = [_telling_of_all(part, self.parts).open(len(part.channels)) for part in self.parts]
        return Patched(self.parts, drivers, channels)


def _telling_of_all(part: Part, parts: Sequence[Part]) -> Output:
    """The output of a part; where its source is one of E1.31, it knows of all universes of that source."""
    output = part.output
    mine = _source_of(output)
    if mine is None or not isinstance(output, (UdpOutput, MulticastOutput)):
        return output
    others = {
        universe
        for other in parts
        if (theirs := _source_of(other.output)) is not None and theirs.source.cid == mine.source.cid
        for universe in theirs.universes(len(other.channels))
    }
    return replace(output, format=replace(mine, others=tuple(sorted(others))))


def _source_of(output: Output) -> E131 | None:
    made = output.format if isinstance(output, (UdpOutput, MulticastOutput)) else None
    return made if isinstance(made, E131) else None


def names(output: Output) -> tuple[tuple[str, str], ...]:
    """Name and address of each controller, in the order in which a driver tells of them."""
    if isinstance(output, PatchedOutput):
        return tuple((part.name, part.output.target) for part in output.parts)
    return ((output.target, output.target),)


def _both(one: Part, other: Part) -> Iterator[str]:
    """What two controllers would both take, in words."""
    for mine, theirs in product(one.rooms(), other.rooms()):
        if both := mine.shared(theirs):
            yield both
