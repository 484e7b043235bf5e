"""The legend: what each light is, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from pacelight.lights.canvas.pattern import Pattern
from pacelight.lights.canvas.wave import Wave

__all__ = ["Entry", "alike", "legend"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the legend.

    Attributes:
        colour, pattern: how the light looks.
        text: what it is; its name where nothing else is known of it.
    """

    colour: str
    pattern: Pattern
    text: str

    def __str__(self) -> str:
        """As it is printed: ``#19e36b  comet     World record 3:46.63, Nuguse``."""
        return f"{self.colour}  {self.pattern:<8}  {self.text}"


def legend(waves: Sequence[Wave]) -> tuple[Entry, ...]:
    """What each light is, in the order of the lights."""
    return tuple(Entry(wave.colour, wave.pattern, wave.legend or wave.name) for wave in waves)


def alike(waves: Sequence[Wave]) -> tuple[tuple[str, str], ...]:
    """Names of lights that only their colour tells apart: not everybody sees which is which."""
    return tuple(
        (one.name, other.name) for one, other in combinations(waves, 2) if _shape(one) == _shape(other)
    )


def _shape(wave: Wave) -> tuple[Pattern, float]:
    return wave.pattern, wave.dash_m if wave.pattern is Pattern.DASHED else 0.0
