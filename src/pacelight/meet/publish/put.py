"""A file put in its place whole: whoever reads it has the one before or this one, never half of either."""

import errno
import fcntl
import os
from contextlib import suppress
from pathlib import Path

from pacelight.errors import StoreError
from pacelight.meet.journal.segments import sync_folder

__all__ = ["put"]

_MODE = 0o644
_OPEN = os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW


def put(path: Path, data: bytes) -> bool:
    """Write a file; whether it was another before. One that holds these bytes already is left alone.

    It is written beside its place, under a name with a dot before it; what a killed program left there
    is written over. Two programs that publish to one place do not write at once: the second is refused.

    Raises:
        StoreError: the disk refuses, or another program is writing it; the file is as it was.
    """
    try:
        if path.is_file() and path.read_bytes() == data:
            return False
        _replace(path, data)
    except OSError as error:
        taken = error.errno in {errno.EAGAIN, errno.EACCES} and isinstance(error, BlockingIOError)
        why = "another program is writing it" if taken else error.strerror
        raise StoreError(f"{path} cannot be written: {why}") from error
    return True


def _replace(path: Path, data: bytes) -> None:
    aside = path.with_name(f".{path.name}.new")
    mode = path.stat().st_mode & 0o777 if path.exists() else _MODE
    with os.fdopen(os.open(aside, _OPEN, mode), "wb") as file:
        _take(file.fileno(), aside)
        try:
            file.truncate(0)
            file.write(data)
            file.flush()
            os.fchmod(file.fileno(), mode)
            os.fsync(file.fileno())
            aside.replace(path)
        except OSError:
            with suppress(OSError):
                aside.unlink()
            raise
    sync_folder(path.parent)


def _take(descriptor: int, aside: Path) -> None:
    """Be the only one who writes there.

    Raises:
        BlockingIOError: another program does, or has just put it in its place.
    """
    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    try:
        same = os.fstat(descriptor).st_ino == aside.stat().st_ino
    except FileNotFoundError:
        same = False
    if not same:
        raise BlockingIOError(errno.EAGAIN, "put in its place meanwhile")
