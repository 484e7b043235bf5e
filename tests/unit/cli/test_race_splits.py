"""`pacelight race splits` on a terminal of its own: each time is of the race in which its key was pressed."""

import json
import os
import pty
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import pytest

from pacelight.meet.bus import Bus
from pacelight.meet.desk.requests import Answer, Reassign, Split, request


def snapshot(race: str) -> bytes:
    clock = {"gun_unix_ns": None, "rate": 1.0, "server_unix_ns": 1}
    return msgspec.json.encode({"schema": "pacelight.live/1", "race": {"id": race}, "clock": clock})


class SlowEngine:
    """An engine that does as it is asked, when it is let: until then it hears, and says nothing."""

    def __init__(self, bus: Path) -> None:
        self.asked: list[Any] = []
        self.place = bus
        self.bus = Bus(bus)
        self.race = "heat-1"
        self._others: list[str] = []
        self._held: list[Any] = []
        self.answers = threading.Event()
        self.ends = threading.Event()

    def load(self, race: str) -> None:
        self._others.append(race)

    def serve(self) -> None:
        while not self.ends.is_set():
            self.bus.turn(0.02, lambda: snapshot(self.race))
            self._held += self.bus.asked()
            if self._others:
                self.race = self._others.pop()
                self.bus.renew(lambda: snapshot(self.race))
            while self.answers.is_set() and self._held:
                self._answer(self._held.pop(0))

    def _answer(self, asker: Any) -> None:
        asked = request(asker.line)
        self.asked.append(asked)
        asker.answer(msgspec.json.encode(Answer(asked.key, True, 1, "running")))


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[SlowEngine]:
    made = SlowEngine(tmp_path / "bus")
    thread = threading.Thread(target=made.serve)
    thread.start()
    yield made
    made.ends.set()
    thread.join()
    made.bus.close()


@contextmanager
def terminal(bus: Path) -> Iterator[tuple[Callable[[str], None], Callable[[str], dict[str, Any]], Any]]:
    """Presses keys, waits until something happened, and the process."""
    here, there = pty.openpty()
    command = [sys.executable, "-m", "pacelight", "race", "splits", str(bus), "--by", "timing desk", "--json"]
    with subprocess.Popen(command, stdin=there, stdout=subprocess.PIPE, text=True) as process:
        os.close(there)
        assert process.stdout is not None
        lines = process.stdout

        def until(happened: str) -> dict[str, Any]:
            while True:
                said: dict[str, Any] = json.loads(lines.readline())
                if said["happened"] == happened:
                    return said

        try:
            yield lambda keys: (os.write(here, keys.encode()), None)[1], until, process
        finally:
            process.terminate()
            os.close(here)


def test_a_time_that_is_sent_late_is_of_the_race_in_which_it_was_taken(engine: SlowEngine) -> None:
    with terminal(engine.place) as (press, until, process):
        until("ready")
        press("  7\n")
        while until("waiting")["waiting"] < 2:
            pass
        engine.load("heat-2")
        assert until("race")["race"] == "heat-2"
        press(" ")
        assert until("waiting")["waiting"] == 1, "of this race"
        engine.answers.set()
        for _ in range(4):
            until("done")
        press("q")
        assert process.wait(30) == 0
    assert [(one.race, type(one.do)) for one in engine.asked] == [
        ("heat-1", Split),
        ("heat-1", Split),
        ("heat-1", Reassign),
        ("heat-2", Split),
    ]
    assert engine.asked[2].do == Reassign(what=engine.asked[0].key, bib="7")
