"""The results of a journal as it stands: every race of it, the official ones with their proof."""

from collections.abc import Iterable
from pathlib import Path

from pacelight.errors import JournalError
from pacelight.meet.journal.chain import Fault
from pacelight.meet.journal.entries import decoded
from pacelight.meet.journal.file import read, said
from pacelight.meet.journal.segments import Segment, gathered
from pacelight.meet.live.live import Live
from pacelight.meet.live.session import Session
from pacelight.meet.publish.sheet import confirmed_at, result_of
from pacelight.timing.formats.lists.race_result import Proof, RaceResult

__all__ = ["linked", "proved", "results_of"]


def results_of(path: Path, *, growing: bool = False) -> tuple[RaceResult, ...]:
    """The results of the races of a journal.

    Args:
        path: of the journal.
        growing: an engine is writing it: a line that breaks off is about to be finished.

    Raises:
        JournalError: it cannot be read or believed, or opens no race.
    """
    lines, fault = read(path)
    if fault and not growing:
        raise JournalError(said(path, fault))
    if not lines:
        raise JournalError(f"{path} is empty: no race was opened")
    session = Session.of([decoded(line.event) for line in lines])
    segments, _ = gathered(path)
    return tuple(
        result_of(live, number, _proof(path, segments, live))
        for number, live in enumerate(session.races.values(), start=1)
    )


def linked(segments: Iterable[Segment], lines: int) -> str | None:
    """The link that follows so many lines of a journal; None where it has fewer."""
    for one in segments:
        at = lines - (one.first - 1)
        if 0 <= at < len(one.links):
            return one.links[at]
    return None


def proved(path: Path, proof: Proof) -> bool:
    """Whether a journal has the lines that a published result says it had.

    Raises:
        JournalError: it cannot be read.
    """
    segments, fault = gathered(path)
    return _before(fault, proof.lines) and linked(segments, proof.lines) == proof.link


def _before(fault: Fault | None, lines: int) -> bool:
    """Whether what is damaged comes after so many lines."""
    return fault is None or fault.line > lines


def _proof(path: Path, segments: Iterable[Segment], live: Live) -> Proof | None:
    at = confirmed_at(live)
    link = linked(segments, at) if at is not None else None
    return Proof(path.name, at, link) if at is not None and link is not None else None
