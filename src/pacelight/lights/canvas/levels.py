"""Levels: what becomes of a frame before it is sent, so that lamps and their supply can bear it."""

import math
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from pacelight.errors import OutputError

__all__ = ["FULL", "Levels", "Supply"]

Bytes = npt.NDArray[np.uint8]

_STEPS = 255
_FLATTEST, _STEEPEST = 0.25, 4.0
"""Gammas, beyond which a number is a misprint."""


@dataclass(frozen=True, slots=True)
class Supply:
    """How much current there is for all lamps together.

    Attributes:
        amperes: at most.
        channel_ma: milliamperes of one colour of one lamp at full.

    Raises:
        OutputError: no such current.
    """

    amperes: float
    channel_ma: float = 20.0

    def __post_init__(self) -> None:
        if not (0 < self.amperes < math.inf and 0 < self.channel_ma < math.inf):
            raise OutputError(
                f"a supply of {self.amperes:g} A at {self.channel_ma:g} mA a channel is none "
                "(write both greater than 0)"
            )

    @property
    def steps(self) -> int:
        """The sum of all levels of a frame that it bears."""
        return int(self.amperes * 1000 * _STEPS / self.channel_ma)

    def amperes_of(self, frame: Bytes) -> float:
        """What a frame draws."""
        return int(frame.sum(dtype=np.int64)) * self.channel_ma / _STEPS / 1000


@dataclass(frozen=True, slots=True)
class Levels:
    """How bright lamps are, and what current they may draw.

    Attributes:
        brightness: share of full light, more than 0, up to 1.
        gamma: of the lamps, if their light is not linear in the level they are sent: a lamp that is sent
            the share ``v`` gives the light ``v ** gamma``. 1 where level is light.
        supply: of all lamps; None where it bears them all at full.
        plain: whether a frame is sent as it was painted.

    Raises:
        OutputError: no such brightness or gamma.
    """

    brightness: float = 1.0
    gamma: float = 1.0
    supply: Supply | None = None
    plain: bool = field(init=False, repr=False, compare=False)
    _table: Bytes | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not 0 < self.brightness <= 1:
            raise OutputError(f"a brightness of {self.brightness:g} is none (write more than 0, up to 1)")
        if not _FLATTEST <= self.gamma <= _STEEPEST:
            raise OutputError(f"no lamp has a gamma of {self.gamma:g} (write {_FLATTEST:g} to {_STEEPEST:g})")
        object.__setattr__(self, "_table", self._worked_out())
        object.__setattr__(self, "plain", self._table is None and self.supply is None)

    def check(self, channels: int) -> None:
        """Refuse a supply that could not light so many channels by a single step.

        Raises:
            OutputError: what is needed is named.
        """
        if self.supply is not None and self.supply.steps < channels:
            least = channels * self.supply.channel_ma / _STEPS / 1000
            raise OutputError(
                f"{self.supply.amperes:g} A are too few for {channels // 3:,} lamps: "
                f"at their dimmest they draw {least:.2f} A"
            )

    def settle(self, frame: Bytes) -> None:
        """Make a frame, in place, what is sent: brightness, then gamma, then the limit of the current.

        Above the limit all lamps are dimmed alike, and none that shines goes out.
        """
        if self._table is not None:
            np.take(self._table, frame, out=frame)
        if self.supply is not None:
            self._limit(frame, self.supply.steps)

    def _limit(self, frame: Bytes, most: int) -> None:
        total = int(frame.sum(dtype=np.int64))
        if total <= most:
            return
        # Each channel that shines keeps a step; what is above it is scaled. So the sum is within the limit.
        lit = int(np.count_nonzero(frame))
        table = np.zeros(_STEPS + 1, np.uint8)
        table[1:] = 1 + np.arange(_STEPS) * (most - lit) // (total - lit)
        np.take(table, frame, out=frame)

    def _worked_out(self) -> Bytes | None:
        if self.brightness == self.gamma == 1:
            return None
        light = np.arange(_STEPS + 1) / _STEPS * self.brightness
        return np.rint(light ** (1 / self.gamma) * _STEPS).astype(np.uint8)


FULL = Levels()
"""As painted."""
