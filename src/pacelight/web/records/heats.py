"""In which race a performance was run: two heats of an event and a day have each their own evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pacelight.book.model import Performance
from pacelight.book.scopes import plain
from pacelight.mark import Mark
from pacelight.records.enroute import Heat, Starter, performances
from pacelight.timing.results import Result

__all__ = ["Told", "are_apart", "those_of"]

_ANYBODY = Starter("1", "anybody", "anybody", "NOR")
_ANY = Result("1", 1, Mark.parse("1.00"))


@dataclass(frozen=True, slots=True)
class Told:
    """A race of which a file tells.

    Attributes:
        evidence: what it says, ``pacelight.evidence/2``.
        heat: of whom it is; None where the file does not say, as a report does not.
    """

    evidence: Mapping[str, Any]
    heat: Heat | None = None

    @property
    def id(self) -> str:
        """Of the race."""
        return str(self.evidence["race"]["id"])

    @property
    def begin(self) -> str:
        """How the keys of its performances begin; empty where the file does not say."""
        return "" if self.heat is None else _entered(self.heat)

    def names(self, performance: Performance) -> bool:
        """Whether whose performance it is was on its start list."""
        whose = plain(performance.athlete)
        return any(plain(run["athlete"]) == whose for run in self.evidence["run"])

    def is_like(self, performance: Performance) -> bool:
        """Whether it is of the event, the class and the day."""
        race = self.evidence["race"]
        event = performance.en_route_of or performance.event
        wanted = (event, performance.sex.value, performance.day.isoformat())
        return (race["event"], race["sex"], race["day"]) == wanted

    def is_another(self, performance: Performance) -> bool:
        """Whether the key of the performance says that it was run in another heat of the same meeting."""
        if self.heat is None or plain(self.heat.venue) != plain(performance.venue):
            return False
        whole = _entered(replace(self.heat, name=""))
        return _begin(performance).startswith(f"{whole}-") and _begin(performance) != self.begin


def those_of(performance: Performance, told: Mapping[str, Sequence[Told]]) -> dict[str, Told]:
    """What tells of the race of a performance; nothing of it where nobody can say which of several it was.

    Args:
        performance: its key says in which heat it was run, where a race that lights accompanied entered it;
            else it was where the athlete started.
        told: of which races each file tells, by its name.
    """
    like = [(name, one) for name, races in told.items() for one in races if one.is_like(performance)]
    ids = {one.id for _, one in like if one.begin and one.begin == _begin(performance)}
    if not ids:
        like = [one for one in like if one[1].names(performance) and not one[1].is_another(performance)]
        ids = {one.id for _, one in like}
    return {name: one for name, one in like if one.id in ids} if len(ids) == 1 else {}


def are_apart(one: Performance, other: Performance) -> bool:
    """Whether keys say that two performances of a day and a place were run in different heats."""
    first, second = _begin(one), _begin(other)
    return bool(first and second) and first != second


def _begin(performance: Performance) -> str:
    """Day, place and heat, with which a key begins; empty where the key is made otherwise."""
    return performance.key.rpartition(f"-{performance.event}-{performance.sex}-")[0]


def _entered(heat: Heat) -> str:
    """With what the key of any performance of a heat begins, asked of what makes the keys."""
    (made,) = performances(replace(heat, starters=(_ANYBODY,)), [_ANY])
    return _begin(made)
