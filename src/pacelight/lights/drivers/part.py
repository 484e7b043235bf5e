"""A controller of a patch: where it is, and which channel of the frame each of its channels shows."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from pacelight.errors import OutputError
from pacelight.lights.drivers.port import Output, Room

__all__ = ["Channels", "Part"]

Channels: TypeAlias = npt.NDArray[np.intp]


@dataclass(frozen=True, eq=False, slots=True)
class Part:
    """A controller and what it shows.

    Attributes:
        name: as people call it.
        output: where its lamps are.
        channels: shape ``(channels of the controller,)``: of each, the channel of the frame that it shows;
            -1 for none.

    Raises:
        OutputError: no channels, or more than its output takes.
    """

    name: str
    output: Output
    channels: Channels

    def __post_init__(self) -> None:
        if not len(self.channels):
            raise OutputError("a controller without lamps is sent nothing (give it some, or leave it out)")
        if (least := int(self.channels.min())) < -1:
            raise OutputError(f"a frame has no channel {least} (-1 is for none)")
        self.output.check(len(self.channels))

    @property
    def run(self) -> slice | None:
        """The channels of the frame, where they are one run of it as it is; None where they are not."""
        first, count = int(self.channels[0]), len(self.channels)
        as_it_is = first >= 0 and np.array_equal(self.channels, np.arange(first, first + count))
        return slice(first, first + count) if as_it_is else None

    def rooms(self) -> tuple[Room, ...]:
        """What it takes, of what others might take, too."""
        return self.output.rooms(len(self.channels))
