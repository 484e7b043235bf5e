"""The command line, run in this process from an empty folder: what it prints and with which code it ends."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from pacelight.cli import main


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a command runs, with a home of its own."""
    monkeypatch.chdir(tmp_path)
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    return tmp_path


@pytest.fixture
def pacelight(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Ran]:
    """`pacelight` with these arguments, as typed in `folder`."""

    def run(*arguments: str) -> Ran:
        assert folder.is_dir()
        monkeypatch.setattr(sys, "argv", ["pacelight", *arguments])
        code: object = 0
        try:
            main()
        except SystemExit as end:
            code = end.code
        shown = capsys.readouterr()
        return Ran(code if isinstance(code, int) else int(code is not None), shown.out, shown.err)

    return run


@pytest.fixture
def refused(pacelight: Callable[..., Ran]) -> Callable[..., str]:
    """The one line with which arguments are refused, nothing having been printed."""

    def run(*arguments: str) -> str:
        ran = pacelight(*arguments)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("pacelight: ")
        assert ran.err.count("\n") == 1
        return ran.err

    return run
