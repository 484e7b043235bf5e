"""The races of a meet file, each as a whole race file: what the meet says once is written into every one.

A journal keeps the race file of its race whole, so that everything behind works on race files alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import tomli_w

from pacelight.errors import RaceError
from pacelight.meet.programme import meetfile_schema as meet
from pacelight.meet.programme import racefile_schema as race
from pacelight.meet.programme.entries import entries_of
from pacelight.meet.programme.meetfile_text import made_of

__all__ = ["Composed", "Shared", "composed", "written"]

_IN_FILE = ("name", "event", "sex", "heat", "water")
"""What a race file says itself."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What a meet says once, for all of its races.

    Attributes:
        fields: of the meet.
        lamps: as the file has them: a race says instead what is otherwise there.
        chips: by bib, the transponders that timing systems know.
        folder: that of the meet file.
    """

    fields: meet.MeetFields
    lamps: Mapping[str, Any]
    chips: Mapping[str, Sequence[str]]
    folder: Path


@dataclass(frozen=True, slots=True)
class Composed:
    """A race as text.

    Attributes:
        text: a whole race file.
        folder: where its survey and its road lie.
        file: the race file, where it is one; None where the meet file describes the race.
        entries: its start list; None where the runners stand elsewhere.
    """

    text: str
    folder: Path
    file: Path | None
    entries: Path | None


def composed(shared: Shared, table: Mapping[str, Any], entry: meet.RaceEntryFields) -> Composed:
    """The race file of a race of the meet.

    Args:
        shared: what the meet says.
        table: the race, as the file has it.
        entry: the same, field by field.

    Raises:
        RaceError: a field is missing or has no place there, or a file cannot be read.
    """
    lamps = made_of(race.LampsFields, {**shared.lamps, **table.get("lamps", {})})
    if entry.file is not None:
        return _from_file(shared, entry, lamps)
    runners, entries = _runners(entry, shared)
    if not runners:
        raise RaceError('nobody runs (write entries = "mile.csv", or a [[race.runner]] for each)')
    text = written(_inline(shared.fields, entry, lamps, runners))
    return Composed(text, shared.folder, None, entries)


def written(fields: race.RaceFields) -> str:
    """A race file that reads back equal."""
    return tomli_w.dumps(_bare(msgspec.to_builtins(fields, builtin_types=(date,))))


def _inline(
    fields: meet.MeetFields,
    entry: meet.RaceEntryFields,
    lamps: race.LampsFields,
    runners: list[race.RunnerFields],
) -> race.RaceFields:
    if entry.event is None or entry.sex is None:
        missing = "event" if entry.event is None else "sex"
        raise RaceError(f'{missing}: is missing (or name a race file: file = "mile.toml")')
    sources = fields.sources or [_itself(fields)]
    track = fields.track if entry.water is None else msgspec.structs.replace(fields.track, water=entry.water)
    return race.RaceFields(
        schema=race.SCHEMA,
        id=entry.id,
        name=entry.name or f"{entry.event}, {entry.sex}",
        event=entry.event,
        sex=entry.sex,
        day=fields.day,
        venue=fields.venue,
        competition=fields.competition or fields.name,
        heat=entry.heat or "",
        source=fields.source or sources[0].key,
        track=track,
        sources=sources,
        lamps=lamps,
        light=entry.light or [],
        runner=runners,
    )


def _itself(fields: meet.MeetFields) -> race.SourceFields:
    """The meet as the source of its own results; of its day, since a meet comes again every year."""
    who = f"{fields.name}, {fields.venue}, {fields.day.isoformat()}: results of the meeting"
    return race.SourceFields(key=f"{fields.id}-{fields.day.isoformat()}", who=who, as_of=fields.day)


def _from_file(shared: Shared, entry: meet.RaceEntryFields, lamps: race.LampsFields) -> Composed:
    """The race file as it stands; written anew where the meet says something else."""
    for name in _IN_FILE:
        if getattr(entry, name) is not None:
            raise RaceError(f"{name}: {entry.file} says it (delete one of them)")
    path = shared.folder / (entry.file or "")
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:  # no file, no name of one, or no text
        raise RaceError(f"file: no race file can be read at {path}: {error}") from error
    there = _read(text, path)
    runners, entries = _runners(entry, shared)
    said = msgspec.structs.replace(
        there,
        runner=runners or _with_chips(there.runner, shared.chips),
        light=there.light if entry.light is None else entry.light,
        lamps=there.lamps if entry.lamps is None else lamps,
    )
    return Composed(text if said == there else written(said), path.parent, path, entries)


def _read(text: str, path: Path) -> race.RaceFields:
    try:
        return msgspec.toml.decode(text, type=race.RaceFields)
    except msgspec.DecodeError as error:
        raise RaceError(f"{path}: {error}") from error


def _runners(entry: meet.RaceEntryFields, shared: Shared) -> tuple[list[race.RunnerFields], Path | None]:
    """Who the meet says runs, and the file that says it; nobody where it does not say."""
    if entry.entries is None:
        return _with_chips(entry.runner or [], shared.chips), None
    if entry.runner:
        raise RaceError("entries: the runners stand in [[race.runner]] too (delete one of them)")
    path = shared.folder / entry.entries
    return _with_chips(entries_of(path, entry.number), shared.chips), path


def _with_chips(
    runners: list[race.RunnerFields], chips: Mapping[str, Sequence[str]]
) -> list[race.RunnerFields]:
    return [
        msgspec.structs.replace(
            one, chips=[*one.chips, *(c for c in chips.get(one.bib, ()) if c not in one.chips)]
        )
        for one in runners
    ]


def _bare(value: Any) -> Any:  # noqa: ANN401  # whatever TOML can say
    """Without what is not given: TOML has no word for it."""
    if isinstance(value, dict):
        return {name: _bare(one) for name, one in value.items() if one is not None}
    return [_bare(one) for one in value] if isinstance(value, list | tuple) else value
