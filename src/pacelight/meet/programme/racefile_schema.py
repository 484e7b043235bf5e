"""The fields of a race file, as TOML has them. What they mean together is `racefile`.

``docs/reference/race-file.md`` is written from this module.
"""

from datetime import date
from typing import Annotated

import msgspec

__all__ = [
    "SCHEMA",
    "EvenPlan",
    "FinishFields",
    "LampsFields",
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
    "WaterFields",
]

SCHEMA = "pacelight.race/1"

Word = Annotated[str, msgspec.Meta(min_length=1)]
Said = Annotated[str, msgspec.Meta(pattern=r"^[^\x00-\x1f\x7f]+$", max_length=120)]
Slug = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Colour = Annotated[str, msgspec.Meta(pattern=r"^#[0-9a-fA-F]{6}$")]
Metres = Annotated[float, msgspec.Meta(ge=0, le=400)]
Place = Annotated[float, msgspec.Meta(ge=0, le=1000)]
HeadMetres = Annotated[float, msgspec.Meta(ge=0, le=20)]
DashMetres = Annotated[float, msgspec.Meta(ge=0.1, le=50)]
Priority = Annotated[int, msgspec.Meta(ge=-100, le=100)]


class _Fields(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


class WaterFields(_Fields, frozen=True, kw_only=True):
    """The way of a steeplechase through the water jump, as the certificate of the track says.

    Attributes:
        lap: length of a lap through it.
        leaves_m: metres past the finish line at which the way leaves the lap.
        joins_m: the same where it comes back.
    """

    lap: Word
    leaves_m: Place
    joins_m: Place


class TrackFields(_Fields, frozen=True, kw_only=True):
    """The track and its lamps.

    Attributes:
        name: as ``pacelight track list`` has it.
        lamps: how many stand at even distances along the kerb, the first at the finish line.
        survey: a survey file beside this file, instead of `lamps`.
        water: the way of a steeplechase through the water jump.
    """

    name: Word = "standard-400"
    lamps: Annotated[int, msgspec.Meta(ge=2, le=100_000)] | None = None
    survey: Word | None = None
    water: WaterFields | None = None


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
        label: what it is, for the legend; made from its plan if not given.
        colour, pattern: others than those of the other lights if not given.
        head_m: metres behind its leading edge that shine fully.
        tail_m: metres behind the head: of a comet they fade, else they do not.
        dash_m: of a dashed light, the length of a dash and of the dark after it.
        priority: where lights cover one another the higher one is seen, else the one named first.
    """

    name: Word
    label: Word | None = None
    colour: Colour | None = None
    pattern: Word | None = None
    head_m: HeadMetres = 1.0
    tail_m: Metres = 5.0
    dash_m: DashMetres = 2.0
    priority: Priority = 0
    plan: PlanFields


class LampsFields(_Fields, frozen=True, kw_only=True):
    """How the lamps shine: `pacelight.meet.programme.shine`.

    Attributes:
        blend: ``cover`` or ``brighter``: which of two lights is seen where they overlap.
        brightness: share of full light, more than 0, up to 1.
        daylight: lights are as long and as bright as the sun needs them.
        gamma: of lamps whose light is not linear in what they are sent.
        amperes: the current of all lamps together, at most.
        channel_ma: milliamperes of one colour of one lamp at full; 20 if not given.
        idle: ``idle`` or ``dark``: what is shown before the race is armed.
        recall: ``recall`` or ``false-start``: what is shown after a false start.
        gaps: whether the gap of the runner in front is shown at each 100 m.
        records: levels whose records turn the track gold; all but personal ones if not given.
    """

    blend: Word = "cover"
    brightness: float = 1.0
    daylight: bool = False
    gamma: float = 1.0
    amperes: float | None = None
    channel_ma: float | None = None
    idle: Word = "idle"
    recall: Word = "recall"
    gaps: bool = True
    records: list[Word] | None = None


class RunnerFields(_Fields, frozen=True, kw_only=True):
    """A line of the start list.

    Attributes:
        athlete: key in the book: family name first, ``ingebrigtsen-jakob``.
        nation: code of the nation competed for on the day.
        lane: or starting position, as the timing system has it; two may share one.
        chips: of the transponders worn, as the timing system writes them.
        say: how the name is said, for whoever reads it aloud: ``YAH-kob ING-eh-brik-tsen``.
        club: whoever else is started for, as the start list has it; results name it.
    """

    bib: Word
    athlete: Slug
    name: Word
    nation: Word
    lane: Word | None = None
    chips: list[Word] = []
    say: Said | None = None
    club: Said | None = None


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
    lamps: LampsFields = LampsFields()
    light: list[LightFields] = []
    runner: Annotated[list[RunnerFields], msgspec.Meta(min_length=1)]
    recording: RecordingFields | None = None
