"""What can be shown of a race afterwards: what was asked of the lights, what they showed, what was run.

Gathered from the journal alone, so that whoever has it can gather it again.
"""

from typing import Any

import msgspec

from pacelight.meet.live import Live

__all__ = ["SCHEMA", "evidence"]

SCHEMA = "pacelight.evidence/1"


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
        "asked": [msgspec.to_builtins(light.asked) for light in live.lights],
        "shown": {
            "gun_unix_ns": live.gun.unix_ns if live.gun else None,
            "rate": live.gun.rate if live.gun else None,
            "output": msgspec.to_builtins(live.output),
        },
        "run": [_run(live, starter.bib, starter.athlete) for starter in heat.starters],
        "records": msgspec.to_builtins(live.records),
    }


def _run(live: Live, bib: str, athlete: str) -> dict[str, Any]:
    return {
        "bib": bib,
        "athlete": athlete,
        "splits": msgspec.to_builtins(live.splits(bib)),
        "gaps": msgspec.to_builtins(list(live.gaps.get(bib, {}).values())),
        "result": msgspec.to_builtins(live.result(bib)),
    }
