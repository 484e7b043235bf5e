"""The synthetic book as mirrors on disk, and as the questions that are asked of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
from fold_parts.data import FIRST_DAY, LAST_DAY, OK

from detect_parts import SEQ_BITS, Annulled, AsOf, NewMark, Rows, Wanted, whole
from pacelight.book.columns import order
from pacelight.book.mirror.files import Mirrors
from pacelight.book.mirror.mirror import Mirror
from pacelight.book.mirror.names import Names
from pacelight.book.mirror.staircase import FIRST, KEYED, NO_STEPS, Marks, built, list_of
from pacelight.book.mirror.told import Seen, Told
from pacelight.book.model import WORLD
from pacelight.book.rules import AGE_GROUPS, COUNTS_PERSONAL, COUNTS_RECORD, SLOTS, age_groups
from pacelight.event import Level, Sex

GROUPS = 60 * 2 * 2
COLUMN = {
    Level.PB: "athlete",
    Level.NR: "nation",
    Level.AR: "area",
    Level.MR: "meeting",
    Level.CR: "championship",
}
BOTH = COUNTS_RECORD | COUNTS_PERSONAL
SPAN = (FIRST_DAY, LAST_DAY)
ANNULLED_ON = LAST_DAY + 30


def event_of(group: int) -> tuple[str, Sex]:
    """How an event and sex of the synthetic book are called."""
    event, sex, indoor = group >> 2, group >> 1 & 1, group & 1
    return f"event {event}{'sh' * indoor}", (Sex.MEN, Sex.WOMEN)[sex]


def write(performances: Path, mirrors: Mirrors) -> dict[int, int]:
    """Make the mirror of every event; answers how many marks each has."""
    table = pq.read_table(performances)
    column = {name: np.asarray(table.column(name).cast("int64")) for name in ("id", "mark")}
    days = {name: np.asarray(table.column(name).cast("int32")) for name in ("day", "birth")}
    for name in ("lower_is_better", "wind", "status", *COLUMN.values()):
        column[name] = np.asarray(table.column(name))
    group = (np.asarray(table.column("event")).astype(np.int64) * 2 + table.column("sex")) * 2
    group += np.asarray(table.column("indoor"))
    del table
    rows, starts = order(group, days["day"], groups=GROUPS)
    sizes = {}
    for number, (start, end) in enumerate(pairwise(starts.tolist())):
        if end > start:
            some = rows[start:end]
            taken = {name: values[some] for name, values in (column | days).items()}
            mirrors.keep(*event_of(number), mirrored(taken), revision=(end - start, 0))
            sizes[number] = end - start
    return sizes


def mirrored(column: dict[str, np.ndarray]) -> Mirror:
    """The mirror of one event; marks of one day stand in the order of the file."""
    day = column["day"].astype(np.int64)
    first = np.flatnonzero(np.diff(day, prepend=day[0] - 1))
    seq = np.arange(day.size) - np.repeat(first, np.diff(first, append=day.size)) + 1
    ages, _ = age_groups(column["day"], column["birth"])
    counts = ((column["status"] == OK) & (column["wind"] <= 200)) * np.uint8(BOTH)
    names, scopes = {}, {}
    for level in KEYED:
        none = np.full(day.size, -1, np.int32)
        names[level], scopes[level] = named(column[COLUMN[level]] if level in COLUMN else none)
    arrived = np.argsort(np.argsort(column["id"])).astype(np.int32)
    marks = Marks(
        when=day << SEQ_BITS | seq,
        number=arrived,
        score=(column["mark"] * (2 * column["lower_is_better"] - 1)).astype(np.int32),
        counts=counts,
        ratified=np.zeros(day.size, np.uint8),
        ages=ages,
        scopes=scopes,
    )
    keys = np.char.mod(b"performance %d", np.sort(column["id"]))
    return Mirror(marks, built(marks), names, keys)


def named(numbers: np.ndarray) -> tuple[Names, np.ndarray]:
    """Numbers as the names of a book; below zero is none."""
    distinct, place = np.unique(numbers, return_inverse=True)
    some = distinct >= 0
    written = np.char.mod(b"name %d", distinct[some]) if some.any() else np.zeros(0, "S1")
    ascending = np.argsort(written)
    code = np.full(distinct.size, -1, np.int32)
    code[np.flatnonzero(some)[ascending]] = np.arange(ascending.size)
    return Names(written[ascending], np.arange(ascending.size, dtype=np.int32)), code[place]


@dataclass(frozen=True, slots=True)
class Questions:
    """What is asked of the book, drawn once for everybody."""

    marks: list[NewMark]
    days: list[AsOf]
    annulled: list[Annulled]


def questions(mirrors: Mirrors, sizes: dict[int, int], asked: int, annulled: int) -> Questions:
    """As many of each as asked for; the larger an event, the more often. No mark is annulled twice."""
    rng = np.random.default_rng(20250213)
    share = np.array(list(sizes.values())) / sum(sizes.values())

    def groups(n: int) -> Iterator[tuple[int, Mirror]]:
        for group in rng.choice(list(sizes), n, p=share).tolist():
            yield group, mirrors.mirror(*event_of(group))

    holders: dict[Annulled, None] = {}
    while len(holders) < annulled:
        holders |= {holder(rng, group, mirror): None for group, mirror in groups(1)}
    return Questions(
        [new_mark(rng, group, mirror) for group, mirror in groups(asked)],
        [as_of(rng, group, mirror) for group, mirror in groups(asked)],
        list(holders),
    )


def new_mark(rng: np.random.Generator, group: int, mirror: Mirror) -> NewMark:
    """A mark like one in the book, of the day after its last; every second one is up to 7 % better."""
    row = int(rng.integers(mirror.marks.when.size))
    marks = mirror.marks
    score = int(marks.score[row])
    score -= abs(score) * int(rng.integers(0, 8)) // 100 if rng.random() < 0.5 else 0
    codes = {level: int(marks.scopes[level][row]) for level in KEYED}
    day = int(marks.when[-1] >> SEQ_BITS) + 1
    names = tuple(codes[level] for level in COLUMN)
    lists = tuple(lists_of(group, codes, int(marks.ages[row]), day))
    return NewMark(group, day, score, int(marks.ages[row]), names, lists)


def as_of(rng: np.random.Generator, group: int, mirror: Mirror) -> AsOf:
    """The world, area or national record of all or of an age group, on any day of a hundred years."""
    level, whose = place(rng, mirror)
    age, day = int(rng.integers(len(AGE_GROUPS))), int(rng.integers(*SPAN))
    scope = WORLD if level is Level.WR else name_of(mirror, level, whose)
    return AsOf(group, level, scope, AGE_GROUPS[age].name, whole(group, list_of(level, whose, age)), day)


def holder(rng: np.random.Generator, group: int, mirror: Mirror) -> Annulled:
    """A mark that holds a record of the world, of an area or of a nation today."""
    steps = NO_STEPS
    while not steps.when.size:
        steps = mirror.staircase.steps(list_of(*place(rng, mirror)), FIRST)
    at = int(steps.when[-1])
    row = int(mirror.marks.when.searchsorted(at))
    codes = {level: int(mirror.marks.scopes[level][row]) for level in KEYED}
    return Annulled(group, at, tuple(lists_of(group, codes, int(mirror.marks.ages[row]), at >> SEQ_BITS)))


def place(rng: np.random.Generator, mirror: Mirror) -> tuple[Level, int]:
    """The world, an area or a nation: that of any mark."""
    level = (Level.WR, Level.AR, Level.NR)[int(rng.integers(3))]
    row = int(rng.integers(mirror.marks.when.size))
    return level, 0 if level is Level.WR else int(mirror.marks.scopes[level][row])


def lists_of(group: int, codes: dict[Level, int], ages: int, day: int) -> Iterator[Wanted]:
    """The lists in which a mark stands."""
    for age in [age for age in range(len(AGE_GROUPS)) if ages >> age & 1][:SLOTS]:
        of_age = f"(ages >> {age}) & 1 = 1"
        yield Wanted(whole(group, list_of(Level.WR, 0, age)), of_age)
        for level, column in COLUMN.items():
            if level is not Level.PB and codes[level] >= 0:
                condition = f"{of_age} and {column} = {codes[level]}"
                yield Wanted(whole(group, list_of(level, codes[level], age)), condition)
    own = codes[Level.PB]
    since, until = season(day)
    yield Wanted(whole(group, list_of(Level.PB, own)), f"athlete = {own}")
    condition = f"athlete = {own} and place >= {since} and place < {until}"
    yield Wanted(whole(group, list_of(Level.SB, own)), condition, since, until)


def season(day: int) -> tuple[int, int]:
    """When the year of a day begins and ends."""
    year = np.int64(day).astype("datetime64[D]").astype("datetime64[Y]")
    first, last = ((year + more).astype("datetime64[D]").astype(np.int64) for more in (0, 1))
    return int(first) << SEQ_BITS, int(last) << SEQ_BITS


def told_of(mirror: Mirror, annulled: Annulled) -> Told:
    """A mark of the book, and that it was annulled."""
    marks = mirror.marks
    row = int(marks.when.searchsorted(annulled.at))
    scopes = tuple(name_of(mirror, level, int(marks.scopes[level][row])) for level in KEYED)
    first = Seen(FIRST, int(marks.score[row]), int(marks.counts[row]), 0, int(marks.ages[row]), scopes)
    later = replace(first, since=ANNULLED_ON, counts=0)
    return Told(mirror.key(int(marks.number[row])), int(marks.when[row]), (first, later))


def told_new(mirror: Mirror, mark: NewMark) -> Told:
    """A mark that is not in the book."""
    codes = dict(zip(COLUMN, mark.names, strict=True))
    scopes = tuple(name_of(mirror, level, codes.get(level, -1)) for level in KEYED)
    seen = Seen(FIRST, mark.score, BOTH, 0, mark.ages, scopes)
    return Told("new", mark.day << SEQ_BITS, (seen,))


def name_of(mirror: Mirror, level: Level, code: int) -> str:
    """The name that a number stands for."""
    return "" if code < 0 else bytes(mirror.names[level].known[code]).decode()


def number_of(mirror: Mirror, group: int, level: Level, scope: str, age: str) -> int:
    """The number of a list by its names."""
    column = Level.PB if level is Level.SB else level
    whose = 0 if level is Level.WR else mirror.names[column].find(scope)
    return whole(group, list_of(level, whose, [one.name for one in AGE_GROUPS].index(age)))


def rows(mirrors: Mirrors, sizes: dict[int, int]) -> Iterator[Rows]:
    """All steps of the book and all marks that count, for a database to hold."""
    for group in sizes:
        mirror = mirrors.mirror(*event_of(group))
        stairs, marks = mirror.staircase, mirror.marks
        some = marks.counts != 0
        steps = {
            "list": np.repeat(whole(group, stairs.lists), np.diff(stairs.starts)),
            "place": stairs.first.when,
            "score": stairs.first.score,
            "number": stairs.first.number,
        }
        columns = {
            "grp": np.full(marks.when.size, group, np.int32),
            "place": marks.when,
            "number": marks.number,
            "score": marks.score,
            "ages": marks.ages.astype(np.int32),
            **{column: marks.scopes[level] for level, column in COLUMN.items()},
        }
        yield Rows(steps, {name: values[some] for name, values in columns.items()})
