"""Lamps between those whose metre is known: at even distances along the kerb."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from pacelight.track.survey.faults import FEWEST, MOST
from pacelight.track.tracks import Track

__all__ = ["between", "point_faults"]

NEAR = 1e-6
"""Metres by which a computed lamp may lie before the finish: rounding, not measuring."""

Floats = npt.NDArray[np.float64]
Point = tuple[int, float]


def point_faults(track: Track, lamps: int, points: Sequence[Point]) -> list[str]:
    """All that is wrong with these known points, in words, with metres; none if lamps can be laid by them."""
    if not FEWEST <= lamps <= MOST:
        return [f"a survey has {FEWEST} to {MOST:,} lamps, not {lamps:,}"]
    if not points:
        return ["a survey needs at least one known point"]
    found = [*_outside(track, lamps, points), *_disorder(points)]
    return found or ([] if track.is_open else [*_numbering(track, lamps, points)])


def between(track: Track, lamps: int, points: Sequence[Point]) -> Floats:
    """The metre beside each lamp, by the kerb between known points and round the finish.

    On a track with two ends lamps beyond the outermost points stand as far apart as the next ones.

    Args:
        track: whose kerb it is.
        lamps: how many there are.
        points: lamp and measured metre, without `point_faults`.

    Returns:
        metres of the measured line, shape ``(lamps,)``, the known ones as they were given.
    """
    metres = track.measured_at(_along(track, lamps, points))
    metres[np.abs(metres) < NEAR] = 0.0
    for lamp, metre in points:
        metres[lamp] = metre
    return metres


def _along(track: Track, lamps: int, points: Sequence[Point]) -> Floats:
    """Metres of the kerb beside each lamp, from the finish on; not yet all on the track."""
    numbers = np.array([lamp for lamp, _ in points], np.float64)
    kerb, whole = track.kerb_at([metre for _, metre in points]), track.kerb_m
    if track.is_open:
        return _between_ends(numbers, kerb, lamps, whole / (lamps - 1))
    known = np.concatenate([numbers[-1:] - lamps, numbers, numbers[:1] + lamps])
    places = np.concatenate([kerb[-1:] - whole, kerb, kerb[:1] + whole])
    return np.asarray(np.interp(np.arange(lamps), known, places), np.float64)


def _between_ends(numbers: Floats, kerb: Floats, lamps: int, even: float) -> Floats:
    """The same on a track with two ends.

    Args:
        numbers: of the known lamps.
        kerb: metres of the kerb beside them.
        lamps: how many there are.
        even: metres from lamp to lamp, where one known lamp tells nothing of it.
    """
    steps = np.diff(kerb) / np.diff(numbers) if len(numbers) > 1 else np.array([even])
    every = np.arange(lamps)
    before, after = np.maximum(numbers[0] - every, 0), np.maximum(every - numbers[-1], 0)
    along = np.interp(every, numbers, kerb) - before * steps[0] + after * steps[-1]
    return np.asarray(along, np.float64)


def _outside(track: Track, lamps: int, points: Sequence[Point]) -> Iterator[str]:
    for nth, (lamp, metre) in enumerate(points, start=1):
        if not 0 <= lamp < lamps:
            yield f"point {nth} (lamp {lamp} at {metre:.3f} m): there are lamps 0 to {lamps - 1}"
        if not track.has(metre):
            yield f"point {nth} (lamp {lamp} at {metre:.3f} m) is outside {track.extent}"


def _disorder(points: Sequence[Point]) -> Iterator[str]:
    for nth, ((lamp, metre), (after, further)) in enumerate(pairwise(points), start=1):
        if after <= lamp or further <= metre:
            yield (
                f"point {nth + 1} (lamp {after} at {further:.3f} m) does not follow "
                f"point {nth} (lamp {lamp} at {metre:.3f} m)"
            )


def _numbering(track: Track, lamps: int, points: Sequence[Point]) -> Iterator[str]:
    """Lamp 0 must be the first past the finish, or every lamp would be another than its number says."""
    metres = track.measured_at(_along(track, lamps, points)[[0, -1]])
    for lamp, metre in zip((0, lamps - 1), metres.tolist(), strict=True):
        if not -NEAR < metre < track.lap.metres:
            side = "before" if metre < 0 else "past"
            off = -metre if metre < 0 else metre - track.lap.metres
            yield (
                f"lamp {lamp} would stand {off:.3f} m {side} the finish "
                "(number the lamps so that lamp 0 is the first past it)"
            )
