"""A controller of lamps, and what each of its channels shows: its part of the patch."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

__all__ = ["COLOURS", "DARK", "Channels", "Controller"]

COLOURS = 3
"""Channels of a lamp in a frame: red, green, blue."""

DARK = -1
"""What a channel shows on which no lamp hangs, or a dead one."""

Channels = npt.NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Controller:
    """Lamps that are sent to one address, in the order in which they hang there.

    Attributes:
        name: as people call it; empty where a survey names no controllers.
        output: the address of its lamps, as ``sacn://10.0.0.11?universe=1``; empty where none is given.
        channels: shape ``(channels of the controller,)``: of each, the channel of the frame that it shows,
            `DARK` for none. A frame has shape ``(3 * lamps,)``: red, green and blue of each lamp.
    """

    name: str
    output: str
    channels: Channels

    def __post_init__(self) -> None:
        channels = np.array(self.channels, np.intp)
        channels.setflags(write=False)
        object.__setattr__(self, "channels", channels)

    @classmethod
    def only(cls, lamps: int) -> "Controller":
        """The one of a survey that names none: it shows the frame as it is."""
        return cls("", "", np.arange(COLOURS * lamps))

    @property
    def lamps(self) -> int:
        """How many it has, the unused ones included."""
        return len(self.channels) // COLOURS

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Controller)
            and (self.name, self.output) == (other.name, other.output)
            and bool(np.array_equal(self.channels, other.channels))
        )

    __hash__ = None  # type: ignore[assignment]  # compared channel by channel, never looked up
