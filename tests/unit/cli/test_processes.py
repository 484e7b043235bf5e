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
from pacelight.errors import DriverError
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


def test_what_is_refused_ends_for_good(arguments: list[str], tmp_path: Path) -> None:
    (tmp_path / "race.toml").unlink()
    made = Kept(arguments)
    code = None
    while code is None:
        code = made.look(0.05)
    assert (code, made.restarts) == (2, 0)


def test_what_is_refused_though_it_is_needed_is_tried_again_until_it_is_right_and_why_is_told(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "_PAUSE_S", 0.05)
    race, why, said = tmp_path / "race.toml", tmp_path / "why", list[str]()
    race.rename(tmp_path / "away.toml")
    made = Kept([*arguments, "--why", str(why)], needed=lambda: True, say=lambda: said.append("not up"))
    try:
        while made.restarts < 2:
            assert made.look(0.05) is None
        assert said == ["not up"]
        while not why.exists():
            assert made.look(0.05) is None
        assert why.read_text(encoding="utf-8").startswith(f"no race file can be read at {race}")
        (tmp_path / "away.toml").rename(race)
        until(made, tmp_path / "journal", b'"type":"open"')
        assert not why.exists()
        assert said == ["not up"]
    finally:
        made.end()


def test_what_dies_at_once_again_and_again_is_given_up_where_nothing_depends_on_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def dies(*_: object, **__: object) -> "subprocess.Popen[str]":
        return subprocess.Popen(["false"], text=True)

    monkeypatch.setattr(processes, "start", dies)
    monkeypatch.setattr(processes, "_PAUSE_S", 0.01)
    monkeypatch.setattr(processes, "_LONGEST_S", 0.01)
    made = Kept(["engine"])
    with pytest.raises(DriverError, match="'pacelight engine' died 20 times"):
        list(iter(lambda: made.look(10), 0))
    needed = Kept(["engine"], needed=lambda: True)
    try:
        while needed.restarts < 30:
            assert needed.look(10) is None
    finally:
        needed.end()
