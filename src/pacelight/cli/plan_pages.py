"""Plans on the terminal: one line and a table for people, JSON for programs, a picture on request."""

import json as json_texts
import sys
from dataclasses import dataclass, replace
from importlib.resources import as_file, files
from pathlib import Path

from rich.console import Console
from rich.table import Table

from pacelight.book.model import NotKnown
from pacelight.cli.book import open_book
from pacelight.cli.days import day as day_of
from pacelight.cli.plan_rows import Rows
from pacelight.distance import Distance
from pacelight.errors import BookError, PlanError
from pacelight.event import Level, Sex
from pacelight.mark import Mark
from pacelight.meet.programme.course import Course
from pacelight.meet.programme.racefile import RaceFile
from pacelight.plan import makers
from pacelight.plan.chart import draw_plan
from pacelight.plan.model import Ramp
from pacelight.plan.shape import plan_shape
from pacelight.plan.table import Row, clock
from pacelight.plan.table import table as rows_of
from pacelight.plan.wanted import Wanted, at_standing, even_to, negative_to, runnable, through
from pacelight.timing import Owner, Passing, SplitTable

__all__ = [
    "Question",
    "Wanted",
    "again",
    "at_record",
    "by_splits",
    "even_to",
    "from_standing",
    "negative_to",
    "show",
]


@dataclass(frozen=True, slots=True)
class Question:
    """Which record of the book.

    Attributes:
        level: ``WR``, ``AR``, ``NR`` ..., in capitals or not.
        as_of: ISO; None for today.
    """

    event: str
    sex: str
    level: str
    scope: str | None
    as_of: str | None
    ratified: bool


def at_record(question: Question, book: str | None) -> Wanted:
    """At the even pace of a record as the book has it.

    Args:
        question: which record.
        book: None for the user's own.

    Raises:
        BookError: the record is not known, or the question is none.
    """
    event, _ = runnable(question.event)
    level = question.level.upper()
    if level not in set(Level):
        raise BookError(f"no level '{question.level}' (there are {', '.join(Level)})")
    day = day_of(question.as_of)
    with open_book(book) as opened:
        found = opened.record(
            event,
            Sex(question.sex),
            level=Level(level),
            scope=question.scope,
            as_of=day,
            ratified=question.ratified,
        )
    if isinstance(found, NotKnown):
        raise BookError(f"the record is not known: {found.why}")
    return at_standing(found, day)


def by_splits(name: str, points: list[str]) -> Wanted:
    """Through points written as ``400=56.39``.

    Raises:
        EventError, DistanceError, MarkError, PlanError: an event, a point or a plan that cannot be.
    """
    knots = []
    for point in points:
        at, sign, time = point.partition("=")
        if not sign:
            raise PlanError(f"not a point: '{point}' (write distance=running time, as in 400=56.39)")
        knots.append((Distance.parse(at), Mark.parse(time).elapsed))
    return through(name, knots)


def again(race: str, bib: str | None) -> Wanted:
    """A runner's race run again.

    Args:
        race: a race file, or the name of a recording that ships.
        bib: whose; the winner's if not given.

    Raises:
        RaceError: no such race, no such bib, or no recording.
        PlanError: of this runner only the finish was timed.
    """
    file = _race_file(race)
    splits = SplitTable(file.distance, file.course.lap)
    for event in file.recording:
        if isinstance(event, Passing):
            splits.add(event)
    finishes = splits.finishes
    if not finishes:
        raise PlanError(f"{race} holds no finish: there is nothing to run again")
    starter = file.heat.starter(finishes[0].bib if bib is None else bib)
    run = [(one.distance, one.elapsed) for one in splits.of(starter.bib) if one.owner is Owner.ATHLETE]
    if not run:
        raise PlanError(f"{starter.athlete} was not timed in {race}: there is nothing to run again")
    plan = makers.replay(file.distance, run, origin=f"{file.name}, {starter.athlete}")
    mark = Mark.from_elapsed(plan.finish, file.heat.event.precision)
    return Wanted(file.heat.event, plan, mark, starter.athlete)


def course_of(race: str) -> Course:
    """What the race of a file is run on.

    Raises:
        RaceError: no such race.
    """
    return _race_file(race).course


def from_standing(wanted: Wanted, seconds: str, until: str) -> Wanted:
    """The same from a standing start.

    Raises:
        MarkError, DistanceError, PlanError: a ramp that cannot be.
    """
    ramp = Ramp(Mark.parse(seconds).elapsed, Distance.parse(until))
    return replace(wanted, plan=wanted.plan.from_standing(ramp))


def show(wanted: Wanted, at: Rows, *, table: bool, plot: Path | None, json: bool) -> None:
    """Print a plan, and draw it where a file is named.

    Args:
        wanted: the plan.
        at: where the rows of the table are.
        table: print it, too.
        plot: where to draw.
        json: one object, with the table in it.
    """
    rows = rows_of(wanted.plan, at.every, at.first)
    if plot is not None:
        draw_plan(wanted.plan, plot, title=wanted.title)
    if json:
        sys.stdout.write(json_texts.dumps(plan_shape(wanted, rows), ensure_ascii=False) + "\n")
        return
    sys.stdout.write(f"{wanted.title}\n")
    sys.stdout.write(f"{wanted.plan.distance}, {wanted.per_100_s:.2f} s for 100 m on average\n")
    if table:
        _print(rows)


def _print(rows: list[Row]) -> None:
    table = Table(box=None, pad_edge=False)
    for name in ("at", "time", "stretch", "m/s"):
        table.add_column(name, justify="right", no_wrap=True)
    for row in rows:
        table.add_row(str(row.distance), clock(row.elapsed), clock(row.segment), f"{row.speed:.3f}")
    Console(file=sys.stdout, highlight=False, markup=False).print(table)


def _race_file(race: str) -> RaceFile:
    shipped = files("pacelight").joinpath(f"recordings/{Path(race).name}.toml")
    if Path(race).name == race and not Path(race).exists() and shipped.is_file():
        with as_file(shipped) as path:
            return RaceFile.read(path)
    return RaceFile.read(Path(race))
