"""The page of formats says what the table of formats says, and its examples are read."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from pacelight.book.formats.mapped import FIELDS
from pacelight.book.formats.omega import programme
from pacelight.book.formats.table import FORMATS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "formats.md"
TEXT = PAGE.read_text(encoding="utf-8")


def table(header: str, rows: Iterable[tuple[str, ...]]) -> str:
    lines = [f"| {header} |", "|" + "---|" * (header.count("|") + 1)]
    return "\n".join([*lines, *("| " + " | ".join(row).replace("|  |", "| |") + " |" for row in rows)])


def test_the_table_of_formats_is_the_programs() -> None:
    rows = [
        (
            f"`{one.name}`",
            one.says,
            ", ".join(f"`{ending}`" for ending in one.endings),
            one.companion,
            "yes" if one.tested else "**no**",
        )
        for one in FORMATS.values()
    ]
    expected = table("format | what it is | files | beside it | tested against real files", rows)
    assert expected in TEXT, f"{PAGE.name} needs this table:\n\n{expected}\n"


def test_the_table_of_fields_is_the_programs() -> None:
    expected = table("field | what it is", [(f"`{name}`", says) for name, says in FIELDS.items()])
    assert expected in TEXT, f"{PAGE.name} needs this table:\n\n{expected}\n"


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_its_section(name: str) -> None:
    assert re.search(rf"^## `{name}`$", TEXT, re.MULTILINE)


def test_what_is_untested_against_a_real_file_says_so() -> None:
    sections = dict(re.findall(r"^## `(\w+)`$(.*?)(?=^## |\Z)", TEXT, re.MULTILINE | re.DOTALL))
    said = {name for name, section in sections.items() if "ntested against a real file" in section}
    assert said == {one.name for one in FORMATS.values() if not one.tested}


def test_the_programme_on_the_page_is_one() -> None:
    (text,) = re.findall(r"^```toml\n(day = .*?)^```", TEXT, re.MULTILINE | re.DOTALL)
    known = programme(text.encode(), "page")
    assert list(known.events) == [5]
    assert list(known.athletes) == ["3893"]
