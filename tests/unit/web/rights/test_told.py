import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacelight.web.rights.told import line, log


@given(st.text(), st.text())
def test_no_input_forges_a_line_or_a_field_of_the_log(by: str, why: str) -> None:
    told = line("denied", 1_738_000_000, by=by, why=why)
    assert told.isascii()
    assert told.isprintable()
    fields = re.fullmatch(
        r'2025-01-27T17:46:40Z event=denied(?: by="((?:[^"\\]|\\.)*)")?(?: why="((?:[^"\\]|\\.)*)")?', told
    )
    assert fields is not None
    assert (fields[1] is not None, fields[2] is not None) == (bool(by), bool(why))


def test_a_line_goes_where_errors_go(capsys: pytest.CaptureFixture[str]) -> None:
    log(line("paired", 0, by="desk"))
    assert capsys.readouterr().err == 'pacelight web: 1970-01-01T00:00:00Z event=paired by="desk"\n'
