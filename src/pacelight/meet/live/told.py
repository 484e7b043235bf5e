"""What a race tells as it goes: for the terminal and for programs as lines, for pages as deltas."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

import msgspec

from pacelight.meet.bus.protocol import MarkShown

__all__ = ["Kind", "ResultTold", "Told"]

Kind: TypeAlias = Literal[
    "race",
    "light",
    "state",
    "clock",
    "split",
    "gap",
    "result",
    "record",
    "refused",
    "look",
    "output",
    "clocks",
    "done",
]


class ResultTold(msgspec.Struct, frozen=True):
    """A runner is in, or will not be."""

    place: int | None
    mark: MarkShown | None
    status: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that became known.

    Attributes:
        kind: what it is.
        bib: whose; empty where it is nobody's.
        shown: its fields; None where the state of the race says all.
        why: of what was refused, the reason.
    """

    kind: Kind
    bib: str = ""
    shown: msgspec.Struct | None = None
    why: str = ""
