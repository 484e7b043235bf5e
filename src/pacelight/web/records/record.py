"""One performance on the desk: what it broke, what was decided, what is still to be shown."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from pacelight.book.asking.changes import Told, changes
from pacelight.book.asking.lists import Book
from pacelight.book.asking.more_sheets import margin
from pacelight.book.attestation import Attestation
from pacelight.book.history import status_said
from pacelight.book.model import ALL, Break, Decision, DecisionKind, Performance, Status
from pacelight.event import EVENTS, Event, Level
from pacelight.measure import unit
from pacelight.records.checklist import Checked, Known, checklist, open_ones
from pacelight.records.known import known_of
from pacelight.records.levels import level_text
from pacelight.web.records.evidence import Folder, Shown
from pacelight.web.records.heats import are_apart

__all__ = ["Fallen", "Record", "look"]

_OWN = frozenset({Level.PB, Level.SB})
_STANDS = frozenset(
    {DecisionKind.SUBMITTED, DecisionKind.RATIFIED, DecisionKind.REJECTED, DecisionKind.ANNULLED}
)


@dataclass(frozen=True, slots=True)
class Fallen:
    """A record that the performance broke or equalled.

    Attributes:
        broke: the record before, and by how much.
        status: as the record of this list.
        name: of the list in full.
        by: how much better, exact.
        decimals: of that, as many as say something.
    """

    broke: Break
    status: Status
    name: str
    by: Decimal
    decimals: int

    @property
    def label(self) -> str:
        """As on lists: ``WR``, ``U20 NR``."""
        age = self.broke.stood.coverage.age
        return self.broke.label if age == ALL else f"{age} {self.broke.label}"

    @property
    def whose(self) -> str:
        """Level and scope as a form sends them: of everybody's record of a nation, ``NR:NOR``."""
        return f"{self.broke.level}:{self.broke.scope}"


@dataclass(frozen=True, slots=True)
class Record:
    """All that the desk shows of one performance.

    Attributes:
        now: as it stands, corrected.
        event: in which it was made.
        told: what has happened to it.
        fallen: the records that it broke, widest first.
        known: from what the conditions are filled: the race's own record, its others, its venue.
        checked: every condition of ratification.
        attested: all that people said who looked, in the order in which they said it.
        standing: decisions that can be taken back.
        shown: what there is of the race.
        seen: by what a decision of somebody else is noticed, see `Book.decide`.
    """

    now: Performance
    event: Event
    told: Told
    fallen: tuple[Fallen, ...]
    known: Known
    checked: tuple[Checked, ...]
    attested: tuple[Attestation, ...]
    standing: tuple[Decision, ...]
    shown: Shown
    seen: int

    @property
    def status(self) -> Status:
        """Of the performance as a whole."""
        return self.told.status or Status.CANDIDATE

    @property
    def open(self) -> int:
        """How many conditions are not met, or not known to be."""
        return open_ones(self.checked)

    def said_of(self, condition: str) -> list[Attestation]:
        """What people said of a condition, the latest first."""
        return [one for one in reversed(self.attested) if one.condition == condition]


def look(book: Book, key: str, today: date, evidence: Folder) -> Record:
    """A performance as the desk shows it.

    Args:
        book: is asked.
        key: of the performance.
        today: the last day of decisions.
        evidence: where that of its race lies.

    Raises:
        BookError: no such performance.
    """
    first = book.performance(key)
    shown = evidence.of(first)
    known = known_of(book, key, known_at=today, evidence=shown.told)
    known = replace(known, others=[other for other in known.others if not are_apart(first, other)])
    fallen = tuple(
        _fallen(one, known.decided) for one in book.break_by(first, known_at=today) if one.level not in _OWN
    )
    levels = tuple(dict.fromkeys(one.broke.level for one in fallen))
    return Record(
        now=known.performance,
        event=EVENTS[first.event],
        told=changes(book, key, known_at=today),
        fallen=fallen,
        known=known,
        checked=checklist(known, levels),
        attested=tuple(book.attestations(key)),
        standing=tuple(one for one in known.decided if one.kind in _STANDS and one.performance_key),
        shown=shown,
        seen=book.decisions_about(key),
    )


def _fallen(broke: Break, decided: Sequence[Decision]) -> Fallen:
    status = status_said(decided, broke.level, broke.scope) or Status.CANDIDATE
    stood = broke.stood
    name = level_text(stood.label or broke.label, broke.scope, stood.coverage.age)
    by = margin(broke.by, unit(stood.mark)).removeprefix("+")
    return Fallen(broke, status, name, Decimal(by), len(by.partition(".")[2]))
