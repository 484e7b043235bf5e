"""What is run: events, by their World Athletics codes and by the names people use.

The table is `data/events.toml`, with its sources; recognition is a matter of dates.
"""

import difflib
import re
import tomllib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Self

from pacelight.distance import Distance
from pacelight.errors import EventError, MarkError
from pacelight.mark import Mark, Timing

__all__ = ["EVENTS", "Event", "Level", "Recognition", "Sex", "TrackKind", "event"]

FASTEST, SLOWEST = 11.0, 2.0
"""Metres a second; a time outside is a slip of the pen, not a run."""


class Sex(StrEnum):
    """Whose race it is."""

    MEN = "men"
    WOMEN = "women"
    MIXED = "mixed"


class TrackKind(StrEnum):
    """What it is run on. Roof and track are two facts: a short track may be outdoors."""

    STANDARD = "standard"
    SHORT = "short"
    OVERSIZED = "oversized"
    STRAIGHT = "straight"
    ROAD = "road"


class Level(StrEnum):
    """Whose record: the world's, an area's, a nation's, a championship's, a meeting's, one's own."""

    WR = "WR"
    AR = "AR"
    NR = "NR"
    CR = "CR"
    MR = "MR"
    PB = "PB"
    SB = "SB"


class Recognition(StrEnum):
    """What the best mark of an event is at a level."""

    RECORD = "record"
    BEST = "best"
    NONE = "none"


_BEST_LABELS = {Level.WR: "WB", Level.AR: "AB", Level.NR: "NB"}


@dataclass(frozen=True, slots=True)
class Recognised:
    """From when until when (both included) the best mark was a record, or a best."""

    kind: Recognition
    since: date = date.min
    until: date = date.max


@dataclass(frozen=True, slots=True)
class Event:
    """Something that is run, and for which lists are kept.

    Attributes:
        code: of World Athletics: ``MILEsh``.
        name: ``Mile short track``.
        distance: None where time is fixed and distance counts (the hour).
        track: what it is run on.
        kind: ``flat``, ``steeple`` or ``hour``.
        precision: decimals of an official automatic time.
        names: what else people call it.

    >>> Event.named("indoor mile").code
    'MILEsh'
    """

    code: str
    name: str
    distance: Distance | None
    track: TrackKind
    kind: str = "flat"
    precision: int = 2
    names: tuple[str, ...] = ()
    recognised: tuple[Recognised, ...] = ()

    @classmethod
    def named(cls, text: str) -> "Event":
        """The event of this code or common name.

        Raises:
            EventError: no such event; the nearest names are given.
        """
        return event(text)

    def recognition(self, level: Level, day: date) -> Recognition:
        """Whether the best mark of this level is a record, a best, or neither, on a day."""
        if level not in _BEST_LABELS or not self.recognised:
            return Recognition.RECORD
        for entry in self.recognised:
            if entry.since <= day <= entry.until:
                return entry.kind
        return Recognition.NONE

    def label(self, level: Level, day: date) -> str:
        """How a mark of this level is called: ``WR``, or ``WB`` where only a best is recognised."""
        if self.recognition(level, day) is Recognition.BEST:
            return _BEST_LABELS[level]
        return level.value

    def en_route(self) -> tuple["Event", ...]:
        """The shorter events that may be run on the way in this one."""
        if self.kind != "flat" or self.distance is None:
            return ()
        return tuple(
            other
            for other in EVENTS.values()
            if other.kind == "flat"
            and other.track is self.track
            and other.distance is not None
            and other.distance < self.distance
        )

    def read(self, text: str, timing: Timing | None = None) -> Mark:
        """Read a time for this event, refusing what nobody can have run.

        Raises:
            MarkError: not a time, or not one for this event; says what to write instead.
        """
        mark = Mark.parse(text, timing)
        if self.distance is None:
            raise MarkError(f"{self.name} is won by distance, not by a time: '{text}'")
        speed = self.distance.mm / mark.thousandths
        if SLOWEST <= speed <= FASTEST:
            return mark
        advice = ""
        parts = re.fullmatch(r"(\d{1,2}):(\d{2}):(\d{2})", text.strip())
        if parts:
            advice = f" (write {parts[1]}:{parts[2]}.{parts[3]})"
        raise MarkError(f"not a time for {self.name}: '{text}' would be {speed:.2f} m/s{advice}")

    @classmethod
    def from_table(cls, row: dict[str, Any]) -> Self:
        """One entry of ``data/events.toml``."""
        recognised = tuple(
            Recognised(**(entry | {"kind": Recognition(entry["kind"])}))
            for entry in row.get("recognised", ())
        )
        return cls(
            code=row["code"],
            name=row["name"],
            distance=Distance.parse(row["distance"]) if "distance" in row else None,
            track=TrackKind(row["track"]),
            kind=row.get("kind", "flat"),
            precision=row.get("precision", 2),
            names=tuple(row.get("names", ())),
            recognised=recognised,
        )


def _load() -> MappingProxyType[str, Event]:
    text = files("pacelight").joinpath("data/events.toml").read_text(encoding="utf-8")
    rows = (Event.from_table(row) for row in tomllib.loads(text)["event"])
    return MappingProxyType({row.code: row for row in rows})


EVENTS = _load()
"""Every event by its code."""


def event(text: str) -> Event:
    """The event of this code or common name, however it is spelled.

    Raises:
        EventError: no such event; the nearest names are given.

    >>> event("1500 m indoors").code
    '1500sh'
    """
    if text in EVENTS:
        return EVENTS[text]
    found = _BY_NAME.get(_plain(text))
    if found is not None:
        return found
    near = difflib.get_close_matches(_plain(text), _BY_NAME, n=6, cutoff=0.5)
    codes = list(dict.fromkeys(_BY_NAME[name].code for name in near))[:3]
    hint = f"nearest: {', '.join(codes)}" if codes else "see the table of events in the documentation"
    raise EventError(f"no such event: '{text}' ({hint})")


def _plain(text: str) -> str:
    """A name without case, blanks and signs, in which every word for short track is ``sh`` at the end."""
    plain = re.sub(r"(?<=\d)[.,](?=\d{3})", "", text.lower())
    plain = re.sub(r"\bmet(er|re)s?\b", "m", plain)
    plain, short = re.subn(r"short[\s-]*track|\bindoors?\b|\bsh\b|(?<=[\dems])sh$|\(i\)", " ", plain)
    plain = re.sub(r"[^a-z0-9]", "", plain)
    plain = re.sub(r"(?<=\d)m$", "", plain)
    return plain + ("sh" if short else "")


_BY_NAME = {
    _plain(name): entry for entry in EVENTS.values() for name in (entry.code, entry.name, *entry.names)
}
