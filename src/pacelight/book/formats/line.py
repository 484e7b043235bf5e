"""What one row of somebody's file says, understood as far as the file alone allows."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from pacelight.book.birth import Birth, BirthPrecision
from pacelight.event import Level, Sex
from pacelight.measure import AnyMark

__all__ = ["Birth", "BirthPrecision", "Line", "Reading", "Refusal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One performance as a file has it.

    Attributes:
        at: where in the file: ``line 12``, ``row 300``.
        event: code of World Athletics.
        sex: the class of the list or race.
        mark: as understood; precision is what the file shows.
        mark_text: as printed.
        doubts: what is not certain, one short sentence each: ``a zero may be lost: 48.1``.
        athlete: the name as the file writes it, given name first where the file tells them apart;
            of a relay the team.
        family: the family name where the file tells it apart; else empty.
        nation: code of World Athletics; empty where the file does not say.
        born: where the file says.
        day: None where the file gives no day; then `year` may be known.
        year: of the performance.
        wind: tenths of a metre a second; None where none is given.
        place: place in the race, where it is a number.
        status: ``DNF`` and the like, of a row without a mark that counts; such a row makes no performance.
        level: of a file of records, which record the row is said to be; None for results and lists.
        scope: of such a row, whose.
        en_route: the file marks it as made on the way in a longer race.
        flags: letters as printed on lists, ``h A i OT Mx``, separated by blanks.
    """

    at: str
    event: str
    sex: Sex
    mark: AnyMark | None
    mark_text: str
    athlete: str
    doubts: tuple[str, ...] = ()
    family: str = ""
    nation: str = ""
    born: Birth | None = None
    day: date | None = None
    year: int | None = None
    venue: str = ""
    competition: str = ""
    wind: int | None = None
    place: int | None = None
    status: str = ""
    level: Level | None = None
    scope: str = ""
    en_route: bool = False
    flags: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that cannot be taken.

    Attributes:
        at: where in the file.
        text: the row, or what of it offends, as the file has it.
        why: one sentence for a person.
    """

    at: str
    text: str
    why: str


Reading: TypeAlias = Line | Refusal
"""What a reader says of a row."""
