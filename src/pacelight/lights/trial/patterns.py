"""Frames to try lamps out with: one lamp, one metre, every lamp in one colour, one after another.

Each depends on nothing but its arguments: whoever stands at the kerb sees what the other reads.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pacelight.errors import SurveyError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pacelight.lights.canvas.frame import Frame
    from pacelight.track import Survey

__all__ = ["PATTERNS", "Step", "lit", "pattern", "steps"]

_FULL = 255

_SHARED = 64
"""Of a lamp that shines together with all the others: a quarter, so that no supply is asked for too much."""

_PRIMARIES = {"red": (1, 0, 0), "green": (0, 1, 0), "blue": (0, 0, 1), "white": (1, 1, 1)}

PATTERNS = (*_PRIMARIES, "ends", "each")
"""All lamps in one colour; the first lamp green and the last red; one lamp after another."""


@dataclass(frozen=True, slots=True)
class Step:
    """A place to look at.

    Attributes:
        lamps: numbers of those that are lit.
        metre: of the measured line, past the finish: of the lamp, or the metre looked for.
    """

    lamps: tuple[int, ...]
    metre: float


def steps(survey: "Survey", by: str) -> list[Step]:
    """Where two people go, in running direction from the finish line, or from the first of two ends.

    Args:
        survey: where the lamps stand.
        by: ``lamp``, one after another; ``metre``, the lamp nearest to each whole metre of the track.

    Raises:
        SurveyError: no such way to go.
    """
    if by == "lamp":
        return [Step((lamp,), metre) for lamp, metre in enumerate(survey.metres.tolist())]
    if by == "metre":
        track = survey.track
        whole = np.arange(np.ceil(track.begins_m), np.floor(track.ends_m) + 1)
        metres = whole[track.has(whole)].tolist()
        return [Step((survey.nearest(metre),), metre) for metre in metres]
    raise SurveyError(f"lamps are walked by lamp or by metre, not by '{by}'")


def lit(lamps: int, some: tuple[int, ...]) -> "Frame":
    """Some lamps white and full, all others dark: shape ``(3 * lamps,)``."""
    frame = np.zeros((lamps, 3), np.uint8)
    frame[list(some)] = _FULL
    return frame.reshape(-1)


def pattern(name: str, lamps: int) -> "Iterator[Frame]":
    """The frames of a pattern: one that stays, or one for each lamp.

    Args:
        name: one of `PATTERNS`.
        lamps: how many there are.

    Raises:
        SurveyError: there is no such pattern.
    """
    if name not in PATTERNS:
        raise SurveyError(f"no pattern '{name}' (there are {', '.join(PATTERNS)})")
    return _frames(name, lamps)


def _frames(name: str, lamps: int) -> "Iterator[Frame]":
    if name == "each":
        yield from (lit(lamps, (lamp,)) for lamp in range(lamps))
    elif name == "ends":
        frame = np.zeros((lamps, 3), np.uint8)
        frame[0, 1] = frame[-1, 0] = _FULL
        yield frame.reshape(-1)
    else:
        yield np.tile(np.array(_PRIMARIES[name], np.uint8) * np.uint8(_SHARED), lamps)
