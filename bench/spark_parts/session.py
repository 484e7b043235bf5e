"""Spark as all use it: so many threads, nothing on the network, the raw file as a table."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pyspark.sql import SparkSession

OPTIONS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.memory": "6g",
    "spark.sql.shuffle.partitions": "8",
    "spark.log.level": "ERROR",
}


@contextmanager
def session(path: Path, threads: int = 2) -> Iterator[SparkSession]:
    """A session in which the file is the table ``raw``."""
    with tempfile.TemporaryDirectory(prefix="pacelight-spark-") as folder:
        builder = SparkSession.builder.master(f"local[{threads}]").config("spark.local.dir", folder)
        for name, value in OPTIONS.items():
            builder = builder.config(name, value)
        started = builder.getOrCreate()
        try:
            started.read.parquet(str(path)).createOrReplaceTempView("raw")
            yield started
        finally:
            started.stop()
