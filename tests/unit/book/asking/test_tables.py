"""Answers as tables: whole numbers, days, nothing lost, nothing guessed."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from pacelight import NotKnown, to_arrow, to_pandas, to_polars
from pacelight.book.asking import flat_answers, tables
from pacelight.book.asking.career import career
from pacelight.book.asking.compared import Difference, Edition, compare
from pacelight.book.asking.conflicts import Conflict, conflicts
from pacelight.book.asking.leads import lead
from pacelight.book.asking.lists import Book
from pacelight.book.asking.tables import SCHEMAS, performances
from pacelight.book.asking.verified import verify
from pacelight.book.asking.worth import Ranking, levels, rankings
from pacelight.book.formats.flat import performance as restored
from pacelight.book.model import AllTime, Performance, Source
from pacelight.errors import BookError, Failure
from pacelight.event import EVENTS, Sex
from pacelight.mark import Mark

DAY = date(2025, 2, 20)
BEFORE = date(2025, 2, 12)


def answers(book: Book) -> Iterator[tuple[str, Any]]:
    """One of each kind, none of them empty."""
    mark = Mark.parse("3:46.00")
    yield "record", book.record("MILEsh", Sex.MEN, as_of=DAY)
    yield "progression", book.progression("MILEsh", Sex.MEN, as_of=DAY)
    yield "list", book.top("MILEsh", Sex.MEN, as_of=DAY)
    yield "lead", lead(book, "MILEsh", Sex.MEN, year=2025, as_of=DAY)
    yield "levels", levels(book, "MILEsh", mark, Sex.MEN, as_of=DAY)
    yield "rankings", rankings(book, "MILEsh", mark, Sex.MEN, as_of=DAY)
    yield "career", career(book, "nuguse", as_of=DAY)
    yield "conflicts", conflicts(book, known_at=DAY)
    yield "compared", compare(Edition(book, BEFORE, BEFORE), Edition(book, DAY, DAY))
    yield "verified", verify(book, EVENTS["MILEsh"], Sex.MEN, "test", as_of=DAY)
    whole = performances(book, "MILEsh", Sex.MEN, as_of=DAY)
    yield "performances", whole
    yield "breaks", book.break_by(whole[-1])


@pytest.fixture
def told(book: Book, ran: Any, covers: Any) -> dict[str, Any]:
    """Answers of a book in which two sources differ."""
    other = Source("other", "Another list", "", date(2025, 1, 1))
    book.add([ran("nuguse", "3:46.64", "2025-02-08", nation="USA", source_key="other")], other)
    book.add([], coverage=[covers("PERFORMANCES", down_to="3:46.90")])
    return dict(answers(book))


def test_every_kind_of_answer_is_a_table_with_its_schema_and_no_float(told: dict[str, Any]) -> None:
    assert set(told) == set(SCHEMAS) == {kind.name for kind in flat_answers.KINDS.values()}
    for name, answer in told.items():
        assert not isinstance(answer, NotKnown), name
        table = to_arrow(answer)
        table.validate(full=True)
        assert (table.schema, table.num_rows > 0) == (SCHEMAS[name], True), name
        assert set(table.schema.types) <= {pa.string(), pa.int64(), pa.bool_(), pa.date32()}


def test_what_is_never_empty_is_filled(told: dict[str, Any]) -> None:
    for name, answer in told.items():
        table = to_arrow(answer)
        empty = [one.name for one in table.schema if not one.nullable and table[one.name].null_count]
        assert empty == [], name


def test_pandas_and_polars_hold_what_arrow_holds(told: dict[str, Any]) -> None:
    pytest.importorskip("pandas")
    pytest.importorskip("polars")
    for name, answer in told.items():
        table, frame = to_arrow(answer), to_pandas(answer)
        assert all(str(kind).endswith("[pyarrow]") for kind in frame.dtypes), name
        assert (
            pa.Table.from_pandas(frame, table.schema, preserve_index=False).to_pylist() == table.to_pylist()
        )
        assert to_polars(answer).to_dicts() == table.to_pylist()


def test_a_row_is_the_performance_again(told: dict[str, Any]) -> None:
    rows = to_arrow(told["performances"]).to_pylist()
    assert [restored(row) for row in rows] == told["performances"]


def test_a_mark_beside_the_performance_is_exact_too(told: dict[str, Any]) -> None:
    rows = to_arrow(told["conflicts"]).to_pylist()
    said = [(row["said_by"], row["said"], row["said_value"], row["said_precision"]) for row in rows]
    assert said == [("test", "3:46.63", 226630, 2), ("other", "3:46.64", 226640, 2)]
    assert [(row["followed"], row["mark"], row["apart"]) for row in rows] == [
        (True, "3:46.63", 10),
        (False, "3:46.63", 10),
    ]


def test_what_changed_has_both_sides_or_one(told: dict[str, Any]) -> None:
    (world,) = [row for row in to_arrow(told["compared"]).to_pylist() if row["level"] == "WR"]
    shown = [world[name] for name in ("change", "before", "before_value", "after", "after_value", "unit")]
    assert shown == ["improved", "3:46.63", 226630, "3:45.14", 225140, "ms"]
    assert (world["before_athletes"], world["after_since"]) == ("Nuguse", date(2025, 2, 13))


def test_a_list_has_ranks_as_far_as_it_is_covered(book: Book) -> None:
    found = book.top("MILEsh", Sex.MEN, as_of=DAY)
    assert isinstance(found, AllTime)
    rows = to_arrow(found).to_pylist()
    assert [(row["rank"], row["mark"]) for row in rows] == [
        (1, "3:45.14"),
        (2, "3:46.63"),
        (3, "3:46.90"),
        (None, "3:47.01"),
    ]


def test_a_career_names_its_parts(told: dict[str, Any]) -> None:
    rows = to_arrow(told["career"]).to_pylist()
    assert [(row["part"], row["label"], row["mark"]) for row in rows] == [
        ("records", "WR", "3:46.63"),
        ("records", "NR", "3:46.63"),
        ("bests", None, "3:46.63"),
        ("seasons", None, "3:46.63"),
        ("progression", None, "3:46.63"),
    ]


def test_performances_are_as_of_a_day(book: Book) -> None:
    found = performances(book, EVENTS["MILEsh"], Sex.MEN, as_of=BEFORE)
    assert [one.athlete_key for one in found] == ["kejelcha", "nuguse", "kessler"]


def test_an_empty_list_says_what_it_would_hold() -> None:
    for of, name in ((Conflict, "conflicts"), (Difference, "compared"), (Ranking, "rankings")):
        table = to_arrow([], of=of)
        assert (table.num_rows, table.schema) == (0, SCHEMAS[name])
    with pytest.raises(BookError, match=r"^a table of an empty list: of what\? \(write of= and one of Perf"):
        to_arrow([])


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (NotKnown("nobody knows"), "^what is not known is no table: nobody knows$"),
        (
            [Ranking("WORLD", 1), NotKnown("x")],
            "^a table holds answers of one kind, not NotKnown and Ranking$",
        ),
        (3.5, "^no answer of the book: float$"),
        ([date(2025, 1, 1)], "^no answer of the book: date$"),
    ],
)
def test_what_is_no_answer_is_refused(answer: object, said: str) -> None:
    with pytest.raises(BookError, match=said):
        to_arrow(answer)


@pytest.mark.parametrize(("make", "name"), [(to_pandas, "pandas"), (to_polars, "polars")])
def test_a_library_that_is_not_there_is_named_with_its_extra(
    monkeypatch: pytest.MonkeyPatch, make: Any, name: str
) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(Failure, match=rf"^a table for {name} needs {name} \(install pacelight\[{name}\]\)$"):
        make([], of=Performance)


def test_neither_pandas_nor_polars_is_loaded_until_it_is_asked_for() -> None:
    script = (
        "import sys, pacelight.book.asking.tables as tables\n"
        "sys.exit(bool({'pandas', 'polars'} & set(sys.modules)) or not tables.to_arrow)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False, timeout=60).returncode == 0
    assert tables.__all__ == ["SCHEMAS", "performances", "to_arrow", "to_pandas", "to_polars"]
