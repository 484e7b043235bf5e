"""What a race tells, as JSON lines: one object a line, each with ``schema`` and ``type``.

The same journal gives the same bytes, always.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import msgspec

from pacelight.meet.live.live import Live
from pacelight.meet.live.told import Told
from pacelight.meet.show.evidence import lights_shown

__all__ = ["SCHEMA", "line"]

SCHEMA = "pacelight.line/1"

_FOR_PAGES = {"clock", "look", "output", "clocks"}
"""Told to pages alone: they change from run to run and say nothing of the race."""


def line(told: Told, live: Live) -> bytes | None:
    """One line, newline left out; None for what only pages need.

    Args:
        told: what became known.
        live: the race right after it.
    """
    if told.kind in _FOR_PAGES:
        return None
    return msgspec.json.encode({"schema": SCHEMA, "type": told.kind} | _fields(told, live))


def _fields(told: Told, live: Live) -> dict[str, Any]:
    fields = _FIELDS.get(told.kind, _of_runner)
    return fields(told, live)


def _of_runner(told: Told, live: Live) -> dict[str, Any]:
    return {"bib": told.bib, "athlete": live.race.heat.starter(told.bib).athlete} | _plain(told, live)


def _plain(told: Told, _live: Live) -> dict[str, Any]:
    return {} if told.shown is None else msgspec.structs.asdict(told.shown)


def _race(_told: Told, live: Live) -> dict[str, Any]:
    heat = live.race.heat
    return {
        "id": live.race.id,
        "name": live.race.name,
        "event": heat.event.code,
        "distance_m": live.race.distance.metres,
        "sex": heat.sex,
        "day": heat.day.isoformat(),
        "venue": heat.venue,
        "competition": heat.competition,
        "starters": len(heat.starters),
    }


def _light(told: Told, live: Live) -> dict[str, Any]:
    hidden = {"distance_mm", "knots"}
    return {name: value for name, value in _plain(told, live).items() if name not in hidden}


def _state(_told: Told, live: Live) -> dict[str, Any]:
    return {"state": live.state}


def _refused(told: Told, _live: Live) -> dict[str, Any]:
    return {"bib": told.bib, "why": told.why}


def _done(told: Told, live: Live) -> dict[str, Any]:
    return {
        "state": live.state,
        **_plain(told, live),
        "output": live.output,
        "controllers": live.sent.controllers if live.sent else [],
        "lights": [{"light": name} | msgspec.structs.asdict(one) for name, one in lights_shown(live)],
    }


_FIELDS: Mapping[str, Callable[[Told, Live], dict[str, Any]]] = MappingProxyType(
    {
        "race": _race,
        "light": _light,
        "state": _state,
        "record": _plain,
        "refused": _refused,
        "done": _done,
    }
)
"""By kind; what is not here is told of a runner."""
