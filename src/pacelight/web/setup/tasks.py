"""Who may do what in preparing a meet: one table, and what it does not name is refused.

>>> may(Role.OPERATOR, Task.WALK), may(Role.OPERATOR, Task.MEET)
(True, False)
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from pacelight.meet.desk.roles import Role

__all__ = ["TABLE", "Task", "may"]


class Task(StrEnum):
    """One thing that is done to prepare a meet."""

    LOOK = "look"
    """See meet, survey and versions."""
    SURVEY = "survey"
    """Change which lamp stands where, and which controller lights it."""
    FIND = "find"
    """Ask the network which controllers there are."""
    WALK = "walk"
    """Light lamps one by one."""
    DOCTOR = "doctor"
    """Have everything gone through that tonight needs."""
    MEET = "meet"
    """Change meet, races and entries."""
    OPEN = "open"
    """Have the engine of tonight started."""


_LIGHTS = frozenset({Role.OPERATOR, Role.DIRECTOR})
_DIRECTOR = frozenset({Role.DIRECTOR})

TABLE: Mapping[Task, frozenset[Role]] = MappingProxyType(
    {
        Task.LOOK: _LIGHTS,
        Task.SURVEY: _LIGHTS,
        Task.FIND: _LIGHTS,
        Task.WALK: _LIGHTS,
        Task.DOCTOR: _LIGHTS,
        Task.MEET: _DIRECTOR,
        Task.OPEN: _DIRECTOR,
    }
)
"""Every task there is. The table in the documentation is drawn from it."""


def may(role: Role, task: Task) -> bool:
    """Whether somebody of this role may do that; what the table does not name, nobody may."""
    return role in TABLE.get(task, frozenset())
