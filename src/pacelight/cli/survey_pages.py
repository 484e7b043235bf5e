"""A survey on the terminal: what is wrong with it, or what hangs where."""

import json as json_texts
import sys
from pathlib import Path
from typing import Any

import numpy as np

from pacelight.track import Survey
from pacelight.track.survey.file import SurveyFile
from pacelight.track.survey.laying import Row
from pacelight.track.survey.rail import Rail
from pacelight.track.survey.segment import Wiring
from pacelight.track.survey.told import told

__all__ = ["apart", "checked", "controllers", "rail_lines"]

_DECIMALS = 4
"""Tenths of a millimetre."""


def checked(path: Path, read: SurveyFile, *, json: bool) -> None:
    """What was found in a survey file: every fault, or that it is whole."""
    survey = None if read.faults else Survey.of_file(read)
    lamps = f"{read.lamps} lamps {'along' if read.track.is_open else 'round'} {read.track.name}"
    if json:
        sys.stdout.write(json_texts.dumps(_shape(path, read, survey), ensure_ascii=False) + "\n")
    elif survey is None:
        _say(*(f"{path}: {fault}" for fault in read.faults))
        count = f"{len(read.faults)} faults" if len(read.faults) > 1 else "a fault"
        _say(f"{count} in {lamps}")
    else:
        least, most = apart(survey)
        _say(f"{path}: whole, {lamps}, {least:.3f} to {most:.3f} m apart")
        _say(*([] if read.rail is None else rail_lines(read.rail)))


def apart(survey: Survey) -> tuple[float, float]:
    """The least and the greatest distance between neighbours, round the finish of a lap too."""
    metres, track = survey.metres, survey.track
    gaps = np.diff(metres) if track.is_open else np.diff(metres, append=metres[0] + track.lap.metres)
    return float(gaps.min()), float(gaps.max())


def rail_lines(rail: Rail) -> list[str]:
    """Controllers, and under each its segments, as far as they can be laid."""
    lines = []
    for wiring in rail.wirings:
        rows = [row for row in rail.rows if row.controller == wiring.name]
        used = sum(segment.count for segment in wiring.segments)
        unused = f", {wiring.size - used} of them unused" if wiring.size > used else ""
        where = f" at {wiring.output}" if wiring.output else ""
        lines.append(f"controller {wiring.name}{where}: {wiring.size} lamps{unused}")
        lines += [f"  segment {row.nth + 1}: {told(row)}" for row in rows]
    return lines


def controllers(rail: Rail) -> list[dict[str, Any]]:
    """Controllers and segments for programs; a segment that cannot be laid has no metres."""
    return [_controller(wiring, rail) for wiring in rail.wirings]


def _shape(path: Path, read: SurveyFile, survey: Survey | None) -> dict[str, Any]:
    """``pacelight.survey/1``; every length in metres."""
    shape = {
        "schema": "pacelight.survey/1",
        "file": str(path),
        "track": read.track.name,
        "lamps": read.lamps,
        "whole": not read.faults,
        "faults": list(read.faults),
        "apart_m": None if survey is None else [_round(metres) for metres in apart(survey)],
    }
    return shape if read.rail is None else shape | {"controllers": controllers(read.rail)}


def _controller(wiring: Wiring, rail: Rail) -> dict[str, Any]:
    rows = {row.nth: row for row in rail.rows if row.controller == wiring.name}
    return {
        "name": wiring.name,
        "output": wiring.output or None,
        "lamps": wiring.size,
        "segments": [
            {
                "first": segment.first,
                "count": segment.count,
                "direction": "against" if segment.against else "with",
                "offset_m": segment.offset,
                "gaps": [{"after": gap.after, "metres": gap.metres} for gap in segment.gaps],
                "dead": list(segment.dead),
                "colours": segment.colours,
            }
            | _laid(rows.get(nth))
            for nth, segment in enumerate(wiring.segments)
        ],
    }


def _laid(row: Row | None) -> dict[str, float | None]:
    if row is None:
        return {"from_m": None, "to_m": None, "apart_m": None}
    first, last = (_round(metre) for metre in row.metres[[0, -1]])
    return {"from_m": first, "to_m": last, "apart_m": None if row.apart is None else _round(row.apart)}


def _round(metres: float) -> float:
    return round(float(metres), _DECIMALS)


def _say(*lines: str) -> None:
    for line in lines:
        sys.stdout.write(line + "\n")
