"""The doors of a bus: sockets that listen, each taken away at the end unless another engine has its place."""

import selectors
import socket
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from pacelight.meet.bus.address import Tcp, Where, door

__all__ = ["Doors"]


@dataclass(slots=True)
class Doors:
    """Sockets that listen.

    Attributes:
        selector: sees who knocks; the data of a door are its place.
    """

    selector: selectors.BaseSelector
    _open: list[tuple[socket.socket, Where, tuple[int, int] | None]] = field(default_factory=list)

    def open(self, place: Where, *, take: bool) -> None:
        """Listen there, too; see `Bus.open`."""
        opened = door(place, take=take)
        self._open.append((opened, place, _mark(place)))
        self.selector.register(opened, selectors.EVENT_READ, place)

    def close(self) -> None:
        """Listen no more."""
        for opened, place, mark in self._open:
            self.selector.unregister(opened)
            opened.close()
            if isinstance(place, Path) and _mark(place) == mark:
                place.unlink(missing_ok=True)
        self._open.clear()


def _mark(place: Where) -> tuple[int, int] | None:
    """By what the socket of a path is known again; another one there may have got the same number."""
    if isinstance(place, Tcp):
        return None
    with suppress(FileNotFoundError):
        found = place.stat()
        return found.st_ino, found.st_ctime_ns
    return None
