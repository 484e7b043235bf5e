"""The files of a journal: its first, and those in which it went on after an error of a disk.

::

    race.journal                        lines 1 to 411, then what a full disk took half of
    SPARE/race.journal.3f2a....2        line 412 says why, and the journal goes on

Where the other files may lie is said beside the first: next to it, or in the folder that the link
``race.journal.spare`` names. Each begins with the line that follows the last one that was acknowledged,
so that the chain goes on across them.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import count, pairwise
from pathlib import Path

from pacelight.errors import JournalError
from pacelight.meet.journal.chain import ROOT, Fault, Line, begins, scan

__all__ = ["Segment", "beside", "gathered", "keep_spare", "places", "spare_of", "sync_folder", "unused"]


@dataclass(frozen=True, slots=True)
class Segment:
    """One file of a journal, as far as it counts.

    Attributes:
        path: where it is.
        first: number of its first line.
        lines: of it; those that were written anew in the next file are left out.
        links: what each carries of the line before, and what the line after the last does.
        rest: bytes behind the last that count for nothing: a disk took them, and nobody was told.
    """

    path: Path
    first: int
    lines: tuple[Line, ...]
    links: tuple[str, ...]
    rest: int = 0

    @property
    def end(self) -> int:
        """Bytes that count."""
        return self.lines[-1].end if self.lines else 0


def gathered(path: Path) -> tuple[list[Segment], Fault | None]:
    """All files of a journal in order, and where belief ends.

    Raises:
        JournalError: one cannot be read.
    """
    found, fault = [], None
    segment, fault = _scanned(path, _bytes(path), 1, ROOT)
    found.append(segment)
    for following in _others(path, segment):
        text = _bytes(following)
        head = begins(text)
        if head is None and b"\n" not in text:  # it was begun, and no line of it was ever acknowledged
            continue
        if head is None:
            n = found[-1].first + len(found[-1].lines)
            return found, fault or Fault(0, n, "it is no line to begin with", following.name)
        *before, last = found
        n, link = head
        at = n - last.first
        if not 0 <= at < len(last.links) or last.links[at] != link:
            return found, fault or Fault(0, n, "it does not go on from the file before", following.name)
        found = [*before, _up_to(last, at)]
        segment, fault = _scanned(following, text, n, link)
        found.append(segment)
    return found, fault


def _scanned(path: Path, text: bytes, n: int, link: str) -> tuple[Segment, Fault | None]:
    lines, fault, links = scan(text, n, link)
    if fault and n > 1:
        fault = replace(fault, file=path.name)
    segment = Segment(path, n, tuple(lines), tuple(links))
    return replace(segment, rest=len(text) - segment.end), fault


def _up_to(segment: Segment, lines: int) -> Segment:
    """So many lines of it: what follows them stands in the next file."""
    size = segment.end + segment.rest
    kept = replace(segment, lines=segment.lines[:lines], links=segment.links[: lines + 1])
    return replace(kept, rest=size - kept.end)


def _others(path: Path, first: Segment) -> list[Path]:
    """Files in which it may have gone on, in the order in which they were begun.

    Raises:
        JournalError: two of one number: each was written while the other was away.
    """
    if not first.lines:
        return []
    prefix = f"{path.name}.{first.links[1]}."
    found: list[tuple[int, Path]] = []
    for folder in places(path):
        with suppress(OSError):  # a disk that is away holds nothing that could be read now
            found += [
                (int(one.name.removeprefix(prefix)), one)
                for one in folder.iterdir()
                if one.name.startswith(prefix) and one.name.removeprefix(prefix).isdecimal()
            ]
    found.sort()
    for (number, one), (following, two) in pairwise(found):
        if number == following:
            raise JournalError(
                f"{path} went on in two files at once: {one} and {two} (put one of them aside)"
            )
    return [one for _, one in found]


def beside(path: Path, first_link: str, folder: Path) -> Path:
    """A name for the next file of a journal, in that folder.

    Args:
        path: of the journal.
        first_link: what its second line carries of its first: by this its other files are known.
        folder: where it goes on.
    """
    taken = [
        int(number)
        for place in {*places(path), folder}
        for number in _numbers(place, f"{path.name}.{first_link}.")
    ]
    return folder / f"{path.name}.{first_link}.{max(taken, default=1) + 1}"


def _numbers(folder: Path, prefix: str) -> Iterator[str]:
    with suppress(OSError):
        for one in folder.iterdir():
            number = one.name.removeprefix(prefix)
            if number != one.name and number.isdecimal():
                yield number


def places(path: Path) -> Sequence[Path]:
    """Folders in which a journal may go on, the likeliest to take it first."""
    spare = spare_of(path)
    return (path.parent,) if spare is None else (spare, path.parent)


def spare_of(path: Path) -> Path | None:
    """The folder that was named for it, on another disk; None where none was."""
    link = path.with_name(f"{path.name}.spare")
    return link.parent / link.readlink() if link.is_symlink() else None


def keep_spare(path: Path, spare: Path) -> None:
    """Remember beside a journal where it may go on, so that whoever reads it finds all of it.

    Raises:
        JournalError: there is no such folder, or it went on in another.
    """
    if not spare.is_dir():
        raise JournalError(f"{spare} is no folder: a journal cannot go on there (name another --spare)")
    link = path.with_name(f"{path.name}.spare")
    before = spare_of(path)
    if before is not None and before.resolve() == spare.resolve():
        return
    if before is not None and path.exists() and any(one.path.parent == before for one in gathered(path)[0]):
        raise JournalError(f"{path} went on in {before}: name that with --spare")
    try:
        link.unlink(missing_ok=True)
        link.symlink_to(spare.resolve())
    except OSError as error:
        raise JournalError(f"no spare can be noted at {link}: {error.strerror}") from error


def sync_folder(folder: Path) -> None:
    """Make the names in a folder as safe as the contents."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def unused(path: Path) -> Path:
    """That name, or the first like it under which nothing is kept yet."""
    names = (path if not n else path.with_name(f"{path.name}-{n}") for n in count())
    return next(name for name in names if not name.exists())


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise JournalError(f"no journal can be read at {path}: {error.strerror}") from error
