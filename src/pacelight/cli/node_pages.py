"""How a light node does, on the terminal: a line whenever something is new, or JSON lines all the time."""

import sys
from collections.abc import Callable

import msgspec

from pacelight.meet.engine.node import NodeShown

__all__ = ["page"]

_ROLES = {
    "waits": "waits for a race",
    "follows": "follows the engine",
    "alone": "hears no engine: the lights go on alone",
    "ended": "the race was ended",
}


def page(*, json: bool) -> Callable[[NodeShown], object]:
    """How a node is told of on standard output."""
    return _json if json else _People().show


def _json(shown: NodeShown) -> None:
    _say(msgspec.json.encode(shown).decode())


class _People:
    """One line where something is new."""

    def __init__(self) -> None:
        self._last: tuple[str | None, ...] = ()

    def show(self, shown: NodeShown) -> None:
        """Say it, if it is news."""
        news = (shown.race, shown.state, shown.role, "clock" if shown.offset_ms is not None else None)
        if news != self._last:
            self._last = news
            _say(_line(shown))


def _line(shown: NodeShown) -> str:
    race = f"{shown.race}, {shown.state}: " if shown.race else ""
    clock = ""
    if shown.offset_ms is not None and shown.error_ms is not None:
        clock = f", clock {shown.offset_ms:+.1f} ms ± {shown.error_ms:.1f}"
    return f"{race}{_ROLES[shown.role]}{clock}"


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
