"""The fields of a race file, as TOML has them. What they mean together is `pacelight.meet.racefile`.

``docs/reference/race-file.md`` is written from this module.
"""

from datetime import date
from typing import Annotated

import msgspec

__all__ = [
    "SCHEMA",
    "EvenPlan",
    "FinishFields",
    "LightFields",
    "PassingFields",
    "PlanFields",
    "RaceFields",
    "RecordPlan",
    "RecordingFields",
    "RunnerFields",
    "SegmentsFields",
    "SplitsPlan",
    "TrackFields",
    "VerdictFields",
]

SCHEMA = "pacelight.race/1"

Word = Annotated[str, msgspec.Meta(min_length=1)]
Slug = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Colour = Annotated[str, msgspec.Meta(pattern=r"^#[0-9a-fA-F]{6}$")]
Metres = Annotated[float, msgspec.Meta(ge=0, le=400)]
HeadMetres = Annotated[float, msgspec.Meta(ge=0, le=20)]


class _Fields(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


class TrackFields(_Fields, frozen=True, kw_only=True):
    """The track and its lamps.

    Attributes:
        name: as ``pacelight track list`` has it.
        lamps: how many stand at even distances along the kerb, the first at the finish line.
        survey: a survey file beside this file, instead of `lamps`.
    """

    name: Word = "standard-400"
    lamps: Annotated[int, msgspec.Meta(ge=2, le=100_000)] | None = None
    survey: Word | None = None


class RecordPlan(_Fields, frozen=True, kw_only=True, tag_field="kind", tag="record"):
    """At the even pace of a record, asked of the book when the race is armed.

    Attributes:
        level: ``WR``, ``AR``, ``NR``, ``MR`` ...
        scope: whose, where the level needs one: ``EUR``, ``NED``.
        event: of another event than the race's; the light then runs that record's speed.
        as_of: the last day of performances; the eve of the race if not given.
        ratified: only what had been ratified.
    """

    level: Word = "WR"
    scope: Word | None = None
    as_of: date | None = None
    ratified: bool = False


class EvenPlan(_Fields, frozen=True, kw_only=True, tag_field="kind", tag="even"):
    """At an even pace to a mark: ``3:46.63``."""

    mark: Word


class SplitsPlan(_Fields, frozen=True, kw_only=True, tag_field="kind", tag="splits"):
    """Through given points: pairs of distance and running time, the finish last."""

    splits: Annotated[list[tuple[Word, Word]], msgspec.Meta(min_length=1)]


PlanFields = RecordPlan | EvenPlan | SplitsPlan


class LightFields(_Fields, frozen=True, kw_only=True):
    """A light that runs.

    Attributes:
        name: one word by which gaps refer to it.
        head_m: metres behind its leading edge that shine fully.
        tail_m: metres behind the head along which it fades.
    """

    name: Word
    colour: Colour = "#19e36b"
    head_m: HeadMetres = 1.0
    tail_m: Metres = 5.0
    plan: PlanFields


class RunnerFields(_Fields, frozen=True, kw_only=True):
    """A line of the start list.

    Attributes:
        athlete: key in the book: family name first, ``ingebrigtsen-jakob``.
        nation: code of the nation competed for on the day.
    """

    bib: Word
    athlete: Slug
    name: Word
    nation: Word


class SegmentsFields(_Fields, frozen=True, kw_only=True):
    """The times a runner took from point to point: pairs of length and time, from the start on.

    Attributes:
        source: key of one of the sources.
        method: photo, cell, transponder, hand or video.
        official: measured and judged as a finish is; only then can a split make a performance.
    """

    bib: Word
    source: Word
    method: Word = "video"
    official: bool = False
    segments: Annotated[list[tuple[Word, Word]], msgspec.Meta(min_length=1)]


class PassingFields(_Fields, frozen=True, kw_only=True):
    """One running time at one point."""

    bib: Word
    source: Word
    distance: Word
    time: Word
    method: Word = "photo"
    official: bool = True


class FinishFields(_Fields, frozen=True, kw_only=True):
    """A finish."""

    bib: Word
    source: Word
    time: Word
    method: Word = "photo"
    official: bool = True


class VerdictFields(_Fields, frozen=True, kw_only=True):
    """A runner who will have no place: DNS, DNF, DQ, and the running time at which that was known."""

    bib: Word
    source: Word
    status: Word
    time: Word


class RecordingFields(_Fields, frozen=True, kw_only=True):
    """What happened, to be played again."""

    segments: list[SegmentsFields] = []
    passing: list[PassingFields] = []
    finish: list[FinishFields] = []
    verdict: list[VerdictFields] = []


class SourceFields(_Fields, frozen=True, kw_only=True):
    """Who says so: `who` as one would cite it, `url` where it is on the web, `as_of` when it was read."""

    key: Slug
    who: Word
    url: str = ""
    as_of: date


class RaceFields(_Fields, frozen=True, kw_only=True):
    """A whole race file.

    Attributes:
        id: short name, used for files.
        event: code or common name.
        sex: men, women or mixed.
        day: local to the venue.
        source: key of the source that vouches for the result.
        heat: tells heats of one day apart.
    """

    schema: Word
    id: Slug
    name: Word
    event: Word
    sex: Word
    day: date
    venue: Word
    competition: str = ""
    heat: str = ""
    source: Word
    track: TrackFields
    sources: Annotated[list[SourceFields], msgspec.Meta(min_length=1)]
    light: list[LightFields] = []
    runner: Annotated[list[RunnerFields], msgspec.Meta(min_length=1)]
    recording: RecordingFields | None = None
