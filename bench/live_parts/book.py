"""A book of so many performances: one event by way of `Book`, the others as copies of its rows."""

import sqlite3
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from pacelight.book.keeping.bulk import Wholesale
from pacelight.book.model import Coverage, Performance, Source
from pacelight.event import EVENTS, Level, Sex
from pacelight.mark import Mark

__all__ = ["GROUPS", "NATIONS", "RUNNERS", "athlete", "write"]

GROUPS = 100
"""Events of one sex, each with as many performances."""

EVENT = "MILEsh"
RUNNERS = 300
"""Athletes who run tonight, and who have run before."""

NATIONS = ("USA", "KEN", "GBR", "ETH", "NOR", "FRA", "JPN")
FIRST, DAYS = date(1960, 1, 1), 23_000
SOURCE = Source("bench", "Made to be measured", "", date(2025, 1, 1))
SEED = 20_261_129

_COPIES = (
    """insert into performances
       select id + :by, :event, :sex, day, seq, value, unit, precision, timing, athlete, nation, venue,
              competition, place, en_route_of, official, flags, note, source, wind, round, conditions,
              entered_as
       from performances where id <= :by0 order by id""",
    """insert into performance_keys
       select key || :mark, performance + :by from performance_keys where performance <= :by0""",
    """insert into assertions (performance, source, value, unit, precision, timing)
       select performance + :by, source, value, unit, precision, timing
       from assertions where performance <= :by0 order by performance""",
)


def athlete(number: int) -> tuple[str, str, str]:
    """Key, name and nation of an athlete of the book."""
    return f"athlete-{number}", f"Athlete {number}", NATIONS[number % len(NATIONS)]


def write(where: Path, performances: int) -> None:
    """Make the book.

    Args:
        where: a file that is not there yet.
        performances: in all; a hundredth of it is of the event that is run.
    """
    each = performances // GROUPS
    with Wholesale.create(where) as book:
        with book.taking() as taking:
            taking.add(_template(each), SOURCE)
        book.add([], coverage=_covered())
    others = [(code, sex) for code in EVENTS for sex in ("men", "women") if (code, sex) != (EVENT, "men")]
    with sqlite3.connect(where) as connection:
        connection.execute("pragma synchronous = off")
        for nth, (event, sex) in enumerate(others[: GROUPS - 1], 1):
            values = {"by": nth * each, "by0": each, "event": event, "sex": sex, "mark": f" {nth}"}
            for copy in _COPIES:
                connection.execute(copy, values)
    connection.close()


def _template(each: int) -> list[Performance]:
    """Marks of an event, in order of days; each of tonight's runners has run it."""
    random = np.random.default_rng(SEED)
    people = max(each // 10, RUNNERS)
    athletes = np.concatenate([np.arange(RUNNERS), random.integers(0, people, each - RUNNERS)]).tolist()
    days = np.sort(random.integers(0, DAYS, each)).tolist()
    marks = (23_000 + random.gamma(4.0, 400.0, each)).astype(np.int64).tolist()
    made = []
    for number, (one, day, mark) in enumerate(zip(athletes, days, marks, strict=True)):
        key, name, nation = athlete(one)
        made.append(
            Performance(
                key=f"performance {number}",
                event=EVENT,
                sex=Sex.MEN,
                mark=Mark(mark * 10),
                athlete_key=key,
                athlete=name,
                nation=nation,
                day=FIRST + timedelta(days=day),
                venue="",
                competition="",
            )
        )
    return made


def _covered() -> list[Coverage]:
    lists = [
        (Level.WR, "WORLD"),
        *((Level.NR, nation) for nation in NATIONS),
        *((Level.PB, athlete(number)[0]) for number in range(RUNNERS)),
    ]
    return [Coverage(*one, EVENT, Sex.MEN, FIRST, source=SOURCE.key) for one in lists]
