"""E1.31, streaming ACN: frames as data packets, one a universe.

Source: ANSI E1.31-2018, sections 4 (general), 5 (root layer), 6 (framing layer), 7 (DMP layer);
all numbers are big-endian.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pacelight.errors import OutputError

__all__ = ["PORT", "SLOTS", "UNIVERSES", "Packets", "Source", "universes"]

PORT = 5568
"""Source: 9.1.2, and appendix A, ACN_SDT_MULTICAST_PORT."""

SLOTS = 510
"""Channels of a universe that are used: 170 lamps, so that none is torn between two universes."""

UNIVERSES = range(1, 64_000)
"""Source: 6.2.7."""

_PRIORITIES = range(201)
"""Source: 6.2.3."""

_NAME_BYTES = 63
"""Of a source's name, without the zero that ends it. Source: 6.2.2."""

_CID_BYTES = 16
_HEADER = 126
_SEQUENCE, _OPTIONS = 111, 112
_TERMINATED = 0x40
"""Source: 6.2.6, Stream_Terminated, bit 6."""

Bytes = npt.NDArray[np.uint8]


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


def universes(channels: int, first: int = 1) -> Iterator[tuple[int, slice]]:
    """Which channels go in which universe, in order; the last may be partial.

    Raises:
        OutputError: there are not so many universes.
    """
    count = -(-channels // SLOTS)
    if first not in UNIVERSES or first + count - 1 not in UNIVERSES:
        raise OutputError(
            f"{channels} channels from universe {first} on need {count} universes "
            f"(there are {UNIVERSES.start} to {UNIVERSES.stop - 1})"
        )
    for number in range(count):
        yield first + number, slice(number * SLOTS, min((number + 1) * SLOTS, channels))


class Packets:
    """The packets of a frame, made once and filled again for each.

    Attributes:
        sizes: bytes of each packet, in order of universes.
        rows: shape ``(universes, 636)``; row ``n`` begins with the ``sizes[n]`` bytes of packet ``n``.

    Args:
        channels: of a frame.
        source: who sends.
        first: number of the first universe.

    Raises:
        OutputError: there are not so many universes.
    """

    def __init__(self, channels: int, source: Source, first: int = 1) -> None:
        headers = [
            _header(source, universe, part.stop - part.start) for universe, part in universes(channels, first)
        ]
        self.sizes = [_HEADER + part.stop - part.start for _, part in universes(channels, first)]
        self.rows: Bytes = np.zeros((len(headers), _HEADER + SLOTS), np.uint8)
        for row, header in zip(self.rows, headers, strict=True):
            row[:_HEADER] = np.frombuffer(header, np.uint8)
        full, self._rest = divmod(channels, SLOTS)
        self._full = self.rows[:full, _HEADER:]
        self._last = self.rows[-1, _HEADER : _HEADER + self._rest]

    def fill(self, frame: Bytes, sequence: int) -> None:
        """Put a frame in.

        Args:
            frame: shape ``(channels,)``.
            sequence: 0 to 255, the same in every universe. Source: 6.7.2.
        """
        self._full[...] = frame[: self._full.size].reshape(self._full.shape)
        if self._rest:
            self._last[...] = frame[-self._rest :]
        self.rows[:, _SEQUENCE] = sequence

    def terminate(self, sequence: int) -> None:
        """Say, with the data of the last frame, that no more will come.

        Receivers do not look at the data. Source: 6.2.6; three such packets are to be sent.
        """
        self.rows[:, _SEQUENCE] = sequence
        self.rows[:, _OPTIONS] = _TERMINATED

    def __iter__(self) -> Iterator[bytes]:
        return (row[:size].tobytes() for row, size in zip(self.rows, self.sizes, strict=True))


def _header(source: Source, universe: int, slots: int) -> bytes:
    """All of a packet that comes before the slots, sequence and options zero."""
    length = _HEADER + slots
    root = struct.pack(">HH12sHI16s", 0x0010, 0, b"ASC-E1.17", _flagged(length - 16), 0x0000_0004, source.cid)
    framing = struct.pack(
        ">HI64sBHBBH",
        *(_flagged(length - 38), 0x0000_0002, source.name.encode(), source.priority),
        *(0, 0, 0, universe),  # no synchronization address; sequence and options
    )
    dmp = struct.pack(">HBBHHHB", _flagged(length - 115), 0x02, 0xA1, 0, 1, slots + 1, 0)
    return root + framing + dmp


def _flagged(length: int) -> int:
    """Flags of 7 and a length of 12 bits. Source: 5.4, 6.1, 7.1."""
    return 0x7000 | length
