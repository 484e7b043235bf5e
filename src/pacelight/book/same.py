"""Whether two names, as lists write them, mean one person."""

from difflib import SequenceMatcher

from pacelight.book.scopes import plain

__all__ = ["same_name"]

_ALIKE = 0.75
"""How much of two names is the same where one person is meant; of two brothers it is two thirds."""


def same_name(one: str, other: str) -> bool:
    """Whether two names are one, spelled differently or with their parts in another order.

    >>> same_name("Jakob Ingebrigtsen", "INGEBRIGTSEN Jakob")
    True
    >>> same_name("Jakob Ingebrigtsen", "Filip Ingebrigtsen")
    False
    """
    first, second = _words(one), _words(other)
    return first == second or SequenceMatcher(None, first, second).ratio() >= _ALIKE


def _words(name: str) -> str:
    """A name whichever of its parts is written first."""
    return " ".join(sorted(plain(name).split()))
