"""Surveys on disk: TOML with ``track``, and either ``metres`` or ``lamps`` and ``points``."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from pacelight.errors import Failure, SurveyError
from pacelight.track.faults import lamp_faults
from pacelight.track.known import between, point_faults
from pacelight.track.tracks import Track, track

__all__ = ["SurveyFile"]

Floats = npt.NDArray[np.float64]

_FURTHEST_M = 100_000
"""Beyond this nobody has mistyped a metre of a lap; the file is something else."""

_FORMS = (("track", "metres"), ("track", "lamps", "points"))


@dataclass(frozen=True, eq=False, slots=True)
class SurveyFile:
    """What a survey file says, whole or not.

    Attributes:
        track: whose lap it is.
        lamps: how many it speaks of.
        metres: shape ``(lamps,)``; empty where the known points are wrong.
        faults: all that is wrong with them, in words, with metres.
    """

    track: Track
    lamps: int
    metres: Floats
    faults: tuple[str, ...]

    @classmethod
    def read(cls, path: Path) -> "SurveyFile":
        """Read one.

        Raises:
            SurveyError: not there, not TOML, of no known track, a field missing, unknown or wrong.
        """
        table = _table(path)
        try:
            _check_fields(table)
            return cls._of(table)
        except ValueError as wrong:  # every refusal is one
            raise SurveyError(f"{path}: {wrong}") from None

    @staticmethod
    def write(path: Path, lap: Track, metres: Floats) -> None:
        """Save lamp by lamp, to be read back equal.

        Raises:
            Failure: the file cannot be written.
        """
        rows = "\n".join(f"    {metre!r}," for metre in metres.tolist())
        try:
            path.write_text(f'track = "{lap.name}"\nmetres = [\n{rows}\n]\n', encoding="utf-8")
        except OSError as error:
            raise Failure(f"cannot write {path} ({error.strerror})") from error

    @classmethod
    def _of(cls, table: dict[str, Any]) -> "SurveyFile":
        name = table["track"]
        if not isinstance(name, str):
            raise SurveyError(f"track is a name in quotation marks, not {name!r}")
        lap = track(name)
        if "metres" in table:
            metres = np.array([_metre(value) for value in _list(table, "metres")], np.float64)
            return cls(lap, len(metres), metres, tuple(lamp_faults(lap, metres)))
        lamps = _whole("lamps", table["lamps"])
        points = [_point(value) for value in _list(table, "points")]
        faults = point_faults(lap, lamps, points)
        metres = np.empty(0) if faults else between(lap, lamps, points)
        return cls(lap, lamps, metres, tuple(faults or lamp_faults(lap, metres)))


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SurveyError(f"{path}: {error.strerror}") from None
    except (ValueError, RecursionError) as error:  # no TOML, no text, or more of it than can be read
        raise SurveyError(f"{path} is not a survey: {error}") from None


def _check_fields(table: dict[str, Any]) -> None:
    form = _FORMS["metres" not in table]
    for name in form:
        if name not in table:
            raise SurveyError(
                f"{name} is missing (a survey has track and metres, or track, lamps and points)"
            )
    for name in table:
        if name not in form:
            raise SurveyError(f"{name} has no place beside {' and '.join(form)}")


def _list(table: dict[str, Any], name: str) -> Sequence[Any]:
    values = table[name]
    if not isinstance(values, list):
        raise SurveyError(f"{name} is a list, not {values!r}")
    return values


def _point(value: object) -> tuple[int, float]:
    if not isinstance(value, dict) or set(value) != {"lamp", "metre"}:
        raise SurveyError(f"a point is written {{ lamp = 0, metre = 0.0 }}, not {value!r}")
    return _whole("lamp", value["lamp"]), _metre(value["metre"])


def _whole(name: str, value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise SurveyError(f"{name} is a whole number, not {value!r}")
    return value


def _metre(value: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise SurveyError(f"a metre is a number, not {value!r}")
    if abs(value) > _FURTHEST_M:
        raise SurveyError(f"a metre beyond {_FURTHEST_M:,} is none of a lap")
    return float(value)
