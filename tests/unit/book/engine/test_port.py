"""The table that an engine is given: documented column by column, refused where it is another."""

import re
from pathlib import Path

import pytest

from pacelight.book.engine.port import GIVEN, checked
from pacelight.errors import BookError

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")

PAGE = Path(__file__).resolve().parents[4] / "docs" / "how-to" / "fold-on-spark.md"


def schema(**kinds: "pa.DataType") -> "pa.Schema":
    needed = {"id": pa.int64(), "event": pa.string(), "sex": pa.string(), "day": pa.date32()}
    return pa.schema((needed | {"athlete": pa.int32(), "score": pa.int32()} | kinds).items())


def test_every_column_is_in_the_documentation_as_it_is() -> None:
    rows = re.findall(
        r"^\| `(\w+)` \| (\w+) \| (yes|) ?\| (.*) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert rows == [(one.name, one.kind, "yes" if one.needed else "", one.what) for one in GIVEN]


def test_columns_are_taken_in_the_order_of_the_documentation_and_others_left() -> None:
    given = schema(note=pa.float64(), area=pa.dictionary(pa.int8(), pa.string()), seq=pa.int16())
    assert checked(given) == ["id", "event", "sex", "day", "seq", "score", "athlete", "area"]


@pytest.mark.parametrize("missing", [one.name for one in GIVEN if one.needed])
def test_a_needed_column_is_missed(missing: str) -> None:
    given = schema()
    with pytest.raises(BookError, match=f"no column '{missing}'"):
        checked(given.remove(given.get_field_index(missing)))


def test_a_mark_is_a_score_or_a_value_with_its_unit() -> None:
    given = schema(value=pa.int64())
    given = given.remove(given.get_field_index("score"))
    with pytest.raises(BookError, match="no column 'score'"):
        checked(given)
    assert "unit" in checked(given.append(pa.field("unit", pa.large_string())))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("day", pa.timestamp("s")),
        ("score", pa.float32()),
        ("official", pa.int8()),
        ("unit", pa.int8()),
        ("athlete", pa.float64()),
    ],
)
def test_a_column_of_another_kind_is_refused(name: str, kind: "pa.DataType") -> None:
    with pytest.raises(BookError, match=f"column '{name}' is "):
        checked(schema(**{name: kind}))
