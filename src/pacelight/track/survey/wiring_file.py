"""Controllers and segments in a survey file: ``[[controller]]`` and ``[[controller.segment]]``."""

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pacelight.errors import SurveyError
from pacelight.track.survey.fields import known, listed, metre, point, text, whole
from pacelight.track.survey.segment import ORDERS, Gap, Point, Segment, Wiring
from pacelight.track.survey.segment_faults import AGAINST, WITH
from pacelight.track.tracks import Track

__all__ = ["quoted", "wiring", "written"]

_CONTROLLER = ("output", "lamps", "segment")
_SEGMENT = ("direction", "points", "offset", "apart", "gaps", "dead", "colours")


def wiring(track: Track, table: object) -> Wiring:
    """A controller, of its table.

    Raises:
        SurveyError: a field missing, unknown or wrong.
    """
    if not isinstance(table, dict):
        raise SurveyError(f"a controller is written [[controller]], not {table!r}")
    known(table, "a controller", ["name"], _CONTROLLER)
    lamps = table.get("lamps")
    return Wiring(
        name=text("name", table["name"]),
        output=text("output", table.get("output", "")),
        lamps=None if lamps is None else whole("lamps", lamps),
        segments=tuple(_segment(track, value) for value in listed(table, "segment")),
    )


def written(wirings: Iterable[Wiring]) -> str:
    """The controllers as TOML, to be read back equal."""
    return "".join(
        "".join([_head(one), *("\n" + _body(segment) for segment in one.segments)]) for one in wirings
    )


def quoted(value: str) -> str:
    """A text as TOML has it."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _segment(track: Track, table: object) -> Segment:
    if not isinstance(table, dict):
        raise SurveyError(f"a segment is written [[controller.segment]], not {table!r}")
    known(table, "a segment", ["first", "count"], _SEGMENT)
    return Segment(
        first=whole("first", table["first"]),
        count=whole("count", table["count"]),
        against=_one_of(table, "direction", (WITH, AGAINST)) == AGAINST,
        points=tuple(point(track, value) for value in listed(table, "points")),
        offset=_offset(table),
        apart=_apart(table),
        gaps=tuple(_gap(value) for value in listed(table, "gaps")),
        dead=tuple(sorted({whole("a dead lamp", value) for value in listed(table, "dead")})),
        colours=_one_of(table, "colours", ("RGB", *ORDERS)),
    )


def _one_of(table: Mapping[str, Any], name: str, values: Sequence[str]) -> str:
    """One of a few words; the first where there is no such field."""
    value = table.get(name, values[0])
    if value not in values:
        raise SurveyError(f"{name} is one of {', '.join(dict.fromkeys(values))}, not {value!r}")
    return str(value)


def _offset(table: Mapping[str, Any]) -> float:
    offset = metre(table.get("offset", 0.0))
    if math.isnan(offset):
        raise SurveyError("offset is a number of metres, not nan")
    return offset


def _apart(table: Mapping[str, Any]) -> float | None:
    if "apart" not in table:
        return None
    apart = metre(table["apart"])
    if not apart > 0:
        raise SurveyError(f"apart is the metres of kerb from lamp to lamp, more than 0, not {apart}")
    return apart


def _gap(value: object) -> Gap:
    if not isinstance(value, dict) or set(value) not in ({"after", "metres"}, {"before", "metres"}):
        raise SurveyError(f"a gap is written {{ after = 120, metres = 1.5 }}, or with before, not {value!r}")
    after = whole("after", value["after"]) if "after" in value else whole("before", value["before"]) - 1
    return Gap(after, metre(value["metres"]))


def _head(one: Wiring) -> str:
    lines = ["\n[[controller]]", f"name = {quoted(one.name)}"]
    lines += [f"output = {quoted(one.output)}"] if one.output else []
    lines += [] if one.lamps is None else [f"lamps = {one.lamps}"]
    return "\n".join(lines) + "\n"


def _body(segment: Segment) -> str:
    lines = ["[[controller.segment]]", f"first = {segment.first}", f"count = {segment.count}"]
    lines += [f'direction = "{AGAINST if segment.against else WITH}"']
    lines += ["points = [", *(f"    {_measured(one)}," for one in segment.points), "]"]
    lines += [f"offset = {segment.offset!r}"] if segment.offset else []
    lines += [] if segment.apart is None else [f"apart = {segment.apart!r}"]
    lines += [f"gaps = [{', '.join(_bare(gap, segment) for gap in segment.gaps)}]"] if segment.gaps else []
    lines += [f"dead = {list(segment.dead)}"] if segment.dead else []
    lines += [f'colours = "{segment.colours}"']
    return "\n".join(lines) + "\n"


def _measured(one: Point) -> str:
    place = f"at = {quoted(one.at)}" if one.at else f"metre = {one.metre!r}"
    return f"{{ lamp = {one.lamp}, {place} }}"


def _bare(gap: Gap, segment: Segment) -> str:
    where = f"before = {segment.first}" if gap.after < segment.first else f"after = {gap.after}"
    return f"{{ {where}, metres = {gap.metres!r} }}"
