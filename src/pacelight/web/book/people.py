"""An athlete's page, and a nation's."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pacelight.book.asking import answers, more_sheets, shapes, sheets
from pacelight.book.asking.career import Career, HeldRecord, Run, career
from pacelight.book.asking.lists import Book
from pacelight.book.asking.sheets import When
from pacelight.book.model import WORLD, Coverage, Standing
from pacelight.book.scopes import shown
from pacelight.event import EVENTS, Event, Level, Sex
from pacelight.nation import Nation
from pacelight.nation import nation as find_nation
from pacelight.web.book.answer import Answer, MovedError, Question, there
from pacelight.web.book.chart import NARROW, of_runs, step_chart
from pacelight.web.book.minors import discreet
from pacelight.web.words import event_text, say, scope_text

__all__ = ["athlete", "nation"]


@dataclass(frozen=True, slots=True)
class Rise:
    """How an athlete's best of one event came.

    Attributes:
        chart: of it, drawn.
    """

    event: Event
    runs: tuple[Run, ...]
    chart: str


def athlete(asked: Question) -> Answer:
    """A career: medals, records held, bests, seasons, how the bests came.

    Raises:
        NotThereError: no such athlete, or several.
        MovedError: to the athlete's key.
        BookError: what cannot be asked.
    """
    one = there(asked.book.athlete, asked.names["key"])
    if one.key != asked.names["key"]:
        raise MovedError({"key": one.key})
    when = asked.given.when(asked.today)
    whole = career(asked.book, one.key, as_of=when.as_of, known_at=when.known_at)
    found = discreet(whole, asked.today)
    told = {
        "found": found,
        "when": when,
        "aged": found.athlete.born is not None,
        "held": _together(held for held in found.records if held.step.until is None),
        "once": _together(held for held in found.records if held.step.until is not None),
        "rises": _rises(found, when, asked.language),
        "seasons": [(event, list(runs)) for event, runs in groupby(found.seasons, key=lambda run: run.event)],
    }
    shape = shapes.career(found, as_of=when.as_of, known_at=when.known_at)
    return Answer("athlete.html", told, shape, sheets.csv_parts(more_sheets.career(found)))


def _together(records: Iterable[HeldRecord]) -> list[tuple[list[str], HeldRecord]]:
    """Records that one mark was, and that stood as long, under all their labels, widest first."""
    told: dict[tuple[str, int], tuple[list[str], HeldRecord]] = {}
    for one in records:
        step = one.step
        label = sheets.labelled(step.standing.label, step.standing.coverage.age, equalled=step.equalled)
        labels, _ = told.setdefault((step.performance.key, step.days_stood), ([], one))
        labels.append(shown(label, step.standing.scope))
    return list(told.values())


def _rises(found: Career, when: When, language: str) -> list[Rise]:
    """Of each event in which there was more than one best."""
    rises = []
    for number, (event, group) in enumerate(groupby(found.progression, key=lambda run: run.event)):
        runs = tuple(group)
        if len(runs) == 1:
            continue
        first, last = runs[0].performance, runs[-1].performance
        title = say(
            language,
            "athlete-rise-title",
            athlete=found.athlete.name,
            event=event_text(language, event.name),
            first=str(first.mark),
            last=str(last.mark),
        )
        points, ident = of_runs(runs, language), f"drawn-{number}"
        drawn = step_chart(points, when.as_of, ident=ident, title=title, size=NARROW, language=language)
        rises.append(Rise(event, runs, drawn))
    return rises


def nation(asked: Question) -> Answer:
    """The national records that the book knows, and who vouches for them.

    Raises:
        NotThereError: no such nation.
        MovedError: to the code that World Athletics uses.
        BookError: what cannot be asked.
    """
    one = there(find_nation, asked.names["code"].upper())
    if one.code != asked.names["code"]:
        raise MovedError({"code": one.code})
    when = asked.given.when(asked.today)
    every = asked.book.coverage()
    covered = [c for c in every if c.level is Level.NR and c.scope == one.code]
    standing = _national(asked.book, covered, one, when)
    told = {
        "nation": one,
        "area": None if one.area is None else scope_text(asked.language, one.area),
        "when": when,
        "classes": [(sex, [s for s in standing if s.sex == sex]) for sex in Sex],
        "count": len(standing),
        "sources": [asked.book.source(key) for key in sorted({c.source for c in covered})],
        "since": min((c.since for c in covered), default=None),
        "lists": _all_time_lists(every, one),
    }
    shape = {
        "schema": "pacelight.nation/1",
        "known": bool(standing),
        **answers.asked_shape(when.as_of, when.known_at),
        "nation": {"code": one.code, "name": one.name},
        "records": [answers.record_shape(each) for each in standing],
    }
    return Answer("nation.html", told, shape, _csv(standing))


def _national(book: Book, covered: list[Coverage], one: Nation, when: When) -> list[Standing]:
    """What stands on each covered list of the nation, in the order of the table of events."""
    order = {code: place for place, code in enumerate(EVENTS)}
    lists = sorted({(order[c.event], c.event, c.sex, c.age) for c in covered if c.race is None})
    found = [
        book.record(
            EVENTS[code],
            sex,
            level=Level.NR,
            scope=one.code,
            age=age,
            as_of=when.as_of,
            known_at=when.known_at,
            ratified=when.ratified,
        )
        for _, code, sex, age in lists
    ]
    return [each for each in found if isinstance(each, Standing)]


def _all_time_lists(every: list[Coverage], one: Nation) -> list[tuple[Event, list[Sex]]]:
    """The events with an all-time list that covers the nation's athletes."""
    lists = {
        (c.event, c.sex)
        for c in every
        if not isinstance(c.level, Level) and c.scope in {WORLD, one.code} and c.age == "all"
    }
    return [
        (event, sexes)
        for event in EVENTS.values()
        if (sexes := [sex for sex in Sex if (event.code, sex) in lists])
    ]


def _csv(standing: list[Standing]) -> str:
    header = ["event", "sex", "record", *sheets.PERFORMANCE, "status"]
    rows: list[list[Any]] = [
        [
            one.event.code,
            one.sex.value,
            sheets.labelled(one.label, one.coverage.age, equalled=nth > 0),
            *sheets.performance_row(holder),
            status.value,
        ]
        for one in standing
        for nth, (holder, status) in enumerate(zip(one.holders, one.statuses, strict=True))
    ]
    return sheets.csv_text(header, rows)
