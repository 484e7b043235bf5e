"""A plan, a distance and a speed as a language has them."""

from decimal import Decimal

from pacelight.distance import Distance
from pacelight.plan.wanted import Wanted
from pacelight.web.words import day_text, event_text, number_text, say, understood

__all__ = ["metres_text", "speed_text", "title_text"]


def title_text(language: str, wanted: Wanted) -> str:
    """What a plan is, all of it in one line."""
    plan = f"{understood(language, wanted.plan.name)} {wanted.athlete or ''}".strip()
    title = say(language, "plan-title", event=event_text(language, wanted.event.name), plan=plan)
    if wanted.as_of is not None:
        title = say(language, "plan-title-day", title=title, day=day_text(language, wanted.as_of))
    return say(language, "plan-title-standing", title=title) if wanted.plan.ramp else title


def metres_text(language: str, distance: Distance) -> str:
    """A distance as the language writes it: ``209,344 m``."""
    return say(language, "plan-metres", length=distance.mm / 1000)


def speed_text(language: str, metres: float) -> str:
    """A speed, metres in a second, without its unit."""
    return number_text(language, Decimal(f"{metres:.3f}"), 3, 3)
