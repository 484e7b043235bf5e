"""How the book checks itself and others, as JSON: what changed, what agrees, where sources differ."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from pacelight.book.asking.answers import Json, asked_shape, event_shape, mark, performance, record_shape
from pacelight.book.asking.compared import Change, Difference, Edition
from pacelight.book.asking.conflicts import Conflict
from pacelight.book.asking.verified import Verified
from pacelight.book.model import Standing
from pacelight.event import EVENTS
from pacelight.measure import unit

__all__ = ["compared", "conflicts", "counts", "verified"]


def counts(found: Sequence[Difference]) -> dict[str, int]:
    """How many of each class of change, none left out."""
    counted = Counter(one.change for one in found)
    return {change.value: counted[change] for change in Change}


def compared(first: Edition, second: Edition, found: Sequence[Difference]) -> Json:
    """``pacelight.compare/1``: what changed between two books."""
    return {
        "schema": "pacelight.compare/1",
        "known": True,
        "first": asked_shape(first.as_of, first.known_at),
        "second": asked_shape(second.as_of, second.known_at),
        "counts": counts(found),
        "differences": [
            {
                "event": event_shape(EVENTS[one.listed.event]),
                "sex": one.listed.sex,
                "level": one.listed.level,
                "scope": one.listed.scope,
                "age": one.listed.age,
                "change": one.change,
                "before": _standing(one.before),
                "after": _standing(one.after),
            }
            for one in found
        ],
    }


def verified(found: Verified, *, as_of: date, known_at: date) -> Json:
    """``pacelight.verified_list/1``: a derived progression beside a published one."""
    return {
        "schema": "pacelight.verified_list/1",
        "known": True,
        **asked_shape(as_of, known_at),
        "event": event_shape(found.event),
        "sex": found.sex,
        "level": found.level,
        "scope": found.scope,
        "source": found.source.key,
        "agreed": len(found.agreed),
        "unexplained": len(found.unexplained),
        "differences": [
            {
                **performance(one.performance),
                "derived": one.derived,
                "published": None if one.published is None else mark(one.published),
                "why": one.why or None,
            }
            for one in found.differences
        ],
    }


def conflicts(found: Sequence[Conflict], *, known_at: date) -> Json:
    """``pacelight.conflicts/1``: where sources say different things."""
    return {
        "schema": "pacelight.conflicts/1",
        "known": True,
        "known_at": known_at.isoformat(),
        "conflicts": [
            {
                **performance(one.performance),
                "apart": {"value": one.apart, "unit": unit(one.performance.mark).value},
                "assertions": [
                    {"source": assertion.source, "mark": mark(assertion.mark)} for assertion in one.assertions
                ],
                "why": one.why,
            }
            for one in found
        ],
    }


def _standing(given: Standing | None) -> Json | None:
    return None if given is None else record_shape(given)
