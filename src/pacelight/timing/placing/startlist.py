"""Who runs, by all that a timing system may know of them: the bib, the lane, a chip."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pacelight.errors import RaceError

__all__ = ["Entrant", "StartList"]


@dataclass(frozen=True, slots=True)
class Entrant:
    """A line of the start list.

    Attributes:
        bib: the number worn.
        lane: lane or starting position; empty where there is none. Two may share one.
        chips: transponders worn, any number; if none is known, the chip has the number of the bib, as most
            that are handed out with bibs do.
    """

    bib: str
    lane: str = ""
    chips: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StartList:
    """All who run.

    Raises:
        RaceError: two runners wear one bib or one chip.

    >>> field = StartList((Entrant("12", "3", ("AB-1", "AB-2")), Entrant("7", "4")))
    >>> field.who(chip="ab-2").bib, field.who(lane="4").bib, field.who(bib="12", lane="4").why
    ('12', '7', 'bib 12 is another runner than lane 4 (bib 7)')
    """

    entrants: tuple[Entrant, ...]
    _bibs: Mapping[str, str] = field(init=False, repr=False, compare=False)
    _lanes: Mapping[str, str] = field(init=False, repr=False, compare=False)
    _chips: Mapping[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        rows = self.entrants
        object.__setattr__(self, "_bibs", _only("bib", ((_bare(row.bib), row.bib) for row in rows)))
        worn = _only("chip", ((_bare(chip), row.bib) for row in rows for chip in row.chips))
        as_bib = {_bare(row.bib): row.bib for row in rows if not row.chips}
        object.__setattr__(self, "_chips", {**as_bib, **worn})
        lanes = [_bare(row.lane) for row in rows]
        alone = {_bare(row.lane): row.bib for row in rows if lanes.count(_bare(row.lane)) == 1}
        alone.pop("", None)
        object.__setattr__(self, "_lanes", alone)

    def who(self, bib: str = "", lane: str = "", chip: str = "") -> "Who":
        """Whom a timing system means: by the bib, else by the lane, else by the chip.

        What contradicts itself is nobody: a person decides.
        """
        said = [(word, text, known) for word, text, known in self._asked(bib, lane, chip) if text]
        found = [(f"{word} {text}", known.get(_bare(text))) for word, text, known in said]
        unknown = [name for name, known in found if known is None]
        runners = [(name, known) for name, known in found if known is not None]
        if not found:
            return Who("", "it is not said who it was")
        if bib and _bare(bib) not in self._bibs:
            return Who("", f"{unknown[0]} is not on the start list")
        if not runners:
            return Who("", f"{' and '.join(unknown)} {'are' if unknown[1:] else 'is'} not on the start list")
        (first, mine), *others = runners
        for name, other in others:
            if other != mine:
                return Who("", f"{first} is another runner than {name} (bib {other})")
        return Who(mine, "")

    def _asked(self, bib: str, lane: str, chip: str) -> Iterable[tuple[str, str, Mapping[str, str]]]:
        return (("bib", bib, self._bibs), ("lane", lane, self._lanes), ("chip", chip, self._chips))


@dataclass(frozen=True, slots=True)
class Who:
    """A runner, or why it is none.

    Attributes:
        bib: empty where it cannot be said.
        why: in one line; empty where it can.
    """

    bib: str
    why: str


def _bare(text: str) -> str:
    """As it is compared: systems differ in blanks, case and leading zeros."""
    return text.strip().casefold().lstrip("0")


def _only(word: str, pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for text, bib in pairs:
        if found.setdefault(text, bib) != bib or (word == "bib" and list(found).count(text) > 1):
            raise RaceError(f"{word} {text} is on the start list twice: at bib {found[text]} and bib {bib}")
    return found
