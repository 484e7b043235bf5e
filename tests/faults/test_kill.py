"""The engine is killed in mid-race: nothing that was acknowledged is lost, and the light is right at once."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import pytest

from pacelight.book.lists import Book
from pacelight.errors import DriverError
from pacelight.meet.bus import listen
from pacelight.meet.journal import read, verify
from pacelight.meet.lines import line
from pacelight.meet.replay import retell

pytestmark = pytest.mark.faults

EVE = date(2025, 2, 12)
SPEED = 40
RACE_S = 236.0 / SPEED


@dataclass
class Stadium:
    """One race in one folder, with engines that come and go."""

    folder: Path
    race: Path
    output: str = "sim://"
    speed: str = str(SPEED)
    started: list["subprocess.Popen[bytes]"] = field(default_factory=list)

    @property
    def journal(self) -> Path:
        return self.folder / "race.journal"

    @property
    def bus(self) -> Path:
        return self.folder / "bus"

    def start(self) -> "subprocess.Popen[bytes]":
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "pacelight", "engine", str(self.race)),
                *("--bus", str(self.bus), "--journal", str(self.journal), "--speed", self.speed),
                *("--book", str(self.folder / "book.sqlite"), "--output", self.output),
            ],
            stdin=subprocess.DEVNULL,
        )
        self.started.append(process)
        return process

    def told(self) -> list[dict[str, Any]]:
        encoded = (line(told, live) for told, live in retell(self.journal))
        lines = [msgspec.json.decode(one) for one in encoded if one is not None]
        return [{k: v for k, v in one.items() if k not in {"book", "journal", "output"}} for one in lines]


@contextmanager
def stadium(folder: Path) -> Iterator[Stadium]:
    race = folder / "race.toml"
    race.write_bytes(files("pacelight").joinpath("recordings/lievin-2025-mile.toml").read_bytes())
    with closing(Book.starter(folder / "book.sqlite", until=EVE)):
        pass
    made = Stadium(folder, race)
    try:
        yield made
    finally:
        for process in made.started:
            process.kill()
            process.wait()


@dataclass
class Listener:
    """Everything the bus has told, through every restart: what was told was acknowledged."""

    bus: Path
    told: list[dict[str, Any]] = field(default_factory=list)
    finished: threading.Event = field(default_factory=threading.Event)
    stop: threading.Event = field(default_factory=threading.Event)

    def listen(self) -> None:
        while not self.stop.is_set():
            try:
                with listen(self.bus, patience_s=1.0) as heard:
                    for one in heard:
                        self._hear(json.loads(one))
            except DriverError:
                self.stop.wait(0.02)

    def _hear(self, one: dict[str, Any]) -> None:
        self.told.append(one)
        if one.get("state") == "finished":
            self.finished.set()

    @property
    def acknowledged(self) -> set[tuple[str, float]]:
        splits = {(one["bib"], one["distance_m"]) for one in self.told if one.get("type") == "split"}
        for one in self.told:
            for runner in one.get("runners", ()):
                splits |= {(runner["bib"], split["distance_m"]) for split in runner["splits"]}
        return splits


def written(journal: Path) -> set[tuple[str, float]]:
    entries = [msgspec.json.decode(line.event) for line in read(journal)[0]]
    return {(one["bib"], one["distance_mm"] / 1000) for one in entries if one["type"] == "passing"}


@contextmanager
def listening(bus: Path) -> Iterator[Listener]:
    listener = Listener(bus)
    thread = threading.Thread(target=listener.listen)
    thread.start()
    try:
        yield listener
    finally:
        listener.stop.set()
        thread.join()


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    with stadium(tmp_path_factory.mktemp("undisturbed")) as quiet, listening(quiet.bus) as listener:
        quiet.speed = "200"
        process = quiet.start()
        assert listener.finished.wait(30)
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0
        return [one for one in quiet.told() if one["type"] != "done"]


def kill_at_random(folder: Path, seed: int, undisturbed: list[dict[str, Any]]) -> None:
    random = Random(seed)
    with stadium(folder) as hall, listening(hall.bus) as listener:
        for _ in range(random.randrange(1, 4)):
            process = hall.start()
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(random.uniform(0.0, RACE_S / 2))
            process.kill()
            process.wait()
            if hall.journal.exists():
                assert listener.acknowledged <= written(hall.journal)
        listener.finished.clear()
        hall.start()
        assert listener.finished.wait(30)
        assert listener.acknowledged == written(hall.journal)
        assert [one for one in hall.told() if one["type"] != "done"] == undisturbed
        verify(hall.journal)


@pytest.mark.parametrize("seed", range(3))
def test_killed_at_random_moments_no_acknowledged_passing_is_lost(
    tmp_path: Path, undisturbed: list[dict[str, Any]], seed: int
) -> None:
    kill_at_random(tmp_path, seed, undisturbed)


@pytest.mark.prove
@pytest.mark.parametrize("seed", range(100, 150))
def test_killed_at_fifty_random_moments_no_acknowledged_passing_is_lost(
    tmp_path: Path, undisturbed: list[dict[str, Any]], seed: int
) -> None:
    kill_at_random(tmp_path, seed, undisturbed)


_ = (os, socket, time)
