"""What a scoreboard script can make FinishLynx say, in whichever dialect it is written.

Source: sections and variables of a script, version 2, in the head of FinishLynx's own scripts.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from pacelight.errors import MarkError
from pacelight.mark import Mark

__all__ = [
    "Board",
    "Clock",
    "HeatNumber",
    "Line",
    "PageBegins",
    "PageEnds",
    "Precise",
    "Said",
    "Section",
    "Wind",
    "clock_ns",
    "mark_of",
]

_CLOCK = re.compile(
    r"(?:(?:(?P<h>\d{1,2}):)?(?P<m>\d{1,2}):)?(?P<s>\d{1,3})(?:[.,](?P<f>\d{1,4}))?", re.ASCII
)
_COMMA = re.compile(r"(.*\d),(\d{1,3})", re.ASCII)
_NS = 1_000_000_000
_SIXTY = 60


class Section(StrEnum):
    """Which section of the script spoke: what the clock does."""

    ARMED = "TimeArmed"
    GUN = "TimeGun"
    """A start by a sensor; a start by hand is not said."""
    RUNNING = "TimeRunning"
    PAUSED = "TimePaused"
    STOPPED = "TimeStopped"
    BREAK = "TimeBreak"
    """Someone broke the beam of a photocell; the clock runs on."""
    OF_DAY = "TimeOfDay"


class Board(StrEnum):
    """What a page is a page of."""

    RESULTS = "results"
    STARTERS = "start list"


@dataclass(frozen=True, slots=True)
class HeatNumber:
    """Event, round and heat as FinishLynx numbers them."""

    event: str
    round: str
    heat: str

    def __str__(self) -> str:
        return "-".join(part for part in (self.event, self.round, self.heat) if part) or "no number"


@dataclass(frozen=True, slots=True)
class Clock:
    """The clock, as formatted; the heat where the dialect says it."""

    section: Section
    text: str
    heat: HeatNumber | None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Precise:
    """The clock said just before, in whole milliseconds."""

    ms: int


@dataclass(frozen=True, slots=True)
class Wind:
    """A wind reading, as formatted."""

    text: str
    heat: HeatNumber | None = None


@dataclass(frozen=True, slots=True)
class PageBegins:
    """The header of a page.

    Attributes:
        status: ``OFFICIAL`` or ``UNOFFICIAL``, or nothing.
        started: ``AUTO`` or ``MANUAL``, or nothing.
        entered: number of participants, as written.
    """

    board: Board
    heat: HeatNumber
    name: str
    status: str
    wind: str
    started: str
    entered: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, as written.

    Attributes:
        at: its number on the page, from 0; None where the dialect does not say.
        heat: None where only the header says it.
        time: of the finish.
        split: running time at the last point passed.
        to_go: laps to go there.
    """

    board: Board
    at: int | None
    heat: HeatNumber | None
    place: str
    lane: str
    bib: str
    name: str
    affiliation: str
    time: str
    split: str
    to_go: str
    last: str = ""
    reaction: str = ""


@dataclass(frozen=True, slots=True)
class PageEnds:
    """The trailer of a page.

    Attributes:
        lines: how many were sent; None where the dialect does not count.
    """

    board: Board
    heat: HeatNumber | None
    lines: int | None


Said: TypeAlias = Clock | Precise | Wind | PageBegins | Line | PageEnds


def clock_ns(text: str) -> tuple[int, int] | None:
    """A formatted running time and its last digit, whole nanoseconds; None of what is no time.

    >>> clock_ns("3:45.1")
    (225100000000, 100000000)
    """
    match = _CLOCK.fullmatch(text.strip())
    if (
        match is None
        or (match["m"] and int(match["s"]) >= _SIXTY)
        or (match["h"] and int(match["m"]) >= _SIXTY)
    ):
        return None
    fraction = match["f"] or ""
    step = _NS // 10 ** len(fraction)
    seconds = (int(match["h"] or 0) * _SIXTY + int(match["m"] or 0)) * _SIXTY + int(match["s"])
    return seconds * _NS + int(fraction or 0) * step, step


def mark_of(text: str) -> Mark | None:
    """A time of a result, with a decimal comma too; None of what is none.

    >>> mark_of("3:45,14")
    Mark('3:45.14')
    """
    comma = _COMMA.fullmatch(text)
    try:
        return Mark.parse(f"{comma[1]}.{comma[2]}" if comma else text)
    except MarkError:
        return None
