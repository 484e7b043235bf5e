"""`pacelight book dossier`: the same sheet as the desk prints, for who sits at a terminal."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pacelight.book.asking.lists import Book
from pacelight.sheets.typesetting import printed
from pacelight.web.records.dossier import Dossier
from pacelight.web.records.evidence import Folder
from pacelight.web.words.speaker import Speaker

LIEVIN = "2025-02-13-lievin-MILEsh-men-ingebrigtsen-jakob"
DAY = date(2025, 2, 20)


@pytest.fixture
def book(folder: Path) -> Path:
    path = folder / "book.sqlite"
    Book.starter(path, until=date(2025, 2, 14)).close()
    return path


def test_it_prints_what_the_desk_prints(book: Path, folder: Path, pacelight: Callable[..., Any]) -> None:
    line = ("book", "dossier", LIEVIN, "--to", "mile.pdf", "--book", str(book), "--known-at", "2025-02-20")
    ran = pacelight(*line, "--evidence", ".", "--language", "nb", "--json")
    told = json.loads(ran.out)
    assert (told["schema"], told["performance"], told["file"]) == ("pacelight.dossier/1", LIEVIN, "mile.pdf")
    assert (told["day"], told["evidence"]) == ("2025-02-20", [])
    with Book.open(book) as opened:
        made = Dossier.of(opened, LIEVIN, DAY, Folder([folder]))
    assert told["open"] == made.record.open
    assert (folder / "mile.pdf").read_bytes() == printed("dossier", made.content(Speaker("nb")), {}, DAY)
    assert "mile.pdf: 3:45.14 Jakob Ingebrigtsen, " in pacelight(*line).out


def test_what_cannot_be_printed_is_refused(book: Path, refused: Callable[..., str]) -> None:
    line = ("book", "dossier", LIEVIN, "--book", str(book), "--to")
    assert "cannot print 'mile.txt' (let the name end in pdf)" in refused(*line, "mile.txt")
    assert "no language 'de' (write en, fr, nb)" in refused(*line, "mile.pdf", "--language", "de")
    assert "no evidence at nothing" in refused(*line, "mile.pdf", "--evidence", "nothing")
