"""The same rules in Spark's SQL, with the sums that the kernel's words can be asked for."""

from fold_parts import Checksums, plain_sql
from fold_parts.spark_sql import DIALECT
from pyspark.sql import SparkSession

from spark_parts import MODULUS

NUMBER = "case when age_group >= 4 then 2 else age_group + 1 end"
"""The age groups of a mark from one: all, then the three of the young, or the one of masters."""


def everything(session: SparkSession) -> Checksums:
    """All seven record types, every age group."""
    for kept in ("nr", "ar"):  # of the time before
        session.catalog.dropTempView(kept)
    return plain_sql.everything(
        lambda statement: map(tuple, session.sql(statement).collect()),
        DIALECT,
        lambda _: f"({NUMBER}) * (id % {MODULUS})",
    )
