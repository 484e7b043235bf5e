"""What a packed meet says of itself: its files with their sums, its journal's link, its places."""

from pathlib import PurePosixPath
from typing import Annotated

import msgspec

from pacelight.errors import FormatError

__all__ = ["MANIFEST", "SCHEMA", "JournalPacked", "Manifest", "Packed", "check_name", "read_manifest"]

SCHEMA = "pacelight.pack/1"
MANIFEST = "manifest.json"
"""Its name in the archive, where it comes first."""

_LONGEST = 400

Sum = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}$")]
Size = Annotated[int, msgspec.Meta(ge=0)]


class Packed(msgspec.Struct, frozen=True):
    """A file.

    Attributes:
        name: in the archive, and afterwards beside the meet file; of parts with ``/`` between them.
        role: meet, race, survey, road, entries, chips, book, journal, names, secret or places.
        size: in bytes.
        sha256: of its bytes, in hex.
    """

    name: str
    role: str
    size: Size
    sha256: Sum


class JournalPacked(msgspec.Struct, frozen=True):
    """The journal as far as it was written.

    Attributes:
        name: of its first file.
        lines: how many there are.
        link: what the next line would carry of the last one.
    """

    name: str
    lines: int
    link: str


class Manifest(msgspec.Struct, frozen=True):
    """All of it.

    Attributes:
        id: of the meet.
        day: of the meet, ISO.
        meet: name of the meet file.
        version: of the Pacelight that packed it.
        journal: None where nothing was written yet.
    """

    schema: str
    id: str
    name: str
    day: str
    meet: str
    version: str
    files: list[Packed]
    journal: JournalPacked | None = None

    def __post_init__(self) -> None:
        names = [one.name for one in self.files]
        for name in names:
            check_name(name)
        if len({name.casefold() for name in names}) < len(names) or MANIFEST in names:
            raise FormatError("not a packed meet: two of its files have the same name")
        if self.meet not in names:
            raise FormatError(f"not a packed meet: it lacks its meet file, {self.meet}")

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(one.size for one in self.files)


def check_name(name: str) -> None:
    r"""Refuse a name that would lead out of the folder it is unpacked in.

    >>> check_name("journals/meet.journal")
    >>> check_name("../evil")
    Traceback (most recent call last):
    pacelight.errors.FormatError: not a packed meet: '../evil' is no name of a file in it

    Raises:
        FormatError: it would.
    """
    parts = PurePosixPath(name).parts
    plain = name == "/".join(parts) and name.isprintable() and not set(name) & set('\\:*?"<>|')
    leads_out = name.startswith("/") or any(
        part in {".", ".."} for part in parts
    )  # two slashes are a root, too
    if not plain or not parts or len(name) > _LONGEST or leads_out:
        raise FormatError(f"not a packed meet: '{name}' is no name of a file in it")


def read_manifest(data: bytes) -> Manifest:
    """A manifest, checked.

    Raises:
        FormatError: it is none, or of another version.
    """
    try:
        found = msgspec.json.decode(data, type=Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise FormatError(f"not a packed meet: {error}") from error
    if found.schema != SCHEMA:
        raise FormatError(f"packed by another Pacelight: '{found.schema}' is not known here")
    return found
