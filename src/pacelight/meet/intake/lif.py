"""Results of FinishLynx as lines for the book: what the file leaves open, the user says."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from pacelight.book.formats.line import Line, Reading, Refusal
from pacelight.book.formats.marks import tenths
from pacelight.errors import EventError, FormatError, Refused
from pacelight.event import EVENTS, Event, Sex, Wind
from pacelight.event import event as find_event
from pacelight.mark import Mark, Timing
from pacelight.measure import Unit
from pacelight.nation import NATIONS
from pacelight.timing.formats import lif

__all__ = ["Said", "readings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the user says of files that do not say it themselves.

    Attributes:
        event: code or common name.
        sex: whose race.
        day: of the performances.
        nation: for which everybody competes of whom the file names none.
    """

    event: str = ""
    sex: Sex | None = None
    day: date | None = None
    venue: str = ""
    competition: str = ""
    nation: str = ""


def readings(data: bytes, name: str, said: Said) -> Iterator[Reading]:
    """What each row of a ``.lif`` says.

    A time in thousandths is the reading of the camera, and is rounded up. Splits are left out:
    the file does not say at which distance they were taken.

    Args:
        data: all bytes of the file.
        name: of the file, for refusals.
        said: event, class and day, at least; the event may be the title of the file.

    Raises:
        FormatError: torn, no such file, or it is not said what was run, by whom, when.
    """
    file = lif.read(data, name)
    one = _event(file.name, name, said)
    if said.sex is None:
        raise FormatError(f"{name} does not say whose race it was (give --sex)")
    if said.day is None:
        raise FormatError(f"{name} does not say on which day it was (give --day)")
    wind = tenths(file.wind) if one.wind is not Wind.NONE and file.wind else None
    same = Line(
        at="",
        event=one.code,
        sex=said.sex,
        mark=None,
        mark_text="",
        athlete="",
        day=said.day,
        year=said.day.year,
        venue=said.venue,
        competition=said.competition,
        wind=wind,
        nation=said.nation,
        note=_round(file),
    )
    for row in file.rows:
        try:
            yield _line(same, row, one)
        except Refused as error:
            yield Refusal(f"line {row.line}", ",".join(row.cells), str(error))


def _event(title: str, name: str, said: Said) -> Event:
    try:
        one = find_event(said.event or title)
    except EventError as error:
        if said.event:
            raise
        raise FormatError(f"{name} does not say which event it is: '{title}' (give --event)") from error
    if one.unit is not Unit.TIME:
        raise FormatError(f"{name} holds times, and {one.name} is not timed")
    return one


def _line(same: Line, row: lif.LifRow, one: Event) -> Line:
    """A row, beside what is the same in all."""
    athlete = row.affiliation if one.legs and not row.last else f"{row.first} {row.last}".strip()
    if not athlete:
        raise FormatError("nobody's name")
    if row.status is None and row.mark is None:
        raise FormatError("no time yet")
    nation = row.affiliation.upper()
    return replace(
        same,
        at=f"line {row.line}",
        mark=None if row.mark is None or row.status else _official(row.mark, one),
        mark_text="" if row.mark is None else str(row.mark),
        athlete=athlete,
        family="" if one.legs else row.last,
        nation=nation if nation in NATIONS else same.nation,
        place=None if row.status else row.place,
        status="" if row.status is None else row.status.value,
        note="; ".join(filter(None, (same.note, _read(row, one)))),
    )


def _official(mark: Mark, one: Event) -> Mark:
    """The time as it counts.

    Raises:
        MarkError: not a plausible one for the event.
    """
    if mark.precision < one.precision:
        official = Mark(mark.thousandths, mark.precision, Timing.UNKNOWN)
    else:
        official = Mark.from_elapsed(mark.elapsed, one.precision)
    EVENTS[one.code].read_time(str(official))
    return official


def _read(row: lif.LifRow, one: Event) -> str:
    finer = row.mark is not None and row.mark.precision > one.precision
    return f"read {row.mark}" if finer else ""


def _round(file: lif.LifFile) -> str:
    """Round and heat as the file has them."""
    return " ".join(filter(None, (f"round {file.round}" if file.round else "", f"heat {file.heat}")))
