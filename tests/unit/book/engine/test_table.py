"""A table as the columns of the fold: in order, numbered, with the age groups that births tell."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacelight.book import ages
from pacelight.book.birth import Birth, BirthPrecision
from pacelight.book.engine.table import by_group, columns, words
from pacelight.errors import BookError

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")

DAYS = st.dates(date(1950, 1, 1), date(2050, 12, 31))


def table(n: int = 3, **other: object) -> "pa.Table":
    given = {
        "id": range(n),
        "event": ["MILE"] * n,
        "sex": ["men"] * n,
        "day": [date(2025, 2, 8)] * n,
        "score": range(n),
        "athlete": ["nuguse"] * n,
    }
    return pa.table({name: pa.array(values) for name, values in (given | other).items()})


def births() -> st.SearchStrategy[Birth]:
    firsts = {BirthPrecision.MONTH: {"day": 1}, BirthPrecision.YEAR: {"day": 1, "month": 1}}
    return st.builds(
        lambda day, precision: Birth(day.replace(**firsts.get(precision, {})), precision),
        DAYS,
        st.sampled_from(BirthPrecision),
    )


@given(st.lists(st.tuples(DAYS, st.none() | births()), min_size=1, max_size=20))
def test_age_groups_are_those_of_the_book(marks: list[tuple[date, Birth | None]]) -> None:
    days, born = [day for day, _ in marks], [birth for _, birth in marks]
    told, ids = columns(
        table(
            len(marks),
            day=days,
            birth=pa.array([birth and birth.day for birth in born], pa.date32()),
            birth_precision=[birth and birth.precision.value for birth in born],
        )
    )
    expected = ages.words(days, born)
    assert told.ages.tolist() == [int(expected[row]) for row in ids.tolist()]
    assert told.year.tolist() == [days[row].year for row in ids.tolist()]


@given(st.lists(st.tuples(st.sampled_from("ab"), DAYS, st.integers(0, 3)), max_size=30), st.randoms())
def test_rows_stand_by_event_day_sequence_and_id(rows: list[tuple[str, date, int]], random: object) -> None:
    ids = [number * 2**40 for number in range(len(rows))]  # too wide to be sorted by counting
    random.shuffle(ids)  # type: ignore[attr-defined]
    event, day, seq = ([row[nth] for row in rows] for nth in range(3))
    given = table(
        len(rows),
        id=pa.array(ids, pa.int64()),
        event=pa.array(event, pa.string()),
        day=pa.array(day, pa.date32()),
        seq=pa.array(seq, pa.int32()),
        sex=pa.array(["men"] * len(rows), pa.string()),
        athlete=pa.array(["x"] * len(rows), pa.string()),
        score=pa.array([0] * len(rows), pa.int32()),
    )
    _, found = columns(given)
    first_seen = {name: nth for nth, name in reversed(list(enumerate(event)))}
    expected = sorted(zip(event, day, seq, ids, strict=True), key=lambda row: (first_seen[row[0]], *row[1:]))
    assert found.tolist() == [row[3] for row in expected]


def test_an_empty_name_is_none_and_a_number_is_a_name() -> None:
    told, _ = columns(table(nation=["NOR", "", None], area=pa.array([7, None, 7], pa.int16())))
    assert told.keys["nation"].tolist() == [0, -1, -1]
    assert told.keys["area"].tolist() == [0, -1, 0]


def test_words_name_the_performance_they_are_of() -> None:
    found = words(table(id=[30, 10, 20], score=[5, 4, 3]))
    # 10 comes first; 20 is better, 30 is worse.
    assert found.column("id").to_pylist() == [10, 20, 30]
    assert [flags > 0 for flags in found.column("flags").to_pylist()] == [True, True, False]


def test_a_table_is_parted_by_event_and_sex() -> None:
    rows, starts = by_group(table(4, event=["a", "b", "a", "b"], sex=["men", "men", "women", "men"]))
    assert [rows[start:end].tolist() for start, end in pairwise(starts)] == [
        [0],
        [2],
        [1, 3],
    ]


@pytest.mark.parametrize(
    ("column", "why"),
    [
        ({"score": [2**31 - 1, 0, 0]}, "a score lies between"),
        ({"counts": [4, 0, 0]}, "'counts' is 0, 1, 2 or 3"),
        ({"sex": ["men", None, "men"]}, "column 'sex': 1 rows have none"),
        (
            {"birth": [date(2000, 1, 1)] * 3, "birth_precision": ["day", "week", "day"]},
            "no birth_precision 'week'",
        ),
    ],
)
def test_what_cannot_be_is_refused(column: dict[str, object], why: str) -> None:
    with pytest.raises(BookError, match=why):
        words(table(**column))
