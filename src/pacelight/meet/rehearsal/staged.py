"""A rehearsal's own folder: its race file, its survey and its road, and a copy of the book."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import msgspec

from pacelight.book.asking.lists import Book
from pacelight.book.store.copied import copied
from pacelight.errors import RaceError
from pacelight.mark import Mark
from pacelight.meet.live.waves import plan_of
from pacelight.meet.programme import racefile_schema as schema
from pacelight.meet.programme.meetfile import MeetRace
from pacelight.meet.programme.meetfile_races import written
from pacelight.meet.programme.places import is_address
from pacelight.meet.programme.surveys import kept
from pacelight.meet.rehearsal.bests import bests_of
from pacelight.meet.rehearsal.rehearsed import points_of, rehearsed
from pacelight.meet.show.lineup import asked
from pacelight.track.names import is_road, road_file

__all__ = ["Stage", "staged"]

_SURVEY = "survey.toml"


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a rehearsal takes place.

    Attributes:
        race: its race file, with the recording.
        bare: the same without: what happens is heard of.
        book: a copy, which is given the candidates.
        runners: how many there are.
        known: of how many of them the book knows a best.
    """

    race: Path
    bare: Path
    book: Path
    runners: int
    known: int


def staged(
    one: MeetRace,
    book: str,
    seed: int,
    folder: Path,
    progress: Callable[[float], object] = lambda _share: None,
) -> Stage:
    """Set it up.

    Args:
        one: the race of tonight.
        book: of tonight; it is read, and nothing is written to it.
        seed: another gives another race.
        folder: of the rehearsal, empty.
        progress: told how far the copy of the book is, 0 to 1.

    Raises:
        RaceError: the book is on a server, or nothing says how fast the race is to be.
        PacelightError: book, survey or lights are not right; the line says which.
    """
    if is_address(book):
        raise RaceError(f"a book on a server is not copied: {book} (name a file to rehearse with: --book)")
    copy = folder / "book.sqlite"
    copied(Path(book), copy, progress)
    with closing(Book.open(copy)) as opened:
        bests = bests_of(one.race, opened)
        light = _fastest(one, bests, opened)
    text = rehearsed(one.race, seed, bests, light, points_of(one.race))
    race = folder / "race.toml"
    bare = folder / "bare.toml"
    fields = _moved(text, one, folder)
    race.write_text(written(fields), encoding="utf-8")
    bare.write_text(written(msgspec.structs.replace(fields, recording=None)), encoding="utf-8")
    return Stage(race, bare, copy, len(bests), sum(best is not None for best in bests.values()))


def _fastest(one: MeetRace, bests: dict[str, Mark | None], book: Book) -> Mark:
    """The finish of the fastest light; where there is none, the best of those who run."""
    plans = [plan_of(light) for light in asked(one.race, book)]
    if plans:
        return Mark.from_elapsed(min(plan.finish for plan in plans), 3)
    known = [best for best in bests.values() if best is not None]
    if not known:
        raise RaceError(f"{one.race.id}: no light and nobody whose best is known: how fast is it to be?")
    return min(known)


def _moved(text: str, one: MeetRace, folder: Path) -> schema.RaceFields:
    """The race file as it is in the folder of the rehearsal, with its survey and its road beside it."""
    fields = msgspec.toml.decode(text, type=schema.RaceFields)
    track = fields.track
    survey = kept(one.race, one.folder)
    if survey is not None:
        (folder / _SURVEY).write_text(survey, encoding="utf-8")
        track = msgspec.structs.replace(track, survey=_SURVEY)
    if is_road(track.name):
        road = road_file(track.name, one.folder)
        (folder / road.name).write_bytes(road.read_bytes())
        track = msgspec.structs.replace(track, name=track.name[track.name.rfind("/") + 1 :])
    return msgspec.structs.replace(fields, track=track)
