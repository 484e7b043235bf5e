"""The journal of a race: append-only, on the disk before it is acknowledged, provable afterwards.

What a line is: `pacelight.meet.journal.chain`. Of how many files it is: `pacelight.meet.journal.segments`.
"""

import fcntl
import os
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import msgspec

from pacelight.errors import JournalError
from pacelight.meet.journal.chain import Fault, Line, chain, fault_of, line_of, read_line
from pacelight.meet.journal.disk import aside, chunks, opened, write_whole
from pacelight.meet.journal.named import read_names, write_names
from pacelight.meet.journal.persons import Persons
from pacelight.meet.journal.segments import (
    Segment,
    beside,
    gathered,
    keep_spare,
    places,
    spare_of,
    sync_folder,
    unused,
)

__all__ = ["Fault", "Journal", "Line", "Proof", "proof", "read", "verify"]

_SOME = 100_000
"""Bytes that one who follows is sent at once."""


def read(path: Path) -> tuple[list[Line], Fault | None]:
    """All lines that can be believed, with the persons who are known, and where belief ends.

    No file is changed.

    Raises:
        JournalError: it cannot be read.
    """
    segments, fault = gathered(path)
    persons = Persons(read_names(one.path for one in segments))
    return [_shown(line, persons) for one in segments for line in one.lines], fault


@dataclass(frozen=True, slots=True)
class Proof:
    """What is proved of a journal: nothing was changed, lost or put in up to its last line.

    Attributes:
        lines: how many there are.
        link: that a next one would carry: note it down elsewhere, and whoever cuts lines off the end is
            found out too.
        files: in which they stand, and how many lines are in each.
        unused: bytes that a disk took and nobody was told of, of all files but the last.
        noted: number of the line that a link that was noted down follows; None where none was given.
    """

    lines: int
    link: str
    files: tuple[tuple[str, int], ...]
    unused: int
    noted: int | None = None


def proof(path: Path, noted: str = "") -> Proof:
    """Prove that nothing was changed or lost, in any of its files.

    Args:
        path: of the journal.
        noted: a link that was noted down: the journal must still hold the line that it follows.

    Raises:
        JournalError: damaged; it says in which file, at which line and byte. Or that line is not in it.
    """
    segments, fault = gathered(path)
    if fault:
        raise JournalError(said(path, fault))
    follows = {link: one.first + n for one in segments for n, link in enumerate(one.links[1:])}
    if noted and noted not in follows:
        raise JournalError(
            f"{path} does not hold the line that {noted} follows: "
            "lines were cut off its end, or it is another journal"
        )
    return Proof(
        lines=sum(len(one.lines) for one in segments),
        link=segments[-1].links[-1],
        files=tuple((str(one.path), len(one.lines)) for one in segments),
        unused=sum(one.rest for one in segments),
        noted=follows[noted] if noted else None,
    )


def verify(path: Path) -> tuple[int, str]:
    """How many lines there are and the link of the next; see `proof`.

    Raises:
        JournalError: damaged; it says at which line and byte.
    """
    proved = proof(path)
    return proved.lines, proved.link


def said(path: Path, fault: Fault) -> str:
    """Where and why a journal cannot be believed, in one line."""
    where = path.with_name(fault.file) if fault.file else path
    return f"{where}: line {fault.line} at byte {fault.at} is damaged: {fault.why}"


@dataclass(slots=True)
class _File:
    """One file of a journal that is open.

    Attributes:
        first: number of its first line.
        ends: bytes up to and including each line, after a zero.
    """

    path: Path
    descriptor: int
    first: int
    ends: list[int] = field(default_factory=lambda: [0])


class Journal:
    """A journal open for writing, by one engine at a time.

    Opening cuts at the first line that cannot be believed; the bytes cut off are kept beside it.

    Attributes:
        lines: what stood in it when it was opened, with the persons who are known.
        warning: where it was cut, in words; None where it was whole.
        sealed: why its last file takes nothing more; empty where it does.
        persons: who stands behind the numbers in it.
    """

    def __init__(self, path: Path, descriptor: int) -> None:
        self.path = path
        self.sealed = ""
        self.warning: str | None = None
        segments, fault = gathered(path)
        self.persons = Persons(read_names(one.path for one in segments))
        self._files = [_File(path, descriptor, 1)]
        self._links: list[str] = [segments[0].links[0]]
        for one in segments:
            self._open(one)
        spare = spare_of(path)
        if self.count and spare is not None and not spare.is_dir():
            self.sealed = f"it may have gone on in {spare}, which is away"
            self.warning = f"{path}: {self.sealed}"
        elif fault:
            self.warning = self._cut_at(fault)
        for one in segments:
            for line in one.lines:
                self.persons.leave_out(line.event)
        self.lines = [_shown(line, self.persons) for one in segments for line in one.lines]

    @classmethod
    def open(cls, path: Path, spare: Path | None = None) -> Self:
        """The journal in that file; a new one where there is none.

        Args:
            path: its first file.
            spare: a folder, on another disk, where it goes on when this one fails; None for none, or for
                the one that was named before.

        Raises:
            JournalError: it cannot be written, or another engine writes it.
        """
        if spare is not None:
            keep_spare(path, spare)
        descriptor = opened(path)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            journal = cls(path, descriptor)
        except BlockingIOError as error:
            os.close(descriptor)
            raise JournalError(f"{path} is written by another engine; stop it, or name another") from error
        except OSError as error:
            os.close(descriptor)
            raise JournalError(f"{path}: {error.strerror}") from error
        with suppress(OSError):  # a disk that refuses this will refuse the first line
            sync_folder(path.parent)
        return journal

    def append(self, event: Any, *, unix_ns: int, persons: Iterable[str] = ()) -> Line:  # noqa: ANN401 - whatever msgspec can write
        """Write down what happened. When this returns, it is on the disk.

        Args:
            event: a struct, or anything JSON can say.
            unix_ns: when.
            persons: names and keys in it that tell who somebody is: numbers stand for them.

        Raises:
            JournalError: the disk refuses; this file takes nothing more, since what it holds is not known.
                Source: PostgreSQL's finding of 2018: after a failed fsync, trying again proves nothing.
        """
        text = msgspec.json.encode(event)
        self.know(self.persons.learn(persons))
        raw = line_of(self.count + 1, self._links[-1], unix_ns, self.persons.hide(text))
        self._write(raw)
        return self._took(raw)

    def go_on(self, folder: Path, event: Any, *, unix_ns: int, persons: Iterable[str] = ()) -> Line:  # noqa: ANN401 - as in `append`
        """Go on in a new file there.

        What was not acknowledged before is to be written anew.

        Args:
            folder: where; see `places`.
            event: what it begins with: why, or what waited.
            unix_ns: when.
            persons: as in `append`.

        Raises:
            JournalError: nothing can be written there either.
        """
        self.persons.learn(persons)  # all who are known are kept beside the new file
        text = self.persons.hide(msgspec.json.encode(event))
        raw = line_of(self.count + 1, self._links[-1], unix_ns, text)
        self._begin(folder, raw)
        return self._took(raw)

    @property
    def places(self) -> Sequence[Path]:
        """Folders in which it may go on, the likeliest to take it first."""
        return places(self.path)

    @property
    def file(self) -> Path:
        """In which it is written now."""
        return self._files[-1].path

    def know(self, new: Mapping[int, str]) -> None:
        """Keep persons beside it who have come up, here or in the journal that this is a copy of.

        Raises:
            JournalError: the disk refuses.
        """
        self.persons.take(new)
        try:
            write_names(self.file, new)
        except OSError as error:
            self.sealed = self.sealed or error.strerror or str(error)
            raise JournalError(f"{self.file} cannot be written: {error.strerror}") from error

    def copy(self, raw: Sequence[bytes]) -> list[Line]:
        """Write down lines of the journal of another engine, as they stand there. Then they are on the disk.

        A disk that refuses is left for the next place that takes them.

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
        self._write_somewhere(b"".join(lines))
        return [self._took(line) for line in lines]

    @property
    def count(self) -> int:
        """Lines on the disk."""
        return len(self._links) - 1

    @property
    def known(self) -> Mapping[int, str]:
        """Everyone who stands behind a number in it, as far as anybody knows."""
        return self.persons.known

    def link(self, n: int) -> str | None:
        """What line n carries, or will carry, of the line before; None where line n - 1 is not there."""
        return self._links[n - 1] if 1 <= n <= len(self._links) else None

    def since(self, n: int) -> tuple[bytes, int]:
        """Some whole lines from line n on, as they stand, and the number of the line after them.

        At most a hundred thousand bytes, or one line.
        """
        file = self._file(n)
        at = n - file.first
        begin = file.ends[at]
        last = min(max(bisect_right(file.ends, begin + _SOME) - 1, at + 1), len(file.ends) - 1)
        return os.pread(file.descriptor, file.ends[last] - begin, begin), file.first + last

    def raw(self, n: int) -> bytes:
        """Line n as it stands, newline left out."""
        file = self._file(n)
        begin, end = file.ends[n - file.first : n - file.first + 2]
        return os.pread(file.descriptor, end - begin - 1, begin)

    def cut(self, n: int) -> str:
        """Cut off line n and all that follow, and keep them beside the journal.

        Returns:
            name of the file in which they are kept.
        """
        return self._cut(n)

    def close(self) -> None:
        """Let go of the files."""
        for file in self._files:
            os.close(file.descriptor)

    def _open(self, segment: Segment) -> None:
        """Take up a file that is there."""
        if segment.first > 1 or segment.path != self.path:
            self._files.append(_File(segment.path, opened(segment.path), segment.first))
        self._files[-1].ends += [line.end for line in segment.lines]
        self._links += segment.links[1:]

    def _file(self, n: int) -> _File:
        return next(file for file in reversed(self._files) if file.first <= n)

    def _begin(self, folder: Path, raw: bytes) -> None:
        """A new file there, with what it begins with.

        Raises:
            JournalError: nothing can be written there.
        """
        first = self._links[1] if self.count else self._links[0]
        path = beside(self.path, first, folder)
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND | os.O_CLOEXEC
        try:
            write_names(path, self.persons.known)
            descriptor = os.open(path, flags, 0o644)
        except OSError as error:
            raise JournalError(f"{path} cannot be written: {error.strerror}") from error
        try:
            write_whole(descriptor, raw)
            os.fdatasync(descriptor)
            sync_folder(folder)
        except OSError as error:
            os.close(descriptor)
            self.sealed = error.strerror or str(error)
            raise JournalError(f"{path} cannot be written: {error.strerror}") from error
        self._files.append(_File(path, descriptor, self.count + 1))
        self.sealed = ""

    def _write(self, raw: bytes) -> None:
        if self.sealed:
            raise JournalError(f"{self.file} is sealed after an error of the disk: {self.sealed}")
        try:
            write_whole(self._files[-1].descriptor, raw)
            os.fdatasync(self._files[-1].descriptor)
        except OSError as error:
            self.sealed = error.strerror or str(error)
            raise JournalError(f"{self.file} cannot be written: {error.strerror}") from error

    def _write_somewhere(self, raw: bytes) -> None:
        try:
            self._write(raw)
        except JournalError:
            for folder in self.places if self.count else ():
                with suppress(JournalError):
                    self._begin(folder, raw)
                    return
            raise

    def _took(self, raw: bytes) -> Line:
        """A line that is on the disk now."""
        ends = self._files[-1].ends
        ends.append(ends[-1] + len(raw))
        self._links.append(chain(raw))
        return _shown(read_line(raw, ends[-1]), self.persons)

    def _cut_at(self, fault: Fault) -> str:
        """Cut off what cannot be believed; where a disk lets nobody cut, a new file will be begun."""
        where = self.path.with_name(fault.file) if fault.file else self.path
        size = self._size()
        try:
            kept = self._cut(self.count + 1)
        except OSError as error:
            self.sealed = error.strerror or str(error)
            done = f"nothing can be cut off there: {self.sealed}"
        else:
            done = f"{size - self._size()} bytes were cut off and kept in {kept}"
        return f"{where}: line {fault.line} at byte {fault.at} is damaged ({fault.why}); {done}"

    def _size(self) -> int:
        return sum(os.fstat(file.descriptor).st_size for file in self._files)

    def _cut(self, n: int) -> str:
        """Keep line n and all that follow beside the file they stand in; whole files are put aside."""
        kept = ""
        while self._files[-1].first > n and len(self._files) > 1:
            file = self._files.pop()
            os.close(file.descriptor)
            kept = aside(file.path)
        file = self._files[-1]
        at = file.ends[n - file.first]
        text = b"".join(chunks(file.descriptor))
        if text[at:]:
            beside_it = unused(file.path.with_name(f"{file.path.name}.cut-{at}"))
            beside_it.write_bytes(text[at:])
            kept = beside_it.name
            os.ftruncate(file.descriptor, at)
            os.fsync(file.descriptor)
        for orphan in self._not_taken_up():
            kept = aside(orphan)
        del file.ends[n - file.first + 1 :], self._links[n:]
        return kept

    def _not_taken_up(self) -> list[Path]:
        """Files that do not go on from the last that can be believed."""
        if not self.count:
            return []
        prefix = f"{self.path.name}.{self._links[1]}."
        mine = {file.path for file in self._files}
        found = [one for folder in self.places if folder.is_dir() for one in folder.iterdir()]
        return sorted(
            one
            for one in found
            if one not in mine and one.name.startswith(prefix) and one.name.removeprefix(prefix).isdecimal()
        )


def _shown(line: Line, persons: Persons) -> Line:
    return Line(line.n, line.unix_ns, persons.show(line.event), line.end)
