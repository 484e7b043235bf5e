"""The bytes of each protocol, laid out as its published table has them; and what is refused when read."""

import json
from typing import Any

import numpy as np
import pytest

from pacelight.errors import OutputError
from pacelight.lights.wire import adalight, artnet, ddp, wled
from pacelight.lights.wire.artnet_poll import Node, poll
from pacelight.lights.wire.e131 import Source
from pacelight.lights.wire.e131_layers import discovery
from pacelight.lights.wire.rows import Rows
from pacelight.lights.wire.wled_json import Info, State, ready


def first(packets: Rows, levels: list[int], sequence: int) -> bytes:
    packets.fill(np.array(levels, np.uint8), sequence)
    return next(iter(packets))


def test_artdmx_is_laid_out_as_its_table() -> None:
    """Identity, code (low byte first), version, sequence, physical, SubUni, Net, length, data.

    Source: Art-Net 4, table of ArtDmx.
    """
    packet = first(artnet.Packets(6, 0x1234), [1, 2, 3, 4, 5, 6], 199)
    assert packet.hex(" ") == "41 72 74 2d 4e 65 74 00 00 50 00 0e c8 00 34 12 00 06 01 02 03 04 05 06"


def test_slots_of_artdmx_are_counted_by_twos() -> None:
    """Source: Art-Net 4, ArtDmx, Length: an even number."""
    packet = first(artnet.Packets(3), [7, 8, 9], 1)
    assert packet[16:].hex(" ") == "00 04 07 08 09 00"


def test_artsync_follows_the_frame() -> None:
    packets = list(artnet.Packets(600, sync=True))
    assert [packet[8:10].hex() for packet in packets] == ["0050", "0050", "0052"]
    assert packets[-1].hex(" ") == "41 72 74 2d 4e 65 74 00 00 52 00 0e 00 00"


def test_artpoll_asks_for_one_answer() -> None:
    assert poll().hex(" ") == "41 72 74 2d 4e 65 74 00 00 20 00 0e 00 00"


@pytest.mark.parametrize("packet", [b"", b"Art-Net\0\0\x50", poll(), b"Art-Net\0\0\x21" + bytes(187)])
def test_what_is_no_answer_of_a_node_is_refused(packet: bytes) -> None:
    with pytest.raises(OutputError, match="ArtPollReply") as refused:
        Node.read(packet)
    assert "\n" not in str(refused.value)


def test_an_older_node_says_less() -> None:
    """Source: Art-Net 4, ArtPollReply: of 198 bytes or more, missing fields are zero."""
    packet = b"Art-Net\0\0\x21" + bytes([10, 0, 0, 9, 0x36, 0x19]) + bytes(182)
    assert len(packet) == 198
    node = Node.read(packet)
    assert (node.address, node.port, node.bind, node.outputs) == ("10.0.0.9", 6454, 1, ())
    assert node.mac == bytes(6)


def test_ddp_is_laid_out_as_its_header() -> None:
    """Source: 3waylabs, DDP, header: flags, sequence, data type, destination, offset, length."""
    packets = ddp.Packets(1446)
    packets.fill(np.arange(1446, dtype=np.uint32).astype(np.uint8), 3)
    one, two = packets
    assert one[:10].hex(" ") == "40 04 0b 01 00 00 00 00 05 a0"
    assert two[:10].hex(" ") == "41 04 0b 01 00 00 05 a0 00 06"


def test_ddp_pushes_a_frame_of_480_lamps_or_twice_as_many() -> None:
    assert [packet[0] for packet in ddp.Packets(1440)] == [0x41]
    assert [packet[0] for packet in ddp.Packets(2880)] == [0x40, 0x41]


def test_adalight_is_as_its_sketch_reads_it() -> None:
    """Source: LEDstream: the count less one, and both its bytes with 0x55 by exclusive or."""
    assert adalight.header(1) == b"Ada\x00\x00\x55"
    assert adalight.header(256) == b"Ada\x00\xff\xaa"
    assert adalight.header(65_536) == b"Ada\xff\xff\x55"


@pytest.mark.parametrize("lamps", [0, 65_537])
def test_lamps_that_adalight_cannot_count_are_refused(lamps: int) -> None:
    with pytest.raises(OutputError, match="Adalight counts 1 to 65536 lamps"):
        adalight.header(lamps)


def test_wled_takes_490_lamps_without_a_place() -> None:
    """Source: WLED, UDP Realtime: protocol, seconds, then lamps, or the place and then lamps."""
    (packet,) = wled.Packets(3 * 490, 2)
    assert (packet[:2].hex(" "), len(packet)) == ("02 02", 2 + 1470)
    one, two = wled.Packets(3 * 491, 255)
    assert (one[:4].hex(" "), len(one)) == ("04 ff 00 00", 4 + 1467)
    assert (two[:4].hex(" "), len(two)) == ("04 ff 01 e9", 4 + 6)


def test_a_single_lamp_at_the_end_is_not_too_short_for_wled() -> None:
    *_, last = wled.Packets(3 * (2 * 489 + 1), 2)
    assert (last[2:4].hex(), len(last)) == ("03d2", 8)


STATE = {"on": True, "bri": 128, "lor": 1, "seg": [{"id": 0, "on": True}, {"id": 1, "on": False}], "ps": -1}
INFO = {"ver": "0.15.0", "name": "Kerb", "leds": {"count": 600, "fps": 42}, "live": False, "mac": "x"}


def test_the_state_of_wled_is_read() -> None:
    assert State.read(json.dumps(STATE)) == State(on=True, brightness=128, override=1, segments=(True, False))


def test_the_account_of_wled_is_read() -> None:
    assert Info.read(json.dumps(INFO)) == Info(name="Kerb", version="0.15.0", lamps=600, live=False)


def test_what_makes_wled_ready_reads_back_as_ready() -> None:
    assert State.read(ready(2)) == State(on=True, brightness=255, override=0, segments=(False, False))


@pytest.mark.parametrize(
    "text",
    [
        *("", "[]", "null", "{}", "[" * 100_000),
        *(json.dumps(STATE | change) for change in ({"on": 1}, {"bri": True}, {"seg": 3}, {"seg": [3]})),
    ],
)
def test_what_is_no_state_of_wled_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(OutputError, match="of WLED") as refused:
        State.read(text)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("change", [{"leds": {}}, {"leds": 3}, {"name": None}, {"live": "no"}])
def test_what_is_no_account_of_wled_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(OutputError, match="not of WLED: "):
        Info.read(json.dumps(INFO | change))


def test_more_universes_than_pages_are_refused() -> None:
    with pytest.raises(OutputError, match="131072 universes at most, not 131073"):
        discovery(Source(bytes(16), "x"), [1] * 131_073)
