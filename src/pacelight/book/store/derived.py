"""Where what is derived from a book is kept: never the truth, and thrown away with a name that is erased."""

from hashlib import sha256
from pathlib import Path
from shutil import rmtree

from pacelight.errors import StoreError

__all__ = ["cached", "drop"]

_LETTERS = 16


def cached(name: str) -> Path:
    """A folder among the user's caches for a book that is on no disk of theirs."""
    from platformdirs import user_cache_path  # noqa: PLC0415  # a book in a file never asks

    return user_cache_path("pacelight") / f"{sha256(name.encode()).hexdigest()[:_LETTERS]}.mirror"


def drop(folder: Path | None) -> None:
    """Throw away all that was derived; it is made anew where it is of use.

    Raises:
        StoreError: it cannot be thrown away, or not all of it.
    """
    try:
        if folder is not None:
            rmtree(folder)
    except FileNotFoundError:
        return
    except OSError as error:
        raise StoreError(f"{folder} cannot be thrown away ({error.strerror}); remove it by hand") from error
