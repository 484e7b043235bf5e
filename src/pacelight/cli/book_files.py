"""`pacelight book create` and `migrate`: a new book, and an older one brought up to this program."""

import json as json_texts
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from pacelight.cli.book_hands import say
from pacelight.cli.book_opened import BookOption, own_book
from pacelight.cli.book_options import JsonOption

if TYPE_CHECKING:
    from pacelight.book.store.store import Migration

__all__ = ["create", "migrate"]


def create(
    *,
    empty: Annotated[
        bool, typer.Option("--empty", help="Without a fact, not a copy of the shipped one.")
    ] = False,
    json: JsonOption = False,
    book: BookOption = None,
) -> None:
    """Make a new book, a copy of the shipped one or empty; what is there already is refused."""
    from pacelight.book.asking.lists import Book
    from pacelight.book.keeping.starter import shipped
    from pacelight.book.store.on_file import OnFile
    from pacelight.book.store.places import place_of
    from pacelight.book.store.store import Store

    place = place_of(own_book() if book is None else book)
    place.check_free()
    make = Book.create if empty else Book.starter
    if isinstance(place, OnFile) and place.path is not None:
        Store.publish(place.path, lambda new: make(new).close())
    else:
        make(book).close()
    count = 0 if empty else len(shipped().performances)
    what = "an empty book" if empty else f"a copy of the shipped book, {count} performances"
    say(f"made {place.name}: {what}", count=count, dry_run=False, json=json)


def migrate(*, json: JsonOption = False, book: BookOption = None) -> None:
    """Bring an older book to the version of this program, all or nothing; beside a file its copy is kept."""
    from pacelight.book.store.places import place_of
    from pacelight.book.store.store import Store

    where = own_book() if book is None else book
    name, done = place_of(where).name, Store.migrate(where)
    if json:
        shape = {
            "schema": "pacelight.migrated/1",
            "book": name,
            "was": done.was,
            "now": done.now,
            "copy": None if done.copy is None else str(done.copy),
        }
        sys.stdout.write(json_texts.dumps(shape, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(f"{name}: {_told(done)}\n")


def _told(done: "Migration") -> str:
    if done.was == done.now:
        return f"version {done.now} already, nothing was done"
    kept = "its backups are the copy" if done.copy is None else f"as it was: {done.copy}"
    return f"brought from version {done.was} to {done.now}; {kept}"
