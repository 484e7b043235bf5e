"""How a loop stands among the others."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["ALONE", "Role", "Standing"]


class Role(StrEnum):
    """What a loop is to the others.

    Attributes:
        ALONE: it has no peers.
        FOLLOWING: another leads, or nobody does yet.
        LEADING: it lights the lamps.
        ENDED: whoever led has ended as planned.
    """

    ALONE = "alone"
    FOLLOWING = "following"
    LEADING = "leading"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a loop stands.

    Attributes:
        role: what it is to the others.
        term: of office, of the leader it knows or that it is; 0 of one that is alone or knows none.
        heard_ns: instant of the last heartbeat, on its own monotonic clock: of whoever leads; while it leads
            itself, of whoever was heard last. None if nobody was.
        offset_ns: that peer's monotonic clock minus its own; None while that is not known.
        offset_error_ns: the offset is not wrong by more.
        drift_ppb: billionths by which the peer's clock is faster.
    """

    role: Role
    term: int = 0
    heard_ns: int | None = None
    offset_ns: int | None = None
    offset_error_ns: int | None = None
    drift_ppb: int | None = None


ALONE = Standing(Role.ALONE)
