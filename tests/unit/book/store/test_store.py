"""The book's file: opened, refused, read and written, all or nothing."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from pacelight.book.asking.lists import Book
from pacelight.book.model import Coverage, NotKnown, Performance, Source
from pacelight.book.store import on_file, schema
from pacelight.book.store.store import Store
from pacelight.errors import BookError, StoreError
from pacelight.event import Sex

Ran = Callable[..., Performance]
Covers = Callable[..., Coverage]

END = date(2025, 12, 31)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "book.sqlite"


def held(path: Path) -> int:
    """How many sources there are."""
    with closing(Store.open(path)) as opened, opened.reading() as connection:
        return len(connection.execute(select(schema.sources)).all())


def add(opened: Store, key: str) -> None:
    with opened.writing() as connection:
        connection.execute(schema.sources.insert().values(key=key, who="", url="", as_of=END))


# Made, opened, refused.


def test_a_book_that_was_made_can_be_opened(path: Path) -> None:
    Store.create(path).close()
    assert held(path) == 0
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA application_id").fetchone()[0].to_bytes(4, "big") == b"PLBT"


@pytest.mark.parametrize("name", ["a?b.sqlite", "100%25 a&b=c#d.sqlite", "bok på norsk.sqlite"])
def test_a_book_may_have_any_name(tmp_path: Path, name: str) -> None:
    with closing(Store.create(tmp_path / name)) as made:
        add(made, "kept")
    assert [one.name for one in tmp_path.iterdir()] == [name]
    assert held(tmp_path / name) == 1


def test_a_file_that_is_there_already_is_not_made_again(path: Path) -> None:
    path.write_text("mine")
    with pytest.raises(
        BookError, match=r"there is a file already: .*book\.sqlite \(name another, or open it\)"
    ):
        Store.create(path)
    assert path.read_text() == "mine"


def test_a_folder_that_is_not_there_is_a_failure(tmp_path: Path) -> None:
    with pytest.raises(
        StoreError, match=r"no book can be written at .* \(is the folder there, and yours\?\)"
    ):
        Store.create(tmp_path / "nowhere" / "book.sqlite")


def test_a_file_that_is_not_there_is_refused(path: Path) -> None:
    with pytest.raises(
        BookError, match=r"no book at .*book\.sqlite \(make one with: pacelight book create --book "
    ):
        Store.open(path)
    assert not path.exists()


@pytest.mark.parametrize("content", [b"rank,mark\n1,3:43.13\n" * 99, b"SQLite format 3\0" + b"\xff" * 4096])
def test_a_file_of_another_kind_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(BookError, match=r"book\.sqlite: the book cannot be read \(.*\); name a file that"):
        Store.open(path)
    assert path.read_bytes() == content


def test_an_empty_file_and_another_database_are_refused(path: Path, tmp_path: Path) -> None:
    path.touch()
    other = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(other)) as raw:
        raw.execute("CREATE TABLE book (version INTEGER)")
        raw.execute("INSERT INTO book VALUES (1)")
        raw.commit()
    for one in (path, other):
        with pytest.raises(
            BookError, match=r"sqlite is not a book \(name a file that `pacelight book` made\)"
        ):
            Store.open(one)


def test_a_damaged_book_is_a_failure_in_one_line(path: Path) -> None:
    with closing(Store.create(path)) as made:
        for n in range(200):
            add(made, f"source-{n}" * 20)
    raw = path.read_bytes()
    path.write_bytes(raw[: len(raw) // 2] + b"\xff" * (len(raw) - len(raw) // 2))
    with pytest.raises(StoreError, match=r"the book cannot be read \(.*malformed\)"):
        held(path)


# Published: made at first use.


def test_a_book_is_published_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "book.sqlite"

    def fails(new: Path) -> None:
        Store.create(new).close()
        raise BookError("the shipped book is damaged")

    with pytest.raises(BookError, match="the shipped book is damaged"):
        Store.publish(path, fails)
    assert list(path.parent.iterdir()) == []
    Store.publish(path, lambda new: Store.create(new).close())
    assert list(path.parent.iterdir()) == [path]


def test_a_book_that_another_published_meanwhile_is_kept(path: Path) -> None:
    def late(new: Path) -> None:
        Store.create(new).close()
        with closing(Store.create(path)) as theirs:
            add(theirs, "theirs")

    Store.publish(path, late)
    assert held(path) == 1


def test_a_place_where_nothing_can_be_written_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match=r"no book can be written at .* \(Not a directory\)"):
        Store.publish(tmp_path / "file" / "sub" / "book.sqlite", lambda new: Store.create(new).close())


# Read and written.


def test_a_transaction_that_raises_leaves_nothing(path: Path) -> None:
    def fail(opened: Store) -> None:
        with opened.writing() as connection:
            connection.execute(schema.sources.insert().values(key="a", who="", url="", as_of=END))
            raise BookError("on second thoughts")

    with closing(Store.create(path)) as opened, pytest.raises(BookError, match="on second thoughts"):
        fail(opened)
    assert held(path) == 0


def test_a_book_in_memory_is_one_book(ran: Ran, covers: Covers, source: Source) -> None:
    with Book.create() as book, Book.create() as other:
        book.add(ran("a", "3:47", "2025-02-08"), source, coverage=[covers("WR")])
        assert not isinstance(book.record("MILEsh", Sex.MEN, as_of=END), NotKnown)
        assert isinstance(other.record("MILEsh", Sex.MEN, as_of=END), NotKnown)


def test_a_reader_sees_one_view_while_another_writes(path: Path) -> None:
    with closing(Store.create(path)) as writer, closing(Store.open(path)) as reader:
        add(writer, "before")
        count = select(func.count()).select_from(schema.sources)
        with reader.reading() as connection:
            assert connection.execute(count).scalar() == 1
            add(writer, "meanwhile")
            assert connection.execute(count).scalar() == 1
        with reader.reading() as connection:
            assert connection.execute(count).scalar() == 2


def test_what_a_writer_has_not_finished_nobody_sees(path: Path) -> None:
    with closing(Store.create(path)) as writer:
        with writer.writing() as connection:
            connection.execute(schema.sources.insert().values(key="a", who="", url="", as_of=END))
            assert held(path) == 0
        assert held(path) == 1


def test_a_second_writer_waits_for_the_first(path: Path) -> None:
    one, two = Store.create(path), Store.open(path)
    wrote = threading.Event()

    def write() -> None:
        add(two, "second")
        wrote.set()

    with one.writing() as connection:
        connection.execute(schema.sources.insert().values(key="first", who="", url="", as_of=END))
        thread = threading.Thread(target=write)
        thread.start()
        assert not wrote.wait(0.2)
    thread.join(10)
    assert wrote.is_set()
    one.close()
    two.close()
    assert held(path) == 2


def test_a_writer_who_waited_too_long_is_told_and_nothing_is_added(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(on_file, "_PATIENCE_S", 0.05)
    with (
        closing(Store.create(path)) as one,
        closing(Store.open(path)) as two,
        one.writing(),
        pytest.raises(StoreError, match=r"the book cannot be written \(database is locked\)"),
    ):
        add(two, "second")
    assert held(path) == 0


def test_many_writers_lose_nothing(path: Path) -> None:
    Store.create(path).close()
    failures = []

    def write(who: int) -> None:
        try:
            with closing(Store.open(path)) as opened:
                for n in range(20):
                    add(opened, f"{who}-{n}")
        except StoreError as error:
            failures.append(error)

    threads = [threading.Thread(target=write, args=(who,)) for who in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert held(path) == 80
