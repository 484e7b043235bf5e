"""Levels of records: in which order they are told, and how a label is shown."""

from pacelight.event import Level

__all__ = ["ORDER", "shown"]

ORDER = (Level.WR, Level.AR, Level.NR, Level.CR, Level.LR, Level.MR, Level.FR, Level.PB, Level.SB)
"""From the widest scope to the narrowest: a banner shows the first and lists the rest."""


def shown(label: str, *, equalled: bool) -> str:
    """A label as printed beside a mark: a record that was only equalled has ``=`` before it.

    Source: usage of World Athletics lists; an equalled record has both holders.

    >>> shown("WR", equalled=True)
    '=WR'
    """
    return f"={label}" if equalled else label
