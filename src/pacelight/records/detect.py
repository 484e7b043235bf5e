"""Which records a performance breaks, as the book stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from pacelight.book.model import Break, Performance, Source, Status
from pacelight.event import EVENTS, Level
from pacelight.measure import AnyMark, Unit, unit
from pacelight.records.levels import ORDER, shown

if TYPE_CHECKING:
    from pacelight.book.asking.lists import Book

__all__ = ["Finding", "detect", "enter"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A record that fell or was equalled: what the software found, for people to decide on.

    Attributes:
        label: what the level is called here: ``WR``, or ``WB`` where only a best is recognised.
        scope: whose record: ``WORLD``, an area, a nation, a competition, an athlete's key.
        code: World Athletics code of the event.
        by: how much better than what stood: thousandths of a second, millimetres, points; zero if equalled.
        stood: the mark that stood until now.
        stood_since: the day on which it was first reached.
        stood_by: who held it, in order of time.
        en_route: made inside a longer race.
        nation: the one competed for on the day.
        performance_key: the performance in the book that the finding is about.
        status: ``candidate``; people submit, ratify and reject.
    """

    level: Level
    label: str
    scope: str
    code: str
    mark: AnyMark
    by: int
    stood: AnyMark
    stood_since: date
    stood_by: tuple[str, ...]
    equalled: bool
    en_route: bool
    athlete: str
    nation: str
    performance_key: str
    status: Status = Status.CANDIDATE

    @property
    def sentence(self) -> str:
        """The finding for a person to read out, with its caution."""
        holders = ", ".join(self.stood_by)
        name = EVENTS[self.code].name
        inside = " en route" if self.en_route else ""
        gain = "equals" if self.equalled else f"by {_shown(self.by, self.mark)} over"
        return (
            f"{shown(self.label, equalled=self.equalled)} {self.scope}, {name}{inside}: "
            f"{self.athlete} ({self.nation}) {self.mark}, {gain} {self.stood} "
            f"({holders}, {self.stood_since.isoformat()}); {self.status}, not ratified"
        )


def detect(book: "Book", performance: Performance) -> list[Finding]:
    """What this performance breaks or equals, widest scope first; the book is not changed.

    A list that the book does not cover gives nothing, a first mark included:
    there the record is not known. Only official performances break records.

    Args:
        book: the records as they stand, performances of the same race that were faster included.
        performance: one mark by one athlete, not in the book yet.
    """
    if not performance.official:
        return []
    breaks = sorted(book.break_by(performance), key=lambda found: ORDER.index(found.level))
    return [_finding(performance, found) for found in breaks]


def enter(book: "Book", performances: Iterable[Performance], source: Source | None = None) -> list[Finding]:
    """Detect and write down performances one by one, in the order given, which is that of time.

    Each is in the book before the next is looked at: second place inside the old record is none.

    Args:
        book: is changed; what is added are candidates.
        performances: of one race or of several.
        source: who says so, for performances that do not name a source themselves.

    Raises:
        BookError: the book refuses a performance; those before it are in the book.
    """
    findings: list[Finding] = []
    for performance in performances:
        findings.extend(detect(book, performance))
        book.add(performance, source)
    return findings


def _finding(performance: Performance, found: Break) -> Finding:
    return Finding(
        level=found.level,
        label=found.label,
        scope=found.scope,
        code=performance.event,
        mark=performance.mark,
        by=found.by,
        stood=found.stood.mark,
        stood_since=found.stood.since,
        stood_by=tuple(holder.athlete for holder in found.stood.holders),
        equalled=found.equalled,
        en_route=performance.en_route_of is not None,
        athlete=performance.athlete,
        nation=performance.nation,
        performance_key=performance.key,
    )


def _shown(by: int, mark: AnyMark) -> str:
    """A margin in the unit of its mark; hundredths where they say it all, else thousandths."""
    if unit(mark) is Unit.POINTS:
        return f"{by} points"
    shown = f"{by // 1000}.{by % 1000:03d}".removesuffix("0")
    return f"{shown} {'s' if unit(mark) is Unit.TIME else 'm'}"
