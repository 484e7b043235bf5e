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
    "outlook",
    "result",
    "record",
    "refused",
    "look",
    "output",
    "clocks",
    "done",
    "change",
    "runner",
    "records",
    "replan",
    "aside",
    "conflicts",
    "wind",
    "races",
    "holder",
    "sources",
    "sealed",
    "alarms",
]


class ResultTold(msgspec.Struct, frozen=True):
    """A runner is in, or will not be.

    Attributes:
        rule: by which somebody is disqualified.
    """

    place: int | None
    mark: MarkShown | None
    status: str | None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that became known.

    Attributes:
        kind: what it is.
        bib: whose; empty where it is nobody's.
        shown: its fields; None where the state of the race says all.
        why: of what was refused, the reason.
        race: id of the race it is about, where that is not the one on the track.
    """

    kind: Kind
    bib: str = ""
    shown: msgspec.Struct | None = None
    why: str = ""
    race: str = ""
