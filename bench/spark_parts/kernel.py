"""Our kernel in Spark's workers; Spark then reads the records out of its words."""

from fold_parts import RECORD_TYPES
from pyspark.sql import SparkSession

from pacelight.book.engine.spark import Spark
from pacelight.book.fold import bit_of
from pacelight.book.rules import COUNTS_PERSONAL, COUNTS_RECORD, PERSONAL, SLOTS
from pacelight.event import Level
from spark_parts import MODULUS, Checksums

OWN = {rule.level for rule in PERSONAL}

MARKS = f"""
    select id, int(event) * 2 + indoor as event, int(sex) as sex, day, birth,
           if(lower_is_better = 1, mark, -mark) as score,
           if(status = 0 and wind <= 200, {COUNTS_RECORD | COUNTS_PERSONAL}, 0) as counts,
           athlete, int(nation) as nation, int(area) as area, meeting,
           if(championship >= 0, championship, null) as championship
    from raw
"""
"""The raw file in the columns that the engine is given."""


def everything(session: SparkSession) -> Checksums:
    """All seven record types, every age group."""
    marks = session.sql(MARKS)
    marks.createOrReplaceTempView("marks")
    Spark(session).fold_frame(marks).createOrReplaceTempView("words")
    row = session.sql(
        f"select {', '.join(_sums())} from (select id, {', '.join(_weights())} from words)"
    ).first()
    return {name: tuple(row[3 * nth : 3 * nth + 3]) for nth, name in enumerate(RECORD_TYPES)}


def _weights() -> list[str]:
    """Of each mark and type of how many age groups it is a record, and the sum of their numbers from one."""
    columns = []
    for name in RECORD_TYPES:
        slots = [1 << bit_of(Level(name), slot) for slot in range(1 if name in OWN else SLOTS)]
        masks = [sum(slots[least:]) for least in range(len(slots))]
        counted = [f"bit_count(flags & {mask}L)" for mask in masks]
        columns += [f"{counted[0]} as {name}", f"{' + '.join(counted)} as {name}_numbers"]
    return columns


def _sums() -> list[str]:
    """Of each type how many records, the sum of their ids, and the sum that mixes id and age group."""
    return [
        column
        for name in RECORD_TYPES
        for column in (f"sum({name})", f"sum({name} * id)", f"sum({name}_numbers * (id % {MODULUS}))")
    ]
