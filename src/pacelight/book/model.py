"""The values of the book: facts that are appended, answers that are asked for."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Literal, Self

from pacelight.book.birth import Birth
from pacelight.book.decision import Decision, DecisionKind, Status
from pacelight.errors import BookError
from pacelight.event import Event, Level, RaceKind, Recognition, Sex, TrackKind
from pacelight.measure import AnyMark

__all__ = [
    "ALL",
    "WORLD",
    "AllTime",
    "Athlete",
    "Break",
    "Competition",
    "CompetitionKind",
    "Coverage",
    "Decision",
    "DecisionKind",
    "Entry",
    "Facts",
    "ListLevel",
    "NotKnown",
    "Performance",
    "Source",
    "Standing",
    "Status",
    "Step",
    "Venue",
]

ALL = "all"
"""The age group of everybody."""

WORLD = "WORLD"
"""The scope of a world record."""

ListLevel = Literal["LIST", "PERFORMANCES"]
"""The level of a coverage that speaks of an all-time list: the best of each athlete, or every performance."""


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so.

    Attributes:
        key: short name by which facts refer to it.
        who: publisher and title, as one would cite them.
        url: where it was read; empty where it is not on the web.
        as_of: the day it was read or printed.
    """

    key: str
    who: str
    url: str
    as_of: date


@dataclass(frozen=True, slots=True)
class Athlete:
    """A person as the lists name them.

    Attributes:
        key: slug, family name first: ``ingebrigtsen-jakob``.
        nation: code of the nation they last competed for.
        aliases: other names under which results know them.
        born: as far as it is known, and of use.
    """

    key: str
    name: str
    nation: str
    aliases: tuple[str, ...] = ()
    born: Birth | None = None


@dataclass(frozen=True, slots=True)
class Venue:
    """A place where marks are made, as results name it.

    Attributes:
        nation: in which it lies.
        altitude_m: above the sea; above 1000 m lists mark sprints and jumps with an A.
        track: on what is run there.
        lap_mm: length of its lap, whole millimetres.
        roof: whether it is indoors.
    """

    name: str
    nation: str = ""
    altitude_m: int | None = None
    track: TrackKind | None = None
    lap_mm: int | None = None
    roof: bool | None = None


class CompetitionKind(StrEnum):
    """What a competition keeps records as."""

    CHAMPIONSHIP = "championship"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class Competition:
    """A meeting or a championship, as results name it: of all years together.

    Attributes:
        kind: whose records it keeps; None where nobody said.
        series: to which it belongs, as the Diamond League; empty where to none.
        honours: places count for medals and titles.
    """

    name: str
    kind: CompetitionKind | None = None
    series: str = ""
    honours: bool = False


@dataclass(frozen=True, slots=True)
class Performance:
    """One mark by one athlete on one day: a fact, never changed.

    Attributes:
        key: identity; the same key twice is the same performance.
        event: World Athletics code, ``MILEsh``.
        athlete: the name under which the book knows them.
        nation: the one competed for on that day, never looked up through the athlete.
        day: local date at the venue.
        place: place in the race, where known.
        en_route_of: code of the longer race inside which it was made.
        official: measured and judged as a finish is; others are shown and make no record.
        source_key: who says so.
        seq: order within the day, from 1; zero stands after all that the book holds of that day.
        flags: letters as printed on lists, ``h A i OT Mx NWI``, separated by blanks.
        wind: from behind, in tenths of a metre a second; None where no reading is told.
        round: of the competition, as results write it: ``final``, ``heat 2``.
        conditions: circumstances, one short sentence each: ``pacing lights used``, ``mixed race``,
            ``women-only race``.

    Raises:
        BookError: without key, or a sequence below zero.
    """

    key: str
    event: str
    sex: Sex
    mark: AnyMark
    athlete_key: str
    athlete: str
    nation: str
    day: date
    venue: str
    competition: str
    place: int | None = None
    en_route_of: str | None = None
    official: bool = True
    source_key: str = ""
    seq: int = 0
    flags: str = ""
    note: str = ""
    wind: int | None = None
    round: str = ""
    conditions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.key or not self.athlete_key:
            raise BookError(f"a performance needs a key and an athlete: {self.key!r}, {self.athlete_key!r}")
        if self.seq < 0:
            raise BookError(f"{self.key}: the order within a day starts at 1, not {self.seq}")


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the book knows of one list; beyond it the answer is *not known*.

    Attributes:
        level: a record level; ``LIST`` for an all-time list of the best of each athlete,
            ``PERFORMANCES`` for one that leaves no performance out.
        scope: ``WORLD``, an area, a nation, a competition, an athlete's key.
        since: the first day of which the list can be asked.
        down_to: the last mark to which the list is complete; None where it has no such end.
        source: key of the source that vouches for it.
        age: the age group, ``all`` or as ``rules.AGE_GROUPS`` names it: ``U20``.
        race: only of races of this kind; None of a list that asks for no kind.
    """

    level: Level | ListLevel
    scope: str
    event: str
    sex: Sex
    since: date
    down_to: AnyMark | None = None
    source: str = ""
    age: str = ALL
    race: RaceKind | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What a book is made of."""

    sources: tuple[Source, ...]
    athletes: tuple[Athlete, ...]
    performances: tuple[Performance, ...]
    decisions: tuple[Decision, ...]
    coverage: tuple[Coverage, ...]
    venues: tuple[Venue, ...] = ()
    competitions: tuple[Competition, ...] = ()

    def until(self, day: date) -> Self:
        """As the world knew them on the evening of that day: no later performance or decision."""
        performances = tuple(p for p in self.performances if p.day <= day)
        keys = {performance.key for performance in performances}
        decisions = tuple(
            d for d in self.decisions if d.learned <= day and (d.athlete_key or d.performance_key in keys)
        )
        return replace(self, performances=performances, decisions=decisions)


@dataclass(frozen=True, slots=True)
class Standing:
    """The record of a list on a day.

    Attributes:
        label: what it is called: ``WR``, or ``WB`` where only a best is recognised.
        scope: whose record.
        holders: all who share it, in order of time.
        since: the day on which the mark was first reached.
        statuses: of each holder's mark, as it was known.
        coverage: what the book covers of this list.
    """

    event: Event
    sex: Sex
    level: Level
    label: str
    scope: str
    mark: AnyMark
    holders: tuple[Performance, ...]
    since: date
    statuses: tuple[Status, ...]
    recognition: Recognition
    coverage: Coverage

    @property
    def status(self) -> Status:
        """Of the first holder's mark: who equalled it later may still be waiting."""
        return self.statuses[0]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a progression.

    Attributes:
        standing: the record as it stood after this performance.
        performance: who set or equalled it.
        equalled: the mark stood already.
        until: the day it was beaten; None while it stands.
        days_stood: from its day to `until`, or to the day asked for, by local dates.
    """

    standing: Standing
    performance: Performance
    equalled: bool
    until: date | None
    days_stood: int

    @property
    def status(self) -> Status:
        """Of this performance, as it was known."""
        return self.standing.statuses[-1]


@dataclass(frozen=True, slots=True)
class Break:
    """A record that a performance breaks or equals.

    Attributes:
        label: what the record is called: ``WR``, or ``WB`` where only a best is recognised.
        stood: the record before.
        by: how much better, in thousandths of a second, millimetres or points; zero if equalled.
    """

    level: Level
    scope: str
    label: str
    stood: Standing
    by: int
    equalled: bool


@dataclass(frozen=True, slots=True)
class NotKnown:
    """The book's answer beyond what it covers; never a guess.

    Attributes:
        why: one sentence for a person.
    """

    why: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of an all-time list.

    Attributes:
        rank: shared by equal marks (1, 1, 3); None beyond the mark to which the list is complete.
        status: None where no decision speaks of the performance.
    """

    rank: int | None
    performance: Performance
    status: Status | None


@dataclass(frozen=True, slots=True)
class AllTime:
    """An all-time list and what it covers.

    Attributes:
        scope: ``WORLD`` or a nation.
        all_performances: every mark, not the best of each athlete.
        coverage: what the book covers of this list, or of the one nearest to it.
    """

    event: Event
    sex: Sex
    scope: str
    all_performances: bool
    entries: tuple[Entry, ...]
    coverage: Coverage
