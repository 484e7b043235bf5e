"""Times of a real Scan'O'Vision evening, sent as its messages, come out as it printed them."""

import csv
from pathlib import Path

import pytest

from pacelight.errors import FormatError
from pacelight.mark import Elapsed, Mark
from pacelight.timing.formats.omega import OmegaLine, lined, write
from pacelight.timing.formats.omega_dialogue import OmegaDialogue
from pacelight.timing.formats.times import of_day, of_day_text
from pacelight.timing.reading import PageRead, Seen


@pytest.fixture(scope="module")
def export(shared_data: Path) -> list[dict[str, str]]:
    """``LSTRslt.txt``: the time in ten-thousandths, and the result as it was made official."""
    text = (shared_data / "timing" / "omegadh" / "LSTRslt.txt").read_text(encoding="cp1252")
    rows = [
        {name: cell.strip() for name, cell in row.items() if name and cell}
        for row in csv.DictReader(text.splitlines(), delimiter=";")
    ]
    return [row for row in rows if row["Time"] not in {"0", "-1"} and row["Result"][:1].isdecimal()]


def test_every_time_of_the_evening_is_rounded_as_it_was_made_official(export: list[dict[str, str]]) -> None:
    assert len(export) > 100
    wrong = []
    for row in export:
        seconds, parts = divmod(int(row["Time"]), 10_000)
        printed = f"{seconds // 60}:{seconds % 60:02d}.{parts:04d}"
        message = write(lined("RCV", OmegaLine(row["Bib"], row["Lane"], printed)))
        (heard,) = OmegaDialogue("omega").feed(message, 1)
        assert isinstance(heard.reading, Seen)
        assert heard.reading.running_ns is not None
        mark = Mark.from_elapsed(Elapsed(heard.reading.running_ns))
        if mark != Mark.parse(row["Result"]):
            wrong.append((row, str(mark)))
    assert wrong == []


def test_the_rankings_of_the_evening_are_read_whole(export: list[dict[str, str]]) -> None:
    heats: dict[str, list[dict[str, str]]] = {}
    for row in export:
        heats.setdefault(f"{row['Event']}-{row['Round']}-{row['Heat']}", []).append(row)
    for heat, rows in heats.items():
        dialogue = OmegaDialogue("omega")
        lines = [OmegaLine(row["Bib"], row["Lane"], row["Result"], rank=int(row["Rank"])) for row in rows]
        frames = b"\x01\x13DVRDC\x02%3d\x04" % len(rows) + b"".join(write(lined("RCC", one)) for one in lines)
        heard = dialogue.feed(frames + b"\x01\x13DVRFC\x04", 1)
        assert (dialogue.refused, dialogue.why) == (0, ""), heat
        (page,) = (one.reading for one in heard)
        assert isinstance(page, PageRead)
        assert [(row.place, str(row.time)) for row in page.rows] == [
            (int(row["Rank"]), str(Mark.parse(row["Result"]))) for row in rows
        ]


def test_the_guns_of_the_evening_are_read_to_a_ten_thousandth(shared_data: Path) -> None:
    text = (shared_data / "timing" / "omegadh" / "LSTRRSLT.txt").read_text(encoding="cp1252")
    hours = [line.split(";")[4].strip(' "') for line in text.splitlines()[1:] if line.strip()]
    assert len(hours) > 10
    assert [of_day_text(of_day(hour), 4) for hour in hours] == hours


def test_the_other_export_is_no_message(shared_data: Path) -> None:
    data = (shared_data / "timing" / "omegadh" / "LSTRslt.txt").read_bytes()
    dialogue = OmegaDialogue("omega")
    assert dialogue.feed(data + b"\x04", 1) == ()
    assert dialogue.refused == 1
    with pytest.raises(FormatError):
        of_day(data.decode("cp1252"))
