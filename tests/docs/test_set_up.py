"""The set-up page: who may do what, its files and its addresses are in the reference."""

import re
from pathlib import Path

import msgspec
import pytest

from pacelight.meet.desk.roles import Role
from pacelight.web.displays.kept import Shows
from pacelight.web.setup.kept import MEET, OPENED, SURVEY
from pacelight.web.setup.shapes import SHAPES
from pacelight.web.setup.tasks import TABLE, Task

DOCS = Path(__file__).resolve().parents[2] / "docs"
REFERENCE = DOCS / "reference"
PAGE = (REFERENCE / "set-up.md").read_text(encoding="utf-8")


def test_the_table_of_tasks_is_that_of_the_program() -> None:
    text = (REFERENCE / "rights.md").read_text(encoding="utf-8")
    table = text.split("## Preparing a meet")[1].split("## ")[0]
    head = re.findall(r"\w+", next(line for line in table.splitlines() if line.startswith("| task |")))[1:]
    assert [Role(name) for name in head] == list(Role)
    rows = {
        Task(match[1]): [cell.strip() for cell in match[2].split("|")]
        for match in re.finditer(r"^\| `(\w+)` \|(.*)\|$", table, re.MULTILINE)
    }
    assert rows == {task: ["yes" if role in TABLE[task] else "" for role in Role] for task in Task}


@pytest.mark.parametrize("task", Task)
def test_each_task_has_an_address(task: Task) -> None:
    assert f"| `{task}` |" in PAGE


def test_the_files_of_the_folder_are_named() -> None:
    assert all(f"| `{name}` |" in PAGE for name in (MEET, SURVEY, OPENED))


def test_every_shape_that_is_answered_is_named() -> None:
    schemas = {
        field.default for shape in SHAPES for field in msgspec.structs.fields(shape) if field.name == "schema"
    }
    assert {schema for schema in schemas if f"`{schema}`" not in PAGE} == set()


def test_whatever_a_display_can_show_is_listed() -> None:
    text = (DOCS / "how-to" / "displays.md").read_text(encoding="utf-8")
    listed = text.split("`shows` is one of")[1]
    assert [one for one in Shows if f"`{one}`" not in listed] == []
