"""What the book lets in: events, nations and lists that the sport has, written as the book writes them."""

from pacelight.book import ages, scopes
from pacelight.book.model import WORLD, Coverage, Performance
from pacelight.errors import BookError
from pacelight.event import Event, Level
from pacelight.event import event as find_event
from pacelight.measure import Unit, unit
from pacelight.nation import area_of
from pacelight.nation import nation as find_nation

__all__ = ["check_coverage", "check_performance"]


def check_performance(given: Performance) -> None:
    """Refuse what could not have been run.

    Raises:
        EventError: no such event.
        NationError: no such nation, or not on that day.
        BookError: an event or a nation by another name than its code, or a mark of another unit.
    """
    event, nation = _coded(given.key, given.event), find_nation(given.nation)
    if unit(given.mark) is not event.unit:
        counted = {Unit.TIME: "a time", Unit.LENGTH: "a length", Unit.POINTS: "points"}
        raise BookError(
            f"{given.key}: {given.mark} is {counted[unit(given.mark)]}; "
            f"{event.name} takes {counted[event.unit]}"
        )
    if nation.code != given.nation:
        raise BookError(f"{given.key}: write the nation by its code {nation.code}, not '{given.nation}'")
    if nation.area is not None:
        area_of(nation.code, given.day)  # refuses a nation that was not there on that day


def check_coverage(given: Coverage) -> None:
    """Refuse a list that nobody could ask for.

    Raises:
        EventError: no such event.
        NationError: no such nation.
        BookError: no such scope, or written otherwise than the book does.
    """
    name = f"coverage of {given.level} {given.scope}"
    _coded(name, given.event)
    ages.index(given.age)
    scope = given.scope
    if isinstance(given.level, Level):
        scope = scopes.normal(given.level, scope)
    elif scope != WORLD:
        scope = scopes.normal(Level.NR, scope)
    if scope != given.scope:
        raise BookError(f"{name}: write the scope as {scope}")


def _coded(name: str, code: str) -> Event:
    event = find_event(code)
    if event.code != code:
        raise BookError(f"{name}: write the event by its code {event.code}, not '{code}'")
    return event
