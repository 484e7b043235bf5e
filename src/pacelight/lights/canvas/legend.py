"""The legend: what each light is, in words, and whether everybody can tell which is which."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from pacelight.lights.canvas.pattern import Pattern
from pacelight.lights.canvas.sight import Eye, confused_by
from pacelight.lights.canvas.wave import Wave

__all__ = ["SIGNS", "Confusion", "Entry", "Sign", "alike", "confused", "legend"]


@dataclass(frozen=True, slots=True)
class Sign:
    """How a light looks where nobody says how.

    Attributes:
        word: the colour's name.
    """

    word: str
    colour: str
    pattern: Pattern


SIGNS = (
    Sign("green", "#19e36b", Pattern.COMET),
    Sign("blue", "#2f7bff", Pattern.DASHED),
    Sign("amber", "#ffb000", Pattern.SOLID),
    Sign("white", "#ffffff", Pattern.BLINKING),
)
"""Of lights in order: told apart by colour and, where colours are not, by pattern."""


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


@dataclass(frozen=True, slots=True)
class Confusion:
    """Two lights of one pattern whose colours somebody takes for one another.

    Attributes:
        one, other: names of the lights.
        eyes: who does.
    """

    one: str
    other: str
    eyes: tuple[Eye, ...]

    def __str__(self) -> str:
        """In one line, with what to do."""
        who = "everybody" if Eye.NORMAL in self.eyes else f"with {' or '.join(self.eyes)} one"
        return (
            f"lights '{self.one}' and '{self.other}': {who} takes their colours for one another "
            "and their pattern is the same (give one of them another pattern)"
        )


def legend(waves: Sequence[Wave]) -> tuple[Entry, ...]:
    """What each light is, in the order of the lights."""
    return tuple(Entry(wave.colour, wave.pattern, wave.legend or wave.name) for wave in waves)


def alike(waves: Sequence[Wave]) -> tuple[tuple[str, str], ...]:
    """Names of lights that only their colour tells apart: not everybody sees which is which."""
    return tuple((one.name, other.name) for one, other in _alike(waves))


def confused(waves: Sequence[Wave]) -> tuple[Confusion, ...]:
    """Lights that not even their colour tells apart, for some eyes."""
    pairs = ((one, other, confused_by(one.colour, other.colour)) for one, other in _alike(waves))
    return tuple(Confusion(one.name, other.name, eyes) for one, other, eyes in pairs if eyes)


def _alike(waves: Sequence[Wave]) -> list[tuple[Wave, Wave]]:
    return [(one, other) for one, other in combinations(waves, 2) if _shape(one) == _shape(other)]


def _shape(wave: Wave) -> tuple[Pattern, float]:
    return wave.pattern, wave.dash_m if wave.pattern is Pattern.DASHED else 0.0
