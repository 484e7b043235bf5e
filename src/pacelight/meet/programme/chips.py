"""Who wears which transponder: a file with a chip and a bib in each line."""

import csv
from pathlib import Path

from pacelight.errors import RaceError

__all__ = ["chips_of"]

_COLUMNS = ["chip", "bib"]


def chips_of(path: Path) -> dict[str, str]:
    """By chip, the bib.

    Raises:
        RaceError: it cannot be read, or a chip is worn by two; the line is named.
    """
    try:
        rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    except (OSError, ValueError, csv.Error) as error:
        raise RaceError(f"chips: no list can be read at {path}: {error}") from error
    worn: dict[str, str] = {}
    for number, row in enumerate(rows, start=1):
        cells = [cell.strip() for cell in row]
        if not any(cells) or (number == 1 and [cell.lower() for cell in cells] == _COLUMNS):
            continue
        if len(cells) != len(_COLUMNS) or not all(cells):
            raise RaceError(f"chips: {path.name}: line {number}: a chip and a bib (write AB1234,17)")
        chip, bib = cells
        if worn.setdefault(chip, bib) != bib:
            raise RaceError(f"chips: {path.name}: line {number}: chip {chip} is worn by {worn[chip]} too")
    return worn
