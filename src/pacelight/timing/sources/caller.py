"""A listener that opens the line itself, and opens it again for as long as it must."""

import select
from abc import ABC, abstractmethod
from collections.abc import Collection

from pacelight.timing.formats.dialogue import Dialogue
from pacelight.timing.reading import Heard
from pacelight.timing.sources.calling import Calling
from pacelight.timing.sources.conversation import Conversation, Wire
from pacelight.timing.sources.port import ListenerStatistics
from pacelight.timing.sources.standing import CONNECTED, LOST, SILENT, WAITING, Standing

__all__ = ["Caller"]


class Caller(ABC):
    """Calls a device until it answers; see `Listener` and `Acknowledging`.

    Args:
        name: as the meet file calls it.
        dialogue: what it says and is answered; the same over all connections.
    """

    def __init__(self, name: str, dialogue: Dialogue) -> None:
        self._name = name
        self._dialogue = dialogue
        self._epoll = select.epoll()
        self._standing = Standing()
        self._calling = Calling()
        self._talk: Conversation | None = None
        self._watched: tuple[int, int] | None = None

    @abstractmethod
    def open(self, now_ns: int) -> Wire | None:
        """The line; None while it is not there yet: `waiting_ns` says until when to wait.

        Raises:
            OSError: nobody answers.
        """

    def waiting_ns(self) -> int | None:
        """Until when an answer to a call is waited for; None while no call is out."""
        return None

    @property
    def name(self) -> str:
        """As the meet file calls it."""
        return self._name

    def fileno(self) -> int:
        """Readable whenever there is something to read; the same through every reconnect."""
        return self._epoll.fileno()

    def wake_ns(self) -> int | None:
        """When to ask next though nothing is readable."""
        if self._talk is not None:
            return self._talk.wake_ns()
        waiting_ns = self.waiting_ns()
        return self._calling.next_ns if waiting_ns is None else waiting_ns

    def read(self, now_ns: int) -> tuple[Heard, ...]:
        """All that has arrived, in order; calls again if need be."""
        if self._talk is None:
            self._call(now_ns)
        if self._talk is None:
            return ()
        before = self._talk.received
        heard, why = self._talk.read(now_ns)
        if self._talk.received > before:
            self._calling.answered()
            self._standing.heard(now_ns, len(heard))
        if why:
            self._lost(now_ns, SILENT if self._talk.fell_silent else LOST, why)
        else:
            self.watch(self._talk.wire, out=bool(self._talk.unsent))
        return heard

    def acknowledge(self, keys: Collection[str]) -> None:
        """The readings with these keys are safe; the device is told at the next `read`."""
        self._dialogue.acknowledge(keys)
        if self._talk is not None and self._dialogue.answering:
            self.watch(self._talk.wire, out=True)

    def statistics(self) -> ListenerStatistics:
        """A snapshot; reading it changes nothing."""
        return self._standing.statistics(self._dialogue.refused, self._dialogue.why)

    def close(self) -> None:
        """Let go of the line."""
        if self._talk is not None:
            self.unwatch()
            self._talk.wire.close()
            self._talk = None
        self._epoll.close()

    def watch(self, wire: Wire, *, out: bool) -> None:
        """Be woken by what arrives; and, if asked, as soon as the line takes more."""
        events = select.EPOLLIN | (select.EPOLLOUT if out else 0)
        watched = (wire.fileno(), events)
        if self._watched is None:
            self._epoll.register(*watched)
        elif self._watched != watched:
            self._epoll.modify(*watched)
        self._watched = watched

    def unwatch(self) -> None:
        """Be woken by nothing, before a line is closed."""
        if self._watched is not None:
            self._epoll.unregister(self._watched[0])
            self._watched = None

    def _call(self, now_ns: int) -> None:
        if self.waiting_ns() is None and now_ns < self._calling.next_ns:
            return
        try:
            wire = self.open(now_ns)
        except OSError as error:
            self._calling.failed(now_ns)
            state = self._standing.state
            self._standing.turn(LOST if state == CONNECTED else state, now_ns, error.strerror or str(error))
            return
        if wire is None:
            self._standing.turn(self._standing.state, now_ns)
            return
        self._talk = Conversation(self._dialogue, wire, now_ns)
        self.watch(wire, out=False)
        self._standing.opened(now_ns)
        if self._standing.state in {WAITING, LOST} and self._dialogue.quiet_ns is None:
            self._standing.turn(CONNECTED, now_ns)

    def _lost(self, now_ns: int, state: str, why: str) -> None:
        if self._talk is not None:
            self.unwatch()
            self._talk.wire.close()
            self._talk = None
        self._calling.failed(now_ns)
        self._standing.turn(state, now_ns, why)
