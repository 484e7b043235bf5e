"""Time in which the lights stood while the race clock ran on: the light's own time is the rest."""

from dataclasses import dataclass

__all__ = ["Hold", "Holds"]


@dataclass(frozen=True, slots=True)
class Hold:
    """A stretch of the race in which the lights stood.

    Attributes:
        from_ns: race nanoseconds since the gun.
        to_ns: None while they stand.
    """

    from_ns: int
    to_ns: int | None = None


@dataclass(frozen=True, slots=True)
class Holds:
    """All of them, one after another.

    >>> holds = Holds((Hold(10, 15), Hold(20)))
    >>> [holds.light_ns(ns) for ns in (9, 12, 15, 20, 99)]
    [9, 10, 10, 15, 15]
    """

    all: tuple[Hold, ...] = ()

    def light_ns(self, elapsed_ns: int) -> int:
        """The light's time at a time of the race: how long it has run since the gun."""
        return elapsed_ns - sum(
            (elapsed_ns if hold.to_ns is None else min(hold.to_ns, elapsed_ns)) - hold.from_ns
            for hold in self.all
            if hold.from_ns < elapsed_ns
        )

    def race_ns(self, light_ns: int) -> int | None:
        """When the light will have run so long; None where it stands before, and nobody knows until when."""
        for hold in self.all:
            if light_ns <= hold.from_ns:
                break
            if hold.to_ns is None:
                return None
            light_ns += hold.to_ns - hold.from_ns
        return light_ns

    @property
    def held_ns(self) -> int:
        """How long they have stood in all the stretches that are over."""
        return sum(hold.to_ns - hold.from_ns for hold in self.all if hold.to_ns is not None)

    @property
    def standing_ns(self) -> int | None:
        """The light's time at which they stand now; None where they do not."""
        if not self.all or self.all[-1].to_ns is not None:
            return None
        return self.light_ns(self.all[-1].from_ns)

    def begun(self, at_ns: int) -> "Holds":
        """With one more, that lasts."""
        return Holds((*self.all, Hold(at_ns)))

    def over(self, at_ns: int) -> "Holds":
        """With the last one over; one that cannot have ended before it began ends at once."""
        *before, last = self.all
        return Holds((*before, Hold(last.from_ns, max(at_ns, last.from_ns))))
