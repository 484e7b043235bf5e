"""The patch: which channel of the frame each channel of each controller shows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pacelight.track.survey.controller import COLOURS, DARK, Channels, Controller
from pacelight.track.survey.segment import Segment, Wiring

__all__ = ["Hung", "Placed", "patch", "patch_faults"]

_FRAME = "RGB"
"""How a frame has the colours of a lamp."""


@dataclass(frozen=True, eq=False, slots=True)
class Placed:
    """A segment, and which lamps of the survey its lamps are.

    Attributes:
        controller: on which it hangs, by its name.
        nth: which of the controller's segments it is, from 0.
        segment: as it was written down.
        lamps: shape ``(count,)``: of each number from the first on, the lamp of the survey.
        apart_m: the usual distance between its lamps along the kerb; 0 where it has but one.
    """

    controller: str
    nth: int
    segment: Segment
    lamps: npt.NDArray[np.intp]
    apart_m: float = 0.0

    @property
    def live(self) -> npt.NDArray[np.bool_]:
        """Which of its lamps shine, in the order of their numbers."""
        dead = np.isin(np.arange(self.segment.count) + self.segment.first, self.segment.dead)
        return ~dead


@dataclass(frozen=True, slots=True)
class Hung:
    """Where a lamp of the survey hangs.

    Attributes:
        controller: by its name.
        nth: of the controller's segments, from 0.
        number: of the lamp on the controller.
        dead: whether it does not shine.
    """

    controller: str
    nth: int
    number: int
    dead: bool

    def __str__(self) -> str:
        return (
            f"{self.controller}, segment {self.nth + 1}, lamp {self.number}{' (dead)' if self.dead else ''}"
        )


def patch(wirings: Sequence[Wiring], placed: Iterable[Placed]) -> tuple[Controller, ...]:
    """What each controller is sent: its lamps by their numbers and colour orders, all else dark.

    Args:
        wirings: the controllers, without faults.
        placed: their segments, in any order.
    """
    shown = {wiring.name: np.full((wiring.size, COLOURS), DARK, np.intp) for wiring in wirings}
    for one in placed:
        numbers = one.segment.first + np.flatnonzero(one.live)
        shown[one.controller][numbers] = _channels(one)
    return tuple(Controller(one.name, one.output, shown[one.name].reshape(-1)) for one in wirings)


def patch_faults(controllers: Iterable[Controller], lamps: int) -> list[str]:
    """What no patch may do: show a channel that a frame has not, or show one twice.

    Args:
        controllers: all of them.
        lamps: of a frame.
    """
    shown = np.concatenate([np.empty(0, np.intp), *(one.channels.reshape(-1) for one in controllers)])
    shown = shown[shown != DARK]
    beyond = shown[(shown < 0) | (shown >= COLOURS * lamps)]
    if len(beyond):
        return [f"a controller shows channel {beyond[0]} of a frame that has {COLOURS * lamps}"]
    twice = np.flatnonzero(np.bincount(shown, minlength=COLOURS * lamps) > 1)
    return (
        [f"channel {twice[0]} of the frame is shown twice (each lamp hangs in one place)"]
        if len(twice)
        else []
    )


def _channels(placed: Placed) -> Channels:
    """Of each live lamp the channels of the frame, in its own colour order; shape ``(live lamps, 3)``."""
    order = np.array([_FRAME.index(colour) for colour in placed.segment.colours])
    return np.asarray(COLOURS * placed.lamps[placed.live, None] + order, np.intp)
