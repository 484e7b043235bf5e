"""Everything that a meet needs elsewhere, file by file, each under the name that it will have there."""

import hashlib
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pacelight.errors import Failure, FormatError, RaceError
from pacelight.meet.packing.manifest import Packed, check_name
from pacelight.meet.programme.meetfile import MeetFile, MeetRace
from pacelight.track.names import is_road, road_file

__all__ = ["Belonging", "beside", "inside", "named_files"]


_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Belonging:
    """A file that goes with the meet.

    Attributes:
        name: in the archive.
        role: see `pacelight.meet.packing.manifest.Packed`.
        path: where it is now.
        size: so many bytes of it; None for all.
    """

    name: str
    role: str
    path: Path
    size: int | None = None

    def chunks(self) -> Iterator[bytes]:
        """Its bytes, some at a time.

        Raises:
            Failure: it cannot be read.
        """
        left = self.size
        try:
            with self.path.open("rb") as file:
                while chunk := file.read(_CHUNK if left is None else min(_CHUNK, left)):
                    left = None if left is None else left - len(chunk)
                    yield chunk
        except OSError as error:
            raise Failure(f"{self.path} cannot be read: {error.strerror}") from error

    def packed(self) -> Packed:
        """As the manifest has it.

        Raises:
            Failure: it cannot be read.
        """
        size, digest = 0, hashlib.sha256()
        for chunk in self.chunks():
            size += len(chunk)
            digest.update(chunk)
        return Packed(self.name, self.role, size, digest.hexdigest())


def named_files(meet: MeetFile) -> list[Belonging]:
    """The meet file and all that it names beside it; book, journal and secret are others' matter.

    Raises:
        RaceError: one lies elsewhere than beside the meet file.
    """
    found = {meet.path.name: Belonging(meet.path.name, "meet", meet.path)}
    for role, path in _paths(meet):
        name = inside(path, meet.folder)
        if name is None:
            raise RaceError(f"{path} does not lie beside {meet.path.name} (move it there, then pack)")
        _check(name)
        found.setdefault(name, Belonging(name, role, path))
    return list(found.values())


def inside(path: Path, folder: Path) -> str | None:
    """Name of a file as seen from a folder; None where it does not lie in it."""
    with suppress(ValueError):
        return PurePosixPath(path.resolve().relative_to(folder.resolve())).as_posix()
    return None


def beside(path: Path, folder: Path, taken: set[str]) -> str:
    """A name for a file that may lie elsewhere: as in its folder, or a free one of its own.

    Args:
        path: where it is.
        folder: of the meet file.
        taken: names that others have; it is added.
    """
    usual = inside(path, folder) or path.name
    names = (usual if not n else f"elsewhere/{n}-{path.name}" for n in range(len(taken) + 1))
    name = next(one for one in names if one not in taken)
    _check(name)
    taken.add(name)
    return name


def _check(name: str) -> None:
    """Refuse a name that not every machine can give a file.

    Raises:
        RaceError: it is one.
    """
    try:
        check_name(name)
    except FormatError as error:
        raise RaceError(
            f"'{name}' is no name on every machine (leave : * ? and the like out of it)"
        ) from error


def _paths(meet: MeetFile) -> Iterator[tuple[str, Path]]:
    for one in meet.races:
        if one.file is not None:
            yield "race", one.file
        if one.entries is not None:
            yield "entries", one.entries
        yield from _of_track(one)
    for system in meet.timing:
        if system.chips is not None:
            yield "chips", meet.folder / system.chips


def _of_track(one: MeetRace) -> Iterator[tuple[str, Path]]:
    """Survey and road of a race; a survey names its road itself."""
    if one.race.course.road:
        yield "road", road_file(tomllib.loads(one.race.text)["track"]["name"], one.folder)
    if one.race.survey_file is None:
        return
    survey = one.folder / one.race.survey_file
    yield "survey", survey
    with suppress(OSError, ValueError):
        name = tomllib.loads(survey.read_text(encoding="utf-8")).get("track", "")
        if isinstance(name, str) and is_road(name):
            yield "road", road_file(name, survey.parent)
