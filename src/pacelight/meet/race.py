"""A race as a table: in which state which command leads where. All else is refused.

>>> after(State.ARMED, Command.GUN)
<State.RUNNING: 'running'>
>>> after(State.IDLE, Command.GUN)
Traceback (most recent call last):
pacelight.errors.RaceError: the race is idle: 'gun' is not possible now (possible: arm)
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from pacelight.errors import RaceError

__all__ = ["TABLE", "Command", "State", "after", "drawn", "possible"]


class State(StrEnum):
    """Where a race stands."""

    IDLE = "idle"
    """Loaded; no race is on."""
    ARMED = "armed"
    """The next gun starts it; the lights stand at the start."""
    RUNNING = "running"
    FINISHED = "finished"
    """Everyone is in, or has a reason not to be."""
    ABORTED = "aborted"
    """Called off for good; what was timed is kept."""
    RECALLED = "recalled"
    """A false start: the lights are gone, and what was timed is kept in the journal only."""


class Command(StrEnum):
    """What can happen to a race."""

    ARM = "arm"
    DISARM = "disarm"
    GUN = "gun"
    FINISH = "finish"
    """The last runner is in; the engine says so itself."""
    RECALL = "recall"
    ABORT = "abort"
    RESET = "reset"


TABLE: Mapping[tuple[State, Command], State] = MappingProxyType(
    {
        (State.IDLE, Command.ARM): State.ARMED,
        (State.ARMED, Command.DISARM): State.IDLE,
        (State.ARMED, Command.GUN): State.RUNNING,
        (State.ARMED, Command.ABORT): State.ABORTED,
        (State.RUNNING, Command.FINISH): State.FINISHED,
        (State.RUNNING, Command.RECALL): State.RECALLED,
        (State.RUNNING, Command.ABORT): State.ABORTED,
        (State.RECALLED, Command.ARM): State.ARMED,
        (State.RECALLED, Command.ABORT): State.ABORTED,
        (State.ABORTED, Command.RESET): State.IDLE,
    }
)
"""Every step there is. The picture in the documentation is drawn from it."""


def after(state: State, command: Command) -> State:
    """The state a command leads to.

    Raises:
        RaceError: it is not possible now; what is possible is named.
    """
    if (state, command) not in TABLE:
        instead = ", ".join(possible(state)) or "nothing: the race is over"
        raise RaceError(f"the race is {state}: '{command}' is not possible now (possible: {instead})")
    return TABLE[state, command]


def possible(state: State) -> tuple[Command, ...]:
    """The commands that lead somewhere from here, in the order of the table."""
    return tuple(command for (at, command) in TABLE if at is state)


def drawn() -> str:
    """The table as the documentation shows it: one line a step."""
    width = max(len(state) for state in State)
    wide = max(len(command) for command in Command)
    return "\n".join(
        f"{state:<{width}}  ── {command:<{wide}} ──►  {following}"
        for (state, command), following in TABLE.items()
    )
