"""The frame of a look: it depends on the lamps, the look and the instant since it began, nothing else."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt

from pacelight.lights.canvas.colour import duty
from pacelight.lights.look import race, show
from pacelight.lights.look.model import Look, Name

if TYPE_CHECKING:
    from pacelight.lights.canvas.layout import Layout

__all__ = ["DRAWN", "paint"]

Floats: TypeAlias = npt.NDArray[np.float64]
Bytes: TypeAlias = npt.NDArray[np.uint8]
Drawing: TypeAlias = "Callable[[Layout, Look, int], Floats]"
"""How much of each lamp shines, 0 to 1, so many whole nanoseconds after a look began."""

_NS = 1_000_000_000

DRAWN: Mapping[Name, Drawing] = MappingProxyType(
    {
        Name.IDLE: race.idle,
        Name.COUNTDOWN: race.countdown,
        Name.START: race.start,
        Name.AHEAD: race.ahead,
        Name.BEHIND: race.behind,
        Name.FALSE_START: race.false_start,
        Name.RECALL: race.recall,
        Name.RECORD: race.record,
        Name.FINISH: race.finish,
        Name.ABORT: race.abort,
        Name.CLAP: show.clap,
        Name.CHASE: show.chase,
        Name.PRESENTATION: show.presentation,
    }
)
"""How each look is drawn."""


def paint(layout: "Layout", look: Look, since_ns: int) -> Bytes:
    """How every lamp shines; dark before a look begins and when it is over.

    Args:
        layout: the lamps.
        look: what is shown.
        since_ns: whole nanoseconds since it began.

    Returns:
        shape ``(3 * lamps,)``, 0 to 255.
    """
    if since_ns < 0 or 0 < look.seconds * _NS <= since_ns:
        return np.zeros(3 * len(layout), np.uint8)
    shares = DRAWN[look.name](layout, look, since_ns)
    light: Floats = np.multiply.outer(shares, np.array(duty(look.colour)) * 255).ravel()
    light += 0.5  # rounded to the nearest step by the cut below
    return light.astype(np.uint8)
