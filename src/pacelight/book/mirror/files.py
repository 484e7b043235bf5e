"""Mirrors beside the facts: a folder for each event, mapped into memory, and a log of what came since.

All of it can be thrown away: `Mirrors.build` makes it anew from what the facts say.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote

import msgspec
import numpy.typing as npt

from pacelight.book.mirror.arrays import read_arrays, write_arrays
from pacelight.book.mirror.mirror import Mirror
from pacelight.book.mirror.names import Names
from pacelight.book.mirror.staircase import KEYED, Marks, Staircase, Steps
from pacelight.book.mirror.told import Told
from pacelight.errors import StoreError
from pacelight.event import Sex

__all__ = ["Mirrors"]

_ARRAYS = "arrays"
_LOG = "log.jsonl"
_MARKS = ("when", "number", "score", "counts", "ratified", "ages")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the log.

    Attributes:
        revision: of the facts, as of which the mirror is when it has taken this line.
        told: what came; None in the first line.
    """

    revision: tuple[int, ...]
    told: Told | None = None


@dataclass(slots=True)
class _Opened:
    """A mirror, and how much of its log it has taken."""

    place: Path
    mirror: Mirror
    revision: tuple[int, ...]
    log: int
    """Inode of the log: another one is that of a mirror built since."""
    read: int


class Mirrors:
    """The mirrors of a book. Any number of processes may read them while one writes.

    Args:
        folder: beside the book; made when the first mirror is built.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._opened: dict[tuple[str, Sex], _Opened] = {}

    def mirror(self, event: str, sex: Sex) -> Mirror | None:
        """The mirror of an event as it is now; None where there is none, or none that can be read."""
        found = self._current(event, sex)
        return None if found is None else found.mirror

    def revision(self, event: str, sex: Sex) -> tuple[int, ...] | None:
        """As of which revision of the facts the mirror is; None where there is none."""
        found = self._current(event, sex)
        return None if found is None else found.revision

    def build(self, event: str, sex: Sex, told: Iterable[Told], *, revision: tuple[int, ...]) -> None:
        """Make the mirror of an event anew.

        Args:
            event: which.
            sex: whose.
            told: all its performances, in order of arrival.
            revision: of the facts.

        Raises:
            StoreError: it cannot be written.
        """
        given = list(told)
        first = Mirror.of(replace(one, seen=one.seen[:1]) for one in given)
        self.keep(event, sex, first, (one for one in given if len(one.seen) > 1), revision=revision)

    def keep(
        self, event: str, sex: Sex, first: Mirror, later: Iterable[Told] = (), *, revision: tuple[int, ...]
    ) -> None:
        """Write a mirror that has not been told anything since it was made.

        Args:
            event: which.
            sex: whose.
            first: of all performances, as known without any decision.
            later: those about which something was learned.
            revision: of the facts.

        Raises:
            StoreError: it cannot be written.
        """
        place = self._place(event, sex)
        lines = [_Line(revision), *(_Line(revision, one) for one in later)]
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with TemporaryDirectory(prefix=".mirror-", dir=self._folder) as folder:
                new, old = Path(folder) / "new", Path(folder) / "old"
                new.mkdir()
                write_arrays(new / _ARRAYS, _arrays(first))
                (new / _LOG).write_bytes(_written(lines))
                if place.exists():
                    place.rename(old)
                new.rename(place)
        except OSError as error:
            raise StoreError(f"no mirror can be written in {self._folder} ({error.strerror})") from error

    def take(self, event: str, sex: Sex, told: Told, *, revision: tuple[int, ...]) -> None:
        """Tell a mirror of a performance that is new, or about which something was learned.

        Raises:
            StoreError: there is no such mirror, or it cannot be written.
        """
        known = self._current(event, sex)
        if known is None:
            raise StoreError(f"no mirror of {event}, {sex} in {self._folder} (build it first)")
        try:
            with (self._place(event, sex) / _LOG).open("r+b", buffering=0) as log:
                log.truncate(known.read)  # what a writer that was killed left of a line
                log.seek(known.read)
                log.write(_written([_Line(revision, told)]))
        except OSError as error:
            raise StoreError(f"no mirror can be written in {self._folder} ({error.strerror})") from error
        self._current(event, sex)

    def _place(self, event: str, sex: Sex) -> Path:
        return self._folder / quote(f"{event}-{sex}", safe="")

    def _current(self, event: str, sex: Sex) -> _Opened | None:
        """The mirror, with all that its log holds by now."""
        known = self._opened.get((event, sex))
        place = known.place if known else self._place(event, sex)
        try:
            log = os.stat(f"{place}/{_LOG}")  # noqa: PTH116  # this is asked before every question
            if known is None or known.log != log.st_ino or known.read > log.st_size:
                known = _Opened(place, _loaded(place), (), log.st_ino, 0)
            if known.read < log.st_size:
                _read_on(known, place / _LOG)
        except (OSError, ValueError):  # not there, or no file of arrays
            return None
        self._opened[event, sex] = known
        return known


def _read_on(opened: _Opened, log: Path) -> None:
    """Take the lines that came since; half a line of a writer that was killed is none."""
    with log.open("rb") as file:
        file.seek(opened.read)
        new = file.read()
    whole = new[: new.rfind(b"\n") + 1]
    for line in whole.splitlines():
        said = msgspec.json.decode(line, type=_Line)
        if said.told is not None:
            opened.mirror.take(said.told)
        opened.revision = said.revision
    opened.read += len(whole)


def _written(lines: Iterable[_Line]) -> bytes:
    return b"".join(msgspec.json.encode(line) + b"\n" for line in lines)


def _arrays(mirror: Mirror) -> dict[str, npt.NDArray[Any]]:
    """All that a mirror is, by the names of its files."""
    named = {f"name-{level}": names.known for level, names in mirror.names.items()}
    numbers = {f"number-{level}": names.numbers for level, names in mirror.names.items()}
    return {
        **{name: getattr(mirror.marks, name) for name in _MARKS},
        **{f"scope-{level}": column for level, column in mirror.marks.scopes.items()},
        **named,
        **numbers,
        "keys": mirror.keys,
        "lists": mirror.staircase.lists,
        "starts": mirror.staircase.starts,
        **{f"step-{name}": column for name, column in mirror.staircase.first._asdict().items()},
    }


def _loaded(place: Path) -> Mirror:
    """A mirror mapped into memory: what is written to it stays in this process."""
    array = read_arrays(place / _ARRAYS)
    marks = Marks(
        **{name: array[name] for name in _MARKS}, scopes={level: array[f"scope-{level}"] for level in KEYED}
    )
    steps = Steps(*(array[f"step-{name}"] for name in Steps._fields))
    names = {level: Names(array[f"name-{level}"], array[f"number-{level}"]) for level in KEYED}
    return Mirror(marks, Staircase(array["lists"], array["starts"], steps), names, array["keys"])
