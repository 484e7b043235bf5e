"""A watched results folder as a listener: a thread looks, so that a slow network share delays nobody."""

import os
import select
import threading
import time
from collections import deque
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from pacelight.timing.reading import Heard, Reading
from pacelight.timing.sources.inotify import Closings
from pacelight.timing.sources.lynx_look import Look, ResultsFolder
from pacelight.timing.sources.port import ListenerStatistics
from pacelight.timing.sources.standing import CONNECTED, LOST, Standing

__all__ = ["LynxFolder"]

_MS, _SECOND = 1_000_000, 1_000_000_000
_SHARE = 20
"""Looking takes one part in so many of the time, however slow the share or many the files."""

_LEAVE_S = 1.0
_HANGS_S = 10
"""A share that is gone may keep whoever looks for minutes: so long, and it counts as lost."""


class LynxFolder:
    """Watches the folder in which FinishLynx saves its results; see `Listener` and `Acknowledging`.

    Args:
        name: as the meet file calls it.
        path: of the folder.
        poll_ms: how often it is looked into, at least; files on a local disk are seen as they are closed.
        clock: monotonic, whole nanoseconds.
    """

    def __init__(
        self, name: str, path: Path, poll_ms: int = 250, clock: Callable[[], int] = time.monotonic_ns
    ) -> None:
        self._name = name
        self._path = path
        self._folder = ResultsFolder(path)
        self._poll_ms = poll_ms
        self._clock = clock
        self._looked_ns = clock()
        self._found: deque[Look] = deque()
        self._standing = Standing()
        self._refused = 0
        self._bell = os.eventfd(0, os.EFD_NONBLOCK | os.EFD_CLOEXEC)
        self._stop = os.eventfd(0, os.EFD_NONBLOCK | os.EFD_CLOEXEC)
        self._thread = threading.Thread(target=self._watch, name=f"folder {name}", daemon=True)
        self._thread.start()

    @property
    def name(self) -> str:
        """As the meet file calls it."""
        return self._name

    def fileno(self) -> int:
        """Readable whenever a look found something."""
        return self._bell

    def wake_ns(self) -> int | None:
        """Never: what is found makes it readable."""
        return None

    def read(self, now_ns: int) -> tuple[Heard, ...]:
        """What was found since this was asked last."""
        with suppress(BlockingIOError):
            os.eventfd_read(self._bell)
        heard: list[Reading] = []
        while self._found:
            look = self._found.popleft()
            heard += look.readings
            self._refused += look.refused
            if look.lost:
                self._standing.turn(LOST, now_ns, look.why)
                continue
            self._standing.turn(CONNECTED, now_ns, look.why)
            if look.readings:
                self._standing.heard(now_ns, len(look.readings))
        return tuple(Heard(now_ns, self._name, reading) for reading in heard)

    def acknowledge(self, keys: Collection[str]) -> None:
        """The readings with these keys are safe: the files stay where they are."""

    def statistics(self) -> ListenerStatistics:
        """A snapshot; reading it changes nothing."""
        told = self._standing.statistics(self._refused)
        silent_s = (self._clock() - self._looked_ns) // _SECOND
        if silent_s < _HANGS_S:
            return told
        return replace(told, state=LOST, why=f"{self._path} has not answered for {silent_s} s")

    def close(self) -> None:
        """Stop looking. A look that hangs in a share that is gone is left behind."""
        os.eventfd_write(self._stop, 1)
        self._thread.join(_LEAVE_S)
        if not self._thread.is_alive():
            os.close(self._stop)
            os.close(self._bell)

    def _watch(self) -> None:
        """Look, tell, wait; until it is stopped."""
        before = Look()
        closings: Closings | None = None
        wait_ms = 0
        while not _readable(self._stop, closings, wait_ms):
            if closings is None:
                with suppress(OSError):
                    closings = Closings(self._path)
            began_ns = self._clock()
            look = self._folder.look(began_ns, closings.names() if closings else ())
            self._looked_ns = self._clock()
            took_ms = (self._looked_ns - began_ns) // _MS
            wait_ms = took_ms if look.more else max(self._poll_ms, took_ms * _SHARE)
            if look.lost and closings is not None:
                closings.close()
                closings = None
            if look.readings or look != before:
                self._found.append(look)
                os.eventfd_write(self._bell, 1)
            before = look
        if closings is not None:
            closings.close()


def _readable(stop: int, closings: Closings | None, wait_ms: int) -> bool:
    """Wait until it is to stop, a file was closed, or milliseconds are over; whether it is to stop."""
    poll = select.poll()
    poll.register(stop, select.POLLIN)
    if closings is not None:
        poll.register(closings, select.POLLIN)
    return any(fd == stop for fd, _ in poll.poll(wait_ms))
