"""Races that were shown, kept in a folder: one file a race, a line for each thing that was told.

They outlive this process. A file that cannot be written stops nobody: the race is shown, and kept no further.
Who writes one holds it locked, so that no process deletes it meanwhile; the oldest are deleted beyond `Keep`.
"""

import fcntl
import os
from collections.abc import Callable
from contextlib import suppress
from errno import EFBIG
from pathlib import Path
from typing import IO

from pacelight.web.live.earlier import earlier
from pacelight.web.live.fold import Document
from pacelight.web.live.keeping import Keep, Stored, beyond
from pacelight.web.live.recording import (
    KEY,
    UNSAID,
    begun_ns,
    entry,
    folded,
    goes_on,
    key,
    race_of,
    said,
    stands,
)
from pacelight.web.rights.told import Log, line, log

__all__ = ["MOST_BYTES", "Recorder", "Recordings"]

MOST_BYTES = 64 << 20
"""Of one recording: a hundred times a mile. Beyond it, nothing more of that race is kept."""

_SUFFIX = ".jsonl"

_OWN_FOLDER, _OWN_FILE = 0o700, 0o600
"""For who runs this program alone: others see the pages."""

_ADDING = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC | os.O_NOFOLLOW


class Recordings:
    """What is kept in a folder.

    Args:
        folder: of the files; it need not be there.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._known: dict[str, tuple[int, Document]] = {}

    def keys(self) -> list[str]:
        """Of all recordings, the one that begins last first."""
        names = (path.name.removesuffix(_SUFFIX) for path in self.folder.glob(f"*{_SUFFIX}"))
        found = [name for name in names if KEY.fullmatch(name) and "@" in name]
        return sorted(found, key=lambda name: (name.partition("@")[2], name), reverse=True)

    def races(self) -> set[str]:
        """The ids of the races of which there are recordings."""
        return {race_of(name) for name in self.keys()}

    def found(self, asked: str) -> str | None:
        """The key of the recording that is asked for; of a race by its id alone, the last one."""
        if not KEY.fullmatch(asked):
            return None
        if "@" in asked:
            return asked if self._file(asked).is_file() else None
        return next((name for name in self.keys() if race_of(name) == asked), None)

    def size(self, name: str) -> int:
        """Bytes of a recording; 0 of none."""
        try:
            return self._file(name).stat().st_size
        except OSError:
            return 0

    def lines(self, name: str) -> list[bytes]:
        """All whole lines of a recording; none of one that cannot be read."""
        try:
            text = self._file(name).read_bytes()
        except OSError:
            return []
        return text[: text.rfind(b"\n") + 1].splitlines(keepends=True)

    def end(self, name: str) -> Document | None:
        """The race as it stood at the end of a recording. It is not to be changed."""
        size = self.size(name)
        known = self._known.get(name)
        if known is not None and known[0] == size:
            return known[1]
        race = folded(self.lines(name))
        if race is not None:
            self._known[name] = size, race
        return race

    def _file(self, name: str) -> Path:
        return self.folder / f"{name}{_SUFFIX}"

    def last_ns(self, name: str) -> int | None:
        """The instant of the last line of a recording; None of none."""
        lines = self.lines(name)
        last = said(lines[-1]) if lines else None
        return None if last is None else int(last["at_unix_ns"])

    def prune(self, keep: Keep, now_ns: int) -> list[tuple[Stored, str]]:
        """Delete what is beyond what is kept, but nothing that a process is writing.

        Args:
            keep: what is kept.
            now_ns: the wall clock, whole nanoseconds.

        Returns:
            what was deleted, and why.

        Raises:
            OSError: the folder cannot be read, or written.
        """
        stored = [Stored(name, begun_ns(name), self.size(name)) for name in self.keys()]
        return [(one, why) for one, why in beyond(stored, keep, now_ns) if self._delete(one.name)]

    def _delete(self, name: str) -> bool:
        """Delete a recording; whether it is gone now, and was not in use."""
        path = self._file(name)
        try:
            with path.open("rb") as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                path.unlink()
        except (BlockingIOError, FileNotFoundError):
            return False
        self._known.pop(name, None)
        return True

    def open(self, name: str) -> IO[bytes]:
        """A recording, to go on with, held locked until it is closed; half a line at its end is cut off.

        Raises:
            OSError: it cannot be written.
        """
        self.folder.mkdir(mode=_OWN_FOLDER, parents=True, exist_ok=True)
        file = os.fdopen(os.open(self._file(name), _ADDING, _OWN_FILE), "ab")
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)  # more than one process may show one race
        whole = sum(map(len, self.lines(name)))
        if whole < self.size(name):
            file.truncate(whole)
        return file


class Recorder:
    """Writes down what is told of the race on the track.

    Args:
        kept: where.
        unix_ns: the wall clock, in whole nanoseconds.
        told: hears of a disk that refuses, and of what was deleted.
        keep: what is kept, whenever another race begins.
    """

    def __init__(
        self, kept: Recordings, unix_ns: Callable[[], int], told: Log = log, keep: Keep | None = None
    ) -> None:
        self._kept, self._unix_ns, self._told = kept, unix_ns, told
        self._keep = Keep() if keep is None else keep
        self._file: IO[bytes] | None = None
        self._race = ""
        self._at: tuple[str, int] = "", -1

    def hear(self, document: Document) -> None:
        """Take a snapshot or a delta; what was told before is passed over."""
        if "schema" in document:
            at = str(document["boot"]), int(document["seq"])
            if at != self._at:
                self._begin(document)
                self._write(document)
        else:
            at = self._at[0], int(document["seq"])
            if at[1] > self._at[1] and document["type"] not in UNSAID:
                self._write(document)
        self._at = max(self._at, at) if at[0] == self._at[0] else at

    def put_right(self, race: Document) -> None:
        """A race that is not on the track is another by now: so its recording ends.

        Args:
            race: as it stands; its lamps are those that it was shown with.
        """
        name = self._kept.found(race["race"]["id"])
        last = None if name is None else self._kept.end(name)
        if name is None or last is None or not goes_on(last, race):
            return
        now = {**race, "track": last["track"], "look": last.get("look")}
        if stands(now) == stands(last):
            return
        if self._kept.size(name) > MOST_BYTES:
            self._refused(OSError(EFBIG, os.strerror(EFBIG)), race["race"]["id"])
            return
        try:
            with self._kept.open(name) as file:
                file.write(entry(self._unix_ns(), now))
        except OSError as error:
            self._refused(error, race["race"]["id"])

    def close(self) -> None:
        """Nothing more is told."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _begin(self, snapshot: Document) -> None:
        """Go on with the last recording of this race, or begin another."""
        race = snapshot["race"]["id"]
        if race == self._race and snapshot["boot"] == self._at[0]:
            return
        self.close()
        self._race = race
        since_ns: int | None = None
        last = self._kept.found(race)
        try:
            if last is not None and goes_on(self._kept.end(last), snapshot):
                since_ns = self._kept.last_ns(last)
                self._file = self._kept.open(last)
            else:
                self._file = self._kept.open(key(race, self._unix_ns()))
        except OSError as error:
            self._lost(error)
            return
        for at_ns, document in earlier(snapshot, self._unix_ns(), since_ns):
            self._write(document, at_ns)
        self._prune()

    def _prune(self) -> None:
        now_ns = self._unix_ns()
        try:
            gone = self._kept.prune(self._keep, now_ns)
        except OSError as error:
            self._told(line("recordings-not-pruned", now_ns // 10**9, why=error.strerror))
            return
        for one, why in gone:
            self._told(line("recording-deleted", now_ns // 10**9, key=one.name, bytes=one.size, why=why))

    def _write(self, document: Document, at_ns: int | None = None) -> None:
        if self._file is None:
            return
        try:
            self._file.write(entry(self._unix_ns() if at_ns is None else at_ns, document))
            self._file.flush()
            if self._file.tell() > MOST_BYTES:
                self.close()
        except OSError as error:
            self._lost(error)

    def _lost(self, error: OSError) -> None:
        """Nothing more of the race on the track is kept."""
        self._refused(error, self._race)
        with suppress(OSError):
            self.close()
        self._file = None

    def _refused(self, error: OSError, race: str) -> None:
        self._told(line("not-recorded", self._unix_ns() // 10**9, race=race, why=error.strerror))
