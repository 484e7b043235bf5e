"""`pacelight race verify`: what is proved of a journal, alone and against a link that was noted down."""

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from pacelight.meet.journal.entries import Sealed
from pacelight.meet.journal.file import Journal


@pytest.fixture
def journal(folder: Path) -> Path:
    path = folder / "race.journal"
    with closing(Journal.open(path)) as made:
        for number in range(3):
            made.append(Sealed(path="elsewhere", why=f"line {number}"), unix_ns=number)
    return path


def test_a_link_that_was_noted_down_finds_out_who_cuts_the_end_off(
    pacelight: Callable[..., Any], journal: Path
) -> None:
    noted = json.loads(pacelight("race", "verify", "race.journal", "--json").out)
    assert (noted["lines"], noted["noted"]) == (3, None)
    ran = pacelight("race", "verify", "race.journal", "--link", f" {noted['link'].upper()} ")
    assert ran.code == 0
    assert "follows line 3: nothing up to it was cut off" in ran.out
    with closing(Journal.open(journal)) as made:
        made.append(Sealed(path="elsewhere", why="later"), unix_ns=3)
    again = json.loads(pacelight("race", "verify", "race.journal", "--link", noted["link"], "--json").out)
    assert (again["lines"], again["noted"]) == (4, 3)
    journal.write_bytes(b"".join(journal.read_bytes().splitlines(keepends=True)[:2]))
    assert pacelight("race", "verify", "race.journal").code == 0
    ran = pacelight("race", "verify", "race.journal", "--link", noted["link"])
    assert ran.code == 1
    assert ran.err.strip().endswith(
        f"does not hold the line that {noted['link']} follows: "
        "lines were cut off its end, or it is another journal"
    )


@pytest.mark.parametrize("link", [(), ("--link", "0" * 16)])
def test_of_a_journal_without_a_line_nothing_is_proved(
    pacelight: Callable[..., Any], folder: Path, link: tuple[str, ...]
) -> None:
    (folder / "race.journal").touch()
    ran = pacelight("race", "verify", "race.journal", *link)
    assert (ran.code, ran.out) == (1, "")
    assert "race.journal" in ran.err
