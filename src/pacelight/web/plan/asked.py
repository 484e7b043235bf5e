"""Which plan an address asks for, and why it cannot be.

All of it stands in the address: whoever has that has the plan.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pacelight.book.model import NotKnown, Standing
from pacelight.distance import Distance
from pacelight.event import Level, Sex
from pacelight.plan.laps import Laps
from pacelight.plan.table import Row
from pacelight.plan.wanted import Wanted
from pacelight.web.words import echoed

__all__ = ["EVERY", "FIELDS", "KINDS", "Asked", "Look", "Question", "Wrong"]

KINDS = ("even", "negative", "splits", "record")
EVERY = ("lap", "100", "200", "400", "1000")

_ONE = ("kind", "time", "faster", "points", "level", "scope", "as_of", "ratified")
_BOTH = ("event", "sex", "every", "track", "lane", "pacers")
FIELDS = (*_BOTH, *_ONE, *(f"b_{name}" for name in _ONE))
"""What an address may ask; with ``b_`` before it, of the plan that it is compared with."""


@dataclass(frozen=True, slots=True)
class Question:
    """Which record of the book.

    Attributes:
        as_of: the last day; None for today.
    """

    event: str
    sex: Sex
    level: Level
    scope: str | None
    as_of: date | None
    ratified: bool


Look = Callable[[Question], tuple[Standing | NotKnown, date]]
"""Asks the book, and says as of which day it did."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a field cannot be as it was typed.

    Attributes:
        message: identity of what is said of it; empty where ``text`` says it, in English.
        told: what that message speaks of.
    """

    message: str = ""
    told: Mapping[str, str | int] = field(default_factory=dict)
    text: str = ""

    @classmethod
    def echoing(cls, message: str, text: str) -> "Wrong":
        """Of a message that repeats what was typed: as much of it as one knows it again by."""
        return cls(message, {"text": echoed(text)})


@dataclass(frozen=True, slots=True)
class Asked:
    """An address that was read.

    Attributes:
        given: what stood in it, what was left empty left out.
        wrong: by the name of its field why something cannot be.
        first: the plan; None where none was asked for, or it cannot be.
        second: that it is compared with.
        rows, others: of the two, at the same points.
        laps: on which track and in which lane.
        every: how far apart the rows are.
        pacers: how far each pacemaker runs, the shortest way first.
        plain: what stood in it as every language reads it, with decimal points; where there is a plan.
    """

    given: Mapping[str, str]
    wrong: Mapping[str, Wrong]
    first: Wanted | None = None
    second: Wanted | None = None
    rows: tuple[Row, ...] = ()
    others: tuple[Row, ...] = ()
    laps: Laps | None = None
    every: Distance | None = None
    pacers: tuple[Distance, ...] = ()
    plain: Mapping[str, str] = field(default_factory=dict)

    def record_asked(self, before: str = "") -> dict[str, Any] | None:
        """Of which record of the book a plan is, as a race file asks for it; None where it is of none."""
        one = self.second if before else self.first
        if one is None or one.plan.kind != "record":
            return None
        told: dict[str, Any] = {"level": self.given.get(f"{before}level", "WR").upper()}
        if scope := self.given.get(f"{before}scope"):
            told["scope"] = scope
        if one.as_of is not None:
            told["as_of"] = one.as_of
        if self.given.get(f"{before}ratified"):
            told["ratified"] = True
        return told
