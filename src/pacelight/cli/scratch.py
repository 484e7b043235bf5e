"""Where a run keeps its things when nobody says where: a new folder, and a copy of the shipped book."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import typer

from pacelight.book.asking.lists import Book
from pacelight.book.model import Facts, Source
from pacelight.errors import BookError, Refused

__all__ = ["eve_book", "scratch"]

_MARK = "pacelight-eve"
"""Key of the source by which a copy made here is known again: only such a copy is ever replaced."""


@contextmanager
def scratch(name: str) -> Iterator[Path]:
    """A new folder among the temporary files. It stays, so that book and journal can be asked afterwards.

    Of a run that is refused nothing stays.

    Args:
        name: part of the folder's name.
    """
    folder = Path(tempfile.mkdtemp(prefix=f"pacelight-{name}-"))
    try:
        yield folder
    except (Refused, typer.Exit) as error:
        if error.exit_code == Refused.exit_code:
            shutil.rmtree(folder)
        raise


def eve_book(path: Path, eve: date) -> Path:
    """A fresh copy of the shipped book as the world knew it on the evening of that day.

    A copy made here before is replaced; any other file is not touched.

    Raises:
        BookError: there is a file, and it is no such copy.
        StoreError: it cannot be written.
    """
    if path.exists():
        _refuse_other(path)
        for part in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
            part.unlink(missing_ok=True)
    made = Source(_MARK, f"Copy of the shipped book as of {eve}, for a recorded race", "", eve)
    with closing(Book.starter(path, until=eve)) as book:
        book.append(Facts((made,), (), (), (), ()))
    return path


def _refuse_other(path: Path) -> None:
    refusal = f"{path} is a book of your own, or no book at all: name a file that is not there"
    try:
        with closing(Book.open(path)) as book:
            book.source(_MARK)
    except BookError as error:
        raise BookError(refusal) from error
