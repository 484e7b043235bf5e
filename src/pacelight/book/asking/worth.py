"""What a mark would be: on each list that the book covers what stands, and how far off it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pacelight.book import ages
from pacelight.book.asking import leads
from pacelight.book.asking.lists import Book
from pacelight.book.model import ALL, WORLD, NotKnown, Performance, Standing, Status
from pacelight.event import Event, Level, RaceKind, Sex
from pacelight.event import event as find_event
from pacelight.measure import AnyMark, score
from pacelight.nation import area_of
from pacelight.nation import nation as find_nation

__all__ = ["Ranking", "Worth", "levels", "rankings"]

_YOUNGER = ("U18", "U20", "U23")
"""Who is of one of these groups is of all that follow."""


@dataclass(frozen=True, slots=True)
class Worth:
    """One list, and where a mark would stand on it.

    Attributes:
        label: what its first mark is called: ``WR``, ``WB``, ``NL``.
        scope: whose list.
        age: of which age group.
        stood: the mark that stands.
        holders: whose it is.
        statuses: of each; None where nobody has decided and nothing is claimed.
        by: how much better the mark would be, in thousandths of a second, millimetres or points;
            below zero where it falls short.
        race: in which kind of race; None of a list that asks for none.
    """

    label: str
    scope: str
    age: str
    stood: AnyMark
    holders: tuple[Performance, ...]
    statuses: tuple[Status | None, ...]
    by: int
    race: RaceKind | None = None

    @property
    def verdict(self) -> str:
        """``better``, ``equal`` or ``short``."""
        return "better" if self.by > 0 else "short" if self.by < 0 else "equal"


@dataclass(frozen=True, slots=True)
class Ranking:
    """A place on an all-time list.

    Attributes:
        scope: ``WORLD`` or a nation.
        rank: among the best of each athlete; None beyond the mark down to which the list is complete.
    """

    scope: str
    rank: int | None


def levels(
    book: Book,
    event: Event | str,
    mark: AnyMark,
    sex: Sex,
    *,
    nation: str | None = None,
    age: str = ALL,
    as_of: date,
    known_at: date | None = None,
) -> list[Worth]:
    """What this mark would be if it were made on that day.

    Args:
        book: is asked.
        event: the event, or its code or name; of a younger age group, what that contests under this name.
        mark: of that event.
        sex: whose.
        nation: of the athlete; without one the lists of areas and nations are left out.
        age: the age group of the athlete: the lists of all, of that group and of those that contain it.
        as_of: the day.
        known_at: the last day of decisions; `as_of` if not given.

    Returns:
        records first, widest first; then the leads of the year.

    Raises:
        EventError: no such event.
        NationError: no such nation, or not on that day.
        BookError: no such age group.
    """
    age = ages.normal(age)
    one = (find_event(event) if isinstance(event, str) else event).of_age(age, sex)
    scopes = _scopes(nation, as_of)
    groups = _containing(age)
    covered = {
        (c.level, c.scope, c.age, c.race)
        for c in book.part(one, sex).coverage
        if c.level in scopes and c.scope == scopes[Level(c.level)] and c.age in groups and c.since <= as_of
    }
    ordered = sorted(covered, key=lambda c: (list(Level).index(Level(c[0])), groups.index(c[2]), c[3] or ""))
    found = []
    for level, scope, group, race in ordered:
        asked = None if level == Level.WR else scope
        stood = book.record(
            one, sex, level=Level(level), scope=asked, age=group, race=race, as_of=as_of, known_at=known_at
        )
        if isinstance(stood, Standing):
            by = score(stood.mark) - score(mark)
            told = (stood.mark, stood.holders, stood.statuses, by, race)
            found.append(Worth(stood.label, scope, group, *told))
    return [*found, *_leads(book, one, mark, sex, scopes, as_of=as_of, known_at=known_at)]


def rankings(
    book: Book,
    event: Event | str,
    mark: AnyMark,
    sex: Sex,
    *,
    nation: str | None = None,
    as_of: date,
    known_at: date | None = None,
) -> list[Ranking]:
    """Where this mark would stand on the all-time lists of the world and of the nation, as far as covered.

    Takes and raises what `levels` does.
    """
    found = []
    for whose in (None, nation) if nation else (None,):
        listed = book.top(event, sex, n=None, nation=whose, as_of=as_of, known_at=known_at)
        if isinstance(listed, NotKnown):
            continue
        end = listed.coverage.down_to
        better = sum(score(entry.performance.mark) < score(mark) for entry in listed.entries)
        deep = end is None or score(mark) <= score(end)
        found.append(Ranking(listed.scope, better + 1 if deep else None))
    return found


def _scopes(nation: str | None, day: date) -> dict[Level, str]:
    """Whose lists a mark of an athlete of that nation can stand on."""
    if nation is None:
        return {Level.WR: WORLD}
    one = find_nation(nation)
    if one.area is None:
        return {Level.WR: WORLD}  # a neutral athlete
    return {Level.WR: WORLD, Level.AR: area_of(one.code, day), Level.NR: one.code}


def _containing(age: str) -> list[str]:
    """The age group, all that contain it, and that of all."""
    if age in _YOUNGER:
        return [ALL, *reversed(_YOUNGER[_YOUNGER.index(age) :])]
    return [ALL] if age == ALL else [ALL, age]


def _leads(
    book: Book,
    event: Event,
    mark: AnyMark,
    sex: Sex,
    scopes: dict[Level, str],
    *,
    as_of: date,
    known_at: date | None,
) -> Iterator[Worth]:
    for level, scope in scopes.items():
        found = leads.lead(
            book,
            event,
            sex,
            year=as_of.year,
            scope=scope if level is Level.AR else None,
            nation=scope if level is Level.NR else None,
            as_of=as_of,
            known_at=known_at,
        )
        if isinstance(found, leads.Lead):
            by = score(found.mark) - score(mark)
            yield Worth(found.label, scope, ALL, found.mark, found.holders, found.statuses, by)
