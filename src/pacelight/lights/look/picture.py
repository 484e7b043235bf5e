"""The frame of a look: it depends on the lamps, the look and the instant since it began, nothing else."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt

from pacelight.lights.canvas.colour import duty
from pacelight.lights.look import race, show
from pacelight.lights.look.model import Look, Name
from pacelight.lights.look.stretch import stretch

if TYPE_CHECKING:
    from pacelight.lights.canvas.layout import Layout

__all__ = ["CLEAR_M", "DRAWN", "give_way", "paint"]

Floats: TypeAlias = npt.NDArray[np.float64]
Bytes: TypeAlias = npt.NDArray[np.uint8]
Drawing: TypeAlias = "Callable[[Layout, Look, int], Floats]"
"""How much of each lamp shines, 0 to 1, so many whole nanoseconds after a look began."""

_NS = 1_000_000_000

CLEAR_M = 2.0
"""Metres before and behind a light, or a lamp's cell if that is longer, in which no look shows."""

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
        Name.WALK: show.walk,
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


def give_way(frame: Bytes, layout: "Layout", spans: "Iterable[tuple[float, float]]") -> None:
    """Take a look off the lamps where lights are, so that it can hide none.

    Args:
        frame: of the look alone, shape ``(3 * lamps,)``, changed.
        layout: the lamps.
        spans: leading edge and length of each light in metres; see `Canvas.spans`.
    """
    clear_m = max(CLEAR_M, float(np.diff(layout.edges).max()))
    left = np.ones(len(layout))
    for lead_m, length_m in spans:
        left *= np.clip(1 - stretch(layout, lead_m + clear_m, length_m + 2 * clear_m), 0, 1)
    frame[:] = frame * np.repeat(left, 3) + 0.5
