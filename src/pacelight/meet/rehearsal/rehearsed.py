"""The race file of a rehearsal: tonight's race with a recording, and a name that nobody takes for it."""

from collections.abc import Mapping, Sequence

import msgspec

from pacelight.distance import Distance
from pacelight.errors import RaceError
from pacelight.mark import Elapsed, Mark
from pacelight.meet.programme import racefile_schema as schema
from pacelight.meet.programme.meetfile_races import written
from pacelight.meet.programme.racefile import RaceFile
from pacelight.meet.rehearsal.runners import Passed, finishes, passings

__all__ = ["WORD", "points_of", "rehearsed"]

WORD = "REHEARSAL"
"""Before the name of the race, on every page and in every line."""

_SOURCE = "rehearsal"
_EVERY_MM = 100_000
_LONGEST_MM = 10_000_000
"""Up to 10 km splits are taken at each 100 m, beyond at each lap."""


def rehearsed(
    race: RaceFile, seed: int, bests: Mapping[str, Mark | None], light: Mark, points: Sequence[Distance]
) -> str:
    """The race file of a rehearsal.

    Args:
        race: of tonight.
        seed: another gives another race.
        bests: of the runners, by bib.
        light: the finish of the fastest light.
        points: where times are taken, the finish last.

    Raises:
        RaceError: the race file cannot be read.
    """
    fields = _fields(race.text)
    recording = _recording(seed, finishes(seed, bests, light), points)
    who = f"Pacelight: a rehearsal with runners who are not there, seed {seed}"
    return written(
        msgspec.structs.replace(
            fields,
            id=f"rehearsal-{fields.id}",
            name=f"{WORD}: {fields.name}",
            source=_SOURCE,
            sources=[
                *(one for one in fields.sources if one.key != _SOURCE),
                schema.SourceFields(key=_SOURCE, who=who, as_of=race.heat.day),
            ],
            recording=recording,
        )
    )


def points_of(race: RaceFile) -> list[Distance]:
    """Each 100 m and each passing of the finish, the race's own last; of a long race the laps alone."""
    whole, lap, first = race.distance.mm, race.course.lap.mm, race.course.first.mm
    found = set(range(first, whole, lap)) | {whole}
    if whole <= _LONGEST_MM:
        found |= set(range(_EVERY_MM, whole, _EVERY_MM))
    return [Distance(mm) for mm in sorted(found)]


def _recording(
    seed: int, finished: Mapping[str, Elapsed], points: Sequence[Distance]
) -> schema.RecordingFields:
    splits: list[schema.PassingFields] = []
    ends: list[schema.FinishFields] = []
    for bib, finish in finished.items():
        *before, last = passings(seed, bib, finish, points)
        splits += [_split(one) for one in before]
        ends.append(schema.FinishFields(bib=bib, source=_SOURCE, time=_text(last)))
    return schema.RecordingFields(passing=splits, finish=ends)


def _split(one: Passed) -> schema.PassingFields:
    return schema.PassingFields(
        bib=one.bib,
        source=_SOURCE,
        distance=f"{one.distance.mm // 1000}.{one.distance.mm % 1000:03} m",
        time=_text(one),
        method="transponder",
        official=False,
    )


def _text(one: Passed) -> str:
    return str(Mark.from_elapsed(one.elapsed, 3))


def _fields(text: str) -> schema.RaceFields:
    try:
        return msgspec.toml.decode(text, type=schema.RaceFields)
    except msgspec.DecodeError as error:
        raise RaceError(f"not a race file: {error}") from error
