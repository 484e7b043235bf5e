"""E1.31: what is refused, and what a frame leaves untouched. The bytes are in `tests/authorities`."""

import numpy as np
import pytest

from pacelight.errors import OutputError
from pacelight.lights.wire.e131 import Packets, Source, universes

CID = bytes(range(16))
WHO = Source(CID, "Pacelight")


def test_a_lamp_is_never_torn_between_two_universes() -> None:
    assert list(universes(600)) == [(1, slice(0, 510)), (2, slice(510, 600))]
    assert list(universes(510, 7)) == [(7, slice(0, 510))]
    assert [part.start % 3 for _, part in universes(72_000)] == [0] * 142


@pytest.mark.parametrize(("channels", "first"), [(3, 0), (3, -1), (3, 64_000), (511, 63_999), (10**8, 1)])
def test_there_are_universes_1_to_63999(channels: int, first: int) -> None:
    with pytest.raises(OutputError, match=r"\(there are 1 to 63999\)"):
        list(universes(channels, first))


def test_the_last_universe_can_be_used() -> None:
    assert [number for number, _ in universes(1020, 63_998)] == [63_998, 63_999]


@pytest.mark.parametrize("name", ["", "a\0b", "x" * 64, "é" * 32])
def test_a_name_that_cannot_be_written_is_refused(name: str) -> None:
    with pytest.raises(OutputError, match="a source's name has 1 to 63 bytes"):
        Source(CID, name)


def test_a_name_may_fill_its_field() -> None:
    packet = next(iter(Packets(3, Source(CID, "é" * 31 + "x"))))
    assert packet[44:108].decode() == "é" * 31 + "x\0"


@pytest.mark.parametrize("priority", [-1, 201])
def test_a_priority_that_there_is_not_is_refused(priority: int) -> None:
    with pytest.raises(OutputError, match="a priority is 0 to 200"):
        Source(CID, "x", priority)


@pytest.mark.parametrize("cid", [b"", b"x" * 15, b"x" * 17])
def test_an_identity_of_another_length_is_refused(cid: bytes) -> None:
    with pytest.raises(OutputError, match="16 bytes"):
        Source(cid, "x")


def test_a_frame_changes_only_its_sequence_and_its_slots() -> None:
    packets = Packets(600, WHO)
    before = list(packets)
    packets.fill(np.full(600, 9, np.uint8), 200)
    for old, new in zip(before, packets, strict=True):
        changed = {n for n, (a, b) in enumerate(zip(old, new, strict=True)) if a != b}
        assert changed == {111, *range(126, len(new))}


def test_an_end_changes_only_its_sequence_and_one_bit() -> None:
    packets = Packets(600, WHO)
    before = list(packets)
    packets.terminate(7)
    for old, new in zip(before, packets, strict=True):
        assert (new[111], new[112]) == (7, 0x40)
        assert old[:111] + old[113:] == new[:111] + new[113:]
