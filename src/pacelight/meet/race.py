"""A race as a table: in which state which command leads where. All else is refused.

Whether the lamps are dark is another matter than where the race stands: a blackout is possible from every
state, and changes none.

>>> after(State.ARMED, Command.GUN)
<State.RUNNING: 'running'>
>>> after(State.OFFICIAL, Command.GUN)
Traceback (most recent call last):
pacelight.errors.RaceError: the race is official: 'gun' is not possible now (possible: reopen)
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from pacelight.errors import RaceError

__all__ = [
    "DARKNESS",
    "FREE",
    "LAMPS",
    "ON_TRACK",
    "OVER",
    "TABLE",
    "Command",
    "State",
    "after",
    "darkness",
    "drawn",
    "possible",
]


class State(StrEnum):
    """Where a race stands."""

    IDLE = "idle"
    """Of the session, and put away."""
    LOADED = "loaded"
    """The next one: its lights are on the lamps, not lit yet."""
    CHECKED = "checked"
    """What must be right before arming was gone through."""
    ARMED = "armed"
    """The next gun starts it; the lights stand at the start."""
    RUNNING = "running"
    HELD = "held"
    """The lights stand where they are; the race clock runs on."""
    FINISHED = "finished"
    """Everyone is in, or has a reason not to be; times may still be corrected."""
    OFFICIAL = "official"
    """The result is confirmed, and locked."""
    RECALLED = "recalled"
    """A false start: the lights are gone, and what was timed is kept in the journal only."""
    ABORTED = "aborted"
    """Called off; what was timed is kept."""


class Command(StrEnum):
    """What can happen to a race."""

    LOAD = "load"
    UNLOAD = "unload"
    RETURN = "return"
    """A race that is over is the one on the desk again, as it stands."""
    CHECK = "check"
    ARM = "arm"
    DISARM = "disarm"
    GUN = "gun"
    HOLD = "hold"
    GO_ON = "go-on"
    FINISH = "finish"
    """The last runner is in; the engine says so itself."""
    OFFICIAL = "official"
    REOPEN = "reopen"
    RECALL = "recall"
    ABORT = "abort"
    RESET = "reset"
    BLACKOUT = "blackout"
    """All lamps dark, at once, whatever the race does."""
    FADE = "fade"
    """All lamps dark within a second."""
    LIGHT = "light"
    """The end of a blackout, or of a fade."""


TABLE: Mapping[tuple[State, Command], State] = MappingProxyType(
    {
        (State.IDLE, Command.LOAD): State.LOADED,
        (State.LOADED, Command.LOAD): State.LOADED,
        (State.LOADED, Command.CHECK): State.CHECKED,
        (State.LOADED, Command.UNLOAD): State.IDLE,
        (State.LOADED, Command.ABORT): State.ABORTED,
        (State.CHECKED, Command.LOAD): State.LOADED,
        (State.CHECKED, Command.CHECK): State.CHECKED,
        (State.CHECKED, Command.ARM): State.ARMED,
        (State.CHECKED, Command.UNLOAD): State.IDLE,
        (State.CHECKED, Command.ABORT): State.ABORTED,
        (State.ARMED, Command.DISARM): State.CHECKED,
        (State.ARMED, Command.GUN): State.RUNNING,
        (State.ARMED, Command.RECALL): State.RECALLED,
        (State.ARMED, Command.ABORT): State.ABORTED,
        (State.RUNNING, Command.HOLD): State.HELD,
        (State.RUNNING, Command.FINISH): State.FINISHED,
        (State.RUNNING, Command.RECALL): State.RECALLED,
        (State.RUNNING, Command.ABORT): State.ABORTED,
        (State.HELD, Command.GO_ON): State.RUNNING,
        (State.HELD, Command.FINISH): State.FINISHED,
        (State.HELD, Command.RECALL): State.RECALLED,
        (State.HELD, Command.ABORT): State.ABORTED,
        (State.FINISHED, Command.OFFICIAL): State.OFFICIAL,
        (State.FINISHED, Command.RETURN): State.FINISHED,
        (State.OFFICIAL, Command.REOPEN): State.FINISHED,
        (State.OFFICIAL, Command.RETURN): State.OFFICIAL,
        (State.RECALLED, Command.LOAD): State.LOADED,
        (State.RECALLED, Command.CHECK): State.CHECKED,
        (State.RECALLED, Command.ARM): State.ARMED,
        (State.RECALLED, Command.ABORT): State.ABORTED,
        (State.ABORTED, Command.RESET): State.LOADED,
        (State.ABORTED, Command.RETURN): State.ABORTED,
    }
)
"""Every step there is. The picture in the documentation is drawn from it."""

DARKNESS: Mapping[tuple[bool, Command], bool] = MappingProxyType(
    {
        (False, Command.BLACKOUT): True,
        (True, Command.BLACKOUT): True,
        (False, Command.FADE): True,
        (True, Command.FADE): True,
        (True, Command.LIGHT): False,
    }
)
"""Whether the lamps are dark, beside whatever the race does; twice dark is dark."""

ON_TRACK = frozenset({State.ARMED, State.RUNNING, State.HELD})
"""Only one race of a session at a time is in one of these: the one whose lights are on the lamps."""

OVER = frozenset({State.FINISHED, State.OFFICIAL, State.ABORTED})
"""What is loaded of a session while another one is on the desk comes back as it stands."""

FREE = frozenset({State.IDLE, State.LOADED, State.CHECKED, State.FINISHED, State.OFFICIAL})
"""States in which no race can be on: lamps may show what means nothing, once its lights are through."""

LAMPS = frozenset(command for _, command in DARKNESS)
"""What makes the lamps dark or lights them, and changes nothing else."""


def after(state: State, command: Command) -> State:
    """The state a command leads to.

    Raises:
        RaceError: it is not possible now; what is possible is named.
    """
    if (state, command) not in TABLE:
        instead = ", ".join(possible(state))
        raise RaceError(f"the race is {state}: '{command}' is not possible now (possible: {instead})")
    return TABLE[state, command]


def darkness(dark: bool, command: Command) -> bool:
    """Whether the lamps are dark after a command.

    Raises:
        RaceError: there is no blackout to end.
    """
    if (dark, command) not in DARKNESS:
        raise RaceError(f"the lamps are not dark: '{command}' is not possible now (possible: blackout)")
    return DARKNESS[dark, command]


def possible(state: State) -> tuple[Command, ...]:
    """The commands that lead somewhere from here, in the order of the table; coming back is none of them."""
    return tuple(command for (at, command) in TABLE if at is state and command is not Command.RETURN)


def drawn() -> str:
    """The table as the documentation shows it: one line a step."""
    steps = [(f"{state}", command, f"{following}") for (state, command), following in TABLE.items()]
    steps += [(_lamps(dark), command, _lamps(then)) for (dark, command), then in DARKNESS.items()]
    width = max(len(state) for state, _, _ in steps)
    wide = max(len(command) for command in Command)
    return "\n".join(f"{state:<{width}}  ── {command:<{wide}} ──►  {then}" for state, command, then in steps)


def _lamps(dark: bool) -> str:
    return "any, dark" if dark else "any"
