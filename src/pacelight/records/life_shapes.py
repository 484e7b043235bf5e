"""The life of a record as JSON: what has happened to a performance, what its ratification asks for."""

from collections.abc import Sequence
from datetime import date

from pacelight.book.asking.answers import Json, mark, performance
from pacelight.book.asking.changes import Change, Told
from pacelight.event import Level
from pacelight.records.checklist import Checked, Known, Verdict

__all__ = ["checklist", "history"]


def checklist(known: Known, levels: Sequence[Level], checked: Sequence[Checked], *, known_at: date) -> Json:
    """``pacelight.checklist/1``: each condition with its verdict, and how many have each."""
    return {
        "schema": "pacelight.checklist/1",
        "known_at": known_at.isoformat(),
        "performance": performance(known.performance),
        "levels": list(levels),
        "counts": {verdict.value: sum(one.verdict is verdict for one in checked) for verdict in Verdict},
        "conditions": [
            {
                "key": one.condition.key,
                "says": one.condition.says,
                "verdict": one.verdict,
                "why": one.why,
                "rule": one.condition.rule,
                "confirmed": one.condition.confirmed,
                "read_in": one.condition.read_in,
            }
            for one in checked
        ],
    }


def history(told: Told, *, known_at: date) -> Json:
    """``pacelight.history/1``: what has happened to a performance."""
    return {
        "schema": "pacelight.history/1",
        "known_at": known_at.isoformat(),
        "performance": performance(told.performance),
        "mark": mark(told.now.mark),
        "nation": told.now.nation,
        "status": told.status,
        "changes": [_change(one) for one in told.changes],
    }


def _change(one: Change) -> Json:
    return {
        "kind": one.kind,
        "what": one.what,
        "day": None if one.day is None else one.day.isoformat(),
        "learned": None if one.learned is None else one.learned.isoformat(),
        "by": one.by,
        "why": one.why,
        "source": one.source,
        "stands": one.stands,
    }
