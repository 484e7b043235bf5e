"""Which files of a folder were closed after writing or moved there, at once; local disks of Linux only.

Source: inotify(7). A folder of another machine says nothing: whoever uses this looks as well, now and then.
"""

import ctypes
import os
import struct
from collections.abc import Iterator
from pathlib import Path

__all__ = ["Closings"]

_CLOSE_WRITE, _MOVED_TO = 0x08, 0x80
_EVENT = struct.Struct("iIII")
_PIECE = 65_536


class Closings:
    """Tells of files that are complete.

    Raises:
        OSError: no such folder, or this system cannot.
    """

    def __init__(self, folder: Path) -> None:
        libc = ctypes.CDLL(None, use_errno=True)
        if not hasattr(libc, "inotify_init1"):
            raise OSError("no inotify here")
        self._fd = libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        if (
            self._fd < 0
            or libc.inotify_add_watch(self._fd, os.fsencode(folder), _CLOSE_WRITE | _MOVED_TO) < 0
        ):
            number = ctypes.get_errno()
            if self._fd >= 0:
                os.close(self._fd)
            raise OSError(number, os.strerror(number))

    def fileno(self) -> int:
        """Readable when a file was closed."""
        return int(self._fd)

    def names(self) -> frozenset[str]:
        """Files that were closed since this was asked last."""
        try:
            return frozenset(_names(os.read(self._fd, _PIECE)))
        except BlockingIOError:
            return frozenset()

    def close(self) -> None:
        """Stop."""
        os.close(self._fd)


def _names(data: bytes) -> Iterator[str]:
    at = 0
    while at < len(data):
        *_, length = _EVENT.unpack_from(data, at)
        at += _EVENT.size
        yield os.fsdecode(data[at : at + length].rstrip(b"\0"))
        at += length
