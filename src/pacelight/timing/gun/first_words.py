"""What a device says first, once it is connected: perhaps its memory, of races that are over.

A gun among it is dated by the clock of the device. While nobody knows how that clock stands, all there is to
hold it against is the time of day, as far as people set clocks by it.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from fractions import Fraction

from pacelight.timing.gun.stamps import since
from pacelight.timing.reading import Heard

__all__ = ["APART_NS", "MOST_NS", "PAUSE_NS", "SURE_NS", "FirstWords"]

PAUSE_NS = 2_000_000_000
"""A memory is told without a pause: after one so long a device says what happens now."""

MOST_NS = 30_000_000_000
"""Nor is it told for longer: where somebody passes each second there is no pause."""

APART_NS = 60_000_000_000
"""The clocks of consoles are set to the minute."""

SURE_NS = 1_000_000_000
"""A clock that was heard before, by this engine or the one before it, is known to the second."""


@dataclass(slots=True)
class _Opening:
    """One line that was opened.

    Attributes:
        at_ns: when.
        of_day_ns: time of day of the device then.
        apart_ns: by how much that may be wrong.
        heard_ns: when it spoke last.
        told: keys of its first words.
        is_over: it has spoken of now.
    """

    at_ns: int
    of_day_ns: int
    apart_ns: int
    heard_ns: int
    told: set[str] = field(default_factory=set)
    is_over: bool = False


class FirstWords:
    """Of each device, what it says from the moment a line to it is open until it first pauses.

    Args:
        rate: race seconds a second of our clock.
    """

    def __init__(self, rate: Fraction = Fraction(1)) -> None:
        self._rate = rate
        self._openings: dict[str, _Opening] = {}

    def opened(self, source: str, at_ns: int, of_day_ns: int, offset_ns: int | None = None) -> None:
        """A line to it is open: what follows may be its memory.

        Args:
            source: which device.
            at_ns: on our monotonic clock.
            of_day_ns: our time of day at that instant, where the device is: nanoseconds since midnight.
            offset_ns: its time of day less ours, as it was known before; None where it was not.
        """
        apart_ns = APART_NS if offset_ns is None else SURE_NS
        self._openings[source] = _Opening(at_ns, of_day_ns + (offset_ns or 0), apart_ns, at_ns)

    def among(self, heard: Heard) -> bool:
        """Whether it is one of them, or one of them once more."""
        opening = self._openings.get(heard.source)
        if opening is None:
            return False
        if getattr(heard.reading, "key", None) in opening.told:
            return True
        paused = heard.at_ns - opening.heard_ns > PAUSE_NS or heard.at_ns - opening.at_ns > MOST_NS
        return not (opening.is_over or paused)

    def hear(self, heard: Heard) -> bool:
        """The same; the first that is not ends them, until the next line is opened."""
        among = self.among(heard)
        opening = self._openings.get(heard.source)
        if opening is not None and among:
            opening.heard_ns = max(opening.heard_ns, heard.at_ns)
            opening.told.add(getattr(heard.reading, "key", ""))
        elif opening is not None:
            opening.is_over = True
        return among

    def strange(
        self, heard: Heard, of_day_ns: int, not_before_ns: int, earlier_ns: Collection[int] = ()
    ) -> bool:
        """Whether a time of day is none of a race, for all that its clock may be set wrong.

        It lies outside by more than that, or it may be that of a start that is over.

        Args:
            heard: among the first words.
            of_day_ns: that it says.
            not_before_ns: the race was armed then.
            earlier_ns: starts that are over: recalled, or of races before.
        """
        opening = self._openings[heard.source]
        ago_ns = since(of_day_ns, opening.of_day_ns)
        at_ns = opening.at_ns + ago_ns * self._rate.denominator // self._rate.numerator
        if any(abs(at_ns - gun_ns) <= opening.apart_ns for gun_ns in earlier_ns):
            return True
        return not not_before_ns - opening.apart_ns <= at_ns <= heard.at_ns + APART_NS
