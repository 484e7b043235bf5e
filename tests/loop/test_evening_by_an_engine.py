"""The mile of Liévin run by a real engine from what a timing system says, over real sockets, sixty times as
fast."""

import json
import os
import pty
import select
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from pacelight.cli.asking import Seen, ask
from pacelight.cli.scratch import eve_book
from pacelight.meet.bus import where
from pacelight.meet.desk.requests import Answer, Arm, Check, Do, Gun, Request
from pacelight.meet.desk.roles import Role
from pacelight.meet.journal import entries
from pacelight.meet.journal.file import read
from pacelight.meet.live.live import Live
from pacelight.meet.live.session import Session
from pacelight.meet.programme.racefile import RaceFile
from pacelight.meet.programme.recorded import mats, recorded
from pacelight.meet.publish.session import results_of
from pacelight.meet.race import Command
from pacelight.timing import Method, Passing
from pacelight.timing.simulators.recorded import Quirks
from pacelight.timing.simulators.systems import SYSTEMS, Playing

SPEED = 60
HERE = "127.0.0.1"
PATIENCE_S = 30.0
WHOLE = (files("pacelight") / "recordings" / "lievin-2025-mile.toml").read_text(encoding="utf-8")
RECORDED = RaceFile.parse(WHOLE)
JUDGES = frozenset({"omega", "lynx", "lynx-tcp"})
"""Who says that a finish is official: only such a time is entered in the book, and may be a record."""

OPTIONS = {"raceresult": "?trigger=gun"}


def without(text: str) -> str:
    """The race file before it is run: it has no recording."""
    return text[: text.index("[[recording.segments]]")]


@contextmanager
def running(folder: Path, timing: str, speed: int = SPEED) -> Iterator[Path]:
    """An engine that listens to a timing system; its bus."""
    race, bus = folder / "race.toml", folder / "bus"
    race.write_text(without(WHOLE), encoding="utf-8")
    eve_book(folder / "book.sqlite", date(2025, 2, 12))
    arguments = [
        *("engine", str(race), "--bus", str(bus), "--journal", str(folder / "race.journal")),
        *("--book", str(folder / "book.sqlite"), "--output", "sim://", "--speed", str(speed)),
        *("--timing", f"timing={timing}"),
    ]
    process = subprocess.Popen(
        [sys.executable, "-m", "pacelight", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        until_s = time.monotonic() + PATIENCE_S
        while not bus.exists():
            assert process.poll() is None, process.stderr and process.stderr.read()
            assert time.monotonic() < until_s
            select.select([], [], [], 0.02)
        yield bus
    finally:
        process.terminate()
        process.communicate(timeout=PATIENCE_S)


def asked(bus: Path, do: Do) -> Answer:
    def made(seen: Seen) -> Request:
        return Request(uuid4().hex, seen.race.id, "lights", Role.DIRECTOR, do, seen.revision)

    return ask(where(str(bus), None), made, PATIENCE_S)


def free_port() -> int:
    with socket.create_server((HERE, 0)) as door:
        return int(door.getsockname()[1])


@pytest.mark.parametrize(
    "system",
    [
        "lynx-tcp",
        *(pytest.param(one, marks=pytest.mark.prove) for one in ("lynx", "omega", "mylaps", "raceresult")),
    ],
)
def test_an_engine_has_the_results_of_the_recording(system: str, tmp_path: Path) -> None:
    found = SYSTEMS[system]
    now = time.localtime()  # consoles are set to the minute
    race = recorded(RECORDED, (now.tm_hour * 3600 + now.tm_min * 60 + now.tm_sec) * 10**9)
    device = found.make(race, Quirks(mats=mats(race), gun_wired=True))
    never_ns = time.monotonic_ns() + 10**15
    place = (HERE, 0 if found.listens else free_port())
    player: Any = found.player(device, place, listens=found.listens, gun_ns=never_ns, rate=SPEED)
    port = player.place[1] if found.listens else place[1]
    timing = found.address.format(f"{HERE}:{port}") + OPTIONS.get(system, "")
    with closing(player), running(tmp_path, timing) as bus:
        assert asked(bus, Check()).done
        armed = asked(bus, Arm(override=True, reason="a rehearsal"))
        assert armed.done, armed.why
        player._gun_ns = time.monotonic_ns() + 10**9 // 4
        results = played(player, tmp_path / "race.journal", system)
    assert rows(results) == rows_of_the_recording()
    if system in JUDGES:
        found_records = {(one.level, one.code, str(one.mark)) for one in results.records}
        assert ("WR", "MILEsh", "3:45.14") in found_records


def played(player: Playing, journal: Path, system: str) -> Any:
    """Play to the end, and until all nine are written down."""
    until_s = time.monotonic() + PATIENCE_S
    while True:
        now_ns = time.monotonic_ns()
        player.step(now_ns)
        if player.finished:
            (result,) = results_of(journal, growing=True)
            if all(row.mark for row in result.rows) and (system not in JUDGES or result.records):
                return result
        assert time.monotonic() < until_s, (
            system,
            [row.mark for row in results_of(journal, growing=True)[0].rows],
        )
        wait_ns = max(player.wake_ns(now_ns) - now_ns, 10**7 if player.finished else 0)
        select.select([player], [], [], wait_ns / 10**9)


def rows(result: Any) -> list[tuple[Any, ...]]:
    return [(row.place, row.bib, str(row.mark), row.status) for row in result.rows]


def rows_of_the_recording() -> list[tuple[Any, ...]]:
    live = Live(entries.Opened(entries.SCHEMA, without(WHOLE), [], "book.sqlite", "sim://"))
    for command in (Command.CHECK, Command.ARM):
        live.take(entries.Commanded(command, by="lights"))
    live.take(entries.Fired(1, 10**18, "boot", "1"))
    for event in RECORDED.recording:
        if isinstance(event, Passing):
            live.take(entries.Passed.of(event))
    from pacelight.meet.publish.sheet import result_of

    return rows(result_of(live))


def pacelight(*arguments: str, keys: str = "") -> str:
    done = subprocess.run(
        [sys.executable, "-m", "pacelight", *arguments],
        input=keys,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_race_is_started_over_the_network_and_timed_by_hand(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("0123456789abcdef" * 2)
    secret.chmod(0o600)
    place = f"{HERE}:{free_port()}"
    with running(tmp_path, f"start+udp://{place}?secret={secret}", speed=1) as bus:
        assert asked(bus, Check()).done
        assert asked(bus, Arm(override=True, reason="a rehearsal")).done
        told = pacelight("race", "start-signal", place, "--secret", str(secret), "--once", "--json")
        assert [json.loads(line)["happened"] for line in told.splitlines()][-1] == "taken"
        at = ("--by", "timing desk", "--distance", "400 m", "--distance", "600 m", "--json")
        said = pacelight("race", "splits", str(bus), *at, keys="  7\n3\n 7\n u9\n")
        assert [one["happened"] for one in map(json.loads, said.splitlines())].count("done") == 9
    found = entries_in(tmp_path / "race.journal")
    (fired,) = [one for one in found if isinstance(one, entries.Fired)]
    assert fired.source == "timing"
    assert any(isinstance(one, entries.GunMoved) for one in found) or fired.error_ns is None
    session = Session.of(found)
    times = sorted((time.bib, time.distance.metres, time.struck) for time in session.on.times.all.values())
    assert times == [("", 400.0, True), ("3", 400.0, False), ("7", 400.0, False), ("7", 600.0, False)]
    assert {time.method for time in session.on.times.all.values()} == {Method.HAND}


def test_a_bib_goes_to_the_oldest_time_that_the_engine_took(tmp_path: Path) -> None:
    """A press before the gun and a bib of nobody are refused: neither eats the next bib."""
    secret = tmp_path / "secret"
    secret.write_text("0123456789abcdef" * 2)
    secret.chmod(0o600)
    place = f"{HERE}:{free_port()}"
    with running(tmp_path, f"start+udp://{place}?secret={secret}", speed=1) as bus:
        here, there = pty.openpty()
        command = [sys.executable, "-m", "pacelight", "race", "splits", str(bus), "--by", "timing desk"]
        with subprocess.Popen(command, stdin=there, stdout=subprocess.PIPE, text=True) as keys:
            os.close(there)
            assert keys.stdout is not None
            until(keys.stdout, "the clock of the engine is known")
            os.write(here, b" ")
            until(keys.stdout, "refused: time: ")
            assert asked(bus, Check()).done
            assert asked(bus, Arm(override=True, reason="a rehearsal")).done
            assert asked(bus, Gun()).done
            os.write(here, b"   44\n2\n3\n")
            until(keys.stdout, "refused: reassign bib 44: ")
            until(keys.stdout, "waiting for a bib: 1")
            os.write(here, b"q")
            assert keys.wait(PATIENCE_S) == 0
        os.close(here)
    times = Session.of(entries_in(tmp_path / "race.journal")).on.times.all.values()
    assert [time.bib for time in times] == ["2", "3", ""]  # in the order in which they were pressed


def until(lines: Any, said: str) -> None:
    """Read on until a line begins so."""
    while not (line := lines.readline()).startswith(said):
        assert line, f"it never said {said!r}"


def entries_in(journal: Path) -> list[entries.Entry]:
    lines, fault = read(journal)
    assert fault is None
    return [entries.decoded(line.event) for line in lines]
