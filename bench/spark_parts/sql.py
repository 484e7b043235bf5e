"""The same rules in Spark's SQL, by hand.

A record is a mark equal to the running minimum of its list.
Cascade: an area record is a national one, a world record an area one.
The age groups of a mark are numbered as in our words: 0 is all, the young are 1 to 3, a masters group is 1.
"""

from fold_parts import RECORD_TYPES
from pyspark.sql import SparkSession

from spark_parts import MODULUS, Checksums

MARKS = """
    with read as (
        select id, day, athlete, nation, area, meeting, championship,
               int((event * 2 + sex) * 2 + indoor) as grp,
               if(lower_is_better = 1, mark, -mark) as score,
               year(day) as year,
               year(day) - year(birth) as age,
               month(day) * 32 + day(day) < month(birth) * 32 + day(birth) as before_birthday
        from raw
        where status = 0 and wind <= 200
    )
    select *, case when age - int(before_birthday) >= 80 then 13
                   when age - int(before_birthday) >= 35 then 4 + (age - int(before_birthday) - 35) div 5
              end as band
    from read
"""

AGED = """
    select *, if(age_group >= 4, 1, age_group) as slot from (
        select *, explode(array(
            0, if(age <= 22, 1, null), if(age <= 19, 2, null), if(age <= 17, 3, null), int(band)
        )) as age_group from marks
    ) where age_group is not null
"""

RUNNING = "rows between unbounded preceding and current row"


def everything(session: SparkSession) -> Checksums:
    """All seven record types, every age group."""
    for name, query in (("marks", MARKS), ("aged", AGED), ("nr", _best("aged", "nation"))):
        session.sql(query).createOrReplaceTempView(name)
    session.sql("cache table nr")  # three questions are asked of it
    for name, query in (
        ("ar", _best("nr", "area")),
        ("wr", _best("ar")),
        ("mr", _best("aged", "meeting")),
        ("cr", _best("(select * from aged where championship >= 0)", "championship")),
    ):
        session.sql(query).createOrReplaceTempView(name)
    asked = " union all ".join(_sums(name, name.lower()) for name in RECORD_TYPES[:5])
    rows = session.sql(asked).collect() + session.sql(_personal()).collect()
    return {name: (count, ids, mixed) for name, count, ids, mixed in map(tuple, rows)}


def _best(table: str, *keys: str) -> str:
    """Of a table of marks and age groups those that are the best of their list so far."""
    lists = ", ".join(("grp", "age_group", *keys))
    return f"""
        select id, day, score, grp, slot, age_group, nation, area from (
            select *, min(score) over (
                partition by {lists} order by day, id {RUNNING}
            ) as best from {table}
        ) where score = best"""


def _sums(name: str, table: str, slot: str = "slot") -> str:
    """The checksums of a type over a table of records."""
    return f"select '{name}', count(*), sum(id), sum(({slot} + 1) * (id % {MODULUS})) from {table}"


def _personal() -> str:
    """Personal and season bests from one sort: each season lies below all before it, and runs alone."""
    return f"""
        with bests as (
            select id, score, season, min(score) over so_far as pb, min(season) over so_far as sb
            from (select *, score - shiftleft(bigint(year), 33) as season from marks)
            window so_far as (partition by grp, athlete order by day, id {RUNNING})
        )
        {_sums("PB", "bests where score = pb", "0")}
        union all {_sums("SB", "bests where season = sb", "0")}"""
