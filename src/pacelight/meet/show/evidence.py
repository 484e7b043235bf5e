"""What can be shown of a race afterwards: what was asked of the lights, what they showed, what was run.

Gathered from the journal alone, so that whoever has it can gather it again.
"""

from collections.abc import Iterator
from fractions import Fraction
from hashlib import sha256
from typing import Any

import msgspec

from pacelight.meet.journal.entries import Asked
from pacelight.meet.journal.stretches import Absent
from pacelight.meet.live.live import Live
from pacelight.meet.show.strayed import Strayed, strayed

__all__ = ["SCHEMA", "evidence", "lights_shown", "plan_hash", "words"]

SCHEMA = "pacelight.evidence/2"

_NS = 1e9
_SILENCE_NS = 2_000_000_000
"""Between two stretches of an account of lights; it is taken about once a second."""


def evidence(live: Live) -> dict[str, Any]:
    """A race as three answers: asked, shown, run.

    Args:
        live: the race at the end of its journal.

    Returns:
        ready for JSON; the plan of each light in full, as knots of whole millimetres and nanoseconds.
    """
    heat = live.race.heat
    return {
        "schema": SCHEMA,
        "race": {
            "id": live.race.id,
            "event": heat.event.code,
            "sex": heat.sex,
            "day": heat.day.isoformat(),
            "state": live.state,
        },
        "asked": [
            msgspec.to_builtins(light.asked) | {"plan_sha256": plan_hash(light.asked)}
            for light in live.lights
        ],
        "shown": _shown(live),
        "run": [_run(live, starter.bib, starter.athlete) for starter in heat.starters],
        "records": msgspec.to_builtins(live.records),
    }


def plan_hash(asked: Asked) -> str:
    """A fingerprint of a light's plan: SHA-256 of its distance and its knots as compact JSON, in hex."""
    turns = [asked.turns] if asked.turns else []
    return sha256(msgspec.json.encode([asked.distance_mm, asked.knots, *turns])).hexdigest()


def words(live: Live) -> list[str]:
    """What was shown, for a referee: a line for each light, and for each controller that was not reached."""
    lines = [f"light {name}: {one.words}" for name, one in lights_shown(live)]
    lines += [_absence(one) for one in live.absent.values()]
    return lines + [
        f"nothing is known of the lights from {begin:.1f} s to {end:.1f} s" for begin, end in _silences(live)
    ]


def _shown(live: Live) -> dict[str, Any]:
    return {
        "gun_unix_ns": live.gun.unix_ns if live.gun else None,
        "rate": live.gun.rate if live.gun else None,
        "output": msgspec.to_builtins(live.output),
        "sent": None if live.sent is None else msgspec.to_builtins(live.sent.controllers),
        "lights": [
            {"name": name} | msgspec.structs.asdict(one) | {"words": one.words}
            for name, one in lights_shown(live)
        ],
        "absent": [msgspec.to_builtins(one) | {"words": _absence(one)} for one in live.absent.values()],
        "unknown_s": [list(silence) for silence in _silences(live)],
        "stretches": msgspec.to_builtins(live.stretches),
    }


def lights_shown(live: Live) -> Iterator[tuple[str, Strayed]]:
    """Of each light how far it was from its plan, once there was a gun."""
    if live.gun is not None:
        rate = float(Fraction(live.gun.rate))
        for light in live.lights:
            yield light.asked.name, strayed(light.plan, live.stretches, rate)


def _absence(one: Absent) -> str:
    end = "the end" if one.to_ns is None else f"{one.to_ns / _NS:.1f} s"
    return f"controller {one.controller}: {one.state} from {one.from_ns / _NS:.1f} s to {end} ({one.reason})"


def _silences(live: Live) -> list[tuple[float, float]]:
    """Race seconds from which and to which nothing is known: an engine died and another took over."""
    if live.gun is None:
        return []
    ends = [0, *(one.to_ns for one in live.stretches)]
    begins = [*(one.from_ns for one in live.stretches), _end_ns(live)]
    longest = _SILENCE_NS * float(Fraction(live.gun.rate))
    return [
        (end / _NS, begin / _NS) for end, begin in zip(ends, begins, strict=True) if begin - end > longest
    ]


def _end_ns(live: Live) -> int:
    """Until when lights ran, where the race is over; else as far as is known."""
    known = live.stretches[-1].to_ns if live.stretches else 0
    last = max((light.plan.finish.ns for light in live.lights), default=0)
    return last if live.done else known


def _run(live: Live, bib: str, athlete: str) -> dict[str, Any]:
    return {
        "bib": bib,
        "athlete": athlete,
        "splits": msgspec.to_builtins(live.splits(bib)),
        "gaps": msgspec.to_builtins(list(live.gaps.get(bib, {}).values())),
        "result": msgspec.to_builtins(live.result(bib)),
    }
