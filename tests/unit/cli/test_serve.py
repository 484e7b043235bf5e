"""`pacelight serve`: one address, what dies is started again, and it ends calmly."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from importlib.resources import files
from pathlib import Path
from urllib.request import urlopen

import pytest
from typer.testing import CliRunner

from pacelight.book.asking.lists import Book
from pacelight.cli import app
from pacelight.cli.asking import ask
from pacelight.errors import DriverError, PacelightError
from pacelight.meet.desk.requests import Check, Request
from pacelight.meet.desk.roles import Role
from pacelight.meet.journal.file import verify


@pytest.fixture
def evening(tmp_path: Path) -> Path:
    """A folder with a race without a recording, and a book."""
    whole = files("pacelight").joinpath("recordings/lievin-2025-mile.toml").read_text(encoding="utf-8")
    (tmp_path / "race.toml").write_text(whole[: whole.index("[[recording.segments]]")])
    with closing(Book.starter(tmp_path / "book.sqlite", until=date(2025, 2, 12))):
        pass
    return tmp_path


@pytest.fixture
def served(evening: Path) -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "pacelight", "serve", "race.toml", "--port", "0", "--output", "sim://"),
            *("--book", "book.sqlite", "--access", "access.sqlite", "--bus", "bus"),
            *("--recordings", "shown", "--keep-races", "3"),
        ],
        cwd=evening,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(30)
        assert process.stdout is not None
        process.stdout.close()


def children(parent: int, word: str) -> list[int]:
    """Processes that were started from there, whose command line has this word."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            try:
                words = (folder / "cmdline").read_bytes().split(b"\0")
                began = int((folder / "stat").read_text().rpartition(") ")[2].split()[1])
            except (OSError, ValueError):
                continue
            if began == parent and word.encode() in words:
                found.append(int(folder.name))
    return found


def eventually(true: Callable[[], object], seconds: float = 60.0) -> None:
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, "it never came to be"
        time.sleep(0.05)


def test_engine_and_page_are_there_at_one_address_and_come_back_when_killed(
    evening: Path, served: "subprocess.Popen[str]"
) -> None:
    assert served.stdout is not None
    address = served.stdout.readline().strip().removeprefix("page: ")
    with urlopen(address, timeout=30) as page:  # noqa: S310 - of this machine
        assert page.status == 200
    made = Request("check", "lievin-2025-mile", "lights", Role.OPERATOR, Check(), 0)
    assert ask(evening / "bus", lambda _: made, 60).done
    eventually(lambda: list((evening / "shown").glob("lievin-2025-mile*")))
    (web,) = children(served.pid, "--keep-races")
    assert web in children(served.pid, "web")
    for word in ("engine", "web"):
        first = min(children(served.pid, word))  # beside it an engine that stands ready, if it was slow
        os.kill(first, signal.SIGKILL)
        eventually(lambda word=word, first=first: first not in children(served.pid, word))  # type: ignore[misc]
    again = ask(evening / "bus", lambda _: made, 60)
    assert again.done
    assert again.revision == 1

    def answers() -> bool:
        try:
            with urlopen(address, timeout=30) as page:  # noqa: S310 - of this machine
                return page.status == 200
        except OSError:
            return False

    eventually(answers)
    served.send_signal(signal.SIGTERM)
    assert served.wait(30) == 0
    assert verify(evening / "lievin-2025-mile.journal")[0] == 3
    with pytest.raises(DriverError):
        ask(evening / "bus", lambda _: made, 0.3)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("none.toml",), "no race file can be read at none.toml"),
        (("race.toml", "--timing", "omega://10.0.0.5:4001"), "write NAME=URL"),
        (("race.toml", "--timing", "a=omega://h:1", "--timing", "a=omega://h:2"), "two timing systems"),
        (("race.toml", "--speed", "fast"), "not a speed"),
    ],
)
def test_what_cannot_be_served_is_refused_before_anything_is_started(
    evening: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], why: str
) -> None:
    monkeypatch.chdir(evening)
    ran = CliRunner().invoke(app, ["serve", *words, "--book", "book.sqlite"])
    assert isinstance(ran.exception, PacelightError), ran.output
    assert why in str(ran.exception)
    assert sorted(path.name for path in evening.iterdir()) == ["book.sqlite", "race.toml"]
