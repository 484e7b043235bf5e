"""The meet of a file; or as it was last read, where the file is spoilt and its journal has begun."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from pacelight.errors import PacelightError
from pacelight.meet.journal import file as journals
from pacelight.meet.programme.surveys import kept

if TYPE_CHECKING:
    from pacelight.meet.programme.meetfile import MeetFile

__all__ = ["begun", "journal_of", "keep_meet", "meet_of"]

_WRITTEN = "meet.journal"
"""Where a meet file does not say."""


def begun(journal: Path) -> bool:
    """Whether a race stands in this journal."""
    return journal.exists() and bool(journals.read(journal)[0])


def journal_of(file: Path) -> Path:
    """The journal of a meet file, as far as one can tell that cannot be read otherwise."""
    return file.parent / (_line(file, "journal") or _WRITTEN)


def meet_of(
    file: Path, journal: Path | None, check: "Callable[[MeetFile], object]"
) -> "tuple[MeetFile, str]":
    """The meet of a file; where that is not right and its journal has begun, the meet as it was last read.

    Args:
        file: the meet file.
        journal: its journal; None for the one that the file names.
        check: refuses what else does not fit.

    Returns:
        the meet, and what is wrong with the file; empty where it is right.

    Raises:
        PacelightError: it is not right, and nothing has begun.
    """
    from pacelight.meet.programme.meetfile import MeetFile  # noqa: PLC0415  # a race file goes without
    from pacelight.meet.programme.meetfile_kept import file_beside, kept_beside  # noqa: PLC0415

    place = journal
    try:
        meet = MeetFile.read(file)
        place = journal or meet.journal
        if file_beside(place).exists():
            for one in meet.races:
                kept(one.race, one.folder)
        check(meet)
    except PacelightError as error:
        place = place or journal_of(file)
        last = kept_beside(place)
        if last is None or not _is_of(file, last) or not begun(place):
            raise
        return last, " ".join(str(error).splitlines())
    return meet, ""


def _is_of(file: Path, last: "MeetFile") -> bool:
    """Whether a meet was read from this file, which cannot be read now."""
    known = _line(file, "id")
    return known == last.id if known else last.path == file.resolve()


def _line(file: Path, name: str) -> str:
    """What a line of a file says, whatever is wrong with others; empty where none does."""
    try:
        text = file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    found = re.search(rf'^{name}\s*=\s*"([^"\n]+)"', text, re.MULTILINE)
    return found[1] if found else ""


def keep_meet(meet: "MeetFile | None", journal: Path, warn: Callable[[str], object]) -> None:
    """Keep a meet beside its journal, for the engine that goes on with it one day.

    Args:
        meet: as it was read just now; None where one race is all.
        journal: its journal.
        warn: told in one line why it could not be kept.
    """
    if meet is None:
        return
    from pacelight.meet.programme.meetfile_kept import keep  # noqa: PLC0415  # a race file goes without

    try:
        keep(meet, journal)
    except (OSError, PacelightError) as error:
        warn(f"the meet file cannot be kept beside {journal}: {error}")
