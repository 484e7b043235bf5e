"""A disk that fails under the journal, by the system's own calls: nothing acknowledged is lost."""

import os
import re
import resource
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import msgspec
import pytest

from pacelight.meet.journal.file import proof, read

pytestmark = pytest.mark.faults

needs_strace = pytest.mark.skipif(
    shutil.which("strace") is None, reason="strace is not installed (apt-get install strace)"
)

REFUSES = ("strace", "-qq", "-f", "--seccomp-bpf", "-o", "/dev/null", "-e", "trace=fdatasync")
"""Stands before a program; of its system calls it sees these alone, so that the others take no longer."""

WRITER = """
import os, sys
from pathlib import Path
from pacelight.meet.clock import SystemClock
from pacelight.meet.engine.scribe import Scribe
from pacelight.meet.journal.entries import Judged
from pacelight.meet.journal.file import Journal
journal = Journal.open(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
scribe = Scribe(journal, SystemClock(), lambda text: print("alarm", text, flush=True))
for n in range(int(os.environ.get("ENTRIES", "20"))):
    entry = Judged(bib=str(n), status="DNF", elapsed_ns=n, source="", key=str(n))
    for one in scribe.write(entry):
        print("ack", getattr(one, "key", "sealed"), flush=True)
print("waiting", scribe.stuck, flush=True)
"""


def written(*arguments: object, inject: str = "", limit: int | None = None) -> list[str]:
    """What a process says that writes twenty entries and is refused system calls, or more than some bytes."""
    command = [sys.executable, "-c", WRITER, *map(str, arguments)]
    if inject:
        command = [*REFUSES, "-e", f"inject={inject}", *command]

    def small() -> None:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60, preexec_fn=small)
    return done.stdout.splitlines()


def acknowledged(said: list[str]) -> list[str]:
    return [line.removeprefix("ack ") for line in said if line.startswith("ack ")]


def kept(path: Path) -> list[str]:
    lines, fault = read(path)
    assert fault is None
    return [msgspec.json.decode(line.event).get("key", "sealed") for line in lines]


@needs_strace
@pytest.mark.parametrize("error", ["EIO", "ENOSPC"])
@pytest.mark.parametrize("when", [2, 11, 20])
@pytest.mark.parametrize("spare", [True, False], ids=["spare", "beside"])
def test_after_a_sync_that_failed_it_goes_on_elsewhere(
    tmp_path: Path, error: str, when: int, *, spare: bool
) -> None:
    path = tmp_path / "race.journal"
    other = tmp_path / "other"
    other.mkdir()
    said = written(path, *([other] if spare else []), inject=f"fdatasync:error={error}:when={when}")
    keys = [str(n) for n in range(20)]
    assert acknowledged(said) == [*keys[: when - 1], "sealed", *keys[when - 1 :]]
    assert kept(path) == acknowledged(said)
    assert [line for line in said if line.startswith("alarm")]
    first, second = (Path(name) for name, _ in proof(path).files)
    assert second.parent == (other if spare else tmp_path)
    assert first == path
    assert proof(path).unused > 0


@needs_strace
def test_every_disk_refusing_for_good_nothing_more_is_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "race.journal"
    said = written(path, inject="fdatasync:error=EIO:when=8+")
    assert acknowledged(said) == [str(n) for n in range(7)]
    assert said[-1] == "waiting True"
    assert kept(path)[:7] == acknowledged(said)
    assert "nothing is acknowledged" in next(line for line in said if line.startswith("alarm"))


def test_a_file_that_may_not_grow_is_left_for_the_next(tmp_path: Path) -> None:
    path = tmp_path / "race.journal"
    said = written(path, limit=1500)
    assert [key for key in acknowledged(said) if key != "sealed"] == [str(n) for n in range(20)]
    assert kept(path) == acknowledged(said)
    assert len(proof(path).files) > 2


def test_a_disk_that_is_full_is_left_for_the_spare(tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    mount = f"mount -t tmpfs -o size=8k tmpfs {small}"
    script = f'{mount} && "$@" && cp -R {small}/. {tmp_path}/kept'
    (tmp_path / "spare").mkdir()
    (tmp_path / "kept").mkdir()
    probe = ["unshare", "--mount", "--map-root-user", "sh", "-c"]
    if shutil.which("unshare") is None or subprocess.run([*probe, mount], check=False).returncode:
        pytest.skip("no file system of its own can be mounted here")
    filler = f'head -c 4096 /dev/zero > {small}/filler; exec "$@"'
    command = [sys.executable, "-c", WRITER, str(small / "race.journal"), str(tmp_path / "spare")]
    done = subprocess.run(
        [*probe, script, "sh", "sh", "-c", filler, "sh", *command],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "ENTRIES": "60"},
    )
    said = done.stdout.splitlines()
    assert any("No space left on device" in line for line in said)
    assert [key for key in acknowledged(said) if key != "sealed"] == [str(n) for n in range(60)]
    assert kept(tmp_path / "kept" / "race.journal") == acknowledged(said)


@needs_strace
def test_every_acknowledgement_comes_after_its_fdatasync_in_every_file(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    subprocess.run(
        [
            *("strace", "-f", "-qq", "-e", "trace=write,fdatasync", "-o", str(trace)),
            *("-e", "inject=fdatasync:error=EIO:when=9", sys.executable, "-c", WRITER),
            str(tmp_path / "race.journal"),
        ],
        check=True,
        capture_output=True,
        timeout=60,
    )
    waiting = synced = acks = 0
    for call in trace.read_text().splitlines():
        if re.search(r"fdatasync\(\d+\)\s+= 0", call):
            synced, waiting = synced + waiting, 0
        elif "fdatasync" in call:
            waiting = 0
        elif re.search(r'write\(1, "ack', call):
            acks += 1
            assert acks <= synced, call
        elif re.search(r'write\(\d+, "[0-9a-f]{8} \{', call):
            waiting += 1
    assert acks == 21


def raced(journal: Path, *before: str) -> tuple[list[object], str]:
    """What a race tells that is run four hundred times as fast, and what it says of its disk."""
    race = str(files("pacelight").joinpath("recordings/lievin-2025-mile.toml"))
    command = [sys.executable, "-m", "pacelight", "race", "run", race, "--speed", "400", "--json"]
    command = [*before, *command, "--journal", str(journal), "--output", "sim://"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)
    lines = [msgspec.json.decode(line) for line in done.stdout.splitlines()]
    return [line for line in lines if line["type"] in {"split", "result", "record", "state"}], done.stderr


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> list[object]:
    """What is told where no disk fails."""
    journal = tmp_path_factory.mktemp("undisturbed") / "whole"
    told, said = raced(journal)
    assert "No space left on device" not in said
    assert len(proof(journal).files) == 1
    return told


@needs_strace
@pytest.mark.parametrize("when", [3, 20])
def test_a_race_goes_on_over_a_disk_that_fails_and_is_told_the_same(
    tmp_path: Path, undisturbed: list[object], when: int
) -> None:
    journal = tmp_path / "broken"
    told, said = raced(
        journal, *REFUSES, "-P", str(journal), "-e", f"inject=fdatasync:error=ENOSPC:when={when}"
    )
    assert "No space left on device" in said
    assert told == undisturbed
    assert len(proof(journal).files) == 2
