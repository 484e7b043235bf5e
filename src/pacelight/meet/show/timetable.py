"""The timetable of a meet, with what the book says of it: lights with their marks, and what is at stake."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pacelight.book.model import Standing
from pacelight.errors import PacelightError
from pacelight.event import Level
from pacelight.meet.journal.entries import Asked
from pacelight.meet.programme.at_stake import AtStake
from pacelight.meet.programme.meetfile import MeetFile, MeetRace
from pacelight.meet.programme.racefile_schema import RecordPlan
from pacelight.meet.show.lineup import asked, warnings

if TYPE_CHECKING:
    from pacelight.book.asking.lists import Book

__all__ = ["Item", "Threatened", "timetable"]

_OWN = frozenset({Level.PB, Level.SB})
"""Of which each runner has one: no one mark is at stake."""


@dataclass(frozen=True, slots=True)
class Threatened:
    """A record that may fall.

    Attributes:
        stands: on the eve; None where the book does not say.
        why: nothing stands, in one line; empty where something does.
    """

    stake: AtStake
    stands: Standing | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A race of the timetable.

    Attributes:
        lights: as they would be asked for now.
        fault: why they cannot, in one line; empty where they can.
        confused: lights that somebody takes for one another, in one line each.
        stakes: what may fall.
    """

    race: MeetRace
    lights: tuple[Asked, ...]
    fault: str
    confused: tuple[str, ...]
    stakes: tuple[Threatened, ...]


def timetable(meet: MeetFile, book: "Book") -> tuple[Item, ...]:
    """Every race, in order; what of one cannot be known does not hide the others.

    Args:
        meet: the meet.
        book: is asked as of the eve.
    """
    return tuple(_item(one, book) for one in meet.races)


def _item(race: MeetRace, book: "Book") -> Item:
    lights: tuple[Asked, ...] = ()
    fault = ""
    try:
        lights = tuple(asked(race.race, book))
    except PacelightError as error:
        fault = str(error)
    stakes = tuple(_threatened(one, race, book) for one in _stakes(race))
    return Item(race, lights, fault, warnings(lights), stakes)


def _stakes(race: MeetRace) -> Iterable[AtStake]:
    """As the meet file says; else the records that the lights run."""
    if race.stakes is not None:
        return race.stakes
    plans = [light.plan for light in race.race.lights if isinstance(light.plan, RecordPlan)]
    return dict.fromkeys(AtStake(Level(plan.level), plan.scope) for plan in plans if plan.level in set(Level))


def _threatened(stake: AtStake, race: MeetRace, book: "Book") -> Threatened:
    if stake.level in _OWN:
        return Threatened(stake, None, "each runner's own")
    heat = race.race.heat
    try:
        found = book.record(heat.event, heat.sex, level=stake.level, scope=stake.scope, as_of=race.race.eve)
    except PacelightError as error:
        return Threatened(stake, None, str(error))
    return Threatened(stake, found) if isinstance(found, Standing) else Threatened(stake, None, found.why)
