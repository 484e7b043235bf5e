"""Levels of records: in which order they are told, how a label is shown and what it means in full."""

from pacelight.book.model import ALL, WORLD
from pacelight.event import Level
from pacelight.nation import NATIONS

__all__ = ["ORDER", "level_text", "shown"]

ORDER = (Level.WR, Level.AR, Level.NR, Level.CR, Level.LR, Level.MR, Level.FR, Level.PB, Level.SB)
"""From the widest scope to the narrowest: a banner shows the first and lists the rest."""

_LEVELS = {
    Level.WR: "World",
    Level.AR: "Area",
    Level.NR: "National",
    Level.CR: "Championship",
    Level.LR: "Series",
    Level.MR: "Meeting",
    Level.FR: "Stadium",
    Level.PB: "Personal",
    Level.SB: "Season",
}

_AREAS = {
    "AFR": "African",
    "ASI": "Asian",
    "EUR": "European",
    "NAC": "NACAC",
    "OCE": "Oceanian",
    "SAM": "South American",
}


def shown(label: str, *, equalled: bool) -> str:
    """A label as printed beside a mark: a record that was only equalled has ``=`` before it.

    Source: usage of World Athletics lists; an equalled record has both holders.

    >>> shown("WR", equalled=True)
    '=WR'
    """
    return f"={label}" if equalled else label


def level_text(label: str, scope: str, age: str = ALL) -> str:
    """What the first mark of a list is called in full.

    >>> level_text("AR", "EUR"), level_text("NR", "NOR", "U20"), level_text("WB", "WORLD")
    ('European record', 'U20 national record of Norway', 'World best')
    """
    level = next(one for one in Level if one.value[0] == label[0])
    kind = {"B": "best", "L": "lead"}.get(label[1:], "record")
    name = _AREAS.get(scope, _LEVELS[level]) if level is Level.AR else _LEVELS[level]
    told = f"{name} {kind}" if age == ALL else f"{age} {name if level is Level.AR else name.lower()} {kind}"
    if scope == WORLD or level is Level.AR:
        return told
    if level is Level.NR and scope in NATIONS:
        return f"{told} of {NATIONS[scope].name}"
    return f"{told}: {scope}" if scope else told
