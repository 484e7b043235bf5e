"""The layout: which stretch of the measured line each lamp shines for, and on which channels.

Channels run in the order of the lamps, red, green, blue each: lamp ``n`` has ``3 n`` to ``3 n + 2``.
"""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import numpy as np
import numpy.typing as npt

from pacelight.errors import SurveyError

if TYPE_CHECKING:  # the process of the loop loads no track
    from pacelight.track import Survey

__all__ = ["Layout"]

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Layout:
    """The track cut into cells, one a lamp, without gap or overlap.

    Attributes:
        edges: shape ``(lamps + 1,)``, strictly increasing, in metres past the finish line:
            lamp ``n`` shines for ``edges[n]`` to ``edges[n + 1]``; the first may begin before the line.
        lap_m: length of the lap; infinite on a track with two ends, where nothing comes round again.

    Raises:
        SurveyError: the cells are out of order, or are no lap.
    """

    edges: Floats
    lap_m: float

    def __post_init__(self) -> None:
        edges = np.array(self.edges, np.float64)
        edges.setflags(write=False)
        object.__setattr__(self, "edges", edges)
        if edges.ndim != 1 or not edges[1:].size or not np.all(np.diff(edges) > 0):
            raise SurveyError("the cells of the lamps are out of order: lay them out from a survey")
        if not math.isinf(self.lap_m) and abs(self.lit_m - self.lap_m) > self.lap_m * 1e-12:
            raise SurveyError(f"the cells of the lamps cover {self.lit_m:.3f} m of {self.lap_m} m")

    @classmethod
    def of(cls, survey: "Survey") -> Self:
        """Each lamp shines half-way to its neighbours, also across the finish line.

        At the two ends of a track the outermost shine as far out as in.
        """
        lap, metres = survey.track.lap.metres, survey.metres
        between = (metres[:-1] + metres[1:]) / 2
        if survey.track.is_open:
            first, last = 2 * metres[0] - between[0], 2 * metres[-1] - between[-1]
            return cls(np.concatenate([[first], between, [last]]), math.inf)
        last = (metres[-1] + metres[0] + lap) / 2
        return cls(np.concatenate([[last - lap], between, [last]]), lap)

    @property
    def lit_m(self) -> float:
        """Metres for which there are lamps: the lap, or from end to end."""
        return float(self.edges[-1] - self.edges[0])

    def __len__(self) -> int:
        return len(self.edges) - 1
