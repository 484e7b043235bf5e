"""Who may do what at the record desk: one table, and what it does not name is refused.

>>> may(Role.STATISTICIAN, Task.DECIDE), may(Role.ANNOUNCER, Task.DECIDE)
(True, False)
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from pacelight.meet.desk.roles import Role

__all__ = ["TABLE", "Task", "may"]


class Task(StrEnum):
    """One thing that is done at the record desk."""

    EVIDENCE = "evidence"
    """See what people noted while they looked, and take the race's journal along."""
    ATTEST = "attest"
    """Say that a condition is met, or is not."""
    DECIDE = "decide"
    """Submit, ratify, reject, annul."""
    WITHDRAW = "withdraw"
    """Take a decision back."""


_KEEPERS = frozenset({Role.STATISTICIAN, Role.DIRECTOR})

TABLE: Mapping[Task, frozenset[Role]] = MappingProxyType(
    {
        Task.EVIDENCE: _KEEPERS,
        Task.ATTEST: _KEEPERS,
        Task.DECIDE: _KEEPERS,
        Task.WITHDRAW: _KEEPERS,
    }
)
"""Every task there is. The table in the documentation is drawn from it."""


def may(role: Role, task: Task) -> bool:
    """Whether somebody of this role may do that; what the table does not name, nobody may."""
    return role in TABLE.get(task, frozenset())
