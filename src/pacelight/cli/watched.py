"""Signs of life for systemd, which ends and starts again what hangs.

Source: sd_notify(3): datagrams to the socket that ``NOTIFY_SOCKET`` names.
"""

import os
import socket
import time
from contextlib import suppress

__all__ = ["Watched"]

_EVERY_S = 0.5


class Watched:
    """Says that this process is up and alive, where anybody wants to know; called as often as one likes."""

    def __init__(self) -> None:
        # Processes that are started from here have no life of their own to tell of.
        self._at = os.environ.pop("NOTIFY_SOCKET", "")
        self._due_s = 0.0

    def __call__(self) -> None:
        """Say it, about twice a second."""
        now_s = time.monotonic()
        if not self._at or now_s < self._due_s:
            return
        self._due_s = now_s + _EVERY_S
        at = f"\0{self._at[1:]}" if self._at.startswith("@") else self._at
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as said, suppress(OSError):
            said.setblocking(False)
            said.sendto(b"READY=1\nWATCHDOG=1", at)
