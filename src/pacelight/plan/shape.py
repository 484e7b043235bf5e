"""A plan for programs: as JSON, as lines of a table, as lines of a race file."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pacelight.book.asking import answers
from pacelight.distance import Distance
from pacelight.mark import Elapsed
from pacelight.plan.table import Row, clock
from pacelight.plan.wanted import Wanted

__all__ = ["HEADER", "lines", "plan_shape", "race_lines"]

HEADER = ("distance_m", "time", "stretch", "speed_mps")


def plan_shape(wanted: Wanted, rows: Sequence[Row]) -> dict[str, Any]:
    """``pacelight.plan/1``."""
    plan = wanted.plan
    return {
        "schema": "pacelight.plan/1",
        "event": wanted.event.code,
        "distance_m": plan.distance.metres,
        "kind": plan.kind,
        "name": plan.name,
        "origin": plan.origin,
        "mark": answers.mark(wanted.mark),
        "athlete": wanted.athlete,
        "as_of": wanted.as_of.isoformat() if wanted.as_of else None,
        "knots": [[at.mm, when.ns] for at, when in plan.knots],
        "pieces": plan.pieces.tolist(),
        "table": [
            {
                "distance_m": row.distance.metres,
                "elapsed_s": row.elapsed.ns / 1e9,
                "segment_s": row.segment.ns / 1e9,
                "text": clock(row.elapsed),
                "speed": row.speed,
            }
            for row in rows
        ],
    }


def lines(rows: Sequence[Row]) -> Iterator[tuple[str, ...]]:
    """The table as lines of text, under `HEADER`."""
    for row in rows:
        metres = f"{row.distance.mm // 1000}.{row.distance.mm % 1000:03d}".rstrip("0").rstrip(".")
        yield metres, clock(row.elapsed), clock(row.segment), f"{row.speed:.3f}"


def race_lines(wanted: Wanted, name: str, asked: Mapping[str, Any] | None = None) -> str:
    """The light as a race file has it, in TOML.

    Args:
        wanted: what it runs.
        name: of the light.
        asked: of which record of the book: ``level``, and what else was asked; None for the plan itself.
    """
    if asked is not None:
        told = {"kind": "record", **asked}
    elif wanted.plan.kind == "even":
        told = {"kind": "even", "mark": str(wanted.mark)}
    else:
        told = {"kind": "splits", "splits": [[_metres(at), _time(when)] for at, when in wanted.plan.knots]}
    fields = ", ".join(f"{field} = {_toml(value)}" for field, value in told.items())
    return f"[[light]]\nname = {_toml(name)}\nplan = {{ {fields} }}\n"


def _metres(at: Distance) -> str:
    return str(at)


def _time(when: Elapsed) -> str:
    return clock(when)


def _toml(value: Any) -> str:  # noqa: ANN401  # whatever JSON and TOML write alike
    if hasattr(value, "isoformat"):
        return str(value.isoformat())  # a day of its own kind, without quotes
    return json.dumps(value, ensure_ascii=False)
