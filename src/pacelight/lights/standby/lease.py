"""Who leads: a table, and the claim that decides between two who think they do.

========= ========= ========= ===== ===== =======
now       higher    same      lower ended silent
========= ========= ========= ===== ===== =======
following following following .     ended leading
leading   following .         .     ended .
ended     .         .         .     .     .
========= ========= ========= ===== ===== =======

Of two claims the one of the higher term is higher, of equal terms the one of the greater number.
Who takes over claims the next term; so whoever led before, was frozen or cut off and comes back, finds a
higher claim, follows, and never takes back by itself what it has lost.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Self

from pacelight.lights.standby.heartbeat import Says
from pacelight.lights.standby.standing import Role

__all__ = ["LISTENING_NS", "NEXT", "PATIENCE_NS", "Claim", "Heard", "Lease"]

PATIENCE_NS = 50_000_000
"""Whoever leads is lost when nothing was heard of it for so long: five heartbeats."""

LISTENING_NS = 160_000_000
"""How long a loop that begins listens for one that leads."""


@dataclass(frozen=True, slots=True, order=True)
class Claim:
    """That a loop leads.

    Attributes:
        term: of office; each takeover begins the next.
        who: the loop.
    """

    term: int = 0
    who: int = 0


class Heard(StrEnum):
    """What was heard of a loop that leads.

    Attributes:
        HIGHER: its claim is higher than any known.
        SAME: its claim is the one that is known.
        LOWER: its claim is lower; it will learn of that.
        ENDED: it has ended as planned.
        SILENT: nothing, for longer than patience lasts, or that it goes.
    """

    HIGHER = "higher"
    SAME = "same"
    LOWER = "lower"
    ENDED = "ended"
    SILENT = "silent"


NEXT: Mapping[tuple[Role, Heard], Role] = MappingProxyType(
    {
        (Role.FOLLOWING, Heard.HIGHER): Role.FOLLOWING,
        (Role.FOLLOWING, Heard.SAME): Role.FOLLOWING,
        (Role.FOLLOWING, Heard.ENDED): Role.ENDED,
        (Role.FOLLOWING, Heard.SILENT): Role.LEADING,
        (Role.LEADING, Heard.HIGHER): Role.FOLLOWING,
        (Role.LEADING, Heard.ENDED): Role.ENDED,
    }
)
"""The table: what a loop is next. Where there is nothing, nothing changes."""


@dataclass(frozen=True, slots=True)
class Lease:
    """What a loop knows of who leads.

    Attributes:
        me: its number.
        since_ns: when it last heard of whoever leads, or began to listen; on its own clock.
        role: what it is.
        claim: the highest it knows.
        patience_ns: how long it waits for the next word.
    """

    me: int
    since_ns: int
    role: Role = Role.FOLLOWING
    claim: Claim = Claim()
    patience_ns: int = LISTENING_NS

    def told(self, claim: Claim, says: Says, now_ns: int) -> Self:
        """After a word of a loop that leads, goes or ends.

        Args:
            claim: of that loop.
            says: what it says of itself.
            now_ns: when that was heard.
        """
        if says is Says.LEAVES and claim != self.claim:
            return self  # one that followed, too
        heard = self._heard(claim, says)
        role = NEXT.get((self.role, heard))
        if role is None:
            return self
        since_ns = now_ns - PATIENCE_NS if says is Says.LEAVES else now_ns
        return replace(self, role=role, claim=claim, since_ns=since_ns, patience_ns=PATIENCE_NS)

    def due(self, now_ns: int) -> Self:
        """At a beat, after all that was told is heard: who hears of nobody takes over."""
        waits = now_ns - self.since_ns < self.patience_ns
        return self if waits else self.claimed()

    def claimed(self) -> Self:
        """Take over from whoever leads; who leads already goes on, and what has ended has ended."""
        if self.role is not Role.FOLLOWING:
            return self
        claim = Claim(self.claim.term + 1, self.me)
        return replace(self, role=NEXT[self.role, Heard.SILENT], claim=claim)

    def _heard(self, claim: Claim, says: Says) -> Heard:
        if claim < self.claim:
            return Heard.LOWER
        if says is Says.ENDS:
            return Heard.ENDED
        return Heard.HIGHER if claim > self.claim else Heard.SAME
