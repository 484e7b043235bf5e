"""A plan: through which points at which times, and where the light is in between."""

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Self

import numpy as np
import numpy.typing as npt

from pacelight.distance import Distance
from pacelight.errors import PlanError
from pacelight.mark import Elapsed
from pacelight.plan.change import FASTEST, SLOWEST, Turn, turned
from pacelight.plan.kernel import Pieces, fit, standing

__all__ = ["Knot", "Plan", "Ramp", "Turn"]

Floats = npt.NDArray[np.float64]
Knot = tuple[Distance, Elapsed]

_STEEPEST = 1.6
"""A standing start may reach so many times the first segment's speed, no more."""


@dataclass(frozen=True, slots=True)
class Ramp:
    """How a light leaves a standing start.

    Attributes:
        seconds: until it reaches its first speed.
        until: from here on nothing differs from the flying plan.
    """

    seconds: Elapsed
    until: Distance


@dataclass(frozen=True)
class Plan:
    """A light's way through a race. It has no state: its place is a function of the time since the gun.

    Attributes:
        distance: of the race.
        knots: points and the times at which the light is there, without the start, the finish last.
        name: what it is called.
        kind: how it was made: ``even``, ``splits``, ``replay``, ``record``.
        origin: where its numbers are from.
        ramp: of a standing start; None where the light is at speed at the gun.
        turns: instants from which it does something else, the knots behind them notwithstanding.

    Raises:
        PlanError: it runs backwards, stands still, is too fast or too slow, or does not end at the finish.
    """

    distance: Distance
    knots: tuple[Knot, ...]
    name: str = ""
    kind: str = "splits"
    origin: str = ""
    ramp: Ramp | None = None
    turns: tuple[Turn, ...] = ()
    _pieces: Pieces = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not self.knots or self.knots[-1][0] != self.distance:
            end = f"ends at {self.knots[-1][0]}" if self.knots else "has no point"
            raise PlanError(f"the plan {end}: its last point has to be the finish, {self.distance}")
        for before, after in pairwise(((Distance(0), Elapsed(0)), *self.knots)):
            _check(before, after)
        metres = np.array([0, *(at.mm for at, _ in self.knots)]) / 1000
        seconds = np.array([0, *(when.ns for _, when in self.knots)]) / 1e9
        pieces = fit(metres, seconds)
        if self.ramp is not None:
            pieces = _ramped(pieces, self.ramp, self.knots[0])
        pieces = turned(pieces, self.turns)
        object.__setattr__(self, "_pieces", pieces)

    @property
    def finish(self) -> Elapsed:
        """When the light is at the finish."""
        last = self.turns[-1].finish if self.turns else None
        return self.knots[-1][1] if last is None else last

    @property
    def pieces(self) -> Floats:
        """The plan as anyone may draw it: within a piece the speed is linear in time.

        Returns:
            shape ``(k, 4)``: start in seconds, start in metres, speed in m/s, acceleration in m/s².
        """
        p = self._pieces
        return np.column_stack([p.start_s, p.start_m, p.speed, p.slope])

    def from_standing(self, ramp: Ramp) -> Self:
        """The same plan from a standing start; from ``ramp.until`` on nothing differs.

        Raises:
            PlanError: the ramp would ask for a speed that cannot be run.
        """
        return replace(self, ramp=ramp)

    def turned(self, turn: Turn) -> Self:
        """The same light, that does something else from an instant on.

        Raises:
            PlanError: it is not on its way then, or what it is to do cannot be run.
        """
        return replace(self, turns=(*self.turns, turn))

    def distance_at(self, seconds: npt.ArrayLike) -> Floats:
        """Metres run after so many seconds, any shape; 0 before the gun, all of it after the finish."""
        return self._pieces.distance_at(seconds)

    def time_at(self, metres: npt.ArrayLike) -> Floats:
        """Seconds at which the light has run so many metres, any shape; exact at the knots."""
        return self._pieces.time_at(metres)

    def speed_at(self, seconds: npt.ArrayLike) -> Floats:
        """Metres a second, any shape; 0 before the gun and after the finish."""
        return self._pieces.speed_at(seconds)


def _check(before: Knot, after: Knot) -> None:
    """Refuse two neighbouring points between which nobody runs."""
    (here, then), (there, when) = before, after
    if there <= here:
        raise PlanError(f"the plan runs backwards: {there} comes after {here}")
    if when <= then:
        raise PlanError(
            f"the plan runs backwards in time: {_seconds(when)} at {there} after {_seconds(then)} at {here}"
        )
    speed = (there.mm - here.mm) * 1_000_000 / (when.ns - then.ns)
    if not SLOWEST <= speed <= FASTEST:
        raise PlanError(
            f"from {here} to {there} the plan runs {speed:.2f} m/s"
            f" (a runner covers {SLOWEST:g} to {FASTEST:g} m in a second)"
        )


def _ramped(flying: Pieces, ramp: Ramp, first: Knot) -> Pieces:
    end_s = float(flying.time_at(ramp.until.metres))
    ramp_s = ramp.seconds.ns / 1e9
    if not 0 < ramp_s < end_s:
        raise PlanError(f"a standing start takes more than 0 and less than {end_s:.2f} s, not {ramp_s:g} s")
    pieces, top = standing(flying, ramp_s, ramp.until.metres)
    fastest = _STEEPEST * first[0].mm * 1_000_000 / first[1].ns
    if not 0 < top <= fastest:
        raise PlanError(
            f"a standing start of {ramp_s:g} s within {ramp.until} asks for {top:.2f} m/s where"
            f" {fastest:.2f} is the most: give it more metres or less time"
        )
    return pieces


def _seconds(elapsed: Elapsed) -> str:
    return f"{elapsed.ns / 1e9:.2f} s"
