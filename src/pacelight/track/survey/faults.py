"""What can be wrong with the lamps of a survey, in words, with metres."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from pacelight.track.tracks import Track

__all__ = ["FEWEST", "HOLE", "MOST", "lamp_faults"]

FEWEST, MOST = 2, 1_000_000
"""Lamps without which there is nothing to survey, and more than any strip has on a lap."""

HOLE = 1.9
"""A gap of so many times the usual distance between lamps is a hole.

One lamp missing from an even row makes a gap of twice that distance, on a bend of 17.20 m
as it is measured 1.97 times; what a tape measure gets wrong is less.
"""

Floats = npt.NDArray[np.float64]


def lamp_faults(track: Track, metres: Floats, *, even: bool = True) -> list[str]:
    """All that is wrong with these lamps: outside the lap, out of order, two at one place, holes.

    Args:
        track: whose lap it is.
        metres: shape ``(lamps,)``: the metre of the measured line beside each lamp, lamp 0 first.
        even: whether holes are looked for; where segments tell of gaps they know better.

    Returns:
        one sentence a fault, in the order of the lamps within each kind; none if the survey is whole.
    """
    if metres.ndim != 1 or not FEWEST <= len(metres) <= MOST:
        return [f"a survey has {FEWEST} to {MOST:,} lamps, not {metres.size:,}"]
    inside = track.has(metres)
    found = [f"lamp {i} at {metres[i]:.3f} m is outside {track.extent}" for i in np.flatnonzero(~inside)]
    lamps = np.flatnonzero(inside)
    found += _disorder(metres, lamps, round_finish=not track.is_open)
    if even:
        found += _holes(metres, lamps, None if track.is_open else track.lap.metres)
    return found


def _disorder(metres: Floats, lamps: npt.NDArray[np.intp], *, round_finish: bool) -> Iterator[str]:
    """Lamps that do not stand beyond the one before; a wrong way of numbering is one fault, not many."""
    steps = np.diff(metres[lamps])
    wrong = np.flatnonzero(steps <= 0)
    first, last = metres[lamps[[0, -1]]] if len(lamps) else (0.0, 0.0)
    if len(wrong) == len(steps) > 1 and (steps < 0).all():
        yield (
            f"the lamps are numbered against the running direction, from {first:.3f} m down to {last:.3f} m "
            "(number them the other way round)"
        )
        return
    if (
        round_finish
        and len(wrong) == 1
        and steps[wrong[0]] < 0
        and last < first
        and wrong[0] + 1 < len(steps)
    ):
        lamp = lamps[wrong[0] + 1]
        yield (
            f"lamp 0 stands at {first:.3f} m, and lamp {lamp} at {metres[lamp]:.3f} m "
            "is the first past the finish (number them from there)"
        )
        return
    for before, lamp in zip(lamps[wrong], lamps[wrong + 1], strict=True):
        if metres[lamp] == metres[before]:
            yield f"lamps {before} and {lamp} stand at one place, {metres[lamp]:.3f} m"
        else:
            yield (
                f"lamp {lamp} at {metres[lamp]:.3f} m is out of order: "
                f"it stands behind lamp {before} at {metres[before]:.3f} m"
            )


def _holes(metres: Floats, lamps: npt.NDArray[np.intp], lap_m: float | None) -> Iterator[str]:
    """Gaps between the places where lamps stand, whatever their numbers; of a lap round the finish."""
    places, first = np.unique(metres[lamps], return_index=True)
    if len(places) < FEWEST:
        return
    gaps = np.diff(places) if lap_m is None else np.diff(places, append=places[0] + lap_m)
    for i in np.flatnonzero(gaps > HOLE * np.median(gaps)):
        end = places[(i + 1) % len(places)]
        yield (
            f"a hole of {gaps[i]:.3f} m after lamp {lamps[first[i]]}, from {places[i]:.3f} m to {end:.3f} m"
        )
