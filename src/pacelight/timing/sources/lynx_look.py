"""Looks into a results folder: which files are complete, and what they say that they did not say before."""

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from pacelight.errors import FormatError
from pacelight.timing.formats.encoding import ends_a_line
from pacelight.timing.formats.lif import read
from pacelight.timing.formats.lynx_file import readings
from pacelight.timing.reading import Reading

__all__ = ["Look", "ResultsFolder"]

_ENDING = ".lif"
_IN_ONE_LOOK = 100
"""Files read at one look: an evening of them is taken in a few."""

_LARGEST = 1_000_000
"""Bytes: a file of a thousand runners has a tenth."""

_AGAIN_NS = 3_000_000_000
"""A disk may tell times only to two seconds: a file that was just written is read once more."""

_Print: TypeAlias = tuple[int, int, int]
"""Size, time of the last change, and number of a file: if one differs, it was written."""


@dataclass(frozen=True, slots=True)
class Look:
    """What one look found.

    Attributes:
        readings: new ones, file by file, each after the heat that it is about.
        more: there are files that were not read for want of time.
        refused: files that could not be read.
        why: what a person should know; empty if there is nothing.
        lost: the folder itself could not be read.
    """

    readings: tuple[Reading, ...] = ()
    more: bool = False
    refused: int = 0
    why: str = ""
    lost: bool = False


@dataclass(slots=True)
class _Known:
    """A file as it was at the last look."""

    print: _Print
    read: _Print | None = None
    again_ns: int | None = None
    told: tuple[Reading, ...] = ()
    gone: bool = False


class ResultsFolder:
    """The folder in which FinishLynx saves its results.

    A file counts as complete if its last line ends, and if two looks found it unchanged or somebody saw it
    closed. It is read whole each time; only what differs from before is handed out.
    A file that vanishes takes nothing back.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: dict[str, _Known] = {}
        self._refused = 0
        self._why = ""

    def look(self, now_ns: int, closed: Collection[str] = ()) -> Look:
        """Look once.

        Args:
            now_ns: on the monotonic clock.
            closed: names of files that were seen being closed.
        """
        try:
            there = dict(self._files())
        except OSError as error:
            return Look(why=f"{self._path}: {error.strerror} (is the folder shared and mounted?)", lost=True)
        self._refused, self._why = 0, ""
        self._miss(there)
        due = [name for name, print_ in sorted(there.items()) if self._is_due(name, print_, now_ns, closed)]
        found = [one for name in due[:_IN_ONE_LOOK] for one in self._read(name, there[name], now_ns)]
        return Look(tuple(found), len(due) > _IN_ONE_LOOK, self._refused, self._why)

    def _files(self) -> Iterator[tuple[str, _Print]]:
        with os.scandir(self._path) as entries:
            for entry in entries:
                if not entry.name.lower().endswith(_ENDING):
                    continue
                try:
                    state = entry.stat()
                except OSError:  # it vanished in between, or leads nowhere
                    continue
                yield entry.name, (state.st_size, state.st_mtime_ns, state.st_ino)

    def _miss(self, there: Collection[str]) -> None:
        for name, known in self._known.items():
            if name not in there and not known.gone:
                known.gone = True
                self._why = f"{name} is gone: what it said stands"

    def _is_due(self, name: str, print_: _Print, now_ns: int, closed: Collection[str]) -> bool:
        known = self._known.get(name)
        if known is None:
            self._known[name] = known = _Known(print_)
            return name in closed
        if name in closed:
            known.print, known.gone = print_, False
            return True
        unchanged = known.print == print_ and not known.gone
        known.print, known.gone = print_, False
        if known.read == print_:
            return known.again_ns is not None and now_ns >= known.again_ns
        return unchanged

    def _read(self, name: str, print_: _Print, now_ns: int) -> tuple[Reading, ...]:
        """What a file says that it did not say before."""
        known = self._known[name]
        known.again_ns = None if known.read == print_ else now_ns + _AGAIN_NS
        known.read = print_
        try:
            said = self._readings(name, print_)
        except FormatError as error:
            self._refuse(str(error))
            return ()
        except OSError as error:
            known.read = None
            self._refuse(f"{name}: {error.strerror} (may this user read it?)")
            return ()
        if said is None or said == known.told:
            return ()
        known.told = said
        return said

    def _readings(self, name: str, print_: _Print) -> tuple[Reading, ...] | None:
        """All that a file says; None of one that is not complete.

        Raises:
            FormatError: it is no result.
            OSError: it cannot be read.
        """
        if print_[0] > _LARGEST:
            raise FormatError(f"{name} is larger than any result: {print_[0]} bytes")
        with (self._path / name).open("rb") as file:
            data = file.read(_LARGEST + 1)
        if not ends_a_line(data):
            self._why = f"{name} is still being written: its last line does not end"
            return None
        return readings(read(data, name), os.fsencode(name).decode(errors="replace"))

    def _refuse(self, why: str) -> None:
        self._refused += 1
        self._why = why
