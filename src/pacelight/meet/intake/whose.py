"""Whose the lines of a file are: decided for everybody in it before a line is taken."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pacelight.book.birth import BirthPrecision
from pacelight.book.formats.line import Line
from pacelight.book.model import Athlete
from pacelight.meet.intake import questions
from pacelight.meet.intake.people import Doubt, Named, New, People
from pacelight.meet.intake.performed import named
from pacelight.meet.intake.questions import Answer

__all__ = ["NOBODY", "Who", "Whose"]


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody with a key, in doubt, or refused; none of these is somebody whose lines a person has refused.

    Attributes:
        key: of the athlete; empty where it is not certain who it is.
        doubt: why it is not.
        refused: why there can be nobody like that.
    """

    key: str = ""
    doubt: Doubt | None = None
    refused: str = ""


NOBODY = Who()
_NO_NATION = Who(refused="no nation (give it by --nation, or in the file)")


class Whose:
    """Who is meant by the names of files.

    Args:
        people: those who are known; grows by those who are new.
        answers: what persons have said before, by the question.
    """

    def __init__(self, people: People, answers: Mapping[str, Answer]) -> None:
        self.people = people
        self._new: set[str] = set()
        self._answers = answers
        self._decided: dict[Named, Who] = {}
        self._athletes: dict[Named, Athlete] = {}

    def meet(self, lines: Iterable[Line]) -> None:
        """Decide who everybody in a file is.

        Those come first whose nation the file says, then of whose birth it says most, then those with
        most lines: the first to be met is the one whom the others are compared with.
        Who is in doubt is asked about again as long as that helps: meanwhile more is known of the others.
        """
        counted: dict[Named, int] = {}
        for line in lines:
            one = named(line)
            counted[one] = counted.get(one, 0) + 1
        strangers = [one for one in counted if one not in self._decided]
        waiting = sorted(strangers, key=lambda one: (not one.nation, _vague(one), -counted[one]))
        while waiting:
            self._decided |= {one: self._decide(one) for one in waiting}
            doubtful = [one for one in waiting if self._decided[one].doubt]
            waiting = doubtful if len(doubtful) < len(waiting) else []

    def of(self, one: Named) -> Who:
        """Who it is."""
        return self._decided[one]

    def athlete(self, one: Named) -> Athlete | None:
        """What a file says of somebody, the first time it is asked for; then None."""
        return self._athletes.pop(one, None)

    def is_new(self, athlete: Athlete) -> bool:
        """Whether nobody had this key before, the first time it is asked for; then no more."""
        fresh = athlete.key in self._new
        self._new.discard(athlete.key)
        return fresh

    def _decide(self, one: Named) -> Who:
        answer = self._answers.get(questions.person_id(one))
        if answer is not None and not answer.accepted:
            return NOBODY
        if answer is not None and answer.as_key:
            return self._known(one, self.people.key(answer.as_key))
        found = self.people.find(one)
        if isinstance(found, New) and not one.nation:
            return _NO_NATION
        if not isinstance(found, Doubt):
            return self._known(one, found.key)
        if answer is not None:
            return self._known(one, self.people.new_key(one))
        return Who(doubt=found)

    def _known(self, one: Named, key: str) -> Who:
        """Somebody with this key, who is new where nobody has it yet."""
        is_new = key not in self.people
        called = is_new or not self.people.is_called(key, one.name)
        name = one.name if called else self.people.name(key)
        self.people.enter(key, one)
        self._new |= {key} if is_new else set()
        self._athletes[one] = Athlete(key, name, one.nation, (), one.born)
        return Who(key)


def _vague(one: Named) -> int:
    order = list(BirthPrecision)
    return len(order) if one.born is None else order.index(one.born.precision)
