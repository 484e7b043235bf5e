"""Mirrors beside the facts: a folder for each event, read whole, and a log of what came since.

All of it can be thrown away: `Mirrors.build` makes it anew from what the facts say.
"""

import fcntl
import os
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

import msgspec
import numpy as np
import numpy.typing as npt

from pacelight.book.mirror.arrays import read_arrays, write_arrays
from pacelight.book.mirror.mirror import Mirror
from pacelight.book.mirror.names import Names
from pacelight.book.mirror.numbered import State
from pacelight.book.mirror.prints import NO_PRINTS, Prints
from pacelight.book.mirror.staircase import KEYED, NO_STEPS, Marks, Staircase, Steps
from pacelight.book.mirror.told import Told
from pacelight.errors import StoreError
from pacelight.event import Sex

__all__ = ["Mirrors", "Opened"]

_ARRAYS = "arrays"
_LOG = "log.jsonl"
_MARKS = ("when", "number", "score", "counts", "ratified", "ages")
_FORMAT = 3
"""Of these files; a mirror of another is as none."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the log.

    Attributes:
        revision: of the facts, as of which the mirror is when it has taken this line.
        told: what came; nothing in the first line.
        prints: of what it was told, by the numbers of the facts.
        whose: of the first line, the format, the event and the check sum of the arrays.
        later: of the first line, what the mirror had been told when it was written; see `Mirror.later`.
    """

    revision: tuple[int, ...]
    told: tuple[Told, ...] = ()
    prints: dict[int, int] = field(default_factory=dict)
    whose: tuple[int, str, int] | None = None
    later: dict[int, tuple[int, list[State]]] = field(default_factory=dict)


@dataclass(slots=True)
class Opened:
    """A mirror, and how much of its log it has taken.

    Attributes:
        revision: of the facts, as of which it is.
        prints: of what it was told.
        later: how many performances it was told of since it was built.
        log: of which mirror the log is; another one was built since.
        read: bytes of the log.
    """

    place: Path
    mirror: Mirror
    prints: Prints
    log: tuple[int, ...]
    revision: tuple[int, ...] = ()
    later: int = 0
    read: int = 0


class Mirrors:
    """The mirrors of a book. Any number of processes may read them while one writes; writers take turns.

    Args:
        folder: beside the book; made when the first mirror is built.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._opened: dict[tuple[str, Sex], Opened] = {}

    def mirror(self, event: str, sex: Sex) -> Mirror | None:
        """The mirror of an event as it is now; None where there is none, or none that can be read."""
        found = self.opened(event, sex)
        return None if found is None else found.mirror

    def revision(self, event: str, sex: Sex) -> tuple[int, ...] | None:
        """As of which revision of the facts the mirror is; None where there is none."""
        found = self.opened(event, sex)
        return None if found is None else found.revision

    def opened(self, event: str, sex: Sex) -> Opened | None:
        """The mirror with all that its log holds by now; None where there is none that can be read."""
        known = self._opened.get((event, sex))
        place = known.place if known else self._place(event, sex)
        try:
            log = os.stat(f"{place}/{_LOG}")  # noqa: PTH116  # this is asked before every question
            which = _which(place, log)
            if known is None or known.log != which or known.read > log.st_size:
                known = _loaded(place, which)
            if known.read < log.st_size:
                _read_on(known, place / _LOG)
        except (OSError, ValueError, KeyError):  # not there, torn, or another's
            self._opened.pop((event, sex), None)
            return None
        self._opened[event, sex] = known
        return known

    def build(
        self,
        event: str,
        sex: Sex,
        told: Iterable[Told],
        *,
        revision: tuple[int, ...],
        prints: Prints = NO_PRINTS,
    ) -> None:
        """Make the mirror of an event anew.

        Args:
            event: which.
            sex: whose.
            told: all its performances, in order of arrival.
            revision: of the facts.
            prints: of all of them.

        Raises:
            StoreError: it cannot be written.
        """
        self.keep(event, sex, Mirror.of(told), revision=revision, prints=prints)

    def keep(
        self,
        event: str,
        sex: Sex,
        mirror: Mirror,
        *,
        revision: tuple[int, ...],
        prints: Prints = NO_PRINTS,
    ) -> None:
        """Write a mirror with all that it was told.

        Args:
            event: which.
            sex: whose.
            mirror: of all performances.
            revision: of the facts.
            prints: of all performances.

        Raises:
            StoreError: it cannot be written.
        """
        place = self._place(event, sex)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with TemporaryDirectory(prefix=".mirror-", dir=self._folder) as folder:
                new, old = Path(folder) / "new", Path(folder) / "old"
                new.mkdir()
                check = write_arrays(new / _ARRAYS, _arrays(mirror, prints))
                whose = _FORMAT, place.name, check
                (new / _LOG).write_bytes(_written(_Line(revision, whose=whose, later=mirror.later)))
                if place.exists():
                    place.rename(old)
                new.rename(place)
        except OSError as error:
            raise StoreError(f"no mirror can be written in {self._folder} ({error.strerror})") from error

    def take(
        self,
        event: str,
        sex: Sex,
        *told: Told,
        revision: tuple[int, ...],
        prints: Mapping[int, int] = MappingProxyType({}),
        since: tuple[int, ...] | None = None,
    ) -> bool:
        """Tell a mirror of performances that are new, or about which something was learned.

        Args:
            event: which.
            sex: whose.
            told: what came, in order of arrival.
            revision: of the facts, with all of it.
            prints: of these performances.
            since: the revision up to which it was told so far; not looked at where it is None.

        Returns:
            whether it was told: not if somebody else has told it meanwhile.

        Raises:
            StoreError: there is no such mirror, or it cannot be written.
        """
        if self.opened(event, sex) is None:
            raise StoreError(f"no mirror of {event}, {sex} in {self._folder} (build it first)")
        line = _written(_Line(revision, told, dict(prints)))
        try:
            with (self._place(event, sex) / _LOG).open("r+b") as log:
                fcntl.flock(log, fcntl.LOCK_EX)
                known = self.opened(event, sex)
                if known is None or known.log != _which(known.place, os.fstat(log.fileno())):
                    return False  # built anew meanwhile
                if since not in {None, known.revision}:
                    return False
                log.truncate(known.read)  # what a writer that was killed left of a line
                log.seek(known.read)
                log.write(line)
        except OSError as error:
            raise StoreError(f"no mirror can be written in {self._folder} ({error.strerror})") from error
        return self.opened(event, sex) is not None

    def _place(self, event: str, sex: Sex) -> Path:
        return self._folder / quote(f"{event}-{sex}", safe="")


def _which(place: Path, log: os.stat_result) -> tuple[int, ...]:
    """Of which mirror a log is: a file system gives the number of one that is gone to the next."""
    arrays = os.stat(f"{place}/{_ARRAYS}")  # noqa: PTH116  # as of the log
    return log.st_ino, arrays.st_ino, arrays.st_mtime_ns


def _read_on(opened: Opened, log: Path) -> None:
    """Take the lines that came since; half a line of a writer that was killed is none.

    Raises:
        ValueError: a line is not as it was written.
    """
    with log.open("rb") as file:
        file.seek(opened.read)
        new = file.read()
    whole = new[: new.rfind(b"\n") + 1]
    for line in whole.splitlines():
        said = _said(line)
        for told in said.told:
            opened.mirror.take(told)
        opened.later += len(said.told)
        opened.prints = opened.prints.renewed(said.prints)
        opened.revision = said.revision
    opened.read += len(whole)


def _written(line: _Line) -> bytes:
    said = msgspec.json.encode(line)
    return b"%08x %b\n" % (zlib.crc32(said), said)


def _said(line: bytes) -> _Line:
    check, _, said = line.partition(b" ")
    if check != b"%08x" % zlib.crc32(said):
        raise ValueError("a line of a log is damaged")
    return msgspec.json.decode(said, type=_Line)


def _arrays(mirror: Mirror, prints: Prints) -> dict[str, npt.NDArray[Any]]:
    """All that a mirror is, by the names of its files."""
    names = {level: names.together() for level, names in mirror.names.items()}
    new_keys = np.array([key.encode() for key in mirror.new_keys], np.bytes_)
    return {
        **{name: getattr(mirror.marks, name) for name in _MARKS},
        **{f"scope-{level}": column for level, column in mirror.marks.scopes.items()},
        **{f"name-{level}": some.known for level, some in names.items()},
        **{f"number-{level}": some.numbers for level, some in names.items()},
        "keys": np.concatenate([mirror.keys, new_keys]) if mirror.new_keys else mirror.keys,
        "lists": mirror.staircase.lists,
        "starts": mirror.staircase.starts,
        **{f"step-{name}": column for name, column in mirror.staircase.first._asdict().items()},
        **_versions(mirror.staircase),
        "print-ids": prints.ids,
        "print-words": prints.words,
    }


def _versions(staircase: Staircase) -> dict[str, npt.NDArray[Any]]:
    """The lists of which something was learned later: of each version its list, its day, and its steps."""
    flat = [
        (wanted, day, steps)
        for wanted, (days, versions) in staircase.versions.items()
        for day, steps in zip(days, versions, strict=True)
    ]
    every = [steps for _, _, steps in flat] or [NO_STEPS]
    return {
        "version-lists": np.array([wanted for wanted, _, _ in flat], np.int64),
        "version-days": np.array([day for _, day, _ in flat], np.int64),
        "version-sizes": np.array([steps.when.size for _, _, steps in flat], np.int64),
        **{
            f"version-{name}": np.concatenate([steps[nth] for steps in every])
            for nth, name in enumerate(Steps._fields)
        },
    }


def _read_versions(array: Mapping[str, npt.NDArray[Any]]) -> dict[int, tuple[list[int], list[Steps]]]:
    """As `_versions` wrote them."""
    steps = Steps(*(array[f"version-{name}"] for name in Steps._fields))
    ends = np.cumsum(array["version-sizes"])
    found: dict[int, tuple[list[int], list[Steps]]] = {}
    columns = (array["version-lists"], array["version-days"], ends - array["version-sizes"], ends)
    for wanted, day, start, end in zip(*(column.tolist() for column in columns), strict=True):
        days, versions = found.setdefault(wanted, ([], []))
        days.append(day)
        versions.append(steps.cut(start, end))
    return found


def _loaded(place: Path, log: tuple[int, ...]) -> Opened:
    """A mirror in memory: what is written to it stays in this process.

    Raises:
        OSError: there is none.
        ValueError: its files are torn, of another format, or those of another mirror.
    """
    with (place / _LOG).open("rb") as file:
        first = _said(file.readline().rstrip(b"\n"))
    whose = first.whose
    if whose is None or whose[:2] != (_FORMAT, place.name):
        raise ValueError(f"{place} is another's")
    array = read_arrays(place / _ARRAYS, whose[2])
    marks = Marks(
        **{name: array[name] for name in _MARKS}, scopes={level: array[f"scope-{level}"] for level in KEYED}
    )
    steps = Steps(*(array[f"step-{name}"] for name in Steps._fields))
    names = {level: Names(array[f"name-{level}"], array[f"number-{level}"]) for level in KEYED}
    staircase = Staircase(array["lists"], array["starts"], steps)
    staircase.versions = _read_versions(array)
    mirror = Mirror(marks, staircase, names, array["keys"])
    mirror.later = first.later
    return Opened(place, mirror, Prints(array["print-ids"], array["print-words"]), log)
