"""Which records of an event wait for people: found and not submitted, or submitted and not decided."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pacelight.book import races
from pacelight.book.groups import Part
from pacelight.book.history import Held, View
from pacelight.book.model import ALL, Coverage, Performance, Status
from pacelight.event import Event, Level, RaceKind, Recognition

__all__ = ["Claimed", "Waiting", "undecided"]

_OWN = frozenset({Level.PB, Level.SB})


@dataclass(frozen=True, slots=True)
class Claimed:
    """A record that a performance was on its day.

    Attributes:
        label: ``WR``; a mere best, which nobody ratifies, is none of these.
        scope: whose.
        age: of which age group.
        race: of which kind of race alone; None where the list asks for none.
        equalled: the mark stood already.
        status: as the record of this list.
    """

    level: Level
    label: str
    scope: str
    age: str
    race: RaceKind | None
    equalled: bool
    status: Status


@dataclass(frozen=True, slots=True)
class Waiting:
    """A performance of which some record is not decided.

    Attributes:
        claimed: those records of it that wait, widest first.
    """

    performance: Performance
    event: Event
    claimed: tuple[Claimed, ...]

    @property
    def status(self) -> Status:
        """Of the record that has come furthest: one that was submitted waits for somebody."""
        pending = any(one.status is Status.PENDING for one in self.claimed)
        return Status.PENDING if pending else Status.CANDIDATE


def undecided(part: Part, as_of: date) -> list[Waiting]:
    """What waits in one event, in order of time.

    A mark with which a list begins is no candidate: what it broke is not known.
    Bests of athletes are decided by nobody, and neither are marks that are called bests.

    Args:
        part: the event and what the book covers of it.
        as_of: the last day of performances and decisions.
    """
    views: dict[RaceKind | None, View] = {}
    found: dict[str, tuple[Performance, list[Claimed]]] = {}
    for covered in _lists(part):
        if covered.race not in views:
            views[covered.race] = part.history.of_race(covered.race).view(as_of, as_of)
        for one, claimed in _claimed(part, covered, views[covered.race]):
            found.setdefault(one.key, (one, []))[1].append(claimed)
    waits = [Waiting(one, part.event, _widest_first(claimed)) for one, claimed in found.values()]
    return sorted(waits, key=lambda wait: (wait.performance.day, wait.performance.seq))


def _lists(part: Part) -> list[Coverage]:
    """Of each record list of the event the coverage that begins first."""
    lists: dict[tuple[str, str, str, RaceKind | None], Coverage] = {}
    for covered in sorted(part.coverage, key=lambda one: one.since):
        if isinstance(covered.level, Level) and covered.level not in _OWN:
            lists.setdefault((covered.level, covered.scope, covered.age, covered.race), covered)
    return list(lists.values())


def _claimed(part: Part, covered: Coverage, view: View) -> Iterator[tuple[Performance, Claimed]]:
    assert isinstance(covered.level, Level)  # noqa: S101  # `_lists` gives no others
    held = view.by_scope(covered.level, age=covered.age).get(covered.scope, [])
    for one in held[1:]:
        day = one.performance.day
        if day > covered.since and _waits(one) and _kept(part, covered, day):
            label = part.event.label(covered.level, day)
            yield (
                one.performance,
                Claimed(
                    covered.level,
                    label,
                    covered.scope,
                    covered.age,
                    covered.race,
                    one.equalled,
                    one.status or Status.CANDIDATE,
                ),
            )


def _waits(one: Held) -> bool:
    return one.status in {None, Status.CANDIDATE, Status.PENDING}


def _kept(part: Part, covered: Coverage, day: date) -> bool:
    """Whether it was called a record, and of one list, not of two."""
    assert isinstance(covered.level, Level)  # noqa: S101  # `_lists` gives no others
    divided = covered.race is None and races.divided(part.event, part.sex, covered.level, day)
    return not divided and part.event.recognition(covered.level, day) is Recognition.RECORD


def _widest_first(claimed: Iterable[Claimed]) -> tuple[Claimed, ...]:
    order = list(Level)
    return tuple(sorted(claimed, key=lambda one: (one.age != ALL, order.index(one.level), one.scope)))
