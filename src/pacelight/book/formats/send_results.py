"""Results of a competition as World Athletics proposes to receive them: the JSON of ``POST /send-results``.

What is contested is told by the title of a unit, since the numbers in ``waEventId`` are not published;
of a unit whose title names no event each result is refused. The proposal knows no short track and no records,
and does not tie its venues to units: of several none is taken. Split times are kept as a note:
nothing says that they were timed and judged as a finish is.

Source: w3c/opentrack-cg, incubation/wa-competition-model.md.
Its examples have ``//`` comments, which are no JSON and are refused.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

import msgspec

from pacelight.book.formats.dates import DayLayout, age_doubts, none_after
from pacelight.book.formats.line import Birth, Line, Reading, Refusal
from pacelight.book.formats.marks import status_of, tenths, with_doubts
from pacelight.book.formats.text import decoded, plain, shown
from pacelight.book.formats.words import ROOF_OPEN, nation_of, point, sex_of, short_twin
from pacelight.errors import EventError, FormatError, Refused
from pacelight.event import Event, TrackKind, Wind, event

__all__ = ["read", "recognise"]

_KEYS = (b'"units"', b'"athletes"', b'"rounds"', b'"races"')
_LAYOUTS = (DayLayout("YYYY-MM-DD"), DayLayout("YYYYMMDD"))
_SEX = re.compile(r"\b(?P<word>women|men|mixed|girls|boys|female|male)(?:['\u2019]s)?\b", re.IGNORECASE)
_ROOF = re.compile(r"\b(?:short track|indoors?|outdoors?)\b", re.IGNORECASE)
_NO_READING = frozenset({"NWI", "NW"})
_WINDY = "W"
_NO_NATION = "INT"

Id = int | str
T = TypeVar("T")


class _Athlete(msgspec.Struct, rename="camel", frozen=True):
    id: Id
    first_name: str
    last_name: str
    country: str
    birthdate: str = ""
    sex: str = ""


class _Team(msgspec.Struct, rename="camel", frozen=True):
    id: Id
    name: str
    country: str


class _Venue(msgspec.Struct, rename="camel", frozen=True):
    name: str
    country: str = ""


class _Race(msgspec.Struct, rename="camel", frozen=True):
    date: str
    results: list[msgspec.Raw]
    number: int | None = None
    wind: str = ""
    oversized_track: bool = False


class _Round(msgspec.Struct, rename="camel", frozen=True):
    type: str = ""
    races: list[_Race] = []


class _Unit(msgspec.Struct, rename="camel", frozen=True):
    rounds: list[_Round]
    wa_event_id: int | None = None
    title: str = ""
    min_age: int | None = None
    max_age: int | None = None


class _Competition(msgspec.Struct, rename="camel", frozen=True):
    athletes: list[msgspec.Raw]
    units: list[_Unit]
    wa_id: int | None = None
    relay_teams: list[msgspec.Raw] = []
    venues: list[_Venue] = []


class _Detail(msgspec.Struct, rename="camel", frozen=True):
    distance: str = ""
    result: str = ""


class _Result(msgspec.Struct, rename="camel", frozen=True):
    result: str = ""
    athlete_id: Id | None = None
    relay_team_id: Id | None = None
    legs: list[Id] = []
    wind: str = ""
    place_in_race: int | None = None
    out_of_competition: bool = False
    detail: list[_Detail] = []


@dataclass(frozen=True, slots=True)
class _Context:
    """What stands round a result: who ran, where, in which race of which unit."""

    athletes: Mapping[Id, _Athlete]
    teams: Mapping[Id, _Team]
    venue: str
    venue_doubts: tuple[str, ...]
    competition: str
    unit: _Unit
    round: str
    race: _Race


def recognise(data: bytes, name: str) -> bool:
    """Whether it is JSON with the words of a competition: athletes, units, rounds, races."""
    del name
    bare = data.replace(b"\0", b"")
    begins = bare.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").lstrip()
    return begins.startswith(b"{") and all(key in bare for key in _KEYS)


def read(data: bytes, name: str, *, until: date | None = None) -> Iterator[Reading]:
    """What each result says.

    Args:
        data: all bytes of the file.
        name: of the file, for refusals.
        until: the day the file is from; a later performance is refused.

    Raises:
        FormatError: no JSON, torn, or without the structure of a competition.
    """
    competition = _decoded(decoded(data, name).removeprefix("\ufeff"), _Competition, name)
    return none_after(_readings(competition), until)


def _decoded(text: str | msgspec.Raw, kind: type[T], name: str) -> T:
    try:
        return msgspec.json.decode(text, type=kind)
    except (msgspec.MsgspecError, RecursionError, UnicodeEncodeError) as error:
        raise FormatError(
            f"{name} is torn or no competition of World Athletics: {plain(str(error))}"
        ) from error


def _readings(of: _Competition) -> Iterator[Reading]:
    athletes, refused_athletes = _by_id(of.athletes, _Athlete, "athlete")
    teams, refused_teams = _by_id(of.relay_teams, _Team, "relay team")
    yield from refused_athletes
    yield from refused_teams
    venue, doubts = _venue(of.venues)
    competition = f"World Athletics competition {of.wa_id}" if of.wa_id else ""
    for at, unit, stage, race in _races(of):
        context = _Context(athletes, teams, venue, doubts, competition, unit, stage, race)
        for number, raw in enumerate(race.results, start=1):
            where = f"{at}, result {number}"
            try:
                yield _line(where, _decoded(raw, _Result, "the result"), context)
            except Refused as error:
                yield Refusal(where, shown(bytes(raw).decode("utf-8", "replace")), plain(str(error)))


def _races(of: _Competition) -> Iterator[tuple[str, _Unit, str, _Race]]:
    for nth, unit in enumerate(of.units, start=1):
        for stage in unit.rounds:
            for number, race in enumerate(stage.races, start=1):
                yield (
                    f"unit {nth}, {stage.type or 'round'}, race {race.number or number}",
                    unit,
                    stage.type,
                    race,
                )


def _by_id(raws: list[msgspec.Raw], kind: type[T], what: str) -> tuple[dict[Id, T], list[Refusal]]:
    """Athletes or teams by their number in the file, and those that cannot be read."""
    found: dict[Id, T] = {}
    refused: list[Refusal] = []
    for number, raw in enumerate(raws, start=1):
        try:
            one = _decoded(raw, kind, f"the {what}")
        except FormatError as error:
            refused.append(
                Refusal(f"{what} {number}", shown(bytes(raw).decode("utf-8", "replace")), plain(str(error)))
            )
            continue
        found[getattr(one, "id")] = one  # noqa: B009 - both kinds have one
    return found, refused


def _venue(venues: list[_Venue]) -> tuple[str, tuple[str, ...]]:
    """The place, where there is one only."""
    names = [f"{one.name} ({one.country})" if one.country else one.name for one in venues]
    if len(names) > 1:
        return "", (f"the file does not say at which of these venues: {', '.join(names)}",)
    return "".join(names), ()


def _line(at: str, result: _Result, of: _Context) -> Line:
    one, sex_word = _contested(of.unit)
    athlete = of.athletes.get(result.athlete_id) if result.athlete_id is not None else None
    team = of.teams.get(result.relay_team_id) if result.relay_team_id is not None else None
    if athlete is None and team is None:
        raise FormatError(
            f"nobody in the file's lists has number {result.athlete_id or result.relay_team_id}"
        )
    sex = sex_of(sex_word or (athlete.sex if athlete else ""))
    day = _day(of.race.date)
    born = Birth(_day(athlete.birthdate)) if athlete and athlete.birthdate else None
    status = status_of(result.result)
    if not status and not result.result:
        raise FormatError("a result without a mark")
    mark, doubts = (None, ()) if status else with_doubts(one.code, result.result)
    wind, wind_flag = _wind(one, result.wind or of.race.wind)
    country = team.country if team else athlete.country if athlete else ""
    return Line(
        at=at,
        event=one.code,
        sex=sex,
        mark=mark,
        mark_text=result.result,
        doubts=doubts + _track_doubts(one, of) + of.venue_doubts + age_doubts(born, day),
        athlete=team.name if team else _name(athlete),
        family="" if team or athlete is None else athlete.last_name,
        nation="" if country == _NO_NATION else nation_of(country),
        born=born,
        day=day,
        year=day.year,
        venue=of.venue,
        competition=of.competition,
        wind=wind,
        place=None if status else result.place_in_race,
        status=status,
        flags=" ".join(filter(None, ("OT" if of.race.oversized_track else "", wind_flag))),
        note=_note(result, of),
    )


def _contested(unit: _Unit) -> tuple[Event, str]:
    """The event of a unit and the word for its class, both from the title."""
    classes = [match["word"] for match in _SEX.finditer(unit.title)]
    title = " ".join(_SEX.sub(" ", unit.title).split())
    try:
        return event(title), classes[0] if classes else ""
    except EventError as error:
        raise EventError(
            f"the title of the unit ('{unit.title}', waEventId {unit.wa_event_id}): {error}"
        ) from error


def _day(text: str) -> date:
    dashed, compact = _LAYOUTS
    return (dashed if "-" in text else compact).read(text)


def _name(athlete: _Athlete | None) -> str:
    name = f"{athlete.first_name} {athlete.last_name}".strip() if athlete else ""
    if not name:
        raise FormatError("nobody's name")
    return name


def _wind(one: Event, text: str) -> tuple[int | None, str]:
    """The reading, and a flag: ``NWI`` where one is missing that a record needs, ``w`` for wind-assisted."""
    shown_text = text.strip().upper()
    if one.wind is not Wind.READING or not shown_text:
        return None, ""
    if shown_text in _NO_READING:
        return None, "NWI"
    if shown_text == _WINDY:
        return None, "w"
    return tenths(point(text)), ""


def _track_doubts(one: Event, of: _Context) -> tuple[str, ...]:
    told = of.race.oversized_track or one.track is TrackKind.SHORT or _ROOF.search(of.unit.title)
    return () if told or short_twin(one) is None else (ROOF_OPEN,)


def _note(result: _Result, of: _Context) -> str:
    splits = ", ".join(
        f"{one.distance} m {one.result}" for one in result.detail if one.distance and one.result
    )
    legs = ", ".join(_name(of.athletes[leg]) for leg in result.legs if leg in of.athletes)
    ages = [
        f"{name} {age}"
        for name, age in (("from", of.unit.min_age), ("to", of.unit.max_age))
        if age is not None
    ]
    told = (
        of.round,
        f"ages {' '.join(ages)}" if ages else "",
        "out of competition" if result.out_of_competition else "",
        f"splits {splits}" if splits else "",
        legs,
    )
    return "; ".join(filter(None, told))
