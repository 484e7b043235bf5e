"""Results in the JSON of World Athletics (``POST /send-results``): written for it, and read.

The proposal has no field for what a record needs beside the mark: no record, no pending, no rule of a
disqualification, no lane, no short track. So a result that is not official yet says so in the title.
It asks for a ``waEventId`` and for birth dates: the numbers are not published, and a race knows no births.
Times have hundredths, by hand tenths and an ``h``; thousandths are rounded up.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import msgspec

from pacelight.book.formats.send_results import recognise
from pacelight.book.formats.words import point
from pacelight.distance import Distance
from pacelight.errors import EventError, FormatError, Refused
from pacelight.event import EVENTS, Event, Sex, TrackKind, event
from pacelight.mark import Mark, Timing
from pacelight.measure import AnyMark, Unit
from pacelight.timing.formats.lists import wa
from pacelight.timing.formats.lists.entrant import Entrant, StartList, clean
from pacelight.timing.formats.lists.race_result import UNOFFICIAL, RaceResult, ResultRow, RowSplit
from pacelight.timing.formats.lists.startlist_wa import Numbers, numbered, races_of, whole_or_none
from pacelight.timing.formats.lists.words import day_of
from pacelight.timing.results import Status, status_of

__all__ = ["read", "recognise", "write"]

_SEX = re.compile(r"\b(women|men|mixed|girls|boys|female|male)(?:['\u2019]s)?\b", re.IGNORECASE)
_ROUNDS = frozenset(
    {
        "Final",
        "Final A-B",
        "Semifinal",
        "Quarterfinal",
        "Round 1",
        "Qualification",
        "Group",
        "Preliminary Round",
        "Extra Race",
    }
)
_WIND = re.compile(r"[+-]?[1-9]?[0-9]\.[0-9]", re.ASCII)
_TIME_OF_DAY = re.compile(r"(\d{1,2}):(\d{2}):(\d{2})(?:\.(\d{1,3})\d*)?", re.ASCII)
_FAULTS = {Status.DNS: "DNS", Status.DNF: "DNF", Status.DQ: "DQ", Status.NM: "NM", Status.QR: ""}
_HUNDREDTHS = 2
_NO_READING = frozenset({"NWI", "NW", "W"})


@dataclass(frozen=True, slots=True)
class _Known:
    """What stands round the races of a file."""

    athletes: Mapping[wa.Id, wa.Athlete]
    teams: Mapping[wa.Id, wa.RelayTeam]
    venue: str

    def who(self, result: wa.Result) -> tuple[str, str, str, wa.Id]:
        """Name, family name, country and number of whoever has a result.

        Raises:
            FormatError: nobody in the file's lists has that number.
        """
        team = self.teams.get(result.relay_team_id) if result.relay_team_id is not None else None
        if team is not None:
            return clean(team.name), "", team.country, team.id
        return self.athlete(result.athlete_id)

    def athlete(self, number: wa.Id | None) -> tuple[str, str, str, wa.Id]:
        """The same of an athlete."""
        found = self.athletes.get(number) if number is not None else None
        if found is None:
            raise FormatError(f"nobody in the file's lists has number {number}")
        name = clean(f"{found.first_name} {found.last_name}")
        return name, clean(found.last_name), found.country, found.id


def read(data: bytes, name: str = "the file") -> tuple[RaceResult, ...]:
    """The results of a file, race by race.

    Args:
        data: all bytes of the file.
        name: of the file, for refusals.

    Raises:
        FormatError: no such JSON, or a result that cannot be read; the race is named.
    """
    found = wa.decoded(data, name)
    known = _Known(
        {one.id: one for one in found.athletes},
        {one.id: one for one in found.relay_teams},
        clean(found.venues[0].name) if len(found.venues) == 1 else "",
    )
    results = []
    for where, unit, stage, race in races_of(found):
        try:
            results.append(_race(unit, stage, race, known))
        except Refused as error:
            raise FormatError(f"{name}, {where}: {error}") from error
    return tuple(results)


def write(results: Iterable[RaceResult]) -> bytes:
    """The results as one competition, as the proposal has it.

    Raises:
        FormatError: a mark that is no time.
    """
    races = list(results)
    numbers = numbered(_entrants(races))
    venues = sorted({one.venue for one in races if one.venue})
    made = wa.Competition(
        athletes=numbers.athletes,
        relay_teams=numbers.teams,
        venues=[wa.Venue(id=number, name=venue) for number, venue in enumerate(venues, start=1)],
        units=[_unit(race, nth, numbers) for nth, race in enumerate(races)],
    )
    return msgspec.json.format(msgspec.json.encode(made), indent=2) + b"\n"


def _race(unit: wa.Unit, stage: wa.Round, race: wa.Race, known: _Known) -> RaceResult:
    title = clean(unit.title)
    contested, sex = _contested(title.removesuffix(UNOFFICIAL))
    return RaceResult(
        rows=tuple(_row(one, known, contested) for one in race.results),
        event="" if unit.wa_event_id is None else str(unit.wa_event_id),
        round=clean(stage.type),
        heat="" if race.number is None else str(race.number),
        title=title.removesuffix(UNOFFICIAL).strip(),
        code=contested.code if contested else "",
        sex=sex,
        day=day_of(race.date),
        venue=known.venue,
        distance=contested.distance if contested else None,
        start=clean(race.start_time),
        wind="" if race.wind in _NO_READING else clean(race.wind),
        official=not title.endswith(UNOFFICIAL),
    )


def _contested(title: str) -> tuple[Event | None, Sex | None]:
    words = [match[1].casefold() for match in _SEX.finditer(title)]
    sexes = {"women": Sex.WOMEN, "girls": Sex.WOMEN, "female": Sex.WOMEN, "mixed": Sex.MIXED}
    sex = sexes.get(words[0], Sex.MEN) if words else None
    try:
        return event(" ".join(_SEX.sub(" ", title).split())), sex
    except EventError:
        return None, sex


def _row(result: wa.Result, known: _Known, contested: Event | None) -> ResultRow:
    status = status_of(result.result)
    name, family, country, number = known.who(result)
    return ResultRow(
        name=name,
        family=family,
        bib=clean(str(number)),
        nation="" if country == "INT" else clean(country),
        place=None if status else result.place_in_race,
        mark=None if status or not result.result else _mark(result.result, contested),
        status=status,
        splits=tuple(_split(one) for one in result.detail if one.distance and one.result),
        legs=tuple(known.athlete(leg)[0] for leg in result.legs),
        team=result.relay_team_id is not None,
    )


def _mark(text: str, contested: Event | None) -> AnyMark:
    """A mark as sent; whether it is plausible for the event is not asked here."""
    if contested is None or contested.unit is Unit.TIME:
        return Mark.parse(point(text))
    return contested.read(point(text))


def _split(one: wa.Detail) -> RowSplit:
    return RowSplit(mark=Mark.parse(one.result), distance=Distance.parse(one.distance))


def _entrants(races: list[RaceResult]) -> list[StartList]:
    return [
        StartList(entrants=tuple(_entrant(row, race.sex) for row in race.rows), sex=race.sex)
        for race in races
    ]


def _entrant(row: ResultRow, sex: Sex | None) -> Entrant:
    return Entrant(
        name=row.name or row.bib or row.lane or "?",
        family=row.family,
        bib=row.bib,
        nation=row.nation,
        legs=row.legs,
        team=row.team,
        sex=sex,
    )


def _unit(race: RaceResult, nth: int, numbers: Numbers) -> wa.Unit:
    found = EVENTS.get(race.code)
    called = f"{found.name} {race.sex}" if found and race.sex else race.title
    stage = race.round if race.round in _ROUNDS else ""
    made = wa.Race(
        number=whole_or_none(race.heat) or 1,
        wind=race.wind if _WIND.fullmatch(race.wind) else "",
        oversized_track=found is not None and found.track is TrackKind.OVERSIZED,
        date=str(race.day or ""),
        start_time=_start(race.start),
        results=[
            _result(row, number, legs) for row, (number, legs) in zip(race.rows, numbers.of[nth], strict=True)
        ],
    )
    return wa.Unit(
        title=called if race.official else f"{called} {UNOFFICIAL}".strip(),
        rounds=[wa.Round(type=stage, races=[made])],
    )


def _result(row: ResultRow, number: int, legs: list[int]) -> wa.Result:
    return wa.Result(
        athlete_id=None if row.team else number,
        relay_team_id=number if row.team else None,
        legs=list(legs),
        result=_FAULTS[row.status] if row.status else _said(row.mark) if row.mark else "",
        place_in_race=row.place,
        qualified="q" if row.status is Status.QR else "",
        detail=[
            wa.Detail(distance=_metres(one.distance), result=_said(one.mark))
            for one in row.splits
            if one.distance
        ],
    )


def _metres(distance: Distance) -> str:
    """Metres with two decimals: the proposal knows no millimetres. 1609.344 m is 1609.34."""
    metres, mm = divmod(distance.mm, 1000)
    return f"{metres}.{mm // 10:02d}"


def _said(mark: AnyMark) -> str:
    """A time with hundredths, or whole seconds; one of tenths with an ``h``, for which it has no other form.

    Raises:
        FormatError: no time.
    """
    if not isinstance(mark, Mark):
        raise FormatError(f"{mark} is no time: only races on the track are written")
    if mark.timing is Timing.HAND or mark.precision == 1:
        return f"{Mark.from_elapsed(mark.elapsed, 1)}h"
    return str(Mark.from_elapsed(mark.elapsed, min(mark.precision, _HUNDREDTHS)))


def _start(text: str) -> str:
    match = _TIME_OF_DAY.fullmatch(text)
    if match is None:
        return ""
    return f"{int(match[1]):02d}:{match[2]}:{match[3]}.{(match[4] or '').ljust(3, '0')}"
