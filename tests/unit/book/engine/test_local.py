"""The engine of one machine: what does not fit is parted, and what fails leaves nothing behind."""

from datetime import date
from pathlib import Path

import pytest

from pacelight.errors import BookError

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")

from pacelight.book.engine.local import Local  # noqa: E402  # needs pyarrow


def performances(path: Path, events: list[str], *, spoilt: bool = False) -> Path:
    n = len(events)
    table = pa.table(
        {
            "id": range(n),
            "event": events,
            "sex": ["women"] * n,
            "day": pa.array([date(2025, 1, 1)] * n, pa.date32()),
            "score": range(n),
            "athlete": ["x"] * n,
            "counts": [4 if spoilt and nth == n - 1 else 3 for nth in range(n)],
        }
    )
    pq.write_table(table, path, row_group_size=3)
    return path


@pytest.mark.parametrize("fits", [1, 4, 100])
def test_an_event_is_never_parted_however_few_fit(tmp_path: Path, fits: int) -> None:
    source = performances(tmp_path / "in.parquet", ["MILE"] * 7 + ["800"] * 2)
    Local(fits=fits, threads=1).fold_file(source, tmp_path / "words")
    words = pq.read_table(tmp_path / "words").sort_by("id")
    # The first of each event is its record; each later mark is worse.
    assert [flags > 0 for flags in words.column("flags").to_pylist()] == [nth in {0, 7} for nth in range(9)]


@pytest.mark.parametrize("fits", [1, 100])
def test_what_is_refused_on_the_way_leaves_nothing(tmp_path: Path, fits: int) -> None:
    source = performances(tmp_path / "in.parquet", ["MILE", "800", "400"], spoilt=True)
    with pytest.raises(BookError, match="'counts' is 0, 1, 2 or 3"):
        Local(fits=fits).fold_file(source, tmp_path / "out" / "words")
    assert list((tmp_path / "out").iterdir()) == []


def test_only_the_words_are_left(tmp_path: Path) -> None:
    source = performances(tmp_path / "in.parquet", ["MILE", "800", "400"])
    Local(fits=1).fold_file(source, tmp_path / "out" / "words")
    assert [path.relative_to(tmp_path).as_posix() for path in (tmp_path / "out").rglob("*")] == [
        "out/words",
        "out/words/words.parquet",
    ]
