"""A race file: what is run, by whom, beside which lights, and (of a recording) what happened.

TOML, documented field by field in `racefile_schema`. A file is taken whole or refused with a line that
names the offence.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

import msgspec

from pacelight.book.model import Source
from pacelight.distance import Distance
from pacelight.errors import PacelightError, RaceError
from pacelight.event import Event, Sex
from pacelight.event import event as find_event
from pacelight.lights.canvas.blend import Blend
from pacelight.lights.canvas.pattern import Pattern
from pacelight.mark import Elapsed, Mark
from pacelight.meet.programme import racefile_schema as schema
from pacelight.meet.programme.course import Course
from pacelight.meet.programme.shine import Shine, word
from pacelight.nation import nation as find_nation
from pacelight.records import Heat, Starter
from pacelight.timing import Method, Passing, SplitTable, Status, Verdict
from pacelight.timing.sources import TimedEvent
from pacelight.track import Survey, Track
from pacelight.track.gpx import Line

__all__ = ["RaceFile"]

Word = TypeVar("Word", Sex, Method, Status)

_LAMPS = 200
"""On a lap, where the file does not say."""


@dataclass(frozen=True, slots=True)
class RaceFile:
    """A race that can be run.

    Attributes:
        id: short name, used for files.
        heat: what every performance made in it shares, the start list included.
        distance: of the race.
        course: the track, and where a steeplechase leaves it.
        lights: as wished; the book turns them into plans (`pacelight.meet.show.lineup`).
        shine: how the lamps shine.
        recording: what happened, in order of time; empty where the race is yet to be run.
        source: who vouches for the result.
        lamps: how many stand at even distances; None where a survey says.
        survey_file: the survey's name, relative to the race file.
        text: the file itself: the journal keeps it.
        runners: the start list as the file has it, with lanes and chips.

    Raises:
        RaceError: unreadable, incomplete, or not possible; the offence is named.
    """

    id: str
    name: str
    heat: Heat
    distance: Distance
    course: Course
    lights: tuple[schema.LightFields, ...]
    shine: Shine
    recording: tuple[TimedEvent, ...]
    source: Source
    lamps: int
    survey_file: str | None
    text: str
    runners: tuple[schema.RunnerFields, ...]

    @classmethod
    def read(cls, path: Path) -> "RaceFile":
        """The race in that file.

        Raises:
            RaceError: see the class; the file is named.
        """
        try:
            return cls.parse(path.read_text(encoding="utf-8"), path.parent)
        except OSError as error:
            raise RaceError(f"no race file can be read at {path}: {error.strerror}") from error
        except UnicodeDecodeError as error:
            raise RaceError(f"{path} is not a race file: it is not UTF-8 text") from error
        except PacelightError as error:
            raise RaceError(f"{path}: {error}") from error

    @classmethod
    def parse(cls, text: str, beside: Path | Line | None = None) -> "RaceFile":
        """The race that this text describes.

        Args:
            text: of a race file.
            beside: the folder in which the file of a road lies, or what that says.

        Raises:
            RaceError: see the class.
            EventError, MarkError, NationError, SurveyError: a field cannot be read as what it must be.
        """
        fields = _fields(text)
        event = find_event(fields.event)
        if event.distance is None:
            raise RaceError(f"{event.name} has no distance: lights run races of a distance")
        heat = _heat(fields, event)
        course = Course.of(fields.track, event, event.distance, beside)
        shine = Shine.of(fields.lamps)
        return cls(
            id=fields.id,
            name=fields.name,
            heat=heat,
            distance=event.distance,
            course=course,
            lights=_lights(fields.light, shine),
            shine=shine,
            recording=_checked(fields, heat, event.distance, course.lap),
            source=_source(fields),
            lamps=fields.track.lamps or _LAMPS,
            survey_file=fields.track.survey,
            text=text,
            runners=_one_chip_each(fields.runner),
        )

    def survey(self, folder: Path) -> Survey:
        """Which lamp stands where.

        Args:
            folder: that of the race file, where a survey of its own lies.

        Raises:
            SurveyError: the survey cannot be read, or is of another track.
        """
        if self.survey_file is None:
            return Survey.even_kerb(self.track, self.lamps)
        survey = Survey.read(folder / self.survey_file, self.course.line)
        if survey.track != self.track:
            raise RaceError(
                f"{self.survey_file} is a survey of {survey.track.name}, not of {self.track.name}"
            )
        return survey

    @property
    def track(self) -> Track:
        """The track of its course."""
        return self.course.track

    @property
    def eve(self) -> date:
        """The day before: of which the book is asked if a light does not say otherwise."""
        return date.fromordinal(self.heat.day.toordinal() - 1)

    def finish_only(self, bib: str) -> bool:
        """Whether no split will come for this runner: nothing is to be projected between.

        Of a race that is no recording nobody knows; splits may come.
        """
        if not self.recording:
            return False
        mine = [event for event in self.recording if isinstance(event, Passing) and event.bib == bib]
        return all(passing.distance == self.distance for passing in mine)


def _fields(text: str) -> schema.RaceFields:
    try:
        fields = msgspec.toml.decode(text, type=schema.RaceFields)
    except msgspec.ValidationError as error:
        raise RaceError(f"race file: {_plain(str(error))}") from error
    except msgspec.DecodeError as error:
        raise RaceError(f"not a race file: {error}") from error
    if fields.schema != schema.SCHEMA:
        raise RaceError(f"race file: schema {fields.schema!r} is not known here (write '{schema.SCHEMA}')")
    return fields


def _plain(complaint: str) -> str:
    """A complaint of the decoder with the place first: ``runner[2].bib: Expected `str`, got `int```."""
    match = re.fullmatch(r"(.*?) - at `\$\.?(.*?)`", complaint, re.DOTALL)
    return f"{match[2]}: {match[1]}" if match and match[2] else complaint


def _heat(fields: schema.RaceFields, event: Event) -> Heat:
    for runner in fields.runner:
        nation = find_nation(runner.nation)
        if nation.code != runner.nation:
            raise RaceError(f"bib {runner.bib}: write the nation by its code, '{nation.code}'")
    return Heat(
        event=event,
        sex=_word(Sex, fields.sex, "sex"),
        day=fields.day,
        venue=fields.venue,
        competition=fields.competition,
        starters=tuple(Starter(r.bib, r.athlete, r.name, r.nation) for r in fields.runner),
        name=fields.heat,
        source_key=fields.source,
    )


def _one_chip_each(runners: Iterable[schema.RunnerFields]) -> tuple[schema.RunnerFields, ...]:
    worn: dict[str, str] = {}
    for runner in runners:
        for chip in runner.chips:
            other = worn.setdefault(chip, runner.bib)
            if other != runner.bib:
                raise RaceError(
                    f"bib {runner.bib}: chip {chip} is worn by bib {other} too: leave one of them out"
                )
    return tuple(runners)


def _source(fields: schema.RaceFields) -> Source:
    known = {source.key: source for source in fields.sources}
    found = known.get(fields.source)
    if found is None:
        raise RaceError(f"source '{fields.source}' is not among the sources ({', '.join(known)})")
    return Source(found.key, found.who, found.url, found.as_of)


def _lights(given: Iterable[schema.LightFields], shine: Shine) -> tuple[schema.LightFields, ...]:
    names: set[str] = set()
    for light in given:
        if light.name in names:
            raise RaceError(f"two lights are called '{light.name}'")
        names.add(light.name)
        _check_light(light, shine)
    return tuple(given)


def _check_light(light: schema.LightFields, shine: Shine) -> None:
    at = f"light '{light.name}'"
    if light.pattern is not None:
        word(Pattern, light.pattern, f"{at}: pattern")
    if not light.head_m + light.tail_m:
        raise RaceError(f"{at}: head_m and tail_m are 0, so nothing shines (write head_m = 1)")
    if light.priority and shine.blend is Blend.BRIGHTER:
        raise RaceError(
            f"{at}: priority counts for nothing where the brighter light is seen "
            '(write lamps.blend = "cover", or no priority)'
        )


def _checked(
    fields: schema.RaceFields, heat: Heat, distance: Distance, lap: Distance
) -> tuple[TimedEvent, ...]:
    """The recording in order of time, after a run through the rules of splits."""
    if fields.recording is None:
        return ()
    events = sorted(_events(fields.recording, distance), key=lambda event: event.elapsed)
    known = {source.key for source in fields.sources}
    table = SplitTable(distance, lap)
    for event in events:
        if event.source not in known:
            raise RaceError(f"source '{event.source}' is not among the sources ({', '.join(sorted(known))})")
        if isinstance(event, Passing | Verdict):
            heat.starter(event.bib)
        if isinstance(event, Passing):
            table.add(event)
    _refuse_endless(heat, events, distance)
    return tuple(events)


def _refuse_endless(heat: Heat, events: Iterable[TimedEvent], finish: Distance) -> None:
    """A race is over when everyone is in, or has a reason not to be."""
    ended = {
        event.bib
        for event in events
        if isinstance(event, Verdict) or (isinstance(event, Passing) and event.distance == finish)
    }
    for starter in heat.starters:
        if starter.bib not in ended:
            raise RaceError(f"bib {starter.bib} neither finishes nor has a status: add a finish or a verdict")


def _events(recording: schema.RecordingFields, finish: Distance) -> Iterator[TimedEvent]:
    """Better witnesses first: of two passings at one point and time the first is the one shown."""
    for row in recording.finish:
        yield _passing(row.bib, finish, _elapsed(row.bib, row.time), row)
    for point in recording.passing:
        yield _passing(point.bib, Distance.parse(point.distance), _elapsed(point.bib, point.time), point)
    for run in recording.segments:
        mm = ns = 0
        for length, time in run.segments:
            mm += Distance.parse(length).mm
            ns += _elapsed(run.bib, time).ns
            yield _passing(run.bib, Distance(mm), Elapsed(ns), run)
    for verdict in recording.verdict:
        status = _word(Status, verdict.status, f"bib {verdict.bib}: status")
        key = f"{verdict.source}-{verdict.bib}-{status}"
        yield Verdict(verdict.bib, status, _elapsed(verdict.bib, verdict.time), verdict.source, key)


def _passing(
    bib: str,
    distance: Distance,
    elapsed: Elapsed,
    row: schema.FinishFields | schema.PassingFields | schema.SegmentsFields,
) -> Passing:
    return Passing(
        bib=bib,
        distance=distance,
        elapsed=elapsed,
        method=_word(Method, row.method, f"bib {bib}: method"),
        official=row.official,
        source=row.source,
        key=f"{row.source}-{bib}-{distance.mm}",
    )


def _elapsed(bib: str, text: str) -> Elapsed:
    try:
        return Mark.parse(text).elapsed
    except PacelightError as error:
        raise RaceError(f"bib {bib}: {error}") from error


def _word(kind: type[Word], text: str, what: str) -> Word:
    try:
        return kind(text)
    except ValueError:
        raise RaceError(f"{what} '{text}' is none of {', '.join(kind)}") from None
