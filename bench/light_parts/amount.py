"""How much is measured."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Amount:
    """How much is measured.

    Attributes:
        rounds: of each sender; an odd number, so that one of them is the median.
        heavy: frames a round of the Python peers, at most; `heavy_lamps`: frames times lamps.
        light: frames a round of all others, at most.
        frames: asked of the light loop at 50 a second; of each peer half as many.
        whole: whether every protocol is measured for every number of lamps.
    """

    rounds: int
    heavy: int
    heavy_lamps: int
    light: int
    frames: int
    whole: bool


FULL = Amount(rounds=15, heavy=100, heavy_lamps=240_000, light=1000, frames=1000, whole=True)
QUICK = Amount(rounds=5, heavy=20, heavy_lamps=72_000, light=300, frames=100, whole=False)
