"""What can be wrong with a segment by itself, in words, with metres."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

import numpy as np

from pacelight.track.survey.faults import HOLE, MOST
from pacelight.track.survey.laying import Row
from pacelight.track.survey.marks import MARKS
from pacelight.track.survey.segment import Segment
from pacelight.track.tracks import Track

__all__ = ["AGAINST", "STRETCH", "TAPE_M", "WITH", "distance", "listed", "segment_faults", "turn"]

WITH, AGAINST = "with", "against"
"""As the directions are written."""

TAPE_M = 0.05
"""What two measurements of a place may differ by."""

STRETCH = 0.02
"""What strips of one kind differ by, cut, stretched and laid round a bend: less than one lamp in fifty."""

_DENSEST_M = 0.002
"""Nearer than this no strip has its lamps, 500 of them on a metre."""

_SHOWN = 8
"""So many numbers of lamps are told; of more, how many there are."""


def segment_faults(track: Track, segment: Segment, lamps: int | None) -> list[str]:
    """All that is wrong with a segment, whatever hangs beside it; none if it can be laid.

    Args:
        track: whose lap it is.
        segment: as it was written down.
        lamps: how many its controller has; None where nobody said.
    """
    found = [*_numbering(segment)]
    if found:
        return found
    found = [*_beyond(segment, lamps), *_dead(segment)]
    unsound = [*_gaps(segment), *_points(track, segment)]
    row = Row(track, segment)
    return found + (unsound or [*_order(row)] or [*_spacing(row)])


def distance(metres: float) -> str:
    """A distance between lamps, as people say it.

    >>> distance(0.1667), distance(1.25)
    ('16.7 cm', '1.250 m')
    """
    return f"{metres * 100:.1f} cm" if abs(metres) < 1 else f"{metres:.3f} m"


def listed(numbers: Iterable[int]) -> str:
    """Numbers of lamps for people; of many, how many more there are."""
    shown = sorted(set(numbers))
    more = f" and {len(shown) - _SHOWN} more" if len(shown) > _SHOWN else ""
    return ", ".join(map(str, shown[:_SHOWN])) + more


def _numbering(segment: Segment) -> Iterator[str]:
    if segment.first < 0:
        yield f"its first lamp has the number {segment.first} (lamps are numbered from 0)"
    if segment.count < 1:
        yield f"count is 1 or more, not {segment.count}"
    elif segment.last >= MOST:
        yield f"its last lamp is {segment.last:,} (a controller has lamps 0 to {MOST - 1:,})"


def _beyond(segment: Segment, lamps: int | None) -> Iterator[str]:
    if lamps is not None and segment.last >= lamps:
        yield f"its last lamp is {segment.last}, but the controller has {lamps} (0 to {lamps - 1})"


def _dead(segment: Segment) -> Iterator[str]:
    beyond = [lamp for lamp in segment.dead if lamp not in segment.numbers]
    if beyond:
        yield f"dead {listed(beyond)}: there {'is' if segment.count == 1 else 'are'} {segment}"


def _gaps(segment: Segment) -> Iterator[str]:
    for gap in segment.gaps:
        if not segment.first - 1 <= gap.after <= segment.last:
            yield f"a gap after lamp {gap.after}: there {'is' if segment.count == 1 else 'are'} {segment}"
        if not gap.metres > 0:
            yield f"a gap of {gap.metres:.3f} m after lamp {gap.after} (a gap has some metres)"
    for after, times in Counter(gap.after for gap in segment.gaps).items():
        if times > 1:
            yield f"{times} gaps after lamp {after} (add them up to one)"


def _points(track: Track, segment: Segment) -> Iterator[str]:
    if not segment.points:
        yield "no lamp of it was measured (give at least one known point)"
    for point in segment.points:
        if point.lamp not in segment.numbers:
            yield f"a known point, {point}: there {'is' if segment.count == 1 else 'are'} {segment}"
        if point.at and np.isnan(point.metre):
            yield f"lamp {point.lamp} at '{point.at}': {track.name} has no such mark (there are {MARKS})"
        elif not track.has(point.metre):
            yield f"a known point, {point}, is outside {track.extent}"
    for one, other in pairwise(sorted(segment.points, key=lambda point: point.lamp)):
        if one.lamp == other.lamp:
            yield f"lamp {one.lamp} is at {one.metre:.3f} m and at {other.metre:.3f} m"
    for one, other in pairwise(sorted(segment.points, key=lambda point: point.metre)):
        if one.metre == other.metre and one.lamp != other.lamp:
            yield f"lamps {one.lamp} and {other.lamp} stand at one place, {one.metre:.3f} m"


def _order(row: Row) -> Iterator[str]:
    """Points that no runner passes in this order."""
    if row.in_order:
        return
    if Row(row.track, row.segment.turned()).in_order:
        yield turn(row.segment)
        return
    nth = int(np.argmin(row.steps) if row.track.is_open else np.argmax(row.steps))
    yield f"{row.points[nth + 1]} does not stand beyond {row.points[nth]}"


def _spacing(row: Row) -> Iterator[str]:
    """Distances between lamps that no strip has: none, or another here than there."""
    if row.apart is None and row.even:
        yield "one known point does not tell how far apart its lamps stand (give another, or apart)"
    elif row.apart is not None and row.apart < _DENSEST_M:
        yield (
            f"its lamps would stand {distance(row.apart)} apart, as on no strip "
            "(a known point, a gap or the count is wrong)"
        )
    elif odd := [*_pieces(row)]:
        yield from [turn(row.segment)] if _even(Row(row.track, row.segment.turned())) else odd
    elif row.kerb[-1] - row.kerb[0] >= row.track.kerb_m:
        yield f"its lamps are longer than {row.track.extent}, one every {distance(row.apart or 0.0)}"


def _even(row: Row) -> bool:
    """Whether its lamps stand about as far apart everywhere."""
    return row.in_order and row.apart is not None and row.apart >= _DENSEST_M and not any(_pieces(row))


def _pieces(row: Row) -> Iterator[str]:
    """Stretches between known points whose lamps would stand otherwise apart than the rest."""
    apart = row.apart or 0.0
    kerb = np.diff(row.track.kerb_at(row.unrolled))
    for (one, other), steps, whole, bare in zip(
        pairwise(row.points), row.strips, kerb, row.bare, strict=True
    ):
        room = max(TAPE_M, (HOLE - 1) * apart, STRETCH * whole)
        if not steps and abs(bare) > room:
            yield f"{one} and {other}: {whole:.3f} m of kerb, but gaps of {whole - bare:.3f} m"
        elif steps and not bare > 0:
            yield f"{one} and {other}: the gaps between them are longer than {whole:.3f} m of kerb"
        elif abs(bare - steps * apart) > room:
            yield (
                f"{one} and {other}: the lamps between them would stand {distance(bare / steps)} apart, "
                f"others {distance(apart)} (one of the two is wrong, or a gap is not told)"
            )


def turn(segment: Segment) -> str:
    """That its numbers grow the other way."""
    points = sorted(segment.points, key=lambda point: point.lamp)
    numbered, way = ("with", WITH) if segment.against else ("against", AGAINST)
    return (
        f"its lamps are numbered {numbered} the running direction, from {points[0].metre:.3f} m "
        f'to {points[-1].metre:.3f} m (write direction = "{way}")'
    )
