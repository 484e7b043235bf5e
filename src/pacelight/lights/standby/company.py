"""A loop in company: a socket on which it tells the others that it lives, and hears them.

It listens while it waits for the next beat, so that it notes when a heartbeat came and not when it was read.
Nothing that the network does is raised here, and nothing blocks.
"""

import select
import socket
import time
from collections.abc import Callable, Sequence

from pacelight.lights.standby.lease import LISTENING_NS
from pacelight.lights.standby.member import Member
from pacelight.lights.standby.peers import Peers, place
from pacelight.lights.standby.standing import Standing
from pacelight.lights.standby.turn import Turn

__all__ = ["Company"]

_EVERY_NS = 10_000_000
"""From one heartbeat to the next."""

_LONGEST = 65_535
_BUFFER = 1 << 20
"""Bytes that may wait: what was told while this process was frozen."""

_AT_ONCE = 4096
"""More than may wait: nobody keeps this loop from its beat, however much is sent to it."""

_REBIND_NS = 100_000_000


class Company:
    """The others, as a loop meets them at each beat.

    Args:
        member: what it makes of them.
        peers: where they are.
        office: told the term when the loop begins to lead, and None when it leads no more.
        again: whether the loop was started again, and told at once what it had been told before.
        clock: monotonic, whole nanoseconds.
    """

    def __init__(
        self,
        member: Member,
        peers: Peers,
        office: Callable[[int | None], None],
        *,
        again: bool = False,
        clock: Callable[[], int] = time.monotonic_ns,
    ) -> None:
        self._member, self._office, self._clock = member, office, clock
        self._here = place(peers.bind)
        self._others = [place(other) for other in peers.others]
        self._socket: socket.socket | None = None
        self._begun_ns = clock()
        self._told_ns = self._tried_ns = self._begun_ns - _REBIND_NS
        self._leads = self._left = False
        self._again = again

    @property
    def listening(self) -> bool:
        """Whether it has begun just now."""
        return self._clock() - self._begun_ns < LISTENING_NS

    def wait(self, seconds: float) -> None:
        """Wait so long, or less: until something came, or it is time for a heartbeat."""
        now_ns = self._clock()
        if self._told_ns + _EVERY_NS <= now_ns:
            self.tell()
        until_ns = min(now_ns + round(seconds * 1e9), self._told_ns + _EVERY_NS)
        patience_s = max(until_ns - self._clock(), 0) / 1e9
        if self._socket is None:
            time.sleep(patience_s)
        elif select.select([self._socket], (), (), patience_s)[0]:
            self._hear()

    def turn(self, number: int, orders: Sequence[str]) -> Turn:
        """See `Others`."""
        self._hear()
        for order in orders:
            self._member.ordered(order, again=self._again)
            self._again = False
        turn = self._member.turn(self._clock(), number)
        leads = self._member.leads
        if leads is not self._leads:
            self._office(self._member.term if leads else None)
        self._leads = leads
        return turn

    def holds(self) -> bool:
        """See `Others`."""
        return self._member.holds(self._clock())

    def tell(self) -> None:
        """Tell the others how it stands."""
        self._told_ns = self._clock()
        connection = self._socket or self._bound()
        if connection is None:
            return
        datagram = self._member.heartbeat(self._clock())
        for other in self._others:
            try:
                connection.sendto(datagram, other)
            except OSError:
                continue  # it is off, or the cable is out: the next one may find it

    def heir(self) -> bool:
        """Whether another loop would take over at once."""
        return self._member.heir(self._clock())

    def lead(self) -> None:
        """See `Others`."""
        self._member.lead()

    def leave(self) -> None:
        """Tell the others that it goes, and go."""
        self._member.leave()
        for _ in range(2):
            self.tell()
        self.close()
        self._left = True

    def end(self) -> None:
        """From now on tell them that it has ended as planned."""
        self._member.end()

    def standing(self) -> Standing:
        """How it stands."""
        return self._member.standing(self._clock())

    def close(self) -> None:
        """Let go of the socket."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def _hear(self) -> None:
        """All that came."""
        if self._socket is None:
            return
        for _ in range(_AT_ONCE):
            try:
                datagram = self._socket.recv(_LONGEST)
            except OSError:  # nothing more has come, or the network is away
                return
            self._member.heard(datagram, self._clock())

    def _bound(self) -> socket.socket | None:
        """The socket; None while the address is not ours, or another process has it."""
        if self._left or self._clock() - self._tried_ns < _REBIND_NS:
            return None
        self._tried_ns = self._clock()
        family = socket.AF_INET6 if ":" in self._here[0] else socket.AF_INET
        made = socket.socket(family, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _BUFFER)
        try:
            made.bind(self._here)
        except OSError:
            made.close()
            return None
        self._socket = made
        return made
