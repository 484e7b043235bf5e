"""The shapes of what is asked and answered about displays."""

from collections.abc import Sequence

import msgspec

from pacelight.web.displays.kept import ALIVE_S, Display, Shows

__all__ = ["SHAPES", "DisplayFilled", "DisplayShown", "DisplaysShown", "shown"]


class DisplayFilled(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a display is to show.

    Attributes:
        text: of a message.
        name: where it hangs.
    """

    shows: Shows
    text: str = ""
    name: str = ""


class DisplayShown(msgspec.Struct, frozen=True):
    """A display.

    Attributes:
        id: by which it asks.
        number: by which people call it.
        name: where it hangs; empty until somebody says.
        text: of a message.
        alive: it has asked within the last seconds.
    """

    id: str
    number: int
    name: str
    shows: Shows
    text: str
    alive: bool
    schema: str = "pacelight.display/1"


class DisplaysShown(msgspec.Struct, frozen=True):
    """All displays there are."""

    displays: list[DisplayShown]
    schema: str = "pacelight.displays/1"


SHAPES: Sequence[type] = (DisplayFilled, DisplayShown, DisplaysShown)


def shown(one: Display, now_s: int) -> DisplayShown:
    """A display as it is told."""
    return DisplayShown(one.id, one.number, one.name, one.shows, one.text, now_s - one.seen_s <= ALIVE_S)
