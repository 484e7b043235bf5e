"""The whole way of a question through `Book`: facts in SQLite, one large event, its mirror beside it."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from pacelight.book.asking.lists import Book
from pacelight.book.keeping.bulk import Wholesale
from pacelight.book.model import Coverage, Performance, Source
from pacelight.event import Level, Sex
from pacelight.mark import Mark

FIRST, DAYS = date(1960, 1, 1), 23_000
NATIONS = ("USA", "KEN", "GBR", "ETH", "NOR", "FRA", "JPN")
SOURCE = Source("bench", "Made to be measured", "", date(2025, 1, 1))
SEED = 20_261_125


def write(where: Path, performances: int) -> None:
    """A book with so many performances of one event, and its world and national lists covered."""
    random = np.random.default_rng(SEED)
    athletes = random.integers(0, performances // 10, performances).tolist()
    days = np.sort(random.integers(0, DAYS, performances)).tolist()
    marks = (20_700 + random.gamma(4.0, 400.0, performances)).astype(np.int64).tolist()
    given = [
        Performance(
            key=f"performance {number}",
            event="1500",
            sex=Sex.MEN,
            mark=Mark(mark * 10),
            athlete_key=f"athlete {athlete}",
            athlete=f"Athlete {athlete}",
            nation=NATIONS[athlete % len(NATIONS)],
            day=FIRST + timedelta(days=day),
            venue="",
            competition="",
        )
        for number, (athlete, day, mark) in enumerate(zip(athletes, days, marks, strict=True))
    ]
    lists = [(Level.WR, "WORLD"), *((Level.NR, nation) for nation in NATIONS)]
    with Wholesale.create(where) as book:
        with book.taking() as taking:
            taking.add(given, SOURCE)
        book.add([], coverage=[Coverage(*one, "1500", Sex.MEN, FIRST, source=SOURCE.key) for one in lists])


def questions(asked: int) -> list[Callable[[Book], object]]:
    """Records as of a day, of the world and of nations in turn."""
    random = np.random.default_rng(SEED)

    def question(nth: int, day: int) -> Callable[[Book], object]:
        nation = None if nth % 2 else NATIONS[nth % len(NATIONS)]
        level, as_of = Level.NR if nation else Level.WR, FIRST + timedelta(days=day)
        return lambda book: book.record("1500", Sex.MEN, level=level, scope=nation, as_of=as_of)

    return [question(nth, day) for nth, day in enumerate(random.integers(0, DAYS, asked).tolist())]
