"""The same rules in SQL that ClickHouse, PostgreSQL and Spark all read, but for how a list becomes rows.

A record is a mark equal to the running minimum of its list.
Cascade: an area record is a national one, a world record an area one.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from fold_parts import MODULUS, PLACES, RECORD_TYPES, Checksums

RUNNING = "rows between unbounded preceding and current row"

Ask = Callable[[str], Iterable[tuple]]
"""Runs a statement, and gives its rows."""

Mixed = Callable[[str], str]
"""Of the name of a type, what each of its records adds to the third sum."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """What differs.

    Attributes:
        source: where the raw rows are read from.
        exploded: the age groups of a mark, of `{groups}`, as rows; an empty one may stay.
        view, table: how a question of that `{name}` is put by, asked again each time or once.
        marks: which of the two the eligible marks are; each of five questions reads them all.
    """

    source: str
    exploded: str
    view: str
    table: str
    marks: Literal["view", "table"] = "table"


def everything(ask: Ask, dialect: Dialect, mixed: Mixed | None = None) -> Checksums:
    """All seven record types, every age group."""
    mixed = mixed or _mixed
    put_by = dialect.table if dialect.marks == "table" else dialect.view
    ask(put_by.format(name="marks", query=_marks(dialect.source)))
    ask(dialect.view.format(name="aged", query=_aged(dialect.exploded)))
    ask(dialect.table.format(name="nr", query=_best("aged", "nation")))  # three questions are asked of it
    ask(dialect.table.format(name="ar", query=_best("nr", "area")))
    found = [
        *ask(_sums("NR", "nr", mixed)),
        *ask(_sums("AR", "ar", mixed)),
        *ask(_sums("WR", f"({_best('ar')}) as wr", mixed)),
        *ask(_sums("MR", f"({_best('aged', 'meeting')}) as mr", mixed)),
        *ask(_sums("CR", f"({_best('aged', 'championship', where='championship >= 0')}) as cr", mixed)),
    ]
    for name, best in (("PB", "score = pb"), ("SB", "season = sb")):
        found += ask(_sums(name, f"({PERSONAL} where {best}) as bests", mixed))
    sums = {name: (int(count), int(ids or 0), int(third or 0)) for name, count, ids, third in found}
    return {name: sums[name] for name in (*PLACES, *RECORD_TYPES[len(PLACES) :])}


def _marks(source: str) -> str:
    """Eligible marks; `in_year` is the age of the year, `on_day` that of the day."""
    year, born = (f"cast(extract(year from {day}) as int)" for day in ("day", "birth"))
    before = " < ".join(
        f"cast(extract(month from {day}) as int) * 32 + cast(extract(day from {day}) as int)"
        for day in ("day", "birth")
    )
    return f"""
        select *, in_year - (case when before_birthday then 1 else 0 end) as on_day from (
            select id, day, athlete, nation, area, meeting, championship,
                   (cast(event as int) * 2 + sex) * 2 + indoor as grp,
                   case when lower_is_better = 1 then mark else -mark end as score,
                   {year} as year, {year} - {born} as in_year, {before} as before_birthday
            from {source} where status = 0 and wind <= 200
        ) as raw_marks"""


def _aged(exploded: str) -> str:
    """Each mark once for each of its age groups."""
    young = [f"case when in_year <= {age} then {k} end" for k, age in ((1, 22), (2, 19), (3, 17))]
    masters = """case when on_day >= 80 then 13
                      when on_day >= 35 then 4 + cast(floor((on_day - 35) / 5.0) as int) end"""
    groups = exploded.format(groups=", ".join(("0", *young, masters)))
    return f"""
        select * from (
            select id, day, grp, score, nation, area, meeting, championship, {groups} as age_group
            from marks
        ) as all_ages where age_group is not null"""


def _best(table: str, *keys: str, where: str = "1 = 1") -> str:
    """Of a table of marks and age groups those that are the best of their list so far."""
    lists = ", ".join(("grp", "age_group", *keys))
    return f"""
        select id, day, grp, score, nation, area, age_group from (
            select *, min(score) over (partition by {lists} order by day, id {RUNNING}) as best
            from {table} where {where}
        ) as running where score = best"""


PERSONAL = f"""
    select * from (
        select id, score, season, 0 as age_group,
               min(score) over (partition by grp, athlete order by day, id {RUNNING}) as pb,
               min(season) over (partition by grp, athlete order by day, id {RUNNING}) as sb
        from (select *, score - cast(year as bigint) * 8589934592 as season from marks) as seasons
    ) as own"""
"""Personal and season bests from one sort: each season lies below all before it, and runs alone."""


def _sums(name: str, table: str, mixed: Mixed) -> str:
    """The checksums of a type over a table of records."""
    return f"select '{name}' as name, count(*) as n, sum(id) as ids, sum({mixed(name)}) as third from {table}"


def _mixed(name: str) -> str:
    return f"(31 * id + 7 * age_group + {RECORD_TYPES.index(name)}) % {MODULUS}"
