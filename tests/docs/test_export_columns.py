"""The page of formats names every column of what goes out, in their order."""

import re
from pathlib import Path

from pacelight.book.formats.flat import COLUMNS, LIST_COLUMNS, RECORD_COLUMNS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "formats.md"
OUT = PAGE.read_text(encoding="utf-8").partition("## What goes out")[2].partition("\n## ")[0]


def test_the_columns_of_a_performance_are_on_the_page_in_their_order() -> None:
    assert re.findall(r"^\| `(\w+)` \|", OUT, re.MULTILINE) == [column.name for column in COLUMNS]


def test_the_columns_of_lists_and_records_are_on_the_page() -> None:
    (before,) = re.findall(r"Before these(.*?)a row for each holder", OUT, re.DOTALL)
    extra = [*LIST_COLUMNS, *RECORD_COLUMNS]
    told = [column.name for column in extra if column not in COLUMNS]
    assert re.findall(r"`(\w+)`", before) == told
