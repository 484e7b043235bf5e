r"""The log of who was let in and what was refused: one line each, in UTC, that no input can forge.

>>> line("denied", 1_738_000_000, act="gun", by='desk" event=paired')
'2025-01-27T17:46:40Z event=denied act="gun" by="desk\\" event=paired"'
"""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeAlias

import msgspec

__all__ = ["Log", "line", "log"]

Log: TypeAlias = Callable[[str], None]


def line(event: str, now_s: int, **fields: object) -> str:
    """What happened, as a line: each value as JSON, where a line's end or a quote is two characters."""
    at = datetime.fromtimestamp(now_s, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    told = (f"{name}={_ascii(str(value))}" for name, value in fields.items() if value not in {"", None})
    return " ".join((at, f"event={event}", *told))


def log(text: str) -> None:
    """Write it where the process's errors go: a terminal, or the journal of the system."""
    sys.stderr.write(f"pacelight web: {text}\n")
    sys.stderr.flush()


def _ascii(text: str) -> str:
    """As JSON of printable ASCII alone: a terminal is not told what to do either."""
    quoted = msgspec.json.encode(text).decode()
    return "".join(one if " " <= one <= "~" else f"\\u{ord(one):04x}" for one in quoted)
