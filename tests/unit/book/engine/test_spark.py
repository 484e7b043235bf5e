"""What `spark-submit` runs: a wrong call is refused, a right one folds Parquet into Parquet."""

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
pq = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
pyspark = pytest.importorskip("pyspark", reason="pyspark is not installed (pip install pacelight[spark])")

from pacelight.book.engine import spark  # noqa: E402  # needs pyspark


@pytest.mark.parametrize("arguments", [[], ["one"], ["one", "two", "three"]])
def test_two_places_are_asked_for(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert spark.main(arguments) == 2
    assert capsys.readouterr().err == "write: spark-submit spark.py PERFORMANCES WORDS\n"


@pytest.mark.prove
@pytest.mark.skipif(shutil.which("java") is None, reason="no Java (apt-get install openjdk-17-jre-headless)")
def test_spark_submit_folds_a_file_and_refuses_a_second_time(tmp_path: Path) -> None:
    marks = {"id": [1, 2], "event": ["MILE"] * 2, "sex": ["men"] * 2, "score": [2, 1], "athlete": ["x"] * 2}
    table = pa.table({**marks, "day": pa.array([date(2025, 2, 8), date(2025, 2, 13)], pa.date32())})
    pq.write_table(table, tmp_path / "performances.parquet")
    submit = Path(pyspark.__file__).parent / "bin" / "spark-submit"
    places = [str(tmp_path / "performances.parquet"), str(tmp_path / "words")]
    command = [str(submit), "--master", "local[2]", str(spark.__file__), *places]
    environment = os.environ | {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    first, second = (
        subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
        for _ in range(2)
    )
    assert first.returncode == 0, first.stderr
    words = pq.read_table(tmp_path / "words").sort_by("id")
    assert [flags > 0 for flags in words.column("flags").to_pylist()] == [True, True]
    assert (second.returncode, "PATH_ALREADY_EXISTS" in second.stdout) == (2, True)
