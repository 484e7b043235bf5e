"""Whoever reads what is published finds whole files, though the publisher is killed at any moment."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from random import Random

import pytest

from pacelight.distance import Distance
from pacelight.errors import StoreError
from pacelight.mark import Elapsed
from pacelight.meet.journal import entries
from pacelight.meet.journal.file import Journal
from pacelight.meet.publish.put import put
from pacelight.meet.race import Command
from pacelight.timing import Method, Passing
from pacelight.timing.formats.lists.results import read_results

RACE = files("pacelight").joinpath("recordings/lievin-2025-mile.toml").read_text(encoding="utf-8")
KILLS, READS = 12, 400
FILES = {"a.csv", "b.json"}

WRITER = """
import sys
from itertools import count
from pathlib import Path
from pacelight.meet.publish.put import put
folder = Path(sys.argv[1])
for n in count(int(sys.argv[2])):
    for name in ("a.csv", "b.json"):
        put(folder / name, (b"%09d" % n) * 20_000)
    print(n, flush=True)
"""


@contextmanager
def writer(folder: Path, first: int) -> Iterator["subprocess.Popen[str]"]:
    """A program that puts one version after another."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), str(first)], stdout=subprocess.PIPE, text=True
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


def whole(path: Path) -> int:
    """The version that a file is; it is nothing else."""
    data = path.read_bytes()
    assert data == data[:9] * 20_000, (len(data), data[:9], data[-9:])
    return int(data[:9])


@pytest.mark.faults
def test_a_reader_finds_whole_versions_however_often_the_publisher_is_killed(tmp_path: Path) -> None:
    random, seen = Random(20250213), 0
    for _ in range(KILLS):
        with writer(tmp_path, seen + 1) as process:
            assert process.stdout is not None
            assert process.stdout.readline(), "at least one version is out"
            for _ in range(random.randrange(READS)):
                for name in sorted(FILES):
                    now = whole(tmp_path / name)
                    assert now >= seen - 1, "no version is taken back"
            process.send_signal(signal.SIGKILL)
            process.wait()
        seen = max(whole(tmp_path / name) for name in FILES)
        left = {path.name for path in tmp_path.iterdir()} - FILES
        assert left <= {f".{name}.new" for name in FILES}, "what is left over is written over next time"
    assert seen > KILLS
    assert put(tmp_path / "a.csv", b"and now another")
    assert not (tmp_path / ".a.csv.new").exists()


def test_two_programs_do_not_write_one_file_at_once(tmp_path: Path) -> None:
    import fcntl

    put(tmp_path / "a.csv", b"before")
    with (tmp_path / ".a.csv.new").open("wb") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        with pytest.raises(StoreError, match=r"a\.csv cannot be written: another program is writing it"):
            put(tmp_path / "a.csv", b"after")
    assert (tmp_path / "a.csv").read_bytes() == b"before"
    assert put(tmp_path / "a.csv", b"after")


@pytest.mark.faults
def test_what_is_watched_follows_the_journal_until_it_is_stopped(tmp_path: Path) -> None:
    journal = Journal.open(tmp_path / "l.journal")
    told = [
        entries.Opened(entries.SCHEMA, RACE, [], "book.sqlite", "sim://"),
        entries.Commanded(Command.CHECK, by="lights"),
        entries.Commanded(Command.ARM, by="lights"),
        entries.Fired(0, 1_739_475_000_000_000_000, "boot", "1"),
    ]
    for one in told:
        journal.append(one, unix_ns=journal.count)
    command = [
        sys.executable,
        "-m",
        "pacelight",
        "race",
        "publish",
        "l.journal",
        "--to",
        "out",
        "--watch",
        "--json",
    ]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, text=True, env=os.environ
    ) as process:
        try:
            assert process.stdout is not None
            first = [json.loads(process.stdout.readline())["file"] for _ in range(6)]
            assert first[-1] == "index.html"
            splits = iter(range(1, 6))
            for n in splits:
                passing = Passing(
                    "1", Distance(n * 100_000), Elapsed.of_ms(n * 14_000), Method.PHOTO, official=True,
                    source="camera", key=str(n),
                )  # fmt: skip
                journal.append(entries.Passed.of(passing), unix_ns=journal.count)
                while json.loads(process.stdout.readline())["file"] != "lievin-2025-mile.json":
                    pass
                (found,) = read_results((tmp_path / "out" / "lievin-2025-mile.json").read_bytes(), "x")
                row = next(row for row in found.rows if row.bib == "1")
                assert len(row.splits) == n
            process.send_signal(signal.SIGTERM)
            assert process.wait(timeout=10) == 0
        finally:
            process.kill()
            journal.close()
