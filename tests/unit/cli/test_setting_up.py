"""A meet that is prepared while its pages run: where its engine will be, and when it is to start."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from pacelight import Book, Sex, find_event
from pacelight.cli.setting_up import book_of, bus_of, check_file, meet_of, opened, take_back
from pacelight.errors import OutputError

MEET = """\
schema = "pacelight.meet/1"
id = "evening"
name = "Evening"
venue = "Oslo"
day = 2026-06-13

[track]
name = "short-200"
lamps = 200

[engine]
bus = ["other"]

[[race]]
id = "mile"
event = "MILEsh"
sex = "men"

[[race.runner]]
bib = "1"
athlete = "ingebrigtsen-jakob"
name = "Jakob Ingebrigtsen"
nation = "NOR"
"""


def test_the_engine_of_an_empty_folder_will_be_listened_to_there(tmp_path: Path) -> None:
    assert bus_of(tmp_path) == (str(tmp_path / "bus"),)
    assert bus_of(None) == ()
    meet_of(tmp_path).write_text(MEET, encoding="utf-8")
    assert bus_of(tmp_path) == (str(tmp_path / "other"),)


def test_pages_have_the_book_of_the_meet_which_is_made_of_what_is_shipped(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    assert book_of(folder) == str(folder / "book.sqlite")
    with Book.open(folder / "book.sqlite") as book:
        assert book.record(find_event("MILE"), Sex.MEN, as_of=date(2025, 1, 1)).holders
    named = MEET.replace("[track]", 'book = "postgresql://records@hall/book"\n\n[track]')
    meet_of(folder).write_text(named, encoding="utf-8")
    assert book_of(folder) == "postgresql://records@hall/book"


def test_who_prepares_a_meet_signs_in(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="leave --watch-only or --setup out"):
        bus_of(tmp_path, watch_only=True)


def test_no_other_meet_is_prepared_than_the_one_that_is_run(tmp_path: Path) -> None:
    check_file(tmp_path, tmp_path / "meet.toml")
    with pytest.raises(OutputError, match="leave one of the two out"):
        check_file(tmp_path, tmp_path / "other.toml")


def test_an_engine_that_did_not_start_can_be_asked_for_again(tmp_path: Path) -> None:
    assert not opened(tmp_path)
    (tmp_path / "meet.open").touch()
    assert opened(tmp_path)
    take_back(tmp_path)
    take_back(tmp_path)
    assert not opened(tmp_path)


@contextmanager
def served(folder: Path) -> Iterator["subprocess.Popen[str]"]:
    line = [sys.executable, "-m", "pacelight", "serve", "--setup", folder, "--port", "0"]
    line += ["--access", folder / "access.sqlite"]
    with subprocess.Popen(
        [str(word) for word in line], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=folder
    ) as process:
        assert process.stdout is not None
        assert re.search("http://", process.stdout.readline())
        yield process
        process.terminate()
        process.wait(30)


def test_a_meet_that_cannot_be_run_is_said_in_the_terminal_and_the_pages_stay(folder: Path) -> None:
    meet_of(folder).write_text(MEET.replace("MILEsh", "nothing"), encoding="utf-8")
    (folder / "meet.open").touch()
    with served(folder) as process:
        assert process.stderr is not None
        while "no event 'nothing'" not in process.stderr.readline():
            assert process.poll() is None
        while opened(folder):
            assert process.poll() is None
        assert process.poll() is None
