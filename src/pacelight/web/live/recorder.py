"""Races that were shown, kept in a folder: one file a race, a line for each thing that was told.

They outlive this process. A file that cannot be written stops nobody: the race is shown, and kept no further.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO

from pacelight.web.live.fold import Document
from pacelight.web.live.recording import KEY, UNSAID, entry, folded, goes_on, key, race_of
from pacelight.web.rights.told import Log, line, log

__all__ = ["MOST_BYTES", "Recorder", "Recordings"]

MOST_BYTES = 64 << 20
"""Of one recording: a hundred times a mile. Beyond it, nothing more of that race is kept."""

_SUFFIX = ".jsonl"


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

    def open(self, name: str) -> IO[bytes]:
        """A recording, to go on with; half a line at its end is cut off.

        Raises:
            OSError: it cannot be written.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        file = self._file(name).open("ab")
        whole = sum(map(len, self.lines(name)))
        if whole < self.size(name):
            file.truncate(whole)
        return file


class Recorder:
    """Writes down what is told of the race on the track.

    Args:
        kept: where.
        unix_ns: the wall clock, in whole nanoseconds.
        told: hears of a disk that refuses.
    """

    def __init__(self, kept: Recordings, unix_ns: Callable[[], int], told: Log = log) -> None:
        self._kept, self._unix_ns, self._told = kept, unix_ns, told
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
        with suppress(OSError):
            last = self._kept.found(race)
            if last is not None and goes_on(self._kept.end(last), snapshot):
                self._file = self._kept.open(last)
                return
        try:
            self._file = self._kept.open(key(race, self._unix_ns()))
        except OSError as error:
            self._refused(error)

    def _write(self, document: Document) -> None:
        if self._file is None:
            return
        try:
            self._file.write(entry(self._unix_ns(), document))
            self._file.flush()
            if self._file.tell() > MOST_BYTES:
                self.close()
        except OSError as error:
            self._refused(error)

    def _refused(self, error: OSError) -> None:
        self._told(line("not-recorded", self._unix_ns() // 10**9, race=self._race, why=error.strerror))
        with suppress(OSError):
            self.close()
        self._file = None
