"""What dies is started again; where one stands ready, by telling it to go."""

import subprocess
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from pacelight.book.asking.lists import Book
from pacelight.cli import processes
from pacelight.cli.processes import Kept, start
from pacelight.meet.journal.file import read


@pytest.fixture
def arguments(tmp_path: Path) -> list[str]:
    race = tmp_path / "race.toml"
    whole = files("pacelight").joinpath("recordings/lievin-2025-mile.toml").read_text(encoding="utf-8")
    race.write_text(whole[: whole.index("[[recording.segments]]")])
    with closing(Book.starter(tmp_path / "book.sqlite", until=date(2025, 2, 12))):
        pass
    places = {"--bus": "bus", "--journal": "journal", "--book": "book.sqlite"}
    named = [part for option, name in places.items() for part in (option, str(tmp_path / name))]
    return ["engine", str(race), "--output", "sim://", *named]


@pytest.fixture
def kept(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Kept]:
    monkeypatch.setattr(processes, "_CALM_S", 0.0)
    made = Kept(arguments, ready=True)
    yield made
    made.end()


def lines(journal: Path) -> list[bytes]:
    return [line.event for line in read(journal)[0]] if journal.exists() else []


def until(kept: Kept, journal: Path, said: bytes) -> None:
    while not any(said in line for line in lines(journal)):
        assert kept.look(0.05) is None


def test_one_stands_ready_and_goes_on_where_the_killed_one_was(kept: Kept, tmp_path: Path) -> None:
    journal = tmp_path / "journal"
    until(kept, journal, b'"type":"open"')
    assert kept.look(0.0) is None
    first, ready = kept._process, kept._next
    assert ready is not None
    first.kill()
    until(kept, journal, b'"type":"resume"')
    assert kept._process is ready
    assert kept.restarts == 1


def test_one_that_stands_ready_ends_when_nobody_is_left_to_tell_it(arguments: list[str]) -> None:
    ready = start([*arguments, "--when-told"], told=subprocess.PIPE)
    assert ready.stdin is not None
    ready.stdin.close()
    assert ready.wait(60) == 0
