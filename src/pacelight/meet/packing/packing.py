"""Packing a meet: a view of everything at one instant, into one file that anybody can open.

The same meet gives the same bytes: no time of day and no name of a machine goes in.
"""

import hashlib
import os
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec

from pacelight.errors import Failure, FormatError, RaceError
from pacelight.meet.journal.segments import sync_folder
from pacelight.meet.packing.belongings import Belonging
from pacelight.meet.packing.gathering import Gathering
from pacelight.meet.packing.manifest import MANIFEST, Manifest, read_manifest
from pacelight.meet.programme.meetfile import MeetFile

__all__ = ["Done", "pack"]

Progress = Callable[[float], object]

_SECRET_ROLES = frozenset({"secret", "names"})
"""Readable to their owner alone."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest that an archive can say."""


@dataclass(frozen=True, slots=True)
class Done:
    """What was packed.

    Attributes:
        sha256: of the archive: said on one machine and compared on the other.
        unbelieved: bytes behind the last whole line of the journal: a line that is being written, or damage.
        left_out: what did not go with it, and why, in one line each.
    """

    path: Path
    manifest: Manifest
    sha256: str
    unbelieved: int
    left_out: tuple[str, ...]


def pack(
    meet: MeetFile,
    to: Path,
    *,
    with_secret: bool = False,
    progress: Progress = lambda _share: None,
) -> Done:
    """Put a meet into one file.

    An earlier pack of the same meet is replaced, any other file is not touched.

    Args:
        meet: the meet; it may be running.
        to: the file.
        with_secret: the secret that guards the ports goes with it.
        progress: told the share that is done, 0 to 1.

    Raises:
        RaceError: something lies where it cannot be packed from, or another file is there.
        JournalError, StoreError, Failure: something cannot be read or written; no file is left half written.
    """
    _refuse_other(meet, to)
    with _scratch(to) as folder:
        gathering = Gathering(meet, folder, lambda share: progress(share / 2))
        gathering.gather(with_secret=with_secret)
        manifest = gathering.manifest()
        with _written_whole(to) as aside:
            sha256 = _write(aside, manifest, gathering.belongings, lambda share: progress(0.5 + share / 2))
    return Done(to, manifest, sha256, gathering.unbelieved, tuple(gathering.left_out))


def _write(to: Path, manifest: Manifest, belongings: list[Belonging], progress: Progress) -> str:
    """Write the archive, and say its sum."""
    sums = {one.name: one for one in manifest.files}
    done = 0
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        text = msgspec.json.format(msgspec.json.encode(manifest), indent=1)
        archive.writestr(_info(MANIFEST, secret=False), text)
        for one in sorted(belongings, key=lambda belonging: belonging.name):
            digest = hashlib.sha256()
            with archive.open(
                _info(one.name, secret=one.role in _SECRET_ROLES), "w", force_zip64=True
            ) as file:
                for chunk in one.chunks():
                    digest.update(chunk)
                    file.write(chunk)
                    done += len(chunk)
                    progress(done / max(manifest.size, 1))
            if digest.hexdigest() != sums[one.name].sha256:
                raise Failure(f"{one.path} was changed while it was packed (pack again)")
    with to.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _info(name: str, *, secret: bool) -> zipfile.ZipInfo:
    """A file of the archive, the same on every machine and day."""
    info = zipfile.ZipInfo(name, _EPOCH)
    info.create_system = 3  # Unix, whatever packs it. Source: APPNOTE.TXT 4.4.2
    info.external_attr = (0o100600 if secret else 0o100644) << 16
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


@contextmanager
def _scratch(to: Path) -> Iterator[Path]:
    """A folder beside the archive, where there is room for a copy of the book."""
    try:
        made = tempfile.TemporaryDirectory(prefix=f".{to.name}.", dir=to.parent)
    except OSError as error:
        raise Failure(f"{to} cannot be written: {error.strerror}") from error
    with made as folder:
        yield Path(folder)


@contextmanager
def _written_whole(to: Path) -> Iterator[Path]:
    """A file beside, which takes the place of `to` once it is whole and on the disk."""
    aside = to.with_name(f".{to.name}.new")
    try:
        yield aside
        with aside.open("rb") as file:
            os.fsync(file.fileno())
        aside.replace(to)
        sync_folder(to.parent)
    except OSError as error:
        raise Failure(f"{to} cannot be written: {error.strerror}") from error
    finally:
        aside.unlink(missing_ok=True)


def _refuse_other(meet: MeetFile, to: Path) -> None:
    """Only an earlier pack of the same meet is ever replaced."""
    if not to.exists():
        return
    try:
        with zipfile.ZipFile(to) as archive:
            other = read_manifest(archive.read(MANIFEST)).id
    except (OSError, KeyError, UnicodeDecodeError, zipfile.BadZipFile, FormatError) as error:
        raise RaceError(f"{to} is there, and is no packed meet (name another with --output)") from error
    if other != meet.id:
        raise RaceError(f"{to} is there, and is the meet '{other}' (name another with --output)")
