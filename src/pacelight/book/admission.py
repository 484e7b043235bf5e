"""What the book lets in: events, nations and lists that the sport has, written as the book writes them."""

import re
from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, cast

from pacelight.book import ages, scopes
from pacelight.book.model import WORLD, Coverage, Decision, Facts, Performance
from pacelight.errors import BookError
from pacelight.event import Event, Level
from pacelight.event import event as find_event
from pacelight.measure import Unit, unit
from pacelight.nation import area_of
from pacelight.nation import nation as find_nation

__all__ = ["check_coverage", "check_decision", "check_facts", "check_performance", "check_text"]

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""Control characters, ends of lines, and halves of characters: no name or sentence has one.

Source: Unicode 15, general categories Cc, Zl, Zp and Cs.
"""


def check_facts(given: Facts) -> None:
    """Refuse facts of which one cannot be.

    Raises:
        Refused: what any of the others raises.
    """
    for performance in given.performances:
        check_performance(performance)
    for covered in given.coverage:
        check_coverage(covered)
    for decision in given.decisions:
        check_decision(decision)
    for name, told in (
        *((one.key, one) for one in given.sources),
        *((one.key, one) for one in given.athletes),
        *((one.name, one) for one in given.venues),
        *((one.name, one) for one in given.competitions),
    ):
        check_text(name, told)


def check_text(name: str, given: object) -> None:
    """Refuse a control character in any text of a fact: no database keeps each, and no name has one.

    Args:
        name: of the fact, for the refusal.
        given: the fact, a dataclass.

    Raises:
        BookError: there is one.
    """
    names, told = _texts(cast("Hashable", type(given)))
    values = told(given)
    whole = "".join(
        [one if one.__class__ is str else "".join(one) for one in values if one.__class__ in {str, tuple}]
    )
    if whole.isprintable() or _CONTROL.search(whole) is None:  # the first is quicker, and mostly true
        return
    texts = [
        (field, text)
        for field, one in zip(names, values, strict=True)
        for text in (one if isinstance(one, tuple) else (one,))
        if isinstance(text, str)
    ]
    field, text = next((field, text) for field, text in texts if _CONTROL.search(text))
    found = _CONTROL.search(text)
    assert found is not None  # noqa: S101  # one of the texts has it
    sign = found.group()
    called = f"{'NUL' if sign == chr(0) else 'a control character'} (U+{ord(sign):04X})"
    raise BookError(f"{_CONTROL.sub('?', name)}: {called} stands in its {field} (write plain text, one line)")


def check_decision(given: Decision) -> None:
    """Refuse what nobody could have decided.

    Raises:
        NationError: no such nation.
        BookError: no such scope, or written otherwise than the book does; a control character.
    """
    name = given.performance_key or given.athlete_key
    check_text(name, given)
    if given.level is not None and given.scope:
        scope = scopes.normal(given.level, given.scope)
        if scope != given.scope:
            raise BookError(f"{name}: write the scope as {scope}")


def check_performance(given: Performance) -> None:
    """Refuse what could not have been run.

    Raises:
        EventError: no such event.
        NationError: no such nation, or not on that day.
        BookError: an event or a nation by another name than its code, a mark of another unit,
            or a control character.
    """
    check_text(given.key, given)
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
    check_text(name, given)
    _coded(name, given.event)
    ages.index(given.age)
    scope = given.scope
    if isinstance(given.level, Level):
        scope = scopes.normal(given.level, scope)
    elif scope != WORLD:
        scope = scopes.normal(Level.NR, scope)
    if scope != given.scope:
        raise BookError(f"{name}: write the scope as {scope}")


@cache
def _texts(kind: Hashable) -> tuple[tuple[str, ...], Callable[[object], tuple[Any, ...]]]:
    """The fields of a kind of fact, and what gives their values."""
    assert is_dataclass(kind)  # noqa: S101  # every fact is one
    names = tuple(field.name for field in fields(kind))
    return names, attrgetter(*names)


def _coded(name: str, code: str) -> Event:
    event = find_event(code)
    if event.code != code:
        raise BookError(f"{name}: write the event by its code {event.code}, not '{code}'")
    return event
