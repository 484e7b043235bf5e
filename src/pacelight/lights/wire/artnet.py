"""Art-Net: frames as ArtDmx packets, one a port-address, and ArtSync after them.

Source: Art-Net 4, Artistic Licence, sections "ArtDmx" and "ArtSync"; operation codes and port-addresses
are little-endian, lengths and the version big-endian.
"""

import struct
from dataclasses import dataclass

from pacelight.errors import OutputError
from pacelight.lights.wire.rows import Rows, parts

__all__ = ["ADDRESSES", "PORT", "SLOTS", "ArtNet", "Packets", "began"]

PORT = 6454

SLOTS = 510
"""Channels of a port-address that are used: 170 lamps, so that none is torn between two."""

ADDRESSES = range(32_768)
"""Port-addresses: a net of 7 bits, a sub-net of 4, a universe of 4."""

_DMX, _SYNC = 0x5000, 0x5200
_VERSION = 14
_SEQUENCE, _SEQUENCES = 12, 255


def began(operation: int) -> bytes:
    """What every packet begins with: identity, operation code, version of the protocol."""
    return struct.pack("<8sH", b"Art-Net", operation) + struct.pack(">H", _VERSION)


class Packets(Rows):
    """The packets of a frame: of each port-address one, and one ArtSync if asked for.

    Args:
        channels: of a frame.
        first: the first port-address.
        sync: whether receivers are to wait for ArtSync.
    """

    def __init__(self, channels: int, first: int = 0, *, sync: bool = False) -> None:
        headers = [
            _header(address, part.stop - part.start)
            for address, part in enumerate(parts(channels, SLOTS), first)
        ]
        after = began(_SYNC) + bytes(2) if sync else b""
        super().__init__(headers, channels, SLOTS, even=True, after=after)

    def _number(self, sequence: int) -> None:
        """The same in every port-address: 1 to 255, since zero says that packets are not numbered.

        Source: Art-Net 4, ArtDmx, field Sequence.
        """
        self._data[:, _SEQUENCE] = sequence % _SEQUENCES + 1


@dataclass(frozen=True, slots=True)
class ArtNet:
    """How frames are sent by Art-Net.

    Attributes:
        first: the first port-address.
        sync: whether receivers are to wait for ArtSync.

    Raises:
        OutputError: there is no such port-address.
    """

    first: int = 0
    sync: bool = False

    def __post_init__(self) -> None:
        self.check(1)

    def check(self, channels: int) -> None:
        """Refuse more lamps than there are port-addresses for.

        Raises:
            OutputError: so many channels do not fit.
        """
        count = -(-channels // SLOTS)
        if self.first not in ADDRESSES or self.first + count - 1 not in ADDRESSES:
            raise OutputError(
                f"{channels} channels from universe {self.first} on need {count} universes "
                f"(Art-Net has {ADDRESSES.start} to {ADDRESSES.stop - 1})"
            )

    def universes(self, channels: int) -> range:
        """The port-addresses of frames of so many channels."""
        return range(self.first, self.first - -channels // SLOTS)

    def packets(self, channels: int) -> Packets:
        """Packets for frames of so many channels."""
        return Packets(channels, self.first, sync=self.sync)


def _header(address: int, slots: int) -> bytes:
    """All that comes before the slots, the sequence zero; slots are counted by twos."""
    even = slots + slots % 2
    return began(_DMX) + struct.pack("<BBH", 0, 0, address) + struct.pack(">H", even)
