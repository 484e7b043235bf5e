"""Who may ask what: one table, and what it does not name is refused.

>>> may(Role.SPECTATOR, Act.BLACKOUT)
False
>>> may(Role.OPERATOR, Act.GUN)
True
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from pacelight.meet.desk.acts import Act

__all__ = ["TABLE", "Role", "may"]


class Role(StrEnum):
    """What somebody is at a meet."""

    SPECTATOR = "spectator"
    DISPLAY = "display"
    """A screen, not a person."""
    ANNOUNCER = "announcer"
    STATISTICIAN = "statistician"
    """Keeps the record book, and asks nothing of a race."""
    TIMER = "timer"
    OPERATOR = "operator"
    """Of the lights."""
    DIRECTOR = "director"
    """Of the meet."""


_STAFF = frozenset({Role.TIMER, Role.OPERATOR, Role.DIRECTOR})
_LIGHTS = frozenset({Role.OPERATOR, Role.DIRECTOR})
_TIMES = frozenset({Role.TIMER, Role.DIRECTOR})
_DIRECTOR = frozenset({Role.DIRECTOR})

TABLE: Mapping[Act, frozenset[Role]] = MappingProxyType(
    {
        Act.LOAD: _STAFF,
        Act.UNLOAD: _STAFF,
        Act.RELOAD: _DIRECTOR,
        Act.CHECK: _LIGHTS,
        Act.ARM: _LIGHTS,
        Act.OVERRIDE: _DIRECTOR,
        Act.DISARM: _LIGHTS,
        Act.GUN: _LIGHTS | _TIMES,
        Act.STARTED: _LIGHTS | _TIMES,
        Act.MOVE_GUN: _TIMES,
        Act.HOLD: _LIGHTS,
        Act.GO_ON: _LIGHTS,
        Act.FINISH: _STAFF,
        Act.OFFICIAL: _TIMES,
        Act.REOPEN: _DIRECTOR,
        Act.RECALL: _STAFF,
        Act.ABORT: _LIGHTS,
        Act.RESET: _LIGHTS,
        Act.BLACKOUT: _LIGHTS,
        Act.FADE: _LIGHTS,
        Act.LIGHT: _LIGHTS,
        Act.REPLAN: _LIGHTS,
        Act.NUDGE: _LIGHTS,
        Act.SHOW: _LIGHTS,
        Act.WALK: _LIGHTS,
        Act.TAKE_LIGHTS: _LIGHTS,
        Act.LEAVE_LIGHTS: _LIGHTS,
        Act.SPLIT: _TIMES,
        Act.STATUS: _TIMES,
        Act.STRIKE: _TIMES,
        Act.RESTORE: _TIMES,
        Act.REASSIGN: _TIMES,
        Act.SWAP: _TIMES,
        Act.CORRECT: _TIMES,
        Act.UNDO: _STAFF,
        Act.SETTLE: _TIMES,
    }
)
"""Every act there is. The table in the documentation is drawn from it."""


def may(role: Role, act: Act) -> bool:
    """Whether somebody of this role may ask that; what the table does not name, nobody may."""
    return role in TABLE.get(act, frozenset())
