"""Which book is asked: the one that ``--book`` names, or the user's own."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pacelight.book.asking.lists import Book

__all__ = ["BookOption", "open_book", "own_book"]

BookOption = Annotated[
    str | None,
    typer.Option(
        "--book", metavar="BOOK", help="Another than your own: a file, or postgresql://USER@HOST/NAME."
    ),
]


def open_book(where: Path | str | None) -> "Book":
    """The book that ``--book`` names, or the user's own, made from the shipped one at first use.

    Raises:
        BookError: not there, or not a book.
        StoreError: the user's own cannot be made, or the server cannot be asked.
    """
    from pacelight.book.asking.lists import Book

    return Book.own(own_book()) if where is None else Book.open(where)


def own_book() -> Path:
    """Where the user's own book lives."""
    from platformdirs import user_data_path

    return user_data_path("pacelight") / "book.sqlite"
