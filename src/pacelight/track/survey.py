"""The survey: which lamp stands at which metre of the measured line."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
import numpy.typing as npt

from pacelight.errors import SurveyError
from pacelight.track.faults import FEWEST, MOST, lamp_faults
from pacelight.track.known import between, point_faults
from pacelight.track.survey_file import SurveyFile
from pacelight.track.tracks import Track

__all__ = ["Survey"]

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Survey:
    """Lamp by lamp, the metre of the measured line beside which it stands.

    Attributes:
        track: whose lap it is.
        metres: shape ``(lamps,)``, strictly increasing, in ``[0, lap)``; lamp 0 is the first past the finish.

    Raises:
        SurveyError: a hole, lamps out of order, two at one place, or outside the lap; says where, in metres.
    """

    track: Track
    metres: Floats

    def __post_init__(self) -> None:
        metres = np.array(self.metres, np.float64)
        metres.setflags(write=False)
        object.__setattr__(self, "metres", metres)
        faults = lamp_faults(self.track, metres)
        if faults:
            raise SurveyError(f"survey of {self.track.name}: {_first(faults)}")

    @classmethod
    def even_kerb(cls, lap: Track, lamps: int) -> Self:
        """Lamps at even distances along the kerb, the first at the finish line.

        Raises:
            SurveyError: fewer than two lamps, or more than a million.
        """
        if not FEWEST <= lamps <= MOST:
            raise SurveyError(f"a survey has {FEWEST} to {MOST:,} lamps, not {lamps:,}")
        metres = lap.measured_at(np.arange(lamps) * (lap.kerb_at(lap.lap.metres) / lamps))
        metres[0] = 0.0  # exactly, wherever on the oval the finish is
        return cls(lap, metres)

    @classmethod
    def from_points(cls, lap: Track, lamps: int, points: Sequence[tuple[int, float]]) -> Self:
        """Lamps along the kerb between those whose metre is known.

        Args:
            lap: the track.
            lamps: how many there are.
            points: lamp and measured metre, in order, at least one.

        Raises:
            SurveyError: no points, points out of order, or beyond the lamps or the lap;
                or lamp 0 would not be the first past the finish.
        """
        faults = point_faults(lap, lamps, points)
        if faults:
            raise SurveyError(f"survey of {lap.name}: {_first(faults)}")
        return cls(lap, between(lap, lamps, points))

    @classmethod
    def read(cls, path: Path) -> Self:
        """A survey saved as TOML: ``track``, and either ``metres`` or ``lamps`` and ``points``.

        Raises:
            SurveyError: not such a file, or a survey that cannot be.
        """
        file = SurveyFile.read(path)
        if file.faults:
            raise SurveyError(f"{path}: survey of {file.track.name}: {_first(file.faults)}")
        return cls(file.track, file.metres)

    def write(self, path: Path) -> None:
        """Save as TOML, to be read back equal.

        Raises:
            Failure: the file cannot be written.
        """
        SurveyFile.write(path, self.track, self.metres)

    def nearest(self, metre: float) -> int:
        """The lamp nearest to a metre of the measured line, round the finish too; of two the first."""
        lap = self.track.lap.metres
        off = np.abs(self.metres - metre % lap)
        return int(np.argmin(np.minimum(off, lap - off)))

    def __len__(self) -> int:
        return len(self.metres)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Survey)
            and self.track == other.track
            and bool(np.array_equal(self.metres, other.metres))
        )

    __hash__ = None  # type: ignore[assignment]  # compared lamp by lamp, never looked up


def _first(faults: Sequence[str]) -> str:
    """The first fault, and how many more there are: an error is one line."""
    more = f" (and {len(faults) - 1} more: pacelight track check)" if len(faults) > 1 else ""
    return faults[0] + more
