"""Packets one can see. One file is one protocol: a frame of five lamps whole, then the heads of one of 500.

Bytes before the lamps are in rows of sixteen, with their place before them and as text behind them;
each lamp is its red, green and blue.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from pacelight.lights.wire.adalight import header
from pacelight.lights.wire.artnet import ArtNet
from pacelight.lights.wire.artnet_poll import poll
from pacelight.lights.wire.ddp import Ddp
from pacelight.lights.wire.e131 import E131
from pacelight.lights.wire.e131_layers import Source, discovery
from pacelight.lights.wire.rows import Rows
from pacelight.lights.wire.wled import Wled

HERE = Path(__file__).parent
SOURCE = Source(bytes(range(16)), "Pacelight lievin-2025-mile", 100)
FEW = np.array([25, 227, 107] * 3 + [12, 113, 53] + [0, 0, 0], np.uint8)
MANY = 3 * 500
SEQUENCE = 1000
"""Of the instant; each protocol carries its own part of it."""


def rows(part: bytes, indent: str = "  ") -> Iterator[str]:
    for at in range(0, len(part), 16):
        row = part[at : at + 16]
        text = "".join(chr(byte) if 32 <= byte < 127 else "." for byte in row)
        yield f"{indent}{at:04x}  {row.hex(' '):<47}  {text}"


def lamps(part: bytes) -> str:
    return "  lamps " + " ".join(part[at : at + 3].hex() for at in range(0, len(part), 3))


def whole(packets: Rows, head: int) -> Iterator[str]:
    """A frame of five lamps."""
    packets.fill(FEW, SEQUENCE)
    for row, size in zip(packets.rows, packets.sizes, strict=True):
        packet = row[:size].tobytes()
        slotted = packet[head : head + len(FEW)] == FEW.tobytes()
        yield f"{size} bytes:"
        yield from rows(packet[:head] if slotted else packet)
        if slotted:
            yield lamps(packet[head : head + len(FEW)])
            if rest := packet[head + len(FEW) :]:
                yield f"  and     {rest.hex(' ')}"


def heads(packets: Rows, head: int) -> Iterator[str]:
    """Of a frame of 500 lamps."""
    packets.fill(np.zeros(MANY, np.uint8), SEQUENCE)
    yield f"500 lamps, in packets of {', '.join(map(str, packets.sizes))} bytes:"
    for row in packets.rows[: packets.count]:
        yield from rows(row[:head].tobytes())


def told(packets: Rows, head: int) -> Iterator[str]:
    """The same frame, said to be the last."""
    packets.fill(FEW, SEQUENCE)
    packets.terminate(SEQUENCE + 1)
    yield "and no more will come:"
    yield from rows(packets.rows[0, :head].tobytes())


def e131() -> Iterator[str]:
    plain, synchronized = E131(SOURCE, 7), E131(SOURCE, 7, sync=9)
    yield from whole(synchronized.packets(len(FEW)), 126)
    yield from told(plain.packets(len(FEW)), 126)
    yield from heads(plain.packets(MANY), 126)
    (page,) = discovery(SOURCE, [7, 8, 9])
    yield "the universes that it sends, every ten seconds:"
    yield from rows(page)


def artnet() -> Iterator[str]:
    yield from whole(ArtNet(7, sync=True).packets(len(FEW)), 18)
    yield from heads(ArtNet(7).packets(MANY), 18)
    yield "who is there?"
    yield from rows(poll())


def ddp() -> Iterator[str]:
    yield from whole(Ddp().packets(len(FEW)), 10)
    yield from heads(Ddp().packets(MANY), 10)


def wled() -> Iterator[str]:
    yield from whole(Wled(2).packets(len(FEW)), 2)
    yield from heads(Wled(2).packets(MANY), 4)


def adalight() -> Iterator[str]:
    yield f"{6 + len(FEW)} bytes:"
    yield from rows(header(len(FEW) // 3))
    yield lamps(FEW.tobytes())
    yield "500 lamps:"
    yield from rows(header(MANY // 3))


@pytest.mark.parametrize("protocol", [e131, artnet, ddp, wled, adalight])
def test_the_packets_are_those_in_the_file(protocol: object) -> None:
    now = "\n".join(protocol()) + "\n"  # type: ignore[operator]
    kept = HERE / f"wire-{protocol.__name__}.txt"  # type: ignore[attr-defined]
    assert now == kept.read_text(encoding="ascii"), f"\n{now}"
