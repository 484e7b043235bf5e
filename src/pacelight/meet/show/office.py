"""The office of leading a race: one engine holds it, by its lights, and nobody else acknowledges anything."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from pacelight.lights.standby.standing import Role
from pacelight.meet.clock import Clock

__all__ = ["ALONE", "FRESH_NS", "LOOK_NS", "Office", "Post", "Yielded"]

LOOK_NS = 20_000_000
"""How often an engine that waits looks whether it still leads."""

FRESH_NS = 45_000_000
"""For how long a look of the light loop is believed: others take over after 50 ms of silence."""

_STUCK_NS = 1_000_000_000
"""Of a light loop that does not look any more: the engine goes on without it, and nobody else does."""

_SOON_S = 0.005


@dataclass(frozen=True, slots=True)
class Post:
    """What the light loop of this engine is to those of the others.

    Attributes:
        role: alone, following, leading, ended.
        term: of whoever leads; 0 while nobody is known to.
        heard_ns: since whoever leads was heard; while this one leads or nobody does, since another was.
            None if nobody was.
        offset_ns: the monotonic clock of that one minus ours; None while that is not known.
        error_ns: the offset is not wrong by more.
        drift_ppb: billionths by which its clock is faster.
        beats: of the light loop so far, while it leads: each is a look at who leads.
    """

    role: Role
    term: int = 0
    heard_ns: int | None = None
    offset_ns: int | None = None
    error_ns: int | None = None
    drift_ppb: int | None = None
    beats: int = 0

    @property
    def follows(self) -> bool:
        """Whether another leads. A loop that knows of nobody who does follows nobody yet."""
        return self.role is Role.FOLLOWING and self.term > 0


ALONE = Post(Role.ALONE)


class Yielded(Exception):  # noqa: N818 - what happened, as one says it
    """Another engine leads: nothing more is to be written down or told."""


class Office:
    """Held for so long as this engine's light loop leads.

    What the loop says of itself is believed only while it is fresh: an engine that was frozen with its
    loop wakes up and still reads that it leads, until the loop has looked.

    Args:
        post: says how the loop stands.
        clock: of the engine.
        sleep: for so many seconds.
    """

    def __init__(
        self, post: Callable[[], Post], clock: Clock, sleep: Callable[[float], object] = time.sleep
    ) -> None:
        self._post = post
        self._clock = clock
        self._sleep = sleep
        self._beats = 0
        self._read_ns = self._looked_ns = 0

    def hold(self) -> None:
        """Go on only if this engine leads; waits for the next look of its light loop where that is needed.

        Raises:
            Yielded: another one leads.
        """
        if self._looks():
            return
        until_ns = self._clock.now().monotonic_ns + _STUCK_NS
        while not self._looks() and self._clock.now().monotonic_ns < until_ns:
            self._sleep(_SOON_S)

    def _looks(self) -> bool:
        """Whether the loop has looked a moment ago, and found that it leads.

        Raises:
            Yielded: it does not.
        """
        post, now_ns = self._post(), self._clock.now().monotonic_ns
        if post.follows or post.role is Role.ENDED:
            raise Yielded
        if post.beats != self._beats:
            self._looked_ns = self._read_ns
        self._beats, self._read_ns = post.beats, now_ns
        return post.role is not Role.LEADING or now_ns - self._looked_ns < FRESH_NS
