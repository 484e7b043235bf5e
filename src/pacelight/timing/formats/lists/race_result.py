"""A result as any file may have it: who came in where, with which mark, and what else was timed or broken.

What a file does not say stays empty. Places are those of the file: they are not counted here.
"""

import re
from dataclasses import dataclass
from datetime import date

from pacelight.distance import Distance
from pacelight.errors import FormatError
from pacelight.event import Sex
from pacelight.mark import Mark, Timing
from pacelight.measure import AnyMark
from pacelight.timing.formats.lists.entrant import refuse_unclean
from pacelight.timing.results import Status

__all__ = ["UNOFFICIAL", "Proof", "RaceResult", "RecordRow", "ResultRow", "RowSplit", "printed", "start_of"]

_ZONE = re.compile(r"(?<=\d)[+-]\d\d:\d\d$", re.ASCII)


UNOFFICIAL = "(unofficial)"
"""Ends the title of a result that is not official, in formats which have no field for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowSplit:
    """A time on the way.

    Attributes:
        distance: None where the file does not say at which point.
        mark: running time there.
        method: what saw it; empty where the file does not say.
        official: measured and judged as a finish is.
    """

    mark: Mark
    distance: Distance | None = None
    method: str = ""
    official: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultRow:
    """A line of a result.

    Attributes:
        name: given name first; of a relay the team.
        place: as the file has it; equal ones are shared.
        mark: as printed; who is disqualified may keep one.
        status: why there is no place.
        rule: of a disqualification, as the judges name it: ``TR17.3.1``.
        laps_behind: whole laps by which this runner was seen to be lapped.
        splits: in order.
        official: the mark was measured and judged as a finish is.

    Raises:
        FormatError: a place together with a status, a text not on one line, or nobody.
    """

    name: str = ""
    bib: str = ""
    lane: str = ""
    family: str = ""
    nation: str = ""
    club: str = ""
    place: int | None = None
    mark: AnyMark | None = None
    status: Status | None = None
    rule: str = ""
    reaction: str = ""
    laps_behind: int = 0
    splits: tuple[RowSplit, ...] = ()
    legs: tuple[str, ...] = ()
    team: bool = False
    official: bool = True

    def __post_init__(self) -> None:
        refuse_unclean(self)
        if not (self.name or self.bib or self.lane or self.place or self.mark):
            raise FormatError("a result of nobody: neither a name nor a number nor a lane, and no mark")
        if self.place is not None and self.status is not None:
            raise FormatError(
                f"{self.name or self.bib}: place {self.place} and {self.status} exclude each other"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRow:
    """A record that software found in the race: for people to decide on.

    Attributes:
        level: ``WR``, ``NR`` ...; what it is called here.
        scope: whose: ``WORLD``, an area, a nation.
        code: of the event in which it is one.
        mark, stood: as printed.
        stood_by, stood_since: who held what stood, and since when.
        status: candidate, pending ratification, ratified, rejected.
    """

    level: str
    scope: str
    code: str
    mark: str
    name: str
    bib: str = ""
    nation: str = ""
    stood: str = ""
    stood_by: tuple[str, ...] = ()
    stood_since: str = ""
    equalled: bool = False
    en_route: bool = False
    status: str = ""

    def __post_init__(self) -> None:
        refuse_unclean(self)


@dataclass(frozen=True, slots=True)
class Proof:
    """By what a result can be proved: the journal of the race.

    Attributes:
        journal: its file's name.
        lines: how many it had.
        link: what its next line would have carried: it follows from every line before.
    """

    journal: str
    lines: int
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RaceResult:
    """The result of one race.

    Attributes:
        rows: in the order of the file.
        race: short name by which the race is known here.
        event, round, heat: as the timing numbers them.
        title: what the race is called.
        code: of the event, as World Athletics has it; empty where the file does not say.
        start: time of day of the gun, as printed.
        zone: by how much that clock differs from UTC, ``+01:00``; empty where it is not known.
        wind: as printed, metres a second.
        official: the judges have confirmed it; None where the file does not say.
        state: of the race, in words; empty where the file does not say.
        lights: the pacing lights, as the legend has them.
        remarks: what a person should look at, one sentence each.
    """

    rows: tuple[ResultRow, ...]
    race: str = ""
    event: str = ""
    round: str = ""
    heat: str = ""
    title: str = ""
    code: str = ""
    sex: Sex | None = None
    day: date | None = None
    venue: str = ""
    competition: str = ""
    distance: Distance | None = None
    start: str = ""
    zone: str = ""
    wind: str = ""
    official: bool | None = None
    state: str = ""
    records: tuple[RecordRow, ...] = ()
    lights: tuple[str, ...] = ()
    proof: Proof | None = None
    remarks: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        refuse_unclean(self)

    @property
    def shared(self) -> frozenset[int]:
        """The places that more than one has."""
        places = [row.place for row in self.rows if row.place is not None]
        return frozenset(place for place in places if places.count(place) > 1)

    @property
    def started(self) -> str:
        """Time of day of the gun with its zone, where that is known: ``20:11:54.4049+01:00``."""
        return f"{self.start}{self.zone}" if self.start else ""

    @property
    def named(self) -> str:
        """The race in a few words, for people."""
        numbered = " ".join(filter(None, (self.event, self.round, self.heat)))
        return self.title or self.race or (f"race {numbered}" if numbered else "the race")


def start_of(text: str) -> tuple[str, str]:
    """A time of day and its zone, as `RaceResult.started` says them.

    >>> start_of("20:11:54.4049+01:00"), start_of("20:11")
    (('20:11:54.4049', '+01:00'), ('20:11', ''))
    """
    found = _ZONE.search(text)
    return (text[: found.start()], found[0]) if found else (text, "")


def printed(mark: AnyMark) -> str:
    """A mark as files exchange it: a time taken by hand has an ``h``.

    >>> printed(Mark.parse("3:54.5h")), printed(Mark.parse("3:45.14"))
    ('3:54.5h', '3:45.14')
    """
    return f"{mark}h" if isinstance(mark, Mark) and mark.timing is Timing.HAND else str(mark)
