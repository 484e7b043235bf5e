"""The survey: which lamp stands at which metre of the measured line."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Self

import numpy as np
import numpy.typing as npt

from pacelight.errors import SurveyError
from pacelight.track.gpx import Line
from pacelight.track.survey.controller import Controller
from pacelight.track.survey.faults import FEWEST, MOST, lamp_faults
from pacelight.track.survey.file import SurveyFile
from pacelight.track.survey.known import between, point_faults
from pacelight.track.survey.patch import Hung, Placed, patch_faults
from pacelight.track.survey.rail import Rail
from pacelight.track.survey.segment import Segment, Wiring
from pacelight.track.tracks import Track

__all__ = ["Survey"]

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Survey:
    """Lamp by lamp, the metre of the measured line beside which it stands.

    Attributes:
        track: whose lap it is.
        metres: shape ``(lamps,)``, strictly increasing, on the track; lamp 0 is the first past the finish,
            or after the first of two ends.
        controllers: on which lamps hang, each with its part of the patch;
            one without a name, which shows the frame as it is, where none are given.
        placed: the segments of the controllers; none where lamps were surveyed along one line.

    Raises:
        SurveyError: a hole, lamps out of order, two at one place, or outside the lap; says where, in metres.
    """

    track: Track
    metres: Floats
    controllers: tuple[Controller, ...] = ()
    placed: tuple[Placed, ...] = ()

    def __post_init__(self) -> None:
        metres = np.array(self.metres, np.float64)
        metres.setflags(write=False)
        object.__setattr__(self, "metres", metres)
        if not self.controllers:
            object.__setattr__(self, "controllers", (Controller.only(metres.size),))
        faults = lamp_faults(self.track, metres, even=not self.placed)
        faults += [] if faults else patch_faults(self.controllers, metres.size)
        if faults:
            raise SurveyError(f"survey of {self.track.name}: {_first(faults)}")

    @classmethod
    def even_kerb(cls, lap: Track, lamps: int) -> Self:
        """Lamps at even distances along the kerb, the first at the finish line, or one at each of two ends.

        Raises:
            SurveyError: fewer than two lamps, or more than a million.
        """
        if not FEWEST <= lamps <= MOST:
            raise SurveyError(f"a survey has {FEWEST} to {MOST:,} lamps, not {lamps:,}")
        steps = lamps - 1 if lap.is_open else lamps
        metres = lap.measured_at(lap.kerb_at(lap.begins_m) + np.arange(lamps) * (lap.kerb_m / steps))
        metres[0] = lap.begins_m  # exactly, wherever on the track the finish is
        return cls(lap, np.minimum(metres, lap.ends_m))

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
    def read(cls, path: Path, road: Line | None = None) -> Self:
        """A survey saved as TOML: ``track``, and ``metres``, or ``lamps`` and ``points``, or controllers.

        Args:
            path: of the file.
            road: the line of its track, if that is a road and its file need not be beside.

        Raises:
            SurveyError: not such a file, or a survey that cannot be.
        """
        file = SurveyFile.read(path, road)
        if file.faults:
            raise SurveyError(f"{path}: survey of {file.track.name}: {_first(file.faults)}")
        return cls.of_file(file)

    @classmethod
    def of_file(cls, file: SurveyFile) -> Self:
        """The survey that a file is, where it has no faults."""
        return cls(file.track, file.metres) if file.rail is None else cls.of(file.rail)

    @classmethod
    def of(cls, rail: Rail) -> Self:
        """The lamps of all controllers, from the finish on, and the patch.

        Raises:
            SurveyError: controllers or segments with faults.
        """
        if rail.faults:
            raise SurveyError(f"survey of {rail.track.name}: {_first(rail.faults)}")
        return cls(rail.track, rail.metres, rail.controllers, rail.placed)

    def write(self, path: Path) -> None:
        """Save as TOML, to be read back equal.

        Raises:
            Failure: the file cannot be written.
        """
        if self.placed:
            SurveyFile.write_rail(path, self.rail)
        else:
            SurveyFile.write(path, self.track, self.metres)

    @property
    def rail(self) -> Rail:
        """Controllers and segments as they were written down; none where there are none."""
        written = [
            Wiring(one.name, one.output, one.lamps, self._segments(one.name)) for one in self.controllers
        ]
        return Rail(self.track, tuple(one for one in written if one.segments))

    def _segments(self, controller: str) -> tuple[Segment, ...]:
        return tuple(one.segment for one in self.placed if one.controller == controller)

    def nearest(self, metre: float) -> int:
        """The lamp nearest to a metre of the measured line, of a lap round the finish; of two the first."""
        if self.track.is_open:
            return int(np.argmin(np.abs(self.metres - metre)))
        lap = self.track.lap.metres
        off = np.abs(self.metres - metre % lap)
        return int(np.argmin(np.minimum(off, lap - off)))

    def hung(self, lamp: int) -> Hung | None:
        """On which controller a lamp hangs, and by which number; None where no controllers are named."""
        if not self.placed:
            return None
        owner, number = self._hung
        one = self.placed[owner[lamp]]
        return Hung(one.controller, one.nth, int(number[lamp]), int(number[lamp]) in one.segment.dead)

    @cached_property
    def dead(self) -> npt.NDArray[np.bool_]:
        """Which lamps do not shine; shape ``(lamps,)``."""
        found = np.zeros(len(self), np.bool_)
        for one in self.placed:
            found[one.lamps[~one.live]] = True
        return found

    @cached_property
    def _hung(self) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
        """Of each lamp its segment, of those placed, and its number on the controller."""
        owner, number = np.empty(len(self), np.intp), np.empty(len(self), np.intp)
        for nth, one in enumerate(self.placed):
            owner[one.lamps], number[one.lamps] = nth, one.segment.numbers
        return owner, number

    def __len__(self) -> int:
        return len(self.metres)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Survey)
            and self.track == other.track
            and bool(np.array_equal(self.metres, other.metres))
            and self.controllers == other.controllers
        )

    __hash__ = None  # type: ignore[assignment]  # compared lamp by lamp, never looked up


def _first(faults: Sequence[str]) -> str:
    """The first fault, and how many more there are: an error is one line."""
    more = f" (and {len(faults) - 1} more: pacelight track check)" if len(faults) > 1 else ""
    return faults[0] + more
