"""Results as a table: one row a runner, read again by `read` whole.

What is the same in a race stands in each of its rows; several races may stand in one table.
Splits and records have one cell, in which they are parted by `` | ``.
"""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from pacelight.book.formats.text import beginning
from pacelight.distance import Distance
from pacelight.errors import FormatError, MarkError, Refused
from pacelight.event import Sex
from pacelight.mark import Mark
from pacelight.measure import AnyMark, Length, Points, Unit, unit
from pacelight.timing.formats.lists.cells import table, text_of, written
from pacelight.timing.formats.lists.race_result import (
    Proof,
    RaceResult,
    RecordRow,
    ResultRow,
    RowSplit,
    printed,
    start_of,
)
from pacelight.timing.formats.lists.words import day_of, sex_or_none
from pacelight.timing.results import Status

__all__ = ["COLUMNS", "mark_of", "read", "recognise", "write"]

COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "race": "short name of the race",
        "event": "number of the event, as the timing has it",
        "round": "number of the round",
        "heat": "number of the heat",
        "title": "what the race is called",
        "code": "of the event, as World Athletics has it",
        "class": "men, women or mixed",
        "day": "local date",
        "venue": "",
        "competition": "",
        "distance": "of the race",
        "start": "time of day of the gun, with the zone where it is known: `20:11:54.4049+01:00`",
        "wind": "metres a second",
        "official": "`official`, `unofficial`, or nothing where that is not known",
        "state": "of the race",
        "place": "shared by those who are equal",
        "bib": "",
        "lane": "",
        "name": "given name first",
        "family": "the family name, where it is known apart",
        "nation": "",
        "club": "",
        "mark": "with an `h` if timed by hand",
        "unit": "of the mark: `ms`, `mm` or `points`",
        "measured": "`yes` where the mark was measured and judged as a finish is",
        "status": "`DNS`, `DNF`, `DQ` ...",
        "rule": "of a disqualification",
        "reaction": "seconds",
        "laps_behind": "whole laps by which the runner was lapped",
        "splits": "`1500 m 3:29.63 photo official`",
        "legs": "runners of a relay",
        "team": "`yes` of a relay",
        "records": "`WR WORLD 1500sh 3:29.63 pending ratification`",
        "lights": "the pacing lights",
        "journal": "name of the journal, how many lines it had, and the link that follows",
    }
)
"""The columns and what they hold."""

_BETWEEN = " | "
_SPLIT = re.compile(
    r"(?:(?P<at>[\d.]+ m) )?(?P<mark>[\d:.]+h?)(?: (?P<method>(?!official)[a-z]+))?(?P<official> official)?"
)
_OFFICIAL = {"official": True, "unofficial": False, "": None}
_OF_THE_RACE = tuple(COLUMNS)[: tuple(COLUMNS).index("place")]


def recognise(data: bytes, name: str) -> bool:
    """Whether it begins with these columns."""
    del name
    return bool(lines := beginning(data)) and lines[0].removeprefix("\ufeff").split(",") == list(COLUMNS)


def read(data: bytes, name: str = "the file") -> tuple[RaceResult, ...]:
    """The results of a table that `write` made.

    Args:
        data: all bytes of the file.
        name: of the file, for refusals.

    Raises:
        FormatError: other columns, torn, or a cell that cannot be read; the line is named.
    """
    rows = table(text_of(data, name), name, ",")
    _, header = next(rows, (1, []))
    if header != list(COLUMNS):
        raise FormatError(f"{name} is no table of results (its columns are {', '.join(COLUMNS)})")
    races: dict[tuple[str, ...], list[dict[str, str]]] = {}
    for at, cells in rows:
        if len(cells) != len(header):
            raise FormatError(f"{name} line {at}: {len(cells)} columns where the header has {len(header)}")
        row = dict(zip(header, cells, strict=True)) | {"": str(at)}
        races.setdefault(tuple(row[one] for one in (*_OF_THE_RACE, "lights", "journal")), []).append(row)
    return tuple(_race(rows, name) for rows in races.values())


def write(results: Iterable[RaceResult]) -> bytes:
    """The results as one table."""
    return written((tuple(COLUMNS), *(_cells(of, row) for of in results for row in of.rows)))


def mark_of(text: str, of: str = Unit.TIME) -> AnyMark:
    """A mark as it was `printed`.

    Args:
        text: the mark.
        of: the unit in which it counts.

    Raises:
        MarkError: not a mark in that unit.
    """
    match of:
        case Unit.TIME | "":
            return Mark.parse(text)
        case Unit.LENGTH:
            return Length.parse(text)
        case Unit.POINTS:
            return Points.parse(text)
        case _:
            raise MarkError(f"no unit of a mark: '{of}' (ms, mm or points)")


def _race(rows: list[dict[str, str]], name: str) -> RaceResult:
    first = rows[0]
    start, zone = start_of(first["start"])
    made, records = [], []
    for row in rows:
        try:
            made.append(_row(row))
            records += [_record(one, made[-1]) for one in _parts(row["records"])]
        except Refused as error:
            raise FormatError(f"{name} line {row['']}: {error}") from error
    try:
        return RaceResult(
            rows=tuple(made),
            race=first["race"],
            event=first["event"],
            round=first["round"],
            heat=first["heat"],
            title=first["title"],
            code=first["code"],
            sex=_sex(first["class"]),
            day=day_of(first["day"]),
            venue=first["venue"],
            competition=first["competition"],
            distance=Distance.parse(first["distance"]) if first["distance"] else None,
            start=start,
            zone=zone,
            wind=first["wind"],
            official=_official(first["official"]),
            state=first["state"],
            records=tuple(records),
            lights=_parts(first["lights"]),
            proof=_proof(first["journal"]),
        )
    except Refused as error:
        raise FormatError(f"{name} line {first['']}: {error}") from error


def _sex(text: str) -> Sex | None:
    return Sex(text) if text in set(Sex) else sex_or_none(text)


def _official(text: str) -> bool | None:
    if text not in _OFFICIAL:
        raise FormatError(f"'{text}' is neither official nor unofficial")
    return _OFFICIAL[text]


def _row(row: Mapping[str, str]) -> ResultRow:
    return ResultRow(
        name=row["name"],
        bib=row["bib"],
        lane=row["lane"],
        family=row["family"],
        nation=row["nation"],
        club=row["club"],
        place=_whole(row["place"], "place"),
        mark=mark_of(row["mark"], row["unit"]) if row["mark"] else None,
        status=_status(row["status"]),
        rule=row["rule"],
        reaction=row["reaction"],
        laps_behind=_whole(row["laps_behind"], "number of laps") or 0,
        splits=tuple(_split(one) for one in _parts(row["splits"])),
        legs=_parts(row["legs"]),
        team=row["team"] == "yes",
        official=row["measured"] == "yes",
    )


def _whole(text: str, what: str) -> int | None:
    if text and not (text.isascii() and text.isdecimal() and len(text) < len("1000000")):
        raise FormatError(f"no {what}: '{text}'")
    return int(text) if text else None


def _status(text: str) -> Status | None:
    try:
        return Status(text) if text else None
    except ValueError:
        raise FormatError(f"no status: '{text}' ({', '.join(Status)})") from None


def _parts(text: str) -> tuple[str, ...]:
    return tuple(text.split(_BETWEEN)) if text else ()


def _split(text: str) -> RowSplit:
    match = _SPLIT.fullmatch(text)
    if match is None:
        raise FormatError(f"no split: '{text}' (1500 m 3:29.63 photo official)")
    return RowSplit(
        mark=Mark.parse(match["mark"]),
        distance=Distance.parse(match["at"]) if match["at"] else None,
        method=match["method"] or "",
        official=bool(match["official"]),
    )


def _record(text: str, row: ResultRow) -> RecordRow:
    fields = text.split(" ", 4)
    if len(fields) < _FEWEST_OF_RECORD:
        raise FormatError(f"no record: '{text}' (WR WORLD 1500sh 3:29.63 pending ratification)")
    level, scope, code, mark = fields[:4]
    return RecordRow(
        level=level.removeprefix("="),
        scope=scope,
        code=code.removesuffix("*"),
        mark=mark,
        name=row.name,
        bib=row.bib,
        nation=row.nation,
        equalled=level.startswith("="),
        en_route=code.endswith("*"),
        status=fields[4] if len(fields) > _FEWEST_OF_RECORD else "",
    )


_FEWEST_OF_RECORD = 4


def _proof(text: str) -> Proof | None:
    if not text:
        return None
    journal, _, rest = text.rpartition(" ")
    journal, _, lines = journal.rpartition(" ")
    if not (journal and lines.isdecimal()):
        raise FormatError(f"no journal: '{text}' (its name, how many lines, and a link)")
    return Proof(journal, int(lines), rest)


def _cells(of: RaceResult, row: ResultRow) -> tuple[str, ...]:
    said = {None: "", True: "official", False: "unofficial"}[of.official]
    proof = of.proof
    cells = {
        "race": of.race,
        "event": of.event,
        "round": of.round,
        "heat": of.heat,
        "title": of.title,
        "code": of.code,
        "class": of.sex or "",
        "day": str(of.day or ""),
        "venue": of.venue,
        "competition": of.competition,
        "distance": str(of.distance or ""),
        "start": of.started,
        "wind": of.wind,
        "official": said,
        "state": of.state,
        "place": str(row.place or ""),
        "bib": row.bib,
        "lane": row.lane,
        "name": row.name,
        "family": row.family,
        "nation": row.nation,
        "club": row.club,
        "mark": printed(row.mark) if row.mark else "",
        "unit": unit(row.mark) if row.mark else "",
        "measured": "yes" if row.official else "",
        "status": row.status or "",
        "rule": row.rule,
        "reaction": row.reaction,
        "laps_behind": str(row.laps_behind or ""),
        "splits": _BETWEEN.join(_said(split) for split in row.splits),
        "legs": _BETWEEN.join(row.legs),
        "team": "yes" if row.team else "",
        "records": _BETWEEN.join(_written(one) for one in of.records if _whose(one, row)),
        "lights": _BETWEEN.join(of.lights),
        "journal": f"{proof.journal} {proof.lines} {proof.link}" if proof else "",
    }
    return tuple(cells[column] for column in COLUMNS)


def _whose(record: RecordRow, row: ResultRow) -> bool:
    return record.bib == row.bib if record.bib else record.name == row.name


def _said(split: RowSplit) -> str:
    told = (
        str(split.distance or ""),
        printed(split.mark),
        split.method,
        "official" if split.official else "",
    )
    return " ".join(filter(None, told))


def _written(record: RecordRow) -> str:
    level = f"={record.level}" if record.equalled else record.level
    code = f"{record.code}*" if record.en_route else record.code
    return " ".join(filter(None, (level, record.scope, code, record.mark, record.status)))
