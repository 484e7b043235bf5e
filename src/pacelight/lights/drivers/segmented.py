"""Segmentation offload: one large datagram that the kernel or the network card cuts into the packets.

A frame costs a few trips through the network stack instead of one a packet, and leaves in one piece.
So fast a burst may overrun a switch that ends in a slower port: it is used where asked for.
"""

import socket
import struct
from collections.abc import Iterator, Sequence
from errno import EINVAL, EIO, EMSGSIZE, ENOPROTOOPT, EOPNOTSUPP

from pacelight.lights.drivers.burst import Burst, Bytes, burst

__all__ = ["Segmented", "segmented"]

_SOL_UDP, _UDP_SEGMENT = 17, 103
"""Source: udp(7)."""

_SEGMENTS, _LARGEST = 64, 65_000
"""Of one large datagram: pieces, and bytes. Source: UDP_MAX_SEGMENTS of Linux 4.18; IPv4 and UDP headers."""

_UNABLE = frozenset({EINVAL, EIO, EMSGSIZE, ENOPROTOOPT, EOPNOTSUPP})
"""What a kernel, a network card or a path says that cannot do it."""


class Segmented:
    """By ``UDP_SEGMENT``; where that is refused, for good by the best other way.

    Args:
        rows: shape ``(datagrams, room)``, C order; read whenever something is sent.
        sizes: bytes of each datagram, from the start of its row.
    """

    def __init__(self, rows: Bytes, sizes: Sequence[int]) -> None:
        self._otherwise = burst(rows, sizes)
        self._able = True
        memory = rows.reshape(-1).data
        step = rows.strides[0]
        self._runs = {
            first: (memory[first * step : (last - 1) * step + sizes[last - 1]], last - first)
            for first, last in runs(sizes, step)
        }
        self._ask = [(_SOL_UDP, _UDP_SEGMENT, struct.pack("=H", step))]

    def send(self, connection: socket.socket, first: int) -> int:
        """See `Burst`."""
        run = self._runs.get(first) if self._able else None
        if run is None:  # a packet alone, or one in the middle of a run that another way has begun
            return self._otherwise.send(connection, first)
        view, count = run
        try:
            connection.sendmsg([view], self._ask)
        except OSError as error:
            if error.errno not in _UNABLE:
                raise
            self._able = False
            return self._otherwise.send(connection, first)
        return count


def runs(sizes: Sequence[int], step: int) -> Iterator[tuple[int, int]]:
    """First and end of each run of datagrams that fill their rows, but for the last of a run; two or more."""
    most = min(_SEGMENTS, _LARGEST // step)
    first = 0
    while first < len(sizes):
        last = first + 1
        while last < len(sizes) and last - first < most and sizes[last - 1] == step:
            last += 1
        if last - first > 1:
            yield first, last
        first = last


def segmented(rows: Bytes, sizes: Sequence[int]) -> Burst:
    """By segmentation offload."""
    return Segmented(rows, sizes)
