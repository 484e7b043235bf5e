"""The life of a record as JSON: what has happened to a performance, what its ratification asks for."""

from collections.abc import Sequence
from datetime import date

from pacelight.book.asking.answers import Json, mark, performance
from pacelight.book.asking.changes import Change, Told
from pacelight.book.attestation import Attestation
from pacelight.event import Level
from pacelight.records.checklist import Checked, Known, Verdict

__all__ = ["checklist", "history"]


def checklist(known: Known, levels: Sequence[Level], checked: Sequence[Checked], *, known_at: date) -> Json:
    """``pacelight.checklist/1``: each condition with the verdict that holds, and how many have each.

    A person who looked prevails over what was found in the facts; both are told.
    """
    return {
        "schema": "pacelight.checklist/1",
        "known_at": known_at.isoformat(),
        "performance": performance(known.performance),
        "levels": list(levels),
        "counts": {verdict.value: sum(one.stands is verdict for one in checked) for verdict in Verdict},
        "conditions": [
            {
                "key": one.condition.key,
                "says": one.condition.says,
                "verdict": one.stands,
                "found": one.verdict,
                "why": one.why,
                "attested": None if one.attested is None else _attested(one.attested),
                "rule": one.condition.rule,
                "confirmed": one.condition.confirmed,
                "read_in": one.condition.read_in,
            }
            for one in checked
        ],
    }


def _attested(one: Attestation) -> Json:
    return {"says": one.says, "by": one.by, "why": one.why, "at_s": one.at_s}


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
