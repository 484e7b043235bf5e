"""How the pages call things: days, levels, statuses."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from pacelight.book.asking.sheets import When
from pacelight.book.model import WORLD
from pacelight.event import Discipline, Event, TrackKind
from pacelight.nation import AREAS, NATIONS
from pacelight.records.levels import level_text

__all__ = [
    "STATUSES",
    "asked_text",
    "day_text",
    "days_text",
    "group_of",
    "level_text",
    "list_text",
    "scope_text",
    "tone",
]

STATUSES: Mapping[str, str] = MappingProxyType(
    {
        "candidate": "candidate: in the book, not yet submitted",
        "pending": "pending: submitted, not yet decided",
        "ratified": "ratified",
        "rejected": "rejected",
        "annulled": "annulled",
    }
)
"""What each status means, as the live page says it."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_GROUPS = {
    Discipline.HURDLES: "Hurdles",
    Discipline.STEEPLECHASE: "Steeplechase",
    Discipline.RELAY: "Relays",
    Discipline.WALK: "Walks",
    Discipline.JUMP: "Jumps",
    Discipline.THROW: "Throws",
    Discipline.COMBINED: "Combined events",
}


def day_text(day: date) -> str:
    """A day as people write it.

    >>> day_text(date(2025, 2, 13))
    '13 Feb 2025'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def days_text(days: int) -> str:
    """How long something stood.

    >>> days_text(1), days_text(9131)
    ('1 day', '9,131 days')
    """
    return f"{days:,} day{'s' * (days != 1)}"


def tone(label: str) -> str:
    """By what a level's colour is chosen: ``WR`` of ``=WR``, ``U20 WR`` and ``WB``."""
    plain = label.replace("=", "").split()
    for word in plain:
        if word in {"WR", "WB", "WL"}:
            return "WR"
        if word in {"AR", "AB", "AL"}:
            return "AR"
        if word in {"NR", "NB", "NL"}:
            return "NR"
    return ""


def group_of(event: Event) -> str:
    """Under which heading an event stands."""
    if event.discipline is not Discipline.RUN:
        return _GROUPS[event.discipline]
    if event.track is TrackKind.ROAD:
        return "Road"
    return "Short track" if event.track is TrackKind.SHORT else "Track"


def scope_text(scope: str) -> str:
    """Whose list: ``World``, ``Europe``, ``Norway``, or what the book calls it."""
    if scope == WORLD:
        return "World"
    return AREAS.get(scope) or (NATIONS[scope].name if scope in NATIONS else scope)


def list_text(level: str, scope: str) -> str:
    """A list of which the book covers something, in full.

    >>> list_text("LIST", "WORLD"), list_text("NR", "NOR")
    ('All-time list, best of each athlete: World', 'National record of Norway')
    """
    if level in {"LIST", "PERFORMANCES"}:
        of = "best of each athlete" if level == "LIST" else "every mark"
        return f"All-time list, {of}{': ' * bool(scope)}{scope_text(scope)}"
    return level_text(level, scope)


def asked_text(when: When) -> str:
    """As of when, as the line below a title.

    >>> asked_text(When(date(2025, 2, 12), date(2025, 4, 1), ratified=True))
    'as of 12 Feb 2025, as known at 1 Apr 2025, ratified only'
    """
    known = "" if when.known_at == when.as_of else f", as known at {day_text(when.known_at)}"
    return f"as of {day_text(when.as_of)}{known}{', ratified only' * when.ratified}"
