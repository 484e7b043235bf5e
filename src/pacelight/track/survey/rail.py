"""The rail: all segments of all controllers along one kerb, and the lamps they make together."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from pacelight.track.survey.controller import Controller
from pacelight.track.survey.laying import Row
from pacelight.track.survey.patch import Placed, patch
from pacelight.track.survey.rail_faults import between_faults, outside_faults, turned, wiring_faults
from pacelight.track.survey.segment import Wiring
from pacelight.track.survey.segment_faults import segment_faults
from pacelight.track.tracks import Track

__all__ = ["Rail"]

_MOST_SEGMENTS = 2_000
"""Five for every metre of a lap of 400 m; each is compared with all the others."""

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Rail:
    """What a survey by controllers says, whole or not.

    Attributes:
        track: along whose kerb.
        wirings: the controllers, as they were written down.
    """

    track: Track
    wirings: Sequence[Wiring]

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The segments that can be laid, in the order of the file."""
        return tuple(row for row, faults in self._tried if not faults)

    @cached_property
    def faults(self) -> tuple[str, ...]:
        """All that is wrong: of the controllers, of each segment, then between them.

        Holes can only be told where every segment can be laid.
        """
        if (segments := sum(len(one.segments) for one in self.wirings)) > _MOST_SEGMENTS:
            return (f"a survey has {_MOST_SEGMENTS:,} segments at most, not {segments:,}",)
        alone = [f"{row.name}: {fault}" for row, faults in self._tried for fault in faults]
        found = wiring_faults(self.wirings) + alone
        whole = len(self.rows) == len(self._tried)
        beyond = outside_faults(self.track, self.rows)
        return (*found, *beyond, *between_faults(self.track, self.rows, holes=whole and not beyond))

    @cached_property
    def metres(self) -> Floats:
        """Metres past the finish of the lamps that can be laid, from the finish on; shape ``(lamps,)``."""
        return np.sort(self._metres, kind="stable")

    @cached_property
    def placed(self) -> tuple[Placed, ...]:
        """Which lamps the segments are; of a rail without faults."""
        lamps = np.empty(len(self._metres), np.intp)
        lamps[np.argsort(self._metres, kind="stable")] = np.arange(len(lamps))
        ends = np.cumsum([row.segment.count for row in self.rows])
        return tuple(
            Placed(row.controller, row.nth, row.segment, some, row.apart or 0.0)
            for row, some in zip(self.rows, np.split(lamps, ends[:-1]), strict=True)
        )

    @cached_property
    def controllers(self) -> tuple[Controller, ...]:
        """The patch; of a rail without faults."""
        return patch(self.wirings, self.placed)

    @cached_property
    def _metres(self) -> Floats:
        return np.concatenate([np.empty(0), *(row.metres for row in self.rows)])

    @cached_property
    def _tried(self) -> tuple[tuple[Row, list[str]], ...]:
        """Every segment, and what is wrong with it."""
        tried = [
            (Row(self.track, segment, wiring.name, nth), segment_faults(self.track, segment, wiring.lamps))
            for wiring in self.wirings
            for nth, segment in enumerate(wiring.segments)
        ]
        return tuple(turned(tried))
