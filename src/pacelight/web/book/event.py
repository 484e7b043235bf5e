"""One event of one class: what stands on each list, how it came to stand, who was ever better."""

from decimal import Decimal
from typing import Any

from pacelight.book.asking import answers, more_sheets, sheets
from pacelight.book.asking.compared import Edition, records
from pacelight.book.model import Standing, Step
from pacelight.event import EVENTS, Level, RaceKind, Sex
from pacelight.event import event as find_event
from pacelight.measure import Unit, unit, value
from pacelight.web.book import lists
from pacelight.web.book.answer import Answer, MovedError, Question, there
from pacelight.web.book.chart import NARROW, WIDE, of_steps, step_chart
from pacelight.web.book.words import depth_text
from pacelight.web.words import event_text, level_text, number_text, say

__all__ = ["PATH", "TAKES", "all_time", "event", "event_alone", "progression", "record"]

PATH = "/book/event/{code}/{sex}"
"""Where an event of a class is."""

TAKES = (
    *("level", "scope", "age", "race", "as_of", "known_at", "ratified", "outright"),
    *("top", "all_performances", "nation", "area", "year"),
)
"""What these pages may be asked with: the options of `book record`, `progression` and `list`."""

_MANY = frozenset({Level.NR, Level.PB, Level.SB})
"""Levels of which an event may have hundreds of lists: they are counted, not told one by one."""

_UNITS = {Unit.TIME: "time", Unit.LENGTH: "length", Unit.POINTS: "points"}


def event_alone(asked: Question) -> Answer:
    """An event without a class: the first class of which the book holds anything.

    Raises:
        NotThereError: no such event.
        MovedError: always, to that class.
    """
    one = there(find_event, asked.names["code"])
    held = [sex for found, sex in asked.book.contested() if found == one]
    raise MovedError({"code": one.code, "sex": held[0] if held else one.sexes[0]}, PATH)


def record(asked: Question) -> Answer:
    """What `book record` answers, for programs.

    Raises:
        NotThereError: no such event.
        BookError: what cannot be asked.
    """
    return lists.record(lists.wished(asked)).answer


def progression(asked: Question) -> Answer:
    """What `book progression` answers, for programs.

    Raises:
        NotThereError: no such event.
        BookError: what cannot be asked.
    """
    return lists.progression(lists.wished(asked)).answer


def all_time(asked: Question) -> Answer:
    """What `book list` answers, for programs.

    Raises:
        NotThereError: no such event.
        BookError: what cannot be asked.
    """
    return lists.all_time(lists.wished(asked), asked.given).answer


def event(asked: Question) -> Answer:
    """Everything of an event on one page.

    Raises:
        NotThereError: no such event.
        BookError: what cannot be asked.
    """
    wished = lists.wished(asked)
    stands, came = lists.record(wished), lists.progression(wished)
    listed = lists.all_time(wished, asked.given)
    every = _every_list(wished)
    shape = {
        "schema": "pacelight.event/1",
        "known": bool(every),
        **answers.asked_shape(wished.when.as_of, wished.when.known_at),
        "event": answers.event_shape(wished.event),
        "sex": wished.sex,
        "records": [answers.record_shape(one) for one in every],
        "record": stands.shape,
        "progression": came.shape,
        "list": listed.shape,
    }
    told = {
        **_around(wished),
        "stands": stands,
        "came": came,
        "listed": listed,
        "depth": depth_text(asked.language, listed.found, asked.given.year()) if listed.found else "",
        "lists": [one for one in every if one.level is not Level.NR],
        "nations": [one for one in every if one.level is Level.NR],
        "charts": _charts(wished, came.found) if came.found else (),
        **_stood(stands.found, came.found or [], asked.language),
    }
    return Answer("event.html", told, shape, _csv(every))


def _every_list(wished: lists.Wished) -> list[Standing]:
    """What stands on each covered list of the age group, widest first."""
    when = wished.when
    one = wished.event.of_age(wished.age, wished.sex)
    edition = Edition(wished.book, when.as_of, when.known_at, when.ratified)
    found = records(edition, event=one)
    mine = {key: said for key, said in found.items() if (key.sex, key.age) == (wished.sex, wished.age)}
    levels = list(Level)
    return [mine[key] for key in sorted(mine, key=lambda key: (levels.index(key.level), key.scope))]


def _stood(stands: Standing | None, steps: list[Step], language: str) -> dict[str, Any]:
    """How long the record stands, by how much it is better than the one before, and how long that stood."""
    mine = [step for step in steps if stands is not None and step.performance.mark == stands.mark]
    if not mine:
        return {"stood": None, "before": None}
    before = [step for step in steps if step.performance.mark != mine[0].performance.mark]
    if not before:
        return {"stood": mine[0].days_stood, "before": None}
    mark, last = mine[0].performance.mark, before[-1]
    better = more_sheets.margin(abs(value(mark) - value(last.performance.mark)), unit(mark)).removeprefix("+")
    digits = len(better.partition(".")[2])
    by = number_text(language, Decimal(better), digits)
    told = {
        "by": say(language, f"page-event-by-{_UNITS[unit(mark)]}", by=by),
        "mark": last.performance.mark,
        "athlete": last.performance.athlete,
        "days": last.days_stood,
    }
    return {"stood": mine[0].days_stood, "before": told}


def _csv(every: list[Standing]) -> str:
    header = ["list", *sheets.PERFORMANCE, "status"]
    rows = [
        [
            level_list(one, equalled=nth > 0),
            *sheets.performance_row(holder),
            status.value,
        ]
        for one in every
        for nth, (holder, status) in enumerate(zip(one.holders, one.statuses, strict=True))
    ]
    return sheets.csv_text(header, rows)


def level_list(one: Standing, *, equalled: bool = False) -> str:
    """How a list is named: ``WR``, ``=AR EUR``."""
    label = sheets.labelled(one.label, one.coverage.age, equalled=equalled)
    return label if one.scope == "WORLD" else f"{label} {one.scope}"


def _around(wished: lists.Wished) -> dict[str, Any]:
    """What stands beside the lists: the event's relatives, what is covered, what may be asked."""
    book, one = wished.book, wished.event
    held = book.contested()
    plain = one.code.removesuffix("sh")
    twin = EVENTS.get(plain if plain != one.code else f"{one.code}sh")
    covered = book.part(one.of_age(wished.age, wished.sex), wished.sex).coverage
    nations = [c for c in covered if c.level is Level.NR]
    return {
        "event": one,
        "sex": wished.sex,
        "when": wished.when,
        "age": wished.age,
        "level": wished.level,
        "race": wished.race,
        "races": list(RaceKind),
        "outright": wished.outright,
        "sexes": [sex for sex in Sex if (one, sex) in held or sex == wished.sex],
        "twin": twin,
        "covered": [(c, book.source(c.source)) for c in covered if c.level not in _MANY],
        "covered_own": len({c.scope for c in covered if c.level in {Level.PB, Level.SB}}),
        "covered_nations": len({c.scope for c in nations}),
        "levels": [level for level in Level if level not in {Level.PB, Level.SB}],
    }


def _charts(wished: lists.Wished, steps: list[Step]) -> tuple[str, str]:
    """The progression, drawn for a laptop and for a phone."""
    last = steps[-1].standing
    language, as_of = wished.language, wished.when.as_of
    title = say(
        language,
        "page-event-chart-title",
        list=level_text(language, last.label, last.scope, last.coverage.age),
        event=event_text(language, last.event.name),
        sex=say(language, f"class-{last.sex}"),
        steps=len(steps),
        first=str(steps[0].performance.mark),
        last=str(last.mark),
    )
    points = of_steps(steps, language)
    return (
        step_chart(points, as_of, ident="chart-wide", title=title, size=WIDE, language=language),
        step_chart(points, as_of, ident="chart-narrow", title=title, size=NARROW, language=language),
    )
