"""Nothing is undocumented, and what the documentation shows runs."""

import os
import pkgutil
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import typer.main
from typer.core import TyperGroup, TyperOption

import pacelight
from pacelight import Book, errors
from pacelight.cli import app

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
TEXT = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)


def commands(group: Any, path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(group, TyperGroup):
        for name, command in group.commands.items():
            yield from commands(command, f"{path} {name}")
    else:
        yield path, group


COMMANDS = dict(commands(typer.main.get_command(app), "pacelight"))


def blocks(language: str) -> list[object]:
    found = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for match in re.finditer(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
            line = text[: match.start()].count("\n") + 1
            found.append(pytest.param(match[1], id=f"{page.relative_to(ROOT)}:{line}"))
    return found


def test_there_are_commands_within_commands() -> None:
    assert {"pacelight demo", "pacelight book record", "pacelight book queue list"} < set(COMMANDS)


@pytest.mark.parametrize("path", COMMANDS)
def test_every_command_is_in_the_documentation(path: str) -> None:
    assert path in TEXT


@pytest.mark.parametrize("path", COMMANDS)
def test_every_command_and_option_says_what_it_is_for(path: str) -> None:
    command = COMMANDS[path]
    assert command.help
    assert [p.name for p in command.params if isinstance(p, TyperOption) and not p.help] == []


def test_every_error_is_in_the_tree_drawn_at_the_top() -> None:
    drawn = set(re.findall(r"[├└]── (\w+)", errors.__doc__ or "")) | {"PacelightError"}
    assert drawn == set(errors.__all__)


def test_the_public_names_are_complete_and_none_is_that_of_a_module() -> None:
    """A module that is loaded takes its name in the package: a public one would be lost."""
    modules = {module.name for module in pkgutil.iter_modules(pacelight.__path__)}
    assert set(pacelight.__all__) == set(pacelight._HOME)
    assert set(pacelight.__all__) & modules == set()
    for name in pacelight.__all__:
        assert getattr(pacelight, name) is not None


@pytest.fixture(scope="session")
def own_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a user's data lie, with the book that the first question would have made there."""
    data = tmp_path_factory.mktemp("data")
    Book.own(data / "pacelight" / "book.sqlite").close()
    return data


def environment(folder: Path, own_book: Path, warm: Path) -> dict[str, str]:
    shutil.copytree(own_book, folder / "data")
    quick = {key: value for key, value in os.environ.items() if key != "COVERAGE_PROCESS_START"}
    return quick | {
        "PATH": f"{warm}{os.pathsep}{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PACELIGHT_WARM": str(warm / "socket"),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_STATE_HOME": str(folder / "state"),
        "COLUMNS": "110",
    }


@pytest.mark.parametrize("script", blocks("sh"))
def test_every_shell_block_runs(script: str, tmp_path: Path, own_book: Path, warm: Path) -> None:
    result = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=tmp_path,
        env=environment(tmp_path, own_book, warm),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("script", blocks("python"))
def test_every_python_block_runs(script: str, tmp_path: Path, own_book: Path, warm: Path) -> None:
    for extra in ("pandas", "polars"):
        if extra in script and find_spec(extra) is None:
            pytest.skip(f"{extra} is not here (the extra of that name)")
    if ">>> " in script:
        script = (
            f"import doctest, types\nm = types.ModuleType('page', {script!r})\n"
            "r = doctest.testmod(m)\nassert r.attempted and not r.failed"
        )
    result = subprocess.run(
        [warm / "block", script],
        cwd=tmp_path,
        env=environment(tmp_path, own_book, warm),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert result.returncode == 0, result.stderr + result.stdout
