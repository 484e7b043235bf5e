"""An athlete in short, for whoever speaks: tonight's event first, then what else is worth a sentence."""

from collections.abc import Iterable

from pacelight.book.asking.answers import Json, asked_shape, event_shape, mark
from pacelight.book.asking.career import HeldRecord, Honour, Run
from pacelight.book.asking.career import career as career_of
from pacelight.book.model import Performance
from pacelight.event import Event
from pacelight.event import event as find_event
from pacelight.web.book.answer import Question, there
from pacelight.web.book.minors import discreet

__all__ = ["SCHEMA", "TAKES", "card"]

SCHEMA = "pacelight.card/1"
TAKES = ("event", "as_of", "known_at")

_LAST, _STEPS, _OTHERS, _MEDALS = 5, 6, 6, 5
"""As many as somebody looks through within a lap."""


def card(asked: Question) -> Json:
    """``pacelight.card/1``: what there is to say of an athlete who runs this event on a day.

    Args:
        asked: `key` of the athlete in its path; the event, and as of when, behind it.

    Raises:
        NotThereError: no such athlete, or several.
        EventError: no such event.
        BookError: what cannot be asked.
    """
    athlete = there(asked.book.athlete, asked.names["key"])
    when = asked.given.when(asked.today)
    named = asked.given.text("event")
    event = None if named is None else find_event(named)
    found = discreet(
        career_of(asked.book, athlete.key, as_of=when.as_of, known_at=when.known_at), asked.today
    )
    return {
        "schema": SCHEMA,
        **asked_shape(when.as_of, when.known_at),
        "athlete": {
            "key": athlete.key,
            "name": athlete.name,
            "nation": athlete.nation,
            "born": None if found.athlete.born is None else str(found.athlete.born),
        },
        "event": None if event is None else event_shape(event),
        "best": _first(found.bests, event),
        "season": _first(
            (run for run in found.seasons if run.performance.day.year == when.as_of.year), event
        ),
        "others": [_run(one) for one in found.bests if one.event != event][:_OTHERS],
        "progression": [_run(one) for one in found.progression if one.event == event][-_STEPS:],
        "held": [_held(one) for one in found.records if one.step.until is None],
        "held_before": sum(one.step.until is not None for one in found.records),
        "last": [_run(one) for one in found.performances[:_LAST]],
        "honours": [_honour(one) for one in reversed(found.honours[-_MEDALS:])],
    }


def _first(runs: Iterable[Run], event: Event | None) -> Json | None:
    """That of the event; None where there is none."""
    return next((_run(one) for one in runs if one.event == event), None)


def _run(one: Run) -> Json:
    return {**_performed(one.performance, one.event), "status": one.status}


def _held(one: HeldRecord) -> Json:
    step = one.step
    return {
        **_performed(step.performance, one.event),
        "status": step.status,
        "level": one.level,
        "label": step.standing.label,
        "scope": step.standing.scope,
        "age_group": step.standing.coverage.age,
        "days_stood": step.days_stood,
    }


def _honour(one: Honour) -> Json:
    return {**_performed(one.performance, one.event), "medal": one.medal}


def _performed(one: Performance, event: Event) -> Json:
    return {
        "event": event_shape(event),
        "mark": mark(one.mark),
        "day": one.day.isoformat(),
        "venue": one.venue,
        "competition": one.competition,
        "place": one.place,
        "en_route_of": one.en_route_of,
    }
