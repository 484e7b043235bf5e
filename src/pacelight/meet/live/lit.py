"""What the lamps do now that somebody has asked for it, in words."""

from collections.abc import Mapping
from types import MappingProxyType

from pacelight.meet.journal import entries
from pacelight.meet.race import Command, State

__all__ = ["lit"]

_COMMANDS: Mapping[Command, str] = MappingProxyType(
    {
        Command.BLACKOUT: "the lamps are dark",
        Command.FADE: "the lamps are dark within a second",
        Command.LIGHT: "the lamps are lit again",
        Command.HOLD: "the lights stand where they are; the race clock runs on",
        Command.GO_ON: "the lights go on from where they stood",
    }
)

_DARK = frozenset({Command.BLACKOUT, Command.FADE})

_MEANWHILE: Mapping[State, str] = MappingProxyType(
    {
        State.ARMED: "; the race stays armed",
        State.RUNNING: "; the race goes on",
        State.HELD: "; the race goes on",
    }
)
"""What a race does in the dark."""


def lit(entry: entries.Entry, state: State) -> str:
    """What an entry has the lamps do; empty of one that is about something else.

    Args:
        entry: that was taken.
        state: of the race right after it.
    """
    match entry:
        case entries.Commanded(command=command):
            return _COMMANDS.get(command, "") + (_MEANWHILE.get(state, "") if command in _DARK else "")
        case entries.Replanned():
            return f"the light {entry.light} goes for {entry.asked.mark.text}"
        case entries.Staged():
            return _staged(entry)
    return ""


def _staged(entry: entries.Staged) -> str:
    if not entry.look:
        return "the lamps show what the race has"
    if entry.look != "walk":
        return f"the lamps show '{entry.look}'"
    blink = "blinks" if entry.blinks else "is lit"
    if entry.first == entry.last:
        return f"lamp {entry.first} {blink}"
    return f"lamps {entry.first} to {entry.last} {'blink' if entry.blinks else 'are lit'}"
