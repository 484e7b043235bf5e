"""E1.31: who sends, and the bytes of each kind of packet, layer by layer.

Source: ANSI E1.31-2018, sections 4 (general), 5 (root layer), 6 (framing layer), 7 (DMP layer),
8 (universe discovery layer); all numbers are big-endian.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass

from pacelight.errors import OutputError

__all__ = ["SYNC_SEQUENCE", "Source", "data", "discovery", "synchronization"]

_PRIORITIES = range(201)
"""Source: 6.2.3."""

_NAME_BYTES = 63
"""Of a source's name, without the zero that ends it. Source: 6.2.2."""

_CID_BYTES = 16
_HEADER = 126

_DATA, _EXTENDED = 0x0000_0004, 0x0000_0008
"""Source: 5.5, vectors of the root layer."""

_FRAMING_DATA, _FRAMING_SYNCHRONIZATION, _FRAMING_DISCOVERY = 0x0000_0002, 0x0000_0001, 0x0000_0002
"""Source: 6.2.1, 6.3.1, 6.4.1."""

_UNIVERSE_LIST = 0x0000_0001
"""Source: 8.2."""

SYNC_SEQUENCE = 44
"""Where a synchronization packet has its sequence. Source: 6.3."""

_FORCED = 0x20
"""Source: 6.2.6, Force_Synchronization, bit 5."""

_PAGE = 512
"""Universes of a discovery packet. Source: 8.5."""

_PAGES = 256


@dataclass(frozen=True, slots=True)
class Source:
    """Who sends.

    Attributes:
        cid: 16 bytes that tell this source from every other; the same again after a restart.
        name: for people, at most 63 bytes of UTF-8.
        priority: 0 to 200; receivers show the highest. 100 is usual.

    Raises:
        OutputError: no such source can be written.
    """

    cid: bytes
    name: str
    priority: int = 100

    def __post_init__(self) -> None:
        if len(self.cid) != _CID_BYTES:
            raise OutputError(f"a source is known by {_CID_BYTES} bytes, not {len(self.cid)}")
        if not 0 < len(self.name.encode()) <= _NAME_BYTES or "\0" in self.name:
            raise OutputError(f"a source's name has 1 to {_NAME_BYTES} bytes: '{self.name}'")
        if self.priority not in _PRIORITIES:
            raise OutputError(f"a priority is 0 to {_PRIORITIES[-1]}, not {self.priority} (100 is usual)")


def data(source: Source, universe: int, slots: int, sync: int = 0) -> bytes:
    """All of a data packet that comes before its slots, the sequence zero.

    Args:
        source: who sends.
        universe: its number.
        slots: channels that follow.
        sync: the universe whose synchronization packets are to be waited for; 0 for none.
            A receiver that has lost those goes on without: light that waits would stand still.
    """
    length = _HEADER + slots
    framing = struct.pack(
        ">HI64sBHBBH",
        *(_flagged(length - 38), _FRAMING_DATA, source.name.encode(), source.priority),
        *(sync, 0, _FORCED if sync else 0, universe),
    )
    dmp = struct.pack(">HBBHHHB", _flagged(length - 115), 0x02, 0xA1, 0, 1, slots + 1, 0)
    return _root(length, _DATA, source.cid) + framing + dmp


def synchronization(cid: bytes, sync: int, sequence: int = 0) -> bytes:
    """The packet at which receivers show what they hold for this synchronization universe.

    Source: 6.3.
    """
    framing = struct.pack(">HIBHH", _flagged(49 - 38), _FRAMING_SYNCHRONIZATION, sequence, sync, 0)
    return _root(49, _EXTENDED, cid) + framing


def discovery(source: Source, universes: Sequence[int]) -> list[bytes]:
    """The packets that say which universes a source sends, page by page; due every ten seconds.

    Source: 4.3, 6.4, 8.

    Raises:
        OutputError: more universes than there are pages for.
    """
    numbers = sorted(universes)
    pages = [numbers[n : n + _PAGE] for n in range(0, len(numbers), _PAGE)] or [[]]
    if len(pages) > _PAGES:
        raise OutputError(f"a source tells of {_PAGE * _PAGES} universes at most, not {len(numbers)}")
    return [_page(source, page, number, len(pages) - 1) for number, page in enumerate(pages)]


def _page(source: Source, universes: Sequence[int], number: int, last: int) -> bytes:
    length = 120 + 2 * len(universes)
    framing = struct.pack(">HI64sI", _flagged(length - 38), _FRAMING_DISCOVERY, source.name.encode(), 0)
    listed = struct.pack(
        f">HIBB{len(universes)}H", _flagged(length - 112), _UNIVERSE_LIST, number, last, *universes
    )
    return _root(length, _EXTENDED, source.cid) + framing + listed


def _root(length: int, vector: int, cid: bytes) -> bytes:
    """Source: 5."""
    return struct.pack(">HH12sHI16s", 0x0010, 0, b"ASC-E1.17", _flagged(length - 16), vector, cid)


def _flagged(length: int) -> int:
    """Flags of 7 and a length of 12 bits. Source: 5.4, 6.1, 7.1, 8.1."""
    return 0x7000 | length
