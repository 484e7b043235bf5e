"""Where a race stands, in the words of whoever reads a result."""

from collections.abc import Mapping
from types import MappingProxyType

from pacelight.meet.race import State

__all__ = ["STATES"]

STATES: Mapping[str, str] = MappingProxyType(
    {
        State.IDLE: "not yet called",
        State.LOADED: "not yet called",
        State.CHECKED: "not yet called",
        State.ARMED: "on the start line",
        State.RUNNING: "running",
        State.HELD: "running",
        State.FINISHED: "finished",
        State.OFFICIAL: "official",
        State.RECALLED: "recalled: false start",
        State.ABORTED: "aborted",
    }
)
"""By state; as a state is its word, by that, too."""
