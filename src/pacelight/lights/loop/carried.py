"""Orders carried to another clock: what begins at an instant here begins at the same one there."""

from dataclasses import replace
from typing import TypeVar

from pacelight.errors import DriverError
from pacelight.lights.loop.orders import (
    End,
    Fading,
    Lead,
    Leave,
    Order,
    Repaint,
    Run,
    Several,
    Show,
    lights_of,
    read,
    write,
)

__all__ = ["carried", "moved"]

Some = TypeVar("Some", bound=Order)


def moved(order: Some, by_ns: int) -> Some:
    """An order whose instants are later.

    Args:
        order: any.
        by_ns: whole nanoseconds.

    >>> moved(Run(5), 10)
    Run(gun_ns=15, numerator=1, denominator=1)
    """
    match order:
        case Run():
            return replace(order, gun_ns=order.gun_ns + by_ns)
        case Several():
            return replace(order, groups=tuple(moved(group, by_ns) for group in order.groups))
        case Show():
            lights = None if order.lights is None else moved(order.lights, by_ns)
            return replace(order, begin_ns=order.begin_ns + by_ns, lights=lights)
        case Fading():
            return replace(order, begin_ns=order.begin_ns + by_ns, of=moved(order.of, by_ns))
    return order


def carried(groups: int, line: str, by_ns: int) -> str:
    """The line of an order that another loop knows, on another clock.

    Args:
        groups: how many the lights are.
        line: without its end.
        by_ns: how much later its instants are there, whole nanoseconds.

    Raises:
        DriverError: it is no order, or not for these lights.
    """
    order = read(line.encode("ascii"))
    told = lights_of(order)
    fits = not isinstance(told, Several) or len(told.groups) == groups
    if isinstance(order, (End, Leave, Lead, Repaint)) or not fits:
        raise DriverError(f"the light loop of {groups} groups was told {line!r} by another")
    return write(moved(order, by_ns)).decode("ascii").rstrip()
