"""Who will have no place, and who said so: what a person has said, no timing system says otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pacelight.timing import Status

__all__ = ["Said", "Verdicts"]

_STAYS = frozenset({Status.DNS, Status.DQ})
"""Whoever is not there, or is out for a false start, still is at the next gun."""


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of a runner.

    Attributes:
        status: None where it was taken back.
        rule: of a disqualification.
        by: who; empty of a timing system.
    """

    status: Status | None
    rule: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Verdicts:
    """By bib, what holds.

    >>> found = Verdicts().said("3", "DQ", rule="TR17.3.1", by="referee").said("3", "DNF")
    >>> found.statuses
    {'3': <Status.DQ: 'DQ'>}
    """

    all: Mapping[str, Said] = field(default_factory=dict)

    @property
    def statuses(self) -> dict[str, Status]:
        """By bib, of those who will have no place."""
        return {bib: one.status for bib, one in self.all.items() if one.status is not None}

    def rule(self, bib: str) -> str:
        """Of a disqualification; empty where there is none."""
        return self.all[bib].rule if bib in self.all else ""

    def said(self, bib: str, status: str, *, rule: str = "", by: str = "") -> "Verdicts":
        """With one more word; a timing system's is nothing against a person's.

        Args:
            bib: of whom.
            status: empty takes it back.
            rule: of a disqualification.
            by: who says so; empty of a timing system.
        """
        before = self.all.get(bib)
        if before is not None and before.by and not by:
            return self
        return Verdicts({**self.all, bib: Said(Status(status) if status else None, rule, by)})

    def swapped(self, bib: str, other: str) -> "Verdicts":
        """Where two had each other's bibs."""
        hands = {bib: other, other: bib}
        return Verdicts({hands.get(whose, whose): one for whose, one in self.all.items()})

    def before_the_gun(self) -> "Verdicts":
        """What still holds when a race is started anew."""
        return Verdicts({bib: one for bib, one in self.all.items() if one.status in _STAYS})
