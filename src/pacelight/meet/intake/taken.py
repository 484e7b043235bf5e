"""From files to the book: one transaction, all of it or nothing, the same when it is done twice."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

from pacelight.book.formats.line import Line
from pacelight.book.keeping.bulk import Taking, Wholesale
from pacelight.book.model import Source
from pacelight.book.store.held import read_marks, read_people, read_said, read_sources
from pacelight.measure import score
from pacelight.meet.intake import performed, questions
from pacelight.meet.intake.covers import Group
from pacelight.meet.intake.filed import Filed, check_refused, check_shrunk, series_of
from pacelight.meet.intake.people import People
from pacelight.meet.intake.questions import Answer
from pacelight.meet.intake.queue import Queue
from pacelight.meet.intake.report import FileReport, Report
from pacelight.meet.intake.sorting import Sorted, Sorting, possible
from pacelight.meet.intake.vouched import vouched
from pacelight.meet.intake.whose import Whose

__all__ = ["Importing", "Watch", "take"]

Watch: TypeAlias = Callable[[str, int, int], None]
"""Is told of which file how many rows are done, and of how many."""


def take(
    book: Wholesale,
    files: Sequence[Filed],
    queue: Queue,
    *,
    day: date,
    as_of: date | None = None,
    who: str = "",
    url: str = "",
    partly: bool = True,
    shrink: bool = False,
    dry_run: bool = False,
    watch: Watch = lambda *_: None,
) -> Report:
    """Take files into the book, all of them or none; what is doubtful goes to the queue.

    Args:
        book: is changed, in one transaction.
        files: in this order; each finds in the book what those before it brought.
        queue: of the book; is on the disk before the book is.
        day: on which they are read.
        as_of: the day they are from; that of their last performance where nobody says it.
        who: publisher and title, where the name of the file does not say enough.
        url: where they were read.
        partly: take what is left of a file, however little; if not, more than half of its rows have to be.
        shrink: take a list that has lost most of what it had.
        dry_run: do all of it, and keep nothing.
        watch: is told how far it is.

    Raises:
        FormatError: a list has lost most of what it had, or most of a file cannot be taken.
        BookError: the source is in the book with other content.
        StoreError: the disk refuses; nothing was added.
    """
    waiting = queue.questions()
    answers = {key: one.answer for key, one in waiting.items() if one.answer}
    with book.taking(dry_run=dry_run) as taking:
        importing = Importing(taking, answers, watch)
        reports = []
        for file in files:
            if file.lists and not shrink:
                importing.check_shrunk(file)
            source = importing.source(file, who, url, as_of or day)
            report = importing.take(file, source, since=as_of or file.last_day or day)
            if not partly:
                check_refused(report.name, report.refused, report.rows)
            reports.append(report)
        asked = [one for report in reports for one in report.queued]
        if not dry_run:
            queue.add(questions.unasked(asked, waiting))
    return Report(tuple(reports), dry_run)


@dataclass(slots=True)
class _Done:
    """What became of a file so far."""

    lines: Sorted = field(default_factory=Sorted)
    new_athletes: int = 0
    covered: int = 0
    uncovered: list[str] = field(default_factory=list)


class Importing:
    """An import under way.

    Args:
        taking: its transaction.
        answers: what people have said before, by the question.
        watch: is told how far it is.
    """

    def __init__(self, taking: Taking, answers: Mapping[str, Answer], watch: Watch) -> None:
        self.people = People(read_people(taking.connection))
        self._taking = taking
        self._answers = answers
        self._watch = watch
        self._whose = Whose(self.people, answers)

    def source(self, file: Filed, who: str, url: str, as_of: date) -> Source:
        """Who says what stands in a file: as the book has it, if it was taken before."""
        told = Source(file.source, who or f"{file.name}: {file.says}", url, as_of)
        held = {one.key: one for one in read_sources(self._taking.connection)}
        known = held.get(file.source)
        return known if known is not None and replace(known, as_of=as_of) == told else told

    def check_shrunk(self, file: Filed) -> None:
        """Refuse a list that has lost most of what the one before it had."""
        held = read_sources(self._taking.connection)
        before = [one for one in held if series_of(one.key) == file.series and one.key != file.source]
        if before:
            last = max(before, key=lambda one: (one.as_of, one.key))
            said = read_said(self._taking.connection, [last.key])
            check_shrunk(file, said[last.key], last.who)

    def take(self, file: Filed, source: Source, *, since: date, vouch: bool = True) -> FileReport:
        """Take one file.

        Args:
            file: what it says.
            source: who says so.
            since: the day of which its lists are.
            vouch: whether the book covers from now on what the file does.
        """
        self._taking.add([], source)
        can, cannot = possible(file.lines)
        self._whose.meet(can)
        sorting, events, done = Sorting(self._whose, self._answers), _by_event(can), _Done()
        for group in _by_event(file.lines):
            held = read_marks(self._taking.connection, *group)
            found = sorting.sort(events.get(group, ()), held, source.key)
            found.refused += [(line, why) for line, why in cannot if (line.event, line.sex) == group]
            done.new_athletes += self._add(found)
            if vouch:
                lists, sentences = vouched(
                    file.promise,
                    found.taken,
                    found.missing,
                    held,
                    since=since,
                    source=source.key,
                    unread=group in file.unread,
                )
                done.covered += self._taking.cover(lists)
                done.uncovered += sentences
            done.lines.gather(found)
            self._watch(file.name, len(done.lines), len(file.lines))
        return _reported(file, source.key, done)

    def _add(self, found: Sorted) -> int:
        """Write what was sorted out: of a day the best mark first, as who won ran before who came second.

        Returns:
            how many athletes are new.
        """
        lines = [line for line, _ in (*found.new, *found.known)]
        told = [self._whose.athlete(performed.named(line)) for line in lines]
        athletes = [one for one in told if one is not None]
        new = sorted((made for _, made in found.new), key=lambda made: (made.day, score(made.mark)))
        self._taking.add([*new, *(made for _, made in found.known)], athletes=athletes)
        return sum([self._whose.is_new(one) for one in athletes])


def _reported(file: Filed, source: str, done: _Done) -> FileReport:
    lines = done.lines
    return FileReport(
        name=file.name,
        form=file.form,
        says=file.says,
        source=source,
        rows=file.rows,
        new=len(lines.new),
        known=len(lines.known),
        queued=tuple(lines.queued),
        dropped=lines.dropped,
        refused=(*file.refused, *lines.refusals),
        without_mark=file.without_mark,
        new_athletes=done.new_athletes,
        covered=done.covered,
        uncovered=tuple(done.uncovered),
    )


def _by_event(lines: Iterable[Line]) -> dict[Group, list[Line]]:
    found: dict[Group, list[Line]] = {}
    for line in lines:
        found.setdefault((line.event, line.sex), []).append(line)
    return found
