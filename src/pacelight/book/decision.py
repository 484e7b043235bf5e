"""What people decide about performances: the words of a record's life, and the fact that one was said."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pacelight.errors import BookError
from pacelight.event import Level
from pacelight.measure import AnyMark

__all__ = ["Decision", "DecisionKind", "Status"]


class DecisionKind(StrEnum):
    """What people have done about a performance."""

    SUBMITTED = "submitted"
    RATIFIED = "ratified"
    REJECTED = "rejected"
    ANNULLED = "annulled"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    """An earlier decision is taken back."""


class Status(StrEnum):
    """Where a record stands in its life. Software says candidate, people say the rest."""

    CANDIDATE = "candidate"
    PENDING = "pending"
    RATIFIED = "ratified"
    REJECTED = "rejected"
    ANNULLED = "annulled"


_OF_A_LEVEL = frozenset({DecisionKind.SUBMITTED, DecisionKind.RATIFIED, DecisionKind.REJECTED})
_PERSONAL = frozenset({Level.PB, Level.SB})


@dataclass(frozen=True, slots=True)
class Decision:
    """What people decided about a performance, or about an athlete's time, and when the book learned of it.

    Attributes:
        performance_key: about which; empty where it is about an athlete.
        decided: the day it was decided.
        learned: the day it became known; a list as known earlier does not reckon with it.
        by: who decided.
        source: key of the source that reports it.
        mark: the mark as corrected; of a correction only.
        nation: the nation as corrected; of a correction only.
        athlete_key: of an annulment of everything in a time.
        since: first day of that time.
        until: its last day.
        level: the level of which it speaks; None of all.
        scope: whose record of that level; empty of whichever it is.
        withdraws: the kind of decision that is taken back; of a withdrawal only.
        taken: the day on which that was decided.

    Raises:
        BookError: learned before it was decided, about nothing or about both, or a field that does not
            fit the kind.
    """

    performance_key: str
    kind: DecisionKind
    decided: date
    learned: date
    by: str
    why: str
    source: str
    mark: AnyMark | None = None
    nation: str | None = None
    athlete_key: str = ""
    since: date | None = None
    until: date | None = None
    level: Level | None = None
    scope: str = ""
    withdraws: DecisionKind | None = None
    taken: date | None = None

    def __post_init__(self) -> None:
        about = self.performance_key or self.athlete_key
        if self.learned < self.decided:
            raise BookError(f"{about}: {self.kind} on {self.decided} cannot be known on {self.learned}")
        if (self.kind is DecisionKind.CORRECTED) != (self.mark is not None or self.nation is not None):
            raise BookError(f"{about}: a correction, and nothing else, names a new mark or nation")
        if bool(self.performance_key) == bool(self.athlete_key):
            raise BookError(f"a decision is about one performance or about one athlete: {about!r}")
        self._check_withdrawal(about)
        self._check_level(about)
        timed = self.since is not None and self.until is not None and self.since <= self.until
        if self.athlete_key and (self.of is not DecisionKind.ANNULLED or not timed):
            raise BookError(f"{about}: of an athlete a time is annulled, from its first day to its last")

    @property
    def of(self) -> DecisionKind:
        """Of which kind it is, or what it withdraws."""
        return self.withdraws or self.kind

    @property
    def identity(self) -> Hashable:
        """By what it is known to those who withdraw it."""
        return self._about, self.kind, self.decided

    @property
    def withdrawn(self) -> Hashable:
        """The identity of what it withdraws."""
        return self._about, self.withdraws, self.taken

    @property
    def _about(self) -> Hashable:
        return self.performance_key, self.athlete_key, self.since, self.until, self.level, self.scope

    def speaks_of(self, level: Level | None, scope: str = "") -> bool:
        """Whether it says something of the records of a level and scope; None asks for all levels at once."""
        return self.level is None or (self.level is level and self.scope in {"", scope})

    def _check_withdrawal(self, about: str) -> None:
        takes_back = self.kind is DecisionKind.WITHDRAWN
        if takes_back != (self.withdraws is not None) or takes_back != (self.taken is not None):
            raise BookError(
                f"{about}: a withdrawal, and nothing else, names what was decided, and on which day"
            )
        if self.withdraws is DecisionKind.WITHDRAWN:
            raise BookError(f"{about}: a withdrawal is not withdrawn (decide anew)")
        if self.taken is not None and self.taken > self.decided:
            raise BookError(f"{about}: what was decided on {self.taken} is not withdrawn on {self.decided}")

    def _check_level(self, about: str) -> None:
        if self.scope and self.level is None:
            raise BookError(f"{about}: a scope is that of a level (name the level too)")
        if self.level is not None and (self.of not in _OF_A_LEVEL or self.level in _PERSONAL):
            raise BookError(
                f"{about}: of one record level a mark is submitted, ratified or rejected,"
                f" not {self.of} as {self.level}"
            )
