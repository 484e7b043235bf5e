"""What a statistician writes into the book by hand: the key of a performance, what was done in one line."""

import re
import unicodedata
from dataclasses import replace
from datetime import date

from pacelight.book.model import Decision, DecisionKind, Performance
from pacelight.errors import BookError
from pacelight.event import Sex

__all__ = ["performance_key", "tenths", "told_decision", "told_performance", "withdrawal"]

_WIND = re.compile(r"(?P<sign>[+-]?)(?P<whole>\d{1,2})\.(?P<tenth>\d)", re.ASCII)


def performance_key(
    day: date, venue: str, event: str, sex: Sex, athlete_key: str, *, round_: str = ""
) -> str:
    """Identity of a performance, as the book's own have it: the same run twice is one.

    >>> performance_key(date(2025, 2, 13), "Liévin", "MILEsh", Sex.MEN, "ingebrigtsen-jakob")
    '2025-02-13-lievin-MILEsh-men-ingebrigtsen-jakob'
    """
    heat = "" if round_ == "final" else round_
    where = (_slug(venue), _slug(heat))
    return "-".join(filter(None, (day.isoformat(), *where, event, sex.value, athlete_key)))


def tenths(wind: str) -> int:
    """A reading of the wind as the book keeps it: tenths of a metre a second, from behind above zero.

    Raises:
        BookError: not a reading.

    >>> tenths("+1.3"), tenths("-0.4")
    (13, -4)
    """
    match = _WIND.fullmatch(wind.strip())
    if match is None:
        raise BookError(f"not a wind: '{wind.strip()}' (write metres a second with one decimal, as in +1.3)")
    found = int(match["whole"] + match["tenth"])
    return -found if match["sign"] == "-" else found


def told_performance(given: Performance) -> str:
    """One performance in half a line: ``MILEsh 3:45.14 Jakob Ingebrigtsen NOR, 2025-02-13 Liévin``."""
    return f"{given.event} {given.mark} {given.athlete} {given.nation}, {given.day} {given.venue}".rstrip()


def told_decision(decision: Decision, about: str) -> str:
    """What was decided, of what, by whom and when, in one line."""
    to = [str(value) for value in (decision.mark, decision.nation) if value is not None]
    if decision.kind is DecisionKind.CORRECTED:
        about = f"{about} to {' and '.join(to)}"
    named = " ".join(filter(None, (decision.level, decision.scope)))
    if named:
        about = f"{about}, as {named}"
    kind = f"{decision.kind}"
    if decision.withdraws is not None:
        kind = f"{kind}, {decision.withdraws} of {decision.taken}"
    known = "" if decision.learned == decision.decided else f", known from {decision.learned}"
    return f"{kind}: {about} (by {decision.by} on {decision.decided}{known})"


def withdrawal(
    given: Decision, decided: date, learned: date, *, by: str, why: str, source: str = ""
) -> Decision:
    """The decision that takes another back.

    Raises:
        BookError: the other is a withdrawal itself, or was taken later.
    """
    return replace(
        given,
        kind=DecisionKind.WITHDRAWN,
        decided=decided,
        learned=learned,
        by=by,
        why=why,
        source=source,
        mark=None,
        nation=None,
        withdraws=given.kind,
        taken=given.decided,
    )


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
