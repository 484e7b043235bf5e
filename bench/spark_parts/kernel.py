"""Our kernel in Spark's workers; Spark then reads the records out of its words."""

from fold_parts import RECORD_TYPES
from pyspark.sql import SparkSession

from pacelight.book.engine.spark import Spark
from pacelight.book.fold import bit_of
from pacelight.book.rules import COUNTS_PERSONAL, COUNTS_RECORD, PERSONAL, SLOTS
from pacelight.event import Level
from spark_parts import MODULUS, Checksums

ALIKE = f"select flags, count(*), sum(id), sum(id % {MODULUS}) from words where flags <> 0 group by flags"
"""Many marks share a word: what it says of records is read once for all of them."""

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
    rows = [tuple(row) for row in session.sql(ALIKE).collect()]
    return {name: _sums(Level(name), rows) for name in RECORD_TYPES}


def _sums(level: Level, rows: list[tuple[int, int, int, int]]) -> tuple[int, int, int]:
    """How many records, the sum of their ids, and the sum that mixes id and age group."""
    bits = [bit_of(level, slot) for slot in range(1 if level in OWN else SLOTS)]
    count = ids = mixed = 0
    for flags, marks, id_sum, rest_sum in rows:
        slots = [slot for slot, bit in enumerate(bits, start=1) if flags >> bit & 1]
        count += len(slots) * marks
        ids += len(slots) * id_sum
        mixed += sum(slots) * rest_sum
    return count, ids, mixed
