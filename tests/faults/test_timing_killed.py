"""An engine killed while MYLAPS speaks: what it acknowledged is on the disk, and the rest is told anew."""

import json
import select
import socket
import subprocess
import sys
import time
from contextlib import closing
from datetime import date
from importlib.resources import files
from pathlib import Path
from random import Random
from typing import Any
from uuid import uuid4

import pytest

from pacelight.cli.asking import Seen, ask
from pacelight.cli.scratch import eve_book
from pacelight.meet.bus import where
from pacelight.meet.desk.requests import Answer, Arm, Check, Do, Gun, Request
from pacelight.meet.desk.roles import Role
from pacelight.meet.journal.file import read
from pacelight.meet.programme.racefile import RaceFile
from pacelight.meet.programme.recorded import recorded
from pacelight.timing.simulators.mylaps_device import MylapsDevice, mylaps
from pacelight.timing.simulators.player import Player
from pacelight.timing.simulators.recorded import Quirks

pytestmark = [pytest.mark.faults, pytest.mark.prove]

HERE = "127.0.0.1"
SPEED = 10
PATIENCE_S = 120.0
WHOLE = (files("pacelight") / "recordings" / "lievin-2025-mile.toml").read_text(encoding="utf-8")


def of_day_ns(wrong_s: int) -> int:
    """The time of day of a console whose clock is so wrong."""
    now = time.localtime(time.time() + wrong_s)
    return (now.tm_hour * 3600 + now.tm_min * 60 + now.tm_sec) * 10**9


def without_recording(text: str) -> str:
    """The race before it is run, without lights."""
    head, _, rest = text.partition("[[light]]")
    return head + rest[rest.index("[[runner]]") : rest.index("[[recording.segments]]")]


class Hall:
    """One race, one journal, an engine that comes and goes, and MYLAPS that stays."""

    def __init__(self, folder: Path, wrong_s: int) -> None:
        self.folder = folder
        self.race, self.bus, self.journal = (folder / name for name in ("race.toml", "bus", "race.journal"))
        self.race.write_text(without_recording(WHOLE), encoding="utf-8")
        eve_book(folder / "book.sqlite", date(2025, 2, 12))
        with socket.create_server((HERE, 0)) as door:
            self.port = int(door.getsockname()[1])
        self.device: Any = mylaps(recorded(RaceFile.parse(WHOLE), of_day_ns(wrong_s)), Quirks())
        self.player: Player | None = None
        self.process: subprocess.Popen[bytes] | None = None
        self.gun_ns = 0

    def start(self) -> None:
        arguments = [
            *("engine", str(self.race), "--bus", str(self.bus), "--journal", str(self.journal)),
            *("--book", str(self.folder / "book.sqlite"), "--output", "sim://", "--speed", str(SPEED)),
            *("--timing", f"mats=mylaps://{HERE}:{self.port}"),
        ]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "pacelight", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )

    def kill(self) -> None:
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def ask(self, do: Do) -> Answer:
        def made(seen: Seen) -> Request:
            return Request(uuid4().hex, seen.race.id, "lights", Role.DIRECTOR, do, seen.revision)

        return ask(where(str(self.bus), None), made, PATIENCE_S)

    def fire(self) -> None:
        self.gun_ns = time.monotonic_ns() + 10**8
        self.player = Player(self.device, (HERE, self.port), listens=False, gun_ns=self.gun_ns, rate=SPEED)

    def start_by_hand(self) -> None:
        """What the engine asks people for, where it doubts the gun; refused where it did not."""
        self.ask(Gun(ago_ns=(time.monotonic_ns() - self.gun_ns) * SPEED))

    def play(self, until_s: float) -> None:
        """Let MYLAPS speak until then, or until it has nothing more to say."""
        assert self.player is not None
        while time.monotonic() < until_s and not self.player.finished:
            now_ns = time.monotonic_ns()
            self.player.step(now_ns)
            wait_ns = max(0, self.player.wake_ns(now_ns) - time.monotonic_ns())
            select.select([self.player], [], [], wait_ns / 10**9)

    def passed(self) -> set[str]:
        """Bibs whose finish is on the disk."""
        lines, _ = read(self.journal)
        told = [json.loads(line.event) for line in lines]
        return {entry["bib"] for entry in told if entry["type"] == "passing"}

    def acknowledged(self) -> set[str]:
        """Bibs whose finish MYLAPS was told to forget: list 1 is the gunshot, each other one runner."""
        assert isinstance(self.device, MylapsDevice)
        return {str(int(number) - 1) for number in self.device.acknowledged if number != "1"}

    def close(self) -> None:
        if self.player is not None:
            self.player.close()
        if self.process is not None:
            self.kill()


@pytest.mark.parametrize("wrong_s", [0, 3 * 3600])
@pytest.mark.parametrize("seed", range(3))
def test_killed_while_mylaps_speaks_nothing_it_was_told_to_forget_is_lost(
    seed: int, wrong_s: int, tmp_path: Path
) -> None:
    chance = Random(seed)
    with closing(Hall(tmp_path, wrong_s)) as hall:
        hall.start()
        assert hall.ask(Check()).done
        assert hall.ask(Arm(override=True, reason="a rehearsal")).done
        hall.fire()
        for _ in range(4):
            hall.play(time.monotonic() + chance.uniform(5.0, 9.0))
            hall.kill()
            assert hall.acknowledged() <= hall.passed()
            hall.start()
        hall.start_by_hand()
        hall.play(time.monotonic() + PATIENCE_S)
        assert hall.player is not None
        assert hall.player.finished
        assert hall.acknowledged() == hall.passed() == set("123456789")
