"""What a person says of a question: the lines that waited for it come into the book, or are dropped."""

from collections.abc import Sequence
from dataclasses import replace

from pacelight.book.formats.line import Line
from pacelight.book.keeping.bulk import Wholesale
from pacelight.book.model import Source
from pacelight.errors import BookError
from pacelight.meet.intake.filed import Filed, series_of
from pacelight.meet.intake.performed import named
from pacelight.meet.intake.questions import About, Answer, Asked, Question
from pacelight.meet.intake.queue import Queue
from pacelight.meet.intake.report import FileReport, Report
from pacelight.meet.intake.taken import Importing

__all__ = ["answer", "open_questions", "question"]


def open_questions(book: Wholesale, queue: Queue) -> dict[str, Question]:
    """Every question that nobody has answered, by its id, those with most lines first.

    Lines of an import that was cut off before the book had it are left out.
    """
    sources = {source.key for source in book.sources()}
    waiting = {}
    for key, one in queue.questions().items():
        asked = tuple(line for line in one.asked if line.source in sources)
        if asked and one.answer is None:
            waiting[key] = replace(one, asked=asked)
    return dict(sorted(waiting.items(), key=lambda pair: -len(pair[1].asked)))


def question(book: Wholesale, queue: Queue, key: str) -> Question:
    """The open question of that id, or of the only one that begins so.

    Raises:
        BookError: none, or several.
    """
    found = {full: one for full, one in open_questions(book, queue).items() if full.startswith(key)}
    if not key or len(found) != 1:
        number = "several open questions begin" if found and key else "no open question begins"
        raise BookError(f"{number} with '{key}' (`pacelight book queue list` shows them)")
    return next(iter(found.values()))


def answer(book: Wholesale, queue: Queue, asked: Question, given: Answer) -> Report:
    """Do what a person said, then keep that they did.

    An accepted line may bring up another question, which is asked in its place.

    Args:
        book: is changed, in one transaction.
        queue: of the book.
        asked: an open question.
        given: the answer to it.

    Returns:
        what became of the lines.

    Raises:
        BookError: there is no such athlete or performance.
        StoreError: the disk refuses; nothing was changed, and the question is still open.
    """
    if not given.accepted:
        queue.add([], [given])
        return Report((), dry_run=False)
    if given.as_key and asked.first.about is About.MARK:
        _check_performance(book, asked.first.line, given.as_key)
    sources = {source.key: source for source in book.sources()}
    with book.taking() as taking:
        importing = Importing(taking, _all_answers(queue, given), lambda *_: None)
        if asked.first.about is About.PERSON:
            given = _of_person(importing, asked, given)
            importing = Importing(taking, _all_answers(queue, given), lambda *_: None)
        reports = [
            _take(importing, sources[key], [one for one in asked.asked if one.source == key])
            for key in dict.fromkeys(one.source for one in asked.asked)
        ]
    queue.add([one for report in reports for one in report.queued], [given])
    return Report(tuple(reports), dry_run=False)


def _all_answers(queue: Queue, given: Answer) -> dict[str, Answer]:
    said = {key: one.answer for key, one in queue.questions().items() if one.answer}
    return said | {given.id: given}


def _of_person(importing: Importing, asked: Question, given: Answer) -> Answer:
    """The answer with the key that the athlete has from now on, so that it is not asked again."""
    if given.as_key and given.as_key not in importing.people:
        raise BookError(
            f"the book knows no athlete '{given.as_key}' (it may be: {', '.join(asked.first.candidates)})"
        )
    return replace(given, as_key=given.as_key or importing.people.new_key(named(asked.first.line)))


def _check_performance(book: Wholesale, line: Line, key: str) -> None:
    """Refuse to say that a line is a performance that is not there, or of another event."""
    known = book.performance(key)
    if (known.event, known.sex) != (line.event, line.sex):
        raise BookError(f"{key} is a performance of {known.event} {known.sex}, not {line.event} {line.sex}")


def _take(importing: Importing, source: Source, asked: Sequence[Asked]) -> FileReport:
    lines = tuple(one.line for one in asked)
    waited = Filed(source.who, "", "", series_of(source.key), source.key, lines, (), 0)
    last = max((line.day for line in lines if line.day), default=source.as_of)
    return importing.take(waited, source, since=last, vouch=False)
