"""`pacelight race simulate`, as people type it."""

import json
import os
import select
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pacelight.timing.reading import GunRead, Seen
from pacelight.timing.sources.address import listener

RECORDINGS = Path(__file__).resolve().parents[3] / "src" / "pacelight" / "recordings"
LIEVIN = RECORDINGS / "lievin-2025-mile.toml"


def simulate(system: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "pacelight", "race", "simulate", system, str(LIEVIN), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )


def test_a_system_that_others_connect_to_waits_and_says_all_to_whoever_comes() -> None:
    process = simulate("ipico", "--listen", "127.0.0.1:0", "--speed", "1000", "--countdown", "0", "--json")
    assert process.stdout is not None
    first = json.loads(process.stdout.readline())
    assert first == {
        "schema": "pacelight.simulated/1",
        "happened": "waiting",
        "system": "ipico",
        "at": first["at"],
        "gun_monotonic_ns": first["gun_monotonic_ns"],
        "said": 0,
        "of": 9,
    }
    assert 0 < first["gun_monotonic_ns"] < time.monotonic_ns()
    host, port = first["at"].split(":")
    with socket.create_connection((host, int(port)), timeout=60) as line:
        data = b""
        while data.count(b"\r\n") < 9:
            data += line.recv(4096)
        rest, error = process.communicate(timeout=60)
    happened = [json.loads(text)["happened"] for text in rest.splitlines()]
    assert (process.returncode, error) == (0, "")
    assert (happened[0], happened[-1], set(happened[1:-1])) == ("connected", "finished", {"playing"})


def test_a_system_that_connects_is_heard_until_all_is_acknowledged() -> None:
    hearing: Any = listener("mats", "mylaps://127.0.0.1:0")
    to = f"127.0.0.1:{hearing.port}"
    process = simulate("mylaps", "--to", to, "--speed", "1000", "--countdown", "0", "--finish-only")
    heard: list[Any] = []
    while process.poll() is None:
        select.select([hearing], [], [], 0.05)
        fresh = hearing.read(len(heard) + 1)
        hearing.acknowledge([one.reading.key for one in fresh])
        heard += fresh
    said, error = process.communicate()
    hearing.close()
    assert (process.returncode, error) == (0, "")
    assert said.splitlines()[0] == f"mylaps tells {to}"
    assert said.splitlines()[-1].startswith("all ")
    readings = [one.reading for one in heard]
    assert isinstance(readings[0], GunRead)
    assert {one.chip for one in readings if isinstance(one, Seen)} == set("123456789")
    assert {one.point for one in readings if isinstance(one, Seen)} == {"Finish"}


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (
            ["stopwatch"],
            "no system 'stopwatch' can be simulated (there are omega, mylaps, ",
        ),
        (["omega", "--to", ":1"], "omega: others connect to it: give its address with --listen"),
        (["jchip", "--listen", ":1"], "jchip: it connects to others: give its address with --to"),
        (["omega", "--listen", "here"], "not an address: 'here' (write --listen HOST:PORT)"),
        (["omega", "--listen", ":99999"], "not an address: ':99999' (write --listen HOST:PORT)"),
        (["omega", "--speed", "0"], "a race runs at more than 0 and at most 1000 times its speed, not at 0"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(
    refused: Callable[..., str], arguments: list[str], why: str
) -> None:
    system, *more = arguments
    assert why in refused("race", "simulate", system, str(LIEVIN), *more)


def test_a_race_that_was_not_run_has_nothing_to_play(refused: Callable[..., str], tmp_path: Path) -> None:
    text = LIEVIN.read_text(encoding="utf-8")
    file = tmp_path / "tonight.toml"
    before, _, _ = text.partition("[[recording.segments]]")
    file.write_text(before.replace("[recording]", ""), encoding="utf-8")
    why = "lievin-2025-mile has no recording: there is nothing to play"
    assert why in refused("race", "simulate", "omega", str(file))
