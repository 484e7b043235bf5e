"""A small race, as an engine tells it."""

from typing import Any

import pytest

LOOK = {
    "name": "running",
    "begin_unix_ns": 1000,
    "at_m": 190.656,
    "length_m": 10.0,
    "seconds": 0,
    "colour": "",
    "lights": "run",
}
OTHER = {
    "name": "office",
    "kind": "standby",
    "role": "following",
    "behind": 0,
    "offset_ms": 0.3,
    "error_ms": 0.1,
    "drift_ppm": None,
    "age_s": 0.2,
}
MARK = {"text": "3:45.14", "value": 225140, "unit": "ms", "precision": 2}
CHANGE = {
    "line": 7,
    "revision": 2,
    "act": "strike",
    "text": "struck out: bib 1 at 100 m in 14.20",
    "by": "timing desk",
    "role": "timer",
    "reason": "read twice",
    "undone": False,
}
LIGHT = {
    "name": "WR",
    "label": "World record 3:46.63",
    "colour": "#00ff55",
    "head_m": 1.0,
    "tail_m": 5.0,
    "mark": {**MARK, "text": "3:46.63", "value": 226630},
    "athlete": None,
    "as_of": None,
    "pieces": [[0.0, 0.0, 7.1, 0.0]],
    "finish_s": 226.63,
    "pattern": "comet",
    "dash_m": 2.0,
    "priority": 0,
}
RACE = {"id": "mile", "name": "Men's <mile>", "state": "held", "revision": 3, "on": True}
ASIDE = {
    "key": "k2",
    "bib": "",
    "distance_m": 200.0,
    "elapsed_s": 28.1,
    "text": "28.10",
    "method": "hand",
    "source": "hand",
    "standing": "waiting",
    "why": "",
}


def runner(bib: str, name: str) -> dict[str, Any]:
    standing = {"finish_only": False, "status": None, "splits": [], "gaps": [], "result": None}
    return {"bib": bib, "name": name, "nation": "NOR", **standing}


@pytest.fixture
def snapshot() -> dict[str, Any]:
    return {
        "schema": "pacelight.live/1",
        "seq": 4,
        "boot": "first",
        "state": "armed",
        "race": {
            "id": "mile",
            "name": "Men's <mile>",
            "event": {"code": "MILEsh", "name": "Mile short track", "distance_m": 1609.344},
            "sex": "men",
            "day": "2025-02-13",
            "venue": "Liévin",
            "competition": "Meeting",
        },
        "track": {"name": "short-200", "lap_m": 200.0, "start_s": 190.656, "outline": [], "lamps": []},
        "clock": {"gun_unix_ns": None, "rate": 1.0, "server_unix_ns": 1},
        "lights": [],
        "runners": [runner("1", "Jakob Ingebrigtsen"), runner("2", "Stefan Nillessen")],
        "records": [],
        "output": {"frames": 0, "late": 0, "lateness_p99_ms": 0.0, "target": "sim://"},
    }


@pytest.fixture
def deltas() -> list[dict[str, Any]]:
    """What followed, numbered on from the snapshot; a correction of a split and of a record among it."""
    split = {"distance_m": 100.0, "elapsed_s": 14.15, "text": "14.15", "official": False, "method": "photo"}
    record = {
        "level": "WR",
        "label": "WR",
        "scope": "WORLD",
        "code": "MILEsh",
        "mark": MARK,
        "by_thousandths": 1490,
        "stood": {**MARK, "text": "3:46.63", "value": 226630},
        "stood_since": "2025-02-08",
        "stood_by": ["Yared Nuguse"],
        "en_route": False,
        "athlete": "Jakob Ingebrigtsen",
        "nation": "NOR",
        "bib": "1",
        "status": "candidate",
        "equalled": False,
    }
    told: list[dict[str, Any]] = [
        {"type": "clock", "gun_unix_ns": 1000, "rate": 10.0, "server_unix_ns": 2000},
        {"type": "state", "state": "running"},
        {"type": "split", "bib": "1", **split},
        {"type": "split", "bib": "1", **split, "elapsed_s": 14.2, "text": "14.20"},
        {"type": "gap", "bib": "1", "light": "WR", "distance_m": 100.0, "gap_s": -0.07, "gap_m": -0.5},
        {"type": "gap", "bib": "1", "light": "WR", "distance_m": 100.0, "gap_s": -0.12, "gap_m": -0.8},
        {"type": "split", "bib": "77", **split},
        {"type": "record", **record},
        {"type": "record", **record, "status": "pending"},
        {"type": "result", "bib": "1", "status": None, "place": 1, "mark": MARK},
        {"type": "result", "bib": "2", "status": "DNF", "place": None, "mark": None},
        {"type": "output", "frames": 50, "late": 1, "lateness_p99_ms": 0.2, "target": "sim://"},
        {"type": "clocks", "timing": "replay", "others": [OTHER]},
        {"type": "look", **LOOK, "name": "start", "colour": "#ffffff", "seconds": 1},
        {"type": "look", **LOOK},
        {"type": "state", "state": "held", "dark": True, "holds": [{"from_s": 20.0, "to_s": None}]},
        {"type": "change", **CHANGE},
        {"type": "change", **CHANGE, "line": 8, "revision": 3, "act": "undo", "text": "line 7 taken back"},
        {"type": "change", **CHANGE, "undone": True},
        {"type": "runner", **runner("2", "Stefan Nillessen"), "rule": "", "splits": [{**split, "key": "k"}]},
        {"type": "light", **LIGHT},
        {"type": "light", **LIGHT, "finish_s": 227.0},
        {"type": "races", "races": [RACE]},
        {"type": "holder", "holder": {"client": "a", "by": "lights"}},
        {"type": "aside", "aside": [ASIDE]},
        {"type": "conflicts", "conflicts": []},
        {"type": "sources", "sources": []},
        {"type": "wind", "wind": "+0.6"},
        {"type": "alarms", "alarms": ["the journal goes on elsewhere"]},
        {"type": "a kind of the future", "anything": 1},
    ]
    return [{**delta, "seq": n} for n, delta in enumerate(told, 5)]
