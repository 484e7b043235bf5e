"""The book as it was on the day of the text, and as far as statements need it."""

from dataclasses import dataclass, field
from datetime import date

from pacelight.book.asking.lists import Book
from pacelight.book.model import NotKnown, Performance, Source, Status, Step
from pacelight.claims.model import Evidence
from pacelight.errors import BookError
from pacelight.event import Level, Sex

__all__ = ["Kept", "Shelf"]


@dataclass(frozen=True, slots=True)
class Kept:
    """A performance of the book.

    Attributes:
        status: as it was known on the day; None where no decision speaks of it.
    """

    performance: Performance
    status: Status | None


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the book knew on a day, read once for each event.

    Attributes:
        as_of: the day of the text: performances up to it, decisions as known on it.
    """

    book: Book
    as_of: date
    _kept: dict[tuple[str, Sex], tuple[Kept, ...]] = field(default_factory=dict, compare=False, repr=False)

    def kept(self, code: str, sex: Sex) -> tuple[Kept, ...]:
        """Every performance that the book's lists of an event name, fastest first."""
        if (code, sex) not in self._kept:
            # The fact is asked for, not the list: no coverage of the list on the day is needed for it.
            listed = self.book.top(
                code, sex, n=None, all_performances=True, as_of=date.max, known_at=self.as_of
            )
            found = () if isinstance(listed, NotKnown) else listed.entries
            kept = {entry.performance.key: Kept(entry.performance, entry.status) for entry in found}
            for step in self.steps(code, sex, Level.WR) or ():
                kept.setdefault(step.performance.key, Kept(step.performance, step.status))
            until = (one for one in kept.values() if one.performance.day <= self.as_of)
            self._kept[code, sex] = tuple(until)
        return self._kept[code, sex]

    def by(self, who: str, code: str, sex: Sex) -> tuple[Kept, ...]:
        """Those of one athlete."""
        return tuple(one for one in self.kept(code, sex) if one.performance.athlete_key == who)

    def steps(self, code: str, sex: Sex, level: Level, scope: str | None = None) -> list[Step] | None:
        """The progression of a list; None where the book does not cover it."""
        found = self.book.progression(code, sex, level=level, scope=scope, as_of=self.as_of)
        return None if isinstance(found, NotKnown) else found

    def ranks(
        self, who: str, code: str, sex: Sex, nation: str | None, day: date, *, all_performances: bool
    ) -> dict[str, int | None] | None:
        """The ranks of one athlete's performances on a list, by their keys; None where it is not covered."""
        found = self.book.top(
            code,
            sex,
            n=None,
            all_performances=all_performances,
            nation=nation,
            as_of=day,
            known_at=self.as_of,
        )
        if isinstance(found, NotKnown):
            return None
        mine = (entry for entry in found.entries if entry.performance.athlete_key == who)
        return {entry.performance.key: entry.rank for entry in mine}

    def evidence(self, listed: str, kept: Kept) -> Evidence:
        """A performance with who says so."""
        return Evidence(listed, kept.performance, kept.status, self._source(kept.performance.source_key))

    def _source(self, key: str) -> Source | None:
        try:
            return self.book.source(key)
        except BookError:
            return None
