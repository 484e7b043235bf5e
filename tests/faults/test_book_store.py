"""The book is killed while it writes: it opens, whole transactions only, and all that were acknowledged."""

import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from datetime import date
from pathlib import Path
from random import Random

import pytest

from pacelight.book.lists import Book
from pacelight.book.model import AllTime
from pacelight.book.store import Store
from pacelight.event import Sex

pytestmark = pytest.mark.faults

EACH = 7
"""Performances of one transaction."""

WRITER = f"""
import sys
from datetime import date
from pathlib import Path
from pacelight.book.lists import Book
from pacelight.book.model import Coverage, Performance, Source
from pacelight.event import Sex
from pacelight.mark import Mark

source = Source("test", "Made for this test", "", date(2025, 1, 1))
covered = Coverage("PERFORMANCES", "WORLD", "MILEsh", Sex.MEN, date(1900, 1, 1), source="test")
book = Book.open(Path(sys.argv[1]))
for n in range(int(sys.argv[2]), 10**6):
    made = [
        Performance(f"{{n}}-{{k}}", "MILEsh", Sex.MEN, Mark(230_000 + 10 * n, 2),
                    f"{{n}}-{{k}}", str(n), "NOR", date(2025, 1, 1), "", "")
        for k in range({EACH})
    ]
    book.add(made, source, coverage=[covered])
    print(n, flush=True)
"""


def held(path: Path) -> Counter[int]:
    """Of each transaction, how many of its performances are in the book."""
    with Book.open(path) as book:
        listed = book.top("MILEsh", Sex.MEN, n=None, all_performances=True, as_of=date(2025, 12, 31))
        assert isinstance(listed, AllTime)
        return Counter(int(entry.performance.athlete) for entry in listed.entries)


def acknowledged(path: Path, first: int, wait_for: int) -> list[int]:
    """Start a writer, kill it once it has told of so many transactions, and say of which it has told."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), str(first)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        told = [int(process.stdout.readline()) for _ in range(wait_for)]
        process.send_signal(signal.SIGKILL)
        told += [int(line) for line in process.stdout if line.endswith("\n")]
    assert process.returncode == -signal.SIGKILL
    return told


@pytest.mark.parametrize("seed", range(3))
def test_killed_while_it_writes_it_keeps_whole_transactions_and_all_that_it_told_of(
    tmp_path: Path, seed: int
) -> None:
    path = tmp_path / "book.sqlite"
    Book.create(path).close()
    random, told = Random(seed), []
    for _ in range(3):
        told += acknowledged(path, len(told), random.randrange(1, 40))
        kept = held(path)
        assert set(kept.values()) == {EACH}
        assert sorted(kept)[: len(told)] == told
        assert len(kept) - len(told) in {0, 1}
        told = sorted(kept)
        with closing(sqlite3.connect(path)) as raw:
            assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert raw.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize("made", [True, False], ids=["made", "opened again"])
def test_a_write_is_on_the_disk_before_it_is_acknowledged(tmp_path: Path, made: bool) -> None:
    """Write-ahead log and ``synchronous=FULL``, read back from every connection the book has."""
    opened = Store.create(tmp_path / "book.sqlite")
    if not made:
        opened.close()
        opened = Store.open(tmp_path / "book.sqlite")
    asked = ("journal_mode", "synchronous", "foreign_keys")
    with closing(opened), opened.reading() as reader, opened.writing() as writer:
        for connection in (reader, writer):
            told = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in asked]
            assert told == ["wal", 2, 1]


def test_a_copy_of_the_file_in_mid_transaction_is_the_book_of_before(tmp_path: Path) -> None:
    """What is on the disk at any instant of a transaction opens as if it had never begun."""
    path = tmp_path / "book.sqlite"
    Book.create(path).close()
    assert acknowledged(path, 0, 3)[:3] == [0, 1, 2]
    before = held(path)
    copy = tmp_path / "copy"
    with closing(Store.open(path)) as opened, opened.writing() as connection:
        connection.exec_driver_sql("DELETE FROM performance_keys")
        copy.mkdir()
        for part in tmp_path.glob("book.sqlite*"):
            if not part.name.endswith("-shm"):
                (copy / part.name).write_bytes(part.read_bytes())
    assert held(copy / "book.sqlite") == before
