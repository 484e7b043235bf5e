"""The calls by which a journal stands on a disk."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from pacelight.errors import JournalError
from pacelight.meet.journal.segments import unused

__all__ = ["aside", "chunks", "opened", "write_whole"]


def opened(path: Path) -> int:
    """A file for writing; for reading alone where a disk after an error lets nobody write."""
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o644)
    except OSError as error:
        with suppress(OSError):
            if path.stat().st_size:
                return os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        raise JournalError(f"no journal can be written at {path}: {error.strerror}") from error


def aside(path: Path) -> str:
    """Keep a file under a name of its own; which one."""
    kept = unused(path.with_name(f"{path.name}.cut-0"))
    path.rename(kept)
    return kept.name


def chunks(descriptor: int, size: int = 1 << 20) -> Iterator[bytes]:
    """All of a file, from its beginning."""
    at = 0
    while chunk := os.pread(descriptor, size, at):
        yield chunk
        at += len(chunk)


def write_whole(descriptor: int, line: bytes) -> None:
    """Write all of it; a disk may take a part."""
    while line:
        line = line[os.write(descriptor, line) :]
