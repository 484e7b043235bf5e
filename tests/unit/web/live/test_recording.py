import copy
import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacelight.web.live.fold import Fold
from pacelight.web.live.recorder import Recorder, Recordings
from pacelight.web.live.recording import KEY, entry, folded, goes_on, key, race_of, said

GUN_NS = 1_739_476_800_000_000_000


class Clock:
    """Goes on by a second with every look."""

    def __init__(self, now_ns: int = GUN_NS) -> None:
        self.now_ns = now_ns

    def __call__(self) -> int:
        self.now_ns += 10**9
        return self.now_ns


@pytest.fixture
def kept(tmp_path: Path) -> Recordings:
    return Recordings(tmp_path / "shown")


@pytest.fixture
def recorder(kept: Recordings) -> Iterator[Recorder]:
    with closing(Recorder(kept, Clock())) as recorder:
        yield recorder


def record(recorder: Recorder, *told: dict[str, Any]) -> None:
    for document in told:
        recorder.hear(copy.deepcopy(document))


def race(snapshot: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {**copy.deepcopy(snapshot), **changes}


def fired(snapshot: dict[str, Any], gun: int | None, **changes: Any) -> dict[str, Any]:
    return race(snapshot, clock={**snapshot["clock"], "gun_unix_ns": gun}, **changes)


def test_what_is_recorded_folds_to_what_was_shown(
    kept: Recordings, recorder: Recorder, snapshot: Any, deltas: Any
) -> None:
    record(recorder, snapshot, *deltas)
    shown = Fold()
    shown.replace(copy.deepcopy(snapshot))
    for delta in deltas:
        shown.take(delta)
    end = kept.end(kept.keys()[0])
    assert shown.snapshot is not None
    assert end is not None
    machines = {"seq", "output", "clocks", "sources", "alarms", "holder"}
    assert {name for name in end | shown.snapshot if end.get(name) != shown.snapshot.get(name)} <= machines
    assert len(end["runners"]) == 3


def test_each_line_has_the_instant_at_which_it_came(
    kept: Recordings, recorder: Recorder, snapshot: Any, deltas: Any
) -> None:
    record(recorder, snapshot, *deltas[:2])
    lines = [json.loads(line) for line in kept.lines(kept.keys()[0])]
    assert [list(line) for line in lines] == [["at_unix_ns", "snapshot"], *[["at_unix_ns", "delta"]] * 2]
    stamps = [line["at_unix_ns"] for line in lines]
    assert stamps == sorted(stamps)


def test_what_is_told_again_is_written_once(
    kept: Recordings, recorder: Recorder, snapshot: Any, deltas: Any
) -> None:
    record(recorder, snapshot, *deltas[:4], *deltas[:4], race(snapshot, seq=8))
    assert len(kept.lines(kept.keys()[0])) == 5


def test_a_web_process_that_was_killed_goes_on_with_its_recording(
    kept: Recordings, recorder: Recorder, snapshot: Any, deltas: Any
) -> None:
    record(recorder, snapshot, *deltas[:2])
    (name,) = kept.keys()
    half = kept.folder / f"{name}.jsonl"
    half.write_bytes(half.read_bytes() + b'{"at_unix_ns":1,"del')
    recorder.close()
    with closing(Recorder(kept, Clock(GUN_NS * 2))) as again:
        record(again, fired(snapshot, 1000, seq=8, state="running"), deltas[4])
    assert kept.keys() == [name]
    assert all(said(line) is not None for line in half.read_bytes().splitlines())
    assert len(kept.lines(name)) == 5


def test_an_engine_that_is_back_goes_on_and_one_that_runs_it_anew_does_not(snapshot: Any) -> None:
    before, running = fired(snapshot, None), fired(snapshot, 1000)
    back, anew = fired(snapshot, 1000, boot="second"), fired(snapshot, 2000, boot="second")
    assert goes_on(before, running)
    assert goes_on(running, back)
    assert not goes_on(running, anew)
    assert not goes_on(running, fired(snapshot, None, boot="second"))
    assert goes_on(running, fired(snapshot, None))  # recalled, by the same engine
    assert not goes_on(None, running)
    assert not goes_on(running, race(running, race={**snapshot["race"], "id": "other"}))


def test_races_lie_in_files_of_their_own_and_the_last_is_found_by_its_id(
    kept: Recordings, recorder: Recorder, snapshot: Any, deltas: Any
) -> None:
    record(recorder, fired(snapshot, 1000), deltas[1])
    record(recorder, race(snapshot, seq=9, race={**snapshot["race"], "id": "womens-800"}))
    record(recorder, fired(snapshot, 2000, boot="second", seq=0))
    newest, middle, oldest = kept.keys()
    assert [race_of(name) for name in (newest, middle, oldest)] == ["mile", "womens-800", "mile"]
    assert kept.found("mile") == newest
    assert kept.found(oldest) == oldest
    assert kept.found("womens-800") == middle


@pytest.mark.parametrize(
    "asked", ["", "nothing", "../mile", "mile@x", "Mile", "mile/..", "mile@20250213T193000Z"]
)
def test_what_was_not_shown_is_not_found(
    kept: Recordings, recorder: Recorder, snapshot: Any, asked: str
) -> None:
    record(recorder, snapshot)
    assert kept.found(asked) is None


def test_a_folder_that_cannot_be_written_stops_nobody(tmp_path: Path, snapshot: Any, deltas: Any) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    complaints: list[str] = []
    recorder = Recorder(Recordings(tmp_path / "file" / "shown"), Clock(), complaints.append)
    record(recorder, snapshot, *deltas)
    assert len(complaints) == 1
    assert 'event=not-recorded race="mile" why="Not a directory"' in complaints[0]


def test_keys_are_of_letters_that_an_address_takes() -> None:
    assert KEY.fullmatch(key("mens-mile", GUN_NS))
    assert key("mens-mile", GUN_NS) == "mens-mile@20250213T200000Z"


@given(st.binary(max_size=300))
def test_no_line_stops_whoever_reads(line: bytes) -> None:
    assert folded([line]) is None or said(line) is not None


@given(st.integers(0, 2**62), st.dictionaries(st.sampled_from(["wind", "state"]), st.text(max_size=20)))
def test_an_entry_reads_back(at_ns: int, fields: dict[str, str]) -> None:
    document = {"seq": 1, "type": "state", **fields}
    assert said(entry(at_ns, document)) == {"at_unix_ns": at_ns, "delta": document}


def test_a_race_that_is_put_right_after_it_left_the_track_ends_so(
    recorder: Recorder, kept: Recordings, snapshot: Any, deltas: Any
) -> None:
    record(recorder, snapshot, *deltas)
    name = kept.found("mile")
    assert name is not None
    last = kept.end(name)
    assert last is not None
    size = kept.size(name)
    lampless = {**copy.deepcopy(last), "track": {**last["track"], "lamps": []}, "look": None}
    recorder.put_right(lampless)
    assert kept.size(name) == size  # nothing of it is another
    recorder.put_right({**lampless, "state": "official", "seq": 99})
    end = kept.end(name)
    assert end is not None
    assert (end["state"], end["track"], end.get("look")) == ("official", last["track"], last.get("look"))
    recorder.put_right(fired(snapshot, 5, boot="another"))  # it was run anew: that is another recording
    recorder.put_right(race(snapshot, race={**snapshot["race"], "id": "never-shown"}))
    assert kept.end(name) == end
    assert kept.found("never-shown") is None


def test_a_disk_that_refuses_what_was_put_right_is_told_of(
    tmp_path: Path, snapshot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    said_of: list[str] = []
    kept = Recordings(tmp_path / "shown")
    with closing(Recorder(kept, Clock(), said_of.append)) as recorder:
        record(recorder, snapshot)

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(kept, "open", full)
        recorder.put_right(race(snapshot, state="official"))
    assert "race=mile" in said_of[-1].replace('"', "")
    assert "No space left" in said_of[-1]
