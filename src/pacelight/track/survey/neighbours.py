"""Lamps of all segments as a runner passes them: which stand at one place, and where there are none."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from pacelight.track.survey.faults import HOLE
from pacelight.track.survey.laying import Row
from pacelight.track.survey.segment_faults import STRETCH, TAPE_M
from pacelight.track.tracks import Track

__all__ = ["Neighbours"]

_TOGETHER = 0.25
"""Lamps of two segments nearer than this share of their usual distance stand at one place."""

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Neighbours:
    """Lamps in the order in which a runner passes them, of whatever segment.

    Attributes:
        track: along whose kerb.
        rows: the segments.
    """

    track: Track
    rows: Sequence[Row]

    def together(self, known: Container[tuple[int, int]]) -> Iterator[str]:
        """Pairs of segments of which lamps stand at one place, but those known to overlap.

        Args:
            known: pairs of segments, counted from 0.
        """
        near = np.flatnonzero(self._gaps < _TOGETHER * np.minimum(*self._both(self._usual)))
        pairs: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for lamp in near.tolist():
            one, other = sorted((lamp, int(self._next[lamp])), key=lambda at: (self._row[at], at))
            pairs.setdefault((int(self._row[one]), int(self._row[other])), []).append((one, other))
        for pair, lamps in pairs.items():
            if pair[0] != pair[1] and pair not in known:
                first, second = map(self._called, lamps[0])
                more = f" (and {len(lamps) - 1} more of their lamps)" if len(lamps) > 1 else ""
                yield f"{first} and {second} stand at one place, {self._metres[lamps[0][0]]:.3f} m{more}"

    def holes(self) -> Iterator[str]:
        """Kerb without lamps, longer than the usual distance and what was told of gaps."""
        after, before = self._both(self._told[1])[0], self._both(self._told[0])[1]
        told = np.maximum(after, before)
        for lamp in np.flatnonzero(self._gaps > HOLE * np.maximum(*self._both(self._usual)) + told).tolist():
            end = int(self._next[lamp])
            begin_m, end_m = self._metres[lamp], self._metres[end]
            long_m = end_m - begin_m if self.track.is_open else (end_m - begin_m) % self.track.lap.metres
            known = f" ({told[lamp]:.3f} m of it are told as a gap)" if told[lamp] else ""
            yield (
                f"a hole of {long_m:.3f} m after {self._called(lamp)}, from {begin_m:.3f} m "
                f"to {end_m:.3f} m, where {self._called(end)} stands{known}"
            )

    def shorter(self) -> Iterator[str]:
        """Gaps told at the end of a segment that are longer than the kerb to the next lamp."""
        before, after = self._told
        for lamp in np.flatnonzero((after > 0) & (self._number == self._ends[1])).tolist():
            if lamp < len(self._next):
                yield from self._short(float(after[lamp]), lamp, lamp, int(self._next[lamp]))
        for lamp in np.flatnonzero((before > 0) & (self._number == self._ends[0])).tolist():
            if lamp or not self.track.is_open:
                yield from self._short(float(before[lamp]), lamp, lamp - 1, lamp - 1)

    def _short(self, told: float, lamp: int, gap: int, other: int) -> Iterator[str]:
        """One of them, where it is more than what people measure wrongly."""
        side, way = ("after", "on") if gap == lamp else ("before", "back")
        is_m = float(self._gaps[gap])
        if is_m < told - max(TAPE_M, (HOLE - 1) * self._usual[lamp], STRETCH * told):
            yield (
                f"a gap of {told:.3f} m {side} {self._called(lamp)} at {self._metres[lamp]:.3f} m, "
                f"but {self._called(other)} stands {is_m:.3f} m further {way}"
            )

    def _both(self, values: Floats) -> tuple[Floats, Floats]:
        """Of each lamp that has a next one: its value, and that of the next."""
        return values[: len(self._next)], values[self._next]

    @cached_property
    def _order(self) -> npt.NDArray[np.intp]:
        return np.argsort(np.concatenate([row.metres for row in self.rows]), kind="stable")

    @cached_property
    def _metres(self) -> Floats:
        return np.concatenate([row.metres for row in self.rows])[self._order]

    @cached_property
    def _row(self) -> npt.NDArray[np.intp]:
        """Of each lamp its segment."""
        counts = [row.segment.count for row in self.rows]
        return np.repeat(np.arange(len(counts)), counts)[self._order]

    @cached_property
    def _number(self) -> npt.NDArray[np.intp]:
        """Of each lamp its number on its controller."""
        return np.concatenate([np.array(row.segment.numbers) for row in self.rows])[self._order]

    @cached_property
    def _ends(self) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
        """Of each lamp the numbers of the first and the last of its segment, as a runner passes them."""
        ends = [
            (row.segment.first, row.segment.last)[:: -1 if row.segment.against else 1] for row in self.rows
        ]
        first, last = np.array(ends, np.intp)[self._row].T
        return first, last

    @cached_property
    def _told(self) -> tuple[Floats, Floats]:
        """Of each lamp the gaps told before and after it."""
        before, after = (np.concatenate([row.gaps[end] for row in self.rows]) for end in (0, 1))
        return before[self._order], after[self._order]

    @cached_property
    def _next(self) -> npt.NDArray[np.intp]:
        """Of each lamp the next; of the last on a track with two ends none."""
        lamps = np.arange(len(self._metres))
        return lamps[1:] if self.track.is_open else np.roll(lamps, -1)

    @cached_property
    def _gaps(self) -> Floats:
        """Metres of kerb from each lamp to the next."""
        kerb = self.track.kerb_at(self._metres)
        return np.diff(kerb) if self.track.is_open else np.diff(kerb, append=kerb[0] + self.track.kerb_m)

    @cached_property
    def _usual(self) -> Floats:
        """Of each lamp how far apart those of its segment stand; of one alone, how far lamps do here."""
        usual = np.array([row.apart or 0.0 for row in self.rows])[self._row]
        return np.where(usual > 0, usual, np.median(self._gaps))

    def _called(self, lamp: int) -> str:
        return f"lamp {self._number[lamp]} of {self.rows[self._row[lamp]].name}"
