"""The survey: which lamp stands at which metre of the measured line."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from pacelight.errors import SurveyError
from pacelight.track.tracks import Track, track

__all__ = ["Survey"]

HOLE = 3.0
"""A gap of so many times the usual distance between lamps is a hole."""

FEWEST = 2
"""Lamps without which there is nothing to survey."""

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
        faults = self.faults(self.track, metres)
        if faults:
            raise SurveyError(f"survey of {self.track.name}: {faults[0]}")

    @staticmethod
    def faults(lap: Track, metres: Floats) -> list[str]:
        """All that is wrong with these lamps, in words, with metres."""
        if metres.ndim != 1 or len(metres) < FEWEST:
            return ["a survey needs at least two lamps"]
        found = [
            f"lamp {i} at {metres[i]:.3f} m is outside the lap of {lap.lap}"
            for i in np.flatnonzero(~((metres >= 0) & (metres < lap.lap.metres)))
        ]
        steps = np.diff(metres)
        for i in np.flatnonzero(~(steps > 0)):
            word = "stands where" if steps[i] == 0 else "is out of order: it stands behind"
            found.append(f"lamp {i + 1} at {metres[i + 1]:.3f} m {word} lamp {i} at {metres[i]:.3f} m")
        if not found:
            around = np.append(steps, metres[0] + lap.lap.metres - metres[-1])
            for i in np.flatnonzero(around > HOLE * np.median(around)):
                end = metres[(i + 1) % len(metres)]
                found.append(
                    f"a hole of {around[i]:.2f} m after lamp {i}, from {metres[i]:.2f} m to {end:.2f} m"
                )
        return found

    @classmethod
    def even_kerb(cls, lap: Track, lamps: int) -> Self:
        """Lamps at even distances along the kerb, the first at the finish line.

        Raises:
            SurveyError: fewer than two lamps.
        """
        if lamps < FEWEST:
            raise SurveyError(f"a survey needs at least two lamps, not {lamps}")
        return cls(lap, lap.measured_at(np.arange(lamps) * (lap.kerb_at(lap.lap.metres) / lamps)))

    @classmethod
    def from_points(cls, lap: Track, lamps: int, points: Sequence[tuple[int, float]]) -> Self:
        """Lamps along the kerb between those whose metre is known.

        Args:
            lap: the track.
            lamps: how many there are.
            points: lamp and measured metre, in order, at least one.

        Raises:
            SurveyError: no points, points out of order, or beyond the lamps or the lap.
        """
        if not points:
            raise SurveyError("a survey needs at least one known point")
        numbers = np.array([number for number, _ in points], np.float64)
        known = np.array([metre for _, metre in points], np.float64)
        for i in np.flatnonzero((np.diff(numbers) <= 0) | (np.diff(known) <= 0)).tolist():
            raise SurveyError(
                f"point {i + 2} (lamp {points[i + 1][0]} at {known[i + 1]:.3f} m) does not follow "
                f"point {i + 1} (lamp {points[i][0]} at {known[i]:.3f} m)"
            )
        if numbers[0] < 0 or numbers[-1] >= lamps or known[0] < 0 or known[-1] >= lap.lap.metres:
            raise SurveyError(f"a known point lies outside the {lamps} lamps or the lap of {lap.lap}")
        kerb, whole = lap.kerb_at(known), float(lap.kerb_at(lap.lap.metres))
        along = np.interp(
            np.arange(lamps),
            np.concatenate([numbers[-1:] - lamps, numbers, numbers[:1] + lamps]),
            np.concatenate([kerb[-1:] - whole, kerb, kerb[:1] + whole]),
        )
        return cls(lap, np.sort(np.mod(lap.measured_at(along), lap.lap.metres)))

    @classmethod
    def read(cls, path: Path) -> Self:
        """A survey saved as TOML: ``track``, and either ``metres`` or ``lamps`` and ``points``.

        Raises:
            SurveyError: not such a file, or a survey that cannot be.
        """
        table = read_table(path)
        try:
            lap = track(table["track"])
            if "metres" in table:
                return cls(lap, np.array(table["metres"], np.float64))
            points = [(point["lamp"], point["metre"]) for point in table["points"]]
            return cls.from_points(lap, table["lamps"], points)
        except KeyError as missing:
            raise SurveyError(f"{path}: {missing.args[0]} is missing (see the page on geometry)") from None
        except (TypeError, ValueError) as wrong:
            raise SurveyError(f"{path}: {wrong}") from None

    def write(self, path: Path) -> None:
        """Save as TOML, to be read back equal."""
        rows = "\n".join(f"    {metre!r}," for metre in self.metres.tolist())
        path.write_text(f'track = "{self.track.name}"\nmetres = [\n{rows}\n]\n', encoding="utf-8")

    def __len__(self) -> int:
        return len(self.metres)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Survey)
            and self.track == other.track
            and bool(np.array_equal(self.metres, other.metres))
        )

    __hash__ = None  # type: ignore[assignment]  # compared lamp by lamp, never looked up


def read_table(path: Path) -> dict[str, Any]:
    """The TOML table of a file, or a refusal that says what is wrong with it."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SurveyError(f"{path}: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SurveyError(f"{path} is not a survey: {error}") from None
