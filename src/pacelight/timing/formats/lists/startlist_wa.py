"""Start lists in the JSON of World Athletics: results that have no result yet.

The proposal knows neither numbers worn nor lanes: the number of an athlete within the file is taken for
the one that is worn, and the order of the results is that of the list. A ``waEventId`` is read, and not
written: which number means which event is not published.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import msgspec

from pacelight.book.formats.send_results import recognise
from pacelight.errors import FormatError, Refused
from pacelight.event import Sex
from pacelight.nation import NATIONS
from pacelight.timing.formats.lists import wa
from pacelight.timing.formats.lists.entrant import Entrant, StartList, clean
from pacelight.timing.formats.lists.words import born_of, day_of, sex_or_none
from pacelight.timing.results import status_of

__all__ = ["Numbers", "numbered", "races_of", "read", "recognise", "whole_or_none", "write"]

_SEXES = {Sex.MEN: "male", Sex.WOMEN: "female"}
_NO_NATION = "INT"
_LONGEST = 9
_FIRST_FREE = 100_001


@dataclass(frozen=True, slots=True)
class Numbers:
    """Who stands in a file, by numbers within it.

    Attributes:
        athletes: those who start, and the runners of relays.
        teams: relays.
        of: of each start list, of each entrant in order: the number, and those of the runners of a relay.
    """

    athletes: list[wa.Athlete]
    teams: list[wa.RelayTeam]
    of: list[list[tuple[int, list[int]]]]


def read(data: bytes, name: str = "the file") -> tuple[StartList, ...]:
    """The start lists of a file, race by race.

    Args:
        data: all bytes of the file.
        name: of the file, for refusals.

    Raises:
        FormatError: no such JSON, or somebody starts who is not among the athletes; the race is named.
    """
    found = wa.decoded(data, name)
    athletes = {one.id: one for one in found.athletes}
    teams = {one.id: one for one in found.relay_teams}
    lists = []
    for where, unit, stage, race in races_of(found):
        try:
            lists.append(_list(unit, stage, race, athletes, teams))
        except Refused as error:
            raise FormatError(f"{name}, {where}: {error}") from error
    return tuple(lists)


def write(lists: Iterable[StartList]) -> bytes:
    """Start lists as a competition, which `read` takes again as far as the proposal has fields."""
    heats = list(lists)
    numbers = numbered(heats)
    units = [_unit(heat, numbers.of[nth]) for nth, heat in enumerate(heats)]
    made = wa.Competition(athletes=numbers.athletes, relay_teams=numbers.teams, units=units)
    return msgspec.json.format(msgspec.json.encode(made), indent=2) + b"\n"


def numbered(lists: Sequence[StartList]) -> Numbers:
    """The athletes and teams of start lists, each with a number of its own within the file.

    That is the one that is worn, where it is a whole number that nobody had before.
    """
    taken: set[int] = {
        worn for heat in lists for one in heat.entrants if (worn := whole_or_none(one.bib)) is not None
    }
    given: set[int] = set()
    numbers = Numbers([], [], [])
    for heat in lists:
        rows = []
        for one in heat.entrants:
            worn = whole_or_none(one.bib)
            number = _free(taken) if worn is None or worn in given else worn
            given.add(number)
            rows.append((number, _enter(one, number, numbers, taken)))
        numbers.of.append(rows)
    return numbers


def whole_or_none(text: str) -> int | None:
    """A whole number as it is written without zeros in front; None of all else."""
    number = int(text) if text.isascii() and text.isdecimal() and len(text) <= _LONGEST else None
    return number if str(number) == text else None


def races_of(of: wa.Competition) -> Iterator[tuple[str, wa.Unit, wa.Round, wa.Race]]:
    """Every race of a file: where it stands, and its unit and round."""
    for nth, unit in enumerate(of.units, start=1):
        for stage in unit.rounds:
            for number, race in enumerate(stage.races, start=1):
                yield f"unit {nth}, {stage.type or 'round'}, race {race.number or number}", unit, stage, race


def _list(
    unit: wa.Unit,
    stage: wa.Round,
    race: wa.Race,
    athletes: dict[wa.Id, wa.Athlete],
    teams: dict[wa.Id, wa.RelayTeam],
) -> StartList:
    return StartList(
        entrants=tuple(_entrant(one, athletes, teams) for one in race.results),
        event="" if unit.wa_event_id is None else str(unit.wa_event_id),
        round=clean(stage.type),
        heat="" if race.number is None else str(race.number),
        title=clean(unit.title),
        day=day_of(race.date),
        time=clean(race.start_time),
    )


def _entrant(
    result: wa.Result, athletes: dict[wa.Id, wa.Athlete], teams: dict[wa.Id, wa.RelayTeam]
) -> Entrant:
    team = teams.get(result.relay_team_id) if result.relay_team_id is not None else None
    if team is not None:
        return Entrant(
            name=clean(team.name),
            bib=clean(str(team.id)),
            nation=_nation(team.country),
            wa_id="" if team.wa_id is None else str(team.wa_id),
            legs=tuple(_name(athletes, leg) for leg in result.legs),
            team=True,
        )
    found = _found(athletes, result.athlete_id)
    return Entrant(
        name=clean(f"{found.first_name} {found.last_name}"),
        family=clean(found.last_name),
        bib=clean(str(found.id)),
        nation=_nation(found.country),
        born=born_of(_dashed(found.birthdate)),
        sex=sex_or_none(found.sex),
        wa_id="" if found.wa_id is None else str(found.wa_id),
        status=status_of(result.result),
    )


def _found(athletes: dict[wa.Id, wa.Athlete], number: wa.Id | None) -> wa.Athlete:
    found = athletes.get(number) if number is not None else None
    if found is None:
        raise FormatError(f"nobody in the file's lists has number {number}")
    return found


def _name(athletes: dict[wa.Id, wa.Athlete], number: wa.Id) -> str:
    found = _found(athletes, number)
    return clean(f"{found.first_name} {found.last_name}")


def _nation(code: str) -> str:
    return code if code in NATIONS and code != _NO_NATION else ""


def _dashed(text: str) -> str:
    """A day as ``2000-08-24``, of one that may be ``20000824``."""
    return f"{text[:4]}-{text[4:6]}-{text[6:]}" if len(text) == len("20000824") and text.isdecimal() else text


def _enter(one: Entrant, number: int, numbers: Numbers, taken: set[int]) -> list[int]:
    """Add somebody to the lists of a file; of a relay its runners too, whose numbers come back."""
    if not one.team:
        numbers.athletes.append(_athlete(one, number))
        return []
    numbers.teams.append(wa.RelayTeam(id=number, name=one.name, country=one.nation or _NO_NATION))
    legs = []
    for leg in one.legs:
        legs.append(_free(taken))
        numbers.athletes.append(wa.Athlete(id=legs[-1], first_name="", last_name=leg, country=one.nation))
    return legs


def _free(taken: set[int]) -> int:
    number = _FIRST_FREE
    while number in taken:
        number += 1
    taken.add(number)
    return number


def _athlete(one: Entrant, number: int) -> wa.Athlete:
    return wa.Athlete(
        id=number,
        wa_id=whole_or_none(one.wa_id),
        first_name=one.given,
        last_name=one.family or one.name,
        birthdate=str(one.born or ""),
        country=one.nation,
        sex=_SEXES.get(one.sex, "") if one.sex else "",
    )


def _unit(heat: StartList, rows: list[tuple[int, list[int]]]) -> wa.Unit:
    results = [
        wa.Result(
            athlete_id=None if one.team else number,
            relay_team_id=number if one.team else None,
            legs=list(legs),
            result=one.status or "",
        )
        for one, (number, legs) in zip(heat.entrants, rows, strict=True)
    ]
    race = wa.Race(
        number=whole_or_none(heat.heat) or 1,
        date=str(heat.day or ""),
        start_time=heat.time,
        results=results,
    )
    return wa.Unit(
        title=heat.title,
        rounds=[wa.Round(type=heat.round, races=[race])],
    )
