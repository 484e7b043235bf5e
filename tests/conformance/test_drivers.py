"""Every driver keeps the promise of `Driver`. A new one adds one line to `DRIVERS`."""

import os
import pty
import socket
from collections.abc import Callable, Iterator
from contextlib import closing

import numpy as np
import pytest

from pacelight.lights.beat import SEQUENCES
from pacelight.lights.drivers import Driver, output, patched

CHANNELS = 1200
FRAMES = [np.full(CHANNELS, level, np.uint8) for level in (0, 9, 200, 255)]

Maker = Callable[[int], Driver]
"""Makes a driver of lamps that listen at a port."""


def simulated(_port: int) -> Driver:
    return output("sim://").open(CHANNELS)


def sacn(port: int) -> Driver:
    return output(f"sacn://127.0.0.1:{port}").open(CHANNELS)


def at(address: str) -> Maker:
    """Of lamps at an address that names the port."""
    return lambda port: output(address.format(port)).open(CHANNELS)


def sacn_where_nobody_listens(_port: int) -> Driver:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    return output(f"sacn://127.0.0.1:{port}").open(CHANNELS)


def several(port: int) -> Driver:
    """One that listens, and one that is turned round, with lamps that are not there."""
    turned = np.concatenate([np.arange(CHANNELS)[::-1], [-1] * 30])
    return patched([(f"ddp://127.0.0.1:{port}", np.arange(CHANNELS)), ("sim://", turned)]).open(CHANNELS)


DRIVERS: dict[str, Maker | None] = {
    "simulated": simulated,
    "sacn": sacn,
    "sacn, synchronized": at("sacn://127.0.0.1:{}?sync=9"),
    "sacn, cut by the kernel": at("sacn://127.0.0.1:{}?offload=1"),
    "sacn where nobody listens": sacn_where_nobody_listens,
    "sacn by multicast": at("sacn+multicast://127.0.0.1:{}"),
    "artnet": at("artnet://127.0.0.1:{}"),
    "artnet, synchronized": at("artnet://127.0.0.1:{}?sync=1"),
    "ddp": at("ddp://127.0.0.1:{}"),
    "wled": at("wled://127.0.0.1:{}"),
    "several controllers": several,
    "adalight": None,
}


@pytest.fixture
def line() -> Iterator[str]:
    """A serial line with another end, which nobody reads."""
    ours, theirs = pty.openpty()
    yield os.ttyname(theirs)
    os.close(ours)
    os.close(theirs)


@pytest.fixture(params=DRIVERS)
def driver(request: pytest.FixtureRequest, line: str) -> Iterator[Driver]:
    maker = DRIVERS[request.param]
    if maker is None:
        with closing(output(f"adalight://{line}?baud=921600").open(CHANNELS)) as made:
            yield made
        return
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as lamps:
        lamps.bind(("127.0.0.1", 0))
        made = maker(lamps.getsockname()[1])
        yield made
        made.close()


def test_at_first_it_has_done_nothing(driver: Driver) -> None:
    done = driver.statistics()
    assert (done.frames, done.packets, done.bytes, done.errors) == (0, 0, 0, 0)


def test_every_frame_is_counted_whatever_became_of_it(driver: Driver) -> None:
    for sequence, frame in enumerate(FRAMES):
        driver.send(frame, sequence)
    done = driver.statistics()
    assert done.frames == len(FRAMES)
    assert done.packets > 0
    assert done.bytes >= done.packets


def test_statistics_only_grow_and_asking_changes_nothing(driver: Driver) -> None:
    driver.send(FRAMES[1], 7)
    before = driver.statistics()
    assert driver.statistics() == before
    driver.send(FRAMES[2], 8)
    after = driver.statistics()
    assert after.frames == before.frames + 1
    assert (after.packets, after.bytes) >= (before.packets, before.bytes)
    assert after.errors >= before.errors


def test_controllers_add_up_to_all_that_was_sent(driver: Driver) -> None:
    for sequence, frame in enumerate(FRAMES):
        driver.send(frame, sequence)
    each, done = driver.controllers(), driver.statistics()
    assert driver.controllers() == each
    assert {one.sent.frames for one in each} == {done.frames}
    assert sum(one.sent.packets for one in each) == done.packets
    assert sum(one.sent.bytes for one in each) == done.bytes
    assert sum(one.sent.errors for one in each) == done.errors
    assert (sum(one.health.times for one in each) > 0) == (done.errors > 0)


def test_a_frame_is_read_and_not_kept(driver: Driver) -> None:
    frame = np.full(CHANNELS, 50, np.uint8)
    driver.send(frame, 0)
    frame.fill(60)
    assert (frame == 60).all()
    frame.setflags(write=False)
    driver.send(frame, 1)
    assert driver.statistics().frames == 2


def test_any_sequence_may_follow_any_other(driver: Driver) -> None:
    for sequence in (255, 0, 1, SEQUENCES - 1, 200, 3):
        driver.send(FRAMES[0], sequence)
    assert driver.statistics().frames == 6


def test_it_can_say_three_times_that_no_more_will_come(driver: Driver) -> None:
    driver.send(FRAMES[1], 254)
    for sequence in (255, 0, 1):
        driver.terminate(sequence)
    assert driver.statistics().frames == 4


def test_closing_is_silent_and_may_be_done_twice(driver: Driver) -> None:
    driver.send(FRAMES[1], 0)
    done = driver.statistics()
    driver.close()
    driver.close()
    assert driver.statistics() == done
