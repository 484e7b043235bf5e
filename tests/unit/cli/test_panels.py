"""Help of the book: every command under a heading, with its whole first sentence; and their completion."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer.main

from pacelight.cli import book

Pacelight = Callable[..., Any]


def test_every_command_of_the_book_stands_under_a_heading_with_its_whole_sentence(
    pacelight: Pacelight, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    shown = pacelight("book", "--help").out
    headings = re.findall(r"^([A-Z][a-z ]+):$", shown, re.MULTILINE)
    assert headings == ["Options", "Ask", "Check", "Add and decide", "Files"]
    group: Any = typer.main.get_command(book.app)
    listed = re.findall(r"^  ([a-z]+) ", shown.partition("Ask:")[2], re.MULTILINE)
    assert sorted(listed) == sorted(group.commands)
    assert "..." not in shown.partition("Ask:")[2]
    words = " ".join(shown.split())
    for command in group.commands.values():
        assert " ".join(command.help.split("\n\n")[0].split()).rstrip(".") in words


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (["book", ""], {"create", "migrate", "import", "export", "queue", "record"}),
        (["book", "mi"], {"migrate"}),
        (["book", "queue", ""], {"list", "show", "accept", "refuse"}),
        (["book", "list", "--pl"], {"--plot"}),
        (["book", "create", "--e"], {"--empty"}),
        (["meet", ""], {"new", "show", "check", "pack", "unpack"}),
        (["rehearse", "--thr"], {"--through"}),
        (["doctor", "--sec"], {"--seconds"}),
    ],
)
def test_a_shell_completes_them(tmp_path: Path, typed: list[str], found: set[str]) -> None:
    """As bash asks: the words so far, and which of them is being typed."""
    program = Path(sys.executable).with_name("pacelight")
    asked = {
        "_PACELIGHT_COMPLETE": "complete_bash",
        "COMP_WORDS": " ".join(["pacelight", *typed]),
        "COMP_CWORD": str(len(typed)),
        "XDG_DATA_HOME": str(tmp_path),
    }
    done = subprocess.run(
        [program], env=os.environ | asked, capture_output=True, text=True, check=True, timeout=60
    )
    assert found <= set(done.stdout.split())
    assert typed[-1] == "" or set(done.stdout.split()) == found
    assert list(tmp_path.iterdir()) == []
