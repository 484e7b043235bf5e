"""What can be asked of a race, what a journal says, what pages are told: all of it is in the reference."""

import re
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from pacelight.meet.bus.protocol import Delta, Snapshot
from pacelight.meet.desk.acts import LIGHTS, REASONED, STOPS, UNSEEN, Act
from pacelight.meet.journal.entries import Asked, Entry
from pacelight.meet.race import State

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"


def page(name: str) -> str:
    return (REFERENCE / name).read_text(encoding="utf-8")


def rows(name: str) -> dict[str, str]:
    """First cell and the rest of every row of the tables of a page; a cell may name several."""
    return rows_of(page(name))


def rows_of(text: str) -> dict[str, str]:
    found = re.findall(r"^\| (`[^|]+`(?:, `[^|]+`)*) \| (.*) \|$", text, re.MULTILINE)
    return {each.strip("` "): rest for names, rest in found for each in names.split(",")}


@pytest.mark.parametrize("act", Act)
def test_what_an_act_needs_stands_in_its_row(act: Act) -> None:
    table = page("desk.md").split("## Every act")[1].split("\n\n*Lights*")[0]
    needs = rows_of(table)[act].rsplit("|", 1)[1]
    assert ("lights" in needs) == (act in LIGHTS)
    assert ("nothing" in needs) == (act in STOPS)
    assert ("no revision" in needs) == (act in UNSEEN - STOPS)
    assert ("a reason" in needs) == (act in REASONED or act is Act.STATUS)


@pytest.mark.parametrize("entry", get_args(Entry), ids=lambda entry: entry.__name__)
def test_each_line_of_a_journal_stands_in_the_table_with_its_fields(entry: type[msgspec.Struct]) -> None:
    told = (
        rows("journal.md")[str(entry.__struct_config__.tag)] + page("journal.md").split("Each of `lights`")[1]
    )
    signed = {"by", "role", "reason", "digest", "key"}
    missing = [name for name in entry.__struct_fields__ if name not in signed and f"`{name}`" not in told]
    assert missing == []


def test_each_field_of_a_light_stands_below_it() -> None:
    told = page("journal.md").split("Each of `lights`")[1]
    assert [name for name in Asked.__struct_fields__ if f"`{name}`" not in told] == []


@pytest.mark.parametrize("delta", get_args(Delta), ids=lambda delta: delta.__name__)
def test_each_delta_stands_in_the_live_protocol(delta: type[msgspec.Struct]) -> None:
    assert str(delta.__struct_config__.tag) in rows("live-protocol.md")


@pytest.mark.parametrize("field", [name for name in Snapshot.__struct_fields__ if name != "schema"])
def test_each_field_of_the_snapshot_stands_in_the_live_protocol(field: str) -> None:
    assert field in rows("live-protocol.md")


@pytest.mark.parametrize("state", State)
def test_what_the_lamps_show_in_each_state_stands_in_the_table_of_looks(state: State) -> None:
    table = page("looks.md").split("| state of the race | shown |")[1].split("\n\n")[0]
    assert state in table
