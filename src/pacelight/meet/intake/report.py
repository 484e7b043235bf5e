"""What an import did, or would do: counts, what waits for a person, what was refused and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pacelight.book.formats.line import Refusal
from pacelight.meet.intake.questions import Asked

__all__ = ["SCHEMA", "FileReport", "Report", "as_json", "by_question"]

SCHEMA = "pacelight.import/1"


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of the rows of one file: each is counted once.

    Attributes:
        name: of the file.
        form: name of the format.
        says: what the format is.
        source: key of the source in the book.
        rows: in all.
        new: performances that the book did not have.
        known: rows whose performance it has.
        queued: rows that wait for a person.
        dropped: rows that a person has refused before.
        refused: rows that cannot be, with their reasons.
        without_mark: rows that tell only that there is no mark.
        new_athletes: of whom the book did not know.
        covered: lists of which the book now knows what it covers, and did not before.
        uncovered: lists of which the file says something that does not hold, one sentence each.
    """

    name: str
    form: str
    says: str
    source: str
    rows: int
    new: int
    known: int
    queued: tuple[Asked, ...]
    dropped: int
    refused: tuple[Refusal, ...]
    without_mark: int
    new_athletes: int
    covered: int
    uncovered: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What became of all files.

    Attributes:
        dry_run: nothing was done; a real run does exactly this.
    """

    files: tuple[FileReport, ...]
    dry_run: bool

    @property
    def new(self) -> int:
        """Performances that the book did not have."""
        return sum(file.new for file in self.files)


def by_question(queued: Sequence[Asked]) -> dict[str, list[Asked]]:
    """Lines that wait, by the question for whose answer they do."""
    found: dict[str, list[Asked]] = {}
    for one in queued:
        found.setdefault(one.id, []).append(one)
    return found


def as_json(report: Report) -> dict[str, Any]:
    """``pacelight.import/1``: everything, however long."""
    return {
        "schema": SCHEMA,
        "dry_run": report.dry_run,
        "files": [_file(one) for one in report.files],
    }


def _file(one: FileReport) -> dict[str, Any]:
    return {
        "file": one.name,
        "format": one.form,
        "source": one.source,
        "rows": one.rows,
        "new": one.new,
        "known": one.known,
        "queued": len(one.queued),
        "dropped": one.dropped,
        "refused": len(one.refused),
        "without_mark": one.without_mark,
        "new_athletes": one.new_athletes,
        "covered": one.covered,
        "questions": [
            {
                "id": key,
                "about": asked[0].about,
                "shown": asked[0].shown,
                "why": asked[0].why,
                "candidates": list(asked[0].candidates),
                "rows": [line.line.at for line in asked],
            }
            for key, asked in by_question(one.queued).items()
        ],
        "refusals": [{"at": no.at, "text": no.text, "why": no.why} for no in one.refused],
        "uncovered": list(one.uncovered),
    }
