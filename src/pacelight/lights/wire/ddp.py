"""DDP, the distributed display protocol: 480 lamps a packet, and a push that shows a frame whole.

Source: Distributed Display Protocol, 3waylabs, "Packet format"; all numbers are big-endian.
"""

import struct
from dataclasses import dataclass

from pacelight.errors import OutputError
from pacelight.lights.wire.rows import Rows, parts

__all__ = ["PORT", "SLOTS", "Ddp", "Packets", "numbered"]

PORT = 4048

SLOTS = 1440
"""Channels of a packet: 480 lamps, what an Ethernet frame holds."""

_VERSION, _PUSH = 0x40, 0x01
_RGB = 0x0B
"""Red, green and blue of 8 bits each: type 1, size 3."""
_DISPLAY = 1
"""The default output device."""

_SEQUENCE = 1
_CHANNELS = 1 << 32


def numbered(sequence: int) -> int:
    """The number of an instant as a frame carries it, 1 to 15; zero says that frames are not numbered.

    A receiver may drop a number that it had just before: there is none. Source: 3waylabs, DDP, header.
    """
    return sequence % 15 + 1


class Packets(Rows):
    """The packets of a frame; the last pushes it.

    Args:
        channels: of a frame.
    """

    def __init__(self, channels: int) -> None:
        cut = parts(channels, SLOTS)
        headers = [_header(part, push=part is cut[-1]) for part in cut]
        super().__init__(headers, channels, SLOTS)

    def _number(self, sequence: int) -> None:
        """The same in every packet of a frame: receivers drop what looks out of order."""
        self._data[:, _SEQUENCE] = numbered(sequence)


@dataclass(frozen=True, slots=True)
class Ddp:
    """How frames are sent by DDP."""

    def check(self, channels: int) -> None:
        """Refuse more lamps than can be counted.

        Raises:
            OutputError: so many channels do not fit.
        """
        if channels > _CHANNELS:
            raise OutputError(f"DDP counts {_CHANNELS} channels, not {channels} (light fewer lamps)")

    def universes(self, channels: int) -> None:
        """None: a controller has one frame."""

    def packets(self, channels: int) -> Packets:
        """Packets for frames of so many channels."""
        return Packets(channels)


def _header(part: slice, *, push: bool) -> bytes:
    flags = _VERSION | (_PUSH if push else 0)
    return struct.pack(">BBBBIH", flags, 0, _RGB, _DISPLAY, part.start, part.stop - part.start)
