"""Between races: when lamps may show what means nothing, and what is shown then.

Nobody on the track may take a show or a lamp that somebody walks past for a light that paces.
"""

from pacelight.lights.look.model import SHOWS, Look, Name
from pacelight.meet.journal import entries
from pacelight.meet.live.live import Live
from pacelight.meet.race import FREE, Command

__all__ = ["LOOKS", "SHOW_S", "WALK_S", "ends", "look_of", "stands_against"]

LOOKS = tuple(name for name in Name if name is Name.IDLE or (name in SHOWS and name is not Name.WALK))
"""What can be shown between races, besides single lamps."""

SHOW_S = 600
"""After which a show is over by itself."""

WALK_S = 60
"""Without a word of whoever walks: then the lamp is dark again."""

_STAYS = frozenset({Command.CHECK, Command.OFFICIAL, Command.REOPEN, Command.FADE})
"""What is told of a race while a show goes on; what is faded out is shown while it becomes darker."""


def stands_against(live: Live) -> str:
    """Why nothing is shown between races now; empty where it may be.

    Args:
        live: the race on the track.
    """
    if live.state not in FREE:
        return f"the race is {live.state}: no show and no walk while a race may be on"
    if live.dark:
        return "the lamps are dark: light them first"
    if live.gun is not None and not live.done:
        return "the lights of the race are on their way yet (wait until they are at the finish)"
    return ""


def ends(entry: entries.Entry, live: Live) -> bool:
    """Whether what was shown between races is over with an entry.

    Args:
        entry: that was taken.
        live: the race on the track right after it.
    """
    of = entry.entry if isinstance(entry, entries.Of) else entry
    commanded = isinstance(of, entries.Commanded) and of.command not in _STAYS
    return commanded or isinstance(of, entries.Opened) or live.state not in FREE


def look_of(entry: entries.Staged) -> Look | None:
    """The look that is shown between races; None for what the race has.

    Raises:
        RaceError, ValueError: there is no such look.
    """
    if not entry.look:
        return None
    name = Name(entry.look)
    if name is Name.WALK:
        return Look(name, seconds=WALK_S, first=entry.first, last=entry.last, blinks=entry.blinks)
    return Look(name, seconds=SHOW_S, per_minute=entry.per_minute)
