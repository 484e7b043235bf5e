"""Timing devices that call: we are the server they connect to."""

import select
import socket
from collections.abc import Callable, Collection, Iterator, Sequence
from ipaddress import ip_address

from pacelight.errors import OutputError
from pacelight.timing.formats.dialogue import Dialogue
from pacelight.timing.reading import Heard
from pacelight.timing.sources.allowed import Allowed
from pacelight.timing.sources.conversation import Conversation
from pacelight.timing.sources.port import ListenerStatistics
from pacelight.timing.sources.standing import CONNECTED, LOST, REFUSED, SILENT, WAITING, Standing
from pacelight.timing.sources.tcp import Place, family, lively

__all__ = ["TcpHost"]

_GUESTS = 8
"""Connections at one time."""

_SLOW_NS = 10_000_000_000
"""How long a message may take from its first byte to its last."""


class TcpHost:
    """Is the server that devices connect to; see `Listener` and `Acknowledging`.

    It listens at one address, takes only whom it is told to, so many at a time,
    and drops whoever never ends a message or does not read its answers.

    Args:
        name: as the meet file calls it.
        place: number of the interface and port, see `located`; port 0 for any that is free.
        allow: machines or networks that may send; none for this machine alone.
        dialogue: makes the dialogue for one more connection.

    Raises:
        OutputError: every interface, nobody allowed to send from outside, or the port is taken.
    """

    def __init__(
        self, name: str, place: Place, allow: Sequence[str], dialogue: Callable[[], Dialogue]
    ) -> None:
        self._name = name
        self._allowed = Allowed(place[0], allow)
        self._dialogue = dialogue
        self._door = _door(place)
        self._epoll = select.epoll()
        self._epoll.register(self._door, select.EPOLLIN)
        self._standing = Standing()
        self._guests: list[_Guest] = []
        self._refused = 0
        self._why = ""

    @property
    def name(self) -> str:
        """As the meet file calls it."""
        return self._name

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._door.getsockname()[1])

    def fileno(self) -> int:
        """Readable whenever somebody connects or says something."""
        return self._epoll.fileno()

    def wake_ns(self) -> int | None:
        """When a silence or a message has lasted too long; None while nobody is connected."""
        return min((at for guest in self._guests for at in guest.ends_ns()), default=None)

    def read(self, now_ns: int) -> tuple[Heard, ...]:
        """All that has arrived, connection by connection, in order."""
        self._welcome(now_ns)
        return tuple(heard for guest in tuple(self._guests) for heard in self._heard(guest, now_ns))

    def acknowledge(self, keys: Collection[str]) -> None:
        """The readings with these keys are safe; whoever said them is told at the next `read`."""
        for guest in self._guests:
            guest.dialogue.acknowledge(keys)
            if guest.dialogue.answering:
                self._epoll.modify(guest.socket, select.EPOLLIN | select.EPOLLOUT)

    def statistics(self) -> ListenerStatistics:
        """A snapshot; reading it changes nothing."""
        refused = sum(guest.dialogue.refused for guest in self._guests) + self._refused
        why = next((guest.dialogue.why for guest in self._guests if guest.dialogue.why), self._why)
        return self._standing.statistics(refused, why)

    def close(self) -> None:
        """Let go of the port and of all connections."""
        for guest in self._guests:
            guest.socket.close()
        self._guests.clear()
        self._door.close()
        self._epoll.close()

    def _welcome(self, now_ns: int) -> None:
        for line, who in _arrivals(self._door):
            if why := self._unwelcome(who, now_ns):
                line.close()
                self._standing.refuse(why)
                if self._standing.state == WAITING:
                    self._standing.turn(REFUSED, now_ns)
                continue
            lively(line)
            self._guests.append(_Guest(who, line, self._dialogue(), now_ns))
            self._epoll.register(line, select.EPOLLIN)
            self._standing.turn(CONNECTED, now_ns)
            self._standing.opened(now_ns)

    def _unwelcome(self, who: str, now_ns: int) -> str:
        """Why a machine may not connect; empty if it may.

        Where all places are taken, a machine that comes again has lost its older lines, or means to: the one
        that was silent longest makes room.
        """
        if who not in self._allowed:
            return f"{who} may not send here: name it in allow"
        if len(self._guests) < _GUESTS:
            return ""
        own = [guest for guest in self._guests if guest.who == who]
        if not own:
            return f"{who} is one too many: {_GUESTS} are connected"
        self._leave(min(own, key=lambda guest: guest.talk.heard_ns), now_ns, f"{who} came again")
        return ""

    def _heard(self, guest: "_Guest", now_ns: int) -> Iterator[Heard]:
        before = guest.talk.received
        heard, why = guest.talk.read(now_ns)
        if guest.talk.received > before:
            self._standing.heard(now_ns, len(heard))
        yield from heard
        if not why and guest.slow(now_ns):
            why = "it began a message and did not end it"
            self._standing.refuse(why)
        if why:
            self._leave(guest, now_ns, why)
        else:
            out = select.EPOLLOUT if guest.talk.unsent else 0
            self._epoll.modify(guest.socket, select.EPOLLIN | out)

    def _leave(self, guest: "_Guest", now_ns: int, why: str) -> None:
        self._epoll.unregister(guest.socket)
        guest.socket.close()
        self._guests.remove(guest)
        self._refused += guest.dialogue.refused
        self._why = guest.dialogue.why or self._why
        if not self._guests:
            self._standing.turn(SILENT if guest.talk.fell_silent else LOST, now_ns, why)


class _Guest:
    """One device that has connected."""

    def __init__(self, who: str, connection: socket.socket, dialogue: Dialogue, now_ns: int) -> None:
        self.who = who
        self.socket = connection
        self.dialogue = dialogue
        self.talk = Conversation(dialogue, connection, now_ns)

    def slow(self, now_ns: int) -> bool:
        """Whether it has been at one message for too long."""
        held_ns = self.dialogue.held_ns
        return held_ns is not None and now_ns >= held_ns + _SLOW_NS

    def ends_ns(self) -> Iterator[int]:
        """When to look after it though it says nothing."""
        if (wake_ns := self.talk.wake_ns()) is not None:
            yield wake_ns
        if self.dialogue.held_ns is not None:
            yield self.dialogue.held_ns + _SLOW_NS


def _door(place: Place) -> socket.socket:
    """A socket that listens at one address.

    Raises:
        OutputError: every interface, or the port is taken.
    """
    if ip_address(place[0].partition("%")[0]).is_unspecified:
        raise OutputError(f"{place[0]} is every interface: name the address of the one the device is on")
    door = socket.socket(family(place), socket.SOCK_STREAM | socket.SOCK_NONBLOCK)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind(place)
        door.listen(_GUESTS)
    except OSError as error:
        door.close()
        raise OutputError(f"cannot listen at {place[0]}:{place[1]}: {error.strerror}") from error
    return door


def _arrivals(door: socket.socket) -> Iterator[tuple[socket.socket, str]]:
    """Whoever has connected, and from where; so many at a time."""
    for _ in range(_GUESTS):
        try:
            guest, who = door.accept()
        except OSError:  # nobody more, or one that left again
            return
        guest.setblocking(False)
        yield guest, str(who[0])
