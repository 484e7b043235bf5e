"""The queue beside a book: lines that wait for a person, in a file to which lines are only added.

A question counts once its source is in the book: lines of an import that was cut off are not seen.
"""

import fcntl
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from pacelight.errors import StoreError
from pacelight.meet.intake import questions
from pacelight.meet.intake.questions import Answer, Asked, Question

__all__ = ["FileQueue", "MemoryQueue", "Queue", "beside"]


class Queue(Protocol):
    """Where questions wait."""

    def questions(self) -> dict[str, Question]:
        """Every question by its id, answered ones too."""
        ...

    def add(self, asked: Iterable[Asked], answers: Iterable[Answer] = ()) -> None:
        """Keep questions, then answers; it is on the disk when this ends."""
        ...


def beside(book: Path) -> Path:
    """The file of the queue of a book: ``book.sqlite`` has ``book.queue.jsonl``."""
    return book.with_name(f"{book.stem}.queue.jsonl")


class MemoryQueue:
    """A queue that ends with the program, for a book in memory."""

    def __init__(self) -> None:
        self._asked: list[Asked] = []
        self._answers: list[Answer] = []

    def questions(self) -> dict[str, Question]:
        """Every question by its id, answered ones too."""
        return questions.questions(self._asked, self._answers)

    def add(self, asked: Iterable[Asked], answers: Iterable[Answer] = ()) -> None:
        """Keep questions, then answers."""
        self._asked += asked
        self._answers += answers


class FileQueue:
    """A queue in a file of JSON lines.

    Args:
        path: need not be there yet.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def questions(self) -> dict[str, Question]:
        """Every question by its id, answered ones too.

        Raises:
            FormatError: a line is damaged.
            StoreError: the file cannot be read.
        """
        try:
            text = self.path.read_bytes().decode(errors="replace")
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise StoreError(f"the queue {self.path} cannot be read ({error.strerror})") from error
        return questions.questions(*questions.read(text, self.path.name))

    def add(self, asked: Iterable[Asked], answers: Iterable[Answer] = ()) -> None:
        """Keep questions, then answers; a line that was never finished makes room for them.

        Raises:
            StoreError: the disk refuses.
        """
        lines = [*map(questions.asked_line, asked), *map(questions.answer_line, answers)]
        if not lines:
            return
        try:
            with self.path.open("a+b") as file:
                fcntl.flock(file, fcntl.LOCK_EX)
                file.seek(0)
                file.truncate(_finished(file.read()))
                file.write("".join(lines).encode())
                file.flush()
                os.fdatasync(file.fileno())
        except OSError as error:
            raise StoreError(f"the queue {self.path} cannot be written ({error.strerror})") from error


def _finished(data: bytes) -> int:
    """How many bytes end with the end of a line."""
    return data.rfind(b"\n") + 1
