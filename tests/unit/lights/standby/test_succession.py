"""Lamps as told by whoever leads now."""

import numpy as np
import pytest

from pacelight.lights.drivers import output
from pacelight.lights.drivers.part import Part
from pacelight.lights.drivers.patched import PatchedOutput
from pacelight.lights.drivers.udp import UdpOutput
from pacelight.lights.standby.succession import led
from pacelight.lights.wire.e131 import E131, Source


def source(lamps: object) -> Source:
    assert isinstance(lamps, UdpOutput)
    assert isinstance(lamps.format, E131)
    return lamps.format.source


def test_each_term_is_a_step_of_priority_above_the_one_before() -> None:
    lamps = output("sacn://127.0.0.1?priority=90", "race")
    assert [source(led(lamps, "a", term)).priority for term in (1, 2, 3, 111, 112, 999)] == [
        *(90, 91, 92),
        *(200, 200, 200),
    ]


def test_each_loop_is_a_source_of_its_own_and_the_same_in_every_term() -> None:
    lamps = output("sacn://127.0.0.1", "race")
    cids = {(who, term): source(led(lamps, who, term)).cid for who in "ab" for term in (1, 2)}
    assert cids["a", 1] == cids["a", 2]
    assert len({source(lamps).cid, *cids.values()}) == 3
    other = led(output("sacn://127.0.0.1", "another"), "a", 1)
    assert source(other).cid not in cids.values()


def test_nothing_else_of_them_changes() -> None:
    lamps = output("sacn://127.0.0.1:99?universe=7&sync=8", "race")
    after = led(lamps, "a", 5)
    assert isinstance(after, UdpOutput)
    assert isinstance(after.format, E131)
    assert isinstance(lamps, UdpOutput)
    assert (after.target, after.controller, after.fps) == (lamps.target, lamps.controller, lamps.fps)
    assert (after.format.first, after.format.sync) == (7, 8)
    assert source(after).name == source(lamps).name


@pytest.mark.parametrize("url", ["sim://", "ddp://127.0.0.1", "artnet://127.0.0.1", "wled://127.0.0.1"])
def test_where_no_protocol_knows_of_sources_they_are_the_same(url: str) -> None:
    lamps = output(url)
    assert led(lamps, "a", 2) is lamps


def test_of_several_controllers_each_is_told_by_the_same_loop() -> None:
    urls = ("sacn://127.0.0.1", "ddp://127.0.0.1", "sacn://127.0.0.1:99")
    parts = tuple(Part(url, output(url), np.arange(3 * n, 3 * n + 3)) for n, url in enumerate(urls))
    after = led(PatchedOutput(parts, 50), "a", 2)
    assert after.parts[1] is parts[1]
    assert source(after.parts[0].output).priority == source(after.parts[2].output).priority == 101
    assert [part.name for part in after.parts] == list(urls)
