"""What `bench/detect.py` asks is the same of everybody: DuckDB answers as we do, after annulments too."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

BENCH = Path(__file__).resolve().parents[3] / "bench"
ROWS = 4_000
ASKED, ANNULLED = 100, 20

pytest.importorskip("pyarrow", reason="pyarrow is not installed")
pytest.importorskip("duckdb", reason="DuckDB comes with the bench requirements")


def part(name: str) -> ModuleType:
    return importlib.import_module(name)


@pytest.fixture(scope="module", autouse=True)
def bench() -> Iterator[None]:
    """The measuring programs import from their own folder."""
    sys.path.insert(0, str(BENCH))
    yield
    sys.path.remove(str(BENCH))


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, Any, Any]:
    """Our side, the questions, and DuckDB."""
    folder = tmp_path_factory.mktemp("detect")
    part("fold_parts.data").write(folder / "performances.parquet", ROWS)
    book = part("detect_parts.book")
    mirrors = part("pacelight.book.mirror.files").Mirrors(folder / "mirror")
    sizes = book.write(folder / "performances.parquet", mirrors)
    questions = book.questions(mirrors, sizes, ASKED, ANNULLED)
    duckdb = part("detect_parts.duckdb_tables").DuckDB(book.rows(mirrors, sizes), 1)
    return part("detect_parts.ours").Ours(mirrors), questions, duckdb


def test_the_same_records_are_broken(asked: tuple[Any, Any, Any]) -> None:
    ours, questions, duckdb = asked
    answers = [ours.numbered(ours.new(mark)) for mark in questions.marks]
    assert any(answers)
    assert answers == [duckdb.breaks(mark) for mark in questions.marks]


def test_the_same_record_stood_on_a_day(asked: tuple[Any, Any, Any]) -> None:
    ours, questions, duckdb = asked
    answers = [ours.last(one) for one in questions.days]
    assert any(answers)
    assert answers == [duckdb.as_of(one) for one in questions.days]


def test_after_annulments_the_same_steps_are_left(asked: tuple[Any, Any, Any]) -> None:
    ours, questions, duckdb = asked
    before = ours.steps(questions.annulled)
    for one in questions.annulled:
        ours.annul(ours.annulled(one))
        duckdb.annul(one)
    after = ours.steps(questions.annulled)
    assert after != before
    assert after == {number: duckdb.steps(number) for number in after}


def test_a_whole_book_is_asked_for_its_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = part("detect")
    monkeypatch.setattr(program, "BOOK_ASKED", 5)
    row = program.whole_book(200, tmp_path)
    assert (row.name, row.size, row.unit) == ("asof.book_p99_ms", "200 of one event", "ms")
    with part("pacelight.book.asking.lists").Book.open(tmp_path / "book.sqlite") as book:
        answers = [question(book) for question in part("detect_parts.whole_book").questions(5)]
    assert {type(answer).__name__ for answer in answers} == {"Standing"}


def test_answers_that_differ_are_an_error() -> None:
    program = part("detect")
    same = {"asof": [(1, 2)], "annul": {7: [(1, 2)]}}
    program.check("duckdb", same, same)
    with pytest.raises(part("detect_parts").MismatchError, match=r"annul 7: we say .* duckdb says"):
        program.check("duckdb", same, same | {"annul": {7: []}})
