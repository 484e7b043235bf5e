"""The journal of a race: append-only, on the disk before it is acknowledged, provable afterwards.

A line is ``crc32 of the body, 8 lower-case hex digits``, a space, and the body: compact JSON with
``n`` (counted from 1), ``p`` (the first 16 hex digits of the SHA-256 of the line before, newline
left out; zeros for the first), ``t`` (Unix nanoseconds) and ``e`` (what happened).
The checksum finds damage, the chain finds a line that was changed, dropped or put in.
"""

import fcntl
import hashlib
import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import msgspec

from pacelight.errors import JournalError

__all__ = ["Fault", "Journal", "Line", "read", "verify"]

_ROOT = "0" * 16
_PREFIX = 9
"""Eight hex digits and a space."""


class _Body(msgspec.Struct, frozen=True):
    n: int
    p: str
    t: int
    e: msgspec.Raw


@dataclass(frozen=True, slots=True)
class Line:
    """One event as it stands in a journal.

    Attributes:
        n: its number, from 1.
        unix_ns: when it was written down.
        event: what happened, JSON.
        end: bytes of the journal up to and including this line.
    """

    n: int
    unix_ns: int
    event: bytes
    end: int


@dataclass(frozen=True, slots=True)
class Fault:
    """The first place at which a journal cannot be believed.

    Attributes:
        at: bytes that are whole before it.
        line: number of the line that is wrong.
        why: in words.
    """

    at: int
    line: int
    why: str


def _encoded(n: int, previous: str, unix_ns: int, event: bytes) -> bytes:
    body = msgspec.json.encode(_Body(n, previous, unix_ns, msgspec.Raw(event)))
    return b"%08x %s\n" % (zlib.crc32(body), body)


def _chain(line: bytes) -> str:
    return hashlib.sha256(line.rstrip(b"\n")).hexdigest()[:16]


def _scan(text: bytes) -> tuple[list[Line], Fault | None, str]:
    """All lines up to the first that is wrong, what is wrong, and the link for the next line."""
    lines: list[Line] = []
    link, at = _ROOT, 0
    while at < len(text):
        end = text.find(b"\n", at) + 1
        fault = _fault(text[at:end], len(lines) + 1, link) if end else "it breaks off"
        if fault:
            return lines, Fault(at, len(lines) + 1, fault), link
        body = msgspec.json.decode(text[at + _PREFIX : end], type=_Body)
        lines.append(Line(body.n, body.t, bytes(body.e), end))
        link, at = _chain(text[at:end]), end
    return lines, None, link


def _fault(raw: bytes, n: int, link: str) -> str | None:
    """What is wrong with this line, or None. Only the bytes that were written are right."""
    try:
        body = msgspec.json.decode(raw[_PREFIX:], type=_Body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return "it is not a line of a journal"
    if raw[:_PREFIX] != b"%08x " % zlib.crc32(raw[_PREFIX:-1]):
        return "its checksum does not fit"
    if body.n != n:
        return f"it says it is line {body.n}"
    if body.p != link:
        return "it does not follow from the line before"
    if raw != _encoded(body.n, body.p, body.t, bytes(body.e)):
        return "it is not written as a journal is"
    return None


def read(path: Path) -> tuple[list[Line], Fault | None]:
    """All lines that can be believed, and where belief ends; the file is not changed.

    Raises:
        JournalError: it cannot be read.
    """
    lines, fault, _ = _scan(_bytes(path))
    return lines, fault


def verify(path: Path) -> tuple[int, str]:
    """Prove that nothing was changed or lost.

    Returns:
        how many lines there are, and the link that a next one would carry: note it down elsewhere,
        and whoever cuts lines off the end is found out too.

    Raises:
        JournalError: damaged; it says at which line and byte.
    """
    lines, fault, link = _scan(_bytes(path))
    if fault:
        raise JournalError(f"{path}: line {fault.line} at byte {fault.at} is damaged: {fault.why}")
    return len(lines), link


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise JournalError(f"no journal can be read at {path}: {error.strerror}") from error


class Journal:
    """A journal open for writing, by one engine at a time.

    Opening cuts at the first line that cannot be believed; the bytes cut off are kept beside it.

    Attributes:
        lines: what stood in it when it was opened.
        warning: where it was cut, in words; None where it was whole.
    """

    def __init__(self, path: Path, descriptor: int) -> None:
        self.path = path
        self._descriptor = descriptor
        text = self._read()
        self.lines, fault, self._link = _scan(text)
        self._n = len(self.lines)
        self._sealed = False
        self.warning: str | None = None
        if fault:
            self.warning = self._cut(text, fault)

    @classmethod
    def open(cls, path: Path) -> Self:
        """The journal in that file; a new one where there is none.

        Raises:
            JournalError: it cannot be written, or another engine writes it.
        """
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o644)
        except OSError as error:
            raise JournalError(f"no journal can be written at {path}: {error.strerror}") from error
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            journal = cls(path, descriptor)
            _sync_folder(path.parent)
        except BlockingIOError as error:
            os.close(descriptor)
            raise JournalError(f"{path} is written by another engine; stop it, or name another") from error
        except OSError as error:
            os.close(descriptor)
            raise JournalError(f"{path}: {error.strerror}") from error
        return journal

    def append(self, event: Any, *, unix_ns: int) -> Line:  # noqa: ANN401 - whatever msgspec can write
        """Write down what happened. When this returns, it is on the disk.

        Args:
            event: a struct, or anything JSON can say.
            unix_ns: when.

        Raises:
            JournalError: the disk refused; nothing more is taken, since what it holds is not known.
                Source: PostgreSQL's finding of 2018: after a failed fsync, trying again proves nothing.
        """
        if self._sealed:
            raise JournalError(f"{self.path} is sealed after an error of the disk")
        encoded = msgspec.json.encode(event)
        line = _encoded(self._n + 1, self._link, unix_ns, encoded)
        try:
            _write_whole(self._descriptor, line)
            os.fdatasync(self._descriptor)
        except OSError as error:
            self._sealed = True
            raise JournalError(f"{self.path} cannot be written: {error.strerror}") from error
        self._n += 1
        self._link = _chain(line)
        return Line(self._n, unix_ns, encoded, os.fstat(self._descriptor).st_size)

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._descriptor)

    def _read(self) -> bytes:
        return b"".join(_chunks(self._descriptor))

    def _cut(self, text: bytes, fault: Fault) -> str:
        beside = self.path.with_name(f"{self.path.name}.cut-{fault.at}")
        beside.write_bytes(text[fault.at :])
        os.ftruncate(self._descriptor, fault.at)
        os.fsync(self._descriptor)
        return (
            f"{self.path}: line {fault.line} at byte {fault.at} is damaged ({fault.why}); "
            f"{len(text) - fault.at} bytes were cut off and kept in {beside.name}"
        )


def _chunks(descriptor: int, size: int = 1 << 20) -> Iterator[bytes]:
    at = 0
    while chunk := os.pread(descriptor, size, at):
        yield chunk
        at += len(chunk)


def _write_whole(descriptor: int, line: bytes) -> None:
    while line:
        line = line[os.write(descriptor, line) :]


def _sync_folder(folder: Path) -> None:
    """Make the file's name as safe as its content."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
