"""What of a race is in the book, as far as the journal says, and what of it does not hold any more."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pacelight.meet.bus.protocol import MarkShown, RecordShown
from pacelight.meet.journal import entries

if TYPE_CHECKING:
    from pacelight.meet.live.known import Known
    from pacelight.meet.live.ran import Run

__all__ = ["Credit", "Credits", "Wrong", "run_by", "to_withdraw"]


@dataclass(frozen=True, slots=True)
class Credit:
    """A performance in the book.

    Attributes:
        bib: under which it was run.
        base: the key it would have, had none before it been withdrawn.
        code: of the event; empty in journals of before.
        mark: as it was entered; None in journals of before.
    """

    bib: str
    base: str
    code: str = ""
    mark: MarkShown | None = None

    def is_slower_than(self, other: "Credit") -> bool:
        """Whether it stands behind another one of the same event."""
        if self.mark is None or other.mark is None:
            return False
        return self.code == other.code and self.mark.value > other.mark.value


@dataclass(frozen=True, slots=True)
class Wrong:
    """A performance in the book that does not hold.

    Attributes:
        bib: under which it was entered.
        key: in the book.
        now: what was run instead; None where nothing was.
    """

    bib: str
    key: str
    now: MarkShown | None


@dataclass(frozen=True, slots=True)
class Credits:
    """All of them.

    Attributes:
        all: by key of the performance.
        bibs: of those whose finish is in the book, judged by all that is there before it.
        withdrawn_of: by base key, how often a performance was withdrawn.
        refused: by bib, what the book would not take when it was last asked, and why.
        kept: by bib, what the book would not annul when it was last asked, and why.
    """

    all: Mapping[str, Credit] = field(default_factory=dict)
    bibs: frozenset[str] = frozenset()
    withdrawn_of: Mapping[str, int] = field(default_factory=dict)
    refused: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kept: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def missing(self) -> dict[str, tuple[str, ...]]:
        """By bib, what the book and the race do not agree on, and why: to be tried again."""
        bibs = dict.fromkeys((*self.refused, *self.kept))
        return {bib: (*self.kept.get(bib, ()), *self.refused.get(bib, ())) for bib in bibs}

    def key(self, base: str) -> str:
        """The key under which a performance is entered: a withdrawn one keeps its own for ever.

        >>> Credits(withdrawn_of={"a": 1}).key("a"), Credits().key("a")
        ('a-2', 'a')
        """
        times = self.withdrawn_of.get(base, 0)
        return f"{base}-{times + 1}" if times else base

    def entered(self, entry: entries.Credited) -> "Credits":
        """With what went into the book; whoever ran slower is to be judged again where that is news."""
        said = {one.key: Credit(entry.bib, one.base, one.code, one.mark) for one in entry.entered}
        new = {key: said.get(key, Credit(entry.bib, key)) for key in entry.performances}
        news = [one for key, one in new.items() if key not in self.all]
        again = {one.bib for one in self.all.values() if any(one.is_slower_than(other) for other in news)}
        bibs = (self.bibs - again) | {entry.bib}
        refused = _said(self.refused, entry.bib, entry.refused)
        return replace(self, all={**self.all, **new}, bibs=bibs, refused=refused)

    def again(self, bibs: Collection[str]) -> "Credits":
        """The same, and these bibs are to be credited again: they ran something more."""
        return replace(self, bibs=self.bibs - frozenset(bibs))

    def withdrawn(self, entry: entries.Withdrawn) -> "Credits":
        """Without what does not hold; everyone of the race is to be judged again where the book follows."""
        left = {key: one for key, one in self.all.items() if key not in entry.performances}
        times = dict(self.withdrawn_of)
        for key in entry.performances:
            base = self.all[key].base if key in self.all else key
            times[base] = times.get(base, 0) + 1
        bibs = frozenset() if entry.performances else self.bibs
        kept = _said(self.kept, entry.bib, entry.refused)
        return replace(self, all=left, bibs=bibs, withdrawn_of=times, kept=kept)

    def standing(self, records: list[RecordShown], entry: entries.Withdrawn) -> list[RecordShown]:
        """Those records that are not of a performance that is withdrawn."""
        gone = {(self.all[key].bib, self.all[key].code) for key in entry.performances if key in self.all}
        return [record for record in records if (record.bib, record.code) not in gone]


def _said(before: Mapping[str, tuple[str, ...]], bib: str, why: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """What was refused, with the last word about a bib."""
    others = {one: said for one, said in before.items() if one != bib}
    return {**others, bib: tuple(why)} if why else others


def run_by(known: "Known") -> "dict[str, tuple[str, Run]]":
    """All that was run officially, by the key under which it is or will be in the book, with the bib."""
    return {
        known.credits.key(run.performance.key): (finish.bib, run)
        for finish in known.table.finishes
        if known.is_official(finish)
        for run in known.run_by(finish.bib)
    }


def to_withdraw(known: "Known") -> tuple[Wrong, ...]:
    """What is in the book and was not run like that, as it looks by now."""
    if not known.credits.all:
        return ()
    run = {key: one.mark for key, (_, one) in run_by(known).items()}
    return tuple(
        Wrong(credit.bib, key, run.get(key))
        for key, credit in known.credits.all.items()
        if key not in run or (credit.mark is not None and run[key] != credit.mark)
    )
