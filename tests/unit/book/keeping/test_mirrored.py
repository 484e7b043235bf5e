"""Mirrors of a book: told of what changed, built anew where that cannot be, never believed without cause."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from pacelight.book import fold, history
from pacelight.book.asking.lists import Book
from pacelight.book.keeping import mirrored
from pacelight.book.keeping.keeping import Keeping
from pacelight.book.mirror import staircase
from pacelight.book.mirror.mirror import Mirror
from pacelight.book.model import Coverage, Decision, DecisionKind, Performance, Source, Standing
from pacelight.book.store.some import read_prints
from pacelight.errors import StoreError
from pacelight.event import Level, Sex
from pacelight.mark import Mark

SOURCE = Source("test", "Made for this test", "", date(2025, 1, 1))
MANY = 100
LAST = date(2025, 1, 1)


def ran(number: int, event: str = "MILE", mark: int = 230_000, who: str = "") -> Performance:
    """A mark of somebody of their own, none better than another."""
    athlete = who or f"runner-{number}"
    day = date.fromordinal(date(2020, 1, 1).toordinal() + number)
    key = f"{event}-{number}"
    return Performance(key, event, Sex.MEN, Mark(mark), athlete, athlete, "NOR", day, "Oslo", "")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book with two events of so many marks."""
    where = tmp_path_factory.mktemp("made") / "book.sqlite"
    marks = [
        ran(number, event, 230_000 + 10 * number) for event in ("MILE", "1500") for number in range(MANY)
    ]
    lists = [
        Coverage(Level.WR, "WORLD", event, Sex.MEN, date(2020, 1, 1), source="test")
        for event in ("MILE", "1500")
    ]
    with Book.create(where) as book:
        book.add(marks, SOURCE, coverage=lists)
    return where


@pytest.fixture
def where(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A book of which each event is worth a mirror."""
    monkeypatch.setattr(mirrored, "WORTH", MANY)
    shutil.copy(made, tmp_path / "book.sqlite")
    return tmp_path / "book.sqlite"


@pytest.fixture
def rows(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[int]]:
    """How many performances went through each fold, of the mirrors and of the answers."""
    counted: dict[str, list[int]] = {"mirror": [], "answer": []}

    def counting(name: str) -> Callable[..., fold.Flags]:
        def count(columns: fold.Columns, **more: object) -> fold.Flags:
            counted[name].append(len(columns))
            return fold.fold(columns, **more)  # type: ignore[arg-type]

        return count

    monkeypatch.setattr(staircase, "fold", counting("mirror"))
    monkeypatch.setattr(history, "fold", counting("answer"))
    return counted


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """An entry for each mirror that is made anew."""
    made: list[int] = []
    of = Mirror.of

    def count(told: Iterator[object]) -> Mirror:
        made.append(1)
        return of(told)  # type: ignore[arg-type]

    monkeypatch.setattr(Mirror, "of", count)
    return made


def record(book: Book, event: str = "MILE") -> tuple[str, ...]:
    standing = book.record(event, Sex.MEN, as_of=LAST)
    assert isinstance(standing, Standing)
    return tuple(holder.key for holder in standing.holders)


def decided(key: str, kind: DecisionKind = DecisionKind.ANNULLED) -> Decision:
    return Decision(key, kind, LAST, LAST, "the federation", "", "")


def test_every_change_folds_its_event_only_and_of_it_what_it_touches(
    where: Path, rows: dict[str, list[int]]
) -> None:
    with Book.open(where) as book:
        assert (record(book), record(book, "1500")) == (("MILE-0",), ("1500-0",))
        for change, at_once in (
            (lambda: book.add(ran(MANY, mark=240_000), SOURCE), True),
            (lambda: book.add(ran(MANY + 1, mark=229_000), SOURCE), True),
            (lambda: book.decide(decided(f"MILE-{MANY + 1}")), False),
        ):
            rows["mirror"].clear()
            change()
            assert (len(rows["mirror"]) > 0) is at_once
            rows["mirror"].clear()
            rows["answer"].clear()
            assert record(book, "1500") == ("1500-0",)
            assert rows["mirror"] == []
            record(book)
            assert (len(rows["mirror"]) > 0) is not at_once
            assert sum(rows["answer"]) <= 4  # what shares a record, not the event
    assert record(Book.open(where)) == ("MILE-0",)


def test_what_a_book_appends_itself_is_not_looked_through(
    where: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[object] = []

    def read(
        connection: Connection, event: str, sex: Sex, some: object = None, **more: Any
    ) -> dict[int, int]:
        printed.append(some)
        return read_prints(connection, event, sex, some, **more)  # type: ignore[arg-type]

    with Book.open(where) as book:
        record(book)
        monkeypatch.setattr(mirrored, "read_prints", read)
        for number in range(3):
            book.add(ran(MANY + number, mark=229_000 - number * 10), SOURCE)
            assert record(book) == (f"MILE-{MANY + number}",)
    assert [len(some) for some in printed] == [1, 1, 1]  # type: ignore[arg-type]


def test_what_others_append_in_between_is_seen(where: Path) -> None:
    with Book.open(where) as one, Book.open(where) as other:
        assert record(one) == record(other) == ("MILE-0",)
        for number, book in enumerate((one, other, other, one, one, other)):
            book.add(ran(MANY + number, mark=229_000 - number * 10), SOURCE)
            assert record(one) == record(other) == (f"MILE-{MANY + number}",)


def test_what_is_appended_twice_is_new_once(where: Path) -> None:
    with Book.open(where) as one, Book.open(where) as other:
        record(one)
        new = ran(MANY, mark=229_000)
        one.add(new, SOURCE)
        other.add(ran(MANY + 1, mark=228_000), SOURCE)
        assert one.add(new, SOURCE) == 0
        assert record(one) == (f"MILE-{MANY + 1}",)


def test_a_mirror_is_built_once_and_told_of_what_comes(where: Path, built: list[int]) -> None:
    for number, change in enumerate((None, ran(MANY, mark=229_000), decided(f"MILE-{MANY}"))):
        with Book.open(where) as book:
            if isinstance(change, Performance):
                book.add(change, SOURCE)
            elif change is not None:
                book.decide(change)
            assert record(book) == (f"MILE-{MANY}" if number == 1 else "MILE-0",)
            assert record(book) == (f"MILE-{MANY}" if number == 1 else "MILE-0",)
    assert built == [1]


def test_what_is_gone_torn_or_changed_is_built_anew(where: Path, built: list[int]) -> None:
    folder = where.with_name("book.sqlite.mirror")
    harms: tuple[Callable[[], object], ...] = (
        lambda: shutil.rmtree(folder),
        lambda: (folder / "MILE-men" / "arrays").write_bytes(b"torn"),
        lambda: (folder / "MILE-men" / "log.jsonl").write_bytes(b"no line\n"),
    )
    for number, harm in enumerate(harms, start=1):
        with Book.open(where) as book:
            assert record(book) == ("MILE-0",)
        assert len(built) == number
        harm()


def test_the_mirror_of_another_event_is_not_believed(where: Path, built: list[int]) -> None:
    folder = where.with_name("book.sqlite.mirror")
    with Book.open(where) as book:
        record(book)
        (folder / "MILE-men").rename(folder / "1500-men")
    with Book.open(where) as book:
        assert record(book, "1500") == ("1500-0",)
    assert len(built) == 2


def test_the_mirror_of_a_backup_put_back_is_not_believed(where: Path, tmp_path: Path) -> None:
    backup = tmp_path / "backup"
    shutil.copy(where, backup)
    for mark, number in ((229_000, MANY), (228_000, MANY + 1)):  # as many transactions, another content
        shutil.copy(backup, where)
        with Book.open(where) as book:
            book.add(ran(number, mark=mark), SOURCE)
            assert record(book) == (f"MILE-{number}",)


def test_two_writers_tell_one_mirror(where: Path, built: list[int]) -> None:
    with Book.open(where) as one, Book.open(where) as other:
        for number, book in enumerate((one, other, one, other)):
            book.add(ran(MANY + number, mark=229_000 - 10 * number), SOURCE)
            assert record(other) == record(one) == (f"MILE-{MANY + number}",)
    assert built == [1]


def test_who_is_forgotten_is_in_no_file(where: Path) -> None:
    folder = where.with_name("book.sqlite.mirror")
    with Book.open(where) as book:
        book.add([ran(MANY, mark=229_000, who="somebody-known")], SOURCE)
        record(book)
        assert b"somebody-known" in b"".join(path.read_bytes() for path in folder.glob("*/*"))
        assert book._store.forget("somebody-known")
        assert not folder.exists()
        (holder,) = record(book)
        assert holder.startswith("performance-")
        assert folder.exists()
        assert not [path for path in folder.glob("*/*") if b"somebody-known" in path.read_bytes()]


def test_beside_a_book_that_is_only_read_nothing_is_written(where: Path) -> None:
    before = sorted(where.parent.iterdir())
    where.chmod(0o444)
    with Book.open(where) as book:
        assert record(book) == record(book) == ("MILE-0",)
    assert [
        path for path in sorted(where.parent.iterdir()) if path.suffix not in {".sqlite-shm", ".sqlite-wal"}
    ] == before


def test_where_a_mirror_cannot_be_written_it_stays_in_memory(where: Path, built: list[int]) -> None:
    where.with_name("book.sqlite.mirror").touch()  # no folder can be made
    with Book.open(where) as book:
        assert record(book) == record(book) == ("MILE-0",)
        book.add(ran(MANY, mark=229_000), SOURCE)
        assert record(book) == (f"MILE-{MANY}",)
        made = len(built)
        book.decide(decided(f"MILE-{MANY}"))
        assert record(book) == ("MILE-0",)
        assert len(built) == made


def test_a_small_event_has_no_mirror(where: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mirrored, "WORTH", MANY + 1)
    with Book.open(where) as book:
        assert record(book) == ("MILE-0",)
    assert not where.with_name("book.sqlite.mirror").exists()


def test_a_mirror_that_cannot_be_thrown_away_is_said(where: Path) -> None:
    where.with_name("book.sqlite.mirror").touch()
    with Keeping.open(where) as book, pytest.raises(StoreError, match="remove it by hand"):
        book._store.forget("runner-1")


def test_a_sequence_that_no_mirror_can_number_is_folded(where: Path) -> None:
    last = replace(ran(MANY, mark=229_000), seq=1 << 21)
    with Book.open(where) as book:
        assert record(book) == ("MILE-0",)
        (broken,) = book.break_by(replace(last, mark=Mark(228_000)))
        assert broken.by == 2_000
        book.add(last, SOURCE)
        assert record(book) == (f"MILE-{MANY}",)
