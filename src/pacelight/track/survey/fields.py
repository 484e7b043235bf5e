"""Values of a survey file: each read as what it must be, or refused with how it is written."""

import math
from collections.abc import Iterable, Mapping
from typing import Any

from pacelight.errors import SurveyError
from pacelight.track.survey.marks import MARKS, mark
from pacelight.track.survey.segment import Point
from pacelight.track.tracks import Track

__all__ = ["known", "listed", "metre", "named_mark", "point", "text", "whole"]

_FURTHEST_M = 100_000
"""Beyond this nobody has mistyped a metre of a lap; the file is something else."""

_POINT = "{ lamp = 0, metre = 0.0 }"


def known(table: Mapping[str, Any], what: str, needed: Iterable[str], allowed: Iterable[str] = ()) -> None:
    """Refuse a table that lacks a field, or has one that it cannot have."""
    needed, allowed = tuple(needed), tuple(allowed)
    for name in needed:
        if name not in table:
            raise SurveyError(f"{name} is missing ({what} has {', '.join(needed)})")
    for name in table:
        if name not in needed + allowed:
            raise SurveyError(f"{what} has no {name} (it has {', '.join(needed + allowed)})")


def listed(table: Mapping[str, Any], name: str) -> list[Any]:
    """A list; none where there is no such field."""
    values = table.get(name, [])
    if not isinstance(values, list):
        raise SurveyError(f"{name} is a list, not {values!r}")
    return values


def text(name: str, value: object) -> str:
    """A text."""
    if not isinstance(value, str):
        raise SurveyError(f"{name} is written in quotation marks, not {value!r}")
    return value


def whole(name: str, value: object) -> int:
    """A whole number."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise SurveyError(f"{name} is a whole number, not {value!r}")
    return value


def metre(value: object) -> float:
    """A number of metres."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise SurveyError(f"a metre is a number, not {value!r}")
    if abs(value) > _FURTHEST_M:
        raise SurveyError(f"a metre beyond {_FURTHEST_M:,} is none of a lap")
    return float(value)


def point(track: Track, value: object) -> Point:
    """A lamp that was measured; its metre is not a number where the track has no mark of that name."""
    if not isinstance(value, dict) or set(value) not in ({"lamp", "metre"}, {"lamp", "at"}):
        raise SurveyError(f'a point is written {_POINT} or {{ lamp = 0, at = "finish" }}, not {value!r}')
    lamp = whole("lamp", value["lamp"])
    if "metre" in value:
        return Point(lamp, metre(value["metre"]))
    at = text("at", value["at"])
    found = mark(track, at)
    return Point(lamp, float("nan") if found is None else found, at)


def named_mark(track: Track, value: object) -> Point:
    """A lamp that was measured, beside a mark that there is."""
    found = point(track, value)
    if found.at and math.isnan(found.metre):
        raise SurveyError(f"{track.name} has no mark '{found.at}' (there are {MARKS})")
    return found
