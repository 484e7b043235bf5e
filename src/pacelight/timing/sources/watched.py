"""Something that must be looked at again and again, by a thread of its own: an engine may be busy then."""

import os
import threading
import time
from collections import deque
from collections.abc import Callable

from pacelight.errors import OutputError
from pacelight.timing.reading import Heard
from pacelight.timing.sources.port import ListenerStatistics
from pacelight.timing.sources.standing import CONNECTED, LOST, Standing

__all__ = ["Watched", "Watcher"]

_AGAIN_S = 1.0

Watcher = Callable[[], tuple[Heard, ...]]
"""Looks once, waiting for as long as it likes up to a quarter of a second.

Raises OSError when what it looks at is gone.
"""


class Watched:
    """Hands out what a watcher sees; see `Listener`. What is gone is opened again every second.

    Args:
        name: as the meet file calls it.
        open_watcher: opens what is looked at; returns the watcher, and what closes it.

    Raises:
        OutputError: it cannot be opened now.
    """

    def __init__(self, name: str, open_watcher: Callable[[], tuple[Watcher, Callable[[], object]]]) -> None:
        self._name = name
        self._open = open_watcher
        self._standing = Standing()
        try:
            self._watcher, self._close = self._open()
        except OSError as error:
            raise OutputError(f"{name}: {error.strerror or error}") from error
        self._seen: deque[Heard] = deque()
        self._states: deque[tuple[str, int, str]] = deque([(CONNECTED, time.monotonic_ns(), "")])
        self._bell = os.eventfd(0, os.EFD_NONBLOCK | os.EFD_CLOEXEC)
        self._ends = threading.Event()
        self._thread = threading.Thread(target=self._watch, name=f"pacelight {name}", daemon=True)
        self._thread.start()

    @property
    def name(self) -> str:
        """As the meet file calls it."""
        return self._name

    def fileno(self) -> int:
        """Readable whenever something was seen."""
        return self._bell

    def wake_ns(self) -> int | None:
        """Never: what is seen makes it readable."""
        return None

    def read(self, now_ns: int) -> tuple[Heard, ...]:
        """What was seen; each has the instant at which it was."""
        try:
            os.eventfd_read(self._bell)
        except BlockingIOError:
            return ()
        while self._states:
            self._standing.turn(*self._states.popleft())
        heard = []
        while self._seen:
            heard.append(self._seen.popleft())
        if heard:
            self._standing.heard(now_ns, len(heard))
        return tuple(heard)

    def statistics(self) -> ListenerStatistics:
        """A snapshot; reading it changes nothing."""
        return self._standing.statistics()

    def close(self) -> None:
        """Look no more."""
        self._ends.set()
        self._thread.join()
        os.close(self._bell)

    def _watch(self) -> None:
        while not self._ends.is_set():
            try:
                heard = self._watcher()
            except OSError as error:
                self._lose(error.strerror or str(error))
                continue
            if heard:
                self._seen.extend(heard)
                os.eventfd_write(self._bell, 1)
        self._close()

    def _lose(self, why: str) -> None:
        """It is gone: open it again as soon as that goes."""
        self._close()
        self._turn(LOST, why)
        while not self._ends.wait(_AGAIN_S):
            try:
                self._watcher, self._close = self._open()
            except OSError:
                continue
            self._turn(CONNECTED, "")
            return
        self._watcher, self._close = tuple, tuple

    def _turn(self, state: str, why: str) -> None:
        self._states.append((state, time.monotonic_ns(), why))
        os.eventfd_write(self._bell, 1)
