"""How the book checks itself and others, as JSON: what changed, what agrees, where sources differ."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date

from pacelight.book.asking.answers import Json, asked_shape, event_shape, mark, performance, record_shape
from pacelight.book.asking.compared import Change, Difference, Edition, Listing
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


def compared(
    first: Edition | Listing,
    second: Edition | Listing,
    found: Sequence[Difference],
    *,
    only: Collection[Change] = tuple(Change),
) -> Json:
    """``pacelight.compare/1``: what changed between two books, or a book and a file.

    Args:
        first: the earlier.
        second: the later.
        found: every difference; all are counted.
        only: those of these classes are told one by one.
    """
    return {
        "schema": "pacelight.compare/1",
        "known": True,
        "first": _edition(first),
        "second": _edition(second),
        "counts": counts(found),
        "differences": [
            {
                "event": event_shape(EVENTS[one.listed.event]),
                "sex": one.listed.sex,
                "level": one.listed.level,
                "scope": one.listed.scope,
                "age": one.listed.age,
                "race": one.listed.race,
                "roof": one.listed.roof,
                "change": one.change,
                "why": one.why or None,
                "before": _standing(one.before),
                "after": _standing(one.after),
            }
            for one in found
            if one.change in only
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


def _edition(one: Edition | Listing) -> Json:
    """As of when; of a file its name, and how many of its rows are not understood."""
    told = asked_shape(one.as_of, one.known_at)
    return {**told, "file": one.name, "unread": one.unread} if isinstance(one, Listing) else told


def _standing(given: Standing | None) -> Json | None:
    return None if given is None else record_shape(given)
