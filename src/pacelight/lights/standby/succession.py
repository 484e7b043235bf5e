"""Lamps as told by whoever leads now: receivers that know of sources take its word over the one before."""

from dataclasses import fields, is_dataclass, replace
from operator import is_
from typing import TypeVar, cast
from uuid import UUID, uuid5

from pacelight.lights.wire.e131 import Source

__all__ = ["led"]

_HIGHEST = 200
"""Source: ANSI E1.31-2018, 6.2.3."""

Value = TypeVar("Value")


def led(output: Value, who: str, term: int) -> Value:
    """The same lamps, told by a certain loop in a certain term.

    By E1.31 that is a source of its own, one step of priority above that of the term before: a receiver
    shows it at its first packet, though it remembers the other for 2.5 s. Every other protocol has one
    sender, whose sequence simply goes on.

    Args:
        output: where the lamps are: values within values.
        who: the loop: the same for the same place, also after a restart.
        term: of office, 1 or more.
    """
    return cast("Value", _led(output, who, term))


def _led(value: object, who: str, term: int) -> object:
    """The same object, if there is no source in it."""
    if isinstance(value, Source):
        cid = uuid5(UUID(bytes=value.cid), who).bytes
        return replace(value, cid=cid, priority=min(value.priority + term - 1, _HIGHEST))
    if type(value) is tuple:
        within = tuple(_led(one, who, term) for one in value)
        return value if all(map(is_, within, value)) else within
    if not is_dataclass(value) or isinstance(value, type):
        return value
    before = {field.name: getattr(value, field.name) for field in fields(value) if field.init}
    after = {name: _led(one, who, term) for name, one in before.items()}
    changed = {name: one for name, one in after.items() if one is not before[name]}
    return replace(value, **changed) if changed else value
