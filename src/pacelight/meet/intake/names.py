"""Names as files write them: which are the same, and the slugs of which keys are made."""

import re
import unicodedata
from functools import lru_cache

__all__ = ["athlete_slug", "plain", "shares_a_word", "slug", "town"]

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "\u0131": "i", "ħ": "h"}
)
"""Letters that are no other letter with a mark on it. Source: Unicode, NFKD leaves them as they are."""

_APOSTROPHES = re.compile("['\u2019\u02bc`\u00b4]")
_WORD = re.compile(r"[^\W_]+")
_NATION = re.compile(r"\s*\([A-Z]{3}\)\s*$")
_TELLING = 3


@lru_cache(maxsize=1 << 17)
def _words(text: str) -> tuple[str, ...]:
    """The words, in small letters without accents; an apostrophe parts no word."""
    whole = _APOSTROPHES.sub("", text).casefold().translate(_LETTERS)
    bare = "".join(one for one in unicodedata.normalize("NFKD", whole) if not unicodedata.combining(one))
    return tuple(_WORD.findall(bare))


@lru_cache(maxsize=1 << 17)
def plain(name: str) -> str:
    """A name without its accidents: case, accents, hyphens, and which of the names stands first.

    >>> plain("Jakob INGEBRIGTSEN") == plain("Ingebrigtsen, Jakob")
    True
    """
    return " ".join(sorted(_words(name)))


def slug(text: str) -> str:
    """A text as part of a key: ``Liévin`` is ``lievin``."""
    return "-".join(_words(text))


def town(venue: str) -> str:
    """A venue as part of a key, without the nation in which it lies.

    >>> town("Stade Charléty, Paris (FRA)")
    'stade-charlety-paris'
    """
    return slug(_NATION.sub("", venue))


def athlete_slug(name: str, family: str) -> str:
    """The key of an athlete of whom nothing else is known: family name first.

    Args:
        name: as the file writes it.
        family: where the file tells it apart; else the last word is taken for it.

    >>> athlete_slug("Hicham EL GUERROUJ", "EL GUERROUJ")
    'el-guerrouj-hicham'
    """
    words, last = _words(name), _words(family) or _words(name)[-1:]
    given = list(words)
    for word in last:
        if word in given:
            given.remove(word)
    return "-".join((*last, *given))


def shares_a_word(one: str, other: str) -> bool:
    """Whether two names that are `plain` have a word in common that tells something."""
    common = set(one.split()) & set(other.split())
    return any(len(word) >= _TELLING for word in common)
