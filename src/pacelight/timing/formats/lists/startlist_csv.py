"""Start lists as a table with named columns: what people write in a spreadsheet.

The names of the columns are found in English, German and French, whatever their case and order;
a column of another name is refused by its name, as what it holds would be lost.
Rows of one event, round and heat are one start list, in the order in which they first stand.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from pacelight.book.formats.text import beginning
from pacelight.errors import FormatError, Refused
from pacelight.nation import NATIONS, nation
from pacelight.timing.formats.lists.cells import table, text_of, written
from pacelight.timing.formats.lists.entrant import Entrant, StartList, affiliated
from pacelight.timing.formats.lists.words import (
    born_of,
    day_of,
    distance_of,
    seed_of,
    several,
    sex_or_none,
    status_or_none,
)

__all__ = ["COLUMNS", "NAMES", "read", "recognise", "write"]

COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "event": "number of the event",
        "round": "number of the round, or its name",
        "heat": "number of the heat",
        "title": "what the race is called",
        "code": "what is contested, by its code",
        "distance": "of the race: `1500`, `mile`",
        "day": "on which it is run",
        "time": "of day at which it starts",
        "class": "whose race: `M`, `W`, `X`",
        "lane": "lane or starting position",
        "bib": "the number worn",
        "name": "given name first; of a relay the team",
        "family": "the family name",
        "given": "the given name",
        "sex": "of the athlete: `M`, `W`",
        "nation": "its code",
        "club": "whoever else is started for; the code of a nation is taken as one",
        "born": "`2001`, `2001-05-31` or `31.05.2001`",
        "licence": "number with the own federation",
        "wa_id": "number with World Athletics",
        "chips": "of the transponders worn, semicolons between them; `chip2` and so on are more of them",
        "seed": "the mark entered with",
        "legs": "runners of a relay, semicolons between them; `leg1` and so on are single ones",
        "team": "`yes` of a relay",
        "status": "`DNS` of who will not start",
        "athlete": "key in the book",
        "say": "how the name is said: `YAH-kob ING-eh-brik-tsen`",
    }
)
"""The columns, in the order in which they are written, and what they hold."""

_ALSO = {
    "event": "eventno eventnumber wettbewerb épreuve epreuve",
    "round": "runde tour",
    "heat": "lauf série serie",
    "title": "race racename eventname lauftitel",
    "code": "eventcode discipline disziplin",
    "distance": "distanz strecke",
    "day": "date datum jour",
    "time": "starttime uhrzeit startzeit heure",
    "class": "klasse category catégorie",
    "lane": "laneorder order bahn position pos startposition couloir",
    "bib": "no number bibno bibnumber startno startnumber startnummer stnr id dossard nr compno",
    "name": "fullname athletename nameathlete runner",
    "family": "last lastname familyname surname nachname familienname nom",
    "given": "first firstname givenname forename vorname prénom prenom",
    "sex": "gender geschlecht sexe",
    "nation": "nationality country noc nat land pays",
    "club": "team_name teamname verein affiliation clubname organisation organization",
    "born": "birth birthdate dateofbirth dob yob yearofbirth birthyear jahrgang jg geburtsdatum",
    "licence": "license licencenumber licensenumber startpass startpassnummer",
    "wa_id": "waid worldathleticsid iaafid",
    "chips": "chip transponder transponders tag",
    "seed": "seedmark entrymark mark meldeleistung bestleistung best pb sb",
    "legs": "runners läufer laeufer",
    "team": "relay staffel",
    "status": "",
    "athlete": "athletekey key",
    "say": "said pronunciation pronounced phonetic aussprache prononciation uttale",
}
NAMES: Mapping[str, str] = MappingProxyType(
    {word: column for column, words in _ALSO.items() for word in (column, *words.split())}
)
"""Every name by which a column is known, in small letters without blanks."""

_TURNED = re.compile(r"([^,]+), *([^,]+)")
_NUMBERED = re.compile(r"(chip|transponder|leg|runner)s?_?([0-9]+)")
_OF_THE_RACE = ("event", "round", "heat", "title", "code", "distance", "day", "time", "class")
_TELLING = frozenset({"bib", "lane", "name", "family"})
_YES = frozenset({"yes", "1", "true", "x", "ja", "oui"})
_NO = frozenset({"", "no", "0", "false", "nein", "non"})


def recognise(data: bytes, name: str) -> bool:
    """Whether the first line names columns of a start list."""
    first = "".join(f"{line}\n" for line in beginning(data)[:2])
    try:
        _, cells = next(table(first, name), (0, []))
    except FormatError:
        return False
    known = {_column(cell) for cell in cells}
    return bool(known & {"name", "family"}) and len(known - {None}) * 2 > len(cells)


def read(data: bytes, name: str = "the file") -> tuple[StartList, ...]:
    """The start lists of a table.

    Args:
        data: all bytes of the file.
        name: of the file, for refusals.

    Raises:
        FormatError: no table, torn, without a column that says who, or a cell that cannot be read.
    """
    rows = table(text_of(data, name), name)
    number, header = next(rows, (1, []))
    columns = _columns(header, f"{name} line {number}")
    heats: dict[tuple[str, ...], list[Entrant]] = {}
    turned = not {"family", "given"} & set(columns)
    for at, cells in rows:
        where = f"{name} line {at}"
        if len(cells) > len(columns) and any(cells[len(columns) :]):
            raise FormatError(f"{where}: {len(cells)} columns where the header has {len(columns)}")
        row = _row(columns, cells)
        try:
            heats.setdefault(tuple(row.get(one, "") for one in _OF_THE_RACE), []).append(
                _entrant(row, turned=turned)
            )
        except Refused as error:
            raise FormatError(f"{where}: {error}") from error
    return tuple(_heat(of, tuple(entrants), name) for of, entrants in heats.items())


def write(lists: Iterable[StartList]) -> bytes:
    """The start lists as one table, which `read` takes again, with all columns."""
    return written((tuple(COLUMNS), *(_cells(heat, one) for heat in lists for one in heat.entrants)))


def _column(cell: str) -> str | None:
    """Which column a name means; None of a name that is not known."""
    word = re.sub(r"[\s.\-#:()]", "", cell.casefold())
    if numbered := _NUMBERED.fullmatch(word):
        return "chips" if numbered[1] in {"chip", "transponder"} else "legs"
    return NAMES.get(word) or NAMES.get(word.replace("_", ""))


def _columns(header: Sequence[str], where: str) -> list[str | None]:
    """The column of each cell; None of an empty one."""
    found = [_column(cell) for cell in header]
    unknown = [cell for cell, one in zip(header, found, strict=True) if cell and one is None]
    if not set(found) & _TELLING:
        raise FormatError(f"{where} names no column of a start list (write bib, lane, name, nation ...)")
    if unknown:
        raise FormatError(
            f"{where}: no column '{unknown[0][:40]}' is known here "
            f"(name it {', '.join(COLUMNS)}, or leave it out)"
        )
    single = [one for one in found if one not in {None, "chips", "legs"}]
    for one in single:
        if single.count(one) > 1:
            raise FormatError(f"{where}: two columns say {one}; leave one of them out")
    return found


def _row(columns: Sequence[str | None], cells: Sequence[str]) -> dict[str, str]:
    """The cells by column; those of chips and legs together."""
    row: dict[str, str] = {}
    for column, cell in zip(columns, cells, strict=False):
        if column and cell:
            row[column] = f"{row[column]};{cell}" if column in row else cell
    return row


def _entrant(row: Mapping[str, str], *, turned: bool) -> Entrant:
    """An entrant of a row; names may be `turned`, ``Nuguse, Yared``, where no column has the family name."""
    family, given, name = (row.get(one, "") for one in ("family", "given", "name"))
    if given and not family:
        family, name = name, ""
    elif turned and (match := _TURNED.fullmatch(name)):
        family, given, name = match[1], match[2], ""
    code, club = _nation(row.get("nation", "")), row.get("club", "")
    if not code:
        code, club = affiliated(club)
    return Entrant(
        name=name or f"{given} {family}".strip(),
        family=family,
        bib=row.get("bib", ""),
        lane=row.get("lane", ""),
        nation=code,
        club=club,
        born=born_of(row.get("born", "")),
        sex=sex_or_none(row.get("sex", "")),
        licence=row.get("licence", ""),
        wa_id=row.get("wa_id", ""),
        chips=several(row.get("chips", "")),
        seed=seed_of(row.get("seed", "")),
        legs=tuple(part.strip() for part in row.get("legs", "").split(";") if part.strip()),
        team=_yes(row.get("team", "")) or bool(row.get("legs")),
        status=status_or_none(row.get("status", "")),
        athlete=row.get("athlete", ""),
        say=row.get("say", ""),
    )


def _nation(text: str) -> str:
    """A nation by its code, or by the name that the table of nations has."""
    if not text:
        return ""
    named = next((one.code for one in NATIONS.values() if one.name.casefold() == text.casefold()), "")
    return named or nation(text).code


def _yes(text: str) -> bool:
    shown = text.casefold()
    if shown not in _YES | _NO:
        raise FormatError(f"team: '{text}' is neither yes nor no")
    return shown in _YES


def _heat(of: tuple[str, ...], entrants: tuple[Entrant, ...], name: str) -> StartList:
    said = dict(zip(_OF_THE_RACE, of, strict=True))
    try:
        return StartList(
            entrants=entrants,
            event=said["event"],
            round=said["round"],
            heat=said["heat"],
            title=said["title"],
            code=said["code"],
            distance=distance_of(said["distance"]),
            day=day_of(said["day"]),
            time=said["time"],
            sex=sex_or_none(said["class"]),
        )
    except Refused as error:
        raise FormatError(f"{name}, heat {said['heat'] or '1'}: {error}") from error


def _cells(heat: StartList, one: Entrant) -> tuple[str, ...]:
    cells = {
        "event": heat.event,
        "round": heat.round,
        "heat": heat.heat,
        "title": heat.title,
        "code": heat.code,
        "distance": str(heat.distance or ""),
        "day": str(heat.day or ""),
        "time": heat.time,
        "class": heat.sex or "",
        "lane": one.lane,
        "bib": one.bib,
        "name": one.name,
        "family": one.family,
        "given": one.given,
        "sex": one.sex or "",
        "nation": one.nation,
        "club": one.club,
        "born": str(one.born or ""),
        "licence": one.licence,
        "wa_id": one.wa_id,
        "chips": ";".join(one.chips),
        "seed": one.seed,
        "legs": ";".join(one.legs),
        "team": "yes" if one.team else "",
        "status": one.status or "",
        "athlete": one.athlete,
        "say": one.say,
    }
    return tuple(cells[column] for column in COLUMNS)
