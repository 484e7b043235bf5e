"""The book is killed while it writes: it opens, whole transactions only, and all that were acknowledged."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import IO, Any

import pytest
from sqlalchemy import func, select

from pacelight.book.asking.lists import Book
from pacelight.book.store.schema import decisions, performance_keys
from pacelight.book.store.store import Store

pytestmark = pytest.mark.faults

Where = Path | str

EACH = 7
"""Performances of an import, and decisions about them that are taken together."""

NURSERY = f"""
import os, sys, signal
from datetime import date
from pathlib import Path
from pacelight.book.asking.lists import Book
from pacelight.book.model import Coverage, Decision, DecisionKind, Facts, Performance, Source
from pacelight.event import Sex
from pacelight.mark import Mark

DAY = date(2025, 1, 1)
SOURCE = Source("test", "Made for this test", "", DAY)

def imported(n):
    return Facts((SOURCE,), (), tuple(
        Performance(f"{{n}}-{{k}}", "MILEsh", Sex.MEN, Mark(230_000 + 10 * n, 2),
                    f"{{n}}-{{k}}", str(n), "NOR", DAY, "", "", source_key="test")
        for k in range({EACH})
    ), (), ())

def decided(n):
    return Facts((), (), (), tuple(
        Decision(f"{{n}}-{{k}}", DecisionKind.RATIFIED, DAY, DAY, "World Athletics", "", "test")
        for k in range({EACH})
    ), ())

def write(where, first):
    book = Book.open(where if "://" in where else Path(where))
    for n in range(first, 10**6):
        for kind, facts in (("imported", imported(n)), ("decided", decided(n))):
            os.write(1, b"begins\\n")
            book.append(facts)
            os.write(1, f"{{kind}} {{n}}\\n".encode())

for line in sys.stdin:
    where, first = line.rstrip("\\n").rsplit(" ", 1)
    child = os.fork()
    if child == 0:
        os.write(1, f"{{os.getpid()}}\\n".encode())
        try:
            write(where, int(first))
        finally:
            os._exit(1)
    os.waitpid(child, 0)
    os.write(1, b"gone\\n")
"""
"""Writers as they are asked for, each a copy of one process that has loaded everything."""


@dataclass
class Told:
    """What writers have acknowledged, of each number: imported, decided."""

    imported: set[int] = field(default_factory=set)
    decided: set[int] = field(default_factory=set)
    interrupted: int = 0

    def hear(self, lines: list[str]) -> None:
        for line in lines:
            kind, _, number = line.partition(" ")
            if kind in {"imported", "decided"}:
                getattr(self, kind).add(int(number))
        self.interrupted += lines[-1:] == ["begins"]


@contextmanager
def nursery() -> Iterator[Callable[[Where, int], "Writer"]]:
    with subprocess.Popen(
        [sys.executable, "-c", NURSERY], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, text=True, bufsize=1,
    ) as process:  # fmt: skip
        assert process.stdin is not None
        assert process.stdout is not None
        asks, answers = process.stdin, process.stdout

        def start(where: Where, first: int) -> Writer:
            asks.write(f"{where} {first}\n")
            return Writer(int(answers.readline()), answers)

        yield start
        asks.close()


@dataclass
class Writer:
    """One process that writes, transaction after transaction."""

    number: int
    answers: IO[str]

    def heard(self, transactions: int) -> list[str]:
        """All that it says until it has told of so many transactions."""
        lines: list[str] = []
        while sum(line != "begins" for line in lines) < transactions:
            lines.append(self.answers.readline().rstrip("\n"))
            assert lines[-1] != "gone"
        return lines

    def last_words(self) -> list[str]:
        """All that it has said and nobody heard, once it is gone."""
        return [line.rstrip("\n") for line in iter(self.answers.readline, "gone\n")]


def kept(where: Where) -> dict[int, tuple[int, int]]:
    """Of each number how many performances and decisions are in the book, after all writers ended."""
    counts = select(performance_keys.c.key, func.count(decisions.c.id))
    joined = counts.outerjoin(decisions, decisions.c.performance == performance_keys.c.performance)
    found: dict[int, tuple[int, int]] = {}
    with closing(Store.open(where)) as store, store.writing() as connection:
        for key, decided in connection.execute(joined.group_by(performance_keys.c.key)):
            number = int(key.split("-")[0])
            had = found.get(number, (0, 0))
            found[number] = (had[0] + 1, had[1] + decided)
    return found


def check(where: Where, told: Told) -> int:
    """All of each transaction or nothing, all that was told of, and at most one that was not.

    Returns:
        where the next writer begins: one that was imported and not decided is imported again, to no effect.
    """
    found = kept(where)
    assert set(found.values()) <= {(EACH, 0), (EACH, EACH)}
    assert sorted(found) == list(range(len(found)))
    decided = {number for number, (_, about) in found.items() if about}
    assert told.imported <= set(found)
    assert told.decided <= decided
    assert len(set(found) - told.imported) + len(decided - told.decided) <= 1
    told.imported, told.decided = set(found), decided
    if isinstance(where, Path):
        with closing(sqlite3.connect(where)) as raw:
            assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    return len(found) if len(decided) == len(found) else len(found) - 1


def idle(ns: int) -> None:
    """Let a writer get somewhere: when it is killed is chance, and nothing waits for it."""
    until = time.perf_counter_ns() + ns
    while time.perf_counter_ns() < until:
        os.sched_yield()


def killed(where: Callable[[], Where], times: int, seed: int) -> Told:
    """A book after another, each written by twenty processes that are killed at any instant."""
    random, told = Random(seed), Told()
    with nursery() as start:
        for nth in range(times):
            if nth % 20 == 0:
                book, told, first = where(), Told(interrupted=told.interrupted), 0
                Store.create(book).close()
            writer = start(book, first)
            lines = writer.heard(random.randrange(3))
            idle(random.randrange(30_000_000))
            os.kill(writer.number, signal.SIGKILL)
            told.hear(lines + writer.last_words())
            first = check(book, told)
    return told


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Where]:
    """Places for books, each new."""
    if request.param == "sqlite":
        return lambda: tmp_path_factory.mktemp("killed") / "book.sqlite"
    new: Callable[[], Where] = request.getfixturevalue("new_address")
    return new


@pytest.mark.parametrize("times", [8, pytest.param(200, marks=pytest.mark.prove)])
def test_killed_at_any_instant_it_keeps_whole_transactions_and_all_that_it_told_of(
    where: Callable[[], Where], times: int
) -> None:
    told = killed(where, times, seed=times)
    assert told.interrupted > times // 4


@pytest.mark.parametrize("rounds", [2, pytest.param(20, marks=pytest.mark.prove)])
def test_a_server_that_is_killed_keeps_whole_transactions_and_all_that_it_told_of(
    new_postgres: Callable[..., Any], rounds: int
) -> None:
    server, random, told, first = new_postgres(safe=True), Random(rounds), Told(), 0
    Store.create(server.address()).close()
    with nursery() as start:
        for _ in range(rounds):
            writer = start(server.address(), first)
            lines = writer.heard(random.randrange(1, 9))
            server.stop("immediate")
            told.hear(lines + writer.last_words())
            server.start(safe=True)
            first = check(server.address(), told)
    assert first >= rounds // 2


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
    with nursery() as start:
        writer = start(path, 0)
        assert writer.heard(3)[-1] == "imported 1"
        os.kill(writer.number, signal.SIGKILL)
        writer.last_words()
    before = kept(path)
    copy = tmp_path / "copy"
    with closing(Store.open(path)) as opened, opened.writing() as connection:
        connection.exec_driver_sql("DELETE FROM performance_keys")
        copy.mkdir()
        for part in tmp_path.glob("book.sqlite*"):
            if not part.name.endswith("-shm"):
                (copy / part.name).write_bytes(part.read_bytes())
    assert kept(copy / "book.sqlite") == before
