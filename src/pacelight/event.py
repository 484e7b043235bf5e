"""What is run: events, how they are called, and what a list of each is called.

The table is ``data/events.toml``, with sources and validity dates.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from pacelight.distance import Distance
from pacelight.errors import EventError, MarkError
from pacelight.mark import Mark, Timing

__all__ = ["EVENTS", "Event", "Level", "Period", "Recognition", "Sex", "TrackKind", "event"]

SHORT_TRACK_SINCE = date(2023, 11, 1)
"""From this day World Athletics says "short track" where it said "indoor" before."""

_SLOWEST_MM_S, _FASTEST_MM_S = 1_000, 11_000
"""Average speeds outside which a mark is a misprint.

Slower than the oldest masters (5000 m above the age of 90: about 1.5 m/s);
faster than the 200 m record (19.19: 10.42 m/s).
"""


class Sex(StrEnum):
    """The class of a race or of a list."""

    MEN = "men"
    WOMEN = "women"
    MIXED = "mixed"


class TrackKind(StrEnum):
    """On what it is run: apart from the roof, and from the code of the event."""

    STANDARD = "standard"
    """A 400 m lap."""
    SHORT = "short"
    """A 200 m lap, under a roof or not."""
    OVERSIZED = "oversized"
    """A lap longer than 200 m under a roof; its marks count on the 400 m list."""
    STRAIGHT = "straight"
    ROAD = "road"


class Level(StrEnum):
    """How far a record reaches, from the world to one athlete in one year."""

    WR = "WR"
    AR = "AR"
    NR = "NR"
    CR = "CR"
    MR = "MR"
    PB = "PB"
    SB = "SB"


class Recognition(StrEnum):
    """What the keepers of a list call its first mark."""

    RECORD = "record"
    BEST = "best"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Period:
    """What the first mark of a level's list is called from a day on.

    Attributes:
        level: the level that is spoken of.
        since: the first day; None for from the beginning.
        kind: record, best, or no list at all.
    """

    level: Level
    since: date | None
    kind: Recognition


@dataclass(frozen=True, slots=True)
class Event:
    """What is run, by the code of World Athletics.

    Attributes:
        code: ``MILEsh``.
        name: ``Mile short track``.
        distance: None where the time is given and the distance is measured (one hour).
        track: on what it is run.
        precision: decimals of an official automatic mark.
        barriers: the steeplechase.
        names: other common names.
        periods: recognition, in order of time within a level.
    """

    code: str
    name: str
    distance: Distance | None
    track: TrackKind
    precision: int = 2
    barriers: bool = False
    names: tuple[str, ...] = field(default=(), compare=False, repr=False)
    periods: tuple[Period, ...] = field(default=(), compare=False, repr=False)

    def recognition(self, level: Level, day: date) -> Recognition:
        """What the first mark of this level's list is called on a day: record, best, or none.

        Areas and nations follow the world list where the table has no line of their own;
        championships, meetings and athletes always keep theirs.
        """
        told = [period for period in self.periods if period.level is level]
        if not told and level in {Level.AR, Level.NR}:
            told = [period for period in self.periods if period.level is Level.WR]
        valid = [period.kind for period in told if period.since is None or period.since <= day]
        return valid[-1] if valid else Recognition.RECORD

    def label(self, level: Level, day: date) -> str:
        """How the first mark of the list is announced: ``WR``, or ``WB`` where only a best is recognised.

        >>> event("two miles").label(Level.WR, date(2023, 6, 9))
        'WB'
        """
        match self.recognition(level, day):
            case Recognition.RECORD:
                return level.value
            case Recognition.BEST:
                return level.value[0] + "B"
            case Recognition.NONE:
                return ""

    def called(self, day: date) -> str:
        """Its name as people said it on that day: before November 2023 short track was "indoors".

        >>> event("MILEsh").called(date(2023, 2, 11))
        'Mile indoors'
        """
        if self.track is TrackKind.SHORT and day < SHORT_TRACK_SINCE:
            return self.name.replace("short track", "indoors")
        return self.name

    def en_route(self) -> tuple["Event", ...]:
        """The shorter events that may be run on the way, shortest first.

        Same kind of track and no barriers; a steeplechase has none.
        """
        if self.barriers:
            return ()
        shorter = [
            (other.distance, other)
            for other in EVENTS.values()
            if other.track is self.track
            and not other.barriers
            and other.distance
            and (self.distance is None or other.distance < self.distance)
        ]
        return tuple(other for _, other in sorted(shorter, key=lambda pair: pair[0]))

    def read(self, text: str, timing: Timing | None = None) -> Mark:
        """Read a mark for this event as people print it.

        Raises:
            MarkError: not a time, not a plausible one for the distance, or finer than official marks are;
                with what to write instead where that can be guessed.

        >>> event("MILEsh").read("3:45:14")
        Traceback (most recent call last):
        pacelight.errors.MarkError: not a time for Mile short track: '3:45:14' (write 3:45.14)
        """
        if self.distance is None:
            raise MarkError(f"{self.name} is measured in metres, not timed: '{text.strip()}'")
        try:
            mark = Mark.parse(text, timing)
        except MarkError as error:
            meant = _meant(self.distance, self.precision, text)
            if meant is None:
                raise
            raise MarkError(f"not a time for {self.name}: '{text.strip()}' (write {meant})") from error
        if not _runnable(self.distance, mark):
            meant = _meant(self.distance, self.precision, text)
            advice = f"write {meant}" if meant else "a runner covers 1 to 11 m in a second"
            raise MarkError(f"not a time for {self.name}: '{text.strip()}' ({advice})")
        official = Mark.from_elapsed(mark.elapsed, self.precision, mark.timing)
        if official != mark:
            raise MarkError(
                f"finer than {self.name} is timed: '{text.strip()}' (write {official}, rounded up)"
            )
        return mark if mark.precision <= self.precision else official


def _runnable(distance: Distance, mark: Mark) -> bool:
    """Whether the average speed is that of a runner; in whole millimetres and thousandths."""
    return _SLOWEST_MM_S * mark.thousandths <= distance.mm * 1000 <= _FASTEST_MM_S * mark.thousandths


def _meant(distance: Distance, precision: int, text: str) -> Mark | None:
    """The same figures as a time that a runner could run; None where there is none."""
    groups = re.findall(r"\d+", text)
    for pattern in ("{}:{}:{}", "{}:{}.{}", "{}:{}", "{}.{}"):
        if pattern.count("{}") != len(groups):
            continue
        try:
            mark = Mark.parse(pattern.format(*groups))
        except MarkError:
            continue
        if mark.precision <= precision and _runnable(distance, mark):
            return mark
    return None


def _periods(rows: list[dict[str, Any]]) -> tuple[Period, ...]:
    return tuple(
        Period(Level(level), row.get("since"), Recognition(row["kind"]))
        for row in rows
        for level in row.get("levels", ["WR"])
    )


def _event(row: dict[str, Any]) -> Event:
    return Event(
        code=row["code"],
        name=row["name"],
        distance=Distance(row["distance_mm"]) if "distance_mm" in row else None,
        track=TrackKind(row["track"]),
        precision=row.get("precision", 2),
        barriers=row.get("barriers", False),
        names=tuple(row.get("names", ())),
        periods=_periods(row.get("recognition", [])),
    )


def _load() -> Mapping[str, Event]:
    text = files("pacelight").joinpath("data/events.toml").read_text(encoding="utf-8")
    return MappingProxyType({row["code"]: _event(row) for row in tomllib.loads(text)["event"]})


EVENTS: Mapping[str, Event] = _load()
"""Every event by its code, in the order of the table."""


def _key(text: str) -> str:
    """A name without its accidents: order of words, case, hyphens, the words for short track."""
    words = text.casefold().replace(",", "").replace("-", " ")
    words = re.sub(r"(?<=\d)(sh|i)\b", r" \1", words)
    words = re.sub(r"\b(indoors?|short track|sh|i)\b", " short ", words)
    words = re.sub(r"(?<=\d)\s*(metres|meters|metre|meter|m)\b", "", words)
    words = re.sub(r"\b(outdoors?|run|the)\b", " ", words)
    return " ".join(sorted(words.split()))


def _spellings(one: Event) -> tuple[str, ...]:
    """Every way an event is commonly written; short track also as it was said before 2023."""
    names = (one.code, one.name, *one.names)
    if one.track is TrackKind.SHORT:
        plain = one.name.removesuffix(" short track")
        return (*names, f"{plain} indoors", f"indoor {plain}", f"short-track {plain}")
    return names


def _index() -> Mapping[str, Event]:
    index: dict[str, Event] = {}
    for one in EVENTS.values():
        for name in _spellings(one):
            other = index.setdefault(_key(name), one)
            if other is not one:
                raise EventError(f"'{name}' names both {other.code} and {one.code} in data/events.toml")
    return index


_BY_NAME = _index()
_SPELT = {name.casefold(): one for one in EVENTS.values() for name in _spellings(one)}


def event(text: str) -> Event:
    """The event of a code or a common name: ``MILEsh``, ``indoor mile``, ``1500 m indoor``, ``two miles``.

    Raises:
        EventError: there is no such event; the nearest names are given.

    >>> event("mile indoors").code
    'MILEsh'
    """
    shown = text.strip()
    found = EVENTS.get(shown) or _BY_NAME.get(_key(shown))
    if found is None:
        raise EventError(f"no event '{shown}' ({_nearest(shown)})")
    return found


def _nearest(shown: str) -> str:
    near = get_close_matches(shown.casefold(), _SPELT, n=8, cutoff=0.5)
    events = list(dict.fromkeys(_SPELT[name] for name in near))
    if not events:
        return "write a code of World Athletics, as 1500, MILEsh or 10K"
    return "nearest: " + ", ".join(f"{one.code} {one.name}" for one in events[:3])
