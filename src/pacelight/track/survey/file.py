"""Surveys on disk: TOML with ``track``, and ``metres``, or ``lamps`` and ``points``, or controllers."""

import os
import tomllib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from pacelight.errors import Failure, SurveyError
from pacelight.track.gpx import Line
from pacelight.track.names import track
from pacelight.track.survey.faults import lamp_faults
from pacelight.track.survey.fields import listed, metre, named_mark, text, whole
from pacelight.track.survey.known import between, point_faults
from pacelight.track.survey.rail import Rail
from pacelight.track.survey.wiring_file import quoted, wiring, written
from pacelight.track.tracks import Track

__all__ = ["SurveyFile", "rail_text"]

Floats = npt.NDArray[np.float64]

_FORMS = (("track", "metres"), ("track", "lamps", "points"), ("track", "controller"))
_LIKE = "a survey has track and metres, or track, lamps and points, or track and [[controller]]"


@dataclass(frozen=True, eq=False, slots=True)
class SurveyFile:
    """What a survey file says, whole or not.

    Attributes:
        track: whose lap it is.
        lamps: how many it speaks of.
        metres: shape ``(lamps,)``; empty where the known points are wrong.
        faults: all that is wrong with them, in words, with metres.
        rail: controllers and segments; None where the file has none.
    """

    track: Track
    lamps: int
    metres: Floats
    faults: tuple[str, ...]
    rail: Rail | None = None

    @classmethod
    def read(cls, path: Path, road: Line | None = None) -> "SurveyFile":
        """Read one.

        Args:
            path: of the file.
            road: the line of its track, if that is a road and its file need not be beside.

        Raises:
            SurveyError: not there, not TOML, of no known track, a field missing, unknown or wrong.
        """
        table = _table(path)
        try:
            _check_fields(table)
            return cls._of(table, path.parent, road)
        except ValueError as wrong:  # every refusal is one
            raise SurveyError(f"{path}: {wrong}") from None

    @staticmethod
    def write(path: Path, lap: Track, metres: Floats) -> None:
        """Save lamp by lamp, to be read back equal.

        Raises:
            Failure: the file cannot be written.
        """
        rows = "\n".join(f"    {metre!r}," for metre in metres.tolist())
        _save(path, f"track = {quoted(lap.name)}\nmetres = [\n{rows}\n]\n")

    @staticmethod
    def write_rail(path: Path, rail: Rail) -> None:
        """Save controllers and segments, whole or not yet, to be read back equal.

        Raises:
            Failure: the file cannot be written.
        """
        _save(path, rail_text(rail))

    @classmethod
    def _of(cls, table: dict[str, Any], folder: Path, road: Line | None) -> "SurveyFile":
        lap = track(text("track", table["track"]), folder, road)
        if "controller" in table:
            return cls._of_rail(Rail(lap, tuple(wiring(lap, one) for one in listed(table, "controller"))))
        if "metres" in table:
            metres = np.array([metre(value) for value in listed(table, "metres")], np.float64)
            return cls(lap, len(metres), metres, tuple(lamp_faults(lap, metres)))
        lamps = whole("lamps", table["lamps"])
        points = [
            (one.lamp, one.metre) for one in (named_mark(lap, value) for value in listed(table, "points"))
        ]
        faults = point_faults(lap, lamps, points)
        metres = np.empty(0) if faults else between(lap, lamps, points)
        return cls(lap, lamps, metres, tuple(faults or lamp_faults(lap, metres)))

    @classmethod
    def _of_rail(cls, rail: Rail) -> "SurveyFile":
        lamps = sum(segment.count for one in rail.wirings for segment in one.segments)
        metres = np.empty(0) if rail.faults else rail.metres
        return cls(rail.track, lamps, metres, rail.faults, rail)


def rail_text(rail: Rail) -> str:
    """Controllers and segments as a file has them."""
    return f"track = {quoted(rail.track.name)}\n{written(rail.wirings)}"


def _save(path: Path, lines: str) -> None:
    """Write a file so that it is there whole, or as it was before."""
    aside = path.with_name(f".{path.name}.new")
    try:
        with aside.open("w", encoding="utf-8") as file:
            file.write(lines)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except OSError as error:
        with suppress(OSError):
            aside.unlink()
        raise Failure(f"cannot write {path} ({error.strerror})") from error


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SurveyError(f"{path}: {error.strerror}") from None
    except (ValueError, RecursionError) as error:  # no TOML, no text, or more of it than can be read
        raise SurveyError(f"{path} is not a survey: {error}") from None


def _check_fields(table: dict[str, Any]) -> None:
    form = _FORMS[2] if "controller" in table else _FORMS["metres" not in table]
    for name in form:
        if name not in table:
            raise SurveyError(f"{name} is missing ({_LIKE})")
    for name in table:
        if name not in form:
            raise SurveyError(f"{name} has no place beside {' and '.join(form)}")
