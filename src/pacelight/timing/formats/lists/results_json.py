"""Results as JSON, ``pacelight.results/1``: one object a race, or an object with the races of a session."""

import codecs
from typing import Any

import msgspec

from pacelight.book.formats.text import plain
from pacelight.distance import Distance
from pacelight.errors import FormatError, Refused
from pacelight.event import Sex
from pacelight.mark import Mark
from pacelight.measure import AnyMark, Points, Unit, unit, value
from pacelight.timing.formats.lists.cells import text_of
from pacelight.timing.formats.lists.race_result import (
    Proof,
    RaceResult,
    RecordRow,
    ResultRow,
    RowSplit,
    printed,
    start_of,
)
from pacelight.timing.formats.lists.results_csv import mark_of
from pacelight.timing.formats.lists.results_fields import (
    SCHEMA,
    HeadFields,
    MarkFields,
    ProofFields,
    RaceFields,
    RecordFields,
    RowFields,
    SessionFields,
    SplitFields,
)
from pacelight.timing.formats.lists.words import day_of
from pacelight.timing.results import Status

__all__ = ["SCHEMA", "read", "recognise", "shaped", "write"]

_FURTHEST_M = 1e9
_HEAD = 1024
_MARK = f'"{SCHEMA}"'.encode()


def recognise(data: bytes, name: str) -> bool:
    """Whether it is JSON of this schema."""
    del name
    head = data[:_HEAD].replace(b"\0", b"")
    return head.lstrip(codecs.BOM_UTF8 + codecs.BOM_UTF16_LE).lstrip().startswith(b"{") and _MARK in head


def read(data: bytes, name: str = "the file") -> tuple[RaceResult, ...]:
    """The results of a file that `write` made, or that ``pacelight race results --json`` said.

    Args:
        data: all bytes of the file.
        name: of the file, for refusals.

    Raises:
        FormatError: no JSON, torn, another schema, or a field that cannot be read.
    """
    text = text_of(data, name).removeprefix("\ufeff")
    try:
        races = _races(text)
    except (msgspec.MsgspecError, RecursionError, UnicodeEncodeError) as error:
        raise FormatError(f"{name} is torn or no result of {SCHEMA}: {plain(str(error))}") from error
    for one in races:
        if one.schema != SCHEMA:
            raise FormatError(f"{name}: schema '{plain(one.schema)}' is not known here ({SCHEMA})")
    try:
        return tuple(_read(one) for one in races)
    except Refused as error:
        raise FormatError(f"{name}: {error}") from error


def write(results: tuple[RaceResult, ...]) -> bytes:
    """The results: of one race as its object, of several as a session."""
    races = [_race(one) for one in results]
    made: RaceFields | SessionFields = (
        races[0] if len(races) == 1 else SessionFields(schema=SCHEMA, races=races)
    )
    return msgspec.json.format(msgspec.json.encode(made), indent=2) + b"\n"


def shaped(result: RaceResult, form: str) -> dict[str, Any]:
    """One result as an object of JSON.

    Args:
        result: of a race.
        form: of the file it was read from.
    """
    found: dict[str, Any] = msgspec.to_builtins(msgspec.structs.replace(_race(result), format=form))
    return found


def _races(text: str) -> list[RaceFields]:
    """The race of an object, or those of a session."""
    head = msgspec.json.decode(text, type=HeadFields)
    if head.races is None:
        return [msgspec.json.decode(text, type=RaceFields)]
    return msgspec.json.decode(text, type=SessionFields).races


def _race(of: RaceResult) -> RaceFields:
    return RaceFields(
        schema=SCHEMA,
        race=of.race or None,
        event=of.event or None,
        round=of.round or None,
        heat=of.heat or None,
        name=of.title or None,
        code=of.code or None,
        sex=of.sex,
        day=str(of.day) if of.day else None,
        venue=of.venue or None,
        competition=of.competition or None,
        distance_m=of.distance.metres if of.distance else None,
        start=of.started or None,
        wind=of.wind or None,
        wind_unit="m/s" if of.wind else None,
        official=of.official,
        state=of.state or None,
        rows=[_row(row, of) for row in of.rows],
        records=[_record(one) for one in of.records],
        lights=list(of.lights),
        proof=ProofFields(of.proof.journal, of.proof.lines, of.proof.link) if of.proof else None,
        remarks=list(of.remarks),
    )


def _row(row: ResultRow, of: RaceResult) -> RowFields:
    return RowFields(
        place=row.place,
        status=row.status,
        rule=row.rule or None,
        bib=row.bib or None,
        lane=row.lane or None,
        name=row.name or None,
        family=row.family or None,
        nation=row.nation or None,
        affiliation=row.club or None,
        mark=_mark(row.mark) if row.mark else None,
        official=row.official,
        shared=row.place in of.shared,
        laps_behind=row.laps_behind,
        reaction=row.reaction or None,
        splits=[_split(one) for one in row.splits],
        legs=list(row.legs),
        team=row.team,
    )


def _mark(mark: AnyMark) -> MarkFields:
    precision = 0 if isinstance(mark, Points) else mark.precision
    return MarkFields(text=printed(mark), value=value(mark), unit=unit(mark).value, precision=precision)


def _split(one: RowSplit) -> SplitFields:
    return SplitFields(
        text=printed(one.mark),
        value=value(one.mark),
        unit=Unit.TIME.value,
        precision=one.mark.precision,
        distance_m=one.distance.metres if one.distance else None,
        method=one.method,
        official=one.official,
    )


def _record(one: RecordRow) -> RecordFields:
    return RecordFields(
        level=one.level,
        scope=one.scope,
        code=one.code,
        mark=one.mark,
        name=one.name,
        bib=one.bib,
        nation=one.nation,
        stood=one.stood,
        stood_by=list(one.stood_by),
        stood_since=one.stood_since,
        equalled=one.equalled,
        en_route=one.en_route,
        status=one.status,
    )


def _read(of: RaceFields) -> RaceResult:
    start, zone = start_of(of.start or "")
    return RaceResult(
        rows=tuple(_row_read(row) for row in of.rows),
        race=of.race or "",
        event=of.event or "",
        round=of.round or "",
        heat=of.heat or "",
        title=of.name or "",
        code=of.code or "",
        sex=_sex(of.sex),
        day=day_of(of.day or ""),
        venue=of.venue or "",
        competition=of.competition or "",
        distance=_distance(of.distance_m),
        start=start,
        zone=zone,
        wind=of.wind or "",
        official=of.official,
        state=of.state or "",
        records=tuple(_record_read(one) for one in of.records),
        lights=tuple(of.lights),
        proof=Proof(of.proof.journal, of.proof.lines, of.proof.link) if of.proof else None,
        remarks=tuple(of.remarks),
    )


def _distance(metres: float | None) -> Distance | None:
    """The distance of a number of metres, which is exact to the millimetre."""
    if metres is None:
        return None
    if not 0 < metres < _FURTHEST_M:
        raise FormatError(f"no distance: {metres} m")
    return Distance(round(metres * 1000))


def _sex(text: str | None) -> Sex | None:
    try:
        return Sex(text) if text else None
    except ValueError:
        raise FormatError(f"no class: '{plain(text or '')}' ({', '.join(Sex)})") from None


def _row_read(row: RowFields) -> ResultRow:
    return ResultRow(
        name=row.name or "",
        bib=row.bib or "",
        lane=row.lane or "",
        family=row.family or "",
        nation=row.nation or "",
        club=row.affiliation or "",
        place=row.place,
        mark=_mark_read(row.mark) if row.mark else None,
        status=_status(row.status),
        rule=row.rule or "",
        reaction=row.reaction or "",
        laps_behind=row.laps_behind,
        splits=tuple(_split_read(one) for one in row.splits),
        legs=tuple(row.legs),
        team=row.team,
        official=row.official,
    )


def _status(text: str | None) -> Status | None:
    try:
        return Status(text) if text else None
    except ValueError:
        raise FormatError(f"no status: '{plain(text or '')}' ({', '.join(Status)})") from None


def _mark_read(of: MarkFields) -> AnyMark:
    """The mark of its text; the number beside it says the same.

    Raises:
        FormatError: the two contradict one another.
    """
    mark = mark_of(of.text, of.unit)
    if value(mark) != of.value:
        raise FormatError(
            f"the mark {plain(of.text)} is {value(mark)} {of.unit}, and beside it stands {of.value}"
        )
    return mark


def _split_read(one: SplitFields) -> RowSplit:
    return RowSplit(
        mark=Mark.parse(one.text),
        distance=_distance(one.distance_m),
        method=one.method,
        official=one.official,
    )


def _record_read(one: RecordFields) -> RecordRow:
    return RecordRow(
        level=one.level,
        scope=one.scope,
        code=one.code,
        mark=one.mark,
        name=one.name,
        bib=one.bib,
        nation=one.nation,
        stood=one.stood,
        stood_by=tuple(one.stood_by),
        stood_since=one.stood_since,
        equalled=one.equalled,
        en_route=one.en_route,
        status=one.status,
    )
