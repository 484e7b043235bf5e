"""The journal of a race: append-only, on the disk before it is acknowledged, provable afterwards.

What a line is: `pacelight.meet.journal.chain`.
"""

import fcntl
import os
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import Any, Self

import msgspec

from pacelight.errors import JournalError
from pacelight.meet.journal.chain import Fault, Line, chain, fault_of, line_of, read_line, scan

__all__ = ["Fault", "Journal", "Line", "read", "verify"]

_SOME = 100_000
"""Bytes that one who follows is sent at once."""


def read(path: Path) -> tuple[list[Line], Fault | None]:
    """All lines that can be believed, and where belief ends; the file is not changed.

    Raises:
        JournalError: it cannot be read.
    """
    lines, fault, _ = scan(_bytes(path))
    return lines, fault


def verify(path: Path) -> tuple[int, str]:
    """Prove that nothing was changed or lost.

    Returns:
        how many lines there are, and the link that a next one would carry: note it down elsewhere,
        and whoever cuts lines off the end is found out too.

    Raises:
        JournalError: damaged; it says at which line and byte.
    """
    lines, fault, links = scan(_bytes(path))
    if fault:
        raise JournalError(f"{path}: line {fault.line} at byte {fault.at} is damaged: {fault.why}")
    return len(lines), links[-1]


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
        sealed: whether the disk refused, so that nothing more is taken.
    """

    def __init__(self, path: Path, descriptor: int) -> None:
        self.path = path
        self._descriptor = descriptor
        text = self._read()
        self.lines, fault, self._links = scan(text)
        self._ends = [0, *(line.end for line in self.lines)]
        self.sealed = False
        self.warning: str | None = None
        if fault:
            kept = self._cut(text, fault.at)
            self.warning = (
                f"{path}: line {fault.line} at byte {fault.at} is damaged ({fault.why}); "
                f"{len(text) - fault.at} bytes were cut off and kept in {kept}"
            )

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
        raw = line_of(self.count + 1, self._links[-1], unix_ns, msgspec.json.encode(event))
        self._write(raw)
        return self._took(raw)

    def copy(self, raw: Sequence[bytes]) -> list[Line]:
        """Write down lines of the journal of another engine, as they stand there. Then they are on the disk.

        Args:
            raw: whole lines, newline left out, in order, the first of which follows the last line here.

        Raises:
            JournalError: one is damaged or does not follow, and then none is written; or as in `append`.
        """
        lines, n, link = [], self.count, self._links[-1]
        for one in raw:
            n += 1
            line = one + b"\n"
            if why := fault_of(line, n, link):
                raise JournalError(f"{self.path}: line {n} cannot be copied: {why}")
            link = chain(line)
            lines.append(line)
        self._write(b"".join(lines))
        return [self._took(line) for line in lines]

    @property
    def count(self) -> int:
        """Lines on the disk."""
        return len(self._ends) - 1

    def link(self, n: int) -> str | None:
        """What line n carries, or will carry, of the line before; None where line n - 1 is not there."""
        return self._links[n - 1] if 1 <= n <= len(self._links) else None

    def since(self, n: int) -> tuple[bytes, int]:
        """Some whole lines from line n on, as they stand, and the number of the line after them.

        At most a hundred thousand bytes, or one line.
        """
        begin = self._ends[n - 1]
        last = max(bisect_right(self._ends, begin + _SOME) - 1, n)
        last = min(last, self.count)
        return os.pread(self._descriptor, self._ends[last] - begin, begin), last + 1

    def raw(self, n: int) -> bytes:
        """Line n as it stands, newline left out."""
        begin, end = self._ends[n - 1 : n + 1]
        return os.pread(self._descriptor, end - begin - 1, begin)

    def cut(self, n: int) -> str:
        """Cut off line n and all that follow, and keep them beside the journal.

        Returns:
            name of the file in which they are kept.
        """
        kept = self._cut(self._read(), self._ends[n - 1])
        del self._ends[n:], self._links[n:]
        return kept

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._descriptor)

    def _write(self, raw: bytes) -> None:
        if self.sealed:
            raise JournalError(f"{self.path} is sealed after an error of the disk")
        try:
            _write_whole(self._descriptor, raw)
            os.fdatasync(self._descriptor)
        except OSError as error:
            self.sealed = True
            raise JournalError(f"{self.path} cannot be written: {error.strerror}") from error

    def _took(self, raw: bytes) -> Line:
        """A line that is on the disk now."""
        self._ends.append(self._ends[-1] + len(raw))
        self._links.append(chain(raw))
        return read_line(raw, self._ends[-1])

    def _read(self) -> bytes:
        return b"".join(_chunks(self._descriptor))

    def _cut(self, text: bytes, at: int) -> str:
        beside = _unused(self.path.with_name(f"{self.path.name}.cut-{at}"))
        beside.write_bytes(text[at:])
        os.ftruncate(self._descriptor, at)
        os.fsync(self._descriptor)
        return beside.name


def _unused(path: Path) -> Path:
    """That name, or the first like it under which nothing is kept yet."""
    names = (path if not n else path.with_name(f"{path.name}-{n}") for n in count())
    return next(name for name in names if not name.exists())


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
