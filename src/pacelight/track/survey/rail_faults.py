"""What can be wrong between the segments of a survey, in words, with metres."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt

from pacelight.track.survey.faults import FEWEST, HOLE, MOST
from pacelight.track.survey.laying import Row
from pacelight.track.survey.neighbours import Neighbours
from pacelight.track.survey.segment import Wiring
from pacelight.track.survey.segment_faults import turn
from pacelight.track.tracks import Track

__all__ = ["between_faults", "outside_faults", "somewhere", "turned", "wiring_faults"]

_INTERLEAVED = 1 / 3
"""Segments that share more than this of the shorter one are meant to: lamp between lamp, or one in a gap."""

_UNLIKE = 2.5
"""Lamps so many times as far apart as others may be numbered the other way; one between two is not."""

_TWO = 2
"""Points that leave open which way the numbers grow: of three, or with a known distance, one way is odd."""

_PLACE = re.compile(r"://[^?]")

Floats = npt.NDArray[np.float64]


def wiring_faults(wirings: Sequence[Wiring]) -> list[str]:
    """What is wrong with the controllers, wherever their lamps stand."""
    return [*_names(wirings), *_sizes(wirings), *_numbers(wirings)]


def somewhere(output: str) -> bool:
    """Whether an address of lamps is a place: a simulation (``sim://``) is none, and may be had twice."""
    return _PLACE.search(output) is not None


def turned(tried: Sequence[tuple[Row, list[str]]]) -> Iterator[tuple[Row, list[str]]]:
    """The same, with a fault for each segment that is as the others only if it is numbered the other way.

    Args:
        tried: segments, and what is wrong with each by itself.
    """
    aparts = [(row.apart or 0.0, row.even) for row, faults in tried if not faults and row.even]
    usual = _median(aparts)
    for row, faults in tried:
        other = Row(row.track, row.segment.turned())
        unsure = not faults and row.even and row.segment.apart is None and len(row.points) == _TWO
        if unsure and not _like(row, usual, _UNLIKE) and _like(other, usual, HOLE):
            yield row, [turn(row.segment)]
        else:
            yield row, faults


def outside_faults(track: Track, rows: Iterable[Row]) -> list[str]:
    """Segments of which lamps stand beyond an end of the track; on a lap there is none."""
    found = []
    for row in rows:
        beyond = np.flatnonzero(~track.has(row.metres))
        if len(beyond):
            number, metre = row.segment.first + beyond[0], row.metres[beyond[0]]
            more = f" (and {len(beyond) - 1} more of its lamps)" if len(beyond) > 1 else ""
            found.append(f"{row.name}: lamp {number} at {metre:.3f} m is outside {track.extent}{more}")
    return found


def between_faults(track: Track, rows: Sequence[Row], *, holes: bool) -> list[str]:
    """Segments that overlap, lamps at one place, kerb without lamps that nobody told of.

    Args:
        track: along whose kerb.
        rows: segments without faults.
        holes: whether these are all there are, so that holes can be told.
    """
    lamps = sum(row.segment.count for row in rows)
    if holes and not FEWEST <= lamps <= MOST:
        return [f"a survey has {FEWEST} to {MOST:,} lamps, not {lamps:,}"]
    if lamps < FEWEST:
        return []
    neighbours, overlaps = Neighbours(track, rows), dict(_overlaps(track, rows))
    found = [*overlaps.values(), *neighbours.together(overlaps)]
    return [*found, *neighbours.holes(), *neighbours.shorter()] if holes else found


def _names(wirings: Sequence[Wiring]) -> Iterator[str]:
    for nth, wiring in enumerate(wirings, start=1):
        if not wiring.name.strip():
            yield f"controller {nth} has no name"
    for name, times in Counter(wiring.name for wiring in wirings if wiring.name.strip()).items():
        if times > 1:
            yield f"{times} controllers are called {name}"
    for output, times in Counter(wiring.output for wiring in wirings if somewhere(wiring.output)).items():
        if times > 1:
            names = " and ".join(wiring.name for wiring in wirings if wiring.output == output)
            yield f"controllers {names} are sent to one address, {output}"


def _sizes(wirings: Sequence[Wiring]) -> Iterator[str]:
    for nth, wiring in enumerate(wirings, start=1):
        called = f"controller {wiring.name if wiring.name.strip() else nth}"
        if wiring.lamps is not None and not 1 <= wiring.lamps <= MOST:
            yield f"{called}: a controller has 1 to {MOST:,} lamps, not {wiring.lamps:,}"
        if not wiring.segments:
            yield f"{called} has no segments (leave it out, or say what hangs on it)"


def _numbers(wirings: Sequence[Wiring]) -> Iterator[str]:
    """The same lamp in two segments of a controller."""
    for wiring in wirings:
        for (nth, one), (other_nth, other) in combinations(enumerate(wiring.segments, start=1), 2):
            first, last = max(one.first, other.first), min(one.last, other.last)
            if first <= last:
                lamps = f"lamp {first} is" if first == last else f"lamps {first} to {last} are"
                yield f"controller {wiring.name}: {lamps} in segment {nth} and in segment {other_nth}"


def _overlaps(track: Track, rows: Sequence[Row]) -> Iterator[tuple[tuple[int, int], str]]:
    """Pairs of segments of which one begins before the other has ended."""
    shared: dict[tuple[int, int], list[tuple[float, float]]] = {}
    for pair, begin, end in _shared(track, np.array([row.kerb[[0, -1]] for row in rows])):
        shared.setdefault(pair, []).append((begin, end))
    for (one, other), stretches in shared.items():
        shorter = min(float(rows[nth].kerb[-1] - rows[nth].kerb[0]) for nth in (one, other))
        if sum(end - begin for begin, end in stretches) <= _INTERLEAVED * shorter:
            where = " and ".join(_between(track, begin, end) for begin, end in stretches)
            yield (one, other), f"{rows[one].name} and {rows[other].name} overlap {where}"


def _shared(track: Track, ends: Floats) -> Iterator[tuple[tuple[int, int], float, float]]:
    """Stretches of kerb that lie in two segments, round the finish too.

    Args:
        track: along whose kerb.
        ends: shape ``(segments, 2)``: metres of kerb at which each begins and ends, which may lie past a lap.
    """
    begins, closes = ends.T
    for turns in (0,) if track.is_open else (-2, -1, 0, 1, 2):
        first = np.maximum(begins[:, None], begins + turns * track.kerb_m)
        last = np.minimum(closes[:, None], closes + turns * track.kerb_m)
        for one, other in np.argwhere(np.triu(first < last, 1)).tolist():
            yield (one, other), float(first[one, other]), float(last[one, other])


def _between(track: Track, begin: float, end: float) -> str:
    metres = track.within(track.measured_at([begin, end]))
    return f"from {metres[0]:.3f} m to {metres[1]:.3f} m"


def _like(row: Row, usual: float, times: float) -> bool:
    """Whether its lamps stand about as far apart as usual."""
    apart = row.apart or 0.0
    return usual / times <= apart <= usual * times


def _median(weighted: Sequence[tuple[float, int]]) -> float:
    ordered = sorted(weighted)
    half, counted = sum(weight for _, weight in ordered) / 2, 0
    for value, weight in ordered:
        counted += weight
        if counted >= half:
            return value
    return 0.0
