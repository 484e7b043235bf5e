"""Recordings go when there are too many, too much or too old of them, and never while one is written."""

import copy
import os
import stat
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacelight.cli.recordings_folder import keep_of
from pacelight.web.live.keeping import Keep, Stored, beyond
from pacelight.web.live.recorder import Recorder, Recordings
from pacelight.web.live.recording import begun_ns, key, race_of

GUN_NS = 1_739_476_800_000_000_000
DAY_NS = 86_400 * 10**9
ALL = Keep(0, 0, 0)


@pytest.fixture
def kept(tmp_path: Path) -> Recordings:
    return Recordings(tmp_path / "shown")


def lay(kept: Recordings, name: str, days_ago: int, size: int = 100) -> str:
    """A recording of so many days ago."""
    whole = key(name, GUN_NS - days_ago * DAY_NS)
    with closing(kept.open(whole)) as file:
        file.write(b"x" * size)
    return whole


def names(kept: Recordings) -> list[str]:
    return list(map(race_of, kept.keys()))


def test_the_oldest_go_first_and_each_says_why(kept: Recordings) -> None:
    for days, name in enumerate(("today", "yesterday", "before")):
        lay(kept, name, days)
    gone = kept.prune(Keep(count=2, megabytes=0, days=0), GUN_NS)
    assert [(race_of(one.name), one.size, why) for one, why in gone] == [("before", 100, "count")]
    assert names(kept) == ["today", "yesterday"]
    assert kept.prune(Keep(count=2, megabytes=0, days=0), GUN_NS) == []
    assert [why for _, why in kept.prune(Keep(count=0, megabytes=0, days=1), GUN_NS + DAY_NS)] == ["age"]
    assert names(kept) == ["today"]


def test_of_large_ones_fewer_are_kept(kept: Recordings) -> None:
    for days in range(4):
        lay(kept, f"race-{days}", days, size=400_000)
    assert {why for _, why in kept.prune(Keep(count=0, megabytes=1, days=0), GUN_NS)} == {"size"}
    assert names(kept) == ["race-0", "race-1"]


def test_without_limits_nothing_goes(kept: Recordings) -> None:
    lay(kept, "old", 10_000)
    assert kept.prune(ALL, GUN_NS) == []


def test_what_a_process_is_writing_stays_whatever_its_age(kept: Recordings) -> None:
    lay(kept, "old", 400)
    with closing(kept.open(key("older", GUN_NS - 500 * DAY_NS))):
        gone = Recordings(kept.folder).prune(Keep(count=0, megabytes=0, days=1), GUN_NS)
    assert [race_of(one.name) for one, _ in gone] == ["old"]
    assert names(kept) == ["older"]
    assert len(kept.prune(Keep(count=0, megabytes=0, days=1), GUN_NS)) == 1


def test_two_processes_may_show_one_race(kept: Recordings) -> None:
    name = key("mile", GUN_NS)
    with closing(kept.open(name)), closing(Recordings(kept.folder).open(name)):
        assert kept.prune(Keep(count=0, megabytes=0, days=1), GUN_NS + 5 * DAY_NS) == []


def test_other_files_of_the_folder_are_nobodys_business(kept: Recordings) -> None:
    lay(kept, "old", 400)
    others = ("notes.txt", "old.jsonl", "Old@20200101T000000Z.jsonl", "mile@20200101T000000Z.csv")
    for other in others:
        (kept.folder / other).write_text("mine", encoding="utf-8")
    kept.prune(Keep(count=0, megabytes=0, days=1), GUN_NS)
    assert sorted(path.name for path in kept.folder.iterdir()) == sorted(others)


def test_what_is_deleted_is_told_in_the_log(kept: Recordings, snapshot: Any) -> None:
    lay(kept, "old", 400)
    log: list[str] = []
    with closing(Recorder(kept, lambda: GUN_NS, log.append, Keep(count=1, megabytes=0, days=0))) as recorder:
        recorder.hear(copy.deepcopy(snapshot))
    assert names(kept) == ["mile"]
    assert log == [
        '2025-02-13T20:00:00Z event=recording-deleted key="old@20240110T200000Z" bytes="100" why="count"'
    ]


def test_a_folder_that_cannot_be_pruned_stops_nobody(
    kept: Recordings, snapshot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(kept, "old", 400)
    log: list[str] = []

    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refused)
    with closing(Recorder(kept, lambda: GUN_NS, log.append, Keep(count=1, megabytes=0, days=0))) as recorder:
        recorder.hear(copy.deepcopy(snapshot))
    assert [line.partition(" ")[2] for line in log] == ['event=recordings-not-pruned why="Permission denied"']
    assert names(kept) == ["mile", "old"]


def test_recordings_are_their_owners_alone(tmp_path: Path) -> None:
    mask = os.umask(0)
    try:
        kept = Recordings(tmp_path / "shown")
        lay(kept, "mile", 0)
    finally:
        os.umask(mask)
    (file,) = kept.folder.iterdir()
    assert (stat.S_IMODE(kept.folder.stat().st_mode), stat.S_IMODE(file.stat().st_mode)) == (0o700, 0o600)


@given(
    st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 10**7)), max_size=30),
    st.builds(Keep, st.integers(0, 20), st.integers(0, 20), st.integers(0, 20)),
)
def test_what_is_kept_is_within_every_limit(told: list[tuple[int, int]], keep: Keep) -> None:
    now_ns = 10**18
    stored = [Stored(f"r{nth}", now_ns - age * 10**9, size) for nth, (age, size) in enumerate(sorted(told))]
    gone = {one for one, _ in beyond(stored, keep, now_ns)}
    left = [one for one in stored if one not in gone]
    assert not keep.count or len(left) <= keep.count
    assert not keep.megabytes or sum(one.size for one in left) <= keep.megabytes * 10**6
    assert not keep.days or all(now_ns - one.begun_ns <= keep.days * DAY_NS for one in left)
    assert left == stored[: len(left)], "none is kept that is older than one that goes"


@given(st.integers(0, 4 * 10**9))
def test_a_key_says_when_its_recording_began(second: int) -> None:
    assert begun_ns(key("mile", second * 10**9)) == second * 10**9


@pytest.mark.parametrize("name", ["mile", "", "mile@20251399T990000Z"])
def test_a_key_without_an_instant_began_at_none(name: str) -> None:
    assert begun_ns(name) == 0


def test_the_command_line_says_what_is_kept() -> None:
    assert keep_of(None, None, None) == Keep() == Keep(500, 4000, 0)
    assert keep_of(0, 10, 30) == Keep(0, 10, 30)
