"""E1.31: reading what other sources say of themselves.

Source: ANSI E1.31-2018, sections 4.3, 6.4 and 8, universe discovery; all numbers are big-endian.
"""

import struct
from dataclasses import dataclass
from typing import Self

from pacelight.errors import OutputError

__all__ = ["Page"]

_LIST = 120
"""Where the universes begin."""

_MARKS = (
    (4, b"ASC-E1.17\0\0\0"),
    (18, b"\0\0\0\x08"),
    (40, b"\0\0\0\x02"),
    (114, b"\0\0\0\x01"),
)
"""What tells a discovery packet from every other: identity, and the vectors of three layers."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the universes that a source sends.

    Attributes:
        cid: 16 bytes that tell the source from every other.
        name: for people.
        number, last: which page this is, and which is the last; the first is 0.
        universes: their numbers.
    """

    cid: bytes
    name: str
    number: int
    last: int
    universes: tuple[int, ...]

    @classmethod
    def read(cls, packet: bytes) -> Self:
        """Read a universe discovery packet.

        Raises:
            OutputError: it is something else, or cut short.
        """
        if any(packet[begin : begin + len(mark)] != mark for begin, mark in _MARKS) or len(packet) < _LIST:
            raise OutputError(f"not a universe discovery packet of E1.31, of {len(packet)} bytes")
        end = 112 + (int.from_bytes(packet[112:114]) & 0x0FFF)
        if not _LIST <= end <= len(packet) or (end - _LIST) % 2:
            raise OutputError(
                f"a universe discovery packet of E1.31 says that it ends at byte {end}, not {len(packet)}"
            )
        return cls(
            cid=packet[22:38],
            name=packet[44:108].partition(b"\0")[0].decode(errors="replace"),
            number=packet[118],
            last=packet[119],
            universes=struct.unpack(f">{(end - _LIST) // 2}H", packet[_LIST:end]),
        )
