"""Splits as people type or paste them: a point and its running time a line, however they are written.

>>> [f"{at} {when.ns / 1e9}" for at, when in points("400 m 55.8; 800=1:52.0")]
['400 m 55.8', '800 m 112.0']
"""

import re
from collections.abc import Iterator

from pacelight.distance import Distance
from pacelight.errors import DistanceError, MarkError, PlanError
from pacelight.mark import Elapsed, Mark
from pacelight.plan.model import Knot

__all__ = ["points"]

_LINE = re.compile(
    r"(?P<at>\d+(?:\.\d+)?(?:\s*(?:metres|meters|miles|yards|mile|km|mi|yd|m))?|mile)"
    r"(?:\s*[=:]\s*|\s+|\s*\|\s*)(?P<time>\d[\d:.]*)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\n;]")

_MOST = 200


def points(text: str) -> tuple[Knot, ...]:
    """The points of a plan, in the order in which they are written.

    Args:
        text: a point a line, or semicolons between: ``400 55.8``, ``400=55.8``, ``400 m: 0:55.8``,
            two columns of a table.

    Raises:
        PlanError: a line that is no point; it says which, and what to write.
    """
    found = list(_points(text))
    if not found:
        raise PlanError("no points (write distance and running time, one a line: 400 55.8)")
    if len(found) > _MOST:
        raise PlanError(f"{len(found)} points are more than a plan has ({_MOST} at most)")
    return tuple(found)


def _points(text: str) -> Iterator[Knot]:
    for number, line in enumerate(_BETWEEN.split(text.replace("\r\n", "\n")), start=1):
        told = line.strip().strip(",").replace("\t", " ")
        if told:
            yield _point(number, told)


def _point(number: int, told: str) -> tuple[Distance, Elapsed]:
    match = _LINE.fullmatch(told)
    if match is None:
        raise PlanError(f"line {number}: not a point: '{told}' (write distance and running time: 400 55.8)")
    try:
        return Distance.parse(match["at"]), Mark.parse(match["time"]).elapsed
    except (DistanceError, MarkError) as error:
        raise PlanError(f"line {number}: {error}") from error
