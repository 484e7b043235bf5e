"""What an import did, and what it left to a person, on the terminal; JSON for programs."""

import json as json_texts
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from typing import Any, Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from pacelight.meet.intake.questions import Answer, Question, asked_line
from pacelight.meet.intake.report import FileReport, Report, as_json, by_question

__all__ = ["Watching", "answered", "asked", "report", "waiting", "written"]

_FIRST = 10
"""Questions and refusals that a report shows of each file; ``--json`` has all."""

_WIDE = 200
"""Letters that a report shows of a row that is refused."""

_SCHEMA = "pacelight.queue-list/1"


class Watching:
    """A progress bar on a terminal; nothing elsewhere, so that a log stays a log."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._bar: Progress | None = None
        self._tasks: dict[str, Any] = {}

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            columns = (
                TextColumn("{task.description}"),
                BarColumn(),
                MofNCompleteColumn(),
                TimeElapsedColumn(),
            )
            self._bar = self._stack.enter_context(Progress(*columns, console=Console(stderr=True)))
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def reading(self, name: str) -> None:
        """A file is being read."""
        if self._bar is not None:
            self._tasks[name] = self._bar.add_task(f"reading {name}", total=None)

    def taking(self, name: str, done: int, of: int) -> None:
        """So many of its rows are in."""
        if self._bar is not None:
            self._bar.update(self._tasks[name], description=f"taking {name}", completed=done, total=of)


def report(done: Report, *, json: bool) -> None:
    """What became of each file."""
    if json:
        _json(as_json(done))
        return
    for one in done.files:
        _file(one, dry_run=done.dry_run)


def waiting(questions: Mapping[str, Question], *, json: bool) -> None:
    """Every open question in a line."""
    if json:
        _json({"schema": _SCHEMA, "questions": [_question(one) for one in questions.values()]})
        return
    for key, one in questions.items():
        _line(f"{key}  {_lines(len(one.asked)):>10}  {_sentence(one)}")
    _line(f"{len(questions)} open" if questions else "nothing waits for a person")


def asked(one: Question, *, json: bool) -> None:
    """One question and its lines."""
    if json:
        lines = [json_texts.loads(asked_line(line))["line"] for line in one.asked]
        _json({"schema": _SCHEMA, "questions": [_question(one) | {"lines": lines}]})
        return
    _line(f"{one.first.id}  {_sentence(one)}")
    for waits in one.asked:
        line = waits.line
        where = f"{line.day or line.year or ''} {line.venue}".strip()
        what = f"{line.event} {line.sex}  {line.mark_text}  {line.athlete}"
        _line(f"  {what}  {where}  ({waits.source} {line.at})")


def answered(one: Question, given: Answer, done: Report, *, json: bool) -> None:
    """What came of an answer."""
    if json:
        shape = as_json(done)
        _json(shape | {"id": given.id, "answer": "accepted" if given.accepted else "refused"})
        return
    if not given.accepted:
        _line(f"{given.id} refused: {_lines(len(one.asked))} dropped")
        return
    counts = [sum(file.new for file in done.files), sum(file.known for file in done.files)]
    asks = [line for file in done.files for line in file.queued]
    more = f", {_lines(len(asks))} with another question" if asks else ""
    _line(f"{given.id} accepted: {counts[0]} new, {counts[1]} known{more}")
    for key, lines in by_question(asks).items():
        _line(f"  {key}  {lines[0].shown}: {lines[0].why}")
    for file in done.files:
        _refused(file)


def written(name: str, count: int, *, records: bool) -> None:
    """What an export wrote."""
    _line(f"{name}: {_counted(count, 'record' if records else 'performance')}")


def _file(one: FileReport, *, dry_run: bool) -> None:
    _line(f"{one.name}: {one.says}")
    always = {"new": one.new, "known": one.known, "queued": len(one.queued), "refused": len(one.refused)}
    seldom = {"without a mark": one.without_mark, "dropped as a person said": one.dropped}
    told = always | {what: count for what, count in seldom.items() if count}
    counts = ", ".join(f"{count:,} {what}" for what, count in told.items())
    _line(f"  {_counted(one.rows, 'row')}: {counts}{' (dry run: nothing was written)' if dry_run else ''}")
    athletes, lists = _counted(one.new_athletes, "new athlete"), _counted(one.covered, "list")
    _line(f"  {athletes}, {lists} covered; source {one.source}")
    questions = by_question(one.queued)
    if questions:
        _line(f"  queued: {_first(len(questions), 'question')} (`pacelight book queue list` shows all)")
    for key, lines in list(questions.items())[:_FIRST]:
        may_be = f" ({', '.join(lines[0].candidates)})" if lines[0].candidates else ""
        _line(f"    {key}  {_lines(len(lines))}: {lines[0].shown}: {lines[0].why}{may_be}")
    _refused(one)
    if one.uncovered:
        _line(f"  not believed: {_first(len(one.uncovered), 'record')}")
    for sentence in one.uncovered[:_FIRST]:
        _line(f"    {sentence}")


def _refused(one: FileReport) -> None:
    if one.refused:
        _line(f"  refused: {_first(len(one.refused), 'row')} (--json shows all)")
    for refusal in one.refused[:_FIRST]:
        shown = refusal.text if len(refusal.text) <= _WIDE else f"{refusal.text[:_WIDE]} ..."
        _line(f"    {refusal.at}: {refusal.why}: {shown}")


def _first(count: int, what: str) -> str:
    several = _counted(count, what)
    return f"{several}, the first {_FIRST}" if count > _FIRST else several


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _lines(count: int) -> str:
    return _counted(count, "line")


def _sentence(one: Question) -> str:
    may_be = f" ({', '.join(one.first.candidates)})" if one.first.candidates else ""
    return f"{one.first.shown}: {one.first.why}{may_be}"


def _question(one: Question) -> dict[str, Any]:
    first = one.first
    return {
        "id": first.id,
        "about": first.about,
        "shown": first.shown,
        "why": first.why,
        "candidates": list(first.candidates),
        "rows": [{"source": line.source, "at": line.line.at} for line in one.asked],
    }


def _json(shape: dict[str, Any]) -> None:
    sys.stdout.write(json_texts.dumps(shape, ensure_ascii=False) + "\n")


def _line(text: str) -> None:
    sys.stdout.write(text + "\n")
