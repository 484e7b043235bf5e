"""`serve` in mid-race: the engine is killed, and the meet file is broken; race and pages go on."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from pacelight.book.asking.lists import Book
from pacelight.cli.asking import Seen, ask
from pacelight.errors import DriverError
from pacelight.meet.desk.requests import Answer, Arm, Check, Do, Gun, Reload, Request
from pacelight.meet.desk.roles import Role
from pacelight.meet.journal.entries import Resumed, decoded
from pacelight.meet.journal.file import read

pytestmark = pytest.mark.faults

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "lievin-2025"
PATIENCE_S = 60.0
NOT_UP = "the engine is not up, and is tried again until it is"


class Evening:
    """A meet in a folder, served."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.meet, self.bus, self.journal = (folder / name for name in ("meet.toml", "bus", "meet.journal"))
        self.said = folder / "said"
        with self.said.open("wb") as said:
            self.serve = subprocess.Popen(
                [
                    *(sys.executable, "-m", "pacelight", "serve", "meet.toml", "--port", "0"),
                    *("--access", "access.sqlite"),
                ],
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=said,
                text=True,
            )
        assert self.serve.stdout is not None
        self.page = self.serve.stdout.readline().strip().removeprefix("page: ")

    def ask(self, do: Do) -> Answer:
        def make(seen: Seen) -> Request:
            key = f"{type(do).__name__}-{time.monotonic_ns()}"
            return Request(key, seen.race.id, "meet office", Role.DIRECTOR, do, seen.revision)

        until = time.monotonic() + PATIENCE_S
        while True:
            try:
                return ask(self.bus, make, PATIENCE_S)
            except DriverError:
                assert time.monotonic() < until, "no engine answers"
                time.sleep(0.05)

    def told(self) -> dict[str, Any]:
        return next(self._events(b"snapshot"))

    def beat(self) -> dict[str, Any]:
        """The next beat that pages are told."""
        return next(self._events(b"beat"))

    def _events(self, kind: bytes) -> Iterator[dict[str, Any]]:
        """What pages are told of this kind: a line after its name, and maybe its number."""
        with urlopen(f"{self.page}api/events", timeout=30) as events:  # noqa: S310 - of this machine
            mine = False
            for line in events:
                if line.startswith(b"event: "):
                    mine = line.strip() == b"event: " + kind
                elif mine and line.startswith(b"data: "):
                    yield json.loads(line.removeprefix(b"data: "))

    @property
    def resumes(self) -> int:
        return sum(isinstance(decoded(line.event), Resumed) for line in read(self.journal)[0])

    def kill_engine(self) -> None:
        """The oldest engine of `serve`; a younger one stands ready."""
        os.kill(min(self._engines()), signal.SIGKILL)

    def _engines(self) -> Iterator[int]:
        for folder in Path("/proc").iterdir():
            if folder.name.isdecimal():
                try:
                    words = (folder / "cmdline").read_bytes().split(b"\0")
                    parent = int((folder / "stat").read_text().rpartition(") ")[2].split()[1])
                except (OSError, ValueError):
                    continue
                if parent == self.serve.pid and b"engine" in words:
                    yield int(folder.name)


def eventually(true: Callable[[], object]) -> None:
    until = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < until, "it never came to be"
        time.sleep(0.05)


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Evening]:
    for name in ("meet.toml", "mile.csv", "lamps.toml"):
        shutil.copy(EXAMPLE / name, tmp_path / name)
    with closing(Book.starter(tmp_path / "book.sqlite", until=date(2025, 2, 12))):
        pass
    made = Evening(tmp_path)
    try:
        yield made
    finally:
        made.serve.terminate()
        made.serve.wait(30)
        assert made.serve.stdout is not None
        made.serve.stdout.close()


def test_an_engine_killed_in_mid_race_goes_on_beside_a_broken_meet_file_and_pages_live_through_all(
    evening: Evening,
) -> None:
    for do in (Check(), Arm(override=True, reason="nobody listens"), Gun()):
        answer = evening.ask(do)
        assert answer.done, answer.why
    before = evening.told()
    whole = evening.meet.read_text(encoding="utf-8")
    (evening.folder / "mile.csv").rename(evening.folder / "away.csv")
    evening.meet.write_text(f"x = [\n{whole}", encoding="utf-8")
    evening.kill_engine()
    eventually(lambda: evening.resumes == 1)
    eventually(lambda: any("goes on as it was last read" in one for one in evening.told()["alarms"]))
    after = evening.told()
    assert after["boot"] != before["boot"]
    for name in ("state", "race", "lights", "runners"):
        assert after[name] == before[name]
    assert after["clock"]["gun_unix_ns"] == before["clock"]["gun_unix_ns"]
    assert not evening.ask(Reload()).done

    evening.meet.write_text(whole.replace('id = "lievin-2025"', 'id = "oslo-2025"'), encoding="utf-8")
    (evening.folder / "away.csv").rename(evening.folder / "mile.csv")
    evening.kill_engine()  # another meet is refused, however much depends on it: and tried again
    eventually(lambda: "is of the meet 'lievin-2025'" in evening.beat().get("why", ""))
    eventually(lambda: evening.said.read_text(encoding="utf-8").count(NOT_UP) == 1)
    assert evening.serve.poll() is None

    evening.meet.write_text(whole.replace('name = "Meeting', 'name = "The meeting'), encoding="utf-8")
    eventually(lambda: evening.resumes == 2)
    eventually(lambda: evening.beat()["engine"])
    assert "why" not in evening.beat()
    assert evening.ask(Reload()).done
    last = evening.told()
    assert (last["alarms"], last["state"], last["race"]) == ([], "running", before["race"])
    assert evening.said.read_text(encoding="utf-8").count(NOT_UP) == 1
    assert last["clock"]["gun_unix_ns"] == before["clock"]["gun_unix_ns"]
