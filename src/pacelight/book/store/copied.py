"""A copy of a book's file: one view of it, whole, whatever is written meanwhile."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from pacelight.errors import BookError, StoreError

__all__ = ["copied"]

_PAGES = 2_000
"""Copied at once, before it is told how far the copy is: 8 MB."""


def copied(path: Path, copy: Path, progress: Callable[[float], object] = lambda _share: None) -> None:
    """Copy the book in a file, by SQLite's own way of copying what is in use.

    Args:
        path: of the book.
        copy: is made anew.
        progress: told the share that is done, 0 to 1.

    Raises:
        BookError: there is no book.
        StoreError: it cannot be read, or the copy not be written.
    """
    if not path.is_file():
        raise BookError(f"no book is at {path} (make one: pacelight book create --book {path})")

    def told(_status: int, remaining: int, total: int) -> None:
        progress(1.0 - remaining / total if total else 1.0)

    try:
        source = sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True)
        with closing(source), closing(sqlite3.connect(copy)) as target:
            source.backup(target, pages=_PAGES, progress=told)
    except sqlite3.Error as error:
        raise StoreError(f"the book {path} cannot be copied ({error})") from error
