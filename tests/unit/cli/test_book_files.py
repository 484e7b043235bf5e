"""`pacelight book create` and `migrate`: nothing is overwritten, and an older book says what to do."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from pacelight.book.asking.lists import Book
from pacelight.book.keeping.starter import shipped
from pacelight.book.store import schema
from pacelight.book.store.store import Migration, Store

Pacelight = Callable[..., Any]
Refused = Callable[..., str]


def runs(path: Path) -> int:
    with Book.open(path) as book:
        return sum(len(book.part(event, sex).history.performances) for event, sex in book.contested())


def said_version(path: Path, number: int) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE book_version SET version_num = ?", [f"{number:04}"])
        raw.commit()


def test_a_new_book_is_a_copy_of_the_shipped_one(pacelight: Pacelight, folder: Path) -> None:
    ran = pacelight("book", "create", "--book", "mine.sqlite")
    count = len(shipped().performances)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"made mine.sqlite: a copy of the shipped book, {count} performances\n"
    assert runs(folder / "mine.sqlite") == count


def test_an_empty_one_holds_nothing_and_can_be_written(pacelight: Pacelight, folder: Path) -> None:
    ran = pacelight("book", "create", "--empty", "--json", "--book", "mine.sqlite")
    shape = json.loads(ran.out)
    assert (shape["schema"], shape["count"]) == ("pacelight.done/1", 0)
    assert runs(folder / "mine.sqlite") == 0
    known = json.loads(
        pacelight("book", "record", "MILE", "--sex", "men", "--json", "--book", "mine.sqlite").out
    )
    assert known["known"] is False


def test_without_a_name_it_is_ones_own(pacelight: Pacelight, folder: Path) -> None:
    assert pacelight("book", "create", "--empty").code == 0
    (made,) = folder.rglob("book.sqlite")
    assert runs(made) == 0


@pytest.mark.parametrize("empty", [[], ["--empty"]], ids=["copy", "empty"])
def test_what_is_there_is_never_overwritten(refused: Refused, folder: Path, empty: list[str]) -> None:
    (folder / "mine.sqlite").write_text("mine", encoding="utf-8")
    said = refused("book", "create", *empty, "--book", "mine.sqlite")
    assert said == "pacelight: there is a file already: mine.sqlite (name another, or open it)\n"
    assert (folder / "mine.sqlite").read_text(encoding="utf-8") == "mine"
    assert [path.name for path in folder.iterdir()] == ["mine.sqlite"]


def test_a_book_of_this_version_is_left_as_it_is(pacelight: Pacelight, folder: Path) -> None:
    Book.create(folder / "mine.sqlite").close()
    before = (folder / "mine.sqlite").read_bytes()
    for _ in range(2):
        ran = pacelight("book", "migrate", "--book", "mine.sqlite")
        assert ran.out == f"mine.sqlite: version {schema.VERSION} already, nothing was done\n"
    shape = json.loads(pacelight("book", "migrate", "--json", "--book", "mine.sqlite").out)
    told = {"was": schema.VERSION, "now": schema.VERSION, "copy": None}
    assert shape == {"schema": "pacelight.migrated/1", "book": "mine.sqlite"} | told
    assert (folder / "mine.sqlite").read_bytes() == before


@pytest.mark.parametrize(
    ("copy", "kept"),
    [(Path("mine.sqlite.before-3"), "as it was: mine.sqlite.before-3"), (None, "its backups are the copy")],
)
def test_what_was_migrated_says_from_which_to_which_and_where_the_copy_is(
    pacelight: Pacelight, folder: Path, monkeypatch: pytest.MonkeyPatch, copy: Path | None, kept: str
) -> None:
    """The migration itself is shown by `tests/unit/book/store/test_migrations.py`, on both databases."""
    assert folder.is_dir()
    monkeypatch.setattr(Store, "migrate", lambda _: Migration(1, 3, copy))
    ran = pacelight("book", "migrate", "--book", "mine.sqlite")
    assert ran.out == f"mine.sqlite: brought from version 1 to 3; {kept}\n"
    shape = json.loads(pacelight("book", "migrate", "--json", "--book", "mine.sqlite").out)
    assert (shape["was"], shape["now"], shape["copy"]) == (1, 3, None if copy is None else str(copy))


@pytest.mark.parametrize(
    ("number", "do"),
    [
        (0, "(run: pacelight book migrate --book 'mine.sqlite')"),
        (999, "(update Pacelight: pacelight book migrate only goes forward)"),
    ],
    ids=["older", "newer"],
)
@pytest.mark.parametrize(
    "asked",
    [
        ["record", "MILE", "--sex", "men"],
        ["list", "MILE", "--sex", "men"],
        ["queue", "list"],
        ["export", "x.csv"],
    ],
    ids=lambda asked: asked[0],
)
def test_every_command_says_of_a_book_of_another_version_what_to_do(
    refused: Refused, folder: Path, number: int, do: str, asked: list[str]
) -> None:
    Book.create(folder / "mine.sqlite").close()
    said_version(folder / "mine.sqlite", number)
    said = refused("book", *asked, "--book", "mine.sqlite")
    reads = f"is a book of version {number}; this program reads {schema.VERSION}"
    assert said == f"pacelight: mine.sqlite {reads} {do}\n"


def test_what_is_no_book_is_not_migrated(refused: Refused, folder: Path) -> None:
    (folder / "list.csv").write_text("mark\n3:43.13\n", encoding="utf-8")
    assert "name a file that `pacelight book` made" in refused("book", "migrate", "--book", "list.csv")
    assert "no book at nowhere.sqlite" in refused("book", "migrate", "--book", "nowhere.sqlite")
    assert (folder / "list.csv").read_text(encoding="utf-8") == "mark\n3:43.13\n"


def test_a_book_on_a_server_is_made_and_left_as_it_is(
    pacelight: Pacelight, refused: Refused, new_address: Callable[[], str]
) -> None:
    address = new_address()
    ran = pacelight("book", "create", "--empty", "--book", address)
    assert (ran.code, ran.out.partition("?")[0]) == (0, f"made {address.partition('?')[0]}")
    assert ": an empty book\n" in ran.out
    assert "there is a book already" in refused("book", "create", "--book", address)
    told = pacelight("book", "migrate", "--book", address).out
    assert told.endswith(f": version {schema.VERSION} already, nothing was done\n")
