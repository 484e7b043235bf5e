"""The record, the progression and the all-time list of an event: asked once, told in every form."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pacelight.book.asking import answers, sheets
from pacelight.book.asking.answers import Json
from pacelight.book.asking.lists import Book
from pacelight.book.asking.sheets import When
from pacelight.book.model import NotKnown, Source, Standing, Status
from pacelight.event import Event, Level, RaceKind, Sex
from pacelight.event import event as find_event
from pacelight.web.book.answer import Answer, MovedError, NotThereError, Question, there
from pacelight.web.book.parameters import Parameters

__all__ = ["Told", "Wished", "all_time", "progression", "record", "wished"]

_LINES = 10


@dataclass(frozen=True, slots=True)
class Wished:
    """Which lists of an event are wanted.

    Attributes:
        event: as the address names it.
        age: the age group.
        race: of women on the road, only such races.
        outright: both tracks together.
        language: in which it is told.
    """

    book: Book
    event: Event
    sex: Sex
    when: When
    level: Level
    scope: str | None
    age: str
    race: RaceKind | None
    outright: bool
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Told:
    """One of the lists, in every form.

    Attributes:
        found: what the book says; None where it cannot tell.
        why: that it cannot.
    """

    found: Any
    shape: Json
    csv: str | None
    source: Source | None = None
    why: str = ""
    confirmed: Standing | None = None

    @property
    def answer(self) -> Answer:
        """As the answer of a page of its own, for programs."""
        return Answer("", shape=self.shape, csv=self.csv, unknown=self.why)


def wished(asked: Question) -> Wished:
    """What an address asks of an event.

    Raises:
        NotThereError: no such event, or no such class.
        MovedError: to the event's code.
        BookError: what cannot be asked.
    """
    one = there(find_event, asked.names["code"])
    if asked.names["sex"] not in list(Sex):
        raise NotThereError(f"no class '{asked.names['sex']}' (there are {', '.join(Sex)})")
    sex = Sex(asked.names["sex"])
    if one.code != asked.names["code"]:
        raise MovedError({"code": one.code, "sex": sex})
    given = asked.given
    return Wished(
        book=asked.book,
        event=one,
        sex=sex,
        when=given.when(asked.today),
        level=given.level(),
        scope=given.text("scope"),
        age=given.age(),
        race=given.race(),
        outright=given.says_yes("outright"),
        language=asked.language,
    )


def _options(of: Wished) -> Mapping[str, Any]:
    return {
        "level": of.level,
        "scope": of.scope,
        "age": of.age,
        "race": of.race,
        "outright": of.outright,
        "as_of": of.when.as_of,
        "known_at": of.when.known_at,
    }


def _unknown(of: Wished, found: NotKnown, schema: str) -> Told:
    shape = answers.not_known(found, schema, as_of=of.when.as_of, known_at=of.when.known_at)
    return Told(None, shape, None, why=found.why)


def record(of: Wished) -> Told:
    """The record, and the ratified one beside it where it still waits."""
    book, when, options = of.book, of.when, _options(of)
    found = book.record(of.event, of.sex, **options, ratified=when.ratified)
    if isinstance(found, NotKnown):
        return _unknown(of, found, "pacelight.record/1")
    beside = None
    if Status.RATIFIED not in found.statuses:
        waits = book.record(of.event, of.sex, **options, ratified=True)
        beside = waits if isinstance(waits, Standing) else None
    source = book.source(found.coverage.source)
    sheet = sheets.record(when, found, beside, source, outright=of.outright)
    csv = sheets.csv_text(sheet.header, sheet.rows)
    shape = answers.record(found, beside, as_of=when.as_of, known_at=when.known_at, ratified=when.ratified)
    return Told(found, shape, csv, source, confirmed=beside)


def progression(of: Wished) -> Told:
    """How the record came to stand, step by step."""
    book, when = of.book, of.when
    found = book.progression(of.event, of.sex, **_options(of), ratified=when.ratified)
    if isinstance(found, NotKnown):
        return _unknown(of, found, "pacelight.progression/1")
    source = book.source(found[-1].standing.coverage.source)
    sheet = sheets.progression(when, found, source, outright=of.outright)
    shape = answers.progression(found, as_of=when.as_of, known_at=when.known_at, ratified=when.ratified)
    return Told(found, shape, sheets.csv_text(sheet.header, sheet.rows), source)


def all_time(of: Wished, given: Parameters) -> Told:
    """The all-time list, or that of a year.

    Args:
        of: of which event, as of when.
        given: how many lines, and of whom.
    """
    when = of.when
    year = given.year()
    found = of.book.top(
        of.event,
        of.sex,
        n=given.lines(_LINES),
        all_performances=given.says_yes("all_performances"),
        nation=given.text("nation"),
        area=given.text("area"),
        year=year,
        age=of.age,
        race=of.race,
        outright=of.outright,
        as_of=when.as_of,
        known_at=when.known_at,
    )
    if isinstance(found, NotKnown):
        return _unknown(of, found, "pacelight.list/1")
    source = of.book.source(found.coverage.source)
    sheet = sheets.all_time(when, found, source, year=year, outright=of.outright)
    shape = answers.all_time(found, year=year, as_of=when.as_of, known_at=when.known_at)
    return Told(found, shape, sheets.csv_text(sheet.header, sheet.rows), source)
