"""The page previews another time for a light as the engine runs it: the same pieces, the same refusals.

``replans.json`` holds lights as pages are told of them, when each is asked for another time, and what it runs
then; ``frontend/tests/turned.test.ts`` reads it too. If another answer is meant,
``python tests/golden/test_replans.py`` writes the file anew.
"""

import json
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from pacelight.distance import MILE, Distance
from pacelight.errors import PlanError
from pacelight.mark import Elapsed, Mark
from pacelight.plan.change import Turn
from pacelight.plan.makers import even, splits
from pacelight.plan.model import Plan, Ramp

FILE = Path(__file__).parent / "replans.json"
EVEN = even(MILE, Mark.parse("3:46.63"))
LAST = Mark.parse("3:45.14").elapsed
"""Of a light through splits, which is never quite even."""
SPLITS = splits(
    MILE,
    [(Distance(m * 1000), Elapsed(ns * 10**7)) for m, ns in ((400, 5580), (800, 11400), (1200, 17110))]
    + [(MILE, LAST)],
)
STANDING = EVEN.from_standing(Ramp(Elapsed(3 * 10**9), Distance(60_000)))
TWICE = EVEN.turned(Turn(Elapsed(50 * 10**9), Mark.parse("3:50.00").elapsed))
PLANS = (EVEN, SPLITS, STANDING, TWICE)
AT_S = (0.5, 51.7, 113.315, 170.0, 220.0, 222.7, 240.0)
FINISH = ("3:40.00", "3:44.90", "3:46.63", "3:52.00", "5:00.00")


def shown(plan: Plan) -> dict[str, Any]:
    return {"pieces": plan.pieces.tolist(), "finish_s": plan.finish.ns / 1e9}


def told() -> dict[str, Any]:
    asked = list(product(range(len(PLANS)), AT_S, (Mark.parse(one).elapsed for one in FINISH)))
    lights = [shown(plan) for plan in PLANS]
    return {"distance_m": MILE.metres, "lights": lights, "cases": [case(*one) for one in asked]}


def case(light: int, at_s: float, finish: Elapsed) -> dict[str, Any]:
    """Nothing after it where the engine refuses; what it was to do later gives way (``meet.desk.replan``)."""
    turn = Turn(Elapsed(round(at_s * 1e9)), finish)
    earlier = tuple(one for one in PLANS[light].turns if one.at < turn.at)
    try:
        after = shown(replace(PLANS[light], turns=earlier).turned(turn))
    except PlanError:
        after = None
    return {"light": light, "at_s": at_s, "finish_s": finish.ns / 1e9, "after": after}


def test_the_page_previews_what_the_engine_runs() -> None:
    found, known = told(), json.loads(FILE.read_text(encoding="ascii"))
    assert found["distance_m"] == known["distance_m"]
    assert found["lights"] == [near(one) for one in known["lights"]]
    for one, other in zip(found["cases"], known["cases"], strict=True):
        assert one == {**other, "after": other["after"] and near(other["after"])}
    refused = [one for one in found["cases"] if one["after"] is None]
    assert 30 < len(refused) < len(found["cases"]) - 60


def near(way: dict[str, Any]) -> dict[str, Any]:
    """Within what the last bit of a number does."""
    return {**way, "pieces": [pytest.approx(row, abs=1e-9) for row in way["pieces"]]}


if __name__ == "__main__":
    FILE.write_text(json.dumps(told(), separators=(",", ":")) + "\n", encoding="ascii")
