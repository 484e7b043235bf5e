"""What waits for a person: questions, the lines behind them, and the answers, as lines of JSON.

::

    {"schema": "pacelight.queue/1", "type": "line", "id": "3f9a...", "why": ..., "line": {...}}
    {"schema": "pacelight.queue/1", "type": "answer", "id": "3f9a...", "answer": "accepted", ...}
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any

from pacelight.book.birth import Birth, BirthPrecision
from pacelight.book.formats.line import Line
from pacelight.errors import FormatError, Refused
from pacelight.event import Level, Sex
from pacelight.mark import Mark, Timing
from pacelight.measure import AnyMark, Length, Points, Unit, unit, value
from pacelight.meet.intake.people import Doubt, Named

__all__ = [
    "SCHEMA",
    "About",
    "Answer",
    "Asked",
    "Question",
    "about_mark",
    "about_person",
    "answer_line",
    "asked_line",
    "mark_id",
    "person_id",
    "questions",
    "read",
    "unasked",
]

SCHEMA = "pacelight.queue/1"
_FIGURES = 10


class About(StrEnum):
    """What is in question."""

    PERSON = "person"
    """Who it is."""
    MARK = "mark"
    """Whether it is a performance that is known."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One line of a file that waits.

    Attributes:
        id: of the question; every line of somebody who is in doubt waits for the same answer.
        about: what is in question.
        shown: whom or what it is about, for a person.
        why: one sentence.
        candidates: keys of the athletes or performances it may be.
        source: key of the source that says it.
        line: as the file has it.
    """

    id: str
    about: About
    shown: str
    why: str
    candidates: tuple[str, ...]
    source: str
    line: Line


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person said.

    Attributes:
        id: of the question.
        accepted: the line is right; refused, it is dropped.
        as_key: the athlete or performance that it is; empty where it is none of them.
        by: who said so.
        on: when.
        why: in a sentence; may be empty.
    """

    id: str
    accepted: bool
    as_key: str
    by: str
    on: date
    why: str


@dataclass(frozen=True, slots=True)
class Question:
    """Everything that waits for one answer.

    Attributes:
        asked: at least one line, in the order of the file.
        answer: None while it is open.
    """

    asked: tuple[Asked, ...]
    answer: Answer | None

    @property
    def first(self) -> Asked:
        """The line that brought it up."""
        return self.asked[0]


def person_id(named: Named) -> str:
    """The question who this is: one for all lines of somebody, whatever file they are in."""
    return _digest(About.PERSON, named.plain, named.nation, named.born, named.sex, named.team)


def mark_id(athlete: str, line: Line) -> str:
    """The question whether a line is known: the same whenever its file is taken again."""
    what = (line.event, line.sex, line.mark_text, line.day, line.venue, line.place, line.note, line.wind)
    return _digest(About.MARK, athlete, *what)


def about_person(named: Named, doubt: Doubt, line: Line, source: str) -> Asked:
    """A line of somebody of whom it is not certain who it is."""
    key, why = person_id(named), doubt.why
    return Asked(key, About.PERSON, str(named), why, doubt.candidates, source, line)


def about_mark(athlete: str, doubt: Doubt, line: Line, source: str) -> Asked:
    """A line of which it is not certain whether it is known."""
    key, shown = mark_id(athlete, line), f"{line.event} {line.sex}: {line.mark_text} {line.athlete}"
    where = f", {line.day} {line.venue}"
    return Asked(key, About.MARK, shown + where, doubt.why, doubt.candidates, source, line)


def questions(asked: Iterable[Asked], answers: Iterable[Answer]) -> dict[str, Question]:
    """Every question by its id, in the order in which they came up; a line is asked about once."""
    lines: dict[str, dict[tuple[str, str], Asked]] = {}
    for one in asked:
        lines.setdefault(one.id, {}).setdefault((one.source, one.line.at), one)
    said = {answer.id: answer for answer in answers}
    return {key: Question(tuple(waiting.values()), said.get(key)) for key, waiting in lines.items()}


def unasked(asked: Iterable[Asked], waiting: Mapping[str, Question]) -> list[Asked]:
    """Lines that do not wait yet."""
    known = {(one.id, one.source, one.line.at) for question in waiting.values() for one in question.asked}
    return [one for one in asked if (one.id, one.source, one.line.at) not in known]


def asked_line(asked: Asked) -> str:
    """The line of JSON that keeps a waiting line."""
    told = {
        "schema": SCHEMA,
        "type": "line",
        "id": asked.id,
        "about": asked.about,
        "shown": asked.shown,
        "why": asked.why,
        "candidates": list(asked.candidates),
        "source": asked.source,
        "line": _line_told(asked.line),
    }
    return json.dumps(told, ensure_ascii=False) + "\n"


def answer_line(answer: Answer) -> str:
    """The line of JSON that keeps an answer."""
    told = {
        "schema": SCHEMA,
        "type": "answer",
        "id": answer.id,
        "answer": "accepted" if answer.accepted else "refused",
        "as": answer.as_key,
        "by": answer.by,
        "on": answer.on.isoformat(),
        "why": answer.why,
    }
    return json.dumps(told, ensure_ascii=False) + "\n"


def read(text: str, name: str) -> tuple[list[Asked], list[Answer]]:
    """What lines of JSON keep; a last line that does not end was never finished, and is left out.

    Args:
        text: of the whole file.
        name: what refusals call it.

    Raises:
        FormatError: a line that is none of these; the text names it.
    """
    asked, answers = [], []
    for number, line in enumerate(text.split("\n")[:-1], start=1):
        try:
            told = json.loads(line)
            if told["schema"] != SCHEMA:
                raise FormatError(f"another schema than {SCHEMA}")
            if told["type"] == "answer":
                answers.append(_answer(told))
            else:
                asked.append(_asked(told))
        except (ValueError, TypeError, LookupError, Refused) as error:
            raise FormatError(f"{name} line {number} is no line of a queue: {error}") from error
    return asked, answers


def _digest(*parts: object) -> str:
    text = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(text.encode()).hexdigest()[:_FIGURES]


def _answer(told: Mapping[str, Any]) -> Answer:
    accepted = {"accepted": True, "refused": False}[told["answer"]]
    day = date.fromisoformat(told["on"])
    return Answer(told["id"], accepted, told["as"], told["by"], day, told["why"])


def _asked(told: Mapping[str, Any]) -> Asked:
    return Asked(
        told["id"],
        About(told["about"]),
        told["shown"],
        told["why"],
        tuple(told["candidates"]),
        told["source"],
        _line_of(told["line"]),
    )


def _line_told(line: Line) -> dict[str, Any]:
    """The fields that say something: what is empty is left out."""
    told: dict[str, Any] = {}
    for field in fields(Line):
        cell = getattr(line, field.name)
        match cell:
            case Mark() | Length() | Points():
                told[field.name] = _mark_told(cell)
            case Birth():
                told[field.name] = str(cell)
            case date():
                told[field.name] = cell.isoformat()
            case tuple():
                told[field.name] = list(cell)
            case _:
                told[field.name] = cell
    return {name: cell for name, cell in told.items() if cell or (cell == 0 and cell is not False)}


def _line_of(told: Mapping[str, Any]) -> Line:
    readers: dict[str, Callable[[Any], Any]] = {
        "sex": Sex,
        "level": Level,
        "mark": _mark_of,
        "born": _birth_of,
        "day": date.fromisoformat,
        "doubts": tuple,
    }
    given = {name: readers[name](cell) if name in readers else cell for name, cell in told.items()}
    return Line(**(_EMPTY | given))


_EMPTY: dict[str, Any] = {"at": "", "mark": None, "mark_text": "", "athlete": ""}
"""What a line must have, where it has nothing of it."""


def _mark_told(mark: AnyMark) -> dict[str, Any]:
    told: dict[str, Any] = {"value": value(mark), "unit": unit(mark).value}
    match mark:
        case Mark():
            return told | {"precision": mark.precision, "timing": mark.timing.value}
        case Length():
            return told | {"precision": mark.precision}
        case Points():
            return told


def _mark_of(told: Mapping[str, Any]) -> AnyMark:
    match Unit(told["unit"]):
        case Unit.TIME:
            return Mark(told["value"], told["precision"], Timing(told["timing"]))
        case Unit.LENGTH:
            return Length(told["value"], told["precision"])
        case Unit.POINTS:
            return Points(told["value"])


def _birth_of(text: str) -> Birth:
    """A birth as it prints itself: a year, a year and a month, or a day."""
    parts: Sequence[int] = [int(part) for part in text.split("-")]
    year, month, day = (*parts, 1, 1)[:3]
    return Birth(date(year, month, day), _PRECISIONS[len(parts)])


_PRECISIONS = {1: BirthPrecision.YEAR, 2: BirthPrecision.MONTH, 3: BirthPrecision.DAY}
