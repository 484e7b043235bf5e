"""How the pages of the book call things: as of when, under which heading, in which colour."""

from decimal import Decimal

from pacelight.book.asking.sheets import When
from pacelight.book.model import AllTime
from pacelight.event import Discipline, Event, TrackKind
from pacelight.web.words import day_text, number_text, say

__all__ = ["asked_text", "depth_text", "group_of", "margin_text", "tone"]

_GROUPS = {
    Discipline.HURDLES: "hurdles",
    Discipline.STEEPLECHASE: "steeplechase",
    Discipline.RELAY: "relay",
    Discipline.WALK: "walk",
    Discipline.JUMP: "jump",
    Discipline.THROW: "throw",
    Discipline.COMBINED: "combined",
}


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
    """Under which heading an event stands; its words are those of ``group-...``."""
    if event.discipline is not Discipline.RUN:
        return _GROUPS[event.discipline]
    if event.track is TrackKind.ROAD:
        return "road"
    return "short" if event.track is TrackKind.SHORT else "track"


def asked_text(language: str, when: When) -> str:
    """As of when, as the line below a title.

    >>> from datetime import date
    >>> asked_text("en", When(date(2025, 2, 12), date(2025, 4, 1), ratified=True))
    'as of 12 Feb 2025, as known at 1 Apr 2025, ratified only'
    """
    day, known = day_text(language, when.as_of), day_text(language, when.known_at)
    if when.known_at == when.as_of:
        told = say(language, "book-as-of", day=day)
    else:
        told = say(language, "book-as-known-at", day=day, known=known)
    return say(language, "book-ratified-only", asked=told) if when.ratified else told


def depth_text(language: str, found: AllTime, year: int | None) -> str:
    """Down to which mark a list is complete, and whose ranks are known."""
    end = found.coverage.down_to
    told = (
        say(language, "page-event-complete")
        if end is None
        else say(language, "page-event-down-to", mark=str(end))
    )
    if found.coverage.level == "LIST" and (found.all_performances or year is not None):
        return say(language, f"page-event-ranks-of-{'all' if year is None else 'year'}", depth=told)
    return told if end is None else say(language, "page-event-ranks-beyond", depth=told)


def margin_text(language: str, margin: str) -> str:
    """How much better, with its sign, as the language writes a number.

    >>> margin_text("nb", "+0.97"), margin_text("en", "-12")
    ('+0,97', '-12')
    """
    sign = margin[:1] if margin[:1] in {"+", "-"} else ""
    figure = margin.removeprefix(sign)
    return sign + number_text(language, Decimal(figure), len(figure.partition(".")[2]))
