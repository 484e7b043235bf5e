"""What a race tells, as JSON lines: one object a line, each with ``schema`` and ``type``.

The same journal gives the same bytes, always.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import msgspec

from pacelight.meet.bus.protocol import ChangeShown
from pacelight.meet.live.live import Live
from pacelight.meet.live.shown import conflicts_shown, runner_shown
from pacelight.meet.live.told import Told
from pacelight.meet.race import Command
from pacelight.meet.show.evidence import lights_shown

__all__ = ["SCHEMA", "line"]

SCHEMA = "pacelight.line/1"

_FOR_PAGES = {"clock", "look", "output", "clocks", "races", "holder", "sources", "aside", "alarms"}
"""Told to pages alone: they change from run to run and say nothing of the race."""


def line(told: Told, live: Live) -> bytes | None:
    """One line, newline left out; None for what only pages need.

    Args:
        told: what became known.
        live: the race right after it.
    """
    if told.kind in _FOR_PAGES or _is_said_otherwise(told):
        return None
    race = {"race": told.race} if told.race else {}
    return msgspec.json.encode({"schema": SCHEMA, "type": told.kind} | race | _fields(told, live))


def _is_said_otherwise(told: Told) -> bool:
    """Whether it is a command: its state is told."""
    return isinstance(told.shown, ChangeShown) and told.shown.act in set(Command)


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
    hidden = {"distance_mm", "knots", "turns"}
    return {name: value for name, value in _plain(told, live).items() if name not in hidden}


def _state(_told: Told, live: Live) -> dict[str, Any]:
    return {"state": live.state} | ({"dark": True} if live.dark else {})


def _split(told: Told, live: Live) -> dict[str, Any]:
    """Without its key and who took it: that is for who puts it right."""
    return {name: one for name, one in _of_runner(told, live).items() if name not in {"key", "source"}}


def _result(told: Told, live: Live) -> dict[str, Any]:
    """With a rule where there is one."""
    fields = _of_runner(told, live)
    return fields if fields.get("rule") else {name: one for name, one in fields.items() if name != "rule"}


def _runner(told: Told, live: Live) -> dict[str, Any]:
    """Without what the start list says to whoever reads it aloud."""
    fields = msgspec.structs.asdict(runner_shown(live, told.bib))
    for one in ("athlete_key", "say", "lane", "club"):
        del fields[one]
    return {"bib": told.bib, "athlete": fields.pop("name")} | fields


def _all(told: Told, live: Live) -> dict[str, Any]:
    """What is told as a whole."""
    known = {"records": live.records, "conflicts": conflicts_shown(live), "wind": live.wind}
    return {told.kind: known[told.kind]}


def _sealed(told: Told, _live: Live) -> dict[str, Any]:
    return {"why": told.why}


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
        "split": _split,
        "result": _result,
        "record": _plain,
        "change": _plain,
        "runner": _runner,
        "replan": _light,
        **dict.fromkeys(("records", "conflicts", "wind"), _all),
        "sealed": _sealed,
        "refused": _refused,
        "done": _done,
    }
)
"""By kind; what is not here is told of a runner."""
