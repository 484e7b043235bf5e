"""What may follow what: a show never runs while a race is armed, and never shares the lamps with one."""

from pacelight.errors import RaceError
from pacelight.lights.look.model import SHOWS, Name
from pacelight.lights.loop.orders import Group, Hold, Order, Run, Several, Show, Stand

__all__ = ["FREE", "follow", "shown"]

FREE = frozenset({Name.IDLE, Name.FINISH, Name.ABORT}) | SHOWS
"""Looks that say that no race is on. Dark says nothing: it may hide a race that is armed."""


def shown(order: Order) -> Name:
    """The look that an order is.

    >>> shown(Several((Stand(), Run(5))))
    <Name.RUNNING: 'running'>
    """
    match order:
        case Show():
            return order.look.name
        case Several():
            return _busiest(order.groups)
        case Stand():
            return Name.ARMED
        case Run() | Hold():
            return Name.RUNNING
    return Name.DARK


def follow(before: Order | None, after: Order) -> None:
    """Let an order follow another, or refuse it.

    Args:
        before: the last one; None where there was none, so that nobody knows whether a race is on.
        after: the next one.

    Raises:
        RaceError: it is a show, and a race may be on.
    """
    name = shown(after)
    if name not in SHOWS or _is_free(before):
        return
    now = "nothing was shown yet" if before is None else f"the lamps show '{shown(before)}'"
    raise RaceError(f"{now}: '{name}' is not possible while a race may be on (show 'idle' first)")


def _is_free(order: Order | None) -> bool:
    return isinstance(order, Show) and order.lights is None and order.look.name in FREE


def _busiest(groups: tuple[Group, ...]) -> Name:
    if any(isinstance(group, (Run, Hold)) for group in groups):
        return Name.RUNNING
    return Name.ARMED if any(isinstance(group, Stand) for group in groups) else Name.DARK
