"""Chance that comes again: a number drawn from words alone, the same on every machine and day."""

import hashlib

__all__ = ["drawn"]

_BYTES = 8


def drawn(first: int, last: int, *words: object) -> int:
    """A whole number, from `first` to `last`, as likely as every other.

    >>> [drawn(1, 6, 42, "bib", bib) for bib in range(8)]
    [4, 2, 6, 6, 1, 4, 3, 2]

    Args:
        first: the least.
        last: the greatest.
        words: what it is drawn from: the same words give the same number.
    """
    digest = hashlib.sha256("\0".join(str(word) for word in words).encode()).digest()
    return first + int.from_bytes(digest[:_BYTES]) * (last - first + 1) // (1 << 8 * _BYTES)
