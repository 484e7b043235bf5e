"""Where things are on this machine that the meet file puts elsewhere.

A meet that was unpacked on another machine carries beside ``meet.toml`` a ``meet.places.toml``::

    schema = "pacelight.places/1"

    [places]
    "/srv/pacelight/book.sqlite" = "book.sqlite"

so that the meet file itself stays as it was written, byte for byte.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec
import tomli_w

from pacelight.errors import RaceError

__all__ = ["SCHEMA", "Places", "is_address", "places_file", "places_text"]

SCHEMA = "pacelight.places/1"


class _Fields(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    schema: str
    places: dict[str, str]


@dataclass(frozen=True, slots=True)
class Places:
    """Names that a meet file gives, and where they are here.

    Attributes:
        folder: of the meet file: names are relative to it.
        here: by what is written, where it is on this machine.
    """

    folder: Path
    here: Mapping[str, str]

    @classmethod
    def beside(cls, path: Path) -> "Places":
        """Those of a meet file; none where nothing lies beside it.

        Raises:
            RaceError: what lies there cannot be read.
        """
        file = places_file(path)
        try:
            found = msgspec.toml.decode(file.read_bytes(), type=_Fields)
        except FileNotFoundError:
            return cls(path.parent, {})
        except (OSError, ValueError) as error:
            raise RaceError(f"{file.name}: {error}") from error
        if found.schema != SCHEMA:
            raise RaceError(f"{file.name}: schema {found.schema!r} is not known here (write '{SCHEMA}')")
        return cls(path.parent, found.places)

    def path(self, written: str) -> Path:
        """Where a file of this name is.

        Raises:
            RaceError: it lies at the home of somebody who is not here.
        """
        try:
            return self.folder / Path(self.here.get(written, written)).expanduser()
        except RuntimeError as error:
            raise RaceError(f"{written}: {error}") from error

    def book(self, written: str) -> str:
        """The same of a book, which may have an address instead."""
        there = self.here.get(written, written)
        return there if is_address(there) else str(self.path(written))


def is_address(book: str) -> bool:
    """Whether a book is on a server."""
    return "://" in book


def places_file(path: Path) -> Path:
    """The file of places beside a meet file."""
    return path.with_suffix(".places.toml")


def places_text(here: Mapping[str, str]) -> str:
    """What such a file says."""
    return tomli_w.dumps({"schema": SCHEMA, "places": dict(here)})
