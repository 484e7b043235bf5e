"""One event and the table of all: ``data/events.toml``, with sources and validity dates."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from pacelight.distance import Distance
from pacelight.errors import EventError, MarkError
from pacelight.event.kinds import Discipline, Level, Period, PerSex, Recognition, Sex, TrackKind, Wind
from pacelight.event.reading import Range, TimeReader, read_length, read_points
from pacelight.mark import Mark, Timing
from pacelight.measure import AnyMark, Unit

__all__ = ["EVENTS", "SHORT_TRACK_SINCE", "Event"]

SHORT_TRACK_SINCE = date(2023, 11, 1)
"""From this day World Athletics says "short track" where it said "indoor" before."""

_ON_THE_WAY = frozenset({Discipline.RUN, Discipline.WALK})
"""In these a shorter event may be won on the way to a longer one."""

_ANY_LENGTH = Range(10, 10**9)
_OTHER_BY_AGE = frozenset(
    {Discipline.HURDLES, Discipline.STEEPLECHASE, Discipline.THROW, Discipline.COMBINED}
)
"""In these masters clear lower barriers or throw lighter implements."""

_SAME_FOR_ALL_AGES = frozenset({"all", "U23"})


@dataclass(frozen=True, slots=True)
class Event:
    """What is contested, by the code of World Athletics.

    Attributes:
        code: ``MILEsh``.
        name: ``Mile short track``.
        distance: the whole of a relay; None in the field, where the time is given (one hour),
            and where men and women run different ones (shuttle hurdles).
        track: on what it is contested.
        precision: decimals of an official automatic mark: of seconds, or of metres.
        discipline: the kind of contest.
        unit: what its marks are counted in.
        finest: decimals that lists print none the less; None for no finer than official.
        wind: whether a mark needs a reading to be a record.
        sexes: the classes that contest it.
        legs: of a relay, in order.
        height_mm: of a barrier.
        weight_g: of an implement.
        senior: code of the event under whose name age groups contest this one.
        ages: those age groups.
        within: what a mark can be that is no time: whole millimetres, or points.
        names: other common names.
        periods: recognition, in order of time within a level.
    """

    code: str
    name: str
    distance: Distance | None
    track: TrackKind
    precision: int = 2
    discipline: Discipline = Discipline.RUN
    unit: Unit = Unit.TIME
    finest: int | None = field(default=None, compare=False, repr=False)
    wind: Wind = field(default=Wind.NONE, compare=False, repr=False)
    sexes: tuple[Sex, ...] = field(default=(Sex.MEN, Sex.WOMEN), compare=False, repr=False)
    legs: tuple[Distance, ...] = field(default=(), compare=False, repr=False)
    height_mm: PerSex = field(default=PerSex(), compare=False, repr=False)
    weight_g: PerSex = field(default=PerSex(), compare=False, repr=False)
    senior: str | None = field(default=None, compare=False, repr=False)
    ages: tuple[str, ...] = field(default=(), compare=False, repr=False)
    within: Range = field(default=_ANY_LENGTH, compare=False, repr=False)
    names: tuple[str, ...] = field(default=(), compare=False, repr=False)
    periods: tuple[Period, ...] = field(default=(), compare=False, repr=False)

    @property
    def barriers(self) -> bool:
        """Whether there is anything to run over."""
        return self.discipline in {Discipline.HURDLES, Discipline.STEEPLECHASE}

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

        >>> EVENTS["2MLS"].label(Level.WR, date(2023, 6, 9))
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

        >>> EVENTS["MILEsh"].called(date(2023, 2, 11))
        'Mile indoors'
        """
        if self.track is TrackKind.SHORT and day < SHORT_TRACK_SINCE:
            return self.name.replace("short track", "indoors")
        return self.name

    def en_route(self) -> tuple["Event", ...]:
        """The shorter events that may be won on the way, shortest first.

        Running within running, walking within walking, on the same kind of track:
        over barriers, in relays and in the field there are none.
        """
        whole = self.within.most if self.distance is None else self.distance.mm
        if self.discipline not in _ON_THE_WAY:
            return ()
        shorter = [
            (other.distance, other)
            for other in EVENTS.values()
            if other.discipline is self.discipline
            and other.track is self.track
            and other.distance
            and other.distance.mm < whole
        ]
        return tuple(other for _, other in sorted(shorter, key=lambda pair: pair[0]))

    def of_age(self, group: str, sex: Sex) -> "Event":
        """What an age group contests under this name: lower hurdles, lighter implements.

        Args:
            group: ``U18``, ``U20``, ``U23`` or ``all``.
            sex: the class.

        Raises:
            EventError: a group for which World Athletics has no codes, such as the masters.

        >>> EVENTS["110H"].of_age("U20", Sex.MEN).name
        '110 m hurdles 99.0 cm'
        """
        if group not in _AGES:
            if self.discipline in _OTHER_BY_AGE:
                raise EventError(f"World Athletics has no code for {self.name} of {group} (write the event)")
            return self
        own = (one for one in EVENTS.values() if one.senior == self.code)
        return next((one for one in own if group in one.ages and sex in one.sexes), self)

    def read(self, text: str, timing: Timing | None = None) -> AnyMark:
        """Read a mark of this event as people print it: a time, a length or points.

        Args:
            text: the printed mark.
            timing: how a time was timed, where the text does not say; automatic if not given.

        Raises:
            MarkError: not a mark, not a plausible one for the event, or finer than official marks are;
                with what to write instead where that can be guessed.

        >>> EVENTS["MILEsh"].read("3:45:14")
        Traceback (most recent call last):
        pacelight.errors.MarkError: not a time for Mile short track: '3:45:14' (write 3:45.14)
        >>> EVENTS["LJ"].read("8.95")
        Length('8.95')
        """
        match self.unit:
            case Unit.TIME:
                return self.read_time(text, timing)
            case Unit.LENGTH:
                return read_length(text, self.name, self.within, self.precision)
            case Unit.POINTS:
                return read_points(text, self.name, self.within)

    def read_time(self, text: str, timing: Timing | None = None) -> Mark:
        """The same for who needs a time: a plan, a race.

        Raises:
            MarkError: as `read`, and where the event is not timed.
        """
        if self.unit is not Unit.TIME:
            counted = "measured in metres" if self.unit is Unit.LENGTH else "counted in points"
            raise MarkError(f"{self.name} is {counted}, not timed: '{text.strip()}'")
        finest = self.precision if self.finest is None else self.finest
        reader = TimeReader(self.name, self.distance, self.discipline, self.precision, finest)
        return reader.read(text, timing)


def _periods(rows: list[dict[str, Any]]) -> tuple[Period, ...]:
    return tuple(
        Period(Level(level), row.get("since"), Recognition(row["kind"]))
        for row in rows
        for level in row.get("levels", ["WR"])
    )


def _event(row: Mapping[str, Any], recognition: Mapping[str, tuple[Period, ...]]) -> Event:
    return Event(
        code=row["code"],
        name=row["name"],
        distance=Distance(row["distance_mm"]) if "distance_mm" in row else None,
        track=TrackKind(row["track"]),
        precision=row.get("precision", 2),
        discipline=Discipline(row["discipline"]),
        unit=Unit(row.get("unit", "ms")),
        finest=row.get("finest"),
        wind=Wind(row.get("wind", "none")),
        sexes=tuple(Sex(sex) for sex in row.get("sexes", ("men", "women"))),
        legs=tuple(Distance(mm) for mm in row.get("legs_mm", ())),
        height_mm=PerSex(**row.get("height_mm", {})),
        weight_g=PerSex(**row.get("weight_g", {})),
        senior=row.get("senior"),
        ages=tuple(row.get("ages", ())),
        within=Range(row["least"], row["most"]) if "most" in row else _ANY_LENGTH,
        names=tuple(row.get("names", ())),
        periods=recognition[row.get("recognition", "record")],
    )


def _load() -> Mapping[str, Event]:
    table = tomllib.loads(files("pacelight").joinpath("data/events.toml").read_text(encoding="utf-8"))
    recognition = {name: _periods(rows) for name, rows in table["recognition"].items()}
    events: dict[str, Event] = {}
    for group in table["group"]:
        for row in group["events"]:
            one = _event(group | row, recognition)
            if events.setdefault(one.code, one) is not one:
                raise EventError(f"the code {one.code} stands twice in data/events.toml")
    return MappingProxyType(events)


EVENTS: Mapping[str, Event] = _load()
"""Every event by its code, in the order of the table."""

_AGES = _SAME_FOR_ALL_AGES | {age for one in EVENTS.values() for age in one.ages}
