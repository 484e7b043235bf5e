"""Results of Hy-Tek's Meet Manager with semicolons: the races of a meeting, field events included.

Source: `pacelight.book.formats.hytek`, which reads the same file for the book. Bibs, lanes and heats are
not in what is known of its fields: the results of an event and round are one result.
"""

import re
from collections.abc import Iterable

from pacelight.book.formats.hytek import read as lines_of
from pacelight.book.formats.hytek import recognise
from pacelight.book.formats.line import Line, Refusal
from pacelight.errors import FormatError, Refused
from pacelight.event import EVENTS
from pacelight.timing.formats.lists.entrant import clean
from pacelight.timing.formats.lists.race_result import RaceResult, ResultRow
from pacelight.timing.results import Status

__all__ = ["read", "recognise"]

_ROUND = re.compile(r"(?:^|; )round (\w+)")
_TEAM = re.compile(r"(?:^|; )team ([^;]+)")
_STATUSES = {"NH": Status.NM, "FOUL": Status.NM, "ND": Status.NM}


def read(data: bytes, name: str = "the file") -> tuple[RaceResult, ...]:
    """The results of a file, by event, class and round.

    Args:
        data: all bytes of the file.
        name: of the file, for refusals.

    Raises:
        FormatError: no such file, or a record that cannot be read; the first such line is named.
    """
    found: dict[tuple[str, str, str], list[Line]] = {}
    for one in lines_of(data, name):
        if isinstance(one, Refusal):
            raise FormatError(f"{name} {one.at}: {one.why}")
        stage = _ROUND.search(one.note)
        found.setdefault((one.event, one.sex, stage[1] if stage else ""), []).append(one)
    return tuple(_race(stage, lines, name) for (_, _, stage), lines in found.items())


def _race(stage: str, lines: list[Line], name: str) -> RaceResult:
    first = lines[0]
    return RaceResult(
        rows=tuple(_rows(lines, name)),
        round=stage,
        title=f"{EVENTS[first.event].name} {first.sex}",
        code=first.event,
        sex=first.sex,
        day=first.day,
        competition=clean(first.competition),
        distance=EVENTS[first.event].distance,
    )


def _rows(lines: list[Line], name: str) -> Iterable[ResultRow]:
    for line in lines:
        relay = EVENTS[line.event].legs
        team = _TEAM.search(line.note)
        try:
            yield ResultRow(
                name=clean(line.athlete),
                family=clean(line.family),
                nation=line.nation,
                club=clean(team[1]) if team else "",
                place=None if line.status else line.place,
                mark=line.mark,
                status=_status(line.status),
                team=bool(relay),
                legs=_legs(line) if relay else (),
            )
        except Refused as error:
            raise FormatError(f"{name} {line.at}: {error}") from error


def _status(word: str) -> Status | None:
    if not word:
        return None
    try:
        return _STATUSES.get(word) or Status(word)
    except ValueError:
        raise FormatError(f"no status: '{word}' ({', '.join(Status)})") from None


def _legs(line: Line) -> tuple[str, ...]:
    last = line.note.rpartition("; ")[2]
    named = "" if last.startswith(("round ", "between ", "team ")) or last == "exhibition" else last
    return tuple(clean(one) for one in named.split(", ") if one)
