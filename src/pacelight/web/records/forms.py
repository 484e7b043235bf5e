"""What somebody typed into a form of the desk, read; what cannot be is refused field by field, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qs

from pacelight.book.attestation import Attestation, Attested
from pacelight.book.keeping.hands import withdrawal
from pacelight.book.model import Decision, DecisionKind, Performance
from pacelight.event import Level
from pacelight.web.words import echoed

__all__ = ["LONGEST", "Typed", "WrongError", "attested", "decided", "named", "taken_back", "typed"]

LONGEST = {"by": 80, "why": 500, "code": 64}
"""Characters that a field takes: a whole form has to be shorter than a body may be."""

_FIELDS = 16
_KINDS = {
    "submit": DecisionKind.SUBMITTED,
    "ratify": DecisionKind.RATIFIED,
    "reject": DecisionKind.REJECTED,
    "annul": DecisionKind.ANNULLED,
}
_EVERY = "every"

Typed = Mapping[str, str]
"""The fields of a form as they were typed, each once."""


class WrongError(ValueError):
    """A field cannot be as it was typed.

    Args:
        where: the name of the field; empty where it is none of them.
        message: identity of what is said of it.
        told: what that message speaks of.
    """

    def __init__(self, where: str, message: str, **told: str | int | date) -> None:
        super().__init__(message)
        self.where = where
        self.message = message
        self.told = told


@dataclass(frozen=True, slots=True)
class _Said:
    """Who decided, on which day, from when on it is known, and why."""

    by: str
    on: date
    learned: date
    why: str


def typed(body: bytes) -> Typed:
    """The fields of a form; what is no form has none."""
    try:
        fields = parse_qs(body.decode(), keep_blank_values=True, strict_parsing=True, max_num_fields=_FIELDS)
    except ValueError:
        return {}
    return {name: " ".join(values[0].split()) for name, values in fields.items() if len(values) == 1}


def decided(form: Typed, performance: Performance, today: date) -> Decision:
    """What somebody decided.

    Raises:
        WrongError: what cannot be.
        BookError: what the book cannot take.
    """
    kind = _KINDS.get(form.get("kind", ""))
    if kind is None:
        raise WrongError("kind", "records-wrong-kind")
    level, scope = _whose(form)
    if kind is DecisionKind.ANNULLED and level is not None:
        raise WrongError("whose", "records-wrong-annul")
    said = _said(form, performance, today, reason=kind is not DecisionKind.SUBMITTED)
    return Decision(
        performance_key=performance.key,
        kind=kind,
        decided=said.on,
        learned=said.learned,
        by=said.by,
        why=said.why,
        source="",
        level=level,
        scope=scope,
    )


def taken_back(
    form: Typed, performance: Performance, standing: "tuple[Decision, ...]", today: date
) -> Decision:
    """That somebody took a decision back.

    Raises:
        WrongError: what cannot be.
        BookError: what the book cannot take.
    """
    said = _said(form, performance, today, reason=True)
    back = next((one for one in standing if named(one) == form.get("decision")), None)
    if back is None:
        raise WrongError("", "records-wrong-gone")
    if said.on < back.decided:
        raise WrongError("on", "records-wrong-before-decided", day=back.decided)
    return withdrawal(back, said.on, said.learned, by=said.by, why=said.why)


def named(one: Decision) -> str:
    """A decision as a form names it."""
    return " ".join((one.kind, one.decided.isoformat(), one.level or "-", one.scope or "-"))


def attested(form: Typed, performance: Performance, condition: str, by: str, now_s: int) -> Attestation:
    """What somebody says who looked at a condition.

    Raises:
        WrongError: what cannot be.
    """
    says = form.get("says", "")
    if says not in set(Attested):
        raise WrongError("says", "records-wrong-says")
    why = _text(form, "why")
    if says == Attested.NOT_MET and not why:
        raise WrongError("why", "records-wrong-not-met")
    return Attestation(performance.key, condition, Attested(says), by, why, now_s)


def _said(form: Typed, performance: Performance, today: date, *, reason: bool) -> _Said:
    by, why = _text(form, "by"), _text(form, "why")
    if not by:
        raise WrongError("by", "records-wrong-by")
    on = _day(form, "on", None)
    if on > today:
        raise WrongError("on", "records-wrong-future")
    if on < performance.day:
        raise WrongError("on", "records-wrong-before-run", day=performance.day)
    learned = _day(form, "learned", on)
    if not on <= learned <= today:
        raise WrongError("learned", "records-wrong-learned")
    if reason and not why:
        raise WrongError("why", "records-wrong-why")
    return _Said(by, on, learned, why)


def _text(form: Typed, field: str) -> str:
    text = form.get(field, "")
    if len(text) > LONGEST[field]:
        raise WrongError(field, "records-wrong-long", most=LONGEST[field], length=len(text))
    if not text.isprintable():
        raise WrongError(field, "records-wrong-sign")
    return text


def _day(form: Typed, field: str, otherwise: date | None) -> date:
    text = form.get(field, "")
    if not text and otherwise is not None:
        return otherwise
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise WrongError(field, "records-wrong-day", text=echoed(text)) from error


def _whose(form: Typed) -> tuple[Level | None, str]:
    """Of which record is spoken: of every one, or of that of one list."""
    text = form.get("whose", _EVERY)
    if text == _EVERY:
        return None, ""
    level, _, scope = text.partition(":")
    if level not in set(Level):
        raise WrongError("whose", "records-wrong-whose")
    return Level(level), scope
