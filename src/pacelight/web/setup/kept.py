"""The files of a meet, kept with every version: nothing that was written is lost, and each step is undone.

Beside the files lies ``versions/``: the text of each version, and ``log.jsonl``, a line each.
A version that was put back is a version too; undoing goes on behind the one that it put back.
"""

import hashlib
import threading
from contextlib import suppress
from pathlib import Path

import msgspec

from pacelight.errors import Failure, RaceError, StoreError
from pacelight.meet.publish.put import put

__all__ = ["BOOK", "MEET", "OPENED", "SURVEY", "Author", "ChangedError", "Kept", "Version", "digest"]

BOOK = "book.sqlite"
"""Of a meet that names none."""

MEET = "meet.toml"
SURVEY = "lamps.toml"
"""Of a meet that names none yet."""

OPENED = "meet.open"
"""Is there once the engine of tonight is to run: `pacelight serve` starts it then."""


_FOLDER = "versions"
_LOG = "log.jsonl"
_NONE = ""


class ChangedError(RaceError):
    """The file is another than the one that was changed."""


class Author(msgspec.Struct, frozen=True):
    """Who changes something, and when.

    Attributes:
        by: a post or a name.
        role: as what.
        at: UTC, whole seconds since 1970.
    """

    by: str
    role: str
    at: int


class Version(msgspec.Struct, frozen=True):
    """One version of a file.

    Attributes:
        n: its number, over all files.
        file: its name.
        by, role, at: see `Author`; nobody where it was found as it was.
        of: the number of the version whose text this one has; its own, if it is new.
        upon: the number of the version that it was made of; 0 for none.
        digest: of its text.
    """

    n: int
    file: str
    by: str
    role: str
    at: int
    of: int
    upon: int
    digest: str


def digest(text: str | None) -> str:
    """By what a text is known; empty where there is none."""
    return _NONE if text is None else hashlib.sha256(text.encode()).hexdigest()[:16]


class Kept:
    """The folder of a meet.

    Args:
        folder: where its files lie; made if it is not there.

    Raises:
        StoreError: it cannot be made.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.Lock()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(
                f"the folder of the meet cannot be made at {folder}: {error.strerror}"
            ) from error

    def text(self, name: str) -> str | None:
        """What stands in a file; None where there is none.

        Raises:
            RaceError: it is no text.
            StoreError: it cannot be read.
        """
        try:
            return (self.folder / name).read_text(encoding="utf-8")
        except FileNotFoundError:
            return None
        except UnicodeDecodeError:
            raise RaceError(f"{name} is no UTF-8 text (put an earlier version back)") from None
        except OSError as error:
            raise StoreError(f"{name} cannot be read: {error.strerror}") from error

    def versions(self, name: str) -> list[Version]:
        """Of a file, the oldest first."""
        return [one for one in self._all() if one.file == name]

    def save(self, name: str, text: str, author: Author, *, seen: str) -> str:
        """Write a file; what was there is kept.

        Args:
            name: of the file.
            text: all of it.
            author: who writes it.
            seen: digest of the text that was changed; empty where there was none.

        Returns:
            the digest of the new text.

        Raises:
            ChangedError: somebody else has written it since.
            StoreError: the disk refuses; the file is as it was.
        """
        with self._lock:
            before = self._text(name)
            if digest(before) != seen:
                raise ChangedError(self._changed(name))
            if before != text:
                self._note(name, before)
                self._write(name, text, author)
        return digest(text)

    def undo(self, name: str, author: Author, *, seen: str) -> str:
        """Put back the version before; see `save`.

        Raises:
            RaceError: there is none before.
        """
        with self._lock:
            before = self._text(name)
            if digest(before) != seen:
                raise ChangedError(self._changed(name))
            self._note(name, before)
            by_number = {one.n: one for one in self.versions(name)}
            last = max(by_number, default=0)
            upon = by_number[by_number[last].of].upon if last else 0
            if upon not in by_number:
                raise RaceError(f"there is no version of {name} before this one")
            text = self._read(by_number[upon])
            self._write(name, text, author, of=upon)
        return digest(text)

    def _text(self, name: str) -> str | None:
        with suppress(RaceError):
            return self.text(name)
        return (self.folder / name).read_text(encoding="utf-8", errors="replace")

    def _changed(self, name: str) -> str:
        found = self.versions(name)
        who = f" by {found[-1].by}" if found and found[-1].by else ""
        return f"{name} was changed{who} since you opened it: look at it again (what you typed is kept here)"

    def _note(self, name: str, text: str | None) -> None:
        """Keep what was written by hand, so that it can be put back too."""
        found = self.versions(name)
        if text is not None and (not found or found[-1].digest != digest(text)):
            self._add(Version(self._next(), name, "", "", 0, 0, self._upon(name), digest(text)), text)

    def _write(self, name: str, text: str, author: Author, *, of: int = 0) -> None:
        """The file, then its version: one that is torn in between is found as it was, and kept later."""
        put(self.folder / name, text.encode())
        upon = self._upon(name)
        self._add(
            Version(self._next(), name, author.by, author.role, author.at, of, upon, digest(text)), text
        )

    def _upon(self, name: str) -> int:
        """The version whose text the file has."""
        found = self.versions(name)
        return found[-1].of if found else 0

    def _add(self, version: Version, text: str) -> None:
        if not version.of:
            version = msgspec.structs.replace(version, of=version.n)
        folder = self.folder / _FOLDER
        try:
            folder.mkdir(exist_ok=True)
            put(folder / f"{version.n:04d}-{version.file}", text.encode())
            with (folder / _LOG).open("ab") as log:
                log.write(msgspec.json.encode(version) + b"\n")
        except OSError as error:
            raise StoreError(f"no version can be kept in {folder}: {error.strerror}") from error

    def _read(self, version: Version) -> str:
        path = self.folder / _FOLDER / f"{version.n:04d}-{version.file}"
        try:
            return path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise Failure(f"version {version.n} of {version.file} cannot be read: {error}") from error

    def _next(self) -> int:
        return max((one.n for one in self._all()), default=0) + 1

    def _all(self) -> list[Version]:
        """Every version that is known; a line that was torn is none."""
        found = []
        with suppress(FileNotFoundError):
            for line in (self.folder / _FOLDER / _LOG).read_bytes().splitlines():
                with suppress(msgspec.MsgspecError, UnicodeDecodeError):
                    found.append(msgspec.json.decode(line, type=Version))
        return found
