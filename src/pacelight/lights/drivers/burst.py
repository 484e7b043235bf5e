"""Many datagrams at once: one call into the kernel for a whole frame, where the system has it.

A call per datagram costs about twice as much; a frame of 24,000 lamps is 142 datagrams.
"""

import ctypes
import os
import socket
import struct
from collections.abc import Sequence
from typing import Protocol, TypeAlias

import numpy as np
import numpy.typing as npt

__all__ = ["Burst", "Bytes", "OneByOne", "Place", "Together", "burst"]

Bytes: TypeAlias = npt.NDArray[np.uint8]

Place: TypeAlias = tuple[str, int]
"""Address and port, of IPv4."""

_PLACE_BYTES = 16
"""Source: ip(7), struct sockaddr_in."""


class Burst(Protocol):
    """Datagrams in fixed memory, sent as often as wished."""

    def send(self, connection: socket.socket, first: int) -> int:
        """Send them from number `first` on; how many the kernel took, at least one.

        Args:
            connection: non-blocking; connected, unless each datagram has a place of its own.
            first: number of the datagram to begin with.

        Raises:
            OSError: it took none; the reason is that of the first.
        """
        ...


class _IoVec(ctypes.Structure):
    _fields_ = (("base", ctypes.c_void_p), ("length", ctypes.c_size_t))


class _Message(ctypes.Structure):
    """Source: recvmsg(2), struct msghdr."""

    _fields_ = (
        ("name", ctypes.c_void_p),
        ("name_length", ctypes.c_uint32),
        ("parts", ctypes.POINTER(_IoVec)),
        ("part_count", ctypes.c_size_t),
        ("control", ctypes.c_void_p),
        ("control_length", ctypes.c_size_t),
        ("flags", ctypes.c_int),
    )


class _Counted(ctypes.Structure):
    """Source: sendmmsg(2), struct mmsghdr."""

    _fields_ = (("message", _Message), ("taken", ctypes.c_uint))


class Together:
    """By ``sendmmsg``.

    Args:
        rows: shape ``(datagrams, room)``, C order; read whenever something is sent.
        sizes: bytes of each datagram, from the start of its row.
        places: where each goes, if not all to one.
    """

    def __init__(self, rows: Bytes, sizes: Sequence[int], places: Sequence[Place] = ()) -> None:
        self._rows = rows  # the addresses below point into it
        begin, step = rows.ctypes.data, rows.strides[0]
        self._parts = (_IoVec * len(sizes))(*(_IoVec(begin + n * step, size) for n, size in enumerate(sizes)))
        self._messages = (_Counted * len(sizes))()
        for counted, part in zip(self._messages, self._parts, strict=True):
            counted.message.parts = ctypes.pointer(part)
            counted.message.part_count = 1
        self._names = ctypes.create_string_buffer(b"".join(map(_name, places)))
        for number, _ in enumerate(places):
            self._messages[number].message.name = ctypes.addressof(self._names) + number * _PLACE_BYTES
            self._messages[number].message.name_length = _PLACE_BYTES
        self._count = len(sizes)
        self._call = ctypes.CDLL(None, use_errno=True).sendmmsg
        self._call.argtypes = (ctypes.c_int, ctypes.c_void_p, ctypes.c_uint, ctypes.c_int)

    def send(self, connection: socket.socket, first: int) -> int:
        """See `Burst`."""
        rest = ctypes.byref(self._messages, first * ctypes.sizeof(_Counted))
        taken: int = self._call(connection.fileno(), rest, self._count - first, 0)
        if taken < 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number))
        return taken


class OneByOne:
    """By one call each; arguments as of `Together`."""

    def __init__(self, rows: Bytes, sizes: Sequence[int], places: Sequence[Place] = ()) -> None:
        self._datagrams = [memoryview(row)[:size] for row, size in zip(rows, sizes, strict=True)]
        self._places = places

    def send(self, connection: socket.socket, first: int) -> int:
        """See `Burst`."""
        if self._places:
            connection.sendto(self._datagrams[first], self._places[first])
        else:
            connection.send(self._datagrams[first])
        return 1


def burst(rows: Bytes, sizes: Sequence[int], places: Sequence[Place] = ()) -> Burst:
    """The best way that this system has."""
    if hasattr(ctypes.CDLL(None), "sendmmsg"):
        return Together(rows, sizes, places)
    return OneByOne(rows, sizes, places)


def _name(place: Place) -> bytes:
    """Source: ip(7), struct sockaddr_in: the family as the machine has it, the rest as the network does."""
    host, port = place
    return struct.pack("=H", socket.AF_INET) + struct.pack("!H4s8x", port, socket.inet_aton(host))
