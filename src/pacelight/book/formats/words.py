"""What files say in few signs: the class of a race, a nation, a decimal comma, whether there was a roof."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from pacelight.errors import FormatError
from pacelight.event import EVENTS, Event, Sex, TrackKind
from pacelight.nation import nation

__all__ = ["ROOF_OPEN", "nation_of", "point", "roof_flag", "sex_of", "short_twin", "whole"]

_SEXES: Mapping[str, Sex] = MappingProxyType(
    {
        word: sex
        for sex, words in (
            (Sex.MEN, "m male men boys"),
            (Sex.WOMEN, "w f female women girls"),
            (Sex.MIXED, "x mixed"),
        )
        for word in words.split()
    }
)

_COMMA = re.compile(r"(?<=\d),(?=\d{1,3}h?$)", re.ASCII)
_UNKNOWN_NATIONS = frozenset({"", "???"})

_SHORT: Mapping[str, Event] = MappingProxyType(
    {one.name.removesuffix(" short track"): one for one in EVENTS.values() if one.track is TrackKind.SHORT}
)

ROOF_OPEN = "the file does not say whether the track was a short one"
"""The doubt about an event that is run on both tracks, in a file that tells them not apart."""


def sex_of(text: str) -> Sex:
    """The class that a word or a letter means.

    Raises:
        FormatError: it means none.

    >>> sex_of("Female"), sex_of("X")
    (<Sex.WOMEN: 'women'>, <Sex.MIXED: 'mixed'>)
    """
    found = _SEXES.get(text.strip().casefold())
    if found is None:
        raise FormatError(f"no class: '{text.strip()}' (write M, W or X)")
    return found


def nation_of(code: str) -> str:
    """The code of World Athletics; empty where the file does not say.

    Raises:
        NationError: there is no such nation.
    """
    shown = code.strip()
    return "" if shown in _UNKNOWN_NATIONS else nation(shown).code


def point(text: str) -> str:
    """A figure with a decimal comma as one with a point; other commas stay.

    >>> point("2:27,37"), point("10,2h"), point("12,345,678")
    ('2:27.37', '10.2h', '12,345.678')
    """
    return _COMMA.sub(".", text.strip())


def whole(text: str, of: str) -> int | None:
    """A number from 1; None of nothing and of zero.

    Raises:
        FormatError: no number.
    """
    shown = text.strip()
    if not shown:
        return None
    if not (shown.isascii() and shown.isdecimal() and len(shown) <= len("99999")):
        raise FormatError(f"no {of}: '{shown}'")
    return int(shown) or None


def short_twin(one: Event) -> Event | None:
    """The same event on a short track; None where it is not run there."""
    return _SHORT.get(one.name)


def roof_flag(one: Event, *, indoors: bool) -> str:
    """``i`` for a mark made under a roof whose list has those from outdoors too; else nothing."""
    return "i" if indoors and one.track is not TrackKind.SHORT else ""
