"""What a mark would be; what changed between two days; what agrees with a published list; who differs."""

from typing import Any

from pacelight.book.asking import answers, check_shapes, more_sheets, shapes, sheets, worth
from pacelight.book.asking.compared import Edition
from pacelight.book.asking.compared import compare as compare_editions
from pacelight.book.asking.conflicts import Conflict
from pacelight.book.asking.conflicts import conflicts as find_conflicts
from pacelight.book.asking.sheets import When
from pacelight.book.asking.verified import verify as verify_list
from pacelight.book.model import NotKnown
from pacelight.errors import BookError
from pacelight.event import EVENTS, Event, Level, Sex
from pacelight.event import event as find_event
from pacelight.measure import unit
from pacelight.web.book.answer import Answer, Question
from pacelight.web.book.parameters import Parameters

__all__ = ["compare", "conflicts", "levels", "verify"]


def levels(asked: Question) -> Answer:
    """What a mark would be if it were made on that day; without one, where to write it.

    Raises:
        Refused: what cannot be asked.
    """
    given, when = asked.given, asked.given.when(asked.today)
    told: dict[str, Any] = {"when": when, "events": _contested(asked), "sexes": list(Sex), "found": None}
    if _blank(given, "event", "mark"):
        return Answer("levels.html", told)
    sex, age = given.sex(Sex.MEN) or Sex.MEN, given.age()
    one = find_event(_written(given, "event")).of_age(age, sex)
    mark = one.read(_written(given, "mark"))
    found = worth.levels(
        asked.book,
        one,
        mark,
        sex,
        nation=given.text("nation"),
        age=age,
        as_of=when.as_of,
        known_at=when.known_at,
    )
    ranks = worth.rankings(
        asked.book, one, mark, sex, nation=given.text("nation"), as_of=when.as_of, known_at=when.known_at
    )
    shape = shapes.levels((one, sex, mark), found, ranks, as_of=when.as_of, known_at=when.known_at)
    sheet = more_sheets.levels(when, (one, sex, mark), found, ranks)
    margins = [more_sheets.margin(each.by, unit(mark)) for each in found]
    told |= {"event": one, "sex": sex, "mark": mark, "found": found, "margins": margins, "ranks": ranks}
    return Answer("levels.html", told, shape, sheets.csv_text(sheet.header, sheet.rows))


def compare(asked: Question) -> Answer:
    """What is not the same on two days; without them, where to write them.

    Raises:
        Refused: what cannot be asked.
    """
    given = asked.given
    one = _event(given)
    told: dict[str, Any] = {"events": _contested(asked), "found": None, "today": asked.today}
    if _blank(given, "from", "to"):
        return Answer("compare.html", told)
    first, second = (given.day(name, asked.today) for name in ("from", "to"))
    editions = Edition(asked.book, first, first), Edition(asked.book, second, second)
    found = compare_editions(*editions, event=one)
    sheet = more_sheets.compared((str(first), str(second)), editions, found)
    told |= {
        "found": found,
        "first": first,
        "second": second,
        "counts": {name: number for name, number in check_shapes.counts(found).items() if number},
        "names": {code: event.name for code, event in EVENTS.items()},
    }
    csv = sheets.csv_text(sheet.header, sheet.rows)
    return Answer("compare.html", told, check_shapes.compared(*editions, found), csv)


def verify(asked: Question) -> Answer:
    """The derived progression beside a published one; without one, where to choose it.

    Raises:
        Refused: what cannot be asked.
    """
    given, when = asked.given, asked.given.when(asked.today)
    told: dict[str, Any] = {
        "when": when,
        "events": _contested(asked),
        "sexes": list(Sex),
        "sources": asked.book.sources(),
        "levels": [level for level in Level if level not in {Level.PB, Level.SB}],
        "found": None,
        "why": "",
    }
    if _blank(given, "event", "against"):
        return Answer("verify.html", told)
    found = verify_list(
        asked.book,
        find_event(_written(given, "event")),
        given.sex(Sex.MEN) or Sex.MEN,
        _written(given, "against"),
        level=given.level(),
        scope=given.text("scope"),
        as_of=when.as_of,
        known_at=when.known_at,
    )
    if isinstance(found, NotKnown):
        schema = "pacelight.verified_list/1"
        shape = answers.not_known(found, schema, as_of=when.as_of, known_at=when.known_at)
        return Answer("verify.html", told | {"why": found.why}, shape, unknown=found.why)
    sheet = more_sheets.verified(when, found)
    shape = check_shapes.verified(found, as_of=when.as_of, known_at=when.known_at)
    return Answer("verify.html", told | {"found": found}, shape, sheets.csv_text(sheet.header, sheet.rows))


def conflicts(asked: Question) -> Answer:
    """Where sources say different things, and which mark the book follows.

    Raises:
        Refused: what cannot be asked.
    """
    known_at = asked.given.day("known_at", asked.today)
    found = find_conflicts(asked.book, event=_event(asked.given), sex=asked.given.sex(), known_at=known_at)
    sheet = more_sheets.conflicts(When(known_at, known_at), found)
    told = {
        "found": found,
        "known_at": known_at,
        "events": _contested(asked),
        "sexes": list(Sex),
        "apart": [_apart(one) for one in found],
    }
    csv = sheets.csv_text(sheet.header, sheet.rows)
    return Answer("conflicts.html", told, check_shapes.conflicts(found, known_at=known_at), csv)


def _apart(one: Conflict) -> str:
    return more_sheets.margin(one.apart, unit(one.performance.mark)).removeprefix("+")


def _contested(asked: Question) -> list[Event]:
    """The events of the book, as a form offers them."""
    return list(dict.fromkeys(one for one, _ in asked.book.contested()))


def _event(given: Parameters) -> Event | None:
    text = given.text("event")
    return None if text is None else find_event(text)


def _blank(given: Parameters, *names: str) -> bool:
    """Whether the form has not been filled in."""
    return not any(given.text(name) for name in names)


def _written(given: Parameters, name: str) -> str:
    text = given.text(name)
    if text is None:
        raise BookError(f"write {name} too")
    return text
