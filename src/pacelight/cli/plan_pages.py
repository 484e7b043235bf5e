"""Plans on the terminal: one line and a table for people, JSON for programs, a picture on request."""

import json as json_texts
import sys
from dataclasses import dataclass, replace
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from pacelight.book.asking import answers
from pacelight.book.model import NotKnown
from pacelight.cli.book import open_book
from pacelight.cli.days import day as day_of
from pacelight.cli.plan_rows import Rows
from pacelight.distance import Distance
from pacelight.errors import BookError, PlanError
from pacelight.event import Event, Level, Sex
from pacelight.event import event as find_event
from pacelight.mark import Mark
from pacelight.measure import AnyMark
from pacelight.meet.programme.course import Course
from pacelight.meet.programme.racefile import RaceFile
from pacelight.plan import makers
from pacelight.plan.chart import draw_plan
from pacelight.plan.model import Plan, Ramp
from pacelight.plan.table import Row, clock
from pacelight.plan.table import table as rows_of
from pacelight.timing import Owner, Passing, SplitTable

__all__ = ["Question", "Wanted", "again", "at_record", "by_splits", "even_to", "from_standing", "show"]


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


@dataclass(frozen=True, slots=True)
class Wanted:
    """A plan and what it stands for.

    Attributes:
        mark: the time at the finish.
        athlete: whose it was; None where it is nobody's.
        as_of: the day for which the book was asked; None where it was not.
    """

    event: Event
    plan: Plan
    mark: AnyMark
    athlete: str | None = None
    as_of: date | None = None


def even_to(name: str, time: str) -> Wanted:
    """At an even pace to a mark.

    Raises:
        EventError, MarkError, PlanError: no such event, no such time, or nobody runs it.
    """
    event, distance = _runnable(name)
    mark = event.read_time(time)
    return Wanted(event, makers.even(distance, mark, origin="asked for"), mark)


def at_record(question: Question, book: str | None) -> Wanted:
    """At the even pace of a record as the book has it.

    Args:
        question: which record.
        book: None for the user's own.

    Raises:
        BookError: the record is not known, or the question is none.
    """
    event, _ = _runnable(question.event)
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
    asked = f"the book: {found.label} {found.scope}, {event.code} {found.sex} as of {day}"
    holders = ", ".join(holder.athlete for holder in found.holders)
    return Wanted(event, makers.from_record(found, origin=asked), found.mark, holders, day)


def by_splits(name: str, points: list[str]) -> Wanted:
    """Through points written as ``400=56.39``.

    Raises:
        EventError, DistanceError, MarkError, PlanError: an event, a point or a plan that cannot be.
    """
    event, distance = _runnable(name)
    knots = []
    for point in points:
        at, sign, time = point.partition("=")
        if not sign:
            raise PlanError(f"not a point: '{point}' (write distance=running time, as in 400=56.39)")
        knots.append((Distance.parse(at), Mark.parse(time).elapsed))
    plan = makers.splits(distance, knots, origin="asked for")
    return Wanted(event, plan, Mark.from_elapsed(plan.finish, event.precision))


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
        draw_plan(wanted.plan, plot, title=_title(wanted))
    if json:
        sys.stdout.write(json_texts.dumps(_shape(wanted, rows), ensure_ascii=False) + "\n")
        return
    sys.stdout.write(f"{_title(wanted)}\n")
    per = wanted.plan.finish.ns * 100_000 / wanted.plan.distance.mm / 1e9
    sys.stdout.write(f"{wanted.plan.distance}, {per:.2f} s for 100 m on average\n")
    if table:
        _print(rows)


def _title(wanted: Wanted) -> str:
    who = f" {wanted.athlete}" if wanted.athlete else ""
    day = f", as of {wanted.as_of}" if wanted.as_of else ""
    standing = ", from a standing start" if wanted.plan.ramp else ""
    return f"{wanted.event.name}: {wanted.plan.name}{who}{day}{standing}"


def _print(rows: list[Row]) -> None:
    table = Table(box=None, pad_edge=False)
    for name in ("at", "time", "stretch", "m/s"):
        table.add_column(name, justify="right", no_wrap=True)
    for row in rows:
        table.add_row(str(row.distance), clock(row.elapsed), clock(row.segment), f"{row.speed:.3f}")
    Console(file=sys.stdout, highlight=False, markup=False).print(table)


def _shape(wanted: Wanted, rows: list[Row]) -> dict[str, Any]:
    """``pacelight.plan/1``."""
    plan = wanted.plan
    return {
        "schema": "pacelight.plan/1",
        "event": wanted.event.code,
        "distance_m": plan.distance.metres,
        "kind": plan.kind,
        "name": plan.name,
        "origin": plan.origin,
        "mark": answers.mark(wanted.mark),
        "athlete": wanted.athlete,
        "as_of": wanted.as_of.isoformat() if wanted.as_of else None,
        "knots": [[at.mm, when.ns] for at, when in plan.knots],
        "pieces": plan.pieces.tolist(),
        "table": [
            {
                "distance_m": row.distance.metres,
                "elapsed_s": row.elapsed.ns / 1e9,
                "segment_s": row.segment.ns / 1e9,
                "text": clock(row.elapsed),
                "speed": row.speed,
            }
            for row in rows
        ],
    }


def _runnable(name: str) -> tuple[Event, Distance]:
    event = find_event(name)
    if event.distance is None:
        raise PlanError(f"{event.name} has no distance: no light can run it")
    return event, event.distance


def _race_file(race: str) -> RaceFile:
    shipped = files("pacelight").joinpath(f"recordings/{Path(race).name}.toml")
    if Path(race).name == race and not Path(race).exists() and shipped.is_file():
        with as_file(shipped) as path:
            return RaceFile.read(path)
    return RaceFile.read(Path(race))
