"""Timing devices that send datagrams: one socket, at one address, from whom it is told to take them."""

import socket
from collections.abc import Callable, Collection, Sequence
from ipaddress import ip_address

from pacelight.errors import OutputError
from pacelight.timing.formats.dialogue import Dialogue
from pacelight.timing.reading import Heard
from pacelight.timing.sources.allowed import Allowed
from pacelight.timing.sources.port import ListenerStatistics
from pacelight.timing.sources.standing import REFUSED, WAITING, Standing
from pacelight.timing.sources.tcp import Place, family

__all__ = ["UdpListener", "bound"]

_MOST = 65_535
_IN_ONE_GO = 64
"""Datagrams taken at one time: whoever floods the port must not keep the engine from all else."""

_SENDERS = 8
"""Senders that are told apart; the one heard longest ago is forgotten."""

_BUFFER = 1_048_576
"""Bytes the system keeps for us while we are busy."""


class UdpListener:
    """Takes datagrams; see `Listener` and `Acknowledging`.

    A message may go on in the next datagram of the same sender.

    Args:
        name: as the meet file calls it.
        place: number of the interface and port, see `located`; port 0 for any that is free.
        allow: machines or networks that may send; none for this machine alone.
        dialogue: makes the dialogue for one more sender.

    Raises:
        OutputError: every interface, nobody allowed to send from outside, or the port is taken.
    """

    def __init__(
        self, name: str, place: Place, allow: Sequence[str], dialogue: Callable[[], Dialogue]
    ) -> None:
        self._name = name
        self._allowed = Allowed(place[0], allow)
        self._dialogue = dialogue
        self._socket = bound(place)
        self._standing = Standing()
        self._senders: dict[tuple[str, int], Dialogue] = {}
        self._refused = 0
        self._why = ""

    @property
    def name(self) -> str:
        """As the meet file calls it."""
        return self._name

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._socket.getsockname()[1])

    def fileno(self) -> int:
        """Readable whenever a datagram is there."""
        return self._socket.fileno()

    def wake_ns(self) -> int | None:
        """Never: what comes makes the socket readable."""
        return None

    def read(self, now_ns: int) -> tuple[Heard, ...]:
        """What the datagrams that are here say, in the order in which they came."""
        heard: list[Heard] = []
        for _ in range(_IN_ONE_GO):
            try:
                data, sender = self._socket.recvfrom(_MOST)
            except OSError:  # nothing more, or the answer to something nobody sent
                break
            heard += self._taken(data, (str(sender[0]), int(sender[1])), now_ns)
        return tuple(heard)

    def acknowledge(self, keys: Collection[str]) -> None:
        """The readings with these keys are safe."""
        for dialogue in self._senders.values():
            dialogue.acknowledge(keys)

    def statistics(self) -> ListenerStatistics:
        """A snapshot; reading it changes nothing."""
        refused = sum(dialogue.refused for dialogue in self._senders.values()) + self._refused
        why = next((one.why for one in reversed(self._senders.values()) if one.why), self._why)
        return self._standing.statistics(refused, why)

    def close(self) -> None:
        """Let go of the port."""
        self._socket.close()

    def _taken(self, data: bytes, sender: tuple[str, int], now_ns: int) -> tuple[Heard, ...]:
        if sender[0] not in self._allowed:
            self._standing.refuse(f"{sender[0]} may not send here: name it in allow")
            if self._standing.state == WAITING:
                self._standing.turn(REFUSED, now_ns)
            return ()
        heard = self._of(sender, now_ns).feed(data, now_ns)
        self._standing.heard(now_ns, len(heard))
        return heard

    def _of(self, sender: tuple[str, int], now_ns: int) -> Dialogue:
        """The dialogue of a sender, put behind those that were heard before."""
        dialogue = self._senders.pop(sender, None)
        if dialogue is None:
            dialogue = self._dialogue()
            dialogue.opened(now_ns)
        self._senders[sender] = dialogue
        if len(self._senders) > _SENDERS:
            oldest = self._senders.pop(next(iter(self._senders)))
            self._refused += oldest.refused
            self._why = oldest.why or self._why
        return dialogue


def bound(place: Place) -> socket.socket:
    """A socket at one address.

    Raises:
        OutputError: every interface, or the port is taken.
    """
    if ip_address(place[0].partition("%")[0]).is_unspecified:
        raise OutputError(f"{place[0]} is every interface: name the address of the one the device is on")
    bound = socket.socket(family(place), socket.SOCK_DGRAM | socket.SOCK_NONBLOCK)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _BUFFER)
    try:
        bound.bind(place)
    except OSError as error:
        bound.close()
        raise OutputError(f"cannot listen at {place[0]}:{place[1]}: {error.strerror}") from error
    return bound
