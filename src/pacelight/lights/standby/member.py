"""A loop among others: what it makes of what they tell it, and what it tells them. Time is an argument.

Whoever leads draws by its own clock. Whoever follows keeps the order as the leader's clock has it, and looks
up what that is on its own at each beat; when it takes over, it keeps the order as it was then. So the
receivers see one light that goes on, whatever the two clocks show.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from pacelight.errors import DriverError, FormatError
from pacelight.lights.standby.heartbeat import Echo, Heartbeat, Says, read, write
from pacelight.lights.standby.known import Known
from pacelight.lights.standby.lease import PATIENCE_NS, Claim, Lease
from pacelight.lights.standby.offset import Reading
from pacelight.lights.standby.standing import Role, Standing
from pacelight.lights.standby.turn import Turn

__all__ = ["Identity", "Member", "Moved"]

_FORGOTTEN_NS = 10_000_000_000

_ECHOES = 8

Moved: TypeAlias = Callable[[str, int], str]
"""An order whose instants are so many nanoseconds later; raises `DriverError` if it is none."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a loop is.

    Attributes:
        who: drawn by lot when it began, never 0.
        job: fingerprint of what it draws.
        period_ns: of its beat.
        secret: that all of them know.
        follow, node: see `Peers`.
    """

    who: int
    job: bytes
    period_ns: int
    secret: bytes = field(repr=False)
    follow: bool = False
    node: bool = False


@dataclass(frozen=True, slots=True)
class _Order:
    """The order that is known. Of two the one of the later edition counts.

    Attributes:
        rank: its edition and author.
        line: on the clock of whoever it is taken from.
        of: that loop, or None once it is on our own.
    """

    rank: tuple[int, int] = (0, 0)
    line: str = ""
    of: int | None = None


class Member:
    """A loop among others.

    Args:
        identity: who it is.
        moved: how an order is carried to another clock.
        now_ns: when it begins to listen.

    Attributes:
        refused: datagrams that were no heartbeats of peers.
    """

    def __init__(self, identity: Identity, moved: Moved, now_ns: int) -> None:
        self.refused = 0
        self._me, self._moved = identity, moved
        self._lease = Lease(identity.who, now_ns)
        self._peers: dict[int, Known] = {}
        self._known = _Order()
        self._shift = self._number = 0
        self._listened_ns = self._told_ns = now_ns
        self._leaves = self._claims = False

    @property
    def term(self) -> int:
        """Of office, of the leader it knows or that it is."""
        return self._lease.claim.term

    @property
    def leads(self) -> bool:
        """Whether it lights the lamps."""
        return self._lease.role is Role.LEADING

    def heard(self, datagram: bytes, now_ns: int) -> None:
        """Take note of what came; whatever is no heartbeat of a peer is counted and nothing more."""
        try:
            told = read(datagram, self._me.secret)
        except FormatError:
            self.refused += 1
            return
        if told.who == self._me.who:
            return
        peer = self._peers.setdefault(told.who, Known(told, now_ns))
        is_there = peer.hear(told, now_ns, self._me.who, self._told_ns)
        if not is_there or not (self._me.node or told.job == self._me.job):
            return
        claim = Claim(told.term, told.who)
        if told.says in {Says.LEADS, Says.LEAVES, Says.ENDS}:
            self._lease = self._lease.told(claim, told.says, now_ns)
        self._take_order(peer, now_ns)

    def ordered(self, line: str, *, again: bool = False) -> None:
        """Take an order of the loop's own engine.

        Args:
            line: on its own clock.
            again: it was given before, to a loop that died: one that others know counts more.
        """
        rank = (0 if again else self._known.rank[0] + 1, self._me.who)
        if rank > self._known.rank:
            self._known = _Order(rank, line)

    def turn(self, now_ns: int, number: int) -> Turn:
        """What to do at a beat, after all that came is heard.

        Args:
            now_ns: on its own clock.
            number: of the beat, by its own clock.
        """
        self._listened_ns = now_ns
        self._forget(now_ns)
        before = self._lease
        if self._known.line and not self._me.node and (before.claim.term or not self._me.follow):
            self._lease = before.claimed() if self._claims else before.due(now_ns)
            self._claims = False
        line = self._own_line(now_ns)
        if self._lease.role is Role.LEADING and before.role is not Role.LEADING:
            self._shift = self._continued(before.claim.who, number, now_ns) - number
        if self._lease.role is Role.LEADING and self._known.of is not None:
            self._known = replace(self._known, line=line, of=None)
        self._number = number + self._shift
        lit = self._me.node or self._lease.role is Role.LEADING
        return Turn(line, lit, self._number, self._lease.role is Role.ENDED)

    def holds(self, now_ns: int) -> bool:
        """Whether nobody can have taken over since it listened last: only then may a frame be sent."""
        return self._me.node or now_ns - self._listened_ns < PATIENCE_NS

    def heir(self, now_ns: int) -> bool:
        """Whether another loop is there that hears this one and would take over at once."""
        return any(
            peer.last.says is Says.FOLLOWS
            and peer.last.job == self._me.job
            and peer.last.term == self.term
            and peer.hears_us(now_ns)
            for peer in self._peers.values()
        )

    def lead(self) -> None:
        """At the next turn claim to lead, though whoever does lives."""
        self._claims = True

    def leave(self) -> None:
        """From now on say that it goes."""
        self._leaves = True

    def end(self) -> None:
        """From now on say that it has ended as planned."""
        self._lease = replace(self._lease, role=Role.ENDED)

    def heartbeat(self, now_ns: int) -> bytes:
        """What to tell the others now."""
        self._told_ns = now_ns
        return write(
            Heartbeat(
                self._me.who,
                self._me.job,
                self._says(),
                self.term,
                self._number,
                (self._number - self._shift) * self._me.period_ns,
                now_ns,
                *self._known.rank,
                self._own_line(now_ns),
                tuple(self._echoes(now_ns)),
            ),
            self._me.secret,
        )

    def standing(self, now_ns: int) -> Standing:
        """How it stands."""
        role, peer = self._lease.role, self._peers.get(self._lease.claim.who)
        if peer is None and self._peers:
            peer = max(self._peers.values(), key=lambda one: one.heard_ns)
        if peer is None or peer.echoed_ns is None:
            return Standing(role, self.term)
        reading = peer.reading(now_ns) or Reading(0, 0, 0)
        return Standing(
            role, self.term, peer.heard_ns, reading.offset_ns, reading.error_ns, reading.drift_ppb
        )

    def _says(self) -> Says:
        if self._leaves:
            return Says.LEAVES
        if self._me.node:
            return Says.SERVES
        if self._lease.role is Role.ENDED and self._lease.claim.who == self._me.who:
            return Says.ENDS
        return Says.LEADS if self._lease.role is Role.LEADING else Says.FOLLOWS

    def _take_order(self, peer: Known, now_ns: int) -> None:
        """A later edition from anyone; of the one that is known, what the leader makes of it."""
        told = peer.last
        rank = (told.edition, told.author)
        leads = self._lease.role is Role.FOLLOWING and told.who == self._lease.claim.who
        if not told.order or rank < self._known.rank or (rank == self._known.rank and not leads):
            return
        try:
            self._moved(told.order, 0)
        except DriverError:  # of a later version, or for other lights
            self.refused += 1
            return
        self._known = _Order(rank, told.order, told.who)
        if self._lease.role is Role.LEADING:
            self._known = replace(self._known, line=self._own_line(now_ns), of=None)

    def _own_line(self, now_ns: int) -> str:
        """The order on our own clock."""
        peer = self._peers.get(self._known.of) if self._known.of is not None else None
        reading = peer.reading(now_ns) if peer is not None else None
        if reading is None:
            return self._known.line
        return self._moved(self._known.line, -reading.offset_ns)

    def _continued(self, leader: int, number: int, now_ns: int) -> int:
        """The number of our beat in the sequence of whoever led; later than any that it has sent."""
        peer = self._peers.get(leader)
        reading = peer.reading(now_ns) if peer is not None else None
        if peer is None or reading is None:
            return number + self._shift
        theirs_ns = number * self._me.period_ns + reading.offset_ns
        beats = round((theirs_ns - peer.last.instant_ns) / self._me.period_ns)
        return peer.last.number + max(beats, 1)

    def _echoes(self, now_ns: int) -> list[Echo]:
        heard = [peer for peer in self._peers.values() if now_ns - peer.heard_ns < _FORGOTTEN_NS]
        heard.sort(key=lambda peer: -peer.heard_ns)
        return [peer.echo for peer in heard[:_ECHOES]]

    def _forget(self, now_ns: int) -> None:
        """Loops that are long gone, but for the one whose clock the order is of."""
        gone = [
            who
            for who, peer in self._peers.items()
            if now_ns - peer.heard_ns > _FORGOTTEN_NS and who != self._known.of
        ]
        for who in gone:
            del self._peers[who]
