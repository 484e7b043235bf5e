"""`pacelight web`: a race, the record book, or both."""

import os
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def shown(folder: Path, *arguments: str) -> Iterator[str]:
    """The address of the pages, served from a folder with a home of its own."""
    environment = os.environ | {"XDG_DATA_HOME": str(folder / "home")}
    command = [sys.executable, "-m", "pacelight", "web", "--port", "0", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=folder, env=environment) as web:
        assert web.stdout is not None
        yield web.stdout.readline().strip()
        web.terminate()


def read(address: str) -> str:
    with urllib.request.urlopen(address, timeout=30) as page:  # noqa: S310  # our own
        text: str = page.read().decode()
        return text


def test_without_a_race_ones_own_book_is_shown(folder: Path) -> None:
    with shown(folder) as address:
        assert (folder / "home" / "pacelight" / "book.sqlite").is_file()
        page = read(f"{address}book/event/MILEsh/men?as_of=2025-02-12")
        assert "3:46.63" in page
        assert "The race</a>" not in page


def test_a_race_and_a_book_are_shown_together_and_know_each_other(folder: Path) -> None:
    from pacelight.book.asking.lists import Book

    Book.starter(folder / "one.sqlite").close()
    with shown(folder, "--bus", "bus", "--book", "one.sqlite") as address:
        assert '<a href="/book">The record book</a>' in read(f"{address}results")
        assert '<a href="/">The race</a>' in read(f"{address}book")
    assert not (folder / "home").exists()


def test_what_is_no_book_is_refused_at_once(refused: Callable[..., str]) -> None:
    assert "no book at nowhere.sqlite" in refused("web", "--port", "0", "--book", "nowhere.sqlite")
