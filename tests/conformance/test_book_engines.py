"""Every engine of the book keeps one promise: the words of the rules, id for id, however large and skewed.

A new one adds one line to `ENGINES`. What a record is, is written here once more, mark by mark.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from pacelight.book.rules import AGE_GROUPS
from pacelight.errors import BookError

if TYPE_CHECKING:
    from pacelight.book.engine.port import Engine

pytestmark = pytest.mark.filterwarnings(
    # As of PySpark 4.3 (2026-11), which asks for pandas to be there even where Arrow is all that is used.
    "ignore:PySpark does not yet fully support pandas:FutureWarning"
)

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")

Row = dict[str, Any]

SCOPES = (None, "area", "nation", "championship", "meeting")
ROWS = 4_000


def local(**options: int) -> Callable[[pytest.FixtureRequest], "Engine"]:
    def make(_: pytest.FixtureRequest) -> "Engine":
        from pacelight.book.engine.local import Local

        return Local(**options)

    return make


def spark(request: pytest.FixtureRequest) -> "Engine":
    session = request.getfixturevalue("session")
    from pacelight.book.engine.spark import Spark

    return Spark(session)


ENGINES: dict[str, Callable[[pytest.FixtureRequest], "Engine"]] = {
    "local": local(threads=2),
    "local, parted": local(threads=1, fits=500),
    "spark": spark,
}


@pytest.fixture(scope="session")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    if find_spec("pyspark") is None:
        pytest.skip("pyspark is not installed (pip install pacelight[spark])")
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pytest.skip("no Java (apt-get install openjdk-17-jre-headless)")
    from pyspark.sql import SparkSession

    folder = tmp_path_factory.mktemp("spark")
    options = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.memory": "1g",
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.warehouse.dir": str(folder),
        "spark.local.dir": str(folder),
        "spark.log.level": "OFF",  # what is refused is refused on purpose
    }
    builder = SparkSession.builder.master("local[2]").appName("pacelight tests")
    for name, value in options.items():
        builder = builder.config(name, value)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)  # the workers' as well
        started = builder.getOrCreate()
        yield started
        started.stop()


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> "Engine":
    return ENGINES[request.param](request)


def performances(seed: int, rows: int = ROWS) -> list[Row]:
    """Random marks: many ties, several of a day, late arrivals, one event a third of all."""
    rng = np.random.default_rng(seed)
    made = []
    for number in rng.permutation(rows).tolist():
        day = date(1999, 12, 30) + timedelta(days=int(rng.integers(0, 900)))
        years = int(rng.integers(12, 90))
        born = date(day.year - years, int(rng.integers(1, 13)), int(rng.integers(1, 29)))
        precision = ("day", "month", "year")[int(rng.integers(0, 3))]
        if precision != "day":
            born = born.replace(day=1, month=born.month if precision == "month" else 1)
        jump = rng.random() < 0.3
        made.append(
            {
                "id": number,
                "event": "MILE" if rng.random() < 1 / 3 else f"{int(rng.integers(2, 12))}00",
                "sex": ("men", "women")[int(rng.integers(0, 2))],
                "day": day,
                "seq": int(rng.integers(0, 3)),
                "value": int(rng.integers(1, 60)),
                "unit": "mm" if jump else "ms",
                "official": bool(rng.random() < 0.95),
                "status": (None, "candidate", "pending", "ratified", "rejected", "annulled")[
                    int(rng.integers(0, 6))
                ],
                "birth": None if rng.random() < 0.2 else born,
                "birth_precision": precision,
                "athlete": f"athlete-{int(rng.integers(0, 200))}",
                "nation": None if rng.random() < 0.1 else f"N{int(rng.integers(0, 12)):02d}",
                "area": None if rng.random() < 0.1 else f"A{int(rng.integers(0, 3))}",
                "meeting": f"meeting {int(rng.integers(0, 30))}" if rng.random() < 0.8 else "",
                "championship": int(rng.integers(0, 5)) if rng.random() < 0.2 else None,
            }
        )
    return made


def table(rows: list[Row]) -> "pa.Table":
    kinds = {"day": pa.date32(), "birth": pa.date32(), "seq": pa.int8(), "championship": pa.int32()}
    return pa.table({name: pa.array([row[name] for row in rows], kinds.get(name)) for name in rows[0]})


def age_groups(row: Row) -> Iterator[int]:
    """The groups that are the athlete's, on whichever of the possible days they were born."""
    yield 0
    if row["birth"] is None:
        return
    first = last = row["birth"]
    if row["birth_precision"] == "month":
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    elif row["birth_precision"] == "year":
        last = first.replace(month=12, day=31)
    day = row["day"]
    for bit, group in enumerate(AGE_GROUPS):
        ages = {
            "year": [day.year - born.year for born in (first, last)],
            "day": [
                day.year - born.year - ((day.month, day.day) < (born.month, born.day))
                for born in (first, last)
            ],
        }[group.by]
        if bit and all(group.youngest <= age <= group.oldest for age in ages):
            yield bit


def walked(rows: list[Row]) -> dict[int, int]:
    """The words: one mark after the other, each against the best of every list it stands in."""
    best: dict[tuple[Any, ...], int] = {}
    words = {}
    for row in sorted(rows, key=lambda row: (row["day"], row["seq"], row["id"])):
        score = row["value"] if row["unit"] == "ms" else -row["value"]
        lists: list[tuple[int, tuple[Any, ...]]] = []
        if row["official"] and row["status"] not in {"annulled", "rejected"}:
            for slot, age in enumerate(age_groups(row)):
                for scope, key in enumerate(SCOPES):
                    whose = "world" if key is None else row[key]
                    if whose not in {None, ""}:
                        lists.append((5 * slot + scope, (scope, age, whose)))
        if row["official"] and row["status"] != "annulled":
            own = row["athlete"]
            lists += [(25, ("PB", own)), (26, ("SB", own, row["day"].year))]
        word = 0
        for bit, name in lists:
            whole = (row["event"], row["sex"], *name)
            stood = best.get(whole)
            if stood is None or score <= stood:
                best[whole] = score
                word |= 1 << bit | (score == stood) << (bit + 32)
        words[row["id"]] = word
    return words


def found(words: "pa.Table") -> dict[int, int]:
    ids = words.column("id").to_pylist()
    assert len(ids) == len(set(ids))
    return dict(zip(ids, words.column("flags").to_pylist(), strict=True))


@pytest.mark.parametrize("seed", range(3))
def test_every_word_is_that_of_a_plain_walk(engine: "Engine", seed: int) -> None:
    rows = performances(seed)
    expected = walked(rows)
    assert sum(word >> 32 != 0 for word in expected.values()) > ROWS // 100  # there are ties to be found
    assert found(engine.fold(table(rows))) == expected


def test_from_parquet_to_parquet_the_words_are_the_same(engine: "Engine", tmp_path: Path) -> None:
    rows = performances(7)
    pq.write_table(table(rows), tmp_path / "performances.parquet", row_group_size=700)
    engine.fold_file(tmp_path / "performances.parquet", tmp_path / "words")
    assert found(pq.read_table(tmp_path / "words")) == walked(rows)


def test_a_folder_of_files_is_one_table(engine: "Engine", tmp_path: Path) -> None:
    rows = performances(8)
    (tmp_path / "performances").mkdir()
    for nth in range(3):
        pq.write_table(table(rows[nth::3]), tmp_path / "performances" / f"{nth}.parquet")
    engine.fold_file(tmp_path / "performances", tmp_path / "words")
    assert found(pq.read_table(tmp_path / "words")) == walked(rows)


def test_a_column_that_may_be_left_out_is_as_one_that_says_nothing(engine: "Engine") -> None:
    rows = performances(9)
    left = ("id", "event", "sex", "day", "value", "unit", "athlete")
    nothing = {"seq": 0, "official": True, "status": None, "birth": None} | dict.fromkeys(SCOPES[1:])
    plain = [{**row, **nothing} for row in rows]
    assert found(engine.fold(table(rows).select(left))) == walked(plain)


def test_what_counts_and_the_score_may_be_told_as_they_are(engine: "Engine") -> None:
    rows = performances(10)
    told = table(rows).drop_columns(["value", "unit", "official", "status"])
    counted = [
        0 if not row["official"] else {"annulled": 0, "rejected": 2}.get(row["status"] or "", 3)
        for row in rows
    ]
    scores = [row["value"] if row["unit"] == "ms" else -row["value"] for row in rows]
    told = told.append_column("counts", pa.array(counted, pa.uint8()))
    told = told.append_column("score", pa.array(scores, pa.int32()))
    assert found(engine.fold(told)) == walked(rows)


def test_an_empty_table_has_no_words(engine: "Engine") -> None:
    assert found(engine.fold(table(performances(11, rows=1)).slice(0, 0))) == {}


def test_what_is_not_asked_for_is_left_alone(engine: "Engine") -> None:
    rows = performances(12, rows=500)
    wide = table(rows).append_column("note", pa.array([float(row["id"]) for row in rows]))
    assert found(engine.fold(wide)) == walked(rows)


REFUSED: dict[str, tuple[Callable[["pa.Table"], "pa.Table"], str]] = {
    "a column is missing": (lambda given: given.drop_columns(["day"]), "no column 'day'"),
    "a float holds a mark": (
        lambda given: given.set_column(5, "value", given.column("value").cast(pa.float64())),
        "column 'value' is double, not whole",
    ),
    "a row has no athlete's day": (
        lambda given: given.set_column(3, "day", pa.array([None] * len(given), pa.date32())),
        "column 'day': 20 rows have none",
    ),
    "a status that is none": (
        lambda given: given.set_column(8, "status", pa.array(["lost"] * len(given))),
        "no status 'lost'",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_folded_is_refused(engine: "Engine", case: str) -> None:
    spoil, why = REFUSED[case]
    rows = [{**row, "event": "MILE", "sex": "men"} for row in performances(13, rows=20)]
    with pytest.raises(BookError, match=why):
        engine.fold(spoil(table(rows)))


def test_a_file_that_is_not_there_and_words_that_are_are_refused(engine: "Engine", tmp_path: Path) -> None:
    with pytest.raises(BookError, match=r"none\.parquet"):
        engine.fold_file(tmp_path / "none.parquet", tmp_path / "words")
    pq.write_table(table(performances(14, rows=20)), tmp_path / "performances.parquet")
    engine.fold_file(tmp_path / "performances.parquet", tmp_path / "words")
    with pytest.raises(BookError, match="words"):
        engine.fold_file(tmp_path / "performances.parquet", tmp_path / "words")
