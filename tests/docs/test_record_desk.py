"""The page about the record desk says what the program does."""

import re
from pathlib import Path

from pacelight.meet.desk.roles import Role
from pacelight.web.frame import Around
from pacelight.web.plan.asked import FIELDS
from pacelight.web.plan.routes import routes as plan_routes
from pacelight.web.records.deciding import ADDRESSES
from pacelight.web.records.rights import TABLE, Task

DOCS = Path(__file__).resolve().parents[2] / "docs" / "reference"
DESK = (DOCS / "record-desk.md").read_text(encoding="utf-8")
PLAN = (DOCS / "plan-page.md").read_text(encoding="utf-8")


def test_the_table_of_rights_is_the_one_that_is_asked() -> None:
    rows = re.findall(r"^\| `([a-z]+)` \|(.*)\|$", DESK.partition("## What is sent")[0], re.MULTILINE)
    told = {
        (role, Task(task)): cell.strip() == "yes"
        for task, cells in rows
        for role, cell in zip(Role, cells.split("|"), strict=True)
    }
    assert told == {(role, task): role in TABLE[task] for role in Role for task in Task}


def test_every_address_is_told() -> None:
    assert set(re.findall(r"`POST (/records/[a-z]+)`", DESK)) == set(ADDRESSES)
    pages = {one.path for one in plan_routes(None, Around()) if one.path.startswith("/plan")}
    assert {path for path in pages if not path.endswith(".css")} == set(
        re.findall(r"^\| `(/plan[.a-z]*)`", PLAN, re.MULTILINE)
    )


def test_every_parameter_of_a_plan_is_told() -> None:
    named = set(re.findall(r"`([a-z_]+)`", PLAN))
    assert {name for name in FIELDS if not name.startswith("b_")} <= named
