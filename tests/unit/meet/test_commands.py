"""The command line of the meet: what it refuses, in one line, with nothing half-done."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

pytestmark = pytest.mark.usefixtures("quick_pacelight")

LIEVIN = files("pacelight").joinpath("recordings/lievin-2025-mile.toml").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a command runs, and where it finds its temporary files."""
    (tmp_path / "tmp").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "race.toml").write_text(LIEVIN, encoding="utf-8")
    return tmp_path


OWN = (sys.executable, "-m", "pacelight")
"""A process of its own, from its first instruction to its last."""


def run(*arguments: str, program: tuple[str, ...] = ("pacelight",)) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*program, *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def refused(*arguments: str) -> str:
    """The one line with which it is refused."""
    ran = run(*arguments)
    assert ran.returncode == 2, ran.stderr
    assert ran.stderr.startswith("pacelight: ")
    assert ran.stderr.count("\n") == 1
    return ran.stderr


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def leftovers(folder: Path) -> list[Path]:
    return list((folder / "tmp").iterdir())


@pytest.mark.parametrize("speed", ["0", "-3", "fast"])
def test_a_speed_that_cannot_be_is_refused(folder: Path, speed: str) -> None:
    assert "speed" in refused("demo", "--headless", f"--speed={speed}")
    assert leftovers(folder) == []


def test_an_output_that_does_not_resolve_is_refused(folder: Path) -> None:
    line = refused("race", "run", "race.toml", "--speed", "100", "--output", "sacn://no-such-host.invalid")
    assert "no-such-host.invalid" in line
    assert leftovers(folder) == []


def test_a_port_in_use_is_refused_with_advice(folder: Path, taken: int) -> None:
    line = refused("demo", "--no-browser", "--port", str(taken))
    assert "--port" in line
    assert leftovers(folder) == []


@pytest.mark.parametrize(
    ("right", "wrong", "offence"),
    [
        ('{ bib = "9"', '{ bib = "19"', "bib 19 is not on the start list"),
        ('"14.07"', '"-14.07"', "not a time: '-14.07'"),
        ('time = "3:29.63"', 'time = "3:49.63"', "is not later than"),
        ('"MILEsh"', '"milesch"', "nearest: MILEsh"),
        ("[track]", "[track", "not a race file"),
    ],
)
def test_a_race_file_that_cannot_be_run_is_refused(
    folder: Path, right: str, wrong: str, offence: str
) -> None:
    (folder / "race.toml").write_text(LIEVIN.replace(right, wrong, 1), encoding="utf-8")
    assert offence in refused("race", "run", "race.toml", "--journal", "race.journal")
    assert not (folder / "race.journal").exists()
    assert leftovers(folder) == []


def test_a_file_that_is_not_there_is_refused(folder: Path) -> None:
    assert "no race file can be read at missing.toml" in refused("race", "run", "missing.toml")
    assert "no book at missing.sqlite" in refused("race", "run", "race.toml", "--book", "missing.sqlite")
    assert leftovers(folder) == []


def test_the_demo_never_writes_to_a_book_of_ones_own(folder: Path) -> None:
    from pacelight.book.asking.lists import Book

    Book.starter(folder / "own.sqlite").close()
    before = (folder / "own.sqlite").read_bytes()
    assert "own.sqlite is a book of your own" in refused("demo", "--headless", "--book", "own.sqlite")
    assert (folder / "own.sqlite").read_bytes() == before


@pytest.mark.parametrize(
    "arguments", [("nonsense",), ("demo", "--nonsense"), ("race", "run"), ("demo", "--port", "x")]
)
def test_a_command_that_is_none_exits_with_2(arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert ran.returncode == 2
    assert "Traceback" not in ran.stderr


def test_a_damaged_journal_is_a_failure_that_says_where(folder: Path) -> None:
    (folder / "race.journal").write_bytes(b"00000000 {}\n")
    ran = run("race", "verify", "race.journal")
    assert ran.returncode == 1
    assert (
        ran.stderr == "pacelight: race.journal: line 1 at byte 0 is damaged: it is not a line of a journal\n"
    )


def test_the_version_is_said() -> None:
    import pacelight

    assert run("--version").stdout == f"pacelight {pacelight.__version__}\n"


def test_help_loads_no_room() -> None:
    code = (
        "import sys, pacelight.cli\n"
        "heavy = {'numpy', 'scipy', 'sqlalchemy', 'msgspec', 'rich', 'uvicorn', 'starlette', 'matplotlib'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout == b"[]\n"
    assert run("--help").returncode == 0


def test_without_a_terminal_the_demo_ends_by_itself_and_leaves_no_process(folder: Path) -> None:
    ran = run("demo", "--no-browser", "--port", "0", "--speed", "200", "--json", program=OWN)
    assert ran.returncode == 0, ran.stderr
    assert '"type":"page","address":"http://127.0.0.1:' in ran.stdout
    assert '"type":"done"' in ran.stdout
    listed = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    assert str(folder) not in listed


def test_headless_no_port_is_opened(folder: Path) -> None:
    code = (
        "import socket, sys\n"
        "sys.addaudithook(lambda name, given: print(name, given) if name == 'socket.bind' else None)\n"
        "sys.argv = ['pacelight', 'demo', '--headless', '--speed', '200', '--json']\n"
        "from pacelight.cli import main\n"
        "main()\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True, env=os.environ
    )
    assert "socket.bind" not in ran.stdout
    assert '"type":"done"' in ran.stdout
