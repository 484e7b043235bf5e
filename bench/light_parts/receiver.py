"""Whom everybody sends to: a socket with room for a whole round, emptied by a thread of this process.

It looks for packets by itself every millisecond: woken for each, it would be paid for by the senders.
"""

import ctypes
import errno
import os
import socket
import threading
import time
from types import TracebackType
from typing import Self

import numpy as np

from light_parts import HOST, BenchError

ROOM = 128 << 20
SO_RCVBUFFORCE, SO_TIMESTAMPNS = 33, 35
"""Source: asm-generic/socket.h."""

QUIET_S = 1.0
"""Without a packet for so long, no more come."""

AT_ONCE = 1024
HEAD = 128
"""Bytes of a packet that are looked at: all before the slots, and two of them."""

MESSAGE = np.dtype(
    {
        "names": ["part", "parts", "control", "control_length", "length"],
        "formats": ["u8"] * 4 + ["u4"],
        "offsets": [16, 24, 32, 40, 56],
        "itemsize": 64,
    }
)
"""Source: recvmmsg(2), struct mmsghdr, of 64-bit systems."""

PART = np.dtype([("base", "u8"), ("length", "u8")])
STAMP = np.dtype([("size", "u8"), ("level", "i4"), ("kind", "i4"), ("s", "i8"), ("ns", "i8")])
"""Source: cmsg(3), struct cmsghdr, and struct timespec behind it."""

ARRIVAL = np.dtype([("ns", "i8"), ("universe", "u2"), ("sequence", "u1"), ("label", "u2")])
"""A packet: when the kernel had it (of the clock of the world), and the first two slots as a number."""


class Receiver:
    """Counts packets, while the context lasts.

    Args:
        port: of UDP.

    Attributes:
        count: packets so far.

    Raises:
        BenchError: something else listens there.
    """

    def __init__(self, port: int) -> None:
        self.count = 0
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        for option in (SO_RCVBUFFORCE, socket.SO_RCVBUF):
            try:
                self._socket.setsockopt(socket.SOL_SOCKET, option, ROOM)
                break
            except PermissionError:
                continue
        self._socket.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)
        try:
            self._socket.bind((HOST, port))
        except OSError as error:
            self._socket.close()
            if error.errno != errno.EADDRINUSE:
                raise
            raise BenchError(f"something else listens on {HOST}:{port} (olad?): end it first") from None
        self._kept: list[np.ndarray] | None = None
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._empty, name="receiver")

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()
        self._socket.close()

    @property
    def room(self) -> int:
        """Bytes that may wait, as the kernel counts them: about twice those of the packets."""
        return self._socket.getsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF)

    def keep(self) -> None:
        """From now on keep what arrives."""
        self._kept = []

    def kept(self) -> np.ndarray:
        """What arrived since, of `ARRIVAL`, in order; it is kept no longer."""
        kept, self._kept = self._kept or [], None
        return np.concatenate([np.empty(0, ARRIVAL), *kept])

    def settled(self, due: int) -> int:
        """Packets so far, once so many have arrived or no more come."""
        seen, since = self.count, time.monotonic()
        while self.count < due and time.monotonic() - since < QUIET_S:
            time.sleep(0.001)
            if self.count > seen:
                seen, since = self.count, time.monotonic()
        return self.count

    def _empty(self) -> None:
        heads, stamps = np.zeros((AT_ONCE, HEAD), np.uint8), np.zeros(AT_ONCE, STAMP)
        parts, messages = np.zeros(AT_ONCE, PART), np.zeros(AT_ONCE, MESSAGE)
        number = np.arange(AT_ONCE, dtype=np.uint64)
        parts["base"], parts["length"] = heads.ctypes.data + number * HEAD, HEAD
        messages["part"], messages["parts"] = parts.ctypes.data + number * PART.itemsize, 1
        messages["control"] = stamps.ctypes.data + number * STAMP.itemsize
        call = ctypes.CDLL(None, use_errno=True).recvmmsg
        call.argtypes = (ctypes.c_int, ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_void_p)
        while not self._over.is_set():
            messages["control_length"] = STAMP.itemsize
            taken = call(self._socket.fileno(), messages.ctypes.data, AT_ONCE, socket.MSG_DONTWAIT, None)
            if taken < 0 and ctypes.get_errno() not in {errno.EAGAIN, errno.EINTR}:
                raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
            if (kept := self._kept) is not None and taken > 0:
                kept.append(_arrivals(heads[:taken], stamps[:taken]))
            self.count += max(taken, 0)
            if taken < AT_ONCE:
                time.sleep(0.001)


def _arrivals(heads: np.ndarray, stamps: np.ndarray) -> np.ndarray:
    """What is known of some packets."""
    made = np.empty(len(heads), ARRIVAL)
    made["ns"] = stamps["s"] * 1_000_000_000 + stamps["ns"]
    made["universe"] = heads[:, 113] * np.uint16(256) + heads[:, 114]
    made["sequence"] = heads[:, 111]
    made["label"] = heads[:, 127] * np.uint16(256) + heads[:, 126]
    return made
