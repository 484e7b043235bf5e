"""The same rules in DuckDB's SQL, by hand: one scan, then as few and as narrow sorts as we know.

A record is a mark equal to the running minimum of its list.
"""

from pathlib import Path

import duckdb

from fold_parts import MODULUS, PLACES, RECORD_TYPES, Checksums

RUNNING = "rows between unbounded preceding and current row"
NOTHING = 2_147_483_647

MARKS = """
    with read as (
        select id, day, athlete, nation, area, meeting, championship,
               ((event::smallint * 2 + sex) * 2 + indoor)::utinyint as grp,
               (if(lower_is_better = 1, mark, -mark))::integer as score,
               year(day) as year,
               year(day) - year(birth) as in_year,
               month(day) * 32 + day(day) < month(birth) * 32 + day(birth) as before_birthday
        from read_parquet($path)
        where status = 0 and wind <= 200
    ), aged as (
        select *, if(in_year >= 35, in_year - before_birthday::integer, 0) as on_day from read
    )
    select id, day, athlete, nation, area, meeting, championship, grp, score,
           year::smallint as year,
           in_year::utinyint as age,
           (case when on_day >= 80 then 13
                 when on_day >= 35 then 4 + (on_day - 35) // 5 end)::utinyint as band
    from aged
"""
"""Eligible marks; `age` is that of the year, `band` the age group of masters, of the day."""

YOUNG = ((1, 22), (2, 19), (3, 17))
"""Age group, and the age of the year up to which it goes."""


def everything(path: Path, threads: int) -> Checksums:
    """All seven record types, every age group, from the file."""
    connection = _connect(threads)
    connection.execute(
        # Day and number of arrival as one number: half the width to sort by.
        f"""create temp table marks as
            select * exclude day, (day - date '1900-01-01')::bigint << 32 | id as seq from ({MARKS})""",
        {"path": str(path)},
    )
    sums = _ask(connection, _places())
    for name, key in (("MR", "meeting"), ("CR", "championship")):
        sums |= _ask(connection, _keyed(name, key))
    return sums | _ask(connection, _personal())


def mirror(path: Path, threads: int) -> duckdb.DuckDBPyConnection:
    """The eligible marks in a table of DuckDB's own, in the order of the fold."""
    connection = _connect(threads)
    connection.execute("set preserve_insertion_order = true")
    connection.execute(
        f"""create table marks as
            select * exclude day, (row_number() over (order by grp, day, id))::integer as seq
            from ({MARKS}) order by seq""",
        {"path": str(path)},
    )
    return connection


def places(connection: duckdb.DuckDBPyConnection) -> Checksums:
    """World, area and national records, every age group, from the mirror."""
    return _ask(connection, _places())


def _connect(threads: int) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute(
        f"set threads = {threads}; set memory_limit = '8GB'; set preserve_insertion_order = false"
    )
    return connection


def _ask(connection: duckdb.DuckDBPyConnection, query: str) -> Checksums:
    return {
        name: (count, int(ids or 0), int(mixed or 0))
        for name, count, ids, mixed in connection.execute(query).fetchall()
    }


def _sums(name: str, table: str, where: str = "true") -> str:
    """The checksum of a type over a table of records."""
    mixed = f"(31 * id + 7 * age_group::bigint + {RECORD_TYPES.index(name)}) % {MODULUS}"
    return f"select '{name}', count(*), sum(id), sum({mixed}) from {table} where {where}"


def _places() -> str:
    """World, area and national records.

    Envelope: the best of each nation, age group and block of four years, running over the blocks before,
    leaves few marks that could be a record.
    Cascade: an area record is a national one, a world record an area one.
    """
    block = "(grp::integer * 256 + nation) * 128 + year // 4 - 450"
    ages = ((0, 127), *YOUNG)
    best = ", ".join(f"min(score) filter (age <= {age}) as best{k}" for k, age in ages)
    before = ", ".join(f"coalesce(min(best{k}) over earlier, {NOTHING}) as best{k}" for k, _ in ages)
    hits = [f"(age <= {age} and score <= best{k})" for k, age in ages]
    slots = ", ".join(f"if({hit}, {k}, null)" for hit, (k, _) in zip(hits, ages, strict=True))
    return f"""
        with blocks as (select {block} as block, {best} from marks group by block),
        envelope as (
            select block, {before} from blocks
            window earlier as (
                partition by block >> 7 order by block rows between unbounded preceding and 1 preceding
            )
        ),
        possible as (
            select id, grp, seq, score, nation, area, unnest([{slots}, band]) as age_group
            from marks join envelope on {block} = envelope.block
            where band is not null or {" or ".join(hits)}
        ),
        nr as materialized ({_best("possible where age_group is not null", "nation")}),
        ar as materialized ({_best("nr", "area")}),
        wr as ({_best("ar")})
        {" union all ".join(_sums(name, name.lower()) for name in PLACES)}"""


def _best(table: str, *keys: str) -> str:
    """Of a table of marks and age groups those that are the best of their list so far."""
    lists = ", ".join(("grp", "age_group", *keys))
    return f"""select * exclude best from (
        select *, min(score) over (partition by {lists} order by seq {RUNNING}) as best from {table}
    ) where score = best"""


def _keyed(name: str, key: str) -> str:
    """Meeting or championship records: a window an age group, which is narrower than one over all."""
    windows = [
        f"""select id, {group} as age_group, score,
                   min(score) over (partition by grp, {key}{also} order by seq {RUNNING}) as best
            from marks where {key} >= 0 and {where}"""
        for group, also, where in (
            (0, "", "true"),
            *((group, "", f"age <= {age}") for group, age in YOUNG),
            ("band", ", band", "band is not null"),
        )
    ]
    return _sums(name, f"({' union all '.join(windows)})", "score = best")


def _personal() -> str:
    """Personal and season bests from one sort: each season lies below all before it, and runs alone."""
    columns = [
        [
            f"count(*) filter ({name})",
            f"sum(id) filter ({name})",
            f"sum((31 * id + {RECORD_TYPES.index(name)}) % {MODULUS}) filter ({name})",
        ]
        for name in ("PB", "SB")
    ]
    lists = ", ".join(f"unnest([{', '.join(pair)}])" for pair in zip(*columns, strict=True))
    return f"""
        select unnest(['PB', 'SB']), {lists} from (
            select id, score = min(score) over so_far as PB, season = min(season) over so_far as SB
            from (select *, score - (year::bigint << 33) as season from marks)
            window so_far as (partition by grp, athlete order by seq {RUNNING})
        )"""
