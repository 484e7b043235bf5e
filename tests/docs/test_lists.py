"""The pages of start lists and results say what the program says: printed here, to be copied there."""

import re
from pathlib import Path

import msgspec
import pytest

from pacelight.meet.publish.published import FORMATS
from pacelight.timing.formats.lists import results_csv, results_fields, startlist_csv
from pacelight.timing.formats.lists.results import RESULTS
from pacelight.timing.formats.lists.startlists import START_LISTS

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"
STARTS = (REFERENCE / "start-lists.md").read_text(encoding="utf-8")
ENDS = (REFERENCE / "results.md").read_text(encoding="utf-8")


def table(*rows: tuple[str, ...]) -> str:
    header, *rest = rows
    lines = [header, ("---",) * len(header), *rest]
    return (
        "\n".join("| " + " | ".join(line) + " |" for line in lines)
        .replace("|  |", "| |")
        .replace("| --- ", "|---")
    )


def yes(holds: bool) -> str:
    return "yes" if holds else "no"


def aligned(text: str) -> str:
    return re.sub(
        r"^\|(?:\s*-+\s*\|)+$", lambda line: "|" + "---|" * (line[0].count("|") - 1), text, flags=re.MULTILINE
    )


def test_the_table_of_start_list_formats_is_the_programs() -> None:
    rows = [
        (
            f"`{one.name}`",
            one.says,
            "all columns below" if one.name == "csv" else ", ".join(one.holds),
            yes(one.written),
            "yes" if one.tested else "**no**",
        )
        for one in START_LISTS.values()
    ]
    header = ("format", "what it is", "what it can hold", "written", "tested against real files")
    expected = aligned(table(header, *rows))
    assert expected in STARTS, f"start-lists.md needs this table:\n\n{expected}\n"


@pytest.mark.parametrize(
    ("page", "columns"),
    [(STARTS, startlist_csv.COLUMNS), (ENDS, results_csv.COLUMNS)],
    ids=["start lists", "results"],
)
def test_the_tables_of_columns_are_the_programs(page: str, columns: dict[str, str]) -> None:
    expected = aligned(
        table(("column", "what it holds"), *((f"`{name}`", says) for name, says in columns.items()))
    )
    assert expected in page, f"the page needs this table:\n\n{expected}\n"


def test_the_table_of_result_formats_is_the_programs() -> None:
    rows = [
        (
            f"`{one.name}`",
            one.says,
            "yes",
            f"yes, `{one.ending}`" if one.published else "no",
            "yes" if one.tested else "**no**",
        )
        for one in RESULTS.values()
    ]
    header = ("format", "what it is", "read", "published", "tested against real files")
    expected = aligned(table(header, *rows))
    assert expected in ENDS, f"results.md needs this table:\n\n{expected}\n"
    published = {one.name: one.ending for one in RESULTS.values() if one.published}
    assert {name: ending for name, (ending, _) in FORMATS.items() if name != "html"} == published


def test_every_field_of_the_json_is_on_the_page() -> None:
    section = ENDS[ENDS.index("## `pacelight.results/1`") : ENDS.index("## The table")]
    fields = results_fields
    for struct in (fields.RaceFields, fields.RowFields, fields.SplitFields, fields.RecordFields):
        for field in msgspec.structs.fields(struct):
            if field.name not in {"schema", "text", "value", "unit", "precision"}:
                assert f"`{field.name}`" in section, field.name


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_that_is_published_is_named(form: str) -> None:
    assert f"`{form}`" in ENDS
