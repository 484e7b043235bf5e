"""WLED's own account of itself, and what makes it ready for frames: its JSON, as text.

Source: WLED documentation, "JSON API"; what is posted to ``/json/state``, and got from ``/json/state``
and ``/json/info``.
"""

import json
from dataclasses import dataclass
from typing import Any, Self, TypeVar

from pacelight.errors import OutputError

__all__ = ["Info", "State", "ready"]


_Kind = TypeVar("_Kind")


def ready(segments: int = 1) -> str:
    """What is posted so that frames are shown as they come, and nothing else once they end.

    The strip is on and at full brightness, since levels are light already; frames override what it shows,
    and its own segments are off: where no frames come any more, it is dark.

    Args:
        segments: how many it has.
    """
    off = [{"id": number, "on": False} for number in range(segments)]
    return json.dumps({"on": True, "bri": 255, "lor": 0, "seg": off})


@dataclass(frozen=True, slots=True)
class State:
    """What it shows.

    Attributes:
        on: whether at all.
        brightness: 0 to 255.
        override: 0 where frames are shown; 1 or 2 where it shows its own although frames come.
        segments: on or off, one by one.
    """

    on: bool
    brightness: int
    override: int
    segments: tuple[bool, ...]

    @classmethod
    def read(cls, text: str | bytes) -> Self:
        """Read ``/json/state``.

        Raises:
            OutputError: it is something else.
        """
        found = _object(text, "state")
        return cls(
            on=_field(found, "on", bool),
            brightness=_field(found, "bri", int),
            override=_field(found, "lor", int),
            segments=tuple(_segment(one) for one in _field(found, "seg", list)),
        )


@dataclass(frozen=True, slots=True)
class Info:
    """Who it is.

    Attributes:
        name: for people.
        version: of WLED.
        lamps: how many it drives.
        live: whether frames are coming now.
    """

    name: str
    version: str
    lamps: int
    live: bool

    @classmethod
    def read(cls, text: str | bytes) -> Self:
        """Read ``/json/info``.

        Raises:
            OutputError: it is something else.
        """
        found = _object(text, "info")
        return cls(
            name=_field(found, "name", str),
            version=_field(found, "ver", str),
            lamps=_field(_field(found, "leds", dict), "count", int),
            live=_field(found, "live", bool),
        )


def _object(text: str | bytes, what: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise OutputError(f"not the {what} of WLED: {error}") from None
    if not isinstance(found, dict):
        raise OutputError(f"not the {what} of WLED: an object is expected")
    return found


def _segment(found: object) -> bool:
    if not isinstance(found, dict):
        raise OutputError("not the state of WLED: each 'seg' is an object")
    return _field(found, "on", bool)


def _field(found: dict[str, Any], name: str, kind: type[_Kind]) -> _Kind:
    value = found.get(name)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise OutputError(f"not of WLED: '{name}' is {value!r}, not of kind {kind.__name__}")
    return value
