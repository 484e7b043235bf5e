"""What a loop knows of another: what that told last, how its clock differs, whether it is there at all."""

from dataclasses import dataclass, field

from pacelight.lights.standby.heartbeat import Echo, Heartbeat
from pacelight.lights.standby.offset import Clocks, Reading, RoundTrip

__all__ = ["ALIVE_NS", "Known"]

ALIVE_NS = 200_000_000
"""Who was not heard for so long is not counted on."""


@dataclass(slots=True)
class Known:
    """Another loop, as it is known.

    Attributes:
        last: what it told last; heard at `heard_ns`.
        clocks: its own and ours.
        echoed_ns: when we had sent what it echoed last; None before the first echo. Until then it may be
            a recording of a loop that is long gone.
    """

    last: Heartbeat
    heard_ns: int
    clocks: Clocks = field(default_factory=Clocks)
    echoed_ns: int | None = None

    @property
    def echo(self) -> Echo:
        """What it is given back."""
        return Echo(self.last.who, self.last.stamp_ns, self.heard_ns)

    def hear(self, told: Heartbeat, now_ns: int, who: int, sent_ns: int) -> bool:
        """Take note of what it told; says whether it is there, and has not been recorded.

        Args:
            told: what it told.
            now_ns: when that came.
            who: number of our own loop.
            sent_ns: when we told it something last.
        """
        if self.last is not told and told.stamp_ns <= self.last.stamp_ns:
            return False  # it was overtaken, doubled or recorded
        self.last, self.heard_ns = told, now_ns
        for echo in told.echoes:
            fresh = self.echoed_ns is not None or sent_ns - echo.stamp_ns < ALIVE_NS
            if echo.who == who and fresh:
                self.clocks.note(RoundTrip(echo.stamp_ns, echo.heard_ns, told.stamp_ns, now_ns))
                self.echoed_ns = echo.stamp_ns
        return self.echoed_ns is not None and self.clocks.compared

    def hears_us(self, now_ns: int) -> bool:
        """Whether both hear each other now."""
        return self.echoed_ns is not None and now_ns - min(self.echoed_ns, self.heard_ns) < ALIVE_NS

    def reading(self, now_ns: int) -> Reading | None:
        """How its clock differs; None while that is not known."""
        return self.clocks.at(now_ns)
