"""A meet file: a session with its timetable, track, lamps, timing, book and races, in one.

TOML, documented field by field in `meetfile_schema`. A file is taken whole or refused with one line that
names its line and table. Out of it come race files: everything behind works on these.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Any

from pacelight.errors import PacelightError, RaceError
from pacelight.meet.programme import meetfile_schema as schema
from pacelight.meet.programme.at_stake import AtStake
from pacelight.meet.programme.chips import chips_of
from pacelight.meet.programme.meetfile_races import Shared, composed
from pacelight.meet.programme.meetfile_text import first_name, line_of, made_of, tables
from pacelight.meet.programme.places import Places
from pacelight.meet.programme.racefile import RaceFile
from pacelight.meet.programme.zone import difference

__all__ = ["MeetFile", "MeetRace"]


@dataclass(frozen=True, slots=True)
class MeetRace:
    """A race of the timetable.

    Attributes:
        race: whole, as its journal will keep it.
        folder: where its survey and its road lie.
        at: local time of day at which it is to begin; None where the timetable does not say.
        number: of the timing system; None where it is not matched by number.
        stakes: records that may fall; None where the meet file does not say.
        file: its race file; None where the meet file describes it.
        entries: its start list; None where the runners stand in a race file or the meet file.
        survey: its survey file, whole, of a meet that was kept; None where it lies in the folder.
    """

    race: RaceFile
    folder: Path
    at: time | None
    number: schema.NumberFields | None
    stakes: tuple[AtStake, ...] | None
    file: Path | None
    entries: Path | None
    survey: str | None = None


@dataclass(frozen=True, slots=True)
class MeetFile:
    """A session that can be run.

    Attributes:
        path: of the file.
        text: of the file.
        races: in order.
        timing: the timing systems that are listened to.
        book: a file, or an address.
        journal: the file that the session is written to.
        spare: the folder where it goes on when the disk refuses; None where none was named.
        secret: the file of the secret that guards the ports; None where there is none.
        engine, web: where tonight's processes are.
        written: the same, word for word, as far as it is told once.

    Raises:
        RaceError: unreadable, incomplete, or not possible; the line and the table are named.
    """

    path: Path
    text: str
    id: str
    name: str
    venue: str
    day: date
    races: tuple[MeetRace, ...]
    timing: tuple[schema.TimingFields, ...]
    book: str
    journal: Path
    spare: Path | None
    secret: Path | None
    engine: schema.EngineFields
    web: schema.WebFields
    written: schema.MeetFields

    @classmethod
    def read(cls, path: Path) -> "MeetFile":
        """The session in that file.

        Raises:
            RaceError: see the class.
        """
        try:
            text = path.read_text(encoding="utf-8")
        except OSError as error:
            raise RaceError(f"no meet file can be read at {path}: {error.strerror}") from error
        except UnicodeDecodeError as error:
            raise RaceError(f"{path} is not a meet file: it is not UTF-8 text") from error
        try:
            return cls.parse(text, path)
        except PacelightError as error:
            raise RaceError(f"{path}: {error}") from error

    @classmethod
    def parse(cls, text: str, path: Path) -> "MeetFile":
        """The session that such a text is.

        Args:
            text: of the file.
            path: where it is, or is to be: names of files in it are relative to it.

        Raises:
            RaceError: see the class.
        """
        try:
            return cls._of(path, text, Places.beside(path))
        except PacelightError as error:
            # A name in the file may hold a line break.
            raise RaceError(" ".join(str(error).splitlines())) from error

    @classmethod
    def _of(cls, path: Path, text: str, places: Places) -> "MeetFile":
        whole = tables(text)
        races, timings = whole.pop("race", []), whole.pop("timing", [])
        fields = _fields(text, whole)
        timing = tuple(_timing(text, timings))
        chips = _chips(text, timing, path.parent)
        return cls(
            path=path,
            text=text,
            id=fields.id,
            name=fields.name,
            venue=fields.venue,
            day=fields.day,
            races=_races(text, races, Shared(fields, whole.get("lamps", {}), chips, path.parent)),
            timing=timing,
            book=places.book(fields.book),
            journal=places.path(fields.journal),
            spare=None if fields.spare is None else places.path(fields.spare),
            secret=None if fields.engine.secret is None else places.path(fields.engine.secret),
            engine=fields.engine,
            web=fields.web,
            written=fields,
        )

    @property
    def folder(self) -> Path:
        """Where the files lie that it names."""
        return self.path.parent

    def race(self, name: str | None = None) -> MeetRace:
        """The race of this id; without one the only or first.

        Raises:
            RaceError: there is none.
        """
        for one in self.races:
            if name in {None, one.race.id}:
                return one
        raise RaceError(
            f"no race '{name}' at this meet (there are {', '.join(r.race.id for r in self.races)})"
        )


def _fields(text: str, whole: Mapping[str, Any]) -> schema.MeetFields:
    known = whole.get("schema")
    if known is not None and known != schema.SCHEMA:
        raise RaceError(
            f"line {line_of(text, 'schema')}: schema {known!r} is not known here (write '{schema.SCHEMA}')"
        )
    try:
        fields = made_of(schema.MeetFields, whole)
        _refuse_unknown_zone(fields)
    except RaceError as error:
        line = line_of(text, first_name(str(error)))
        raise RaceError(f"line {line}: {error}" if line else str(error)) from error
    return fields


def _refuse_unknown_zone(fields: schema.MeetFields) -> None:
    try:
        difference(fields.zone, fields.day)
    except RaceError as error:
        raise RaceError(f"zone: {error}") from error


def _timing(text: str, given: Any) -> Iterator[schema.TimingFields]:  # noqa: ANN401  # as TOML has it
    names: set[str] = set()
    for number, table in enumerate(_listed(given, "timing"), start=1):
        with _at(text, "timing", number, table.get("name")):
            one = made_of(schema.TimingFields, table)
            if one.name in names:
                raise RaceError(f"name: two are called '{one.name}'")
            names.add(one.name)
            yield one


def _races(text: str, given: Any, shared: Shared) -> tuple[MeetRace, ...]:  # noqa: ANN401  # as TOML has it
    found: dict[str, MeetRace] = {}
    for number, table in enumerate(_listed(given, "race"), start=1):
        with _at(text, "race", number, table.get("id")):
            one = _race(table, shared)
            _refuse_alike(one, found)
            found[one.race.id] = one
    if not found:
        raise RaceError("no race is on the timetable (write a [[race]] for each)")
    return tuple(found.values())


def _refuse_alike(one: MeetRace, others: Mapping[str, MeetRace]) -> None:
    """Refuse a race that somebody, the timing system or the book would take for another of the meet.

    Raises:
        RaceError: it has the id, the number, or event, sex and heat of one.
    """
    if one.race.id in others:
        raise RaceError(f"id: two races are called '{one.race.id}'")
    heat = one.race.heat
    for other in others.values():
        if one.number is not None and one.number == other.number:
            raise RaceError(f"number: '{other.race.id}' has it too")
        its = other.race.heat
        if (heat.event, heat.sex, heat.name) == (its.event, its.sex, its.name):
            raise RaceError(
                f"heat: '{other.race.id}' is the same event (tell them apart, as in heat = \"2\")"
            )


def _race(table: Mapping[str, Any], shared: Shared) -> MeetRace:
    entry = made_of(schema.RaceEntryFields, table)
    text = composed(shared, table, entry)
    race = RaceFile.parse(text.text, text.folder)
    if race.id != entry.id:
        raise RaceError(f"id: {entry.file} calls it '{race.id}' (write the same here)")
    if race.heat.day != shared.fields.day:
        raise RaceError(
            f"file: {entry.file} is of {race.heat.day}, the meet of {shared.fields.day} (change one)"
        )
    return MeetRace(
        race=race,
        folder=text.folder,
        at=entry.at,
        number=entry.number,
        stakes=_stakes(entry, shared.fields),
        file=text.file,
        entries=text.entries,
    )


def _stakes(entry: schema.RaceEntryFields, fields: schema.MeetFields) -> tuple[AtStake, ...] | None:
    if entry.stakes is None:
        return None
    competition = fields.competition or fields.name
    try:
        return tuple(AtStake.read(one, competition, fields.venue) for one in entry.stakes)
    except RaceError as error:
        raise RaceError(f"stakes: {error}") from error


def _chips(text: str, timing: Sequence[schema.TimingFields], folder: Path) -> dict[str, list[str]]:
    """By bib, the transponders of all timing systems."""
    worn: dict[str, list[str]] = {}
    for number, one in enumerate(timing, start=1):
        with _at(text, "timing", number, one.name):
            found = {} if one.chips is None else chips_of(folder / one.chips)
        for chip, bib in found.items():
            worn.setdefault(bib, []).append(chip)
    return worn


def _listed(given: Any, name: str) -> list[dict[str, Any]]:  # noqa: ANN401  # as TOML has it
    if isinstance(given, list) and all(isinstance(one, dict) for one in given):
        return given
    raise RaceError(f"{name}: is a list of tables (write [[{name}]])")


@contextmanager
def _at(text: str, table: str, number: int, name: object) -> Iterator[None]:
    """Tell what is wrong in a table with its line, its number and its name."""
    try:
        yield
    except PacelightError as error:
        line = line_of(text, table, number)
        called = f" '{name}'" if isinstance(name, str) else ""
        place = f"line {line}, " if line else ""
        raise RaceError(f"{place}[[{table}]] {number}{called}: {error}") from error
