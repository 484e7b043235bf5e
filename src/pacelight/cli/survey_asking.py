"""Asking for a survey at the terminal or from a pipe: an answer is on the disk before the next question."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import typer

from pacelight.cli.survey_pages import checked
from pacelight.cli.survey_questions import Question, questions
from pacelight.errors import Failure, SurveyError
from pacelight.track import Track
from pacelight.track.survey.even import even_rail
from pacelight.track.survey.file import SurveyFile, rail_text
from pacelight.track.survey.rail import Rail

__all__ = ["ask", "planned"]

_BACK, _QUIT = {"back", "<"}, {"quit", "q"}
"""Names that no controller can have."""


@dataclass
class Answers:
    """What was answered so far, kept beside the survey until it is whole.

    Attributes:
        path: of the file, one answer a line.
        given: in order.
    """

    path: Path
    given: list[str] = field(default_factory=list)

    @classmethod
    def beside(cls, survey: Path) -> "Answers":
        """Those of an asking that was broken off; none where there was none.

        Raises:
            SurveyError: they cannot be read.
        """
        path = survey.with_name(f"{survey.name}.answers")
        try:
            lines = path.read_text(encoding="utf-8").split("\n")[:-1]  # the last was not whole
        except FileNotFoundError:
            lines = []
        except (OSError, UnicodeDecodeError) as error:
            why = error.strerror if isinstance(error, OSError) else error
            raise SurveyError(f"{path} cannot be read: {why}") from None
        return cls(path, lines)

    def add(self, answer: str) -> None:
        """One more, which is on the disk afterwards."""
        self.given.append(answer)
        self._keep("a", f"{answer}\n")

    def take_back(self) -> None:
        """Forget the last."""
        del self.given[-1:]
        self._keep("w", "".join(f"{answer}\n" for answer in self.given))

    def forget(self, number: int) -> None:
        """Keep so many of them: what comes after is none of these questions."""
        del self.given[number:]
        self._keep("w", "".join(f"{answer}\n" for answer in self.given))

    def done(self) -> None:
        """The survey is whole: they are needed no more."""
        with suppress(FileNotFoundError):
            self.path.unlink()

    def _keep(self, mode: str, lines: str) -> None:
        try:
            with self.path.open(mode, encoding="utf-8") as file:
                file.write(lines)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise Failure(f"cannot write {self.path} ({error.strerror})") from error


def ask(survey: Path, *, json: bool) -> None:
    """Ask for a survey, from the first question or from where it was broken off.

    Raises:
        SurveyError: there is such a file, and nobody said that it may be written anew.
        Failure: it cannot be written; or the answers ended before the questions.
    """
    say = sys.stderr.write if json else sys.stdout.write
    answers = Answers.beside(survey)
    try:
        if answers.given:
            say(f"going on with {answers.path.name}: {len(answers.given)} answers so far\n")
        say("Enter takes what stands in brackets, 'back' goes back one question, 'quit' breaks off.\n\n")
        _Asking(survey, answers, say).run()
    except (EOFError, KeyboardInterrupt) as ended:
        say("\n")
        raise Failure(
            f"broken off after {len(answers.given)} answers, nothing is lost "
            f"(go on with: pacelight track survey {survey})"
        ) from ended
    answers.done()
    read = SurveyFile.read(survey)
    say("" if json else "\n")
    checked(survey, read, json=json)
    if read.faults:
        raise typer.Exit(1)


def planned(survey: Path, on: Track, lamps: int, controllers: int, *, json: bool) -> None:
    """Write a survey of lamps that are yet to be hung: even along the kerb, shared out between controllers.

    Raises:
        SurveyError: there is such a file; or so many lamps cannot be.
        Failure: it cannot be written.
    """
    if survey.exists():
        raise SurveyError(f"{survey} is there already (give another name, or remove it)")
    rail = even_rail(on, lamps, controllers)
    SurveyFile.write_rail(survey, rail)
    checked(survey, SurveyFile.read(survey), json=json)


@dataclass
class _Asking:
    """One conversation.

    Attributes:
        survey: where it is written, after every segment.
        answers: given so far.
        say: what writes to whoever is asked.
        ours: what the answers make of the file, at any time: all else in it is not ours to overwrite.
        latest: the survey so far; None before the first segment.
    """

    survey: Path
    answers: Answers
    say: Callable[[str], object]
    ours: set[str] = field(default_factory=set)
    latest: Rail | None = None

    def run(self) -> None:
        """Until everything is known."""
        if not self.answers.given:
            self._claim("is there already")
        while self._once():
            self.answers.take_back()

    def _once(self) -> bool:
        """Ask all that is not answered; whether the last answer was taken back."""
        asked, nth, self.latest = questions(self.survey.parent), 0, None
        step = next(asked)
        while True:
            value: object = None
            if isinstance(step, Rail):
                self.latest = step
                self.ours.add(rail_text(step))
            elif nth < len(self.answers.given):
                try:
                    value = step.read(self.answers.given[nth])
                except ValueError:  # of other questions
                    self.answers.forget(nth)
                    continue
                nth += 1
            else:
                self._save()
                typed, value = self._answer(step)
                if typed in _BACK:
                    return True
                self.answers.add(typed)
                nth += 1
            try:
                step = asked.send(value)
            except StopIteration:
                self._save()
                return False

    def _save(self) -> None:
        """Write what is known, unless it stands there."""
        if self.latest is not None and self._there() != rail_text(self.latest):
            self._claim("was changed by somebody else")
            SurveyFile.write_rail(self.survey, self.latest)

    def _claim(self, why: str) -> None:
        """Ask before a file is overwritten that the answers did not make.

        Raises:
            SurveyError: it is to be left.
        """
        there = self._there()
        if there is None or there in self.ours:
            return
        self.say(f"{self.survey} {why}. Write it anew? [no] ")
        if self._typed().lower() not in {"y", "yes"}:
            raise SurveyError(f"{self.survey} is left as it is (give another name for a new survey)")
        self.ours.add(there)

    def _there(self) -> str | None:
        """What stands in the file; None where there is none."""
        try:
            return self.survey.read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            return None
        except OSError as error:
            raise SurveyError(f"{self.survey}: {error.strerror}") from None

    def _answer(self, question: Question) -> tuple[str, object]:
        """What was typed and what it means, asked for until it can be understood."""
        for line in question.before:
            self.say(f"{line}\n")
        while True:
            self.say(f"{question.text}{f' [{question.usual}]' if question.usual else ''} ")
            typed = self._typed()
            if typed.lower() in _QUIT:
                raise EOFError
            if typed.lower() in _BACK:
                return "back", None
            typed = question.usual if not typed and question.usual is not None else typed
            try:
                return typed, question.read(typed)
            except ValueError as refused:
                self.say(f"  {refused}\n")

    def _typed(self) -> str:
        """A line; from a pipe it is shown, as a terminal would have shown it."""
        sys.stdout.flush()
        typed = input().strip()
        if not sys.stdin.isatty():
            self.say(f"{typed}\n")
        return typed
