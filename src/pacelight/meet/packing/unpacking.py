"""Unpacking a meet: all of it, every sum checked, or nothing."""

import hashlib
import os
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from pacelight.errors import Failure, FormatError, RaceError
from pacelight.meet.journal.file import verify
from pacelight.meet.journal.segments import sync_folder
from pacelight.meet.packing.manifest import MANIFEST, Manifest, Packed, read_manifest

__all__ = ["unpack"]

_CHUNK = 1 << 20
_MANIFEST_BYTES = 4 << 20
_SECRET_ROLES = frozenset({"secret", "names"})

_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError),
    UnicodeDecodeError,  # of a name that is no text
)
"""What the archive's reader says of one that is damaged, or packed by somebody else."""


def unpack(file: Path, to: Path, *, progress: Callable[[float], object] = lambda _share: None) -> Manifest:
    """Put a packed meet into a new folder.

    Args:
        file: the archive.
        to: the folder: not there yet, or empty.
        progress: told the share that is done, 0 to 1.

    Raises:
        RaceError: the folder holds something.
        FormatError: not a packed meet, or not as it was packed; then nothing is unpacked.
        JournalError: the journal in it is damaged, likewise.
        Failure: it cannot be read or written, likewise.
    """
    if to.exists() and not (to.is_dir() and not any(to.iterdir())):
        raise RaceError(f"{to} is there already and holds something (name a new folder)")
    try:
        aside = Path(tempfile.mkdtemp(prefix=f".{to.name}.", dir=to.parent))
    except OSError as error:
        raise Failure(f"nothing can be unpacked to {to}: {error.strerror}") from error
    try:
        manifest = _unpacked(file, aside, progress)
        _check_journal(manifest, aside)
        for folder in {(aside / one.name).parent for one in manifest.files} | {aside}:
            sync_folder(folder)
        aside.chmod(0o755)
        aside.replace(to)
        sync_folder(to.parent)
    except OSError as error:
        raise Failure(f"{to} cannot be written: {error.strerror}") from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return manifest


def _unpacked(file: Path, folder: Path, progress: Callable[[float], object]) -> Manifest:
    try:
        archive = zipfile.ZipFile(file)
    except FileNotFoundError as error:
        raise Failure(f"no packed meet is at {file}") from error
    except _DAMAGE as error:
        raise FormatError(f"{file} is not a packed meet: {error}") from error
    with archive:
        manifest = _manifest(archive, file)
        done = 0
        for one in manifest.files:
            for size in _extract(archive, one, folder):
                done += size
                progress(done / max(manifest.size, 1))
    return manifest


def _manifest(archive: zipfile.ZipFile, file: Path) -> Manifest:
    try:
        if archive.getinfo(MANIFEST).file_size > _MANIFEST_BYTES:
            raise FormatError(f"{file}: not a packed meet: its manifest has no end")
        manifest = read_manifest(archive.read(MANIFEST))
    except KeyError:
        raise FormatError(f"{file} is not a packed meet: it has no {MANIFEST}") from None
    except _DAMAGE as error:
        raise FormatError(f"{file} is damaged: {error}") from error
    held = sorted(archive.namelist())
    if held != sorted([MANIFEST, *(one.name for one in manifest.files)]):
        raise FormatError(f"{file} is damaged: it does not hold the files that it names")
    return manifest


def _extract(archive: zipfile.ZipFile, one: Packed, folder: Path) -> Iterator[int]:
    """Write one file, told chunk by chunk how much; never more than it should have."""
    path = folder / one.name
    path.parent.mkdir(parents=True, exist_ok=True)
    digest, left = hashlib.sha256(), one.size
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        for chunk in _read(archive, one):
            left -= len(chunk)
            if left < 0:
                break
            digest.update(chunk)
            file.write(chunk)
            yield len(chunk)
        file.flush()
        os.fsync(file.fileno())
    if left or digest.hexdigest() != one.sha256:
        raise FormatError(f"{one.name} is not as it was packed: the archive is damaged (copy it again)")
    path.chmod(0o600 if one.role in _SECRET_ROLES else 0o644)


def _read(archive: zipfile.ZipFile, one: Packed) -> Iterator[bytes]:
    try:
        with archive.open(one.name) as file:
            while chunk := file.read(_CHUNK):
                yield chunk
    except _DAMAGE as error:
        raise FormatError(f"{one.name} cannot be unpacked: {error} (copy the archive again)") from error


def _check_journal(manifest: Manifest, folder: Path) -> None:
    """The journal ends with the line with which it was packed, and every line before it is whole."""
    if manifest.journal is None:
        return
    proved = verify(folder / manifest.journal.name)
    if proved != (manifest.journal.lines, manifest.journal.link):
        raise FormatError(
            f"{manifest.journal.name} has {proved[0]} lines, and was packed with {manifest.journal.lines}"
        )
