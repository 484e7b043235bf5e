"""Packets of a frame in one block of memory: headers are written once, slots again for each frame.

A protocol adds its headers and its numbers; whoever sends needs `rows` and `sizes` and no more.
"""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

__all__ = ["Bytes", "Rows", "parts"]

Bytes: TypeAlias = npt.NDArray[np.uint8]


def parts(channels: int, room: int) -> list[slice]:
    """Which channels go in which packet, in order; the last may have fewer.

    >>> parts(600, 510)
    [slice(0, 510, None), slice(510, 600, None)]
    """
    return [slice(begin, min(begin + room, channels)) for begin in range(0, channels, room)]


class Rows:
    """Packets of a frame, made once and filled again for each.

    Attributes:
        sizes: bytes of each packet, in the order in which they are sent.
        rows: shape ``(packets, header + room)``; row ``n`` begins with packet ``n``.
        count: packets that have slots; what is behind them shows a frame that receivers hold.

    Args:
        headers: of each packet that has slots, all of one length.
        channels: of a frame.
        room: channels of a packet; the last may have fewer.
        least: bytes of a packet, zeros standing in for slots that no lamp has.
        even: whether slots are counted by twos; a zero stands in.
        after: a packet without slots that follows those of each frame, no longer than they are.
    """

    def __init__(
        self,
        headers: Sequence[bytes],
        channels: int,
        room: int,
        *,
        least: int = 0,
        even: bool = False,
        after: bytes = b"",
    ) -> None:
        head, step = len(headers[0]), 2 if even else 1
        slots = [-(-(part.stop - part.start) // step) * step for part in parts(channels, room)]
        self.sizes = [max(head + count, least) for count in slots] + [len(after)] * bool(after)
        self.rows: Bytes = np.zeros((len(self.sizes), max(head + room, least, len(after))), np.uint8)
        self.count = len(headers)
        self._data = self.rows[: len(headers)]
        self._after = self.rows[len(headers) :]
        for row, header in zip(self._data, headers, strict=True):
            row[:head] = np.frombuffer(header, np.uint8)
        self._after[:, : len(after)] = np.frombuffer(after, np.uint8)
        full, self._rest = divmod(channels, room)
        self._full = self._data[:full, head : head + room]
        self._last = self._data[-1, head : head + self._rest]

    def fill(self, frame: Bytes, sequence: int) -> None:
        """Put a frame in.

        Args:
            frame: shape ``(channels,)``.
            sequence: 0 to `beat.SEQUENCES` - 1, the number of the instant.
        """
        self._full[...] = frame[: self._full.size].reshape(self._full.shape)
        if self._rest:
            self._last[...] = frame[-self._rest :]
        self._number(sequence)

    def terminate(self, sequence: int) -> None:
        """Say, with the data of the last frame, that no more will come.

        Where a protocol has no word for that, the last frame is said again, which by then is dark.
        """
        self._number(sequence)

    def _number(self, sequence: int) -> None:
        """Write the number of the instant wherever this protocol has it."""

    def __iter__(self) -> Iterator[bytes]:
        return (row[:size].tobytes() for row, size in zip(self.rows, self.sizes, strict=True))
