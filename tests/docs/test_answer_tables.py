"""The page of answer tables names every column of every kind of answer, with its kind, in their order."""

import re
from datetime import date
from pathlib import Path

import pytest

from pacelight.book.asking.flat_answers import KINDS, Kind
from pacelight.book.formats.flat import COLUMNS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "answer-tables.md"
SECTIONS = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL))
WORDS = {str: "text", int: "whole", bool: "truth", date: "day"}


def test_there_is_a_section_for_each_kind_in_their_order() -> None:
    assert list(SECTIONS) == [kind.name for kind in KINDS.values()]


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_the_columns_of_an_answer_are_on_the_page_in_their_order(kind: Kind) -> None:
    told = re.findall(r"^\| `(\w+)` \| (\w+) \| ?([a-z ]*?) ?\| .+ \|$", SECTIONS[kind.name], re.MULTILINE)
    alone = kind.name in {"compared", "rankings"}
    of = [column for column in kind.columns if alone or column not in COLUMNS]
    assert told == [(one.name, WORDS[one.kind], "may be empty" * one.optional) for one in of]
    assert alone or kind.columns[len(of) :] == COLUMNS
