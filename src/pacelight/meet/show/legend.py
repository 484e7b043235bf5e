"""The legend of a race: what each light is, in words that everybody in the stadium understands.

Its lights differ in colour and pattern where the race file leaves that open.
"""

from collections.abc import Sequence
from typing import TypeVar

from pacelight.book.model import Standing
from pacelight.event import Level
from pacelight.lights.canvas.legend import SIGNS
from pacelight.lights.canvas.pattern import Pattern
from pacelight.measure import AnyMark
from pacelight.meet.intake.names import slug
from pacelight.records.levels import level_text

__all__ = ["Wish", "by_splits", "even", "family_name", "of_record", "signed"]

T = TypeVar("T")

Wish = tuple[str | None, Pattern | None]
"""The colour and the pattern that a light shall have; None where nobody says."""

_SCOPED = frozenset({Level.AR, Level.NR})
"""Levels of which one must say whose they are; of a meeting's own record everybody there knows."""


def of_record(found: Standing) -> str:
    """A record as a light shows it: ``World record 3:46.63, Nuguse``."""
    level = level_text(found.label, found.scope if found.level in _SCOPED else "")
    holders = dict.fromkeys(family_name(holder.athlete, holder.athlete_key) for holder in found.holders)
    return f"{level} {found.mark}, {', '.join(holders)}"


def even(mark: AnyMark) -> str:
    """A pace that somebody chose: ``3:45.00 even``."""
    return f"{mark} even"


def by_splits(mark: AnyMark) -> str:
    """Splits that somebody ordered: ``3:45.00 by splits``."""
    return f"{mark} by splits"


def family_name(name: str, key: str) -> str:
    """What an athlete is called on the track; the whole name where the key does not tell it apart.

    Args:
        name: as announced.
        key: in the book, family name first.

    >>> family_name("Hicham El Guerrouj", "el-guerrouj-hicham"), family_name("Yared Nuguse", "nuguse-yared")
    ('El Guerrouj', 'Nuguse')
    >>> family_name("Yared Nuguse", "nuguse-y-1999")
    'Yared Nuguse'
    """
    words = name.split()
    for first in range(1, len(words)):
        given, family = " ".join(words[:first]), " ".join(words[first:])
        if f"{slug(family)}-{slug(given)}" == key:
            return family
    return name


def signed(wishes: Sequence[Wish]) -> list[tuple[str, Pattern]]:
    """Colour and pattern of each light; where nobody says, another than all lights have, while there is one.

    The first light is a comet if nobody says.

    >>> signed([(None, None), ("#ffffff", None), (None, Pattern.SOLID)])
    [('#19e36b', <Pattern.COMET: 'comet'>), ('#ffffff', <Pattern.DASHED: 'dashed'>), \
('#2f7bff', <Pattern.SOLID: 'solid'>)]
    """
    colours = [colour.lower() for colour, _ in wishes if colour]
    patterns = [pattern for _, pattern in wishes if pattern]
    signs: list[tuple[str, Pattern]] = []
    for nth, wish in enumerate(wishes):
        usual = SIGNS[nth % len(SIGNS)]
        colour = wish[0] or _free([sign.colour for sign in SIGNS], colours, usual.colour)
        pattern = wish[1] or _free([sign.pattern for sign in SIGNS], patterns if nth else [], usual.pattern)
        colours.append(colour.lower())
        patterns.append(pattern)
        signs.append((colour, pattern))
    return signs


def _free(some: Sequence[T], taken: Sequence[T], otherwise: T) -> T:
    return next((one for one in some if one not in taken), otherwise)
