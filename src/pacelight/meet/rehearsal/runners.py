"""Runners who are not there: when each of them passes each point, from the same seed the same.

A runner whose best is known runs near it, anybody else somewhat behind the light; all of them begin fast,
run on, and end fast, each in a way of their own. It is a race to rehearse with, and no prediction.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pacelight.distance import Distance
from pacelight.mark import Elapsed, Mark
from pacelight.meet.rehearsal.chance import drawn

__all__ = ["Passed", "finishes", "passings"]

_OF = 100_000
"""Shares are counted in hundred-thousandths."""

_KNOWN = (-300, 2_000)
"""Of a best that is known: from 0.3 % faster to 2 % slower."""

_UNKNOWN = (-500, 5_000)
"""Of the light's time, for anybody else."""

_FAST = 1_500
"""The first and the last part of a race are run so much faster than the rest."""

_OWN = 800
"""By so much a runner's own pace differs from stretch to stretch."""

_PARTS = 5
"""The first and the last fifth."""

_MS = 1_000_000


@dataclass(frozen=True, slots=True)
class Passed:
    """A runner at a point.

    Attributes:
        elapsed: since the gun, whole thousandths of a second.
    """

    bib: str
    distance: Distance
    elapsed: Elapsed


def finishes(seed: int, bests: Mapping[str, Mark | None], light: Mark) -> dict[str, Elapsed]:
    """When each runner finishes.

    Args:
        seed: another gives another race.
        bests: by bib; None where none is known.
        light: the finish of the fastest light.
    """
    found = {}
    for bib, best in bests.items():
        least, most = _UNKNOWN if best is None else _KNOWN
        share = _OF + drawn(least, most, seed, "finish", bib)
        ns = (light if best is None else best).elapsed.ns * share // _OF
        found[bib] = Elapsed(ns // _MS * _MS)
    return found


def passings(seed: int, bib: str, finish: Elapsed, points: Sequence[Distance]) -> Iterator[Passed]:
    """A runner at each point, the finish last.

    Args:
        seed: of the race.
        bib: whose.
        finish: when that runner finishes.
        points: distances in order, the race's own last.
    """
    weights = [*_weights(seed, bib, points)]
    whole = sum(weights)
    done = 0
    for point, weight in zip(points, weights, strict=True):
        done += weight
        yield Passed(bib, point, Elapsed(finish.ns * done // whole // _MS * _MS))


def _weights(seed: int, bib: str, points: Sequence[Distance]) -> Iterator[int]:
    """How long each stretch takes, in no unit: its length, less where one runs faster."""
    before, whole = 0, points[-1].mm
    for number, point in enumerate(points):
        ends = before * _PARTS < whole or point.mm * _PARTS > whole * (_PARTS - 1)
        pace = _OF - ends * _FAST + drawn(-_OWN, _OWN, seed, "stretch", bib, number)
        yield (point.mm - before) * pace
        before = point.mm
