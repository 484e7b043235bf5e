"""What stands on every record list: in a book as of a day, or in a file that somebody published."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from pacelight.book import races, standings
from pacelight.book.asking.lists import Book
from pacelight.book.groups import Part
from pacelight.book.history import Held, History, View
from pacelight.book.model import Coverage, Performance, Standing
from pacelight.event import EVENTS, Event, Level, RaceKind, Recognition, Sex

__all__ = ["Edition", "ListKey", "Listing", "Stands", "order", "records"]


@dataclass(frozen=True, slots=True)
class Edition:
    """A book as of a day.

    Attributes:
        book: which.
        as_of: the last day of performances.
        known_at: the last day of decisions.
        ratified: only what had been ratified by then.
    """

    book: Book
    as_of: date
    known_at: date
    ratified: bool = False


class ListKey(NamedTuple):
    """By what a record list is told from all others.

    Attributes:
        roof: only of marks made under a roof, or only of those that were not; None where the list asks for
            neither, as those of a book do.
    """

    event: str
    sex: Sex
    level: Level
    scope: str
    age: str
    race: RaceKind | None = None
    roof: bool | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A file of records, as somebody published it.

    Attributes:
        name: of the file.
        as_of: the day it is from.
        lists: what it says of each list.
        doubts: why a book could not hold that as the record of a list; in order of the file, most have none.
        unread: rows that are not understood.
    """

    name: str
    as_of: date
    lists: Mapping[ListKey, Standing]
    doubts: Mapping[ListKey, str] = field(default_factory=lambda: MappingProxyType({}))
    unread: int = 0

    @property
    def known_at(self) -> date:
        """The last day of what it can know: its own."""
        return self.as_of


def records(
    edition: Edition | Listing, *, event: Event | None = None, beside: Listing | None = None
) -> dict[ListKey, Standing]:
    """What stands on every covered record list, personal ones left out.

    Args:
        edition: of which book, as of when; or a file.
        event: only of this event.
        beside: only lists of which this file could speak: its events, its levels and, where it has but one
            scope of a level, that; those that it keeps apart by roof are kept apart.
    """
    if isinstance(edition, Listing):
        return {
            listed: standing for listed, standing in edition.lists.items() if event in {None, standing.event}
        }
    asked = _Beside(beside) if beside else _Everything()
    stands = Stands(edition)
    return {
        listed: standing
        for one, sex in edition.book.contested()
        if event in {None, one}
        for roof in asked.roofs(one, sex)
        for listed, standing in stands.of_event(one, sex, roof=roof)
        if asked.wants(listed)
    }


class Stands:
    """What stands in a book, each event folded once.

    Args:
        edition: of which book, as of when.
    """

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._views: dict[tuple[str, Sex, RaceKind | None, bool | None], View] = {}

    def of_event(
        self, event: Event, sex: Sex, *, roof: bool | None = None
    ) -> Iterator[tuple[ListKey, Standing]]:
        """Every covered record list of an event, with what stands on it."""
        part, as_of = self._edition.book.part(event, sex), self._edition.as_of
        for listed, covered in _lists(part, as_of).items():
            if listed.race is None and races.divided(event, sex, listed.level, as_of):
                continue
            held = self._held(listed._replace(roof=roof))
            if held and event.recognition(listed.level, as_of) is not Recognition.NONE:
                yield listed._replace(roof=roof), standings.standing(event, covered, held, as_of)

    def best(self, listed: ListKey) -> Performance | None:
        """The best that the book holds for a list, whether or not it covers it."""
        held = self._held(listed)
        return held[-1].performance if held else None

    def _held(self, listed: ListKey) -> list[Held]:
        which = (listed.event, listed.sex, listed.race, listed.roof)
        if which not in self._views:
            edition = self._edition
            history = edition.book.part(EVENTS[listed.event], listed.sex).history.of_race(listed.race)
            self._views[which] = _under(history, listed.roof).view(
                edition.as_of, edition.known_at, ratified=edition.ratified
            )
        view = self._views[which]
        if not view.performances:
            return []
        return view.by_scope(listed.level, age=listed.age).get(listed.scope, [])


class _Everything:
    """What is asked of a book that is not held beside a file."""

    def roofs(self, event: Event, sex: Sex) -> tuple[bool | None, ...]:
        del event, sex
        return (None,)

    def wants(self, listed: ListKey) -> bool:
        del listed
        return True


class _Beside:
    """What is asked of a book that is held beside a file.

    Args:
        file: the file.
    """

    def __init__(self, file: Listing) -> None:
        self._roofs: dict[tuple[str, Sex], set[bool | None]] = {}
        self._scopes: dict[Level, set[str]] = {}
        self._ages = {(listed.age, listed.race) for listed in file.lists}
        for listed in file.lists:
            self._roofs.setdefault((listed.event, listed.sex), set()).add(listed.roof)
            self._scopes.setdefault(listed.level, set()).add(listed.scope)

    def roofs(self, event: Event, sex: Sex) -> Iterable[bool | None]:
        return self._roofs.get((event.code, sex), ())

    def wants(self, listed: ListKey) -> bool:
        scopes = self._scopes.get(listed.level, set())
        whose = len(scopes) > 1 or listed.scope in scopes
        return bool(scopes) and whose and (listed.age, listed.race) in self._ages


def _lists(part: Part, as_of: date) -> dict[ListKey, Coverage]:
    """Each covered record list with what covers it from the earliest day on."""
    lists: dict[ListKey, Coverage] = {}
    for covered in sorted(part.coverage, key=lambda one: one.since):
        if isinstance(covered.level, Level) and covered.level not in {Level.PB, Level.SB}:
            listed = ListKey(
                part.event.code, part.sex, covered.level, covered.scope, covered.age, covered.race
            )
            if covered.since <= as_of:
                lists.setdefault(listed, covered)
    return lists


def _under(history: History, roof: bool | None) -> History:
    """Of marks under a roof alone, or of the others; None takes all."""
    if roof is None:
        return history
    made = [one for one in history.performances if ("i" in one.flags.split()) is roof]
    return History(made, history.said, births=history.births, competitions=history.competitions)


def order(listed: ListKey) -> tuple[int, str, int, str, str, str, int]:
    """By which lists are sorted: event by event, widest first."""
    codes, levels = list(EVENTS), list(Level)
    whose = (levels.index(listed.level), listed.scope, listed.age, listed.race or "")
    return codes.index(listed.event), listed.sex, *whose, int(bool(listed.roof))
