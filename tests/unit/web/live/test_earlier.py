"""A recording that begins in mid-race goes back to the gun by the times that the first snapshot knows."""

import copy
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest

from pacelight.web.live.earlier import earlier
from pacelight.web.live.fold import fold
from pacelight.web.live.recorder import Recorder, Recordings
from pacelight.web.live.recording import entry, folded

GUN_NS = 1_739_476_800_000_000_000
S = 10**9
MARK = {"text": "3:45.14", "value": 225_140, "unit": "ms", "precision": 2}
EN_ROUTE = {"text": "3:29.63", "value": 209_630, "unit": "ms", "precision": 2}


def split(distance_m: float, elapsed_s: float) -> dict[str, Any]:
    return {"distance_m": distance_m, "elapsed_s": elapsed_s, "text": str(elapsed_s), "official": True,
            "method": "photo"}  # fmt: skip


@pytest.fixture
def run(snapshot: Any) -> Any:
    """The mile after its finish, as a web process hears of it that begins then."""
    late = copy.deepcopy(snapshot)
    late["state"], late["seq"], late["wind"] = "finished", 90, "+0.4"
    late["clock"] |= {"gun_unix_ns": GUN_NS, "rate": 1.0}
    late["race"]["event"]["distance_m"] = 1609.344
    late["runners"][0] |= {
        "splits": [split(1609.344, 225.14), split(800.0, 112.55), split(1500.0, 209.63)],
        "gaps": [{"light": "WR", "distance_m": 800.0, "gap_s": 0.2, "gap_m": 1.4},
                 {"light": "WR", "distance_m": 700.0, "gap_s": 0.1, "gap_m": 0.7}],
        "result": {"place": 1, "mark": MARK},
        "outlook": {"lines": []},
    }  # fmt: skip
    late["records"] = [{"level": "WR", "scope": "WORLD", "code": "1500sh", "athlete": "A", "mark": EN_ROUTE}]
    return late


def told(found: list[tuple[int, Any]]) -> list[tuple[float, str]]:
    return [((at - GUN_NS) / S, one.get("type", "snapshot")) for at, one in found]


def test_each_time_comes_at_its_instant_of_the_race(run: Any) -> None:
    assert told(earlier(run, GUN_NS + 300 * S)) == [
        (0, "snapshot"), (0, "state"), (0, "clock"), (0, "look"),
        (112.55, "split"), (112.55, "gap"),
        (209.63, "split"), (209.63, "record"),
        (225.14, "split"), (225.14, "result"),
    ]  # fmt: skip


def test_a_race_told_twice_as_fast_is_so_here(run: Any) -> None:
    run["clock"]["rate"] = 2.0
    assert [at for at, _ in told(earlier(run, GUN_NS + 300 * S))][-1] == pytest.approx(112.57)


def test_at_the_gun_nothing_was_timed(run: Any) -> None:
    (at, begun), *_ = earlier(run, GUN_NS + 300 * S)
    assert (at, begun["state"], begun["wind"], begun["records"]) == (GUN_NS, "running", "", [])
    assert {(runner["result"], len(runner["splits"]), runner["outlook"]) for runner in begun["runners"]} == {
        (None, 0, None)
    }
    assert begun["look"]["lights"] == "run"
    assert (begun["boot"], begun["seq"], begun["lights"]) == (run["boot"], 90, run["lights"])


def test_what_it_folds_to_is_what_the_snapshot_has(run: Any) -> None:
    (_, race), *deltas = copy.deepcopy(earlier(run, GUN_NS + 300 * S))
    for _, delta in deltas:
        fold(race, delta)
    mine, theirs = race["runners"][0], run["runners"][0]
    assert sorted(mine["splits"], key=str) == sorted(theirs["splits"], key=str)
    assert mine["result"] == theirs["result"]
    assert race["records"] == run["records"]


def test_the_snapshot_that_was_heard_is_not_changed(run: Any) -> None:
    before = copy.deepcopy(run)
    earlier(run, GUN_NS + 300 * S)
    assert run == before


@pytest.mark.parametrize("gun", [None, GUN_NS + 300 * S])
def test_before_a_gun_there_is_nothing(run: Any, gun: int | None) -> None:
    run["clock"]["gun_unix_ns"] = gun
    assert earlier(run, GUN_NS + 300 * S) == []


def test_of_what_was_recorded_already_nothing_comes_again(run: Any) -> None:
    assert told(earlier(run, GUN_NS + 300 * S, since_ns=GUN_NS + 210 * S)) == [
        (225.14, "split"),
        (225.14, "result"),
    ]
    assert earlier(run, GUN_NS + 300 * S, since_ns=GUN_NS + 299 * S) == []


def recorded(folder: Path, now_ns: int, *documents: Any) -> Any:
    kept = Recordings(folder)
    with closing(Recorder(kept, lambda: now_ns, lambda _: None)) as recorder:
        for document in documents:
            recorder.hear(copy.deepcopy(document))
    (name,) = kept.keys()
    return [msgspec.json.decode(line) for line in kept.lines(name)]


def test_a_web_process_that_begins_in_mid_race_records_it_from_the_gun(tmp_path: Path, run: Any) -> None:
    lines = recorded(tmp_path, GUN_NS + 300 * S, run)
    assert lines[0]["at_unix_ns"] == GUN_NS
    assert [line["at_unix_ns"] for line in lines] == sorted(line["at_unix_ns"] for line in lines)
    assert (lines[-1]["at_unix_ns"], lines[-1]["snapshot"]) == (GUN_NS + 300 * S, run)
    half_way = [line for line in lines if line["at_unix_ns"] < GUN_NS + 200 * S]
    known = folded(map(msgspec.json.encode, half_way))
    assert known is not None
    assert [one["distance_m"] for one in known["runners"][0]["splits"]] == [800.0]


def test_one_that_was_killed_has_no_gap_for_the_time_between(tmp_path: Path, run: Any) -> None:
    before = copy.deepcopy(run) | {"seq": 10, "state": "running", "records": []}
    before["runners"][0] |= {"splits": [split(800.0, 112.55)], "gaps": [], "result": None}
    first = recorded(tmp_path, GUN_NS + 120 * S, before)
    after = recorded(tmp_path, GUN_NS + 300 * S, run)[len(first) :]
    assert [(line["at_unix_ns"] - GUN_NS) / S for line in after] == [209.63, 209.63, 225.14, 225.14, 300]
    assert "snapshot" in after[-1]


def test_a_line_of_a_recording_is_what_was_heard() -> None:
    assert entry(5, {"seq": 1, "type": "wind", "wind": ""}).endswith(b"}\n")
