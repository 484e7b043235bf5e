"""The lead of a year: the best mark of the world, an area or a nation since 1 January."""

from dataclasses import dataclass
from datetime import date

from pacelight.book.asking.lists import Book
from pacelight.book.model import ALL, AllTime, Coverage, NotKnown, Performance, Status
from pacelight.errors import BookError
from pacelight.event import Event, RaceKind, Sex
from pacelight.measure import AnyMark, score
from pacelight.nation import AREAS

__all__ = ["Lead", "lead"]


@dataclass(frozen=True, slots=True)
class Lead:
    """The best of a year, as of a day.

    Attributes:
        label: ``WL``, ``AL`` or ``NL``.
        scope: ``WORLD``, an area, a nation.
        holders: all who share it, in order of time.
        statuses: of each, None where no decision speaks of it.
        coverage: what the book covers of the list.
    """

    event: Event
    sex: Sex
    label: str
    scope: str
    year: int
    mark: AnyMark
    holders: tuple[Performance, ...]
    statuses: tuple[Status | None, ...]
    coverage: Coverage

    @property
    def shown_statuses(self) -> list[str]:
        """The words of the statuses, empty where nothing was decided."""
        return ["" if status is None else status.value for status in self.statuses]


def lead(
    book: Book,
    event: Event | str,
    sex: Sex,
    *,
    year: int,
    scope: str | None = None,
    nation: str | None = None,
    age: str = ALL,
    outright: bool = False,
    as_of: date,
    known_at: date | None = None,
    race: RaceKind | None = None,
) -> Lead | NotKnown:
    """Who leads a year.

    It takes a list that leaves no performance out: in one of the best of each athlete
    a mark of this year is missing where its runner was once faster.

    Args:
        book: is asked.
        event: the event, or its code or name.
        sex: whose.
        year: the calendar year.
        scope: an area or a nation; ``SAM`` is the area. The world, if not given.
        nation: a nation, whatever area has the same code.
        age: of which age group.
        outright: the 400 m list and the short-track list together.
        as_of: the last day of performances.
        known_at: the last day of decisions; `as_of` if not given.
        race: only of races of women alone, or only of mixed ones.

    Raises:
        EventError: no such event.
        NationError: no such nation.
        BookError: a year that has not begun, a scope and a nation at once, no such age group.
    """
    if as_of.year < year:
        raise BookError(f"as of {as_of} the year {year} has not begun")
    if scope is not None and nation is not None:
        raise BookError(f"a lead is of one scope, not of two: {scope}, {nation}")
    area = scope.upper() if scope and scope.upper() in AREAS else None
    nation = nation or (scope if area is None else None)
    found = book.top(
        event,
        sex,
        n=None,
        all_performances=True,
        nation=nation,
        area=area,
        year=year,
        age=age,
        outright=outright,
        as_of=as_of,
        known_at=known_at,
        race=race,
    )
    if isinstance(found, NotKnown):
        return found
    if not found.entries or found.entries[0].rank is None:
        return _unknown(found.coverage, year, any_mark=bool(found.entries))
    return _led(found, sex, year, "NL" if nation else "AL" if area else "WL")


def _led(found: AllTime, sex: Sex, year: int, label: str) -> Lead:
    """The first of a year's list, and all who share the mark."""
    mark = found.entries[0].performance.mark
    first = [entry for entry in found.entries if score(entry.performance.mark) == score(mark)]
    first.sort(key=lambda entry: (entry.performance.day, entry.performance.seq))
    return Lead(
        event=found.event,
        sex=sex,
        label=label,
        scope=found.scope,
        year=year,
        mark=mark,
        holders=tuple(entry.performance for entry in first),
        statuses=tuple(entry.status for entry in first),
        coverage=found.coverage,
    )


def _unknown(covered: Coverage, year: int, *, any_mark: bool) -> NotKnown:
    if covered.level == "LIST":
        return NotKnown("the book covers the best of each athlete, not every mark of a year")
    if not any_mark:
        return NotKnown(f"the book holds no mark of {year} on this list")
    return NotKnown(f"the list is complete down to {covered.down_to}, and no mark of {year} is as good")
