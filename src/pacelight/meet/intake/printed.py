"""A progression as it was printed, to be held beside the book: nothing is taken, nothing is matched."""

from datetime import date

from pacelight.book.asking.editions import ListKey
from pacelight.book.asking.published import Published
from pacelight.book.formats.line import Line
from pacelight.book.model import ALL
from pacelight.errors import FormatError
from pacelight.meet.intake.covers import record_lists
from pacelight.meet.intake.filed import Filed
from pacelight.meet.intake.listing import as_printed

__all__ = ["progressions"]


def progressions(given: Filed, *, until: date) -> list[Published]:
    """The progressions of a file: one for each event, class, level and scope.

    Args:
        given: the file, read.
        until: the day it is from.

    Raises:
        FormatError: no row of it is a record.
    """
    lists: dict[ListKey, list[Line]] = {}
    for (level, scope), lines in record_lists(given.lines).items():
        for line in lines:
            lists.setdefault(ListKey(line.event, line.sex, level, scope, ALL), []).append(line)
    if not lists:
        raise FormatError(f"{given.name} has no record (name a file whose rows are steps of a progression)")
    return [_progression(given, listed, lines, until) for listed, lines in lists.items()]


def _progression(given: Filed, listed: ListKey, lines: list[Line], until: date) -> Published:
    dated = [(line, as_printed(line, given.source)) for line in lines if line.day]
    return Published(
        given.name,
        listed,
        tuple(sorted((one for _, one in dated), key=lambda one: one.day)),
        tuple(f"{line.at}: {line.mark_text} {line.athlete}" for line in lines if not line.day),
        frozenset(one.key for line, one in dated if line.en_route),
        until,
        len(given.refused),
    )
