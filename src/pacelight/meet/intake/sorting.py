"""What becomes of each line of an event: new, known, waiting for a person, dropped, or refused."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from pacelight.book.formats.line import Line, Refusal
from pacelight.book.model import Performance
from pacelight.book.store.held import HeldMark
from pacelight.errors import Refused
from pacelight.meet.intake import performed, questions
from pacelight.meet.intake.marks import Another, Found, Marks, Same
from pacelight.meet.intake.people import Doubt
from pacelight.meet.intake.questions import Answer, Asked
from pacelight.meet.intake.whose import NOBODY, Whose

__all__ = ["Sorted", "Sorting", "possible"]


@dataclass(slots=True)
class Sorted:
    """Lines by what becomes of them."""

    new: list[tuple[Line, Performance]] = field(default_factory=list)
    known: list[tuple[Line, Performance]] = field(default_factory=list)
    queued: list[Asked] = field(default_factory=list)
    refused: list[tuple[Line, str]] = field(default_factory=list)
    dropped: int = 0

    @property
    def taken(self) -> list[Line]:
        """Lines that are in the book."""
        return [line for line, _ in (*self.new, *self.known)]

    @property
    def missing(self) -> list[Line]:
        """Lines that are not, and may be right."""
        return [*(one.line for one in self.queued), *(line for line, _ in self.refused)]

    def gather(self, other: "Sorted") -> None:
        """The lines of another event too."""
        self.new += other.new
        self.known += other.known
        self.queued += other.queued
        self.refused += other.refused
        self.dropped += other.dropped

    @property
    def refusals(self) -> list[Refusal]:
        """Lines that cannot be, as a report shows them."""
        return [Refusal(line.at, _shown(line), why) for line, why in self.refused]

    def __len__(self) -> int:
        return len(self.new) + len(self.known) + len(self.queued) + len(self.refused) + self.dropped


def possible(lines: Iterable[Line]) -> tuple[list[Line], list[tuple[Line, str]]]:
    """Lines that could have been, whoever they are of, and those that could not, with the reason."""
    can: list[Line] = []
    cannot: list[tuple[Line, str]] = []
    for line in lines:
        try:
            performed.check_possible(line)
        except Refused as error:
            cannot.append((line, str(error)))
        else:
            can.append(line)
    return can, cannot


class Sorting:
    """Sorts lines, event by event.

    Args:
        whose: who everybody in them is.
        answers: what people have said before, by the question.
    """

    def __init__(self, whose: Whose, answers: Mapping[str, Answer]) -> None:
        self._whose = whose
        self._answers = answers

    def sort(self, lines: Iterable[Line], held: Iterable[HeldMark], source: str) -> Sorted:
        """What becomes of each line of one event.

        Args:
            lines: of one event and class.
            held: what the book has of that.
            source: key of the source that says it.
        """
        marks, found = Marks(held, self._whose.people), Sorted()
        for line in lines:
            named = performed.named(line)
            who = self._whose.of(named)
            if who.doubt is not None:
                found.queued.append(questions.about_person(named, who.doubt, line, source))
            elif who.refused:
                found.refused.append((line, who.refused))
            elif who is NOBODY:
                found.dropped += 1
            else:
                try:
                    self._take(self._whole(line, who.key), who.key, marks, found, source)
                except Refused as error:
                    found.refused.append((line, str(error)))
        return found

    def _whole(self, line: Line, athlete: str) -> Line:
        """A line of somebody whose nation the book knows, if the file does not say it."""
        return line if line.nation else replace(line, nation=self._whose.people.nation(athlete))

    def _take(self, line: Line, athlete: str, marks: Marks, found: Sorted, source: str) -> None:
        match self._match(line, athlete, marks, source):
            case None:
                found.dropped += 1
            case Doubt() as doubt:
                found.queued.append(questions.about_mark(athlete, doubt, line, source))
            case Same(key):
                found.known.append((line, self._made(line, key, athlete, source)))
            case Another():
                key = performed.key_of(line, athlete, marks.__contains__)
                found.new.append((line, self._made(line, key, athlete, source)))
                marks.take(line, key, athlete, source)

    def _match(self, line: Line, athlete: str, marks: Marks, source: str) -> Found | None:
        """Whether a line is known, by itself or because a person said so; None if one refused it."""
        found = marks.find(line, athlete, source)
        if not isinstance(found, Doubt):
            return found
        answer = self._answers.get(questions.mark_id(athlete, line))
        if answer is None:
            return found
        return marks.told(answer.as_key) if answer.accepted else None

    def _made(self, line: Line, key: str, athlete: str, source: str) -> Performance:
        return performed.performance(line, key, athlete, self._whose.people.name(athlete), source)


def _shown(line: Line) -> str:
    day = "" if line.day is None else line.day.isoformat()
    return " ".join(filter(None, (line.mark_text, line.athlete, line.nation, day, line.venue)))
